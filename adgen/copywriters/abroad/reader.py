"""A Reading turned into what the three languages can say: names, when, conditions, offers, and the row of phrases."""

import re
from dataclasses import dataclass

from ...brief import AdBrief, AdCopy
from ..language.reading import Reading
from ..language.tidy import tidy
from .lexicon import STANDING, Term
from .moments import Moment, moment
from .names import Name, name
from .offers import ASK, condition, limits, offer, with_original
from .rereading import reread, whole_time
from .shop import ShopName, shop_name

_SALE = re.compile(r"(?:세일|행사|특가|이벤트|시즌 ?오프|쿠폰|혜택)$")
_NEEDS_PRODUCT = {"new": "general", "menu": "general", "event": "general", "people": "general", "apply": "recruit",
                  "booking": "reserve"}
_NOTICES = (("notice_early", r"조기 ?마감|일찍 (?:닫|마감)"), ("notice_sold_out", r"소진|품절|매진|완판"),
            ("notice_as_usual", r"정상 ?영업|당일 ?영업"))
_NO_TERMS = {"hiring", "closed", "moved", "hours", "hours_changed", "notice", "people"}
_IN_THE_NAME = re.compile(r"의$|^(?:봄|여름|가을|겨울)$")
"""A modifier that says nothing by itself: "오늘의", "겨울" of a winter coat."""
_STAFF = re.compile(r"(서빙|바리스타|디자이너|미용사|강사|트레이너|매니저|요리사)\s*(?:직원|사원)$")
_ALL_YEAR: Term = ("Open every day of the year", "年中無休", "全年无休")
_EVERYTHING = re.compile(r"전\s?(?:메뉴|품목|상품|제품|시술)(?![가-힣])")
_ALL_ITEMS: Term = ("On everything", "全品対象", "全场适用")
_NO_CONDITION = re.compile(r"(?:한|두|\d+)\s?(?:잔|병|그릇|입)이면")
_MADE = re.compile(r"오늘 (?:만든|구운|담근)")
_PAST = re.compile(r"열었|오픈했|이전했|옮겼|개업했|열렸")
_EMPTY: Term = ("", "", "")


@dataclass(frozen=True)
class Facts:
    """All that can be said. ``key`` is the row of ``Lines.headlines``; names and moments that were not understood are
    None. ``terms`` are the modifier, the condition and the limits, each able to stand alone under a headline."""

    key: str
    product: Name | None
    gift: Name | None
    role: Name | None
    store: ShopName | None
    when: Moment | None
    hours: Moment | None
    condition: Term | None
    terms: tuple[Term, ...]
    offer: Term
    modifier: Name | None = None


def facts(brief: AdBrief, reading: Reading, copy: AdCopy) -> Facts:
    """What ``reading`` and ``copy`` say, as far as it can be said abroad."""
    trade, flat = brief.store.trade, " ".join(tidy(brief.description).split())
    reading = reread(reading, flat, trade)
    asked, gift_text = _parted_gift(reading, flat)
    product = _product(reading, flat, trade)
    gift = name(re.sub(r"\s?더$", "", gift_text), trade) if reading.occasion == "benefit" else None
    role = name(_STAFF.sub(r"\1", reading.role), trade) if reading.role else None
    made = _MADE.search(flat)
    when_text = "" if made and reading.when == "오늘" else whole_time(reading.when, flat)
    when, hours = moment(when_text) if when_text else None, moment(reading.hours) if reading.hours else None
    written = reading.offer if reading.offer.startswith(copy.offer) else copy.offer
    price = None if re.search(rf"{re.escape(written)}\s*이상", flat) and written else offer(written, flat)
    asked = _without_time(asked, when_text) or _for_whom(flat)
    said = condition(asked, trade) if asked and reading.occasion not in _NO_TERMS else None
    key = _key(reading, product, gift, said, gift_text)
    terms = list(limits(flat)) if reading.occasion not in _NO_TERMS else []
    if price and _EVERYTHING.search(flat):
        terms.insert(0, _ALL_ITEMS)
    if reading.occasion == "hours" and "연중무휴" in flat:
        terms.append(_ALL_YEAR)
    alone = "" if _IN_THE_NAME.search(reading.modifier) else reading.modifier
    modifier = STANDING.get((alone or (made.group() if made else "")).replace(" ", ""))
    if modifier:
        terms.insert(0, modifier)
    promised = bool(price) or reading.occasion in {"benefit", "discount"}
    lost = bool(asked) and said is None or bool(when_text) and when is None
    if promised and lost and reading.occasion not in _NO_TERMS:
        terms.append(ASK)
    priced = with_original(price, copy.original_price or reading.original_price) if price else _EMPTY
    return Facts(_with_when(key, when, flat), product, gift, role, shop_name(brief.store.name), when, hours, said,
                 tuple(terms),
                 priced, None if modifier or not alone else name(alone, trade))


def _for_whom(flat: str) -> str:
    """Those whom something is given to, as a condition: "생일인 분께" is "생일이면"; "" when it is for everyone."""
    match = re.search(r"([가-힣]+)\s?(?:분|고객|손님|회원)(?:들|님)?(?:께|에게|께는)", flat)
    if not match or re.search(r"모든|오시는|찾아|여러|우리|저희", match.group(1)):
        return ""
    stem = re.sub(r"(?:이신|인|하신|하시는|하는|신)$", "", match.group(1))
    return f"{stem} 시" if re.search(r"방문|구매|예약|주문|등록|이용|참여", stem) else f"{stem}이면"


def _without_time(asked: str, when: str) -> str:
    """A condition without the time that is printed as the period ("금요일 저녁 7시 전에 오시면" → "오시면")."""
    for word in when.split():
        asked = asked.replace(word, " ", 1)
    asked = re.sub(r"^\s*(?:에|전에|이전에|이후에|후에|까지|동안)\s", " ", f" {' '.join(asked.split())}").strip()
    return "" if _NO_CONDITION.search(asked) else asked


def _product(reading: Reading, flat: str, trade: str) -> Name | None:
    """The product's Name; a "마감" whose "세일" the reading took for a discount gets it back."""
    text = f"{reading.modifier} {reading.product}" if _IN_THE_NAME.search(reading.modifier) else reading.product
    if text.endswith("마감") and f"{text} 세일" in flat:
        text += " 세일"
    return name(text, trade) if text else None


def _parted_gift(reading: Reading, flat: str) -> tuple[str, str]:
    """Condition and gift; a word that the gift took from before the condition goes back ("새 학기 | 노트를 | 펜")."""
    asked, gift = reading.condition, reading.gift
    if not asked or not gift:
        return asked, gift
    words = gift.split()
    for count in range(len(words) - 1, 0, -1):
        ahead = " ".join(words[:count])
        if f"{ahead} {asked}" in flat:
            return f"{ahead} {asked}", " ".join(words[count:])
    return asked, gift


def _key(reading: Reading, product: Name | None, gift: Name | None, said: Term | None, gift_text: str) -> str:
    occasion = reading.occasion
    if occasion == "discount":
        if product:
            return "sale" if _SALE.search(reading.product) or reading.product.endswith("마감") else "discount"
        return "deal" if said else "sale_general"
    if occasion == "benefit":
        if not gift:
            return "general" if product is None else "menu"
        if not gift_text.endswith("더"):
            return "free_count" if all(piece.counted for piece in gift.pieces) else "benefit"
        return "longer" if all(piece.counted for piece in gift.pieces) else "more"
    if occasion == "notice":
        text = " ".join(reading.lines)
        return next((key for key, pattern in _NOTICES if re.search(pattern, text)), "notice")
    return occasion if product else _NEEDS_PRODUCT.get(occasion, occasion)


def _with_when(key: str, when: Moment | None, flat: str) -> str:
    """The row for a known or an unknown time."""
    if key in {"closed", "notice_early", "notice_as_usual"}:
        return key if when else f"{key}_when"
    if key == "hours":
        return "hours_open" if not when else "hours_until" if when.op == "until" and not when.start else key
    if key == "opening":
        return "opening_on" if when and not _PAST.search(flat) else key
    if key == "moved":
        return "moved" if _PAST.search(flat) else "moving"
    return key
