"""Own photos: hostile files are refused with a sentence, good ones come out clean, and the correction is gentle."""

import io
import random
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageDraw, ImageFilter
from PIL.PngImagePlugin import PngInfo

from adgen.errors import InvalidInput, PhotoTooLarge, PhotoUnreadable
from adgen.graphics import hex_to_rgb, oklch
from adgen.photo import KEPT_SIDE, MOST_BYTES, accept, has_alpha, improve, palette, stored


def scene(size: tuple[int, int] = (600, 450)) -> Image.Image:
    """A table in good light: many colours, a white plate with a brown stew, a dark edge, a little grain."""
    dice = np.random.default_rng(0)
    width, height = size
    coarse = Image.fromarray(dice.integers(20, 235, (6, 8, 3), dtype=np.uint8))
    pixels = np.asarray(coarse.resize(size, Image.Resampling.BICUBIC), dtype=float) * 0.55 + 58
    pixels = pixels * np.linspace(1.15, 0.55, height)[:, None, None] + dice.normal(0, 3, (height, width, 1))
    image = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for color, box in (((248, 246, 242), (0.3, 0.28, 0.7, 0.83)), ((150, 70, 40), (0.38, 0.39, 0.62, 0.72)),
                       ((14, 12, 12), (0.0, 0.91, 1.0, 1.0))):
        place = (box[0] * width, box[1] * height, box[2] * width, box[3] * height)
        (draw.rectangle if box[0] == 0 else draw.ellipse)(place, fill=color)
    return image.filter(ImageFilter.GaussianBlur(1))


def lit(image: Image.Image, change: Callable[[np.ndarray], np.ndarray]) -> Image.Image:
    """``image`` with its linear light changed."""
    light = (np.asarray(image) / 255.0) ** 2.2
    return Image.fromarray((change(light).clip(0, 1) ** (1 / 2.2) * 255).round().astype(np.uint8))


GOOD = scene()


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A black PNG of any size in a few kilobytes."""
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    row = zlib.compressobj(9)
    packed = b"".join(row.compress(bytes(1 + (width + 7) // 8)) for _ in range(min(height, 2000))) + row.flush()
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
            + chunk(b"IDAT", packed) + chunk(b"IEND", b""))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_usual_files_are_accepted(kind: str) -> None:
    image = accept(saved(GOOD, kind))
    assert image.mode == "RGB" and image.size == GOOD.size
    assert np.abs(np.asarray(image, dtype=int) - np.asarray(GOOD, dtype=int)).mean() < 6


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16", "RGB"])
def test_every_mode_becomes_rgb_or_rgba(mode: str) -> None:
    if mode == "I;16":
        source = Image.fromarray(np.linspace(0, 65535, 200 * 100).reshape(100, 200).astype(np.uint16))
    else:
        source = GOOD.convert("L").convert(mode) if mode == "LA" else GOOD.convert(mode)
    image = accept(saved(source, "JPEG" if mode == "CMYK" else "PNG"))
    assert image.mode == "RGB" and image.size == source.size
    values = np.asarray(image)
    assert values.min() < 30 and values.max() > 225 and 60 < values.mean() < 190


def test_orientation_is_applied_and_everything_else_is_gone() -> None:
    exif = Image.Exif()
    exif[274] = 6
    exif.get_ifd(0x8825)[2] = (37.0, 33.0, 12.0)
    exif[270] = "secret"
    data = saved(GOOD, exif=exif, comment=b"secret", xmp=b"<secret/>") + b"<script>secret</script>"
    image = accept(data)
    assert image.size == (GOOD.height, GOOD.width)
    upright = np.asarray(GOOD.transpose(Image.Transpose.ROTATE_270), dtype=int)
    assert np.abs(np.asarray(image, dtype=int) - upright).mean() < 6
    assert image.info == {} and not image.getexif()
    assert b"secret" not in stored(image) and b"Exif" not in stored(image)


def test_a_file_that_is_a_page_too_comes_out_as_a_photo_only() -> None:
    data = saved(GOOD, comment=b"<html><script>alert(1)</script>") + b"<html><script>alert(1)</script></html>"
    assert b"script" not in stored(accept(data))
    info = PngInfo()
    info.add_text("Comment", "<script>alert(1)</script>")
    logo = Image.new("RGBA", (100, 100), (200, 30, 30, 0))
    assert b"script" not in stored(accept(saved(logo, "PNG", pnginfo=info)))


def test_a_wide_gamut_profile_is_turned_into_srgb() -> None:
    """A profile with swapped primaries shows whether it is read: red becomes another colour, grey stays."""
    patch = Image.new("RGB", (200, 100), (200, 120, 40))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = np.asarray(accept(saved(patch, quality=98, icc_profile=srgb)), dtype=int)
    assert np.abs(plain.mean((0, 1)) - (200, 120, 40)).max() < 4
    swapped = bytearray(srgb)
    tags = {bytes(swapped[132 + 12 * at:136 + 12 * at]): 132 + 12 * at for at in range(swapped[131])}
    red, blue = tags[b"rXYZ"], tags[b"bXYZ"]
    swapped[red + 4:red + 12], swapped[blue + 4:blue + 12] = swapped[blue + 4:blue + 12], swapped[red + 4:red + 12]
    turned = np.asarray(accept(saved(patch, quality=98, icc_profile=bytes(swapped))), dtype=int).mean((0, 1))
    assert np.abs(turned - (40, 120, 200)).max() < 12
    broken = np.asarray(accept(saved(patch, quality=98, icc_profile=b"no profile at all")), dtype=int)
    assert np.abs(broken.mean((0, 1)) - (200, 120, 40)).max() < 4


def test_large_photos_are_reduced_to_what_a_flyer_needs() -> None:
    image = accept(saved(GOOD.resize((4400, 3300)), quality=70))
    assert image.size == (KEPT_SIDE, 2700)
    # Decoded at a half: 39 megapixels are never unpacked whole.
    image = accept(saved(Image.new("RGB", (7600, 5000), "#AA3355"), quality=60))
    assert image.size == (3600, 2368)


def test_a_second_picture_in_a_phones_jpeg_is_left_alone() -> None:
    data = saved(GOOD, "MPO", save_all=True, append_images=[Image.new("RGB", (64, 64), "red")])
    image = accept(data)
    assert image.size == GOOD.size
    assert np.abs(np.asarray(image, dtype=int) - np.asarray(GOOD, dtype=int)).mean() < 6


def test_alpha_is_kept_where_something_shows_through() -> None:
    logo = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    ImageDraw.Draw(logo).ellipse((20, 20, 120, 90), fill=(20, 120, 60, 255))
    for source in (logo, logo.convert("P", palette=Image.Palette.ADAPTIVE)):
        image = accept(saved(source, "PNG"))
        assert image.mode == "RGBA" and has_alpha(image)
        kept = Image.open(io.BytesIO(stored(image)))
        assert kept.format == "PNG" and kept.mode == "RGBA" and kept.getpixel((0, 0))[3] == 0
    opaque = accept(saved(GOOD.convert("RGBA"), "PNG"))
    assert opaque.mode == "RGB" and not has_alpha(opaque)
    assert Image.open(io.BytesIO(stored(opaque))).format == "JPEG"
    assert np.abs(np.asarray(accept(stored(opaque)), dtype=int) - np.asarray(GOOD, dtype=int)).mean() < 3


REFUSED: dict[str, tuple[bytes, type[InvalidInput], str]] = {
    "empty": (b"", PhotoUnreadable, "JPG나 PNG"),
    "text": ("안녕하세요".encode(), PhotoUnreadable, "JPG나 PNG"),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', PhotoUnreadable, "JPG"),
    "HTML": (b"<!doctype html><script>alert(1)</script>", PhotoUnreadable, "JPG"),
    "GIF": (saved(GOOD.convert("P"), "GIF"), PhotoUnreadable, "JPG"),
    "BMP": (saved(GOOD, "BMP"), PhotoUnreadable, "JPG"),
    "TIFF": (saved(GOOD, "TIFF"), PhotoUnreadable, "JPG"),
    "EPS": (saved(GOOD, "EPS"), PhotoUnreadable, "JPG"),
    "PDF": (saved(GOOD, "PDF"), PhotoUnreadable, "JPG"),
    "HEIC": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100), PhotoUnreadable, "HEIC"),
    "a truncated JPEG": (saved(GOOD)[:-4000], PhotoUnreadable, "JPG"),
    "a truncated PNG": (saved(GOOD, "PNG")[:-9000], PhotoUnreadable, "JPG"),
    "the signature alone": (b"\x89PNG\r\n\x1a\n", PhotoUnreadable, "JPG"),
    "an animated WebP": (saved(GOOD, "WEBP", save_all=True, append_images=[Image.new("RGB", GOOD.size)]),
                         PhotoUnreadable, "움직이는"),
    "an animated PNG": (saved(GOOD, "PNG", save_all=True, append_images=[Image.new("RGB", GOOD.size)]),
                        PhotoUnreadable, "움직이는"),
    "a speck": (saved(Image.new("RGB", (63, 400))), PhotoUnreadable, "작아요"),
    "a strip": (saved(Image.new("RGB", (2000, 100))), PhotoUnreadable, "길쭉"),
    "too many bytes": (saved(GOOD) + bytes(MOST_BYTES), PhotoTooLarge, "20MB"),
    "81 megapixels": (bomb(9000, 9000), PhotoTooLarge, "화소"),
    "144 megapixels": (bomb(12000, 12000), PhotoTooLarge, "화소"),
    "400 megapixels": (bomb(20000, 20000), PhotoTooLarge, "화소"),
    "a side beyond reason": (bomb(30000, 1200), PhotoTooLarge, "화소"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_and_why(name: str) -> None:
    data, error, words = REFUSED[name]
    with pytest.raises(InvalidInput, match=words) as caught:
        accept(data)
    assert type(caught.value) is error
    assert (caught.value.code, caught.value.status) == {
        PhotoTooLarge: ("photo_too_large", 413), PhotoUnreadable: ("photo_unreadable", 422)}[error]


def test_the_bomb_is_as_small_as_it_is_said_to_be() -> None:
    assert len(REFUSED["81 megapixels"][0]) < 10_000


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_damaged_files_raise_nothing_of_their_own(kind: str) -> None:
    dice, whole, read = random.Random(kind), saved(scene((120, 90)), kind, exif=Image.Exif().tobytes()), 0
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 3, 20))):
            data[dice.randrange(min(len(data), dice.choice((60, len(data)))))] = dice.randrange(256)
        cut = dice.choice((len(data), dice.randrange(1, len(data))))
        try:
            image = accept(bytes(data[:cut]))
        except InvalidInput as error:
            assert error.code in ("photo_too_large", "photo_unreadable")
        else:
            read += 1
            assert image.mode in ("RGB", "RGBA")
    assert read < 100


def apart(first: Image.Image, second: Image.Image) -> float:
    return float(np.abs(np.asarray(first, dtype=int) - np.asarray(second, dtype=int)).mean())


def cast(image: Image.Image) -> float:
    """How far the plate's white is from grey, in fractions of its light."""
    box = (int(0.32 * image.width), int(0.5 * image.height), int(0.36 * image.width), int(0.6 * image.height))
    means = np.asarray(image.crop(box), dtype=float).mean((0, 1))
    return float((means.max() - means.min()) / means.max())


DARK = lit(GOOD, lambda light: light * 0.16)
WARM = lit(GOOD, lambda light: light * np.array([1.0, 0.78, 0.45]))
BLUE = lit(GOOD, lambda light: light * np.array([0.6, 0.8, 1.0]))
HAZE = lit(GOOD, lambda light: light * 0.5 + 0.12)
BLOWN = lit(GOOD, lambda light: light * 2.2)
NIGHT = lit(GOOD, lambda light: light ** 1.6 * 0.12)


def test_a_good_photo_is_left_alone() -> None:
    assert apart(GOOD, improve(GOOD)) < 2


def test_a_dark_photo_is_lifted_but_a_night_stays_a_night() -> None:
    lifted = np.asarray(improve(DARK), dtype=float).mean()
    assert lifted > np.asarray(DARK, dtype=float).mean() * 1.6
    assert lifted < np.asarray(GOOD, dtype=float).mean() * 1.05
    assert np.asarray(improve(NIGHT), dtype=float).mean() < np.asarray(GOOD, dtype=float).mean() * 0.85


@pytest.mark.parametrize("photo", [WARM, BLUE])
def test_a_cast_is_tamed_not_erased(photo: Image.Image) -> None:
    before, after = cast(photo), cast(improve(photo))
    assert after < 0.6 * before
    assert apart(photo, improve(photo)) < 30


def test_a_coloured_wall_with_white_plates_is_no_cast() -> None:
    wall = Image.new("RGB", (600, 450), (244, 170, 180))
    ImageDraw.Draw(wall).ellipse((200, 150, 400, 350), fill=(246, 245, 243))
    after = np.asarray(improve(wall), dtype=float)[20, 20]
    assert np.abs(after - (244, 170, 180)).max() < 12


def test_a_photo_of_one_strong_colour_is_no_cast() -> None:
    stew = Image.new("RGB", (300, 300), (190, 40, 25)).filter(ImageFilter.GaussianBlur(1))
    means = np.asarray(improve(stew), dtype=float).mean((0, 1))
    assert means[0] > 3 * means[1] and means[0] > 3 * means[2]


def test_haze_gets_contrast() -> None:
    assert np.asarray(improve(HAZE).convert("L")).std() > 1.25 * np.asarray(HAZE.convert("L")).std()


@pytest.mark.parametrize("photo", [GOOD, DARK, WARM, BLUE, HAZE, BLOWN, NIGHT])
def test_next_to_nothing_is_clipped(photo: Image.Image) -> None:
    def clipped(image: Image.Image) -> np.ndarray:
        pixels = np.asarray(image)
        return (pixels == 0).any(2) | (pixels == 255).any(2)

    assert (clipped(improve(photo)) & ~clipped(photo)).mean() <= 0.005


def test_the_photo_that_came_in_is_not_changed_and_alpha_is_kept() -> None:
    logo = DARK.convert("RGBA")
    logo.putalpha(Image.linear_gradient("L").resize(logo.size))
    before = logo.tobytes()
    made = improve(logo)
    assert logo.tobytes() == before
    assert made.mode == "RGBA" and made.getchannel("A").tobytes() == logo.getchannel("A").tobytes()


@pytest.mark.parametrize("color", ["#000000", "#FFFFFF", "#808080"])
def test_one_plain_colour_is_no_reason_to_fail(color: str) -> None:
    assert improve(Image.new("RGB", (64, 64), color)).size == (64, 64)


def logo(ground: str | None, *colors: str) -> Image.Image:
    """Discs of ``colors`` side by side on ``ground`` (None: transparent), with smooth rims."""
    image = Image.new("RGBA", (400 * len(colors), 400), ground or (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for at, color in enumerate(colors):
        draw.ellipse((400 * at + 40, 40, 400 * at + 360, 360), fill=color)
    return image.resize((100 * len(colors), 100), Image.Resampling.LANCZOS)


@pytest.mark.parametrize("ground", ["#FFFFFF", "#FDFDFB", None])
def test_a_logos_colours_without_its_paper(ground: str | None) -> None:
    colors = ("#1F4E9E", "#F2B705", "#3A3A3A")
    found = palette(logo(ground, *colors))
    assert len(found) == 3
    for color in colors:
        near = min(sum(abs(a - b) for a, b in zip(hex_to_rgb(color), hex_to_rgb(other), strict=True))
                   for other in found)
        assert near <= 6, (color, found)
    assert [oklch(color)[1] for color in found][-1] == min(oklch(color)[1] for color in found), "grey comes last"


def test_a_jpeg_logo_gives_the_same_colours() -> None:
    source = logo("#FFFFFF", "#C8102E", "#00843D").convert("RGB")
    found = palette(accept(saved(source, quality=75)))
    assert len(found) == 2
    assert oklch(found[0])[2] == pytest.approx(oklch("#C8102E")[2], abs=8)
    assert oklch(found[1])[2] == pytest.approx(oklch("#00843D")[2], abs=8)


def test_a_white_logo_and_an_empty_one() -> None:
    assert palette(logo(None, "#FFFFFF")) == ("#FFFFFF",)
    assert palette(Image.new("RGBA", (80, 80), (0, 0, 0, 0))) == ()


def test_no_more_colours_than_asked_for() -> None:
    assert len(palette(GOOD, 3)) == 3
    assert len(palette(GOOD)) == 5
