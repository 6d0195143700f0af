"""Pixels that stand between the vectors of a print: a logo, an emoji with gradients."""

import base64
import io
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from PIL import Image

_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_PNG = "data:image/png;base64,"


@dataclass(frozen=True)
class Pixels:
    """An RGBA image, and its box (x, y, width, height) in pixels of the poster."""

    image: Image.Image
    box: tuple[float, float, float, float]


def from_href(element: Element) -> Pixels:
    """An SVG ``<image>`` that carries its PNG in itself, as ``Canvas.paste`` writes it; ValueError for any other."""
    link = next((element.get(key, "") for key in _HREFS if element.get(key)), "")
    if not link.startswith(_PNG):
        raise ValueError("an image of a print must carry its pixels in itself, as PNG")
    image = Image.open(io.BytesIO(base64.b64decode(link.removeprefix(_PNG))), formats=["PNG"]).convert("RGBA")
    x, y, width, height = (float(element.get(key, 0)) for key in ("x", "y", "width", "height"))
    return Pixels(image, (x, y, width, height))
