"""Wallpaper of small motifs with a plain window for the words, and the hero on a medallion below it."""

import math
from collections.abc import Iterator

from ....graphics import mix
from ..canvas import Scene, Setting, Sticker, footer, staged
from ..geometry import Plan, Rect, badge
from ..icons import colour, floating, shape
from ..palette import distance, lively
from ..shapes import circle, circle_path, rect_path, soft_edge, sprinkle, star_path


def wallpaper(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette = setting.plan, setting.palette
    paper = setting.picked((palette.mains.tint, palette.main, palette.seconds.soft, palette.deep))
    card = setting.picked(("#FFFFFF", palette.mains.paper), 2)
    zone = plan.zone
    radius = min(zone.h * 0.47, zone.w * 0.42)
    centre = (zone.cx, zone.cy)
    hero = Rect(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius).inset(radius * 0.16)
    icon = colour(setting.cast.hero)
    choices = ("#FFFFFF", lively(palette.seconds), palette.mains.soft, lively(palette.mains))
    disc = palette.behind(icon.mean, tuple(c for c in choices if distance(c, paper) > 0.12) or choices)
    window = plan.calm.inset(-plan.short * (0.016 if plan.kind == "tall" else 0.026))
    burst = badge(plan, hero, "left" if plan.flip else "right")
    ring = setting.picked((palette.second, palette.main, "#FFFFFF"), 2)
    ring = ring if distance(ring, disc) > 0.08 and distance(ring, paper) > 0.08 else palette.dark
    size = radius * (1.36 if 0.7 < icon.ratio < 1.4 else 1.5)
    parts = (
        Rect(0, 0, plan.width, plan.height).svg(paper),
        _motifs(setting, paper, (window.inset(-0.035 * plan.short), hero.inset(-radius * 0.3))),
        _window(window, card, ring, plan.short),
        _medallion(setting, centre, radius, (disc, ring)),
        Sticker(icon, centre, size, setting.picked((-5.0, 4.0, 0.0)), plan.short * 0.009),
        footer(setting, palette.dark),
    )
    return Scene(parts, staged(setting, hero, (card, palette.dark), burst, "round"))


def _motifs(setting: Setting, paper: str, keep: tuple[Rect, Rect]) -> str:
    """Supporting drawings, one-colour shapes and small bits on a staggered grid, none half under the window."""
    plan, palette, cast = setting.plan, setting.palette, setting.cast
    pale = distance(paper, "#FFFFFF") < 0.3
    faint = mix(paper, palette.main if pale else "#FFFFFF", 0.34 if pale else 0.26)
    bits = (palette.main, palette.second) if pale else ("#FFFFFF", palette.seconds.soft)
    svg = ""
    for i, (x, y) in enumerate(_grid(plan, setting.picked((0.125, 0.145, 0.11)))):
        size = plan.short * 0.078
        if _inside(keep[0], x, y) or math.hypot(x - keep[1].cx, y - keep[1].cy) < keep[1].w / 2 + size * 0.5:
            continue
        kind = i % 4
        if kind == 0:
            svg += floating(colour(cast.supports[(i // 4) % 3]), (x, y), size * 1.08, (-14, 10, 0)[i % 3])
        elif kind == 2:
            svg += floating(shape(cast.shape), (x, y), size * 0.92, (12, -10)[i // 4 % 2], faint)
        else:
            bit = cast.sprinkle if cast.sprinkle != "leaf" else "petal"
            svg += sprinkle(bit, (x, y), size * 0.42, 20.0 * i, bits[i // 2 % 2])
    return svg


def _grid(plan: Plan, step: float) -> Iterator[tuple[float, float]]:
    """Points of a staggered grid over the canvas, centred, so that both edges are cut alike."""
    gap = plan.short * step
    columns, rows = round(plan.width / gap), int(plan.height / gap) + 2
    gap = plan.width / columns
    for row in range(rows):
        for column in range(columns + row % 2):
            yield (column + (0.5 if row % 2 == 0 else 0.0)) * gap, (row + 0.35) * gap * 0.94


def _inside(rect: Rect, x: float, y: float) -> bool:
    return rect.x < x < rect.right and rect.y < y < rect.bottom


def _window(window: Rect, fill: str, rim: str, short: float) -> str:
    """The card for the words, with a line outside it."""
    outer = window.inset(-0.017 * short)
    return (
        soft_edge(rect_path(outer, short * 0.05), short * 0.02, 0.2)
        + f'<path d="{rect_path(outer, short * 0.05)}" fill="{rim}"/>'
        + f'<path d="{rect_path(window.inset(-0.009 * short), short * 0.044)}" fill="{fill}"/>'
    )


def _medallion(setting: Setting, centre: tuple[float, float], radius: float, colors: tuple[str, str]) -> str:
    """A disc with a scalloped, a rayed or a plain double edge."""
    disc, ring = colors
    cx, cy = centre
    look = setting.picked(("scallop", "plain", "burst"))
    edge = circle(cx, cy, radius, ring)
    if look == "scallop":
        edge = "".join(
            circle(cx + math.cos(a) * radius * 0.93, cy + math.sin(a) * radius * 0.93, radius * 0.105, ring)
            for a in (2 * math.pi * i / 28 for i in range(28))
        ) + circle(cx, cy, radius * 0.94, ring)
    elif look == "burst":
        edge = f'<path d="{star_path(centre, radius * 1.02, radius * 0.92, 30)}" fill="{ring}"/>'
    shadow = soft_edge(circle_path(cx, cy + radius * 0.02, radius * 0.98), setting.plan.short * 0.02, 0.22)
    return shadow + edge + circle(cx, cy, radius * 0.88, disc)
