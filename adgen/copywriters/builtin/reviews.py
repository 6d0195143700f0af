"""Reading a customer's review: its mood, what it likes, what it misses, and what it asks.

A review is read clause by clause, with what turns a word round ("비싸지 않고", "안 친절",
                        "얼룩 하나 없이"). Nothing of it is
kept but words of our own tables: an instruction in it is text like any other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .blog_phrases.services import FAMILIES
from .reply_phrases import moods
from .reply_phrases.faults import DEFAULTS, FAULTS, Fault

_CLAUSE = re.compile(r"(?<=[.!?~…\n;])\s*|,\s*|(?<=으나)\s+|(?<=지만)\s*|(?<=[가-힣]데)[\s,]+|(?<=[구고]요)\s+"
                     r"|(?<=별로고)\s+"
                     r"|(?<=빼고는)\s+|(?<=빼고)\s+|(?<=빼곤)\s+|(?<=하고는)\s+|(?<=말고는)\s+|(?<=말고)\s+"
                     r"|(?:그런데|근데|하지만|다만|그래도|그치만|대신)\s*|\b(?:but|however|although)\b\s*",
                     re.IGNORECASE)
_SAID = re.compile(r"[가-힣A-Za-z]")
_EATEN = frozenset(("맛", "양", "온도"))
_AT_TABLE = ("eat", "grocery", "general")
_NARROW = {"수업": ("gym", "yoga", "academy"), "상담": ("realestate",), "결과": ("care", "trust", "shop", "flower")}
"""Topics that only some trades have."""


@dataclass(frozen=True)
class Point:
    """One thing a review speaks of: its topic, the word a reply calls it by ("커피"), and how it went wrong."""

    topic: str
    item: str = ""
    fault: Fault | None = None


@dataclass(frozen=True)
class Review:
    """What a review says: its mood (a row of ANSWERS), at most two points each, and what it asks."""

    mood: str
    liked: tuple[Point, ...] = ()
    missed: tuple[Point, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass
class _Heard:
    """What a clause says."""

    good: bool
    bad: bool
    meh: bool
    liked: dict[str, Point]
    missed: dict[str, Point]


def read_review(review: str, trade: str) -> Review:
    """What ``review`` says, by the tables of ``moods`` and ``faults``; ``trade`` names what one gets there."""
    text = re.sub(r"https?://\S+|\S+@\S+", " ", review).strip()
    if not _SAID.search(re.sub(r"점|별점?|개", "", text)) or len(re.findall("[가-힣]", text)) <= 8 and _stars(text):
        return Review(_stars(text) or "neutral")
    heard = _Reader(trade).read(text)
    found = [key for key, pattern in moods.ASKED if re.search(pattern, text, re.IGNORECASE)]
    asks = bool(re.search(moods.QUESTION, text)) or "?" in text and not (heard.good or heard.bad)
    missed = _ranked(heard.missed)
    liked = tuple(point for topic, point in heard.liked.items() if topic not in heard.missed
                  or point.item and point.item != heard.missed[topic].item)[:2]
    other = () if found and not re.search(r"주차|예약|포장|가능|가격|얼마", text) else ("other",)
    return Review(_mood(text, heard), liked, missed, (*found, *other) if asks and not heard.bad or asks and found
                  and "?" in text else ())


def _ranked(missed: dict[str, Point]) -> tuple[Point, ...]:
    """Two points, the serious and the grave before the others."""
    points = [point for point in missed.values()]
    weight = {True: 0, False: 1}
    points.sort(key=lambda point: (weight[bool(point.fault and point.fault.serious)],
                                   weight[bool(point.fault and point.fault.grave)]))
    grim = [point for point in points if point.fault and point.fault.serious]
    return tuple((grim or points)[:2])


def _mood(text: str, heard: _Heard) -> str:
    if any(point.fault and point.fault.serious for point in heard.missed.values()):
        return "serious"
    if heard.good and heard.bad:
        return "mixed"
    if heard.bad:
        return "complaint"
    if heard.meh:
        return "mixed" if heard.good and heard.missed else "praise" if heard.good else "meh"
    if heard.good:
        return "praise"
    return "question" if re.search(moods.QUESTION, text) or "?" in text else _stars(text) or "neutral"


def _stars(text: str) -> str:
    """"high", "low" or "" by stars, a bare number of points, or emoji."""
    black = text.count("★") + text.count("⭐") + text.count("🌟")
    if black:
        return "low" if black <= 2 else "high" if black >= 4 else "neutral"
    if any(mark in text for mark in moods.EMOJI_LOW) or re.search(moods.STARS_LOW, text):
        return "low"
    return "high" if any(mark in text for mark in moods.EMOJI_HIGH) or re.search(moods.STARS_HIGH, text) else ""


class _Reader:
    """Reads the clauses of one review for one trade."""

    def __init__(self, trade: str) -> None:
        self._trade = trade
        self._places = {trade, FAMILIES.get(trade, "shop")}

    def read(self, text: str) -> _Heard:
        """All clauses taken together."""
        whole = _Heard(False, False, False, {}, {})
        carried: list[Point] = []
        excepted: list[Point] = []
        once: list[Point] = []
        for clause in filter(str.strip, _CLAUSE.split(text)):
            heard = self._hear(clause, carried)
            named = [Point(topic, self._item(clause)) for topic in self._named(clause)]
            if re.search(moods.EXCEPT, clause):
                excepted += named or list(heard.missed.values())
                continue
            if re.search(moods.ONCE, clause) and heard.good and not heard.bad:
                once += list(heard.liked.values())
                continue
            if heard.bad and not heard.missed:
                heard.missed = {point.topic: point for point in once}
            if excepted and (heard.good or heard.bad):
                self._turn(heard, excepted)
                excepted = []
            carried = named if not (heard.good or heard.bad or heard.meh) else []
            _join(whole, heard)
        if excepted:
            _join(whole, _Heard(False, True, False, {}, {point.topic: point for point in excepted}))
        if once and not whole.bad:
            whole.good = True
            whole.liked.update({point.topic: point for point in once})
        if not (whole.good or whole.bad or whole.meh) and re.search(moods.LACK, text) and "?" not in text:
            whole.meh = True
        return whole

    @staticmethod
    def _turn(heard: _Heard, excepted: list[Point]) -> None:
        """The topics before "빼고는" are the opposite of what follows."""
        rows = {point.topic: point for point in excepted}
        if heard.good and not heard.bad:
            heard.missed |= rows
            heard.bad = True
        else:
            heard.liked |= rows
            heard.good = True

    def _hear(self, clause: str, carried: list[Point]) -> _Heard:
        item = self._item(clause)
        liked, missed = self._faults(clause, item)
        for topic, good in self._merits(clause, {*missed}):
            (liked if good else missed)[topic] = Point(topic, item)
        good = bool(liked) or _any(moods.GOOD, clause, True) or _any(moods.BAD, clause, False)
        bad = bool(missed) or _any(moods.BAD, clause, True) or _any(moods.GOOD, clause, False)
        meh = bool(re.search(moods.MEH, clause, re.IGNORECASE))
        if re.search(moods.HEDGE, clause):
            return _Heard(False, False, False, {}, {})
        if re.search(moods.IRONY, clause) or re.search(moods.WISH, clause):
            good, bad, missed, liked = False, True, {**liked, **missed}, {}
        named = [Point(topic, item) for topic in self._named(clause) if topic not in {**liked, **missed}]
        if bad and not missed and not liked or meh and not good:
            missed |= {point.topic: point for point in named or carried}
        elif good and not bad and not liked:
            liked |= {point.topic: point for point in named or carried}
        return _Heard(good, bad and not (meh and not missed), meh, liked, missed)

    def _faults(self, clause: str, item: str) -> tuple[dict[str, Point], dict[str, Point]]:
        liked: dict[str, Point] = {}
        missed: dict[str, Point] = {}
        served = any(topic == "응대" for topic in self._named(clause))
        taken: list[tuple[int, int]] = []
        for fault in FAULTS:
            if fault.where and not self._places & set(fault.where) or served and fault.topic == "온도":
                continue
            for match in re.finditer(fault.pattern, clause, re.IGNORECASE):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                taken.append(match.span())
                if _flipped(clause, match):
                    liked.setdefault(fault.topic, Point(fault.topic, item))
                else:
                    missed.setdefault(fault.topic, Point(fault.topic, item, fault))
        return {topic: point for topic, point in liked.items() if topic not in missed}, missed

    def _merits(self, clause: str, missed: set[str]) -> Iterator[tuple[str, bool]]:
        for topic, pattern in moods.MERITS:
            if topic in missed or not self._has(topic) or topic == "시간" and "수업" in missed:
                continue
            for match in re.finditer(pattern, clause, re.IGNORECASE):
                yield "결과" if topic == "청결" and "trust" in self._places else topic, not _flipped(clause, match)

    def _named(self, clause: str) -> list[str]:
        found = [topic for topic, pattern in moods.NAMED if re.search(pattern, clause, re.IGNORECASE)]
        if "맛" not in found and re.search(moods.ITEMS, clause):
            found.append("맛")
        return [topic for topic in found if self._has(topic) and topic in DEFAULTS]

    def _has(self, topic: str) -> bool:
        places = _AT_TABLE if topic in _EATEN else _NARROW.get(topic, ())
        return not places or bool(self._places & set(places))

    def _item(self, clause: str) -> str:
        found = re.search(moods.ITEMS, clause) if self._has("맛") else None
        return found.group() if found else ""


def _join(whole: _Heard, heard: _Heard) -> None:
    whole.good |= heard.good
    whole.bad |= heard.bad
    whole.meh |= heard.meh
    for mine, theirs in ((whole.liked, heard.liked), (whole.missed, heard.missed)):
        for topic, point in theirs.items():
            mine.setdefault(topic, point)


def _any(pattern: str, clause: str, straight: bool) -> bool:
    """Whether a word of ``pattern`` stands in ``clause`` as it is, or (not ``straight``) turned round."""
    return any(_flipped(clause, match) != straight for match in re.finditer(pattern, clause, re.IGNORECASE))


def _flipped(clause: str, match: re.Match[str]) -> bool:
    after, before = clause[match.end():], clause[:match.start()]
    if match.group().startswith(("추천", "재방문")) and re.search(moods.NOT_RECOMMENDED, after):
        return True
    return bool(re.search(moods.FLIP_AFTER, after) or re.search(moods.FLIP_BEFORE, before))
