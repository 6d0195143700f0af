"""Which texts stand together: builders of blocks for the stacks, the badge, and the label's corner."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..brief import FontMood
from .fonts import MOODS, face
from .geometry import Block, Frame, Rect, SetLine, SetText, Span, Stack, ink_box
from .layout import LEAVING, PRINTED_LEAVING, Build, fill
from .roles import ROLES, Scale, block
from .text import Line, break_lines

_HEADLINE = 2.1
"""A headline is this many times as large as the smallest type, or lesser texts give way."""
ORDER = ("store_name", "badge", "headline", "subline", "offer", "period", "call_to_action", "address_line")


@dataclass(frozen=True)
class Words:
    """The texts of one poster by role, their mood, the length in pixels that type follows (the short side, on strips a
    part of the long one), the least font size, and whether they are printed."""

    spans: dict[str, Span]
    mood: FontMood
    short: int
    floor: float
    printed: bool = False

    def without(self, roles: Sequence[str]) -> "Words":
        """The same with some roles left out."""
        return replace(self, spans={role: span for role, span in self.spans.items() if role not in roles})


@dataclass(frozen=True)
class Wish:
    """What a stack should hold, and where: ``narrow`` roles leave room for the QR code, ``grow`` are factors on the
    greatest size of a role."""

    roles: Sequence[str]
    frame: Frame
    narrow: Sequence[str] = ()
    grow: Mapping[str, float] = field(default_factory=dict)

    def scale(self, words: Words) -> Scale:
        """Sizes follow the area rather than the poster, so that words fill a wide strip as they fill a square."""
        area = self.frame.area
        unit = min(1.5 * words.short, max(0.9 * words.short, 1.28 * (area.w * area.h) ** 0.5))
        return Scale(unit, words.floor, self.grow)


def builder(words: Words, wish: Wish) -> Build:
    """A builder of the blocks of ``wish.roles`` in the order of ``ORDER``."""
    scale = wish.scale(words)

    def build(left_out: frozenset[str], headline_least: float) -> list[Block]:
        blocks: list[Block] = []
        for role in ORDER:
            if role not in wish.roles or role not in words.spans or role in left_out:
                continue
            spans: tuple[Span, ...] = (words.spans[role],)
            before = words.spans.get("original_price")
            if role == "offer" and before is not None and "original_price" not in left_out:
                spans = (spans[0], replace(before, scale=0.45))
            made = replace(block(role, spans, words.mood, scale), narrow=role in wish.narrow)
            if role == "headline":
                made = replace(made, least=min(made.most, headline_least))
            elif "store_name" in words.spans and blocks and blocks[-1].role == "store_name":
                made = replace(made, gap=0.8)
            blocks.append(made)
        return blocks
    return build


def stacked(words: Words, wish: Wish) -> Stack | None:
    """The fullest stack of the wish; None when there is nothing to set or no room at all."""
    if not any(role in words.spans for role in wish.roles):
        return None
    unit = wish.scale(words).unit
    comfortable = max(ROLES["headline"].least * unit * MOODS[words.mood].optical, _HEADLINE * words.floor)
    return fill(builder(words, wish), wish.frame, max(words.floor, comfortable),
                PRINTED_LEAVING if words.printed else LEAVING)


def badge(words: Words, box: Rect) -> tuple[SetText, ...]:
    """Original price, offer and period inside the circle of a burst in ``box``; empty when the offer does not fit.

    The period goes first when there is no room, then the original price.
    """
    for leave in ((), ("period",), ("period", "original_price")):
        spans = [words.spans[role] for role in ("original_price", "offer", "period")
                 if role in words.spans and role not in leave]
        texts = _circle(spans, box, words.floor)
        if texts:
            return texts
    return ()


def _circle(spans: Sequence[Span], box: Rect, least: float) -> tuple[SetText, ...]:
    radius = min(box.w, box.h) / 2 * 0.83
    size = radius * 0.62
    while size >= least * 1.25:
        rows = _rows(spans, size, least, radius)
        if rows is not None and _inside(rows, radius):
            return _set_rows(rows, box)
        size *= 0.95
    return ()


_Row = tuple[Span, Line, float]


_SUFFIX = re.compile(r"(\d원|%)(할인)$")
"""A price and what hangs on it may stand on two lines of a burst: 30% | 할인."""


def _rows(spans: Sequence[Span], size: float, least: float, radius: float) -> list[_Row] | None:
    rows: list[_Row] = []
    for span in spans:
        own = size if span.role == "offer" else replace(span, scale=0.4).size(max(size, radius * 0.45), least)
        limit = radius * (1.9 if span.role == "offer" else 1.5) / own * 1000
        text = _SUFFIX.sub(r"\1 \2", span.text) if span.role == "offer" else span.text
        lines = break_lines(text, span.file, limit, 3 if span.role == "offer" else 1, span.styled)
        # Half a price is worse than a small one: words stay whole here.
        if lines is None or " ".join(line.text for line in lines) != text:
            return None
        rows.extend((span, line, own) for line in lines)
    return rows


def _height(rows: Sequence[_Row]) -> float:
    return sum(size * face(span.file).band[1] / 1000 for span, _, size in rows) + _gaps(rows)


def _gaps(rows: Sequence[_Row]) -> float:
    return sum(0.30 * max(first[2], second[2]) for first, second in zip(rows, rows[1:], strict=False))


def _inside(rows: Sequence[_Row], radius: float) -> bool:
    """Whether all four corners of every row lie inside the circle."""
    y = -_height(rows) / 2
    for index, (span, line, size) in enumerate(rows):
        high = size * face(span.file).band[1] / 1000
        half = max(line.centre - line.ink[0], line.ink[2] - line.centre) * size / 1000
        if any(half ** 2 + edge ** 2 > radius ** 2 for edge in (y, y + high)):
            return False
        y += high + (0.30 * max(size, rows[index + 1][2]) if index + 1 < len(rows) else 0.0)
    return True


def _set_rows(rows: Sequence[_Row], box: Rect) -> tuple[SetText, ...]:
    middle, y = box.x + box.w / 2, box.y + box.h / 2 - _height(rows) / 2
    lines: dict[str, list[SetLine]] = {}
    sizes: dict[str, tuple[Span, float]] = {}
    for index, (span, line, size) in enumerate(rows):
        high = size * face(span.file).band[1] / 1000
        x = middle - line.centre * size / 1000
        lines.setdefault(span.role, []).append(SetLine(line, x, y + high))
        sizes[span.role] = (span, size)
        y += high + (0.30 * max(size, rows[index + 1][2]) if index + 1 < len(rows) else 0.0)
    return tuple(SetText(role, sizes[role][0].text, tuple(lines[role]), sizes[role][1],
                         ink_box(lines[role], sizes[role][1]), sizes[role][0].struck) for role in lines)
