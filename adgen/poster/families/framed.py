"""The picture in a frame: an arch, or a paper print on a desk."""

from ...graphics import ramp
from ..draft import Draft, Drawn, Part, Window
from ..geometry import Rect
from ..ornaments import disc, tape
from ..palette import inks
from ..scene import Ask, Scene


def arch(scene: Scene) -> Draft | None:
    """An arched window on tinted paper, the words centred under it (beside it on wide formats)."""
    safe, w, h = scene.safe, scene.width, scene.height
    tones = ramp(scene.brand.main)
    ground, colors = tones.tint, inks(tones.tint, scene.brand.accent)
    if scene.upright:
        wide = min(0.68 * w, 1.05 * 0.46 * safe.h)
        high = min(0.50 * safe.h, 1.15 * wide)
        low = scene.low
        words = Rect(safe.x, safe.y if low else safe.y + high + 0.8 * scene.margin, safe.w,
                     0.62 * safe.h if low else safe.h - high - 0.8 * scene.margin)
        column = scene.column(Ask(words, align="center", rise=0.0 if low else 0.5))
        if column is None:
            return None
        if low:
            top = column.bounds.bottom + scene.margin
            box = Rect(0.12 * w, top, 0.76 * w, h - top)
        else:
            # Whatever the words leave goes to the window.
            high += max(0.0, column.bounds.y - words.y) * 0.6
            box = Rect((w - wide) / 2, safe.y, wide, high)
    else:
        wide = min(0.40 * w, 0.92 * h)
        box = Rect(w - safe.x - wide, safe.y, wide, h - safe.y)
        column = scene.column(Ask(Rect(safe.x, safe.y, box.x - safe.x - scene.margin, safe.h), rise=0.5))
        if column is None:
            return None
    edge = 0.016 * scene.short
    rim = Drawn(_arch_path(box.inset(-edge, -edge), ramp(scene.brand.accent).soft), box.inset(-edge - 1, -edge - 1))
    # The shoulders of an arch cut off the corners of its window.
    crop = scene.crop(box, core=(0.08, min(0.3, 0.16 * box.w / box.h), 0.84, 0.82))
    return Draft(ground, (Window(box, crop, "arch"),), (Part(column, colors),), under=(rim,))


def _arch_path(box: Rect, color: str) -> str:
    r = box.w / 2
    return (f'<path d="M{box.x:.2f} {box.bottom:.2f}V{box.y + r:.2f}a{r:.2f} {r:.2f} 0 0 1 {box.w:.2f} 0'
            f'V{box.bottom:.2f}z" fill="{color}"/>')


def polaroid(scene: Scene) -> Draft | None:
    """A paper print with a white edge, turned a little, on plain paper with a taped corner."""
    safe, w, h = scene.safe, scene.width, scene.height
    tones = ramp(scene.brand.main)
    ground = tones.soft
    if scene.upright:
        side = min(0.74 * w, 0.46 * safe.h)
        low = scene.low
        words = Rect(safe.x, safe.y, safe.w, 0.6 * safe.h) if low else \
            Rect(safe.x, safe.y + side * 1.12 + 0.5 * scene.margin, safe.w, safe.h - side * 1.12 - 0.5 * scene.margin)
        column = scene.column(Ask(words, rise=0.0 if low else 0.6))
        if column is None:
            return None
        if low:
            side = min(0.74 * w, (h - column.bounds.bottom) * 0.78)
        top = column.bounds.bottom + 0.08 * side + 0.5 * scene.margin if low else \
            (column.bounds.y - side * 1.14) / 2 + 0.02 * side
        frame = Rect((w - side) / 2, top, side, side * 1.12)
    else:
        high = min(0.84 * h, 0.46 * w)
        frame = Rect(w - safe.x - high / 1.08, (h - high) / 2, high / 1.08, high)
        column = scene.column(Ask(Rect(safe.x, safe.y, frame.x - safe.x - scene.margin, safe.h), rise=0.5))
        if column is None:
            return None
    angle = 2.6 if scene.upright else -2.6
    strip = Rect(frame.x + 0.34 * frame.w, frame.y - 0.035 * frame.w, 0.32 * frame.w, 0.085 * frame.w)
    stuck = Drawn(tape(strip, ramp(scene.brand.accent).tint, -angle * 1.6), strip.inset(0, -0.4 * strip.h))
    reach = 0.30 * scene.short
    sun = Drawn(disc(0.06 * w, 0.10 * h, reach, tones.tint), Rect(0, 0, 0.06 * w + reach, 0.10 * h + reach))
    inside = print_photo(frame)
    crop = scene.crop(inside)
    return Draft(ground, (Window(frame, crop, "print", angle=angle),),
                 (Part(column, inks(ground, scene.brand.accent)),),
                 under=(sun,) if scene.upright and not scene.low else (), over=(stuck,))


def print_photo(frame: Rect) -> Rect:
    """The photo on a paper print: equal white edges at three sides, a wider one at the foot."""
    edge = 0.045 * frame.w
    return Rect(frame.x + edge, frame.y + edge, frame.w - 2 * edge, frame.h - 3.4 * edge)
