"""One sentence made fit to post: its claims put in softer words, or the sentence taken out, and why."""

import re
from dataclasses import dataclass

from ... import claims
from ...brief import AdBrief, Note
from ..language.korean import particle
from .grounded import invention

_ATTRIBUTE = re.compile(r"(?:[는한의된운난]|좋은|높은|낮은|많은|받은)\s*$")
_GOES_ON = re.compile(r"^(?:[이가은는을를]?\s?(?:뛰어난|있는|좋은|탁월한|높은|가득한|풍부한|주는|돕는|되는))"
                      r"\s+(?=[가-힣A-Za-z])")
_NOUN_NEXT = re.compile(r"^\s*(?![가-힣]+(?:아요|어요|해요|돼요|니다|세요)(?:$|[.!]))[가-힣A-Za-z]{2}")
_LEFT_OVER = re.compile(r"(?:[가-힣]+(?:와|과|하고|이랑|랑|및)|[,·]|(?:연\s?)?\d+\s?%"
                        r"|(?:[가-힣]+\s)?[가-힣]*(?:해도|수록|으면|하면|어도|아도|있어|해서|돼서|어서))\s*$")


@dataclass(frozen=True)
class Mended:
    """What is left of a sentence ("": nothing), and why it changed (None: it did not)."""

    text: str
    why: Note | None = None


def grave(text: str, brief: AdBrief, own: str = "") -> tuple[claims.Finding, ...]:
    """The findings that must go: every claim of level "block", and a "warn" that does not stand in ``own``."""
    flat = re.sub(r"\s", "", own)
    return tuple(found for found in claims.check(text[:claims.MOST], brief.store.trade, brief.ground)
                 if found.severity == "block"
                 or (found.severity == "warn" and re.sub(r"\s", "", found.text) not in flat))


def mended(sentence: str, brief: AdBrief) -> Mended:
    """``sentence`` of a written text, its claims softened; nothing when it states what the brief does not."""
    found = grave(sentence, brief, brief.facts())
    if found:
        softer = _softer(sentence, found)
        if softer and not grave(softer, brief, brief.facts()) and not invention(softer, brief):
            return Mended(softer, _changed(found[0], softer))
        return Mended("", _named(found[0]))
    made_up = invention(sentence, brief)
    return Mended("", made_up.why) if made_up else Mended(sentence)


def softened_claims(sentence: str, brief: AdBrief) -> Mended:
    """The owner's own ``sentence`` without claims of level "block"; their other words stay as they are."""
    found = tuple(one for one in grave(sentence, brief, sentence) if one.severity == "block")
    if not found:
        return Mended(sentence)
    softer = _softer(sentence, found)
    if softer and not grave(softer, brief, softer):
        return Mended(softer, _changed(found[0], softer))
    return Mended("", _named(found[0]))


def _softer(sentence: str, found: tuple[claims.Finding, ...]) -> str:
    """``sentence`` with each finding in its softer wording, or left out where it only describes a noun; "" when a
    finding can do neither."""
    for one in reversed(found):
        before, after = sentence[:one.start], sentence[one.end:]
        if one.suggestion:
            sentence = before + one.suggestion + after
        elif re.search(r"(?:^|\s)$", before) and (_GOES_ON.search(after) or (
                _ATTRIBUTE.search(one.text) and _NOUN_NEXT.search(after))):
            while _LEFT_OVER.search(before):
                before = _LEFT_OVER.sub("", before)
            sentence = before + _GOES_ON.sub("", after).lstrip()
        else:
            return ""
    return re.sub(r"\s{2,}", " ", sentence).strip() if re.search(r"[가-힣A-Za-z]{2}", sentence) else ""


def _named(found: claims.Finding) -> Note:
    return Note(f"{found.why_ko} ({found.law})", f"{found.why_en} ({found.law})")


def _changed(found: claims.Finding, softer: str) -> Note:
    why = _named(found)
    return Note(f"'{softer}'{particle(softer, '으로')} 바꿨어요. {why.ko}", f"Changed to '{softer}'. {why.en}")
