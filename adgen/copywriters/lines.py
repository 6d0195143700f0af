"""The lines of a poster: headlines from three angles, and the line below them."""

import re
from typing import TYPE_CHECKING

from ..brief import Angle, Headline
from .asides import SHORTS
from .grounded import CLAIMS
from .moods import BENEFITS, DAY_LINES, MOODS, SCENES, season
from .news import NEWS
from .phrases import OPEN, QUIET, RESTING, Phrases

if TYPE_CHECKING:
    from .builtin import Draft

IDEAL, MAX, ENOUGH = 18, 24, 20
_PREDICATE = re.compile(r"[요다죠까]$")
_HELLO = re.compile(r"^(?:안녕하세요|안녕하십니까|반갑습니다)")
_ORDER: tuple[Angle, ...] = ("news", "benefit", "news", "mood", "news", "benefit", "mood")
"""How the angles follow each other from seed to seed: what there is comes first and most often."""
_SPARE: tuple[tuple[Angle, Phrases, str], ...] = (("news", NEWS, "general"), ("benefit", BENEFITS, "general"),
                                                  ("mood", MOODS, "store"))
"""Lines about the store, where the brief leaves too little to say or its names are too long."""


def angles(draft: "Draft") -> tuple[Headline, ...]:
    """Three headlines of different angles, the chosen one first: ``text_in_image`` verbatim when there is one."""
    found = draft.walk()
    own = draft.brief.text_in_image.strip()
    chosen = Headline(own, "news") if own else found[0]
    three, used = [chosen], {chosen.angle}
    for headline in found:
        if headline.angle not in used and headline.text != chosen.text:
            three.append(headline)
            used.add(headline.angle)
    return tuple(three)


def pool(draft: "Draft") -> list[Headline]:
    """Every headline that fits, at least twenty where the tables can, each once, whatever the seed."""
    found = _interleaved({"news": _news(draft), "benefit": _benefits(draft), "mood": _moods(draft)})
    for longest in (IDEAL, MAX):
        short = [line for line in found if len(line.text) <= longest]
        if len(short) >= ENOUGH and len(_angles_in(short)) == len(_SPARE):
            return short
    for angle, table, key in _SPARE:
        if len(short) < ENOUGH or angle not in _angles_in(short):
            known = {line.text for line in short}
            short += [Headline(line, angle) for line in draft.voiced(table, key)
                      if len(line) <= MAX and line not in known]
    known = {line.text for line in short}
    missing = [angle for angle in _ORDER if angle not in _angles_in(short)] or ["news"]
    spare = [line for line in plain(draft) if line not in known and (len(short) < ENOUGH or missing != ["news"])]
    return short + [Headline(line, missing[at % len(missing)]) for at, line in enumerate(spare)]


def _angles_in(lines: list[Headline]) -> set[Angle]:
    return {line.angle for line in lines}


def _interleaved(pools: dict[Angle, list[str]]) -> list[Headline]:
    """The pools in the order of the angles, each pool once, no text twice."""
    left = {angle: [*dict.fromkeys(pool)] for angle, pool in pools.items()}
    found: dict[str, Headline] = {}
    while any(left.values()):
        for angle in _ORDER:
            if left[angle]:
                text = left[angle].pop(0)
                found.setdefault(text, Headline(text, angle))
    return list(found.values())


def _news(draft: "Draft") -> list[str]:
    """What there is: the day that the brief names, the occasion's lines, and the owner's own short sentence."""
    found = (_day(draft) if draft.key == "general" else []) + draft.voiced(NEWS, draft.key)
    found[1:1] = [line.rstrip(".") for line in draft.sentences() if _is_headline(draft, line)]
    return found


def _benefits(draft: "Draft") -> list[str]:
    """What one gets, or can do."""
    key = draft.key if draft.key in BENEFITS else "product" if draft.sells else "sale" if draft.reading.product else ""
    found = draft.voiced(BENEFITS, key or "general")
    if draft.sells:
        found += [line for line in draft.voiced(BENEFITS, "product") if line not in found]
    return found


def _moods(draft: "Draft") -> list[str]:
    """How it feels: the named day, the season, and the tone's own lines."""
    day: list[str] = []
    if draft.key not in QUIET or draft.key in OPEN:
        day = _day(draft)
    if draft.key in RESTING:
        return draft.voiced(MOODS, "rest")
    if draft.key in QUIET:
        return day + draft.voiced(MOODS, "news")
    product = draft.voiced(MOODS, "product") if draft.sells and draft.family else []
    seasonal: list[str] = []
    if not day:
        for scene in SCENES.get(season(draft.brief.month), ()):
            what = draft.slots["product"] if draft.sells and "product" in draft.slots else draft.slots["store"]
            seasonal += [f"{scene}, {what}"]
    parts = (product, seasonal, draft.voiced(MOODS, "store"))
    return day + [line for rank in range(max(map(len, parts))) for part in parts for line in part[rank:rank + 1]]


def _day(draft: "Draft") -> list[str]:
    """Lines for the day that the brief names; none that would name it twice."""
    found = draft.voiced(DAY_LINES, draft.day) + draft.voiced(DAY_LINES, "any") if draft.day else []
    return [line for line in found if line.count(draft.day) < 2]


def _is_headline(draft: "Draft", line: str) -> bool:
    """Whether an owner's sentence can stand alone: short, finished, about the matter, and free of claims."""
    bare = line.rstrip(".!~ ")
    offered = draft.reading.offer and draft.reading.offer.split()[0] in bare
    return bool(6 <= len(bare) <= MAX and not offered and not _HELLO.match(bare) and not CLAIMS.search(bare)
                and _PREDICATE.search(bare) and any(word in bare for word in _core(draft)))


def _core(draft: "Draft") -> list[str]:
    reading = draft.reading
    when = reading.when if reading.occasion in {"closed", "hours"} else ""
    known = [word for word in (reading.product, reading.gift, reading.condition, when) if word]
    if reading.occasion in {"notice", "general"}:
        return [""]
    return known or ["함께", "문을", "쉬", "새로", "시작", "옮", "이전"]


def subline(draft: "Draft", headline: str) -> str:
    """What the headline leaves open: product, condition and time, else another sentence, else a neutral line."""
    reading = draft.reading
    when = "" if draft.brief.period.strip() or reading.when == "오늘" else reading.when
    product = " ".join(filter(None, (reading.modifier, reading.product)))
    facts = [product if reading.product not in headline else reading.modifier, reading.condition,
             when, reading.gift if reading.condition else "",
             reading.hours if draft.key == "hours_changed" else ""]
    short = [line.rstrip(".") for line in draft.sentences() if 4 <= len(line) <= 26 and not _HELLO.match(line)]
    if draft.key in {"notice", "general"}:
        facts = [line for line in short if headline not in line and line not in headline][:1]
    found = ""
    for fact in dict.fromkeys(facts):
        longer = " · ".join(filter(None, (found, fact)))
        if len(fact) > 1 and fact not in headline and len(longer) <= 30:
            found = longer
    if found:
        return found
    own = [line for line in short if _is_news(draft, line, headline)]
    return own[0] if own else _neutral(draft)


def _is_news(draft: "Draft", line: str, headline: str) -> bool:
    reading = draft.reading
    said = (reading.product, reading.offer, reading.role, reading.condition, reading.when, reading.hours, headline)
    return not any(word and word in line for word in said) and not draft.names_store(line)


def _neutral(draft: "Draft") -> str:
    """A word or two: the headline and the store's name on the poster say the rest."""
    key = draft.key if draft.key in SHORTS else "quiet" if draft.key in QUIET else "any"
    return draft.pick("subline", draft.voiced(SHORTS, key))[0]


def plain(draft: "Draft") -> list[str]:
    """Headlines of no shop in particular, for a place where no other fits."""
    return draft.voiced(MOODS, "plain")
