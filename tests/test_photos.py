"""Own photos over REST: accepted, owned, used, deleted."""

import io
import os
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PIL import Image

from adgen import contents

from .small_api import House, house
from .test_worker import Running

pytestmark = pytest.mark.db

V1 = "/api/v1"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("photos")) as one:
        one.owner("minji"), one.owner("jun")
        yield one


def a_photo(width: int = 640, height: int = 480, kind: str = "JPEG", **save: Any) -> bytes:
    pixels = np.random.default_rng(3).integers(0, 256, (6, 8, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).resize((width, height), Image.Resampling.BICUBIC).save(buffer, kind, **save)
    return buffer.getvalue()


def upload(home: House, who: str, data: bytes, name: str = "가게.jpg") -> Any:
    return home.web.post(f"{V1}/photos", headers=home.owner(who), files={"file": (name, data)})


def test_from_upload_to_deletion(home: House) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Secret camera"
    made = upload(home, "minji", a_photo(exif=exif))
    assert made.status_code == 201, made.text
    photo = made.json()
    assert (photo["width"], photo["height"]) == (480, 640), "turned upright"
    assert photo["id"] == photo["photo_id"] and photo["colors"] and photo["created_at"].endswith("Z")
    home.web.cookies.clear()
    shown = home.web.get(photo["url"])
    assert shown.headers["content-type"] == "image/jpeg" and b"Secret camera" not in shown.content
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert shown.headers["content-security-policy"].startswith("sandbox")
    mine = home.owner("minji")
    path = f"{V1}/photos/{photo['id']}"
    assert home.web.get(path, headers=mine).json() == photo
    assert home.web.get(f"{V1}/photos", headers=mine).json()[0] == photo
    assert home.web.delete(path, headers=mine).json()["deleted"] is True
    assert home.web.get(path, headers=mine).json()["code"] == "photo_not_found"
    assert home.web.get(photo["url"]).status_code == 404


@pytest.mark.parametrize("data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<html>", a_photo()[:900],
                                  a_photo(20, 20), a_photo(kind="GIF")])
def test_what_is_no_photo_is_refused(home: House, data: bytes) -> None:
    answer = upload(home, "minji", data)
    assert (answer.status_code, answer.json()["code"]) == (422, "photo_unreadable")


def test_no_file_is_a_missing_field(home: House) -> None:
    answer = home.web.post(f"{V1}/photos", headers=home.owner("minji"))
    assert answer.status_code == 422 and answer.json()["code"] == "invalid_input"


def test_photos_of_others_do_not_exist(home: House) -> None:
    photo, other = upload(home, "minji", a_photo()).json(), home.owner("jun")
    project = home.project("jun")
    store = home.web.get(f"{V1}/stores", headers=other).json()[0]["id"]
    ask = {"project_id": project, "ad_description": "남의 사진", "photo_id": photo["id"]}
    for method, path, body in (("GET", f"/photos/{photo['id']}", None), ("DELETE", f"/photos/{photo['id']}", None),
                               ("POST", "/jobs", ask), ("POST", "/contents/generate", ask),
                               ("POST", "/candidates", ask),
                               ("PUT", f"/stores/{store}", {"logo_id": photo["id"]}),
                               ("POST", "/stores", {"brand_name": "가게", "logo_id": photo["id"]})):
        answer = home.web.request(method, V1 + path, headers=other, json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "photo_not_found"), (method, path)
    name = photo["url"].split("?")[0]
    assert home.web.get(name, headers=other).json()["code"] == "image_not_found"
    assert home.web.get(f"{V1}/photos", headers=other).json() == []
    home.web.cookies.clear()
    assert home.web.get(f"{V1}/photos").status_code == upload_anonymous(home).status_code == 401


def upload_anonymous(home: House) -> Any:
    return home.web.post(f"{V1}/photos", files={"file": ("a.jpg", a_photo())})


def test_an_ad_from_a_photo_is_not_ai_and_outlives_it(home: House) -> None:
    mine, photo = home.owner("minji"), upload(home, "minji", a_photo()).json()
    body = {"project_id": home.project("minji"), "ad_description": "딸기 케이크가 나왔어요", "photo_id": photo["id"],
            "width": 320, "height": 320, "channels": ["kakao_message_wide"]}
    with Running(home.services):
        ad = home.web.post(f"{V1}/contents/generate", headers=mine, json=body).json()
    assert ad["engine"] == "photo" and ad["image_ai"] is False and not ad["label_text"]
    assert ad["digital_source_type"] is None
    home.web.delete(f"{V1}/photos/{photo['id']}", headers=mine)
    path = f"{V1}/contents/{ad['content_id']}"
    base = home.web.get(f"{path}/image?variant=base", headers=mine)
    assert base.status_code == 200 and base.headers["content-type"] == "image/jpeg"
    preview = home.web.post(f"{path}/posters", headers=mine, json={"preview": True, "photo_fix": False})
    assert preview.status_code == 200 and preview.json()["posters"][0]["channel"] == "kakao_message_wide"


def test_a_logo_goes_with_its_photo(home: House) -> None:
    mine, photo = home.owner("minji"), upload(home, "minji", a_photo(200, 120, "PNG"), "로고.png").json()
    store = home.web.get(f"{V1}/stores", headers=mine).json()[0]["id"]
    changed = home.web.put(f"{V1}/stores/{store}", headers=mine, json={"logo_id": photo["id"], "font": "serif"}).json()
    assert (changed["logo_id"], changed["font"]) == (photo["id"], "serif")
    home.web.delete(f"{V1}/photos/{photo['id']}", headers=mine)
    assert home.web.get(f"{V1}/stores/{store}", headers=mine).json()["logo_id"] is None
    assert home.web.put(f"{V1}/stores/{store}", headers=mine, json={"font": "comic"}).status_code == 422


def test_a_sweep_keeps_photos(home: House) -> None:
    photo = upload(home, "minji", a_photo()).json()
    path = home.services.files.path(photo["url"].split("?")[0])
    os.utime(path, (time.time() - 7200,) * 2)
    with home.services.writing() as session:
        contents.sweep(session, home.services.files)
    assert path.is_file()
