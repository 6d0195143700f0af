"""What is set after the template: the AI mark, the small print, and the logo on its plate."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..graphics import BLACK, WHITE, luminances, rgb_to_hex
from .compose import Words
from .draw import Canvas, plate
from .fonts import face
from .geometry import Frame, Rect, SetLine, SetText, Stack, ink_box
from .layout import stack
from .palette import Inks, inks
from .roles import ROLES, Scale, block
from .text import break_lines

_PLACES = ((1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0),
           *((across, step / 24) for step in range(1, 24) for across in (1.0, 0.0)),
           *((0.5, step / 24) for step in range(25)))
"""Where the label may stand (fractions of the free way across and down): corners, then edges, then the middle."""


def label(words: Words, limit: Rect, taken: Sequence[Rect]) -> SetText | None:
    """The AI mark in the first corner or edge of ``limit`` free of ``taken``; None when there is none to set.

    In the worst case it stands where it hides least: the mark is a duty (facts/law.md), so it is never left out.
    """
    span = words.spans.get("label")
    if span is None:
        return None
    font = max(words.floor, min(ROLES["label"].most * words.short, 40.0))
    margin = 0.022 * words.short + 0.4 * font
    lines = break_lines(span.text, span.file, (limit.w - 2 * margin) / font * 1000, 1)
    line = lines[0] if lines else None
    if line is None:
        return None
    low, high = face(span.file).band
    w, h = line.width * font / 1000, (high - low) * font / 1000
    best: tuple[float, SetText] | None = None
    for across, down in _PLACES:
        x = limit.x + margin + (limit.w - 2 * margin - w) * across
        top = limit.y + margin + (limit.h - 2 * margin - h) * down
        lines_set = (SetLine(line, x - line.ink[0] * font / 1000, top + high * font / 1000),)
        text = SetText("label", span.text, lines_set, font, ink_box(lines_set, font),
                       plate=Rect(x, top, w, h).inset(-0.55 * font, -0.42 * font))
        assert text.plate is not None
        airy = text.plate.inset(-0.4 * font, -0.4 * font)
        covered = sum(common.w * common.h for common in (airy.meet(rect) for rect in taken))
        if best is None or covered < best[0]:
            best = (covered, text)
        if covered == 0:
            break
    return best[1] if best else None


def small_print(words: Words, safe: Rect) -> Stack | None:
    """The small print at the foot of the safe area, as few lines as it takes; None without any.

    It is a duty like the label: where three lines do not hold it, it takes more.
    """
    span = words.spans.get("small_print")
    if span is None:
        return None
    made = block("small_print", (span,), words.mood, Scale(words.short, words.floor, {}))
    for most_lines in (made.max_lines, 6, 12):
        rows = type(made)(made.spans, words.floor, made.most, most_lines, made.leading, made.gap)
        laid = stack([rows], Frame(safe, "left", 1.0, words.floor))
        if laid is not None:
            return laid
    return None


def ground_of(canvas: Canvas, box: Rect, accent: str) -> Inks:
    """Colours for a text over whatever lies in ``box``."""
    mean = canvas.pixels(box).reshape(-1, 3).mean(0)
    return inks(rgb_to_hex((float(mean[0]), float(mean[1]), float(mean[2]))), accent)


def logo(canvas: Canvas, image: Image.Image, box: Rect) -> None:
    """The logo in ``box``, on a white or black plate where it would not stand out from what lies under it."""
    width, height = max(1, round(box.w)), max(1, round(box.h))
    shown = image.convert("RGBA").resize((width, height), Image.Resampling.LANCZOS)
    pixels = np.asarray(shown)
    solid = pixels[..., 3] > 128
    own = luminances(pixels[..., :3][solid]) if solid.any() else np.zeros(1, np.float32)
    under = luminances(canvas.pixels(box)).ravel()
    pad = 0.16 * box.h
    if not _apart(own, under):
        light = float((own < 0.35).mean()) >= 0.5
        plate(canvas, box.inset(-pad, -pad), WHITE if light else BLACK, 0.22 * box.h)
    canvas.paste(shown.convert("RGB"), (round(box.x), round(box.y)), shown.getchannel("A"))


def _apart(own: NDArray[np.float32], under: NDArray[np.float32]) -> bool:
    """Whether most of the logo stands out from the darkest and the lightest of what lies under it (1.8:1)."""
    ground = np.percentile(under, [10, 90])
    return all(float((((np.maximum(own, g) + 0.05) / (np.minimum(own, g) + 0.05)) >= 1.8).mean()) > 0.6 for g in ground)
