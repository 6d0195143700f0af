"""From an owner's Korean description to the parts of an English scene, by glossary. What is not known is told."""

import re
from dataclasses import dataclass, field

from . import lexicon
from .grammar import (
    COUNTER,
    DROPPED,
    FACES_OUT,
    LETTERED,
    NATIVE,
    NO_LETTERS,
    NUMBER,
    ONLY_BEFORE,
    PEOPLE_OUT,
    STOP,
    UNITS,
)
from .lexicon import DOUBLE, NOUNS, RELATIONS, Piece
from .phrasing import ALONE, adjoin, articled, counted, doing

_OF = {"꽃다발": "a bouquet of {}", "꽃바구니": "a basket of {}", "부케": "a bridal bouquet of {}",
       "화환": "a wreath of {}", "선물세트": "a gift set of {}", "선물상자": "a gift box of {}",
       "도시락": "a lunch box with {}"}
"""Nouns that hold the noun before them: 튤립 꽃다발."""
NAME = re.compile("[\ue000-\ue0ff]")


@dataclass
class Item:
    """Something that is shown: its English, how it stands ("on", "beside", "" for a subject), its particle."""

    english: str
    kind: str
    how: str = ""
    josa: str = ""
    korean: str = ""


@dataclass(frozen=True)
class Scene:
    """A description in English parts. ``unknown`` and ``left_out`` are Korean words, for notes to the owner."""

    subjects: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    moods: tuple[str, ...] = ()
    camera: tuple[str, ...] = ()
    people_out: bool = False
    letters: bool = False
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass
class _Reading:
    """One pass over the words."""

    names: tuple[str, ...]
    items: list[Item] = field(default_factory=list)
    moods: list[str] = field(default_factory=list)
    camera: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    number: tuple[int, str] | None = None
    named: str = ""
    action: tuple[str, Item | None] | None = None
    people_out: bool = False
    unknown: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    latest: list[tuple[str, str]] = field(default_factory=list)
    """(kind of list, Korean) of what was shown, for "A 말고 B"."""


def translate(text: str, names: tuple[str, ...] = ()) -> Scene:
    """``text`` as a scene. A character U+E000 + i in it stands for ``names[i]``, which is kept as it is."""
    letters = any(not NO_LETTERS.search(match.group()) for match in LETTERED.finditer(text))
    text = LETTERED.sub(" ", text)
    reading = _Reading(names)
    if FACES_OUT.search(text):
        reading.moods.append("faces turned away from the camera")
    text = FACES_OUT.sub(" ", text)
    reading.people_out = bool(PEOPLE_OUT.search(text))
    for clause in re.split(r"[,.!?;/\n·~()\[\]]+", PEOPLE_OUT.sub(" ", text)):
        _read(clause.split(), reading)
        _settle(reading)
    items = reading.items
    return Scene(tuple(dict.fromkeys(item.english for item in items if not item.how)),
                 tuple(dict.fromkeys(f"{item.how} {item.english}" for item in items if item.how)),
                 tuple(dict.fromkeys(reading.moods)), tuple(dict.fromkeys(reading.camera)), reading.people_out, letters,
                 tuple(dict.fromkeys(reading.unknown)), tuple(dict.fromkeys(reading.left_out)))


def _read(words: list[str], reading: _Reading) -> None:
    at = 0
    while at < len(words):
        word = words[at]
        found = lexicon.phrase(words[at:])
        if found:
            _take(found[0], reading, last=_ends(words, at + found[1]))
            at += found[1]
            continue
        at += 1
        if NAME.match(word):
            reading.named = reading.names[ord(word[0]) - 0xE000]
            word = word[1:]
            if not word or lexicon.ending(word) is not None:
                continue
        if _structure(word, words[at:at + 1], reading):
            alone = NUMBER.fullmatch(word)
            at += bool(alone and not alone.group(2) and at < len(words) and COUNTER.fullmatch(words[at]))
            continue
        known = lexicon.pieces(word)
        if known is None:
            if not (STOP.fullmatch(word) or ONLY_BEFORE.fullmatch(word) or not re.search("[가-힣A-Za-z]", word)):
                reading.unknown.append(lexicon.stripped(word))
            continue
        for piece in known:
            _take(piece, reading, last=_ends(words, at) and piece is known[-1])


def _ends(words: list[str], at: int) -> bool:
    """Whether no noun follows that the word before ``at`` could describe."""
    return at == len(words) or bool(lexicon.RELATION.fullmatch(words[at]) or DROPPED.fullmatch(words[at]))


def _structure(word: str, following: list[str], reading: _Reading) -> bool:
    """Numbers, 위·옆·앞, 배경 and 없이: words that say how the things around them are. Whether ``word`` was one."""
    number = NUMBER.fullmatch(word)
    if number and (number.group(2) or (following and COUNTER.fullmatch(following[0])) or word in NATIVE):
        digits = number.group(1)
        counter = number.group(2) or (COUNTER.fullmatch(following[0]) if following else None)
        unit, josa = (counter, number.group(3)) if isinstance(counter, str) else \
            (counter.group(1), counter.group(2)) if counter else ("", "")
        _count(reading, int(digits) if digits.isdigit() else NATIVE[digits], unit, josa or "")
        return True
    relation = lexicon.RELATION.fullmatch(word)
    if relation and reading.items and not reading.adjectives:
        reading.items[-1].how = RELATIONS[relation.group(1)]
        return True
    if word in ("모양", "모양의") and reading.items:
        reading.adjectives.append(re.sub(r"^an? ", "", reading.items.pop().english) + "-shaped")
        return True
    if re.fullmatch(r"배경(?:으로|에|의|은|이|을)?", word):
        _backdrop(reading)
        return True
    if DROPPED.fullmatch(word):
        _drop(reading)
        return True
    return False


def _drop(reading: _Reading) -> None:
    """What was said last is not shown; naming it to an image model would make it appear."""
    if not reading.latest:
        return
    kind, korean = reading.latest.pop()
    if kind == "mood":
        reading.moods.pop()
    elif reading.items and reading.items.pop().kind == "person":
        reading.people_out = True
        return
    reading.left_out.append(korean)


def _count(reading: _Reading, number: int, counter: str, josa: str) -> None:
    """The number belongs to the noun before it, or with 의 (or no counter) to the one that comes."""
    before = josa == "의" or not counter
    if reading.named and not before:
        _flush_name(reading, number, UNITS.get(counter, ""))
    elif not before and reading.items and reading.items[-1].kind in NOUNS:
        item = reading.items[-1]
        item.english = counted(item.english, number, UNITS.get(counter, ""))
        item.josa = josa
    else:
        reading.number = (number, UNITS.get(counter, ""))


def _backdrop(reading: _Reading) -> None:
    """배경: the colours before it, else the thing before it, stand behind everything."""
    if reading.adjectives:
        reading.moods.append(articled(f"a plain {' '.join(reading.adjectives)} background"))
        reading.adjectives.clear()
    elif reading.items:
        reading.moods.append(f"with {reading.items.pop().english} in the background")


def _take(piece: Piece, reading: _Reading, last: bool) -> None:
    """One known word: an adjective waits for its noun, a noun takes what waited for it."""
    entry = piece.entry
    if piece.josa == "처럼":
        return
    if entry.korean in DOUBLE and not piece.josa and not piece.relation and not last:
        reading.adjectives.append(DOUBLE[entry.korean])
    elif entry.kind in ("color", "quality"):
        reading.adjectives.append(entry.english)
    elif entry.kind in ("mood", "camera"):
        (reading.moods if entry.kind == "mood" else reading.camera).append(entry.english)
        reading.latest += [("mood", entry.spelled)] if entry.kind == "mood" else []
    elif entry.kind == "action":
        reading.action = (entry.english, _object(entry.english, reading))
    else:
        _noun(piece, reading)


def _object(action: str, reading: _Reading) -> Item | None:
    """What is done to: the noun before, with 을 or 를, or with nothing where the action takes an object."""
    before = reading.items[-1] if reading.items else None
    if before is None or before.kind in ("person", "animal"):
        return None
    bare = not before.josa and not before.how and action not in ALONE
    return before if before.josa in ("을", "를") or bare else None


def _noun(piece: Piece, reading: _Reading) -> None:
    entry, how, english = piece.entry, "", piece.entry.english
    if entry.kind == "place":
        match = re.match(r"(on|in|beside|under|by|at|inside|outside|in front of) ", english)
        how, english = (match.group(1), english[match.end():]) if match else ("", english)
    if piece.relation:
        how = RELATIONS[piece.relation]
    before = reading.items[-1] if reading.items else None
    beside = before is not None and reading.latest[-1:] == [("item", before.korean)]
    if entry.korean in _OF and before and beside and not (before.josa or before.how):
        english = _OF[entry.korean].format(re.sub("^an? ", "", reading.items.pop().english))
    english = adjoin(english, reading.adjectives)
    reading.adjectives.clear()
    if reading.number:
        english = counted(english, *reading.number)
        reading.number = None
    if reading.named:
        english, reading.named = f"{english} named {reading.named}", ""
    item = Item(english, entry.kind, how, piece.josa, entry.spelled)
    if reading.action and entry.kind in ("person", "animal"):
        _act(reading, item)
    reading.items.append(item)
    reading.latest.append(("item", entry.spelled))


def _act(reading: _Reading, who: Item) -> None:
    """``who`` does what waited; the object is no subject of its own any more."""
    assert reading.action is not None
    action, thing = reading.action
    who.english = doing(who.english, action, thing.english if thing else "", thing.how if thing else "")
    if thing and thing in reading.items:
        reading.items.remove(thing)
    reading.action = None


def _settle(reading: _Reading) -> None:
    """The end of a clause: what still waits for a noun finds its place."""
    if reading.action:
        doer = next((item for item in reversed(reading.items) if item.kind in ("person", "animal")), None)
        thing = reading.action[1]
        if doer is not None and doer is not thing:
            _act(reading, doer)
        elif thing is not None and not reading.people_out:
            reading.items.append(Item("a person", "person"))
            _act(reading, reading.items[-1])
        reading.action = None
    if reading.named:
        _flush_name(reading, 1, "")
    if reading.adjectives and reading.items and reading.items[-1].josa in ("이", "가"):
        reading.items[-1].english = adjoin(reading.items[-1].english, reading.adjectives)
    elif reading.adjectives:
        reading.moods.append(f"{' and '.join(reading.adjectives)} tones")
        reading.adjectives.clear()
    reading.number = None
    _place(reading.items)


def _flush_name(reading: _Reading, number: int, unit: str) -> None:
    """A brand name without a noun after it: its own end may say what it is (달빛라떼)."""
    bare = reading.named.replace(" ", "")
    known = lexicon.entries()
    ends = (known.get(bare[at:]) for at in range(len(bare) - 1))
    entry = next((row for row in ends if row is not None and row.kind in NOUNS), None)
    english = entry.english if entry else "the shop's own product"
    if entry:
        bare = re.sub(r"^(?:on|in|beside|by|at|under) (?=an? |the )", "", english)
        english = counted(adjoin(bare, reading.adjectives), number, unit)
    reading.adjectives.clear()
    kind = entry.kind if entry else "thing"
    reading.items.append(Item(f"{english} named {reading.named}", kind, korean=reading.named))
    reading.named = ""


def _place(items: list[Item]) -> None:
    """A place is a place beside other things; alone, or joined to others by 와, it is the subject itself."""
    if items and not any(not item.how for item in items):
        for item in items:
            stands = item.josa.startswith("에") or item.how not in ("on", "in")
            if not stands and item.kind == "place" and _is_thing(item.english):
                item.how = ""
                return


def _is_thing(english: str) -> bool:
    """Whether a place is a thing of its own: a basket, a plate, a table."""
    return bool(re.search(r"\b(?:table|desk|plate|tray|board|basket|bowl|cup|mug|glass|jar|bottle|pot|pan|box|shelf"
                          r"|chair|sofa|bed|mat|cloth|case)\b", english))
