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
        return self.pill_text if role == "call_to_action" else self.body


def inks(ground: str, accent: str) -> Inks:
    """Colours in the hue of ``accent`` for texts on ``ground``."""
    tones = ramp(accent)
    if is_dark(ground):
        headline, light = ensure(mix(tones.paper, WHITE, 0.6), ground, 7), ensure(_vivid(accent), ground, 5.5)
        body = ensure(mix(tones.paper, ground, 0.08), ground, 7)
    else:
        headline, light = ensure(tones.ink, ground, 7), ensure(accent, ground, BODY_RATIO + 0.2)
        body = ensure(mix(tones.deep, tones.ink, 0.45), ground, 5.5)
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


def chosen(colors: tuple[str, ...], fallback: str) -> str:
    """The first usable brand colour: one with some chroma before greys, ``fallback`` when there is none."""
    valid = []
    for color in colors:
        try:
            valid.append(rgb_to_hex(hex_to_rgb(color)))
        except InvalidInput:
            continue
    return next((color for color in valid if oklch(color)[1] > 0.04), valid[0] if valid else fallback)


def accent_of(picture: Image.Image) -> str:
    """The hue that carries most colour in a photo, as a strong accent; a warm red-orange for grey photos."""
    rgb = np.asarray(picture.resize((48, 48), Image.Resampling.BOX).convert("RGB"), dtype=np.uint8).reshape(-1, 3)
    hsv = np.asarray(Image.fromarray(rgb.reshape(48, 48, 3)).convert("HSV"), dtype=np.float32).reshape(-1, 3)
    weight = (hsv[:, 1] / 255) * (hsv[:, 2] / 255)
    if float(weight.mean()) < 0.06:
        return "#C2410C"
    counts, edges = np.histogram(hsv[:, 0], bins=24, range=(0, 256), weights=weight)
    best = int(counts.argmax())
    inside = (hsv[:, 0] >= edges[best]) & (hsv[:, 0] < edges[best + 1])
    mean = (rgb[inside] * weight[inside, None]).sum(0) / max(float(weight[inside].sum()), 1e-6)
    _, chroma, hue = oklch(rgb_to_hex((float(mean[0]), float(mean[1]), float(mean[2]))))
    return from_oklch(0.56, max(0.12, min(0.18, chroma * 1.4)), hue)
