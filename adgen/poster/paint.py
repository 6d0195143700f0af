"""From a draft to pixels: picture, veil, ornaments, then the words behind the contrast gate."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from ..graphics import BLACK, contrast_over, hex_to_rgb, luminance, mix, ramp
from . import draw, marks
from .crops import cropped
from .draft import Draft, Drawn, Flat, Part, Scrim, Window
from .draw import Canvas
from .families.framed import print_photo
from .gate import Group, Settled, Standing, draw_pills, publish, qr_dark, settle
from .geometry import Rect, SetText
from .palette import BODY_RATIO, Brand, Inks, inks
from .scene import Column, Scene

MOST_SCRIM = 0.62
"""A stronger scrim destroys the photo: another template is used instead (facts/typesetting.md §4)."""


def paint(scene: Scene, draft: Draft,
          most_scrim: float = MOST_SCRIM) -> tuple[Canvas, Standing, list[Settled]] | None:
    """The canvas, what stands on it, and the texts with their colours; None when a veil would have to be stronger
    than ``most_scrim`` (0…1)."""
    canvas = _canvas(scene, draft)
    colored: list[tuple[Part, Inks, str]] = []
    for part in draft.parts:
        if part.inks is not None:
            colored.append((part, part.inks, ""))
            continue
        assert part.scrim is not None
        found = _scrim(canvas, part, scene.brand, most_scrim)
        if found is None:
            return None
        colored.append((part, found, BLACK if luminance(found.ground) < 0.2 else ""))
    _ornaments(canvas, draft.over)
    standing, texts = Standing(), []
    if draft.burst is not None:
        draw.burst(canvas, draft.burst.box, draft.burst.fill, "#FFFFFF")
        on_badge = inks(draft.burst.fill, draft.burst.ink)
        settled = settle(canvas, Group(draft.burst.texts, on_badge),
                         {text.role: draft.burst.ink for text in draft.burst.texts})
        standing += publish(canvas, settled) + Standing(taken=(draft.burst.box,))
        texts += settled
    for part, colors, shadow in colored:
        settled, more = _column(scene, canvas, part.column, Group(part.column.texts, colors, shadow))
        standing, texts = standing + more, texts + settled
    return canvas, standing, texts


def _column(scene: Scene, canvas: Canvas, column: Column, group: Group) -> tuple[list[Settled], Standing]:
    taken: tuple[Rect, ...] = ()
    if column.code is not None:
        draw.qr(canvas, scene.request.text.link_url, column.code, qr_dark(group.inks))
        taken += (column.code,)
    if column.logo is not None and scene.request.logo is not None:
        marks.logo(canvas, scene.request.logo, column.logo)
        taken += (column.logo,)
    if not group.texts:
        return [], Standing(taken=taken)
    draw_pills(canvas, group)
    settled = settle(canvas, group)
    return settled, publish(canvas, settled, group.shadow) + Standing(taken=taken)


def _canvas(scene: Scene, draft: Draft) -> Canvas:
    """Ground, ornaments under the picture, and the picture."""
    size, keep = (scene.request.width, scene.request.height), scene.request.keep_vectors
    first = draft.windows[0] if draft.windows else None
    if first is not None and first.form == "rect" and (first.box.w, first.box.h) == size:
        return Canvas(cropped(scene.picture, first.crop, size), keep)
    canvas = Canvas(Image.new("RGB", size, draft.ground), keep)
    _ornaments(canvas, draft.under)
    for window in draft.windows:
        _window(scene, canvas, window)
    return canvas


def _ornaments(canvas: Canvas, layers: tuple[Flat | Drawn, ...]) -> None:
    for layer in layers:
        if isinstance(layer, Flat):
            box = layer.box.meet(Rect(0, 0, canvas.width, canvas.height))
            size = (round(box.right) - round(box.x), round(box.bottom) - round(box.y))
            canvas.paste(Image.new("RGB", size, hex_to_rgb(layer.color)), (round(box.x), round(box.y)))
        else:
            canvas.paint(layer.svg, layer.box)


def _window(scene: Scene, canvas: Canvas, window: Window) -> None:
    box = window.box
    if window.form == "print":
        _print(scene, canvas, window)
        return
    x, y = round(box.x), round(box.y)
    size = (max(1, round(box.right) - x), max(1, round(box.bottom) - y))
    photo = cropped(scene.picture, window.crop, size)
    canvas.paste(photo, (x, y), None if window.form == "rect" else _mask(window, size))


def _mask(window: Window, size: tuple[int, int]) -> Image.Image:
    """The window's form at twice the size, brought down for smooth edges."""
    w, h = size[0] * 2, size[1] * 2
    mask = Image.new("L", (w, h), 0)
    pen = ImageDraw.Draw(mask)
    if window.form == "circle":
        pen.ellipse((0, 0, w - 1, h - 1), fill=255)
    elif window.form == "arch":
        pen.pieslice((0, 0, w - 1, w - 1), 180, 360, fill=255)
        pen.rectangle((0, w // 2, w, h), fill=255)
    else:
        pen.rounded_rectangle((0, 0, w - 1, h - 1), radius=window.radius * 2, fill=255)
    return mask.resize(size, Image.Resampling.BOX)


def _print(scene: Scene, canvas: Canvas, window: Window) -> None:
    """A paper print: white, the photo on it, turned, with a soft shadow."""
    box, inside = window.box, print_photo(window.box)
    sheet = Image.new("RGBA", (round(box.w), round(box.h)), "#FDFCF8")
    photo = cropped(scene.picture, window.crop, (round(inside.w), round(inside.h)))
    sheet.paste(photo, (round(inside.x - box.x), round(inside.y - box.y)))
    turned = sheet.rotate(window.angle, Image.Resampling.BICUBIC, expand=True)
    x, y = round(box.x + (box.w - turned.width) / 2), round(box.y + (box.h - turned.height) / 2)
    blur = 0.012 * box.w
    pad = int(3 * blur) + 1
    shade = Image.new("L", (turned.width + 2 * pad, turned.height + 2 * pad), 0)
    shade.paste(turned.getchannel("A"), (pad, pad))
    shade = shade.filter(ImageFilter.BoxBlur(blur)).point([int(value * 0.34) for value in range(256)])
    canvas.paste(Image.new("RGB", shade.size, (24, 16, 10)), (x - pad, y - pad + round(blur)), shade)
    canvas.paste(turned.convert("RGB"), (x, y), turned.getchannel("A"))


def _scrim(canvas: Canvas, part: Part, brand: Brand, most: float) -> Inks | None:
    """Darken or lighten ``canvas`` behind the text just enough; None when that would take more than ``most``.

    At ``most`` = 1 it always closes: then the plate of the gate stands in for what no veil can do.
    """
    assert part.scrim is not None
    tones = ramp(brand.main)
    found: list[tuple[float, float, Inks]] = []
    for ground, extra in ((mix(tones.ink, BLACK, 0.45), 0.0), (tones.paper, 0.12)):
        colors = inks(ground, brand.accent)
        alpha = _solve(canvas, part.column.texts, colors, min(most, 0.92))
        if alpha is None and most >= 1:
            alpha = MOST_SCRIM
        if alpha is not None:
            # A light veil looks washed out sooner than a dark one looks heavy.
            found.append((alpha + extra, alpha, colors))
    if not found:
        return None
    _, alpha, colors = min(found, key=lambda option: option[0])
    _veil(canvas, part.scrim, colors.ground, alpha)
    return colors


def _solve(canvas: Canvas, texts: tuple[SetText, ...], colors: Inks, most: float) -> float | None:
    """The least alpha at which every text reaches 4.5 (with a little to spare for rounding), by bisection."""
    ground = np.array(hex_to_rgb(colors.ground), dtype=np.float32)
    samples = [(colors.of(text.role), _sample(canvas.pixels(text.box))) for text in texts if text.plate is None]

    def holds(alpha: float) -> bool:
        return all(contrast_over(color, (pixels * (1 - alpha) + ground * alpha).astype(np.uint8)) >= BODY_RATIO + 0.15
                   for color, pixels in samples)

    if not holds(most):
        return None
    low, high = 0.0, most
    for _ in range(7):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    # A touch of scrim always: it seats the text even where the numbers would do without.
    return max(high, 0.18)


def _sample(found: NDArray[np.uint8]) -> NDArray[np.float32]:
    flat = found.reshape(-1, 3)
    return flat[::max(1, len(flat) // 1500)].astype(np.float32)


def _veil(canvas: Canvas, scrim: Scrim, ground: str, alpha: float) -> None:
    """A scrim with full strength behind the text, fading out beyond it."""
    width, height = canvas.size
    around, side = scrim.around, scrim.side
    upright = side in ("top", "bottom")
    length = height if upright else width
    pad, fade = 0.03 * length, 0.26 * length
    at = np.arange(length, dtype=np.float32)
    edge = {"top": around.bottom + pad - at, "bottom": at - around.y + pad,
            "left": around.right + pad - at, "right": at - around.x + pad}[side]
    ramp_in = np.clip(1 + edge / fade, 0, 1)
    mask = (ramp_in * ramp_in * (3 - 2 * ramp_in) * alpha * 255).round().astype(np.uint8)
    rows = np.flatnonzero(mask)
    if not len(rows):
        return
    first, last = int(rows[0]), int(rows[-1]) + 1
    line = mask[first:last, None] if upright else mask[None, first:last]
    size = (width, last - first) if upright else (last - first, height)
    shade = Image.fromarray(np.ascontiguousarray(np.broadcast_to(line, (size[1], size[0]))))
    canvas.paste(Image.new("RGB", size, hex_to_rgb(ground)), (0, first) if upright else (first, 0), shade)
