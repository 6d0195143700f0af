"""The coupon: a ticket with notches and a torn line, the words on one part and the hero on the other."""

from ....graphics import mix
from ..canvas import Scene, Setting, footer, scatter, staged
from ..geometry import Plan, Rect, badge, below
from ..icons import Placed, colour, standing
from ..palette import distance, lively
from ..shapes import circle, contact, soft_edge


def ticket(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, palette = setting.plan, setting.palette
    back = setting.picked((palette.main, palette.seconds.soft, palette.deep, palette.second))
    paper = setting.picked(("#FFFDF7", "#FFFFFF", palette.mains.paper))
    whole, cut = _whole(plan)
    notch = plan.short * (0.024 if plan.kind == "tall" else 0.016)
    d = _outline(plan, whole, cut, notch)
    icon = colour(setting.cast.hero)
    stub = palette.behind(
        icon.mean,
        tuple(
            c
            for c in (palette.seconds.soft, palette.mains.soft, palette.seconds.tint, lively(palette.seconds))
            if distance(c, back) > 0.07
        ),
    )
    part = _stub(plan, whole, cut)
    hero, burst, company = _goods(setting, part)
    disc = min(part.h * 0.42, part.w * 0.34)
    parts = [
        Rect(0, 0, plan.width, plan.height).svg(back),
        _stripes(plan, mix(back, "#FFFFFF", 0.12)),
        soft_edge(d, plan.short * 0.022, 0.24),
        f'<path d="{d}" fill="{paper}"/>',
        f'<clipPath id="stub"><path d="{d}"/></clipPath><g clip-path="url(#stub)">{part.svg(stub)}'
        f"{circle(hero.ink.cx, part.cy, disc * 1.16, mix(stub, '#FFFFFF', 0.45))}</g>",
        _torn(plan, whole, cut, notch, palette.mains.deep),
    ]
    keep = [hero.ink, *(p.ink for p in company), *([burst] if burst else [])]
    parts.append(scatter(setting, part.inset(0.03 * plan.short), keep, (palette.main, palette.second, "#FFFFFF"), 9))
    for i, placed in enumerate((*company, hero)):
        parts += [contact(placed.foot, placed.ink.bottom - plan.short * 0.003, f"c{i}"), placed.svg]
    parts.append(footer(setting, palette.dark))
    return Scene(tuple(parts), staged(setting, hero.ink, (paper, palette.dark), burst, "retro"))


def _whole(plan: Plan) -> tuple[Rect, float]:
    """The ticket, and where it is torn: a height when the parts are stacked, else a distance from the left."""
    m = 0.028 * plan.short
    if plan.kind == "tall":
        top = plan.calm.y - 0.008 * plan.height
        return Rect(m, top, plan.width - 2 * m, plan.footer.y - m - top), plan.calm.bottom + 0.012 * plan.height
    end = plan.footer.y if plan.kind == "wide" else float(plan.height)
    right = plan.width - m if plan.kind == "wide" else plan.footer.x - m
    torn = (
        (plan.calm.x + plan.zone.right) / 2 if plan.flip else (plan.calm.right + max(plan.zone.x, plan.calm.right)) / 2
    )
    return Rect(m, m, right - m, end - 2 * m), torn


def _outline(plan: Plan, whole: Rect, cut: float, notch: float) -> str:
    """Round corners, and a half-round notch at each end of the torn line."""
    r, n = plan.short * 0.03, notch
    x, y, w, h = whole.x, whole.y, whole.w, whole.h
    arc = f"a{r:.1f} {r:.1f} 0 0 1"
    if plan.kind == "tall":
        a, b = cut - y - n - r, whole.bottom - cut - n - r
        return (
            f"M{x + r:.1f} {y:.1f}h{w - 2 * r:.1f}{arc} {r:.1f} {r:.1f}v{a:.1f}a{n:.1f} {n:.1f} 0 0 0 0 {2 * n:.1f}"
            f"v{b:.1f}{arc} {-r:.1f} {r:.1f}h{2 * r - w:.1f}{arc} {-r:.1f} {-r:.1f}v{-b:.1f}"
            f"a{n:.1f} {n:.1f} 0 0 0 0 {-2 * n:.1f}v{-a:.1f}{arc} {r:.1f} {-r:.1f}z"
        )
    a, b = cut - x - n - r, whole.right - cut - n - r
    return (
        f"M{x + r:.1f} {y:.1f}h{a:.1f}a{n:.1f} {n:.1f} 0 0 0 {2 * n:.1f} 0h{b:.1f}{arc} {r:.1f} {r:.1f}"
        f"v{h - 2 * r:.1f}{arc} {-r:.1f} {r:.1f}h{-b:.1f}a{n:.1f} {n:.1f} 0 0 0 {-2 * n:.1f} 0h{-a:.1f}"
        f"{arc} {-r:.1f} {-r:.1f}v{2 * r - h:.1f}{arc} {r:.1f} {-r:.1f}z"
    )


def _stub(plan: Plan, whole: Rect, cut: float) -> Rect:
    if plan.kind == "tall":
        return Rect(whole.x, cut, whole.w, whole.bottom - cut)
    if plan.flip:
        return Rect(whole.x, whole.y, cut - whole.x, whole.h)
    return Rect(cut, whole.y, whole.right - cut, whole.h)


def _torn(plan: Plan, whole: Rect, cut: float, notch: float, color: str) -> str:
    line, gap = plan.short * 0.005, notch * 1.6
    d = (
        f"M{whole.x + gap:.1f} {cut:.1f}H{whole.right - gap:.1f}"
        if plan.kind == "tall"
        else f"M{cut:.1f} {whole.y + gap:.1f}V{whole.bottom - gap:.1f}"
    )
    return (
        f'<path d="{d}" fill="none" stroke="{color}" stroke-opacity=".55" stroke-width="{line:.1f}" '
        f'stroke-dasharray="{line * 3:.1f} {line * 2.6:.1f}"/>'
    )


def _stripes(plan: Plan, fill: str) -> str:
    """Slanted stripes over the whole canvas."""
    step, d, x = plan.short * 0.06, "", -float(plan.height)
    while x < plan.width:
        d += f"M{x:.1f} {plan.height}l{plan.height} {-plan.height}h{step / 2:.1f}l{-plan.height} {plan.height}z"
        x += step
    return f'<path d="{d}" fill="{fill}"/>'


def _goods(setting: Setting, part: Rect) -> tuple[Placed, Rect | None, list[Placed]]:
    """The hero in the middle of the stub, one thing at each side where there is room."""
    plan, names = setting.plan, setting.cast.supports
    foot = part.bottom - 0.09 * part.h
    hero = standing(colour(setting.cast.hero), part.cx, foot, (0.52 * part.w, 0.80 * part.h))
    burst = badge(plan, hero.ink, "left" if plan.flip else "right")
    company = []
    room = (part.w - hero.ink.w) / 2 - 0.05 * plan.short
    for name, side in zip(names, (-1, 1), strict=False):
        size = min(room * 0.94, 0.42 * part.h)
        if size < 0.09 * plan.short:
            continue
        x = hero.ink.x - room * 0.52 if side < 0 else hero.ink.right + room * 0.52
        high = below(burst, x, foot, size)
        company.append(standing(colour(name), x, foot, (size, high)))
    return hero, burst, company
