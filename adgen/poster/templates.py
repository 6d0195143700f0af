"""Templates for a picture that offers no stage (a photo, FLUX output), and the sizes of each kind of text."""

from dataclasses import dataclass
from typing import Literal

from ..brief import Box, FontMood, PosterText
from .fonts import MOODS
from .geometry import Block, Span
from .text import clean

Side = Literal["top", "bottom", "left", "right"]


@dataclass(frozen=True)
class Template:
    """``photo`` and ``text`` in fractions of the poster. ``side`` is where the text stands.

    With ``panel`` the text has a plain panel beside the photo, else a scrim over it. ``rise`` places the text block in
    its area (0 top … 1 bottom). ``cost`` is what the template starts with when they are compared: it holds what
    covering a photo or halving it costs in looks.
    """

    key: str
    side: Side
    photo: Box
    text: Box
    panel: bool = False
    rise: float = 0.0
    cost: float = 0.0


_FULL = Box(0, 0, 1, 1)
_OVER = (
    Template("scrim-top", "top", _FULL, Box(0, 0, 1, 0.56)),
    Template("scrim-bottom", "bottom", _FULL, Box(0, 0.44, 1, 0.56), rise=1.0),
)
UPRIGHT = (
    *_OVER,
    Template("split-bottom", "bottom", Box(0, 0, 1, 0.5), Box(0, 0.5, 1, 0.5), panel=True, rise=0.5, cost=0.24),
    Template("split-top", "top", Box(0, 0.5, 1, 0.5), Box(0, 0, 1, 0.5), panel=True, rise=0.5, cost=0.26),
)
SQUARE = (
    *_OVER,
    Template("split-bottom", "bottom", Box(0, 0, 1, 0.44), Box(0, 0.44, 1, 0.56), panel=True, rise=0.5, cost=0.26),
    Template("split-top", "top", Box(0, 0.56, 1, 0.44), Box(0, 0, 1, 0.56), panel=True, rise=0.5, cost=0.28),
)
WIDE = (
    Template("scrim-left", "left", _FULL, Box(0, 0, 0.48, 1), rise=0.5),
    Template("scrim-right", "right", _FULL, Box(0.52, 0, 0.48, 1), rise=0.5, cost=0.02),
    Template("split-left", "left", Box(0.5, 0, 0.5, 1), Box(0, 0, 0.5, 1), panel=True, rise=0.5, cost=0.24),
    Template("split-right", "right", Box(0, 0, 0.5, 1), Box(0.5, 0, 0.5, 1), panel=True, rise=0.5, cost=0.26),
)


def candidates(width: int, height: int) -> tuple[Template, ...]:
    """The templates for a poster of this shape."""
    aspect = width / height
    return WIDE if aspect > 1.25 else SQUARE if aspect > 0.9 else UPRIGHT


@dataclass(frozen=True)
class Role:
    """Font sizes of one kind of text in fractions of the poster's short side, and how it is set."""

    least: float
    most: float
    max_lines: int = 1
    leading: float = 1.34
    gap: float = 0.6


ROLES: dict[str, Role] = {
    "store_name": Role(0.028, 0.037, gap=0.0),
    "headline": Role(0.062, 0.128, max_lines=8, leading=1.2, gap=0.30),
    "subline": Role(0.027, 0.036, max_lines=3, leading=1.42, gap=1.0),
    "offer": Role(0.050, 0.092, max_lines=2, leading=1.14, gap=0.46),
    "period": Role(0.022, 0.028, max_lines=2, gap=0.95),
    "call_to_action": Role(0.028, 0.034, gap=0.85),
    "address_line": Role(0.0195, 0.0235, max_lines=2, leading=1.4, gap=0.95),
    "label": Role(0.0165, 0.0175),
}

_FACE = {"store_name": "label", "headline": "display", "subline": "body", "offer": "figure", "original_price": "body",
         "period": "body", "call_to_action": "label", "address_line": "small", "label": "small"}


def floor(short: int) -> float:
    """The least font size in pixels on a poster whose short side is ``short``: 1.6 % of it, never below 14 px."""
    return max(14.0, 0.016 * short)


def cleaned(text: PosterText, mood: FontMood, short: int) -> dict[str, Span]:
    """The texts that can be drawn, by role. Below 360 px only headline and store name are left: the rest would not
    be read."""
    faces, out = MOODS[mood], {}
    for role, face in _FACE.items():
        file = getattr(faces, face)
        value = clean(getattr(text, role), file, keep_newlines=role == "headline")
        if value and (short >= 360 or role in ("headline", "store_name", "label")):
            out[role] = Span(role, value, file, struck=role == "original_price")
    if "headline" not in out and "store_name" in out:
        out["headline"] = Span("headline", clean(text.store_name, faces.display), faces.display)
        del out["store_name"]
    if "original_price" in out and "offer" not in out:
        del out["original_price"]
    return out


def block(role: str, spans: tuple[Span, ...], mood: FontMood, short: int) -> Block:
    """A block of ``role`` with the sizes of ``ROLES``."""
    sizes, faces, least = ROLES[role], MOODS[mood], floor(short)
    optical = faces.optical if role in ("headline", "offer") else 1.0
    return Block(spans, max(least, sizes.least * short * optical), max(least, sizes.most * short * optical),
                 sizes.max_lines, faces.leading if role == "headline" else sizes.leading, sizes.gap,
                 pill=role == "call_to_action")
