"""Line breaking as a designer does it: phrases, bonds, orphans; Japanese and Chinese by phrase and kinsoku."""

import pytest

from adgen.poster.fonts import MOODS
from adgen.poster.text import break_lines, clean, count_lines, harshness, split_lines

from .headlines import HEADLINES, UNSEEN, Headline

SANS, SHOUT = MOODS["sans"].display, MOODS["shout"].display


def narrowest(text: str, file: str, lines: int) -> float:
    """The least width that holds ``text`` in ``lines`` lines."""
    low, high = 500.0, 40000.0
    while high - low > 10:
        middle = (low + high) / 2
        low, high = (low, middle) if count_lines(text, file, middle) <= lines else (middle, high)
    return high


def broken(text: str, lines: int, room: float, file: str = SANS) -> str:
    """``text`` in ``lines`` lines, in ``room`` times the width it needs at least, as one string."""
    made = split_lines(text, file, narrowest(text, file, lines) * room, lines)
    assert made is not None
    return " / ".join(line.text for line in made)


def misses(rows: tuple[Headline, ...], room: float) -> set[str]:
    """What no designer would do."""
    return {found for text, *both in rows for lines, good in zip((2, 3), both, strict=True)
            if (found := broken(text, lines, room)) not in good}


def test_headlines_break_as_a_designer_would() -> None:
    known = {"수능 끝! 수험표 / 보여 주면 반값", "갓 볶은 원두 / 향이 가득한 / 골목 카페"}
    assert len(HEADLINES) >= 60
    assert misses(HEADLINES, 1.35) <= known


def test_most_headlines_break_well_where_there_is_little_room_or_the_words_are_new() -> None:
    assert len(misses(HEADLINES, 1.2)) <= 0.1 * 2 * len(HEADLINES)
    assert len(misses(UNSEEN, 1.35)) <= 0.15 * 2 * len(UNSEEN)


BONDS = ("한 잔", "첫 방문", "20 %", "1 + 1", "3 개월", "10월 5일", "오후 3시", "할 수", "두 번째", "30% 할인",
         "해 드려요", "전 메뉴", "이번 주", "한 달 더!", "4,900 원", "안 매운", "[ 오늘만 ]", "1시간 전")


@pytest.mark.parametrize("bond", BONDS)
@pytest.mark.parametrize("frame", ["{} 만나는 우리 동네 가게", "우리 동네 가게에서 만나는 {}",
                                   "봄에는 꼭 우리 가게 {} 찾아 주세요"])
def test_what_belongs_together_stays_together(bond: str, frame: str) -> None:
    text = frame.format(bond)
    for lines in (2, 3):
        for room in (1.05, 1.35):
            assert bond in broken(text, lines, room, SHOUT), text


def test_no_line_of_one_or_two_syllables_where_another_way_exists() -> None:
    for text in ("우리 동네에서 제일 먼저 맛보는 빵", "오늘은 아이와 함께 체험하는 날",
                 "따뜻한 국물이 생각나는 밤엔 어묵"):
        for lines in (2, 3):
            last = broken(text, lines, 1.35).rsplit(" / ", 1)[-1]
            assert len(last.replace(" ", "")) > 2, last


def test_japanese_and_chinese_break_between_phrases() -> None:
    assert broken("秋の新作さつまいもラテ、本日から登場。", 2, 1.2) == "秋の新作さつまいもラテ、 / 本日から登場。"
    assert broken("秋季限定红薯拿铁，今日起上市！", 2, 1.2) == "秋季限定红薯拿铁， / 今日起上市！"


def test_kinsoku_holds_at_every_width() -> None:
    for text in ("本日のおすすめ：「焼きたてパン」、ぜひどうぞ。", "コーヒー（ホット・アイス）500円から！",
                 "欢迎光临“小店”，全场8折起。", "카페 「モモ」 오픈! 20% 할인 (첫 방문)"):
        for limit in range(3200, 14000, 300):
            lines = break_lines(text, SANS, float(limit), 30)
            assert lines is not None
            assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
            for line in lines:
                assert line.text[0] not in "。、，！：」）”.!)・ーっ", [one.text for one in lines]
                assert line.text[-1] not in "「（“(", [one.text for one in lines]


def test_lines_of_one_text_keep_its_language() -> None:
    lines = break_lines("秋の新作ラテ 本日登場", SANS, 6200, 2)
    alone = break_lines("本日登場", SANS, 6200, 1)
    assert lines is not None and alone is not None and lines[1].text == alone[0].text == "本日登場"
    assert lines[1].pieces[0].path != alone[0].pieces[0].path, "kana on another line makes it Japanese"


def test_harshness_prefers_phrases_and_dislikes_orphans() -> None:
    text = "가을 한정 고구마 라떼, 오늘부터 만나요"
    good, bad = split_lines(text, SANS, 12000, 2), split_lines(text, SANS, narrowest(text, SANS, 2), 2)
    assert good is not None and bad is not None and good[0].text.endswith("라떼,")
    assert harshness(text, good) < 0 < harshness(text, bad)
    japanese = "秋の新作さつまいもラテ、本日から登場。"
    lines = split_lines(japanese, SANS, 14000, 2)
    assert lines is not None and harshness(japanese, lines) < 0


def test_an_emoji_stays_with_what_it_follows() -> None:
    assert broken("갓 튀긴 도넛 🍩 오늘 하루만 1 + 1", 2, 1.35) == "갓 튀긴 도넛 🍩 / 오늘 하루만 1 + 1"
    assert broken("🎉 개업 3주년 기념 전 메뉴 할인 🎉", 2, 1.35) == "🎉 개업 3주년 기념 / 전 메뉴 할인 🎉"


def test_emoji_sequences_are_not_cut() -> None:
    text = clean("👨‍👩‍👧" * 12, SANS)
    lines = break_lines(text, SANS, 4000, 9)
    assert lines is not None and all(line.text == "👨‍👩‍👧" * (len(line.text) // 5) for line in lines)
