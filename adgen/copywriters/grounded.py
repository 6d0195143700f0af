"""Is a model's line true to the brief? What numbers, dates, addresses and claims it makes must stand there.

Rules follow facts/law.md (표시광고법 Art. 3, 식품표시광고법 Art. 8) and facts/security.md §4 'Prompt injection'.
These are findings for our own writer, not legal advice.
"""

import re
import unicodedata

from ..brief import AdBrief
from .reading import won

_AMOUNT = re.compile(r"(\d[\d,.]*\s*(?:[만천백]\s*\d*\s*){0,3})\s*(원|%|퍼센트|프로)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LINK = re.compile(r"https?://\S+|www\.\S+|(?<![\w.])[\w-]+\.(?:com|net|org|kr|io|me|shop|store|co|ly|gl)\b\S*|@\w+",
    re.IGNORECASE)
_LEAK = re.compile(r"system prompt|시스템 프롬프트|previous instructions|이전 지시|instructions?:|as an ai|언어 ?모델"
    r"|JSON", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?。])\s+")
_HANGUL = re.compile("[가-힣]")
STATED: tuple[str, ...] = (
    "오늘", "내일", "이번 주", "다음 주", "주말", "평일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일",
        "일요일", "이번 달", "연말",
    "한정", "선착순", "마감", "무료", "공짜", "반값", "절반", "증정", "덤", "1+1", "할인", "세일", "특가", "쿠폰",
        "적립", "사은품", "배달", "포장", "주차",
    "예약제", "당일", "직접", "수제", "손수", "국내산", "국산", "유기농", "무농약", "제철", "갓 ", "매일", "전통",
        "비법", "장인", "전문", "후기", "리뷰", "단골", "인기",
    "입소문", "소문난", "수상", "인증", "특허", "원조", "대를 이어", "정성껏 키운", "무첨가", "천연", "프리미엄",
        "신선", "비건", "글루텐", "천 원", "만 원", "년째", "주년",
    "와이파이", "반려동물", "오픈", "품절", "재입고", "단독", "신메뉴", "신상", "출시",
)
"""Words that state a fact: a line may use one only when the brief does."""
CLAIMS = re.compile(
    r"최고|최상|최초|최대|최저|최강|유일|1위|일등|넘버원|무조건|100\s*%|완벽|절대|보장|부작용|업계|국내 ?유일|세계"
        r"|기적|면역|항암|당뇨|혈압|혈액순환|해독|디톡스|다이어트|체지방|숙취"
    r"|염증|노화|피부 개선|관절|간에 좋|보양|효능|효과|치료|예방|건강에 좋|몸에 좋|best|no\.? ?1|#1", re.IGNORECASE)
"""Superlatives and health claims: a line may repeat the owner's own, never add one."""


def clean(text: str, limit: int) -> str:
    """``text`` without control characters and markup, trimmed; "" when it is longer than ``limit`` characters."""
    text = unicodedata.normalize("NFC", re.sub(r"<[^<>]{0,200}>", " ", text))
    text = "".join(ch for ch in text if ch == "\n" or unicodedata.category(ch)[0] != "C")
    text = "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    return text if len(text) <= limit else ""


def numbers(text: str) -> set[str]:
    """The numbers in ``text``, thousands separators removed: "4,900원" gives {"4900"}."""
    return {match.replace(",", "").rstrip(".") for match in _NUMBER.findall(text)}


def amounts(text: str) -> set[tuple[int, str]]:
    """Prices and percentages in ``text`` as (number, unit): "9천원" and "9,000원" are the same."""
    found = set()
    for number, unit in _AMOUNT.findall(text):
        found.add((won(number + "원"), "원" if unit == "원" else "%"))
    return found


def is_grounded(line: str, brief: AdBrief) -> bool:
    """True when ``line`` states nothing that the brief does not, and says nothing the owner banned."""
    facts = brief.facts()
    flat = re.sub(r"\s", "", facts)
    known = amounts(facts) | {(int(number), unit) for number in numbers(brief.price + " " + brief.original_price)
                              if number.isdecimal() for unit in ("원",)}
    links = [link.rstrip(".,!?)") for link in _LINK.findall(line)]
    if any(link not in facts for link in links) or _LEAK.search(line) or _is_foreign(line, facts):
        return False
    priced = amounts(line)
    loose = numbers(_AMOUNT.sub(" ", line))
    if not priced <= known or not loose <= numbers(facts):
        return False
    if any(word in line and word.replace(" ", "") not in flat for word in STATED):
        return False
    if any(found not in facts for found in (match.group() for match in CLAIMS.finditer(line))):
        return False
    return not any(word.strip() and word in line and word not in brief.description for word in brief.store.banned_words)


def _is_foreign(line: str, facts: str) -> bool:
    """True for a sentence of three Latin words or more without Hangul that a Korean brief does not hold."""
    return (bool(_HANGUL.search(facts)) and not _HANGUL.search(line) and line.strip() not in facts
            and len(re.findall(r"[A-Za-z]{2,}", line)) > 2)


def kept(text: str, brief: AdBrief) -> str:
    """``text`` without the sentences that are not grounded."""
    lines = []
    for line in text.split("\n"):
        lines.append(" ".join(part for part in _SENTENCE.split(line) if is_grounded(part, brief)))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
