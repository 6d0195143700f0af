"""Seasons, feasts and events of a Korean shop's year: how they are named, and what they bring into a picture."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Season:
    """``named`` is a pattern over the description. A ``festive`` one may lend the hero when nothing sold is named.

    ``sprinkle`` floats in the air; ``shape`` is its one-colour drawing; ``icons`` stand by;
    ``styles`` are compositions made for it.
    """

    ko: str
    en: str
    named: str
    sprinkle: str
    shape: str
    icons: tuple[str, ...]
    festive: bool = False
    styles: tuple[str, ...] = ()


SEASONS: dict[str, Season] = {
    "christmas": Season(
        "크리스마스",
        "Christmas",
        "크리스마스|성탄|산타",
        "snow",
        "tree-evergreen",
        ("christmas-tree", "wrapped-gift", "snowman"),
        True,
        ("neon", "wallpaper"),
    ),
    "newyear": Season(
        "설날",
        "Lunar New Year",
        "설날|새해|신년|구정|(?<![가-힣])설(?:맞이| 선물| 연휴| 명절)",
        "petal",
        "gift",
        ("lucky-pouch", "bojagi-gift", "cheongsa-lantern"),
        True,
        ("bojagi",),
    ),
    "chuseok": Season(
        "추석",
        "Chuseok",
        "추석|한가위|명절",
        "leaf",
        "moon",
        ("moon-rabbit", "bojagi-gift", "songpyeon"),
        True,
        ("bojagi",),
    ),
    "love": Season(
        "기념일",
        "Days of love",
        "발렌타인|화이트데이|어버이날|스승의 날|빼빼로데이|로즈데이",
        "heart",
        "heart",
        ("heart-with-ribbon", "rose", "love-letter"),
        True,
        ("spotlight",),
    ),
    "halloween": Season(
        "핼러윈",
        "Halloween",
        "할로윈|핼러윈",
        "spark",
        "moon-stars",
        ("jack-o-lantern", "ghost", "candy"),
        True,
        ("neon",),
    ),
    "exam": Season(
        "수능",
        "College entrance exam",
        "수능|수험생|수험표|대입",
        "clover",
        "pencil-ruler",
        ("exam-set", "pencil", "four-leaf-clover"),
        True,
        ("chalkboard", "ticket"),
    ),
    "blossom": Season(
        "벚꽃",
        "Cherry blossom",
        "벚꽃|(?<![가-힣])봄|새봄",
        "petal",
        "flower",
        ("blossom-branch", "tulip", "butterfly"),
        False,
        ("botanical",),
    ),
    "summer": Season(
        "여름",
        "Summer",
        "여름|바캉스|무더위|복날|해수욕|폭염",
        "bubble",
        "sun",
        ("watermelon", "ring-buoy", "palm-tree"),
        False,
        ("waves",),
    ),
    "autumn": Season("가을", "Autumn", "가을|단풍", "leaf", "leaf", ("chestnut", "maple-leaf", "fallen-leaf")),
    "winter": Season(
        "겨울", "Winter", "겨울|연말|첫눈|한파", "snow", "snowflake", ("snowman", "scarf", "evergreen-tree")
    ),
    "opening": Season(
        "개업",
        "Grand opening",
        "개업|개점|확장 이전|(?:새로|신규|그랜드|가) ?오픈|오픈(?:했|해요|합니다|식| 이벤트| 기념)|문(?:을)? 열었",
        "confetti",
        "confetti",
        ("ribbon-cutting", "congrats-wreath", "party-popper"),
        True,
        ("sunburst", "shopfront"),
    ),
    "closing": Season(
        "마감 세일",
        "Closing sale",
        "마감 ?(?:세일|할인)|타임 ?세일|떨이|점포 ?정리",
        "spark",
        "timer",
        ("sale-clock", "sale-tag"),
        False,
        ("ticket", "sunburst"),
    ),
}


def season_of(subject: str) -> str:
    """The season, feast or event that the description names, or "". ``subject`` is Korean; the first row wins."""
    return next((key for key, season in SEASONS.items() if re.search(season.named, subject)), "")
