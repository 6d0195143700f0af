"""Reading an owner's brief: what it is about, what is offered, at which price, until when. Nothing is guessed.

Every field of Reading is a piece of the brief (after ``tidy``); what the brief does not say stays empty. A long product
is parted: "가을 한정 고구마 라떼" has the modifier "가을 한정".
"""

import re
from dataclasses import dataclass

from ...brief import AdBrief
from .korean import with_particle
from .naming import noun_phrase
from .spotting import (
    AT_LEAST,
    CUT_BY,
    DROP,
    FROM,
    HALF,
    HOMES,
    HOURS,
    OFF_WON,
    PERCENT,
    PLUS,
    REDUCED,
    TAGGED,
    WHEN,
    WHEN_AHEAD,
    WHEN_ON,
    WON,
    strip_facts,
    won,
)
from .tidy import sentences, tidy

__all__ = ["OCCASIONS", "Reading", "read", "strip_facts", "won"]

_PAY = r"(?:시급|일급|주급|월급|급여)"
_SOUGHT = r"(?:모집|구해요|구합니다|구함|구인|찾아요|찾습니다|모십니다|모셔요|모집해요)"
_JOB = (r"(?:바리스타|강사|선생님|직원|매니저|주방|홀 ?서빙|서빙|디자이너|트레이너|미용사|훈련사|제빵사|라이더|기사"
        r"|스텝|스탭|점장|셰프|조리사|플로리스트|코치|보조|실장)")
OCCASIONS: tuple[tuple[str, str], ...] = (
    ("hiring",
        r"알바|아르바이트|구인|직원 ?(?:을|를|모|구|채|분)|함께 일|같이 일|채용|일하실|스태프|구함|근무하실"
        rf"|{_PAY}.{{0,40}}{_SOUGHT}|{_SOUGHT}.{{0,40}}{_PAY}|{_JOB}(?:님|분)?(?:을|를)?\s?{_SOUGHT}"
        rf"|{_JOB} ?(?:하실|해 ?주실|맡아 ?주실) ?분"
        r"|(?<!체험 )(?<!함께 )(?<!참여 )(?<=\s)하실 ?분(?:을)? ?(?:찾|구해|구합)"),
    ("notice", r"^(?!.*\d ?[%원]).*(?:교환|환불|반품)(?:은|이|,|·)? ?(?:교환|환불|반품)?(?:은|이)? ?"
        r"(?:불가|안 ?[되돼])"),
    ("notice", r"조기 ?마감(?!될|할)|소진(?! ?시)|품절|매진|주차장|죄송|정상 ?영업|당일 ?영업|단수|정전|공사"),
    ("moved", r"이전 ?(?:했|합|해|안내|오픈)|가게를 옮|자리를 옮|이사"),
    ("hours_changed", r"(?:영업|운영|진료|오픈|마감) ?시간.{0,12}(?:변경|바뀌|바뀝|조정|단축|연장)"),
    ("people",
        r"(?:디자이너|선생님|원장|강사|트레이너|실장|셰프|코치)(?:님)?(?:이|가|께서)? ?(?:함께|합류|오셨|왔|새로)"),
    ("opening",
        r"새로 (?:문을 )?(?:열|오픈)|그랜드 ?오픈|가오픈|신규 ?오픈|개업|개점|오픈했|오픈합|오픈해요|오픈이|문을 열었"
        r"|창업|오픈 ?(?:이벤트|기념)"),
    ("closed", r"휴무|쉽니다|쉬어요|쉬겠|쉬어 ?갑|쉴게|쉬는 ?날|휴가|휴업|임시 ?휴|문을 닫|문 닫"),
    ("discount", r"\d+\s*%?\s*(?:더 )?(?:할인|세일|DC|OFF|off|dc)|할인|세일|반값|특가|\d\s*\+\s*\d|시즌 ?오프|오프\b"
        r"|블랙 ?프라이데이|최대 ?\d{1,2} ?%"),
    ("apply", r"신청|체험|수강생|회원 ?모집|원생|모집"),
    ("booking", r"예약(?:을|도)? ?(?:받|가능|하세요|시작|접수|안내|주세요)|사전 ?예약|예약$|주문 ?제작"),
    ("event", r"이벤트|행사|축제|페스티벌|플리마켓|팝업|콘서트|공연|클래스|추첨|감사제|바자회|기념제|\d+주년"),
    ("new",
        r"신메뉴|신상|신제품|새 메뉴|새로 ?나|새로 ?들|새로운|나왔|출시|들어왔|입고|시작했|시작함|시작합|시작해|개시"
        r"|선보|추가|나옴|들어옴|팔기 시작"),
    ("benefit", r"(?:드려요|드립니다|드려|드림|증정|서비스|무료|공짜|덤으로|선물(?! ?(?:세트|용|포장|상자|바구니)))"),
    ("hours", r"문을 ?(?:열|엽)|문 ?(?:엽|열)|영업 ?시간|영업 ?(?:합|해)|오픈 ?시간|연중무휴|24시간"),
    ("notice", r"교환만"),
)
"""First match wins. "menu" (something is offered) and "general" are what remains."""

_CONDITION = re.compile(r"(?:(?:[가-힣\dA-Za-z+%]|(?<=\d)[,:](?=\d))+\s){0,8}"
                        r"(?:[가-힣\d]*(?:하시면|시면|하면|사면|오면|으면|면)(?=\s)|"
                        r"(?:지참|방문|구매|구입|예약|주문|등록|재등록|결제|포장|제시|이용|참여|작성"
                        r"|교체|시공|가입|계약|신청|추천|소개|상담"
                        r"|충전|인증|팔로우|동반|입장) ?시(?=$|[\s,.!~]))")
_GIFT = re.compile(r"([가-힣\dA-Za-z ]{1,16}?)(?:을|를)?\s*(?:더 |무료로 |서비스로 |선물로 |덤으로 )?(?:드려|드립|증정"
    r"|드림|선물(?! ?(?:세트|용|포장|상자|바구니))|드릴|무료|공짜|서비스)")
_MORE = re.compile(r"(?<![가-힣\d])((?:[가-힣]{1,6} )?(?:\d+|한|두|세)\s?(?:개|봉|봉지|잔"
                   r"|병|장|팩|판|벌|켤레|송이|조각|인분|회|권|박스|달|개월|번|마리) 더)"
                   r"(?=$|[\s.!~])")
_GIVING = re.compile(r"무료|증정|서비스|덤|선물(?! ?(?:세트|용|포장|상자|바구니))|공짜|더 드[려립]")
_ROLE = re.compile(r"([가-힣A-Za-z·, ]{1,20}?)\s*(?:(?:하실|하는|일하실|근무하실)?\s*(?:분|사람)(?:을|를)?\s*(?:찾|구"
    r"|모)|(?:님|분)?(?:을|를)?\s*(?:구함|구해|구합|모집|채용|모십니다|모셔요|찾습|찾아요))")
_MODIFIERS = {"봄", "여름", "가을", "겨울", "한정", "특선", "점심", "저녁", "런치", "디너", "시즌", "첫", "방문",
    "고객", "신규", "신규회원", "회원",
              "졸업시즌", "주말", "평일", "여름철", "겨울철", "계절", "신학기", "첫방문"}
_FOR_WHOM = re.compile(r"(?:방문|구매|학생|수험생|고객|회원|손님|직장인|군인|소방관|어르신|임산부|커플|생일자|이웃"
    r"|주민|첫 이용)$")
"""A discount for whom, not for what: "첫 방문 30% 할인" is a condition."""


_CONDITIONAL = frozenset(("discount", "benefit", "opening", "apply", "booking"))
_FREE = re.compile(r"무료|공짜")
"""What is free for everyone is the matter itself, not a gift beside it."""
_NO_PRODUCT = frozenset(("hiring", "closed", "hours", "hours_changed", "moved", "notice", "opening"))
_EVENT = re.compile(r"([가-힣A-Za-z\d ]{2,16}(?:감사제|축제|바자회|페스티벌|기념제|블랙 ?프라이데이))(?![가-힣])")
_BY_MEANS = re.compile(r"(?:으로|로)\s[가-힣]{1,3}$")
_ADNOMINAL = re.compile(r"[가-힣](?:는|한|운|은|던|된|난|든|린|진|친|킨|인|쁜|간|튼|갠)$")
_APART = re.compile(r"(?:이라|라서|에는|에|부터|까지|해서|[요다])$")
_DETAIL_MAX, _CUT_MAX = 26, 10_000


@dataclass(frozen=True)
class Reading:
    """What a brief says. ``lines`` are its sentences; every other field is empty when the brief is silent."""

    occasion: str
    lines: tuple[str, ...]
    product: str = ""
    modifier: str = ""
    offer: str = ""
    original_price: str = ""
    when: str = ""
    condition: str = ""
    gift: str = ""
    role: str = ""
    hours: str = ""
    detail: str = ""
    """What the brief says of the product before naming it: "직접 로스팅한 에티오피아 원두", "갓 구운 소금빵"."""


def read(brief: AdBrief) -> Reading:
    """The Reading of ``brief``; prices and period from their own fields come before those in the description."""
    text = tidy(brief.description)
    flat = " ".join(text.split("\n"))
    occasion = _occasion(flat)
    offer, original = _offer(flat, brief)
    when = brief.period.strip() or _when(flat)
    condition = WHEN_AHEAD.sub("", _first(_CONDITION, flat))
    gift = _gift(flat, condition) if condition or _GIVING.search(flat) else ""
    if condition and gift and occasion in {"event", "apply", "new", "general"}:
        occasion = "benefit"
    product = "" if occasion in _NO_PRODUCT else _subject(text, occasion, condition)
    if occasion == "benefit" and gift and not condition and _FREE.search(flat):
        occasion, product, gift, offer = "menu", gift, "", offer or "무료"
    if occasion == "people" and f"새 {product}" in flat:
        product = f"새 {product}"
    if occasion == "benefit" and gift:
        product = ""
    if occasion in {"general", "hours"} and product or occasion == "benefit" and not gift:
        occasion = "menu" if product else "general"
    if occasion == "menu" and original:
        occasion = "discount"
    if occasion == "discount" and _FOR_WHOM.search(product):
        condition, product = condition or with_particle(product, "이라") + "면", ""
    condition = condition if gift or occasion in _CONDITIONAL else ""
    hours = _first(HOURS, flat)
    if not brief.period.strip() and (when in condition or occasion == "hours_changed" and when == hours):
        when = ""
    role = _role(flat) if occasion == "hiring" else ""
    if when and when in role:
        when = ""
    modifier, product = _part(product)
    return Reading(occasion, tuple(sentences(text)), product, modifier, offer, original, when, condition,
                   gift, role, hours, _detail(text, product))


def _part(product: str) -> tuple[str, str]:
    """Modifier and core of a product name too long for a headline; ("", product) when it is short or has none."""
    words = product.split()
    count = next((at for at, word in enumerate(words) if word not in _MODIFIERS), 0)
    if len(product) <= 9 or not 0 < count < len(words):
        return "", product
    return " ".join(words[:count]), " ".join(words[count:])


def _occasion(text: str) -> str:
    return next((key for key, pattern in OCCASIONS if re.search(pattern, text)), "general")


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return " ".join(match.group().split()) if match else ""


def _offer(text: str, brief: AdBrief) -> tuple[str, str]:
    """The price or the discount as the owner states it, and the price before, only when both are stated."""
    if brief.price.strip():
        return brief.price.strip(), brief.original_price.strip()
    dropped = DROP.search(text) or TAGGED.search(text)
    if dropped and won(dropped["old"]) > won(dropped["new"]) > 0:
        return dropped["new"].strip(), dropped["old"].strip()
    by = CUT_BY.search(text)
    if by and won(by["cut"]) <= _CUT_MAX and won(by["cut"]) % 500 == 0:
        return f"{by['cut'].strip()} 할인", brief.original_price.strip()
    text = AT_LEAST.sub(" ", text)
    percent = _first(PERCENT, text)
    if percent and REDUCED.search(text):
        return _as_deal(percent, text), brief.original_price.strip()
    if len({won(price) for price in re.findall(WON, text)}) > 1:
        return "", brief.original_price.strip()  # A price list: one of them alone on the poster would mislead.
    found = next(filter(None, (_first(pattern, text) for pattern in (OFF_WON, PLUS, HALF, HOMES, FROM))), "")
    return found, brief.original_price.strip()


def _as_deal(percent: str, text: str) -> str:
    if re.search(r"(?:할인|세일|적립|OFF|off|DC)$", percent):
        return percent
    return f"{percent} 할인" if "할인" in text else percent


def _when(text: str) -> str:
    for match in WHEN.finditer(text):
        found, end = match.group(1), match.end()
        more = WHEN.match(text, end + 1) if text[end:end + 1] == " " else None
        if more:  # "설 연휴 2월 16일부터" and "18일까지" are one time.
            found, end = f"{found} {more.group(1)}", more.end()
        on = WHEN_ON.match(text, end)
        if on:
            found, end = found + on.group(), on.end()
        found = " ".join(found.split())
        if found != "1일" and not re.match(r"\s*(?:의|아르바이트|알바|특선)", text[end:]):
            return found
    return ""


def _gift(text: str, condition: str) -> str:
    """What is given: behind the condition where there is one, else anywhere."""
    behind = text.partition(condition)[2] if condition else ""
    for part in filter(None, (behind, text.replace(condition, "", 1) if condition else text)):
        match = _GIFT.search(part)
        more = _MORE.search(part) if condition else None
        if more and not match:
            return more.group(1)
        if match:
            # "한 달을 더" is another promise than "한 달을".
            gift = strip_facts(match.group(1)).strip() + (" 더" if " 더 " in match.group(0) else "")
            if 1 <= len(gift) <= 12 and not re.search(r"[요다해]$|(?:에|에게|께|면)\s", gift):
                return gift
    return ""


def _role(text: str) -> str:
    match = _ROLE.search(re.sub(WON, " ", text))
    bare = match.group(1) if match else ""
    role = re.sub(rf"(?:{_PAY}|모집|저희|우리)(?=\s|$)|(?:함께|같이|저희와|저희|일할|일하실|가게|에서|을|를)",
                  " ", bare)
    role = " ".join(word for word in role.split() if not re.search(r"[요다은는]$|^(?:하실|일할|분|원)$", word))
    role = f"{role}님" if role.endswith("선생") else role
    return role if 2 <= len(role) <= 14 else ""


def _product(text: str, condition: str) -> str:
    lines = (line.replace(condition, " ", 1) if condition else line for line in sentences(text))
    return next(filter(None, (noun_phrase(line) for line in lines if not _is_price_list(line))), "")


def _subject(text: str, occasion: str, condition: str) -> str:
    """What it is about: the named event of a discount before a product, "전 품목" being none."""
    event = _named_event(" ".join(text.split("\n")), occasion)
    return (event if occasion == "discount" else "") or _product(text, condition) or event


def _is_price_list(line: str) -> bool:
    """ "커트 15,000원 / 펌 50,000원": no product of its own."""
    prices = {won(price) for price in re.findall(WON, AT_LEAST.sub(" ", line))}
    return len(prices) > 1 and not (DROP.search(line) or TAGGED.search(line))


def _named_event(text: str, occasion: str) -> str:
    match = _EVENT.search(WHEN.sub(" ", text)) if occasion in {"event", "discount"} else None
    return match.group(1).strip() if match else ""


def _detail(text: str, product: str) -> str:
    """The clause before ``product`` in its sentence, as a line of its own; "" when there is none that can stand."""
    line = next((line for line in sentences(text) if product and product in line), "")
    ahead = re.split(r"[,.!~]", strip_facts(line.partition(product)[0]) if line else "")[-1]
    words = ahead.split()
    start = max((at + 1 for at, word in enumerate(words[:-1]) if _APART.search(word)), default=0)
    clause = " ".join(words[start:])
    if _BY_MEANS.search(clause):
        clause = _BY_MEANS.sub("", clause)
    elif words and _ADNOMINAL.search(words[-1]) and len(clause) > 2:
        clause = f"{clause} {product}"
    else:
        return ""
    return clause if 4 <= len(clause) <= _DETAIL_MAX and clause.count(product.split()[0]) < 2 else ""
