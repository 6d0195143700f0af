"""One vertical stack of text blocks, scaled by bisection to fill an area. Lengths are pixels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .fonts import face
from .geometry import Block, Frame, Rect, SetLine, SetText, Span, Stack, ink_box
from .text import Line, break_lines, count_lines, harshness, shape, shorten, widest_word

_STEPS = 10


_Row = tuple[tuple[Line, float, Span], ...]


@dataclass(frozen=True)
class _Measured:
    """A block at a size: how many lines it takes, and its height. Where the lines break is decided once, at last."""

    block: Block
    size: float
    lines: int
    room: float
    height: float

    def rows(self, frame: Frame) -> tuple[_Row, ...]:
        """Rows of (line, font size, span)."""
        first = self.block.spans[0]
        if len(self.block.spans) == 1:
            found = break_lines(first.text, first.file, self.room / self.size * 1000, self.lines, first.styled) or ()
            return tuple(((line, self.size, first),) for line in found)
        return (tuple((shape(span.text, span.file, span.styled), span.size(self.size, frame.floor), span)
                      for span in self.block.spans),)


def _band(span: Span, size: float) -> tuple[float, float]:
    """(below, above) the baseline in pixels: the Hangul ink of the face, so that rows stand evenly."""
    low, high = face(span.file).band
    return -low * size / 1000, high * size / 1000


def _measure(block: Block, size: float, frame: Frame) -> _Measured | None:
    """``block`` at ``size``, or None when it does not fit the width in its lines."""
    # Centred lines keep clear of the code on both sides, or they would not be centred.
    kept = frame.reserve[0] * (2 if frame.align == "center" else 1)
    width = frame.area.w - (kept if block.narrow else 0.0)
    room = width - (1.9 * size if block.pill else 0.0)
    if room <= 0:
        return None
    first, lines = block.spans[0], 1
    if len(block.spans) == 1:
        limit = room / size * 1000
        lines = count_lines(first.text, first.file, limit, first.styled)
        # A word cut to single characters may still be wider than the line.
        if lines > block.max_lines or limit < 1200:
            return None
        # Rather smaller than a word cut in two, unless no size would save it.
        if size > frame.floor and widest_word(first.text, first.file, first.styled) > limit:
            return None
    else:
        row = sum(shape(span.text, span.file, span.styled).advance * span.size(size, frame.floor) / 1000
                  for span in block.spans)
        if row + 0.32 * size * (len(block.spans) - 1) > room:
            return None
    below, above = _band(first, size)
    height = above + below + (lines - 1) * block.leading * size + (1.24 * size if block.pill else 0.0)
    return _Measured(block, size, lines, room, height)


def _gap_above(parts: Sequence[_Measured], index: int) -> float:
    """Space above a block: its own gap, but never less than suits the larger of the two neighbours."""
    if index == 0:
        return 0.0
    part, before = parts[index], parts[index - 1].size
    return max(part.block.gap * part.size, 0.3 * before + 0.25 * min(before, part.size))


def _heights(parts: Sequence[_Measured], frame: Frame) -> tuple[float, float]:
    """(height of the stack, extra space above the narrow part so that the reserved corner fits)."""
    total, narrow = 0.0, 0.0
    for index, part in enumerate(parts):
        step = part.height + _gap_above(parts, index)
        total += step
        narrow = narrow + step if part.block.narrow else 0.0
    if not frame.reserve[1]:
        return total, 0.0
    missing = max(0.0, frame.reserve[1] - narrow)
    return total + missing, missing


def _at_scale(blocks: Sequence[Block], frame: Frame, scale: float) -> list[_Measured] | None:
    parts: list[_Measured] = []
    for block in blocks:
        # The headline takes the room first: the others follow with the square.
        grown = scale if block.role == "headline" else scale * scale
        part = _measure(block, max(frame.floor, block.least + (block.most - block.least) * grown), frame)
        if part is None:
            return None
        parts.append(part)
    return parts if _heights(parts, frame)[0] <= frame.area.h else None


def stack(blocks: Sequence[Block], frame: Frame) -> Stack | None:
    """``blocks`` as large as fit ``frame.area``, or None when they do not fit at their least size."""
    parts = _at_scale(blocks, frame, 0.0)
    if parts is None or not blocks:
        return None
    low, high = 0.0, 1.0
    for step in range(_STEPS):
        middle = 1.0 if step == 0 else (low + high) / 2
        larger = _at_scale(blocks, frame, middle)
        if larger is None:
            high = middle
        else:
            low, parts = middle, larger
        if low == 1.0:
            break
    return _place(_phrased(_widen(parts, frame), frame), frame)


def _widen(parts: list[_Measured], frame: Frame) -> list[_Measured]:
    """Blocks that height did not stop grow alone: a short headline should not be held back by a long subline."""
    display = [at for role in ("headline", "offer") for at, part in enumerate(parts) if part.block.role == role]
    for index in display:
        for step in (1.0, 0.85, 0.7, 0.55, 0.4, 0.25, 0.12):
            part = parts[index]
            # A price larger than the headline would take its place, unless the template means it to.
            first = parts[display[0]]
            meant = index == display[0] or part.block.most > first.block.most
            most = part.block.most if meant else min(part.block.most, first.size)
            larger = _measure(part.block, part.size + (most - part.size) * step, frame)
            if larger is None or larger.size <= part.size:
                continue
            trial = [*parts[:index], larger, *parts[index + 1:]]
            if _heights(trial, frame)[0] <= frame.area.h:
                parts = trial
                break
    return parts


def _phrased(parts: list[_Measured], frame: Frame) -> list[_Measured]:
    """The headline up to a sixth smaller where its lines then break between phrases, and no more lines are needed."""
    for index, part in enumerate(parts):
        if part.block.role != "headline" or part.lines == 1:
            continue
        best = part
        for step in (0.96, 0.92, 0.88, 0.84):
            trial = _measure(part.block, max(part.block.least, part.size * step), frame)
            if trial is not None and trial.lines <= part.lines and _cost(trial, frame) < _cost(best, frame) - 0.1:
                best = trial
        parts = [*parts[:index], best, *parts[index + 1:]]
    return parts


def _cost(part: _Measured, frame: Frame) -> float:
    return harshness(part.block.spans[0].text, tuple(row[0][0] for row in part.rows(frame)))


def _loosened(parts: Sequence[_Measured], frame: Frame) -> Sequence[_Measured]:
    """Half of the height that is left goes between the blocks, up to a third more than their usual gaps."""
    total, _ = _heights(parts, frame)
    gaps = sum(part.block.gap * part.size for part in parts[1:])
    if gaps <= 0:
        return parts
    wider = 1 + min(0.35, max(0.0, 0.5 * (frame.area.h - total)) / gaps)
    return [replace(part, block=replace(part.block, gap=part.block.gap * wider)) for part in parts]


def _place(parts: Sequence[_Measured], frame: Frame) -> Stack:
    """Positions for measured blocks."""
    parts = _loosened(parts, frame)
    total, missing = _heights(parts, frame)
    area, y = frame.area, frame.area.y + (frame.area.h - total) * frame.rise
    bottom = y + total
    texts: list[SetText] = []
    spread = missing > 0
    for index, part in enumerate(parts):
        y += _gap_above(parts, index)
        if spread and part.block.narrow:
            y, spread = y + missing, False
        texts.extend(_set_block(part, y, frame))
        y += part.height
    bounds = texts[0].plate or texts[0].box
    for text in texts:
        bounds = bounds.join(text.plate or text.box)
    reserved = None
    if frame.reserve[1]:
        reserved = Rect(area.right - frame.reserve[0], bottom - frame.reserve[1], *frame.reserve)
        bounds = bounds.join(reserved)
    return Stack(tuple(texts), bounds, reserved)


def _set_block(part: _Measured, top: float, frame: Frame) -> list[SetText]:
    block, area = part.block, frame.area
    width = area.w - (frame.reserve[0] if block.narrow and frame.align == "left" else 0.0)
    pad = (0.95 * part.size, 0.62 * part.size) if block.pill else (0.0, 0.0)
    baseline = top + pad[1] + _band(block.spans[0], part.size)[1]
    texts: dict[Span, list[SetLine]] = {span: [] for span in block.spans}
    sizes: dict[Span, float] = {}
    middle = 0.0
    for row in part.rows(frame):
        long = sum(line.width * size / 1000 for line, size, _ in row) + 0.32 * part.size * (len(row) - 1)
        x = area.x + pad[0] if frame.align == "left" else area.x + (width - long) / 2
        if len(row) == 1 and (block.pill or frame.align == "center"):
            # Centred by what looks like the middle, yet never past the edges of the pill or the area.
            line, size, _ = row[0]
            lean = (line.ink[0] + line.ink[2] - 2 * line.centre) * size / 2000
            most = 0.5 * pad[0] if block.pill else (width - long) / 2
            lean = min(max(lean, -most), most)
            x, middle = x + lean, x + long / 2
        for line, size, span in row:
            texts[span].append(SetLine(line, x - line.ink[0] * size / 1000, baseline))
            sizes[span] = size
            x += line.width * size / 1000 + 0.32 * part.size
        baseline += block.leading * part.size
    out: list[SetText] = []
    for span, lines in texts.items():
        box = ink_box(lines, sizes[span])
        plate = Rect(middle - box.w / 2 - pad[0], top, box.w + 2 * pad[0], part.height) if block.pill else None
        out.append(SetText(span.role, span.text.replace("\n", " "), tuple(lines), sizes[span], box, span.struck, plate))
    return out


Build = Callable[[frozenset[str], float], list[Block]]
"""``build(left_out, headline_least) → blocks``, top to bottom."""

LEAVING = ("address_line", "period", "subline", "badge", "original_price", "call_to_action", "store_name",
           "offer")
"""What gives way first when there is no room."""

PRINTED_LEAVING = ("badge", "call_to_action", "subline", "original_price", "period", "address_line", "store_name",
                   "offer")
"""The same on paper, where nobody taps a button and the address and the telephone bring people in."""


def fill(build: Build, frame: Frame, comfortable: float, leaving: Sequence[str] = LEAVING) -> Stack | None:
    """The fullest stack that fits: lines give way in the order ``leaving`` before any text falls under its least size.

    The headline shrinks to ``comfortable``, then further while three lines may go, then to the floor; at last it is
    shortened. None when there is no headline and nothing fits.
    """
    levels = ((comfortable, 3), (max(frame.floor, comfortable * 0.6), 6), (frame.floor, len(leaving)))
    for least, most_gone in levels:
        for gone in range(most_gone + 1):
            laid = stack(build(frozenset(leaving[:gone]), least), frame)
            if laid is not None:
                return laid
    blocks = build(frozenset(leaving), frame.floor)
    return _shortened(blocks[0], frame) if blocks else None


def _shortened(block: Block, frame: Frame) -> Stack | None:
    size, first = frame.floor, block.spans[0]
    below, above = _band(first, size)
    rows = int((frame.area.h - above - below) // (block.leading * size)) + 1
    if rows < 1 or frame.area.w < 2 * size:
        return None
    lines = shorten(first.text, first.file, frame.area.w / size * 1000, rows)
    text = "\n".join(line.text for line in lines)
    cut = replace(block, spans=(replace(first, text=text),), least=size, most=size, max_lines=len(lines))
    return stack([cut], replace(frame, reserve=(0.0, 0.0)))
