"""Procedural pictures that behave like photos (soft light, blur, grain) with a subject whose place is known.

They stand in for photos in the layout benchmark, which is optimistic for it: real photos are busier.
"""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from adgen.brief import Box

SIZE = (1088, 1360)


@dataclass(frozen=True)
class StandIn:
    """A picture, and the box of its subject in fractions."""

    name: str
    picture: Image.Image
    subject: Box


Pen = Callable[[ImageDraw.ImageDraw, float, float, float], Box]
"""``draw(pen, x, y, r)``: the subject around (x, y) with half width r; returns its box in pixels."""


def _cup(pen: ImageDraw.ImageDraw, x: float, y: float, r: float) -> Box:
    pen.ellipse((x - r * 1.2, y + r * 0.42, x + r * 1.2, y + r * 0.86), "#D8D2C8")
    pen.ellipse((x + r * 0.5, y - r * 0.32, x + r * 1.25, y + r * 0.36), outline="#EFEAE2", width=int(r * 0.13))
    pen.pieslice((x - r * 0.85, y - r * 1.1, x + r * 0.85, y + r * 0.72), 0, 180, "#F2EEE7")
    pen.ellipse((x - r * 0.85, y - r * 0.48, x + r * 0.85, y + r * 0.1), "#F7F4EF")
    pen.ellipse((x - r * 0.74, y - r * 0.42, x + r * 0.74, y + r * 0.04), "#6B3E1E")
    pen.ellipse((x - r * 0.34, y - r * 0.32, x + r * 0.34, y - r * 0.06), "#D9B68A")
    return Box(x - r * 1.2, y - r * 0.5, r * 2.45, r * 1.36)


def _bowl(pen: ImageDraw.ImageDraw, x: float, y: float, r: float) -> Box:
    pen.pieslice((x - r, y - r * 1.05, x + r, y + r * 0.95), 0, 180, "#3B2A22")
    pen.ellipse((x - r, y - r * 0.42, x + r, y + r * 0.36), "#4A352B")
    pen.ellipse((x - r * 0.9, y - r * 0.35, x + r * 0.9, y + r * 0.29), "#B8371B")
    for angle in range(0, 360, 40):
        px, py = x + r * 0.55 * math.cos(math.radians(angle)), y + r * 0.16 * math.sin(math.radians(angle)) - r * 0.03
        pen.ellipse((px - r * 0.13, py - r * 0.08, px + r * 0.13, py + r * 0.08),
                    "#F2E3C6" if angle % 80 else "#5E8C3A")
    return Box(x - r, y - r * 0.42, 2 * r, r * 1.37)


def _bottle(pen: ImageDraw.ImageDraw, x: float, y: float, r: float) -> Box:
    pen.rounded_rectangle((x - r * 0.42, y - r * 0.5, x + r * 0.42, y + r * 1.2), r * 0.12, "#2F6B57")
    pen.polygon([(x - r * 0.42, y - r * 0.42), (x - r * 0.15, y - r * 0.9), (x + r * 0.15, y - r * 0.9),
                 (x + r * 0.42, y - r * 0.42)], "#2F6B57")
    pen.rectangle((x - r * 0.15, y - r * 1.3, x + r * 0.15, y - r * 0.85), "#25544A")
    pen.rectangle((x - r * 0.36, y, x + r * 0.36, y + r * 0.75), "#F3EAD7")
    return Box(x - r * 0.42, y - r * 1.3, r * 0.84, r * 2.5)


def _cake(pen: ImageDraw.ImageDraw, x: float, y: float, r: float) -> Box:
    pen.ellipse((x - r * 1.15, y + r * 0.45, x + r * 1.15, y + r * 0.95), "#E7E2DA")
    pen.rounded_rectangle((x - r * 0.85, y - r * 0.35, x + r * 0.85, y + r * 0.68), r * 0.1, "#F6DFC4")
    pen.rectangle((x - r * 0.85, y + r * 0.08, x + r * 0.85, y + r * 0.22), "#D94F5C")
    pen.ellipse((x - r * 0.85, y - r * 0.58, x + r * 0.85, y - r * 0.1), "#FFF6EC")
    for step in (-0.5, 0.0, 0.5):
        pen.ellipse((x + r * step - r * 0.16, y - r * 0.72, x + r * step + r * 0.16, y - r * 0.34), "#D2232E")
    return Box(x - r * 1.15, y - r * 0.72, r * 2.3, r * 1.67)


def _flowers(pen: ImageDraw.ImageDraw, x: float, y: float, r: float) -> Box:
    pen.polygon([(x - r * 0.75, y), (x + r * 0.75, y), (x + r * 0.2, y + r * 1.25), (x - r * 0.2, y + r * 1.25)],
                "#D9C7A6")
    dice = random.Random(7)
    for _ in range(26):
        px, py = x + dice.uniform(-0.75, 0.75) * r, y - dice.uniform(0, 0.85) * r
        size = dice.uniform(0.14, 0.26) * r
        pen.ellipse((px - size, py - size, px + size, py + size),
                    dice.choice(("#E86A8C", "#F4B6C8", "#C23B66", "#F7E3A1", "#7FA65A")))
    return Box(x - r, y - r * 1.1, 2 * r, r * 2.35)


def _chicken(pen: ImageDraw.ImageDraw, x: float, y: float, r: float) -> Box:
    pen.ellipse((x - r * 1.2, y - r * 0.3, x + r * 1.2, y + r * 0.8), "#E9E4DB")
    dice = random.Random(3)
    for _ in range(16):
        px, py = x + dice.uniform(-0.7, 0.7) * r, y + dice.uniform(-0.35, 0.35) * r
        size = dice.uniform(0.2, 0.34) * r
        pen.ellipse((px - size, py - size * 0.8, px + size, py + size * 0.8),
                    dice.choice(("#B8651B", "#C97A24", "#9C4F14", "#D98E34")))
    return Box(x - r * 1.2, y - r * 0.65, r * 2.4, r * 1.45)


SUBJECTS: dict[str, Pen] = {"cup": _cup, "bowl": _bowl, "bottle": _bottle, "cake": _cake, "flowers": _flowers,
                            "chicken": _chicken}
LIGHTS = {"dark": ("#20140C", "#4A2C17", "#8A5A2C"), "bright": ("#E9DFD2", "#C9B59A", "#F6EFE4"),
          "green": ("#2E4034", "#51685A", "#A9BFA3"), "rose": ("#E7B8B0", "#B97C78", "#F5DCD4")}
PLACES = ((0.50, 0.60), (0.50, 0.42), (0.36, 0.62), (0.66, 0.55), (0.50, 0.74), (0.62, 0.34))


def stand_ins(size: tuple[int, int] = SIZE) -> list[StandIn]:
    """Sixteen pictures: each subject in two or three lights, at different places and sizes."""
    out = []
    for index in range(16):
        name = list(SUBJECTS)[index % len(SUBJECTS)]
        light = list(LIGHTS)[(index // 2 + index) % len(LIGHTS)]
        place, scale = PLACES[(index * 5 + index // 6) % len(PLACES)], (0.24, 0.3, 0.2)[index % 3]
        out.append(_made(f"{name}-{light}-{index}", (name, light), (*place, scale), size))
    return out


def _made(name: str, kind: tuple[str, str], where: tuple[float, float, float], size: tuple[int, int]) -> StandIn:
    w, h = size
    dice = random.Random(name)
    dark, middle, lit = LIGHTS[kind[1]]
    picture = Image.new("RGB", size, dark)
    pen = ImageDraw.Draw(picture)
    horizon = min(0.9, where[1] + 0.06)
    pen.rectangle((0, horizon * h, w, h), middle)
    for _ in range(60):
        x, y, r = dice.uniform(0, w), dice.uniform(0, horizon * h * 0.9), dice.uniform(0.01, 0.07) * w
        pen.ellipse((x - r, y - r, x + r, y + r), dice.choice((lit, middle)))
    for _ in range(24):
        y = dice.uniform(horizon, 1.0) * h
        pen.line((0, y, w, y + dice.uniform(-20, 20)), dark, width=dice.randint(1, 5))
    picture = picture.filter(ImageFilter.GaussianBlur(0.012 * w))
    pen = ImageDraw.Draw(picture)
    x, y, r = where[0] * w, where[1] * h, where[2] * w
    pen.ellipse((x - 1.3 * r, y + 0.55 * r, x + 1.3 * r, y + 1.05 * r), dark)
    box = SUBJECTS[kind[0]](pen, x, y, r)
    picture = picture.filter(ImageFilter.GaussianBlur(1.2))
    ys, xs = np.mgrid[0:1:h * 1j, 0:1:w * 1j]
    glow = 0.72 + 0.5 * np.exp(-((xs - where[0]) ** 2 + (ys - where[1] + 0.12) ** 2) / 0.16)
    grain = np.random.default_rng(dice.randrange(2 ** 31)).normal(0, 5, (h, w, 1))
    pixels = np.clip(np.asarray(picture, np.float32) * glow[..., None] + grain, 0, 255)
    x0, y0 = max(0.0, box.x / w), max(0.0, box.y / h)
    x1, y1 = min(1.0, (box.x + box.w) / w), min(1.0, (box.y + box.h) / h)
    return StandIn(name, Image.fromarray(pixels.astype(np.uint8)), Box(x0, y0, x1 - x0, y1 - y0))
