"""The glossary's tables as one dictionary, and how an owner's phrase is cut into its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from . import glossary, scenery

Kind = Literal["food", "thing", "animal", "person", "place", "color", "quality", "mood", "camera", "action"]
NOUNS = ("food", "thing", "animal", "person", "place")
RELATIONS = {"위": "on", "옆": "beside", "곁": "beside", "앞": "in front of", "뒤": "behind", "안": "in", "속": "in",
             "아래": "under", "밑": "under", "주변": "around", "주위": "around"}
_JOSA = (r"(?:들)?(?:이나|이랑|이며|이고|이에요|이야|으로|에서는|에서|에게|에는|에도|에다|까지|부터|처럼|하고|한테|이"
         r"|가|을|를|은|는|과|와|도|에|의"
         r"|로|만|랑|나|고|인|입니다|예요|용)?")
RELATION = re.compile(rf"({'|'.join(RELATIONS)})(?:쪽|편)?{_JOSA}")
_ENDING = re.compile(rf"(?:({'|'.join(RELATIONS)})(?:쪽|편)?)?({_JOSA})")
_SUFFIXED_ONLY = ("하늘", "밤", "민트", "와인", "살구", "오렌지", "크림", "무지개", "자주", "녹")
"""Stems of colours that mean something else when they stand alone; so do those of one syllable (금, 은, 회 …)."""
_ADJECTIVES = ("흰", "큰", "긴", "새")
_ANIMALS = frozenset("""강아지 고양이 반려견 애견 푸들 말티즈 비숑 포메라니안 시바견 골든리트리버
리트리버 웰시코기 진돗개 개
아기고양이 새끼고양이 토끼 곰 다람쥐 햄스터 앵무새 금붕어 물고기 반려동물 애완동물
자동차 승용차 차량 트럭 오토바이 스쿠터 자전거 로봇""".split())
"""Nouns that can act in a scene: animals, and what drives."""
DOUBLE = {"새": "new", "나무": "wooden"}
"""Nouns that say how the noun after them is."""


@dataclass(frozen=True)
class Entry:
    """A Korean word (without spaces), its English, and what it is in a picture."""

    korean: str
    english: str
    kind: Kind
    spelled: str = ""
    """As it is written, with its spaces."""


@dataclass(frozen=True)
class Piece:
    """A word as it stands: ``josa`` its particle, ``relation`` the 위, 옆, 앞 … that was glued to it."""

    entry: Entry
    josa: str = ""
    relation: str = ""


def _cells(block: str) -> Iterator[tuple[str, str]]:
    for line in block.split("\n"):
        for cell in line.split("|"):
            if "=" in cell:
                korean, english = cell.split("=", 1)
                yield korean, english


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """Every known word by its spelling without spaces; where two tables have a word, the first has it."""
    found: dict[str, Entry] = {}

    def add(korean: str, english: str, kind: Kind) -> None:
        bare = korean.replace(" ", "")
        found.setdefault(bare, Entry(bare, english, "animal" if bare in _ANIMALS else kind, korean))

    tables: tuple[tuple[str, Kind], ...] = (
        (scenery.PEOPLE, "person"), (scenery.PLACES, "place"), (glossary.FOOD, "food"), (glossary.THINGS, "thing"),
        (scenery.MOODS, "mood"), (scenery.CAMERA, "camera"), (scenery.ACTIONS, "action"))
    for block, kind in tables:
        for korean, english in _cells(block):
            add(korean, english, kind)
    for stems, english in _cells(scenery.COLORS):
        for stem in stems.split():
            for form in (stem, *(stem + end for end in ("색", "빛", "톤", "색깔", "계열", "색계열"))):
                if form != stem or not (stem in _SUFFIXED_ONLY or (len(stem) == 1 and stem not in _ADJECTIVES)):
                    add(form, english, "color")
    for korean, english in _cells(scenery.QUALITIES):
        add(korean, english, "quality")
        if korean.endswith("한"):
            for end in ("하고", "하게", "하면서"):
                add(korean[:-1] + end, english, "quality")
    return found


@lru_cache(maxsize=1)
def spaced() -> frozenset[str]:
    """Words that may be written with a space in them, without it."""
    blocks = (scenery.PEOPLE, scenery.PLACES, glossary.FOOD, glossary.THINGS, scenery.MOODS, scenery.CAMERA,
              scenery.ACTIONS, scenery.QUALITIES)
    return frozenset(korean.replace(" ", "") for block in blocks for korean, _ in _cells(block) if " " in korean)


def ending(rest: str) -> tuple[str, str] | None:
    """(relation, particle) when ``rest`` is nothing but these."""
    match = _ENDING.fullmatch(rest)
    return (match.group(1) or "", match.group(2) or "") if match else None


def pieces(written: str) -> list[Piece] | None:
    """One written word as known words; None when a part of it is not known."""
    known = entries()
    for size in range(len(written), 0, -1):
        entry = known.get(written[:size])
        if entry is None:
            continue
        end = ending(written[size:])
        if end is not None and (not end[0] or entry.kind in NOUNS):
            return [Piece(entry, end[1], end[0])]
        rest = pieces(written[size:]) if size > 1 else None
        if rest is not None:
            return [Piece(entry), *rest]
    return None


def phrase(words: list[str]) -> tuple[Piece, int] | None:
    """(the known word of two to five written ones at the start of ``words``, how many); None without any."""
    for size in range(min(5, len(words)), 1, -1):
        together, before = "".join(words[:size]), len("".join(words[:size - 1]))
        for length in range(len(together), before, -1):
            end = ending(together[length:])
            if together[:length] in spaced() and end is not None:
                return Piece(entries()[together[:length]], end[1], end[0]), size
    return None


def stripped(written: str) -> str:
    """``written`` without a particle, as it is named in a note."""
    match = re.fullmatch(rf"(.{{2,}}?)({_JOSA})", written)
    if match is None:
        return written
    bare, josa = match.groups()
    closed = "가" <= bare[-1] <= "힣" and (ord(bare[-1]) - 0xAC00) % 28 != 0
    fits = {"이": closed, "을": closed, "은": closed, "과": closed, "가": not closed, "를": not closed,
            "는": not closed, "와": not closed}
    return bare if fits.get(josa, True) else written
