"""Single lines for places that hold no more: list items, search ads, text messages, titles."""

from typing import TYPE_CHECKING

from ... import sms
from ...channels import TextLimit
from . import lines, telling
from .asides import SHORTS
from .phrases import QUIET

if TYPE_CHECKING:
    from .writer import Draft

_TITLE_LEAST, _LEAST = 4, 8
_TOLD, _NEARLY, _FAR = 3.0, 0.3, 0.9
"""The weight of a line that tells what it is about; how much less than the best still does; how much less is a loss."""


def shorts(draft: "Draft") -> list[str]:
    """A word or two of the occasion."""
    return draft.voiced(SHORTS, draft.key if draft.key in SHORTS else "quiet" if draft.key in QUIET else "any")


def enough(draft: "Draft", limit: TextLimit, room: int, first: list[str]) -> list[str]:
    """Single lines for ``room``: those that carry the most of the news, as many as the seeds need.

    ``first`` are the owner's sentences, each of which says it all.
    """
    news, carry = telling.news_of(draft), sms.carried if limit.unit == "bytes" else str
    short_told = varied(draft, telling.told_in_one(draft, news))
    every = (*first, *framed(draft, first), *short_told, *informed(draft, limit, room), *compact(draft))
    short = [line for line in fitting([carry(line).strip() for line in every], limit) if limit.size(line) <= room]
    plain = {line.rstrip(" .!~") for line in first}

    def weight(line: str) -> float:
        """How much of the news a line carries; the owner's own sentence a little more."""
        own = any(said in line for said in plain)
        return news.weight(line) + (1.1 if own else 0) + (3.5 if own and draft.key in ("notice", "general") else 0)

    told = sorted((line for line in short if weight(line) >= _TOLD), key=weight, reverse=True) or short
    # Better the same news again than another line without it, where the room is that small.
    least = _LEAST // 4 if limit.unit == "bytes" else _LEAST
    best = weight(told[0]) if told else 0
    full = [line for line in told if weight(line) >= best - _NEARLY]
    far = limit.unit == "bytes" and len(full) < len(told) and weight(told[len(full)]) < best - _FAR
    return (full if len(full) >= least or far else told[:least])[:lines.ENOUGH + 4]


def varied(draft: "Draft", told: list[str]) -> list[str]:
    """``told`` with a mark before it, or a mark of its end."""
    marks = [f"{mark} " for mark in draft.voiced(SHORTS, "marks")]
    return [*told, *(f"{mark}{line}" for line in told for mark in marks if mark.strip("[] ") not in line),
            *(f"{line}!" for line in told if draft.register == "요" and draft.key not in QUIET)]


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
    cores = told or telling.told_in_one(draft, telling.news_of(draft))
    marks = ["", *(f"{mark} " for mark in draft.voiced(SHORTS, "marks"))]
    ends = ["", *(word for word in shorts(draft) if word[-1] in "요다")] if told or draft.key in QUIET else [
        "", *(draft.voiced(SHORTS, "wants") if draft.sells and draft.key != "booking" else ())]
    found = [f"{mark}{core}{' ' if core[-1] in '.!?' else ', '}{end}".strip(", ") for core in cores
             for mark in marks for end in ends if mark.strip("[] ") not in core or not mark
             if not (end and core[-1] in "요다")]
    return [*dict.fromkeys(found)]


def fitting(texts: list[str], limit: TextLimit) -> list[str]:
    """The different ones of ``texts`` that ``limit`` takes."""
    return [text for text in dict.fromkeys(texts) if text and limit.fits(text)]
