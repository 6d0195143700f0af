"""The table of templates. Which of them is set is decided in ``choose``, by scoring; the owner may name one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from .draft import Draft
from .families.beside import bar, big_type, grid, split
from .families.boards import menu
from .families.framed import arch, polaroid
from .families.offers import coupon
from .families.over import burst, card, veiled
from .families.staged import stage
from .scene import Scene, Shape

Need = Literal["price", "items", "stage"]
Calm = Literal["top", "bottom", "left", "right", ""]
_UPRIGHT: tuple[Shape, ...] = ("tall", "portrait", "square")
_FLAT: tuple[Shape, ...] = ("wide", "strip")
_EVERY: tuple[Shape, ...] = (*_UPRIGHT, *_FLAT)


@dataclass(frozen=True)
class Template:
    """One way to lay out a poster.

    ``family`` groups templates that look alike: candidates never hold two of one. ``needs`` must be among the words
    (or in the picture), else it is not set. ``shapes`` are the formats it suits. ``cost`` is what it starts with when
    templates are compared: what hiding or halving a picture costs in looks, set by eye. ``calm`` is the side of an
    upright poster where the words stand, so that a picture can be painted with a calm area there; empty where the
    picture itself decides.
    """

    key: str
    ko: str
    en: str
    family: str
    arrange: Callable[[Scene], Draft | None]
    shapes: tuple[Shape, ...] = _EVERY
    needs: tuple[Need, ...] = ()
    cost: float = 0.0
    calm: Calm = ""


TEMPLATES: dict[str, Template] = {row.key: row for row in (
    Template("stage", "그림에 맞춤", "Made for the drawing", "stage", stage, needs=("stage",), cost=-0.5),
    Template("full-top", "사진 가득 · 글 위", "Full picture, words above", "full",
             partial(veiled, side="top"), _UPRIGHT, calm="top"),
    Template("full-bottom", "사진 가득 · 글 아래", "Full picture, words below", "full",
             partial(veiled, side="bottom"), _UPRIGHT, calm="bottom"),
    Template("full-left", "사진 가득 · 글 왼쪽", "Full picture, words left", "full",
             partial(veiled, side="left"), _FLAT, calm="left"),
    Template("full-right", "사진 가득 · 글 오른쪽", "Full picture, words right", "full",
             partial(veiled, side="right"), _FLAT, cost=0.02, calm="right"),
    Template("split-bottom", "반반 · 글 아래", "Split, words below", "split",
             partial(split, side="bottom"), _UPRIGHT, cost=0.20, calm="bottom"),
    Template("split-top", "반반 · 글 위", "Split, words above", "split",
             partial(split, side="top"), _UPRIGHT, cost=0.22, calm="top"),
    Template("split-left", "반반 · 글 왼쪽", "Split, words left", "split",
             partial(split, side="left"), _FLAT, cost=0.20, calm="left"),
    Template("split-right", "반반 · 글 오른쪽", "Split, words right", "split",
             partial(split, side="right"), _FLAT, cost=0.22, calm="right"),
    Template("card", "종이 카드", "Paper card", "card", card, cost=0.16, calm="bottom"),
    Template("arch", "아치 창", "Arched window", "arch", arch, cost=0.20, calm="bottom"),
    Template("bar", "정보 띠", "Information bar", "bar", bar, (*_UPRIGHT, "wide"), cost=0.12, calm="bottom"),
    Template("burst", "가격 폭탄", "Price burst", "burst", burst, (*_UPRIGHT, "wide"), ("price",), cost=0.08,
             calm="top"),
    Template("grid", "기하 무늬", "Geometric grid", "grid", grid, cost=0.24, calm="bottom"),
    Template("big-type", "큰 글씨", "Big type", "type", big_type, cost=0.26, calm="top"),
    Template("polaroid", "사진 인화", "Paper print", "polaroid", polaroid, cost=0.24, calm="bottom"),
    Template("menu", "메뉴판", "Menu board", "menu", menu, (*_UPRIGHT, "wide"), ("items",), cost=-0.45,
             calm="bottom"),
    Template("coupon", "쿠폰", "Coupon", "coupon", coupon, (*_UPRIGHT, "wide"), ("price",), cost=0.14, calm="bottom"),
)}


def usable(template: Template, scene: Scene) -> bool:
    """Whether the words and the picture hold what ``template`` needs, and the format suits it."""
    there = {"price": scene.has("offer"), "items": bool(scene.request.text.items), "stage": scene.stage is not None}
    return scene.shape in template.shapes and all(there[need] for need in template.needs)
