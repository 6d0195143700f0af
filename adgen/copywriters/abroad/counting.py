"""Numbers with their counters: "4팩" is 4 packs, 4パック, 4盒; "한 잔" is 1, 1杯, 1杯."""

import re
from dataclasses import dataclass

NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_ROWS = """
잔 | | 杯 | 杯
개 | | 個 | 个
벌 | | 着 | 件
권 | | 冊 | 本
장 | | 枚 | 张
송이 | stem,stems | 本 | 枝
마리 | | 羽 | 只
판 | | 枚 | 份
대 | | 台 | 台
곡 | | 曲 | 首
인분 | serving,servings | 人前 | 人份
단,다발 | bunch,bunches | 束 | 束
봉지,봉 | bag,bags | 袋 | 袋
팩 | pack,packs | パック | 盒
병 | bottle,bottles | 本 | 瓶
캔 | can,cans | 缶 | 罐
박스,상자 | box,boxes | 箱 | 箱
그릇 | bowl,bowls | 杯 | 碗
접시 | plate,plates | 皿 | 盘
조각 | slice,slices | ピース | 块
줄 | roll,rolls | 本 | 条
켤레 | pair,pairs | 足 | 双
포기 | head,heads | 株 | 棵
세트 | set,sets | セット | 套
kg | kg,kg | kg | kg
g | g,g | g | g
ml,mL | ml,ml | ml | ml
L,리터 | L,L | L | L
인 | (person,people) | 名様 | 人
명 | (person,people) | 名 | 名
회,번 | (session,sessions) | 回 | 次
회권 | (session pass,session pass) | 回券 | 次卡
개월,달 | (month,months) | ヶ月 | 个月
주,주일 | (week,weeks) | 週間 | 周
일 | (day,days) | 日間 | 天
박 | (night,nights) | 泊 | 晚
시간 | (hour,hours) | 時間 | 小时
분 | (minute,minutes) | 分 | 分钟
년 | (year,years) | 年 | 年
종,가지 | (kind,kinds) | 種 | 款
평 | (pyeong,pyeong) | 坪 | 坪
인치 | (inch,inches) | インチ | 英寸
"""


@dataclass(frozen=True)
class Counter:
    """How a language counts. ``style`` of English: "plain" (2 notebooks), "of" (2 bags of …), "aside" ((2 months))."""

    style: str
    one: str
    many: str
    ja: str
    zh: str
    alone: str = ""
    """What is counted where no noun is named: "두 잔" is 2 drinks."""


def _counters() -> dict[str, Counter]:
    found = {}
    for line in filter(None, _ROWS.split("\n")):
        korean, en, ja, zh = (cell.strip() for cell in line.split("|"))
        style = "aside" if en.startswith("(") else "of" if en else "plain"
        one, many = en.strip("()").split(",") if en else ("pc", "pcs")
        for spelling in korean.split(","):
            found[spelling] = Counter(style, one, many, ja, zh, _ALONE.get(spelling, ""))
    return found


_ALONE = {"잔": "drink", "마리": "chicken", "권": "book"}
COUNTABLE = frozenset("""
set meal cake slice bouquet basket wreath plant coat jacket dress shirt bag card ticket pass photo class
notebook pen diary drink coffee latte americano cappuccino smoothie pizza burger box course perm haircut trial
consultation shoot change test bath trim mat frame sandwich coupon duvet event facial massage membership
check-up replacement treatment tumbler mug manicure pedicure lesson book toy sofa bed desk suit uniform
sweater cardigan hoodie session pencil ring loaf postcard necklace bracelet scarf hat skirt candle planner
calendar pouch puzzle umbrella glass rack wash
""".split())
"""English nouns that are one thing: "a" before them, "s" for more. Others stay as they are ("bread", "hair care")."""
COUNTERS = _counters()
_GRAPES = Counter("of", "bunch", "bunches", "房", "串")
"""송이 of what hangs in bunches, where fruit is sold; elsewhere it counts stems."""
_NAMES = "|".join(sorted(COUNTERS, key=len, reverse=True))
_COUNT = re.compile(rf"(?:(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<native>{'|'.join(NATIVE)}))\s*(?P<counter>{_NAMES})")
_ONLY_DIGITS = frozenset({"일", "분", "인", "명", "주", "년", "회", "회권", "평"})


@dataclass(frozen=True)
class Count:
    """A number as it is printed, and its counter."""

    number: str
    counter: Counter

    def text(self, language: str) -> str:
        """The number with its counter alone: "4 packs", "4パック", "4盒"."""
        if language == "en":
            session = "-" if self.counter.one.startswith("session pass") else " "
            return f"{self.number}{session}{self.counter.one if self.number == '1' else self.counter.many}"
        return self.number + (self.counter.ja if language == "ja" else self.counter.zh)

    def aside(self, noun: str) -> str:
        """English in brackets after ``noun``: "6 pcs", "1 cup"."""
        if self.counter.alone == "drink":
            one = "cup" if re.search(r"coffee|latte|americano|tea|cappuccino|espresso|chocolate", noun) else "glass"
            return f"{self.number} {one if self.number == '1' else english_plural(one)}"
        return self.text("en")

    def of(self, noun: str, noun_many: str) -> str:
        """English, the noun after the number where its counter allows: "1 bunch of tulips", "2 notebooks"."""
        if not noun:
            one = self.counter.alone or "item"
            plain = f"{self.number} {one if self.number == '1' else one + 's'}"
            return plain if self.counter.style == "plain" else self.text("en")
        if self.counter.style == "plain":
            return f"{self.number} {noun if self.number == '1' else noun_many}"
        return f"{self.text('en')} of {noun}" if self.counter.style == "of" else f"{noun} ({self.text('en')})"


def count(word: str, trade: str = "") -> Count | None:
    """The Count that ``word`` ("4팩", "두 권") is as a whole, None when it is none."""
    match = _COUNT.fullmatch(word)
    if not match or match["native"] and match["counter"] in _ONLY_DIGITS:
        return None
    number = match["digits"] or str(NATIVE[match["native"]])
    if match["counter"] == "송이" and trade in {"grocery", "dessert", "cafe"}:
        return Count(number, _GRAPES)
    return Count(number, COUNTERS[match["counter"]])


def english_plural(noun: str) -> str:
    """``noun`` for more than one; a noun with a gloss, or already in the plural, as it stands."""
    if noun.endswith(("es", "rs", "ts", "ds", "ns", "ls", "ps", "ks", "gs", "ms", "cs", "ys", ")", "fish", "shrimp",
                      "bread", "coffee beans", "wear")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ch", "sh", "x", "ss")) else "s")


def with_article(noun: str) -> str:
    """``noun`` with an article where it is one thing; what may not be countable stays without."""
    if re.match(r"\d+-\w+$|\d+-session pass$", noun) or not noun[:1].isdigit() and noun.rsplit(" ", 1)[-1] in COUNTABLE:
        return f"{'an' if noun[:1].lower() in 'aeio8' else 'a'} {noun}"
    return noun
