"""The owner's habits: what is learned from their sentences, and what never is."""

import pytest

from adgen.brief import AdBrief, StoreFacts
from adgen.copywriters.builtin.writer import BuiltinCopywriter, Draft
from adgen.copywriters.language.voice import Voice, voice_of

SOFT = ("안녕하세요, 봄날지기예요! 오늘은 창가 자리가 비었어요 🌷\n늘 고마워요!",
        "반가워요~ 비 오는 날엔 따뜻한 거 어때요? 🌷☔\n문 열고 기다릴게요!")
FORMAL = ("안녕하십니까. 가을 정장을 준비했습니다.\n감사합니다.", "새 원단을 들였습니다. 편하게 문의 주십시오.")


def test_habits_are_found() -> None:
    voice = voice_of(SOFT, "카페 봄날")
    assert voice == Voice("요", "안녕하세요, 봄날지기예요!", "늘 고마워요!", ("🌷", "☔"), exclaims=True)
    formal = voice_of(FORMAL, "정장집")
    assert (formal.register, formal.closing, formal.emoji, formal.bare) == ("다", "감사합니다.", (), True)
    assert voice_of(()) == Voice() == voice_of(("",))


@pytest.mark.parametrize("sample", [
    "안녕하세요, 연남동 1등 소금빵 맛집이에요. 오늘도 감사합니다 010-1234-5678",
    "안녕하세요, 소금빵이 4,000원이에요.\n소금빵 드시러 오세요.",
    "반갑습니다, 20년 전통 국밥집입니다.\n12월 31일까지 기다릴게요.",
    "어서 오세요, 유기농 밀가루만 씁니다.\n면역력에 좋은 하루 되세요.",
])
def test_facts_are_never_learned(sample: str) -> None:
    voice = voice_of((sample,), "봄날")
    learned = voice.greeting + voice.closing
    assert not any(fact in learned for fact in ("소금빵", "맛집", "전통", "국밥", "유기농", "면역력", "연남동", "원"))
    assert not any(char.isdigit() for char in learned)


def written(samples: tuple[str, ...], tone: str = "", seed: int = 0) -> str:
    store = StoreFacts("카페 봄날", "cafe", tone, samples=samples)
    return BuiltinCopywriter().write(AdBrief(store, "가을 라떼가 나왔어요.", seed=seed)).captions["instagram"].text


def test_texts_speak_with_the_owners_voice() -> None:
    for seed in range(20):
        text = written(SOFT, seed=seed)
        assert text.startswith("안녕하세요, 봄날지기예요!\n") and "늘 고마워요!" in text and "창가" not in text
        assert "봄날이에요" not in text and not set(text) & set("✨🙌😊👋")
    assert len({written(SOFT, seed=seed) for seed in range(20)}) == 20
    assert any("🌷" in written(SOFT, seed=seed) for seed in range(3))


def test_the_owners_register_wins_over_the_tones() -> None:
    store = StoreFacts("정장집", "clothing", "친근", samples=FORMAL)
    draft = Draft(AdBrief(store, "가을 니트가 나왔어요."))
    assert (draft.tone, draft.register) == ("친근", "다")
    assert "나왔습니다." in draft.body() and "어요." not in written(FORMAL, "친근") and "📍" not in draft.practical()
