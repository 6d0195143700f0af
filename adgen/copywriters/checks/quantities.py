"""Numbers in a Korean text with what they count, so that other spellings of the same amount, date or hour are equal.

"9천원" and "9,000원" are one amount, "12/31" and "12월31일" one date, "오후 3시" and "15:00" one moment;
"세 가지" says 3.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_DIGITS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_POWERS = {"십": 10, "백": 100, "천": 1000}
_NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
           "열한": 11, "열두": 12, "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50}
_UNITS = {
    "%": "%", "퍼센트": "%", "프로": "%", "명": "명", "인": "명", "사람": "명", "개월": "개월", "달": "개월",
    "년": "년", "년째": "년", "주": "주", "주간": "주", "일간": "일간", "박": "박", "시간": "시간", "분": "분",
    "가지": "가지", "종류": "가지", "종": "가지", "층": "층", "호": "호", "km": "km", "kg": "kg", "g": "g",
    "ml": "ml", "배": "배", "주년": "주년", "대째": "대째", "평": "평", "위": "위",
    **dict.fromkeys(("개", "봉지", "팩", "세트", "벌", "켤레", "송이", "조각", "박스", "상자", "병", "마리", "그릇",
                     "판", "잔", "인분", "장", "권", "줄", "단"), "개"), **dict.fromkeys(("회", "번", "타임"), "회"),
}
"""Spelling of a unit → what is counted. A number whose unit does not stand here matches any."""
_SINO = "[일이삼사오육칠팔구십백천만]"
_PHONE = re.compile(r"(?<!\d)\d{2,4}[-) ]\s?\d{3,4}[- ]\d{4}(?!\d)|(?<!\d)1\d{3}-\d{4}(?!\d)")
_WON = re.compile(r"[₩￦]\s*(?P<sign>\d[\d,]*)"
                  r"|(?P<mixed>(?<!\d)\d[\d,.]{0,14}\s*(?:[만천백]\s*(?:\d[\d,]{0,9}\s*)?){0,3})원(?!장|두)"
                  rf"|(?<![가-힣])(?P<spelt>{_SINO}*[백천만]{_SINO}*(?:\s{_SINO}+)*)\s?원"
                  r"(?=$|[^가-힣]|에|이|을|은|으|의|짜|만|대|부)")
_DATE = re.compile(r"(?<![\d.,])(?:(?:20)?\d\d\s?[년./-]\s?)?(?P<month>1[0-2]|0?[1-9])(?:\s?월\s?|\s?[/-]\s?|\.\s?)"
                   r"(?P<day>3[01]|[12]\d|0?[1-9])(?:\s?일|\.)?(?![\d,:]|\s?[%원개명점배])")
_MONTH = re.compile(r"(?<!\d)(?P<month>1[0-2]|0?[1-9])\s?월(?!\s?세)")
_DAY = re.compile(r"(?<!\d)(?P<day>3[01]|[12]\d|0?[1-9])\s?일(?!간|\s?차|곱|식|만에)")
_TIME = re.compile(r"(?P<half>오전|오후|아침|점심|저녁|밤|새벽|낮|AM|PM|am|pm)?\s?(?:"
                   r"(?<!\d)(?P<clock>[01]?\d|2[0-4]):(?P<minutes>[0-5]\d)"
                   r"|(?:(?<!\d)(?P<hour>[01]?\d|2[0-4])|(?<![가-힣])(?P<spoken>열두|열한|다섯|여섯|일곱|여덟|아홉"
                   r"|한|두"
                   r"|세|네|열))\s?시(?!간|즌|리즈|절|작|험|식|선|원|각)"
                   r"(?:\s?(?:(?P<past>[0-5]?\d)\s?분|(?P<thirty>반(?![가-힣]))))?)|(?P<noon>정오)|(?P<midnight>자정)")
_COUNT = re.compile(r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?P<unit>"
                    + "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True)) + ")?")
_WORD = re.compile(
    r"(?<![가-힣])(?P<number>열두|열한|스무|스물|서른|마흔|두|세|네|다섯|여섯|일곱|여덟|아홉|열|쉰)\s?"
    r"(?P<unit>가지|종류|명|사람|개월|개|잔|병|마리|번째|번|배|시간|달|해|곳|판|그릇|인분|봉지|팩|세트|벌|켤레|송이|단"
    r"|장|권|층|줄|조각|박스|상자|근|테이블|종|코스|타임)(?![가-힣]{2,}|기|정|수|식)"
    r"|(?<![가-힣])(?P<one>한)\s?(?P<long>달|해|명|시간)(?=(?:을|이|은|도)?\s?(?:동안|더|무료|안에|만에|한정))")
_MORNING, _EVENING, _DAY_MINUTES = ("오전", "아침", "새벽", "AM", "am"), ("오후", "저녁", "밤", "PM", "pm"), 24 * 60


@dataclass(frozen=True)
class Quantity:
    """``values`` are all that the words may mean (an hour without morning or evening means two of them); ``kind`` is
    what is counted, "" when unknown; ``span`` are the words."""

    kind: str
    values: frozenset[float]
    span: str


def quantities(text: str) -> list[Quantity]:
    """Every number of ``text``: kind "phone", "원", "date" (month × 100 + day), "month", "day", "time" (minutes of the
    day), a unit such as "%" or "명", or "" for a number alone."""
    found: list[Quantity] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            found.append(Quantity(*read(match), match.group().strip()))
        text = pattern.sub(" § ", text)
    return found


def same(one: Quantity, known: Iterable[Quantity]) -> bool:
    """Whether ``known`` hold the quantity: same kind and value, or the value alone where a kind is unknown."""
    known = tuple(known)
    if one.kind == "date":
        value = next(iter(one.values))
        return _holds(known, "date", value) or (_holds(known, "month", value // 100)
                                                and _holds(known, "day", value % 100))
    if one.kind in ("month", "day"):
        return _holds(known, one.kind, next(iter(one.values)))
    return any(one.values & other.values for other in known
               if one.kind in (other.kind, "") or (not other.kind and one.kind != "원"))


def _holds(known: tuple[Quantity, ...], kind: str, value: float) -> bool:
    """A date holds its month and its day; "12월 24일부터 26일까지" holds the 26th of December."""
    for other in known:
        parts = {part for number in other.values for part in (number // 100, number % 100)}
        if (other.kind == kind and value in other.values) or (other.kind == "date" and kind != "date"
                                                              and value in parts):
            return True
    return False


Read = Callable[[re.Match[str]], tuple[str, frozenset[float]]]


def _won(match: re.Match[str]) -> tuple[str, frozenset[float]]:
    if match["sign"]:
        return "원", frozenset((float(match["sign"].replace(",", "")),))
    digits = (match["mixed"] or match["spelt"]).replace(",", "").replace(" ", "")
    if match["spelt"]:
        return "원", frozenset((float(_spelt(digits)),))
    if re.fullmatch(r"[\d.]+", digits):
        whole, _, part = digits.partition(".")  # "1.2.3원" is no number, and no reason to fail
        return "원", frozenset((float(f"{whole or 0}.{part.partition('.')[0] or 0}"),))
    units = {"만": 10_000, "천": 1_000, "백": 100, "": 1}
    parts = re.findall(r"(\d+(?:\.\d+)?)([만천백]?)", digits)
    return "원", frozenset((float(sum(float(number) * units[unit] for number, unit in parts)),))


def _spelt(word: str) -> int:
    """A Sino-Korean number in Hangul: "이만오천" is 25,000."""
    total = part = digit = 0
    for char in word:
        if char == "만":
            total, part, digit = total + (part + digit or 1) * 10_000, 0, 0
        elif char in _POWERS:
            part, digit = part + (digit or 1) * _POWERS[char], 0
        else:
            digit = _DIGITS[char]
    return total + part + digit


def _time(match: re.Match[str]) -> tuple[str, frozenset[float]]:
    if match["noon"] or match["midnight"]:
        return "time", frozenset((12 * 60.0,) if match["noon"] else (0.0, float(_DAY_MINUTES)))
    hour = int(match["clock"] or match["hour"] or _NATIVE[match["spoken"]])
    minutes = int(match["minutes"] or match["past"] or (30 if match["thirty"] else 0))
    half = match["half"]
    if half in _MORNING:
        hours = {hour % 12 if hour == 12 and half != "아침" else hour}
    elif half in _EVENING:
        hours = {hour + 12} if hour < 12 else {hour, 0 if half == "밤" else hour}
    elif match["clock"] or hour > 12:
        hours = {hour, *((hour + 12,) if 0 < hour < 8 and not match["clock"] else ())}
    else:
        hours = {hour, (hour + 12) % 24 if hour == 12 else hour + 12}
    return "time", frozenset(float(one * 60 + minutes) for one in hours)


def _count(match: re.Match[str]) -> tuple[str, frozenset[float]]:
    return _UNITS.get(match["unit"] or "", ""), frozenset((float(match["number"].replace(",", "")),))


def _word(match: re.Match[str]) -> tuple[str, frozenset[float]]:
    unit = match["unit"] or match["long"]
    return _UNITS.get(unit, ""), frozenset((float(_NATIVE[match["number"] or match["one"]]),))


_READERS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (_PHONE, lambda match: ("phone", frozenset((float(re.sub(r"\D", "", match.group())),)))),
    (_WON, _won),
    (_TIME, _time),
    (_DATE, lambda match: ("date", frozenset((float(int(match["month"]) * 100 + int(match["day"])),)))),
    (_MONTH, lambda match: ("month", frozenset((float(match["month"]),)))),
    (_DAY, lambda match: ("day", frozenset((float(match["day"]),)))),
    (_COUNT, _count),
    (_WORD, _word),
)
"""Tried in this order on what the ones before left: a price is no date, and an hour no count."""
