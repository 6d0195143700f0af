"""Shapes of SVG as PDF path operators: absolute, in the shape's own units.

Sources: SVG 1.1, 8.3 (path data) and F.6 (arcs); ISO 32000-1, 8.5.2 (path construction operators m, l, c, h).
"""

import math
import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

Segment = tuple[str, tuple[float, ...]]
"""A PDF operator with its operands: m and l take a point, c two controls and a point, h nothing."""

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_NUMBERS = re.compile(_NUMBER)
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
# The two flags of an arc may be written without anything between: "a4 4 0 014 4".
_ARC = re.compile(rf"({_NUMBER})[\s,]*({_NUMBER})[\s,]*({_NUMBER})[\s,]*([01])[\s,]*([01])[\s,]*({_NUMBER})[\s,]*"
                  rf"({_NUMBER})")
_KAPPA = 4 / 3 * (math.sqrt(2) - 1)
"""Length of the controls of a quarter circle of radius 1."""


def numbers(text: str) -> list[float]:
    """Every number in ``text``."""
    return [float(found) for found in _NUMBERS.findall(text)]


class _Walker:
    """Follows path data with a pen; PDF has neither relative nor quadratic segments, nor arcs."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.control: tuple[str, float, float] = ("", 0.0, 0.0)

    def walk(self, data: str) -> list[Segment]:
        """The segments of ``data``."""
        for letter, rest in _COMMAND.findall(data):
            kind = letter.upper()
            if kind == "Z":
                self.close()
                continue
            step, size = _STEPS[kind]
            values = ([float(value) for found in _ARC.findall(rest) for value in found] if kind == "A"
                      else numbers(rest))
            for at in range(0, len(values) - size + 1, size):
                # Further pairs after a move are lines.
                (_Walker.line if kind == "M" and at else step)(self, values[at:at + size], letter.islower())
        return self.segments

    def _to(self, operator: str, points: list[float], control: tuple[str, float, float] = ("", 0.0, 0.0)) -> None:
        self.segments.append((operator, tuple(points)))
        self.x, self.y = points[-2:]
        self.control = control

    def _absolute(self, values: list[float], relative: bool) -> list[float]:
        if not relative:
            return values
        return [value + (self.y if at % 2 else self.x) for at, value in enumerate(values)]

    def move(self, values: list[float], relative: bool) -> None:
        """M x y."""
        self._to("m", self._absolute(values, relative))
        self.start = (self.x, self.y)

    def line(self, values: list[float], relative: bool) -> None:
        """L x y."""
        self._to("l", self._absolute(values, relative))

    def across(self, values: list[float], relative: bool) -> None:
        """H x."""
        self._to("l", [values[0] + (self.x if relative else 0), self.y])

    def down(self, values: list[float], relative: bool) -> None:
        """V y."""
        self._to("l", [self.x, values[0] + (self.y if relative else 0)])

    def cubic(self, values: list[float], relative: bool) -> None:
        """C x1 y1 x2 y2 x y."""
        points = self._absolute(values, relative)
        self._to("c", points, ("C", points[2], points[3]))

    def smooth(self, values: list[float], relative: bool) -> None:
        """S x2 y2 x y."""
        points = self._absolute(values, relative)
        self._to("c", [*self._mirrored("C"), *points], ("C", points[0], points[1]))

    def quadratic(self, values: list[float], relative: bool) -> None:
        """Q x1 y1 x y."""
        self._bend(*self._absolute(values, relative))

    def smooth_quadratic(self, values: list[float], relative: bool) -> None:
        """T x y."""
        self._bend(*self._mirrored("Q"), *self._absolute(values, relative))

    def _mirrored(self, kind: str) -> tuple[float, float]:
        before, x, y = self.control
        return (2 * self.x - x, 2 * self.y - y) if before == kind else (self.x, self.y)

    def _bend(self, cx: float, cy: float, x: float, y: float) -> None:
        points = [self.x + (cx - self.x) * 2 / 3, self.y + (cy - self.y) * 2 / 3,
                  x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y]
        self._to("c", points, ("Q", cx, cy))

    def arc(self, values: list[float], relative: bool) -> None:
        """A rx ry rotation large sweep x y."""
        rx, ry, rotation, large, sweep = values[:5]
        x, y = self._absolute(values[5:], relative)
        if not rx or not ry:
            self._to("l", [x, y])
        elif (x, y) != (self.x, self.y):
            turned = math.radians(rotation)
            for points in _arc((self.x, self.y), (x, y), (abs(rx), abs(ry), turned), bool(large), bool(sweep)):
                self._to("c", points)

    def close(self) -> None:
        """Z."""
        self.segments.append(("h", ()))
        self.x, self.y = self.start
        self.control = ("", 0.0, 0.0)


_STEPS: dict[str, tuple[Callable[[_Walker, list[float], bool], None], int]] = {
    "M": (_Walker.move, 2), "L": (_Walker.line, 2), "H": (_Walker.across, 1), "V": (_Walker.down, 1),
    "C": (_Walker.cubic, 6), "S": (_Walker.smooth, 4), "Q": (_Walker.quadratic, 4),
    "T": (_Walker.smooth_quadratic, 2), "A": (_Walker.arc, 7)}


def _arc(begin: tuple[float, float], end: tuple[float, float], shape: tuple[float, float, float], large: bool,
         sweep: bool) -> list[list[float]]:
    """Cubic segments of an elliptical arc: end points to centre (SVG F.6.5), then at most a quarter turn each."""
    rx, ry, turned = shape
    cos, sin = math.cos(turned), math.sin(turned)
    dx, dy = (begin[0] - end[0]) / 2, (begin[1] - end[1]) / 2
    px, py = cos * dx + sin * dy, -sin * dx + cos * dy
    grown = (px / rx) ** 2 + (py / ry) ** 2
    if grown > 1:
        rx, ry = rx * math.sqrt(grown), ry * math.sqrt(grown)
    under = (rx * py) ** 2 + (ry * px) ** 2
    root = math.sqrt(max(0.0, (rx * ry) ** 2 - under) / under) * (-1 if large == sweep else 1)
    cx, cy = root * rx * py / ry, -root * ry * px / rx
    first = math.atan2((py - cy) / ry, (px - cx) / rx)
    span = (math.atan2((-py - cy) / ry, (-px - cx) / rx) - first) % math.tau
    span -= 0 if sweep else math.tau
    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step, middle = span / count, ((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2)
    reach = 4 / 3 * math.tan(step / 4)

    def placed(x: float, y: float) -> tuple[float, float]:
        x, y = x * rx + cx, y * ry + cy
        return cos * x - sin * y + middle[0], sin * x + cos * y + middle[1]

    out: list[list[float]] = []
    for at in range(count):
        a, b = first + at * step, first + (at + 1) * step
        out.append([*placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
                    *placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
                    *placed(math.cos(b), math.sin(b))])
    return out


def _rounded(x: float, y: float, w: float, h: float, radii: tuple[float, float]) -> list[Segment]:
    """A rectangle with elliptical corners, clockwise from the upper left; plain when a radius is 0."""
    if w <= 0 or h <= 0:
        return []
    right, bottom = x + w, y + h
    rx, ry = min(radii[0], w / 2), min(radii[1], h / 2)
    if rx <= 0 or ry <= 0:
        return [("m", (x, y)), ("l", (right, y)), ("l", (right, bottom)), ("l", (x, bottom)), ("h", ())]
    kx, ky = rx * (1 - _KAPPA), ry * (1 - _KAPPA)
    return [("m", (x + rx, y)), ("l", (right - rx, y)), ("c", (right - kx, y, right, y + ky, right, y + ry)),
            ("l", (right, bottom - ry)), ("c", (right, bottom - ky, right - kx, bottom, right - rx, bottom)),
            ("l", (x + rx, bottom)), ("c", (x + kx, bottom, x, bottom - ky, x, bottom - ry)),
            ("l", (x, y + ry)), ("c", (x, y + ky, x + kx, y, x + rx, y)), ("h", ())]


def _path(values: Mapping[str, str]) -> list[Segment]:
    return _Walker().walk(values.get("d", ""))


def _rect(values: Mapping[str, str]) -> list[Segment]:
    x, y, w, h = (float(values.get(key, 0)) for key in ("x", "y", "width", "height"))
    rx, ry = values.get("rx", values.get("ry", 0)), values.get("ry", values.get("rx", 0))
    return _rounded(x, y, w, h, (float(rx), float(ry)))


def _oval(values: Mapping[str, str]) -> list[Segment]:
    rx, ry = float(values.get("rx", values.get("r", 0))), float(values.get("ry", values.get("r", 0)))
    return _rounded(float(values.get("cx", 0)) - rx, float(values.get("cy", 0)) - ry, 2 * rx, 2 * ry, (rx, ry))


def _polygon(values: Mapping[str, str]) -> list[Segment]:
    return [*_polyline(values), ("h", ())]


def _polyline(values: Mapping[str, str]) -> list[Segment]:
    found = numbers(values.get("points", ""))
    return [("l" if at else "m", (found[at], found[at + 1])) for at in range(0, len(found) - 1, 2)]


SHAPES: dict[str, Callable[[Mapping[str, str]], list[Segment]]] = {
    "path": _path, "rect": _rect, "circle": _oval, "ellipse": _oval, "polygon": _polygon, "polyline": _polyline}


def segments(element: Element) -> list[Segment]:
    """The outline of a shape; ValueError for lengths that are no plain numbers. KeyError: no shape."""
    return SHAPES[element.tag](element.attrib)
