"""Admins: the first by the command line, accounts, limits, suspension, the queue, storage, errors and the log."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adgen import admin
from adgen.audit import ACTIONS
from adgen.cli import main
from adgen.errors import UserNotFound
from adgen.ui.words import WORDS

from .conftest import PASSWORD
from .small_api import House, finish_next, house

ME, USERS = "/api/v1/users/me", "/api/v1/admin/users"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("admin")) as one:
        one.owner("chief")
        with one.services.writing() as session:
            admin.appoint(session, "chief@example.com", "admin")
        yield one


def user_id(home: House, name: str) -> int:
    return int(home.web.get(ME, headers=home.owner(name)).json()["id"])


def change(home: House, key: int, by: str = "chief", **fields: Any) -> Any:
    return home.web.patch(f"{USERS}/{key}", headers=home.owner(by), json=fields)


def test_the_command_line_makes_the_first_admin(home: House, monkeypatch: pytest.MonkeyPatch,
                                                capsys: pytest.CaptureFixture[str]) -> None:
    home.owner("second")
    monkeypatch.setenv("ADGEN_DATA_DIR", str(home.services.settings.data_dir))
    assert main(["admin", "SECOND@example.com"]) == 0 and "second@example.com: admin" in capsys.readouterr().out
    assert home.web.get(ME, headers=home.owner("second")).json()["role"] == "admin"
    assert main(["admin", "second@example.com", "--owner"]) == 0
    assert home.web.get(USERS, headers=home.owner("second")).status_code == 403
    assert main(["admin", "nobody@example.com"]) == 2 and "찾을 수 없어요" in capsys.readouterr().err
    with home.services.writing() as session, pytest.raises(UserNotFound):
        admin.appoint(session, "nobody@example.com", "admin")


@pytest.mark.parametrize("path", ["overview", "users", "users/1", "queue", "storage", "errors", "audit"])
def test_admin_pages_are_for_admins(home: House, path: str) -> None:
    home.web.cookies.clear()
    assert home.web.get(f"/api/v1/admin/{path}", headers=home.owner("chief")).status_code == 200
    owner = home.web.get(f"/api/v1/admin/{path}", headers=home.owner("minji"))
    assert (owner.status_code, owner.json()["code"]) == (403, "not_allowed")
    assert home.web.get(f"/api/v1/admin/{path}").status_code == 401


def test_accounts_are_found_and_limits_set(home: House) -> None:
    key = user_id(home, "minji")
    found = home.web.get(USERS, headers=home.owner("chief"), params={"q": "MINJI@"}).json()
    assert [row["email"] for row in found] == ["minji@example.com"] and "password" not in str(found)
    assert home.web.get(USERS, headers=home.owner("chief"), params={"q": "%"}).json() == []
    assert change(home, key, quota={"daily": 1, "running": 9}).json()["limits"]["daily"] == 1
    home.ad("minji")
    again = home.web.post("/api/v1/jobs", headers=home.owner("minji"),
                          json={"project_id": home.project("minji"), "ad_description": "빵"})
    assert again.json()["code"] == "daily_limit"
    lifted = change(home, key, quota={"daily": None}).json()
    assert lifted["quota"] == {"running": 9} and lifted["limits"]["daily"] == 300
    assert change(home, key, quota={"unknown": 1}).status_code == 422
    assert change(home, 999_999, role="admin").json()["code"] == "user_not_found"
    assert change(home, key, by="minji", role="admin").status_code == 403


def test_a_suspended_account_is_out_everywhere_and_comes_back(home: House) -> None:
    key, headers = user_id(home, "jun"), home.owner("jun")
    token = home.web.post(f"{ME}/tokens", headers=headers, json={"name": "x", "scope": "all"}).json()["token"]
    job = home.web.post("/api/v1/jobs", headers=headers,
                        json={"project_id": home.project("jun"), "ad_description": "빵"}).json()["id"]
    assert change(home, key, suspended=True).json()["suspended_at"]
    assert home.web.get(ME, headers=headers).status_code in (401, 403)
    by_token = home.web.get(ME, headers={"Authorization": f"Bearer {token}"})
    assert (by_token.status_code, by_token.json()["code"]) == (403, "suspended")
    right = home.web.post("/api/v1/auth/login", json={"email": "jun@example.com", "password": PASSWORD})
    wrong = home.web.post("/api/v1/auth/login", json={"email": "jun@example.com", "password": "wrong password"})
    assert right.json()["code"] == "suspended" and wrong.json()["code"] == "wrong_credentials"
    assert finish_next(home.services) is None, "what waited was cancelled"
    assert change(home, key, suspended=False).json()["suspended_at"] is None
    fresh = home.sign_in("jun@example.com")
    assert home.web.get(f"/api/v1/jobs/{job}", headers=fresh).json()["state"] == "cancelled"


def test_an_admin_cannot_lock_the_door_behind_them(home: House) -> None:
    key = user_id(home, "chief")
    for fields in ({"role": "owner"}, {"suspended": True}):
        assert change(home, key, **fields).json()["code"] == "invalid_input"


def test_the_overview_tells_jobs_stages_and_storage_and_no_words(tmp_path: Path) -> None:
    with house(tmp_path) as home:
        headers = home.owner("chief")
        with home.services.writing() as session:
            admin.appoint(session, "chief@example.com", "admin")
        home.ad("sora")
        home.web.post("/api/v1/jobs", headers=home.owner("sora"),
                      json={"project_id": home.project("sora"), "ad_description": "비밀 메뉴"})
        answer = home.web.get("/api/v1/admin/overview", headers=headers)
    seen = answer.json()
    assert seen["jobs"] == {"queued": 1, "running": 0, "done": 1, "failed": 0, "cancelled": 0}
    assert seen["oldest_seconds"] >= 0 and seen["stages"]["picture"]["count"] == 1
    assert seen["stored"]["ads"]["files"] > 0 and seen["stored"]["ads"]["bytes"] > 0 and seen["users"] == 2
    assert seen["disk"]["free"] > 0 and seen["words"]["calls"] == 0
    assert "비밀 메뉴" not in answer.text


def test_queue_storage_errors_and_log(home: House) -> None:
    headers = home.owner("chief")
    home.ad("sora")
    for _ in range(2):
        home.web.post("/api/v1/jobs", headers=home.owner("sora"),
                      json={"project_id": home.project("sora"), "ad_description": "비밀 메뉴"})
    finish_next(home.services, fails="그림을 만들지 못했어요.")
    queue = home.web.get("/api/v1/admin/queue", headers=headers)
    assert queue.json()["counts"] == {"queued": 1, "running": 0} and len(queue.json()["jobs"]) == 1
    assert "비밀 메뉴" not in queue.text, "an admin does not read what owners ask for"
    storage = home.web.get("/api/v1/admin/storage", headers=headers).json()
    assert storage["disk"]["free"] > 0 and storage["users"][0]["bytes"] > 0
    errors = home.web.get("/api/v1/admin/errors", headers=headers).json()
    assert errors["by_code"] == {"generation_failed": 1} and errors["latest"][0]["code"] == "generation_failed"
    home.web.delete(f"/api/v1/projects/{home.project('sora')}", headers=home.owner("sora"))
    key = user_id(home, "sora")
    change(home, key, quota={"daily": 5})
    log = home.web.get("/api/v1/admin/audit", headers=headers, params={"user_id": key}).json()
    assert {f"admin.act.{action}" for action in ACTIONS} <= set(WORDS), "the page has a word for each"
    assert [row["action"] for row in log] == ["quota_set", "deleted", "signed_in", "registered"]
    assert log[0]["actor_id"] == user_id(home, "chief") and log[0]["details"] == {"quota": {"daily": 5}}
    made = home.web.post(f"{ME}/tokens", headers=home.owner("sora"), json={"name": "x"}).json()["token"]
    assert home.web.delete(f"{USERS}/{key}/tokens", headers=headers).status_code == 200
    assert home.web.get(ME, headers={"Authorization": f"Bearer {made}"}).status_code == 401
