"""Where the eye goes in a photo, and how to crop it. NumPy only; 192 px on the long side is enough.

The mix (.35 spectral residual, .40 Lab distinctness, .25 gradient, soft centre prior) covered the subject least often
of those measured on 48 stand-in photos: 4.4 % against 5.3 % for the spectral residual alone (facts/typesetting.md §4).
Spectral residual: X. Hou and L. Zhang, CVPR 2007.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Map = NDArray[np.float32]
_LONG = 192


@dataclass(frozen=True)
class Attention:
    """``saliency`` (sums to 1) and ``busy`` (gradient, 0…1) of a whole picture, as small maps (h, w)."""

    saliency: Map
    busy: Map


def attention(picture: Image.Image) -> Attention:
    """Saliency and busyness of an RGB picture."""
    scale = _LONG / max(picture.size)
    size = (max(16, round(picture.width * scale)), max(16, round(picture.height * scale)))
    rgb: Map = np.asarray(picture.resize(size, Image.Resampling.BOX), dtype=np.float32) / np.float32(255)
    grey: Map = (rgb @ np.array([0.299, 0.587, 0.114], dtype=np.float32)).astype(np.float32)
    gradient = _smooth(np.hypot(*np.gradient(grey)).astype(np.float32), 3)
    mixed = 0.35 * _unit(_residual(grey)) + 0.40 * _unit(_distinct(rgb)) + 0.25 * _unit(gradient)
    ys, xs = np.mgrid[-1:1:mixed.shape[0] * 1j, -1:1:mixed.shape[1] * 1j]
    mixed = _smooth(mixed * (0.35 + 0.65 * np.exp(-(xs ** 2 + ys ** 2) / 0.9)).astype(np.float32), 4)
    # Squared, so that the subject counts and the faint rest of the picture does not.
    mixed = mixed ** 2
    return Attention((mixed / max(float(mixed.sum()), 1e-9)).astype(np.float32), _unit(gradient))


def _residual(grey: Map) -> Map:
    """Spectral residual at 64 px, as in the paper, scaled back."""
    small = np.asarray(Image.fromarray(grey).resize((64, 64), Image.Resampling.BOX), dtype=np.float32)
    spectrum = np.fft.fft2(small)
    log = np.log(np.abs(spectrum) + 1e-6).astype(np.float32)
    back = np.fft.ifft2(np.exp(log - _smooth(log, 1) + 1j * np.angle(spectrum)))
    energy = _smooth(np.abs(back).astype(np.float32) ** 2, 3)
    return np.asarray(Image.fromarray(energy).resize(grey.shape[::-1], Image.Resampling.BILINEAR), dtype=np.float32)


def _distinct(rgb: Map) -> Map:
    """Distance of the colour from the mean of the border and of the whole, in a cheap opponent space."""
    opponent = np.stack([rgb.mean(2), rgb[..., 0] - rgb[..., 1], (rgb[..., 0] + rgb[..., 1]) / 2 - rgb[..., 2]], 2)
    border = np.concatenate([opponent[0], opponent[-1], opponent[:, 0], opponent[:, -1]]).mean(0)
    whole = opponent.mean((0, 1))
    away = np.linalg.norm(opponent - border, axis=2) + 0.5 * np.linalg.norm(opponent - whole, axis=2)
    return _smooth(away.astype(np.float32), 3)


def _smooth(values: Map, radius: int) -> Map:
    """Box blur, twice, with repeated edges."""
    for _ in range(2):
        for axis in (0, 1):
            pad = [(0, 0), (0, 0)]
            pad[axis] = (radius + 1, radius)
            sums = np.cumsum(np.pad(values, pad, mode="edge"), axis=axis, dtype=np.float64)
            span = 2 * radius + 1
            take = np.arange(values.shape[axis])
            values = ((np.take(sums, take + span, axis) - np.take(sums, take, axis)) / span).astype(np.float32)
    return values


def _unit(values: Map) -> Map:
    low, high = float(values.min()), float(np.percentile(values, 99.5))
    return np.asarray(np.clip((values - low) / max(high - low, 1e-6), 0, 1), dtype=np.float32)


@dataclass(frozen=True)
class Crop:
    """A cut from a picture in fractions, and how it would do: saliency mass kept inside, covered by the text, and the
    mean busyness under the text (each 0…1)."""

    x: float
    y: float
    w: float
    h: float
    kept: float
    covered: float
    busy: float


def crops(seen: Attention, aspect: float, size: tuple[int, int],
          text: tuple[float, float, float, float] | None) -> list[Crop]:
    """Nine cuts of ``aspect`` (width / height) from a picture of ``size``, sliding over the free direction.

    ``text`` is the text's (x, y, w, h) in fractions of the cut, or None when the text stands outside the photo.
    """
    width, height = size
    w, h = min(1.0, aspect * height / width), min(1.0, width / aspect / height)
    out: list[Crop] = []
    for step in range(9 if w < 0.999 or h < 0.999 else 1):
        x, y = (1 - w) * step / 8, (1 - h) * step / 8
        if text is None:
            under = 0.0, 0.0
        else:
            part = (x + text[0] * w, y + text[1] * h, text[2] * w, text[3] * h)
            under = _total(seen.saliency, part), _mean(seen.busy, part)
        out.append(Crop(x, y, w, h, _total(seen.saliency, (x, y, w, h)), *under))
    return out


def _cut(values: Map, part: tuple[float, float, float, float]) -> Map:
    rows, columns = values.shape
    x, y, w, h = part
    top, left = int(y * rows), int(x * columns)
    return values[top:max(top + 1, round((y + h) * rows)), left:max(left + 1, round((x + w) * columns))]


def _total(values: Map, part: tuple[float, float, float, float]) -> float:
    return float(_cut(values, part).sum())


def _mean(values: Map, part: tuple[float, float, float, float]) -> float:
    cut = _cut(values, part)
    return float(cut.mean()) if cut.size else 0.0
