"""Sign-up, sign-in and the account over REST."""

import base64
import json
import time
from collections.abc import Iterator

import jwt
import pytest

from adgen.security import make_token

from .conftest import PASSWORD
from .small_api import HOST, House, house

ME = "/api/v1/users/me"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("api")) as one:
        yield one


@pytest.fixture(autouse=True)
def no_cookies(home: House) -> None:
    home.web.cookies.clear()


def test_register_answers_with_the_user(home: House) -> None:
    answer = home.register(" New@Example.com ")
    assert answer.status_code == 200
    user = answer.json()
    assert user["email"] == "new@example.com" and user["username"] == "사장님"
    assert {"id", "business_type", "is_verified", "is_active", "created_at", "updated_at"} <= set(user)
    assert user["stores"] == [] and user["created_at"].endswith("Z") and "password" not in answer.text
    assert "set-cookie" not in answer.headers
    taken = home.register("new@example.com")
    assert (taken.status_code, taken.json()["code"]) == (400, "email_taken")


@pytest.mark.parametrize(("fields", "code", "word"), [
    ({"password": "a" * 73}, "password_too_long", "72바이트"),
    ({"password": "가" * 25}, "password_too_long", "72바이트"),
    ({"password": "sesame"}, "invalid_input", "8자"),
    ({"password": 12345678}, "invalid_input", "글자"),
    ({"email": "no-mail"}, "invalid_input", "name@example.com"),
    ({"email": None}, "invalid_input", "글자"),
    ({"username": "a"}, "invalid_input", "2자"),
    ({"business_type": "casino"}, "invalid_input", "restaurant"),
])
def test_what_cannot_be_registered(home: House, fields: dict[str, object], code: str, word: str) -> None:
    answer = home.register(**{"email": "edge@example.com", **fields})
    assert answer.status_code == 422, answer.text
    assert answer.json()["code"] == code and word in answer.json()["detail"][0]["msg"]
    assert {"type", "loc", "msg"} == set(answer.json()["detail"][0])
    assert str(fields.get("password", "-")) not in answer.text


def test_a_422_in_english_and_without_json(home: House) -> None:
    english = {"Accept-Language": "en-US,en;q=0.9"}
    answer = home.web.post("/api/v1/auth/register", json={}, headers=english)
    assert "required" in answer.json()["detail"][0]["msg"]
    for path in ("/api/v1/auth/register", "/api/v1/auth/login"):
        broken = home.web.post(path, content=b"{", headers={"Content-Type": "application/json"})
        assert broken.status_code == 422 and "JSON" in broken.json()["detail"][0]["msg"]
        listed = home.web.post(path, json=[1])
        assert listed.status_code == 422 and listed.json()["code"] == "invalid_input"


def test_an_old_client_signs_in_with_form_or_json(home: House) -> None:
    home.owner("minji")
    form = home.web.post("/api/v1/auth/login", data={"username": "minji@example.com", "password": PASSWORD})
    body = {"email": "minji@example.com", "password": PASSWORD}
    for answer in (form, home.web.post("/api/v1/auth/login", json=body), home.web.post("/api/v1/auth/login-json",
                                                                                      json=body)):
        assert answer.status_code == 200
        assert answer.json()["token_type"] == "bearer" and answer.json()["expires_in"] == 1800
        home.web.cookies.clear()
        me = home.web.get(ME, headers={"Authorization": f"bearer {answer.json()['access_token']}"})
        assert me.json()["email"] == "minji@example.com"


@pytest.mark.parametrize("sent", [
    {"username": "minji@example.com", "password": "wrong password"},
    {"username": "nobody@example.com", "password": PASSWORD},
    {"username": "minji@example.com", "password": PASSWORD * 10},
])
def test_wrong_credentials(home: House, sent: dict[str, str]) -> None:
    home.owner("minji")
    for path in ("/api/v1/auth/login", "/login"):
        answer = home.web.post(path, data=sent)
        assert (answer.status_code, answer.json()["code"]) == (401, "wrong_credentials")
        assert answer.headers["www-authenticate"] == "Bearer" and "set-cookie" not in answer.headers


def test_a_form_without_a_password_is_a_422(home: House) -> None:
    answer = home.web.post("/api/v1/auth/login", data={"username": "minji@example.com"})
    assert answer.status_code == 422 and answer.json()["detail"][0]["loc"] == ["body", "password"]


def test_the_cookie_signs_in_and_the_bearer_comes_first(home: House) -> None:
    bearer = home.owner("minji")
    home.owner("jun")
    answer = home.web.post("/login", data={"username": "jun@example.com", "password": PASSWORD})
    assert answer.json() == {"success": True}
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Max-Age=1800" in cookie and "Secure" not in cookie
    assert home.web.get(ME).json()["email"] == "jun@example.com"
    assert home.web.get(ME, headers=bearer).json()["email"] == "minji@example.com"
    assert home.web.get(ME, headers={"Authorization": "Bearer nonsense"}).status_code == 401


def test_the_cookie_is_secure_behind_tls_and_partitioned_on_a_space(home: House, tmp_path: object) -> None:
    home.owner("minji")
    sent = {"email": "minji@example.com", "password": PASSWORD}
    tls = home.web.post("/api/v1/auth/login", json=sent, headers={"Origin": HOST.replace("http", "https")})
    assert tls.headers["set-cookie"].endswith("SameSite=Lax; Secure")
    with house(home.services.settings.data_dir, SPACE_ID="owner/space") as space:
        cookie = space.web.post("/api/v1/auth/login", json=sent).headers["set-cookie"]
        assert cookie.endswith("Secure; SameSite=None; Partitioned")


def test_sign_out_ends_one_token_and_all(home: House) -> None:
    home.register("leaver@example.com")
    first, second = home.sign_in("leaver@example.com"), home.sign_in("leaver@example.com")
    fresh = home.web.post("/api/v1/auth/refresh", headers=first).json()["access_token"]
    home.web.cookies.clear()
    assert "Max-Age=0" in home.web.post("/api/v1/auth/logout", headers=first).headers["set-cookie"]
    assert home.web.get(ME, headers=first).json()["code"] == "not_signed_in"
    assert home.web.post("/api/v1/auth/logout", headers=first).status_code == 200
    assert home.web.get(ME, headers=second).status_code == 200
    assert home.web.post("/api/v1/auth/logout-all", headers=second).status_code == 200
    for token in (second["Authorization"], f"Bearer {fresh}"):
        assert home.web.get(ME, headers={"Authorization": token}).status_code == 401


def test_a_new_password_ends_the_other_sign_ins(home: House) -> None:
    home.register("changer@example.com")
    here, there = home.sign_in("changer@example.com"), home.sign_in("changer@example.com")
    change = {"current_password": "not this one", "new_password": "새 비밀번호 4444"}
    wrong = home.web.put(f"{ME}/password", headers=here, json=change)
    assert (wrong.status_code, wrong.json()["code"]) == (401, "wrong_credentials")
    answer = home.web.put(f"{ME}/password", headers=here, json={**change, "current_password": PASSWORD})
    assert answer.status_code == 200 and "adgen_session" in answer.headers["set-cookie"]
    assert home.web.get(ME).status_code == 200  # this browser, by its new cookie
    home.web.cookies.clear()
    assert home.web.get(ME, headers=here).status_code == home.web.get(ME, headers=there).status_code == 401
    assert home.web.get(ME, headers={"Authorization": f"Bearer {answer.json()['access_token']}"}).status_code == 200
    home.sign_in("changer@example.com", "새 비밀번호 4444")


def test_consent_and_language(home: House) -> None:
    home.register("plain@example.com")
    headers = home.sign_in("plain@example.com")
    assert home.web.get(ME, headers=headers).json()["consented"] is False
    assert home.web.post(f"{ME}/consent", headers=headers).json()["consented"] is True
    assert home.web.put(f"{ME}/language", headers=headers, json={"language": "en"}).json()["language"] == "en"
    assert home.web.put(f"{ME}/language", headers=headers, json={"language": "fr"}).status_code == 422
    assert home.web.put(f"{ME}/language", json={"language": "ko"}).status_code == 401


def test_forged_and_stale_tokens(home: House) -> None:
    home.owner("minji")
    user_id = home.web.get(ME, headers=home.owner("minji")).json()["id"]
    claims = {"sub": str(user_id), "tv": 0, "jti": "x", "iat": int(time.time()), "exp": int(time.time()) + 99,
              "aud": "adgen"}
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
             for part in ({"alg": "none", "typ": "JWT"}, claims)]
    secret = home.services.secret
    for token in (f"{parts[0]}.{parts[1]}.", jwt.encode(claims, secret, "HS256"),
                  make_token("x" * 32, user_id, 0, 5)[0], make_token(secret, user_id, 0, -5)[0],
                  make_token(secret, user_id, 7, 5)[0],
                  make_token(secret, 999999, 0, 5)[0], "", "a.b.c", "가"):
        answer = home.web.get(ME, headers={"Authorization": b"Bearer " + token.encode()})
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    assert home.web.get(ME, headers={"Authorization": f"Bearer {make_token(secret, user_id, 0, 5)[0]}"}
                        ).status_code == 200


def test_logout_page_ignores_links_of_other_sites(home: House) -> None:
    headers = home.owner("minji")
    token = headers["Authorization"].split()[1]
    kept = {"Cookie": f"adgen_session={token}"}
    away = home.web.get("/logout", headers={**kept, "Sec-Fetch-Site": "cross-site"})
    assert away.status_code == 302 and "set-cookie" not in away.headers
    assert home.web.get(ME, headers=headers).status_code == 200
    assert "Max-Age=0" in home.web.get("/logout", headers=kept).headers["set-cookie"]
    assert home.web.get(ME, headers=headers).status_code == 401
    del home.owners["minji"]
    home.owners["minji"] = home.sign_in("minji@example.com")
