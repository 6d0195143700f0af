"""A reply to a customer's review: thanks, or an apology in plain words, without claiming anything.

The review is read (``reviews``) and never quoted: no name, number or insult can come back. No compensation is offered
and no other review is asked for. Twenty seeds in a row give twenty replies: the first sentence differs.
"""

import random
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ...brief import AdBrief, Caption
from ...channels import TEXTS
from ..language.korean import with_particle
from . import writer as builtin
from .blog import yarn
from .blog_phrases.services import FAMILIES
from .reply_phrases import answers, moods
from .reply_phrases.faults import DEFAULTS
from .reviews import Point, Review, read_review
from .weave import Yarn, every, fill

LIMIT = TEXTS["review_reply"]
_SLOT = re.compile(r"\{(\w+)\}")
_ENDING = re.compile(r"<(\w+)>")
_LITERAL = re.compile(r"([^\s{}^\[\]|]+)\^(이에요|은|이|으로)")
_PLAIN = frozenset(("complaint", "grave", "serious", "low", "meh", "mixed"))
"""Moods that are answered without the tone's playfulness."""
_LONGEST_FACT = 70
_USUAL = 200
"""Characters beyond which a farewell or thanks is left out."""


def reply(brief: AdBrief, review: str) -> Caption:
    """At most 300 characters in the store's voice. It never argues, and repeats no personal data of the review."""
    draft = builtin.Draft(brief)
    found = read_review(review, draft.trade.key)
    loom = _Loom(brief, draft.trade.key, draft.register, yarn(draft, "reply"), review)
    return Caption(loom.written(found))


class _Loom:
    """Writes one reply. Of the sentences that can be said, the one whose words were used least is taken."""

    def __init__(self, brief: AdBrief, trade: str, register: str, thread: Yarn, review: str) -> None:
        self._voices, self._register, self._banned = thread.voices, register, thread.banned
        self._seed = brief.seed
        self._still = random.Random(f"{brief.store.name}|{review}")
        self._random = random.Random(f"{brief.store.name}|{review}|{brief.seed}")
        self._family = FAMILIES[trade]
        self._words = {"item": moods.ITEM_DEFAULTS.get(trade, "음식"), "result": moods.RESULTS.get(trade, "상품")}
        told = {"store": thread.slots["store"], "inside": answers.INSIDE[self._family],
                "phone": brief.store.phone.strip(), "hours": brief.store.opening_hours.strip().rstrip("."),
                "address": brief.store.address.strip(),
                "link": brief.store.link_url.strip()}
        self._slots = {key: value for key, value in told.items() if value and len(value) <= _LONGEST_FACT}
        self._used: set[str] = set()

    def written(self, found: Review) -> str:
        """The sentences of the reply to ``found``; thanks and farewells only as long as the reply stays short."""
        mood = found.mood
        if mood == "complaint" and any(point.fault and point.fault.grave for point in found.missed):
            mood = "grave"
        if mood in _PLAIN:
            self._voices = (self._register,)
        pieces: list[str] = []
        rows = self._rows(mood, found)
        for at, row in enumerate(rows):
            piece = self._sentence(row, anchor=at == 0)
            last = at == len(rows) - 1 and at > 1
            size = len(" ".join([*pieces, piece]))
            if piece and LIMIT.fits(" ".join([*pieces, piece])) and not (last and size > _USUAL):
                pieces.append(piece)
        return " ".join(pieces)

    def _rows(self, mood: str, found: Review) -> list[list[str]]:
        """The rows of ``mood`` with what the review says set in, the answers to its questions before the farewell."""
        liked, missed = found.liked, found.missed
        put: dict[str, Iterable[str]] = {
            "{liked}": self._liked(liked) if liked or mood != "mixed" else (), "{missed}": self._missed(missed),
            "{act}": self._act(missed[0].topic if missed else ""),
            "{short}": self._short(missed), "{work}": (answers.WORK[self._family],),
            "{heal}": [row for point in missed for row in (answers.HEAL.get(point.topic, ""),) if row],
            "{answer}": answers.FACTS["other"]}
        rows = [[one for template in row for one in _set_in(template, put)] for row in answers.ANSWERS[mood]]
        if len(missed) > 1 and mood in {"mixed", "complaint"}:
            rows = self._double(rows, found, put)
        asked = [self._facts("more" if at and key == "other" else key) for at, key in enumerate(found.asked[:2])]
        if mood == "question":
            return [rows[0], *(asked or [self._facts("other")]), rows[-1]]
        if mood == "praise" and (asked or self._random.random() < 0.6):
            del rows[2 + self._random.randrange(2)]
        return [*rows[:2], *asked, *rows[2:]] if asked else rows

    def _double(self, rows: list[list[str]], found: Review, put: Mapping[str, Iterable[str]]) -> list[list[str]]:
        """The rows for two complaints: each is met, and what was liked stands in the sentence of regret."""
        acts = [self._act(point.topic) for point in found.missed]
        if found.mood == "complaint":
            return [rows[0], *acts]
        liked = self._liked(found.liked[:1]) if found.liked else []
        both = [f"{one}다니 다행이지만 {other}다니 <sorry>" for one in liked for other in put["{missed}"]]
        return [rows[0], both or rows[2], *acts]

    def _act(self, topic: str) -> list[str]:
        acts = answers.ACTS
        return list(acts.get(f"{topic}:{self._family}") or acts.get(topic) or acts[""])

    def _facts(self, key: str) -> list[str]:
        rows = answers.FACTS[key if key in {"other", "more"} | set(self._slots) else "other"]
        return list(rows)

    def _liked(self, points: tuple[Point, ...]) -> list[str]:
        rows = [self._stems(point, answers.LIKED.get(point.topic, answers.LIKED[""])) for point in points]
        return _coupled(rows or [[("", past) for _, past in answers.LIKED[""]]])

    def _missed(self, points: tuple[Point, ...]) -> list[str]:
        rows = []
        for point in points:
            noun, past = (point.fault.noun, point.fault.past) if point.fault else DEFAULTS[point.topic]
            rows.append(self._stems(point, [(noun, one) for one in past.split("|")]))
        return _coupled(rows or [[("", "기대에 미치지 못했"), ("", "아쉬움이 크셨"), ("", "만족스럽지 못하셨")]])

    def _short(self, points: tuple[Point, ...]) -> list[str]:
        """What left a guest neither glad nor cross: "맛이 " or nothing."""
        rows = [self._stems(point, [DEFAULTS[point.topic]]) for point in points if point.topic in DEFAULTS]
        nouns = [row[0][0] for row in rows if row[0][0]]
        return [with_particle(nouns[0], "이") + " "] if nouns else ["", "이번에는 "]

    def _stems(self, point: Point, rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        words = {**self._words, **({"item": point.item} if point.item else {})}
        filled = [(_SLOT.sub(lambda found: words[found.group(1)], noun), past) for noun, past in rows]
        return [(_LITERAL.sub(lambda found: with_particle(found.group(1), found.group(2)), noun), past)
                for noun, past in filled]

    def _sentence(self, templates: list[str], anchor: bool) -> str:
        """One sentence of ``templates``; an ``anchor`` is told by the seed alone, so that neighbours differ."""
        known = [row for row in templates if set(_SLOT.findall(row)) <= set(self._slots)]
        known = [row for row in known if "{phone}" in row] or known
        found = sorted({one for row in known for one in self._said(row)})
        if not found:
            return ""
        (self._still if anchor else self._random).shuffle(found)
        chosen = found[self._seed % len(found)] if anchor else min(found, key=self._worn)
        self._used |= _stems(chosen)
        return chosen if chosen[-1] in ".!?" else chosen + "."

    def _said(self, row: str) -> Iterable[str]:
        """Every way to say ``row`` in this voice, without the owner's banned words."""
        spoken = _ENDING.sub(lambda found: self._ending(answers.ENDINGS[found.group(1)]), row)
        for one in _ways(spoken):
            own = _SLOT.sub("", one)
            if not any(word in own for word in self._banned):
                yield fill(_LITERAL.sub(lambda found: with_particle(found.group(1), found.group(2)), one), self._slots)

    def _ending(self, row: Mapping[str, str]) -> str:
        voices = [voice for voice in self._voices if voice in row]
        return row[voices[0]]

    def _worn(self, sentence: str) -> int:
        return len(_stems(sentence) & self._used)


@lru_cache(maxsize=1024)
def _ways(template: str) -> tuple[str, ...]:
    return tuple(every(template))


def _set_in(template: str, put: Mapping[str, Iterable[str]]) -> list[str]:
    """``template`` once for each way to fill what is named in ``put``."""
    for name, ways in put.items():
        if name in template:
            return [template.replace(name, way) for way in ways]
    return [template]


def _coupled(rows: list[list[tuple[str, str]]]) -> list[str]:
    """Stems of the past: "커피가 식어 있었", "커피가 식어 있었고 양도 적게 느껴지셨"."""
    first = [f"{with_particle(noun, '이')} {past}" if noun else past for noun, past in rows[0]]
    if len(rows) == 1:
        return first
    second = [f"{noun}도 {past}" for noun, past in rows[1] if noun] or [past for _, past in rows[1]]
    return [f"{one}고 {other}" for one in first for other in second if one[-3:] != other[-3:]] or first


def _stems(text: str) -> set[str]:
    return {found for word in text.split() for found in re.findall(r"[가-힣]{2}", word)[:1]}
