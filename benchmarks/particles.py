"""Wrong particles after nouns, found without the product's own rules: by jamo, and by a table of readings.

Two checks. ``after_words`` looks at each name and each word of a brief, and judges the particle that stands right after
it. ``anywhere`` looks at every word for what is wrong whatever the noun: 를, 와 or 예요 after a final consonant, 을 or
으로 after a vowel, with the few words of the language that only look so.
"""

import re
from collections.abc import Iterable

READINGS: dict[str, str] = {
    "lab": "랩", "bbk": "비비케이", "chicken": "치킨", "seoul": "서울", "k": "케이", "1975": "칠십오",
    "1004": "사", "365": "오",
    "9": "구", "tailor": "테일러", "nail": "네일", "moon": "문", "me": "미", "english": "잉글리시",
    "c++": "플러스플러스",
    "2": "이", "pt": "피티", "1": "일", "3": "삼", "5": "오", "6": "육", "7": "칠", "8": "팔", "4": "사", "0": "영",
    "%": "퍼센트",
    "room": "룸", "gym": "짐", "cafe": "카페", "bar": "바", "latte": "라테", "pain": "팽", "flower": "플라워",
    "hair": "헤어",
}
"""How the Latin and digit words of ``briefs.tsv`` are read aloud (their last syllable counts)."""
_PAIRS = (("을", "를"), ("은", "는"), ("과", "와"), ("이에요", "예요"), ("이라", "라"), ("이나", "나"), ("이", "가"),
          ("으로", "로"))
_NOT_AFTER = r"(?![가-힣])"
_LOOKS_SO = re.compile(
    r"^(?:들를|가을|마을|노을|고을|개을|[가-힣]*(?:가을|마을|노을)|효과|결과|사과|성과|치과|학과|경과|외과|내과|안과|초과"
    r"|통과|투과|다과|한과|유과"
    r"|진로|종로|통로|경로|항로|활로|선로|북로|을지로|양로|[가-힣]*(?:대로|종로|경로|통로)|기와|누구와)$")
_TOKEN = re.compile(r"[가-힣A-Za-z\d%+&.]+")


def last_jamo(word: str) -> int | None:
    """Index of the final consonant of a word as it is read, 0 for a vowel; None when no reading is known."""
    bare = re.sub(r"[\s)\]'\"”’!?.,~]+$", "", re.sub(r"\([^()]*\)\s*$", "", word))
    if not bare:
        return None
    if "가" <= bare[-1] <= "힣":
        return (ord(bare[-1]) - 0xAC00) % 28
    tail = re.search(r"(?:[A-Za-z+]+|\d+|%)$", bare)
    if not tail:
        return None
    piece = tail.group().lower()
    reading = READINGS.get(piece) or (_number(piece) if piece.isdigit() else "")
    return (ord(reading[-1]) - 0xAC00) % 28 if reading else None


def _number(digits: str) -> str:
    """The last syllable of a number read in Sino-Korean."""
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros and zeros < len(digits):
        return {1: "십", 2: "백", 3: "천", 4: "만"}.get(zeros, "만")
    return READINGS.get(digits[-1], "")


def after_words(text: str, words: Iterable[str]) -> list[str]:
    """The pairs of word and particle that do not fit, and those whose reading nobody wrote down."""
    found = []
    for word in words:
        for match in re.finditer(re.escape(word) + r"(이에요|예요|이라면|라면|으로|로|을|를|은|는|과|와|이"
                                                   r"|가)" + _NOT_AFTER, text):
            said, final = match.group(1).replace("이라면", "이라").replace("라면", "라"), last_jamo(word)
            if final is None:
                found.append(f"{match.group()} (no reading of {word})")
                continue
            closed, opened = next(pair for pair in _PAIRS if said in pair)
            right = opened if not final or (closed == "으로" and final == 8) else closed
            if said != right and not (said in ("이", "은", "가") and match.group() in words):
                found.append(match.group())
    return found


def anywhere(text: str) -> list[str]:
    """Words whose last particle can be no good, whatever the noun."""
    found = []
    for token in (token.rstrip(".") for token in _TOKEN.findall(text)):
        if _LOOKS_SO.match(token):
            continue
        for particle, closed_is_right in (("를", False), ("와", False), ("예요", False), ("으로", True), ("을", True)):
            stem = token.removesuffix(particle)
            if stem == token or not stem or not "가" <= stem[-1] <= "힣":
                continue
            final = (ord(stem[-1]) - 0xAC00) % 28
            if bool(final) is not closed_is_right or (particle == "으로" and final == 8):
                found.append(token)
            break
    return found


def both_spellings(text: str) -> list[str]:
    """"을(를)": the writer did not know."""
    return re.findall(r"\S*(?:을\(를\)|은\(는\)|이\(가\)|과\(와\)|으로\(로\)|\(으\)로|이에요\(예요\))", text)
