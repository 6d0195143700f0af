"""What a product, a gift or a role is called abroad: words from the tables, counts, and unknown names by their sound.

A Korean noun phrase is read from left to right, the longest known word first; Japanese and Chinese keep that order,
English moves "free" and "1:1" to the front and counts to where they belong. A describing word that no table knows is
left out; an ending that shows a verb makes the whole phrase unreadable.
"""

import re
from dataclasses import dataclass
from typing import Literal

from .counting import Count, count, english_plural
from .lexicon import LANGUAGES, Term, parts, term
from .sounds import katakana, romanized

Kind = Literal["word", "sound", "plain", "count", "and"]
_AND = re.compile(r"^(.+?)(?:와|과|이랑|랑|하고|및)$")
_JOSA = re.compile(r"^(.+?)(?:을|를|은|는|이|가|도|만|의|으로|로)$")
_DESCRIBING = re.compile(r"(?:은|는|운|한)$|..(?:던|된|진|린|든|할|인)$")
_VERB = re.compile(r"(?:[요다죠까]|[가-힣](?:에서|에게|까지|부터|처럼|면|서|고|게))$")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9&%+.:'’\-]*")
_KANA, _HAN = re.compile("[\u3040-\u30ff]"), re.compile("[\u3400-\u9fff]")
_SYLLABLES = re.compile("[가-힣]+")
_MOST_SOUNDED, _MOST_WORDS_JOINED = 2, 4
_SMALL = {"of", "and", "with", "for", "in", "on", "the", "a", "an", "to", "at", "by", "or", "off", "when", "you", "from",
          "kg", "g", "ml", "pc", "pcs", "a.m.", "p.m."}


@dataclass(frozen=True)
class Piece:
    """One part of a name: ``term`` in the three languages, or a count."""

    kind: Kind
    term: Term = ("", "", "")
    counted: Count | None = None


@dataclass(frozen=True)
class Name:
    """A noun phrase in three languages. ``sounded`` of a language are its parts written by sound."""

    pieces: tuple[Piece, ...] = ()

    def speaks(self, language: str) -> bool:
        """False when it holds a script that this language does not write."""
        text = self.text(language)
        return bool(text) and not (
            language == "en" and (_KANA.search(text) or _HAN.search(text)) or language == "zh" and _KANA.search(text))

    def sounded(self, language: str) -> tuple[str, ...]:
        return tuple(piece.term[LANGUAGES.index(language)] for piece in self.pieces if piece.kind == "sound")

    def text(self, language: str, gloss: bool = True) -> str:
        """The name; with ``gloss`` a dish that stands alone keeps its explanation in brackets."""
        alone = gloss and sum(piece.kind != "count" for piece in self.pieces) == 1
        if language == "en":
            return _english(self.pieces, alone)
        at = LANGUAGES.index(language)
        text = ""
        for piece in self.pieces:
            if piece.counted:
                part = piece.counted.text(language)
            else:
                part = piece.term[at] if alone else _bare(piece.term[at])
            text += (" " if _needs_space(text, part) else "") + part
        return text.removesuffix("の")

    def texts(self, language: str) -> tuple[str, ...]:
        """Ever shorter ways to write it."""
        return tuple(dict.fromkeys((self.text(language), self.text(language, gloss=False))))


def _bare(text: str) -> str:
    return re.sub(r"\s*[(（][^()（）]*[)）]", "", text)


def _needs_space(before: str, after: str) -> bool:
    return bool(re.search(r"[A-Za-z]$", before) and re.match(r"[A-Za-z0-9]", after)
                or re.search(r"[0-9]$", before) and re.match(r"[A-Za-z0-9]", after)
                or re.search(r"[A-Za-z]{3}$", before) or re.match(r"[A-Za-z]{3}", after)) and bool(before)


def _english(pieces: tuple[Piece, ...], alone: bool) -> str:
    """English of a phrase: its groups between "and", each with its count."""
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind == "and":
            groups.append([])
        else:
            groups[-1].append(piece)
    return " & ".join(filter(None, (_english_group(group, alone) for group in groups)))


def _english_group(pieces: list[Piece], alone: bool) -> str:
    front, words, asides = [], [], []
    last = len(pieces) - 1
    for at, piece in enumerate(pieces):
        if piece.counted:
            if at != last:
                asides.append(f"({piece.counted.text('en')})")
            continue
        word = piece.term[0] if alone else _bare(piece.term[0])
        if word == "1:1":
            front.append(word)
        elif word.startswith("free"):
            front.insert(0, "free")
            word = word.removeprefix("free").strip()
            words += [word] if word else []
        else:
            words.append(word)
    noun = " ".join(front + words)
    counted = pieces[-1].counted if pieces else None
    if counted:
        noun = counted.of(noun, english_plural(noun)) if not front else f"{noun} ({counted.text('en')})"
    return " ".join(filter(None, (noun, *asides)))


def title(text: str) -> str:
    """English in title case; words that have capitals keep them."""
    words = [word if word.lower() in _SMALL and at or word != word.lower() else _capital(word)
             for at, word in enumerate(text.split(" "))]
    return " ".join(words)


def _capital(word: str) -> str:
    match = re.search(r"[a-zà-ÿ]", word)
    if not match or re.search(r"\d", word[:match.start()]):
        return word
    return word[:match.start()] + match.group().upper() + word[match.end():]


def sentence_case(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def name(phrase: str, trade: str = "") -> Name | None:
    """The Name of a Korean noun phrase; None when it is empty or cannot be read safely."""
    words = re.sub(r"([·,/&+])", r" \1 ", re.sub(r"[^\w\s·,/&+%:.'’\-]", " ", phrase)).split()
    pieces: list[Piece] = []
    at = 0
    while at < len(words):
        used, found = _longest(words, at, trade)
        if found is None:
            return None
        pieces += found
        at += used
    while pieces and pieces[-1].kind == "and":
        pieces.pop()
    while pieces and pieces[0].kind == "and":
        pieces.pop(0)
    named = any(piece.kind != "and" for piece in pieces)
    few = sum(piece.kind == "sound" for piece in pieces) <= _MOST_SOUNDED
    return Name(tuple(pieces)) if named and few else None


def _longest(words: list[str], at: int, trade: str) -> tuple[int, list[Piece] | None]:
    """How many words from ``at`` make one known thing, and its pieces; None in place of them when unreadable."""
    for length in range(min(_MOST_WORDS_JOINED, len(words) - at), 0, -1):
        joined = "".join(words[at:at + length])
        is_last = at + length == len(words)
        found = _known(joined, trade, whole=length > 1)
        if found:
            return length, found
        for pattern, tail in ((_AND, [Piece("and", (" & ", "＆", "和"))]), (_JOSA, [])):
            match = pattern.match(joined)
            stem = _known(match.group(1), trade, whole=length > 1) if match and not (tail and is_last) else None
            if stem:
                return length, stem + tail
    return 1, _unknown(words[at])


def _known(word: str, trade: str, whole: bool) -> list[Piece] | None:
    """The pieces of a word that the tables cover: whole, as a count, or (one written word) in parts."""
    if word in {"·", ",", "/", "&", "+", "및", "와", "과"}:
        return None if whole else [Piece("and", (" & ", "＆", "和"))]
    counted = count(word)
    if counted:
        return [Piece("count", counted=counted)]
    rows = parts(word, trade) if not whole or term(word, trade) else ()
    if rows and (term(rows[0], trade) or _SYLLABLES.fullmatch(rows[0])):
        return [_piece(row, trade) for row in rows]
    match = re.match(r"^(\d[\d,]*\S*?[가-힣]+?)([가-힣]{2,})$", word)
    if match and count(match.group(1)) and term(match.group(2), trade):
        return [Piece("count", counted=count(match.group(1))), _piece(match.group(2), trade)]
    return None


def _piece(word: str, trade: str) -> Piece:
    known = term(word, trade)
    return Piece("word", known) if known else sound(word)


def sound(word: str) -> Piece:
    """A Hangul word by its sound: romanised in English and Chinese, katakana in Japanese."""
    latin = romanized(word)
    return Piece("sound", (latin, katakana(word), latin))


def _unknown(word: str) -> list[Piece] | None:
    if _PLAIN.fullmatch(word):
        return [Piece("plain", (word, word, word))]
    if _KANA.search(word) or _HAN.search(word):
        return [Piece("plain", (word, word, word))] if not _SYLLABLES.search(word) else None
    if not _SYLLABLES.fullmatch(word):
        return _mixed(word)
    if _VERB.search(word):
        return None
    return [] if _DESCRIBING.search(word) else [sound(word)]


def _mixed(word: str) -> list[Piece] | None:
    """Latin letters, digits and Hangul in one word ("LED등", "2호점"); what is none of them is not read."""
    chunks = re.findall(r"[가-힣]+|[A-Za-z0-9&%+.:'’\-]+", word)
    if "".join(chunks) != word:
        return [] if not re.search(r"\w", word) else None
    if any(re.fullmatch(r"\d[\d,.]*", chunk) for chunk in chunks):
        return None
    found: list[Piece] = []
    for chunk in chunks:
        known = _known(chunk, "", whole=False) if _SYLLABLES.fullmatch(chunk) else None
        found += known or _unknown(chunk) or []
    return found
