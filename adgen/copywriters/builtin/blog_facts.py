"""What a blog article takes from the brief as it stands: the owner's sentences, the list of facts, the slots."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..language.tidy import tidy
from .blog_phrases.sections import NAMED
from .blog_phrases.services import FAMILIES
from .titles import deal, thing
from .weave import fill

if TYPE_CHECKING:
    from .writer import Draft

_GREETING = re.compile(r"^(?:안녕하세요|안녕하십니까|반갑습니다)")
_DATED = re.compile(r"\d+\s*[월일시주]|요일|주말|평일|내일|모레|당일|연휴|까지|부터")
_HALF_SAID = re.compile(r"^\s?(?:이?전(?![가-힣]*복)|이후|후|넘|쯤|경)")
_LESS = re.compile(r"할인|세일|적립|%|\+")
_WHEN_LABELS = {"closed": "쉬는 날", "hiring": "근무", "event": "일시", "moved": "시기", "notice": "일시",
                "hours": "시간", "hours_changed": "적용"}
_TIMED = frozenset(("hours", "hours_changed"))
_SELLING, _TAKING = frozenset(("new", "menu", "discount")), frozenset(("booking", "apply"))
_BOOKED = frozenset(("care", "body", "learn"))
_PARAGRAPH, _ABOUT = 170, 60


@dataclass(frozen=True)
class Story:
    """The owner's sentences in paragraphs of three at most, the slots a template may name, and what is answered."""

    groups: tuple[tuple[str, ...], ...]
    slots: dict[str, str]
    answers: frozenset[str]
    sells: bool
    named: bool


def story(draft: "Draft") -> Story:
    """What the brief of ``draft`` gives an article. ``sells``: there is one thing that one can buy, book or join."""
    reading, store = draft.reading, draft.brief.store
    product, cut = thing(draft), deal(draft)
    cut = "새 가격" if cut == "가격" else cut
    it = product or fill(NAMED.get(reading.occasion, ""), {"deal": cut})
    name = str(draft.slots.get("store", "이번"))
    when = _when(draft)
    sale = product if draft.key == "sale" else f"{product or name} {cut}"
    slots = {"it": it, "sale": sale, "hours_told": store.opening_hours.strip(), "address": store.address.strip(),
             "until": when if when.endswith("까지") else "", "since": when if when.endswith("부터") else ""}
    slots = {name: value for name, value in slots.items() if value}
    told = {"hours": "hours_told", "address": "address", "until": "until", "since": "since"}
    answers = frozenset(name for name, slot in told.items() if slot in slots)
    if reading.occasion in _TIMED or reading.occasion in ("closed", "moved", "notice"):
        answers -= {"hours", "address", "until", "since"}
    booked = FAMILIES[draft.trade.key] in _BOOKED or draft.trade.key == "flower"
    sells = reading.occasion in _SELLING or booked and reading.occasion in _TAKING
    return Story(tuple(_groups(draft)), slots, answers, bool(product) and sells and draft.key != "sale",
                 bool(product) or bool(reading.role))


def _groups(draft: "Draft") -> Iterable[tuple[str, ...]]:
    lines = [line for line in draft.sentences() if not _GREETING.match(line)] or draft.sentences()
    group: list[str] = []
    for line in dict.fromkeys(lines):
        if group and (len(group) == 3 or len(" ".join([*group, line])) > _PARAGRAPH):
            yield tuple(group)
            group = []
        group.append(line if line[-1] in ".!?~…" else line + ".")
    yield tuple(group)


def _when(draft: "Draft") -> str:
    """The period of the brief, or the only day it names; "" where that alone would say something else."""
    period, found = draft.brief.period.strip(), draft.reading.when
    said = tidy(draft.brief.description)
    before, _, after = said.partition(found) if found else ("", "", "")
    half = bool(_HALF_SAID.match(after)) or bool(_DATED.search(before + after))
    return period or ("" if half else found)


def listed(draft: "Draft") -> list[str]:
    """The facts of the brief, a line each: what, for what, until when."""
    reading = draft.reading
    when = _when(draft)
    offer = f"{reading.original_price} → {reading.offer}" if reading.original_price and reading.offer \
        else reading.offer
    what = " ".join(filter(None, (reading.modifier, thing(draft))))
    less = bool(_LESS.search(offer))
    benefit = f"{reading.condition} {reading.gift}" if reading.occasion == "benefit" and reading.gift \
        else f"{reading.condition} {offer}".strip() if less else ""
    if benefit and not _DATED.search(reading.condition) and reading.condition == "전에 오시면":
        benefit = ""
    rows = (("내용", what), ("모집", reading.role), ("혜택", benefit),
            ("급여" if reading.occasion == "hiring" else "가격", "" if less else offer),
            (_WHEN_LABELS.get(reading.occasion, "기간"), when),
            ("시간", reading.hours if reading.occasion in _TIMED and when != reading.hours else ""))
    found = [f"· {label}: {value.strip()}" for label, value in rows if value.strip()]
    return [] if len(found) == 1 and found[0].startswith("· 내용") else found


def store_lines(draft: "Draft") -> list[str]:
    """What is known of the store, a line each."""
    store = draft.brief.store
    about = store.description.strip()
    known = (("소개", about if len(about) <= _ABOUT and "\n" not in about else ""), ("위치", store.address),
             ("영업시간", store.opening_hours), ("전화", store.phone), ("링크", store.link_url))
    return [f"· {label}: {value.strip()}" for label, value in known if value.strip()]
