"""Reading an owner's brief: what it is about, what is offered, at which price, until when. Nothing is guessed.

Every field of Reading is a piece of the brief (after ``tidy``); what the brief does not say stays empty. A long product
is parted: "가을 한정 고구마 라떼" has the modifier "가을 한정".
"""

import re
from dataclasses import dataclass

from ..brief import AdBrief
from .korean import with_particle
from .tidy import sentences, tidy

OCCASIONS: tuple[tuple[str, str], ...] = (
    ("hiring", r"알바|아르바이트|구인|직원|함께 일|같이 일|채용|일하실|스태프|구함|근무하실"),
    ("notice", r"조기 ?마감|소진|품절|매진|주차장|죄송|정상 ?영업|당일 ?영업|단수|정전|공사"),
    ("moved", r"이전 ?(?:했|합|해|안내|오픈)|가게를 옮|자리를 옮|이사"),
    ("hours_changed", r"(?:영업|운영|진료|오픈|마감) ?시간.{0,12}(?:변경|바뀌|바뀝|조정|단축|연장)"),
    ("people",
        r"(?:디자이너|선생님|원장|강사|트레이너|실장|셰프|코치)(?:님)?(?:이|가|께서)? ?(?:함께|합류|오셨|왔|새로)"),
    ("opening",
        r"새로 (?:문을 )?(?:열|오픈)|그랜드 ?오픈|가오픈|신규 ?오픈|개업|개점|오픈했|오픈합|오픈해요|오픈이|문을 열었"
        r"|창업|오픈 ?(?:이벤트|기념)"),
    ("closed", r"휴무|쉽니다|쉬어요|쉬겠|쉬어 ?갑|쉴게|쉬는 ?날|휴가|휴업|임시 ?휴|문을 닫|문 닫"),
    ("discount", r"\d+\s*%?\s*(?:더 )?(?:할인|세일|DC|OFF|off|dc)|할인|세일|반값|특가|\d\s*\+\s*\d|시즌 ?오프|오프\b"),
    ("apply", r"신청|체험|수강생|회원 ?모집|원생|모집"),
    ("booking", r"예약(?:을|도)? ?(?:받|가능|하세요|시작|접수|안내|주세요)|사전 ?예약|예약$|주문 ?제작"),
    ("event", r"이벤트|행사|축제|페스티벌|플리마켓|팝업|콘서트|공연|클래스|추첨"),
    ("new",
        r"신메뉴|신상|신제품|새 메뉴|새로 ?나|새로 ?들|새로운|나왔|출시|들어왔|입고|시작했|시작함|시작합|시작해|개시"
        r"|선보|추가|나옴|들어옴|팔기 시작"),
    ("benefit", r"(?:드려요|드립니다|드려|드림|증정|서비스|무료|공짜|덤으로|선물)"),
    ("hours", r"문을 ?(?:열|엽)|문 ?(?:엽|열)|영업 ?시간|영업 ?(?:합|해)|오픈 ?시간|연중무휴|24시간"),
)
"""First match wins. "menu" (something is offered) and "general" are what remains."""

_WON = (r"\d[\d,.]*\s*(?:[만천백]\s*\d*\s*){0,3}원(?=$|[^가-힣]|에서|에|으로|로|부터|이|을|은|의|만|짜리|씩|대|까지"
    r"|할인|입니다|예)")
_DROP = re.compile(rf"(?P<old>{_WON})(?:짜리)?\s*(?:에서|→|⇒|->|➡)\s*(?P<new>{_WON})(?:으로|로|에)?")
_TAGGED = re.compile(rf"(?:정가|원래|기존)(?:가|가격)?\s*(?P<old>{_WON})\D{{0,12}}?(?:할인가|특가|행사가|이벤트가"
    rf"|→)?\s*(?P<new>{_WON})")
_OFF_WON = re.compile(rf"(?:최대 )?{_WON}\s*(?:더 )?(?:할인|적립)")
_PERCENT = re.compile(r"(?:최대 ?)?\d{1,2}\s*(?:%|퍼센트|프로)(?:\s*더)?(?:\s*(?:할인|세일|적립|OFF|off|DC))?")
_REDUCED = re.compile(r"할인|세일|적립|OFF|off|DC|저렴|싸게")
_PLUS = re.compile(r"(?<![\d+])\d\s*\+\s*\d(?![\d+])(?:\s*(?:행사|이벤트))?")
_HALF = re.compile(r"반값(?:\s*할인)?")
_FROM = re.compile(rf"(?:(?<![가-힣\d])(?:시급|일급|월급|월|1인|1인분|한 잔|한 판|회당)\s*)?{_WON}(?:부터|대)?")
_CLOCK = (r"(?:(?:오전|오후|아침|점심|저녁|밤|새벽|정오)\s*)?(?:\d{1,2}시(?:\s*(?:반|\d{1,2}분))?|\d{1,2}:\d{2}|정오"
    r"|자정)")
_DAY = (r"(?:매주|매달|매월|이번 주|다음 주|이번|다음|오는)?\s*(?:주말|평일"
    r"|[월화수목금토일](?:[·,/]\s?[월화수목금토일])*요일)"
        r"|\d{1,2}월\s*\d{1,2}일(?:\s*\([월화수목금토일]\))?|\d{1,2}월\s*(?:초|중순|말|한 ?달)?|\d{1,2}일|이번 ?달"
            r"|이번 주|다음 ?달|다음 주"
        r"|오늘 하루|오늘|내일|모레|매일|(?:설|추석) ?(?:연휴|당일)|연휴|(?:크리스마스|연말|월말)(?=\s?(?:까지|부터"
            r"|한정|당일))|\d{1,3}일간|\d주간|일주일")
_END = r"(?:까지만|까지|부터|동안|한정|간|당일)?"
_MOMENT = rf"(?:(?:{_DAY})(?:\s*{_CLOCK})?|{_CLOCK})"
_WHEN = re.compile(rf"(?<![가-힣\d])({_MOMENT}\s?{_END}(?:\s*[~∼～\-]?\s*(?<=[~∼～\-부터간 ]){_MOMENT}\s?{_END})?)"
                   r"(?=$|[\s.,!?)~]|에만|에는|에|은|는|엔|만|예요|이에요|입니다|마다|의)")
_CONDITION = re.compile(r"(?:[가-힣\dA-Za-z+]+\s){0,3}(?:[가-힣\d]*(?:하시면|시면|하면|사면|오면|으면|면)(?=\s)|"
                        r"(?:지참|방문|구매|예약|주문|등록|결제|포장|제시|이용|참여|작성) ?시(?=$|[\s,.!~]))")
_GIFT = re.compile(r"([가-힣\dA-Za-z ]{1,16}?)(?:을|를)?\s*(?:더 |무료로 |서비스로 |선물로 |덤으로 )?(?:드려|드립|증정"
    r"|드림|선물|드릴|무료|공짜|서비스)")
_GIVING = re.compile(r"무료|증정|서비스|덤|선물|공짜|더 드[려립]")
_ROLE = re.compile(r"([가-힣A-Za-z·, ]{1,20}?)\s*(?:(?:하실|하는|일하실|근무하실)?\s*(?:분|사람)(?:을|를)?\s*(?:찾|구"
    r"|모)|구함|구해|구합|모집|채용)")
_HOURS = re.compile(rf"{_CLOCK}\s*(?:부터|에서)?\s*[~∼～-]?\s*(?<=[~∼～\-터서 ]){_CLOCK}(?:까지)?")


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


def read(brief: AdBrief) -> Reading:
    """The Reading of ``brief``; prices and period from their own fields come before those in the description."""
    text = tidy(brief.description)
    flat = " ".join(text.split("\n"))
    occasion = _occasion(flat)
    offer, original = _offer(flat, brief)
    when = brief.period.strip() or _when(flat)
    condition = _first(_CONDITION, flat)
    gift = _gift(flat, condition) if condition or _GIVING.search(flat) else ""
    if condition and gift and occasion in {"event", "apply", "new", "general"}:
        occasion = "benefit"
    product = "" if occasion in {"hiring", "closed", "hours", "hours_changed", "moved", "notice",
        "opening"} else _product(text, condition)
    if occasion == "people" and f"새 {product}" in flat:
        product = f"새 {product}"
    if occasion == "benefit" and gift:
        product = ""
    if occasion in {"general", "hours"} and product or occasion == "benefit" and not gift:
        occasion = "menu" if product else "general"
    if occasion == "menu" and original:
        occasion = "discount"
    hours = _first(_HOURS, flat)
    if occasion == "hours_changed" and when == hours:
        when = ""
    if occasion == "discount" and _FOR_WHOM.search(product):
        condition, product = condition or with_particle(product, "이라") + "면", ""
    modifier, product = _part(product)
    return Reading(occasion, tuple(sentences(text)), product, modifier, offer, original, when, condition,
                   gift, _role(flat) if occasion == "hiring" else "", hours)


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
    dropped = _DROP.search(text) or _TAGGED.search(text)
    if dropped and won(dropped["old"]) > won(dropped["new"]) > 0:
        return dropped["new"].strip(), dropped["old"].strip()
    percent = _first(_PERCENT, text)
    if percent and _REDUCED.search(text):
        return _as_deal(percent, text), brief.original_price.strip()
    if len({won(price) for price in re.findall(_WON, text)}) > 1:
        return "", brief.original_price.strip()  # A price list: one of them alone on the poster would mislead.
    found = next(filter(None, (_first(pattern, text) for pattern in (_OFF_WON, _PLUS, _HALF, _FROM))), "")
    return found, brief.original_price.strip()


def _as_deal(percent: str, text: str) -> str:
    if re.search(r"(?:할인|세일|적립|OFF|off|DC)$", percent):
        return percent
    return f"{percent} 할인" if "할인" in text else percent


def won(price: str) -> int:
    """The number of won in "4,900원", "9천원" or "1만2천원"; 0 when there is none."""
    digits = price.replace(",", "").replace(" ", "").rstrip("원")
    if digits.isdigit():
        return int(digits)
    total, units = 0, {"만": 10_000, "천": 1_000, "백": 100}
    for number, unit in re.findall(r"(\d+(?:\.\d+)?)([만천백]?)", digits):
        total += int(float(number) * units.get(unit, 1))
    return total


def _when(text: str) -> str:
    for match in _WHEN.finditer(text):
        found = " ".join(match.group(1).split())
        if found != "1일" and not re.match(r"\s*(?:의|아르바이트|알바|특선)", text[match.end():]):
            return found
    return ""


def _gift(text: str, condition: str) -> str:
    match = _GIFT.search(text.replace(condition, "", 1) if condition else text)
    if not match:
        return ""
    # "한 달을 더" is another promise than "한 달을".
    gift = strip_facts(match.group(1)).strip() + (" 더" if " 더 " in match.group(0) else "")
    return gift if 1 <= len(gift) <= 12 and not re.search(r"[요다]$|(?:에|에게|께|면)\s", gift) else ""


def _role(text: str) -> str:
    match = _ROLE.search(text)
    role = re.sub(r"(?:함께|같이|저희와|저희|일할|일하실|가게|에서|을|를)", " ", match.group(1)) if match else ""
    role = " ".join(word for word in role.split() if not re.search(r"[요다은는]$", word))
    return role if 2 <= len(role) <= 14 else ""


def strip_facts(text: str) -> str:
    """``text`` without prices, discounts and dates."""
    priced = (_DROP, _TAGGED, _OFF_WON, _PLUS, _HALF, _FROM)
    for pattern in (*priced, _PERCENT) if _REDUCED.search(text) else priced:
        text = pattern.sub(" ", text)
    return " ".join(_WHEN.sub(" ", text).split())


def _product(text: str, condition: str) -> str:
    from_sentences = (noun_phrase(line.replace(condition, " ", 1) if condition else line) for line in sentences(text))
    return next(filter(None, from_sentences), "")


def noun_phrase(sentence: str) -> str:
    """What a sentence is about ("가을 한정 고구마 라떼가 나왔어요" → "가을 한정 고구마 라떼"), "" when unsure."""
    joined = re.sub(r"(?<=\S) (세일|특가|행사|이벤트)(?=\s.*(?:할인|세일|진행|해요|합니다|열))", "\u00a0\\1", sentence)
    bare = strip_facts(joined.replace("\u00a0", "_"))
    words = bare.replace(",", " , ").split()
    end = next((at for at, word in enumerate(words) if _PREDICATE.match(word)), None)
    if end is None:
        if bare == " ".join(joined.split()):
            return ""
        end = len(words)
    picked: list[str] = []
    for word in reversed(words[:end]):
        if word == "," or _CUT.search(word) or word in _ADVERBS:
            if picked or word == ",":
                break
            continue
        if picked and _has_josa(word):
            break
        picked.insert(0, word if picked else strip_josa(word))
    named = [word for word in picked if word not in _NEWNESS] if len(picked) > 1 else picked
    if named[1:] and named[0] in {"메뉴", "만든", "만드는", "내린", "담근", "로스팅한"}:
        named = named[1:]
    return _sane(" ".join(named).replace("_", " ").strip("\"'“”‘’~ "))


_PREDICATE = re.compile(
    r"^(?:나왔|나와|나옵|나옴|출시|시작|들어왔|들어와|들어옴|입고|할인|세일|드려|드립니|드림|준비|판매|팔|받|열|엽|찾"
        r"|있"
        r"|선보|만나|해요|합니다|개시|추가"
    r"|생겼|함께|예약|신청|증정|합류|소개|맛보|즐|도착|오픈|진행|가능|구워|만들|떴|담가|인기|어떠|어때|기다|됩|돼|맛있"
        r"|좋아요|좋습|한\s?판|이에요|입니다)")
_CUT = re.compile(r"(?:에서|에는|에도|에|이라|라서|해서|하여|하고|께|께서|으로|(?<=..)로|면|는데|지만|하게|까지|부터"
    r"|마다|처럼"
    r"|에게|하신|하시는|[요다죠][.!]?)$")
_ADVERBS = {"새로", "드디어", "이제", "오늘", "지금", "다시", "또", "처음", "더", "모두", "전부", "바로", "특별히",
    "새롭게", "저희", "우리", "무료로", "서비스로", "덤으로",
            "많이", "미리", "직접", "매일", "전", "딱", "약", "총", "씩", "최대", "정가", "하루"}
_MODIFIERS = {"봄", "여름", "가을", "겨울", "한정", "특선", "점심", "저녁", "런치", "디너", "시즌", "첫", "방문",
    "고객", "신규", "신규회원", "회원",
              "졸업시즌", "주말", "평일", "오늘의", "이달의", "여름철", "겨울철", "계절", "신학기", "첫방문"}
_FOR_WHOM = re.compile(r"(?:방문|구매|학생|수험생|고객|회원|손님|직장인|군인|소방관|어르신|임산부|커플|생일자|이웃"
    r"|주민|첫 이용)$")
"""A discount for whom, not for what: "첫 방문 30% 할인" is a condition."""
_NEWNESS = {"새", "새로운", "신메뉴", "신상", "신제품", "신상품", "신규", "신메뉴로", "이번", ":", "-", "·"}
_KEEP_I = re.compile(r"(?:볶이|맞이|먹이|걸이|놀이|종이|어린이|고양이|호랑이|장이|갈이|족발이|젓이|송이|국이)$")
_KEEP_GA = re.compile(r"(?:요가|휴가|평가|추가|정가|특가|할인가|참가|메가|작가|화가|인가|가가)$")


def _has_josa(word: str) -> bool:
    return strip_josa(word) != word and bool(re.search(r"(?:을|를|이|가|은|는)$", word))


def strip_josa(word: str) -> str:
    """``word`` without a particle at its end, when the sound before it shows that it is one."""
    match = re.match(r"^(.*[가-힣A-Za-z\d)])(을|를|이|가|은|는|도|만)$", word)
    if not match or len(word) < 2:
        return word
    stem, josa = match.groups()
    if not "가" <= stem[-1] <= "힣":
        return stem
    closed = bool((ord(stem[-1]) - 0xAC00) % 28)
    fits = {"을": closed, "이": closed and not _KEEP_I.search(word), "은": closed, "를": not closed, "는": not closed,
            "가": not closed and not _KEEP_GA.search(word), "도": len(stem) > 2, "만": len(stem) > 2}
    return stem if fits[josa] else word


def _sane(phrase: str) -> str:
    for tail in (" 예약", " 신청", " 주문"):
        phrase = phrase.removesuffix(tail)
    words = phrase.split()
    broken = any(re.search(r"(?:[요죠]|니다|[^가-힣A-Za-z\d+%&·()'’:\-/])$", word) for word in words)
    bare = {"행사", "혜택", "메뉴", "신메뉴", "문", "분", "전", "것", "저희", "가게", "매장", "소식", "모두", "분들",
        "신상", "주말", "무료", "구경", "배달", "포장", "주문", "새 메뉴"}
    if broken or not 2 <= len(phrase) <= 18 or len(words) > 5 or phrase in bare or not re.search(r"[가-힣A-Za-z]",
        phrase):
        return ""
    return phrase
