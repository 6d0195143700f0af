"""Clean waves: the hero rises out of layered water before a big sun, bubbles or petals in the air."""

import math

from ....graphics import Ramp, mix
from ..canvas import Scene, Setting, footer, scatter, staged
from ..geometry import Plan, Rect, badge, below
from ..icons import Placed, colour, standing
from ..palette import distance, lively, shaded
from ..shapes import circle, curve, soft_edge


def waves(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette = setting.plan, setting.palette
    tones = setting.picked((palette.mains, palette.mains, palette.seconds))
    ground = setting.picked(
        (palette.mains.paper, palette.seconds.tint, palette.deep, mix(palette.mains.tint, "#FFFFFF", 0.3))
    )
    zone, s = plan.zone, plan.short
    end = plan.footer.y if plan.kind != "banner" else float(plan.height)
    level = end - 0.16 * zone.h
    hero = standing(
        colour(setting.cast.hero),
        zone.cx,
        level + 0.035 * zone.h,
        (min(0.58 * zone.w, 0.7 * s), (level - zone.y) * 0.97),
    )
    burst = badge(plan, hero.ink, "left" if plan.flip else "right")
    company = _company(setting, hero.ink, level, burst)
    far, near, front = _water(tones, ground)
    sun = palette.behind(
        colour(setting.cast.hero).mean, (lively(palette.seconds), palette.seconds.soft, palette.mains.soft)
    )
    radius = min(zone.w * 0.42, (level - zone.y) * 0.52)
    free = [hero.ink, *(p.ink for p in company), *([burst] if burst else [])]
    air = Rect(zone.x, zone.y, zone.w, level - zone.y - 0.06 * zone.h)
    parts = (
        Rect(0, 0, plan.width, plan.height).svg(ground),
        circle(hero.ink.cx, zone.y + radius * 1.03, radius, sun),
        circle(hero.ink.cx, zone.y + radius * 1.03, radius * 0.8, mix(sun, "#FFFFFF", 0.3)),
        _wave(plan, (level - 0.055 * zone.h, end), 0.0, far),
        scatter(setting, air, free, ("#FFFFFF", palette.main, palette.second), 13),
        *(placed.svg for placed in company),
        hero.svg,
        _wave(plan, (level, end), 0.5, near),
        _wave(plan, (level + 0.075 * zone.h, end), 0.15, front),
        footer(setting, palette.dark),
    )
    return Scene(parts, staged(setting, hero.ink, (ground, palette.dark), burst, "sans"))


def _water(tones: Ramp, ground: str) -> tuple[str, str, str]:
    """Colours of the three bands, far to near."""
    near = lively(tones)
    front = tones.base if distance(tones.base, near) > 0.07 else shaded(near, 0.13)
    return mix(tones.soft, ground, 0.25), near, front


def _wave(plan: Plan, span: tuple[float, float], phase: float, color: str) -> str:
    """A band of even waves from ``span[0]`` down; beside the words it runs out before them."""
    top, end = span
    high = plan.short * 0.017
    left, right = (-0.1 * plan.width, plan.width * 1.1) if plan.kind == "tall" else (plan.zone.x, plan.zone.right)
    count = max(6, round((right - left) / (plan.short * 0.11)))
    points = []
    for i in range(count * 2 + 1):
        x = left + (right - left) * i / (count * 2)
        y = top + high * math.sin(math.pi * (i + phase * 4) / 2)
        if plan.kind != "tall":
            y += (end - y) * _edge((x - left) / (right - left), plan)
        points.append((x, y))
    d = f"M{points[0][0]:.1f} {points[0][1]:.1f}{curve(points)}V{end + 2:.1f}H{left:.1f}z"
    return soft_edge(d, plan.short * 0.008, 0.12) + f'<path d="{d}" fill="{color}"/>'


def _edge(t: float, plan: Plan) -> float:
    """1 at the side of the words … 0 a quarter of the way in."""
    t = 1 - t if plan.flip else t
    u = min(1.0, max(0.0, t / 0.25))
    return 1 - u * u * (3 - 2 * u)


def _company(setting: Setting, hero: Rect, level: float, burst: Rect | None) -> list[Placed]:
    """A smaller thing at each side, riding the same wave."""
    plan, zone = setting.plan, setting.plan.zone
    size, placed = min(0.19 * plan.short, 0.24 * zone.w), []
    for name, side in zip(setting.cast.supports, (-1, 1), strict=False):
        x = (hero.x + zone.x) / 2 if side < 0 else (hero.right + zone.right) / 2
        x = max(zone.x + size * 0.58, min(zone.right - size * 0.58, x))
        foot = level + 0.03 * zone.h
        high = below(burst, x, foot, size)
        placed.append(standing(colour(name), x, foot, (size * 1.1, high)))
    return placed
