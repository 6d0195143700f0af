"""Cleaning, shaping and line breaking with the real fonts."""

import random

import pytest
import uharfbuzz as hb

from adgen.poster.emoji import emoji
from adgen.poster.fonts import MOODS, chain, face
from adgen.poster.text import break_lines, clean, count_lines, shape, shorten

FILES = sorted({getattr(faces, role) for faces in MOODS.values()
                for role in ("display", "figure", "label", "body", "small")})
NASTY = ("뷁 똠 펲 쀍 홟", "<&>\"' ]]>",
         "🔥☕💐 👨‍👩‍👧 🇰🇷 👍🏽", "漢字とカナ العربية", "ｆｕｌｌ　ｗｉｄｔｈ ﬁ ①₩·•…–—℃★♥",
         "e\u0301 ㄱㄴㄷ", "\x00\u200b\u202e거꾸로\ufe0f", "줄\r\n바꿈\t탭", "한글")


@pytest.mark.parametrize("file", FILES)
def test_no_box_is_ever_drawn(file: str) -> None:
    for text in NASTY:
        cleaned = clean(text, file)
        for char in cleaned:
            owner = next((one for one in chain(file) if ord(char) in one.characters), None)
            assert owner is not None or emoji(char) is not None, f"{char!r} has no drawing"
            if owner is not None and char != "₩":
                buffer = hb.Buffer()
                buffer.add_str(char)
                buffer.guess_segment_properties()
                hb.shape(owner.font, buffer)
                assert all(info.codepoint != 0 for info in buffer.glyph_infos), f"{char!r} is .notdef in {owner.file}"


def test_every_hangul_syllable_can_be_set_in_every_mood() -> None:
    for file in FILES:
        known = frozenset().union(*(one.characters for one in chain(file)))
        assert known.issuperset(range(0xAC00, 0xD7A4)), file


def test_cleaning_keeps_what_is_drawn_and_drops_the_rest() -> None:
    file = MOODS["sans"].display
    assert clean("한글", file) == "한글"
    assert clean("오늘만🔥", file) == "오늘만🔥"
    assert clean("\x00 가\u200b나 \u202e ", file) == "가나"
    assert clean("가\r\n나", file) == "가 나"
    assert clean("가 \n\n 나", file, keep_newlines=True) == "가\n나"
    assert clean("\n".join("가나다라마바"), file, keep_newlines=True) == "가 나 다 라 마 바"


def test_ink_lies_within_the_advance_of_ordinary_text() -> None:
    for file in FILES:
        line = shape("오늘부터 4,900원", file)
        assert -60 <= line.ink[0] < line.ink[2] <= line.advance + 60
        assert face(file).band[0] < 50 and face(file).band[1] > 600


def test_rare_syllables_and_emoji_take_room() -> None:
    file = MOODS["shout"].display
    assert shape("뷁", file).pieces[0].path
    assert shape("🔥", file).pieces[0].svg
    assert shape("뷁🔥가", file).advance > shape("뷁", file).advance + shape("가", file).advance + 900


SENTENCES = ("가을 한정 고구마 라떼, 오늘부터 만나요", "마음을 전하는 하루, 꽃으로 말해요",
             "첫 방문 고객 커트 30% 할인", "3개월 등록하면 한 달 더!", "갓 튀긴 치킨에 생맥주 한 잔!",
             "얼굴형 상담부터 스타일링까지 1:1로 해 드려요")


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("limit", [5600, 6600, 8000, 11000, 30000])
def test_lines_break_between_words_only(text: str, limit: int) -> None:
    for file in (MOODS["sans"].display, MOODS["shout"].display):
        lines = break_lines(text, file, limit, 9)
        assert lines is not None
        assert " ".join(line.text for line in lines) == text
        assert all(line.width <= limit for line in lines)
        assert len(lines) == count_lines(text, file, limit)


def test_lines_break_after_the_phrase() -> None:
    file = MOODS["sans"].display
    found = break_lines("가을 한정 고구마 라떼, 오늘부터 만나요", file, 9500, 3)
    assert found is not None and [line.text for line in found] == ["가을 한정 고구마 라떼,", "오늘부터 만나요"]
    found = break_lines("갓 튀긴 치킨에 생맥주 한 잔!", file, 7000, 3)
    assert found is not None and [line.text for line in found] == ["갓 튀긴 치킨에", "생맥주 한 잔!"]
    found = break_lines("3개월 등록하면 한 달 더!", file, 6000, 4)
    assert found is not None and found[-1].text == "한 달 더!"


def test_newlines_of_the_owner_are_kept() -> None:
    lines = break_lines("오늘만\n반값", MOODS["sans"].display, 20000, 3)
    assert lines is not None and [line.text for line in lines] == ["오늘만", "반값"]


def test_only_a_word_that_is_too_long_alone_is_cut() -> None:
    file = MOODS["round"].display
    lines = break_lines("봄 " + "가" * 40, file, 9000, 20)
    assert lines is not None
    assert "".join(line.text for line in lines).replace(" ", "") == "봄" + "가" * 40
    assert all(line.width <= 9000 for line in lines)
    assert min(len(line.text) for line in lines[1:]) >= 5, "cut into pieces of about the same length"


def test_too_few_lines_is_none_and_shortening_always_fits() -> None:
    file = MOODS["sans"].display
    text = "정말 길고 긴 머리글이 " * 12
    assert break_lines(clean(text, file), file, 5000, 2) is None
    lines = shorten(clean(text, file), file, 5000, 2)
    assert len(lines) <= 2 and lines[-1].text.endswith("…") and all(line.width <= 5000 for line in lines)


def test_random_strings_never_lose_text_or_overflow() -> None:
    dice = random.Random(11)
    letters = "가나다라뷁똠 aB1.,!?%🔥 "
    for _ in range(150):
        file = dice.choice(FILES)
        text = clean("".join(dice.choice(letters) for _ in range(dice.randrange(1, 90))), file)
        limit = dice.uniform(1500, 14000)
        lines = break_lines(text, file, limit, 200) if text else ()
        assert lines is not None
        assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
        assert all(line.width <= limit + 1 for line in lines)
