"""A second look at a Reading before it goes abroad: a wrong word is worse there, where nobody can guess what was meant.

Korean readers see past a word that stands in the wrong place; a guest cannot. So what narrows an offer is looked for
once more in the brief itself: for whom it is, how many there are, from when to when.
"""

import re
from dataclasses import replace

from ..language.reading import Reading
from .counting import NATIVE, count
from .moments import moment
from .names import name

_LIMIT = re.compile(r"한정|선착순|^(?:포장|배달|교환|환불|반품)(?:만|$)|^재고|소진")
_FOR_WHOM = re.compile(r"(?:방문|구매|학생|수험생|고객|회원|손님|직장인|군인|어르신|임산부|커플|주민)$")
_WEEK = re.compile(r"(?<![가-힣])[월화수목금토일](?:요일)?\s?[~∼～\-–]\s?[월화수목금토일](?:요일)?(?![가-힣])")
_OFTEN = re.compile(r"(?:주|월|하루)\s*\d+회")
_ITEMS = re.compile(r"^(?:전 ?)?(?:품목|메뉴|상품|제품|시술)$")
_WANTED = re.compile(r"([가-힣A-Za-z ]{2,14}?)(?:님)?(?:을|를)?\s*(?:모집|구해|구합|구함|구인|찾|모십|모셔|채용)")
_PAY = re.compile(r"시급|월급|일급|급여|근무")
_TAIL = re.compile(r"\s*(?:모집|오픈|출시|입고|시작|예약|할인|이에요|예요|입니다"
                   r"|[가-힣]*(?:어요|아요|해요|와요|돼요|습니다|합니다|됩니다))$")
_NEXT = re.compile(r"$|[\s.,!?)]|에|은|는|만|이|입|예|엔|도|의")
_ALL_OF = re.compile(r"\s?(?:메뉴|품목|상품|제품|시술|좌석|직원|지점)")
_GOES_ON = re.compile(r"(?:\d\s?(?:일|시|분|월|시간)|\d|반|까지만?|부터|이?전|이?후|동안|한정|당일|만|간|오전|오후"
                      r"|요일|초|말|\))$")
"""How a time goes on; a holiday behind a date is rather what is sold ("25일 크리스마스 케이크")."""
_SHORT_DATES = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?:\s*[~∼～\-–]\s*\d{1,2}/\d{1,2}|\s*(?:까지|부터))(?!\d)")
_QUALIFIED = re.compile(r"((?:매월|매달|매주|격주)?\s?(?:(?:첫|둘|셋|넷|다섯)째|마지막|격|홀수|짝수)\s?주?)\s?$")
_GIVEN = r"(?:을|를)?\s*(?:(?:무료|서비스|선물|덤)(?:로|으로)\s*)?(?:드려|드립|증정|선물)"
_PER = re.compile(r"1인|한 |회당|월|시급")
"""Prices that say per what they are."""
_LONGEST_TIME = 28


def reread(reading: Reading, flat: str, trade: str) -> Reading:
    """``reading`` where it took a limit for the news, a helper for a student, or what stands behind a price for the
    product: a wrong word is worse abroad, where nobody can guess what was meant."""
    reading = _narrowed(reading, flat, trade)
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
    if reading.occasion == "notice" and re.search(r"쉽니다|쉬어요|휴무|쉬겠", flat):
        return replace(reading, occasion="closed")
    if reading.occasion in {"apply", "general", "menu"} and (_PAY.search(flat) or not reading.product):
        reading = _asked_for(reading, flat)
        if reading.occasion in {"hiring", "apply"} and not reading.product:
            return reading if reading.occasion == "hiring" else _first_clause(reading, flat, trade)
    if reading.occasion == "menu" and reading.product and not reading.offer:
        given = re.search(rf"{re.escape(reading.product)}{_GIVEN}", flat)
        if given:
            return replace(reading, occasion="benefit", gift=reading.product, product="")
        if re.search(r"열어요|열려요|열립니다|엽니다|개최", flat):
            return replace(reading, occasion="event")
    if reading.occasion == "event" and reading.product:
        longer = _first_clause(replace(reading, product=""), flat, trade)
        return longer if longer.product.startswith(reading.product) else reading
    ahead = _before_price(reading, flat, trade)
    if not ahead and _LIMIT.search(reading.product):
        return replace(reading, product="")
    if not ahead:
        return reading if reading.product else _first_clause(reading, flat, trade)
    return replace(reading, product=ahead, occasion="menu" if reading.occasion == "general" else reading.occasion)


def _narrowed(reading: Reading, flat: str, trade: str) -> Reading:
    """``reading`` with the count that stands behind its product, and with those whom a discount is for."""
    when = "" if reading.when == "오늘" and "오늘의" in flat else reading.when
    if re.fullmatch(r"\d일", reading.when) and re.search(rf"(?<![가-힣])주\s?{reading.when}", flat):
        when = ""  # "주 5일" is how often, not when.
    product = _whole_product(reading, flat, trade)
    asked, offer = reading.condition, reading.offer
    if re.search(rf"할인\s*{re.escape(offer)}(?:$|[\s.,!])", flat) and offer.endswith("원"):
        offer, product = f"{offer} 할인", product.removesuffix("할인").strip()
    if reading.occasion == "discount" and not asked:
        whom = product or _clause_before(reading, flat)
        known = name(whom, trade) if _FOR_WHOM.search(whom) else None
        if known and all(piece.kind == "word" for piece in known.pieces):
            asked, product = f"{whom}이라면", ""
    return replace(reading, product=product, when=when, condition=asked, offer=offer)


def _whole_product(reading: Reading, flat: str, trade: str) -> str:
    """The product with "오늘" of its "오늘의" and with the count that stands behind it."""
    product = re.sub(r"^의 ", "오늘의 ", reading.product) if "오늘의" in flat else reading.product
    product = re.sub(r"\s(?:해|더|또)$", "", product)
    if _ITEMS.fullmatch(product):
        return ""
    last = product.rsplit(" ", 1)[-1]
    if last in NATIVE and product != last:
        product = product[:-len(last)].strip()
    if not product or not reading.offer or re.search(r"\d|세트", product) or _PER.match(reading.offer):
        return product
    behind = re.search(rf"{re.escape(product)}\s+(\S{{1,3}}(?:\s?\S{{1,3}})?)(?:에|을|를|이|가)?\s", flat)
    counted = re.sub(r"(?:에|을|를)$", "", behind.group(1)) if behind else ""
    return f"{product} {counted}" if counted and count(counted.replace(" ", ""), trade) else product


def _asked_for(reading: Reading, flat: str) -> Reading:
    """Who or what is wanted: staff when pay is named, else what the students shall learn."""
    wanted = _WANTED.search(flat)
    text = wanted.group(1).strip() if wanted else ""
    if text and _PAY.search(flat):
        return replace(reading, occasion="hiring", role=text, product="")
    learned = re.sub(r"\s*(?:수강생|회원|원생|학생|교육생)$", "", text)
    known = name(learned) if learned and learned != text and reading.occasion == "apply" else None
    clear = known and all(piece.kind == "word" for piece in known.pieces)
    return replace(reading, product=learned) if clear else reading


def _first_clause(reading: Reading, flat: str, trade: str) -> Reading:
    """The first clause as the product, when it is nothing but known words: "초등 영어 신규반 모집"."""
    if reading.occasion not in {"general", "menu", "new", "event", "apply", "booking", "discount"}:
        return reading
    text = flat
    for said in (reading.when, reading.condition, reading.offer):
        text = text.replace(said, " ", 1) if said else text
    clause = re.split(r"[.!?,]", text.strip())[0].strip()
    for _ in range(2):
        clause = re.sub(r"(?<=..)(?:을|를|이|가|은|는|도)$", "", _TAIL.sub("", clause).strip())
    if not _is_sold(clause, trade):
        return reading
    return replace(reading, product=clause, occasion="menu" if reading.occasion == "general" else reading.occasion)


def _before_price(reading: Reading, flat: str, trade: str) -> str:
    """The words right before the price, when the reading has no product, or has one from another clause."""
    first = reading.offer.split()[0] if reading.offer and reading.occasion in {"general", "menu", "discount"} else ""
    at = flat.find(first) if first else -1
    behind = re.search(rf"[,.!].*{re.escape(reading.product)}", flat[at:]) if at > 0 and reading.product else None
    if at <= 0 or reading.product and not behind and not _LIMIT.search(reading.product):
        return ""
    clause = _clause_before(reading, flat)
    return clause if _is_sold(clause, trade) else ""


def _is_sold(clause: str, trade: str) -> bool:
    """True when ``clause`` is a product in nothing but known words."""
    if not 1 <= len(clause) <= 22 or _FOR_WHOM.search(clause) or _ITEMS.search(clause):
        return False
    found = name(clause, trade)
    return found is not None and all(piece.kind in {"word", "count", "and"} for piece in found.pieces)


def _clause_before(reading: Reading, flat: str) -> str:
    """What stands right before the price, without time, condition and particle."""
    at = flat.find(reading.offer.split()[0]) if reading.offer else -1
    if at <= 0:
        return ""
    clause = re.split(r"[.!?,]\s|\s[/·]\s", flat[:at])[-1]
    for said in (reading.when, reading.condition, reading.modifier):
        clause = clause.replace(said, " ", 1) if said else clause
    clause = " ".join(re.sub(r"(?:^|\s)(?:하루|최대|단돈|정가|할인가|특가|할인)$", "", clause.rstrip()).split())
    return re.sub(r"(?<=..)(?:을|를|이|가|은|는|에)$", "", clause)


def whole_time(when: str, flat: str) -> str:
    """``when`` as far as the brief goes on with it: "28일" of "28일~30일", "저녁 7시" of "저녁 7시 전에는".

    "" when the word before it makes it another time that cannot be said ("격주 화요일").
    """
    dates = _SHORT_DATES.search(flat) if not when else None
    if dates:
        return dates.group()
    start = flat.find(when) if when else -1
    if start < 0:
        return when
    found = when
    for end in range(start + len(when) + 1, min(len(flat), start + len(when) + _LONGEST_TIME) + 1):
        text = flat[start:end]
        if text.endswith("전") and _ALL_OF.match(flat, end) or not _NEXT.match(flat, end):
            continue
        if _GOES_ON.search(text) and moment(text):
            found = text.strip()
    ahead = _QUALIFIED.search(flat[:start])
    if not ahead:
        return found
    qualified = f"{ahead.group(1).strip()} {found}"
    return qualified if moment(qualified) else ""
