"""All of an owner's data as a zip, and the end of an account."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from adgen import leaving
from adgen.models import Audit, Base, Content, ContentFile, Job, User
from adgen.services import Services

from .conftest import PASSWORD
from .small_api import House, house
from .test_backups import fill

EXPORT, ME = "/api/v1/users/me/export", "/api/v1/users/me"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path / "data") as one:
        yield one


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}


def test_the_zip_holds_everything_and_nothing_of_others(home: House) -> None:
    ad = home.ad("ann")
    home.ad("bob")
    answer = home.web.get(EXPORT, headers=home.owner("ann"))
    assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
    files = unpacked(answer.content)
    told = {name.removesuffix(".json"): json.loads(data) for name, data in files.items() if name.endswith(".json")}
    assert set(told) == set(leaving.RECORDS)
    assert [row["email"] for row in told["account"]] == ["ann@example.com"]
    assert [row["id"] for row in told["contents"]] == [ad["id"]] and [row["state"] for row in told["jobs"]] == ["done"]
    assert [row["action"] for row in told["audit"]][-1] == "data_exported"
    for row in told["files"]:
        assert hashlib.sha256(files[f"files/{row['name']}"]).hexdigest() == row["sha256"]
    assert len(told["files"]) == 3 == sum(name.startswith("files/") for name in files)
    assert b"bob" not in answer.content and b"password_hash" not in files["account.json"]


def test_pages_of_records_follow_each_other(services: Services) -> None:
    user = 1
    newest = fill(services)
    with services.writing() as session:
        project = session.get_one(Content, newest).project_id
        session.add_all(Content(project_id=project, user_prompt=f"{n}") for n in range(leaving.BATCH * 2))
    files = unpacked(b"".join(leaving.export(services, leaving.Caller(user))))
    rows = json.loads(files["contents.json"])
    assert len({row["id"] for row in rows}) == leaving.BATCH * 2 + 2 and json.loads(files["api_tokens.json"]) == []


def test_a_missing_picture_is_named_and_hinders_nothing(services: Services) -> None:
    fill(services)
    gone = next(services.settings.images_dir.iterdir())
    gone.unlink()
    files = unpacked(b"".join(leaving.export(services, leaving.Caller(1))))
    assert json.loads(files["missing.json"]) == [gone.name]


def test_only_the_owner_or_their_signed_address_gets_it(home: House) -> None:
    home.owner("bob")
    link = home.web.get(f"{EXPORT}-link", headers=home.owner("ann")).json()["url"]
    assert home.web.get(EXPORT).status_code == 401 and home.web.get(f"{EXPORT}-link").status_code == 401
    assert home.web.get(link).status_code == 200
    for wrong in (link.replace("user=", "user=9"), link.replace("sig=", "sig=0"), link.replace("exp=", "exp=1"),
                  link.replace("user=", "user=x")):
        assert home.web.get(wrong).status_code == 401
    bob = home.web.get("/api/v1/users/me", headers=home.owner("bob")).json()["id"]
    ann = home.web.get("/api/v1/users/me", headers=home.owner("ann")).json()["id"]
    assert home.web.get(link.replace(f"user={ann}", f"user={bob}")).status_code == 401


def test_deleting_the_account_takes_everything_at_once(home: House) -> None:
    home.ad("ann")
    kept = home.ad("bob")
    ann = home.owner("ann")
    link = home.web.get(f"{EXPORT}-link", headers=ann).json()["url"]
    wrong = home.web.request("DELETE", ME, headers=ann, json={"password": "wrong"})
    assert (wrong.status_code, wrong.json()["code"]) == (401, "wrong_credentials")
    assert home.web.request("DELETE", ME, headers=ann, json={}).status_code == 422
    assert home.web.request("DELETE", ME, json={"password": PASSWORD}).status_code == 401
    done = home.web.request("DELETE", ME, headers=ann, json={"password": PASSWORD})
    assert (done.status_code, done.json()["deleted"]) == (200, {"files": 3})
    assert home.web.get(ME, headers=ann).status_code == 401 == home.web.get(link).status_code
    left = {path.name for path in home.services.settings.images_dir.iterdir()}
    assert left == {row["name"] for row in kept["files"]}
    with home.services.reading() as session:
        assert list(session.scalars(select(User.email))) == ["bob@example.com"]
        row = session.scalars(select(Audit).where(Audit.action == "account_deleted")).one()
        assert row.details == {"files": 3} and "ann" not in json.dumps([row.subject, row.details])
    login = home.web.post("/api/v1/auth/login", json={"email": "ann@example.com", "password": PASSWORD})
    assert login.status_code == 401
    assert home.register("ann@example.com").status_code == 200  # the address is free again


@pytest.mark.db
def test_no_row_of_a_deleted_account_stays(make_services: Callable[..., Services]) -> None:
    services = make_services()
    fill(services)
    with services.writing() as session:
        session.add(Job(id="j", user_id=1, project_id=1, request={}))
    assert leaving.delete_account(services, leaving.Caller(1))["deleted"] == {"files": 2}
    with services.reading() as session:
        counts = {table.name: session.scalar(select(func.count()).select_from(table))
                  for table in Base.metadata.sorted_tables}
        assert {name for name, count in counts.items() if count} == {"audit"}
        assert session.scalar(select(ContentFile)) is None
    assert list(services.settings.images_dir.iterdir()) == []
