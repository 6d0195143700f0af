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
    """Title, dishes and facts on paper; the picture above them, or beside them on wide formats."""
    items = scene.request.text.items[:MOST_ITEMS]
    if not items or scene.shape == "strip" or scene.short < 360:
        return None
    safe, w, h = scene.safe, scene.width, scene.height
    tones = ramp(scene.brand.main)
    colors = inks(tones.paper, scene.brand.accent)
    if scene.upright:
        art = Rect(0, round(0.72 * h), w, h - round(0.72 * h)) if scene.low else \
            Rect(0, 0, w, round((0.30 if scene.shape != "square" else 0.27) * h))
        top = safe.y if scene.low else art.bottom + 0.8 * scene.margin
        room = Rect(safe.x, top, safe.w, min(safe.bottom, art.y - scene.margin if scene.low else h) - top)
    else:
        art = Rect(round(0.64 * w), 0, w - round(0.64 * w), h)
        room = Rect(safe.x, safe.y, art.x - safe.x - scene.margin, safe.h)
    placed = _placed(scene, room, items)
    if placed is None:
        return None
    columns, rows = placed
    dots = Drawn(rows.dots, rows.box) if rows.dots else None
    parts = [Part(column, colors) for column in columns] + [Part(Column(rows.texts, rows.box), colors)]
    return Draft(tones.paper, (Window(art, scene.crop(art)),), tuple(parts), over=(dots,) if dots else ())


def _placed(scene: Scene, room: Rect, items: Sequence[MenuItem]) -> tuple[list[Column], Rows] | None:
    """Title at the top, facts at the foot, and the dishes in what is left between them."""
    title = scene.column(Ask(Rect(room.x, room.y, room.w, 0.30 * room.h), ("store_name", "headline"), code=False,
                             grow={"headline": 0.85}))
    if title is None or not title.has("headline"):
        return None
    foot = scene.column(Ask(Rect(room.x, room.bottom - 0.22 * room.h, room.w, 0.22 * room.h),
                            ("period", "call_to_action", "address_line"), rise=1.0, logo=False,
                            code_share=1.0))
    gap = 0.05 * room.h
    bottom = (foot.bounds.y if foot else room.bottom) - gap
    top = title.bounds.bottom + gap
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
    longest = max(shape(name, faces.label).advance + (shape(price, faces.label).advance + 1100 if price else 0)
                  for name, price in named)
    size = min(0.062 * scene.short * 1.0, most * 0.62, wide / longest * 1000, area.h / per / 1.45)
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
            width = shape(price, faces.label).width * size / 1000
            right = _set("item_price", price, (faces.label, size), (x + wide - width, y))
            texts.append(right)
            dots += leader(left.box.right + 0.4 * size, right.box.x - 0.4 * size, y - 0.28 * high, size,
                           ramp(scene.brand.main).bright)
    return Rows(tuple(texts), dots, Rect(area.x, start, area.w, step * per))


def _set(role: str, value: str, font: tuple[str, float], place: tuple[float, float]) -> SetText:
    line = shape(value, font[0])
    lines = (SetLine(line, place[0] - line.ink[0] * font[1] / 1000, place[1]),)
    return SetText(role, value, lines, font[1], ink_box(lines, font[1]))
