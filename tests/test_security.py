"""Passwords, tokens, links and the key."""

import os
import stat
import time
import unicodedata
from pathlib import Path

import jwt
import pytest

from adgen import security
from adgen.errors import NotSignedIn, PasswordTooLong, WeakSecret

SECRET = "s" * 40


@pytest.fixture(scope="module")
def hashed() -> str:
    return security.hash_password("암호는 비밀 1234", rounds=4)


def test_password_fits_in_both_unicode_forms(hashed: str) -> None:
    assert security.verify_password("암호는 비밀 1234", hashed)
    decomposed = unicodedata.normalize("NFD", "암호는 비밀 1234")
    assert decomposed != "암호는 비밀 1234"
    assert security.verify_password(decomposed, hashed)


@pytest.mark.parametrize("wrong", ["", "암호는 비밀 1235", "x" * 73, "가" * 500])
def test_wrong_password_is_refused_without_an_error(hashed: str, wrong: str) -> None:
    assert not security.verify_password(wrong, hashed)


def test_unknown_user_costs_a_comparison_and_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    real = security.bcrypt.checkpw
    monkeypatch.setattr(security.bcrypt, "checkpw", lambda *a: calls.append(a) or real(*a))
    assert not security.verify_password("anything", None)
    assert len(calls) == 1


def test_password_above_72_bytes_is_refused_and_72_are_taken() -> None:
    with pytest.raises(PasswordTooLong, match="72"):
        security.hash_password("가" * 25)
    exact = "가" * 24
    assert security.verify_password(exact, security.hash_password(exact, rounds=4))
    assert not security.verify_password(exact + "x", security.hash_password(exact, rounds=4))


def test_malformed_stored_hash_is_a_refusal() -> None:
    assert not security.verify_password("x", "not a hash")


def test_token_round_trip() -> None:
    encoded, token = security.make_token(SECRET, 7, 3, 30)
    assert security.read_token(SECRET, encoded) == token
    assert (token.user_id, token.version) == (7, 3)


@pytest.mark.parametrize("left_out", ["exp", "iat", "sub", "aud", "jti", "tv"])
def test_token_without_a_claim_is_refused(left_out: str) -> None:
    now = int(time.time())
    claims = {"sub": "1", "tv": 0, "jti": "a", "iat": now, "exp": now + 60, "aud": "adgen"}
    del claims[left_out]
    encoded = jwt.encode(claims, security._subkey(SECRET, "token"), algorithm="HS256")
    with pytest.raises(NotSignedIn):
        security.read_token(SECRET, encoded)


@pytest.mark.parametrize("forged", ["", "x", "a.b.c"])
def test_garbage_token_is_refused(forged: str) -> None:
    with pytest.raises(NotSignedIn):
        security.read_token(SECRET, forged)


def test_token_of_another_key_expired_or_unsigned_is_refused() -> None:
    other, _ = security.make_token("t" * 40, 1, 0, 30)
    old, _ = security.make_token(SECRET, 1, 0, -5)
    claims = jwt.decode(security.make_token(SECRET, 1, 0, 30)[0], options={"verify_signature": False})
    unsigned = jwt.encode(claims, None, algorithm="none")
    for encoded in (other, old, unsigned):
        with pytest.raises(NotSignedIn):
            security.read_token(SECRET, encoded)


def test_image_link_is_bound_to_file_owner_and_time() -> None:
    url = security.image_url(SECRET, "ad_1.png", 5)
    expires, signature = url.split("exp=")[1].split("&sig=")
    assert int(expires) >= time.time() + 24 * 3600
    assert security.image_link_holds(SECRET, "ad_1.png", 5, int(expires), signature)
    assert not security.image_link_holds(SECRET, "ad_2.png", 5, int(expires), signature)
    assert not security.image_link_holds(SECRET, "ad_1.png", 6, int(expires), signature)
    assert not security.image_link_holds(SECRET, "ad_1.png", 5, int(expires) + 1, signature)
    past = int(time.time()) - 1
    assert not security.image_link_holds(SECRET, "ad_1.png", 5, past, security.sign_image(SECRET, "ad_1.png", 5, past))


def test_image_link_with_strange_signature_is_a_refusal() -> None:
    assert not security.image_link_holds(SECRET, "ad_1.png", 5, 2**40, "서명")


def test_secret_is_made_once_private_and_kept(tmp_path: Path) -> None:
    first = security.load_secret(None, tmp_path / "data")
    assert len(first) >= 64
    assert security.load_secret(None, tmp_path / "data") == first
    assert stat.S_IMODE(os.stat(tmp_path / "data" / "secret.key").st_mode) == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret.key"]


@pytest.mark.parametrize("weak", ["your-production-secret-key", "changethis", "short",
                                  "your-secret-key-change-in-prod!!!!", "a" * 40,
                                  "CHANGE_ME_CHANGE_ME_CHANGE_ME_CHANGE_ME", "abcabcabcabcabcabcabcabcabcabcabcabc",
                                  "change-this-in-production-please-0123456789",
                                  "your_secret_key_here_please_change_it_now_xx"])
def test_placeholder_or_short_secret_is_refused(tmp_path: Path, weak: str) -> None:
    with pytest.raises(WeakSecret):
        security.load_secret(weak, tmp_path)


@pytest.mark.parametrize("content", ["", "\n", "short"])
def test_a_key_file_that_lost_its_content_is_refused_and_kept(tmp_path: Path, content: str) -> None:
    (tmp_path / "secret.key").write_text(content)
    with pytest.raises(WeakSecret, match="secret.key"):
        security.load_secret(None, tmp_path)
    assert (tmp_path / "secret.key").read_text() == content
