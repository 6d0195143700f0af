"""Edits, versions, candidates, zips and the export log over REST: ok, not found, not allowed."""

import base64
import io
import time
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from PIL import Image

from adgen.channels import CHANNELS
from adgen.editing import engine_name
from adgen.forms import AdRequest
from adgen.services import Services

from .small_api import House, finish_next, house
from .test_worker import PlainEngine, Running, ended, until

V1 = "/api/v1"
ASK = {"ad_description": "가을 한정 고구마 라떼 4,900원", "width": 256, "height": 256,
       "channels": ["kakao_message_wide"]}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("posters"), ADGEN_ENGINE="illustration") as one:
        one.owner("minji"), one.owner("jun")
        yield one


def made(home: House, engine: Any = None, **fields: Any) -> dict[str, Any]:
    """A finished ad of minji, made by the real worker."""
    mine, services = home.owner("minji"), home.services
    user_id = home.web.get(f"{V1}/users/me", headers=mine).json()["id"]
    job_id = services.submit(user_id, AdRequest(project_id=home.project("minji"), **{**ASK, **fields}))
    with Running(services, engine):
        job = until(services, user_id, job_id, ended)
    assert job["state"] == "done", job
    return dict(home.web.get(f"{V1}/contents/{job['content_id']}", headers=mine).json())


@pytest.fixture(scope="module")
def ad(home: House) -> dict[str, Any]:
    return made(home, badge="NEW", items=[{"name": "고구마 라떼", "price": "4,900원"}], seed=5)


def post(home: House, path: str, body: dict[str, Any], who: str = "minji") -> Any:
    return home.web.post(V1 + path, headers=home.owner(who), json=body)


def ids(home: House, query: str = "") -> list[int]:
    return [row["id"] for row in home.web.get(f"{V1}/contents{query}", headers=home.owner("minji")).json()]


def test_a_preview_is_stored_nowhere(home: House, ad: dict[str, Any]) -> None:
    before = sorted(path.name for path in home.services.files.folder.iterdir())
    answer = post(home, f"/contents/{ad['id']}/posters", {
        "preview": True, "channels": ["instagram_square", "print_a5"],
        "texts": {"headline": "오늘만 반값", "badge": ""}})
    assert answer.status_code == 200, answer.text
    rows = answer.json()["posters"]
    assert [(row["channel"], row["width"], row["height"]) for row in rows] == [
        ("instagram_square", 1080, 1080), ("print_a5", CHANNELS["print_a5"].width, CHANNELS["print_a5"].height)]
    for row in rows:
        picture = Image.open(io.BytesIO(base64.b64decode(row["image"].removeprefix("data:image/jpeg;base64,"))))
        assert picture.width == 540 and row["template"] and row["min_contrast"] >= 3.0 and row["notes"] is not None
    assert answer.json()["ai_generated"] is False and answer.json()["engine"] == "illustration"
    assert sorted(path.name for path in home.services.files.folder.iterdir()) == before
    assert home.web.get(f"{V1}/contents/{ad['id']}", headers=home.owner("minji")).json()["copy"] == ad["copy"]


def test_an_edit_is_a_new_version_and_the_old_one_stays(home: House) -> None:
    first = made(home, seed=6)
    second = post(home, f"/contents/{first['id']}/posters", {"texts": {"headline": "오늘만 반값", "subline": ""},
                                                             "font": "serif", "colors": ["#0f766e"]})
    assert second.status_code == 201, second.text
    new = second.json()
    assert (new["parent_id"], new["replaced_by_id"], new["job_id"]) == (first["id"], None, None)
    assert (new["copy"]["headline"], new["copy"]["subline"]) == ("오늘만 반값", "")
    assert new["copy"]["captions"] == first["copy"]["captions"]
    assert new["ai_config"]["render"]["colors"] == ["#0F766E"] and new["ai_config"]["render"]["font"] == "serif"
    assert [row["channel"] for row in new["posters"]] == ["kakao_message_wide"]
    names = {file["name"] for file in new["files"]}
    assert len(names) == 3 and not names & {file["name"] for file in first["files"]}
    assert new["id"] in ids(home) and first["id"] not in ids(home)
    assert {new["id"], first["id"]} <= {*ids(home, "?versions=true")}
    old = home.web.get(f"{V1}/contents/{first['id']}", headers=home.owner("minji")).json()
    assert old["replaced_by_id"] == new["id"] and old["copy"] == first["copy"]
    assert home.web.get(old["image_url"]).status_code == 200


def test_versions_come_back_when_newer_ones_go(home: House) -> None:
    mine = home.owner("minji")
    first = made(home, seed=8)["id"]
    second = post(home, f"/contents/{first}/posters", {"texts": {"headline": "둘째"}}).json()["id"]
    third = post(home, f"/contents/{second}/posters", {"template": "card"}).json()
    assert third["copy"]["headline"] == "둘째" and third["posters"][0]["template"] == "card"

    def shown() -> set[int]:
        return {first, second, third["id"]} & {*ids(home)}

    assert shown() == {third["id"]}
    home.web.delete(f"{V1}/contents/{second}", headers=mine)
    assert shown() == {third["id"]}
    home.web.delete(f"{V1}/contents/{third['id']}", headers=mine)
    assert shown() == {first}
    home.web.post(f"{V1}/contents/{third['id']}/restore", headers=mine)
    home.web.post(f"{V1}/contents/{second}/restore", headers=mine)
    assert third["id"] in shown()


def test_an_edit_without_words_renders_the_very_same_picture(home: House, ad: dict[str, Any]) -> None:
    again = post(home, f"/contents/{ad['id']}/posters", {}).json()
    pictures = [{file["variant"]: Image.open(home.services.files.path(file["name"])).convert("RGB").tobytes()
                 for file in one["files"]} for one in (ad, again)]
    assert pictures[0] == pictures[1]
    assert again["copy"]["items"] == [{"name": "고구마 라떼", "price": "4,900원"}] and again["copy"]["badge"] == "NEW"


def test_the_ads_of_the_first_release_can_be_edited(home: House) -> None:
    old = home.ad("minji")
    answer = post(home, f"/contents/{old['id']}/posters", {"preview": True, "channels": ["instagram_square"]})
    assert answer.status_code == 200 and answer.json()["posters"][0]["template"]


def test_a_failed_ad_has_nothing_to_edit(home: House) -> None:
    user_id = home.web.get(f"{V1}/users/me", headers=home.owner("minji")).json()["id"]
    home.services.submit(user_id, AdRequest(project_id=home.project("minji"), ad_description="딸기 케이크"))
    content_id = finish_next(home.services, fails="못 만들었어요.")
    answer = post(home, f"/contents/{content_id}/posters", {"preview": True})
    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_edit")


def test_a_painted_ad_keeps_its_mark(home: House) -> None:
    painted = made(home, PlainEngine(), image_prompt="a bowl of noodles, photograph")
    body = {"preview": True, "ai_label": False, "channels": ["instagram_square"]}
    answer = post(home, f"/contents/{painted['id']}/posters", body).json()
    assert answer["image_ai"] and answer["label_text"]
    assert answer["posters"][0]["label_shown"] and answer["posters"][0]["notes"], "food looks real: the mark stays"


@pytest.mark.parametrize("body", [
    {"template": "nope"}, {"style": "nope"}, {"font": "comic"}, {"channels": []}, {"channels": ["nowhere"]},
    {"colors": ["red"]}, {"colors": ["#000000"] * 6}, {"texts": {"headline": ""}}, {"texts": {"badge": "가" * 13}},
    {"texts": {"items": [{"name": "x"}] * 9}}, {"texts": {"items": [{"price": "1"}]}}, {"texts": "x"},
])
def test_what_cannot_be_is_refused_in_korean(home: House, ad: dict[str, Any], body: dict[str, Any]) -> None:
    answer = post(home, f"/contents/{ad['id']}/posters", {"preview": True, **body})
    assert answer.status_code == 422 and answer.json()["code"] == "invalid_input"
    assert not str(answer.json()["detail"]).isascii()


def test_a_refused_channel_says_why(home: House, ad: dict[str, Any]) -> None:
    refused = next(row for row in CHANNELS.values() if row.refused)
    ask = {**ASK, "project_id": home.project("minji"), "channels": [refused.key]}
    for path, body in (("/jobs", ask), (f"/contents/{ad['id']}/posters", {"channels": [refused.key]})):
        answer = post(home, path, body)
        assert answer.status_code == 422 and refused.refused is not None
        assert answer.json()["detail"][0]["msg"] == refused.refused.ko


def test_candidates_without_a_job(home: House) -> None:
    jobs = home.web.get(f"{V1}/jobs", headers=home.owner("minji")).json()
    body = {**ASK, "project_id": home.project("minji"), "seed": 11, "count": 2}
    rows = post(home, "/candidates", body).json()["candidates"]
    assert len(rows) == 2 and rows[0]["style"] != rows[1]["style"]
    for row in rows:
        assert set(row) == {"template", "style", "font", "seed", "image", "stand_in", "notes"}
        picture = Image.open(io.BytesIO(base64.b64decode(row["image"].removeprefix("data:image/jpeg;base64,"))))
        assert picture.size == (360, 450) and row["stand_in"] is False
    assert post(home, "/candidates", body).json()["candidates"] == rows
    assert post(home, "/candidates", {**body, "page": 1}).json()["candidates"] != rows
    assert home.web.get(f"{V1}/jobs", headers=home.owner("minji")).json() == jobs
    for bad in ({"count": 5}, {"count": 0}, {"page": -1}):
        assert post(home, "/candidates", {**body, **bad}).status_code == 422


def test_a_zip_holds_everything_and_its_link_needs_no_sign_in(home: House) -> None:
    mine = home.owner("minji")
    ad = made(home, channels=["instagram_square", "print_card"], text_in_image="가을 라떼")
    link = home.web.get(f"{V1}/contents/{ad['id']}/zip-link", headers=mine).json()
    assert link["expires_at"].endswith("Z")
    home.web.cookies.clear()
    answer = home.web.get(link["url"] + "&notice=true")
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/zip"
    assert "가을 라떼.zip" in unquote(answer.headers["content-disposition"])
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert sum(name.endswith(".png") for name in names) == 3 and sum(name.endswith(".pdf") for name in names) == 1
    assert any(name.endswith("_copy.txt") for name in names) and any("AI" in name for name in names)
    assert home.web.get(link["url"][:-1] + ("0" if link["url"][-1] != "0" else "1")).status_code == 401
    assert home.web.get(link["url"].replace(f"/{ad['id']}/", f"/{ad['id'] + 1}/")).status_code == 401
    log = home.web.get(f"{V1}/users/me/exports", headers=mine).json()
    assert (log[0]["kind"], log[0]["content_id"], log[0]["notice_shown"]) == ("zip", ad["id"], True)
    assert set(log[0]["channels"]) == {"instagram_square", "print_card"}


def test_a_share_is_written_down(home: House) -> None:
    mine, new = home.owner("minji"), made(home, seed=12)
    body = {"channels": [new["posters"][0]["channel"]], "notice": True}
    row = post(home, f"/contents/{new['id']}/exports", body)
    assert row.status_code == 201
    assert row.json() == home.web.get(f"{V1}/users/me/exports?limit=1", headers=mine).json()[0]
    assert (row.json()["kind"], row.json()["channels"], row.json()["notice_shown"]) == ("share", body["channels"], True)
    assert post(home, f"/contents/{new['id']}/exports", {"channels": ["nowhere"]}).status_code == 422
    assert post(home, f"/contents/{new['id']}/exports", {"channels": []}).status_code == 422
    answer = home.web.post(f"{V1}/contents/{new['id']}/exports", json=body, headers=home.owner("jun"))
    assert (answer.status_code, answer.json()["code"]) == (404, "content_not_found")
    home.web.cookies.clear()
    assert home.web.post(f"{V1}/contents/{new['id']}/exports", json=body).status_code == 401


def test_a_shop_and_its_campaign_count_what_is_shown(home: House) -> None:
    mine, first = home.owner("minji"), made(home, seed=13)
    project = home.web.get(f"{V1}/projects/{first['project_id']}", headers=mine).json()
    paths = (f"{V1}/projects/{project['id']}", f"{V1}/stores/{project['store_id']}")
    before = [home.web.get(path, headers=mine).json()["contains"]["contents"] for path in paths]
    assert post(home, f"/contents/{first['id']}/posters", {"template": "card"}).status_code == 201
    assert [home.web.get(path, headers=mine).json()["contains"]["contents"] for path in paths] == before


def test_print_files_and_downloads_are_written_down(home: House) -> None:
    mine = home.owner("minji")
    ad = made(home, seed=9)
    new = post(home, f"/contents/{ad['id']}/posters", {"channels": ["print_card"]}).json()
    (poster,) = new["posters"]
    assert poster["format"] == "png" and poster["pdf_url"]
    pdf = home.web.get(poster["pdf_url"] + "&download=명함")
    assert pdf.headers["content-type"] == "application/pdf" and pdf.content.startswith(b"%PDF-")
    assert pdf.headers["x-content-type-options"] == "nosniff"
    rows = home.web.get(f"{V1}/users/me/exports?limit=2", headers=mine).json()
    assert [(row["kind"], row["channels"], row["content_id"]) for row in rows] == [
        ("download", ["print_card"], new["id"]), ("print", ["print_card"], new["id"])]
    assert home.web.get(f"{V1}/users/me/exports", headers=home.owner("jun")).json() == []


def test_a_campaign_zip_and_an_empty_one(home: House) -> None:
    mine = home.owner("minji")
    answer = home.web.get(f"{V1}/projects/{home.project('minji')}/zip", headers=mine)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        folders = {name.split("/")[0] for name in archive.namelist()}
    assert len(folders) > 1 and all("/" in name for name in archive.namelist())
    empty = home.web.get(f"{V1}/projects/{home.project('jun')}/zip", headers=home.owner("jun"))
    assert (empty.status_code, empty.json()["code"]) == (409, "nothing_to_edit")


def test_ads_of_others_do_not_exist(home: House, ad: dict[str, Any]) -> None:
    mine, project = home.owner("jun"), home.project("minji")
    calls: list[tuple[str, str, dict[str, Any] | None]] = [
        ("POST", f"/contents/{ad['id']}/posters", {"preview": True}), ("POST", f"/contents/{ad['id']}/posters", {}),
        ("GET", f"/contents/{ad['id']}/zip", None), ("GET", f"/contents/{ad['id']}/zip-link", None),
        ("GET", f"/projects/{project}/zip", None), ("GET", f"/projects/{project}/zip-link", None),
        ("POST", "/candidates", {**ASK, "project_id": project}),
    ]
    for method, path, body in calls:
        answer = home.web.request(method, V1 + path, headers=mine, json=body)
        assert answer.status_code == 404 and answer.json()["code"].endswith("_not_found"), (method, path)
        home.web.cookies.clear()
        assert home.web.request(method, V1 + path, json=body).status_code == 401, (method, path)
    assert home.web.get(f"{V1}/users/me/exports").status_code == 401


def test_what_can_be_chosen_is_told(home: House) -> None:
    rows = home.web.get(f"{V1}/templates").json()
    assert {"templates", "fonts", "styles"} == set(rows) and "polaroid" in {row["key"] for row in rows["templates"]}
    channels = home.web.get(f"{V1}/channels").json()
    assert {row["key"] for row in channels} == set(CHANNELS) and any(row["refused"] for row in channels)


def test_the_engine_that_will_paint_stands_in(services: Services) -> None:
    with Running(services):
        for _ in range(200):
            if services.workers():
                break
            time.sleep(0.05)
        assert engine_name(services) == "illustration"


def test_a_shops_kit_is_sampled_before_it_is_saved(home: House) -> None:
    mine, kit = home.owner("minji"), {"brand_name": "별무리 커피", "trade": "cafe"}

    def sample(**fields: Any) -> dict[str, Any]:
        answer = home.web.post(f"{V1}/stores/sample", headers=mine, json={**kit, **fields})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    plain, named, serif = sample(), sample(brand_name="다른 이름"), sample(font="serif")
    assert plain["image"].startswith("data:image/jpeg;base64,")
    assert len({plain["image"], named["image"], serif["image"], sample(brand_colors=["#15803D"])["image"]}) == 4
    assert plain["image"] == sample()["image"] and serif["font"] == "serif"
    assert [row["brand_name"] for row in home.web.get(f"{V1}/stores", headers=mine).json()] == ["minji 가게"]
    assert home.web.post(f"{V1}/stores/sample", json=kit).status_code == 401
    refused = home.web.post(f"{V1}/stores/sample", headers=mine, json={**kit, "logo_id": 999})
    assert (refused.status_code, refused.json()["code"]) == (404, "photo_not_found")
