"""Which drawings appear: Korean words of the owner's description first, then the trade's own icons."""

import random
from dataclasses import dataclass

from ...trades import TRADES
from .icons import has_shape, known
from .words import FLAT, MORE, MOTIFS, SEASONS, SHAPES, SPRINKLES, Motif


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


def season_of(subject: str) -> str:
    """The season or feast that the description names, or "". ``subject`` is Korean."""
    return next((key for key, season in SEASONS.items() if any(word in subject for word in season.words)), "")


def cast(trade: str, subject: str, dice: random.Random) -> Cast:
    """The icons for one picture. An unknown trade is drawn as "general"."""
    trade = trade if trade in TRADES else "general"
    season = season_of(subject)
    found = _found(subject)
    dishes, events, extras = ([m for m in found if m.kind == kind] for kind in ("dish", "event", "extra"))
    own = [name for name in (*TRADES[trade].icons, *MORE[trade]) if known(name)]
    # Bags stand for a discount only where goods are carried home in them.
    bags = trade in ("general", "clothing")
    # An offer without a product shows the trade itself; a notice (휴무, 구인, 개업) is its own hero.
    lead = dishes or [m for m in events if bags or m.icon != "shopping-bags"] or extras
    hero = lead[0].icon if lead else dice.choice([name for name in own[:5] if name not in FLAT] or own)
    festive = SEASONS[season].icons[:2] if season else ()
    dice.shuffle(own)
    wanted = dict.fromkeys((*(m.icon for m in (*dishes, *extras, *events)), *festive, *own))
    supports = [name for name in wanted if name != hero and name not in FLAT and (bags or name != "shopping-bags")]
    shapes = [m.shape for m in lead[:1] if m.shape and has_shape(m.shape)] or [dice.choice(SHAPES[trade])]
    sprinkle = SEASONS[season].sprinkle if season else SPRINKLES.get(trade, "spark")
    return Cast(hero, tuple(supports[:6]), shapes[0], season, sprinkle)


def _found(subject: str) -> list[Motif]:
    """Motifs whose words stand in the description, longest word first: 아이스크림 is not an iced drink."""
    rest, hits = subject, []
    for word in sorted({word for motif in MOTIFS for word in motif.words}, key=lambda word: (-len(word), word)):
        if word in rest:
            hits += [(subject.find(word), motif) for motif in MOTIFS if word in motif.words]
            rest = rest.replace(word, " " * len(word))
    return list(dict.fromkeys(motif for _, motif in sorted(hits, key=lambda hit: hit[0])))
