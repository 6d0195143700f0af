"""Nothing that was made up, claimed or too long leaves the house, and the owner is told what went."""

from dataclasses import replace

import pytest

from adgen.brief import AdBrief, AdCopy, Caption, Headline, PosterLines, StoreFacts
from adgen.channels import TEXTS
from adgen.claims import check
from adgen.copywriters.builtin.writer import BuiltinCopywriter
from adgen.copywriters.checks.checking import checked, softened, violations

STORE = StoreFacts("카페 봄날", "cafe", phone="02-123-4567", address="서울 마포구 연남동 12-3", banned_words=("대박",))
BRIEF = AdBrief(STORE, "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", price="4,900원", month=10)
SPARE = AdCopy("고구마 라떼, 나왔어요", "카페 봄날", call_to_action="들러 주세요",
               captions={"instagram": Caption("고구마 라떼가 나왔어요. 4,900원이에요.", ("카페봄날",)),
                         "sms": Caption("고구마 라떼가 나왔어요."),
                         "kakao_message": Caption("고구마 라떼가 나왔어요.", title="새 소식", button="보러 가기"),
                         "naver_blog": Caption("가" * 1300, title="고구마 라떼 이야기")},
               headlines=(Headline("고구마 라떼, 나왔어요", "news"), Headline("고구마 라떼 4,900원", "benefit")))


def copy(**more: object) -> AdCopy:
    """A model's copy of the brief with something in it changed."""
    good = replace(SPARE, headline="가을엔 고구마 라떼", headlines=(), writer="openai", captions={
        "instagram": Caption("가을 한정 고구마 라떼가 나왔어요. 4,900원에 만나 보세요.", ("카페봄날",))})
    return replace(good, **more)  # type: ignore[arg-type]


def instagram(text: str, **more: object) -> AdCopy:
    return copy(captions={"instagram": Caption(text, **more)})  # type: ignore[arg-type]


def test_good_copy_is_not_touched() -> None:
    assert violations(copy(), BRIEF) == () and checked(copy(), BRIEF, SPARE) == copy()


@pytest.mark.parametrize(("bad", "why"), [
    ("단돈 3,900원이에요.", "3,900원"), ("손님들이 극찬한 라떼예요.", "후기"), ("면역력을 높여 줘요.", "식품"),
    ("제주산 고구마로 만들어요.", "원산지"), ("스타벅스보다 진해요.", "부당 비교"), ("대박 라떼예요.", "쓰지 않기로"),
    ("오늘까지만 팔아요.", "날짜"),
])
def test_a_bad_sentence_goes_and_is_told(bad: str, why: str) -> None:
    good = "가을 한정 고구마 라떼가 나왔어요."
    one = instagram(f"{good} {bad}\n\n4,900원이에요.")
    fixed = checked(one, BRIEF, SPARE)
    assert fixed.captions["instagram"].text == f"{good}\n\n4,900원이에요."
    assert [(gone.where, gone.text) for gone in fixed.removed] == [("instagram", bad)]
    assert why in fixed.removed[0].why.ko and fixed.removed[0].why.en
    assert [found.where for found in violations(one, BRIEF)][:1] == ["instagram"] and violations(fixed, BRIEF) == ()


def test_a_claim_with_a_softer_wording_is_softened_and_the_law_named() -> None:
    fixed = checked(instagram("최고의 고구마 라떼예요. 4,900원이에요."), BRIEF, SPARE)
    assert fixed.captions["instagram"].text == "자신 있는 고구마 라떼예요. 4,900원이에요."
    assert "제3조" in fixed.removed[0].why.ko and fixed.removed[0].text == "최고의 고구마 라떼예요."


def test_the_owners_own_warned_words_stay_and_a_stated_ground_proves_them() -> None:
    own = replace(BRIEF, description="우리 동네 최고의 고구마 라떼가 나왔어요. 4,900원이에요.")
    said = instagram("우리 동네 최고의 고구마 라떼가 나왔어요.")
    assert checked(said, own, SPARE) == said
    proven = replace(BRIEF, ground="최고의 라떼상, 한국커피협회, 2026년, 서울")
    assert checked(instagram("최고의 라떼상을 받은 라떼예요."), proven, SPARE).removed == ()


def test_lines_of_the_poster_are_whole_or_the_spares() -> None:
    fixed = checked(copy(headline="최고의 고구마 라떼", subline="30% 할인", call_to_action="가" * 30), BRIEF, SPARE)
    assert (fixed.headline, fixed.subline, fixed.call_to_action) == (
        "자신 있는 고구마 라떼", SPARE.subline, SPARE.call_to_action)
    assert {gone.where for gone in fixed.removed} == {"headline", "subline", "call_to_action"}
    own = replace(BRIEF, text_in_image="가을이다 100%")
    assert checked(copy(headline="가을이다 100%"), own, SPARE).headline == "가을이다 100%"


def test_a_bad_angle_is_the_spares_of_that_angle() -> None:
    heads = (Headline("가을엔 고구마 라떼", "news"), Headline("지금 50% 할인", "benefit"), Headline("가을 "
                                                                                        "한 모금", "mood"))
    assert [head.text for head in checked(copy(headlines=heads), BRIEF, SPARE).headlines] == [
        "가을엔 고구마 라떼", "고구마 라떼 4,900원", "가을 한 모금"]


def test_what_is_too_long_is_cut_at_a_sentence_and_told() -> None:
    text = "고구마 라떼가 나왔어요. 4,900원이에요. 들러 주세요. 창가에서 기다릴게요. 편하게 오세요. 만나요."
    fixed = checked(copy(captions={"sms": Caption(text + " 🍠 — 곧 뵈어요.")}), BRIEF, SPARE)
    short = fixed.captions["sms"].text
    assert text.startswith(short) and short.endswith(".") and TEXTS["sms"].fits(short)
    assert fixed.removed[-1].why.ko == "길어서 줄였어요." and "뵈어요" in fixed.removed[-1].text
    assert violations(fixed, BRIEF) == ()


def test_nothing_usable_is_the_builtin_writers_and_flagged() -> None:
    fixed = checked(instagram("안녕하세요, 카페 봄날이에요! 반값 라떼예요.\n\n📞 02-123-4567"), BRIEF, SPARE)
    assert fixed.captions["instagram"] == replace(SPARE.captions["instagram"], writer="builtin")
    blog = checked(copy(captions={"naver_blog": Caption("고구마 라떼가 나왔어요. " * 20)}), BRIEF, SPARE)
    assert blog.captions["naver_blog"].writer == "builtin" and "1300" not in blog.captions["naver_blog"].text


def test_title_button_and_hashtags_are_checked_too() -> None:
    bad = Caption("고구마 라떼가 나왔어요.", ("반값라떼",), "30% 할인", "지금 바로 예약하러 가기")
    one = copy(captions={"kakao_message": bad})
    fixed = checked(one, BRIEF, SPARE).captions["kakao_message"]
    assert (fixed.title, fixed.button, fixed.hashtags, fixed.writer) == ("새 소식", "보러 가기", (), "")
    assert len(violations(one, BRIEF)) >= 3


@pytest.mark.parametrize(("headline", "good"), [
    ("Sweet potato latte, 4,900 won", True), ("Sweet potato latte, 3,900 won", False), ("고구마라테 12-3", True)])
def test_translations_hold_only_known_numbers(headline: str, good: bool) -> None:
    one = copy(translations={"en": PosterLines(headline)})
    fixed = checked(one, BRIEF, replace(SPARE, translations={"en": PosterLines("spare")}))
    assert fixed.translations["en"].headline == (headline if good else "spare")
    assert bool(violations(one, BRIEF)) is not good


def test_hours_and_discounts_may_be_spelt_the_foreign_way() -> None:
    brief = AdBrief(STORE, "오후 3시부터 30% 할인해요. 12월 5일까지예요.")
    good = {"en": PosterLines("30% off from 3 p.m.", period="until December 5"), "zh": PosterLines("15:00起7折")}
    assert violations(copy(captions={}, headline="할인해요", offer="", translations=good), brief) == ()


@pytest.mark.parametrize(("said", "left"), [
    ("혈압에 좋은 양파즙이 나왔어요. 20,000원이에요.", "양파즙이 나왔어요. 20,000원이에요."),
    ("면역력을 쑥쑥 올려 줘요. 유자차가 나왔어요.", "유자차가 나왔어요."),
    ("몸에 좋은 유자차가 나왔어요.", "정성껏 고른 유자차가 나왔어요."),
    ("당뇨와 고혈압에 좋은 여주 비빔밥 8,000원", "여주 비빔밥 8,000원"),
    ("마시기만 해도 면역력이 올라가는 생강차예요.", "생강차예요."),
    ("항암 효과가 뛰어난 버섯전골을 드셔 보세요.", "버섯전골을 드셔 보세요."),
    ("마시면 피로회복제가 따로 필요 없는 쌍화차", "쌍화차를 준비했어요."),
    ("암을 예방해요.", "카페 봄날 소식을 전해요."),
])
def test_the_owners_blocked_claims_are_softened_before_anything_is_written(said: str, left: str) -> None:
    brief, removed = softened(replace(BRIEF, description=said))
    assert brief.description == left and removed and all("제" in gone.why.ko for gone in removed)
    written = BuiltinCopywriter().write(replace(BRIEF, description=said))
    assert written.removed == removed
    text = "\n".join((written.headline, written.subline, *(one.posted() for one in written.captions.values())))
    assert not [one for one in check(text, "cafe") if one.severity == "block"]


def test_a_lawful_brief_stays_as_it_is() -> None:
    own = replace(BRIEF, description="우리 동네 최고의 라떼 1+1!\n\n4,900원  이에요", text_in_image="최고!")
    assert softened(own) == (own, ())


def test_a_blocked_headline_of_the_owner_is_told() -> None:
    brief, removed = softened(replace(BRIEF, text_in_image="면역력 쑥쑥"))
    assert brief.text_in_image == "" and removed[0].where == "headline" and brief.description == BRIEF.description
