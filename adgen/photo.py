"""Own photos and logos: checked before they are decoded, drawn anew, gently improved; and a logo's colours.

Everything here is a pure function of its input. Traps that this closes (measured): a PNG of 9 KB that unpacks to 81
megapixels, JPEG files that are HTML too, SVG and HTML under a photo's name, truncated files, GPS in EXIF.
"""

import io
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageEnhance, ImageFilter, ImageOps

from .errors import AdgenError, PhotoTooLarge, PhotoUnreadable
from .graphics import oklab, rgb_to_hex

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000
LEAST_SIDE, LONGEST_SIDE, MOST_RATIO = 64, 20_000, 12.0
KEPT_SIDE = 3600
"""Longest side that is kept: A4 with bleed at 300 dpi asks for 3579."""
_FORMATS = ["PNG", "JPEG", "WEBP"]
_MOST_PROFILE = 1024 * 1024
_HEIF = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")


def accept(data: bytes) -> Image.Image:
    """The photo in ``data`` (JPEG, PNG or WebP), upright, sRGB, at most 3600 pixels long: RGB, or RGBA with alpha.

    The pixels are copied to a fresh image: EXIF, GPS, XMP, profiles and trailing bytes are gone.

    Raises:
        PhotoTooLarge: more than 20 MB, 40 megapixels, or a side above 20,000.
        PhotoUnreadable: another type, an animation, a damaged file, a side below 64, or a strip longer than 12:1.
    """
    if len(data) > MOST_BYTES:
        raise PhotoTooLarge
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        raise PhotoUnreadable("아이폰 HEIC 사진은 아직 열 수 없어요. 사진을 JPG로 저장해서 다시 올려 주세요.",
                              "HEIC photos cannot be read yet. Please save the photo as JPG and send it again.")
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            _check(opened)
            return _fresh(opened)
    except AdgenError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PhotoTooLarge from error
    except Exception as error:
        # Decoders meet hostile bytes here and fail in every way there is: struct, zlib, index, type.
        raise PhotoUnreadable from error


def _check(opened: Image.Image) -> None:
    """Refuse by the header alone: nothing is decoded yet."""
    width, height = opened.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise PhotoTooLarge
    if min(width, height) < LEAST_SIDE:
        raise PhotoUnreadable("사진이 너무 작아요. 가로와 세로가 {least}픽셀보다 큰 사진을 올려 주세요.",
                              "The photo is too small. Both sides must have {least} pixels.", least=LEAST_SIDE)
    if max(width, height) > MOST_RATIO * min(width, height):
        raise PhotoUnreadable("사진이 너무 길쭉해요. 필요한 부분만 잘라서 다시 올려 주세요.",
                              "The photo is too long and narrow. Please crop it and send it again.")
    # Phones add a second picture (depth, HDR) to a JPEG, which is then called MPO: the first one is the photo.
    if opened.format not in ("JPEG", "MPO") and getattr(opened, "n_frames", 1) != 1:
        raise PhotoUnreadable("움직이는 그림은 쓸 수 없어요. 멈춰 있는 사진을 올려 주세요.",
                              "Animations cannot be used. Please send a still photo.")


def _fresh(opened: Image.Image) -> Image.Image:
    shrink = max(opened.size) // KEPT_SIDE
    if shrink > 1:
        # Only JPEG listens: it decodes at a half, a quarter or an eighth, but never below what is kept.
        opened.draft(None, (opened.width // shrink, opened.height // shrink))
    opened.load()
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if upright.mode.startswith("I"):
        # 16 bits of grey: Pillow's own conversion would cut them at 255.
        upright = Image.fromarray((np.asarray(upright).clip(0, 65535) // 257).astype(np.uint8))
    alpha = upright.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in upright.info
    plain = upright.convert("RGBA") if alpha else _srgb(upright, opened.info.get("icc_profile"))
    fresh = Image.new(plain.mode, plain.size)
    fresh.paste(plain)
    return fresh if not alpha or has_alpha(fresh) else fresh.convert("RGB")


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB in sRGB: phones write Display P3, whose colours look dull when the profile is merely dropped."""
    if profile and len(profile) <= _MOST_PROFILE and image.mode in ("RGB", "CMYK", "L"):
        try:
            made = ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                                             ImageCms.createProfile("sRGB"), outputMode="RGB")
            if made is not None:
                return made
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile says nothing; the pixels are taken as sRGB
    return image.convert("RGB")


def has_alpha(image: Image.Image) -> bool:
    """Whether anything shows through ``image``."""
    return image.mode == "RGBA" and int(np.asarray(image.getchannel("A")).min()) < 250


def stored(image: Image.Image) -> bytes:
    """An accepted photo as it is kept: PNG where it has alpha, else JPEG at quality 92 without chroma subsampling."""
    buffer = io.BytesIO()
    if has_alpha(image):
        image.save(buffer, "PNG", compress_level=6)
    else:
        image.convert("RGB").save(buffer, "JPEG", quality=92, subsampling=0)
    return buffer.getvalue()


_TINY = 320
"""Longest side of the copy that is measured."""
_MOST_CLIPPED = 0.004
"""Share of pixels that the correction may drive into black or white (0.5 % on the whole photo)."""


@dataclass(frozen=True)
class _Plan:
    """A correction: gains of linear red, green and blue; black and white point and gamma of the tone curve; local
    contrast and saturation as what is added (0: none)."""

    gains: tuple[float, float, float] = (1.0, 1.0, 1.0)
    black: float = 0.0
    white: float = 1.0
    gamma: float = 1.0
    contrast: float = 0.0
    color: float = 0.0

    def spiced(self, strength: float) -> "_Plan":
        """The same with a part of local contrast and saturation, which alone can drive pixels to their ends."""
        return replace(self, contrast=self.contrast * strength, color=self.color * strength)


def improve(image: Image.Image) -> Image.Image:
    """Gentle exposure and colour correction of an RGB or RGBA photo; a good photo is left nearly alone.

    A tone curve from the percentiles (limited: a night stays a night), part of the grey-world white balance, and a
    touch of local contrast and colour where light was missing. At most 0.5 % of the pixels newly reach black or white.
    """
    color = image.convert("RGB")
    small = color.copy()
    small.thumbnail((_TINY, _TINY), Image.Resampling.BOX)
    plan, before = _plan(np.asarray(small)), _clipped(np.asarray(small))
    for strength in (1.0, 0.5, 0.0):
        after = _clipped(np.asarray(_applied(small, plan.spiced(strength))))
        if (after & ~before).mean() <= _MOST_CLIPPED:
            break
    color = _applied(color, plan.spiced(strength))
    if image.mode == "RGBA":
        color.putalpha(image.getchannel("A"))
    return color


def _plan(pixels: NDArray[np.uint8]) -> _Plan:
    gains = _balance(pixels)
    balanced = _curve_of(_Plan(gains))[np.arange(3), pixels]
    luma = balanced @ np.array([0.2126, 0.7152, 0.0722])
    low, middle, high = (float(value) for value in np.percentile(luma, (0.5, 50, 99.5)))
    # Black is lowered only out of haze, white raised by half at most.
    black = min(0.10, max(0.0, low - 0.03)) if low > 0.05 else 0.0
    white = max(0.66, high) if high < 0.90 else 1.0
    seated = min(0.999, max(0.01, (middle - black) / (white - black)))
    gamma = 1.0
    if seated < 0.36:
        gamma = max(0.60, np.log(0.40) / np.log(seated))
    elif seated > 0.78:
        gamma = min(1.15, np.log(0.75) / np.log(seated))
    lack = min(1.0, (1 - gamma) / 0.4 + (1 - white) / 0.34 if gamma <= 1 else (1 - white) / 0.34)
    return _Plan(gains, black, white, float(gamma), 0.18 * lack, 0.10 * lack)


def _balance(pixels: NDArray[np.uint8]) -> tuple[float, float, float]:
    """Gains towards grey, judged from what may be grey: a red stew is no cast, nor is a pink wall behind white plates.

    Two thirds of the way, so that warm light stays warm; nothing below a cast of 5 %, at most 22 % for a channel.
    """
    light = (pixels / 255.0) ** 2.2
    top, bottom = pixels.max(2).astype(float), pixels.min(2).astype(float)
    if ((top > 150) & (top - bottom <= 0.045 * top)).mean() > 0.03:
        return 1.0, 1.0, 1.0
    maybe = (top > 40) & (bottom < 245) & (top - bottom < 0.45 * top)
    if maybe.mean() < 0.12:
        return 1.0, 1.0, 1.0
    means = light[maybe].mean(0)
    wanted = means.mean() / means
    if np.abs(wanted - 1).max() < 0.05:
        return 1.0, 1.0, 1.0
    return _three(np.clip(wanted ** 0.67, 0.78, 1.22).tolist())


def _three(values: list[float]) -> tuple[float, float, float]:
    red, green, blue = values
    return red, green, blue


_KNEE = 0.88
"""Above it highlights are pressed together instead of cut off."""


def _shoulder(values: NDArray[np.float64], top: float) -> NDArray[np.float64]:
    """0…``top`` as 0…1: unchanged up to the knee."""
    if top <= 1:
        return values
    return np.where(values > _KNEE, _KNEE + (values - _KNEE) * (1 - _KNEE) / (top - _KNEE), values)


def _curve_of(plan: _Plan) -> NDArray[np.float64]:
    """(3, 256): what each channel's bytes become, 0…1. What was neither black nor white stays so."""
    light = np.arange(256) / 255.0
    gained = [_shoulder(light * gain ** (1 / 2.2), gain ** (1 / 2.2)) for gain in plan.gains]
    span = plan.white - plan.black
    seated = _shoulder((np.array(gained) - plan.black) / span, (1 - plan.black) / span)
    curve = np.clip(seated, 0, 1) ** plan.gamma
    curve[:, 1:255] = curve[:, 1:255].clip(1 / 255, 254 / 255)
    return np.asarray(curve)


def _applied(image: Image.Image, plan: _Plan) -> Image.Image:
    table = (_curve_of(plan) * 255).round().astype(int).ravel().tolist()
    made = image.point(table)
    if plan.contrast > 0.01:
        radius = 0.02 * min(image.size)
        made = made.filter(ImageFilter.UnsharpMask(radius, round(plan.contrast * 100), 0))
    return ImageEnhance.Color(made).enhance(1 + plan.color) if plan.color > 0.005 else made


def _clipped(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return np.asarray((pixels == 0).any(2) | (pixels == 255).any(2))


_NEAR = 0.075
"""Colours nearer than this in OKLab are one colour of a logo: its JPEG noise, its gradient."""
_LEAST_SHARE = 0.012
"""Rarer colours are the rims between two others."""


def palette(image: Image.Image, count: int = 5) -> tuple[str, ...]:
    """Up to ``count`` colours of a logo, the most chromatic first, as ``#RRGGBB``.

    What is transparent, and the white paper around, is no colour of the logo; unless nothing else is there.
    """
    small = image.convert("RGBA")
    small.thumbnail((160, 160), Image.Resampling.BOX)
    rgba = np.asarray(small)
    solid = rgba[..., 3] >= 200
    flat = solid & _flat(rgba)
    seen = rgba[flat if flat.sum() > 0.2 * solid.sum() else solid][:, :3]
    if not len(seen):
        return ()
    lab = oklab(seen)
    paper = (lab[:, 0] > 0.955) & (np.hypot(lab[:, 1], lab[:, 2]) < 0.025)
    if (~paper).mean() >= _LEAST_SHARE:
        seen = seen[~paper]
    found = sorted(_clusters(seen), key=lambda cluster: -cluster[0])
    return tuple(color for _, color in found[:count])


def _flat(rgba: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where a pixel (h, w, 4) is like its four neighbours: the rims between two colours are colours of neither."""
    padded = np.pad(rgba.astype(np.int16), ((1, 1), (1, 1), (0, 0)), mode="edge")
    inner = padded[1:-1, 1:-1]
    beside = (padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:])
    return np.asarray(np.max([np.abs(inner - other).max(2) for other in beside], axis=0) < 24)


def _clusters(pixels: NDArray[np.uint8]) -> list[tuple[float, str]]:
    """(rank, commonest colour) of each cluster: the commonest colour gathers what is near, then the next."""
    colors, counts = np.unique(pixels, axis=0, return_counts=True)
    # Neighbouring bytes vote together, or noise would split a colour into many rare ones.
    bins, where = np.unique(colors >> 3, axis=0, return_inverse=True)
    votes = np.bincount(where.ravel(), counts, minlength=len(bins))[where.ravel()]
    order = np.lexsort((-counts, -votes))
    colors, counts, lab = colors[order], counts[order], oklab(colors[order])
    free = np.ones(len(colors), dtype=bool)
    out: list[tuple[float, str]] = []
    while free.any() and len(out) < 24:
        leader = int(np.argmax(free))
        near = free & (np.linalg.norm(lab - lab[leader], axis=1) < _NEAR)
        share = float(counts[near].sum()) / len(pixels)
        free &= ~near
        if share >= _LEAST_SHARE or not out:
            chroma = float(np.hypot(lab[leader, 1], lab[leader, 2]))
            red, green, blue = (float(value) for value in colors[leader])
            out.append((chroma * share ** 0.2, rgb_to_hex((red, green, blue))))
    return out
