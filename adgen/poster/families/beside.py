"""Words beside the picture: a panel, an information bar, a geometric grid, or type as large as it gets."""

from ...graphics import mix, ramp
from ..draft import Draft, Drawn, Part, Side, Window
from ..geometry import Rect
from ..ornaments import tiles
from ..palette import inks
from ..scene import Ask, Column, Scene


def _grown(scene: Scene, side: Side, share: float) -> tuple[Rect, Rect]:
    """(panel, text area): a panel on ``side`` that holds ``share`` of the safe area and what lies outside it there."""
    safe, gap = scene.safe, scene.margin
    w, h = scene.width, scene.height
    if side == "bottom":
        top = safe.bottom - share * safe.h
        return Rect(0, top - gap, w, h - top + gap), Rect(safe.x, top, safe.w, share * safe.h)
    if side == "top":
        end = safe.y + share * safe.h
        return Rect(0, 0, w, end + gap), Rect(safe.x, safe.y, safe.w, share * safe.h)
    if side == "left":
        end = safe.x + share * safe.w
        return Rect(0, 0, end + gap, h), Rect(safe.x, safe.y, share * safe.w, safe.h)
    start = safe.right - share * safe.w
    return Rect(start - gap, 0, w - start + gap, h), Rect(start, safe.y, share * safe.w, safe.h)


def _rest(scene: Scene, panel: Rect, side: Side) -> Rect:
    """The poster without a panel on one of its sides, in whole pixels."""
    w, h = scene.width, scene.height
    box = {"bottom": (0.0, 0.0, w, panel.y), "top": (0.0, panel.bottom, w, h - panel.bottom),
           "left": (panel.right, 0.0, w - panel.right, h), "right": (0.0, 0.0, panel.x, h)}[side]
    return Rect(round(box[0]), round(box[1]), round(box[2]), round(box[3]))


def _hugged(scene: Scene, side: Side, area: Rect, column: Column) -> Rect:
    """The panel drawn in to what its words really take, so that the picture gets the rest."""
    gap = 0.85 * scene.margin
    if side == "bottom":
        top = column.bounds.y - gap
        return Rect(0, top, scene.width, scene.height - top)
    if side == "top":
        return Rect(0, 0, scene.width, column.bounds.bottom + gap)
    return area


def split(scene: Scene, side: Side) -> Draft | None:
    """Picture and plain panel side by side."""
    if side == "bottom" and scene.low:
        return None
    upright = side in ("top", "bottom")
    panel, area = _grown(scene, side, (0.66 if scene.low else 0.52) if upright else 0.5)
    column = scene.column(Ask(area, rise={"bottom": 1.0, "top": 0.0}.get(side, 0.5)))
    if column is None:
        return None
    panel = _hugged(scene, side, panel, column)
    tones = ramp(scene.brand.main)
    ground = tones.paper if scene.bright else scene.brand.dark
    box = _rest(scene, panel, side)
    return Draft(ground, (Window(box, scene.crop(box)),), (Part(column, inks(ground, scene.brand.accent)),))


def bar(scene: Scene) -> Draft | None:
    """A large picture and an information bar at its foot, headline left and price right, in the main colour."""
    if scene.low or scene.shape == "strip":
        return None
    safe = scene.safe
    high = 0.36 * safe.h if scene.upright else 0.42 * safe.h
    area = Rect(safe.x, safe.bottom - high, safe.w, high)
    two = scene.has("offer") or bool(scene.request.text.link_url)
    found = next((parts for parts in (_sides(scene, area, *ways) for ways in (
        ((0.60, True), (0.52, True), (0.52, False)) if two else ((1.0, False),))) if parts), None)
    if found is None:
        return None
    parts = found
    pad = 0.8 * scene.margin
    tallest = max(parts, key=lambda part: part.bounds.h).bounds
    low, top = tallest.bottom, tallest.y
    ground = scene.brand.bold
    # Both columns stand together at the foot: the bar is no higher than they are.
    shift = safe.bottom - low
    parts = [part.moved(0.0, shift + (tallest.y + tallest.h / 2 - part.bounds.y - part.bounds.h / 2))
             for part in parts]
    box = Rect(0, 0, scene.width, round(top + shift - pad))
    colors = inks(ground, scene.brand.accent if scene.brand.accent != scene.brand.main else "#FFFFFF")
    return Draft(ground, (Window(box, scene.crop(box)),), tuple(Part(part, colors) for part in parts))


def _sides(scene: Scene, area: Rect, share: float, code: bool) -> list[Column] | None:
    """The columns of a bar: ``share`` of its width for the headline, the rest for the price; None if one is empty."""
    gutter = 0.04 * area.w if share < 1 else 0.0
    left = scene.column(Ask(Rect(area.x, area.y, share * area.w - gutter, area.h),
                            ("store_name", "headline", "subline", "address_line"), rise=0.5, code=False, logo=False))
    if left is None or not left.has("headline"):
        return None
    if share >= 1:
        return [left]
    right = scene.column(Ask(Rect(area.x + share * area.w, area.y, (1 - share) * area.w, area.h),
                             ("offer", "period", "call_to_action"), rise=0.5, grow={"offer": 1.3}, code=code,
                             logo=False, code_share=0.9))
    return [left, right] if right is not None and (right.has("offer") or not scene.has("offer")) else None


def grid(scene: Scene) -> Draft | None:
    """A strict grid: the picture in one big tile, small geometric tiles beside it, plain paper for the words."""
    w, h, safe = scene.width, scene.height, scene.safe
    tones, other = ramp(scene.brand.main), ramp(scene.brand.accent)
    if scene.upright:
        art_h = {"tall": 0.40, "portrait": 0.44, "square": 0.46}[scene.shape] * h
        below = scene.low
        words = Rect(safe.x, safe.y, safe.w, 0.6 * safe.h) if below else \
            Rect(safe.x, art_h + scene.margin, safe.w, safe.bottom - art_h - scene.margin)
        column = scene.column(Ask(words, rise=0.0 if below else 0.5))
        if column is None:
            return None
        top = column.bounds.bottom + scene.margin if below else 0.0
        art = Rect(0, round(top), w, h - round(top) if below else round(art_h))
        count = max(2, round(art.h / (0.25 * w)))
        cell = Rect(round(0.75 * w), art.y, w - round(0.75 * w), art.h / count)
        boxes = [Rect(cell.x, cell.y + i * cell.h, cell.w, cell.h) for i in range(count)]
        box = Rect(art.x, art.y, cell.x, art.h)
    else:
        rows = 2 if scene.shape == "strip" else 3
        side = h / rows
        left = w - 0.44 * w if scene.shape == "wide" else w - 3.4 * side
        column = scene.column(Ask(Rect(safe.x, safe.y, left - safe.x - scene.margin, safe.h), rise=0.5))
        if column is None:
            return None
        box = Rect(round(left), 0, round(w - side) - round(left), h)
        boxes = [Rect(box.right, i * side, w - box.right, side) for i in range(rows)]
    ground = tones.paper
    pairs = ((scene.brand.main, other.tint), (other.soft, tones.deep), (tones.ink, scene.brand.accent),
             (scene.brand.accent, tones.paper))
    around = boxes[0]
    for tile in boxes[1:]:
        around = around.join(tile)
    pattern = Drawn(tiles(boxes, pairs), around.inset(-0.5, -0.5))
    return Draft(ground, (Window(box, scene.crop(box)),), (Part(column, inks(ground, scene.brand.accent)),),
                 over=(pattern,))


def big_type(scene: Scene) -> Draft | None:
    """The headline as large as it gets on the main colour; the picture in a circle beside the small facts."""
    made = _low_type(scene) if scene.low else _type(scene)
    if made is None:
        return None
    columns, circle = made
    ground = scene.brand.bold
    rim, ring, side = mix(ground, "#FFFFFF", 0.35), 0.012 * scene.short, circle.w
    colors = inks(ground, scene.brand.accent if scene.brand.accent != scene.brand.main else "#FFFFFF")
    inner = 0.12
    crop = scene.crop(circle, core=(inner, inner, 1 - 2 * inner, 1 - 2 * inner))
    back = Drawn(f'<circle cx="{circle.x + side / 2:.1f}" cy="{circle.y + side / 2:.1f}" r="{side / 2 + ring:.1f}" '
                 f'fill="{rim}"/>', circle.inset(-ring - 1, -ring - 1))
    return Draft(ground, (Window(circle, crop, "circle"),), tuple(Part(part, colors) for part in columns),
                 under=(back,))


_BIG = ("store_name", "badge", "headline")


def _type(scene: Scene) -> tuple[list[Column], Rect] | None:
    """(columns, circle): headline over facts, the circle beside the facts (beside both on wide formats)."""
    safe, w, h, gap = scene.safe, scene.width, scene.height, 0.5 * scene.margin
    if scene.upright:
        side = min(0.50 * w, 0.36 * safe.h)
        circle = Rect(w - safe.x - side, safe.bottom - side, side, side)
        top = min(circle.y - gap, safe.bottom - 0.2 * safe.h)
        head = Rect(safe.x, safe.y, safe.w, top - safe.y - gap)
        facts = Rect(safe.x, top, circle.x - safe.x - 1.2 * gap, safe.bottom - top)
    else:
        side = min(h - 1.2 * scene.margin, 0.42 * w)
        circle = Rect(w - side - 0.8 * scene.margin, (h - side) / 2, side, side)
        room = circle.x - safe.x - scene.margin
        share = 0.56 if scene.has("subline") or scene.has("offer") else 0.72
        head = Rect(safe.x, safe.y, room, share * safe.h - gap)
        facts = Rect(safe.x, safe.y + share * safe.h, room, (1 - share) * safe.h)
    large = scene.column(Ask(head, _BIG, grow={"headline": 2.1}, code=False))
    small = scene.column(Ask(facts, scene.without(*_BIG), rise=1.0, logo=False, code_share=0.7))
    if large is None or not large.has("headline"):
        return None
    return [column for column in (large, small) if column is not None], circle


def _low_type(scene: Scene) -> tuple[list[Column], Rect] | None:
    """The same where a channel covers the foot: one column, and a larger circle that reaches under the cover."""
    column = scene.column(Ask(scene.safe, grow={"headline": 1.8}))
    if column is None:
        return None
    top = column.bounds.bottom + scene.margin
    side = min(0.88 * scene.width, scene.height - top - 0.6 * scene.margin)
    if side < 0.4 * scene.width:
        return None
    return [column], Rect((scene.width - side) / 2, top, side, side)
