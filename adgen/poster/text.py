"""Lines of text: as few as fit, even, and broken between phrases. Lengths are in thousandths of an em."""

from dataclasses import dataclass
from functools import lru_cache

from .emoji import clusters
from .phrases import BOND, Atom, atoms, cut, glue, units
from .shaping import Line, Piece, clean, language, shape, undrawable

__all__ = ["Line", "Piece", "break_lines", "clean", "count_lines", "harshness", "shape", "shorten", "split_lines",
           "undrawable", "widest_word"]

_HOPELESS = 14
"""A word of more characters is cut rather than shrunk: links, or text without spaces."""
_LIGHT_END = ".,!?…·~。、！？，”’\"')]」』"


@dataclass(frozen=True)
class _Set:
    """Atoms with their widths in one face: what the breaking works on."""

    atoms: tuple[Atom, ...]
    widths: tuple[float, ...]
    gap: float


@lru_cache(maxsize=1024)
def break_lines(text: str, file: str, limit: float, max_lines: int, styled: bool = False) -> tuple[Line, ...] | None:
    """``text`` in as few lines as fit ``limit``, balanced, never inside a word unless the word alone is wider.

    Among the ways with that many lines the breaks after phrases win (dynamic programming over words; the cost is the
    squared deviation from the mean width plus a price for each break and for a last line of one or two syllables).
    None if ``max_lines`` are too few. ``styled`` sets prices as ``shape`` does.
    """
    made = _bonded(text, file, limit, styled)
    least = _least_lines(made, limit)
    return _shaped(text, file, _balanced(made, limit, least), styled) if least <= max_lines else None


@lru_cache(maxsize=1024)
def split_lines(text: str, file: str, limit: float, lines: int, styled: bool = False) -> tuple[Line, ...] | None:
    """``text`` in exactly ``lines`` lines within ``limit``, broken as ``break_lines`` does; None when it cannot."""
    made = _bonded(text, file, limit, styled)
    if not _least_lines(made, limit) <= lines <= len(made.atoms):
        return None
    return _shaped(text, file, _balanced(made, limit, lines), styled)


@lru_cache(maxsize=4096)
def count_lines(text: str, file: str, limit: float, styled: bool = False) -> int:
    """How many lines ``break_lines`` would need, at a fraction of its cost: what a layout asks again and again."""
    return _least_lines(_bonded(text, file, limit, styled), limit)


@lru_cache(maxsize=2048)
def widest_word(text: str, file: str, styled: bool = False) -> float:
    """Width of the widest word that deserves to stay whole."""
    made = _measured(text, file, styled)
    return max((width for atom, width in zip(made.atoms, made.widths, strict=True) if len(atom.text) <= _HOPELESS),
               default=0.0)


def _shaped(text: str, file: str, lines: list[str], styled: bool) -> tuple[Line, ...]:
    tongue = language(text)
    return tuple(shape(line, file, styled, tongue) for line in lines)


@lru_cache(maxsize=1024)
def _measured(text: str, file: str, styled: bool) -> _Set:
    """The atoms of ``text`` with their widths."""
    tongue, found = language(text), atoms(text)
    gap = shape("가 가", file).advance - 2 * shape("가", file).advance
    return _Set(found, tuple(shape(atom.text, file, styled, tongue).advance for atom in found), gap)


def _bonded(text: str, file: str, limit: float, styled: bool) -> _Set:
    """Atoms with their bonds closed where the bound words fit on one line, and words wider than the line cut."""
    made = _measured(text, file, styled)
    out: list[Atom] = []
    widths: list[float] = []
    for atom, width in zip(made.atoms, made.widths, strict=True):
        joined = widths[-1] + (made.gap if atom.space else 0.0) + width if widths else 0.0
        if out and atom.joint >= BOND and not atom.forced and joined <= limit:
            out[-1], widths[-1] = glue(out[-1], atom), joined
        elif width <= limit:
            out.append(atom)
            widths.append(width)
        else:
            for index, chunk in enumerate(_chunks(atom.text, file, limit, language(text))):
                first = index == 0
                out.append(Atom(chunk, first and atom.space, atom.joint if first else 0.5, first and atom.forced))
                widths.append(shape(chunk, file, False, language(text)).advance)
    return _Set(tuple(out), tuple(widths), made.gap)


@lru_cache(maxsize=512)
def _chunks(word: str, file: str, limit: float, tongue: str) -> tuple[str, ...]:
    """A word wider than the line, cut into nearly equal pieces that fit."""
    parts = [fine for unit in units(word)
             for fine in ([unit] if shape(unit, file, False, tongue).advance <= limit else clusters(unit))]
    for count in range(2, len(parts)):
        pieces = cut(parts, count)
        if all(shape(piece, file, False, tongue).advance <= limit for piece in pieces):
            return tuple(pieces)
    return tuple(parts)


def _least_lines(made: _Set, limit: float) -> int:
    """How many lines greedy filling takes: the fewest possible."""
    lines, pen = 1, 0.0
    for atom, width in zip(made.atoms, made.widths, strict=True):
        wider = pen + (made.gap if pen and atom.space else 0.0) + width
        if pen and (atom.forced or wider > limit):
            lines, pen = lines + 1, width
        else:
            pen = wider
    return lines


def _orphan(atoms: tuple[Atom, ...], start: int, end: int) -> float:
    """What a line of one or two syllables costs: most as the last line."""
    if end - start > 2:
        return 0.0
    syllables = sum(len(atom.text.strip(_LIGHT_END)) for atom in atoms[start:end])
    if syllables > 2:
        return 0.0
    return (2.0 if syllables == 1 else 1.0) if end == len(atoms) else 0.6 if syllables == 1 else 0.15


def _balanced(made: _Set, limit: float, lines: int) -> list[str]:
    """The cheapest way to set the atoms in exactly ``lines`` lines."""
    atoms, widths, gap = made.atoms, made.widths, made.gap
    count = len(atoms)
    mean = max(1.0, (sum(widths) + gap * (count - lines)) / lines)
    best = [[float("inf")] * (count + 1) for _ in range(lines + 1)]
    back = [[0] * (count + 1) for _ in range(lines + 1)]
    best[0][0] = 0.0
    for line in range(1, lines + 1):
        for end in range(line, count + 1):
            width = 0.0
            for start in range(end - 1, line - 2, -1):
                width += widths[start] + (gap if start < end - 1 and atoms[start + 1].space else 0.0)
                if start < end - 1 and (width > limit or atoms[start + 1].forced):
                    break
                if best[line - 1][start] == float("inf"):
                    continue
                joint = atoms[start].joint if start and not atoms[start].forced else 0.0
                cost = best[line - 1][start] + ((width - mean) / mean) ** 2 + joint
                if lines > 1 and not (atoms[start].forced or end < count and atoms[end].forced):
                    cost += _orphan(atoms, start, end)
                if cost < best[line][end]:
                    best[line][end], back[line][end] = cost, start
    return _joined(atoms, back, lines)


def _joined(atoms: tuple[Atom, ...], back: list[list[int]], lines: int) -> list[str]:
    out: list[str] = []
    end = len(atoms)
    for line in range(lines, 0, -1):
        start = back[line][end]
        joined = "".join((" " if atom.space and at else "") + atom.text for at, atom in enumerate(atoms[start:end]))
        # The separator of a list has nothing to separate at the end of a line.
        out.append(joined.removesuffix(" ·") if line < lines else joined)
        end = start
    return out[::-1]


def _visible(text: str) -> str:
    return text.replace(" ", "").replace("\n", "").replace("·", "")


@lru_cache(maxsize=1024)
def harshness(text: str, lines: tuple[Line, ...]) -> float:
    """What the breaks between ``lines`` of ``text`` cost together; negative when they fall between phrases."""
    made, total = atoms(text.replace("\n", " ")), 0.0
    starts: dict[int, float] = {}
    seen = 0
    for atom in made:
        starts.setdefault(seen, atom.joint)
        seen += len(_visible(atom.text))
    at = 0
    for line in lines[:-1]:
        at += len(_visible(line.text))
        total += starts.get(at, 0.5)
    short = len(_visible(lines[-1].text).strip(_LIGHT_END)) if len(lines) > 1 else 9
    return total + (1.0 if short <= 2 else 0.0)


def shorten(text: str, file: str, limit: float, max_lines: int) -> tuple[Line, ...]:
    """The longest beginning of ``text`` that fits, with an ellipsis: the last resort for a headline."""
    drawn = clusters(text)
    low, high = 1, len(drawn)

    def begun(length: int) -> str:
        return "".join(drawn[:length]).rstrip() + "…"

    while low < high:
        middle = (low + high + 1) // 2
        fits = break_lines(begun(middle), file, limit, max_lines) is not None
        low, high = (middle, high) if fits else (low, middle - 1)
    return break_lines(begun(low), file, limit, max_lines) or (shape(drawn[0], file),)
