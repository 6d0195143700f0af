"""The claims checker: the dev sentences, spans, softer wordings, grounds, trades, limits."""

import pytest

from adgen import claims
from adgen.claims.check import RULES
from adgen.errors import InvalidInput
from adgen.trades import TRADES
from benchmarks.claims import Labelled, parts, score

DEV, HELD_OUT = parts()
MARKED = ("최고의 ", "무조건 ", "절대 가나다 ", "에서 가장", "1위", "보장")
"""Units whose repetition is marked."""


@pytest.mark.parametrize("row", [*DEV, *HELD_OUT], ids=lambda row: row.text[:24])
def test_every_sentence_has_a_real_trade_and_label(row: Labelled) -> None:
    assert row.trade in TRADES and row.severity in ("clean", "warn", "block")
    assert bool(row.categories) is (row.severity != "clean")


def test_no_sentence_stands_in_both_parts() -> None:
    assert len(DEV) > 400 and len(HELD_OUT) > 100
    assert not {row.text for row in DEV} & {row.text for row in HELD_OUT}


def test_the_figures_hold_on_both_parts() -> None:
    dev, held_out = score(DEV), score(HELD_OUT)
    assert dev.recall >= 0.97 and dev.precision >= 0.97
    assert held_out.recall >= 0.95 and held_out.precision >= 0.90


@pytest.mark.parametrize(("text", "trade", "softened"), [
    ("최고의 라떼", "cafe", "자신 있는 라떼"), ("맛이 최고예요.", "cafe", "맛이 좋아요."),
    ("대한민국 최고의 원두", "cafe", "자신 있는 원두"), ("인체에 완전히 무해한 비누", "skin", "순한 비누"),
    ("서울에서 사진 제일 잘 찍는 곳", "photo", "사진 잘 찍는 곳"),
    ("우리 가게 최고의 라떼", "cafe", "우리 가게 자신 있는 라떼"),
    ("최상의 서비스", "hair", "정성스러운 서비스"),
    ("우리 동네에서 제일 맛있는 김치찌개", "restaurant", "맛있는 김치찌개"),
    ("전국에서 가장 바삭한 치킨", "chicken", "바삭한 치킨"),
    ("서울에서 가장 저렴한 세탁소", "laundry", "부담 없는 세탁소"),
    ("국내 최초로 선보이는 라떼", "cafe", "새롭게 선보이는 라떼"),
    ("세계 최초 흑임자 젤라토", "dessert", "새로운 흑임자 젤라토"),
    ("국내 최대 규모의 헬스장", "gym", "널찍한 헬스장"), ("완벽한 손세차", "car", "정성 들인 손세차"),
    ("완벽하게 세탁해요", "laundry", "꼼꼼하게 세탁해요"),
    ("업계 최저가로 모셔요", "restaurant", "부담 없는 가격으로 모셔요"),
    ("전국 최저가 떡볶이", "snack", "부담 없는 가격의 떡볶이"), ("숙취해소에 좋은 해장국", "pub", "시원한 해장국"),
    ("디톡스 주스", "cafe", "상큼한 주스"), ("몸에 좋은 나물", "grocery", "정성껏 고른 나물"),
    ("신당동 원조 떡볶이", "snack", "신당동 옛날 떡볶이"), ("무자극 젤", "nail", "순한 젤"),
    ("탈모를 치료하는 샴푸", "hair", "두피를 돌보는 샴푸"), ("독보적인 꽃다발", "flower", "개성 있는 꽃다발"),
    ("통증 없이 받는 관리", "skin", "편안하게 받는 관리"), ("요요 없는 운동", "gym", "꾸준히 이어 가는 운동"),
])
def test_a_softer_wording_reads_right_where_it_stands(text: str, trade: str, softened: str) -> None:
    assert claims.soften(text, trade) == softened
    assert not [one for one in claims.check(softened, trade) if one.severity != "note"]


@pytest.mark.parametrize("row", [row for row in DEV if row.severity != "clean"], ids=lambda row: row.text[:24])
def test_a_finding_says_where_why_and_by_which_law(row: Labelled) -> None:
    for one in claims.check(row.text, row.trade):
        assert row.text[one.start:one.end] == one.text and one.law and one.why_ko.endswith(".") and one.why_en
        assert one.suggestion != one.text and one.suggestion == one.suggestion.lstrip()
    softened = claims.soften(row.text, row.trade)
    assert "  " not in softened and len(claims.check(softened, row.trade)) <= len(claims.check(row.text, row.trade))


def test_a_stated_ground_turns_what_can_be_proven_into_a_note() -> None:
    ground = "한국소비자원, 2026년 3월, 서울 카페 120곳"
    (one,) = claims.check("국내 1위 카페", "cafe", ground)
    assert (one.severity, one.grounded) == ("note", True)
    assert claims.check("국내 1위 카페", "cafe")[0].severity == "warn"
    (cure,) = claims.check("당뇨에 좋은 차", "cafe", ground)
    assert (cure.severity, cure.grounded) == ("block", False), "nothing proves a cure"
    assert claims.soften("최고의 라떼", "cafe", ground) == "최고의 라떼"


def test_rules_run_for_their_trades() -> None:
    assert claims.check("디톡스 주스", "cafe") and not claims.check("디톡스 주스", "clothing")
    assert claims.check("디톡스 주스", "general")
    assert {trade for rule in RULES for trade in rule.trades} <= set(TRADES)


def test_findings_do_not_overlap_and_stand_in_order() -> None:
    found = claims.check("국내 유일의 최고의 라떼! 업계 1위, 무조건 만족을 100% 보장합니다. 20% 할인", "cafe")
    assert len(found) >= 5
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))


def test_the_longest_text() -> None:
    with pytest.raises(InvalidInput):
        claims.check("가" * (claims.MOST + 1))
    assert claims.check("가" * claims.MOST) == ()


@pytest.mark.parametrize("unit", ["가", " ", "최고의 ", "무조건 ", "가장 ", "절대 가나다 ", "100% ", "병을 ", "a",
                                  "다른 가게 ", "운전 ", "에서 가장", "못 가는 ", "최초 최초", "1위", "보장",
                                  "혈액 순환 ", "\n", "한 달 1"])
def test_repetitions_of_the_longest_text_end(unit: str) -> None:
    text = (unit * claims.MOST)[:claims.MOST]
    found = claims.check(text)
    assert all(text[one.start:one.end] == one.text for one in found) and bool(found) is (unit in MARKED)


@pytest.mark.parametrize("trade", TRADES)
def test_the_examples_we_offer_need_no_care(trade: str) -> None:
    for line in TRADES[trade].examples:
        assert not [one for one in claims.check(line, trade) if one.severity != "note"], line
