"""Signing in under attack, the list of sessions, API tokens, and the ways back in by mail."""

import re
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from adgen import attempts
from adgen.letters import home as public_home
from adgen.models import ApiToken, Attempt, Audit, MailToken, SignIn, User, now

from .conftest import PASSWORD
from .small_api import House, house

ME, LOGIN = "/api/v1/users/me", "/api/v1/auth/login"
NEW = "새 비밀번호 4444"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("signin"), ADGEN_SIGN_IN_ATTEMPTS=3) as one:
        yield one


@pytest.fixture(autouse=True)
def no_cookies(home: House) -> None:
    home.web.cookies.clear()
    with home.services.writing() as session:
        for row in session.scalars(select(Attempt)):
            session.delete(row)


def attempt(home: House, email: str, password: str = "wrong password", **headers: str) -> Any:
    return home.web.post(LOGIN, json={"email": email, "password": password}, headers=headers)


def letters(home: House, to: str) -> list[str]:
    """The texts of the mails to ``to``, oldest first."""
    home.services.post.rest()
    found = [message_from_bytes(path.read_bytes(), policy=policy.default)
             for path in sorted((home.services.settings.data_dir / "outbox").glob("*.eml"),
                                key=lambda path: path.stat().st_mtime_ns)]
    return [letter.get_content() for letter in found if letter["To"] == to]


def link(text: str, purpose: str) -> str:
    found = re.search(rf"#{purpose}=(\S+)", text)
    assert found
    return found[1]


def forget_where(home: House, email: str) -> None:
    """As if the account had never been used from here."""
    with home.services.writing() as session:
        for row in session.scalars(select(SignIn).join(User, User.id == SignIn.user_id).where(User.email == email)):
            row.address = "192.0.2.1"


@pytest.mark.parametrize("email", ["guessed@example.com", "nobody-at-all@example.com"])
def test_wrong_passwords_bring_a_wait_that_doubles_alike_for_unknown_accounts(home: House, email: str) -> None:
    home.register("guessed@example.com")
    forget_where(home, email)
    waits = []
    for _ in range(3):
        for _ in range(3 if not waits else 1):
            assert attempt(home, email).json()["code"] == "wrong_credentials"
        refused = attempt(home, email)
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
        assert int(refused.headers["retry-after"]) == refused.json()["retry_after"]
        assert str(refused.json()["retry_after"]) in refused.json()["detail"]
        waits.append(refused.json()["retry_after"])
        with home.services.writing() as session:
            for row in session.scalars(select(Attempt).where(Attempt.key.startswith("account:"))):
                row.blocked_until = time.time() - 1
    assert waits == [60, 120, 240]
    with home.services.reading() as session:
        kept = session.scalars(select(Attempt.key)).all()
        assert kept and not any(email in key for key in kept), "an address that was typed may be anybody's"


def test_the_right_password_waits_too_and_a_success_clears(home: House) -> None:
    home.register("clears@example.com")
    forget_where(home, "clears@example.com")
    for _ in range(2):
        attempt(home, "clears@example.com")
    assert attempt(home, "clears@example.com", PASSWORD).status_code == 200
    forget_where(home, "clears@example.com")
    for _ in range(3):
        assert attempt(home, "clears@example.com").status_code == 401
    assert attempt(home, "clears@example.com", PASSWORD).status_code == 429


def test_the_wait_is_never_for_good_and_survives_a_restart(home: House, tmp_path: Path) -> None:
    rule = attempts.Rule(3, 60.0)
    assert [rule.pause(count) for count in (1, 2, 3, 4, 5, 9, 10_000)] == [0, 0, 60, 120, 240, 1800, 1800]
    with house(tmp_path, ADGEN_SIGN_IN_ATTEMPTS=1) as one:
        one.register("restart@example.com")
        assert attempt(one, "restart@example.com").status_code == 401
    with house(tmp_path, ADGEN_SIGN_IN_ATTEMPTS=1) as again:
        assert attempt(again, "restart@example.com", PASSWORD).status_code == 429
        with again.services.writing() as session:
            for row in session.scalars(select(Attempt)):
                row.blocked_until = row.first_at = time.time() - attempts.FORGOTTEN - 1
        assert attempt(again, "restart@example.com").status_code == 401, "an hour later one may try again"
        with again.services.writing() as session:
            rows = session.scalars(select(Attempt).where(Attempt.key.startswith("account"))).all()
            assert [row.count for row in rows] == [1]
            attempts.sweep(session)


def test_a_stranger_who_guesses_does_not_keep_the_owner_out(home: House) -> None:
    home.register("victim@example.com")
    home.sign_in("victim@example.com")  # the owner's own address is known from now on
    with home.services.writing() as session:
        elsewhere = attempts.keys("victim@example.com", "203.0.113.7", known=False)
        for _ in range(30):
            attempts.failed(session, elsewhere.account, attempts.Rule(3, 60.0))
    assert attempt(home, "victim@example.com", PASSWORD).status_code == 200


def test_one_address_that_tries_many_accounts_must_wait(home: House) -> None:
    answers = [attempt(home, f"sprayed-{at}@example.com").status_code for at in range(32)]
    assert answers == [401] * 30 + [429] * 2


def test_a_forwarded_address_is_believed_on_a_space_alone(home: House, tmp_path: Path) -> None:
    forged = {"X-Forwarded-For": "198.51.100.1, 8.8.8.8, 10.0.0.1"}
    home.register("forwarded@example.com")
    attempt(home, "forwarded@example.com", **forged)
    with house(tmp_path, SPACE_ID="owner/space") as space:
        attempt(space, "nobody@example.com", **forged)
        with space.services.reading() as session:
            assert "address:8.8.8.8" in session.scalars(select(Attempt.key)).all()
    with home.services.reading() as session:
        assert "address:testclient" in session.scalars(select(Attempt.key)).all()


def test_sessions_are_listed_and_ended_one_by_one(home: House) -> None:
    home.register("sessions@example.com")
    body = {"email": "sessions@example.com", "password": PASSWORD}
    phone = home.web.post(LOGIN, json=body, headers={"User-Agent": "Phone"}).json()["access_token"]
    desk = home.web.post(LOGIN, json=body, headers={"User-Agent": "Desk"}).json()["access_token"]
    home.web.cookies.clear()
    here, there = {"Authorization": f"Bearer {desk}"}, {"Authorization": f"Bearer {phone}"}
    renewed = home.web.post("/api/v1/auth/refresh", headers=there).json()["access_token"]
    home.web.cookies.clear()
    rows = home.web.get(f"{ME}/sessions", headers=here).json()
    assert [(row["agent"], row["current"]) for row in rows if row["current"]] == [("Desk", True)]
    assert sorted(row["agent"] for row in rows) == ["Desk", "Phone"], "a renewed token is the same sign-in"
    other = next(row["id"] for row in rows if not row["current"])
    stranger = home.owner("minji")
    assert home.web.delete(f"{ME}/sessions/{other}", headers=stranger).json()["code"] == "session_not_found"
    assert home.web.delete(f"{ME}/sessions/{other}", headers=here).json()["ended"] is True
    for token in (phone, renewed):
        assert home.web.get(ME, headers={"Authorization": f"Bearer {token}"}).status_code == 401
    assert home.web.get(ME, headers=here).status_code == 200
    assert home.web.delete(f"{ME}/sessions/{other}", headers=here).status_code == 404


def test_the_use_of_a_session_is_noted_at_most_once_a_minute(home: House) -> None:
    home.register("seen@example.com")
    headers = home.sign_in("seen@example.com")
    with home.services.writing() as session:
        row = session.scalars(select(SignIn).order_by(SignIn.created_at.desc())).first()
        assert row is not None
        sign_in, first = row.id, row.seen_at
    home.web.get(ME, headers=headers)
    with home.services.writing() as session:
        row = session.get_one(SignIn, sign_in)
        assert row.seen_at == first
        row.seen_at = now().replace(year=2000)
    home.web.get(ME, headers=headers)
    with home.services.reading() as session:
        assert session.get_one(SignIn, sign_in).seen_at >= first


def token_for(home: House, headers: dict[str, str], **fields: Any) -> dict[str, Any]:
    answer = home.web.post(f"{ME}/tokens", headers=headers, json={"name": "가게 컴퓨터", **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def bearer(token: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {token['token']}"}


def test_an_api_token_is_shown_once_and_speaks_for_its_owner(home: House) -> None:
    headers = home.owner("minji")
    made = token_for(home, headers, scope="write", days=30)
    assert made["token"].startswith("adg_") and made["token"].startswith(made["prefix"]) and len(made["token"]) > 40
    listed = home.web.get(f"{ME}/tokens", headers=headers)
    assert made["token"] not in listed.text and listed.json()[0]["name"] == "가게 컴퓨터"
    with home.services.reading() as session:
        row = session.get_one(ApiToken, made["id"])
        assert made["token"] not in (row.hash, row.prefix) and len(row.hash) == 64
    assert home.web.get(ME, headers=bearer(made)).json()["email"] == "minji@example.com"
    assert home.web.get(f"{ME}/tokens", headers=headers).json()[0]["used_at"]
    assert home.web.delete(f"{ME}/tokens/{made['id']}", headers=home.owner("jun")).json()["code"] == "token_not_found"
    assert home.web.delete(f"{ME}/tokens/{made['id']}", headers=headers).json()["revoked"] is True
    assert home.web.get(ME, headers=bearer(made)).status_code == 401
    assert home.web.get(ME, headers={"Authorization": "Bearer adg_nonsense"}).status_code == 401


def test_an_expired_token_is_good_no_more(home: House) -> None:
    made = token_for(home, home.owner("minji"), days=1)
    with home.services.writing() as session:
        session.get_one(ApiToken, made["id"]).expires_at = now().replace(year=2020)
    assert home.web.get(ME, headers=bearer(made)).status_code == 401
    rows = home.web.get(f"{ME}/tokens", headers=home.owner("minji")).json()
    assert next(row for row in rows if row["id"] == made["id"])["expired"] is True


def test_scopes_are_held_on_every_route(home: House) -> None:
    headers = home.owner("minji")
    project = home.project("minji")
    read, write, whole = (bearer(token_for(home, headers, scope=scope)) for scope in ("read", "write", "all"))
    job = {"project_id": project, "ad_description": "딸기 라떼"}

    def status(method: str, path: str, by: dict[str, str], **sent: Any) -> int:
        answer = home.web.request(method, path, headers=by, **sent)
        home.web.cookies.clear()
        assert answer.status_code != 403 or answer.json()["code"] == "not_allowed"
        return answer.status_code

    assert status("GET", "/api/v1/stores", read) == status("POST", "/api/v1/claims", read, json={"text": "최고"}) == 200
    assert status("POST", "/api/v1/jobs", read, json=job) == status("PUT", f"{ME}/language", read,
                                                                     json={"language": "ko"}) == 403
    assert status("DELETE", f"/api/v1/projects/{project}", read) == 403
    assert status("POST", "/api/v1/jobs", write, json=job) == 202
    for path in ("tokens", "sessions"):
        assert status("GET", f"{ME}/{path}", write) == 403 and status("GET", f"{ME}/{path}", whole) == 200
    assert status("POST", f"{ME}/tokens", write, json={"name": "다른", "scope": "all"}) == 403
    assert status("POST", "/api/v1/auth/logout-all", write) == 403
    assert status("POST", "/api/v1/auth/refresh", whole) == 403, "no sign-in may outlive the token"
    assert status("GET", "/api/v1/admin/users", whole) == 403


def test_sign_out_everywhere_leaves_tokens_and_a_reset_does_not(home: House) -> None:
    home.register("lost@example.com")
    headers = home.sign_in("lost@example.com")
    kept = token_for(home, headers)
    home.web.post("/api/v1/auth/logout-all", headers=headers)
    assert home.web.get(ME, headers=headers).status_code == 401
    assert home.web.get(ME, headers=bearer(kept)).status_code == 200
    assert home.web.post("/api/v1/auth/password/forgot", json={"email": "lost@example.com"}).status_code == 202
    secret = link(letters(home, "lost@example.com")[-1], "reset")
    body = {"token": secret, "new_password": NEW}
    assert home.web.post("/api/v1/auth/password/reset", json={**body, "token": "x"}).json()["code"] == "link_spent"
    assert home.web.post("/api/v1/auth/password/reset", json={**body, "new_password": "short"}).status_code == 422
    assert home.web.post("/api/v1/auth/password/reset", json=body).status_code == 200
    again = home.web.post("/api/v1/auth/password/reset", json=body)
    assert (again.status_code, again.json()["code"]) == (410, "link_spent")
    assert home.web.get(ME, headers=bearer(kept)).status_code == 401
    assert home.web.get(ME, headers=home.sign_in("lost@example.com", NEW)).json()["is_verified"] is True


def test_a_reset_ends_the_wait_for_wrong_passwords(home: House) -> None:
    home.register("waits@example.com")
    for _ in range(4):
        attempt(home, "waits@example.com")
    home.web.post("/api/v1/auth/password/forgot", json={"email": "waits@example.com"})
    secret = link(letters(home, "waits@example.com")[-1], "reset")
    home.web.post("/api/v1/auth/password/reset", json={"token": secret, "new_password": NEW})
    home.sign_in("waits@example.com", NEW)


def test_forgetting_answers_the_same_for_unknown_accounts_and_mails_little(home: House) -> None:
    home.register("floods@example.com")
    before = len(letters(home, "floods@example.com"))
    answers = [home.web.post("/api/v1/auth/password/forgot", json={"email": email})
               for email in ["floods@example.com"] * 5 + ["unknown@example.com"]]
    assert {(answer.status_code, answer.text) for answer in answers} == {(202, answers[0].text)}
    assert len(letters(home, "floods@example.com")) - before == 3 and not letters(home, "unknown@example.com")
    for at in range(25):
        home.web.post("/api/v1/auth/password/forgot", json={"email": f"x{at}@example.com"})
    refused = home.web.post("/api/v1/auth/password/forgot", json={"email": "unknown2@example.com"})
    assert refused.status_code == 429 and int(refused.headers["retry-after"]) >= 1


def test_links_are_kept_as_hashes_and_grow_old(home: House) -> None:
    home.register("old@example.com")
    home.web.post("/api/v1/auth/password/forgot", json={"email": "old@example.com"})
    secret = link(letters(home, "old@example.com")[-1], "reset")
    with home.services.writing() as session:
        rows = session.scalars(select(MailToken)).all()
        assert all(secret not in row.hash for row in rows)
        for row in rows:
            row.expires_at = now().replace(year=2020)
    spent = home.web.post("/api/v1/auth/password/reset", json={"token": secret, "new_password": NEW})
    assert spent.status_code == 410


def test_a_new_account_confirms_its_e_mail(home: House) -> None:
    home.register("fresh@example.com")
    headers = home.sign_in("fresh@example.com")
    assert home.web.get(ME, headers=headers).json()["is_verified"] is False
    assert home.web.post(f"{ME}/verification", headers=headers).status_code == 202
    secret = link(letters(home, "fresh@example.com")[-1], "verify")
    assert home.web.post("/api/v1/auth/password/reset", json={"token": secret, "new_password": NEW}).status_code == 410
    assert home.web.post("/api/v1/auth/verify", json={"token": secret}).status_code == 200
    assert home.web.get(ME, headers=headers).json()["is_verified"] is True


def test_a_mailed_link_never_follows_the_requests_host(home: House, tmp_path: Path) -> None:
    home.register("host@example.com")
    home.web.post("/api/v1/auth/password/forgot", json={"email": "host@example.com"},
                  headers={"Host": "evil.example"})
    assert "evil.example" not in letters(home, "host@example.com")[-1]
    settings = home.services.settings
    for changed, expected in (({"public_url": "https://ads.example/"}, "https://ads.example"),
                              ({"allowed_hosts": ("ads.example",)}, "https://ads.example"),
                              ({"space_id": "Me/My_Ads"}, "https://me-my-ads.hf.space"),
                              ({"server_name": "0.0.0.0"}, "http://127.0.0.1:7860")):
        assert public_home(settings.model_copy(update=changed)) == expected


def test_a_password_is_asked_for_inside_a_sign_in_as_at_the_door(home: House) -> None:
    home.register("inside@example.com")
    headers = home.sign_in("inside@example.com")
    change = {"current_password": "not this one", "new_password": NEW}
    answers = [home.web.put(f"{ME}/password", headers=headers, json=change).status_code for _ in range(4)]
    assert answers == [401, 401, 401, 429]


def test_acts_are_logged_and_no_secret_is(home: House) -> None:
    home.register("logged@example.com")
    headers = home.sign_in("logged@example.com")
    attempt(home, "logged@example.com", "wrong-and-secret")
    made = token_for(home, headers)
    home.web.delete(f"{ME}/tokens/{made['id']}", headers=headers)
    home.web.post("/api/v1/auth/logout", headers=headers)
    user_id = home.web.get(ME, headers=home.sign_in("logged@example.com")).json()["id"]
    with home.services.reading() as session:
        rows = session.scalars(select(Audit).where(Audit.user_id == user_id).order_by(Audit.id)).all()
        written = [row.action for row in rows]
        whole = " ".join(f"{row.subject}{row.details}" for row in rows)
    assert written == ["registered", "signed_in", "sign_in_failed", "token_made", "token_revoked", "signed_out",
                       "signed_in"]
    assert made["token"] not in whole and "wrong-and-secret" not in whole
