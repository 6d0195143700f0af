"""Colours of a poster: text and pill colours for a ground, and an accent found in a photo."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from ..errors import InvalidInput
from ..graphics import BLACK, WHITE, contrast, ensure, from_oklch, hex_to_rgb, is_dark, mix, oklch, ramp, rgb_to_hex

BODY_RATIO = 4.5
"""WCAG 2.2 AA for text; display type above 48 px may stand at 3.0."""


@dataclass(frozen=True)
class Inks:
    """Colours for everything on one plain ``ground``, each reaching at least 4.5:1 on it."""

    ground: str
    headline: str
    body: str
    accent: str
    pill: str
    pill_text: str

    def of(self, role: str) -> str:
        """The colour of a text by its role."""
        if role == "headline":
            return self.headline
        if role in ("offer", "store_name", "period"):
            return self.accent
        if role == "badge":
            return self.ground
        return self.pill_text if role == "call_to_action" else self.body

    def under(self, role: str) -> str:
        """The colour of the plate under a pill: the badge is the inverse of the headline, so it holds by itself."""
        return self.headline if role == "badge" else self.pill


def inks(ground: str, accent: str) -> Inks:
    """Colours in the hue of ``accent`` for texts on ``ground``."""
    tones = ramp(accent)
    if is_dark(ground):
        headline, light = ensure(mix(tones.paper, WHITE, 0.6), ground, 7), ensure(_vivid(accent), ground, 5.5)
        body = ensure(mix(tones.paper, ground, 0.08), ground, 7)
    else:
        headline, light = ensure(tones.ink, ground, 7), ensure(accent, ground, BODY_RATIO + 0.2)
        body = ensure(mix(tones.deep, tones.ink, 0.45), ground, 5.5)
    if contrast(accent, ground) < 1.35:
        # An accent on a ground of its own colour: tone on tone says less than plain light or dark.
        light = headline
    pill = accent if contrast(accent, ground) >= 1.7 else light
    return Inks(ground, headline, body, light, pill, on(pill, tones.ink, BODY_RATIO + 0.15))


def on(fill: str, dark: str = BLACK, ratio: float = BODY_RATIO) -> str:
    """White on ``fill`` when that reads well, else ``dark`` deepened as far as needed."""
    return WHITE if contrast(WHITE, fill) >= ratio else ensure(dark, fill, ratio)


def _vivid(accent: str) -> str:
    """The accent light enough to glow on a dark ground."""
    lightness, chroma, hue = oklch(accent)
    # Reds and browns turn pink when lifted; towards amber they stay warm.
    if 10 < hue < 70 and lightness < 0.7:
        hue = hue + (82 - hue) * 0.75
    return from_oklch(max(lightness, 0.80), min(max(chroma, 0.04), 0.17), hue)


def badge_colors(accent: str, ground: str) -> tuple[str, str]:
    """(fill, text) of a price burst that stands out from ``ground``."""
    fill = ensure(accent, ground, 1.9)
    return fill, on(fill, ramp(accent).ink, BODY_RATIO + 0.15)


@dataclass(frozen=True)
class Brand:
    """The poster's colours: ``main`` for grounds, ``accent`` for prices and pills, ``extra`` for ornaments.

    ``given`` are the owner's own, as asked; empty when the colours were found in the picture.
    """

    main: str
    accent: str
    extra: tuple[str, ...] = ()
    given: tuple[str, ...] = ()

    @property
    def bold(self) -> str:
        """The main colour as a whole ground: its own, or a little darker where white nearly reads on it: black on a
        strong red or pink looks heavy."""
        return ensure(self.main, WHITE if contrast(self.main, WHITE) >= 2.9 else BLACK, BODY_RATIO + 0.4)

    @property
    def dark(self) -> str:
        """A deep ground in the hue of the main colour."""
        tones = ramp(self.main)
        return mix(tones.ink, tones.deep, 0.5)


def brand(colors: tuple[str, ...], fallback: str) -> Brand:
    """The owner's colours in their order (what is no colour is passed over), or ``fallback`` for everything.

    White, black and greys stay in the list, but the main colour is the first with some hue, if there is one.
    """
    valid: list[str] = []
    for color in colors[:5]:
        try:
            valid.append(rgb_to_hex(hex_to_rgb(color)))
        except InvalidInput:
            continue
    if not valid:
        return Brand(fallback, fallback, (fallback,))
    main = next((color for color in valid if oklch(color)[1] > 0.04), valid[0])
    rest = tuple(color for color in valid if color != main)
    accent = next((color for color in rest if oklch(color)[1] > 0.04), main)
    return Brand(main, accent, rest or (main,), tuple(valid))


def accent_of(picture: Image.Image) -> str:
    """The hue that carries most colour in a photo, as a strong accent; a warm red-orange for grey photos."""
    small = picture.resize((48, 48), Image.Resampling.BOX, reducing_gap=1.0).convert("RGB")
    rgb = np.asarray(small, dtype=np.uint8).reshape(-1, 3)
    hsv = np.asarray(Image.fromarray(rgb.reshape(48, 48, 3)).convert("HSV"), dtype=np.float32).reshape(-1, 3)
    # Squared: a little strong colour says more about a photo than much mud.
    weight = (hsv[:, 1] / 255) ** 2 * (hsv[:, 2] / 255)
    if float(weight.mean()) < 0.012:
        return "#C2410C"
    counts, edges = np.histogram(hsv[:, 0], bins=24, range=(0, 256), weights=weight)
    best = int(counts.argmax())
    inside = (hsv[:, 0] >= edges[best]) & (hsv[:, 0] < edges[best + 1])
    mean = (rgb[inside] * weight[inside, None]).sum(0) / max(float(weight[inside].sum()), 1e-6)
    _, chroma, hue = oklch(rgb_to_hex((float(mean[0]), float(mean[1]), float(mean[2]))))
    return from_oklch(0.56, max(0.12, min(0.18, chroma * 1.4)), hue)
