"""The kinds of text on a poster: their sizes, and how each is set."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..brief import FontMood, PosterText
from .fonts import MOODS
from .geometry import Block, Span
from .text import clean


@dataclass(frozen=True)
class Role:
    """Font sizes of one kind of text in fractions of the unit of its area, and how it is set."""

    least: float
    most: float
    max_lines: int = 1
    leading: float = 1.34
    gap: float = 0.6


ROLES: dict[str, Role] = {
    "store_name": Role(0.028, 0.040, gap=0.0),
    "badge": Role(0.026, 0.034, gap=0.8),
    "headline": Role(0.062, 0.128, max_lines=8, leading=1.2, gap=0.30),
    "subline": Role(0.027, 0.041, max_lines=3, leading=1.42, gap=1.0),
    "offer": Role(0.050, 0.092, max_lines=2, leading=1.14, gap=0.46),
    "period": Role(0.022, 0.032, max_lines=2, gap=0.95),
    "call_to_action": Role(0.028, 0.038, gap=0.85),
    "address_line": Role(0.0195, 0.0265, max_lines=2, leading=1.4, gap=0.95),
    "label": Role(0.0165, 0.0175),
    "small_print": Role(0.0165, 0.0175, max_lines=3, leading=1.35),
}

_FACE = {"store_name": "label", "headline": "display", "subline": "body", "offer": "figure", "original_price": "body",
         "period": "body", "call_to_action": "label", "address_line": "small", "label": "small", "badge": "label",
         "small_print": "small"}
_ALWAYS = ("headline", "store_name", "label", "small_print")
"""Set on the smallest poster too: what names the ad, and what must be said."""
NAMES = {"store_name": ("가게 이름", "the store's name"), "badge": ("배지", "the badge"),
         "headline": ("제목", "the headline"), "subline": ("설명", "the subline"), "offer": ("가격", "the price"),
         "original_price": ("원래 가격", "the original price"), "period": ("기간", "the period"),
         "call_to_action": ("버튼 문구", "the call to action"), "address_line": ("주소", "the address"),
         "items": ("메뉴", "the menu"), "link_url": ("QR 코드", "the QR code"), "logo": ("로고", "the logo")}
"""What a text is called when the owner is told that there was no room for it."""


def floor(width: int) -> float:
    """The least font size in pixels on a poster ``width`` pixels across: 1.6 % of it, never below 14 px. Everything is
    shown as wide as a phone, so a flat strip needs type no smaller than an upright picture."""
    return max(14.0, 0.016 * width)


def cleaned(text: PosterText, mood: FontMood, short: int) -> dict[str, Span]:
    """The texts that can be drawn, by role. Below 360 px only headline and store name are left: the rest would not
    be read."""
    faces, out = MOODS[mood], {}
    for role, face in _FACE.items():
        file = getattr(faces, face)
        value = clean(getattr(text, role), file, keep_newlines=role == "headline")
        if value and (short >= 360 or role in _ALWAYS):
            out[role] = Span(role, value, file, struck=role == "original_price")
    if "headline" not in out and "store_name" in out:
        out["headline"] = Span("headline", clean(text.store_name, faces.display), faces.display)
        del out["store_name"]
    if "original_price" in out and "offer" not in out:
        del out["original_price"]
    return out


@dataclass(frozen=True)
class Scale:
    """How large texts are: ``unit`` is the length in pixels that ``ROLES`` speaks of, ``floor`` the least font size,
    ``grow`` a factor on the greatest size of a role."""

    unit: float
    floor: float
    grow: Mapping[str, float]


def block(role: str, spans: tuple[Span, ...], mood: FontMood, scale: Scale) -> Block:
    """A block of ``role`` with the sizes of ``ROLES``."""
    sizes, faces = ROLES[role], MOODS[mood]
    optical = scale.unit * (faces.optical if role in ("headline", "offer") else 1.0)
    most = max(scale.floor, sizes.most * optical * scale.grow.get(role, 1.0))
    return Block(spans, max(scale.floor, min(most, sizes.least * optical)), most,
                 sizes.max_lines, faces.leading if role == "headline" else sizes.leading, sizes.gap,
                 pill=role in ("call_to_action", "badge"))
