"""The QR code on the poster is read by a scanner at the sizes it is drawn at."""

import io

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from adgen.poster.draw import Canvas, qr, qr_modules
from adgen.poster.geometry import Rect
from adgen.poster.scene import qr_side

LENGTHS = (20, 45, 80, 120, 180, 240, 300)


def link(length: int) -> str:
    """A link of exactly ``length`` characters, in no regular pattern."""
    return ("https://naver.me/" + "".join("x7Kq-2mZ_9aB"[(at * 7 + at // 5) % 12] for at in range(length)))[:length]


def drawn(text: str, short: int) -> Image.Image:
    """The code as it stands on a poster with that short side, with busy picture around it."""
    side = qr_side(text, short, 0.3 * short)
    assert side, "a code is drawn at this size"
    noise = np.random.default_rng(3).integers(0, 255, (side + 80, side + 80, 3), dtype=np.uint8)
    canvas = Canvas(Image.fromarray(noise))
    qr(canvas, text, Rect(40, 40, side, side), "#1D3557")
    return canvas.image


def read(image: Image.Image) -> str:
    """What a scanner reads, or ''."""
    found = zxingcpp.read_barcodes(np.asarray(image.convert("RGB")))
    return found[0].text if found else ""


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("short", [1080, 1200, 2048])
def test_the_code_is_read_whole_halved_and_compressed(length: int, short: int) -> None:
    text = link(length)
    image = drawn(text, short)
    assert read(image) == text
    assert read(image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS)) == text
    data = io.BytesIO()
    image.save(data, "JPEG", quality=60)
    assert read(Image.open(data)) == text


def test_what_no_code_holds_has_no_modules() -> None:
    assert qr_modules("") == qr_modules("x" * 5000) == 0
    assert qr_modules(link(20)) < qr_modules(link(300))
