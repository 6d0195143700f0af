"""Drawn flowers and leaves round a paper card; the hero stands at the foot of the card or beside it."""

import math
import random
from dataclasses import dataclass, replace

from ....graphics import from_oklch, oklch
from ..canvas import Scene, Setting, footer, staged
from ..geometry import Plan, Rect, badge
from ..icons import Placed, colour, standing
from ..shapes import circle_path, contact, rect_path, soft_edge

Point = tuple[float, float]
RIM = 0.013
"""How far inside its edge the card carries a line, in short sides of the canvas."""


@dataclass(frozen=True)
class Garden:
    """Colours of petals and leaves, and the rectangles where nothing may grow."""

    petals: tuple[str, ...]
    leaves: tuple[str, ...]
    keep: tuple[Rect, ...]
    dice: random.Random


def botanical(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, card, radius = _arranged(setting.plan)
    setting = replace(setting, plan=plan)
    palette, dice = setting.palette, setting.dice
    grounds = (palette.mains.tint, palette.seconds.soft, palette.mains.soft, palette.seconds.tint, palette.deep)
    ground, paper = setting.picked(grounds), setting.picked(("#FFFDF9", palette.mains.paper), 2)
    hero = _hero(setting, card)
    hue = oklch(palette.mains.base)[2]
    green = dice.choice((150.0, 160.0, 130.0))
    garden = Garden(
        tuple(
            from_oklch(lightness, chroma, (hue + turn) % 360)
            for lightness, chroma, turn in ((0.84, 0.10, 0), (0.79, 0.13, 8), (0.86, 0.09, 40), (0.85, 0.085, -45))
        ),
        tuple(from_oklch(lightness, 0.075, green) for lightness in (0.40, 0.52, 0.66)),
        (plan.calm.inset(-0.006 * plan.short), hero.ink.inset(hero.ink.w * 0.10, hero.ink.h * 0.05)),
        dice,
    )
    burst = badge(plan, hero.ink, "left" if plan.flip else "right")
    clusters = _clusters(plan)
    wild = replace(garden, keep=())
    parts = [Rect(0, 0, plan.width, plan.height).svg(ground), _gradients(garden)]
    parts += [_sprigs(wild, at, size * 1.25, 9) for at, size in clusters]
    parts += [_card(card, radius, paper, palette.main, plan), _stand(plan, hero, paper)]
    parts += [contact(hero.foot, hero.ink.bottom - plan.short * 0.004, "hero"), hero.svg]
    parts += [_sprigs(garden, at, size, 9) + _bouquet(garden, at, size) for at, size in clusters]
    parts += [
        Rect(plan.footer.x, plan.footer.y - 0.012 * plan.short, plan.footer.w, plan.footer.h).svg(palette.main),
        footer(setting, palette.dark),
    ]
    return Scene(tuple(parts), staged(setting, hero.ink, (paper, palette.dark), burst, "serif"))


def _arranged(plan: Plan) -> tuple[Plan, Rect, float]:
    """The plan with its calm area inside a card, the card, and the radius of its corners."""
    if plan.kind != "tall":
        pad = plan.short * 0.028
        return plan, plan.calm.inset(-pad), plan.short * 0.047
    w, h = float(plan.width), float(plan.height)
    radius = 0.17 * w
    top = 0.112 * h if plan.story else 0.03 * h
    card = Rect(0.05 * w, top, 0.90 * w, plan.footer.y - 0.022 * h - top)
    # The corners of the calm area must lie inside the round corners of the card.
    side = 0.046 * w
    drop = radius - math.sqrt((radius - RIM * 1.4 * plan.short) ** 2 - (radius - side) ** 2)
    calm = Rect(card.x + side, card.y + drop, card.w - 2 * side, 0)
    calm = replace(calm, h=(0.243 if plan.story else 0.398) * h)
    return (
        replace(plan, calm=calm, zone=Rect(0, calm.bottom + 0.012 * h, w, plan.footer.y - calm.bottom - 0.012 * h)),
        card,
        radius,
    )


def _hero(setting: Setting, card: Rect) -> Placed:
    plan = setting.plan
    zone = plan.zone
    if plan.kind == "tall":
        room, foot = (0.46 * zone.w, card.bottom - 0.035 * plan.height - zone.y), card.bottom - 0.035 * plan.height
        return standing(colour(setting.cast.hero), zone.cx, foot, room)
    foot = zone.bottom - 0.14 * zone.h
    return standing(colour(setting.cast.hero), zone.cx, foot, (0.56 * zone.w, 0.62 * zone.h))


def _stand(plan: Plan, hero: Placed, paper: str) -> str:
    """Beside the card, the hero gets a round paper of its own."""
    if plan.kind == "tall":
        return ""
    radius = min(plan.zone.w * 0.46, plan.zone.h * 0.46)
    d = circle_path(plan.zone.cx, plan.zone.cy, radius)
    return soft_edge(d, plan.short * 0.022, 0.16) + f'<path d="{d}" fill="{paper}"/>'


def _card(card: Rect, radius: float, paper: str, line: str, plan: Plan) -> str:
    d, rim = rect_path(card, radius), plan.short * RIM
    inner = rect_path(card.inset(rim), radius - rim)
    return (
        soft_edge(d, plan.short * 0.022, 0.16) + f'<path d="{d}" fill="{paper}"/>'
        f'<path d="{inner}" fill="none" stroke="{line}" stroke-width="{plan.short * 0.0028:.1f}"/>'
    )


def _clusters(plan: Plan) -> list[tuple[Point, float]]:
    """Where bouquets sit, and their radii: the corners of the canvas and both sides of the hero."""
    w, zone, s = float(plan.width), plan.zone, plan.short
    if plan.kind == "tall":
        low = plan.footer.y - 0.05 * s
        return [
            ((0.01 * w, 0.01 * s), 0.13 * s),
            ((0.99 * w, 0.01 * s), 0.14 * s),
            ((0.09 * w, low), 0.26 * s),
            ((0.92 * w, low), 0.24 * s),
            ((-0.01 * w, plan.calm.cy), 0.10 * s),
            ((1.01 * w, plan.calm.cy * 0.9), 0.10 * s),
        ]
    inner, outer = zone.x + 0.08 * zone.w, zone.right - 0.06 * zone.w
    return [
        ((inner, zone.bottom), 0.24 * s),
        ((outer, zone.bottom - 0.02 * s), 0.26 * s),
        ((zone.x + 0.9 * zone.w, 0.0), 0.17 * s),
        ((zone.x + 0.12 * zone.w, 0.0), 0.12 * s),
        ((0.0 if not plan.flip else w, plan.footer.y if plan.kind == "wide" else s), 0.08 * s),
    ]


def _gradients(garden: Garden) -> str:
    """One radial gradient for each petal colour: deeper toward the heart of the flower."""
    rows = ""
    for i, petal in enumerate(garden.petals):
        lightness, chroma, hue = oklch(petal)
        rows += (
            f'<radialGradient id="p{i}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="10">'
            f'<stop offset=".1" stop-color="{from_oklch(lightness - 0.17, chroma * 1.5, hue)}"/>'
            f'<stop offset=".55" stop-color="{petal}"/>'
            f'<stop offset="1" stop-color="{from_oklch(lightness + 0.05, chroma * 0.8, hue)}"/></radialGradient>'
        )
    shade = (
        '<radialGradient id="under" gradientUnits="userSpaceOnUse" cx="0" cy="1" r="11.500"><stop offset=".6" '
        'stop-color="#1A0D06" stop-opacity=".13"/>'
        '<stop offset="1" stop-color="#1A0D06" stop-opacity="0"/></radialGradient>'
    )
    return f"<defs>{rows}{shade}</defs>"


def _clear(garden: Garden, at: Point, radius: float) -> bool:
    """Whether a circle touches none of the rectangles kept free."""
    return all(
        math.hypot(at[0] - min(max(at[0], r.x), r.right), at[1] - min(max(at[1], r.y), r.bottom)) > radius
        for r in garden.keep
    )


def _bouquet(garden: Garden, at: Point, size: float) -> str:
    """A handful of flowers, big ones first, round ``at``."""
    svg = ""
    for i, part in enumerate((0.58, 0.5, 0.42, 0.36, 0.3, 0.3, 0.26, 0.24)):
        angle, far = garden.dice.uniform(0, 6.283), size * (0.0 if i == 0 else garden.dice.uniform(0.45, 0.95))
        centre = (at[0] + math.cos(angle) * far, at[1] + math.sin(angle) * far * 0.8)
        radius = size * part * garden.dice.uniform(0.9, 1.1)
        if _clear(garden, centre, radius * 1.08):
            svg += _flower(garden, centre, radius)
    return svg


def _flower(garden: Garden, centre: Point, radius: float) -> str:
    """One open flower: round petals in two rows, a yellow heart with stamens."""
    dice = garden.dice
    kind, count = dice.randrange(len(garden.petals)), dice.choice((5, 5, 6, 8))
    width = {5: 5.2, 6: 4.4, 8: 3.5}[count]
    petal = (
        f'<path d="M0 0C{-width} -3 {-width} -9.6 0 -10 {width} -9.6 {width} -3 0 0z" transform="rotate({{a:.0f}})"/>'
    )
    turn = dice.uniform(0, 360)
    row = "".join(petal.format(a=turn + 360 * i / count) for i in range(count))
    stamens = "".join(
        f'<circle cx="{2.9 * math.cos(a):.2f}" cy="{2.9 * math.sin(a):.2f}" r=".34"/>'
        for a in (i * 0.785 for i in range(8))
    )
    return (
        f'<g transform="translate({centre[0]:.1f} {centre[1]:.1f}) scale({radius / 10:.3f})">'
        f'<circle cy="1" r="11.500" fill="url(#under)"/>'
        f'<g fill="url(#p{kind})" stroke="#7A2140" stroke-opacity=".16" stroke-width=".18">{row}</g>'
        f'<circle r="1.900" fill="#F6C244"/><circle r="1.100" fill="#E39A2D"/><g fill="#F6C244">{stamens}</g></g>'
    )


def _sprigs(garden: Garden, at: Point, size: float, count: int) -> str:
    """Leafy twigs fanning out from ``at``."""
    svg, turn = "", garden.dice.uniform(0, 6.283)
    for i in range(count):
        angle = turn + 6.283 * i / count + garden.dice.uniform(-0.25, 0.25)
        length = size * garden.dice.uniform(1.0, 1.45)
        color = garden.dice.choice(garden.leaves)
        middle = (at[0] + math.cos(angle) * length * 0.55, at[1] + math.sin(angle) * length * 0.55)
        if _clear(garden, middle, length * 0.56):
            svg += _sprig(at, angle, length, color)
    return svg


def _sprig(at: Point, angle: float, length: float, color: str) -> str:
    """One twig along the x axis with pairs of leaves, turned into place."""
    pairs = 6
    leaves = ""
    for i in range(1, pairs + 1):
        x, leaf = 100 * (0.12 + 0.8 * i / pairs), 21 - i * 1.7
        for side in (-1, 1):
            up = side * leaf
            leaves += (
                f'<path d="M{x:.0f} 0q{leaf * 0.15:.1f} {up * 0.75:.1f} {leaf:.1f} {up * 0.8:.1f}'
                f'q{-leaf * 0.1:.1f} {-up * 0.6:.1f} {-leaf:.1f} {-up * 0.8:.1f}z"/>'
            )
    where = f"translate({at[0]:.1f} {at[1]:.1f}) rotate({math.degrees(angle):.0f}) scale({length / 112:.3f})"
    return (
        f'<g transform="{where}" fill="{color}">'
        f'<path d="M0 0H100" stroke="{color}" stroke-width="1.800"/>{leaves}<path d="M97 0q8 -6 15 0q-8 6 -15 0z"/></g>'
    )
