"""The display stand: round podiums before big arcs, the hero on the highest one."""

from ....graphics import mix
from ..canvas import Scene, Setting, footer, scatter, staged
from ..geometry import Plan, Rect, badge, below
from ..icons import Placed, colour, standing
from ..palette import distance, lively
from ..shapes import circle, contact

FLAT = 0.17
"""Height of a podium's ellipse over its width: the camera looks down a little."""


def podium(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette = setting.plan, setting.palette
    tones, others = setting.picked(((palette.mains, palette.seconds), (palette.seconds, palette.mains)), 3)
    look = setting.picked(("pale", "deep", "bold"))
    ground = {"pale": tones.tint, "deep": palette.dark, "bold": palette.main}[look]
    zone = plan.zone
    end = plan.footer.y if plan.kind != "banner" else float(plan.height)
    floor = end - 0.19 * zone.h
    floor_color = tones.base if look == "pale" else mix(ground, lively(palette.mains), 0.35)
    half = min(0.28 * zone.w, 0.42 * zone.h)
    top = floor - 0.02 * zone.h
    hero = standing(colour(setting.cast.hero), zone.cx, top, (half * 1.8, (top - zone.y) * 0.94))
    burst = badge(plan, hero.ink, "left" if plan.flip else "right")
    company = _company(setting, half, floor, burst)
    # On a strong ground the rings keep its hue: complements blended half and half are mud.
    rings = tones if look == "pale" else palette.mains
    stand = max((others.tint, "#FFFFFF", tones.soft), key=lambda color: distance(color, floor_color))
    parts = [Rect(0, 0, plan.width, plan.height).svg(ground), _arcs(plan, floor, ground, (lively(rings), others.soft))]
    parts.append(_floor(plan, floor, end, floor_color))
    standers = [(placed, half * 0.56) for placed in company] + [(hero, half)]
    for i, (placed, radius) in enumerate(standers):
        height = end - 0.022 * zone.h - radius * FLAT * 0.65 - placed.ink.bottom
        parts += [
            _cylinder((placed.ink.cx, placed.ink.bottom), radius, height, stand, f"p{i}"),
            contact(placed.foot, placed.ink.bottom - 0.003 * plan.short, f"c{i}"),
            placed.svg,
        ]
    free = [hero.ink, *(placed.ink for placed in company), *([burst] if burst else [])]
    air = Rect(zone.x, zone.y, zone.w, floor - zone.y - 0.1 * zone.h)
    bits = (
        (palette.second, palette.mains.soft, "#FFFFFF")
        if look != "pale"
        else (palette.main, palette.second, lively(others))
    )
    parts += [scatter(setting, air, free, bits, 14), footer(setting, palette.mains.ink)]
    return Scene(tuple(parts), staged(setting, hero.ink, (ground, palette.mains.ink), burst, "round"))


def _company(setting: Setting, half: float, floor: float, burst: Rect | None) -> list[Placed]:
    """An icon on a lower stand at each side."""
    zone, names = setting.plan.zone, setting.cast.supports
    size = half * 0.92
    reach = min(zone.w / 2 - half * 0.62, half * 1.52)
    foot, company = floor + 0.055 * zone.h, []
    for name, side in zip(names, (-1, 1), strict=False):
        high = below(burst, zone.cx + side * reach, foot, size)
        company.append(standing(colour(name), zone.cx + side * reach, foot, (min(size, high * 1.25), high)))
    return company


def _arcs(plan: Plan, floor: float, ground: str, colors: tuple[str, str]) -> str:
    """Half discs behind the hero, cut off by the floor, each a little nearer to the ground colour."""
    radius = floor - plan.zone.y - 0.012 * plan.height
    cx = plan.zone.cx
    limit = plan.zone.w * (0.62 if plan.kind == "tall" else 0.47)
    radius = min(radius, limit)
    return "".join(
        circle(cx, floor, radius * part, mix(color, ground, fade))
        for part, color, fade in (
            (1.0, colors[0], 0.62),
            (0.82, colors[0], 0.38),
            (0.64, colors[0], 0.05),
            (0.46, colors[1], 0.0),
        )
    )


def _floor(plan: Plan, floor: float, end: float, color: str) -> str:
    """The ground the stands are on; beside the art it is a low mound, so that the words stay free."""
    if plan.kind == "tall":
        return Rect(0, floor, plan.width, end - floor + 1).svg(color)
    half, rise = plan.zone.w * 0.5, (end - floor) * 1.15
    return f'<path d="M{plan.zone.x:.1f} {end:.1f}a{half:.1f} {rise:.1f} 0 0 1 {2 * half:.1f} 0z" fill="{color}"/>'


def _cylinder(top: tuple[float, float], radius: float, height: float, color: str, ident: str) -> str:
    """A round stand whose top is centred a little behind the foot of what stands on it."""
    cx, ry = top[0], radius * FLAT
    y = top[1] - ry * 0.35
    shade = mix(color, "#3A2418", 0.30)
    sides = f"v{height:.1f}a{radius:.1f} {ry:.1f} 0 0 0 {2 * radius:.1f} 0v{-height:.1f}z"
    return (
        f'<linearGradient id="{ident}"><stop offset="0" stop-color="{mix(color, shade, 0.35)}"/>'
        f'<stop offset=".3" stop-color="{color}"/>'
        f'<stop offset="1" stop-color="{shade}"/></linearGradient>'
        f'<ellipse cx="{cx:.1f}" cy="{y + height + ry * 0.25:.1f}" rx="{radius * 1.07:.1f}" '
        f'ry="{ry * 1.15:.1f}" fill="#1A0D06" fill-opacity=".16"/>'
        f'<path d="M{cx - radius:.1f} {y:.1f}{sides}" fill="url(#{ident})"/>'
        f'<ellipse cx="{cx:.1f}" cy="{y:.1f}" rx="{radius:.1f}" ry="{ry:.1f}" fill="{mix(color, "#FFFFFF", 0.45)}"/>'
    )
