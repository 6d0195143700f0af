"""Korean patchwork (조각보): pieces of ramie with seams, a striped band, and the hero before a full moon."""

import math
import random

from ....graphics import from_oklch, mix, oklch
from ..canvas import Scene, Setting, footer, scatter, staged
from ..geometry import Rect, badge, below
from ..icons import Placed, colour, standing
from ..palette import distance
from ..shapes import circle, contact, soft_edge

FIVE = ("#B8403A", "#2F5D8C", "#E3B04B", "#F3EAD8", "#4F7F5E", "#8C5A86", "#D98A7A", "#9DB8C9")
"""The muted traditional colours (오방색 and their between-tones) that stand beside the palette's own."""


def bojagi(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette = setting.plan, setting.palette
    paper = setting.picked(("#FBF5E8", palette.dark, palette.mains.paper, mix(palette.seconds.tint, "#FBF5E8", 0.5)))
    zone, s = plan.zone, plan.short
    end = plan.footer.y if plan.kind != "banner" else float(plan.height)
    cloth = Rect(0 if plan.flip else zone.x + 0.04 * zone.w, 0, zone.w * 0.96, end)
    if plan.kind == "tall":
        cloth = Rect(zone.x, zone.y + 0.055 * zone.h, zone.w, end - zone.y - 0.055 * zone.h)
    moon = min(cloth.h * 0.455, cloth.w * 0.37)
    foot = cloth.bottom - 0.075 * cloth.h
    cx, cy = cloth.cx, cloth.cy - 0.01 * cloth.h
    hero = standing(colour(setting.cast.hero), cx, min(foot, cy + moon * 0.86), (moon * 1.62, moon * 1.55))
    burst = badge(plan, hero.ink, "left" if plan.flip else "right")
    company = _company(setting, (cx, moon), foot, burst)
    icon = colour(setting.cast.hero)
    disc = palette.behind(icon.mean, ("#FFF6DC", "#F8DC8C", mix(palette.seconds.tint, "#FFFFFF", 0.4)))
    parts = [
        Rect(0, 0, plan.width, plan.height).svg(paper),
        _fibres(setting, paper),
        _patches(setting, cloth),
        _band(setting, cloth),
        _moon((cx, cy), moon, disc, s),
    ]
    if setting.cast.season:
        round_moon = Rect(cx - moon, cy - moon, 2 * moon, 2 * moon)
        keep = [round_moon, *(p.ink for p in company), *([burst] if burst else [])]
        parts.append(scatter(setting, cloth.inset(0.02 * s), keep, ("#FFF6DC", "#FFFFFF"), 6))
    for i, placed in enumerate((*company, hero)):
        parts += [contact(placed.foot, placed.ink.bottom - s * 0.003, f"c{i}"), placed.svg]
    parts.append(footer(setting, palette.mains.ink))
    return Scene(tuple(parts), staged(setting, hero.ink, (paper, palette.mains.ink), burst, "serif"))


def _colors(setting: Setting) -> list[str]:
    """The palette's own colours first, then those of the five that do not fight with them."""
    palette = setting.palette
    own = [palette.main, palette.second, palette.mains.soft, palette.seconds.soft, palette.deep]
    five = FIVE if setting.cast.season in ("newyear", "chuseok") else FIVE[3:4]
    return [*own, *(mix(color, palette.main, 0.12) for color in five)]


def _patches(setting: Setting, cloth: Rect) -> str:
    """Rectangles split at random, no two neighbours in a row alike, each with a lighter seam."""
    dice = random.Random(setting.turn * 7919 + 3)
    colors = _colors(setting)
    pieces = _split(cloth, setting.plan.short * 0.13, dice, 0)
    seam, s, last, svg = "", setting.plan.short, "", ""
    for piece in pieces:
        color = dice.choice([c for c in colors if c != last and distance(c, last or "#000000") > 0.05])
        last = color
        svg += Rect(piece.x - 0.4, piece.y - 0.4, piece.w + 0.8, piece.h + 0.8).svg(color)
        seam += piece.inset(0.004 * s).svg("none")
        if piece.w > piece.h * 1.5:
            svg += Rect(piece.x, piece.y, piece.w / 2, piece.h).svg(mix(color, "#FFFFFF", 0.14))
    return svg + (
        f'<g stroke="#FFFFFF" stroke-opacity=".5" stroke-width="{0.0028 * s:.1f}" '
        f'stroke-dasharray="{0.009 * s:.1f} {0.006 * s:.1f}">{seam}</g>'
    )


def _split(rect: Rect, least: float, dice: random.Random, depth: int) -> list[Rect]:
    wide = rect.w > rect.h
    long = rect.w if wide else rect.h
    if depth > 5 or long < least * 2 or (depth > 2 and dice.random() < 0.16):
        return [rect]
    part = long * dice.choice((0.38, 0.5, 0.62))
    first = Rect(rect.x, rect.y, part, rect.h) if wide else Rect(rect.x, rect.y, rect.w, part)
    second = (
        Rect(rect.x + part, rect.y, rect.w - part, rect.h)
        if wide
        else Rect(rect.x, rect.y + part, rect.w, rect.h - part)
    )
    return _split(first, least, dice, depth + 1) + _split(second, least, dice, depth + 1)


def _band(setting: Setting, cloth: Rect) -> str:
    """Stripes of 색동 along the edge of the cloth, toward the words."""
    plan, s = setting.plan, setting.plan.short
    colors = _colors(setting)
    thick = 0.030 * s
    svg = ""
    if plan.kind == "tall":
        count = 24
        step = cloth.w / count
        for i in range(count):
            svg += Rect(cloth.x + i * step, cloth.y - thick, step + 0.6, thick).svg(colors[i % len(colors)])
        edge = Rect(cloth.x, cloth.y, cloth.w, 0.006 * s)
    else:
        count = max(8, round(cloth.h / (0.05 * s)))
        step, x = cloth.h / count, cloth.right if plan.flip else cloth.x - thick
        for i in range(count):
            svg += Rect(x, cloth.y + i * step, thick, step + 0.6).svg(colors[i % len(colors)])
        edge = Rect(x if plan.flip else cloth.x, cloth.y, 0.006 * s, cloth.h)
    return svg + edge.svg("#1A0D06", 0, 'fill-opacity=".18"')


def _moon(centre: tuple[float, float], radius: float, disc: str, short: float) -> str:
    lightness, chroma, hue = oklch(disc)
    rim = from_oklch(lightness - 0.09, chroma + 0.05, hue)
    path = (
        f"M{centre[0] - radius:.1f} {centre[1]:.1f}a{radius:.1f} {radius:.1f} 0 1 0 {2 * radius:.1f} 0a{radius:.1f} "
        f"{radius:.1f} 0 1 0 {-2 * radius:.1f} 0z"
    )
    return soft_edge(path, short * 0.03, 0.25) + circle(*centre, radius, rim) + circle(*centre, radius * 0.965, disc)


def _fibres(setting: Setting, paper: str) -> str:
    """A few long fibres of hanji along the upper and lower edge, outside the calm area."""
    plan, dice, s = setting.plan, setting.dice, setting.plan.short
    color, d = mix(paper, setting.palette.main, 0.16), ""
    for _ in range(46):
        x, y = (
            dice.uniform(0, plan.width),
            dice.choice((dice.uniform(0, plan.calm.y - 0.012 * s), dice.uniform(0, 0.02 * s))),
        )
        turn = dice.uniform(0, math.pi)
        dx, dy = math.cos(turn) * 0.03 * s, math.sin(turn) * 0.008 * s
        if 0 < y + dy < plan.calm.y - 0.004 * s:
            d += f"M{x:.1f} {y:.1f}q{dx / 2:.1f} {dy * 1.6:.1f} {dx:.1f} {dy:.1f}"
    return f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{0.002 * s:.1f}" stroke-linecap="round"/>'


def _company(setting: Setting, moon: tuple[float, float], foot: float, burst: Rect | None) -> list[Placed]:
    """One thing at each side of the moon where there is room."""
    plan, zone = setting.plan, setting.plan.zone
    placed = []
    for name, side in zip(setting.cast.supports, (-1, 1), strict=False):
        room = moon[0] - moon[1] - zone.x if side < 0 else zone.right - moon[0] - moon[1]
        size = min(room * 1.05, 0.34 * zone.h)
        if size < 0.08 * plan.short:
            continue
        x = moon[0] + side * (moon[1] + room * 0.42)
        placed.append(standing(colour(name), x, foot, (size, below(burst, x, foot, size))))
    return placed
