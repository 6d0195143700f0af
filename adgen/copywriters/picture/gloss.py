"""An English image prompt in Korean words, so that an owner sees what it asks for: the glossary read backwards."""

import re
from functools import lru_cache

from ..language.korean import with_particle
from . import lexicon
from .phrasing import NUMBERS

_PHRASES = {
    "calm empty area at the top": "위쪽은 비워 두기",
    "calm empty area at the bottom": "아래쪽은 비워 두기",
    "calm empty area at the left side": "왼쪽은 비워 두기",
    "calm empty area at the right side": "오른쪽은 비워 두기",
    "plain unbranded packaging": "상표 없는 포장", "no people": "사람 없이",
    "commercial photograph": "광고 사진",
    "photograph": "사진", "photo": "사진", "soft light": "부드러운 빛", "warm light": "따뜻한 빛",
    "natural light": "자연광", "window light": "창가의 빛",
    "daylight": "낮의 빛", "close-up": "클로즈업", "top view": "위에서 내려다본 모습",
    "watercolour": "수채화", "watercolor": "수채화", "wood": "나무", "gray": "회색",
    "golden": "황금빛", "happy": "행복한", "light": "빛", "sunlight": "햇살",
    "morning": "아침", "evening": "저녁", "night": "밤", "cafe": "카페",
}
_NUMBERS = dict(zip(NUMBERS[1:], "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split(), strict=True))
_HOW = {"on": "위", "beside": "옆", "in front of": "앞", "behind": "뒤", "in": "안", "inside": "안", "under": "아래"}
_SILENT = re.compile(r"\b(?:(?:glass(?:es)?|cups?|bowls?|plates?|slices?|pieces?|pairs?|bottles?|stacks?) of|an?|the"
                     r"|of|with|and|to|for|from|some|its|his|her|their|is|are|being|small|one|clear"
                     r"|subject|half|lower|upper|left"
                     r"|right|side|frame|at|top|bottom|by|in|on|inside|under|beside|behind|front|area|scene|view"
                     r"|image|picture|shot|style|named"
                     r"|Korean|no|text|letters?|signs?|logos?|watermark|signage|words|tones|mood|background|plain"
                     r"|very|high|quality)\b", re.I)
_SAID = {"wooden": "나무", "red": "빨간", "white": "하얀", "warm": "따뜻한", "fresh": "신선한", "cozy": "아늑한"}
_WAY = re.compile(r"^(?:on|in|beside|under|by|at|inside|outside|in front of) ")
_CLAUSE = re.compile(r"[,.;\n]+")


def korean_of(english: str, names: tuple[str, ...] = ()) -> tuple[str, bool]:
    """(Korean words for ``english``, whether all of it was known). Places come first, as Korean says them."""
    clauses, whole = [], True
    for clause in _CLAUSE.split(english):
        said, known = _clause(clause.strip(), names)
        whole = whole and known
        if said:
            clauses.append(said)
    return ", ".join(dict.fromkeys(clauses)), whole


def _clause(clause: str, names: tuple[str, ...]) -> tuple[str, bool]:
    if re.match(r"no (?:text|letters?|signs?|logos?|watermarks?|words)\b", clause, re.I):
        return "", True
    found: list[tuple[int, str, str]] = []
    left = clause
    for name in names:
        at = left.find(name)
        if at >= 0:
            found.append((at, "name", f"'{name}'"))
            left = left.replace(name, "\0" * len(name))
    table = _backwards()
    words = list(re.finditer(r"[\w'-]+", left))
    at = 0
    while at < len(words):
        for size in range(min(7, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            row = table.get(_bare(left[start:end])) or table.get(_bare(_singular(left[start:end])))
            if row and not (row[1] in ("place", "quality") and left[end:].startswith(" of ")):
                found.append((start, _kind(left[:start], row[1]), row[0]))
                left = left[:start] + "\0" * (end - start) + left[end:]
                at += size - 1
                break
        at += 1
    rest = re.sub(r"[^A-Za-z]+", " ", _SILENT.sub(" ", left)).strip()
    return _ordered(found), not rest


def _ordered(found: list[tuple[int, str, str]]) -> str:
    """The words in Korean order: each noun with what describes it, places first."""
    places: list[str] = []
    others: list[str] = []
    waiting: list[str] = []
    doing = ""
    for _, kind, korean in sorted(found):
        if kind in ("color", "quality"):
            waiting.append(korean)
            continue
        if kind == "action" and others:
            doing = korean
            continue
        group, how = (places, kind.partition(":")[2]) if kind.startswith("place") else (others, "")
        noun = " ".join((*waiting, korean, how)).strip()
        waiting.clear()
        if doing and group is others and kind in ("food", "thing"):
            others[-1], doing = f"{with_particle(noun, '을')} {doing} {others[-1]}", ""
        else:
            group.append(noun)
    if doing:
        others[-1] = f"{doing} {others[-1]}"
    return " ".join((*places, *others, *waiting))


def _kind(before: str, kind: str) -> str:
    """A place with how it stands ("place:위"), or the kind as it is."""
    ways = "|".join(sorted(_HOW, key=len, reverse=True))
    match = re.search(rf"\b({ways})\b(?: an?| the)?\s*[\w\s\0-]{{0,14}}$", before, re.I)
    if kind == "place":
        return f"place:{_HOW[match.group(1).lower()] if match else ''}"
    return kind


def _bare(phrase: str) -> str:
    return re.sub(r"^(?:an?|the) ", "", " ".join(phrase.lower().split()))


def _singular(phrase: str) -> str:
    return re.sub(r"s$", "", phrase)


@lru_cache(maxsize=1)
def _backwards() -> dict[str, tuple[str, str]]:
    """English phrase → (Korean, kind): whole phrases first, then their heads where no other phrase has them."""
    table: dict[str, tuple[str, str]] = {phrase: (korean, "mood") for phrase, korean in _PHRASES.items()}
    table.update({english: (korean, "color") for english, korean in {**_NUMBERS, **_SAID}.items()})
    rows = sorted(lexicon.entries().values(), key=lambda row: len(row.korean) if row.kind in lexicon.NOUNS else 0)
    for row in rows:
        spelled = row.spelled
        if row.kind == "color" and not spelled.endswith(("색", "간", "란", "얀", "은")):
            spelled += "색"
        if row.kind == "place":
            table.setdefault(row.english, (spelled, "placed"))
        table.setdefault(_bare(_WAY.sub("", row.english) if row.kind == "place" else row.english), (spelled, row.kind))
    for row in rows:
        if row.kind in lexicon.NOUNS:
            english = _bare(_WAY.sub("", row.english))
            match = re.match(r"(?:cup|glass|bowl|plate|slice|pair|bottle|piece|stack|loaf) of (.+)", english)
            head = re.split(r" (?:with|in|on|of|from|without|beside|and) ", match.group(1) if match else english)[0]
            for short in (head, head.split()[-1]):
                table.setdefault(short, (row.spelled, row.kind))
                table.setdefault(_singular(short), (row.spelled, row.kind))
    return table
