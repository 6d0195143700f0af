"""Rasterising SVG, and colour: OKLCH, tone ramps and WCAG contrast. Colours are ``#RRGGBB`` everywhere.

Sources: B. Ottosson, "A perceptual color space for image processing" (OKLab matrices, 2020); WCAG 2.2, relative
luminance and contrast ratio (1…21); resvg 0.2.0, whose transform order is (sx, kx, tx, ky, sy, ty).
"""

import io
import math
import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from resvg import render as _resvg_render
from resvg import usvg

from .errors import InvalidInput

WHITE, BLACK = "#FFFFFF", "#000000"
_ROOT = re.compile(r"<svg\b([^>]*)>", re.S)
_SIZE = re.compile(r"""\s(?:width|height)\s*=\s*(["'])(.*?)\1""", re.S)
_LMS = np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                 [0.0883024619, 0.2817188376, 0.6299787005]])
_LAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
                 [0.0259040371, 0.7827717662, -0.8086757660]])
_LMS_BACK, _LAB_BACK = np.linalg.inv(_LMS), np.linalg.inv(_LAB)


def raster(svg: str, width: int, height: int) -> Image.Image:
    """Draw ``svg`` at exactly ``width`` × ``height`` pixels, RGBA, straight alpha.

    The root needs a ``viewBox`` (or ``width`` and ``height``, taken as one). No fonts are loaded, so ``<text>`` draws
    nothing: set text as paths. A viewBox of another aspect ratio is stretched, never letterboxed.

    Raises:
        InvalidInput: the SVG does not parse.
    """
    try:
        tree = usvg.Tree.from_str(_sized(svg, width, height), usvg.Options.default())
        data = _resvg_render(tree, (1.0, 0.0, 0.0, 0.0, 1.0, 0.0))
    except BaseException as error:
        # A Rust panic arrives as pyo3's PanicException, which is no Exception and cannot be imported by name.
        if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
            raise
        raise InvalidInput("그림을 그리지 못했어요. SVG가 올바르지 않아요: {reason}", "The SVG is not valid: {reason}",
                           reason=str(error)) from error
    image = Image.open(io.BytesIO(bytes(data))).convert("RGBA")
    return image if image.size == (width, height) else image.resize((width, height), Image.Resampling.LANCZOS)


def _sized(svg: str, width: int, height: int) -> str:
    """``svg`` with its root's size replaced, so that resvg itself draws at the wanted resolution."""
    root = _ROOT.search(svg)
    if root is None:
        raise ValueError("no <svg> element")
    attributes = root.group(1)
    if "viewBox" not in attributes:
        sizes = {match.group(0).strip()[0]: match.group(2).removesuffix("px") for match in _SIZE.finditer(attributes)}
        attributes += f' viewBox="0 0 {sizes.get("w", width)} {sizes.get("h", height)}"'
    attributes = _SIZE.sub("", attributes)
    if "preserveAspectRatio" not in attributes:
        attributes += ' preserveAspectRatio="none"'
    return f'{svg[:root.start()]}<svg width="{width}" height="{height}"{attributes}>{svg[root.end():]}'


def hex_to_rgb(color: str) -> tuple[int, int, int]:
    """``#RRGGBB`` or ``#RGB`` (the ``#`` may be missing) as three integers 0…255; InvalidInput otherwise."""
    digits = color.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", digits):
        raise InvalidInput("색을 #RRGGBB로 적어 주세요: {color}", "Write colours as #RRGGBB: {color}", color=color)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def rgb_to_hex(rgb: tuple[float, float, float]) -> str:
    """Three numbers 0…255 as ``#RRGGBB``, rounded and clipped."""
    return "#" + "".join(f"{min(255, max(0, round(value))):02X}" for value in rgb)


def _linear(rgb: NDArray[np.floating]) -> NDArray[np.float64]:
    """sRGB 0…1 to linear light."""
    return np.asarray(np.where(rgb <= 0.04045, rgb / 12.92, ((np.maximum(rgb, 0) + 0.055) / 1.055) ** 2.4))


_LINEAR_OF_BYTE = _linear(np.arange(256) / 255.0).astype(np.float32)


def luminances(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """WCAG relative luminance 0…1 of an array (…, 3) of sRGB bytes."""
    light = _LINEAR_OF_BYTE[pixels]
    return np.asarray(light[..., 0] * 0.2126 + light[..., 1] * 0.7152 + light[..., 2] * 0.0722, dtype=np.float32)


@lru_cache(maxsize=4096)
def luminance(color: str) -> float:
    """WCAG relative luminance, 0 (black) … 1 (white)."""
    return float(luminances(np.array(hex_to_rgb(color), dtype=np.uint8)))


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio of two colours, 1…21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def contrast_over(color: str, pixels: NDArray[np.uint8], percentile: float = 5.0) -> float:
    """The low ``percentile`` of the contrast ratio of ``color`` over real pixels (…, 3); 21.0 over no pixels."""
    if pixels.size == 0:
        return 21.0
    under, own = luminances(pixels).ravel(), luminance(color)
    ratios = (np.maximum(under, own) + 0.05) / (np.minimum(under, own) + 0.05)
    return float(np.percentile(ratios, percentile))


@lru_cache(maxsize=4096)
def oklch(color: str) -> tuple[float, float, float]:
    """(lightness 0…1, chroma 0…≈0.37, hue in degrees 0…360) of a colour."""
    lms = np.cbrt(_LMS @ _linear(np.array(hex_to_rgb(color)) / 255.0))
    lightness, a, b = (float(value) for value in _LAB @ lms)
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


@lru_cache(maxsize=8192)
def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour of an OKLCH triple; outside sRGB the chroma is reduced, lightness and hue are kept."""
    lightness = min(1.0, max(0.0, lightness))
    rgb = _oklch_to_srgb(lightness, chroma, hue)
    if not _inside(rgb):
        low, high = 0.0, chroma
        for _ in range(14):
            middle = (low + high) / 2
            low, high = (middle, high) if _inside(_oklch_to_srgb(lightness, middle, hue)) else (low, middle)
        rgb = _oklch_to_srgb(lightness, low, hue)
    return rgb_to_hex((rgb[0] * 255, rgb[1] * 255, rgb[2] * 255))


def oklab(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """OKLab (lightness 0…1, a, b) of an array (…, 3) of sRGB bytes."""
    return np.asarray(np.cbrt(_LINEAR_OF_BYTE[pixels].astype(np.float64) @ _LMS.T) @ _LAB.T)


def _oklch_to_srgb(lightness: float, chroma: float, hue: float) -> NDArray[np.float64]:
    angle = math.radians(hue)
    lab = np.array([lightness, chroma * math.cos(angle), chroma * math.sin(angle)])
    light = _LMS_BACK @ (_LAB_BACK @ lab) ** 3
    return np.asarray(np.where(light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 0) ** (1 / 2.4) - 0.055))


def _inside(rgb: NDArray[np.float64]) -> bool:
    return bool((rgb >= -0.002).all() and (rgb <= 1.002).all())


def mix(first: str, second: str, t: float) -> str:
    """``first`` at t = 0, ``second`` at t = 1, blended in OKLab (no grey hole between complementary colours' ends)."""
    (l1, c1, h1), (l2, c2, h2) = oklch(first), oklch(second)
    x1, y1, x2, y2 = (c1 * math.cos(math.radians(h1)), c1 * math.sin(math.radians(h1)),
                      c2 * math.cos(math.radians(h2)), c2 * math.sin(math.radians(h2)))
    a, b = x1 + (x2 - x1) * t, y1 + (y2 - y1) * t
    return from_oklch(l1 + (l2 - l1) * t, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def lighten(color: str, amount: float) -> str:
    """The colour with ``amount`` added to its OKLCH lightness (negative: darker)."""
    lightness, chroma, hue = oklch(color)
    return from_oklch(lightness + amount, chroma, hue)


def is_dark(color: str) -> bool:
    """Whether white text reads better on it than black."""
    return contrast(color, WHITE) >= contrast(color, BLACK)


def ensure(foreground: str, background: str, ratio: float = 4.5) -> str:
    """``foreground`` with its lightness bent only as far as needed to reach ``ratio`` on ``background``.

    Both directions are tried and the smaller change wins. Where the hue cannot reach it, black or white comes back,
    whichever reads better (one of them always reaches 4.58).
    """
    if contrast(foreground, background) >= ratio:
        return foreground
    start, chroma, hue = oklch(foreground)
    steps = sorted((index / 100 for index in range(101)), key=lambda value: abs(value - start))
    for lightness in steps:
        color = from_oklch(lightness, chroma, hue)
        if contrast(color, background) >= ratio:
            return color
    return WHITE if is_dark(background) else BLACK


@dataclass(frozen=True)
class Ramp:
    """Tones of one hue, light to dark: ``paper`` and ``tint`` for grounds, ``soft``, ``bright``, the ``base`` colour
    itself, then ``deep`` and ``ink`` for dark grounds and text. ``ink`` on ``paper`` exceeds 12:1."""

    paper: str
    tint: str
    soft: str
    bright: str
    base: str
    deep: str
    ink: str

    def tones(self) -> tuple[str, ...]:
        """The seven colours, light to dark (``base`` may sit anywhere in lightness)."""
        return self.paper, self.tint, self.soft, self.bright, self.base, self.deep, self.ink


@lru_cache(maxsize=256)
def ramp(color: str) -> Ramp:
    """The tone ramp of a brand colour; greys stay grey."""
    _, chroma, hue = oklch(color)
    cap = min(chroma, 0.19)
    return Ramp(paper=from_oklch(0.972, min(chroma, 0.16) * 0.11, hue), tint=from_oklch(0.93, cap * 0.26, hue),
                soft=from_oklch(0.84, cap * 0.55, hue), bright=from_oklch(0.74, cap, hue),
                base=rgb_to_hex(hex_to_rgb(color)), deep=from_oklch(0.40, cap * 0.62, hue),
                ink=from_oklch(0.21, cap * 0.28, hue))
