"""A finished text taken apart into sentences: which are the owner's, which carry facts, and which may go."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from .blog_phrases import endings, foods, news, scenes, sections, services

if TYPE_CHECKING:
    from .builtin import Draft

_TAGS = re.compile(r"(?:^|\n)\s*(?:#[^\s#]+\s*)+$")
_SPLIT = re.compile(r"(?<=[가-힣A-Za-z)\]\"'”’%\d][.!?])[ \t]+|(?<=[~！？…])[ \t]+")
_SPOKEN = re.compile(r"[요다죠까함음됨][\s.!?~…]*$")
_HEADING = re.compile(r"^(?:■|□|▶|◆|#{1,4}\s|\[[^\]]+\]$)")
_LISTED = re.compile(r"^(?:[·•\-※]|📍|🕒|📞|🔗|📅)|https?://|\d{2,4}-\d{3,4}(?:-\d{4})?")
_LABEL = 12
"""Most characters that a label and a sign take before a fact of the store."""
_JOSA = frozenset("은는이가을를에의도만로와과라")
_WORD = re.compile(r"[가-힣]{2}")


@dataclass(frozen=True)
class Part:
    """One sentence or line, and what parts it from the one before. ``loose`` ones are ours and state nothing."""

    text: str
    gap: str = " "
    loose: bool = True
    heading: bool = False
    practical: bool = False

    @property
    def spoken(self) -> bool:
        """True for a sentence with a verb at its end, false for a list's row or a heading."""
        return not self.practical and not self.heading and bool(_SPOKEN.search(self.text))


def bare(text: str) -> str:
    """``text`` without the hashtags at its end."""
    return _TAGS.sub("", text.strip()).strip()


def sentences(text: str) -> list[str]:
    """The sentences and lines of ``text``, in order."""
    return [piece for _, piece in _pieces(text)]


def _pieces(text: str) -> Iterable[tuple[str, str]]:
    gap = ""
    for line in re.split(r"(\n+)", bare(text)):
        if not line.strip():
            gap = line or gap
            continue
        for piece in _whole(one.strip() for one in _SPLIT.split(line) if one):
            yield gap, piece
            gap = " "


def _whole(pieces: Iterable[str]) -> list[str]:
    """``pieces``, one without a word in it (an emoji) set behind the one before."""
    found: list[str] = []
    for piece in filter(None, pieces):
        if found and not re.search(r"\w", piece):
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found


def part(text: str, draft: "Draft", ours: frozenset[str]) -> list[Part]:
    """``text`` in parts. A sentence is firm when it holds a digit, when it is the owner's, or when we did not write it.

    ``ours`` are sentences known to be the writer's own; besides them those whose words are all in the blog's tables.
    """
    owner = "".join(_squeezed(line) for line in (*draft.sentences(), draft.brief.description))
    known = _vocabulary() | frozenset(_stems(" ".join(map(str, draft.slots.values()))))
    facts = [value for value in (draft.brief.ground, draft.brief.period, draft.brief.price) if value.strip()]
    found: list[Part] = []
    for gap, piece in _pieces(text):
        practical = bool(_LISTED.search(piece)) or _is_store_fact(piece, draft)
        firm = (practical or bool(re.search(r"\d", piece)) or _squeezed(piece) in owner
                or any(fact in piece for fact in facts)
                or piece not in ours and not all(_is_known(stem, known) for stem in _stems(piece)))
        found.append(Part(piece, gap, not firm, bool(_HEADING.match(piece)) and not practical, practical))
    return [replace(one, loose=False) if one.heading else one for one in found]


def _is_known(stem: str, known: frozenset[str]) -> bool:
    return stem in known or stem[0] in known and stem[1:] in _JOSA


def _is_store_fact(piece: str, draft: "Draft") -> bool:
    store = draft.brief.store
    return any(value.strip() and value.strip() in piece and len(piece) < len(value) + _LABEL
               for value in (store.address, store.opening_hours, store.phone, store.link_url))


def joined(parts: list[Part]) -> str:
    """The text of ``parts``."""
    return "".join((one.gap if at else "") + one.text for at, one in enumerate(parts))


def dropped(parts: list[Part], at: int) -> list[Part]:
    """``parts`` without the one at ``at``; where a paragraph began there, it begins with the next."""
    gone, rest = parts[at], parts[at + 1:]
    if rest and "\n" in gone.gap and len(rest[0].gap) < len(gone.gap):
        rest = [replace(rest[0], gap=gone.gap), *rest[1:]]
    return parts[:at] + rest


def without_empty_headings(parts: list[Part]) -> list[Part]:
    """``parts`` without headings that nothing stands under."""
    return [one for at, one in enumerate(parts)
            if not one.heading or at + 1 < len(parts) and not parts[at + 1].heading]


def says(text: str, line: str) -> bool:
    """Whether ``text`` holds ``line`` already, in whichever ending."""
    stem = re.sub(r".{0,4}$", "", _squeezed(line)) or _squeezed(line)
    return stem in _squeezed(text)


def without_last(text: str) -> str:
    """``text`` without its last sentence; as it is when it has only one."""
    pieces = list(_pieces(text))
    return "".join((gap if at else "") + piece for at, (gap, piece) in enumerate(pieces[:-1])) or text


def _squeezed(text: str) -> str:
    return re.sub(r"[^\w%]", "", text)


def _stems(text: str) -> list[str]:
    return [found for word in re.split(r"[^가-힣A-Za-z]+", text) for found in _WORD.findall(word)[:1]] \
        + [word for word in re.findall(r"[A-Za-z]{2,}", text)]


@cache
def _vocabulary() -> frozenset[str]:
    """First two syllables of every word in the blog's tables, and its words of one syllable."""
    tables = (endings.ENDINGS, foods.FOODS, services.SERVICES, services.WHENS, news.LEADS, news.MATTERS, news.TITLES,
              scenes.SCENES, scenes.FLAVOURS, sections.GREETINGS, sections.READING, sections.HEADINGS, sections.LISTED,
              sections.QUESTIONS, sections.QUESTIONS_WORK, sections.WAYS, sections.THANKS, sections.NEXT,
              sections.BYES, sections.SEASONS, sections.GREETINGS_LOCAL)
    texts = list(_texts(tables))
    short = (word for text in texts for word in re.split(r"[^가-힣]+", text) if len(word) == 1)
    return frozenset(short) | frozenset(stem for text in texts for stem in _stems(text))


def _texts(table: object) -> Iterable[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for value in table.values():
            yield from _texts(value)
    elif isinstance(table, tuple):
        for value in table:
            yield from _texts(value)
