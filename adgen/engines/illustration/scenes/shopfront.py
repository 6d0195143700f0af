"""The shop itself: an awning above, a wall for the words, and the goods lined up on the counter."""

from dataclasses import replace

from ....graphics import mix
from ..canvas import Scene, Setting, footer, staged
from ..geometry import Plan, Rect, badge, below
from ..icons import Placed, colour, standing
from ..palette import lively
from ..shapes import contact, soft_edge


def shopfront(setting: Setting) -> Scene:
    """Compose the scene."""
    plan, awning = _arranged(setting.plan)
    setting = replace(setting, plan=plan)
    palette = setting.palette
    wall = setting.picked((palette.mains.paper, palette.seconds.soft, palette.deep, palette.mains.tint))
    stripes = (setting.picked((palette.main, palette.second), 2), setting.picked(("#FFFFFF", palette.seconds.paper)))
    end = plan.footer.y if plan.kind != "banner" else float(plan.height)
    board = Rect(
        plan.zone.x if plan.kind == "banner" else 0,
        end - 0.032 * plan.short,
        plan.zone.w if plan.kind == "banner" else plan.width,
        0.032 * plan.short,
    )
    foot = board.y + 0.012 * plan.short
    hero, burst, company = _goods(setting, foot)
    niche = palette.behind(
        colour(setting.cast.hero).mean,
        (palette.seconds.soft, palette.mains.soft, lively(palette.seconds), lively(palette.mains)),
    )
    parts = [Rect(0, 0, plan.width, plan.height).svg(wall), _niche(plan, hero.ink, board.y, niche, wall)]
    wood = mix(palette.seconds.bright, "#B98450", 0.55)
    parts += [
        board.svg(wood),
        Rect(board.x, board.bottom - 0.009 * plan.short, board.w, 0.010 * plan.short).svg(
            mix(wood, palette.dark, 0.35)
        ),
    ]
    for i, placed in enumerate((*company, hero)):
        parts += [contact(placed.foot, placed.ink.bottom - plan.short * 0.002, f"c{i}", 0.10), placed.svg]
    parts += [_awning(plan, awning, stripes), footer(setting, palette.dark)]
    return Scene(tuple(parts), staged(setting, hero.ink, (wall, palette.dark), burst, "retro"))


def _arranged(plan: Plan) -> tuple[Plan, float]:
    """The plan with the calm area moved below an awning, and the awning's height in pixels."""
    h = float(plan.height)
    if plan.kind == "tall":
        if plan.story:
            return plan, 0.125 * h
        height = 0.075 * h if h / plan.width > 1.15 else 0.085 * h
        top = height + 0.025 * h
        calm = replace(plan.calm, y=top, h=0.375 * h if h / plan.width > 1.15 else 0.365 * h)
        zone_top = calm.bottom + 0.01 * h
        return replace(plan, calm=calm, zone=Rect(0, zone_top, plan.width, plan.footer.y - zone_top)), height
    height = 0.10 * h
    bottom = 0.785 * h if plan.kind == "wide" else 0.945 * h
    top = height + 0.035 * h
    calm = replace(plan.calm, y=top, h=bottom - top)
    zone = Rect(plan.zone.x, height, plan.zone.w, plan.zone.bottom - height)
    return replace(plan, calm=calm, zone=zone), height


def _awning(plan: Plan, height: float, stripes: tuple[str, str]) -> str:
    """Striped cloth over the whole width, its lower edge in scallops, with a soft shadow on the wall."""
    count = max(8, round(plan.width / (plan.short * 0.11)))
    count += count % 2 == 0
    step = plan.width / count
    straight, r = height - step * 0.30, step / 2
    tongues = "".join(f"a{r:.1f} {step * 0.30:.1f} 0 0 1 {-step:.2f} 0" for _ in range(count))
    outline = f"M0 0H{plan.width}V{straight:.1f}{tongues}z"
    cloth = ""
    for i in range(count):
        x = i * step
        cloth += (
            f'<path d="M{x:.2f} 0h{step + 0.3:.2f}V{straight:.1f}a{r:.1f} {step * 0.30:.1f} 0 0 1 {-step:.2f} 0z" '
            f'fill="{stripes[i % 2]}"/>'
        )
    line = 0.012 * plan.short
    fold = f"M0 {straight - line:.1f}H{plan.width}"
    shade = f'<path d="{fold}" stroke="#1A0D06" stroke-opacity=".10" stroke-width="{line:.1f}"/>'
    return soft_edge(outline, plan.short * 0.018, 0.22) + cloth + shade


def _niche(plan: Plan, hero: Rect, floor: float, fill: str, wall: str) -> str:
    """A window with a round head behind the hero, with a pale frame."""
    half = min(plan.zone.w * 0.36, hero.w * 0.5 + 0.10 * plan.short)
    top = plan.zone.y + 0.02 * plan.zone.h
    frame = plan.short * 0.014
    rise = min(half, (floor - top) * 0.75)

    def arch(inset: float) -> str:
        a, b = half - inset, rise - inset
        return f"M{hero.cx - a:.1f} {floor:.1f}V{top + rise:.1f}a{a:.1f} {b:.1f} 0 0 1 {2 * a:.1f} 0V{floor:.1f}z"

    glass = mix(fill, "#FFFFFF", 0.08)
    shine = (
        f'<path d="M{hero.cx - half * 0.9:.1f} {floor:.1f}L{hero.cx + half * 0.1:.1f} {top:.1f}h{half * 0.34:.1f}'
        f'L{hero.cx - half * 0.5:.1f} {floor:.1f}z" fill="#FFFFFF" fill-opacity=".22"/>'
    )
    return (
        f'<path d="{arch(0)}" fill="#FFFFFF"/><clipPath id="glass"><path d="{arch(frame)}"/></clipPath>'
        f'<path d="{arch(frame)}" fill="{glass}"/><g clip-path="url(#glass)">{shine}</g>'
    )


def _goods(setting: Setting, foot: float) -> tuple[Placed, Rect | None, list[Placed]]:
    """The hero in the middle and the company at both sides, standing on one line, the small ones outermost."""
    plan, zone, names = setting.plan, setting.plan.zone, setting.cast.supports
    shift = 0.0 if plan.kind == "banner" else (0.05 if plan.flip else -0.05) * zone.w
    hero = standing(
        colour(setting.cast.hero),
        zone.cx + shift,
        foot,
        ((0.46 if plan.kind == "tall" else 0.6) * zone.w, (foot - zone.y) * 0.86),
    )
    burst = badge(plan, hero.ink, "left" if plan.flip else "right")
    company: list[Placed] = []
    gap = 0.012 * plan.short
    edges = [hero.ink.x, hero.ink.right]
    for i, name in enumerate(names[:4]):
        side, size = i % 2, (0.44 if i < 2 else 0.31) * min(zone.h, zone.w * 0.62)
        icon = colour(name)
        size = below(burst, edges[side] + (2 * side - 1) * size / 2, foot, size)
        width = min(size * 1.1, size * icon.ratio)
        cx = edges[side] - gap - width / 2 if side == 0 else edges[side] + gap + width / 2
        if cx - width / 2 < zone.x + gap or cx + width / 2 > zone.right - gap:
            continue
        placed = standing(icon, cx, foot + 0.004 * plan.short, (size * 1.1, size))
        edges[side] = placed.ink.x if side == 0 else placed.ink.right
        company.append(placed)
    return hero, burst, company
