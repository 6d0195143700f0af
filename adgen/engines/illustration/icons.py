"""The drawings in assets/icons, and how one is put into a picture by the box that it really fills."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .geometry import Rect


@dataclass(frozen=True)
class Icon:
    """One drawing. ``ink`` is the box drawn on and ``foot`` the span that touches a table, in its own units."""

    body: str
    ink: tuple[float, float, float, float]
    foot: tuple[float, float]
    mean: str

    @property
    def ratio(self) -> float:
        """Width divided by height of the ink."""
        x0, y0, x1, y1 = self.ink
        return (x1 - x0) / (y1 - y0)


@dataclass(frozen=True)
class Placed:
    """An icon in the picture: its SVG, the box of its ink and the span of its foot, in pixels."""

    svg: str
    ink: Rect
    foot: tuple[float, float]


@cache
def _set(name: str) -> dict[str, Icon]:
    # Read on first use and kept: the files ship with the code and never change while it runs.
    path = Path(__file__).resolve().parents[3] / "assets" / "icons" / f"{name}.json"
    rows = json.loads(path.read_text("utf-8"))["icons"]
    return {key: Icon(row["body"], tuple(row["ink"]), tuple(row["foot"]), row["mean"]) for key, row in rows.items()}


def known(name: str) -> bool:
    """Whether a colour drawing of that name is there."""
    return name in _set("noto") or name in _set("own")


def colour(name: str) -> Icon:
    """A colour drawing; KeyError when there is none (a test walks every table that names one)."""
    return _set("own").get(name) or _set("noto")[name]


def shape(name: str) -> Icon:
    """A one-colour shape from Phosphor; KeyError when there is none."""
    return _set("phosphor")[name]


def has_shape(name: str) -> bool:
    """Whether a one-colour shape of that name is there."""
    return name in _set("phosphor")


def standing(icon: Icon, cx: float, bottom: float, room: tuple[float, float]) -> Placed:
    """``icon`` fitted into ``room`` (width, height), its ink centred on ``cx`` and its foot on ``bottom``."""
    x0, y0, x1, y1 = icon.ink
    scale = min(room[0] / (x1 - x0), room[1] / (y1 - y0))
    left, top = cx - (x0 + x1) / 2 * scale, bottom - y1 * scale
    svg = f'<g transform="translate({left:.2f} {top:.2f}) scale({scale:.4f})">{icon.body}</g>'
    ink = Rect(left + x0 * scale, top + y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale)
    return Placed(svg, ink, (left + icon.foot[0] * scale, left + icon.foot[1] * scale))


def floating(icon: Icon, centre: tuple[float, float], size: float, angle: float = 0.0, color: str = "#000000") -> str:
    """SVG of ``icon``, the longer side of its ink ``size`` pixels, turned by ``angle`` degrees about ``centre``."""
    x0, y0, x1, y1 = icon.ink
    scale = size / max(x1 - x0, y1 - y0)
    return (f'<g color="{color}" transform="translate({centre[0]:.2f} {centre[1]:.2f}) rotate({angle:.1f}) '
            f'scale({scale:.4f}) translate({-(x0 + x1) / 2:.2f} {-(y0 + y1) / 2:.2f})">{icon.body}</g>')
