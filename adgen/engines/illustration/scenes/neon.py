"""The sign at night: a brick wall, tubes of light round the words, the hero within a glowing ring."""

from dataclasses import replace

from ....graphics import from_oklch, mix, oklch
from ..canvas import Scene, Setting, Sticker, footer, scatter, staged
from ..geometry import Plan, Rect, badge
from ..icons import colour, floating, shape
from ..palette import distance
from ..shapes import circle, circle_path, rect_path


def neon(setting: Setting) -> Scene:
    """Compose the scene."""
    plan = replace(setting.plan, calm=setting.plan.calm.inset(0.013 * setting.plan.short))
    setting = replace(setting, plan=plan)
    palette = setting.palette
    hue = oklch(setting.picked((palette.main, palette.second)))[2]
    # A dark yellow or green wall looks like mould; night is blue, plum or brick.
    hue = hue if not 55 < hue < 165 else 285.0
    wall = setting.picked(
        (from_oklch(0.235, 0.05, hue), from_oklch(0.20, 0.012, 280.0), from_oklch(0.245, 0.06, 290.0))
    )
    tubes = (_tube(palette.main), _tube(palette.second))
    if distance(*tubes) < 0.12:
        tubes = (tubes[0], from_oklch(0.86, 0.13, (oklch(tubes[0])[2] + 140) % 360))
    tubes = tubes if setting.turn % 2 else tubes[::-1]
    zone, s = plan.zone, plan.short
    radius = min(zone.h * 0.435, zone.w * 0.36)
    centre = (zone.cx, zone.cy)
    hero = Rect(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
    frame = plan.calm.inset(-s * 0.034)
    burst = badge(plan, hero, "left" if plan.flip else "right")
    icon = colour(setting.cast.hero)
    foot = from_oklch(0.17, 0.03, oklch(wall)[2])
    parts: list[str | Sticker] = [
        Rect(0, 0, plan.width, plan.height).svg(wall),
        _bricks(plan, mix(wall, "#FFFFFF", 0.055)),
        rect_panel(frame, wall, s),
        _glow(rect_path(frame, s * 0.04), s * 0.006, tubes[0]),
        circle(*centre, radius * 1.02, mix(wall, tubes[1], 0.16)),
        _glow(circle_path(*centre, radius), s * 0.010, tubes[1]),
        _sides(setting, centre, radius, tubes[0]),
    ]
    size = radius * (1.42 if 0.7 < icon.ratio < 1.4 else 1.56)
    parts.append(Sticker(icon, centre, size, setting.picked((-4.0, 3.0, 0.0)), s * 0.007))
    keep = [hero.inset(-0.06 * s), *([burst] if burst else [])]
    parts += [scatter(setting, zone.inset(0.03 * s), keep, tubes, 8), footer(setting, foot), _lamp(plan, palette.main)]
    return Scene(tuple(parts), staged(setting, hero.inset(radius * 0.04), (wall, foot), burst, "retro"))


def _tube(color: str) -> str:
    """The colour as light: bright and strong, whatever the brand's own lightness."""
    lightness, chroma, hue = oklch(color)
    return from_oklch(max(0.78, min(lightness, 0.88)), max(0.13, chroma) if chroma > 0.03 else 0.02, hue)


def _lamp(plan: Plan, color: str) -> str:
    """A strip in the brand's own colour along the footer: tubes are brighter than most brands."""
    line = plan.short * 0.012
    if plan.kind == "banner":
        return Rect(plan.footer.x - line, 0, line, plan.height).svg(color)
    return Rect(0, plan.footer.y - line, plan.width, line).svg(color)


def rect_panel(frame: Rect, wall: str, short: float) -> str:
    """The plain board behind the words: bricks would show through them."""
    return f'<path d="{rect_path(frame, short * 0.04)}" fill="{wall}"/>'


def _glow(d: str, width: float, color: str) -> str:
    """A tube along path ``d``: wide faint strokes, the colour, and a hot core."""
    layers = "".join(
        f'<path d="{d}" stroke="{color}" stroke-opacity=".065" stroke-width="{width * w:.1f}"/>'
        for w in (10, 8, 6.2, 4.6, 3.2)
    )
    return (
        f'<g fill="none" stroke-linejoin="round" stroke-linecap="round">{layers}'
        f'<path d="{d}" stroke="{color}" stroke-width="{width * 1.5:.1f}"/>'
        f'<path d="{d}" stroke="{mix(color, "#FFFFFF", 0.72)}" stroke-width="{width * 0.6:.1f}"/></g>'
    )


def _bricks(plan: Plan, color: str) -> str:
    """The joints of a wall."""
    high, d, row = plan.short * 0.05, "", 0
    y = 0.0
    while y < plan.height:
        d += f"M0 {y:.1f}H{plan.width}"
        x = high * (0.6 if row % 2 else 1.7)
        while x < plan.width:
            d += f"M{x:.1f} {y:.1f}v{high:.1f}"
            x += high * 2.2
        y, row = y + high, row + 1
    return f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{plan.short * 0.0035:.1f}"/>'


def _sides(setting: Setting, centre: tuple[float, float], radius: float, color: str) -> str:
    """The trade's shape as a small sign at each side of the ring, with a halo."""
    plan = setting.plan
    room = (plan.zone.w - 2 * radius) / 2
    size = min(room * 0.5, radius * 0.62)
    if size < plan.short * 0.07:
        return ""
    svg, art = "", shape(setting.cast.shape)
    for side in (-1, 1):
        x, y = centre[0] + side * (radius + room * 0.5), centre[1] + radius * 0.42
        svg += "".join(circle(x, y, size * part, color, 'fill-opacity=".035"') for part in (0.95, 0.8, 0.66))
        svg += floating(art, (x, y), size, side * 8.0, color)
    return svg
