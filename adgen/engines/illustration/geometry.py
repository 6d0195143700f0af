"""Where things go: rectangles in pixels, and the three arrangements that every composition is drawn into."""

from dataclasses import dataclass
from typing import Literal

from ...brief import Box

Kind = Literal["tall", "wide", "banner"]
STORY = 1.6
"""From this height over width on, a canvas is a story: its top 14 % and bottom 35 % carry nothing that matters (Meta's
safe areas for Reels)."""


@dataclass(frozen=True)
class Rect:
    """A rectangle in pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def cx(self) -> float:
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        return self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> "Rect":
        """The rectangle with ``dx`` (and ``dy``) taken off each side."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def svg(self, fill: str, radius: float = 0.0, more: str = "") -> str:
        """The rectangle as an SVG element."""
        return (f'<rect x="{self.x:.1f}" y="{self.y:.1f}" width="{self.w:.1f}" height="{self.h:.1f}" '
                f'rx="{radius:.1f}" fill="{fill}" {more}/>')


@dataclass(frozen=True)
class Plan:
    """One arrangement, in pixels: the calm area, the zone for the art and the footer never overlap.

    ``tall`` stacks them, ``wide`` sets the calm area beside the zone above a footer, ``banner`` puts the footer in a
    column at the right. ``flip`` (only ``wide``) has the art at the left.
    """

    kind: Kind
    width: int
    height: int
    calm: Rect
    zone: Rect
    footer: Rect
    flip: bool = False

    @property
    def story(self) -> bool:
        """Whether the canvas is a story or a reel, whose app lays its own buttons over both ends."""
        return self.height / self.width > STORY

    @property
    def short(self) -> float:
        """The shorter side of the canvas in pixels: strokes, shadows and dots scale with it."""
        return float(min(self.width, self.height))

    def box(self, rect: Rect) -> Box:
        """``rect`` as fractions of the canvas, cut to it."""
        x0, y0 = max(0.0, rect.x), max(0.0, rect.y)
        x1, y1 = min(float(self.width), rect.right), min(float(self.height), rect.bottom)
        return Box(x0 / self.width, y0 / self.height, (x1 - x0) / self.width, (y1 - y0) / self.height)


def plan(width: int, height: int, flip: bool = False) -> Plan:
    """The arrangement for a canvas of ``width`` × ``height`` pixels."""
    ratio = width / height
    if ratio < 1.15:
        return _tall(width, height)
    if ratio < 2.4:
        return _wide(width, height, flip)
    return _banner(width, height)


def _tall(width: int, height: int) -> Plan:
    w, h = float(width), float(height)
    if height / width > STORY:
        # The words of the footer stand where a story still shows them; a reel covers them, so they are never the offer.
        calm, low = Rect(0.055 * w, 0.145 * h, 0.89 * w, 0.245 * h), 0.65 * h
        return Plan("tall", width, height, calm, Rect(0, 0.397 * h, w, low - 0.397 * h), Rect(0, low, w, 0.165 * h))
    foot = h * 0.148
    calm = Rect(0.055 * w, 0.04 * h, 0.89 * w, (0.365 if ratio_is_square(w, h) else 0.368) * h)
    zone_top = calm.bottom + 0.012 * h
    return Plan("tall", width, height, calm, Rect(0, zone_top, w, h - foot - zone_top), Rect(0, h - foot, w, foot))


def ratio_is_square(width: float, height: float) -> bool:
    """Whether the canvas is near a square, where the art needs every pixel of height."""
    return height / width < 1.15


def _wide(width: int, height: int, flip: bool) -> Plan:
    w, h = float(width), float(height)
    foot = 0.17 * h
    calm_w, zone_w = 0.50 * w, 0.44 * w
    calm = Rect(w - 0.045 * w - calm_w if flip else 0.045 * w, 0.06 * h, calm_w, 0.73 * h)
    zone = Rect(0.0 if flip else w - zone_w, 0, zone_w, h - foot)
    return Plan("wide", width, height, calm, zone, Rect(0, h - foot, w, foot), flip)


def _banner(width: int, height: int) -> Plan:
    w, h = float(width), float(height)
    column = 0.25 * w
    # The art takes about a square of the height; the words get what remains.
    zone_w = min(0.30 * w, 1.25 * h)
    calm = Rect(0.02 * w, 0.07 * h, w - column - zone_w - 0.03 * w, 0.86 * h)
    return Plan("banner", width, height, calm, Rect(w - column - zone_w, 0, zone_w, h), Rect(w - column, 0, column, h))


def badge(where: Plan, hero: Rect, side: Literal["left", "right"], top: bool = True) -> Rect | None:
    """A square for the price burst in a corner of the zone, clear of the middle of ``hero``; None without room.

    The side is 30 % of the canvas's short side, down to 20 % where the corner is tight.
    """
    margin = 0.03 * where.short
    zone = where.zone.inset(margin, margin * 0.5)
    heart = hero.inset(hero.w * 0.22, hero.h * 0.2)
    free = heart.x - zone.x if side == "left" else zone.right - heart.right
    size = max(0.2 * where.short, min(0.30 * where.short, 0.58 * zone.h, free))
    x = zone.x if side == "left" else zone.right - size
    square = Rect(x, zone.y if top else zone.bottom - size, size, size)
    clear = (square.right <= heart.x or square.x >= heart.right or square.bottom <= heart.y or square.y >= heart.bottom)
    return square if clear and size <= zone.h and size <= zone.w else None


def below(burst: Rect | None, x: float, foot: float, size: float) -> float:
    """``size``, or as much of it as an icon standing at (``x``, ``foot``) may have under the price burst."""
    if burst is None or not burst.x - size / 2 < x < burst.right + size / 2:
        return size
    return min(size, max(0.62 * size, foot - burst.bottom + 0.06 * burst.h))
