"""Cutting a drawn hero out of its plain surroundings by colour. Photos are not cut: keyed hair and steam look false."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from ..brief import Box

Mask = NDArray[np.bool_]
_WORK = 170
"""Long side of the map in which the surroundings are found, in pixels."""
_NEAR, _FAR = 16.0, 44.0
"""Colour distances (RGB, 0…441) up to which a pixel is ground, and from which it is object."""


def cut(picture: Image.Image, hero: Box, most: tuple[int, int]) -> Image.Image | None:
    """The hero of ``picture`` (RGB) as RGBA, trimmed, at most ``most`` pixels; None where the keying is not sure.

    Ground is what is connected to the edge of the hero's surroundings and has one of the colours found along it. The
    result is refused when it touches that edge, is nearly everything or nothing, or changes with the threshold: then
    the object shares a colour with its ground, and a piece of it would be lost.
    """
    region = _around(picture, hero)
    scale = min(1.0, 1.25 * max(most[0] / region.width, most[1] / region.height))
    region = region.resize((max(8, round(region.width * scale)), max(8, round(region.height * scale))),
                           Image.Resampling.BICUBIC, reducing_gap=2.0)
    small = region.copy()
    small.thumbnail((_WORK, _WORK), Image.Resampling.BOX)
    pixels = np.asarray(small, dtype=np.float32)
    away = _distance(pixels, _edge_colors(pixels))
    loose, strict = (_largest(~_reached(_edge(away.shape), away < limit)) for limit in (_NEAR, _FAR))
    if not _plausible(loose) or float((loose & ~strict).sum()) > 0.07 * float(loose.sum()):
        return None
    # Only the rim is decided by colour: what lies deep inside may well have the ground's colour.
    rim = np.where(strict, 1.0, np.where(loose, np.clip((away - _NEAR) / (_FAR - _NEAR), 0, 1), 0.0))
    alpha = Image.fromarray((rim * 255).astype(np.uint8)).resize(region.size, Image.Resampling.BICUBIC)
    alpha = alpha.filter(ImageFilter.GaussianBlur(0.8)).point([max(0, min(255, 2 * v - 140)) for v in range(256)])
    box = alpha.point(lambda value: 255 if value > 24 else 0).getbbox()
    if box is None:
        return None
    out = region.convert("RGBA")
    out.putalpha(alpha)
    out = out.crop(box)
    fit = min(most[0] / out.width, most[1] / out.height)
    return out.resize((max(1, round(out.width * fit)), max(1, round(out.height * fit))), Image.Resampling.BICUBIC)


def _around(picture: Image.Image, hero: Box) -> Image.Image:
    """The hero with a tenth of air around it."""
    dx, dy = 0.08 * hero.w, 0.08 * hero.h
    return picture.crop((max(0, int((hero.x - dx) * picture.width)), max(0, int((hero.y - dy) * picture.height)),
                         min(picture.width, round((hero.x + hero.w + dx) * picture.width)),
                         min(picture.height, round((hero.y + hero.h + dy) * picture.height))))


def _edge(shape: tuple[int, ...]) -> Mask:
    edge = np.zeros(shape[:2], dtype=np.bool_)
    edge[[0, -1]] = True
    edge[:, [0, -1]] = True
    return edge


def _edge_colors(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean colours of the fullest bins along the edge: those that hold at least 1.5 % of it, twelve at most."""
    ring = pixels[_edge(pixels.shape)]
    bins = (ring // 20).astype(np.int64) @ np.array([400, 20, 1])
    names, inverse, counts = np.unique(bins, return_inverse=True, return_counts=True)
    wanted = [index for index in np.argsort(-counts)[:12] if counts[index] >= max(2, 0.015 * len(ring))]
    return np.stack([ring[inverse == index].mean(0) for index in wanted or [int(counts.argmax())]])


def _distance(pixels: NDArray[np.float32], colors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Distance of each pixel to the nearest of ``colors``."""
    best = np.full(pixels.shape[:2], 1e9, dtype=np.float32)
    for color in colors:
        gap = pixels - color
        np.minimum(best, np.einsum("ijk,ijk->ij", gap, gap), out=best)
    return np.sqrt(best)


def _reached(start: Mask, open_: Mask) -> Mask:
    """What of ``open_`` is connected to ``start``: sweeps in four directions until nothing is added."""
    reached = start & open_
    while True:
        before = int(reached.sum())
        for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1)):
            reached = _swept(reached, open_, axis, step)
        if int(reached.sum()) == before:
            return reached


def _swept(reached: Mask, open_: Mask, axis: int, step: int) -> Mask:
    """One sweep: within each open run, everything after a reached pixel is reached."""
    seen = np.moveaxis(reached, axis, 0)[::step]
    free = np.moveaxis(open_, axis, 0)[::step]
    at = np.arange(len(free))[:, None]
    last_wall = np.maximum.accumulate(np.where(free, -1, at), axis=0)
    last_seen = np.maximum.accumulate(np.where(seen, at, -2), axis=0)
    return np.moveaxis((free & (last_seen > last_wall))[::step], 0, axis)


def _largest(solid: Mask) -> Mask:
    """The part of ``solid`` that is connected to the pixel nearest to the middle."""
    ys, xs = np.nonzero(solid)
    if not len(ys):
        return solid
    middle = int(np.argmin((ys - solid.shape[0] / 2) ** 2 + (xs - solid.shape[1] / 2) ** 2))
    start = np.zeros_like(solid)
    start[ys[middle], xs[middle]] = True
    return _reached(start, solid)


def _plausible(solid: Mask) -> bool:
    """Whether a mask looks like one thing standing free."""
    share = float(solid.mean())
    if not 0.12 < share < 0.88:
        return False
    edge = _edge(solid.shape)
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    tall, wide = (rows[-1] - rows[0] + 1) / solid.shape[0], (columns[-1] - columns[0] + 1) / solid.shape[1]
    return float(solid[edge].mean()) < 0.04 and tall > 0.66 and wide > 0.5
