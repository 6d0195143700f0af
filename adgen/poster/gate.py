"""The contrast gate: no text is set that cannot be read. Ratios are measured over the real pixels under each text."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..brief import TextPlacement
from ..graphics import BLACK, WHITE, contrast, contrast_over, ensure, hex_to_rgb, is_dark
from .draw import Canvas, plate, set_text
from .geometry import Rect, SetText
from .palette import BODY_RATIO, Inks

DISPLAY_RATIO, DISPLAY_SIZE = 3.0, 48.0
"""WCAG 2.2 AA for large type; applied above 48 px only."""


@dataclass(frozen=True)
class Group:
    """Texts on one ground. ``shadow`` is the colour of a soft shadow for texts over a photo, or empty."""

    texts: tuple[SetText, ...]
    inks: Inks
    shadow: str = ""


@dataclass(frozen=True)
class Settled:
    """A text with the colour that passed and its 5th percentile ratio."""

    text: SetText
    color: str
    ratio: float


def needed(text: SetText) -> float:
    """The ratio this text must reach."""
    display = text.size > DISPLAY_SIZE and text.role in ("headline", "offer")
    return DISPLAY_RATIO if display else BODY_RATIO


def settle(canvas: Canvas, group: Group, color_of: dict[str, str] | None = None) -> list[Settled]:
    """Colours for the texts of ``group``, repaired where needed: first the colour, then a plate under all of them.

    The plate is the group's ground, opaque, on which every ink holds by construction, so the gate always closes.
    """
    wanted = {text.role: (color_of or {}).get(text.role, group.inks.of(text.role)) for text in group.texts}
    done = [_best(canvas, text, wanted[text.role], group.inks) for text in group.texts]
    if all(one.ratio >= needed(one.text) for one in done):
        return done
    size = max(text.size for text in group.texts)
    bounds = group.texts[0].plate or group.texts[0].box
    for text in group.texts:
        bounds = bounds.join(text.plate or text.box)
    pad = min(0.5 * size, 0.04 * min(canvas.size))
    plate(canvas, bounds.inset(-pad, -pad), group.inks.ground, pad * 0.9)
    for text in group.texts:
        if text.plate is not None:
            plate(canvas, text.plate, group.inks.under(text.role), text.plate.h / 2)
    return [_best(canvas, text, wanted[text.role], group.inks) for text in group.texts]


def _best(canvas: Canvas, text: SetText, color: str, inks: Inks) -> Settled:
    pixels = canvas.pixels(text.box)
    ratio = contrast_over(color, pixels)
    if ratio >= needed(text):
        return Settled(text, color, ratio)
    mean = "#" + "".join(f"{int(value):02X}" for value in pixels.reshape(-1, 3).mean(0))
    options = [color, ensure(color, mean, BODY_RATIO + 0.5), inks.headline, WHITE, BLACK]
    rated = [(contrast_over(option, pixels), option) for option in options]
    # The first that passes keeps the hue; only when none does, the best of them.
    ratio, color = next((pair for pair in rated if pair[0] >= needed(text)), max(rated))
    return Settled(text, color, ratio)


def draw_pills(canvas: Canvas, group: Group) -> None:
    """The plates of pills, before anything is measured."""
    for text in group.texts:
        if text.plate is not None:
            plate(canvas, text.plate, group.inks.under(text.role), text.plate.h / 2)


@dataclass(frozen=True)
class Standing:
    """What stands on the poster: the texts, and every rectangle (texts, plates, QR code) to be left alone."""

    placements: tuple[TextPlacement, ...] = ()
    taken: tuple[Rect, ...] = ()

    def __add__(self, other: "Standing") -> "Standing":
        return Standing(self.placements + other.placements, self.taken + other.taken)


def publish(canvas: Canvas, settled: Sequence[Settled], shadow: str = "") -> Standing:
    """Set the texts and report them."""
    placements: list[TextPlacement] = []
    for one in settled:
        box = one.text.box
        set_text(canvas, one.text, one.color, shadow if one.text.plate is None else "")
        x0, y0 = max(0, int(box.x)), max(0, int(box.y))
        x1, y1 = min(canvas.width, int(box.right) + 1), min(canvas.height, int(box.bottom) + 1)
        placements.append(TextPlacement(one.text.role, one.text.text, (x0, y0, x1 - x0, y1 - y0),
                                        round(one.text.size, 2), round(one.ratio, 2)))
    return Standing(tuple(placements), tuple(one.text.plate or one.text.box for one in settled))


def label(canvas: Canvas, text: SetText) -> Standing:
    """The AI mark on a small plate, as transparent as the pixels under it allow."""
    assert text.plate is not None
    dark = is_dark("#" + "".join(f"{int(value):02X}" for value in canvas.pixels(text.box).reshape(-1, 3).mean(0)))
    color, ground = (WHITE, BLACK) if dark else (BLACK, WHITE)
    ground_rgb, pixels = np.array(hex_to_rgb(ground), dtype=np.float32), canvas.pixels(text.box).astype(np.float32)
    alpha = next((alpha for alpha in (0.5, 0.65, 0.8, 0.9) if contrast_over(
        color, (pixels * (1 - alpha) + ground_rgb * alpha).astype(np.uint8)) >= BODY_RATIO + 1), 1.0)
    plate(canvas, text.plate, ground, text.plate.h / 3, alpha)
    return publish(canvas, [Settled(text, color, contrast_over(color, canvas.pixels(text.box)))])


def qr_dark(inks: Inks) -> str:
    """The darkest colour at hand for a QR code: ink of the palette where it is dark enough, else black."""
    return next((color for color in (inks.ground, inks.headline) if contrast(color, WHITE) >= 12), "#111111")
