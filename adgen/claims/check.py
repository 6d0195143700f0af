"""The checker: marks spans with their legal basis and a softer wording.

The checker reports findings; it never says that a text is lawful. Sources: facts behind the rows are the Fair Labelling
and Advertising Act Art. 3 and 5 (표시광고법), the Act on Labelling and Advertising of Foods Art. 8 (식품표시광고법),
the Cosmetics Act Art. 13, the Medical Service Act Art. 56, the National Health Promotion Act Art. 8-2 (alcohol), the
Special Act on Safety Management of Children's Dietary Life Art. 10, and the FTC's guideline on recommendations; read
2026-11. Not legal advice, and the page says so.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Literal

from ..brief import Note
from ..errors import InvalidInput
from .base import Rule, Severity
from .bodies import BODY_RULES
from .general import GENERAL
from .people import PEOPLE

RULES: tuple[Rule, ...] = (*GENERAL, *BODY_RULES, *PEOPLE)
NOTICE = Note("법률 자문이 아니에요. 자주 문제가 되는 말을 찾아 드릴 뿐이고, 찾은 것이 없어도 괜찮다는 뜻은 아니에요.",
              "Not legal advice: frequent pitfalls only, and finding nothing does not mean that all is well.")
NEAR = 40
"""An exception is looked for within this many characters of the match: a long text stays quick."""
MOST = 5000
"""Longest text that is checked, in characters."""
_SEVERITY: tuple[Literal["block", "warn", "note"], ...] = ("block", "warn", "note")


@dataclass(frozen=True)
class Finding:
    """One span ``text[start:end]`` (characters) that a rule matched.

    ``severity`` is "block" (do not publish so), "warn" (needs a ground or another wording) or "note" (something to
    add). ``suggestion`` replaces the span, empty when only the owner can say it otherwise. ``grounded`` is true when
    the owner stated a ground (기관·기간·범위): it is then printed small, and the finding stays as a reminder.
    """

    start: int
    end: int
    text: str
    rule: str
    law: str
    severity: Severity
    suggestion: str
    why_ko: str
    why_en: str
    grounded: bool = False
    provable: bool = False
    """Whether a stated ground makes the words sayable."""


def check(text: str, trade: str = "general", ground: str = "") -> tuple[Finding, ...]:
    """The findings in ``text``, in order, none inside another.

    ``trade`` is a key of the trades' table: rules for foods, beauty or alcohol run where they apply. ``ground`` is what
    the owner can prove a superlative with; it turns those findings into notes.

    Raises:
        InvalidInput: more than 5,000 characters.
    """
    if len(text) > MOST:
        raise InvalidInput("한 번에 {most}자까지 살펴볼 수 있어요. 나눠서 넣어 주세요.",
                           "At most {most} characters at a time. Please split the text.", most=MOST, field="text")
    found = [finding for rule in RULES if not rule.trades or trade in rule.trades
             for finding in _matches(rule, text, ground.strip())]
    return _outermost(found)


def _matches(rule: Rule, text: str, ground: str) -> Iterable[Finding]:
    for match in _compiled(rule.pattern).finditer(text):
        if rule.unless and _excused(rule, text, match):
            continue
        grounded = bool(ground) and rule.provable
        yield Finding(match.start(), match.end(), match.group(), rule.key, rule.law,
                      "note" if grounded else rule.severity, _softer(rule, match.group()), rule.why_ko, rule.why_en,
                      grounded, rule.provable)


def _excused(rule: Rule, text: str, match: re.Match[str]) -> bool:
    """Whether an exception covers the match: it must touch the match itself, within its own sentence."""
    floor, ceiling = max(0, match.start() - NEAR), min(len(text), match.end() + NEAR)
    start = max(floor, max(text.rfind(mark, floor, match.start()) for mark in ".!?\n") + 1)
    ends = [at for at in (text.find(mark, match.end(), ceiling) for mark in ".!?\n") if at >= 0]
    sentence_end = min(ends) if ends else ceiling
    return any(excuse.start() < match.end() and excuse.end() > match.start()
               for excuse in _compiled(rule.unless).finditer(text, start, sentence_end))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _softer(rule: Rule, found: str) -> str:
    for pattern, put in rule.softer:
        softened, count = _compiled(pattern).subn(put, found, count=1)
        if count:
            return softened
    return ""


def _outermost(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of overlapping findings the graver one, then the longer one."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda one: (_SEVERITY.index(one.severity), one.start - one.end, one.start)):
        if all(finding.end <= other.start or finding.start >= other.end for other in kept):
            kept.append(finding)
    return tuple(sorted(kept, key=lambda one: one.start))


def soften(text: str, trade: str = "general", ground: str = "") -> str:
    """``text`` with every finding that has a softer wording replaced by it; the others stay for the owner."""
    for finding in reversed(check(text, trade, ground)):
        if finding.suggestion and finding.severity != "note":
            text = text[:finding.start] + finding.suggestion + text[finding.end:]
    return text


def as_dicts(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The findings for programs."""
    return [asdict(finding) for finding in findings]


def rules_table() -> list[tuple[str, str, str, str, str]]:
    """(key, severity, law, why, trades) of every rule: the documentation's table is made from this."""
    return [(f"`{rule.key}`", rule.severity, rule.law, rule.why_ko, ", ".join(sorted(rule.trades)) or "–")
            for rule in RULES]
