"""Single lines for places that hold no more: list items, search ads, text messages, titles."""

from typing import TYPE_CHECKING

from .. import sms
from ..channels import TextLimit
from . import lines
from .asides import SHORTS
from .phrases import QUIET

if TYPE_CHECKING:
    from .builtin import Draft

_TITLE_LEAST, _LEAST = 4, 8


def shorts(draft: "Draft") -> list[str]:
    """A word or two of the occasion."""
    return draft.voiced(SHORTS, draft.key if draft.key in SHORTS else "quiet" if draft.key in QUIET else "any")


def enough(draft: "Draft", limit: TextLimit, room: int, first: list[str]) -> list[str]:
    """At least twenty single lines for ``room``, as far as there are: the more of the news one carries, the earlier.

    ``first`` are the owner's sentences, each of which says it all.
    """
    facts, carry = facts_of(draft), sms.carried if limit.unit == "bytes" else str
    every = (*framed(draft, first), *informed(draft, limit, room), *compact(draft))
    short = [line for line in fitting([carry(line).strip() for line in every], limit) if limit.size(line) <= room]
    news = {line.text for line in draft.pool if line.angle == "news"}

    def weight(line: str) -> float:
        """How much of the news a line carries."""
        held = [fact for fact in facts if fact in line]
        whole = 1.5 * any(said in line for said in first)
        part = 1 if draft.slots.get("present", "\n") in line else 0
        return whole + (2 * len(held) + (line in news) if facts[:1] == held[:1] else part)

    told = [line for line in short if weight(line)]
    # Better the same news again than another line without it, where the room is that small.
    least = _LEAST // 4 if limit.unit == "bytes" else _LEAST
    return sorted(told if len(told) >= least else short, key=weight, reverse=True)[:lines.ENOUGH + 4]


def facts_of(draft: "Draft") -> list[str]:
    """What a single line should carry, the matter itself first."""
    reading = draft.reading
    deal = " ".join(filter(None, (reading.condition, reading.gift or draft.slots.get("deal", ""))))
    offer = reading.offer if reading.offer not in deal else ""
    times = (draft.slots.get("when", ""), reading.hours if draft.key in QUIET else "")
    found: list[str] = []
    for fact in (reading.product, reading.role, deal, offer, *times):
        if fact and not any(fact in known for known in found):
            found.append(fact)
    return found


def informed(draft: "Draft", limit: TextLimit, room: int) -> list[str]:
    """Headlines with as many of the facts behind them as ``room`` takes; moods where news and benefits are few."""
    facts, found = facts_of(draft), []
    for headline in sorted(draft.pool, key=lambda line: line.angle == "mood"):
        line = max((joined(headline.text, [fact for fact in facts[:count] if fact not in headline.text])
                    for count in range(len(facts) + 1)),
                   key=lambda text: len(text) if limit.size(text) <= room else 0)
        if limit.size(line) <= room:
            found.append(line)
    return found


def joined(headline: str, facts: list[str]) -> str:
    """A headline and what it leaves open, as one would type it into a message."""
    if not facts:
        return headline
    gap = " " if headline[-1] in "?!" else ". " if headline[-1] in "요다죠" else " · " if "," in headline else ", "
    return f"{headline}{gap}{' '.join(facts)}"


def title(draft: "Draft", limit: TextLimit, text: str) -> str:
    """A headline that fits as a title and does not stand in the text already: news before moods, plain words last."""
    room, carry = limit.title or 0, sms.carried if limit.unit == "bytes" else str
    every = draft.pool
    pools = ([line.text for line in every if line.angle == "news"], [line.text for line in every], lines.plain(draft))
    pooled = [[line for line in map(carry, pool) if limit.size(line) <= room and len(line) >= _TITLE_LEAST
                and line not in text] for pool in pools]
    return draft.pick(limit.key + " title", next(filter(None, pooled), [text[:room]]))[0]


def compact(draft: "Draft") -> list[str]:
    """The shortest lines there are: what it is about, and a word."""
    wants = draft.voiced(SHORTS, "quiet" if draft.key in QUIET else "wants")
    nouns = draft.voiced(SHORTS, f"{draft.key} nouns") or draft.voiced(SHORTS, "nouns")
    words = [*(f", {word}" for word in wants), *(f" {word}" for word in nouns)]
    names = ("product", "present", "role", "when", *(("hours",) if draft.key in QUIET else ()))
    matter = [draft.slots[name] for name in names if name in draft.slots]
    ends = [f", {word}" for word in shorts(draft)] + words[len(wants):]
    return ([f"{what}{word}" for what in matter for word in words]
            + [f"{draft.slots['store']}{word}" for word in ends] + lines.plain(draft))


def framed(draft: "Draft", told: list[str]) -> list[str]:
    """The news itself, as one writes it into a message: a mark before it, a word behind it.

    The owner's sentence where ``told`` has one, else its facts.
    """
    facts, nouns = facts_of(draft), draft.voiced(SHORTS, f"{draft.key} nouns")
    cores = told or [" ".join([*facts[:count], *nouns[:1]]) for count in range(len(facts), 0, -1)]
    marks = ["", *(f"{mark} " for mark in draft.voiced(SHORTS, "marks"))]
    ends = ["", *(word for word in shorts(draft) if word[-1] in "요다")] if told or draft.key in QUIET else [
        "", *draft.voiced(SHORTS, "wants")]
    return [f"{mark}{core}{' ' if core[-1] in '.!?' else ', '}{end}".strip(", ") for core in cores
            for mark in marks for end in ends if not (end and core[-1] in "요다")]


def fitting(texts: list[str], limit: TextLimit) -> list[str]:
    """The different ones of ``texts`` that ``limit`` takes."""
    return [text for text in dict.fromkeys(texts) if text and limit.fits(text)]
