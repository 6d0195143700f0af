"""The faces of each font mood, with glyph outlines, and Pretendard behind every one of them.

A display face holds about 2,400 of the 11,172 Hangul syllables (assets/fonts/README.md), so no face is used alone: the
face for a character is the first of the chain whose cmap has it, then the emoji drawings, then none (it is left out).
"""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz as hb  # type: ignore[import-untyped]

from ..brief import FontMood

_ASSETS = Path(__file__).parents[2] / "assets"


@dataclass(frozen=True)
class Faces:
    """The faces of one mood by role, as file names without directory.

    ``display`` sets the headline, ``figure`` prices, ``label`` store name and pill, ``body`` sublines, ``small`` the
    address. ``optical`` scales display sizes: handwriting is drawn small within its em.
    """

    display: str
    figure: str
    label: str
    body: str
    small: str = "Pretendard-Regular.otf"
    optical: float = 1.0
    leading: float = 1.18


_BOLD, _SEMI = "Pretendard-ExtraBold.otf", "Pretendard-SemiBold.otf"

MOODS: dict[FontMood, Faces] = {
    "sans": Faces(_BOLD, _BOLD, _SEMI, _SEMI, leading=1.22),
    "shout": Faces("BlackHanSans-Regular.ttf", "BlackHanSans-Regular.ttf", _SEMI, _SEMI, leading=1.14),
    "round": Faces("Jua-Regular.ttf", "Jua-Regular.ttf", _SEMI, _SEMI, leading=1.16),
    "retro": Faces("DoHyeon-Regular.ttf", "DoHyeon-Regular.ttf", _SEMI, _SEMI, optical=1.06, leading=1.12),
    "serif": Faces("GowunBatang-Bold.ttf", "GowunBatang-Bold.ttf", "GowunBatang-Bold.ttf", "GowunBatang-Regular.ttf",
                   leading=1.26),
    "hand": Faces("AdGenPen-Regular.ttf", "AdGenPen-Regular.ttf", _SEMI, _SEMI, optical=1.3, leading=1.0),
}


@dataclass(frozen=True)
class Glyph:
    """One outline in em units, y up: SVG path data relative to the pen, advance, and ink (x0, y0, x1, y1) or None."""

    path: str
    advance: float
    ink: tuple[float, float, float, float] | None


class Face:
    """One font file: which characters it has, and their outlines in thousandths of an em."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._face = hb.Face(hb.Blob.from_file_path(str(_ASSETS / "fonts" / file)))
        self.font = hb.Font(self._face)
        self.font.scale = (1000, 1000)
        self._glyphs: dict[int, Glyph] = {}

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points in the cmap."""
        return frozenset(self._face.unicodes)

    def glyph(self, index: int) -> Glyph:
        """The outline of glyph ``index``, drawn once."""
        found = self._glyphs.get(index)
        if found is None:
            box = self.font.get_glyph_extents(index)
            ink = None
            if box is not None and box.width:
                ink = (float(box.x_bearing), float(box.y_bearing + box.height),
                       float(box.x_bearing + box.width), float(box.y_bearing))
            found = Glyph(_relative_path(self.font, index), float(self.font.get_glyph_h_advance(index)), ink)
            self._glyphs[index] = found
        return found

    def outline(self, run: str) -> tuple[str, list[tuple[float, float, float, float]], float]:
        """(path data, ink boxes, advance) of a shaped run of characters that this face has."""
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        # Mixed runs of digits and punctuation may be guessed otherwise; nothing here is set right to left.
        buffer.direction = "ltr"
        hb.shape(self.font, buffer, {"kern": True, "liga": True})
        parts: list[str] = []
        boxes: list[tuple[float, float, float, float]] = []
        pen = 0.0
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyph = self.glyph(info.codepoint)
            x, y = pen + position.x_offset, float(position.y_offset)
            if glyph.ink is not None:
                parts.append(f"M{x:.0f} {y:.0f}{glyph.path}")
                boxes.append((glyph.ink[0] + x, glyph.ink[1] + y, glyph.ink[2] + x, glyph.ink[3] + y))
            pen += position.x_advance
        return "".join(parts), boxes, pen

    @cached_property
    def band(self) -> tuple[float, float]:
        """(bottom, top) of Hangul ink in thousandths of an em: what is centred, instead of the font's ascender."""
        boxes = [self.glyph(self.font.get_nominal_glyph(ord(char)) or 0).ink for char in "한글을밖"]
        inks = [box for box in boxes if box is not None]
        return min(box[1] for box in inks), max(box[3] for box in inks)


def _relative_path(font: hb.Font, index: int) -> str:
    """Path data with relative commands only, so that a line is glyphs joined by one absolute move each."""
    parts: list[str] = []
    pen = [0.0, 0.0]

    def step(letter: str, *points: float) -> None:
        parts.append(letter + " ".join(f"{value - pen[at % 2]:.0f}" for at, value in enumerate(points)))
        # Advance by what was written, not by what was meant: rounding must not add up along the contour.
        pen[0] += round(points[-2] - pen[0])
        pen[1] += round(points[-1] - pen[1])

    start = [0.0, 0.0]

    def move(x: float, y: float, _: None) -> None:
        step("m", x, y)
        start[:] = pen

    def close(_: None) -> None:
        parts.append("z")
        pen[:] = start

    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(move)
    funcs.set_line_to_func(lambda x, y, _: step("l", x, y))
    funcs.set_quadratic_to_func(lambda a, b, x, y, _: step("q", a, b, x, y))
    funcs.set_cubic_to_func(lambda a, b, c, d, x, y, _: step("c", a, b, c, d, x, y))
    funcs.set_close_path_func(close)
    font.draw_glyph(index, funcs, None)
    return "".join(parts)


@cache
def face(file: str) -> Face:
    """The face in ``assets/fonts/<file>``, read once per process."""
    return Face(file)


@cache
def chain(file: str) -> tuple[Face, ...]:
    """``file`` and the face behind it: Pretendard in the nearest weight."""
    behind = "Pretendard-Regular.otf" if file == "GowunBatang-Regular.ttf" else _SEMI
    if file in (MOODS["shout"].display, MOODS["round"].display, MOODS["retro"].display, MOODS["serif"].display):
        behind = _BOLD
    return (face(file),) if file.startswith("Pretendard") else (face(file), face(behind))


@cache
def _emoji() -> tuple[dict[str, str], dict[str, str]]:
    """(emoji character → icon name, icon name → inner SVG of 128 × 128); both empty where the assets are absent."""
    icons = _ASSETS / "icons"
    try:
        names: dict[str, str] = json.loads((icons / "emoji.json").read_text(encoding="utf-8"))
        drawings = json.loads((icons / "noto.json").read_text(encoding="utf-8"))["icons"]
    except FileNotFoundError:
        return {}, {}
    return names, {name: drawings[name]["body"] for name in set(names.values()) if name in drawings}


def emoji(char: str) -> str | None:
    """Inner SVG (128 × 128) for an emoji character, or None."""
    names, drawings = _emoji()
    return drawings.get(names.get(char, ""))
