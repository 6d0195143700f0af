"""Big and plain: one slanted shard in the brand colour with dots, and a giant one-colour shape on it."""

from ....graphics import contrast, mix, oklch
from ..canvas import Scene, Setting, Sticker, footer, staged
from ..geometry import Plan, Rect, badge
from ..icons import Icon, colour, floating, shape

Point = tuple[float, float]
MONO = ("barbell", "scissors", "megaphone", "lightning", "hair-dryer", "seal-percent", "person-simple-run")


def shard(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette, dice = setting.plan, setting.palette, setting.dice
    night = setting.picked((True, False, True) if oklch(palette.main)[0] > 0.6 else (True, False))
    ground = mix(palette.mains.ink, "#0B0B0E", 0.35) if night else palette.mains.paper
    blade = max(
        (palette.main, palette.second),
        key=lambda color: min(contrast(color, ground), 4) + 0.8 * (color == palette.main),
    )
    ink = palette.mains.ink if contrast(palette.mains.ink, blade) > contrast("#FFFFFF", blade) * 1.25 else "#FFFFFF"
    foot = palette.dark if night and plan.kind != "banner" else palette.mains.ink
    corners = _corners(plan, rising=dice.random() < 0.7)
    d = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "z"
    icon, mono, hero = _subject(setting, corners)
    size = max(hero.w, hero.h)
    tilt = dice.uniform(-20, -9) if setting.cast.shape in MONO else dice.uniform(-9, -4)
    burst = badge(plan, hero, "left" if plan.flip else "right")
    partner = palette.second if blade != palette.second else palette.main
    parts: tuple[str | Sticker, ...] = (
        Rect(0, 0, plan.width, plan.height).svg(ground),
        _echo(plan, corners, partner, ground),
        f'<path d="{d}" fill="{blade}"/>',
        _dots(plan, d, mix(blade, palette.mains.ink, 0.16)),
    )
    if mono:
        under = mix(blade, palette.mains.ink, 0.3)
        parts += (
            floating(icon, (hero.cx + size * 0.022, hero.cy + size * 0.028), size, tilt, under),
            floating(icon, (hero.cx, hero.cy), size, tilt, ink),
            _marks(setting, hero, partner),
        )
    else:
        parts += _stickers(setting, (hero.cx, hero.cy), size)
    parts += (footer(setting, foot),)
    return Scene(parts, staged(setting, hero, (ground, foot), burst, "shout"))


def _corners(plan: Plan, rising: bool) -> list[Point]:
    """The shard: it bleeds off the edge of the canvas and leans toward the words."""
    zone, s = plan.zone, plan.short
    if plan.kind == "tall":
        low, high = zone.y + 0.30 * zone.h, zone.y + 0.01 * zone.h
        left, right = (low, high) if rising else (high, low)
        down, up = zone.bottom - 0.03 * zone.h, zone.bottom - 0.15 * zone.h
        return [
            (-0.02 * s, left),
            (plan.width + 0.02 * s, right),
            (plan.width + 0.02 * s, up if rising else down),
            (-0.02 * s, down if rising else up),
        ]
    lean = 0.2 * zone.w
    if plan.kind == "banner":
        return [
            (zone.x + lean, -1),
            (zone.right, -1),
            (zone.right, plan.height + 1),
            (zone.x + 0.02 * zone.w, plan.height + 1),
        ]
    if plan.flip:
        return [
            (-1, 0.03 * zone.h),
            (zone.right - lean, 0.10 * zone.h),
            (zone.right - 0.01 * zone.w, 0.96 * zone.h),
            (-1, zone.h * 0.9),
        ]
    return [
        (zone.x + lean, 0.10 * zone.h),
        (plan.width + 1, 0.03 * zone.h),
        (plan.width + 1, zone.h * 0.9),
        (zone.x + 0.01 * zone.w, 0.96 * zone.h),
    ]


def _subject(setting: Setting, corners: list[Point]) -> tuple[Icon, bool, Rect]:
    """The drawing on the shard, whether it is a one-colour shape, and its box in the middle of the shard."""
    plan = setting.plan
    # The barbell and the like are made for this; food is better liked in colour.
    often = (True, False) if setting.cast.shape in MONO else (False, False, True)
    mono = setting.cast.alone and setting.picked(often, 2)
    icon = shape(setting.cast.shape) if mono else colour(setting.cast.hero)
    high = min(plan.zone.h * (0.66 if mono else 0.74), plan.zone.w * 0.66 / icon.ratio, plan.zone.w * 0.72)
    cx = sum(min(max(x, 0.0), float(plan.width)) for x, _ in corners) / 4
    cy = sum(y for _, y in corners) / 4
    return icon, mono, Rect(cx - high * icon.ratio / 2, cy - high / 2, high * icon.ratio, high)


def _echo(plan: Plan, corners: list[Point], color: str, ground: str) -> str:
    """A second, offset blade in the partner colour that shows as a thin edge under the first."""
    shift = plan.short * 0.02
    moved = "M" + "L".join(f"{x:.1f} {y + shift:.1f}" for x, y in corners) + "z"
    return f'<path d="{moved}" fill="{mix(color, ground, 0.1)}"/>'


def _dots(plan: Plan, clip: str, fill: str) -> str:
    step = plan.short * 0.0215
    r = step * 0.2
    zone, d, y, row = plan.zone, "", plan.zone.y - step, 0
    while y < zone.bottom + step:
        x = zone.x - step + (step / 2 if row % 2 else 0)
        while x < zone.right + step:
            d += f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0z"
            x += step
        y, row = y + step * 0.866, row + 1
    return f'<clipPath id="blade"><path d="{clip}"/></clipPath>' + (
        f'<path d="{d}" fill="{fill}" clip-path="url(#blade)"/>'
    )


def _marks(setting: Setting, hero: Rect, color: str) -> str:
    """Three quick strokes beside the shape, as for a thing that moves."""
    s = setting.plan.short
    x, y = hero.x - 0.055 * s, hero.y + hero.h * 0.2
    if x < setting.plan.zone.x + 0.05 * s:
        return ""
    rows = "".join(
        f'<path d="M{x:.1f} {y + i * 0.035 * s:.1f}h{-(0.075 - 0.018 * abs(i - 1)) * s:.1f}"/>' for i in range(3)
    )
    return f'<g stroke="{color}" stroke-width="{0.012 * s:.1f}" stroke-linecap="round" fill="none">{rows}</g>'


def _stickers(setting: Setting, centre: Point, size: float) -> tuple[Sticker, ...]:
    """The hero in colour with a white edge, and one companion that peeks out from behind it."""
    dice, s, side = setting.dice, setting.plan.short, setting.dice.choice((-1, 1))
    second = Sticker(
        colour(setting.cast.supports[0]),
        (centre[0] + side * size * 0.56, centre[1] + size * 0.2),
        size * 0.5,
        side * dice.uniform(6, 14),
        s * 0.009,
    )
    return second, Sticker(colour(setting.cast.hero), centre, size, -side * dice.uniform(2, 7), s * 0.011)
