"""The board before the door: a wooden frame, a plain board for the words, chalk drawings round the hero."""

import math

from ....graphics import from_oklch, mix
from ..canvas import Scene, Setting, footer, staged
from ..geometry import Plan, Rect, badge, below
from ..icons import Placed, colour, floating, shape, standing
from ..shapes import contact, curve, rect_path, sprinkle

CHALK = "#F4F1E6"
SPOTS = ((0.12, 0.22), (0.88, 0.24), (0.20, 0.52), (0.80, 0.50), (0.07, 0.47), (0.94, 0.52), (0.25, 0.12), (0.74, 0.11))
"""Where chalk bits go, in fractions of the zone."""


def chalkboard(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette = setting.plan, setting.palette
    hue = palette.night
    board = setting.picked(
        (from_oklch(0.30, 0.035, 160.0), from_oklch(0.27, 0.012, 260.0), from_oklch(0.31, 0.055, hue))
    )
    wood = setting.picked(("#B07B47", palette.main, "#8A5A34", palette.second))
    zone, s = plan.zone, plan.short
    end = plan.footer.y if plan.kind != "banner" else float(plan.height)
    thick = (0.055 if plan.kind == "tall" else 0.034) * s
    ledge = Rect(0.0, end - thick, plan.width if plan.kind != "banner" else plan.footer.x, thick)
    foot = ledge.y + 0.36 * thick
    hero = standing(colour(setting.cast.hero), zone.cx, foot, (0.5 * zone.w, (foot - zone.y) * 0.90))
    burst = badge(plan, hero.ink, "left" if plan.flip else "right")
    company = _company(setting, hero, foot, burst)
    parts = [
        Rect(0, 0, plan.width, plan.height).svg(board),
        _doodles(setting, hero, company, burst),
        _frame(plan, end, wood),
        ledge.svg(wood),
        Rect(ledge.x, ledge.y, ledge.w, 0.010 * s).svg(mix(wood, "#FFFFFF", 0.35)),
        Rect(ledge.x, ledge.bottom - 0.012 * s, ledge.w, 0.012 * s).svg(mix(wood, "#2A1608", 0.45)),
        _chalks(setting, ledge),
    ]
    for i, placed in enumerate((*company, hero)):
        parts += [contact(placed.foot, placed.ink.bottom - s * 0.002, f"c{i}", 0.10, 0.5), placed.svg]
    dark = mix(wood, "#1A0D06", 0.72)
    parts.append(footer(setting, dark))
    return Scene(tuple(parts), staged(setting, hero.ink, (board, dark), burst, "hand"))


def _frame(plan: Plan, end: float, wood: str) -> str:
    """Wood along the edges of the board; a story's board begins below what the app covers."""
    s = plan.short
    width = 0.026 * s
    right = plan.width if plan.kind != "banner" else plan.footer.x
    outer = Rect(0, 0, right, end).inset(width / 2)
    d = rect_path(outer, width * 0.2)
    return (
        f'<path d="{d}" fill="none" stroke="#1A0D06" stroke-opacity=".28" stroke-width="{width * 1.5:.1f}"/>'
        f'<path d="{d}" fill="none" stroke="{wood}" stroke-width="{width:.1f}"/>'
        f'<path d="{rect_path(outer.inset(-width * 0.3), width * 0.2)}" fill="none" stroke="#FFFFFF" '
        f'stroke-opacity=".28" stroke-width="{width * 0.14:.1f}"/>'
    )


def _doodles(setting: Setting, hero: Placed, company: list[Placed], burst: Rect | None) -> str:
    """A chalk ring behind the hero, and the trade's shape and bits at both sides of it."""
    plan, palette, cast, s = setting.plan, setting.palette, setting.cast, setting.plan.short
    zone = plan.zone
    radius = min(zone.h * 0.47, hero.ink.w * 0.5 + 0.09 * s, zone.w * 0.47)
    cx, cy = hero.ink.cx, max(zone.y + radius * 1.02, hero.ink.cy)
    svg = "".join(
        _ring(setting, (cx, cy), radius * part, color, wide * s)
        for part, color, wide in ((1.0, CHALK, 0.006), (0.93, palette.seconds.soft, 0.004))
    )
    tint = (CHALK, palette.seconds.soft, palette.mains.soft)
    ring = Rect(cx - radius, cy - radius, 2 * radius, 2 * radius)
    keep = [ring, *(p.ink for p in company), *([burst] if burst else [])]
    for i, (fx, fy) in enumerate(SPOTS):
        x, y = zone.x + zone.w * fx, zone.y + zone.h * fy
        size = s * (0.105 if i < 2 else 0.036)
        near = [r.inset(-size * 0.6) for r in keep]
        if any(r.x < x < r.right and r.y < y < r.bottom for r in near):
            continue
        if i < 2:
            svg += f'<g opacity=".9">{floating(shape(cast.shape), (x, y), size, (-10, 10)[i], tint[i])}</g>'
        else:
            svg += sprinkle(cast.sprinkle if cast.sprinkle != "leaf" else "petal", (x, y), size, 30.0 * i, tint[i % 3])
    return svg


def _ring(setting: Setting, centre: tuple[float, float], radius: float, color: str, width: float) -> str:
    """A hand-drawn circle: it wobbles, and its ends miss each other."""
    phase = setting.dice.uniform(0, 6.3)
    points = []
    for i in range(15):
        angle, swell = -1.9 + i * 0.47, 1 + 0.018 * math.sin(phase + i * 1.9)
        points.append((centre[0] + math.cos(angle) * radius * swell, centre[1] + math.sin(angle) * radius * swell))
    return (
        f'<path d="M{points[0][0]:.1f} {points[0][1]:.1f}{curve(points)}" fill="none" stroke="{color}" '
        f'stroke-opacity=".85" stroke-width="{width:.1f}" stroke-linecap="round"/>'
    )


def _company(setting: Setting, hero: Placed, foot: float, burst: Rect | None) -> list[Placed]:
    """One thing at each side on the ledge."""
    plan, zone = setting.plan, setting.plan.zone
    placed = []
    for name, side in zip(setting.cast.supports, (-1, 1), strict=False):
        room = hero.ink.x - zone.x if side < 0 else zone.right - hero.ink.right
        size = min(0.40 * zone.h, room * 0.66)
        if size < 0.08 * plan.short:
            continue
        x = hero.ink.x - room * 0.50 if side < 0 else hero.ink.right + room * 0.50
        high = below(burst, x, foot, size)
        placed.append(standing(colour(name), x, foot, (size * 1.1, high)))
    return placed


def _chalks(setting: Setting, ledge: Rect) -> str:
    """Three pieces of chalk on the ledge."""
    s, palette = setting.plan.short, setting.palette
    x0 = setting.plan.zone.x + 0.07 * s
    return "".join(
        Rect(x0 + i * 0.062 * s, ledge.y + 0.34 * ledge.h, 0.052 * s, 0.013 * s).svg(color, 0.005 * s)
        for i, color in enumerate((CHALK, palette.seconds.soft, palette.mains.soft))
    )
