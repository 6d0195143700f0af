"""Ornaments as SVG in poster pixels: tickets, leaders, arches, tapes, tiles. Nothing here knows about words."""

from collections.abc import Sequence

from .geometry import Rect


def panel(box: Rect, color: str, radius: float = 0.0, line: str = "", thick: float = 0.0) -> str:
    """A rounded rectangle, with a line just inside its edge when ``line`` is a colour."""
    svg = (f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.w:.2f}" height="{box.h:.2f}" rx="{radius:.2f}" '
           f'fill="{color}"/>')
    if line:
        inner = box.inset(thick * 4, thick * 4)
        svg += (f'<rect x="{inner.x:.2f}" y="{inner.y:.2f}" width="{inner.w:.2f}" height="{inner.h:.2f}" '
                f'rx="{max(0.0, radius - thick * 4):.2f}" fill="none" stroke="{line}" stroke-width="{thick:.2f}"/>')
    return svg


def ticket(box: Rect, color: str, tear: float, line: str) -> str:
    """A coupon: notches at both sides of the tear line at ``tear`` (pixels, y), and the dashes between them."""
    notch, radius = 0.032 * box.w, 0.03 * box.w
    x0, y0, x1, y1 = box.x, box.y, box.right, box.bottom
    path = (f"M{x0 + radius:.2f} {y0:.2f}H{x1 - radius:.2f}a{radius:.2f} {radius:.2f} 0 0 1 {radius:.2f} {radius:.2f}"
            f"V{tear - notch:.2f}a{notch:.2f} {notch:.2f} 0 0 0 0 {2 * notch:.2f}V{y1 - radius:.2f}"
            f"a{radius:.2f} {radius:.2f} 0 0 1 {-radius:.2f} {radius:.2f}H{x0 + radius:.2f}"
            f"a{radius:.2f} {radius:.2f} 0 0 1 {-radius:.2f} {-radius:.2f}V{tear + notch:.2f}"
            f"a{notch:.2f} {notch:.2f} 0 0 0 0 {-2 * notch:.2f}V{y0 + radius:.2f}"
            f"a{radius:.2f} {radius:.2f} 0 0 1 {radius:.2f} {-radius:.2f}z")
    dash = max(2.0, 0.006 * box.w)
    return (f'<path d="{path}" fill="{color}"/>'
            f'<path d="M{x0 + 2 * notch:.2f} {tear:.2f}H{x1 - 2 * notch:.2f}" stroke="{line}" '
            f'stroke-width="{dash:.2f}" stroke-dasharray="{dash * 2.6:.2f} {dash * 2:.2f}" stroke-linecap="round"/>')


def leader(left: float, right: float, y: float, size: float, color: str) -> str:
    """The dots between a dish and its price."""
    step = 0.34 * size
    if right - left < 2 * step:
        return ""
    count = int((right - left) // step)
    return "".join(f'<circle cx="{right - step * (i + 0.5):.2f}" cy="{y:.2f}" r="{0.045 * size:.2f}" fill="{color}"/>'
                   for i in range(count))


def tape(box: Rect, color: str, angle: float) -> str:
    """A strip of paper tape, turned by ``angle`` degrees."""
    cx, cy = box.x + box.w / 2, box.y + box.h / 2
    return (f'<g transform="rotate({angle:.1f} {cx:.1f} {cy:.1f})"><rect x="{box.x:.2f}" y="{box.y:.2f}" '
            f'width="{box.w:.2f}" height="{box.h:.2f}" fill="{color}" fill-opacity=".86"/></g>')


def disc(cx: float, cy: float, radius: float, color: str) -> str:
    """A circle."""
    return f'<circle cx="{cx:.2f}" cy="{cy:.2f}" r="{radius:.2f}" fill="{color}"/>'


_TILES = ('<path d="M0 0H12A12 12 0 0 1 0 12z" fill="{f}"/>', '<circle cx="6" cy="6" r="4.100" fill="{f}"/>',
          '<path d="M0 12A12 12 0 0 1 12 0V12z" fill="{f}"/>', '<path d="M0 0L12 12H0z" fill="{f}"/>',
          '<path d="M0 6a6 6 0 0 1 12 0zM0 12a6 6 0 0 1 12 0z" fill="{f}"/>',
          '<circle cx="6" cy="6" r="3.500" fill="none" stroke="{f}" stroke-width="2.200"/>')


def tiles(boxes: Sequence[Rect], pairs: Sequence[tuple[str, str]]) -> str:
    """Geometric tiles, one in each box, in (ground, figure) pairs taken in turn; figures keep proportion."""
    parts = []
    for index, box in enumerate(boxes):
        ground, figure = pairs[index % len(pairs)]
        art = _TILES[index % len(_TILES)].format(f=figure)
        parts.append(panel(Rect(box.x - 0.4, box.y - 0.4, box.w + 0.8, box.h + 0.8), ground)
                     + f'<svg x="{box.x:.2f}" y="{box.y:.2f}" width="{box.w:.2f}" height="{box.h:.2f}" '
                       'viewBox="0 0 12 12" preserveAspectRatio="xMidYMid slice">'
                       f'<g transform="rotate({90 * (index % 4)} 6 6)">{art}</g></svg>')
    return "".join(parts)
