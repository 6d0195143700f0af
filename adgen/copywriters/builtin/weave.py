"""Sentences woven from clauses: templates with choices, endings of the tone, and particles that fit.

``[a|b]`` is a choice, and may hold choices; ``<come>`` an ending of the tone; ``<해요/합니다>`` one for either
register; ``{thing}`` a word of the trade; ``{store}`` a slot of the brief; ``^을`` after any of them a particle. Of the
options the one whose words were used least in the text so far is taken, chance deciding between equals: a long text
does not repeat its favourite words.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..language.korean import PARTICLES, with_particle

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_NAMED = re.compile(r"<(\w+)>")
_REGISTERS = re.compile(r"<([^<>/]*)/([^<>/]*)>")
_SLOT = re.compile(r"\{(\w+)\}")
_PARTICLE = r"(이에요|이라|이나|은|이|을|과|으로)"
_FILLED = re.compile(r"\{(\w+)\}(?:\^" + _PARTICLE + ")?")
_LITERAL = re.compile(r"([^\s{}^]+)\^" + _PARTICLE)
_WORD = re.compile(r"[가-힣]{2}")
NAMING = re.compile(r"\{store\}(에서|에|\^으로)\s(?!대해)")
"""Where one asks or comes: a sentence stands without it."""
_PIECES = re.compile(r"([\[\]|\0])")
_SHAPES = {"[": "(?:", "]": ")", "|": "|", "\0": r".{1,60}?"}
_ANY_PARTICLE = re.compile(r"\\\^" + _PARTICLE)
_WHOLE = 4
_CHANCE = 1.4
"""How many uses of its words an option may be ahead of another and still be taken now and then."""


@dataclass(frozen=True)
class Yarn:
    """What a text is woven from. ``words`` are choices by name, ``slots`` pieces of the brief, ``salt`` decides."""

    words: Mapping[str, str]
    slots: Mapping[str, str]
    endings: Mapping[str, Mapping[str, str]]
    voices: tuple[str, ...]
    """Keys of an ending's options, the most particular first."""
    banned: tuple[str, ...]
    salt: str


class Loom:
    """Weaves one text. No sentence, no template and no opening word comes twice."""

    def __init__(self, yarn: Yarn) -> None:
        self._yarn = yarn
        self._random = random.Random(yarn.salt)
        self._uses: Counter[str] = Counter()
        self._templates: set[str] = set()
        self._sentences: set[str] = set()
        self._starts: set[str] = set()
        self._taken: Counter[str] = Counter()
        self._now: list[str] = []

    def sentence(self, templates: Iterable[str], opens: bool = False) -> str:
        """A finished sentence from one of ``templates``; "" when none is left. ``opens`` a paragraph."""
        rows = [row for row in templates if row not in self._templates and self._fills(row)]
        self._random.shuffle(rows)
        for row in rows:
            for _ in range(6):
                woven = self._weave(row)
                start = woven.split(" ", 1)[0].rstrip(",.!?")
                if woven in self._sentences or opens and start in self._starts or self._is_banned(row, woven):
                    continue
                self._keep(row, woven, start if opens else "")
                return woven
        return ""

    def paragraph(self, *stocks: Iterable[str]) -> str:
        """One sentence of each stock, as one paragraph; a stock without one is passed over."""
        woven: list[str] = []
        for stock in stocks:
            sentence = self.sentence(stock, not woven)
            if sentence:
                woven.append(sentence)
        return " ".join(woven)

    def pick(self, templates: Iterable[str]) -> str:
        """One of ``templates``, filled, without a full stop: a heading."""
        rows = [row for row in templates if self._fills(row)]
        self._random.shuffle(rows)
        for row in rows:
            woven = self._expand(row)
            if not self._is_banned(row, woven):
                return woven
        return ""

    def chance(self) -> float:
        """A number from 0 to 1, the next of this text's own."""
        return self._random.random()

    def renew(self) -> None:
        """Lets templates be taken again: for a text that must be longer than there are templates."""
        self._templates.clear()

    def _keep(self, row: str, woven: str, start: str) -> None:
        self._templates.add(row)
        self._sentences.add(woven)
        self._uses.update(_stems(woven))
        self._taken.update(self._now)
        if start:
            self._starts.add(start)

    def _fills(self, row: str) -> bool:
        return all(slot in self._yarn.slots or slot in self._yarn.words for slot in _SLOT.findall(row))

    def _weave(self, row: str) -> str:
        woven = self._expand(row)
        return woven if woven[-1] in ".!?" else woven + "."

    def _expand(self, row: str) -> str:
        self._now = []
        formal = self._yarn.voices[-1] == "다"
        text = _REGISTERS.sub(lambda found: found.group(2 if formal else 1), row)
        text = _NAMED.sub(lambda found: self._ending(found.group(1)), text)
        text = _SLOT.sub(lambda found: f"[{self._yarn.words[found.group(1)]}]" if found.group(1) in self._yarn.words
                         else found.group(), text)
        while found := _CHOICE.search(text):
            text = text[:found.start()] + self._choose(found.group(1).split("|")) + text[found.end():]
        text = _LITERAL.sub(lambda found: with_particle(found.group(1), found.group(2)), text)
        return _FILLED.sub(self._fill, text)

    def _fill(self, found: re.Match[str]) -> str:
        value = self._yarn.slots[found.group(1)]
        return with_particle(value, found.group(2)) if found.group(2) else value

    def _ending(self, name: str) -> str:
        row = self._yarn.endings[name]
        voices = [voice for voice in self._yarn.voices if voice in row]
        return row[voices[0] if len(voices) == 1 or self._random.random() < 0.5 else voices[-1]]

    def _choose(self, options: list[str]) -> str:
        allowed = [one for one in options if not any(word in one for word in self._yarn.banned)] or options
        chosen = min(allowed, key=lambda one: self._cost(one) + self._random.random() * _CHANCE)
        self._now.append(chosen)
        return chosen

    def _cost(self, option: str) -> float:
        """How worn an option is: by its words, and, when it is a phrase, by itself."""
        stems = _stems(option)
        near = [stem for chosen in self._now for stem in _stems(chosen)]
        worn = sum(self._uses[stem] + 3 * near.count(stem) for stem in stems) / len(stems) if stems else 0.0
        return worn + (_WHOLE * (self._taken[option] + self._now.count(option)) if len(option) >= 5 else 0)

    def _is_banned(self, row: str, woven: str) -> bool:
        """Whether a banned word stands in our own part of a sentence: what the owner wrote is theirs."""
        for slot in _SLOT.findall(row) + ["store"]:
            woven = woven.replace(self._yarn.slots.get(slot, "\0"), "")
        return any(word in woven for word in self._yarn.banned)


def _stems(text: str) -> list[str]:
    return [found for word in text.split() for found in _WORD.findall(word)[:1]]


def every(template: str) -> list[str]:
    """Every text that the choices of ``template`` can give, slots left open."""
    found = _CHOICE.search(template)
    if not found:
        return [template]
    return [text for option in found.group(1).split("|")
            for text in every(template[:found.start()] + option + template[found.end():])]


def fill(template: str, slots: Mapping[str, str]) -> str:
    """``template`` without choices, its slots filled. KeyError for an unknown slot."""
    return _FILLED.sub(lambda found: with_particle(slots[found.group(1)], found.group(2)) if found.group(2)
                       else slots[found.group(1)], template)


def shape(template: str, endings: Mapping[str, Mapping[str, str]]) -> re.Pattern[str]:
    """What every sentence woven from ``template`` looks like: its choices as alternatives, anything for a slot."""
    text = _NAMED.sub(lambda found: f"[{'|'.join(endings[found.group(1)].values())}]", template)
    text = _REGISTERS.sub(r"[\1|\2]", text)
    found = "".join(_SHAPES.get(piece, re.escape(piece)) for piece in _PIECES.split(_SLOT.sub("\0", text)))
    particles = _ANY_PARTICLE.sub(lambda one: f"(?:{'|'.join(PARTICLES[one.group(1)])})", found)
    return re.compile(particles + r"[.!?]?")
