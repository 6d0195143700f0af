"""Finished pictures as files: exact pixels, type, byte limit and marks, in the delivered bytes."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from adgen.channels import Channel, channel, offered
from adgen.encoding import BEST, COARSE, FULL_COLOUR_FLOOR, Encoded, encode
from adgen.errors import AdgenError
from adgen.provenance import Marks, encode_png

MARKS = Marks("compositeWithTrainedAlgorithmicMedia", "job<&\"'")
OFFERED = [row for rows in offered().values() for row in rows]
TIGHT = [row for row in OFFERED if row.max_bytes and row.max_bytes <= 500_000]


def noise(row: Channel) -> Image.Image:
    """What no encoder packs."""
    bands = 4 if row.kind == "bizboard" else 3
    return Image.fromarray(np.random.default_rng(1).integers(0, 256, (row.height, row.width, bands), dtype=np.uint8))


def flyer(row: Channel) -> Image.Image:
    """A soft gradient with sharp red bars."""
    across = np.linspace(0, 255, row.width)[None, :, None]
    image = Image.fromarray(np.broadcast_to(across, (row.height, row.width, 3)).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for y in range(20, row.height - 20, 40):
        draw.rectangle((20, y, row.width // 2, y + 12), fill="#D00020")
    return image.convert("RGBA") if row.kind == "bizboard" else image


def opened(encoded: Encoded) -> Image.Image:
    image = Image.open(io.BytesIO(encoded.data))
    image.load()
    return image


def marks_of(image: Image.Image) -> dict[str, str]:
    """The description in the file's XMP, by a real XML parser."""
    found = image.getxmp()["xmpmeta"]["RDF"]["Description"]
    assert isinstance(found, dict)
    return found


def check(row: Channel, encoded: Encoded) -> Image.Image:
    """The delivered bytes are what the channel takes."""
    image = opened(encoded)
    assert image.size == (row.width, row.height)
    assert (image.format, encoded.extension) == (("JPEG", "jpg") if row.file == "jpg" else ("PNG", "png"))
    assert encoded.mime == Image.MIME[image.format or ""]
    assert row.max_bytes is None or len(encoded.data) <= row.max_bytes
    found = marks_of(image)
    assert found["DigitalSourceType"].endswith("/compositeWithTrainedAlgorithmicMedia")
    assert found["CreatorTool"] == "AdGen" and found["identifier"] == MARKS.job_id
    return image


@pytest.mark.parametrize("row", OFFERED, ids=lambda row: row.key)
def test_every_channel_gets_its_file(row: Channel) -> None:
    image = check(row, encode(flyer(row), row, MARKS))
    assert image.mode == ("RGBA" if row.kind == "bizboard" else "RGB")
    if row.mm:
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)


@pytest.mark.parametrize("row", TIGHT, ids=lambda row: row.key)
def test_noise_keeps_the_limit_too(row: Channel) -> None:
    encoded = encode(noise(row), row, MARKS)
    check(row, encoded)
    assert row.max_bytes and len(encoded.data) > 0.5 * min(row.max_bytes, row.width * row.height * 3)


def test_the_usual_png_is_lossless_and_the_fast_one() -> None:
    row = channel("instagram_portrait")
    picture = flyer(row)
    encoded = encode(picture, row, MARKS)
    assert encoded.data == encode_png(picture, MARKS.source_type, MARKS.job_id) and encoded.how == "truecolour"
    assert np.array_equal(np.array(opened(encoded)), np.array(picture))


def test_jpeg_keeps_full_colour_while_it_can_and_states_its_quality() -> None:
    row = channel("kakao_display_wide")
    easy, hard = encode(flyer(row), row, MARKS), encode(noise(row), row, MARKS)
    assert (easy.how, easy.quality) == ("4:4:4", BEST) and hard.how == "4:2:0" and hard.quality
    middle = encode(noise(row), replace(row, max_bytes=1_100_000), MARKS)
    assert middle.how == "4:4:4" and middle.quality and FULL_COLOUR_FLOOR <= middle.quality < BEST
    for encoded in (easy, hard, middle):
        again = io.BytesIO()
        Image.new("RGB", (16, 16)).save(again, "JPEG", quality=encoded.quality, subsampling=encoded.how)
        want, got = Image.open(again), opened(encoded)
        assert want.quantization == got.quantization and want.layer == got.layer  # type: ignore[attr-defined]


def test_the_quality_is_the_highest_that_fits() -> None:
    row = channel("mms")
    encoded = encode(noise(row), row, MARKS)
    better = io.BytesIO()
    assert encoded.quality and row.max_bytes
    noise(row).save(better, "JPEG", quality=encoded.quality + 1, subsampling="4:2:0", optimize=True)
    assert better.tell() > row.max_bytes - 2000
    assert encoded.notes == (COARSE,)


def test_a_png_over_its_limit_loses_colours_but_no_edge() -> None:
    row = channel("instagram_square")
    grain = np.random.default_rng(0).normal(0, 2, (row.height, row.width, 1))
    picture = Image.fromarray(np.clip(np.array(flyer(row)) + grain, 0, 255).astype(np.uint8))
    for limit, what in ((3_000_000, "truecolour"), (900_000, "colours")):
        encoded = encode(picture, replace(row, max_bytes=limit), MARKS)
        assert what in encoded.how and len(encoded.data) <= limit
        shown = np.array(opened(encoded).convert("RGB"), np.float32)
        blocks = [np.add.reduceat(np.add.reduceat(a, range(0, 1080, 8), 0), range(0, 1080, 8), 1) / 64
                  for a in (shown, np.array(picture, np.float32))]
        assert np.abs(blocks[0] - blocks[1]).mean() < 12


@pytest.mark.parametrize("limit", [300_000, 150_000, 90_000])
def test_a_bizboard_keeps_clear_clear_and_solid_solid(limit: int) -> None:
    row = replace(channel("kakao_bizboard"), max_bytes=limit)
    pixels = np.array(noise(row))
    pixels[..., 3] = 0
    pixels[20:240, 700:900, 3] = 255
    pixels[20:240, 900:940, 3] = np.linspace(255, 0, 40).astype(np.uint8)
    encoded = encode(Image.fromarray(pixels), row, MARKS)
    image = check(row, encoded)
    shown = np.array(image)
    assert image.mode == "RGBA" and (shown[..., 3][pixels[..., 3] == 0] == 0).all()
    assert (shown[..., 3][pixels[..., 3] == 255] == 255).all()
    assert abs(shown[20:240, 700:900, :3].mean() - pixels[20:240, 700:900, :3].mean()) < 6
    assert not shown[pixels[..., 3] == 0].any()


def test_a_jpeg_of_a_clear_picture_stands_on_white() -> None:
    row = channel("kakao_brand_message")
    shown = opened(encode(Image.new("RGBA", (row.width, row.height), (0, 0, 0, 0)), row, MARKS))
    assert shown.getpixel((400, 200)) == (255, 255, 255)


def test_another_size_and_an_impossible_limit_are_refused() -> None:
    row = channel("kakao_brand_message")
    with pytest.raises(ValueError, match="800×400"):
        encode(Image.new("RGB", (801, 400)), row, MARKS)
    for key in ("kakao_brand_message", "kakao_bizboard", "naver_small"):
        row = replace(channel(key), max_bytes=900)
        with pytest.raises(AdgenError, match="용량 제한"):
            encode(noise(row), row, MARKS)


def test_an_own_photo_names_no_source_type_in_either_file() -> None:
    for key in ("instagram_square", "kakao_brand_message"):
        found = marks_of(opened(encode(flyer(channel(key)), channel(key), Marks(None, "j"))))
        assert "DigitalSourceType" not in found and found["CreatorTool"] == "AdGen"
