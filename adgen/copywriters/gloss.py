"""An English image prompt in Korean words, so that an owner sees what it asks for: the glossary read backwards."""

import re
from functools import lru_cache

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
    "watercolour": "수채화", "watercolor": "수채화", "wood": "나무", "cozy": "아늑한",
    "gray": "회색", "golden": "황금빛", "happy": "행복한", "light": "빛", "sunlight": "햇살",
    "morning": "아침", "evening": "저녁", "night": "밤", "cafe": "카페",
}
_NUMBERS = dict(zip(NUMBERS[1:], "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split(), strict=True))
_HOW = {"on": "위", "beside": "옆", "in front of": "앞", "behind": "뒤", "in": "안", "inside": "안", "under": "아래"}
_SILENT = re.compile(r"\b(?:an?|the|of|with|and|to|for|from|some|its|his|her|their|is|are|being|small|one|clear"
                     r"|subject|half|lower|upper|left"
                     r"|right|side|frame|at|top|bottom|by|in|on|inside|under|beside|behind|front|area|scene|view"
                     r"|image|picture|shot|style|named"
                     r"|Korean|no|text|letters?|signs?|logos?|watermark|signage|words|tones|mood|background|plain"
                     r"|very|high|quality)\b", re.I)
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
            if row:
                found.append((start, _kind(left[:start], row[1]), row[0]))
                left = left[:start] + "\0" * (end - start) + left[end:]
                at += size - 1
                break
        at += 1
    rest = re.sub(r"[^A-Za-z]+", " ", _SILENT.sub(" ", left)).strip()
    ordered = sorted(found)
    places = " ".join(f"{korean} {kind.split(':')[1]}".strip() for _, kind, korean in ordered if ":" in kind)
    others = " ".join(korean for _, kind, korean in ordered if ":" not in kind)
    return f"{places} {others}".strip(), not rest


def _kind(before: str, kind: str) -> str:
    """A place with how it stands ("place:위"), or the kind as it is."""
    ways = "|".join(sorted(_HOW, key=len, reverse=True))
    match = re.search(rf"\b({ways})\b(?: an?| the)?\s*[\w\s-]{{0,12}}$", before, re.I)
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
    table.update({english: (korean, "color") for english, korean in _NUMBERS.items()})
    rows = sorted(lexicon.entries().values(), key=lambda row: (row.kind == "mood", len(row.korean)))
    for row in rows:
        english = row.english
        if row.kind == "place":
            english = re.sub(r"^(?:on|in|beside|under|by|at|inside|outside|in front of) ", "", english)
        spelled = row.korean
        bare_stem = row.kind == "color" and not spelled.endswith(("색", "한", "은", "란", "흰"))
        if bare_stem and spelled + "색" in lexicon.entries():
            spelled += "색"
        table.setdefault(_bare(english), (spelled, row.kind))
    for row in rows:
        if row.kind in lexicon.NOUNS:
            english = _bare(re.sub(r"^(?:on|in|beside|under|by|at|inside|outside|in front of) ", "", row.english))
            match = re.match(r"(?:cup|glass|bowl|plate|slice|pair|bottle|piece|stack|loaf) of (.+)", english)
            head = re.split(r" (?:with|in|on|of|from|without|beside|and) ", match.group(1) if match else english)[0]
            for short in (head, head.split()[-1]):
                table.setdefault(short, (row.korean, row.kind))
                table.setdefault(_singular(short), (row.korean, row.kind))
    return table
