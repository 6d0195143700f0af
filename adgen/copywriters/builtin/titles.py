"""Titles of a blog article: what is advertised, by whom, and where, in forty characters."""

import random
import re
from typing import TYPE_CHECKING

from ...channels import TEXTS
from .blog_phrases.news import PLAIN_TITLES, TITLES
from .weave import every, fill

if TYPE_CHECKING:
    from .writer import Draft

_MOST = TEXTS["naver_blog"].title or 40
_AREA = re.compile(r"(?<![가-힣])([가-힣]{1,5}\d{0,2}(?:동|읍|면))(?![가-힣])")
_DISTRICT = re.compile(r"(?<![가-힣])([가-힣]{1,5}(?:구|군|시))(?![가-힣])")
_TELLING = re.compile(r"\{(?:product|condition|present|role|when)\}")
_SLOT = re.compile(r"\{(\w+)\}")
_PLUS = re.compile(r"(?<![\d+])\d\s*\+\s*\d(?![\d+])")
_DEALS = ("할인", "세일", "특가", "반값", "시즌오프", "행사", "이벤트")
_NO_THING = re.compile(r"(?:맡아|받아|모아|담아|찾아)$|[^포온밀]도$|\d회$")
_NAMES = ("{area} {store}", "{store}({area})")


def area(draft: "Draft") -> str:
    """The neighbourhood in the store's address, else the district, "" when unknown or already in the store's name."""
    address = draft.brief.store.address
    found = _AREA.findall(address) or _DISTRICT.findall(address)
    where = str(found[-1]) if found else ""
    return "" if where and where in draft.brief.store.name else where


def standing(draft: "Draft") -> str:
    """The gift where it can stand without its condition: "한 달 더" alone would say something else."""
    gift = draft.reading.gift
    return "" if len(gift) < 4 or gift.endswith(" 더") else gift


def deal(draft: "Draft") -> str:
    """What the owner calls a lower price."""
    said = draft.brief.description
    plus = _PLUS.search(said)
    return "".join(plus.group().split()) if plus else next((word for word in _DEALS if word in said), "가격")


def thing(draft: "Draft") -> str:
    """The product that the brief names; "" where what was read is half a sentence or a number of times."""
    return "" if _NO_THING.search(draft.reading.product) else draft.reading.product


def title(draft: "Draft") -> str:
    """At most forty characters, naming what is advertised and, where it fits, the neighbourhood; by seed."""
    slots = {name: str(value) for name, value in draft.slots.items()}
    where = area(draft)
    slots |= {"area": where, "present": standing(draft), "deal": deal(draft), "product": thing(draft)}
    slots = {name: value for name, value in slots.items() if value}
    found: list[tuple[int, str]] = []
    own = TITLES[draft.reading.occasion]
    for row in own if any(set(_SLOT.findall(row)) <= slots.keys() for row in own) else TITLES["general"]:
        for template in every(row):
            for name in (*(_NAMES if where else ()), "{store}"):
                line = _filled(template.replace("{store}", name, 1), slots)
                if line and len(line) <= _MOST and not _banned(line, draft):
                    found.append((_rank(template, line, where, draft.register), line))
    if not found:
        return _plain(draft)
    best = max(rank for rank, _ in found)
    lines = list(dict.fromkeys(line for rank, line in found if rank == best))
    random.Random(f"title|{draft.brief.store.name}|{draft.brief.description}").shuffle(lines)
    return lines[draft.brief.seed % len(lines)]


def _filled(template: str, slots: dict[str, str]) -> str:
    try:
        return fill(template, slots)
    except KeyError:
        return ""


def _rank(template: str, line: str, where: str, register: str) -> int:
    """What is advertised weighs most, then the neighbourhood, then the register of the tone."""
    spoken = "요" if line.endswith("요") else "다" if line.endswith("니다") else register
    return 4 * bool(_TELLING.search(template)) + 2 * bool(where and where in line) + (spoken == register)


def _plain(draft: "Draft") -> str:
    subject = thing(draft) or PLAIN_TITLES.get(draft.reading.occasion, "")
    name = str(draft.slots.get("store", ""))
    lines = (f"{name} {subject}".strip(), f"{draft.trade.ko} {subject}".strip() if subject else "",
             f"{draft.trade.ko} 소식")
    return next((line for line in lines if line and len(line) <= _MOST and not _banned(line, draft)), "소식")


def _banned(line: str, draft: "Draft") -> bool:
    ours = line.replace(draft.brief.store.name, "")
    return any(word.strip() and word in ours and word not in draft.brief.description
               for word in draft.brief.store.banned_words)
