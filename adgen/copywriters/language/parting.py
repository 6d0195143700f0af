"""A finished text taken apart into sentences: which are the owner's, which carry facts, and which may go."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..builtin.blog_phrases import foods, goods, notices, occasions, sections, services
from ..builtin.blog_phrases.endings import ENDINGS
from ..builtin.weave import NAMING, shape

if TYPE_CHECKING:
    from ..builtin.writer import Draft

_TAGS = re.compile(r"(?:^|\n)\s*(?:#[^\s#]+\s*)+$")
_SPLIT = re.compile(r"(?<=[가-힣A-Za-z)\]\"'”’%\d][.!?])(?<!(?<!\w)[QA]\.)[ \t]+|(?<=[~！？…])[ \t]+")
_SPOKEN = re.compile(r"[요다죠까함음됨][\s.!?~…]*$")
_HEADING = re.compile(r"^(?:■|□|▶|◆|#{1,4}\s|\[[^\]]+\]$|Q\.\s)")
_QUESTION, _ANSWER = "Q. ", "A. "
_LISTED = re.compile(r"^(?:[·•\-※]|📍|🕒|📞|🔗|📅)|https?://|\d{2,4}-\d{3,4}(?:-\d{4})?")
_SLOTS = re.compile(r"\{\w+\}(?:\^[가-힣]+)?")
_OWN_WORDS = 12
"""So many characters beside its slots make a template known again."""
_LABEL = 12
"""Most characters that a label and a sign take before a fact of the store."""


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
        cut = [line] if line.startswith(_ANSWER) else _SPLIT.split(line)
        for piece in _whole(one.strip() for one in cut if one):
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

    ``ours`` are sentences known to be the writer's own; besides them those that the blog's tables can give.
    """
    owner = "".join(_squeezed(line) for line in (*draft.sentences(), draft.brief.description))
    facts = [value for value in (draft.brief.ground, draft.brief.period, draft.brief.price) if value.strip()]
    found: list[Part] = []
    for gap, piece in _pieces(text):
        practical = bool(_LISTED.search(piece)) or _is_store_fact(piece, draft)
        firm = (practical or bool(re.search(r"\d", piece)) or _squeezed(piece) in owner
                or any(fact in piece for fact in facts)
                or piece not in ours and not _is_woven(piece))
        found.append(Part(piece, gap, not firm, bool(_HEADING.match(piece)) and not practical, practical))
    return [replace(one, loose=False) if one.heading else one for one in found]


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
    """``parts`` without headings that nothing stands under, and without questions that lost their answer."""
    found: list[Part] = []
    for one in reversed(parts):
        after = found[-1] if found else None
        filled = after is not None and (not after.heading or _is_question(after) and not _is_question(one))
        if filled or not one.heading:
            found.append(one)
    return found[::-1]


def _is_question(one: Part) -> bool:
    return one.text.startswith(_QUESTION)


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


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """What the sentences of a blog article look like."""
    tables = (foods.FOODS, goods.GOODS, services.SERVICES, occasions.OCCASIONS, notices.NOTICES, sections.FRAME,
              sections.GREETINGS, sections.GREETINGS_LOCAL)
    rows = {piece for text in _texts(tables) for piece in text.split(" :: ") if " " in piece}
    return tuple(shape(_loosened(one), ENDINGS) for row in rows for one in re.split(r"(?<=[.!?]) ", row)
                 if len(_SLOTS.sub("", one)) >= _OWN_WORDS)


def _loosened(row: str) -> str:
    """``row`` with or without the store's name and the product before its comma, as an article may have it."""
    return NAMING.sub(r"[|{shop}\1 ]", row.replace("{it}, ", "[|{it}, |{it}^은 ]"))


@lru_cache(maxsize=512)
def _is_woven(piece: str) -> bool:
    """Whether the blog writer may have written ``piece``."""
    return any(one.fullmatch(piece.removeprefix(_ANSWER)) for one in _shapes())


def _texts(table: object) -> Iterable[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for value in table.values():
            yield from _texts(value)
    elif isinstance(table, tuple):
        for value in table:
            yield from _texts(value)
