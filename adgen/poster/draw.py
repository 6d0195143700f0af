"""Drawing on the poster. Each element is rasterised in its own small tile: resvg's cost is the area, not the shape."""

import math
from functools import lru_cache

import numpy as np
import segno
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from ..graphics import hex_to_rgb, raster
from .geometry import Rect, SetText

_QUIET = 4
"""Modules of quiet zone around a QR code (ISO/IEC 18004)."""


class Canvas:
    """The poster while it is drawn, RGB. For print it keeps, beside what is seen, the art and the vectors apart.

    ``image`` is what is seen. With ``keep_vectors``, ``art`` is the same without the vectors, and ``vectors`` are SVG
    fragments in canvas pixels, in painting order: together they make the picture again at any resolution.
    """

    def __init__(self, image: Image.Image, keep_vectors: bool = False) -> None:
        self.image = image
        self.art: Image.Image | None = image.copy() if keep_vectors else None
        self.vectors: list[str] = []

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
        """Paste pixels (a photo, a scrim, a shadow)."""
        self.image.paste(source, place, mask)
        if self.art is not None:
            self.art.paste(source, place, mask)

    def paint(self, svg: str, box: Rect, vector: bool = True) -> None:
        """Composite ``svg`` (in canvas pixels) inside ``box``; with ``vector`` off it counts as pixels."""
        drawn = self.tile(svg, box)
        if drawn is None:
            return
        image, place = drawn
        self.image.paste(image.convert("RGB"), place, image.getchannel("A"))
        if self.art is not None and vector:
            self.vectors.append(svg)
        elif self.art is not None:
            self.art.paste(image.convert("RGB"), place, image.getchannel("A"))

    def tile(self, svg: str, box: Rect) -> tuple[Image.Image, tuple[int, int]] | None:
        """``svg`` inside ``box``, RGBA, with its place; None when outside the canvas."""
        x0, y0 = max(0, math.floor(box.x)), max(0, math.floor(box.y))
        x1, y1 = min(self.width, math.ceil(box.right)), min(self.height, math.ceil(box.bottom))
        if x1 <= x0 or y1 <= y0:
            return None
        root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x0} {y0} {x1 - x0} {y1 - y0}">{svg}</svg>'
        return raster(root, x1 - x0, y1 - y0), (x0, y0)


def plate(canvas: Canvas, box: Rect, color: str, radius: float, alpha: float = 1.0) -> None:
    """A rounded rectangle."""
    svg = (f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.w:.2f}" height="{box.h:.2f}" rx="{radius:.2f}" '
           f'fill="{color}" fill-opacity="{alpha:.3f}"/>')
    canvas.paint(svg, box)


def text_svg(text: SetText, color: str) -> str:
    """The outlines of a text in place."""
    scale, parts = text.size / 1000, []
    for one in text.lines:
        for piece in one.line.pieces:
            x = one.x + piece.x * scale
            if piece.path:
                parts.append(f'<path transform="matrix({scale:.5f} 0 0 {-scale:.5f} {x:.2f} {one.y:.2f})" '
                             f'fill="{color}" d="{piece.path}"/>')
            elif piece.svg:
                size = 980 * scale / 128
                parts.append(f'<g transform="matrix({size:.5f} 0 0 {size:.5f} {x + 40 * scale:.2f} '
                             f'{one.y - 870 * scale:.2f})">{piece.svg}</g>')
        if text.struck:
            ink, middle = one.line.ink, one.y - 340 * scale
            parts.append(f'<rect x="{one.x + (ink[0] - 60) * scale:.2f}" y="{middle - 35 * scale:.2f}" '
                         f'width="{(ink[2] - ink[0] + 120) * scale:.2f}" height="{70 * scale:.2f}" fill="{color}"/>')
    return "".join(parts)


def set_text(canvas: Canvas, text: SetText, color: str, shadow: str = "") -> None:
    """Set a text; with ``shadow`` (a colour) a soft one lies under it."""
    reach = text.size * (0.22 if shadow else 0.08) + 1
    svg, around = text_svg(text, color), text.box.inset(-reach, -reach)
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
    code = Image.frombytes("L", (len(matrix), len(matrix)), b"".join(matrix)).point(lambda value: 255 - 255 * value)
    side = module * len(matrix)
    code = code.resize((side, side), Image.Resampling.NEAREST)
    # On even pixels, so that the modules still fall on whole pixels when a phone halves the picture.
    x, y = 2 * round((box.x + (box.w - side) / 2) / 2), 2 * round((box.y + (box.h - side) / 2) / 2)
    mask = Image.new("L", (side * 2, side * 2), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, side * 2 - 1, side * 2 - 1), radius=module * 5, fill=255)
    light = Image.new("RGB", (side, side), "white")
    light.paste(hex_to_rgb(dark), (0, 0), code.point(lambda value: 255 - value))
    canvas.paste(light, (x, y), mask.resize((side, side), Image.Resampling.LANCZOS))
