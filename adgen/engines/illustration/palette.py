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
    "general": (("#2B62D9", "#FFB703"), ("#E2553A", "#2FB5A8"), ("#2F7D5B", "#F6B93B"), ("#7442C8", "#FFA63D")),
}
SEASON_PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "christmas": (("#1F6B48", "#E0443E"), ("#C2302E", "#2E7D5B")),
    "newyear": (("#C23B2E", "#EDBB4E"), ("#27407A", "#F0C45C")),
    "chuseok": (("#2A3F78", "#F5C95B"), ("#B5572A", "#F3C04F")),
    "blossom": (("#E0708F", "#8DB896"), ("#C85C8E", "#F7BDB5")),
    "autumn": (("#BF5420", "#EDB646"), ("#8E3B22", "#F0A63C")),
    "winter": (("#2D62A3", "#BFE0F2"), ("#3D5A98", "#F4B6A5")),
    "summer": (("#0F8FB8", "#FFD05E"), ("#1788A0", "#FF8F6B")),
    "halloween": (("#E36A17", "#6B4BA3"),),
    "love": (("#D4386B", "#F8B4B4"), ("#9E2F50", "#F3B38C")),
}


@dataclass(frozen=True)
class Palette:
    """``main`` is the brand colour itself, ``second`` its partner; the ramps hold their tones, light to dark."""

    main: str
    second: str
    mains: Ramp
    seconds: Ramp

    def behind(self, color: str, choices: tuple[str, ...]) -> str:
        """The choice that ``color`` (an icon's mean) stands out from best, by distance in OKLab."""
        return max(choices, key=lambda choice: distance(choice, color))

    @property
    def dark(self) -> str:
        """A dark ground of the main hue on which white reads at 7:1 or better."""
        _, chroma, hue = oklch(self.main)
        return from_oklch(0.27, min(chroma, 0.15) * 0.5, _warm(hue))

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


def choose(trade: str, season: str, colors: tuple[str, ...], dice: random.Random) -> Palette:
    """Brand colours as they are; otherwise a pair for the season or the trade, its hues turned by up to 9°.

    Raises:
        InvalidInput: a brand colour is not ``#RRGGBB``.
    """
    if colors:
        main = colors[0]
        second = next((color for color in colors[1:] if distance(color, main) > 0.12), partner(main, dice))
        return Palette(ramp(main).base, ramp(second).base, ramp(main), ramp(second))
    pairs = SEASON_PAIRS.get(season) or PAIRS.get(trade) or PAIRS["general"]
    turn = dice.uniform(-9, 9)
    main, second = (turned(color, turn) for color in dice.choice(pairs))
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
    turn = dice.choice((40, 60)) if hue < 50 or hue > 340 else dice.choice((150, 180, 205))
    candidate = from_oklch(0.80, 0.13, (hue + turn) % 360)
    return candidate if contrast(candidate, main) > 1.35 else from_oklch(0.55 if lightness > 0.6 else 0.9, 0.12, hue)
