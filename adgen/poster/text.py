"""From a string to shaped lines: cleaning, shaping, keep-all line breaking. Lengths are in thousandths of an em."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .fonts import Face, chain, emoji

_EMOJI_ADVANCE = 1060.0
_EMOJI_INK = (40.0, -110.0, 1020.0, 870.0)
_BREAKS = re.compile(r"[ \t]*\n\s*")
# A phrase ends after these (particles, endings, punctuation): good places to break a line.
_PHRASE_END = re.compile(r"([:;·)\]”’」은는을를에도와과로며고면서만]|부터|까지|이나|보다|마다|처럼)$")
# "한 잔", "첫 방문", "20 %": a modifier of one syllable or a number leans on what follows.
_LEANS_RIGHT = re.compile(r"^(한|두|세|네|첫|새|이|그|저|더|꼭|갓|단|매|전|총|각|약|안|못|딱|참|잘)$|^[\d,.]+$")
_LEANS_LEFT = re.compile(r"^(것|수|때|잔|명|개|원|분|날|곳|뿐|중|등|채|번|병|판|줄|끼|장|권|간|더|해|할인|무료|증정)"
                         r"[은는이가을를에도!?.,~]*$")


@dataclass(frozen=True)
class Piece:
    """Glyphs of one face (``path``, y up), or one emoji (``svg``, 128 × 128), at ``x`` along the line."""

    x: float
    path: str = ""
    svg: str = ""


@dataclass(frozen=True)
class Line:
    """One shaped line. ``ink`` is (x0, y0, x1, y1) around everything visible, y up from the baseline."""

    text: str
    pieces: tuple[Piece, ...]
    advance: float
    ink: tuple[float, float, float, float]

    @property
    def width(self) -> float:
        """Width of the ink."""
        return self.ink[2] - self.ink[0]


def clean(text: str, file: str, keep_newlines: bool = False) -> str:
    """``text`` with only what can be drawn: composed Hangul, single spaces, no control characters, nothing without a
    glyph. Compatibility forms are tried for what the faces lack (full width, ligatures). A few newlines may stay."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _BREAKS.sub("\n", text.strip())
    if not keep_newlines or text.count("\n") > 3:
        text = text.replace("\n", " ")
    drawn = "".join(_drawable(char, file) for char in text)
    return re.sub(r" *\n *", "\n", re.sub(r"[^\S\n]+", " ", drawn)).strip()


@lru_cache(maxsize=8192)
def _drawable(char: str, file: str) -> str:
    if char == "\n":
        return char
    if char.isspace():
        return " "
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"):
        return ""
    if _owner(char, file) is not None or emoji(char) is not None:
        return char
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain != char and all(_owner(part, file) is not None for part in plain) else ""


def _owner(char: str, file: str) -> Face | None:
    return next((face for face in chain(file) if ord(char) in face.characters), None)


@lru_cache(maxsize=2048)
def shape(text: str, file: str) -> Line:
    """``text`` (cleaned, one line) in the face ``file``, falling back character by character."""
    pieces: list[Piece] = []
    inks: list[tuple[float, float, float, float]] = []
    pen = 0.0
    for owner, run in _runs(text, file):
        if owner is None:
            for char in run:
                pieces.append(Piece(pen, svg=emoji(char) or ""))
                inks.append((pen + _EMOJI_INK[0], _EMOJI_INK[1], pen + _EMOJI_INK[2], _EMOJI_INK[3]))
                pen += _EMOJI_ADVANCE
            continue
        path, boxes, advance = owner.outline(run)
        pieces.append(Piece(pen, path=path))
        inks.extend((x0 + pen, y0, x1 + pen, y1) for x0, y0, x1, y1 in boxes)
        pen += advance
    ink = (min(box[0] for box in inks), min(box[1] for box in inks),
           max(box[2] for box in inks), max(box[3] for box in inks)) if inks else (0.0, 0.0, 0.0, 0.0)
    return Line(text, tuple(pieces), pen, ink)


def _runs(text: str, file: str) -> list[tuple[Face | None, str]]:
    runs: list[tuple[Face | None, str]] = []
    for char in text:
        owner = _owner(char, file)
        if runs and runs[-1][0] is owner:
            runs[-1] = (owner, runs[-1][1] + char)
        else:
            runs.append((owner, char))
    return runs


@dataclass(frozen=True)
class _Atom:
    """What is never broken: a word, or a piece of a word that alone is too long. ``joint`` costs a break before it."""

    text: str
    width: float
    space: bool
    forced: bool = False


@lru_cache(maxsize=1024)
def break_lines(text: str, file: str, limit: float, max_lines: int) -> tuple[Line, ...] | None:
    """``text`` in as few lines as fit ``limit``, balanced, never inside a word unless the word alone is wider.

    Among the ways with that many lines the breaks after phrases win (dynamic programming over words; the cost is the
    squared deviation from the mean width plus a penalty for each break). None if ``max_lines`` are too few.
    """
    atoms = _atoms(text, file, limit)
    gap = _gap(file)
    least = _least_lines(atoms, gap, limit)
    if least > max_lines:
        return None
    return tuple(shape(line, file) for line in _balanced(atoms, gap, limit, least))


@lru_cache(maxsize=4096)
def count_lines(text: str, file: str, limit: float) -> int:
    """How many lines ``break_lines`` would need, at a fraction of its cost: what a layout asks again and again."""
    return _least_lines(_atoms(text, file, limit), _gap(file), limit)


_HOPELESS = 14
"""A word of more characters is cut rather than shrunk: links, or text without spaces."""


@lru_cache(maxsize=2048)
def widest_word(text: str, file: str) -> float:
    """Width of the widest word that deserves to stay whole."""
    return max((shape(word, file).advance for word in text.split() if len(word) <= _HOPELESS), default=0.0)


def _gap(file: str) -> float:
    """Advance of a space."""
    return shape("가 가", file).advance - 2 * shape("가", file).advance


def _atoms(text: str, file: str, limit: float) -> list[_Atom]:
    atoms: list[_Atom] = []
    for number, paragraph in enumerate(text.split("\n")):
        for at, word in enumerate(paragraph.split(" ")):
            forced = number > 0 and at == 0
            width = shape(word, file).advance
            if width <= limit:
                atoms.append(_Atom(word, width, True, forced))
                continue
            for index, chunk in enumerate(_chunks(word, file, limit)):
                atoms.append(_Atom(chunk, shape(chunk, file).advance, index == 0, forced and index == 0))
    return atoms


def _chunks(word: str, file: str, limit: float) -> list[str]:
    """A word wider than the line, cut into nearly equal pieces that fit."""
    count = 2
    while count < len(word):
        size = -(-len(word) // count)
        pieces = [word[at:at + size] for at in range(0, len(word), size)]
        if all(shape(piece, file).advance <= limit for piece in pieces):
            return pieces
        count += 1
    return list(word)


def _least_lines(atoms: list[_Atom], gap: float, limit: float) -> int:
    """How many lines greedy filling takes: the fewest possible."""
    lines, pen = 1, 0.0
    for atom in atoms:
        wider = pen + (gap if pen and atom.space else 0.0) + atom.width
        if pen and (atom.forced or wider > limit):
            lines, pen = lines + 1, atom.width
        else:
            pen = wider
    return lines


def _balanced(atoms: list[_Atom], gap: float, limit: float, lines: int) -> list[str]:
    """The cheapest way to set ``atoms`` in exactly ``lines`` lines."""
    total = sum(atom.width + gap for atom in atoms)
    mean = max(1.0, total / lines)
    count = len(atoms)
    joints = [_joint(atoms, at) for at in range(count)]
    best: list[list[float]] = [[float("inf")] * (count + 1) for _ in range(lines + 1)]
    back = [[0] * (count + 1) for _ in range(lines + 1)]
    best[0][0] = 0.0
    for line in range(1, lines + 1):
        for end in range(1, count + 1):
            width = 0.0
            for start in range(end - 1, -1, -1):
                width += atoms[start].width + (gap if start < end - 1 and atoms[start + 1].space else 0.0)
                if width > limit and start < end - 1 or (end - start > 1 and atoms[start + 1].forced):
                    break
                cost = best[line - 1][start] + ((width - mean) / mean) ** 2 + joints[start]
                if end == count and len(atoms[start].text) == 1 and start == end - 1 and line > 1:
                    cost += 1.0
                if cost < best[line][end]:
                    best[line][end], back[line][end] = cost, start
    out: list[str] = []
    end = count
    for line in range(lines, 0, -1):
        start = back[line][end]
        joined = "".join((" " if atom.space and at else "") + atom.text for at, atom in enumerate(atoms[start:end]))
        # The separator of a list has nothing to separate at the end of a line.
        out.append(joined.removesuffix(" ·") if line < lines else joined)
        end = start
    return out[::-1]


def _joint(atoms: list[_Atom], at: int) -> float:
    """Cost of a line break before ``atoms[at]``; negative where a phrase ends."""
    if at == 0 or atoms[at].forced:
        return 0.0
    if not atoms[at].space:
        return 0.5
    before, after = atoms[at - 1].text, atoms[at].text
    cost = 0.0
    if _LEANS_RIGHT.search(before) or _LEANS_LEFT.search(after):
        cost += 0.35
    if before[-1:] in ",.!?…·|":
        cost -= 0.16
    elif _PHRASE_END.search(before):
        cost -= 0.05
    return cost


def harshness(text: str, lines: tuple[Line, ...]) -> float:
    """What the breaks between ``lines`` of ``text`` cost together; negative when they fall between phrases."""
    flat = [_Atom(word, 0.0, True) for word in text.replace("\n", " ").split(" ")]
    total, at = 0.0, 0
    for line in lines[:-1]:
        at += len(line.text.split(" "))
        if at >= len(flat):
            return 0.0
        total += _joint(flat, at)
    return total


def shorten(text: str, file: str, limit: float, max_lines: int) -> tuple[Line, ...]:
    """The longest beginning of ``text`` that fits, with an ellipsis: the last resort for a headline."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = break_lines(text[:middle].rstrip() + "…", file, limit, max_lines) is not None
        low, high = (middle, high) if fits else (low, middle - 1)
    return break_lines(text[:low].rstrip() + "…", file, limit, max_lines) or (shape(text[:1], file),)
