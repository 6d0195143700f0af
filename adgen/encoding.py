"""A finished picture as a file: a channel's exact pixels, its file type, and never more than its bytes.

A limit is met by encoding alone, never by cutting or shrinking. The marks of ``provenance`` are part of the bytes that
are counted. Korean channels name JPEG and PNG only, so there is no WebP here.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

import numpy as np
from PIL import Image

from .brief import Note
from .channels import Channel
from .errors import AdgenError
from .provenance import Marks, encode_png, png_info, sign, xmp

PRINT_DPI = 300
BEST, FULL_COLOUR_FLOOR, FLOOR = 92, 75, 50
"""JPEG: the highest quality tried; below the second colour is halved rather than quality lowered; below the third the
owner is told."""
COLOURS = (256, 128, 64, 32, 16, 4, 2)
LEVELS = (64, 32, 16, 8, 6, 4, 3, 2)
"""Steps of each channel of a picture with transparency, which keeps its type: Kakao wants a PNG-24."""
SIGNATURE_ROOM = 6_000
"""Bytes kept free for a C2PA signature (2,700 measured)."""
COARSE = Note("이 채널의 용량 제한이 작아서 그림이 조금 거칠게 보일 수 있어요.",
              "This channel's size limit is small, so the picture may look a little coarse.")
_MIME = {"png": "image/png", "jpg": "image/jpeg"}


@dataclass(frozen=True)
class Encoded:
    """The bytes to deliver.

    ``how`` says what the limit asked for: "truecolour", "packed", "64 colours", "16 levels", "4:4:4", "4:2:0".
    ``quality`` is JPEG's, 1…92, None for PNG. ``notes`` tell the owner when it had to become coarse.
    """

    data: bytes
    extension: Literal["png", "jpg"]
    how: str
    quality: int | None = None
    notes: tuple[Note, ...] = ()

    @property
    def mime(self) -> str:
        """The media type."""
        return _MIME[self.extension]


def encode(image: Image.Image, channel: Channel, marks: Marks) -> Encoded:
    """``image`` (RGB, or RGBA for a bizboard) as the channel wants it.

    A print's picture becomes a PNG that records 300 dpi; its PDF is made elsewhere. Raises ValueError when the size is
    not the channel's, AdgenError when not even the coarsest file is small enough (no row of the table is such).
    """
    if image.size != (channel.width, channel.height):
        raise ValueError(f"{channel.key} is {channel.width}×{channel.height}, not {image.width}×{image.height}")
    room = None if channel.max_bytes is None else channel.max_bytes - (SIGNATURE_ROOM if marks.signing else 0)
    found = _jpeg(image, room, marks) if channel.file == "jpg" else _png(image, room, marks, channel)
    if found is None:
        raise AdgenError("{channel} 용량 제한 안으로 줄이지 못했어요. 다른 크기를 골라 주세요.",
                         "This does not fit the size limit of {channel}. Please choose another size.",
                         channel=channel.ko)
    if marks.signing is None:
        return found
    return replace(found, data=sign(found.data, found.mime, marks.signing, marks.source_type))


def _png(image: Image.Image, room: int | None, marks: Marks, channel: Channel) -> Encoded | None:
    """The first of the PNGs that fits, the best first."""
    dpi = {"dpi": (PRINT_DPI, PRINT_DPI)} if channel.mm else {}
    data = encode_png(image, marks.source_type, marks.job_id, **dpi)
    if room is None or len(data) <= room:
        return Encoded(data, "png", "truecolour")
    steps = _fewer_levels(image) if image.mode == "RGBA" else _fewer_colours(image)
    for how, smaller in steps:
        # Run lengths pack dithered levels as small as level 9 does, 20 times faster (measured on noise and cut-outs).
        data = encode_png(smaller, marks.source_type, marks.job_id, **dpi)
        if len(data) > room and (how == "packed" or smaller.mode == "P"):
            buffer = io.BytesIO()
            smaller.save(buffer, "PNG", compress_level=6, pnginfo=png_info(marks.source_type, marks.job_id), **dpi)
            data = buffer.getvalue()
        if len(data) <= room:
            return Encoded(data, "png", how, notes=(COARSE,) if how in _COARSE else ())
    return None


_COARSE = {f"{n} colours" for n in COLOURS if n < 64} | {f"{n} levels" for n in LEVELS if n < 16}


def _fewer_colours(image: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """The picture itself, then with ever smaller palettes, its errors diffused (Floyd–Steinberg)."""
    image = image.convert("RGB")
    yield "packed", image
    for colours in COLOURS:
        palette = image.quantize(colours, method=Image.Quantize.MEDIANCUT)
        yield f"{colours} colours", image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)


def _fewer_levels(image: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """The picture with its invisible colours blanked, then with ever fewer levels a channel, dithered in 8×8 squares.

    Transparency is rounded without dither, so that clear stays clear and solid stays solid.
    """
    pixels = np.array(image)
    pixels[pixels[..., 3] == 0] = 0
    yield "packed", Image.fromarray(pixels)
    height, width = pixels.shape[:2]
    dither = np.tile(_bayer(8), (height // 8 + 1, width // 8 + 1))[:height, :width, None]
    for levels in LEVELS:
        steps = pixels * np.float32((levels - 1) / 255)
        steps[..., :3] = np.floor(steps[..., :3] + dither)
        coarse = np.rint(np.rint(steps) * (255 / (levels - 1))).astype(np.uint8)
        coarse[coarse[..., 3] == 0] = 0
        yield f"{levels} levels", Image.fromarray(coarse)


def _bayer(side: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    """Bayer's ordered thresholds, 0…1 exclusive; ``side`` is a power of two."""
    ranks = np.zeros((1, 1), np.float32)
    while len(ranks) < side:
        ranks = np.block([[4 * ranks, 4 * ranks + 2], [4 * ranks + 3, 4 * ranks + 1]])
    return (ranks + np.float32(0.5)) / np.float32(side * side)


def _jpeg(image: Image.Image, room: int | None, marks: Marks) -> Encoded | None:
    """The highest quality that fits, full colour before halved colour, sharp text being what an ad is about."""
    flat = _flattened(image)
    packet = xmp(marks.source_type, marks.job_id).encode()

    def fitting(subsampling: str, quality: int) -> bytes | None:
        """The file, packed harder where that is needed to fit; None when it does not."""
        for optimize in (False, True):
            buffer = io.BytesIO()
            flat.save(buffer, "JPEG", quality=quality, subsampling=subsampling, optimize=optimize, xmp=packet)
            if room is None or buffer.tell() <= room:
                return buffer.getvalue()
            # Pillow's buffer for the packed form holds a byte a pixel; a larger file breaks off (measured, 12.3).
            if buffer.tell() >= flat.width * flat.height:
                return None
        return None

    for subsampling, lowest in (("4:4:4", FULL_COLOUR_FLOOR), ("4:2:0", 1)):
        found = _highest(lowest, partial(fitting, subsampling))
        if found:
            quality, data = found
            return Encoded(data, "jpg", subsampling, quality, (COARSE,) if quality < FLOOR else ())
    return None


def _highest(lowest: int, fitting: Callable[[int], bytes | None]) -> tuple[int, bytes] | None:
    """The highest quality of ``lowest``…BEST whose file fits, by halving, and the file; None when none does."""
    best = fitting(BEST)
    if best is not None:
        return BEST, best
    best, low, high = fitting(lowest), lowest, BEST
    while best is not None and high - low > 1:
        middle = (low + high) // 2
        data = fitting(middle)
        if data is None:
            high = middle
        else:
            best, low = data, middle
    return None if best is None else (low, best)


def _flattened(image: Image.Image) -> Image.Image:
    """RGB on white: JPEG knows no transparency."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    return white.convert("RGB")
