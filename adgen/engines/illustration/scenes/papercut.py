"""Paper-cut hills: the hero stands on the second sheet before a sun, its company beside it."""

import math

from ....graphics import mix
from ..canvas import Scene, Setting, footer, scatter, staged
from ..geometry import Plan, Rect, badge, below
from ..icons import Placed, colour, standing
from ..palette import distance, lively, shaded
from ..shapes import circle, circle_path, contact, curve, rays, soft_edge, star_path


def papercut(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, dice = setting.plan, setting.dice
    ground, sheets = _sheets(setting)
    zone = plan.zone
    end = plan.footer.y if plan.kind != "banner" else float(plan.height)
    foot = end - 0.17 * zone.h
    side = -1 if plan.flip else 1
    hero = standing(
        colour(setting.cast.hero),
        zone.cx - side * 0.035 * zone.w,
        foot,
        (min(0.56 * zone.w, 0.66 * plan.short), (foot - zone.y) * 0.95),
    )
    level = (end - 0.38 * zone.h, end - 0.29 * zone.h, end - 0.115 * zone.h, end - 0.012 * plan.short)
    hills = [_hill(plan, y, dice.uniform(0, 6.3), i) for i, y in enumerate(level)]
    reach = plan.short * 0.02
    sheet = [soft_edge(d, reach) + f'<path d="{d}" fill="{color}"/>' for d, color in zip(hills, sheets, strict=True)]
    burst = badge(plan, hero.ink, "left" if plan.flip else "right")
    company = _company(setting, hero.ink, foot, burst)
    free = [hero.ink, *(placed.ink for placed in company), *([burst] if burst else [])]
    air = Rect(zone.x, zone.y, zone.w, level[0] - zone.y - 0.02 * zone.h)
    standers = "".join(
        contact(placed.foot, placed.ink.bottom - plan.short * 0.004, f"c{i}") + placed.svg
        for i, placed in enumerate((*company, hero))
    )
    parts = (
        _sun(setting, hero.ink.cx, level[0], ground),
        scatter(setting, air, free, (sheets[1], setting.palette.second, sheets[2])),
        *sheet[:2],
        standers,
        *sheet[2:],
        footer(setting, sheets[3]),
    )
    return Scene(parts, staged(setting, hero.ink, (ground, sheets[3]), burst, "round"))


def _sheets(setting: Setting) -> tuple[str, tuple[str, str, str, str]]:
    """The ground, and the colours of the four sheets from far to near."""
    palette = setting.palette
    tones = setting.picked((palette.mains, palette.mains, palette.seconds))
    ground = setting.picked((palette.mains.tint, palette.dark, palette.seconds.soft, palette.deep))
    near = lively(tones)
    third = tones.base if distance(tones.base, near) > 0.07 else shaded(tones.base, 0.13)
    return ground, (mix(tones.soft, ground, 0.1), near, third, palette.dark)


def _hill(plan: Plan, y: float, phase: float, index: int) -> str:
    """The upper edge of a sheet and everything below it; beside the art it sinks out of the calm area."""
    height = plan.short * (0.012 if index == 3 else 0.022)
    end = plan.footer.y if plan.kind == "wide" else plan.height + plan.short * 0.1
    points = []
    for i in range(-1, 18):
        x = plan.width * i / 16
        wave = y + height * math.sin(phase + i * 0.62) * (0.9 if index == 3 else 1)
        if index == 3:
            wave = min(wave, y + plan.short * 0.01)
        points.append((x, wave if plan.kind == "tall" else wave + (end - 1 - wave) * _sunk(plan, x)))
    return f"M{points[0][0]:.1f} {points[0][1]:.1f}{curve(points)}V{plan.height + 90}H{points[0][0]:.1f}z"


def _sunk(plan: Plan, x: float) -> float:
    """0 under the art … 1 under the calm area, smoothly between."""
    start, end = (plan.calm.x, plan.zone.cx) if plan.flip else (plan.calm.right, plan.zone.cx)
    t = min(1.0, max(0.0, (x - start) / (end - start)))
    return 1 - t * t * (3 - 2 * t)


def _sun(setting: Setting, cx: float, cy: float, ground: str) -> str:
    """A rising sun: rings, rays within a disc, or a scalloped edge."""
    plan, palette = setting.plan, setting.palette
    second, bright = palette.seconds, lively(palette.seconds)
    color = palette.behind(
        colour(setting.cast.hero).mean, (bright, lively(palette.mains), mix(bright, second.soft, 0.5))
    )
    radius = min(cy - plan.zone.y - 0.01 * plan.short, plan.zone.w * 0.46)
    inner = mix(color, ground, 0.5)
    look = setting.picked(("rings", "rays", "scallop"))
    if look == "rays":
        return (
            f'<clipPath id="sun"><path d="{circle_path(cx, cy, radius)}"/></clipPath>'
            + circle(cx, cy, radius, color)
            + f'<g clip-path="url(#sun)">{rays((cx, cy), radius * 1.1, 18, inner)}</g>'
            + circle(cx, cy, radius * 0.62, mix(color, ground, 0.25))
        )
    if look == "scallop":
        edge = star_path((cx, cy), radius, radius * 0.93, 26)
        return (
            f'<path d="{edge}" fill="{color}" stroke="{color}" '
            f'stroke-width="{radius * 0.03:.1f}" stroke-linejoin="round"/>' + circle(cx, cy, radius * 0.8, inner)
        )
    return circle(cx, cy, radius, color) + circle(cx, cy, radius * 0.8, inner)


def _company(setting: Setting, hero: Rect, foot: float, burst: Rect | None) -> list[Placed]:
    """One or two smaller icons at each side of the hero, a little nearer to the viewer."""
    plan, zone = setting.plan, setting.plan.zone
    size = min(0.2 * plan.short, 0.26 * zone.w)
    names = setting.cast.supports
    left, right = (hero.x + zone.x) / 2, (hero.right + zone.right) / 2
    placed = []
    for i, x in enumerate((left, right)):
        nearer = foot + 0.03 * zone.h * (i % 2 + 0.4)
        x = max(zone.x + size * 0.56, min(zone.right - size * 0.56, x))
        high = below(burst, x, nearer, size)
        placed.append(standing(colour(names[i]), x, nearer, (high * 1.15, high)))
    return placed
