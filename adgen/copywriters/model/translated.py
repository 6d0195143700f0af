"""Is a model's line in English, Japanese or Chinese that language, and does it say no more than the brief?"""

import re

from ...brief import AdBrief
from ..checks.grounded import numbers

_HAN, _KANA, _LATIN, _HANGUL = "\u4e00-\u9fff々", "\u3040-\u30ff", "A-Za-zÀ-ÿ", "가-힣ㄱ-ㅎㅏ-ㅣ"
SCRIPTS: dict[str, tuple[str, str]] = {
    "en": (f"[{_LATIN}]", f"[{_HANGUL}{_HAN}{_KANA}]"), "ja": (f"[{_KANA}{_HAN}]", f"[{_HANGUL}]"),
    "zh": (f"[{_HAN}]", f"[{_HANGUL}{_KANA}]"),
}
"""What a line in the language has, and what it must not have."""
_WEB = re.compile(r"https?:|www\.|\w\.(?:com|net|org|kr|io|me)\b|@\w", re.IGNORECASE)
STATED: tuple[tuple[str, str], ...] = (
    (r"\bbest\b|\bfinest\b|\bno\. ?1|#1|number one|最高|最強|ナンバーワン|一番|第一|最好|最佳|顶级",
     "최고|1위|제일|베스트|으뜸"),
    (r"\bfree\b|無料|免费|免費|赠|プレゼント", "무료|공짜|증정|서비스|드려|드립|덤|선물"),
    (r"\bguarantee|保証|保证|必ず|一定能", "보장|보증"),
    (r"\blimited\b|限定|限时|限量", "한정|까지|동안|기간|선착순"),
    (r"\bdiscount|\bsale\b|% ?off|\bdeal\b|割引|セール|割|打折|折扣|优惠|特价", "할인|세일|특가|반값|행사|→|이벤트"),
    (r"\btoday\b|\btomorrow\b|今日|明日|今天|明天|本日", "오늘|내일|당일"),
    (r"\bhealth|\bcure|\bheal|\bdetox|健康|治|美白|解毒", "건강|치유"),
    (r"\baward|\bfamous|\bpopular|人気|受賞|有名|人气|著名|获奖|网红", "수상|유명|인기"),
    (r"\borganic|\bvegan|オーガニック|有機|有机|纯素", "유기농|비건"),
    (r"\bhome-?made|\bhandmade|手作り|手工|手作", "수제|직접|손수|만든|만들"),
)
"""What a line may say (pattern) only where the shop said something like it (pattern in Korean)."""


def is_true_to(line: str, code: str, brief: AdBrief) -> bool:
    """True when ``line`` is in the language ``code`` ("en", "ja", "zh") and states nothing the brief does not."""
    has, lacks = SCRIPTS[code]
    facts = brief.facts()
    name = brief.store.name.strip()
    bare = line.replace(name, "") if name else line
    if not re.search(has, line) or re.search(lacks, bare) or _WEB.search(line) or not numbers(line) <= numbers(facts):
        return False
    return all(re.search(korean, facts) for pattern, korean in STATED if re.search(pattern, line, re.IGNORECASE))
