"""The close-up: one thing, as big as it goes, before a disc of colour, with bits in the air."""

import math

from ....graphics import mix, oklch
from ..canvas import Scene, Setting, footer, staged
from ..geometry import Rect, badge
from ..icons import Placed, colour, standing
from ..palette import Palette, distance, lively
from ..shapes import circle, contact, rays, sprinkle


def spotlight(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette = setting.plan, setting.palette
    light = palette.seconds.soft
    ground = setting.picked((palette.seconds.tint, palette.main, palette.mains.tint, palette.dark, light))
    zone, s = plan.zone, plan.short
    end = zone.bottom if plan.kind != "banner" else float(plan.height)
    icon = colour(setting.cast.hero)
    foot = end - 0.075 * zone.h
    hero = standing(icon, zone.cx, foot, (min(0.80 * zone.w, 0.86 * s), (foot - zone.y) * 0.985))
    radius = min(zone.w * 0.47, zone.h * 0.60)
    centre = (zone.cx, max(zone.y + radius, end - radius * 0.86) if plan.kind == "tall" else zone.cy)
    radius = min(radius, centre[1] - zone.y)
    disc = _disc(palette, icon.mean, ground)
    burst = badge(plan, hero.ink, "left" if plan.flip else "right")
    parts = (
        Rect(0, 0, plan.width, plan.height).svg(ground),
        _back(setting, centre, radius, (disc, ground)),
        _table(setting, foot, end, ground),
        _bits(setting, hero, burst, ground),
        contact(hero.foot, hero.ink.bottom - s * 0.004, "hero"),
        hero.svg,
        footer(setting, palette.dark if ground != palette.dark else palette.mains.ink),
    )
    dark = palette.dark if ground != palette.dark else palette.mains.ink
    return Scene(parts, staged(setting, hero.ink, (ground, dark), burst, "shout"))


def _disc(palette: Palette, mean: str, ground: str) -> str:
    """The colour that both the hero and the ground stand out from."""
    soft = (palette.seconds.soft, palette.mains.soft, "#FFFFFF")
    choices = (palette.second, palette.main, lively(palette.seconds), *soft)
    return max(choices, key=lambda c: min(distance(c, mean), 0.28) + min(distance(c, ground), 0.22) + 0.2 * oklch(c)[1])


def _back(setting: Setting, centre: tuple[float, float], radius: float, colors: tuple[str, str]) -> str:
    """The disc: with rays inside, with rings outside, or beside a second disc."""
    disc, ground = colors
    cx, cy = centre
    look = setting.picked(("rays", "ring", "twin"))
    light = mix(disc, "#FFFFFF", 0.24)
    if look == "rays":
        return (
            circle(cx, cy, radius, disc) + f'<clipPath id="spot"><circle cx="{cx:.1f}" cy="{cy:.1f}" '
            f'r="{radius:.1f}"/></clipPath><g clip-path="url(#spot)">'
            + rays(centre, radius * 1.1, 16, light, 0.1)
            + "</g>"
        )
    if look == "ring":
        line = f'stroke="{mix(disc, ground, 0.35)}" stroke-width="{radius * 0.035:.1f}" fill-opacity="0"'
        return circle(cx, cy, radius * 0.98, disc, line) + circle(cx, cy, radius * 0.86, disc)
    side = -1 if setting.plan.flip else 1
    other = mix(disc, ground, 0.55)
    return (
        circle(cx - side * radius * 0.52, cy + radius * 0.30, radius * 0.62, other)
        + circle(cx + side * radius * 0.08, cy, radius * 0.92, disc)
        + circle(cx + side * radius * 0.08, cy, radius * 0.74, light)
    )


def _table(setting: Setting, foot: float, end: float, ground: str) -> str:
    """What the hero stands on: a band that runs to the edges, or under the art alone beside the words."""
    plan, palette = setting.plan, setting.palette
    color = setting.picked((palette.main, palette.second), 2)
    color = color if distance(color, ground) > 0.1 else mix(palette.mains.soft, palette.main, 0.4)
    top = foot - 0.055 * plan.zone.h
    if plan.kind == "tall":
        return Rect(0, top, plan.width, end - top + 1).svg(color)
    half = plan.zone.w * 0.47
    return (
        f'<path d="M{plan.zone.cx - half:.1f} {end:.1f}a{half:.1f} {end - top:.1f} 0 0 1 {2 * half:.1f} 0z" '
        f'fill="{color}"/>'
    )


def _bits(setting: Setting, hero: Placed, burst: Rect | None, ground: str) -> str:
    """Bits of the season in a loose ring round the hero, the bigger the farther out; none over hero or badge."""
    plan, palette, dice, cast = setting.plan, setting.palette, setting.dice, setting.cast
    zone, s = plan.zone, plan.short
    colors = [c for c in (palette.main, palette.second, "#FFFFFF", palette.deep) if distance(c, ground) > 0.16]
    kind = {"leaf": "petal", "spark": "spark"}.get(cast.sprinkle, cast.sprinkle)
    avoid = [hero.ink.inset(-0.012 * s), *([burst] if burst else [])]
    svg, placed = "", list[tuple[float, float]]()
    for _ in range(150):
        x, y = dice.uniform(zone.x, zone.right), dice.uniform(zone.y + 0.02 * s, zone.bottom - 0.2 * zone.h)
        far = abs(x - hero.ink.cx) / (zone.w / 2)
        size = s * (0.024 + 0.026 * far)
        bad = any(r.x - size < x < r.right + size and r.y - size < y < r.bottom + size for r in avoid)
        crowded = any(math.hypot(x - a, y - b) < 0.085 * s for a, b in placed)
        if bad or crowded or x < zone.x + size or x > zone.right - size:
            continue
        placed.append((x, y))
        svg += sprinkle(kind, (x, y), size, dice.uniform(-60, 60), dice.choice(colors))
        if len(placed) == 18:
            break
    return svg
