"""Particles after every kind of ending a shop's words have."""

import pytest

from adgen.copywriters.language.korean import Word, particle, with_particle


@pytest.mark.parametrize(("word", "asked", "whole"), [
    ("라떼", "은", "라떼는"), ("소금빵", "은", "소금빵은"), ("라떼", "가", "라떼가"), ("빵", "가", "빵이"),
    ("커피", "을", "커피를"), ("케이크", "와", "케이크와"), ("식빵", "와", "식빵과"),
    ("서울", "으로", "서울로"), ("매장", "으로", "매장으로"), ("카페", "로", "카페로"),
    ("카페", "이에요", "카페예요"), ("꽃집", "이에요", "꽃집이에요"),
    ("라떼", "이랑", "라떼랑"), ("빵", "랑", "빵이랑"), ("가게", "이고", "가게고"), ("연필", "로", "연필로"),
    ("딸기", "이라면", "딸기라면"), ("수건", "이든", "수건이든"),
])
def test_after_hangul(word: str, asked: str, whole: str) -> None:
    assert with_particle(word, asked) == whole


@pytest.mark.parametrize(("word", "asked", "whole"), [
    ("3", "은", "3은"), ("2", "은", "2는"), ("10", "을", "10을"), ("1,000", "이", "1,000이"), ("20000", "으로",
        "20000으로"),
    ("7", "으로", "7로"), ("1", "으로", "1로"), ("4,900원", "이에요", "4,900원이에요"), ("20%", "을", "20%를"),
    ("1.5", "은", "1.5는"), ("0", "은", "0은"), ("1+1", "은", "1+1은"), ("02-123-4567", "으로", "02-123-4567로"),
    ("02-123-4560", "으로", "02-123-4560으로"), ("500ml", "을", "500ml를"), ("2kg", "은", "2kg은"),
    ("22:00", "으로", "22:00로"), ("9:30", "이에요", "9:30이에요"), ("24", "를", "24를"), ("100", "은", "100은"),
    ("300kcal", "은", "300kcal는"), ("10㎡", "을", "10㎡를"), ("1:1", "을", "1:1을"), ("16oz", "이", "16oz가"),
])
def test_after_digits_and_units(word: str, asked: str, whole: str) -> None:
    assert with_particle(word, asked) == whole


@pytest.mark.parametrize(("word", "asked", "whole"), [
    ("PT", "를", "PT를"), ("BTL", "은", "BTL은"), ("DM", "으로", "DM으로"), ("VR", "로", "VR로"),
    ("wine", "은", "wine은"), ("latte", "은", "latte는"), ("Cafe", "이", "Cafe가"), ("shop", "은", "shop은"),
    ("Spring", "이", "Spring이"), ("apple", "으로", "apple로"), ("book", "은", "book은"), ("set", "은", "set는"),
    ("Latte Lab", "을", "Latte Lab을"), ("coat", "을", "coat를"), ("sweet", "은", "sweet는"), ("diet", "이", "diet가"),
    ("steak", "을", "steak를"), ("pub", "은", "pub은"), ("club", "이", "club이"), ("lamb", "은", "lamb은"),
    ("market", "은", "market은"), ("donut", "을", "donut을"), ("soup", "를", "soup를"), ("week", "이", "week가"),
    ("film", "을", "film을"), ("table", "로", "table로"), ("home", "으로", "home으로"), ("gift", "을", "gift를"),
    ("music", "은", "music은"), ("style", "으로", "style로"), ("coffee", "와", "coffee와"),
])
def test_after_latin(word: str, asked: str, whole: str) -> None:
    assert with_particle(word, asked) == whole


@pytest.mark.parametrize(("word", "asked", "found"), [
    ("라떼(ICE)", "을", "를"), ("'봄날'", "은", "은"), ("「카페」", "이", "가"), ("빵집 🍞", "은", "은"), ("카페☕️",
        "은", "는"),
    ("라떼!", "이", "가"), ("ラーメン", "은", "은"), ("すし", "은", "는"), ("漢字", "은", "은(는)"), ("", "은",
        "은(는)"),
])
def test_symbols_brackets_and_other_scripts(word: str, asked: str, found: str) -> None:
    assert particle(word, asked) == found


def test_word_formats_itself() -> None:
    assert f"{Word('라떼'):을} {Word('빵'):과} {Word('빵')}" == "라떼를 빵과 빵"


def test_an_unknown_particle_is_an_error() -> None:
    with pytest.raises(KeyError):
        particle("라떼", "까지")
