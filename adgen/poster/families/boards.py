"""The menu board: up to eight dishes with dots and prices."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...brief import MenuItem
from ...graphics import ramp
from ..draft import Draft, Drawn, Part, Window
from ..fonts import MOODS, face
from ..geometry import Rect, SetLine, SetText, ink_box
from ..ornaments import leader
from ..palette import inks
from ..scene import Ask, Column, Scene
from ..text import clean, shape

MOST_ITEMS = 8


@dataclass(frozen=True)
class Rows:
    """The dishes in place, and the dots between names and prices."""

    texts: tuple[SetText, ...]
    dots: str
    box: Rect


def menu(scene: Scene) -> Draft | None:
    """Title, dishes and facts on paper; the picture above them, beside the title, or beside all on wide formats."""
    items = scene.request.text.items[:MOST_ITEMS]
    if not items or scene.shape == "strip" or scene.short < 360:
        return None
    made = [board for board in (arrange(scene, items) for arrange in (_band, _corner)) if board is not None] \
        if scene.upright and not scene.low else [board for board in (_beside(scene, items),) if board is not None]
    if not made:
        return None
    window, columns, rows = min(made, key=lambda board: board[0].crop.harm)
    ground = ramp(scene.brand.main).paper
    colors = inks(ground, scene.brand.accent)
    parts = [Part(column, colors) for column in columns] + [Part(Column(rows.texts, rows.box), colors)]
    said = ("offer", "original_price") if _priced(scene) else ()
    return Draft(ground, (window,), tuple(parts), over=(Drawn(rows.dots, rows.box),) if rows.dots else (),
                 dismissed=said)


def _priced(scene: Scene) -> bool:
    """Whether the offer is the price of one of the dishes."""
    offer = scene.request.text.offer.strip()
    return any(offer and offer == item.price.strip() for item in scene.request.text.items)


Board = tuple[Window, list[Column], Rows]


def _band(scene: Scene, items: Sequence[MenuItem]) -> Board | None:
    """The picture as a band over everything."""
    safe, w = scene.safe, scene.width
    art = Rect(0, 0, w, round((0.31 if scene.shape != "square" else 0.27) * scene.height))
    top = art.bottom + 0.8 * scene.margin
    return _board(scene, art, (Rect(safe.x, top, safe.w, safe.bottom - top), safe.w), items)


def _corner(scene: Scene, items: Sequence[MenuItem]) -> Board | None:
    """The picture in the upper right corner, the title beside it: for subjects that stand upright."""
    safe, w = scene.safe, scene.width
    high = round((0.40 if scene.shape != "square" else 0.38) * scene.height)
    art = Rect(round(0.54 * w), 0, w - round(0.54 * w), high)
    return _board(scene, art, (safe, art.x - safe.x - 0.6 * scene.margin), items, art.bottom + 0.6 * scene.margin)


def _beside(scene: Scene, items: Sequence[MenuItem]) -> Board | None:
    """The picture beside everything; where a channel covers the foot, under everything."""
    safe, w, h = scene.safe, scene.width, scene.height
    if scene.low:
        art = Rect(0, round(0.69 * h), w, h - round(0.69 * h))
        return _board(scene, art, (Rect(safe.x, safe.y, safe.w, min(safe.bottom, art.y - 0.4 * scene.margin) - safe.y),
                                   safe.w), items)
    art = Rect(round(0.64 * w), 0, w - round(0.64 * w), h)
    wide = art.x - safe.x - scene.margin
    return _board(scene, art, (Rect(safe.x, safe.y, wide, safe.h), wide), items)


def _board(scene: Scene, art: Rect, room: tuple[Rect, float], items: Sequence[MenuItem],
           start: float = 0.0) -> Board | None:
    """The words in ``room`` (its area, and the width of the title), the dishes not above ``start``."""
    placed = _placed(scene, room, items, start)
    return (Window(art, scene.crop(art)), *placed) if placed is not None else None


def _placed(scene: Scene, where: tuple[Rect, float], items: Sequence[MenuItem],
            start: float) -> tuple[list[Column], Rows] | None:
    """Title at the top, facts at the foot, and the dishes in what is left between them."""
    room, wide = where
    high = start - room.y - 0.5 * scene.margin if start else 0.30 * room.h
    title = scene.column(Ask(Rect(room.x, room.y, wide, high), ("store_name", "badge", "headline", "subline"),
                             rise=0.5 if start else 0.0, code=False, grow={"headline": 0.9}))
    if title is None or not title.has("headline"):
        return None
    share = 0.22 + 0.014 * max(0, 6 - len(items))
    foot = scene.column(Ask(Rect(room.x, room.bottom - share * room.h, room.w, share * room.h),
                            (*(() if _priced(scene) else ("offer",)), "period", "call_to_action", "address_line"),
                            rise=1.0, logo=False,
                            code_share=1.0))
    gap = 0.05 * room.h
    bottom = (foot.bounds.y if foot else room.bottom) - gap
    top = max(start, title.bounds.bottom + gap)
    rows = dishes(scene, Rect(room.x, top, room.w, bottom - top), items,
                  MOODS[scene.words.mood].optical * title.size_of("headline"))
    if rows is None:
        return None
    return [column for column in (title, foot) if column is not None], rows


def dishes(scene: Scene, area: Rect, items: Sequence[MenuItem], most: float) -> Rows | None:
    """The dishes as large as they fit ``area``, in one or two columns; None when they do not fit at the least size."""
    options = [_rows(scene, area, items, (columns, most)) for columns in ((1, 2) if len(items) > 3 else (1,))]
    fitting = [rows for rows in options if rows is not None]
    return max(fitting, key=lambda rows: rows.texts[0].size, default=None)


def _rows(scene: Scene, area: Rect, items: Sequence[MenuItem], limits: tuple[int, float]) -> Rows | None:
    columns, most = limits
    faces = MOODS[scene.words.mood]
    named = [(clean(item.name, faces.label), clean(item.price, faces.label)) for item in items]
    named = [pair for pair in named if pair[0]]
    if not named:
        return None
    per = -(-len(named) // columns)
    gutter = 0.06 * area.w if columns > 1 else 0.0
    wide = (area.w - gutter * (columns - 1)) / columns
    priced = {price: shape(price, faces.label, tabular=True).advance + 1700 if price else 0.0 for _, price in named}
    longest = max(shape(name, faces.label).advance + priced[price] for name, price in named)
    size = min(0.056 * scene.short, most * 0.72, wide / longest * 1000, area.h / per / 1.45)
    if size < scene.words.floor:
        return None
    step = min(area.h / per, 2.35 * size)
    start = area.y + (area.h - step * per) * 0.35
    texts: list[SetText] = []
    dots = ""
    high = face(faces.label).band[1] * size / 1000
    for index, (name, price) in enumerate(named):
        x = area.x + (index // per) * (wide + gutter)
        y = start + (index % per) * step + (step + high) / 2
        left = _set("item", name, (faces.label, size), (x, y))
        texts.append(left)
        if price:
            width = shape(price, faces.label, tabular=True).width * size / 1000
            right = _set("item_price", price, (faces.label, size), (x + wide - width, y))
            texts.append(right)
            dots += leader(left.box.right + 0.4 * size, right.box.x - 0.4 * size, y - 0.28 * high, size,
                           ramp(scene.brand.main).bright)
    return Rows(tuple(texts), dots, Rect(area.x, start, area.w, step * per))


def _set(role: str, value: str, font: tuple[str, float], place: tuple[float, float]) -> SetText:
    line = shape(value, font[0], tabular=role == "item_price")
    lines = (SetLine(line, place[0] - line.ink[0] * font[1] / 1000, place[1]),)
    return SetText(role, value, lines, font[1], ink_box(lines, font[1]))
