"""Rectangles, and the pieces that a layout is made of. Lengths are pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..brief import Align, Box
from .text import Line


@dataclass(frozen=True)
class Rect:
    """A rectangle in pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """x + w."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """y + h."""
        return self.y + self.h

    def inset(self, dx: float, dy: float) -> "Rect":
        """Smaller by ``dx`` and ``dy`` on each side (larger when negative)."""
        return Rect(self.x + dx, self.y + dy, max(0.0, self.w - 2 * dx), max(0.0, self.h - 2 * dy))

    def moved(self, dx: float, dy: float) -> "Rect":
        """The same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def meet(self, other: "Rect") -> "Rect":
        """The common part; width or height 0 when there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))

    def touches(self, other: "Rect") -> bool:
        """Whether the two share any area."""
        common = self.meet(other)
        return common.w > 0 and common.h > 0

    def join(self, other: "Rect") -> "Rect":
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


def pixels(box: Box, width: int, height: int) -> Rect:
    """A box in fractions as pixels of a ``width`` × ``height`` picture, clipped to it."""
    return Rect(box.x * width, box.y * height, box.w * width, box.h * height).meet(Rect(0, 0, width, height))


PRICES = ("offer", "original_price")
"""Roles that are set like a price tag."""


@dataclass(frozen=True)
class Span:
    """A piece of text in one face. ``scale`` is relative to its block; ``struck`` is crossed out."""

    role: str
    text: str
    file: str
    scale: float = 1.0
    struck: bool = False

    @property
    def styled(self) -> bool:
        """Whether it is set like a price tag, in measuring as in setting: small unit, thousands separators."""
        return self.role in PRICES

    def size(self, own: float, floor: float) -> float:
        """Font size beside a first span of size ``own``, which stays the larger; where there is room the small unit of
        a price does not fall under ``floor`` either."""
        lifted = min(floor * 1.6, own * 0.62) if self.styled else floor
        return max(floor, lifted, own * self.scale) if self.scale < 1 else own


@dataclass(frozen=True)
class Block:
    """One element of a stack: a text of several lines, or several spans side by side on one line.

    ``least`` and ``most`` bound the font size. ``gap`` is the space above in font sizes. A ``pill`` gets padding and a
    plate. A ``narrow`` block leaves room for what is reserved at the right (the QR code).
    """

    spans: tuple[Span, ...]
    least: float
    most: float
    max_lines: int = 1
    leading: float = 1.3
    gap: float = 0.6
    pill: bool = False
    narrow: bool = False

    @property
    def role(self) -> str:
        """Role of the first span."""
        return self.spans[0].role


@dataclass(frozen=True)
class SetLine:
    """A shaped line with its pen position (left end of the advance, on the baseline)."""

    line: Line
    x: float
    y: float


@dataclass(frozen=True)
class SetText:
    """A text in place. ``box`` is the exact ink."""

    role: str
    text: str
    lines: tuple[SetLine, ...]
    size: float
    box: Rect
    struck: bool = False
    plate: Rect | None = None

    def moved(self, dx: float, dy: float) -> "SetText":
        """The same text elsewhere."""
        lines = tuple(SetLine(one.line, one.x + dx, one.y + dy) for one in self.lines)
        return replace(self, lines=lines, box=self.box.moved(dx, dy),
                       plate=self.plate.moved(dx, dy) if self.plate is not None else None)


@dataclass(frozen=True)
class Stack:
    """A laid-out stack. ``bounds`` surrounds texts and plates; ``reserved`` is the space kept at the lower right."""

    texts: tuple[SetText, ...]
    bounds: Rect
    reserved: Rect | None = None


@dataclass(frozen=True)
class Frame:
    """Where a stack goes: area, alignment, vertical position (0 top … 1 bottom), floor of font sizes, and the size
    reserved at the lower right (QR code with its gap)."""

    area: Rect
    align: Align = "left"
    rise: float = 0.0
    floor: float = 14.0
    reserve: tuple[float, float] = (0.0, 0.0)


def ink_box(lines: Sequence[SetLine], size: float) -> Rect:
    """The exact ink around ``lines``."""
    scale = size / 1000
    left = min(one.x + one.line.ink[0] * scale for one in lines)
    right = max(one.x + one.line.ink[2] * scale for one in lines)
    top = min(one.y - one.line.ink[3] * scale for one in lines)
    bottom = max(one.y - one.line.ink[1] * scale for one in lines)
    return Rect(left, top, right - left, bottom - top)
