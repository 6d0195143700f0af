"""A poster over a photo: the template and the crop are chosen by saliency, the scrim is solved from the pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..brief import PosterRequest
from ..graphics import BLACK, contrast_over, hex_to_rgb, luminance, luminances, mix, ramp
from . import draw
from .compose import Words, stacked
from .draw import Canvas
from .gate import Group, Standing, draw_pills, publish, qr_dark, settle
from .geometry import Frame, Rect, Stack, pixels
from .palette import BODY_RATIO, Inks, accent_of, chosen, inks
from .saliency import Attention, Crop, attention, crops
from .staged import qr_side
from .templates import Template, candidates

MOST_SCRIM = 0.62
"""A stronger scrim destroys the photo: a panel is used instead (facts/typesetting.md §4)."""

_ROLES = ("store_name", "headline", "subline", "offer", "period", "call_to_action", "address_line")
_BESIDE_CODE = ("offer", "period", "call_to_action", "address_line")


@dataclass(frozen=True)
class _Plan:
    template: Template
    block: Stack
    crop: Crop
    score: float


def set_photo(request: PosterRequest, words: Words) -> tuple[Canvas, str, Standing]:
    """(canvas, template key, what stands on it) for a picture of any size without a stage."""
    photo = request.picture
    accent = chosen(request.colors, accent_of(photo))
    plans = _plans(request, words, attention(photo))
    if not plans:
        whole = crops(attention(photo), request.width / request.height, photo.size, None)[0]
        return _canvas(request, _cropped(photo, whole, (request.width, request.height))), "plain", Standing()
    for plan in plans:
        if plan.template.panel:
            canvas, colors = _panel(request, plan, accent)
            return canvas, plan.template.key, _set(canvas, request, plan, Group(plan.block.texts, colors))
        canvas = _canvas(request, _cropped(photo, plan.crop, (request.width, request.height)))
        solved = _scrim(canvas, plan, accent)
        if solved is not None:
            shadow = BLACK if luminance(solved.ground) < 0.2 else ""
            return canvas, plan.template.key, _set(canvas, request, plan, Group(plan.block.texts, solved, shadow))
    raise AssertionError("the table of templates holds a panel for every shape")


def _set(canvas: Canvas, request: PosterRequest, plan: _Plan, group: Group) -> Standing:
    code: tuple[Rect, ...] = ()
    if plan.block.reserved is not None:
        kept = plan.block.reserved
        side = min(kept.w, kept.h)
        code = (Rect(kept.right - side, kept.bottom - side, side, side),)
        draw.qr(canvas, request.text.link_url, code[0], qr_dark(group.inks))
    draw_pills(canvas, group)
    return publish(canvas, settle(canvas, group), group.shadow) + Standing(taken=code)


def _plans(request: PosterRequest, words: Words, seen: Attention) -> list[_Plan]:
    """Every template with its text laid out and its best crop, the best first."""
    plans: list[_Plan] = []
    size = request.picture.size
    for template in candidates(request.width, request.height):
        block = _block(template, request, words)
        if block is None:
            continue
        photo = pixels(template.photo, request.width, request.height)
        text = None
        if not template.panel:
            around = block.bounds
            text = (around.x / request.width, around.y / request.height, around.w / request.width,
                    around.h / request.height)
        crop = min(crops(seen, photo.w / photo.h, size, text), key=_harm)
        plans.append(_Plan(template, block, crop, _harm(crop) + template.cost))
    return sorted(plans, key=lambda plan: plan.score)


def _harm(crop: Crop) -> float:
    """What a crop costs: subject covered, subject lost, text over a busy place (weights set by eye)."""
    return 2.2 * crop.covered + 1.0 * (1 - crop.kept) + 0.35 * crop.busy


def _block(template: Template, request: PosterRequest, words: Words) -> Stack | None:
    margin = 0.06 * words.short
    area = pixels(template.text, request.width, request.height)
    safe = Rect(0, 0, request.width, request.height).inset(margin, margin)
    area = area.meet(safe) if not template.panel else area.inset(margin, margin * 0.9)
    side = qr_side(request.text.link_url, words.short, min(0.3 * area.w, 0.5 * area.h))
    reserve = (side + 0.03 * words.short, float(side)) if side else (0.0, 0.0)
    return stacked(words, _ROLES, Frame(area, "left", template.rise, words.floor, reserve), _BESIDE_CODE)


def _cropped(photo: Image.Image, crop: Crop, size: tuple[int, int]) -> Image.Image:
    box = (crop.x * photo.width, crop.y * photo.height, (crop.x + crop.w) * photo.width,
           (crop.y + crop.h) * photo.height)
    return photo.resize(size, Image.Resampling.BICUBIC, box=box, reducing_gap=3.0)


def _canvas(request: PosterRequest, image: Image.Image) -> Canvas:
    return Canvas(image, request.keep_vectors)


def _panel(request: PosterRequest, plan: _Plan, accent: str) -> tuple[Canvas, Inks]:
    """Photo and plain panel side by side; the panel is dark for dark photos and paper for bright ones."""
    box = pixels(plan.template.photo, request.width, request.height)
    photo = _cropped(request.picture, plan.crop, (round(box.w), round(box.h)))
    tones = ramp(accent)
    bright = float(luminances(np.asarray(photo.resize((32, 32)), dtype=np.uint8)).mean()) > 0.32
    ground = tones.paper if bright else mix(tones.ink, tones.deep, 0.5)
    canvas = _canvas(request, Image.new("RGB", (request.width, request.height), ground))
    canvas.paste(photo, (round(box.x), round(box.y)))
    return canvas, inks(ground, accent)


def _scrim(canvas: Canvas, plan: _Plan, accent: str) -> Inks | None:
    """Darken or lighten ``canvas`` behind the text just enough; None when that would take more than MOST_SCRIM."""
    tones = ramp(accent)
    found: list[tuple[float, Inks]] = []
    for ground in (mix(tones.ink, BLACK, 0.45), tones.paper):
        colors = inks(ground, accent)
        alpha = _solve(canvas, plan.block, colors)
        if alpha is not None:
            # A light veil looks washed out sooner than a dark one looks heavy.
            found.append((alpha + (0.12 if ground == tones.paper else 0.0), colors))
    if not found:
        return None
    cost, colors = min(found, key=lambda pair: pair[0])
    alpha = cost - (0.12 if colors.ground == tones.paper else 0.0)
    _veil(canvas, plan, colors.ground, alpha)
    return colors


def _solve(canvas: Canvas, block: Stack, colors: Inks) -> float | None:
    """The least alpha at which every text reaches 4.5 (with a little to spare for rounding), by bisection."""
    ground = np.array(hex_to_rgb(colors.ground), dtype=np.float32)
    samples = [(colors.of(text.role), _sample(canvas.pixels(text.box)))
               for text in block.texts if text.plate is None]

    def holds(alpha: float) -> bool:
        return all(contrast_over(color, (pixels * (1 - alpha) + ground * alpha).astype(np.uint8)) >= BODY_RATIO + 0.15
                   for color, pixels in samples)

    if not holds(MOST_SCRIM):
        return None
    low, high = 0.0, MOST_SCRIM
    for _ in range(7):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    # A touch of scrim always: it seats the text even where the numbers would do without.
    return max(high, 0.18)


def _sample(found: NDArray[np.uint8]) -> NDArray[np.float32]:
    flat = found.reshape(-1, 3)
    return flat[::max(1, len(flat) // 4000)].astype(np.float32)


def _veil(canvas: Canvas, plan: _Plan, ground: str, alpha: float) -> None:
    """A scrim with full strength behind the text, fading out beyond it."""
    width, height = canvas.size
    around, side = plan.block.bounds, plan.template.side
    upright = side in ("top", "bottom")
    length = height if upright else width
    pad, fade = 0.03 * length, 0.26 * length
    at = np.arange(length, dtype=np.float32)
    edge = {"top": around.bottom + pad - at, "bottom": at - around.y + pad,
            "left": around.right + pad - at, "right": at - around.x + pad}[side]
    ramp_in = np.clip(1 + edge / fade, 0, 1)
    mask = (ramp_in * ramp_in * (3 - 2 * ramp_in) * alpha * 255).round().astype(np.uint8)
    line = mask[:, None] if upright else mask[None, :]
    canvas.paste(Image.new("RGB", canvas.size, hex_to_rgb(ground)), (0, 0),
                 Image.fromarray(np.ascontiguousarray(np.broadcast_to(line, (height, width)))))
