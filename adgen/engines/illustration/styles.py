"""The table of compositions by name, which of them suit a trade, and how a seed chooses: nothing heavy is imported."""

from dataclasses import dataclass

from ...errors import InvalidInput
from .seasons import SEASONS, season_of

SEEDS = 2**32


@dataclass(frozen=True)
class Style:
    """A composition's key, and its name for the page."""

    key: str
    ko: str
    en: str


STYLES: dict[str, Style] = {style.key: style for style in (
    Style("papercut", "종이 오리기", "Paper cut"),
    Style("sunburst", "햇살 전단", "Sunburst"),
    Style("botanical", "꽃 카드", "Botanical card"),
    Style("bauhaus", "도형 타일", "Geometric tiles"),
    Style("shard", "사선 블록", "Slanted block"),
    Style("shopfront", "가게 차양", "Shop front"),
    Style("podium", "진열대", "Display stand"),
    Style("wallpaper", "무늬 벽지", "Patterned wallpaper"),
    Style("spotlight", "크게 한 컷", "Big close-up"),
    Style("ticket", "쿠폰", "Coupon ticket"),
    Style("bojagi", "조각보", "Korean patchwork"),
    Style("neon", "네온사인", "Neon sign"),
    Style("chalkboard", "칠판 메뉴", "Chalkboard"),
    Style("gingham", "체크 식탁", "Checked tablecloth"),
    Style("waves", "물결", "Waves"),
)}
PREFERRED: dict[str, tuple[str, ...]] = {
    "cafe": ("papercut", "spotlight", "chalkboard", "wallpaper", "shopfront", "bauhaus", "gingham", "podium"),
    "restaurant": ("gingham", "sunburst", "papercut", "bojagi", "shopfront", "spotlight", "chalkboard", "podium"),
    "chicken": ("sunburst", "neon", "spotlight", "ticket", "papercut", "shard", "gingham", "podium"),
    "bakery": ("shopfront", "gingham", "spotlight", "wallpaper", "papercut", "chalkboard", "podium", "bauhaus"),
    "hair": ("bauhaus", "botanical", "neon", "spotlight", "waves", "wallpaper", "podium", "shard"),
    "flower": ("botanical", "spotlight", "wallpaper", "papercut", "waves", "podium", "shopfront"),
    "gym": ("shard", "spotlight", "neon", "bauhaus", "ticket", "sunburst", "podium"),
    "clothing": ("bauhaus", "spotlight", "wallpaper", "podium", "botanical", "ticket", "shard", "waves"),
    "general": ("podium", "sunburst", "wallpaper", "shopfront", "ticket", "spotlight", "papercut", "bauhaus"),
    "nail": ("spotlight", "bauhaus", "botanical", "neon", "waves", "wallpaper", "podium"),
    "skin": ("botanical", "podium", "waves", "spotlight", "papercut", "wallpaper"),
    "pub": ("neon", "sunburst", "chalkboard", "spotlight", "bojagi", "shard", "papercut"),
    "snack": ("sunburst", "gingham", "spotlight", "shopfront", "ticket", "wallpaper", "papercut"),
    "dessert": ("spotlight", "wallpaper", "waves", "podium", "shopfront", "papercut", "bauhaus", "gingham"),
    "grocery": ("shopfront", "sunburst", "gingham", "spotlight", "wallpaper", "papercut", "ticket"),
    "pet": ("papercut", "spotlight", "wallpaper", "bauhaus", "waves", "podium", "ticket"),
    "academy": ("chalkboard", "spotlight", "bauhaus", "ticket", "wallpaper", "podium", "papercut"),
    "laundry": ("waves", "spotlight", "bauhaus", "wallpaper", "podium", "ticket", "papercut"),
    "yoga": ("waves", "botanical", "spotlight", "papercut", "podium", "bauhaus"),
    "car": ("shard", "spotlight", "waves", "bauhaus", "sunburst", "ticket", "neon"),
    "photo": ("bauhaus", "spotlight", "neon", "podium", "wallpaper", "shard", "papercut"),
    "stationery": ("wallpaper", "spotlight", "bauhaus", "chalkboard", "papercut", "shopfront", "podium"),
    "realestate": ("papercut", "bauhaus", "spotlight", "waves", "podium", "ticket", "wallpaper"),
}
"""At least six for each trade; neighbours in a row look different, because candidates are taken in this order."""


def styles_for(trade: str, subject: str = "") -> tuple[str, ...]:
    """The compositions a seed may draw: those made for the season or event of ``subject`` first, then the trade's."""
    season = season_of(subject)
    made = SEASONS[season].styles if season else ()
    return tuple(dict.fromkeys((*made, *(PREFERRED.get(trade) or PREFERRED["general"]))))


def drawn(trade: str, subject: str, seed: int) -> tuple[str, int]:
    """The composition of a seed, and its turn: how often the seeds before it went through all compositions.

    Neighbouring seeds walk through the compositions, and each round turns palette, hero and arrangement, so that two
    seeds near each other never look the same.
    """
    row = styles_for(trade, subject)
    return row[seed % len(row)], seed // len(row) + seed % len(row)


def spread(trade: str, seed: int, count: int, subject: str = "") -> tuple[tuple[str, int], ...]:
    """``count`` clearly different candidates as (style, seed), different compositions first; ``seed`` is the first."""
    seeds = [(seed + index) % SEEDS for index in range(count)]
    return tuple((drawn(trade, subject, each)[0], each) for each in seeds)


def checked(style: str) -> str:
    """``style`` as it is.

    Raises:
        InvalidInput: there is no such composition; the known ones are listed.
    """
    if style not in STYLES:
        raise InvalidInput("모르는 그림 구성이에요: {style}. 쓸 수 있는 구성: {known}",
                           "Unknown style {style}. Known: {known}", style=style, known=", ".join(STYLES), field="style")
    return style
