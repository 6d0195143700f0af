"""From a composition to pixels: vector parts are drawn by resvg, stickers get outline and shadow in NumPy."""

import math
import random
from collections.abc import Iterable, Sequence
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
    image = Image.new("RGB", (width, height), scene.stage.ground)
    for run in _runs(scene.parts):
        if isinstance(run, Sticker):
            _stick(image, run)
        else:
            layer = raster(_document(run, width, height), width, height)
            image.paste(layer, (0, 0), layer)
    return image


def _document(body: str, width: int, height: int) -> str:
    return ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'viewBox="0 0 {width} {height}">{body}</svg>')


def _runs(parts: tuple[str | Sticker, ...]) -> Iterable[str | Sticker]:
    """The parts with neighbouring SVG joined: each run costs one raster of the whole canvas."""
    text = ""
    for part in parts:
        if isinstance(part, Sticker):
            if text:
                yield text
            text = ""
            yield part
        else:
            text += part
    if text:
        yield text


def _stick(image: Image.Image, sticker: Sticker) -> None:
    """Lay one sticker on ``image``. The shadow's reach grows with the sticker, so small ones are never cut off."""
    drop = max(1.0, sticker.size * 0.03)
    pad = int(sticker.outline + drop * 4 + 3)
    side = int(sticker.size * 1.5) + 2 * pad
    art = raster(_document(floating(sticker.icon, (side / 2, side / 2), sticker.size, sticker.angle), side, side),
                 side, side)
    left, top = round(sticker.centre[0] - side / 2), round(sticker.centre[1] - side / 2)
    alpha = _grown(art.getchannel("A"), sticker.outline)
    shade = alpha.filter(ImageFilter.GaussianBlur(drop)).point([int(value * 0.34) for value in range(256)])
    image.paste((20, 12, 8), (left, top + round(drop)), shade)
    if sticker.outline:
        image.paste(sticker.color, (left, top), alpha)
    image.paste(art, (left, top), art)


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
    step, top = plan.width / 7, plan.footer.bottom
    if top > plan.height - step / 2:
        return svg
    faint, art = mix(fill, "#FFFFFF", 0.09), shape(setting.cast.shape)
    for row in range(int((plan.height - top) / (step * 0.86)) + 2):
        for column in range(8):
            x, y = (column + (row % 2) / 2) * step, top + (row + 0.55) * step * 0.86
            svg += floating(art, (x, y), step * 0.36, -14.0, faint)
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
