"""The benchmark of 60 briefs: it sees planted faults, and the built-in writer makes none of them."""

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from adgen.brief import AdBrief, Caption
from adgen.copywriters.checks.checking import checked, softened, violations
from benchmarks import copywriting
from benchmarks.copy_sheet import sheet
from benchmarks.copywriting import Written, briefs, measure, written
from benchmarks.particles import after_words, anywhere, both_spellings

EVERY = [written(number, brief) for number, brief in enumerate(briefs(), 1)]
CAFE = EVERY[0]


def with_text(text: str, key: str = "instagram") -> Written:
    """The first brief's words with one text exchanged."""
    captions = {**CAFE.copy.captions, key: replace(CAFE.copy.captions[key], text=text)}
    return replace(CAFE, copy=replace(CAFE.copy, captions=captions))


def test_sixty_briefs_of_twelve_trades() -> None:
    every = [one.brief for one in EVERY]
    assert len(every) == 60 and set(Counter(brief.store.trade for brief in every).values()) == {5}
    assert len({brief.store.trade for brief in every}) == 12 and len({brief.store.name for brief in every}) == 60
    for has in ("price", "original_price", "period", "ground", "text_in_image", "month"):
        assert 0 < sum(bool(getattr(brief, has)) for brief in every) < 60, has
    assert {brief.store.tone for brief in every} == {"친근", "고급", "유쾌", "담백", "감성"}


@pytest.mark.parametrize("kind", ["limit", "number", "made up", "particle", "claim", "same sentence"])
def test_the_builtin_writer_makes_no_such_fault(kind: str) -> None:
    assert found()[kind] == []


@cache
def found() -> dict[str, list[str]]:
    """The findings of all briefs, without the 20 seeds of some."""
    return measure(EVERY, seeds=False)


@pytest.mark.parametrize("one", EVERY[::4], ids=lambda one: str(one.brief.store.name))
def test_what_the_builtin_writer_wrote_needs_no_repair(one: Written) -> None:
    brief = softened(one.brief)[0]
    assert violations(one.copy, brief) == () and checked(one.copy, brief, one.copy) == one.copy


@pytest.mark.parametrize(("kind", "text"), [
    ("limit", "고구마라떼가 나왔어요. 4,900원이에요. " * 200), ("number", "고구마라떼 3,900원이에요."),
    ("made up", "손님들이 극찬한 고구마라떼, 4,900원이에요."), ("left out", "고구마라떼가 나왔어요."),
    ("says nothing", "카페 봄날에서 만나요."), ("particle", "고구마라떼이 나왔어요. 4,900원이에요."),
    ("particle", "카페 봄날와 함께해요. 4,900원이에요."), ("claim", "면역력을 높이는 고구마라떼, 4,900원이에요."),
])
def test_a_planted_fault_is_seen(kind: str, text: str) -> None:
    key = "kakao_wide" if kind == "says nothing" else "instagram"
    one = with_text(text, key)
    one = replace(one, copy=replace(one.copy, captions={**one.copy.captions, key: replace(
        one.copy.captions[key], title="")})) if kind == "says nothing" else one
    assert measure([one], seeds=False)[kind]


def test_a_sentence_of_two_briefs_is_seen() -> None:
    pair = [replace(one, copy=replace(one.copy, captions={"sms": Caption("오늘은 천천히 둘러보고 가세요.")}))
            for one in EVERY[:2]]
    assert measure(pair, seeds=False)["same sentence"]


def test_a_writer_that_repeats_itself_is_seen() -> None:
    one = replace(CAFE.brief, text_in_image="")
    assert not list(copywriting.repeated(one, 1))
    steady = type("Steady", (), {"write": lambda self, brief: CAFE.copy, "extend": lambda self, brief, copy: copy})()
    assert list(copywriting.repeated(one, 1, steady))


@pytest.mark.parametrize(("text", "words", "wrong"), [
    ("라떼를 드려요", ["라떼"], []), ("라떼을 드려요", ["라떼"], ["라떼을"]), ("빵는 맛있어요", ["빵"], ["빵는"]),
    ("Latte Lab를 찾아요", ["Latte Lab"], ["Latte Lab를"]), ("Mellow Nail로 오세요", ["Mellow Nail"], []),
    ("Flower 1004가 열어요", ["Flower 1004"], []), ("Gym 365과 함께", ["Gym 365"], ["Gym 365과"]),
    ("서울로 가요", ["서울"], []), ("집로 가요", ["집"], ["집로"]), ("카페이에요", ["카페"], ["카페이에요"]),
    ("Xyzzy를 찾아요", ["Xyzzy"], ["Xyzzy를 (no reading of Xyzzy)"]),
])
def test_particles_after_known_words(text: str, words: list[str], wrong: list[str]) -> None:
    assert after_words(text, words) == wrong


def test_particles_anywhere() -> None:
    assert anywhere("가을에 사과를 들를 때 효과는 종로 진로 결과") == []
    text = "빵를 사요. 집와 가게. 커피으로 시작. 빵예요. 라떼을"
    assert anywhere(text) == ["빵를", "집와", "커피으로", "빵예요", "라떼을"]
    assert both_spellings("라떼을(를) 드려요") == ["라떼을(를)"]


def test_the_sheet_shows_every_brief_and_what_was_taken_out() -> None:
    page = sheet(EVERY)
    assert page.count("\n## ") == 60 and page.count("<details>") == 60 and "뺀 말:" in page
    assert all(f"**{one.copy.headline}**" in page for one in EVERY)
    assert copywriting.SHEET.read_text(encoding="utf-8").count("\n## ") == 60


def brief_of(name: str) -> AdBrief:
    return next(one.brief for one in EVERY if one.brief.store.name == name)


def test_unlawful_briefs_are_among_them() -> None:
    assert all(softened(brief_of(name))[1] for name in ("바다회관", "이발소 1975", "동네헬스", "술술포차"))
