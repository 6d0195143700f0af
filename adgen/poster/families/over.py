"""Words over the whole picture: a veil from one side, a paper card, or a burst with the price."""

from ...brief import Align
from ...graphics import ramp
from .. import compose
from ..draft import Burst, Draft, Drawn, Flat, Part, Scrim, Side, Window
from ..geometry import Rect, SetText
from ..ornaments import panel
from ..palette import badge_colors, inks
from ..scene import Ask, Column, Scene

_AREAS: dict[Side, tuple[float, float, float, float, float]] = {
    "top": (0.0, 0.0, 1.0, 0.54, 0.0), "bottom": (0.0, 0.46, 1.0, 0.54, 1.0),
    "left": (0.0, 0.0, 0.5, 1.0, 0.5), "right": (0.5, 0.0, 0.5, 1.0, 0.5)}
"""Of the safe area: x, y, w, h, and how far down the words stand in it."""


def veiled(scene: Scene, side: Side) -> Draft | None:
    """The picture from edge to edge, the words on ``side`` of it behind a veil."""
    x, y, w, h, rise = _AREAS[side]
    safe = scene.safe
    if scene.low and side == "bottom":
        return None  # the veil would have to reach down to the edge: half of the picture in the dark
    if scene.low and side == "top":
        h = 0.66  # what the channel covers is picture anyway, so the words may take more of the rest
    area = Rect(safe.x + x * safe.w, safe.y + y * safe.h, w * safe.w, h * safe.h)
    column = scene.column(Ask(area, rise=rise))
    if column is None:
        return None
    window = Window(scene.whole, scene.crop(scene.whole, (column.bounds,), near=False))
    part = Part(column, None, Scrim(column.bounds, side))
    return Draft("#000000", (window,), (part,))


def card(scene: Scene) -> Draft | None:
    """A paper card that hangs over the edge of the picture, just as large as its words."""
    safe, short, w, h = scene.safe, scene.short, scene.width, scene.height
    pad, low = 0.052 * short, scene.low
    if scene.upright:
        area = Rect(safe.x, safe.y, safe.w, 0.96 * safe.h) if low else \
            Rect(safe.x, safe.y + 0.48 * safe.h, safe.w, 0.52 * safe.h)
    else:
        area = Rect(safe.x, safe.y, 0.5 * safe.w, safe.h)
    align: Align = "center" if scene.upright and not scene.request.text.link_url else "left"
    column = scene.column(Ask(area.inset(pad, pad), align=align, rise=0.0 if low else 1.0 if scene.upright else 0.5))
    if column is None:
        return None
    sheet = Rect(area.x, column.bounds.y - pad, area.w, column.bounds.h + 2 * pad).meet(scene.whole)
    if low:
        top = round(sheet.bottom - 0.22 * sheet.h)
        box = Rect(0, top, w, h - top)
    elif scene.upright:
        box = Rect(0, 0, w, round(sheet.y + 0.22 * sheet.h))
    else:
        left = round(sheet.right - 0.16 * sheet.w)
        box = Rect(left, 0, w - left, h)
    tones = ramp(scene.brand.main)
    window = Window(box, scene.crop(box, (sheet.meet(box),)))
    shape = Drawn(panel(sheet, "#FFFFFF", 0.022 * short, tones.soft, max(1.0, 0.0022 * short)), sheet)
    return Draft(tones.soft, (window,), (Part(column, inks("#FFFFFF", scene.brand.accent)),), over=(shape,))


_FOOT = ("call_to_action", "address_line", "period")


def burst(scene: Scene) -> Draft | None:
    """The headline over the picture, the price in a starburst, and what else there is on a bar at the foot."""
    if not scene.has("offer"):
        return None
    foot = _foot(scene)
    top = foot[0].y if foot else scene.safe.bottom
    side: Side = "top" if scene.upright else "left"
    safe = scene.safe
    room = Rect(safe.x, safe.y, safe.w, min(0.40 * scene.height, 0.56 * (top - safe.y))) if scene.upright else \
        Rect(safe.x, safe.y, 0.50 * safe.w, top - safe.y - (scene.margin * 0.6 if foot else 0))
    head = scene.column(Ask(room, ("store_name", "badge", "headline", "subline"), code=False,
                            rise=0.0 if scene.upright else 0.5))
    if head is None:
        return None
    found = _burst_place(scene, head, top)
    if found is None:
        return None
    box, texts = found
    fill, ink = badge_colors(scene.brand.accent, "#FFFFFF")
    seen = Rect(0, 0, scene.width, foot[0].y if foot else scene.height)
    window = Window(seen, scene.crop(seen, (head.bounds, box), near=False))
    parts = [Part(head, None, Scrim(head.bounds, side))]
    over: tuple[Flat | Drawn, ...] = ()
    if foot:
        dark = scene.brand.dark
        over = (Flat(foot[0], dark),)
        parts.append(Part(foot[1], inks(dark, scene.brand.accent)))
    return Draft("#000000", (window,), tuple(parts), over=over, burst=Burst(box, texts, fill, ink))


def _foot(scene: Scene) -> tuple[Rect, Column] | None:
    """The bar at the foot and its texts; None where there are none, or where a channel covers it."""
    roles = [role for role in _FOOT[:2] if scene.has(role)]
    if scene.low or not (roles or scene.request.text.link_url):
        return None
    safe, pad = scene.safe, 0.45 * scene.margin
    high = (0.135 if scene.upright else 0.2) * scene.height
    bottom = min(safe.bottom + 0.5 * scene.margin, scene.height - 0.4 * scene.margin, scene.limit.bottom)
    area = Rect(safe.x, bottom - high, safe.w, high)
    column = scene.column(Ask(area, roles, rise=0.5, logo=False, code_share=1.0))
    if column is None:
        return None
    top = column.bounds.y - 1.3 * pad
    return Rect(0, top, scene.width, scene.height - top), column


def _burst_place(scene: Scene, head: Column, top: float) -> tuple[Rect, tuple[SetText, ...]] | None:
    """The corner under or beside the headline where a burst hides least of the picture."""
    safe = scene.safe
    side = min(0.40 * scene.short, 0.92 * (top - safe.y)) if scene.upright else min(0.62 * (top - safe.y), 0.3 * safe.w)
    if scene.upright:
        side = min(side, top - head.bounds.bottom - scene.margin)
        spots = [(safe.right - side, top - side - 0.4 * scene.margin), (safe.x, top - side - 0.4 * scene.margin)]
    else:
        spots = [(safe.right - side, safe.y), (safe.right - side, top - side - 0.4 * scene.margin)]
    texts: tuple[SetText, ...] = ()
    ranked = sorted(spots, key=lambda spot: _hidden(scene, head, Rect(spot[0], spot[1], side, side)))
    for spot in ranked:
        box = Rect(spot[0], spot[1], side, side)
        texts = compose.badge(scene.words, box) if side > 60 else ()
        if texts:
            return box, texts
    return None


def _hidden(scene: Scene, head: Column, box: Rect) -> float:
    return scene.crop(scene.whole, (head.bounds, box), near=False).harm
