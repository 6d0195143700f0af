"""The faces that ship, their licences, and what falls in where a face has no glyph."""

import re
from pathlib import Path
from typing import get_args

import pytest

from adgen.brief import FontMood
from adgen.poster.emoji import clusters, emoji, plain
from adgen.poster.fonts import CHINESE, JAPANESE, MOOD_LINES, MOOD_NAMES, MOODS, chain, face
from adgen.poster.text import clean, shape, undrawable

FONTS = Path(__file__).parents[1] / "assets" / "fonts"
SANS = MOODS["sans"].display


def test_every_mood_has_faces_and_a_name_in_both_languages() -> None:
    assert set(MOODS) == set(MOOD_NAMES) == set(MOOD_LINES) == set(get_args(FontMood))
    for note in (*MOOD_NAMES.values(), *MOOD_LINES.values()):
        assert re.search("[가-힣]", note.ko) and note.en.isprintable()


def test_every_font_ships_with_its_licence_and_keeps_reserved_names() -> None:
    fonts = [path for path in FONTS.iterdir() if path.suffix in (".ttf", ".otf")]
    assert len(fonts) >= 11
    for path in fonts:
        family = re.split(r"-|CJK", path.stem)[0] + ("CJK" if "CJK" in path.stem else "")
        licence = (FONTS / f"LICENSE-{family}.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence and "Copyright" in licence
        # Pretendard may carry its name only unmodified (the README says so); "Source" and "Nanum" are never carried.
        name = face(path.name).name
        assert not re.search("Source|Nanum", name), name
        assert path.name in (FONTS / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("text", "drawn"), [
    ("👨‍👩‍👧", "👨‍👩‍👧"), ("👍🏽", "👍"), ("👩🏽‍🍳", "👩‍🍳"), ("🇰🇷", "KR"), ("1️⃣", "1⃣"), ("❤️", "❤"), ("☕️", "☕"),
    ("👩‍❤️‍👩🏽", "👩‍❤‍👩"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴"), ("👍‍👎", "👍"), ("♥️", "♥️"), ("♥", "♥"), ("☀︎", "☀"), ("🫠", "🫠"),
])
def test_emoji_sequences_are_drawn_whole_or_as_their_first(text: str, drawn: str) -> None:
    assert clusters(text) == [text]
    assert clean(text, SANS) == drawn
    line = shape(drawn, SANS)
    assert len(line.pieces) == 1 and (line.pieces[0].svg or line.pieces[0].path)
    assert undrawable(text, SANS) == ()


def test_an_emoji_stands_on_the_line_like_a_letter() -> None:
    for mood in MOODS.values():
        low, high = face(mood.display).band
        box = shape("🔥", mood.display).ink
        assert abs((box[1] + box[3]) / 2 - (low + high) / 2) < 0.15 * (high - low)
        assert 0.7 < (box[3] - box[1]) / (high - low) < 1.3
    assert plain("x") == "" and emoji("가") is None


def test_what_cannot_be_drawn_is_named_once() -> None:
    assert undrawable("가\u200b나 ก ไ ก 𓀀 한\ue000", SANS) == ("ก", "ไ", "𓀀", "\ue000")
    assert undrawable("뷁 ₩4,900 · • ～ 漢字 かな 简体 ㎏ ①", SANS) == ()
    assert clean("가ก나", SANS) == "가나"


def test_japanese_and_chinese_take_the_forms_of_their_language() -> None:
    japanese, chinese, korean = shape("直ぐ", SANS), shape("直达", SANS), shape("直 직", SANS)
    first = [line.pieces[0].path.split("z")[0] for line in (japanese, chinese, korean)]
    assert first[0] == first[2] != first[1]
    assert ord("价") in face(CHINESE).characters and ord("働") in face(JAPANESE).characters
    assert [one.file for one in chain(SANS, chinese=True)][-2:] == [CHINESE, JAPANESE]


def test_a_missing_won_sign_is_made_of_the_faces_own_w() -> None:
    for mood in MOODS.values():
        won, letter = shape("₩", mood.display), shape("W", mood.display)
        assert len(won.pieces) == 1 and won.width >= 0.85 * letter.width > 250
        assert won.pieces[0].scale == 1.0, "no other face falls in"


def test_a_face_that_falls_in_is_as_tall_as_its_host() -> None:
    for mood in MOODS.values():
        guest, host = shape("뷁", mood.display), shape("밝", mood.display)
        assert 0.75 < (guest.ink[3] - guest.ink[1]) / (host.ink[3] - host.ink[1]) < 1.35, mood.display
