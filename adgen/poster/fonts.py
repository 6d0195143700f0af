"""The faces of each font mood, with glyph outlines, and the faces that stand behind every one of them.

A display face holds about 2,400 of the 11,172 Hangul syllables (assets/fonts/README.md), so no face is used alone:
Pretendard stands behind it, and behind that the Japanese and the Chinese face.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz as hb  # type: ignore[import-untyped]

from ..brief import FontMood, Note

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


_BOLD, _SEMI, _PLAIN = "Pretendard-ExtraBold.otf", "Pretendard-SemiBold.otf", "Pretendard-Regular.otf"
WON = 0x20A9
JAPANESE, CHINESE = "NotoSansCJKjp-Bold-Subset.otf", "NotoSansCJKsc-Bold-Subset.otf"

MOODS: dict[FontMood, Faces] = {
    "sans": Faces(_BOLD, _BOLD, _SEMI, _SEMI, leading=1.22),
    "shout": Faces("BlackHanSans-Regular.ttf", "BlackHanSans-Regular.ttf", _SEMI, _SEMI, leading=1.14),
    "round": Faces("Jua-Regular.ttf", "Jua-Regular.ttf", _SEMI, _SEMI, leading=1.16),
    "retro": Faces("DoHyeon-Regular.ttf", "DoHyeon-Regular.ttf", _SEMI, _SEMI, optical=1.06, leading=1.12),
    "serif": Faces("GowunBatang-Bold.ttf", "GowunBatang-Bold.ttf", "GowunBatang-Bold.ttf", "GowunBatang-Regular.ttf",
                   leading=1.26),
    "hand": Faces("AdGenPen-Regular.ttf", "AdGenPen-Regular.ttf", _SEMI, _SEMI, optical=1.3, leading=1.0),
    "chunky": Faces("BagelFatOne-Regular.ttf", "BagelFatOne-Regular.ttf", _SEMI, _SEMI, leading=1.16),
}

MOOD_NAMES: dict[FontMood, Note] = {
    "sans": Note("단정한 고딕", "Clean sans"),
    "shout": Note("굵고 힘찬", "Bold and loud"),
    "round": Note("동글동글", "Friendly round"),
    "retro": Note("복고 간판", "Retro signboard"),
    "serif": Note("우아한 명조", "Elegant serif"),
    "hand": Note("손글씨", "Handwriting"),
    "chunky": Note("통통한 제목", "Chunky"),
}
"""What the page calls each mood."""

MOOD_LINES: dict[FontMood, Note] = {
    "sans": Note("어디에나 어울리고 가장 또렷하게 읽혀요.", "Suits everything and reads best."),
    "shout": Note("할인, 헬스장, 치킨처럼 크게 외치고 싶을 때 좋아요.", "For sales, gyms and fried chicken."),
    "round": Note("카페와 빵집처럼 다정한 가게에 어울려요.", "For cafés, bakeries and friendly shops."),
    "retro": Note("옛날 간판 같아서 분식집과 노포에 어울려요.", "Old signboards: snack bars and old shops."),
    "serif": Note("꽃집, 미용실처럼 차분하고 고급스러운 곳에 어울려요.", "For florists, salons and fine dining."),
    "hand": Note("사장님이 직접 쓴 메모처럼 친근해요.", "Like a note in the owner's own hand."),
    "chunky": Note("통통하고 귀여워서 간식과 아이 손님에게 잘 어울려요.", "Plump and cute: sweets and families."),
}
"""When to choose each mood, in one sentence."""


@dataclass(frozen=True)
class Rhythm:
    """Spacing of a face in thousandths of an em: ``tracking`` after each glyph, and the width of a word space (None
    keeps the font's own). ``guest`` scales the faces that fall in, where Hangul is drawn small for its height."""

    tracking: float = 0.0
    space: float | None = None
    guest: float = 1.0


# Display type is set tighter than the fonts are drawn for, small type a little wider.
RHYTHM: dict[str, Rhythm] = {
    _BOLD: Rhythm(-20, 200),
    _SEMI: Rhythm(-5),
    _PLAIN: Rhythm(10),
    "BlackHanSans-Regular.ttf": Rhythm(-15, 215),
    "Jua-Regular.ttf": Rhythm(-15, 220),
    "DoHyeon-Regular.ttf": Rhythm(-10, 215),
    "GowunBatang-Bold.ttf": Rhythm(-25, 240),
    "GowunBatang-Regular.ttf": Rhythm(0, 260),
    "AdGenPen-Regular.ttf": Rhythm(0, 210, 0.8),
    "BagelFatOne-Regular.ttf": Rhythm(-10, 215),
}


_BESIDE = 45.0
"""Most air on either side of a comma or a full stop."""

Ink = tuple[float, float, float, float]
"""(x0, y0, x1, y1) in thousandths of an em, y up from the baseline."""


@dataclass(frozen=True)
class Glyph:
    """One outline in em units, y up: SVG path data relative to the pen, advance, and ink (x0, y0, x1, y1) or None."""

    path: str
    advance: float
    ink: Ink | None


@dataclass(frozen=True)
class Outline:
    """A shaped run: path data, the ink of each visible glyph with its character, and the advance."""

    path: str
    boxes: tuple[tuple[str, Ink], ...]
    advance: float


class Face:
    """One font file: which characters it has, and their outlines in thousandths of an em."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._face = hb.Face(hb.Blob.from_file_path(str(_ASSETS / "fonts" / file)))
        self.font = hb.Font(self._face)
        self.font.scale = (1000, 1000)
        self._glyphs: dict[int, Glyph] = {}

    @property
    def name(self) -> str:
        """The family's name as the file gives it."""
        return str(self._face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or "")

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that can be drawn: those in the cmap, and ₩ made of W and a bar."""
        return frozenset(self._face.unicodes) | ({WON} if ord("W") in self._face.unicodes else frozenset())

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

    def outline(self, run: str, rhythm: Rhythm, tabular: bool) -> Outline:
        """A shaped run of characters that this face has; ``tabular`` gives digits one width where the face can."""
        buffer = hb.Buffer()
        buffer.add_str(run if self._has_won else run.replace(chr(WON), "W"))
        buffer.guess_segment_properties()
        # Mixed runs of digits and punctuation may be guessed otherwise; nothing here is set right to left.
        buffer.direction = "ltr"
        hb.shape(self.font, buffer, {"kern": True, "liga": True, "tnum": tabular})
        parts: list[str] = []
        boxes: list[tuple[str, Ink]] = []
        pen = 0.0
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyph, char = self.glyph(info.codepoint), run[info.cluster]
            advance = rhythm.space if char == " " and rhythm.space is not None else float(position.x_advance)
            if glyph.ink is not None:
                if char in ",." and boxes:
                    # Handwriting leaves as much air around a comma as around a letter.
                    pen -= max(0.0, glyph.ink[0] - _BESIDE)
                    advance = min(advance, glyph.ink[2] + _BESIDE)
                x, y = pen + position.x_offset, float(position.y_offset)
                parts.append(f"M{x:.0f} {y:.0f}{glyph.path}")
                boxes.append((char, (glyph.ink[0] + x, glyph.ink[1] + y, glyph.ink[2] + x, glyph.ink[3] + y)))
                if char == chr(WON) and not self._has_won:
                    bar, wider = self._bar(boxes[-1][1])
                    parts.append(bar)
                    boxes[-1] = (char, wider)
                    advance += 30
            pen += advance + rhythm.tracking
        return Outline("".join(parts), tuple(boxes), pen)

    @cached_property
    def _has_won(self) -> bool:
        return WON in self._face.unicodes

    def _bar(self, ink: Ink) -> tuple[str, Ink]:
        """The bar that makes ₩ of a W, about as thick as the face's hyphen, and the ink of both."""
        hyphen = self.glyph(self.font.get_nominal_glyph(ord("-")) or 0).ink
        thick = min(70.0, 0.7 * (hyphen[3] - hyphen[1])) if hyphen is not None else 50.0
        x0, x1, y = ink[0] - 25, ink[2] + 25, ink[1] + 0.5 * (ink[3] - ink[1]) + thick / 2
        # Clockwise, as TrueType outlines run. Those of Black Han Sans run the other way: there it cuts a line, which
        # reads better in so heavy a letter.
        return f"M{x0:.0f} {y:.0f}H{x1:.0f}V{y - thick:.0f}H{x0:.0f}z", (x0, ink[1], x1, ink[3])

    @cached_property
    def band(self) -> tuple[float, float]:
        """(bottom, top) of Hangul ink (Han where there is none) in thousandths of an em: what is centred, instead of
        the font's ascender."""
        sample = "한글을밖" if ord("한") in self.characters else "国東語"
        boxes = [self.glyph(self.font.get_nominal_glyph(ord(char)) or 0).ink for char in sample]
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


_BEHIND = {"GowunBatang-Regular.ttf": _PLAIN, "GowunBatang-Bold.ttf": _SEMI, "AdGenPen-Regular.ttf": _SEMI}


@cache
def chain(file: str, chinese: bool = False) -> tuple[Face, ...]:
    """``file`` and the faces behind it: Pretendard in the nearest weight, then the Japanese and the Chinese face, the
    Chinese one first for Chinese text."""
    behind = "" if file.startswith("Pretendard") else _BEHIND.get(file, _BOLD)
    last = (CHINESE, JAPANESE) if chinese else (JAPANESE, CHINESE)
    return tuple(face(one) for one in dict.fromkeys((file, behind, *last)) if one)
