"""A Reading turned into what the three languages can say: names, when, conditions, offers, and the row of phrases."""

import re
from dataclasses import dataclass

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
    asked, gift_text = _parted_gift(reading, flat)
    product = _product(reading, flat, trade)
    gift = name(re.sub(r"\s?더$", "", gift_text), trade) if reading.occasion == "benefit" else None
    role = name(reading.role, trade) if reading.role else None
    when_text = _with_direction(reading.when, flat)
    when, hours = moment(when_text) if when_text else None, moment(reading.hours) if reading.hours else None
    price = offer(copy.offer or reading.offer, flat)
    said = condition(asked, trade) if asked and reading.occasion not in _NO_TERMS else None
    key = _key(reading, product, gift, said, gift_text)
    terms = list(limits(flat)) if reading.occasion not in _NO_TERMS else []
    modifier = STANDING.get(reading.modifier.replace(" ", "")) if reading.modifier else None
    if modifier:
        terms.insert(0, modifier)
    promised = bool(price) or reading.occasion in {"benefit", "discount"}
    lost = bool(asked) and said is None or bool(when_text) and when is None
    if promised and lost and reading.occasion not in _NO_TERMS:
        terms.append(ASK)
    priced = with_original(price, copy.original_price or reading.original_price) if price else _EMPTY
    return Facts(_with_when(key, when, flat), product, gift, role, shop_name(brief.store.name), when, hours, said, tuple(terms),
                 priced, None if modifier or not reading.modifier else name(reading.modifier, trade))


def _product(reading: Reading, flat: str, trade: str) -> Name | None:
    """The product's Name; a "마감" whose "세일" the reading took for a discount gets it back."""
    text = reading.product
    if text.endswith("마감") and f"{text} 세일" in flat:
        text += " 세일"
    return name(text, trade) if text else None


def _parted_gift(reading: Reading, flat: str) -> tuple[str, str]:
    """Condition and gift; a word that the gift took from before the condition goes back ("새 학기 | 노트를 사면 | 펜")."""
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
            return "sale_general" if product is None else "menu"
        if not gift_text.endswith("더"):
            return "benefit"
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
