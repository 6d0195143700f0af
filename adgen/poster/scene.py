"""What a template works with: the picture as it was read, the words, the colours, and where text may stand."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from PIL import Image

from ..brief import Align, Box, Margins, PosterRequest, Stage
from ..graphics import luminances
from .compose import Wish, Words, stacked
from .crops import WHOLE, Crop, Part, Wanted, best_crop
from .draw import qr_modules
from .geometry import Frame, Rect, SetText, Stack, pixels
from .marks import small_print
from .palette import Brand, accent_of, brand
from .roles import cleaned, floor
from .saliency import Attention, attention, told

Shape = Literal["tall", "portrait", "square", "wide", "strip"]
ALL = ("store_name", "badge", "headline", "subline", "offer", "period", "call_to_action", "address_line")
_PRINTED_CODE = 7.1
"""A printed code is at least this many least font sizes wide: 15 mm beside 6 pt, 20 mm beside 8 pt."""
BESIDE_CODE = ("offer", "period", "call_to_action", "address_line")


def shape_of(width: int, height: int) -> Shape:
    """The kind of a format by its aspect ratio."""
    ratio = width / height
    limits: tuple[tuple[float, Shape], ...] = ((0.68, "tall"), (0.92, "portrait"), (1.2, "square"), (2.3, "wide"))
    return next((shape for most, shape in limits if ratio <= most), "strip")


@dataclass(frozen=True)
class Ask:
    """A column of texts: where, which, how they are aligned, how far down (0 top … 1 bottom), factors on sizes, and
    whether the QR code (at most ``code_share`` of the height) and the logo stand with it."""

    area: Rect
    roles: Sequence[str] = ALL
    align: Align = "left"
    rise: float = 0.0
    grow: Mapping[str, float] = field(default_factory=dict)
    code: bool = True
    logo: bool = True
    code_share: float = 0.58


@dataclass(frozen=True)
class Column:
    """A column in place; ``bounds`` surrounds texts, code and logo."""

    texts: tuple[SetText, ...]
    bounds: Rect
    code: Rect | None = None
    logo: Rect | None = None

    def size_of(self, role: str) -> float:
        """Font size of a role in pixels; 0 when it is not set."""
        return next((text.size for text in self.texts if text.role == role), 0.0)

    def moved(self, dx: float, dy: float) -> "Column":
        """The same column elsewhere."""
        return Column(tuple(text.moved(dx, dy) for text in self.texts), self.bounds.moved(dx, dy),
                      self.code.moved(dx, dy) if self.code is not None else None,
                      self.logo.moved(dx, dy) if self.logo is not None else None)

    def has(self, *roles: str) -> bool:
        """Whether every one of ``roles`` is set."""
        return set(roles) <= {text.role for text in self.texts}


@dataclass(frozen=True)
class Scene:
    """One request, read. ``safe`` is where text may stand; ``picture`` is RGB; ``bright`` tells a light picture."""

    request: PosterRequest
    picture: Image.Image
    stage: Stage | None
    words: Words
    seen: Attention
    brand: Brand
    safe: Rect
    bright: bool
    fine: Stack | None = None
    """The small print, already in place under the safe area."""

    @property
    def limit(self) -> Rect:
        """The poster without the edges that are reserved: nothing to be read stands outside."""
        kept = self.request.reserved
        return Rect(kept.left * self.width, kept.top * self.height, (1 - kept.left - kept.right) * self.width,
                    (1 - kept.top - kept.bottom) * self.height)

    @property
    def width(self) -> float:
        """Pixels across."""
        return float(self.request.width)

    @property
    def height(self) -> float:
        """Pixels down."""
        return float(self.request.height)

    @property
    def whole(self) -> Rect:
        """The poster."""
        return Rect(0, 0, self.width, self.height)

    @property
    def short(self) -> int:
        """The shorter side in pixels."""
        return self.words.short

    @property
    def shape(self) -> Shape:
        """The kind of the format."""
        return shape_of(self.request.width, self.request.height)

    @property
    def upright(self) -> bool:
        """Whether things are rather set below each other than beside each other."""
        return self.shape in ("tall", "portrait", "square")

    @property
    def margin(self) -> float:
        """The usual distance from the edges, 5 % of the geometric mean of the sides, in pixels."""
        return margin_of(self.request.width, self.request.height)

    @property
    def low(self) -> bool:
        """Whether a channel keeps so much of the bottom that no panel may stand there."""
        return self.request.reserved.bottom > 0.16

    def column(self, ask: Ask) -> Column | None:
        """The fullest column of ``ask``; None when its headline (or its first text) does not fit."""
        area, logo = ask.area, None
        if ask.logo and self.request.logo is not None:
            logo = logo_size(self.request.logo, self.short, area)
            if logo is not None:
                area = Rect(area.x, area.y + logo[1] * 1.45, area.w, area.h - logo[1] * 1.45)
        broad = 0.44 if area.w < 0.5 * self.width else 0.3
        side = self.code_side(min(broad * area.w, ask.code_share * area.h)) if ask.code else 0
        reserve = (side + 0.03 * self.short, side + 0.015 * self.short) if side else (0.0, 0.0)
        if area.w < 40 or area.h < 16:
            return None
        wish = Wish(ask.roles, Frame(area, ask.align, ask.rise, self.words.floor, reserve), BESIDE_CODE, ask.grow)
        made = stacked(self.words, wish)
        if made is None:
            return None
        code = None
        if made.reserved is not None:
            code = Rect(made.reserved.right - side, made.reserved.bottom - side, side, side)
        place, bounds = None, made.bounds
        if logo is not None:
            x = area.x if ask.align == "left" else area.x + (area.w - logo[0]) / 2
            place = Rect(x, bounds.y - logo[1] * 1.45, *logo)
            bounds = bounds.join(place)
        return Column(made.texts, bounds, code, place)

    def code_side(self, most: float) -> int:
        """Side of the QR code in pixels where there are ``most``; 0 without a link or room."""
        # A picture smaller than any screen is shown enlarged, never halved.
        module = 3 if max(self.request.width, self.request.height) < 600 else 4
        return qr_side(self.request.text.link_url, self.short, most,
                       max(module * qr_modules(self.request.text.link_url), _PRINTED_CODE * self.request.least_font))

    def crop(self, window: Rect, covered: Sequence[Rect] = (), near: bool = True, core: Part = WHOLE) -> Crop:
        """The best cut of the picture for ``window``, of which ``covered`` rectangles (poster pixels) are hidden."""
        parts = tuple(((rect.x - window.x) / window.w, (rect.y - window.y) / window.h, rect.w / window.w,
                       rect.h / window.h) for rect in covered)
        return best_crop(self.seen, self.picture.size, Wanted(window.w / window.h, parts, core, near, True))

    def without(self, *roles: str) -> tuple[str, ...]:
        """All roles but some."""
        return tuple(role for role in ALL if role not in roles)

    def has(self, *roles: str) -> bool:
        """Whether the words hold every one of ``roles``."""
        return all(role in self.words.spans for role in roles)


def margin_of(width: int, height: int) -> float:
    """The usual distance from the edges in pixels."""
    return float(0.05 * (width * height) ** 0.5)


def read(request: PosterRequest) -> Scene:
    """The scene of a request: its picture seen once, its words cleaned once."""
    picture = request.picture if request.picture.mode == "RGB" else request.picture.convert("RGB")
    stage = request.stage
    mood = stage.mood if stage is not None and request.mood == "sans" else request.mood
    words = Words(cleaned(request.text, mood, min(request.width, request.height)), mood, type_side(request),
                  max(floor(request.width), request.least_font), request.least_font > 0)
    colors = brand(request.colors, stage.accent if stage is not None else accent_of(picture))
    small = np.asarray(picture.resize((32, 32), Image.Resampling.BOX, reducing_gap=1.0), dtype=np.uint8)
    seen = attention(picture) if stage is None else told(picture, stage)
    safe = safe_area(request.width, request.height, request.reserved)
    fine = small_print(words, safe)
    if fine is not None:
        safe = Rect(safe.x, safe.y, safe.w, max(1.0, safe.h - fine.bounds.h - 0.6 * margin_of(request.width,
                                                                                              request.height)))
    return Scene(replace(request, picture=picture), picture, stage, words, seen, colors, safe,
                 float(luminances(small).mean()) > 0.32, fine)


def type_side(request: PosterRequest) -> int:
    """The length in pixels that type follows: the short side; a strip is set as if it were higher, since it is shown
    as wide as anything else. Thumbnails stay what they are."""
    short = min(request.width, request.height)
    return max(short, round(0.45 * request.width)) if short >= 360 else short


def safe_area(width: int, height: int, reserved: Margins) -> Rect:
    """Where text may stand: inside the usual margin, and outside what a channel or a printer keeps for itself."""
    margin = margin_of(width, height)
    air = 0.12 * margin  # a comma or a bracket hangs a little out of its line
    left, right = max(margin, reserved.left * width + air), max(margin, reserved.right * width + air)
    top, bottom = max(margin, reserved.top * height + air), max(margin, reserved.bottom * height + air)
    return Rect(left, top, max(1.0, width - left - right), max(1.0, height - top - bottom))


def qr_side(link: str, short: int, most: float, least_side: float = 0.0) -> int:
    """Side of the QR code's plate in pixels, or 0 when it would be unreadable: smaller than ``least_side``, which is
    four pixels per module unless told otherwise (two when the picture is shown at half size)."""
    modules = qr_modules(link) if short >= 360 else 0
    if not modules:
        return 0
    least = math.ceil((least_side or 4 * modules) / modules)
    module = max(least, int(0.15 * short) // modules)
    while module > least and module * modules > most:
        module -= 1
    return module * modules if module * modules <= most else 0


def logo_size(logo: Image.Image, short: int, area: Rect) -> tuple[float, float] | None:
    """(width, height) of the logo in pixels: about a tenth of the short side high, wide ones lower; None if the area
    is too small for one."""
    ratio = logo.width / logo.height
    height = min(0.085 * short, 0.22 * area.h, 0.5 * area.w / ratio)
    height = min(height, (0.022 * short ** 2 / ratio) ** 0.5)
    return (height * ratio, height) if height >= 14 else None


def box_in(scene: Scene, box: Box) -> Rect:
    """A box in fractions of the poster as pixels."""
    return pixels(box, scene.request.width, scene.request.height)
