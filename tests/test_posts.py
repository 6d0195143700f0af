"""Every channel's text and the poster's three angles, for every trade, tone and occasion."""

import re
from collections import defaultdict

import pytest

from adgen import sms
from adgen.brief import AdBrief, AdCopy, StoreFacts
from adgen.channels import TEXTS
from adgen.claims import check
from adgen.copywriters.builtin.lines import MAX
from adgen.copywriters.builtin.writer import CAPTIONS, BuiltinCopywriter, Draft, short_name
from adgen.copywriters.checks.grounded import CLAIMS, is_grounded, numbers
from adgen.trades import TRADES

WRITER = BuiltinCopywriter()
TONES = ("친근", "고급", "유쾌", "담백", "감성")
NAMES = ("봄날", "모퉁이집", "온유", "다락", "솔솔", "달빛", "나무그늘", "오늘도", "한결", "파란문",
         "느티", "소담", "라온", "가온", "두레", "하루", "노을", "새벽", "단비", "이레", "초록", "바른", "푸름")
OCCASIONS = (
    "고구마 라떼가 나왔어요.", "아메리카노 20% 할인해요.", "포장하시면 10% 할인해 드려요.",
    "라떼를 시키면 쿠키 한 개를 드려요.", "겨울 감사 세일 30% 할인해요.", "토요일 드립 클래스를 열어요.",
    "다음 주 월요일은 쉬어요.", "아침 8시에 문을 열어요.",
    "영업시간 변경 10시~22시", "주말 아르바이트 하실 분을 찾아요.", "새로 문을 열었어요.", "딸기 케이크 예약을 받아요.",
    "원데이 클래스 신청을 받아요.", "새 디자이너가 함께해요.", "가게를 옮겼어요. 이전 안내예요.",
    "주차장 공사로 불편을 드려 죄송해요.",
    "드립커피 6,000원", "반가워요.", "전부 30% 할인", "예약받아요",
)
NARROW = {"sms": 1, "delivery_menu": 8, "kakao_list": 4, "kakao_search": 2, "kakao_search_custom": 4}
"""Where a line that says the news is better said twice than left out for another."""
STORE = {"phone": "02-123-4567", "address": "서울 마포구 연남동 12-3", "opening_hours": "매일 10:00~22:00"}


def brief(text: str, trade: str = "cafe", tone: str = "", **more: object) -> AdBrief:
    name = str(more.pop("name", "카페 봄날"))
    samples, banned = more.pop("samples", ()), more.pop("banned", ())
    store = StoreFacts(name, trade, tone, samples=samples, banned_words=banned, **STORE)  # type: ignore[arg-type]
    return AdBrief(store, text, **more)  # type: ignore[arg-type]


def everything(copy: AdCopy) -> list[str]:
    return [copy.headline, copy.subline, *(line.text for line in copy.headlines),
            *(caption.text for caption in copy.captions.values()), *(row.title for row in copy.captions.values())]


def check_limits(copy: AdCopy) -> None:
    assert tuple(copy.captions) in (CAPTIONS, tuple(key for key in CAPTIONS if key != "delivery_menu"))
    for key, caption in copy.captions.items():
        limit = TEXTS[key]
        assert caption.text and limit.fits(caption.posted()), (key, caption)
        assert limit.size(caption.title) <= (limit.title or 0) and bool(caption.title) == bool(limit.title)
        assert len(caption.button) <= (limit.button or 0) and bool(caption.button) == bool(limit.button)
        assert len(caption.hashtags) <= limit.hashtags


@pytest.mark.parametrize("turn", [0, 1])
@pytest.mark.parametrize("text", OCCASIONS)
def test_twenty_seeds_say_twenty_things(text: str, turn: int) -> None:
    at = OCCASIONS.index(text)
    trade, tone = list(TRADES)[at], TONES[(at + turn) % 5]
    headlines, said = set(), defaultdict(set)
    for seed in range(20):
        copy = WRITER.write(brief(text, trade, tone, seed=seed))
        check_limits(copy)
        assert {line.angle for line in copy.headlines} == {"news", "benefit", "mood"}
        assert copy.headlines[0].text == copy.headline and len(copy.headline) <= MAX
        headlines.add(copy.headline)
        for key, caption in copy.captions.items():
            said[key].add(caption.text)
    assert len(headlines) == 20
    few = {key: len(texts) for key, texts in said.items() if len(texts) < NARROW.get(key, 20)}
    assert not few


@pytest.mark.parametrize("trade", TRADES)
def test_every_trade_and_tone_has_twenty_headlines_for_every_occasion(trade: str) -> None:
    for text in OCCASIONS:
        for tone in TONES:
            lines = Draft(brief(text, trade, tone)).headlines()
            assert len(set(lines)) == len(lines) >= 20, (text, tone)
            assert max(map(len, lines)) <= MAX


def test_no_two_shops_share_a_sentence() -> None:
    seen: dict[str, str] = {}
    for at, trade in enumerate(TRADES.values()):
        for number, text in enumerate(trade.examples):
            name = f"{NAMES[at]} {trade.ko.split('·')[0]} {'가나다'[number]}"
            one = brief(text, trade.key, TONES[(at + number) % 5], name=name, seed=at * 3 + number, month=at % 12 + 1)
            own = {part.strip() for line in Draft(one).sentences() for part in re.split(r"(?<=[.!?])\s+|\n", line)}
            for words in everything(WRITER.write(one)):
                for sentence in re.split(r"(?<=[.!?])\s+|\n", words):
                    bare = sentence.rstrip(".!?~ ")
                    if len(bare) >= 8 and re.search(r"[요다죠까]$", bare) and sentence not in own:
                        assert seen.setdefault(bare, name) == name, (bare, name, seen[bare])
    assert len(seen) > 800


@pytest.mark.parametrize("trade", TRADES)
def test_particles_fit_and_nothing_is_invented(trade: str) -> None:
    for at, text in enumerate((*OCCASIONS, *TRADES[trade].examples)):
        one = brief(text, trade, TONES[at % 5], seed=at, month=at % 13)
        copy = WRITER.write(one)
        told = one.facts() + Draft(one).reading.offer
        ours = "\n".join(everything(copy))
        assert numbers(ours) <= numbers(told) | numbers(re.sub(r"\D+", " ", told)), ours
        assert not [found for found in CLAIMS.findall(ours) if found not in told]
        own = " ".join((text, *Draft(one).sentences()))
        for line in ours.split("\n"):
            assert not [found for found in check(line, trade) if found.text not in own]
            assert is_grounded(line, one), line
        name = one.store.name
        wrong = [josa for josa in ("는", "를", "가 ", "예요", "와 ", "라고") if f"{name}{josa}" in ours]
        assert not wrong, ours


def test_text_in_image_is_first_and_verbatim() -> None:
    copy = WRITER.write(brief("고구마 라떼가 나왔어요.", text_in_image="가을, 라떼"))
    assert copy.headline == copy.headlines[0].text == "가을, 라떼" and len(copy.headlines) == 3


def test_a_benefit_is_what_the_brief_offers() -> None:
    found = {line.text for seed in range(20)
             for line in WRITER.write(brief("라떼를 시키면 쿠키 한 개를 드려요.", seed=seed)).headlines
             if line.angle == "benefit"}
    assert any("쿠키 한 개" in line for line in found) and not any("할인" in line for line in found)


def test_a_season_shows_only_with_its_month_and_a_day_only_when_named() -> None:
    plain = "\n".join(line for seed in range(40)
                      for line in everything(WRITER.write(brief("라떼가 나왔어요", seed=seed))))
    winter = "\n".join(line for seed in range(40)
                       for line in everything(WRITER.write(brief("라떼가 나왔어요", seed=seed, month=12))))
    named = "\n".join(line for seed in range(40)
                      for line in everything(WRITER.write(brief("크리스마스 케이크가 나왔어요", "bakery", seed=seed))))
    assert "입김이 나는" in winter and "입김이 나는" not in plain and "크리스마스" not in winter + plain
    assert "메리 크리스마스" in named


@pytest.mark.parametrize("name", ["아주 긴 이름을 가진 " * 5, "가" * 100, "카페 봄날 (연남동 본점) ☕",
                                  "NADA COFFEE ROASTERS 성수점"])
def test_a_long_name_stays_out_of_lines_and_tags(name: str) -> None:
    for text in OCCASIONS:
        one = brief(text, name=name.strip())
        copy = WRITER.write(one)
        check_limits(copy)
        assert len(copy.subline) <= 30 and all(len(tag) <= 20 for tag in copy.captions["instagram"].hashtags)
        assert name.strip() not in copy.captions["instagram"].text or len(name) < 24
        assert len(Draft(one).headlines()) >= 20


@pytest.mark.parametrize(("name", "short"), [("카페 봄날 (연남동 본점) ☕", "카페 봄날"), ("가" * 100, ""),
                                             ("NADA COFFEE ROASTERS 성수점", ""),
                                             ("길모퉁이 작은 빵집 연남본점", "길모퉁이 작은 빵집 연남본점"),
                                             ("우리동네 행복한 미용실 강남역점", "우리동네 행복한 미용실")])
def test_a_name_is_shortened_where_it_can(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_text_message_has_room_for_the_frame_of_the_law() -> None:
    for text in OCCASIONS:
        for seed in range(5):
            body = WRITER.write(brief(text, seed=seed)).captions["sms"].text
            built = sms.build(sms.SmsRequest(body, "카페 봄날", "02-123-4567", "080-000-0000"))
            assert built.kind == "SMS" and built.complete and not built.flags, body


def test_room_is_what_the_frame_leaves() -> None:
    room = sms.room("카페 봄날", "02-123-4567")
    for body, kind in (("가" * (room // 2), "SMS"), ("가" * (room // 2 + 1), "LMS")):
        assert sms.build(sms.SmsRequest(body, "카페 봄날", "02-123-4567", "080-000-0000")).kind == kind
    assert sms.room("가" * 100, "") < 0 and sms.room("봄", "", limit=sms.LMS_BYTES) > 1900


def test_a_basic_kakao_text_has_no_link() -> None:
    copy = WRITER.write(brief("라떼가 나왔어요. 예약은 https://smartstore.naver.com/bom 에서 해 주세요. 문의 bom.kr"))
    assert not re.search(r"https?:|\.kr|\.com", copy.captions["kakao_text"].text)


def test_a_stated_ground_is_printed_small_where_there_is_room() -> None:
    ground = "한국소비자원, 2026년 1월, 전국 50개 카페"
    captions = WRITER.write(brief("라떼가 나왔어요.", ground=ground)).captions
    assert all(f"※ {ground}" in captions[key].text
               for key in ("instagram", "daangn", "naver_place", "kakao_message", "kakao_text", "kakao_simple", "lms"))
    assert "※" not in captions["kakao_wide"].text + captions["sms"].text


def test_channels_differ_in_more_than_length() -> None:
    captions = WRITER.write(brief("고구마 라떼가 나왔어요. 4,900원이에요.")).captions
    first = {key: captions[key].text.split("\n")[0] for key in ("instagram", "daangn", "naver_place", "kakao_text")}
    assert len(set(first.values())) == 4
    assert "이웃" in first["daangn"] or "동네" in first["daangn"] or "연남동" in first["daangn"]
    assert "■" in captions["naver_place"].text and "▶" in captions["kakao_text"].text
    assert "4,900원" not in captions["delivery_menu"].text and "☎" in captions["kakao_simple"].text


def test_price_and_period_from_their_fields_stand_once() -> None:
    one = brief("고구마 라떼가 나왔어요.", price="4,500원", original_price="5,000원", period="12월 1일~12월 5일")
    for key, caption in WRITER.write(one).captions.items():
        assert caption.text.count("12월 1일~12월 5일") <= 1 and caption.text.count("4,500원") <= 1, key
    assert "■ 기간 12월 1일~12월 5일" in WRITER.write(one).captions["naver_place"].text
    assert "5,000원 → 4,500원" in WRITER.write(one).captions["lms"].text


SELLS = ("고구마 라떼가 나왔어요. 4,900원이에요.", "아메리카노 20% 할인해요.", "포장하시면 10% 할인해 드려요.",
         "라떼를 시키면 쿠키 한 개를 드려요.", "딸기 케이크 예약을 받아요. 35,000원", "원데이 클래스 신청을 받아요.")
TELLS_NOT = ("다음 주 월요일은 쉬어요.", "영업시간 변경 10시~22시", "가게를 옮겼어요. 이전 안내예요.",
             "아침 8시에 문을 열어요.",
             "주차장 공사로 불편을 드려 죄송해요.", "주말 아르바이트 하실 분을 찾아요.")


@pytest.mark.parametrize("tone", TONES)
def test_the_chosen_headline_leads_with_news_or_benefit(tone: str) -> None:
    for text in SELLS:
        angles = [WRITER.write(brief(text, tone=tone, seed=seed)).headlines[0].angle for seed in range(20)]
        assert angles.count("mood") <= 5, text
    for text in TELLS_NOT:
        assert "mood" not in [WRITER.write(brief(text, tone=tone, seed=seed)).headlines[0].angle for seed in range(20)]


@pytest.mark.parametrize(("text", "more", "told"), [
    ("마라탕 2인 세트 24000원에서 19900원으로 할인합니다!! 11월 말까지", {"period": "11월 30일까지"},
     ("마라탕 2인", "19,900원", "(?:11/|11월 )30일?까지")),
    ("금요일 저녁 7시 전에 오시면 감자튀김을 드려요.", {}, ("저녁 7시 전", "감자튀김")),
    ("봄맞이 염색을 예약하시면 트리트먼트를 드려요.", {}, ("염색.{0,2}예약", "트리트먼트")),
    ("추석 연휴에는 쉽니다.", {"period": "9월 24일부터"}, ("부터", "휴무")),
    ("크리스마스 케이크 예약을 받습니다.", {"price": "42,000원", "period": "12월 20일까지"},
     ("케이크", "42,000원", "(?:12/|12월 )20일?까지")),
    ("새 학기 공책 두 권 사면 펜 증정", {}, ("공책 두 권 사면", "펜")),
])
def test_a_text_message_tells_what_until_when_and_for_how_much(text: str, more: dict[str, str],
                                                                told: tuple[str, ...]) -> None:
    for seed in range(10):
        body = WRITER.write(brief(text, name="마라공방", seed=seed, **more)).captions["sms"].text
        assert not [piece for piece in told if not re.search(piece, body)], body


def test_only_a_dish_has_a_menu_text() -> None:
    assert "delivery_menu" in WRITER.write(brief("고구마 라떼가 나왔어요.")).captions
    others = (("고구마 라떼가 나왔어요.", "hair"), ("다음 주 월요일은 쉬어요.", "cafe"), ("강사 모집", "cafe"))
    for text, trade in others:
        assert "delivery_menu" not in WRITER.write(brief(text, trade)).captions


def test_the_line_below_tells_what_the_headline_leaves_open() -> None:
    for seed in range(20):
        copy = WRITER.write(brief("직접 로스팅한 에티오피아 원두로 내린 드립커피를 준비했어요.", seed=seed))
        assert "직접 로스팅한 에티오피아 원두" in copy.subline
