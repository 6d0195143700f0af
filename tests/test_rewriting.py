"""One text again: another, shorter, funnier, more polite; what the owner put in stays."""

import re

import pytest

from adgen import claims
from adgen.brief import AdBrief, StoreFacts
from adgen.channels import TEXTS
from adgen.copywriters.base import How, Rewrite
from adgen.copywriters.builtin.rewriting import LINES, rewrite
from adgen.copywriters.builtin.writer import BuiltinCopywriter, Draft
from adgen.copywriters.checks.grounded import numbers
from adgen.copywriters.language import parting
from adgen.copywriters.language.deference import formal, soft

HOWS: tuple[How, ...] = ("again", "shorter", "funnier", "politer")
KEYS = tuple(TEXTS)


def brief(text: str = "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", tone: str = "", seed: int = 3) -> AdBrief:
    return AdBrief(StoreFacts("카페 봄날", "cafe", tone, "", "02-123-4567", "서울 마포구 연남동 12-3",
        "매일 10:00~22:00"),
                   text, seed=seed)


def current(key: str, one: AdBrief) -> str:
    return rewrite(one, Rewrite(key, review="맛있는데 늦게 나왔어요")).text


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("how", HOWS)
def test_every_text_keeps_to_its_channel_and_its_facts(key: str, how: How) -> None:
    limit = TEXTS[key]
    one = (brief(), brief("이번 주 일요일은 쉬어요.", "담백"),
           brief("주말 아르바이트 하실 분을 찾아요. 시급 11,000원이에요.",
               "감성"))[(KEYS.index(key) + HOWS.index(how)) % 3]
    caption = rewrite(one, Rewrite(key, current(key, one), how, "맛있는데 늦게 나왔어요"))
    assert caption.text.strip() and limit.fits(caption.posted()), caption
    assert len(caption.hashtags) <= limit.hashtags
    assert not limit.title or limit.size(caption.title) <= limit.title
    assert not limit.button or limit.size(caption.button) <= limit.button
    assert numbers(caption.title + caption.posted()) <= numbers(one.facts())
    assert not [found for found in claims.check(caption.text, "cafe") if found.severity != "note"]


@pytest.mark.parametrize("key", ["instagram", "naver_blog", "review_reply", "google_business"])
def test_again_upon_again_goes_on(key: str) -> None:
    text, seen = current(key, brief()), set()
    for _ in range(6):
        seen.add(text)
        text = rewrite(brief(), Rewrite(key, text, "again", "맛있는데 늦게 나왔어요")).text
    assert len(seen) == 6


@pytest.mark.parametrize("key", ["instagram", "naver_blog", "daangn", "kakao_text"])
def test_what_the_owner_put_in_survives(key: str) -> None:
    own = ("강아지도 같이 올 수 있어요.", "원두는 세 가지예요.", "단체는 8명까지 앉을 수 있어요.")
    first, *rest = current(key, brief()).split("\n\n")
    text = "\n\n".join((first, " ".join(own), *rest))
    for how in ("shorter", "funnier", "politer"):
        again = rewrite(brief(), Rewrite(key, text, how)).text
        for word in ("강아지", "세 가지", "8명", "4,900원", "02-123-4567", "연남동 12-3"):
            assert word in again or word not in text, (how, word, again)
    assert "올 수 있습니다" in rewrite(brief(), Rewrite(key, text, "politer")).text


def test_shorter_is_clearly_shorter_and_keeps_price_period_and_contact() -> None:
    one = brief("고구마 라떼가 나왔어요. 4,900원이에요. 12월 3일까지 드려요.")
    for key, most in (("instagram", 0.95), ("naver_blog", 0.75)):
        text = current(key, one)
        short = rewrite(one, Rewrite(key, text, "shorter")).text
        assert len(short) <= most * len(text), (key, short)
        assert all(fact in short for fact in ("4,900원", "12월 3일까지", "02-123-4567"))
        assert not re.search(r"^■ .+\n\n■", short, re.M) and not short.rstrip().split("\n")[-1].startswith("■")


def test_more_polite_ends_formally_and_funnier_is_playful() -> None:
    for key in ("instagram", "naver_blog", "review_reply"):
        text = rewrite(brief(), Rewrite(key, current(key, brief()), "politer", "맛있어요")).text
        text = re.sub(r"^Q\. .*$", "", text, flags=re.M)
        ends = re.findall(r"[가-힣]{2}(?=[.!?](?:\s|$))", text)
        assert ends and not [end for end in ends if end.endswith("요") and end not in {"세요"}], ends
        playful = rewrite(brief(), Rewrite(key, current(key, brief()), "funnier", "맛있어요")).text
        assert playful != current(key, brief())


@pytest.mark.parametrize("key", LINES)
def test_lines(key: str) -> None:
    one = brief()
    copy = Draft(one).copy()
    now = str(getattr(copy, key))
    for how in HOWS:
        line = rewrite(one, Rewrite(key, now, how)).text
        assert line and "\n" not in line and len(line) <= 40
        assert len(line) <= len(now) or how != "shorter"
    assert rewrite(one, Rewrite(key)).text


def test_a_headline_that_the_owner_wrote_keeps_its_words() -> None:
    own = "고구마 라떼 4,900원에 드려요"
    assert rewrite(brief(), Rewrite("headline", own, "politer")).text == "고구마 라떼 4,900원에 드립니다"
    assert rewrite(brief(), Rewrite("headline", own, "shorter")).text.replace(",", "") == "고구마 라떼 4900원"
    playful = rewrite(brief(), Rewrite("headline", own, "funnier")).text
    assert own in playful and playful.endswith("!")
    fixed = AdBrief(brief().store, brief().description, text_in_image="고정 문구", seed=1)
    assert rewrite(fixed, Rewrite("headline", "고정 문구", "again")).text != "고정 문구"


def test_a_changed_price_stays_changed() -> None:
    text = current("instagram", brief()).replace("4,900원", "4,500원")
    for how in ("funnier", "politer", "shorter"):
        again = rewrite(brief(), Rewrite("instagram", text, how)).text
        assert "4,500원" in again and "4,900원" not in again, again


def test_the_copywriter_hands_over() -> None:
    done = BuiltinCopywriter().rewrite(brief(), Rewrite("review_reply", review="맛있어요"))
    assert done.writer == "builtin" and "맛" in done.caption.text


@pytest.mark.parametrize(("said", "formally"), [
    ("강아지도 환영해요", "강아지도 환영합니다."), ("편하게 오세요!", "편하게 오시기 바랍니다."), ("맛있네요~",
        "맛있습니다."),
    ("정말 고마워요", "정말 고맙습니다."), ("커피를 배워요", "커피를 배웁니다."), ("적어 둘게요.", "적어 두겠습니다."),
    ("문을 닫아요", "문을 닫습니다."), ("내일 와요", "내일 옵니다."), ("같이 마셔요", "같이 마십니다."), ("잘 돼요",
        "잘 됩니다."),
    ("놓을게요", "놓겠습니다."), ("있거든요", "있습니다."), ("빵을 팔아요", "빵을 팝니다."), (
        "안녕하세요, 봄날이에요.", "안녕하십니까, 봄날입니다."),
    ("어디 있나요?", "어디 있나요?"), ("음악을 들어요", "음악을 들어요."), ("빵을 만들어요", "빵을 만듭니다."),
])
def test_formal_endings(said: str, formally: str) -> None:
    assert formal(said) == formally


@pytest.mark.parametrize(("said", "softly"), [
    ("좋습니다.", "좋아요."), ("많습니다", "많아요."), ("했습니다", "했어요."), ("먹습니다", "먹어요."), (
        "오시기 바랍니다", "오세요."),
    ("기다리겠습니다", "기다릴게요."), ("4,900원입니다", "4,900원이에요."), ("갔습니다.", "갔어요."),
])
def test_soft_endings(said: str, softly: str) -> None:
    assert soft(said) == softly


def test_parting_keeps_gaps_and_drops_whole_sentences() -> None:
    text = "하나예요. 둘이에요. 🙌\n\n■ 제목\n\n셋이에요.\n\n#태그 #둘"
    parts = parting.part(text, Draft(brief()), frozenset(("하나예요.", "셋이에요.")))
    assert parting.joined(parts) == "하나예요. 둘이에요. 🙌\n\n■ 제목\n\n셋이에요."
    fewer = parting.without_empty_headings(parting.dropped(parting.dropped(parts, 3), 0))
    assert parting.joined(fewer) == "둘이에요. 🙌"
