"""From a string to one shaped line: cleaning, fallback glyph by glyph, prices. Lengths are in thousandths of an em."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .emoji import EMOJI_STYLE, clusters, emoji, plain
from .fonts import RHYTHM, Face, Ink, Outline, Rhythm, chain, face

_BREAKS = re.compile(r"[ \t]*\n\s*")
_HAN = "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_WIDE = re.compile(f"[{_HAN}{_KANA}\u3000-\u303f\uff01-\uff65]")
_SIDE, _TOP, _HIGH = 30.0, 0.06, 1.12
"""An emoji's side bearing, and how far it rises over Hangul and how tall it is, in Hangul heights."""
_ALIKE = {"∼": "~", "≒": "≈", "◈": "◆"}
"""Symbols of KS X 1001 that no face has."""
_LIGHT = frozenset(".,·…‥'\"‘’“”、。，．-–~")
"""Punctuation that weighs little: a centred line is centred almost without it."""


@dataclass(frozen=True)
class Piece:
    """Glyphs of one face (``path``, y up), or one emoji (``svg``, 128 × 128, y down from its top), at ``x`` along the
    line and ``rise`` above the baseline, ``scale`` times as large as the line's em (an emoji: as 1000/128 units)."""

    x: float
    path: str = ""
    svg: str = ""
    scale: float = 1.0
    rise: float = 0.0


@dataclass(frozen=True)
class Line:
    """One shaped line. ``ink`` is (x0, y0, x1, y1) around everything visible, y up from the baseline.

    ``centre`` is the x that looks like the middle: light punctuation at the ends counts for less than its width.
    """

    text: str
    pieces: tuple[Piece, ...]
    advance: float
    ink: Ink
    centre: float = 0.0

    @property
    def width(self) -> float:
        """Width of the ink."""
        return self.ink[2] - self.ink[0]


def language(text: str) -> str:
    """"ja" where there is kana, "zh" where there is Han without kana and Hangul, else "" (Korean, Latin)."""
    if re.search(f"[{_KANA}]", text):
        return "ja"
    return "zh" if re.search(f"[{_HAN}]", text) and not re.search("[가-힣]", text) else ""


def clean(text: str, file: str, keep_newlines: bool = False) -> str:
    """``text`` with only what can be drawn: composed Hangul, single spaces, no control characters, nothing without a
    glyph. Compatibility forms are tried for what the faces lack (full width, ligatures). A few newlines may stay."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _BREAKS.sub("\n", text.strip())
    if not keep_newlines or text.count("\n") > 3:
        text = text.replace("\n", " ")
    drawn = "".join(_drawable(cluster, file) for cluster in clusters(text))
    return re.sub(r" *\n *", "\n", re.sub(r"[^\S\n]+", " ", drawn)).strip()


def undrawable(text: str, file: str) -> tuple[str, ...]:
    """What ``clean`` leaves out of ``text`` though its author can see it, each once, in order of appearance."""
    composed = clusters(unicodedata.normalize("NFC", text))
    return tuple(dict.fromkeys(one for one in composed if not _drawable(one, file) and not _invisible(one)))


def _invisible(cluster: str) -> bool:
    return all(char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me") for char in cluster)


@lru_cache(maxsize=8192)
def _drawable(cluster: str, file: str) -> str:
    """The drawn form of a cluster, '' when there is none."""
    if cluster == "\n":
        return cluster
    if cluster.isspace():
        return " "
    if len(cluster) > 1:
        bare = cluster.strip("\ufe0e\ufe0f")
        if len(bare) == 1 and _owner(bare, file, "") is not None:
            # "♥️" asks for the drawing; "♥" alone is type.
            return bare + EMOJI_STYLE if cluster.endswith(EMOJI_STYLE) and emoji(bare) is not None else bare
        return plain(cluster)
    if emoji(cluster) is not None and cluster not in "\u20e3":
        return cluster
    if unicodedata.category(cluster) in ("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"):
        return ""
    if _owner(cluster, file, "") is not None:
        return cluster
    folded = _ALIKE.get(cluster) or unicodedata.normalize("NFKC", cluster)
    return folded if folded != cluster and all(_owner(part, file, "") is not None for part in folded) else ""


def _owner(char: str, file: str, tongue: str) -> Face | None:
    """The face that draws ``char``; None when an emoji does, or nothing."""
    faces = chain(file, tongue == "zh")
    if tongue and _WIDE.match(char):
        faces = (*faces[-2:], *faces[:-2])
    for at, one in enumerate(faces):
        if ord(char) in one.characters and (at < len(faces) - 2 or tongue or emoji(char) is None):
            return one
    return None


def shape(text: str, file: str, styled: bool = False, tongue: str | None = None, tabular: bool = False) -> Line:
    """``text`` (cleaned, one line) in the face ``file``, falling back character by character.

    ``styled`` sets prices and percentages as a price tag does (``price_runs``). ``tongue`` is the ``language`` of the
    whole text where the line is only a part of it: Japanese and Chinese draw the same character differently.
    ``tabular`` gives all digits one width where the face can, for prices under each other.
    """
    return _shaped(text, file, styled, language(text) if tongue is None else tongue, tabular)


@lru_cache(maxsize=4096)
def _shaped(text: str, file: str, styled: bool, tongue: str, tabular: bool) -> Line:
    pieces: list[Piece] = []
    inks: list[tuple[str, Ink]] = []
    pen, rhythm = 0.0, RHYTHM.get(file, Rhythm())
    runs = price_runs(text) if styled else ((text, 1.0),)
    for part, size in runs:
        for owner, run in _runs(part, file, tongue):
            if owner is None:
                piece, ink, advance = _emoji_piece(run, file, pen, size)
            else:
                outline = owner.outline(run, rhythm, tabular)
                piece, ink, advance = _type_piece(outline, (face(file), owner), (pen, size, rhythm.guest))
            pieces.append(piece)
            inks.extend(ink)
            pen += advance
    if not inks:
        return Line(text, tuple(pieces), pen, (0.0, 0.0, 0.0, 0.0), pen / 2)
    boxes = [ink for _, ink in inks]
    whole = (min(box[0] for box in boxes), min(box[1] for box in boxes),
             max(box[2] for box in boxes), max(box[3] for box in boxes))
    return Line(text, tuple(pieces), pen, whole, _centre(inks, whole))


def _centre(inks: list[tuple[str, Ink]], whole: Ink) -> float:
    heavy = [ink for char, ink in inks if char not in _LIGHT]
    if not heavy:
        return (whole[0] + whole[2]) / 2
    left, right = min(ink[0] for ink in heavy), max(ink[2] for ink in heavy)
    return (0.7 * (left + right) + 0.3 * (whole[0] + whole[2])) / 2


def _type_piece(outline: Outline, faces: tuple[Face, Face],
                place: tuple[float, float, float]) -> tuple[Piece, list[tuple[str, Ink]], float]:
    """A run at ``place`` (pen, size, guest's scale). A face that falls in is scaled to the Hangul height of the face
    it stands in for."""
    (main, owner), (pen, size, guest) = faces, place
    scale, rise = size, 0.0
    if owner is not main:
        (low, high), (other_low, other_high) = main.band, owner.band
        ratio = guest * min(1.15, max(0.55, (high - low) / (other_high - other_low)))
        scale = size * ratio
        rise = size * (low - other_low * ratio) if guest == 1.0 else 0.0
    if size < 1.0 and any("가" <= char <= "힣" for char, _ in outline.boxes):
        # Hangul reaches below the line on which digits stand; a small unit beside a price would seem to sink.
        rise -= min(0.0, main.band[0]) * size * 0.8
    boxes = [(char, (ink[0] * scale + pen, ink[1] * scale + rise, ink[2] * scale + pen, ink[3] * scale + rise))
             for char, ink in outline.boxes]
    return Piece(pen, path=outline.path, scale=scale, rise=rise), boxes, outline.advance * scale


def _emoji_piece(cluster: str, file: str, pen: float, size: float) -> tuple[Piece, list[tuple[str, Ink]], float]:
    """An emoji as tall as Hangul and a little more, centred on it."""
    low, high = face(file).band
    tall = (high - low) * RHYTHM.get(file, Rhythm()).guest
    side, top = size * _HIGH * tall, size * ((high + low) / 2 + (0.5 + _TOP) * tall)
    bearing = _SIDE * size
    ink = (pen + bearing, top - side, pen + bearing + side, top)
    return Piece(pen + bearing, svg=emoji(cluster) or "", scale=side / 1000, rise=top), [(cluster, ink)], \
        side + 2 * bearing


def _runs(text: str, file: str, tongue: str) -> Iterator[tuple[Face | None, str]]:
    """(face, characters) in order; an emoji stands alone, with no face."""
    held: Face | None = None
    run = ""
    for cluster in clusters(text):
        owner = _owner(cluster, file, tongue) if len(cluster) == 1 else None
        if owner is None and emoji(cluster) is None:
            continue
        if run and (owner is None or owner is not held):
            yield held, run
            run = ""
        held, run = owner, run + cluster
    if run:
        yield held, run


_TAG = re.compile(r"(?P<sign>[₩￦$¥€]\s?)?(?P<number>\d[\d,.]*)(?P<unit>\s?(?:[천백십]?만|[천백])?\s?원)?"
                  r"(?P<percent>\s?[%％])?(?P<rest>\s?(?:부터|까지|이상|이하|OFF|off|Off|~|대|씩)(?![가-힣A-Za-z]))?")
_SCALES = {"sign": 0.62, "number": 1.0, "unit": 0.62, "percent": 0.74, "rest": 0.5}


@lru_cache(maxsize=1024)
def price_runs(text: str) -> tuple[tuple[str, float], ...]:
    """``text`` as (characters, size) like a price tag: digits full, 원 and ₩ at 0.62, % at 0.74, 부터 and OFF at 0.5.

    Four digits and more before 원 or after ₩ get their thousands separators.
    """
    runs: list[tuple[str, float]] = []
    at = 0
    for found in _TAG.finditer(text):
        if not (found["sign"] or found["unit"] or found["percent"]):
            continue
        runs.append((text[at:found.start()], 1.0))
        money = found["sign"] or found["unit"]
        for name, scale in _SCALES.items():
            part = found[name] or ""
            if name == "number" and money and part.isdigit() and len(part) > 3 and part[0] != "0":
                part = f"{int(part):,}"
            runs.append((part, scale))
        at = found.end()
    runs.append((text[at:], 1.0))
    return tuple(run for run in runs if run[0])
