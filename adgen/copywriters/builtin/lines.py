"""The lines of a poster: headlines from three angles, and the line below them."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...brief import Angle, Headline
from ..checks.grounded import CLAIMS
from .asides import SHORTS
from .moods import BENEFITS, DAY_LINES, MOODS, SCENES, season
from .news import NEWS
from .phrases import OPEN, QUIET, RESTING, Phrases
from .telling import news_of

if TYPE_CHECKING:
    from .writer import Draft

IDEAL, MAX, ENOUGH = 18, 24, 20
_SUB_MAX = 26
_LEADING, _MOOD_AFTER, _STATING = 15, 3, 5
"""How many headlines lead with news or benefit at least, and after how many of them a mood may come."""
_PREDICATE = re.compile(r"[요다죠까]$")
_HELLO = re.compile(r"^(?:안녕하세요|안녕하십니까|반갑습니다)")
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
    """Every headline that fits, each once, whatever the seed: at least twenty that lead, news and benefits by turns.

    Every fourth is a mood; where nothing is sold moods come last, and none is the first of a seed (``leading``).
    """
    pools: dict[Angle, list[str]] = {"news": _news(draft), "benefit": _benefits(draft), "mood": _moods(draft)}
    for longest in (IDEAL, MAX):
        short = {angle: [line for line in dict.fromkeys(pool) if len(line) <= longest] for angle, pool in pools.items()}
        if all(short.values()) and len(short["news"]) + len(short["benefit"]) >= _LEADING:
            break
    else:
        weak = [line for line in draft.voiced(BENEFITS, "product") if len(line) <= MAX] if draft.sells else []
        short["benefit"] = [*dict.fromkeys((*short["benefit"], *weak))]
    for angle, table, key in _SPARE:
        if not short[angle] or (angle != "mood" and len(short["news"]) + len(short["benefit"]) < _LEADING):
            more = [line for line in draft.voiced(table, key) if len(line) <= MAX and line not in short[angle]]
            lacking = max(1, _LEADING - len(short["news"]) - len(short["benefit"]))
            short[angle] += more[:lacking if angle != "mood" else None]
    spare = [line for line in plain(draft) if not any(line in rows for rows in short.values())]
    for angle in short:
        if not short[angle]:
            short[angle].append(spare.pop(0))
    least = ENOUGH if draft.key in QUIET else _LEADING
    while len(short["news"]) + len(short["benefit"]) < least and spare:
        short["news"].append(spare.pop(0))
    return _arranged(draft, short)


def leading(draft: "Draft", found: Sequence[Headline]) -> int:
    """How many of the pool may be the chosen headline: where nothing is sold, a mood may not."""
    return sum(line.angle != "mood" for line in found) if draft.key in QUIET else len(found)


def _arranged(draft: "Draft", short: dict[Angle, list[str]]) -> list[Headline]:
    """News and benefits by turns, each text once, and a mood after every third; for notices the moods at the end."""
    found: dict[str, Headline] = {}
    turns: list[tuple[Angle, list[str]]] = [("news", [*short["news"]]), ("benefit", [*short["benefit"]])]
    while turns[0][1] or turns[1][1]:
        for angle, left in turns:
            if left:
                found.setdefault(left[0], Headline(left[0], angle))
                del left[0]
    moods = [Headline(line, "mood") for line in short["mood"] if line not in found]
    lead = [*found.values()]
    if draft.key in QUIET:
        return lead + moods
    mixed: list[Headline] = []
    for at in range(0, len(lead), _MOOD_AFTER):
        mixed += lead[at:at + _MOOD_AFTER]
        if len(lead[at:at + _MOOD_AFTER]) == _MOOD_AFTER:
            mixed += moods[at // _MOOD_AFTER:at // _MOOD_AFTER + 1]
    return mixed


def _news(draft: "Draft") -> list[str]:
    """What there is: the day that the brief names, the occasion's lines, and the owner's own short sentence."""
    found = (_day(draft) if draft.key == "general" else []) + draft.voiced(NEWS, draft.key)
    found[1:1] = [line.rstrip(".") for line in draft.sentences() if _is_headline(draft, line)]
    return found


def _benefits(draft: "Draft") -> list[str]:
    """What one gets, or can do; where the brief offers something, the lines that say it."""
    key = draft.key if draft.key in BENEFITS else "product" if draft.sells else "sale" if draft.reading.product else ""
    found = draft.voiced(BENEFITS, key or "general")
    if draft.sells:
        found += [line for line in draft.voiced(BENEFITS, "product") if line not in found]
    offered = [draft.slots[name] for name in ("offer", "gift", "cut") if name in draft.slots]
    stating = [line for line in found if any(piece in line for piece in offered)]
    return stating if len(stating) >= _STATING else [*stating, *(line for line in found if line not in stating)]


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
            cut = draft.slots.get("cut", "") if draft.reading.occasion == "discount" else ""
            seasonal += [f"{scene}, {what} {cut}".strip()]
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
    """What the headline leaves open: the product and what is said of it, condition, gift, time; else another sentence,
    the store in its own words, where it is, when it is open; a word of invitation when nothing else is known."""
    short = [line.rstrip(".") for line in draft.sentences() if 4 <= len(line) <= _SUB_MAX and not _HELLO.match(line)]
    found = ""
    for fact in dict.fromkeys(_open_facts(draft, headline, short)):
        longer = " · ".join(filter(None, (found, fact)))
        if len(fact) > 1 and fact not in headline and fact not in found and len(longer) <= 30:
            found = longer
    if found:
        return found
    unsaid = news_of(draft).said
    news = short[0] if unsaid and short and re.search(unsaid, short[0]) else ""
    if news and not re.search(unsaid, headline) and headline not in news:
        return news
    own = sorted((line for line in short if _is_news(draft, line, headline)),
                 key=lambda line: bool(unsaid and re.search(unsaid, line)))
    return own[0] if own else _about(draft, headline) or _neutral(draft)


def _open_facts(draft: "Draft", headline: str, short: list[str]) -> list[str]:
    reading = draft.reading
    if draft.key in {"notice", "general"}:
        return [line for line in short if headline not in line and line not in headline][:1]
    when = "" if draft.brief.period.strip() or reading.when == "오늘" else reading.when
    product = " ".join(filter(None, (reading.modifier, reading.product)))
    matter = product if reading.product not in headline else reading.modifier
    whole = [line for line in short if matter == product and reading.product in line] if reading.product else []
    if whole:
        return whole[:1]
    detail = reading.detail
    if matter and detail.endswith(reading.product):
        matter = ""
    gift = reading.gift if reading.gift not in headline else ""
    given = " ".join(filter(None, (reading.condition, gift))) if reading.condition not in headline else ""
    bare = detail.removesuffix(reading.product).strip() if reading.product in headline else detail
    detail = detail if detail not in headline and bare not in headline else ""
    hours = reading.hours if draft.key in ("hours_changed", "hours") else ""
    return [matter, detail, given, reading.condition, gift if reading.condition else "", when, hours]


def _about(draft: "Draft", headline: str) -> str:
    """The store in its own words, else its neighbourhood and trade, else its hours; "" when nothing is known."""
    store = draft.brief.store
    said = store.description.strip().rstrip(".!~ ")
    place = " ".join((draft.area, draft.slots["place"])) if draft.area and "place" in draft.slots else ""
    hours = "" if draft.key in ("closed", "hours_changed", "notice") else store.opening_hours.strip()
    if not 4 <= len(said) <= _SUB_MAX or "\n" in said or CLAIMS.search(said) or draft.banned(said):
        said = ""
    known = (said, place if draft.area not in headline else "", hours)
    return next((line for line in known if line and line not in headline and len(line) <= _SUB_MAX), "")


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
