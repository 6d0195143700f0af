"""The news in one line: what it is about, what is offered, until when, in the shortest honest spelling that fits.

"마라탕 2인 19,900원(11/30까지)" is a text message; a price alone, a date alone or a pleasantry is none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .moods import DAYS

if TYPE_CHECKING:
    from .writer import Draft

_MONTH_DAY = re.compile(r"(\d{1,2})월\s?(\d{1,2})일(?:\s?\([월화수목금토일]\))?")
_LATER_DAY = re.compile(r"(?<=\d)(\s?[~∼～-]\s?\d{1,2})일")
_FROM_TO = re.compile(r"(\d{1,2}/\d{1,2})부터 (\d{1,2}(?:/\d{1,2})?)(?:일)?까지")
_NUMBERS = re.compile(r"\d[\d,]*")
_LINKED = re.compile(r"(?:[과와]|없는|전)$|^\d")
_SPARE = re.compile(r" (?:세트|코스|메뉴|상담|한 단)$")
_DOING = re.compile(r"(?:[을를] | )?(예약|구매|구입|주문|등록|결제|이용|포장|방문|신청|교체|참여)하시?면$")
_STATE = re.compile(r"조기 ?마감|품절|매진|정상 ?영업|주차장[가-힣 ]{0,4}공사|임시 ?휴무|단수|정전|공사|교환만"
                    r"|반품 ?불가|환불 ?불가")
_LONG_NAME, _LEAST_NAME = 7, 2
_WORDS = {"booking": "예약", "reserve": "예약", "apply": "신청", "recruit": "모집", "hiring": "모집", "closed": "휴무",
          "moved": "이전", "hours_changed": "영업시간", "hours": "영업", "opening": "오픈"}
"""What the news is called behind its matter, where the matter alone does not say."""
_SAID = {
    "new": r"새|나왔|나옵|첫|신메뉴|신상|등장|왔어|선보|출시|처음|시작", "people": r"새|합류|함께|오셨|첫",
    "event": r"열|엽|초대|행사|이벤트|공연|클래스|플리마켓", "booking": r"예약", "reserve": r"예약",
    "apply": r"신청|모집",
    "recruit": r"모집|신청", "hiring": r"모집|구해|구합|구인|찾", "closed": r"휴무|쉬|쉽",
    "moved": r"이전|옮|이사|새 주소",
    "hours_changed": r"시간", "hours": r"영업|열|엽", "opening": r"오픈|문을|문 |새 이웃|첫",
    "discount": r"할인|세일|\d\+\d|→|오프|특가|반값|\d ?%", "sale": r"할인|세일|\d\+\d|오프|특가|%",
    "deal": r"할인|세일|\d\+\d|\d ?%", "benefit": r"드려|드립|더|챙|까지|받",
}
"""How a line says it, by the row of the phrase tables."""


@dataclass(frozen=True)
class News:
    """What a line should carry. ``names`` of the matter, ``conditions``, ``times``: the fullest first, then shorter."""

    names: tuple[str, ...]
    offer: str = ""
    conditions: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    hours: str = ""
    said: str = ""
    dated: bool = False
    """Whether its day matters more than its price: an event."""

    def weight(self, line: str) -> float:
        """How much of the news ``line`` carries; 0 for none."""
        found = 0.0
        if any(name in line for name in self.names):
            found += 3 + 0.4 * (self.names[0] in line)
        found += 2 * self._holds(line, self.offer) + 3 * any(piece in line for piece in self.conditions)
        found += (2.5 if self.dated else 2) * any(time in line for time in self.times)
        found += 2 * self._holds(line, self.hours)
        return found + (0.7 if self.names else 1.2) * bool(self.said and re.search(self.said, line))

    @staticmethod
    def _holds(line: str, fact: str) -> bool:
        numbers = _NUMBERS.findall(fact)
        return bool(fact) and (fact in line or bool(numbers) and set(numbers) <= set(_NUMBERS.findall(line)))


def news_of(draft: "Draft") -> News:
    """What the brief of ``draft`` tells."""
    reading = draft.reading
    matter = reading.product or reading.gift or reading.role
    names = tuple(_shortened(" ".join(filter(None, (reading.modifier, reading.product))), matter))
    hours = reading.hours if draft.key in ("hours_changed", "hours") else ""
    times = tuple(dict.fromkeys(filter(None, (reading.when, brief_time(reading.when))))) if reading.when else ()
    if not names and draft.key == "notice":
        names = tuple(_STATE.findall(" ".join(reading.lines))[:1])
    offer = "" if reading.gift and reading.condition and not reading.offer else reading.offer
    conditions = tuple(dict.fromkeys(filter(None, (reading.condition, brief_condition(reading.condition)))))
    return News(names, offer, conditions, times, hours, _SAID.get(draft.key, ""), draft.key == "event")


def _shortened(full: str, matter: str) -> Iterable[str]:
    """``full`` name, the bare one, and shorter ones that still mean it."""
    found = [name for name in (full, matter) if name]
    bare = matter
    if _SPARE.search(bare) and len(_SPARE.sub("", bare)) > _LEAST_NAME:
        bare = _SPARE.sub("", bare)
        found.append(bare)
    words = bare.split()
    if words[1:2] == ["없는"]:
        found.append(" ".join(words[2:]))
    elif len(words) > 1 and len(bare) > _LONG_NAME and not _LINKED.search(words[0]) and not _LINKED.search(words[1]):
        day = any(re.search(pattern, words[0]) for _, pattern in DAYS)
        if day or len(words) > 2:
            found.append(" ".join(words[1:]))
    return dict.fromkeys(found)


def brief_time(when: str) -> str:
    """ "11월 30일까지" as "11/30까지", "7월 28일부터 8월 8일까지" as "7/28~8/8"; other times as they are."""
    short = _MONTH_DAY.sub(r"\1/\2", when)
    if short != when:
        short = _LATER_DAY.sub(r"\1", short)
        short = _FROM_TO.sub(r"\1~\2", short)
    return re.sub(r"\s?~\s?", "~", short)


def brief_condition(condition: str) -> str:
    """ "염색을 예약하시면" as "염색 예약 시", "금요일 저녁 7시 전에 오시면" as "금 저녁 7시 전 오시면"."""
    short = _DOING.sub(r" \1 시", condition)
    short = re.sub(r"에 (?=오시면|오면)", " ", re.sub(r"(?<=[월화수목금토일])요일(?= )", "", short))
    return " ".join(short.split())


def told_in_one(draft: "Draft", news: News) -> list[str]:
    """The news as one types it where room is least, the fullest spelling first."""
    word = _WORDS.get(draft.key, "")
    ends = [end for time in news.times for end in (f"({time})", f" {time}")]
    found: list[str] = []
    for name in news.names or ("",):
        for matter in _matters(draft, news, name, word):
            for offer in _offers(draft, news) if matter else ():
                found += [f"{matter}{offer}{end}" for end in (*ends, "")]
                found += [f"{offer.strip()} {matter}{end}" for end in ends if offer and draft.sells]
    found += [f"{time} {what}".strip() for time in (*news.times, "") for what in _timed(draft, news, word)]
    return [*dict.fromkeys(line for line in found if line)]


def _matters(draft: "Draft", news: News, name: str, word: str) -> list[str]:
    gives = "드려요" if draft.register == "요" else "드립니다"
    if draft.key == "benefit":
        given = f"{name} {gives}"
        full = [f"{condition} {what}" for condition in news.conditions for what in (given, name)]
        return full or [given]
    if draft.key == "deal":
        return [*news.conditions]
    if draft.key in ("sale_general", "notice", "closed", "hours", "hours_changed", "moved", "general", "opening"):
        return [name] if name else []
    if draft.key == "discount" and news.offer and not re.search(_SAID["discount"], news.offer):
        return [f"{name} 할인", name]
    return [f"{name} {word}".strip()] if word and word not in name else [name]


def _offers(draft: "Draft", news: News) -> list[str]:
    old = draft.reading.original_price
    if not news.offer:
        return [""]
    if draft.key == "deal":
        return [f" {news.offer}"]
    both = [f" {old.removesuffix('원')}→{news.offer}"] if old else []
    return [*both, f" {news.offer}", ""]


def _timed(draft: "Draft", news: News, word: str) -> list[str]:
    """What stands behind a time: a notice's matter."""
    if draft.key == "hours_changed":
        return [f"{word} {news.hours}".strip(), f"{news.hours} {word}".strip()]
    if draft.key in ("closed", "moved", "hours", "opening"):
        offer = f" {news.offer}" if news.offer else ""
        return [f"{word}{offer}"] if offer else [word, f"{word} 안내"]
    return [*news.names] if draft.key == "notice" else []
