"""Geometric tiles on a strict grid: one big tile for the hero, plain paper for the words."""

import random

from ....graphics import mix
from ..canvas import Scene, Setting, footer, staged
from ..geometry import Plan, Rect, badge
from ..icons import colour, floating, shape
from ..palette import distance
from ..shapes import circle

Colors = tuple[str, ...]


def bauhaus(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette, dice = setting.plan, setting.palette, setting.dice
    ground = setting.picked((palette.mains.paper, palette.dark, palette.seconds.tint, palette.mains.tint))
    colors = (palette.main, palette.second, palette.deep, palette.mains.soft, palette.seconds.soft, "#FFFFFF")
    columns, rows, cell, grid = _grid(plan)
    span = min(rows, columns - 1) if plan.kind == "tall" else min(rows - 1, columns - 1 if columns > 3 else columns)
    at = _hero_column(plan, columns, span, dice)
    row = (rows - span) // 2 if plan.kind != "tall" else rows - span
    hero = Rect(grid.x + at * cell, grid.y + row * cell, span * cell, span * cell)
    parts = [Rect(0, 0, plan.width, plan.height).svg(ground)]
    last = ""
    for j in range(rows):
        for i in range(columns):
            tile = Rect(grid.x + i * cell, grid.y + j * cell, cell, cell)
            if hero.x - 1 <= tile.x < hero.right - 1 and hero.y - 1 <= tile.y < hero.bottom - 1:
                continue
            svg, last = _tile(tile, colors, dice, last)
            parts.append(svg)
    burst = _badge(plan, hero, grid)
    parts += [_icons(setting, grid, (hero, burst), cell), _hero(setting, hero), footer(setting, palette.dark)]
    return Scene(tuple(parts), staged(setting, hero.inset(cell * span * 0.08), (ground, palette.dark), burst, "sans"))


def _grid(plan: Plan) -> tuple[int, int, float, Rect]:
    """Columns, rows, cell size and the rectangle of tiles: square tiles that fill the zone without a remainder."""
    zone = plan.zone
    if plan.kind == "tall":
        columns = max((6, 5, 4, 7), key=lambda n: int(zone.h * n / plan.width + 0.04) / n)
        cell = plan.width / columns
        rows = max(1, int(zone.h / cell + 0.04))
        return columns, rows, cell, Rect(0, zone.bottom - rows * cell, plan.width, rows * cell)
    rows = 4 if plan.kind == "banner" else 5
    cell = zone.h / rows
    columns = max(2, int(zone.w / cell + 0.05))
    x = zone.x if plan.flip else zone.right - columns * cell
    return columns, rows, cell, Rect(x, zone.y, columns * cell, rows * cell)


def _hero_column(plan: Plan, columns: int, span: int, dice: random.Random) -> int:
    free = columns - span
    return free // 2 if plan.kind != "tall" else dice.choice((0, free, free // 2))


def _badge(plan: Plan, hero: Rect, grid: Rect) -> Rect | None:
    """Over the tiles beside the hero, on the roomier side."""
    right = grid.right - hero.right >= hero.x - grid.x
    size = min(0.27 * plan.short, 0.9 * max(grid.right - hero.right, hero.x - grid.x))
    if size < 0.2 * plan.short:
        return badge(plan, hero, "right" if right else "left")
    room = (
        Rect(hero.right, grid.y, grid.right - hero.right, grid.h)
        if right
        else Rect(grid.x, grid.y, hero.x - grid.x, grid.h)
    )
    return Rect(room.cx - size / 2, room.y + min(room.h * 0.08, 0.03 * plan.short), size, size)


def _hero(setting: Setting, tile: Rect) -> str:
    """The big tile: a disc that the icon stands out from, and the icon with a flat shadow."""
    palette, icon = setting.palette, colour(setting.cast.hero)
    disc = palette.behind(
        icon.mean, (palette.mains.paper, palette.seconds.soft, palette.mains.soft, palette.seconds.tint)
    )
    ground = max(
        (palette.main, palette.second, palette.deep),
        key=lambda color: distance(color, disc) + 0.3 * (color == palette.main),
    )
    shade = mix(disc, palette.deep, 0.22)
    size = tile.w * (0.70 if 0.6 < icon.ratio < 1.6 else 0.76)
    shadow = circle(tile.cx, tile.cy, tile.w * 0.445, disc)
    drop = (
        f'<ellipse cx="{tile.cx:.1f}" cy="{tile.cy + size * 0.5 * min(1, 1 / icon.ratio):.1f}" rx="{size * 0.34:.1f}" '
        f'ry="{size * 0.045:.1f}" fill="{shade}"/>'
    )
    return tile.svg(ground) + shadow + drop + floating(icon, (tile.cx, tile.cy), size, 0)


def _icons(setting: Setting, grid: Rect, taken: tuple[Rect | None, ...], cell: float) -> str:
    """Two or three tiles that carry a small icon or the trade's one-colour shape instead of a pattern."""
    palette, dice, people = setting.palette, setting.dice, setting.cast
    cells = [
        Rect(grid.x + i * cell, grid.y + j * cell, cell, cell)
        for i in range(round(grid.w / cell))
        for j in range(round(grid.h / cell))
    ]
    free = [
        c
        for c in cells
        if not any(
            r and c.right > r.x + 1 and c.x < r.right - 1 and c.bottom > r.y + 1 and c.y < r.bottom - 1 for r in taken
        )
    ]
    dice.shuffle(free)
    svg = ""
    for tile, name in zip(free, people.supports[:2], strict=False):
        svg += tile.svg(palette.behind(colour(name).mean, ("#FFFFFF", palette.seconds.tint, palette.mains.soft)))
        svg += floating(colour(name), (tile.cx, tile.cy), cell * 0.68)
    if len(free) > 3:
        tile = free[2]
        svg += tile.svg(palette.deep) + floating(
            shape(people.shape), (tile.cx, tile.cy), cell * 0.62, 0, palette.seconds.soft
        )
    return svg


def _tile(tile: Rect, colors: Colors, dice: random.Random, last: str) -> tuple[str, str]:
    """One patterned tile and the name of its pattern, never the same as the tile before."""
    pattern = dice.choice([name for name in _PATTERNS if name != last])
    first, second = dice.sample(colors, 2)
    while distance(first, second) < 0.13:
        first, second = dice.sample(colors, 2)
    x, y, s = tile.x, tile.y, tile.w
    corner = dice.choice((0, 90, 180, 270))
    art = _PATTERNS[pattern].format(f=second)
    # One unit more than the tile on every side hides hairlines between neighbours.
    return (
        Rect(x - 0.4, y - 0.4, s + 0.8, s + 0.8).svg(first)
        + f'<g transform="translate({x:.2f} {y:.2f}) scale({s / 12:.4f}) rotate({corner} 6 6)">{art}</g>',
        pattern,
    )


_PATTERNS = {
    "hills": '<path d="M0 6a6 6 0 0 1 12 0zM0 12a6 6 0 0 1 12 0z" fill="{f}"/>',
    "quarter": '<path d="M0 0H12A12 12 0 0 1 0 12z" fill="{f}"/>',
    "dots": '<g fill="{f}">'
    + "".join(f'<circle cx="{x}" cy="{y}" r=".62"/>' for x in (1.5, 4.5, 7.5, 10.5) for y in (1.5, 4.5, 7.5, 10.5))
    + "</g>",
    "triangle": '<path d="M0 0L12 12H0z" fill="{f}"/>',
    "stripes": '<path d="M0 0h12v1.500H0zM0 3h12v1.500H0zM0 6h12v1.500H0zM0 9h12v1.500H0z" fill="{f}"/>',
    "disc": '<circle cx="6" cy="6" r="4" fill="{f}"/>',
    "ring": '<circle cx="6" cy="6" r="3.400" fill="none" stroke="{f}" stroke-width="2.200"/>',
    "leaf": '<path d="M0 0H6A6 6 0 0 1 12 6V12H6A6 6 0 0 1 0 6z" fill="{f}"/>',
    "arches": '<path d="M0 12A12 12 0 0 1 12 0V3A9 9 0 0 0 3 12zM6 12A6 6 0 0 1 12 6V9A3 3 0 0 0 9 12z" fill="{f}"/>',
    "diamond": '<path d="M6 1L11 6 6 11 1 6z" fill="{f}"/>',
}
