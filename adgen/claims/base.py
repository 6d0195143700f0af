"""What a rule about advertising claims is, the laws behind the rules, and the trades they concern."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["block", "warn", "note"]
FAIR = "표시·광고의 공정화에 관한 법률 제3조"
PROOF = "표시·광고의 공정화에 관한 법률 제3조·제5조(실증)"
FOOD = "식품 등의 표시·광고에 관한 법률 제8조"
BEAUTY = "화장품법 제13조"
MEDICAL = "의료법 제27조·제56조"
ALCOHOL = "국민건강증진법 제8조의2"
CHILD = "어린이 식생활안전관리 특별법 제10조"
RECOMMEND = "추천·보증 등에 관한 표시·광고 심사지침"
PRICE = "표시·광고의 공정화에 관한 법률 제3조(대법원 2019두36001)"
ORGANIC = "친환경농어업법 제30조"

FOODS = frozenset(("cafe", "restaurant", "chicken", "bakery", "snack", "dessert", "pub", "grocery", "general"))
BEAUTIES = frozenset(("hair", "nail", "skin", "general"))
BODIES = frozenset(("gym", "yoga", "skin", "general"))
LESSONS = frozenset(("academy", "general"))
ESTATES = frozenset(("realestate", "general"))
DRINKS = frozenset(("pub", "chicken", "restaurant", "cafe", "general"))


@dataclass(frozen=True)
class Rule:
    """One rule. ``unless`` are exceptions that touch the match. ``softer`` are (pattern, replacement) for the span.

    ``provable`` claims become notes when the owner states a ground. ``trades`` empty means every trade.
    """

    key: str
    law: str
    severity: Severity
    pattern: str
    why_ko: str
    why_en: str
    unless: str = ""
    softer: tuple[tuple[str, str], ...] = ()
    provable: bool = False
    trades: frozenset[str] = frozenset()
