"""Is a line true to the brief? What it states — numbers, days, foods, places, names, praise — must stand there.

Rules follow facts/law.md (표시광고법 Art. 3, 식품표시광고법 Art. 8) and facts/security.md §4 'Prompt injection'.
These are findings for our own writers, not legal advice.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from ...brief import AdBrief, Note
from ...trades import TRADES
from ..language.tidy import tidy
from .mentions import OF_TRADE, brands, foods, gifts, origins, people, places
from .quantities import Quantity, quantities, same
from .splitting import split
from .stated import CLAIMS, SEASONS, STATED, Kind

__all__ = ["CLAIMS", "STATED", "Invention", "clean", "invention", "is_grounded", "kept", "numbers"]
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LINK = re.compile(r"https?://\S+|www\.\S+|(?<![\w.])[\w-]+\.(?:com|net|org|kr|io|me|shop|store|co|ly|gl)\b\S*|@\w+",
                   re.IGNORECASE)
_LEAK = re.compile(r"system prompt|시스템 프롬프트|previous instructions|이전 지시|instructions?:|as an ai|언어 ?모델"
                   r"|JSON", re.IGNORECASE)
_DAYS = re.compile(r"(?<![가-힣])[월화수목금토일](?:[·,/~-]?\s?[월화수목금토일])+(?=$|[^가-힣]|에|만|이틀|은|요일)")
_HANGUL = re.compile("[가-힣]")
_NOTES: dict[Kind, Note] = {
    "number": Note("가게에서 알려 주지 않은 숫자예요", "a number that the brief does not state"),
    "time": Note("가게에서 알려 주지 않은 날짜나 시간이에요", "a day or time that the brief does not state"),
    "price": Note("가게에서 알려 주지 않은 가격이나 혜택이에요", "a price or benefit that the brief does not state"),
    "quality": Note("가게에서 알려 주지 않은 사실이에요", "a fact that the brief does not state"),
    "origin": Note("가게에서 알려 주지 않은 원산지예요", "an origin that the brief does not state"),
    "season": Note("지금 계절과 맞지 않는 말이에요", "a season that is not the present one"),
    "praise": Note("확인할 수 없는 후기나 평판이에요", "a review or reputation that nobody can check"),
    "food": Note("가게에서 알려 주지 않은 메뉴나 재료예요", "a dish or ingredient that the brief does not name"),
    "place": Note("가게에서 알려 주지 않은 곳이에요", "a place that the brief does not name"),
    "person": Note("가게에서 알려 주지 않은 사람이에요", "a person whom the brief does not name"),
    "brand": Note("가게에서 알려 주지 않은 이름이에요", "a name that the brief does not give"),
    "link": Note("가게에서 알려 주지 않은 주소예요", "a link that the brief does not give"),
    "claim": Note("가게에서 말하지 않은 과장이나 효능이에요", "a superlative or effect that the brief does not claim"),
    "leak": Note("광고 글이 아니에요", "not a text of an advertisement"),
    "banned": Note("쓰지 않기로 한 말이에요", "a word that the store never uses"),
}


@dataclass(frozen=True)
class Invention:
    """``piece`` of a line that the brief does not hold, and what sort of thing it is."""

    kind: Kind
    piece: str

    @property
    def why(self) -> Note:
        """Why the line cannot stay, for the owner."""
        note = _NOTES[self.kind]
        return Note(f"{note.ko}: {self.piece}", f"{note.en}: {self.piece}")


@dataclass(frozen=True)
class _Facts:
    """What a brief holds, read once: its text, that without spaces, and its numbers."""

    text: str
    flat: str
    amounts: tuple[Quantity, ...]
    names: str


def clean(text: str, limit: int) -> str:
    """``text`` without control characters and markup, trimmed; "" when it is longer than ``limit`` characters."""
    text = unicodedata.normalize("NFC", re.sub(r"<[^<>]{0,200}>", " ", text))
    text = "".join(ch for ch in text if ch == "\n" or unicodedata.category(ch)[0] != "C")
    text = "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    return text if len(text) <= limit else ""


def numbers(text: str) -> set[str]:
    """The numbers in ``text``, thousands separators removed: "4,900원" gives {"4900"}."""
    return {match.replace(",", "").rstrip(".") for match in _NUMBER.findall(text)}


def is_grounded(line: str, brief: AdBrief) -> bool:
    """True when ``line`` states nothing that the brief does not, and says nothing the owner banned."""
    return invention(line, brief) is None


def invention(line: str, brief: AdBrief) -> Invention | None:
    """The first thing in ``line`` that the brief does not hold, None when there is none.

    What a shop of its trade sells by its very name ("커피" in a café) and the season of ``brief.month`` are held too.
    """
    facts = _facts(brief)
    flat = _flat(line)
    if flat and flat in facts.flat and not _is_banned(line, brief):
        return None
    for search in _SEARCHES:
        found = next(iter(search(line, facts, brief)), None)
        if found:
            return found
    return None


def kept(text: str, brief: AdBrief) -> str:
    """``text`` without the sentences that are not grounded."""
    lines = (" ".join(part for part in split(line) if is_grounded(part, brief)) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


@lru_cache(maxsize=64)
def _facts(brief: AdBrief) -> _Facts:
    text = unicodedata.normalize("NFC", f"{brief.facts()}\n{tidy(brief.description)}")
    text += "\n" + " ".join(_weekdays(text))
    trade = TRADES.get(brief.store.trade)
    sold = " ".join((trade.ko, *trade.hashtags, OF_TRADE.get(trade.key, ""))) if trade else ""
    bare = (Quantity("원", frozenset((float(number),)), number)
            for number in numbers(f"{brief.price} {brief.original_price}") if number.replace(".", "").isdecimal())
    return _Facts(text, _flat(text), (*quantities(text), *bare), _bare(f"{text} {sold}"))


def _weekdays(text: str) -> Iterable[str]:
    """The days in "금토" and "월~금", each with its whole name."""
    for match in _DAYS.finditer(text):
        days, week = match.group(), "월화수목금토일"
        if re.search("[~-]", days):
            days = week[week.index(days[0]):week.index(days[-1]) + 1]
        yield from (f"{day}요일" for day in days if day in week)


def _bare(text: str) -> str:
    """Letters and digits alone: "PET & ME" and the hashtag "PETME" are one name."""
    return re.sub(r"[\W_]", "", text).lower()


def _flat(text: str) -> str:
    return re.sub(r"[\s.,!?~·'\"“”‘’]", "", text)


def _is_banned(line: str, brief: AdBrief) -> bool:
    return any(word.strip() and word in line and word not in brief.description for word in brief.store.banned_words)


def _banned(line: str, facts: _Facts, brief: AdBrief) -> Iterable[Invention]:
    if _is_banned(line, brief):
        yield Invention("banned", next(word for word in brief.store.banned_words if word.strip() and word in line))


def _strange(line: str, facts: _Facts, brief: AdBrief) -> Iterable[Invention]:
    """Links, leaked instructions, and a sentence in another language than the brief's."""
    for link in _LINK.findall(line):
        if link.rstrip(".,!?)") not in facts.text:
            yield Invention("link", link)
    leak = _LEAK.search(line)
    if leak:
        yield Invention("leak", leak.group())
    latin = re.findall(r"[A-Za-z]{2,}", line)
    if len(latin) > 2 and not _HANGUL.search(line) and _HANGUL.search(facts.text) and line.strip() not in facts.text:
        yield Invention("leak", line.strip()[:40])


def _numbers(line: str, facts: _Facts, brief: AdBrief) -> Iterable[Invention]:
    known_month = Quantity("month", frozenset((float(brief.month),)), "") if brief.month else None
    known = (*facts.amounts, known_month) if known_month else facts.amounts
    for one in quantities(_without_known_runs(line, facts)):
        if not same(one, known):
            yield Invention("price" if one.kind in ("원", "%") else
                            "time" if one.kind in ("time", "date", "day", "month") else "number", one.span)


def _without_known_runs(line: str, facts: _Facts) -> str:
    """``line`` without the runs of digits and marks that stand so in the facts: "12-3", "10:00~22:00"."""
    return re.sub(r"\d[\d,.:~/-]*[-:~/][\d,.:~/-]*\d",
                  lambda match: " " if match.group() in facts.text else match.group(), line)


def _stated(line: str, facts: _Facts, brief: AdBrief) -> Iterable[Invention]:
    for row in STATED:
        rest = _compiled(row.unless).sub(" ", line) if row.unless else line
        for match in _compiled(row.pattern).finditer(rest):
            if row.unless and _compiled(row.unless).search(line[max(0, match.start() - 12):match.end() + 12]):
                continue
            if not (_compiled(row.known).search(facts.text) if row.known else _flat(match.group()) in facts.flat):
                yield Invention(row.kind, match.group().strip())


def _claims(line: str, facts: _Facts, brief: AdBrief) -> Iterable[Invention]:
    for match in CLAIMS.finditer(line):
        if match.group() not in facts.text:
            yield Invention("claim", match.group())


def _seasons(line: str, facts: _Facts, brief: AdBrief) -> Iterable[Invention]:
    told = facts.text
    for name in sorted(filter(lambda word: len(word) > 1, brief.store.name.split()), key=len, reverse=True):
        line, told = line.replace(name, " "), told.replace(name, " ")
    for season in SEASONS:
        match = _compiled(season.pattern).search(line)
        if match and brief.month not in season.months and not _compiled(season.pattern).search(told):
            yield Invention("season", match.group())


def _named(kind: Kind, find: Callable[[str], list[str]]) -> "Search":
    def search(line: str, facts: _Facts, brief: AdBrief) -> Iterable[Invention]:
        for piece in find(line):
            if _bare(piece) not in facts.names:
                yield Invention(kind, piece)
    return search


Search = Callable[[str, _Facts, AdBrief], Iterable[Invention]]
_SEARCHES: tuple[Search, ...] = (
    _banned, _strange, _numbers, _claims, _stated, _seasons, _named("origin", origins), _named("food", foods),
    _named("price", gifts),
    _named("place", places), _named("person", people), _named("brand", brands))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
