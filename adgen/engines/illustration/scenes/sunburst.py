"""The loud flyer: sunburst and halftone dots, a plain panel for the words, die-cut stickers on a plate."""

import math

from ....graphics import mix
from ..canvas import Scene, Setting, Sticker, footer, scatter, staged
from ..geometry import Plan, Rect, badge
from ..icons import colour
from ..palette import distance
from ..shapes import circle, rays, rect_path, soft_edge


def sunburst(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette, dice = setting.plan, setting.palette, setting.dice
    hot, cool = setting.picked(((palette.second, palette.main), (palette.main, palette.second)))
    ray = mix(hot, "#FFFFFF", 0.28)
    dots = cool if distance(hot, cool) > 0.16 else palette.dark
    panel = setting.picked(("#FFFBF0", palette.dark, palette.mains.paper))
    zone = plan.zone
    radius = min(zone.w * 0.40, zone.h * 0.475)
    centre = (zone.cx, zone.cy)
    hero = Rect(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
    burst = badge(plan, hero, "left" if plan.flip else "right", top=dice.random() < 0.5 and plan.kind == "tall")
    whole = Rect(0, 0, plan.width, plan.height)
    ground = whole.svg(hot) + rays(centre, math.hypot(plan.width, plan.height), 22, ray, dice.uniform(0, 0.3))
    parts: list[str | Sticker] = [
        ground,
        _halftone(plan, centre, radius, dots),
        _plate(centre, radius, dots, plan.short),
    ]
    parts += [_panel(plan, panel, palette.dark, cool), _foot(setting, palette.dark, cool)]
    if setting.cast.season:
        parts.append(
            scatter(setting, zone.inset(plan.short * 0.02), [hero, *([burst] if burst else [])], ("#FFFFFF", dots), 9)
        )
    parts += _stickers(setting, centre, radius)
    return Scene(tuple(parts), staged(setting, hero.inset(radius * 0.04), (panel, palette.dark), burst, "shout"))


def _halftone(plan: Plan, centre: tuple[float, float], radius: float, fill: str) -> str:
    """Dots on a slanted grid, the bigger the farther from the plate; none behind it."""
    step = plan.short * 0.026
    far = max(plan.zone.w, plan.zone.h) * 0.75
    d = ""
    row = 0
    y = -step
    while y < plan.height + step:
        x = -step + (step / 2 if row % 2 else 0)
        while x < plan.width + step:
            t = (math.hypot(x - centre[0], y - centre[1]) - radius * 1.1) / (far - radius * 1.1)
            r = step * 0.52 * min(1.0, max(0.0, t)) ** 0.8
            if r > 0.4:
                d += f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0z"
            x += step
        y += step * 0.866
        row += 1
    return f'<path d="{d}" fill="{fill}" fill-opacity=".85"/>'


def _plate(centre: tuple[float, float], radius: float, rim: str, short: float) -> str:
    """A white plate with a double rim."""
    cx, cy = centre
    line = f'stroke="{rim}" stroke-width="{short * 0.004:.1f}" fill-opacity="0"'
    return (
        soft_edge(
            f"M{cx - radius:.1f} {cy + short * 0.01:.1f}a{radius:.1f} {radius:.1f} 0 1 0 {2 * radius:.1f} 0"
            f"a{radius:.1f} {radius:.1f} 0 1 0 {-2 * radius:.1f} 0z",
            short * 0.022,
            0.28,
        )
        + circle(cx, cy, radius, rim)
        + circle(cx, cy, radius * 0.945, "#FFF8E7")
        + circle(cx, cy, radius * 0.885, "#FFF8E7", line)
    )


def _stickers(setting: Setting, centre: tuple[float, float], radius: float) -> list[Sticker]:
    """The hero, and one or two companions over its lower edge."""
    plan, dice, people = setting.plan, setting.dice, setting.cast
    line = plan.short * 0.010
    side = dice.choice((-1, 1))
    hero = Sticker(
        colour(people.hero),
        (centre[0] - side * radius * 0.16, centre[1] - radius * 0.06),
        radius * 1.42,
        side * dice.uniform(-7, -2),
        line,
    )
    first = Sticker(
        colour(people.supports[0]),
        (centre[0] + side * radius * 0.64, centre[1] + radius * 0.40),
        radius * 0.80,
        side * dice.uniform(4, 10),
        line,
    )
    second = Sticker(
        colour(people.supports[1]),
        (centre[0] - side * radius * 0.74, centre[1] + radius * 0.56),
        radius * 0.58,
        side * dice.uniform(-12, -4),
        line,
    )
    return [hero, first, *([second] if dice.random() < 0.7 else [])]


def _panel(plan: Plan, fill: str, ink: str, rim: str) -> str:
    """The card for the words: thick outline and a hard offset shadow, as in a comic."""
    short = plan.short
    line = short * 0.009
    card = plan.calm.inset(-short * (0.022 if plan.kind == "tall" else 0.036))
    shadow = Rect(card.x + short * 0.014, card.y + short * 0.014, card.w, card.h)
    edge = ink if fill != ink else rim
    d = rect_path(card, short * 0.028)
    return (
        f'<path d="{rect_path(shadow, short * 0.028)}" fill="{edge}"/>'
        f'<path d="{d}" fill="{fill}" stroke="{edge}" stroke-width="{line:.1f}"/>'
    )


def _foot(setting: Setting, fill: str, rim: str) -> str:
    plan = setting.plan
    line = plan.short * 0.012
    if plan.kind == "banner":
        return Rect(plan.footer.x - line, 0, line, plan.height).svg(rim) + footer(setting, fill)
    return Rect(0, plan.footer.y - line, plan.width, line).svg(rim) + footer(setting, fill)
