"""A poster that is laid out but not drawn yet: what a template decides, and what choosing among them compares."""

from dataclasses import dataclass
from typing import Literal

from .crops import Crop
from .geometry import Rect, SetText
from .palette import Inks
from .scene import Column

Form = Literal["rect", "round", "arch", "circle", "print"]
Side = Literal["top", "bottom", "left", "right"]


@dataclass(frozen=True)
class Window:
    """A part of the picture in ``box`` (pixels). ``print`` is a paper print with a white edge, turned by ``angle``
    degrees; ``radius`` belongs to ``round``."""

    box: Rect
    crop: Crop
    form: Form = "rect"
    radius: float = 0.0
    angle: float = 0.0


@dataclass(frozen=True)
class Flat:
    """A plain rectangle."""

    box: Rect
    color: str


@dataclass(frozen=True)
class Drawn:
    """An ornament: SVG in poster pixels that stays inside ``box``."""

    svg: str
    box: Rect


@dataclass(frozen=True)
class Scrim:
    """A veil over the picture from ``side`` as far as ``around`` (pixels), as strong as its texts need."""

    around: Rect
    side: Side


@dataclass(frozen=True)
class Burst:
    """A starburst with its texts."""

    box: Rect
    texts: tuple[SetText, ...]
    fill: str
    ink: str


@dataclass(frozen=True)
class Part:
    """A column with its colours, over a plain ground or over the picture behind a scrim.

    ``inks`` is None where a scrim decides the colours by the pixels it finds.
    """

    column: Column
    inks: Inks | None
    scrim: Scrim | None = None


@dataclass(frozen=True)
class Draft:
    """Layers from back to front: ``ground``, ``under``, ``windows``, ``over``, then bursts and columns."""

    ground: str
    windows: tuple[Window, ...]
    parts: tuple[Part, ...]
    under: tuple[Flat | Drawn, ...] = ()
    over: tuple[Flat | Drawn, ...] = ()
    burst: Burst | None = None
    dismissed: tuple[str, ...] = ()
    """Roles that need no setting of their own: a price that stands in the menu already."""

    @property
    def texts(self) -> tuple[SetText, ...]:
        """Every text."""
        burst = self.burst.texts if self.burst is not None else ()
        return tuple(text for part in self.parts for text in part.column.texts) + burst

    @property
    def harm(self) -> float:
        """What the picture suffers."""
        return self.windows[0].crop.harm if self.windows else 0.5
