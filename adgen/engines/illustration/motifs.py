"""Which drawings appear: Korean words of the owner's description first, then the trade's own icons."""

import random
from dataclasses import dataclass

from ...trades import TRADES
from .icons import known
from .seasons import SEASONS, season_of
from .stock import EATEN, FLAT, MORE, SHAPES, SPRINKLES
from .words import MOTIFS, Motif


@dataclass(frozen=True)
class Cast:
    """The icons of one picture: names of colour drawings, and of the one-colour ``shape``. ``season`` may be empty.

    ``supports`` are at least three, none of them the hero. ``sprinkle`` is what floats: leaf, petal, snow, spark …
    """

    hero: str
    supports: tuple[str, ...]
    shape: str
    season: str
    sprinkle: str
    alone: bool = True
    """Whether ``shape`` shows what the hero shows, so that it may stand for it."""


def cast(trade: str, subject: str, dice: random.Random, turn: int = 0) -> Cast:
    """The icons for one picture; ``turn`` walks through what may be the hero when the description names nothing.

    An unknown trade is drawn as "general".
    """
    trade = trade if trade in TRADES else "general"
    season = season_of(subject)
    found = _found(subject)
    own = [name for name in (*TRADES[trade].icons, *MORE[trade]) if known(name)]
    lead = _lead(found, season)
    hero = lead.icon if lead else _turned(own, season, turn)
    festive = _rotated(SEASONS[season].icons, turn)[: 3 if SEASONS[season].festive else 1] if season else ()
    if TRADES[trade].business_type != "restaurant":
        festive = tuple(name for name in festive if name not in EATEN)
    dice.shuffle(own)
    # A bag or a tag stands for a discount only in the second row: the hero is what is sold.
    called = [m.icon for kind in ("dish", "extra", "notice", "aside", "event") for m in found if m.kind == kind]
    first, rest = called[:2], called[2:]
    wanted = dict.fromkeys((*first, *festive, *rest, *own))
    supports = [name for name in wanted if name != hero and name not in FLAT]
    alone = bool(lead.shape) if lead else not (season and SEASONS[season].festive)
    shape = (lead.shape if lead else "") or (SEASONS[season].shape if season else _rotated(SHAPES[trade], turn)[0])
    sprinkle = SEASONS[season].sprinkle if season else SPRINKLES.get(trade, "spark")
    return Cast(hero, tuple(supports[:6]), shape, season, sprinkle, alone)


def _lead(found: list[Motif], season: str) -> Motif | None:
    """What the description is about, or None when the season or the trade has to say it."""
    festive = bool(season) and SEASONS[season].festive
    for kind in ("dish", "notice", *(() if festive else ("extra",))):
        row = [motif for motif in found if motif.kind == kind]
        if row:
            return row[0]
    events = [motif for motif in found if motif.kind == "event" and motif.icon != "sale-tag"]
    return events[0] if events and not festive else None


def _turned(own: list[str], season: str, turn: int) -> str:
    """A feast's own drawing, or one of the trade's first five."""
    row = SEASONS[season].icons[:3] if season and SEASONS[season].festive else tuple(own[:5])
    standing = [name for name in row if name not in FLAT] or own
    return standing[turn % len(standing)]


def _rotated(row: tuple[str, ...], turn: int) -> tuple[str, ...]:
    start = turn % len(row)
    return row[start:] + row[:start]


def _found(subject: str) -> list[Motif]:
    """Motifs whose words stand in the description, longest word first: 아이스크림 is not an iced drink.

    In the order of the description, but of dishes side by side the last comes first: 크루아상 샌드위치 is a sandwich.
    """
    rest, hits = subject, []
    for word in sorted({word for motif in MOTIFS for word in motif.words}, key=lambda word: (-len(word), word)):
        at = rest.find(word)
        if at >= 0:
            hits += [(at, at + len(word), motif) for motif in MOTIFS if word in motif.words]
            rest = rest.replace(word, " " * len(word))
    hits.sort(key=lambda hit: hit[0])
    ordered: list[tuple[int, Motif]] = []
    for start, end, motif in hits:
        beside = bool(ordered) and start - ordered[-1][0] <= 1 and motif.kind == ordered[-1][1].kind == "dish"
        ordered.insert(len(ordered) - 1 if beside else len(ordered), (end, motif))
    return list(dict.fromkeys(motif for _, motif in ordered))
