"""Texts cut to their channel: whole sentences, the practical lines kept, nothing broken."""

import pytest

from adgen.channels import TEXTS
from adgen.copywriters.checks.splitting import split
from adgen.copywriters.checks.trimming import cut, is_practical

KAKAO, WIDE, SMS, PLAIN = TEXTS["kakao_message"], TEXTS["kakao_wide"], TEXTS["sms"], TEXTS["instagram"]
LONG = ("안녕하세요, 카페 봄날이에요. 가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.\n\n"
        "따뜻하게 한 잔 하러 들러 주세요. 창가 자리에서 기다릴게요.\n\n"
        "📍 서울 마포구 연남동 12-3\n🕒 매일 10:00~22:00\n📞 02-123-4567")


@pytest.mark.parametrize(("line", "parts"), [
    ("나왔어요. 오세요!", ["나왔어요.", "오세요!"]),
    ("2026. 12. 31. 까지예요. 오세요.", ["2026. 12. 31. 까지예요.", "오세요."]),
    ("4.5점이에요. 또 봐요~ 안녕!", ["4.5점이에요.", "또 봐요~", "안녕!"]),
    ("10시~ 22시에 열어요. 와요", ["10시~ 22시에 열어요.", "와요"]),
    ("'안녕. 또 봐.' 케이크예요. 와요.", ["'안녕. 또 봐.' 케이크예요.", "와요."]),
    ("https://a.example/b.c?d=1. 링크예요. 와요.", ["https://a.example/b.c?d=1. 링크예요.", "와요."]),
    ("나왔어요 🎉 4,900원이에요 ✨ 오세요", ["나왔어요 🎉", "4,900원이에요 ✨", "오세요"]),
    ("Dr. Kim 치과예요. 오세요.", ["Dr. Kim 치과예요.", "오세요."]),
    ("시급은 11,000. 연락 주세요.", ["시급은 11,000. 연락 주세요."]),
])
def test_sentences_end_where_a_reader_ends_them(line: str, parts: list[str]) -> None:
    assert split(line) == parts and " ".join(parts) == line


def test_what_fits_is_not_touched() -> None:
    assert cut(LONG, PLAIN) == LONG


def test_middle_sentences_go_before_the_practical_lines() -> None:
    text = cut(LONG, PLAIN, 110)
    assert text.startswith("안녕하세요, 카페 봄날이에요. 가을 한정 고구마 라떼가 나왔어요.") and len(text) <= 110
    assert text.endswith("📍 서울 마포구 연남동 12-3\n🕒 매일 10:00~22:00\n📞 02-123-4567") and "창가" not in text


def test_practical_lines_go_from_the_least_needed_on() -> None:
    assert cut(LONG, PLAIN, 56).endswith("📞 02-123-4567") and "📍" not in cut(LONG, PLAIN, 56)
    assert cut(LONG, PLAIN, 20) == "안녕하세요, 카페 봄날이에요."
    assert cut(LONG, PLAIN, 10) == ""
    proven = "국내 1위 라떼예요. 지금 만나 보세요.\n\n※ 한국갤럽, 2026년 1월, 서울\n📞 02-123-4567"
    assert cut(proven, PLAIN, 40) == "국내 1위 라떼예요.\n※ 한국갤럽, 2026년 1월, 서울"


def test_bytes_are_counted_as_the_carriers_do() -> None:
    text = "가을 라떼가 나왔어요. " * 8
    assert cut(text, SMS) == " ".join(["가을 라떼가 나왔어요."] * 4) and SMS.size(cut(text, SMS)) == 87


def test_line_breaks_are_joined_before_anything_goes() -> None:
    text = "라떼가 나왔어요.\n\n4,900원이에요.\n들러 주세요."
    assert cut(text, WIDE) == "라떼가 나왔어요.\n4,900원이에요. 들러 주세요."
    assert cut("\n".join(f"{n}번 줄이에요." for n in range(40)), KAKAO).count("\n") <= 29


def test_no_heading_is_left_without_its_paragraph() -> None:
    text = "■ 메뉴\n라떼예요.\n■ 오시는 길\n연남동 골목 안쪽으로 들어오시면 보여요."
    assert cut(text, PLAIN, 22) == "■ 메뉴\n라떼예요."


@pytest.mark.parametrize("room", range(0, 190, 7))
def test_a_cut_is_always_whole(room: int) -> None:
    text = cut(LONG, PLAIN, room)
    known = {piece for line in LONG.split("\n") for piece in split(line)}
    assert len(text) <= room and all(piece in known for line in text.split("\n") for piece in split(line))


@pytest.mark.parametrize(("line", "practical"), [
    ("📍 서울 마포구 연남동 12-3", True), ("서울 마포구 동교로 23, 2층", True), ("02-123-4567", True),
    ("☎ 010-1234-5678", True),
    ("문의 02-123-4567", True), ("※ 한국갤럽, 2026년", True), ("매일 10:00~22:00", True), ("https://a.example", True),
    ("라떼가 나왔어요.", False), ("오늘은 새로 3잔을 준비했어요.", False), ("24,000원 → 19,900원", False),
])
def test_practical_lines(line: str, practical: bool) -> None:
    assert is_practical(line) is practical
