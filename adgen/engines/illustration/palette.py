"""Colours of an illustration: the owner's brand colours, or a palette that suits the trade and the season."""

import math
import random
from dataclasses import dataclass

from ...graphics import Ramp, contrast, from_oklch, oklch, ramp

PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "cafe": (("#B5532C", "#F3B545"), ("#2F6B57", "#F0A67A"), ("#A8552A", "#F6C15B"), ("#3E4A89", "#F2A65E"),
             ("#C4573A", "#8FBFA8")),
    "restaurant": (("#C23B22", "#F4AE3D"), ("#2C6650", "#EDB644"), ("#93351F", "#F2C279"), ("#1F5568", "#F39B5B")),
    "chicken": (("#DB2B39", "#FFB81C"), ("#E8590C", "#FFC93C"), ("#B3261E", "#FFB238"), ("#1E5B4F", "#FFB52E")),
    "bakery": (("#B9652A", "#F7C566"), ("#C96F5B", "#8FB59B"), ("#A65A2E", "#F5C06A"), ("#46708A", "#F2B35E")),
    "hair": (("#D9507A", "#FAA56B"), ("#6A4FA0", "#F6A6BA"), ("#1F6F74", "#F6A48D"), ("#34427A", "#F08A5D")),
    "flower": (("#D75F8C", "#7DB08C"), ("#B04A80", "#F4AE9C"), ("#7E5FB0", "#F2A9BE"), ("#DD6F66", "#86B08A")),
    "gym": (("#C6FF3D", "#FF7A45"), ("#FF6A2B", "#FFD23F"), ("#27D3F5", "#FFE14D"), ("#FFD60A", "#FF6B6B")),
    "clothing": (("#3C5F8A", "#F0906C"), ("#B0596B", "#F0C59B"), ("#2F5D56", "#E7AE6B"), ("#7B659F", "#F4B8A6")),
    "nail": (("#D4457F", "#F7B5A0"), ("#7A55B8", "#F4A9C6"), ("#C2486B", "#8CCFB8"), ("#2F7F8C", "#F6A6B6")),
    "skin": (("#C9788A", "#9CC5A6"), ("#5F8F78", "#F2C4A8"), ("#B8806A", "#F0D3B0"), ("#7D82B8", "#F3C1CB")),
    "pub": (("#C8352F", "#F5B53C"), ("#27407A", "#F2A33C"), ("#8E2F25", "#EFC06A"), ("#1F5B52", "#F4A65A")),
    "snack": (("#E0402F", "#FFC83D"), ("#E8662A", "#7FC8A9"), ("#D1343F", "#FFB36B"), ("#2E7D6B", "#FFC247")),
    "dessert": (("#E0668F", "#8FD3C3"), ("#B65FA8", "#FFD08A"), ("#3F9AA8", "#F9A8B8"), ("#E07A52", "#F7C9D4")),
    "grocery": (("#2F8F4E", "#F7B733"), ("#D9432F", "#8CC152"), ("#E07B1F", "#5FA86A"), ("#1F6F5C", "#F2994A")),
    "pet": (("#2F86C1", "#F9C25B"), ("#E5734A", "#8CCBB5"), ("#7A63C2", "#F7B267"), ("#2E8F7A", "#F6A08A")),
    "academy": (("#2A5DB0", "#F8BD3C"), ("#24796B", "#F39B5B"), ("#5B4BB0", "#F7B84B"), ("#C8513A", "#6FB3C9")),
    "laundry": (("#1E88C9", "#8ED8D0"), ("#3A66B5", "#F7C55C"), ("#1F9A94", "#F6B39A"), ("#5A70C9", "#A8DDF0")),
    "yoga": (("#7A6BB0", "#F2C1A6"), ("#5B8F7A", "#EFC79A"), ("#B5727E", "#A9CBB0"), ("#3F7F93", "#F3B79E")),
    "car": (("#1F5FBF", "#FFC93C"), ("#D7362F", "#C9D3DC"), ("#157F8C", "#FF9F4A"), ("#2B3E66", "#F6A63B")),
    "photo": (("#3A4A6B", "#F2A65E"), ("#B0506A", "#F0C79B"), ("#2E6F6A", "#F4B183"), ("#5E5AA8", "#F6BE62")),
    "stationery": (("#E5734A", "#6FB7C4"), ("#3E6FC0", "#F9B95C"), ("#3C8F6E", "#F49CA8"), ("#8A5CB8", "#F7C65A")),
    "realestate": (("#2565A8", "#F6B23F"), ("#2C7A5C", "#F2A65E"), ("#B5563A", "#8DBBC9"), ("#3F4C8C", "#F2C14E")),
    "general": (("#2B62D9", "#FFB703"), ("#E2553A", "#2FB5A8"), ("#2F7D5B", "#F6B93B"), ("#7442C8", "#FFA63D")),
}
SEASON_PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "christmas": (("#1F6B48", "#E0443E"), ("#C2302E", "#2E7D5B"), ("#B02A37", "#E5BE6A"), ("#24476B", "#E2574C")),
    "newyear": (("#C23B2E", "#EDBB4E"), ("#27407A", "#F0C45C"), ("#B8324A", "#7FB8A4"), ("#2F6B57", "#EDBB4E")),
    "chuseok": (("#2A3F78", "#F5C95B"), ("#B5572A", "#F3C04F"), ("#5B3F7E", "#F2C45A"), ("#8A3E2C", "#E9C46A")),
    "blossom": (("#E0708F", "#8DB896"), ("#C85C8E", "#F7BDB5"), ("#D9628A", "#9CC9E0"), ("#B0609A", "#F6C1A8")),
    "autumn": (("#BF5420", "#EDB646"), ("#8E3B22", "#F0A63C"), ("#A8662A", "#E07B4A"), ("#6B4A2F", "#F0B24A")),
    "winter": (("#2D62A3", "#BFE0F2"), ("#3D5A98", "#F4B6A5"), ("#27707F", "#D6E6EE"), ("#5A5FA8", "#F2C6D0")),
    "summer": (("#0F8FB8", "#FFD05E"), ("#1788A0", "#FF8F6B"), ("#1B7FD0", "#FFC24A"), ("#0E9C8C", "#FFB08A")),
    "halloween": (("#E36A17", "#6B4BA3"), ("#5B3F92", "#F2983A")),
    "love": (("#D4386B", "#F8B4B4"), ("#9E2F50", "#F3B38C"), ("#C94F7C", "#F4C3A0")),
    "exam": (("#2A5DB0", "#F8BD3C"), ("#1F6B57", "#F6C453"), ("#4B4FA8", "#F4A582")),
    "opening": (("#D7363F", "#F8C045"), ("#2B62D9", "#FFB703"), ("#E2553A", "#2FB5A8"), ("#7442C8", "#FFA63D")),
    "closing": (("#D62F2F", "#FFC928"), ("#E0521C", "#FFD23F"), ("#B3204A", "#FFB238"), ("#1F2F6B", "#FFC928")),
}


@dataclass(frozen=True)
class Palette:
    """``main`` is the brand colour itself, ``second`` its partner; the ramps hold their tones, light to dark."""

    main: str
    second: str
    mains: Ramp
    seconds: Ramp

    @property
    def night(self) -> float:
        """The main hue for very dark grounds, where yellow and lime look like mould."""
        return _warm(oklch(self.main)[2])

    def behind(self, color: str, choices: tuple[str, ...]) -> str:
        """The choice that ``color`` (an icon's mean) stands out from best, by distance in OKLab."""
        return max(choices, key=lambda choice: distance(choice, color))

    @property
    def dark(self) -> str:
        """A dark ground of the main hue on which white reads at 7:1 or better."""
        _, chroma, hue = oklch(self.main)
        return from_oklch(0.285, min(chroma, 0.15) * 0.58, _warm(hue))

    @property
    def deep(self) -> str:
        """A deep tone of the main hue, for shapes beside ``main``."""
        _, chroma, hue = oklch(self.main)
        return from_oklch(0.40, min(chroma, 0.16) * 0.75, _warm(hue))

    def accent(self, ground: str) -> str:
        """The livelier of the two colours, for pills and prices; one that drowns in ``ground`` counts for less."""
        pair = (self.main, self.second)
        return max(pair, key=lambda color: oklch(color)[1] + 0.1 * min(contrast(color, ground), 2.2))


def distance(first: str, second: str) -> float:
    """Euclidean distance in OKLab, 0…1; below about 0.15 two flat areas run into each other."""
    (l1, c1, h1), (l2, c2, h2) = oklch(first), oklch(second)
    a = c1 * math.cos(math.radians(h1)) - c2 * math.cos(math.radians(h2))
    b = c1 * math.sin(math.radians(h1)) - c2 * math.sin(math.radians(h2))
    return math.sqrt((l1 - l2) ** 2 + a * a + b * b)


@dataclass(frozen=True)
class Asked:
    """What decides the palette. ``turn`` walks through the pairs of a season or a trade."""

    trade: str
    season: str
    colors: tuple[str, ...]
    turn: int


def choose(asked: Asked, dice: random.Random) -> Palette:
    """Brand colours as they are; otherwise a pair for the season or the trade, its hues turned by up to 7°.

    Raises:
        InvalidInput: a brand colour is not ``#RRGGBB``.
    """
    colors = asked.colors
    if colors:
        main = colors[0]
        second = next((color for color in colors[1:] if distance(color, main) > 0.12), partner(main, dice))
        return Palette(ramp(main).base, ramp(second).base, ramp(main), ramp(second))
    pairs = SEASON_PAIRS.get(asked.season) or PAIRS.get(asked.trade) or PAIRS["general"]
    turn = dice.uniform(-7, 7)
    main, second = (turned(color, turn) for color in pairs[asked.turn % len(pairs)])
    return Palette(main, second, ramp(main), ramp(second))


def turned(color: str, degrees: float) -> str:
    """The colour with its hue turned."""
    lightness, chroma, hue = oklch(color)
    return from_oklch(lightness, chroma, (hue + degrees) % 360)


def _warm(hue: float) -> float:
    """Dark tones of yellow and lime turn olive and look dirty: yellow leans to brown, lime to green."""
    return hue if not 68 < hue < 132 else 50.0 if hue < 112 else 150.0


def lively(tones: Ramp) -> str:
    """The ramp's bright tone, or the colour itself where that is lighter: a "bright" of yellow would be olive."""
    return tones.base if oklch(tones.base)[0] > 0.76 else tones.bright


def shaded(color: str, amount: float) -> str:
    """The colour ``amount`` darker in OKLCH lightness; yellows lean to orange, because dark yellow is olive."""
    lightness, chroma, hue = oklch(color)
    if 70 < hue < 118:
        hue = max(55.0, hue - 110 * amount)
    return from_oklch(lightness - amount, chroma * 0.94, hue)


def partner(main: str, dice: random.Random) -> str:
    """A second colour for a lone brand colour: warm beside cold hues, light, and well apart from it."""
    lightness, chroma, hue = oklch(main)
    if chroma < 0.03:
        return dice.choice(("#F3B545", "#EE8B6A", "#7FB59B"))
    # Complements of warm reds are cold greens that look ill beside food; golden tones do not.
    turn = dice.choice((40, 60)) if hue < 80 or hue > 340 else dice.choice((150, 180, 205))
    candidate = from_oklch(0.80, 0.13, (hue + turn) % 360)
    return candidate if contrast(candidate, main) > 1.35 else from_oklch(0.55 if lightness > 0.6 else 0.9, 0.12, hue)
