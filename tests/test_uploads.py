"""Uploads, through the real route and the process that reads them: what gets in, what is kept, how it is served."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as some
from PIL import Image

from adgen.errors import AdgenError
from adgen.photo import accept

from .conftest import ROOT
from .small_api import House, house
from .test_photo import bomb, saved, scene

SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'><script>alert(1)</script></svg>"
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\nshowpage\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("uploads")) as one:
        one.owner("minji")
        yield one
        one.services.close()


def send(home: House, data: bytes, name: str = "photo.jpg", kind: str = "image/jpeg") -> Any:
    return home.web.post("/api/v1/photos", files={"file": (name, data, kind)}, headers=home.owner("minji"))


@pytest.mark.parametrize(("data", "code"), [
    (SVG, "photo_unreadable"), (b"<html><script>1</script></html>", "photo_unreadable"), (EPS, "photo_unreadable"),
    (b"%PDF-1.7\n", "photo_unreadable"), (saved(scene(), "GIF"), "photo_unreadable"),
    (saved(scene(), "TIFF"), "photo_unreadable"), (saved(scene(), "BMP"), "photo_unreadable"),
    (b"", "photo_unreadable"),
    (saved(scene())[:500], "photo_unreadable"), (bomb(9000, 9000), "photo_too_large"),
    (bomb(60000, 100), "photo_too_large"), (bomb(40, 40), "photo_unreadable"), (bomb(2000, 100), "photo_unreadable"),
])
def test_only_three_kinds_of_pictures_of_usual_size_get_in(home: House, data: bytes, code: str) -> None:
    for name, kind in (("photo.jpg", "image/jpeg"), ("x.svg", "image/svg+xml"), ("../../etc/passwd", "text/html")):
        answer = send(home, data, name, kind)
        assert answer.status_code in (413, 422) and answer.json()["code"] == code, answer.text


def test_what_is_kept_is_drawn_anew_and_served_in_one_way(home: House) -> None:
    exif = Image.Exif()
    exif[270] = "secret place"
    exif.get_ifd(0x8825)[2] = (37.0, 33.0, 12.0)
    sent = saved(scene(), exif=exif) + b"<script>alert('secret')</script>"
    answer = send(home, sent, "<b>evil</b>.html", "text/html")
    assert answer.status_code == 201
    served = home.web.get(answer.json()["url"])
    assert served.headers["content-type"] in ("image/jpeg", "image/png")
    assert b"secret" not in served.content and not Image.open(io.BytesIO(served.content)).getexif()
    ad = home.ad("minji")
    for url in (answer.json()["url"], ad["image_url"], ad["original_image_url"] if "original_image_url" in ad
                else ad["image_url"]):
        headers = home.web.get(url).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["cache-control"].startswith("private")
        assert headers["content-security-policy"].startswith("sandbox; default-src 'none'")
        assert headers["content-type"].startswith("image/")


def test_files_leave_the_house_through_one_door() -> None:
    """§1.2: four products fixed one kind of picture and forgot another."""
    users = [path.name for path in (ROOT / "adgen").rglob("*.py") if re.search(r"\bFileResponse\(", path.read_text())]
    assert users == ["images.py"]


def test_the_readers_memory_is_bounded() -> None:
    script = ("from adgen.rendering.child import bounded\n"
              "try:\n    with bounded(64 << 20): bytearray(512 << 20)\n"
              "except MemoryError: print('bounded', len(bytearray(128 << 20)))\n")
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["bounded", str(128 << 20)]


@seed(20261130)
@settings(max_examples=60, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(start=some.sampled_from([saved(scene((80, 70)), kind) for kind in ("JPEG", "PNG", "WEBP")]),
       cuts=some.lists(some.tuples(some.integers(0, 4000), some.binary(min_size=1, max_size=12)), max_size=6),
       keep=some.floats(0.05, 1.0))
def test_spoilt_files_are_read_or_refused(start: bytes, cuts: list[tuple[int, bytes]], keep: float) -> None:
    """benchmarks/fuzz.py does the same for minutes."""
    data = bytearray(start[:int(len(start) * keep)])
    for at, piece in cuts:
        data[at % max(len(data), 1):at % max(len(data), 1) + len(piece)] = piece
    try:
        assert accept(bytes(data)).mode in ("RGB", "RGBA")
    except AdgenError as error:
        assert error.code in ("photo_unreadable", "photo_too_large")
