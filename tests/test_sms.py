"""Text messages: the carriers' bytes, the law's frame, and what is flagged."""

import pytest

from adgen.errors import InvalidInput
from adgen.sms import AS_TEXT, CONSENT, LMS_BYTES, NIGHT, SMS_BYTES, SmsRequest, build, carried, count, flags

OPT_OUT = "080-123-4567"
PIECES = ("가", "나다", "라떼", "A", "z9", " ", "\n", "!", "(광고)", "4,900원", "★", "♥", "·", "…", "～", "☎",
          "▶",
          "ㄱ",
          "ㅎㅎ", "。", "あ", "漢", "Ａ", "％", "①", "Ⅲ")


def _rule(char: str) -> int:
    """The carriers' rule, written down anew: one byte for ASCII, two for every other character of KS X 1001."""
    return 1 if char < "\x80" else 2


@pytest.mark.parametrize("number", range(100))
def test_bytes_are_counted_by_the_carriers_rule(number: int) -> None:
    text = "".join(PIECES[(number * step + step * step) % len(PIECES)] for step in range(1, 2 + number % 17))
    assert count(text) == sum(map(_rule, text))
    assert flags(text) == ()
    assert count(text) == len(text.encode("euc_kr"))


@pytest.mark.parametrize(("char", "replacement", "reason"), [
    ("—", "-", "outside"), ("•", "·", "outside"), ("👉", "▶", "outside"), ("☕", "", "outside"), ("✅", "√", "outside"),
    ("é", "e", "outside"), ("됬", "됐", "rare_syllable"), ("똠", "돔", "rare_syllable"), ("뷁", "붸", "rare_syllable"),
])
def test_what_carriers_do_not_carry_is_flagged_with_a_replacement(char: str, replacement: str, reason: str) -> None:
    (flag,) = flags(f"가{char}나")
    assert (flag.index, flag.char, flag.replacement, flag.reason) == (1, char, replacement, reason)
    assert carried(f"가{char}나") == f"가{replacement}나" and flags(carried(f"가{char}나")) == ()


def test_every_syllable_is_carried_or_replaced_by_one_that_is() -> None:
    for point in range(0xAC00, 0xD7A4):
        text = carried(chr(point))
        assert text and flags(text) == () and count(text) == 2


def test_the_frame_of_the_law() -> None:
    made = build(SmsRequest("오늘 라떼가 나왔어요.", "달무리", "02-123-4567", OPT_OUT, hour=14))
    assert made.text == f"(광고)달무리\n오늘 라떼가 나왔어요.\n02-123-4567\n무료수신거부 {OPT_OUT}"
    assert made.complete and made.missing == () and made.bytes == count(made.text)
    assert (made.kind, made.limit) == (("SMS", SMS_BYTES) if made.bytes <= SMS_BYTES else ("LMS", LMS_BYTES))
    assert made.reminders == (CONSENT, AS_TEXT)


@pytest.mark.parametrize("typed", ["(광고)", "[광고] ", "(광 고)", "〔광고〕"])
def test_a_typed_mark_and_opt_out_are_not_doubled(typed: str) -> None:
    made = build(SmsRequest(f"{typed}새 메뉴예요.\n무료수신거부 080-999-9999", "달무리", "02-123-4567", OPT_OUT))
    assert made.text.startswith("(광고)달무리\n새 메뉴예요.") and made.text.count("광고") == 1
    assert made.text.count("수신거부") == 1


@pytest.mark.parametrize("request_", [
    SmsRequest("내용", "달무리", "02-1"), SmsRequest("내용", "달무리", "", OPT_OUT),
    SmsRequest("내용", "", "02-1", OPT_OUT),
    SmsRequest("", "달무리", "02-1", OPT_OUT), SmsRequest("내용", "달무리", "02-1", "02-123-4567"),
    SmsRequest("가" * 1000, "달무리", "02-1", OPT_OUT),
])
def test_it_is_not_finished_while_something_is_missing(request_: SmsRequest) -> None:
    made = build(request_)
    assert not made.complete and all(note.ko and note.en for note in made.missing)


def test_a_provider_that_adds_the_frame_gets_none() -> None:
    made = build(SmsRequest("달무리에서 새 메뉴를 준비했어요.", "달무리", "02-123-4567", provider_frame=True))
    assert made.complete and "(광고)" not in made.text and "수신거부" not in made.text
    assert made.text == "달무리에서 새 메뉴를 준비했어요.\n02-123-4567"


@pytest.mark.parametrize(("hour", "night"), [(8, False), (20, False), (21, True), (0, True), (7, True), (None, True)])
def test_night_needs_its_own_consent(hour: int | None, night: bool) -> None:
    assert (NIGHT in build(SmsRequest("내용", "달무리", "02-1", OPT_OUT, hour=hour)).reminders) is night


def test_nothing_is_cut() -> None:
    made = build(SmsRequest("가나다라마바사 " * 200, "달무리", "02-123-4567", OPT_OUT))
    assert made.over == made.bytes - LMS_BYTES > 0 and ("가나다라마바사 " * 200).strip() in made.text


def test_bad_input() -> None:
    with pytest.raises(InvalidInput):
        build(SmsRequest("내용", "달무리", hour=24))
    with pytest.raises(InvalidInput):
        build(SmsRequest("가" * 2001, "달무리"))
