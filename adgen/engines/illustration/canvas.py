"""From a composition to pixels: vector parts are drawn by resvg, stickers get outline and shadow in NumPy."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PIL import Image, ImageFilter

from ...brief import FontMood, Stage
from ...graphics import mix, raster
from .geometry import Plan, Rect
from .icons import Icon, colour, floating, shape
from .motifs import Cast
from .palette import Palette
from .shapes import sprinkle

Choice = TypeVar("Choice")
FINE = 720.0
"""Side in pixels up to which a sticker's outline and shadow are made at full size."""


@dataclass(frozen=True)
class Setting:
    """What a composition works with. ``dice`` is the seed's own generator for the small choices.

    ``turn`` counts the rounds of a composition: what makes the look (the ground, the kind of sun) is ``picked`` by it,
    so that the next round never looks the same.
    """

    plan: Plan
    palette: Palette
    cast: Cast
    dice: random.Random
    turn: int = 0

    def picked(self, options: Sequence[Choice], stride: int = 1) -> Choice:
        """One of ``options`` by the turn; another ``stride`` steps through them independently."""
        return options[(self.turn // stride) % len(options)]


@dataclass(frozen=True)
class Sticker:
    """An icon with a die-cut ``outline`` (pixels) and a soft shadow; ``size`` is the longer side of its ink."""

    icon: Icon
    centre: tuple[float, float]
    size: float
    angle: float = 0.0
    outline: float = 0.0
    color: str = "#FFFFFF"


@dataclass(frozen=True)
class Scene:
    """A composition ready to be drawn: parts in painting order, and the areas it keeps free."""

    parts: tuple[str | Sticker, ...]
    stage: Stage


def paint(scene: Scene, width: int, height: int) -> Image.Image:
    """Draw the parts over each other: RGB, exactly ``width`` × ``height`` pixels."""
    texts, rest = _split(scene.parts)
    ground = Rect(0, 0, width, height).svg(scene.stage.ground)
    image = raster(_document(ground + texts, (0, 0, width, height)), width, height).convert("RGB")
    for part in rest:
        if isinstance(part, Sticker):
            _stick(image, part)
        elif part:
            _lay(image, part)
    return image


def _document(body: str, view: tuple[int, int, int, int]) -> str:
    return ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'viewBox="{view[0]} {view[1]} {view[2]} {view[3]}">{body}</svg>')


def _split(parts: tuple[str | Sticker, ...]) -> tuple[str, tuple[str | Sticker, ...]]:
    """The SVG up to the first sticker, drawn in one raster of the whole canvas, and the parts from there on."""
    first = next((i for i, part in enumerate(parts) if isinstance(part, Sticker)), len(parts))
    return "".join(part for part in parts[:first] if isinstance(part, str)), parts[first:]


def _lay(image: Image.Image, part: str) -> None:
    """Lay one SVG part on ``image``, drawing no more than the box it fills: a footer costs a sixth of a canvas.

    The box is found on a raster sixteen times smaller, and widened by what that could have missed.
    """
    width, height = image.size
    rough = 16
    small = raster(_document(part, (0, 0, width, height)), max(1, width // rough), max(1, height // rough))
    box = small.getchannel("A").getbbox()
    if box is None:
        return
    pad = rough * 2
    x0, y0 = max(0, box[0] * rough - pad), max(0, box[1] * rough - pad)
    x1, y1 = min(width, box[2] * rough + pad), min(height, box[3] * rough + pad)
    layer = raster(_document(part, (x0, y0, x1 - x0, y1 - y0)), x1 - x0, y1 - y0)
    image.paste(layer, (x0, y0), layer)


def _stick(image: Image.Image, sticker: Sticker) -> None:
    """Lay one sticker on ``image``. The shadow's reach grows with the sticker, so small ones are never cut off."""
    drop = max(1.0, sticker.size * 0.03)
    pad = int(sticker.outline + drop * 4 + 3)
    turn, ratio = math.radians(sticker.angle), sticker.icon.ratio
    w, h = (sticker.size, sticker.size / ratio) if ratio > 1 else (sticker.size * ratio, sticker.size)
    side = int(max(w * abs(math.cos(turn)) + h * abs(math.sin(turn)),
                   w * abs(math.sin(turn)) + h * abs(math.cos(turn)))) + 2 * pad
    body = floating(sticker.icon, (side / 2, side / 2), sticker.size, sticker.angle)
    art = raster(_document(body, (0, 0, side, side)), side, side)
    left, top = round(sticker.centre[0] - side / 2), round(sticker.centre[1] - side / 2)
    alpha, shade = _edges(art.getchannel("A"), sticker.outline, drop)
    image.paste((20, 12, 8), (left, top + round(drop)), shade)
    if sticker.outline:
        image.paste(sticker.color, (left, top), alpha)
    image.paste(art, (left, top), art)


def _edges(alpha: Image.Image, outline: float, drop: float) -> tuple[Image.Image, Image.Image]:
    """``alpha`` widened by ``outline`` pixels, and its soft shadow.

    At print size both are made from a smaller copy: growing costs the square of the side. The widened edge is
    sharpened again after it is enlarged, so that the die-cut line stays crisp.
    """
    scale = max(1.0, alpha.width / FINE)
    small = alpha.resize((round(alpha.width / scale),) * 2, Image.Resampling.BOX) if scale > 1 else alpha
    grown = _grown(small, outline / scale)
    shade = grown.filter(ImageFilter.GaussianBlur(drop / scale)).point([int(value * 0.34) for value in range(256)])
    if scale > 1:
        steep = [min(255, max(0, int((value - 127.5) * scale + 127.5))) for value in range(256)]
        grown = grown.resize(alpha.size, Image.Resampling.BICUBIC).point(steep)
        shade = shade.resize(alpha.size, Image.Resampling.BILINEAR)
    return grown, shade


def _grown(alpha: Image.Image, radius: float) -> Image.Image:
    """``alpha`` widened by ``radius`` pixels with round corners: the maximum over three rings of shifted copies.

    feMorphology does the same in resvg in 300 ms for a big icon; this takes about 10.
    """
    if radius <= 0:
        return alpha
    pixels = np.asarray(alpha)
    reach = int(radius) + 1
    padded, grown = np.pad(pixels, reach), pixels.copy()
    rows, columns = pixels.shape
    for ring in (radius, radius * 0.66, radius * 0.33):
        for angle in np.arange(24) * (np.pi / 12):
            dy, dx = reach + round(float(np.sin(angle)) * ring), reach + round(float(np.cos(angle)) * ring)
            np.maximum(grown, padded[dy:dy + rows, dx:dx + columns], out=grown)
    return Image.fromarray(grown).filter(ImageFilter.GaussianBlur(0.6))


def staged(setting: Setting, hero: Rect, grounds: tuple[str, str], burst: Rect | None, mood: FontMood) -> Stage:
    """The stage of a composition on its plan; ``grounds`` are the colours of the calm area and of the footer."""
    plan, palette = setting.plan, setting.palette
    # A column has neighbours at its sides, so words need a margin there; a band reaches both edges of the canvas.
    foot = plan.footer.inset(0.05 * plan.short, 0.04 * plan.short) if plan.kind == "banner" else plan.footer
    return Stage(hero=plan.box(hero), calm=plan.box(plan.calm), ground=grounds[0], footer=plan.box(foot),
                 footer_ground=grounds[1], badge=plan.box(burst) if burst else None, accent=palette.accent(grounds[0]),
                 align="center" if plan.kind == "tall" else "left", mood=mood)


def footer(setting: Setting, fill: str) -> str:
    """The plain footer; in a story it goes on to the lower edge, where the app's buttons are, with a quiet pattern."""
    plan = setting.plan
    svg = Rect(plan.footer.x, plan.footer.y, plan.footer.w, plan.height - plan.footer.y + 1).svg(fill)
    step, top = plan.width / 5, plan.footer.bottom
    if top > plan.height - step / 2:
        return svg
    quiet, art = (mix(fill, "#FFFFFF", 0.15), mix(fill, setting.palette.main, 0.6)), shape(setting.cast.shape)
    for row in range(int((plan.height - top) / (step * 0.8)) + 2):
        for column in range(6):
            x, y = (column + (row % 2) / 2) * step, top + (row + 0.6) * step * 0.8
            svg += floating(art, (x, y), step * 0.42, -14.0 if row % 2 else 10.0, quiet[(row + column) % 2])
    return svg


def scatter(setting: Setting, inside: Rect, avoid: Sequence[Rect], colors: Sequence[str], count: int = 12) -> str:
    """Small floating things of the season inside ``inside``, none near another or over ``avoid``."""
    dice, short, kind = setting.dice, setting.plan.short, setting.cast.sprinkle
    placed: list[tuple[float, float]] = []
    svg = ""
    for _ in range(count * 8):
        size = short * dice.uniform(0.018, 0.042)
        x, y = dice.uniform(inside.x + size, inside.right - size), dice.uniform(inside.y + size, inside.bottom - size)
        taken = any(r.x - size < x < r.right + size and r.y - size < y < r.bottom + size for r in avoid)
        if len(placed) >= count or taken or any(math.hypot(x - a, y - b) < short * 0.075 for a, b in placed):
            continue
        placed.append((x, y))
        angle = 0 if kind in ("spark", "snow") else dice.uniform(-40, 40)
        if kind == "leaf":
            svg += floating(colour(dice.choice(("maple-leaf", "fallen-leaf"))), (x, y), size * 1.7, angle)
        else:
            svg += sprinkle(kind, (x, y), size, angle, dice.choice(list(colors)))
    return svg
