"""What pictures say of their making: source type, visible mark, signature."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from adgen.channels import CHANNELS, channel, offered
from adgen.encoding import encode
from adgen.provenance import (
    DISH_KO,
    LABEL_KO,
    PHOTO,
    Marks,
    encode_png,
    fields,
    label,
    mark,
    realism,
    sign,
    source_type,
)

from .conftest import ROOT

COMPOSITE = "compositeWithTrainedAlgorithmicMedia"
TREE = {"picture_by_ai": False, "own_photo": False, "words_by_ai": False, "typeset": True}


@pytest.mark.parametrize(("how", "expected"), [
    ({"picture_by_ai": True}, COMPOSITE), ({"picture_by_ai": True, "typeset": False}, "trainedAlgorithmicMedia"),
    ({"picture_by_ai": True, "own_photo": True, "typeset": False}, COMPOSITE), ({}, "algorithmicMedia"),
    ({"words_by_ai": True}, COMPOSITE), ({"words_by_ai": True, "typeset": False}, "algorithmicMedia"),
    ({"own_photo": True}, None), ({"own_photo": True, "words_by_ai": True}, COMPOSITE),
    ({"own_photo": True, "words_by_ai": True, "typeset": False}, None),
])
def test_the_source_type_is_true(how: dict[str, bool], expected: str | None) -> None:
    assert source_type(**{**TREE, **how}) == expected


def test_fields_keep_their_keys_and_agree_with_the_file() -> None:
    flux = fields(engine="flux", picture_by_ai=True, copy_by_ai=False, text_model=None)
    assert flux["label_text"] == LABEL_KO and flux["ai_generated"] and flux["digital_source_type"].endswith(COMPOSITE)
    photo = fields(engine=PHOTO, picture_by_ai=False, copy_by_ai=False, text_model=None)
    assert photo["digital_source_type"] is None and photo["label_text"] == "" and photo["own_photo"]
    drawn = fields(engine="illustration", picture_by_ai=False, copy_by_ai=False, text_model=None)
    data = encode_png(Image.new("RGB", (8, 8)), source_type(picture_by_ai=False), "j")
    found: Any = Image.open(io.BytesIO(data)).getxmp()["xmpmeta"]["RDF"]["Description"]
    assert found["DigitalSourceType"] == drawn["digital_source_type"]
    assert set(flux) == set(photo) == {"ai_generated", "image_ai", "copy_ai", "engine", "text_model", "label_text",
                                       "own_photo", "digital_source_type"}


def test_the_mark_is_on_unless_switched_off_with_a_notice() -> None:
    square = channel("instagram_square")
    assert mark(True, square).text == mark(True, None).text == label(True) == LABEL_KO
    assert not mark(True, square).forced and mark(True, square).notice is None
    off = mark(True, square, wanted=False)
    assert off.text == "" and not off.forced and off.notice and "AI" in off.notice.ko and "AI" in off.notice.en


def test_no_picture_of_ours_is_marked_that_no_model_made() -> None:
    for row in CHANNELS.values():
        assert mark(False, row, wanted=True, realistic=realism("food")).text == ""


def test_the_mark_stays_where_the_channel_or_the_picture_demands_it() -> None:
    daangn = mark(True, channel("daangn"), wanted=False)
    assert (daangn.text, daangn.forced) == (LABEL_KO, True) and daangn.notice and "이 채널" in daangn.notice.ko
    for row in offered()["delivery"]:
        assert mark(True, row, wanted=False).text == DISH_KO and mark(True, row).forced
    real = mark(True, channel("instagram_square"), wanted=False, realistic=realism("a latte on a table"))
    assert (real.text, real.forced) == (LABEL_KO, True) and real.notice and "음식" in real.notice.ko
    assert mark(True, channel("naver_blog"), realistic=realism("a smiling barista")).text.endswith("가상 인물")


@pytest.mark.parametrize(("description", "kinds"), [
    ("a cup of caffè latte on a wooden table in a cosy Korean café, commercial photograph", {"food", "interior"}),
    ("a smiling woman with a bouquet", {"people"}), ("a young couple in a hair salon", {"people", "interior"}),
    ("autumn leaves on grey stone", set()), ("a bouquet of tulips, soft daylight", set()),
    ("따뜻한 커피 한 잔", {"food"}), ("웃고 있는 바리스타", {"people"}), ("밝은 매장 실내", {"interior"}),
    ("보라색 배경", set()),
    ("예쁘게 하면 좋은 꽃다발", set()), ("watercolour illustration of a barista", set()),
    ("a photograph of a barista next to an illustration", {"people"}), ("", set()), ("blackboard", set()),
])
def test_realism_is_read_from_the_description(description: str, kinds: set[str]) -> None:
    assert realism(description) == kinds


def test_without_the_package_signing_says_how_to_get_it() -> None:
    script = ("import sys; sys.modules['c2pa'] = None\n"
              "from pathlib import Path\nfrom adgen.errors import StartupError\nfrom adgen.provenance import sign\n"
              "try:\n    sign(b'', 'image/png', Path('nowhere'))\n"
              "except StartupError as error:\n    print(error, error.say('en'))\n")
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.count("requirements-c2pa.txt") == 2 and "설치" in answer.stdout
    assert not (ROOT / "nowhere").exists()


@pytest.mark.parametrize("key", ["instagram_square", "mms", "kakao_bizboard"])
def test_a_signed_file_keeps_its_limit_and_shows_one_changed_byte(key: str, tmp_path: Path) -> None:
    c2pa = pytest.importorskip("c2pa")
    row = channel(key)
    bands = 4 if row.kind == "bizboard" else 3
    pixels = np.random.default_rng(2).integers(0, 256, (row.height, row.width, bands), dtype=np.uint8)
    encoded = encode(Image.fromarray(pixels), row, Marks(COMPOSITE, "job", tmp_path / "data"))
    assert row.max_bytes and len(encoded.data) <= row.max_bytes

    def state(data: bytes) -> str:
        with c2pa.Reader(encoded.mime, io.BytesIO(data)) as reader:
            return str(reader.get_validation_state())

    assert state(encoded.data) == "Valid"
    with c2pa.Reader(encoded.mime, io.BytesIO(encoded.data)) as reader:
        assert f"digitalsourcetype/{COMPOSITE}" in reader.json()
    changed = bytearray(encoded.data)
    changed[len(changed) // 2] ^= 1
    assert state(bytes(changed)) == "Invalid"
    found: Any = Image.open(io.BytesIO(encoded.data)).getxmp()["xmpmeta"]["RDF"]["Description"]
    assert found["DigitalSourceType"].endswith(COMPOSITE)


def test_each_installation_makes_one_key_that_only_it_can_read(tmp_path: Path) -> None:
    pytest.importorskip("c2pa")
    data = encode_png(Image.new("RGB", (64, 64), "teal"), None, "job")
    for name in ("one", "two"):
        assert len(sign(data, "image/png", tmp_path / name)) - len(data) < 6000
    keys = [(tmp_path / name / "c2pa.pem").read_text() for name in ("one", "two")]
    assert keys[0] != keys[1] and (tmp_path / "one" / "c2pa.pem").stat().st_mode & 0o777 == 0o600
    sign(data, "image/png", tmp_path / "one")
    assert (tmp_path / "one" / "c2pa.pem").read_text() == keys[0]
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["c2pa.pem"]
