"""Prices, discounts, days and hours in a sentence, as patterns: what is offered, at which price, until when."""

import re

WON = (r"\d[\d,.]*\s*(?:[만천백]\s*\d*\s*){0,3}원(?=$|[^가-힣]|에서|에|으로|로|부터|이|을|은|의|만|짜리|씩|대|까지"
    r"|할인|입니다|예)")
DROP = re.compile(rf"(?P<old>{WON})(?:짜리)?\s*(?:에서|→|⇒|->|➡)\s*(?P<new>{WON})(?:으로|로|에)?")
TAGGED = re.compile(rf"(?:정가|원래|기존)(?:가|가격)?\s*(?P<old>{WON})\D{{0,12}}?(?:할인가|특가|행사가|이벤트가"
    rf"|→)?\s*(?P<new>{WON})")
OFF_WON = re.compile(rf"(?:최대 )?{WON}\s*(?:더 )?(?:할인(?!가)|적립)")
CUT_BY = re.compile(rf"할인\s*:?\s*(?P<cut>{WON})")
"""An amount after the word: a discount when it is round and small, else the price itself."""
AT_LEAST = re.compile(rf"{WON}\s*(?:이상|이하|미만|어치|넘게|초과)")
"""A sum that one must spend is no price."""
HOMES = re.compile(r"(?:(?<=\s)|^)\d+(?:\.\d+)?억(?:\s*\d+천(?:만)?|\s*\d[\d,]*만)?(?:\s*원)?(?![가-힣])")
"""The price of a home: "2억 5천"."""
PERCENT = re.compile(r"(?:최대 ?)?\d{1,2}\s*(?:%|퍼센트|프로)(?:\s*더)?(?:\s*(?:할인|세일|적립|OFF|off|DC))?")
REDUCED = re.compile(r"할인|세일|적립|OFF|off|DC|저렴|싸게|블랙 ?프라이데이|최대 ?\d")
PLUS = re.compile(r"(?<![\d+])\d\s*\+\s*\d(?![\d+])(?:\s*(?:행사|이벤트))?")
HALF = re.compile(r"반값(?:\s*할인)?")
FROM = re.compile(rf"(?:(?<![가-힣\d])(?:시급|일급|월급|월|1인|1인분|한 잔|한 판|회당)\s*)?{WON}(?:부터|대)?")
CLOCK = (r"(?:(?:오전|오후|아침|점심|저녁|밤|새벽|정오)\s*)?(?:\d{1,2}시(?:\s*(?:반|\d{1,2}분))?|\d{1,2}:\d{2}|정오"
    r"|자정)")
_NTH = r"(?:첫째|둘째|셋째|넷째|다섯째|마지막|첫|[1-5]째)"
_DAY = (rf"(?:(?:매월|매달|이달|이번 달|다음 달)\s*)?{_NTH}(?:[·,/]\s?{_NTH})*\s?(?:주\s?)?"
        r"(?:[월화수목금토일]요일|주말|(?<=주))"
        r"|\d{1,2}/\d{1,2}(?![\d/])(?:\s?\([월화수목금토일]\))?"
        r"|(?:재고|재료|물량|수량|한정 ?수량|준비 ?수량|상품)\s?소진\s?시(?=\s?까지)"
        r"|(?:격주|매주|매달|매월|이번 주|다음 주|이번|다음|오는)?\s*(?:주말|평일"
    r"|[월화수목금토일](?:[·,/]\s?[월화수목금토일])*요일)"
        r"|\d{1,2}월\s*\d{1,2}일(?:\s*\([월화수목금토일]\))?|\d{1,2}월\s*(?:초|중순|말|한 ?달)?|\d{1,2}일|이번 ?달"
            r"|이번 주|다음 ?달|다음 주"
        r"|오늘 하루|오늘|내일|모레|매일|(?:설|추석) ?(?:연휴|당일)|연휴|(?:크리스마스|연말|월말)(?=\s?(?:까지|부터"
            r"|한정|당일))|\d{1,3}일간|\d주간|일주일")
_END = r"(?:까지만|까지|부터|동안|한정|간|당일|이전|전|이후)?"
_MOMENT = rf"(?:(?:{_DAY})(?:\s*{CLOCK})?|{CLOCK})"
WHEN = re.compile(rf"(?<![가-힣\d])({_MOMENT}\s?{_END}(?:\s*[~∼～\-]?\s*(?<=[~∼～\-부터간 ]){_MOMENT}\s?{_END})?)"
                   r"(?=$|[\s.,!?)~]|에만|에는|에|은|는|엔|만|예요|이에요|입니다|마다|의)")
WHEN_ON = re.compile(rf"\s*[~∼～\-]\s*{_MOMENT}\s?{_END}")
"""The end of a time whose beginning was read: "~30일까지"."""
_BEFORE = rf"(?!(?:{_MOMENT}\s)?(?:이?전|이?후|안|사이)(?:에|으로)?\s)"
WHEN_AHEAD = re.compile(r"^(?:" + WHEN.pattern + rf"(?:에|은|는|엔)?(?<!전에)(?<!후에)\s+{_BEFORE})+")
WHEN_SAID = re.compile(WHEN.pattern + r"(?:(?:에만|에는|에|은|는|엔|만|마다)(?=$|[\s.,!?~]))?")
HOURS = re.compile(rf"{CLOCK}\s*(?:부터|에서)?\s*[~∼～-]?\s*(?<=[~∼～\-터서 ]){CLOCK}(?:까지)?")


def won(price: str) -> int:
    """The number of won in "4,900원", "9천원" or "1만2천원"; 0 when there is none."""
    digits = price.replace(",", "").replace(" ", "").rstrip("원")
    if digits.isdigit():
        return int(digits)
    total, units = 0, {"만": 10_000, "천": 1_000, "백": 100}
    for number, unit in re.findall(r"(\d+(?:\.\d+)?)([만천백]?)", digits):
        total += int(float(number) * units.get(unit, 1))
    return total


def strip_facts(text: str) -> str:
    """``text`` without prices, discounts and dates."""
    priced = (AT_LEAST, DROP, TAGGED, OFF_WON, CUT_BY, PLUS, HALF, FROM, HOMES)
    for pattern in (*priced, PERCENT) if REDUCED.search(text) else priced:
        text = pattern.sub(" ", text)
    return " ".join(WHEN_SAID.sub(" ", text).split())
