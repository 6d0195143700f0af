"""What a line may state: nothing that the brief does not, in whatever spelling, and ordinary words stay ordinary."""

from dataclasses import replace

import pytest

from adgen.brief import AdBrief, StoreFacts
from adgen.copywriters.checks.grounded import invention, is_grounded, kept
from adgen.copywriters.checks.mentions import foods, people, places
from adgen.copywriters.checks.quantities import quantities, same
from benchmarks.grounded import load, score

STORE = StoreFacts("카페 봄날",
"cafe", phone="02-123-4567", address="서울 마포구 연남동 12-3",
                   opening_hours="매일 10:00~22:00")
BRIEF = AdBrief(STORE, "가을 한정 고구마 라떼가 나왔어요. 9천원이에요. 세 가지 맛이 있어요.", period="12/31까지",
                month=12)


@pytest.mark.parametrize(("one", "other", "equal"), [
    ("9천원", "9,000원", True), ("1만2천원", "12,000원", True), ("이만오천 원", "25000원", True),
    ("천 원", "1,000원", True),
    ("₩4,900", "4900원", True), ("12/31", "12월31일", True), ("12월 31일", "2026.12.31", True),
    ("12. 31.", "12월 31일", True),
    ("오후 3시", "15:00", True), ("15시", "오후 3시", True), ("3시", "오후 3시", True), ("오전 3시", "15시", False),
    ("저녁 7시 반", "19:30", True), ("정오", "12시", True), ("세 가지", "3가지", True), ("열 명", "10명", True),
    ("두 달", "2개월", True),
    ("두 배", "2배", True), ("20퍼센트", "20%", True), ("20%", "20원", False), ("3명", "3개월", False),
    ("12월 30일", "12/31", False),
    ("26일", "12월 24일부터 26일까지", True), ("12월 26일", "12월 24일부터 26일까지", True),
    ("5월 26일", "12월 24일부터 26일", False),
])
def test_spellings_of_one_quantity(one: str, other: str, equal: bool) -> None:
    assert same(quantities(one)[0], quantities(other)) is equal


@pytest.mark.parametrize("line", [
    "9,000원에 만나요.", "12월 31일까지예요.", "3가지 맛이에요.", "밤 10시까지 열어요.", "서울 연남동에서 기다릴게요.",
    "연말에도 만나요.", "추운 날엔 따뜻한 라떼죠.", "커피 한 잔의 여유", "다시, 잠시, 바로 지금 만나요.",
    "운동하고 친구와 들러요.",
    "한 번 들러 주세요.", "오늘도 좋은 하루 보내세요.", "라떼라면 봄날이죠.", "가구 같은 건 없어도 돼요.",
    "서로 새로 인사해요.",
    "사과드려요.", "정식으로 인사드려요.", "감사 인사를 드려요.", "02-123-4567로 전화 주세요.",
])
def test_true_and_factless_lines_pass(line: str) -> None:
    assert invention(line, BRIEF) is None


@pytest.mark.parametrize(("line", "kind"), [
    ("8천원이에요.", "price"), ("20% 싸요.", "price"), ("1월 3일까지예요.", "time"), ("오후 3시에 만나요.", "time"),
    ("네 가지 맛이에요.", "number"), ("두 배 진해요.", "number"), ("토요일에 만나요.", "time"),
    ("시나몬을 올렸어요.", "food"),
    ("제주산이에요.", "origin"), ("홍대에서 만나요.", "place"), ("합정역 근처예요.", "place"),
    ("김민수 바리스타가 내려요.", "person"),
    ("박 셰프의 손맛", "person"), ("스타벅스 원두예요.", "brand"), ("'달빛 라떼'가 나왔어요.", "brand"),
    ("Bluebottle 원두예요.", "brand"),
    ("손님들이 극찬한 라떼", "praise"), ("방송에 나온 라떼", "praise"), ("전문가가 추천하는 라떼", "praise"),
    ("쿠키를 드려요.", "food"),
    ("텀블러를 드려요.", "price"), ("여름엔 역시 라떼", "season"), ("수상 경력의 라떼", "quality"),
    ("최고의 라떼", "claim"),
    ("http://evil.example", "link"), ("010-9999-8888", "number"), ("as an AI language model", "leak"),
    ("유기농이에요.", "quality"),
])
def test_made_up_lines_are_found_and_named(line: str, kind: str) -> None:
    found = invention(line, BRIEF)
    assert found is not None and found.kind == kind, found
    assert found.piece in found.why.ko and found.piece in found.why.en


def test_the_brief_says_it_then_a_line_may() -> None:
    told = replace(BRIEF, description="김민수 바리스타가 제주산 당근으로 만든 케이크, 방송에 나온 그 맛! "
                                      "쿠키를 드려요. 여름에도 팔아요.")
    for line in ("김민수 바리스타가 만들어요.", "제주산 당근이에요.", "방송에 나온 그 맛이에요.", "쿠키를 드려요.",
                 "여름에도 만나요."):
        assert is_grounded(line, told) and not is_grounded(line, BRIEF), line


def test_the_season_is_the_present_one() -> None:
    plain = AdBrief(StoreFacts("봄날"), "라떼가 나왔어요.", month=7)
    assert is_grounded("무더운 여름, 시원하게 쉬어 가세요.", plain) and not is_grounded("눈 내리는 겨울이에요.", plain)
    assert not is_grounded("여름이에요.", replace(plain, month=0)) and is_grounded("봄날이에요.", plain)
    assert not is_grounded("봄이에요.", plain), "the store's name is no season"


def test_names_in_ordinary_words() -> None:
    assert places("다시 잠시 운동 활동 가구 친구 지역 바로 서로 역시 축구 감동 경기를 보며 도시") == []
    assert people("새 디자이너, 친절한 원장, 저희 대표, 전문 트레이너, 담당 선생님") == []
    assert foods("사과드려요. 월요일이라면 정식으로 말씀드릴게요.") == []


def test_banned_words_and_samples() -> None:
    store = replace(STORE, banned_words=("대박",), samples=("매주 수요일 1+1이에요.",))
    brief = replace(BRIEF, store=store)
    assert not is_grounded("대박이에요.", brief) and not is_grounded("수요일에 만나요.", brief)
    assert kept("라떼가 나왔어요. 대박이에요!\n\n9천원이에요.", brief) == "라떼가 나왔어요.\n\n9천원이에요."


def test_the_labelled_lines() -> None:
    rows = load()
    assert len(rows) >= 150 and 0.4 < sum(row.made_up for row in rows) / len(rows) < 0.6
    recall, precision = score(rows)
    assert recall >= 0.9 and precision >= 0.95
