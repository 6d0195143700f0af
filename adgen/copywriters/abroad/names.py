"""What a product, a gift or a role is called abroad: words from the tables, counts, and unknown names by their sound.

A Korean noun phrase is read from left to right, the longest known word first; Japanese and Chinese keep that order,
English moves "free" and "1:1" to the front and counts to where they belong. A describing word that no table knows is
left out; an ending that shows a verb makes the whole phrase unreadable.
"""

import re
from dataclasses import dataclass
from typing import Literal

from .counting import COUNTABLE, Count, count, english_plural, with_article
from .lexicon import LANGUAGES, Term, parts, term
from .sounds import katakana, romanized

Kind = Literal["word", "sound", "plain", "count", "and"]
_AND = re.compile(r"^(.+?)(?:와|과|이랑|랑|하고|및)$")
_JOSA = re.compile(r"^(.+?)(?:을|를|은|는|이|가|도|만|의|으로|로)$")
_DESCRIBING = re.compile(r"(?:은|는|운|한)$|..(?:던|된|진|린|든|할|인)$")
_NEGATED = re.compile(r"^(?:없는|없이|않는|않은|아닌|안|못|뺀|무첨가)$|(?:없는|않은|아닌)$")
"""Left out, such a word would turn a name into its opposite."""
_VERB = re.compile(r"(?:[요다죠까]|[가-힣](?:에서|에게|까지|부터|처럼|면|서|고|게)|[아어여해워봐])$")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9&%+.:'’\-]*")
_KANA, _HAN = re.compile("[\u3040-\u30ff]"), re.compile("[\u3400-\u9fff]")
_SYLLABLES = re.compile("[가-힣]+")
_ONE_OF = {"tulips": "tulip", "roses": "rose", "carnations": "carnation", "lilies": "lily", "flowers": "flower",
            "hydrangeas": "hydrangea", "sunflowers": "sunflower", "freesias": "freesia", "peonies": "peony",
            "eggs": "egg",
            "side dishes": "side dish", "skewers": "skewer", "fritters": "fritter", "vegetables": "vegetable"}
"""In front of another noun these are one."""
_NOT_A_NAME = frozenset("""
선착순 시간 소식 안내 가격 준비 사람 자리 정원 마음 혜택 기회 이번 오늘 내일 매일 모든 다양 지금 방문
문의 확인 공지 사정 관계 휴무 휴가 영업 운영 주문 결제 판매 진행 제공 선택 이용 기간 기념 조건
대상 참여 추천 인기 직접 정성 재료 상품 제품 품목 종류 이상 이하 다시 함께 처음 이제 우리 저희
""".split())
"""Everyday nouns: written by sound they would look like the name of something."""
_MOST_SOUNDED, _MOST_WORDS_JOINED = 2, 4
_SMALL = {"of", "and", "with", "for", "in", "on", "the", "a", "an", "to", "at", "by", "or", "off", "from", "during",
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

    def text(self, language: str, gloss: bool = True, many: bool = False) -> str:
        """The name; with ``gloss`` a dish that stands alone keeps its explanation in brackets. ``many``: English plural
        of what can be counted and is not."""
        alone = gloss and sum(piece.kind != "count" for piece in self.pieces) == 1
        if language == "en":
            return _english(self.pieces, alone, many)
        at = LANGUAGES.index(language)
        text = ""
        for piece in self.pieces:
            if piece.counted:
                part = piece.counted.text(language)
            else:
                part = piece.term[at] if alone else _bare(piece.term[at])
            same = bool(text) and text[-1] == part[:1] and text[-1] in "热冰新鲜"
            text += (" " if _needs_space(text, part) else "") + (part[1:] if same else part)
        return text.removesuffix("の")

    def counted(self) -> str:
        """English after "buy": the count before its noun ("2 bags of pet food"), else an article where it fits."""
        last = self.pieces[-1].counted
        if not last:
            return with_article(self.text("en", gloss=False))
        noun = _english(self.pieces[:-1], alone=False)
        if not noun and last.counter.style == "aside":
            return with_article(f"{last.number}-{last.counter.one}")
        return last.of(noun, english_plural(noun))

    def meaning(self) -> str:
        """English with every dish by its gloss ("kimchi stew set meal"); "" when no gloss says more than the name."""
        glosses = [(piece, re.search(r"\((.+)\)", piece.term[0])) for piece in self.pieces]
        if not any(gloss for _, gloss in glosses):
            return ""
        return _english(tuple(Piece(piece.kind, (gloss.group(1), "", ""), piece.counted) if gloss else piece
                              for piece, gloss in glosses), alone=False)

    def shorter(self) -> tuple["Name", ...]:
        """The name without its counts in the middle, then without its first words: for a headline with little room."""
        found = [Name(tuple(piece for at, piece in enumerate(self.pieces) if not piece.counted))]
        if any(piece.kind == "and" for piece in self.pieces) or self.pieces[-1].counted:
            return tuple(other for other in found if other.pieces and other != self)
        found += [Name(found[0].pieces[-count:]) for count in (3, 2) if len(found[0].pieces) > count]
        return tuple(other for other in dict.fromkeys(found) if other.pieces and other != self)


def _bare(text: str) -> str:
    return re.sub(r"\s*[(（][^()（）]*[)）]", "", text)


def _needs_space(before: str, after: str) -> bool:
    return bool(re.search(r"[A-Za-z]$", before) and re.match(r"[A-Za-z0-9]", after)
                or re.search(r"[0-9]$", before) and re.match(r"[A-Za-z0-9]", after)
                or re.search(r"[A-Za-z]{3}$", before) or re.match(r"[A-Za-z]{3}", after)) and bool(before)


def _english(pieces: tuple[Piece, ...], alone: bool, many: bool = False) -> str:
    """English of a phrase: its groups between "and", each with its count."""
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind == "and":
            groups.append([])
        else:
            groups[-1].append(piece)
    return " & ".join(filter(None, (_english_group(group, alone, many) for group in groups)))


def _english_group(pieces: list[Piece], alone: bool, many: bool) -> str:
    front, words, asides = [], [], []
    for piece in pieces:
        if piece.counted:
            asides.append(piece.counted)
            continue
        word = piece.term[0] if alone else _bare(piece.term[0])
        if word == "1:1":
            front.append(word)
        elif word.startswith("free"):
            front.insert(0, "free")
            words.append(word.removeprefix("free").strip())
        else:
            words.append(word)
    said = list(filter(None, front + words))
    noun = re.sub(r"\b(\w+) \1\b", r"\1", " ".join([_ONE_OF.get(word, word) for word in said[:-1]] + said[-1:]))
    if not noun:
        return " ".join(count.of("", "") for count in asides)
    if many and not asides and noun.rsplit(" ", 1)[-1] in COUNTABLE:
        noun = english_plural(noun)
    return " ".join((noun, *(f"({count.aside(noun)})" for count in asides)))


def title(text: str, starts: bool = True) -> str:
    """English in title case; words that have capitals keep them. ``starts``: it begins the line."""
    words = text.split(" ")
    small = [word.strip("()").lower() in _SMALL and (at > 0 or not starts) for at, word in enumerate(words)]
    return " ".join(word if is_small or word != word.lower() else _capital(word)
                    for word, is_small in zip(words, small, strict=True))


def _capital(word: str) -> str:
    match = re.search(r"[a-zà-ÿ]", word)
    if not match or re.search(r"[ap]\.m\.", word) or re.search(r"\d", word[:match.start()]):
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
    counted = count(word, trade)
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
    if re.fullmatch(r"\d[\d,]*", word):
        return None
    if _PLAIN.fullmatch(word):
        return [Piece("plain", (word, word, word))]
    if _KANA.search(word) or _HAN.search(word):
        return [Piece("plain", (word, word, word))] if not _SYLLABLES.search(word) else None
    if not _SYLLABLES.fullmatch(word):
        return _mixed(word)
    if _VERB.search(word) or _NEGATED.search(word) or word in _NOT_A_NAME:
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
