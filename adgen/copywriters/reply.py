"""A reply to a customer's review: thanks, or an apology, without claiming anything.

The review is read for its mood and for what it is about, and never quoted: no name, number or insult can come back. An
instruction in it is text like any other. No compensation is offered and no other review is asked for.
"""

import re
from dataclasses import dataclass, replace

from ..brief import AdBrief, Caption
from ..channels import TEXTS
from . import builtin
from .blog import yarn
from .blog_phrases.endings import ENDINGS
from .blog_phrases.services import FAMILIES
from .korean import with_particle
from .reply_phrases import moods
from .reply_phrases.answers import ANSWERS, FACTS, NAMING, REPLY_ENDINGS
from .weave import Loom

LIMIT = TEXTS["review_reply"]
_CLAUSE = re.compile(r"(?<=[.!?~…\n])\s*|(?<=으나)[\s,]+|(?<=[가-힣][데만])[\s,]+|(?:그런데|근데|하지만|다만|but)\s*",
                     re.IGNORECASE)
_SLOT = re.compile(r"\{(\w+)\}")
_SAID = re.compile(r"[가-힣A-Za-z]")
_PLAIN = frozenset(("complaint", "serious", "low"))
"""Moods that are answered without the tone's playfulness."""
_LONGEST_FACT = 60


@dataclass(frozen=True)
class Review:
    """What a review says: its mood (a row of ANSWERS), what it likes, what it misses, and what it asks."""

    mood: str
    liked: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    asked: str = ""


def reply(brief: AdBrief, review: str) -> Caption:
    """At most 300 characters in the store's voice. It never argues, and repeats no personal data of the review."""
    draft = builtin.Draft(brief)
    found = read_review(review, draft.trade.key)
    thread = yarn(draft, f"reply|{review}")
    slots = dict(thread.slots)
    store = brief.store
    told = {"topic": _joined(found.liked), "low": _joined(found.missed), "hours_told": store.opening_hours.strip(),
            "inside": moods.INSIDE[FAMILIES[draft.trade.key]], "address": store.address.strip(),
            "link": store.link_url.strip(), "phone": store.phone.strip()}
    slots |= {name: value for name, value in told.items() if value and len(value) <= _LONGEST_FACT}
    voices = (draft.register,) if found.mood in _PLAIN else thread.voices
    plain = {register: row for register, row in ENDINGS["thank"].items() if register in "요다"}
    endings = {**ENDINGS, **REPLY_ENDINGS, "thanks": plain}
    loom = Loom(replace(thread, slots=slots, endings=endings, voices=voices))
    return Caption(_written(loom, found, slots))


def _written(loom: Loom, found: Review, slots: dict[str, str]) -> str:
    lines: list[str] = []
    for row in _rows(found, slots):
        sentence = loom.sentence(row)
        if sentence and LIMIT.fits(" ".join([*lines, sentence])):
            lines.append(sentence)
    return " ".join(lines)


def _rows(found: Review, slots: dict[str, str]) -> list[list[str]]:
    """The rows of the mood, an answer among them where the guest asked something, in templates that can be filled."""
    rows = list(ANSWERS[found.mood])
    answer = FACTS.get(found.asked, ())
    if answer and {"hours": "hours_told"}.get(found.asked, found.asked) in slots:
        rows = [rows[0], answer, rows[-1]] if found.mood == "question" else [rows[0], answer, *rows[1:]]
    elif found.asked and found.mood in {"praise", "mixed", "neutral"}:
        rows = [*rows[:-1], ANSWERS["question"][1], rows[-1]]
    return [_named([one for one in row if set(_SLOT.findall(one)) <= set(slots)]) for row in rows]


def _named(row: list[str]) -> list[str]:
    """Of ``row`` the templates that name what is known, where there are any."""
    return [one for one in row if NAMING & set(_SLOT.findall(one))] or row


def read_review(review: str, trade: str) -> Review:
    """What ``review`` says, by the tables of ``moods``; ``trade`` names what one gets there."""
    text = re.sub(r"https?://\S+", " ", review).strip()
    if not _SAID.search(re.sub(r"점|별점?|개", "", text)) or len(re.findall("[가-힣]", text)) <= 8 and _stars(text):
        return Review(_stars(text) or "neutral")
    liked: dict[str, None] = {}
    missed: dict[str, None] = {}
    good = bad = False
    for clause in filter(None, _CLAUSE.split(text)):
        plain = re.sub(moods.UNSAID, " 좋 ", clause)
        blames = bool(re.search(moods.COMPLAINT, plain, re.IGNORECASE))
        praises = bool(re.search(moods.PRAISE, re.sub(moods.COMPLAINT, " ", plain, flags=re.IGNORECASE), re.IGNORECASE))
        good, bad = good or praises, bad or blames
        where = missed if blames else liked if praises else {}
        where.update(dict.fromkeys(_topics(clause, trade)))
    asked = next((key for key, pattern in moods.ASKED if re.search(pattern, text, re.IGNORECASE)), "")
    asks = bool(re.search(moods.QUESTION, text)) or "?" in text and not (good or bad)
    mood = _mood(text, good, bad, asks)
    return Review(mood, tuple(topic for topic in liked if topic not in missed and topic != "기다리신 시간")[:2],
                  tuple(missed)[:2], (asked or "other") if asks else "")


def _mood(text: str, good: bool, bad: bool, asks: bool) -> str:
    if bad and re.search(moods.SERIOUS, text):
        return "serious"
    if good and bad:
        return "mixed"
    if bad:
        return "complaint"
    if good:
        return "praise"
    return "question" if asks else _stars(text) or "neutral"


def _stars(text: str) -> str:
    """"high", "low" or "" by stars, a bare number of points, or emoji."""
    black = text.count("★") + text.count("⭐") + text.count("🌟")
    if black:
        return "low" if black <= 2 else "high" if black >= 4 else "neutral"
    if any(mark in text for mark in moods.EMOJI_LOW) or re.search(moods.STARS_LOW, text):
        return "low"
    return "high" if any(mark in text for mark in moods.EMOJI_HIGH) or re.search(moods.STARS_HIGH, text) else ""


def _topics(clause: str, trade: str) -> list[str]:
    found = [topic for topic, pattern in moods.TOPICS if re.search(pattern, clause, re.IGNORECASE)]
    result = moods.RESULTS.get(trade, "")
    named = [result if topic == "result" else topic for topic in found]
    if "청결" in named:
        named = [topic for topic in named if topic != "맛"]
    return [topic for topic in named if topic and not (result and topic in moods.FOOD_TOPICS and trade != "grocery")]


def _joined(topics: tuple[str, ...]) -> str:
    if len(topics) < 2:
        return "".join(topics)
    return with_particle(topics[0], "과") + " " + topics[1]


