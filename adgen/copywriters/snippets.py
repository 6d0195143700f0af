"""Single lines for places that hold no more: list items, search ads, text messages, titles."""

from typing import TYPE_CHECKING

from .. import sms
from ..channels import TextLimit
from . import lines
from .phrases import QUIET
from .sayings import SHORTS

if TYPE_CHECKING:
    from .builtin import Draft

_TITLE_LEAST = 4


def shorts(draft: "Draft") -> list[str]:
    """A word or two of the occasion."""
    return draft.voiced(SHORTS, draft.key if draft.key in SHORTS else "quiet" if draft.key in QUIET else "any")


def enough(draft: "Draft", limit: TextLimit, room: int, first: list[str]) -> list[str]:
    """At least twenty single lines for ``room``, as far as there are: those that carry the news before the others."""
    facts, carry = facts_of(draft), sms.carried if limit.unit == "bytes" else str
    every = [*informed(draft, limit, room), *compact(draft)]
    ranked = [*first, *(line for line in every if not facts or facts[0] in line), *every]
    short = [line for line in fitting([carry(line).strip() for line in ranked], limit) if limit.size(line) <= room]
    told = [line for line in short if not facts or facts[0] in line or line in first]
    return told if len(told) >= lines.ENOUGH else short[:lines.ENOUGH]


def facts_of(draft: "Draft") -> list[str]:
    """What a single line should carry, the matter itself first."""
    reading = draft.reading
    deal = " ".join(filter(None, (reading.condition, reading.gift or draft.slots.get("deal", ""))))
    offer = reading.offer if reading.offer not in deal else ""
    times = (draft.slots.get("when", ""), reading.hours if draft.key in QUIET else "")
    return [fact for fact in (reading.product, reading.role, deal, offer, *times) if fact]


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
    known = [draft.slots[name] for name in ("product", "present", "role", "when", "store") if name in draft.slots]
    words = [*(f", {short}" for short in shorts(draft)), *(f" {word}" for word in draft.voiced(SHORTS, "nouns"))]
    return [f"{what}{word}" for what in known for word in words] + lines.plain(draft)


def fitting(texts: list[str], limit: TextLimit) -> list[str]:
    """The different ones of ``texts`` that ``limit`` takes."""
    return [text for text in dict.fromkeys(texts) if text and limit.fits(text)]
