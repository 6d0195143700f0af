"""Pieces of SVG that several compositions share. All lengths are pixels."""

import math
from collections.abc import Sequence

from .geometry import Rect

Point = tuple[float, float]


def curve(points: Sequence[Point]) -> str:
    """A smooth open path through ``points`` (Catmull-Rom as cubic Béziers), without the leading M."""
    steps = []
    for i in range(len(points) - 1):
        before, start, end, after = points[max(0, i - 1)], points[i], points[i + 1], points[min(len(points) - 1, i + 2)]
        steps.append(f"C{start[0] + (end[0] - before[0]) / 6:.1f} {start[1] + (end[1] - before[1]) / 6:.1f} "
                     f"{end[0] - (after[0] - start[0]) / 6:.1f} {end[1] - (after[1] - start[1]) / 6:.1f} "
                     f"{end[0]:.1f} {end[1]:.1f}")
    return "".join(steps)


def soft_edge(d: str, reach: float, strength: float = 0.2, color: str = "#1A0D06") -> str:
    """A soft shadow round the outline of path ``d``, ``reach`` pixels wide, to be painted over by the shape itself.

    Nested translucent strokes stand in for a blur: feGaussianBlur over a whole canvas costs resvg about 100 ms each.
    """
    steps = 9
    each = 1 - (1 - strength) ** (1 / steps)
    strokes = "".join(f'<path d="{d}" stroke-width="{reach * 2 * (i + 1) / steps:.1f}"/>' for i in range(steps))
    return f'<g fill="none" stroke="{color}" stroke-opacity="{each:.4f}" stroke-linejoin="round">{strokes}</g>'


def circle(cx: float, cy: float, r: float, fill: str, more: str = "") -> str:
    """A filled circle."""
    return f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{r:.1f}" fill="{fill}" {more}/>'


def circle_path(cx: float, cy: float, r: float) -> str:
    """A circle as path data, for ``soft_edge``."""
    return f"M{cx - r:.1f} {cy:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0z"


def rect_path(rect: Rect, radius: float) -> str:
    """A rectangle with round corners as path data."""
    r, w, h = radius, rect.w - 2 * radius, rect.h - 2 * radius
    return (f"M{rect.x + r:.1f} {rect.y:.1f}h{w:.1f}a{r:.1f} {r:.1f} 0 0 1 {r:.1f} {r:.1f}v{h:.1f}"
            f"a{r:.1f} {r:.1f} 0 0 1 {-r:.1f} {r:.1f}h{-w:.1f}a{r:.1f} {r:.1f} 0 0 1 {-r:.1f} {-r:.1f}v{-h:.1f}"
            f"a{r:.1f} {r:.1f} 0 0 1 {r:.1f} {-r:.1f}z")


def contact(foot: Point, y: float, ident: str, depth: float = 0.12, strength: float = 0.34) -> str:
    """The shadow under something that stands at ``y`` with its foot from ``foot[0]`` to ``foot[1]``.

    A radial gradient, so it costs nothing and scales with the thing. ``ident`` must be unique in the document.
    """
    cx, rx = (foot[0] + foot[1]) / 2, max(4.0, (foot[1] - foot[0]) * 0.66)
    ry = max(2.0, rx * depth * 1.6)
    return (f'<radialGradient id="{ident}"><stop offset=".35" stop-color="#1A0D06" stop-opacity="{strength}"/>'
            f'<stop offset="1" stop-color="#1A0D06" stop-opacity="0"/></radialGradient>'
            f'<ellipse cx="{cx:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="url(#{ident})"/>')


def star_path(centre: Point, outer: float, inner: float, points: int, turn: float = 0.0) -> str:
    """A star or burst as path data."""
    corners = []
    for i in range(points * 2):
        angle, radius = math.pi * i / points - math.pi / 2 + turn, outer if i % 2 == 0 else inner
        corners.append(f"{centre[0] + math.cos(angle) * radius:.1f} {centre[1] + math.sin(angle) * radius:.1f}")
    return "M" + "L".join(corners) + "z"


def rays(centre: Point, reach: float, count: int, fill: str, turn: float = 0.0) -> str:
    """``count`` wedges of a sunburst from ``centre``, as one path."""
    d = ""
    for i in range(count):
        first, second = (turn + 2 * math.pi * (i + part) / count for part in (0.0, 0.5))
        d += (f"M{centre[0]:.1f} {centre[1]:.1f}L{centre[0] + math.cos(first) * reach:.1f} "
              f"{centre[1] + math.sin(first) * reach:.1f}L{centre[0] + math.cos(second) * reach:.1f} "
              f"{centre[1] + math.sin(second) * reach:.1f}z")
    return f'<path d="{d}" fill="{fill}"/>'


def sprinkle(kind: str, centre: Point, size: float, angle: float, color: str) -> str:
    """One small floating thing ``size`` pixels long: spark, petal, heart, snow, bubble, clover or confetti."""
    art = _SPRINKLES.get(kind, _SPRINKLES["confetti"])
    return (f'<g transform="translate({centre[0]:.1f} {centre[1]:.1f}) rotate({angle:.0f}) scale({size / 20:.3f})" '
            f'fill="{color}" stroke="{color if kind in STROKED else "none"}">{art}</g>')


_FLAKE = "".join(f'<g transform="rotate({turn})"><rect x="-1" y="-10" width="2" height="20" rx="1"/>'
                 '<path d="M0-4.5l3.4-3.4M0-4.5l-3.4-3.4" stroke-width="1.7" stroke-linecap="round"/></g>'
                 for turn in (0, 60, 120, 180, 240, 300))
STROKED = ("snow", "bubble")
_SPRINKLES = {
    "spark": '<path d="M0-10C1.2-2.6 2.6-1.2 10 0 2.6 1.2 1.2 2.6 0 10-1.2 2.6-2.6 1.2-10 0-2.6-1.2-1.2-2.6 0-10z"/>',
    "petal": '<path d="M0 10C-7 5-7-4-2.5-9.5L0-7l2.5-2.5C7-4 7 5 0 10z"/>',
    "heart": '<path d="M0 9C-14-1-9-10-4-9-1.5-8.600 0-6 0-5 0-6 1.500-8.600 4-9 9-10 14-1 0 9z"/>',
    "snow": _FLAKE,
    "leaf": '<path d="M0 10C-9 3-6-6 0-10 6-6 9 3 0 10z"/>',
    "bubble": '<circle r="8.200" fill-opacity=".28"/><circle r="8.200" fill-opacity="0" stroke-width="1.800"/>'
              '<circle cx="-3" cy="-3.400" r="1.800" fill="#FFFFFF"/>',
    "clover": "".join(f'<path transform="rotate({turn})" d="M0 0C-9-3-7-11 0-7.500 7-11 9-3 0 0z"/>'
                      for turn in (0, 90, 180, 270)),
    "confetti": '<rect x="-9" y="-4" width="18" height="8" rx="3"/>',
}
