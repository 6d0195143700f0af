"""The tables of channels and of their words' limits."""

import json

import pytest

from adgen.brief import AdBrief, StoreFacts
from adgen.channels import CHANNELS, GROUPS, TEXTS, USUAL, Channel, as_dicts, channel, offered
from adgen.copywriters.builtin.writer import CAPTIONS, BuiltinCopywriter
from adgen.errors import InvalidInput
from adgen.forms import AdRequest, parse

OFFERED = [row for rows in offered().values() for row in rows]
NEWS = ("가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", "🎉🎉", "라떼", "가" * 1000, "뷁 라떼가 나왔어요 — 오세요",
        "평일 오전 11시까지 아메리카노 20% 할인해요. 포장도 돼요. 주차도 두 시간 무료예요.")


@pytest.mark.parametrize(("key", "size", "file", "limit"), [
    ("instagram_portrait", (1080, 1350), "png", 8_000_000), ("instagram_tall", (1080, 1440), "png", 8_000_000),
    ("instagram_story", (1080, 1920), "png", 8_000_000), ("kakao_bizboard", (1029, 258), "png", 300_000),
    ("kakao_display_wide", (1200, 600), "jpg", 500_000), ("kakao_message_wide", (800, 400), "png", 10_000_000),
    ("kakao_search_thumb", (348, 230), "png", 500_000), ("kakao_search_custom", (1200, 380), "jpg", 500_000),
    ("naver_main", (1250, 560), "jpg", 500_000), ("naver_small", (342, 228), "png", 500_000),
    ("naver_place", (1200, 750), "png", 20_000_000), ("baemin_menu", (1280, 960), "jpg", None),
    ("mms", (1280, 720), "jpg", 150_000), ("print_a4", (2551, 3579), "pdf", None),
])
def test_sizes_types_and_limits_are_those_of_the_facts(
        key: str, size: tuple[int, int], file: str, limit: int | None) -> None:
    row = channel(key)
    assert ((row.width, row.height), row.file, row.max_bytes) == (size, file, limit)


def test_pixels_of_a_print_are_its_millimetres_with_bleed_at_300_dpi() -> None:
    prints = [row for row in OFFERED if row.mm]
    assert len(prints) == 3
    for row in prints:
        assert row.mm and row.file == "pdf"
        whole = [round((side + 2 * row.bleed_mm) / 25.4 * 300) for side in row.mm]
        assert whole == [row.width, row.height]
        assert row.reserved.left * row.width / 300 * 25.4 == pytest.approx(row.bleed_mm + 3, abs=0.01)


def test_stories_keep_their_edges_free_and_a_word_area_remains() -> None:
    for key in ("instagram_story", "instagram_reels"):
        edges = channel(key).reserved
        assert (edges.top, edges.bottom, edges.left, edges.right) == (0.14, 0.35, 0.06, 0.06)
    for row in OFFERED:
        assert row.reserved.top + row.reserved.bottom < 0.6 and row.reserved.left + row.reserved.right < 0.6


def test_every_row_says_where_it_comes_from_and_how_sure_it_is() -> None:
    for row in CHANNELS.values():
        assert row.source and row.read_on and row.ko and row.en and row.group in GROUPS
        assert row.needs_check == (row.sureness == "L")
    assert [row.key for row in OFFERED if row.group == "delivery" and not row.needs_check] == []
    assert len({row.ko for row in CHANNELS.values()}) == len(CHANNELS)


def test_refused_channels_say_why_and_are_offered_nowhere() -> None:
    refused = {row.key for row in CHANNELS.values() if row.refused}
    assert refused == {"kakao_alimtalk", "naver_powerlink", "naver_place_ad", "naver_timeboard"}
    assert not refused & {row.key for row in OFFERED}
    for key in refused:
        why = channel(key).refused
        assert why and why.ko.endswith("요.") and why.en
        with pytest.raises(InvalidInput, match=why.ko[:10]) as error:
            parse(AdRequest, project_id=1, ad_description="라떼", channels=[key])
        assert error.value.say("en") == why.en


def test_every_offered_channel_may_be_asked_for() -> None:
    assert list(offered()) == list(GROUPS) and all(offered().values())
    keys = [row.key for row in OFFERED]
    assert parse(AdRequest, project_id=1, ad_description="라떼", channels=keys).channels == keys
    assert set(USUAL) <= set(keys)


def test_an_unknown_channel_lists_the_known_ones() -> None:
    with pytest.raises(InvalidInput, match="fax.*instagram_portrait"):
        channel("fax")


def test_the_table_for_programs_is_plain_json() -> None:
    rows = as_dicts()
    assert json.loads(json.dumps(rows)) == rows
    by_key = {row["key"]: row for row in rows}
    assert by_key["naver_powerlink"]["refused"]["ko"] and by_key["mms"]["refused"] is None
    assert by_key["print_a4"]["mm"] == [210, 297] and by_key["baemin_menu"]["needs_check"] is True
    assert by_key["instagram_story"]["reserved"]["bottom"] == 0.35 and by_key["mms"]["text"]["limit"] == 2000


def test_caption_fields_are_those_of_the_texts() -> None:
    for row in CHANNELS.values():
        limit = TEXTS[row.caption_key].limit if row.caption_key else 0
        assert limit is not None
        assert row.caption_limit == (limit // 2 if row.key == "mms" else limit)
        assert row.hashtag_limit <= (TEXTS[row.caption_key].hashtags if row.caption_key else 0)


@pytest.mark.parametrize(("text", "size", "fits"), [
    ("가" * 45, 90, True), ("가" * 45 + "a", 91, False), ("(광고)", 6, True), ("무료수신거부 080-123-4567", 25, True),
    ("됬뷁똠", 6, True), ("라떼 ☎ ▶ ♥ …", 16, True), ("커피 ☕", 7, False), ("가을 — 라떼", 12, False),
])
def test_text_messages_count_bytes_as_the_carriers_do(text: str, size: int, fits: bool) -> None:
    assert TEXTS["sms"].size(text) == size and TEXTS["sms"].fits(text) is fits


def test_characters_and_line_breaks_are_limits() -> None:
    wide = TEXTS["kakao_wide"]
    assert wide.fits("가" * 76) and not wide.fits("가" * 77)
    assert wide.fits("가\n나") and not wide.fits("가\n나\n다")
    assert TEXTS["instagram"].fits("😊\n" * 1000)


@pytest.mark.parametrize("news", NEWS)
def test_the_builtin_writer_keeps_every_channels_limit(news: str) -> None:
    store = StoreFacts("카페 봄날", "cafe", "", "", "02-123-4567", "서울 마포구 연남동 12-3", "매일 10:00~22:00")
    captions = BuiltinCopywriter().write(AdBrief(store, news)).captions
    # Without a dish to describe there is no menu text.
    assert tuple(captions) in (CAPTIONS, tuple(key for key in CAPTIONS if key != "delivery_menu"))
    assert CAPTIONS[0] == "instagram"
    for key, caption in captions.items():
        assert caption.text and TEXTS[key].fits(caption.posted()), key
        assert len(caption.hashtags) <= TEXTS[key].hashtags


def test_short_words_leave_whole_parts_out() -> None:
    store = StoreFacts("카페 봄날", "cafe", "", "", "02-123-4567", "서울 마포구 연남동 12-3", "매일 10:00~22:00")
    captions = BuiltinCopywriter().write(AdBrief(store, NEWS[0])).captions
    assert "02-123-4567" in captions["kakao_message"].text and "02-123-4567" not in captions["kakao_wide"].text
    assert captions["delivery_menu"].text.startswith("가을 한정 고구마 라떼가 나왔어요. ")
    assert "📞" not in captions["lms"].text and "02-123-4567" in captions["lms"].text


def test_a_row_is_frozen() -> None:
    with pytest.raises(AttributeError):
        channel("mms").width = 1  # type: ignore[misc]
    assert isinstance(channel("mms"), Channel)
