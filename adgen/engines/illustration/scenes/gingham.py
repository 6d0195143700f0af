"""The laid table from above: a checked cloth, a sheet of paper for the words, the hero on a plate."""

from ....graphics import mix
from ..canvas import Scene, Setting, Sticker, footer, staged
from ..geometry import Plan, Rect, badge
from ..icons import colour
from ..palette import distance, lively
from ..shapes import circle, circle_path, rect_path, soft_edge


def gingham(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette = setting.plan, setting.palette
    cloth = setting.picked((palette.main, palette.second, lively(palette.mains)))
    paper = setting.picked(("#FFFDF6", palette.seconds.paper, palette.dark), 1)
    zone, s = plan.zone, plan.short
    radius = min(zone.h * 0.485, zone.w * 0.40)
    hero = Rect(zone.cx - radius, zone.cy - radius, 2 * radius, 2 * radius).inset(radius * 0.1)
    burst = badge(plan, hero, "left" if plan.flip else "right")
    sheet = plan.calm.inset(-s * (0.014 if plan.kind == "tall" else 0.024))
    icon = colour(setting.cast.hero)
    plate = palette.behind(icon.mean, ("#FFFFFF", palette.seconds.tint, palette.mains.soft))
    rim = palette.second if distance(palette.second, cloth) > 0.12 else palette.main
    parts, things = [_cloth(plan, cloth)], list[Sticker]()
    for i, (x, y, r) in enumerate(_sides(plan, radius)):
        name = setting.cast.supports[i]
        if burst and burst.x - r < x < burst.right + r and burst.y - r * 0.7 < y < burst.bottom + r * 0.7:
            continue
        parts.append(_plate((x, y), r, ("#FFFFFF", palette.main if i else rim), s))
        things.append(Sticker(colour(name), (x, y), r * 1.12, (-10.0, 12.0)[i % 2]))
    parts += [_plate((zone.cx, zone.cy), radius, (plate, rim), s), _sheet(sheet, paper, s)]
    size = radius * (1.30 if 0.7 < icon.ratio < 1.4 else 1.42)
    things.append(Sticker(icon, (zone.cx, zone.cy), size, setting.picked((-6.0, 0.0, 5.0))))
    return Scene(
        (*parts, *things, footer(setting, palette.dark)), staged(setting, hero, (paper, palette.dark), burst, "hand")
    )


def _cloth(plan: Plan, color: str) -> str:
    """White linen, with bands both ways: where two cross, the colour is full."""
    step = plan.short * 0.083
    band = mix(color, "#FFFFFF", 0.52)
    rows = "".join(Rect(0, y * step * 2, plan.width, step).svg(band) for y in range(int(plan.height / step / 2) + 1))
    columns = "".join(Rect(x * step * 2, 0, step, plan.height).svg(band) for x in range(int(plan.width / step / 2) + 1))
    d = "".join(
        f"M{x * step * 2:.1f} {y * step * 2:.1f}h{step:.1f}v{step:.1f}h{-step:.1f}z"
        for x in range(int(plan.width / step / 2) + 1)
        for y in range(int(plan.height / step / 2) + 1)
    )
    return Rect(0, 0, plan.width, plan.height).svg("#FFFDF8") + rows + columns + f'<path d="{d}" fill="{color}"/>'


def _sides(plan: Plan, radius: float) -> list[tuple[float, float, float]]:
    """Centres and radii of the side plates; they run off the cloth."""
    zone = plan.zone
    r = radius * 0.62
    if plan.kind != "tall":
        r = radius * 0.42
        return [(zone.x + 0.10 * zone.w, zone.bottom - r * 1.1, r), (zone.right - 0.04 * zone.w, zone.y + r * 0.55, r)]
    low = r * 0.84  # beside the price burst above it
    return [(zone.x + r * 0.42, zone.bottom - r * 0.80, r), (zone.right - low * 0.40, zone.bottom - low * 0.30, low)]


def _plate(centre: tuple[float, float], radius: float, colors: tuple[str, str], short: float) -> str:
    plate, rim = colors
    cx, cy = centre
    line = f'stroke="{rim}" stroke-width="{radius * 0.035:.1f}" fill-opacity="0"'
    return (
        soft_edge(circle_path(cx, cy + radius * 0.03, radius), short * 0.02, 0.3)
        + circle(cx, cy, radius, "#FFFFFF")
        + circle(cx, cy, radius * 0.92, plate, line)
        + circle(cx, cy, radius * 0.74, mix(plate, "#1A0D06", 0.05))
        + circle(cx, cy, radius * 0.72, plate)
    )


def _sheet(sheet: Rect, paper: str, short: float) -> str:
    """The paper for the words, held by a strip of tape over its upper edge."""
    d, at = rect_path(sheet, short * 0.012), (sheet.cx, sheet.y - 0.006 * short)
    tape = Rect(-0.085 * short, -0.014 * short, 0.17 * short, 0.028 * short).svg("#F4E3B8", 0, 'fill-opacity=".88"')
    return (
        soft_edge(d, short * 0.018, 0.26) + f'<path d="{d}" fill="{paper}"/>'
        f'<g transform="translate({at[0]:.1f} {at[1]:.1f}) rotate(-1)">{tape}</g>'
    )
