"""SVG fragments as parts of a PDF page: outlines where PDF can say the same, a patch of pixels where it cannot."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from PIL import Image

from ..graphics import hex_to_rgb, raster
from .paths import SHAPES, numbers, segments
from .pixels import Pixels, from_href

Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f) as in SVG and PDF alike."""

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_XLINK = "http://www.w3.org/1999/xlink"
_REFERENCE = re.compile(r"url\(\s*#([^)\s]+)\s*\)")
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate)\s*\(([^)]*)\)")
_STYLE = {"fill": "#000000", "fill-opacity": "1", "fill-rule": "nonzero", "stroke": "none", "stroke-opacity": "1",
          "stroke-width": "1", "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-miterlimit": "4"}
"""The inherited properties that are translated, with SVG's initial values."""
_GEOMETRY = {"d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "points"}
_KNOWN = _GEOMETRY | set(_STYLE) | {"transform", "opacity", "id"}
_NAMED = {"black": "#000000", "white": "#FFFFFF", "currentColor": "#000000"}
_CAPS, _JOINS = {"butt": 0, "round": 1, "square": 2}, {"miter": 0, "round": 1, "bevel": 2}


class _Untranslatable(Exception):
    """PDF operators alone do not say this."""


@dataclass(frozen=True)
class Outline:
    """PDF operators in pixels of the poster, y down. ``alphas`` are the opacities (thousandths) that they name as
    graphics states ``/A<thousandths>``."""

    operators: str
    alphas: frozenset[int] = frozenset()


def parts(fragment: str) -> Iterator[Outline | Pixels]:
    """What ``fragment`` paints, in painting order.

    Paths, rectangles, circles, ellipses, polygons and groups with flat fills and strokes become outlines. Whatever
    else SVG holds (gradients, clips, filters, group opacity) is drawn as pixels, as small as it is.
    """
    root = ElementTree.fromstring(f'<svg xmlns:xlink="{_XLINK}">{fragment}</svg>')
    for element in root:
        yield from _parts(element, _STYLE, _IDENTITY)


def _parts(element: Element, style: Mapping[str, str], matrix: Matrix) -> Iterator[Outline | Pixels]:
    if element.tag == "image":
        yield from_href(element)
        return
    if element.tag == "svg" and all(map(_closed, element)):
        yield from _window(element, style, matrix)
        return
    try:
        operators: list[str] = []
        alphas: set[int] = set()
        _draw(element, style, (operators, alphas))
        if operators:
            yield Outline(f"q {_numbers(matrix)} cm {' '.join(operators)} Q", frozenset(alphas))
        return
    except (_Untranslatable, ValueError, KeyError):
        pass
    if element.tag == "g" and set(element.attrib) <= set(_STYLE) | {"transform", "id"} and all(map(_closed, element)):
        own, moved = _inherit(element, style), _times(matrix, _matrix(element))
        for child in element:
            yield from _parts(child, own, moved)
        return
    patch = _patch(element, style, matrix)
    if patch is not None:
        yield patch


def _window(element: Element, style: Mapping[str, str], matrix: Matrix) -> Iterator[Outline | Pixels]:
    """An inner ``<svg>``, as ``Canvas.paint`` writes it and ornaments hold it: it cuts and scales its content."""
    x, y, width, height = (float(element.get(key, 0)) for key in ("x", "y", "width", "height"))
    left, top, wide, high = numbers(element.get("viewBox", "")) or (0.0, 0.0, width, height)
    across, down = width / wide, height / high
    fitted = element.get("preserveAspectRatio", "xMidYMid")
    if fitted not in ("none", "xMidYMid", "xMidYMid meet", "xMidYMid slice"):
        raise ValueError(f"preserveAspectRatio {fitted}")
    if fitted != "none":
        across = down = (max if "slice" in fitted else min)(across, down)
    a, b, c, d, e, f = matrix
    corners = [_numbers((a * px + c * py + e, b * px + d * py + f))
               for px, py in ((x, y), (x + width, y), (x + width, y + height), (x, y + height))]
    yield Outline(f"q {corners[0]} m {corners[1]} l {corners[2]} l {corners[3]} l h W n")
    inner = (across, 0.0, 0.0, down, x + (width - across * wide) / 2 - across * left,
             y + (height - down * high) / 2 - down * top)
    for child in element:
        yield from _parts(child, _inherit(element, style), _times(matrix, inner))
    yield Outline("Q")


def _closed(element: Element) -> bool:
    """Whether everything that ``element`` refers to stands inside it."""
    inside = {one.get("id") for one in element.iter()}
    named = {name for one in element.iter() for key, value in one.attrib.items()
             for name in ([value.removeprefix("#")] if key.endswith("href") else _REFERENCE.findall(value))}
    return named <= inside


def _inherit(element: Element, style: Mapping[str, str]) -> dict[str, str]:
    return {key: element.get(key, value) for key, value in style.items()}


def _draw(element: Element, style: Mapping[str, str], out: tuple[list[str], set[int]]) -> None:
    """Append the operators of ``element`` to ``out``; _Untranslatable, ValueError or KeyError when that cannot be."""
    if not set(element.attrib) <= _KNOWN or element.tag not in (*SHAPES, "g"):
        raise _Untranslatable(element.tag)
    own, moved, opacity = _inherit(element, style), _matrix(element), float(element.get("opacity", 1))
    if moved != _IDENTITY:
        out[0].append(f"q {_numbers(moved)} cm")
    if element.tag == "g":
        if opacity < 1:
            raise _Untranslatable("group opacity")
        for child in element:
            _draw(child, own, out)
    else:
        _shape(element, own, opacity, out)
    if moved != _IDENTITY:
        out[0].append("Q")


def _shape(element: Element, style: Mapping[str, str], opacity: float, out: tuple[list[str], set[int]]) -> None:
    fill, stroke = _color(style["fill"]), _color(style["stroke"])
    if fill and stroke and opacity < 1:
        raise _Untranslatable("the stroke would show through")
    path = " ".join(f"{_numbers(values)} {operator}" if values else operator for operator, values in segments(element))
    if not path or not (fill or stroke):
        return
    if fill:
        alpha = _alpha(float(style["fill-opacity"]) * opacity, out[1])
        out[0].append(f"/A{alpha} gs {fill} rg {path} {'f*' if style['fill-rule'] == 'evenodd' else 'f'}")
    if stroke:
        alpha = _alpha(float(style["stroke-opacity"]) * opacity, out[1])
        out[0].append(f"/A{alpha} gs {stroke} RG {_number(float(style['stroke-width']))} w "
                      f"{_CAPS[style['stroke-linecap']]} J {_JOINS[style['stroke-linejoin']]} j "
                      f"{_number(float(style['stroke-miterlimit']))} M {path} S")


def _alpha(opacity: float, alphas: set[int]) -> int:
    alpha = round(min(1.0, max(0.0, opacity)) * 1000)
    alphas.add(alpha)
    return alpha


def _color(value: str) -> str:
    """Operands of rg and RG; empty for none. _Untranslatable for gradients and names beyond the table."""
    if value == "none":
        return ""
    plain = _NAMED.get(value, value)
    if not re.fullmatch(r"#(?:[0-9A-Fa-f]{3}){1,2}", plain):
        raise _Untranslatable(value)
    return _numbers(tuple(part / 255 for part in hex_to_rgb(plain)))


def _number(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".") if not float(value).is_integer() else str(int(value))


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(map(_number, values))


def _matrix(element: Element) -> Matrix:
    """The ``transform`` of ``element``; _Untranslatable for a kind beyond matrix, translate, scale and rotate."""
    text = element.get("transform", "")
    matrix = _IDENTITY
    for kind, inside in _TRANSFORM.findall(text):
        matrix = _times(matrix, _step(kind, numbers(inside)))
    if _TRANSFORM.sub("", text).strip(" ,\n\t"):
        raise _Untranslatable(text)
    return matrix


def _step(kind: str, values: list[float]) -> Matrix:
    if kind == "matrix":
        a, b, c, d, e, f = values
        return a, b, c, d, e, f
    if kind == "translate":
        return 1.0, 0.0, 0.0, 1.0, values[0], values[1] if len(values) > 1 else 0.0
    if kind == "scale":
        return values[0], 0.0, 0.0, values[-1], 0.0, 0.0
    cos, sin = math.cos(math.radians(values[0])), math.sin(math.radians(values[0]))
    x, y = values[1:3] if len(values) == 3 else (0.0, 0.0)
    return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y


def _times(outer: Matrix, inner: Matrix) -> Matrix:
    """``inner`` first, then ``outer``."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def _patch(element: Element, style: Mapping[str, str], matrix: Matrix) -> Pixels | None:
    """``element`` as pixels of the poster; None when nothing of it is seen."""
    points = list(_reach(element, matrix))
    if not points:
        return None
    x0, y0 = math.floor(min(x for x, _ in points)) - 1, math.floor(min(y for _, y in points)) - 1
    width = math.ceil(max(x for x, _ in points)) + 1 - x0
    height = math.ceil(max(y for _, y in points)) + 1 - y0
    inherited = " ".join(f'{key}="{value}"' for key, value in style.items())
    svg = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x0} {y0} {width} {height}"><g {inherited} '
           f'transform="matrix({_numbers(matrix)})">{ElementTree.tostring(element, "unicode")}</g></svg>')
    image: Image.Image = raster(svg, width, height)
    seen = image.getchannel("A").getbbox()
    if seen is None:
        return None
    return Pixels(image.crop(seen), (x0 + seen[0], y0 + seen[1], seen[2] - seen[0], seen[3] - seen[1]))


def _reach(element: Element, matrix: Matrix) -> Iterator[tuple[float, float]]:
    """Corners around every shape under ``element`` (controls and strokes counted in), in pixels of the poster."""
    moved = _times(matrix, _matrix(element))
    for child in element:
        yield from _reach(child, moved)
    if element.tag not in SHAPES:
        return
    wide = float(element.get("stroke-width", 4)) if element.get("stroke", "none") != "none" else 0.0
    a, b, c, d, e, f = moved
    found = [values[at:at + 2] for _, values in segments(element) for at in range(0, len(values), 2)]
    for x, y in found:
        for dx, dy in ((-wide, -wide), (wide, -wide), (-wide, wide), (wide, wide)) if wide else ((0.0, 0.0),):
            yield a * (x + dx) + c * (y + dy) + e, b * (x + dx) + d * (y + dy) + f
