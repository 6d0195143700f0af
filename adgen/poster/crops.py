"""How to cut a picture for a window: near enough, whole, and clear of what stands over it.

A picture may be cut beyond its edges where its subject would not fit the open part of the window otherwise: there its
own colours go on, out of focus. A drawing only does so where words cover a part of it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from .saliency import Attention

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Crop:
    """A cut from a picture in fractions, and how it would do: saliency mass kept inside, covered by the text, and the
    mean busyness under the text (each 0…1), the share of areas drawn empty for words in it, and what its size and its
    balance cost. It may reach beyond the picture: ``beyond`` tells how much of that is seen."""

    x: float
    y: float
    w: float
    h: float
    kept: float
    covered: float = 0.0
    busy: float = 0.0
    empty: float = 0.0
    cost: float = 0.0
    beyond: float = 0.0

    @property
    def harm(self) -> float:
        """What this cut costs: subject covered, subject lost, text over a busy place (weights set by eye). Much that is
        out of focus speaks for another template, though not for another cut."""
        return (2.2 * self.covered + 1.6 * (1 - self.kept) + 0.35 * self.busy + 0.30 * self.empty + self.cost
                + 0.30 * self.beyond)


Part = tuple[float, float, float, float]
"""(x, y, w, h) in fractions of a window."""
WHOLE: Part = (0.0, 0.0, 1.0, 1.0)
_ZOOMS = (1.0, 0.86, 0.74, 0.62, 0.52, 0.43)
_BEYOND = (1.15, 1.35, 1.6, 1.9, 2.25, 2.7)
_REACH = 0.5
"""How far beyond the picture a cut may reach on a side that words cover, in parts of the window."""
_SEAM, _OPEN, _UNDER = 0.02, 0.28, 0.10
"""What it costs to reach beyond the picture: at all, for each part of the window that is seen, and under words."""


@dataclass(frozen=True)
class Wanted:
    """What a cut is for: ``aspect`` (width / height) of the window, ``covered`` parts of it that text or ornaments
    hide, ``core`` where its subject is to be (the inner square of a circle), whether the subject should be near, and
    whether a photo may be continued beyond its edges."""

    aspect: float
    covered: tuple[Part, ...] = ()
    core: Part = WHOLE
    near: bool = False
    beyond: bool = False


@dataclass(frozen=True)
class _Places:
    """Every cut that is compared: its place, its size, and its zoom."""

    x: Floats
    y: Floats
    w: Floats
    h: Floats
    zoom: Floats

    def part(self, part: Part) -> tuple[Floats, Floats, Floats, Floats]:
        """A part of each cut, in fractions of the picture."""
        return (self.x + part[0] * self.w, self.y + part[1] * self.h, part[2] * self.w, part[3] * self.h)

    def outside(self, part: Part = WHOLE) -> Floats:
        """The share of each cut that lies in ``part`` and beyond the picture."""
        x, y, w, h = self.part(part)
        inside = np.clip(np.minimum(x + w, 1) - np.maximum(x, 0), 0, None) * \
            np.clip(np.minimum(y + h, 1) - np.maximum(y, 0), 0, None)
        return np.asarray((w * h - inside) / (self.w * self.h))


def best_crop(seen: Attention, size: tuple[int, int], wanted: Wanted) -> Crop:
    """The least harmful cut of ``wanted.aspect`` from a picture of ``size`` pixels."""
    mass, busy, empty = seen.tables
    at = _places(seen, size, wanted)
    kept = _sums(mass, at.part(wanted.core))
    hidden, rough = np.zeros_like(at.x), np.zeros_like(at.x)
    gone = at.outside()
    under = np.zeros_like(at.x)
    for part in wanted.covered:
        place = at.part(part)
        hidden = hidden + _sums(mass, place)
        rough = np.maximum(rough, _sums(busy, place) / np.maximum(place[2] * place[3] * seen.busy.size, 1e-6))
        under = under + at.outside(part)
    blank = _sums(empty, at.part(WHOLE)) / np.maximum(at.w * at.h * seen.empty.size, 1e-6)
    under = np.minimum(under, gone)
    cost = _zoom_cost(seen, wanted, at) + _off_centre(seen, wanted, at)
    cost = cost + _SEAM * (gone > 1e-6) + _OPEN * (gone - under) + _UNDER * under
    best = int(np.argmin(2.2 * hidden - 1.6 * kept + 0.35 * rough + 0.30 * blank + cost))
    values = (at.x, at.y, at.w, at.h, kept, hidden, rough, blank, cost, gone - under)
    return Crop(*(float(value[best]) for value in values))


def _off_centre(seen: Attention, wanted: Wanted, at: _Places) -> Floats:
    """In a plain window the subject stands in the middle; along a side on which words cover a part only, where it
    can."""
    cx, cy, cw, ch = wanted.core
    across, down = ((0.30 if all(part[axis] > 0.75 for part in wanted.covered) else 0.05) for axis in (2, 3))
    x, y = (seen.centre[0] - at.x) / at.w - (cx + cw / 2), (seen.centre[1] - at.y) / at.h - (cy + ch / 2)
    return np.asarray(np.minimum(across * x ** 2 + down * y ** 2, 0.30))


def _places(seen: Attention, size: tuple[int, int], wanted: Wanted) -> _Places:
    width, height = size
    beyond = wanted.beyond and (not seen.drawn or bool(wanted.covered))
    rows: list[Floats] = []
    for zoom in (*_ZOOMS, *(_BEYOND if beyond else ())):
        w = zoom * min(1.0, wanted.aspect * height / width)
        h = zoom * min(1.0, width / wanted.aspect / height)
        # A drawing may be brought near; a photo only as far as its pixels go.
        if zoom < 1 and not seen.drawn and min(w * width, h * height) < 400:
            continue
        reach = _REACH if beyond and wanted.covered else 0.0
        x, y = np.meshgrid(_along(w, reach), _along(h, reach))
        rows.append(np.stack([x.ravel(), y.ravel(), *(np.full(x.size, value) for value in (w, h, zoom))]))
    return _Places(*np.concatenate(rows, axis=1))


def _along(length: float, reach: float) -> Floats:
    """Where a cut of ``length`` may begin along one side of the picture."""
    first, last = min(0.0, 1 - length) - reach * length, max(0.0, 1 - length) + reach * length
    steps = 1 if last - first < 1e-3 else 9 if not reach else 13
    return np.linspace(first, last, steps)


def _zoom_cost(seen: Attention, wanted: Wanted, at: _Places) -> Floats:
    """A subject wants to fill about two fifths of its window; a photo also loses its surroundings by zooming."""
    share = seen.hero_area / np.maximum(at.w * at.h, 1e-6)
    aim = 0.42 if wanted.near else 0.2
    far = np.clip(aim - share, 0, None) / aim
    return np.asarray(0.5 * far + 1.2 * np.clip(share - 0.62, 0, None) if seen.drawn
                      else 0.3 * far + 0.22 * np.clip(1 - at.zoom, 0, None))


def _sums(table: Floats, place: tuple[Floats, Floats, Floats, Floats]) -> Floats:
    """The sums in many rectangles, from an integral image; what lies beyond it counts nothing."""
    x, y, w, h = place
    rows, columns = table.shape[0] - 1, table.shape[1] - 1
    left = np.clip(np.round(x * columns), 0, columns).astype(int)
    top = np.clip(np.round(y * rows), 0, rows).astype(int)
    right = np.clip(np.round((x + w) * columns), left, columns).astype(int)
    bottom = np.clip(np.round((y + h) * rows), top, rows).astype(int)
    return np.asarray(table[bottom, right] - table[top, right] - table[bottom, left] + table[top, left])


def cropped(picture: Image.Image, crop: Crop, size: tuple[int, int]) -> Image.Image:
    """A cut of the picture at ``size`` pixels, continued out of focus where it reaches beyond the picture."""
    box = (max(0.0, crop.x) * picture.width, max(0.0, crop.y) * picture.height,
           min(1.0, crop.x + crop.w) * picture.width, min(1.0, crop.y + crop.h) * picture.height)
    if picture.size == size and box == (0.0, 0.0, *picture.size):
        return picture.copy()
    # In pixels of the cut: where the picture itself begins and ends.
    left, top = (max(0, round(-start / length * side)) for start, length, side in
                 ((crop.x, crop.w, size[0]), (crop.y, crop.h, size[1])))
    right, bottom = (min(side, round((1 - start) / length * side)) for start, length, side in
                     ((crop.x, crop.w, size[0]), (crop.y, crop.h, size[1])))
    inner = picture.resize((right - left, bottom - top), Image.Resampling.BICUBIC, box=box, reducing_gap=3.0)
    return inner if inner.size == size else _continued(inner, (left, top), size)


_FADE = 0.07
"""How soon the picture itself goes over into what continues it, in parts of the cut's longer side."""


def _continued(inner: Image.Image, place: tuple[int, int], size: tuple[int, int]) -> Image.Image:
    """``inner`` at ``place`` on a ground of ``size`` that goes on with the colours of its edges: a mirror image would
    show the subject's ghost."""
    scale = 96 / max(size)
    edges = (place[0], place[1], size[0] - place[0] - inner.width, size[1] - place[1] - inner.height)
    low = np.asarray(inner.resize((max(2, round(inner.width * scale)), max(2, round(inner.height * scale))),
                                  Image.Resampling.BOX, reducing_gap=1.0))
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    rim = [max(1, side // 12) for side in low.shape[:2]]
    low = np.pad(low.astype(np.float32), ((top, bottom), (0, 0), (0, 0)), mode="mean", stat_length=rim[0])
    low = np.pad(low, ((0, 0), (left, right), (0, 0)), mode="mean", stat_length=rim[1])
    soft = Image.fromarray(low.astype(np.uint8)).filter(ImageFilter.GaussianBlur(4))
    ground = soft.resize(size, Image.Resampling.BILINEAR)
    fade = max(2, round(_FADE * max(size)))
    across, down = _faded(inner.width, (edges[0], edges[2]), fade), _faded(inner.height, (edges[1], edges[3]), fade)
    # In whole numbers: the same in floats takes four times as long on a full poster.
    mask = Image.fromarray(((down * 255).astype(np.uint16)[:, None] * (across * 256).astype(np.uint16)[None, :] >> 8)
                           .astype(np.uint8))
    ground.paste(inner, place, mask)
    return ground


def _faded(length: int, edges: tuple[int, int], fade: int) -> NDArray[np.float32]:
    """1 along a side, falling to 0 towards the ends at which the picture is continued."""
    at = np.arange(length, dtype=np.float32)
    rise = np.clip(at / fade, 0, 1) if edges[0] else np.ones_like(at)
    fall = np.clip((length - 1 - at) / fade, 0, 1) if edges[1] else np.ones_like(at)
    edge = np.minimum(rise, fall)
    return np.asarray(edge * edge * (3 - 2 * edge), dtype=np.float32)
