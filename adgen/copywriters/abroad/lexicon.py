"""The tables of words as one dictionary, and how a Korean word is parted into words of it."""

import re
from functools import lru_cache

from . import cafe_words, flavour_words, food_words, goods_words, home_words, service_words

Term = tuple[str, str, str]
"""English, Japanese, simplified Chinese."""
LANGUAGES = ("en", "ja", "zh")

_TRADE_TABLE = """
hair | 디자이너,실장,실장님 | stylist | スタイリスト | 发型师
hair | 관리 | hair care | ヘアケア | 头发护理
pet | 미용 | grooming | トリミング | 美容
pet | 컷,커트 | grooming cut | カット | 修剪
pet | 호텔 | hotel | ホテル | 寄养
skin | 팩 | face pack | パック | 面膜
nail | 관리 | nail care | ネイルケア | 指甲护理
clothing | 신상,신상품 | new-arrival | 新作 | 新款
bakery | 세트 | set | セット | 套装
dessert | 세트 | set | セット | 套装
clothing | 세트 | set | セット | 套装
flower | 세트 | set | セット | 套装
grocery | 세트 | set | セット | 套装
stationery | 세트 | set | セット | 套装
"""
"""Words that mean something of their own in one trade."""
_LAST_SYLLABLES = frozenset("빵떡죽밥차전잼반")
"""Words of one syllable that may end a compound; elsewhere such words must stand alone ("배" is in "배달" too)."""


def rows(table: str) -> dict[str, Term]:
    """A table's rows by their Korean spellings, spaces left out."""
    found: dict[str, Term] = {}
    for line in filter(None, table.split("\n")):
        korean, en, ja, zh = (cell.strip() for cell in line.split(" | "))
        for spelling in korean.split(","):
            found.setdefault(spelling.replace(" ", ""), (en, ja, zh))
    return found


WORDS: dict[str, Term] = rows("\n".join((
    cafe_words.DRINKS, cafe_words.SWEETS, food_words.DISHES, food_words.FRESH, goods_words.GOODS, service_words.BEAUTY,
    service_words.MOVING, service_words.LESSONS, service_words.ERRANDS, home_words.HOMES, home_words.PEOPLE,
    home_words.AROUND, flavour_words.FLAVOURS)))
"""Korean without spaces → its Term. A word in two tables has the meaning of the first."""
STANDING: dict[str, Term] = rows(home_words.STANDING)
"""What a modifier is called when it stands alone."""
_BY_TRADE = {
    trade: rows("\n".join(line.split(" | ", 1)[1] for line in _TRADE_TABLE.split("\n") if line.startswith(f"{trade} ")))
    for trade in {line.split(" ", 1)[0] for line in _TRADE_TABLE.split("\n") if line}}
_NEVER_ALONE = frozenset({"반", "전"})
"""By themselves they say something else: half, before."""
_LONGEST = max(map(len, WORDS))


def term(word: str, trade: str = "") -> Term | None:
    """The Term of ``word`` (spaces left out) in this trade, None when no table has it."""
    bare = word.replace(" ", "")
    return _BY_TRADE.get(trade, {}).get(bare) or WORDS.get(bare)


@lru_cache(maxsize=2048)
def parts(word: str, trade: str = "") -> tuple[str, ...]:
    """``word`` as words of the tables that cover it wholly, the longest first; () when they do not.

    A word that they cover but for its beginning gives that beginning first ("봄날라떼" → 봄날, 라떼).
    """
    covered = _cover(word, trade, 0)
    if covered:
        return covered
    for start in range(1, len(word) - 1):
        rest = word[start:]
        if term(rest, trade) and start >= 2 and re.fullmatch("[가-힣]+", word):
            return word[:start], rest
    return ()


def _cover(word: str, trade: str, depth: int) -> tuple[str, ...]:
    if term(word, trade) and (len(word) > 1 or word in (_LAST_SYLLABLES if depth else WORDS.keys() - _NEVER_ALONE)):
        return (word,)
    for length in range(min(len(word) - 1, _LONGEST), 1, -1):
        if term(word[:length], trade):
            rest = _cover(word[length:], trade, depth + 1)
            if rest:
                return (word[:length], *rest)
    return ()
