"""Blog articles: long enough, within the limit, true to the brief, and never the same sentence for two stores."""

import re
from itertools import pairwise

import pytest

from adgen import claims
from adgen.brief import AdBrief, Caption, StoreFacts
from adgen.channels import TEXTS
from adgen.copywriters.builtin.blog import article
from adgen.copywriters.builtin.blog_phrases import endings, foods, goods, news, notices, occasions, sections, services
from adgen.copywriters.builtin.blog_phrases.rows import rows
from adgen.copywriters.builtin.weave import Loom, Yarn, every
from adgen.copywriters.builtin.writer import Draft
from adgen.copywriters.checks.grounded import CLAIMS, is_grounded, numbers
from adgen.copywriters.language import parting
from adgen.copywriters.language.korean import particle
from adgen.copywriters.language.reading import OCCASIONS
from adgen.trades import TRADES

LIMIT = TEXTS["naver_blog"]
TONES = ("친근", "고급", "유쾌", "담백", "감성")
BY_OCCASION = {
    "hiring": "주말 아르바이트 하실 분을 찾아요. 시급 11,000원이에요.", "notice": "재료 소진으로 조기마감합니다",
    "moved": "가게 이전했어요", "hours_changed": "영업시간 변경 10시~22시", "people": "새 디자이너가 함께해요.",
    "opening": "새로 문을 열었어요. 구경 오세요.", "closed": "다음 주 월요일은 쉬어요.",
    "discount": "전 품목 20% 할인해요. 12월 31일까지예요.", "apply": "겨울방학 특강 신청을 받아요.",
    "booking": "졸업식 꽃다발 예약을 받아요.", "event": "이번 주말 감사 이벤트를 열어요.",
    "new": "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", "benefit": "3개월 등록하시면 한 달을 더 드려요.",
    "hours": "새벽 6시부터 문을 열어요.", "menu": "손세차 29,000원", "general": "늘 찾아 주셔서 감사합니다.",
}
TABLES = (endings.ENDINGS, foods.FOODS, services.SERVICES, goods.GOODS, occasions.OCCASIONS, notices.NOTICES,
          sections.FRAME, sections.GREETINGS, sections.GREETINGS_LOCAL, sections.USES, sections.NAMED, news.TITLES)
SENTENCE = re.compile(r"(?<=[가-힣\d][.!?])\s+|\n+")


def draft(text: str, trade: str = "cafe", tone: str = "친근", seed: int = 0, **facts: str) -> Draft:
    known = {"phone": "02-123-4567", "address": "서울 마포구 연남동 12-3", "opening_hours": "매일 10:00~22:00", **facts}
    return Draft(AdBrief(StoreFacts("봄날상점", trade, tone, **known), text, seed=seed))


def bare(text: str, trade: str = "cafe", tone: str = "친근", seed: int = 0) -> Draft:
    return Draft(AdBrief(StoreFacts("봄날상점", trade, tone), text, seed=seed))


def told(caption: Caption) -> list[str]:
    """Every finished sentence of eight characters or more."""
    return [line.strip() for line in SENTENCE.split(caption.text)
            if len(line.strip()) >= 8 and re.search(r"[요다죠까][.!?]*$", line.strip())]


def texts(table: object) -> list[str]:
    if isinstance(table, str):
        return [table]
    rows = table.values() if isinstance(table, dict) else table if isinstance(table, tuple) else ()
    return [text for row in rows for text in texts(row)]


def test_every_occasion_has_its_rows_and_every_trade_its_words() -> None:
    keys = {key for key, _ in OCCASIONS} | {"menu", "general"}
    assert keys == set(BY_OCCASION) == set(news.TITLES) == {*occasions.OCCASIONS, *notices.NOTICES}
    assert {draft(text).reading.occasion for text in BY_OCCASION.values()} == keys
    trades = {**foods.FOODS, **services.SERVICES, **goods.GOODS}
    assert set(trades) == set(TRADES) == set(services.FAMILIES)
    for words in trades.values():
        assert {kind: len(found) >= most for kind, found in words.items() for most in (
            {"shop": 1, "care": 2, "want": 6, "how": 5, "tip": 4, "bring": 5, "ask": 4}[kind],)} == dict.fromkeys(
            ("shop", "want", "how", "tip", "bring", "ask", "care"), True)
        assert all(ask.count(" :: ") == 1 and "? :: " in ask for ask in words["ask"])
    for words in (*occasions.OCCASIONS.values(), *notices.NOTICES.values()):
        assert words["lead"] and all("? :: " in ask for ask in words.get("ask", ()))


def test_phrase_blocks_keep_their_order() -> None:
    assert rows("[a]\nhow one\nhow two\nask why? :: so\n\n[b]\nhow three") == {
        "a": {"how": ("one", "two"), "ask": ("why? :: so",)}, "b": {"how": ("three",)}}
    with pytest.raises(ValueError):
        rows("[a]\nhow")


def test_no_table_states_a_fact_or_makes_a_claim() -> None:
    for text in texts(TABLES):
        assert not CLAIMS.search(text) and not re.search(r"\d", text), text
        assert not [found for found in claims.check(text) if found.severity != "note"], text


def test_a_particle_behind_a_choice_fits_every_option() -> None:
    shapes = re.compile(r"\[([^\[\]]*)\](이에요|이라|이나|은|는|이|가|을|를|과|와|으로|로)(?=[\s,]|$)")
    for text in texts(TABLES):
        for found in shapes.finditer(text):
            options, put = found.group(1).split("|"), found.group(2)
            assert all(particle(option, put) == put for option in options if option.strip()), found.group()


@pytest.mark.parametrize("occasion", BY_OCCASION)
def test_an_article_is_long_enough_true_and_within_the_limit(occasion: str) -> None:
    for at, tone in enumerate(TONES):
        for trade in ("cafe", "hair", "gym", "realestate")[at % 2::2]:
            for one in (draft(BY_OCCASION[occasion], trade, tone, at), bare(BY_OCCASION[occasion], trade, tone, at)):
                caption = article(one)
                assert LIMIT.least <= len(caption.text) and LIMIT.fits(caption.posted()), caption.text
                assert 4 <= len(caption.title) <= 40 and len(caption.hashtags) <= LIMIT.hashtags
                assert 4 <= len(re.findall(r"^■ .+$", caption.text, re.M)) <= 5
                assert len(re.findall(r"^Q\. .+\?\nA\. .+[.!]$", caption.text, re.M)) >= 2
                facts = one.brief.facts() + one.reading.offer
                assert not [line for line in SENTENCE.split(caption.text) if not is_grounded(line, one.brief)]
                assert numbers(caption.title + caption.posted()) <= numbers(facts)
                assert not [found for found in claims.check(caption.text, trade) if found.severity != "note"]
                assert not re.search(r"[\[\]{}^|<>]|\((?:는|가|를|와|로)\)", caption.text), caption.text
                assert not re.search("봄|여름|가을|겨울", caption.text.replace("봄날상점", "")) \
                    or re.search("봄|여름|가을|겨울", facts.replace("봄날상점", ""))


def test_paragraphs_are_short_begin_differently_and_repeat_nothing() -> None:
    for at, (occasion, text) in enumerate(BY_OCCASION.items()):
        for seed in range(4):
            caption = article(draft(text, ("bakery", "pet", "flower")[at % 3], TONES[at % 5], seed))
            sentences = told(caption)
            assert len(sentences) == len(set(sentences)), occasion
            blocks = [block for block in caption.text.split("\n\n") if not block.startswith("■")]
            assert all(len(SENTENCE.split(block.split("\n")[0])) <= 4 for block in blocks)
            starts = [block.split(" ")[0] for block in blocks if len(block) > 20 and not block.startswith("Q.")]
            assert all(one != other or "봄날상점" in one for one, other in pairwise(starts))


def test_twenty_seeds_give_twenty_articles_and_the_same_seed_the_same() -> None:
    found = [article(draft(BY_OCCASION["new"], seed=seed)) for seed in range(20)]
    assert len({one.text for one in found}) == 20 and len({one.title for one in found}) >= 10
    assert found[3] == article(draft(BY_OCCASION["new"], seed=3))
    assert all("고구마 라떼" in one.title and "연남동" in one.title for one in found)
    firsts = [set(told(one)) - set(draft(BY_OCCASION["new"]).sentences()) for one in found]
    assert all(len(one & other) <= len(one) // 2 for one, other in pairwise(firsts))


def test_two_stores_seldom_share_a_sentence() -> None:
    places: dict[str, set[str]] = {}
    for at, trade in enumerate(list(TRADES)[:12]):
        for more, text in enumerate((*TRADES[trade].examples, BY_OCCASION["opening"], BY_OCCASION["closed"])):
            store = StoreFacts(f"{'온별솔빛늘'[more]}{TRADES[trade].ko[:2]}", trade, TONES[(at + more) % 5])
            one = Draft(AdBrief(store, text, seed=at))
            for sentence in set(told(article(one))) - set(one.sentences()):
                places.setdefault(sentence, set()).add(store.name)
    assert len(places) > 1200
    assert sum(len(stores) > 1 for stores in places.values()) < 0.05 * len(places)


def test_a_long_name_a_long_brief_and_a_long_address_still_fit() -> None:
    store = StoreFacts("아주 긴 이름을 가진 우리 동네 작은 골목길 모퉁이 " * 3, "cafe", "", address="서울 " * 60)
    caption = article(Draft(AdBrief(store, "새로 나온 라떼를 소개해요. " * 30, price="4,900원", period="12월 내내")))
    assert LIMIT.fits(caption.posted()) and 0 < len(caption.title) <= 40
    endless = article(Draft(AdBrief(StoreFacts("봄날"), "가" * 1000)))
    assert LIMIT.fits(endless.posted()) and "가" * 1000 in endless.text


def test_price_period_ground_and_contact_stand_as_the_owner_wrote_them() -> None:
    brief = AdBrief(StoreFacts("봄날", "cafe", phone="02-1-2", link_url="https://bom.kr"), "라떼가 나왔어요",
        price="4.5천원",
                    original_price="5천원", period="12/1-12/5", ground="한국조사, 2026년 1월, 서울", month=7)
    caption = article(Draft(brief))
    for line in ("· 가격: 5천원 → 4.5천원", "· 기간: 12/1-12/5", "· 전화: 02-1-2", "· 링크: https://bom.kr"):
        assert line in caption.text.split("\n")
    assert caption.text.endswith("※ 한국조사, 2026년 1월, 서울")


def test_only_one_of_two_days_is_never_listed_as_the_day() -> None:
    assert "· 쉬는 날:" not in article(draft("12월 24일은 쉬어요. 12월 31일도 쉬어요.")).text


def test_a_lower_price_is_called_what_the_owner_calls_it() -> None:
    for text, word in (("아메리카노 1 + 1 행사", "1+1"), ("겨울 코트 세일해요", "세일"), (
        "커트를 3만원에서 2만원으로 내렸어요", "가격")):
        caption = article(draft(text, seed=2))
        assert word in caption.title + caption.text and "할인" not in caption.title + caption.text, caption.title


def test_a_banned_word_is_not_ours() -> None:
    words = ("편하게", "반갑", "천천히", "소식", "커피")
    brief = AdBrief(StoreFacts("소식카페", "cafe", banned_words=words), "라떼가 나왔어요")
    for seed in range(10):
        caption = article(Draft(AdBrief(brief.store, brief.description, seed=seed)))
        ours = (caption.title + caption.text).replace("소식카페", "")
        assert not [word for word in words if word in ours], ours


def test_no_season_is_said_that_the_brief_does_not_say() -> None:
    store = StoreFacts("상점", "flower")
    for month in range(13):
        text = article(Draft(AdBrief(store, "꽃다발을 준비했어요.", seed=month, month=month))).text
        assert not re.search("봄|여름|가을|겨울", text), text


def test_an_hour_before_which_it_holds_keeps_its_before() -> None:
    text = article(draft("평일 저녁 7시 전에는 생맥주 한 잔이 3,000원이에요.", "pub")).text
    assert "· 가격: 3,000원" in text and "· 기간: 평일 저녁 7시 전" in text


def test_only_a_period_is_listed_too() -> None:
    brief = AdBrief(StoreFacts("옛날통닭", "chicken"), "가게를 옮겼어요.", period="12월 1일부터")
    assert "· 시기: 12월 1일부터" in article(Draft(brief)).text


def test_half_a_sentence_is_no_product() -> None:
    one = article(draft("화분 분갈이를 맡아 드려요. 15,000원이에요.", "flower"))
    assert "맡아 소식" not in one.title and not re.search("맡아(?! 드려)", one.text) and "맡아" not in one.hashtags


def test_a_question_goes_with_its_answer() -> None:
    one = draft(BY_OCCASION["closed"])
    parts = parting.part(article(one).text, one, frozenset())
    assert [part for part in parts if part.text.startswith("A. ")]
    left = parting.without_empty_headings([part for part in parts if not part.text.startswith("A. ")])
    assert not [part for part in left if part.text.startswith("Q. ")]
    assert len([part for part in left if part.text.startswith("■")]) == sum(p.text[0] == "■" for p in parts) - 1


def test_the_words_of_an_article_are_known_as_ours() -> None:
    for occasion, text in BY_OCCASION.items():
        one = draft(text, "pet")
        parts = parting.part(article(one).text, one, frozenset())
        told_by_us = [part for part in parts if part.spoken and part.text not in one.sentences()
                      and not re.search(r"\d|^(?:안녕|반갑|잘 지|여기는|똑똑)|인사드|안부", part.text)]
        assert told_by_us and all(part.loose for part in told_by_us), occasion


def loom(**slots: str) -> Loom:
    return Loom(Yarn({"thing": "빵|꽃"}, slots, {"end": {"요": "[좋아요|괜찮아요]", "유쾌": "좋고말고요!"}}, ("유쾌",
        "요"), (), "1"))


def test_weaving_fills_choices_slots_and_particles() -> None:
    row = "{store}^은 {thing}^을 [날|때]^이면 <end>"
    woven = loom(store="봄날").sentence([row])
    assert re.fullmatch(r"봄날은 (?:빵을|꽃을) (?:날이|때가)면 (?:좋아요\.|괜찮아요\.|좋고말고요!)", woven)
    assert loom(store="카페 A[b|c]^은").sentence(["{store}^이 와요"]).startswith("카페 A[b|c]^은")


def test_a_template_is_used_once_and_not_without_its_slots() -> None:
    one = loom(store="봄날")
    assert one.sentence(["{phone} 전화해요"]) == "" and one.sentence(["{store} 가요"]) == "봄날 가요."
    assert one.sentence(["{store} 가요"]) == ""


def test_every_lists_all_choices() -> None:
    assert every("[a|b] [c|d]") == ["a c", "a d", "b c", "b d"]
