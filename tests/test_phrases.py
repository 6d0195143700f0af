"""The built-in writer's tables: nothing in them is a fact, and nothing in them could be posted by two shops."""

import re

import pytest

from adgen.copywriters.builtin import asides, moods, news, phrases, sayings
from adgen.copywriters.checks.grounded import CLAIMS, STATED

TABLES = {"news": news.NEWS, "benefits": moods.BENEFITS, "moods": moods.MOODS, "days": moods.DAY_LINES,
          "openings": sayings.OPENINGS, "scenes": sayings.SCENE_OPENINGS, "neighbours": sayings.NEIGHBOURS,
          "friends": sayings.FRIENDS, "invites": sayings.INVITES, "closings": sayings.CLOSINGS,
          "wishes": asides.WISHES, "servings": asides.SERVINGS, "shorts": asides.SHORTS}
EVERY = [(name, key, voice, line) for name, rows in TABLES.items() for key, voices in rows.items()
         for voice, lines in voices.items() for line in lines]
VOICES = {"", "요", "다", *phrases.REGISTERS, *(family + end for family in set(phrases.FAMILIES.values())
                                              for end in ("", "요", "다", *phrases.REGISTERS))}
SLOTS = {"store", "name", "product", "when", "condition", "gift", "present", "role", "hours", "place", "area", "phone",
         "cut", "price", "deal", "day", "scene", "offer"}
OWN = re.compile(r"\{(?:store|name|product|when|condition|gift|present|role|hours|price|offer)\b")
"""A slot that only one shop's brief fills so."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")
PREDICATE = re.compile(r"[요다죠까]$")


def test_the_tables_are_large_and_their_rows_known() -> None:
    assert len(EVERY) > 1400
    assert {voice for _, _, voice, _ in EVERY} <= VOICES
    assert {slot for *_, line in EVERY for slot in re.findall(r"\{(\w+)", line)} <= SLOTS
    assert not [line for *_, line in EVERY if not line or "|" in line or "  " in line]


def test_no_phrase_states_a_fact() -> None:
    bare = [(key, line, re.sub(r"\{[^}]*\}", "", line)) for _, key, _, line in EVERY]
    assert not [line for _, line, words in bare if re.search(r"\d", words) or CLAIMS.search(words)]
    named = {day for day, _ in moods.DAYS}
    stated = [(key, line) for key, line, words in bare for word in STATED if key not in named
              and re.search(word.pattern, words) and not (word.unless and re.search(word.unless, words))]
    assert not [line for key, line in stated if key not in phrases.SAYS_SO]


def test_no_sentence_could_be_any_shops() -> None:
    for _, _, _, line in EVERY:
        for sentence in SENTENCE.split(line):
            bare = sentence.rstrip(".!?~")
            if PREDICATE.search(re.sub(r"\{[^}]*\}", "가", bare)) and not OWN.search(sentence):
                assert len(re.sub(r"\{[^}]*\}", "가나다", bare)) < 8, line


@pytest.mark.parametrize("register", ["요", "다"])
def test_a_register_keeps_to_its_endings(register: str) -> None:
    other = re.compile(r"(?:니다|니까)[.?]?$" if register == "요" else r"(?:어|해|예|에|아|게|돼|워)요[.!?]?$")
    tones = [tone for tone, ending in phrases.REGISTERS.items() if ending == register]
    lines = [line for _, _, voice, line in EVERY if voice.endswith((register, *tones))]
    mixed = [line for line in lines if other.search(re.sub(r"\{[^}]*\}", "", line)) and "고맙습니다" not in line]
    assert len(lines) > 300 and not mixed


def test_a_table_is_read_line_by_line() -> None:
    read = phrases.table("""
[one]
 = a | b
요 = c
요 = d | {product:을} e
[two]
다 = f
""")
    assert read == {"one": {"": ("a", "b"), "요": ("c", "d", "{product:을} e")}, "two": {"다": ("f",)}}


@pytest.mark.parametrize(("month", "season"), [(0, ""), (1, "겨울"), (3, "봄"), (5, "봄"), (6, "여름"), (9, "가을"),
                                               (11, "가을"), (12, "겨울")])
def test_months_have_their_season(month: int, season: str) -> None:
    assert moods.season(month) == season
