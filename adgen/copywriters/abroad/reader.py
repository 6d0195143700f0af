"""A Reading turned into what the three languages can say: names, when, conditions, offers, and the row of phrases."""

import re
from dataclasses import dataclass, replace

from ...brief import AdBrief, AdCopy
from ..reading import Reading
from ..tidy import tidy
from .lexicon import STANDING, Term
from .moments import Moment, moment
from .names import Name, name
from .offers import ASK, condition, limits, offer, with_original
from .shop import ShopName, shop_name

_SALE = re.compile(r"(?:세일|행사|특가|이벤트|시즌 ?오프|쿠폰|혜택)$")
_NEEDS_PRODUCT = {"new": "general", "menu": "general", "event": "general", "people": "general", "apply": "recruit",
                  "booking": "reserve"}
_NOTICES = (("notice_early", r"조기 ?마감|일찍 (?:닫|마감)"), ("notice_sold_out", r"소진|품절|매진|완판"),
            ("notice_as_usual", r"정상 ?영업|당일 ?영업"))
_NO_TERMS = {"hiring", "closed", "moved", "hours", "hours_changed", "notice", "people"}
_IN_THE_NAME = re.compile(r"의$|^(?:봄|여름|가을|겨울)$")
"""A modifier that says nothing by itself: "오늘의", "겨울" of a winter coat."""
_LIMIT = re.compile(r"한정|^포장$|^재고|소진")
_FOR_WHOM = re.compile(r"(?:방문|구매|학생|수험생|고객|회원|손님|직장인|군인|어르신|임산부|커플|주민)$")
_WEEK = re.compile(r"(?<![가-힣])[월화수목금토일](?:요일)?\s?[~∼～\-–]\s?[월화수목금토일](?:요일)?(?![가-힣])")
_STAFF = re.compile(r"(서빙|바리스타|디자이너|미용사|강사|트레이너|매니저|요리사)\s*(?:직원|사원)$")
_ALL_YEAR: Term = ("Open every day of the year", "年中無休", "全年无休")
_EVERYTHING = re.compile(r"전\s?(?:메뉴|품목|상품|제품|시술)(?![가-힣])")
_ALL_ITEMS: Term = ("On everything", "全品対象", "全场适用")
_OFTEN = re.compile(r"(?:주|월|하루)\s*\d+회")
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
    reading = _reread(reading, flat, trade)
    asked, gift_text = _parted_gift(reading, flat)
    product = _product(reading, flat, trade)
    gift = name(re.sub(r"\s?더$", "", gift_text), trade) if reading.occasion == "benefit" else None
    role = name(_STAFF.sub(r"\1", reading.role), trade) if reading.role else None
    made = _MADE.search(flat)
    when_text = "" if made and reading.when == "오늘" else _with_direction(reading.when, flat)
    when, hours = moment(when_text) if when_text else None, moment(reading.hours) if reading.hours else None
    written = copy.offer or reading.offer
    price = None if re.search(rf"{re.escape(written)}\s*이상", flat) and written else offer(written, flat)
    asked = _without_time(asked, when_text)
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


def _reread(reading: Reading, flat: str, trade: str) -> Reading:
    """``reading`` where it took a limit for the news, a helper for a student, or what stands behind a price for the
    product: a wrong word is worse abroad, where nobody can guess what was meant."""
    week = _WEEK.search(flat)
    if week and week.group() not in reading.when:
        reading = replace(reading, when=f"{week.group()} {reading.when}".strip(),
                          product=" ".join(_WEEK.sub(" ", reading.product).split()))
    if reading.occasion == "hours" and "24시간" in flat:
        reading = replace(reading, when="24시간")
    if reading.occasion == "notice" and re.search(r"소진\s?시", flat):
        reading = replace(reading, occasion="discount" if reading.offer.endswith("할인") else "menu")
    if reading.occasion == "people" and not reading.product:
        came = re.search(r"([가-힣 ]{2,14}?)(?: ?선생님)?(?:님)?(?:이|가|께서)?\s*(?:새로|함께|합류|오셨)", flat)
        return replace(reading, product=came.group(1).strip() if came else "")
    if _OFTEN.fullmatch(reading.product):
        reading = replace(reading, product="")
    if reading.occasion == "apply" and not reading.product:
        return _asked_for(reading, flat)
    if reading.occasion == "menu" and reading.product and not reading.offer:
        given = re.search(rf"{re.escape(reading.product)}(?:을|를)?\s*(?:무료로\s*)?(?:드려|드립|증정|선물)", flat)
        if given:
            return replace(reading, occasion="benefit", gift=reading.product, product="")
        if re.search(r"열어요|열려요|열립니다|엽니다|개최", flat):
            return replace(reading, occasion="event")
    ahead = _before_price(reading, flat, trade)
    if not ahead:
        return replace(reading, product="") if _LIMIT.search(reading.product) else reading
    return replace(reading, product=ahead, occasion="menu" if reading.occasion == "general" else reading.occasion)


def _asked_for(reading: Reading, flat: str) -> Reading:
    """Who or what is wanted: staff when pay is named, else what the students shall learn."""
    wanted = re.search(r"([가-힣A-Za-z ]{2,14}?)(?:을|를)?\s*(?:모집|구해|구합|찾)", flat)
    text = wanted.group(1).strip() if wanted else ""
    if re.search(r"시급|월급|일급|급여|근무", flat):
        return replace(reading, occasion="hiring", role=text)
    learned = re.sub(r"\s*(?:수강생|회원|원생|학생|교육생)$", "", text)
    known = name(learned) if learned and learned != text else None
    clear = known and all(piece.kind == "word" for piece in known.pieces)
    return replace(reading, product=learned) if clear else reading


def _before_price(reading: Reading, flat: str, trade: str) -> str:
    """The words right before the price, when the reading has no product, or has one from another clause."""
    first = reading.offer.split()[0] if reading.offer and reading.occasion in {"general", "menu", "discount"} else ""
    at = flat.find(first) if first else -1
    behind = re.search(rf"[,.!].*{re.escape(reading.product)}", flat[at:]) if at > 0 and reading.product else None
    if at <= 0 or reading.product and not behind and not _LIMIT.search(reading.product):
        return ""
    clause = re.split(r"[.!?,]\s|\s[/·]\s", flat[:at])[-1]
    for said in (reading.when, reading.condition, reading.modifier):
        clause = clause.replace(said, " ", 1) if said else clause
    clause = " ".join(re.sub(r"\s(?:하루|최대|단돈|정가|할인가|특가)$", "", clause.rstrip()).split())
    clause = re.sub(r"(?<=..)(?:을|를|이|가|은|는)$", "", clause)
    found = name(clause, trade) if clause and len(clause) <= 20 and not _FOR_WHOM.search(clause) else None
    return clause if found and all(piece.kind in {"word", "count", "and"} for piece in found.pieces) else ""


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


def _with_direction(when: str, flat: str) -> str:
    """``when`` with a 전 or 이후 that stands right behind it in the brief: "저녁 7시 전에는" is not at seven."""
    match = re.search(rf"{re.escape(when)}\s*(전|이전|이후|후)(?=에|까지|\s|$)", flat) if when else None
    return f"{when} {match.group(1)}" if match else when


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
        return key if when else "hours_open"
    if key == "opening":
        return "opening_on" if when and not _PAST.search(flat) else key
    if key == "moved":
        return "moved" if _PAST.search(flat) else "moving"
    return key
