"""Korean particles that fit the sound before them: after Hangul, digits, Latin letters, symbols and brackets.

Rule: a syllable ``s`` has a final consonant when (ord(s) − 0xAC00) % 28 ≠ 0 (Unicode 16, §3.12); digits are read as
Sino-Korean numbers (3 → 삼, 1,000 → 천); Latin words as they are usually written in Hangul (wine → 와인, latte → 라떼).
"""

import re
import unicodedata

PARTICLES: dict[str, tuple[str, str]] = {
    "은": ("은", "는"), "이": ("이", "가"), "을": ("을", "를"), "과": ("과", "와"), "으로": ("으로", "로"),
    "이에요": ("이에요", "예요"), "이라": ("이라", "라"), "이나": ("이나", "나"), "아": ("아", "야"),
    "이랑": ("이랑", "랑"), "이고": ("이고", "고"), "이란": ("이란", "란"), "이든": ("이든", "든"),
    "이면": ("이면", "면"), "이죠": ("이죠", "죠"), "이라면": ("이라면", "라면"), "이라도": ("이라도", "라도"),
}
"""Spelling after a final consonant, and after a vowel. Either spelling may be asked for."""

_ASKED = {spelling: pair for pair in PARTICLES.values() for spelling in pair}
_RIEUL = 8
_DIGIT_FINALS = {"0": 21, "1": 8, "2": 0, "3": 16, "4": 0, "5": 0, "6": 1, "7": 8, "8": 8, "9": 0}
_ZERO_FINALS = ((8, 1), (4, 4), (3, 4), (2, 1), (1, 17))
"""How a round number ends, by its trailing zeros: 억(ㄱ) 만(ㄴ) 천(ㄴ) 백(ㄱ) 십(ㅂ)."""
_LETTER_FINALS = {"l": 8, "m": 16, "n": 4, "r": 8}
"""Letters read one by one: 엘 엠 엔 알; every other letter's name ends in a vowel."""
_SYMBOL_FINALS = {"%": 0, "℃": 0, "㎝": 0, "㎜": 0, "㎡": 0, "ℓ": 0, "$": 0, "원": 4, "₩": 4, "+": 0, "&": 0,
                  "㎏": 16, "㎖": 0}
_UNIT_FINALS = {"kg": 16, "g": 16, "mg": 16, "ml": 0, "l": 0, "cm": 0, "mm": 0, "m": 0, "km": 0, "kcal": 0, "cal": 0,
                "oz": 0, "gb": 0, "w": 0, "kw": 0, "cc": 0}
_WORD_FINALS = {"set": 0, "best": 0, "one": 4, "house": 0, "coffee": 0, "salon": 4, "studio": 0, "room": 16,
                "gym": 16, "cut": 19, "pet": 19, "hot": 19, "new": 0, "off": 0, "style": 8, "beer": 0, "bar": 0,
                "fit": 19, "cat": 19, "chat": 19, "spot": 19, "pot": 19, "donut": 19, "robot": 19, "bag": 1, "big": 1,
                "good": 19, "me": 0, "type": 17, "soup": 0, "soap": 0, "kit": 0, "mat": 0, "knit": 0, "toast": 0,
                "we": 0, "cake": 0, "steak": 0, "week": 0, "people": 8, "hub": 17, "job": 17, "tv": 0, "no": 0}
_ENDINGS = ((re.compile(r"ng$"), 21), (re.compile(r"(?:[^aeiou]|[aeiou]{1,2})ne$"), 4), (re.compile(r"me$"), 16),
            (re.compile(r"le$|l$"), 8), (re.compile(r"m$"), 16), (re.compile(r"n$"), 4),
            (re.compile(r"(?:ee|ea|oa)k$"), 0),
            (re.compile(r"ck$|[aeiou]k$|[aeiou]c$"), 1), (re.compile(r"[aeiou][pb]$"), 17), (re.compile(r"mb$"), 16),
            (re.compile(r"(?:k|n|v|b|p|g)[aeiou]t$"), 19))
_CLOCK = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-4]):([0-5]\d)$")
_TAIL = re.compile(r"[\s!?.,…~·:;'\"’”)\]}>」』》〉】\-_]+$")
_BRACKETED = re.compile(r"(?<=\S)\s*[(\[（][^()\[\]（）]*[)\]）]\s*$")


def _final(text: str) -> int | None:
    """Index of the final consonant of the last sound (0 for a vowel, 8 for ㄹ), None when it cannot be known."""
    bare = _spoken(text)
    if not bare:
        return None
    last = bare[-1]
    if "가" <= last <= "힣":
        return (ord(last) - 0xAC00) % 28
    if last.isdecimal() and last.isascii():
        return _number_final(bare)
    if last.isascii() and last.isalpha():
        return _latin_final(bare)
    if last in _SYMBOL_FINALS:
        return _SYMBOL_FINALS[last]
    if "ぁ" <= last <= "ヿ":
        return 4 if last in "んン" else 0
    return None


def _spoken(text: str) -> str:
    """``text`` without what is not read aloud at its end: closing quotes, a bracketed aside, punctuation, emoji."""
    text = unicodedata.normalize("NFC", text).strip()
    text = _BRACKETED.sub("", text)
    text = _TAIL.sub("", text)
    while text and text[-1] not in _SYMBOL_FINALS and unicodedata.category(text[-1]) in {"So", "Sk", "Cf", "Mn", "Sm"}:
        text = _TAIL.sub("", text[:-1])
    return text


def _number_final(text: str) -> int:
    clock = _CLOCK.search(text)
    if clock:  # 22:00 is read 스물두 시, 22:30 … 삼십 분
        return 0 if clock.group(1) == "00" else 4
    match = re.search(r"[\d,.]+$", text)
    digits = (match.group() if match else text[-1]).replace(",", "")
    if "." not in digits and digits.strip("0"):
        zeros = len(digits) - len(digits.rstrip("0"))
        for count, final in _ZERO_FINALS:
            if zeros >= count:
                return final
    return _DIGIT_FINALS[digits[-1]]


def _latin_final(text: str) -> int:
    match = re.search(r"(\d?)([A-Za-z]+)$", text)
    digit, word = match.groups() if match else ("", text[-1])
    lower = word.lower()
    if digit and lower in _UNIT_FINALS:
        return _UNIT_FINALS[lower]
    if len(word) == 1 or (word.isupper() and len(word) <= 4 and lower not in _WORD_FINALS):
        return _LETTER_FINALS.get(lower[-1], 0)
    if lower in _WORD_FINALS:
        return _WORD_FINALS[lower]
    return next((final for pattern, final in _ENDINGS if pattern.search(lower)), 0)


def particle(word: str, asked: str) -> str:
    """The spelling of particle ``asked`` after ``word``; both, as in "은(는)", when its sound cannot be known.

    KeyError for a particle that is not in the table.
    """
    after_consonant, after_vowel = _ASKED[asked]
    final = _final(word)
    if final is None:
        return f"{after_consonant}({after_vowel})"
    if after_consonant == "으로" and final == _RIEUL:
        return after_vowel
    return after_consonant if final else after_vowel


def with_particle(word: str, asked: str) -> str:
    """``word`` and its particle: with_particle("라떼", "을") is "라떼를". The adverb 더 takes none: "한 달 더"."""
    return word if word.endswith(" 더") else word + particle(word, asked)


class Word(str):
    """A str whose format spec is a particle: f"{Word('라떼'):을}" is "라떼를"."""

    def __format__(self, spec: str) -> str:
        return with_particle(str(self), spec) if spec in _ASKED else super().__format__(spec)
