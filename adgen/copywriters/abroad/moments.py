"""Days, times and periods: "평일 오전 11시까지" is "weekdays until 11 a.m.", 平日午前11時まで, 工作日上午11点前.

A text is read piece by piece; a piece that is not known makes the whole unreadable (None) rather than half right. A
bare hour stays as bare as the owner wrote it: "7시" may be morning or evening, so English prints 7:00.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from .day_words import DAY_PARTS, DAYS, WEEKDAYS, WHICH
from .lexicon import LANGUAGES, Term, rows

Op = Literal["", "from", "until", "only", "during", "before", "after"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_FULL_MONTHS = "January February March April May June July August September October November December".split()
_WORDS = rows(DAYS)
_LASTING = {"일주일", "한달"}
_RECURRING = re.compile(r"^(?:every|week|public)")
_MONTH_PARTS: dict[str, Term] = {"초": ("early ", "初め", "初"), "중순": ("mid-", "中旬", "中旬"), "한달": ("all ",
    "中", "全月"),
                                 "말": ("the end of ", "末", "底")}
_NTH = {"첫": ("first", "一"), "둘": ("second", "二"), "셋": ("third", "三"), "넷": ("fourth", "四"), "다섯": ("fifth",
    "五"),
        "마지막": ("last", "最終")}
_UNITS: dict[str, Term] = {"일": ("days", "日間", "天"), "주": ("weeks", "週間", "周"), "개월": ("months", "ヶ月間",
    "个月")}
_OPS: dict[str, Op] = {"부터": "from", "까지만": "until", "까지": "until", "한정": "only", "만": "only",
                       "동안": "during",
                       "이전": "before", "전": "before", "이후": "after", "후": "after", "당일": "", "간": "during",
                       "에": "", "에만": "only", "마다": "", "엔": "", "에는": "", "": ""}
_TOKEN = re.compile(
    r"(?P<space>[\s,]+)|(?P<allday>24시간)|(?P<first>[월화수목금토일])(?:요일)?\s?[~∼～\-–]\s?(?P<last>[월화수목금토일])(?:요일)?"
    r"(?![가-힣])|(?P<date>(?:(?P<year>\d{4})(?:년|[./-])\s?)?(?P<month>\d{1,2})(?:월\s?|[./])(?P<day>\d{1,2})(?:일|\.)?"
    r"(?![\d시])(?!간))|(?P<span>(?P<many>\d{1,3})(?P<unit>일|주|개월)간)"
    r"|(?P<clock>(?:(?P<part>오전|오후|아침|점심|저녁|밤|새벽|낮)\s?)?(?P<hour>\d{1,2})(?::(?P<mm>\d{2})|시(?:\s?(?P<half>반)"
    r"|\s?(?P<minutes>\d{1,2})분)?))|(?P<noon>낮\s?12시|정오)|(?P<midnight>자정)"
    r"|(?P<third>(?P<tmonth>\d{1,2})월\s?(?P<which3>초|중순|말|한\s?달))|(?P<onlymonth>\d{1,2})월|(?P<dom>\d{1,2})일"
    r"|\((?P<paren>[월화수목금토일])\)"
    r"|(?:(?:매월|매달|매주)\s?)?(?P<nth>(?:(?:첫|둘|셋|넷|다섯)째|마지막)(?:\s?주)?(?:\s?[·,]\s?(?:둘|셋|넷|다섯)째(?:\s?주)?)*)\s?"
    r"(?P<nthday>[월화수목금토일])요일"
    r"|(?:(?P<which>매주|이번\s?주|다음\s?주|이번|다음|오는)\s?)?(?P<weekdays>[월화수목금토일](?:\s?[·,/]\s?[월화수목금토일])*)요일"
    rf"|(?P<word>{'|'.join(sorted((r'[ ]?'.join(key) for key in _WORDS), key=len, reverse=True))})"
    r"|(?P<range>[~∼～\-–—])|(?P<op>부터|까지만|까지|한정|동안|이전|이후|당일|마다|에만|에는|만|간|전|후|에|엔)")


@dataclass(frozen=True)
class Point:
    """A day, a time, or both. ``month`` is kept so that a later day of the same month is printed without it."""

    days: tuple[Term, ...] = ()
    clock: Term | None = None
    month: str = ""
    lasting: bool = False

    def day(self, language: str) -> str:
        at = LANGUAGES.index(language)
        if language == "en":
            weekday = [day[0] for day in self.days if day[0] in _DAY_NAMES]
            others = [day[0] for day in self.days if day[0] not in _DAY_NAMES]
            dated = len(others) > 1 and re.match(rf"(?:{'|'.join(MONTHS)}) |the \d",
                                                 others[-1]) and others[0][:5] != "every"
            text = (", " if dated or others and weekday else " ").join(weekday + others)
            text = re.sub(r"^every month (the \d+\w\w)$", r"\1 of every month", text)
            return re.sub(r"^(week)(day|end)s (\w+)$", r"\1\2 \3s", text)
        text = "".join(day[at] for day in self.days)
        return re.sub(r"日(?=\d)", "日・" if language == "ja" else "日、", text)

    def text(self, language: str) -> str:
        clock = self.clock[LANGUAGES.index(language)] if self.clock else ""
        if language != "en":
            return self.day(language) + clock
        between = " at " if _RECURRING.match(self.day("en")) else ", "
        return between.join(filter(None, (self.day("en"), clock)))


_DAY_NAMES = frozenset(names[0] for names in WEEKDAYS.values())


@dataclass(frozen=True)
class Moment:
    """When: a point, with what is said of it; or from ``start`` to ``end``."""

    end: Point
    op: Op = ""
    start: Point | None = None

    def text(self, language: str) -> str:
        """Lower-case English ("until Dec 31"), Japanese, Chinese."""
        if self.start:
            return _range(self.start, self.end, language)
        return {"en": _english, "ja": _japanese, "zh": _chinese}[language](self.end, self.op)

    def is_clock(self) -> bool:
        """True for a time of day alone: "8 a.m."."""
        return not self.op and not self.start and not self.end.days

    def on(self) -> str:
        """English after "Closed" or "Open": with "on" before a date or a weekday."""
        text = self.text("en")
        if self.start or self.op:
            return text
        if re.match(rf"(?:mid-|early )?(?:{'|'.join(_FULL_MONTHS)})$", text):
            return f"in {text}"
        dated = rf"(?:{'|'.join([*_DAY_NAMES, *MONTHS])})\b|the \d|Lunar New Year’s Day|Chuseok Day|Christmas"
        return f"on {text}" if re.match(rf"{dated}|the (?:first|second|third|fourth|fifth|last)", text) else text


def moment(text: str) -> Moment | None:
    """The Moment that ``text`` says, None when any of it is not understood."""
    at, current = 0, Point()
    points: list[Point] = []
    ops: list[Op] = []
    text = re.sub(r"\s*(?:한정 수량|진행|예정)$", "", text.strip().rstrip(".!"))
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            return None
        at = match.end()
        if match["space"]:
            continue
        if match["op"] or match["range"]:
            ops.append(_OPS.get(match["op"] or "", "") if match["op"] else "from")
            if ops[-1] == "from":
                points, current = [*points, current], Point()
            continue
        if match["date"] and (int(match["month"]) > 12 or int(match["day"]) > 31):
            return None
        if current.clock and not match["paren"]:
            return None  # A second time of day, or a day behind a time.
        current = _added(current, match)
    if current != Point():
        points.append(current)
    if not points or len(points) > 2 or any(point == Point() and at for at, point in enumerate(points)):
        return None
    return _assembled(points, [op for op in ops if op], text)


def _assembled(points: list[Point], ops: list[Op], text: str) -> Moment | None:
    if points[0] == Point():  # "~12/31"
        return Moment(points[1], "until") if len(points) == 2 else None
    if len(points) == 2:
        return Moment(points[1], start=points[0]) if set(ops) <= {"from", "until", "only", "during"} else None
    if len(set(ops)) > 1:
        return None
    whole = any(day[0].startswith("all ") for day in points[0].days)
    op: Op = "" if whole else ops[0] if ops else "during" if points[0].lasting else ""
    return Moment(points[0], op)


def _added(point: Point, match: re.Match[str]) -> Point:
    """``point`` with one more token in it."""
    if match["clock"] or match["noon"] or match["midnight"]:
        return replace(point, clock=_clock(match))
    if match["date"]:
        return replace(point, days=(*point.days, _date(match)), month=match["month"])
    return replace(point, days=(*point.days, *_days(match)), month=match["tmonth"] or match["onlymonth"] or point.month,
                   lasting=bool(match["span"]) or _plain(match["word"]) in _LASTING)


def _plain(word: str | None) -> str:
    return (word or "").replace(" ", "")


def _date(match: re.Match[str]) -> Term:
    month, day, year = int(match["month"]), int(match["day"]), match["year"]
    english = f"{MONTHS[(month - 1) % 12]} {day}" + (f", {year}" if year else "")
    ahead = f"{year}年" if year else ""
    return english, f"{ahead}{month}月{day}日", f"{ahead}{month}月{day}日"


def _days(match: re.Match[str]) -> tuple[Term, ...]:
    if match["word"]:
        return (_WORDS[_plain(match["word"])],)
    if match["allday"]:
        return (("24 hours", "24時間", "24小时"),)
    if match["first"]:
        (en, ja, zh), (en2, ja2, zh2) = WEEKDAYS[match["first"]], WEEKDAYS[match["last"]]
        return ((f"{en[:3]}–{en2[:3]}", f"{ja}〜{ja2}曜", f"周{zh}至周{zh2}"),)
    if match["paren"]:
        en, ja, zh = WEEKDAYS[match["paren"]]
        return ((en, f"（{ja}）", f"（周{zh}）"),)
    if match["nth"]:
        return (_nth(re.findall("[첫둘셋넷]|다섯|마지막", match["nth"]), match["nthday"]),)
    if match["weekdays"]:
        return (_weekdays(_plain(match["which"]), re.findall("[월화수목금토일]", match["weekdays"])),)
    if match["span"]:
        units = _UNITS[match["unit"]]
        en = units[0] if match["many"] != "1" else units[0].rstrip("s")
        return ((f"{match['many']} {en}", match["many"] + units[1], match["many"] + units[2]),)
    if match["dom"]:
        return ((f"the {_ordinal(int(match['dom']))}", f"{match['dom']}日", f"{match['dom']}日"),)
    month = int(match["tmonth"] or match["onlymonth"])
    before, ja, zh = _MONTH_PARTS.get(_plain(match["which3"]), ("", "", ""))
    return ((before + _FULL_MONTHS[(month - 1) % 12], f"{month}月{ja}", f"{month}月{zh}"),)


def _weekdays(which: str, days: list[str]) -> Term:
    en, ja, zh = zip(*(WEEKDAYS[day] for day in days), strict=True)
    said = WHICH[which]
    tail = "曜日" if len(days) == 1 else "曜"
    english = " & ".join(en)
    english = f"{english} next week" if said[0].startswith("next") else said[0] + english
    return english, said[1] + "・".join(ja) + tail, said[2] + "、".join(f"周{day}" for day in zh)


def _nth(which: list[str], day: str) -> Term:
    (en, ja, zh), said = WEEKDAYS[day], [_NTH[word] for word in which]
    return (f"the {' & '.join(word[0] for word in said)} {en} of the month",
            "毎月" + "・".join(f"第{word[1]}" if word[1] != "最終" else word[1] for word in said) + f"{ja}曜日",
            "每月" + "、".join(f"第{word[1]}" if word[1] != "最終" else "最后一" for word in said) + f"个周{zh}")


def _ordinal(number: int) -> str:
    last = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def _clock(match: re.Match[str]) -> Term:
    if match["noon"] or match["midnight"]:
        return ("noon", "正午", "中午") if match["noon"] else ("midnight", "真夜中", "午夜")
    hour, part = int(match["hour"]), match["part"] or ""
    minutes = "30" if match["half"] else match["mm"] or match["minutes"] or ""
    colon = f"{hour}:{(minutes or '0').zfill(2)}"
    if match["mm"] and not part:
        return colon, colon, colon
    ja = f"{hour}時" + ("半" if match["half"] else f"{minutes}分" if minutes else "")
    zh = f"{hour}点" + ("半" if match["half"] else f"{minutes}分" if minutes else "")
    if not part or hour > 12:
        return colon, ja, zh
    half, ja_part, zh_part = DAY_PARTS[part]
    if part in {"점심", "낮"} and hour in (10, 11) or part == "밤" and hour < 6:
        half = "a.m."
    if part == "저녁" and hour in (5, 6):
        ja_part, zh_part = "夕方", "傍晚"
    if part in {"새벽", "밤"} and hour < 5:
        ja_part, zh_part = "深夜", "凌晨"
    english = f"{hour}:{minutes.zfill(2)}" if minutes else str(hour)
    if hour == 12:
        named = "midnight" if part in {"밤", "새벽"} else "noon" if part in {"낮", "점심"} else half
        return f"{english} {named}", ja_part + ja, ("夜里" if named == "midnight" else zh_part) + zh
    return f"{english} {half}", ja_part + ja, zh_part + zh


def _range(start: Point, end: Point, language: str) -> str:
    one, two = start.text(language), end.text(language)
    if language == "en":
        two = _same_half(one, two)
        if start.days and start.clock and end.clock and not end.days:
            return f"{start.day('en')} {start.clock[0]}–{two}"
        year = re.search(r", \d{4}$", two)
        one = one.removesuffix(year.group()) if year else one
        if start.month and (end.month == start.month or re.fullmatch(r"the \d+\w\w", two)) and not start.clock:
            two = re.sub(r"^(?:the |[A-Z][a-z]{2} )(\d+)(?:st|nd|rd|th)?", r"\1", two)
        return f"{one}–{two}"
    if start.month and end.month == start.month and not start.clock:
        two = re.sub(r"^\d+月", "", two.removeprefix((re.match(r"\d+年", one) or [""])[0]))
    return f"{one}{'〜' if language == 'ja' else '至'}{two}"


def _same_half(one: str, two: str) -> str:
    """"8 a.m." and "10:00": the second hour is of the same half of the day when it is later and says nothing else."""
    first, last = re.search(r"(\d+)(?::\d\d)? ([ap]\.m\.)$", one), re.fullmatch(r"(\d{1,2})(:\d\d)", two)
    if not first or not last or not int(first.group(1)) < int(last.group(1)) < 12:
        return two
    return f"{last.group(1)}{last.group(2).replace(':00', '')} {first.group(2)}"


_EN_OPS = {"from": "from", "until": "until", "before": "before", "after": "after"}


def _english(point: Point, op: Op) -> str:
    day, clock = point.day("en"), point.clock[0] if point.clock else ""
    if op in ("", "only"):
        return point.text("en") + (" only" if op and not day.endswith("only") else "")
    if op == "during":
        return f"for {day}" if point.lasting else f"during {point.text('en')}"
    if day and clock:
        return f"{day} {_EN_OPS[op]} {clock}" if not point.month else f"{_EN_OPS[op]} {clock}, {day}"
    return f"{_EN_OPS[op]} {day or clock}"


def _japanese(point: Point, op: Op) -> str:
    tails = {"": "", "from": "から", "until": "まで", "only": "限定", "during": "" if point.lasting else "中",
             "before": "より前",
             "after": "以降"}
    text = point.text("ja")
    return text if op == "only" and text.endswith("限り") else text + tails[op]


def _chinese(point: Point, op: Op) -> str:
    text = point.text("zh")
    if op == "until":
        return f"{text}前" if point.clock else f"至{text}"
    if op == "only":
        return text if text.startswith("仅限") else f"仅限{text}"
    return text + {"": "", "from": "起", "during": "" if point.lasting else "期间", "before": "前", "after": "后"}[op]
