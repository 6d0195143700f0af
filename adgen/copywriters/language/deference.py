"""Sentences an owner wrote, brought into 합니다체 or 해요체 beyond what ``tidy.polite`` knows.

Endings are rebuilt from the syllable before them: Unicode 16, §3.12 (a syllable is 0xAC00 + 588·initial + 28·vowel +
final). What is not known safely stays as it was written.
"""

import re

from .tidy import polite

_BASE, _FINALS, _VOWELS = 0xAC00, 28, 21
_B, _L, _SS = 17, 8, 20
_OPENED = {"ㅕ": "ㅣ", "ㅘ": "ㅗ", "ㅝ": "ㅜ", "ㅙ": "ㅚ", "ㅏ": "ㅏ"}
"""The vowel of a contracted 해요체 stem → that of the verb: 마셔 → 마시, 와 → 오, 배워 → 배우, 돼 → 되, 가 → 가."""
_ORDER = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_REGULAR_U = re.compile(r"(?:배|싸|키|채|비|세|피|외|태|지|깨|나|미|데|에|재|치|씌|틔)워$")
_UNSURE = re.compile(r"(?<!만)(?:들|걸|물|실)어요$")
"""듣다 or 들다, 걷다 or 걸다: the sound alone does not tell."""
_TAIL = re.compile(r"[\s.!~…?]*$")
_FIXED: tuple[tuple[str, str], ...] = (
    ("만나요", "뵙겠습니다"), ("어때요", "어떻습니까"), ("어떠세요", "어떠십니까"), ("계세요", "계십니다"), ("거예요",
        "것입니다"),
    ("이에요", "입니다"), ("예요", "입니다"), ("해요", "합니다"), ("대요", "답니다"),
)
_BEFORE = re.compile(r"(?:네요|지요|죠|거든요|답니다|잖아요)$")


def formal(sentence: str) -> str:
    """``sentence`` in 합니다체 with 높임: 주세요 → 주시기 바랍니다, 할게요 → 하겠습니다, 좋네요 → 좋습니다."""
    sentence = sentence.replace("안녕하세요", "안녕하십니까")
    tail = _TAIL.search(sentence)
    bare, end = (sentence[:tail.start()], sentence[tail.start():].strip()) if tail else (sentence, "")
    mark = "?" if "?" in end else "."
    for ending, put in _FIXED:
        if bare.endswith(ending):
            return bare[:-len(ending)] + put + mark
    if bare.endswith("안녕하십니까"):
        return bare + "."
    if bare.endswith("세요") and "?" not in end:
        return bare[:-2] + "시기 바랍니다."
    rebuilt = _rebuilt(bare)
    if rebuilt and "?" not in end:
        return rebuilt + "."
    return polite(sentence, "다")


def soft(sentence: str) -> str:
    """``sentence`` in 해요체; 좋습니다 → 좋아요 by the vowel before it."""
    tail = _TAIL.search(sentence)
    bare = sentence[:tail.start()] if tail else sentence
    if bare.endswith("시기 바랍니다"):
        return bare[:-len("시기 바랍니다")] + "세요" + "."
    if bare.endswith("겠습니다") and len(bare) > 5:
        return _with_final(bare[:-4], _L) + "게요." if _final(bare[-5]) == 0 else bare[:-4] + "을게요."
    if bare.endswith("습니다") and len(bare) > 3:
        stem = bare[:-3]
        open_vowel = _vowel(stem[-1]) in "ㅏㅗ" and _final(stem[-1]) != _SS
        return stem + ("아요" if open_vowel else "어요") + "."
    return polite(sentence, "요")


def _rebuilt(bare: str) -> str:
    """``bare`` with the 해요체 at its end taken off and 합니다체 put on; "" when it is not known safely."""
    if match := re.search(r"(?:을게요)$", bare):
        return bare[:match.start()] + "겠습니다"
    if bare.endswith("게요") and len(bare) > 2 and _final(bare[-3]) == _L:
        return _with_final(bare[:-2], 0) + "겠습니다"
    if match := _BEFORE.search(bare):
        return _declared(bare[:match.start()])
    if bare.endswith(("어요", "아요")) and len(bare) > 2 and _final(bare[-3]) > 0:
        return "" if _UNSURE.search(bare) else _declared(bare[:-2])
    if bare.endswith("워요") and len(bare) > 2 and not _REGULAR_U.search(bare[:-1]) and _final(bare[-3]) == 0:
        return _with_final(bare[:-2], _B) + "습니다"
    if bare.endswith("요") and len(bare) > 1 and _final(bare[-2]) == 0 and _vowel(bare[-2]) in _OPENED:
        return _with_final(_with_vowel(bare[:-1], _OPENED[_vowel(bare[-2])]), _B) + "니다"
    return ""


def _declared(stem: str) -> str:
    """A stem as a statement: 좋 → 좋습니다, 하 → 합니다."""
    if not stem or not "가" <= stem[-1] <= "힣":
        return ""
    return stem + "습니다" if _final(stem[-1]) not in {0, _L} else _with_final(stem, _B) + "니다"


def _final(syllable: str) -> int:
    return (ord(syllable) - _BASE) % _FINALS if "가" <= syllable <= "힣" else -1


def _vowel(syllable: str) -> str:
    return _ORDER[(ord(syllable) - _BASE) // _FINALS % _VOWELS] if "가" <= syllable <= "힣" else " "


def _with_final(text: str, final: int) -> str:
    return text[:-1] + chr(ord(text[-1]) - _final(text[-1]) + final)


def _with_vowel(text: str, vowel: str) -> str:
    shift = (_ORDER.index(vowel) - _ORDER.index(_vowel(text[-1]))) * _FINALS
    return text[:-1] + chr(ord(text[-1]) + shift)
