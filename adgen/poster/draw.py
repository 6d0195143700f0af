"""Drawing on the poster. Each element is rasterised in its own small tile: resvg's cost is the area, not the shape."""

import base64
import io
import math
import re
from functools import lru_cache

import numpy as np
import segno
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from ..graphics import hex_to_rgb, raster
from .geometry import Rect, SetLine, SetText

_QUIET = 4
"""Modules of quiet zone around a QR code (ISO/IEC 18004)."""


class Canvas:
    """The poster while it is drawn, RGB. For print it keeps, beside what is seen, the art and the vectors apart.

    ``image`` is what is seen. With ``keep_vectors``, ``art`` is the same without the vectors, and ``vectors`` are SVG
    fragments in canvas pixels, in painting order: together they make the picture again at any resolution. Pixels that
    come to lie over a vector (a logo on its plate) are a fragment too, an ``<image>``: in the art they would be hidden.
    """

    def __init__(self, image: Image.Image, keep_vectors: bool = False) -> None:
        self.image = image
        self.art: Image.Image | None = image.copy() if keep_vectors else None
        self.vectors: list[str] = []
        self._boxes: list[Rect] = []

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.image.size

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.image.width

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.image.height

    def pixels(self, box: Rect) -> NDArray[np.uint8]:
        """The pixels (h, w, 3) that are seen in ``box``."""
        area = (max(0, int(box.x)), max(0, int(box.y)), min(self.width, int(box.right) + 1),
                min(self.height, int(box.bottom) + 1))
        return np.asarray(self.image.crop(area), dtype=np.uint8)

    def paste(self, source: Image.Image | tuple[int, int, int], place: tuple[int, int],
              mask: Image.Image | None = None) -> None:
        """Paste pixels (a photo, a scrim, a shadow, a logo)."""
        self.image.paste(source, place, mask)
        if self.art is None:
            return
        whole = source if isinstance(source, Image.Image) else mask
        size = self.size if whole is None else whole.size
        box = Rect(*place, *size)
        if not any(box.touches(other) for other in self._boxes):
            self.art.paste(source, place, mask)
            return
        over = source.convert("RGB") if isinstance(source, Image.Image) else Image.new("RGB", size, source)
        if mask is not None:
            over.putalpha(mask.getchannel("A") if mask.mode in ("RGBA", "LA") else mask.convert("L"))
        self._keep(_fragment(over, place), box)

    def paint(self, svg: str, box: Rect, vector: bool = True) -> None:
        """Composite ``svg`` (in canvas pixels) inside ``box``; with ``vector`` off it counts as pixels."""
        drawn = self.tile(svg, box)
        if drawn is None:
            return
        image, place = drawn
        if vector:
            self.image.paste(image.convert("RGB"), place, image.getchannel("A"))
            x, y, w, h = *place, *image.size
            self._keep(f'<svg x="{x}" y="{y}" width="{w}" height="{h}" viewBox="{x} {y} {w} {h}">{svg}</svg>', box)
        else:
            self.paste(image.convert("RGB"), place, image.getchannel("A"))

    def _keep(self, fragment: str, box: Rect) -> None:
        if self.art is not None:
            self.vectors.append(fragment)
            self._boxes.append(box)

    def tile(self, svg: str, box: Rect) -> tuple[Image.Image, tuple[int, int]] | None:
        """``svg`` inside ``box``, RGBA, with its place; None when outside the canvas."""
        x0, y0 = max(0, math.floor(box.x)), max(0, math.floor(box.y))
        x1, y1 = min(self.width, math.ceil(box.right)), min(self.height, math.ceil(box.bottom))
        if x1 <= x0 or y1 <= y0:
            return None
        root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x0} {y0} {x1 - x0} {y1 - y0}">{svg}</svg>'
        return raster(root, x1 - x0, y1 - y0), (x0, y0)


def _fragment(image: Image.Image, place: tuple[int, int]) -> str:
    """An RGBA image as SVG."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return (f'<image x="{place[0]}" y="{place[1]}" width="{image.width}" height="{image.height}" '
            f'href="data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"/>')


def plate(canvas: Canvas, box: Rect, color: str, radius: float, alpha: float = 1.0) -> None:
    """A rounded rectangle."""
    svg = (f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.w:.2f}" height="{box.h:.2f}" rx="{radius:.2f}" '
           f'fill="{color}" fill-opacity="{alpha:.3f}"/>')
    canvas.paint(svg, box)


def text_svg(text: SetText, color: str, outline: str = "") -> str:
    """The outlines of a text in place; with ``outline`` (a colour) under them a rim of 9 % of the size."""
    scale = text.size / 1000
    rims: list[str] = []
    parts: list[str] = []
    for one in text.lines:
        for piece in one.line.pieces:
            size, x, y = scale * piece.scale, one.x + piece.x * scale, one.y - piece.rise * scale
            if piece.path:
                place = f'transform="matrix({size:.5f} 0 0 {-size:.5f} {x:.2f} {y:.2f})" d="{piece.path}"'
                parts.append(f'<path fill="{color}" {place}/>')
                if outline:
                    rims.append(f'<path fill="{outline}" stroke="{outline}" stroke-width="{180 / piece.scale:.0f}" '
                                f'stroke-linejoin="round" {place}/>')
            elif piece.svg:
                size *= 1000 / 128
                parts.append(f'<g transform="matrix({size:.5f} 0 0 {size:.5f} {x:.2f} {y:.2f})">{piece.svg}</g>')
        if text.struck:
            parts.append(_strike(one, scale, color))
    return "".join(rims + parts)


def _strike(one: SetLine, scale: float, color: str) -> str:
    """A line through the middle of the digits, 8 % of an em to either side of the ink."""
    x0, low, x1, high = one.line.ink
    # A comma reaches below the digits, but it does not move their middle.
    middle, half = (max(low, -60.0) + high) / 2, 28.0
    return (f'<rect x="{one.x + (x0 - 80) * scale:.2f}" y="{one.y - (middle + half) * scale:.2f}" '
            f'width="{(x1 - x0 + 160) * scale:.2f}" height="{2 * half * scale:.2f}" rx="{half * scale:.2f}" '
            f'fill="{color}"/>')


def set_text(canvas: Canvas, text: SetText, color: str, shadow: str = "", outline: str = "") -> None:
    """Set a text; with ``shadow`` (a colour) a soft one lies under it, with ``outline`` a rim around its letters."""
    reach = text.size * (0.22 if shadow else 0.12 if outline else 0.1) + 1
    svg, around = text_svg(text, color, outline), text.box.inset(-reach, -reach)
    drawn = canvas.tile(svg, around) if shadow else None
    if drawn is not None:
        image, place = drawn
        soft = image.getchannel("A").filter(ImageFilter.GaussianBlur(text.size * 0.07)).point(
            lambda value: value * 0.55)
        canvas.paste(Image.new("RGB", image.size, hex_to_rgb(shadow)), (place[0], place[1] + round(text.size * 0.02)),
                     soft)
        if canvas.art is None:
            # Already drawn for its shadow; only print needs the outlines once more, as vectors.
            canvas.paste(image.convert("RGB"), place, image.getchannel("A"))
            return
    canvas.paint(svg, around)


def burst(canvas: Canvas, box: Rect, fill: str, edge: str, spikes: int = 22) -> None:
    """A starburst that fills ``box``: a rim in ``edge``, then ``fill``."""
    cx, cy, outer = box.x + box.w / 2, box.y + box.h / 2, min(box.w, box.h) / 2

    def star(radius: float, depth: float) -> str:
        points = []
        for index in range(2 * spikes):
            r = radius if index % 2 == 0 else radius * depth
            angle = math.pi * index / spikes - math.pi / 2
            points.append(f"{cx + r * math.cos(angle):.2f},{cy + r * math.sin(angle):.2f}")
        return " ".join(points)

    svg = (f'<polygon points="{star(outer, 0.9)}" fill="{edge}"/>'
           f'<polygon points="{star(outer * 0.935, 0.9)}" fill="{fill}"/>')
    canvas.paint(svg, box)


def qr_modules(link: str) -> int:
    """Modules on a side with the quiet zone; 0 for an empty link, or one that no QR code holds."""
    return len(_code(link.strip()))


@lru_cache(maxsize=64)
def _code(link: str) -> tuple[bytes, ...]:
    """Rows of a QR code with its quiet zone, 1 for dark; empty for what no code holds."""
    try:
        made = segno.make(link, error="m", micro=False) if link else None
    except (segno.DataOverflowError, UnicodeError):
        made = None
    return tuple(bytes(1 if cell else 0 for cell in row) for row in made.matrix_iter(border=_QUIET)) if made else ()


def qr(canvas: Canvas, link: str, box: Rect, dark: str) -> None:
    """A QR code, dark on a white plate, with whole pixels per module, centred in ``box``."""
    matrix = _code(link.strip())
    module = max(1, int(min(box.w, box.h)) // len(matrix))
    side = module * len(matrix)
    # On even pixels, so that the modules still fall on whole pixels when a phone halves the picture.
    x, y = 2 * round((box.x + (box.w - side) / 2) / 2), 2 * round((box.y + (box.h - side) / 2) / 2)
    # One path for all modules: separate shapes would show hairlines between them in a PDF viewer.
    rows = "".join(f"M{x + module * at} {y + module * down}h{module * length}v{module}h{-module * length}z"
                   for down, row in enumerate(matrix) for at, length in _runs(row))
    canvas.paint(f'<rect x="{x}" y="{y}" width="{side}" height="{side}" rx="{module * 2.5:.2f}" fill="#FFFFFF"/>'
                 f'<path d="{rows}" fill="{dark}"/>', Rect(x, y, side, side))


def _runs(row: bytes) -> list[tuple[int, int]]:
    """(start, length) of the dark runs of a row."""
    return [(found.start(), len(found[0])) for found in re.finditer(b"\x01+", row)]
