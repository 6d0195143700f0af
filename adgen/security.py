"""bcrypt, tokens, signed links and the secret key: pure functions, the secret is an argument.

Design and measurements: facts on security of 2026-11 (bcrypt 5 refuses 73 bytes in ``hashpw`` and ``checkpw`` alike;
an unknown user must cost as much as a wrong password; PyJWT accepts tokens without ``exp`` unless told otherwise).
"""

import hashlib
import hmac
import re
import secrets
import time
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bcrypt
import jwt

from .errors import NotSignedIn, PasswordTooLong, WeakSecret
from .files import create_private

AUDIENCE = "adgen"
MAX_PASSWORD_BYTES = 72
ROUNDS = 12
_PLACEHOLDERS = ("yourproduction", "yoursecret", "yourjwt", "yourkey", "changethis", "changeme", "changeit", "secret",
                 "supersecret", "mysecret", "pleasechange", "replaceme", "replacethis", "devsecret", "insecure",
                 "example", "default", "password", "test")
"""How example keys begin, written together in small letters."""
_LEAST_SECRET, _LEAST_VARIETY = 32, 8


@dataclass(frozen=True)
class Token:
    """What a valid token says: who, which version of the account's tokens, its own id, its expiry (epoch), and the
    sign-in that it belongs to (a renewed token belongs to the same)."""

    user_id: int
    version: int
    jti: str
    expires_at: int
    sign_in: str = ""


def password_bytes(password: str) -> bytes:
    """What bcrypt reads: the same Hangul may arrive composed or decomposed (macOS, some keyboards)."""
    return unicodedata.normalize("NFC", password).encode()


def hash_password(password: str, rounds: int = ROUNDS) -> str:
    """bcrypt hash of ``password``; PasswordTooLong above 72 bytes."""
    raw = password_bytes(password)
    if len(raw) > MAX_PASSWORD_BYTES:
        raise PasswordTooLong(field="password")
    return bcrypt.hashpw(raw, bcrypt.gensalt(rounds)).decode()


@cache
def _dummy_hash() -> str:
    return hash_password(secrets.token_hex(16))


def verify_password(password: str, stored: str | None) -> bool:
    """Whether ``password`` fits; an unknown user (``stored`` None) costs the same time and is False."""
    raw = password_bytes(password)
    try:
        fits = bcrypt.checkpw(raw[:MAX_PASSWORD_BYTES], (stored or _dummy_hash()).encode())
    except ValueError:  # a malformed stored hash
        return False
    return fits and stored is not None and len(raw) <= MAX_PASSWORD_BYTES


def make_token(secret: str, user_id: int, version: int, minutes: int, sign_in: str = "") -> tuple[str, Token]:
    """A signed token for ``user_id``, good for ``minutes``, of the sign-in ``sign_in`` (its own id when empty)."""
    now, jti = int(time.time()), secrets.token_hex(16)
    token = Token(user_id, version, jti, now + minutes * 60, sign_in or jti)
    claims = {"sub": str(user_id), "tv": version, "jti": token.jti, "iat": now, "exp": token.expires_at,
              "aud": AUDIENCE, "sid": token.sign_in}
    return jwt.encode(claims, _subkey(secret, "token"), algorithm="HS256"), token


def read_token(secret: str, encoded: str) -> Token:
    """The token's claims, or NotSignedIn when it is forged, expired or incomplete."""
    try:
        claims = jwt.decode(encoded, _subkey(secret, "token"), algorithms=["HS256"], audience=AUDIENCE, leeway=10,
                            options={"require": ["exp", "iat", "sub", "aud", "jti", "tv"]})
        return Token(int(claims["sub"]), int(claims["tv"]), str(claims["jti"]), int(claims["exp"]),
                     str(claims.get("sid", claims["jti"])))
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise NotSignedIn from error


def new_secret(prefix: str = "") -> str:
    """A secret of 256 random bits to hand out once: an API token or a mailed link."""
    return prefix + secrets.token_urlsafe(32)


def digest(handed_out: str) -> str:
    """What is kept of such a secret: SHA-256 in hex. A slow hash adds nothing to 256 random bits."""
    return hashlib.sha256(handed_out.encode("utf-8", "replace")).hexdigest()


def sign_image(secret: str, name: str, user_id: int, expires_at: int) -> str:
    """HMAC over file name, owner and expiry."""
    return hmac.new(_subkey(secret, "image"), f"{name}:{user_id}:{expires_at}".encode(), hashlib.sha256).hexdigest()


def image_url(secret: str, name: str, user_id: int, seconds: int = 24 * 3600) -> str:
    """A link that shows the picture without a login for at least ``seconds`` (24 h by default).

    The expiry is rounded up to the hour, so that a browser's cache meets the same link again.
    """
    expires_at = (int(time.time()) + seconds + 3599) // 3600 * 3600
    return f"/images/{name}?exp={expires_at}&sig={sign_image(secret, name, user_id, expires_at)}"


def image_link_holds(secret: str, name: str, user_id: int, expires_at: int, signature: str) -> bool:
    """Whether a signed link is genuine and fresh."""
    genuine = hmac.compare_digest(signature.encode(), sign_image(secret, name, user_id, expires_at).encode())
    return genuine and expires_at > time.time()


def _subkey(secret: str, label: str) -> bytes:
    return hmac.new(secret.encode(), b"adgen:" + label.encode(), hashlib.sha256).digest()


def load_secret(configured: str | None, data_dir: Path) -> str:
    """The secret key: the configured one, or the one kept in ``data_dir/secret.key`` (made on first run, mode 0600).

    Raises WeakSecret for known placeholders, for fewer than 32 characters, and for a key file that lost its content: it
    is not made anew silently, because that would sign everybody out.
    """
    if configured is not None:
        plain = re.sub(r"[^0-9a-z]", "", configured.lower())
        if plain.startswith(_PLACEHOLDERS) or _too_weak(configured):
            raise WeakSecret
        return configured
    path = data_dir / "secret.key"
    if not path.exists():
        create_private(path, secrets.token_hex(32).encode())
    kept = path.read_text().strip()
    if _too_weak(kept):
        raise WeakSecret(
            "{path} 파일이 비었거나 망가졌어요. 백업에서 되살려 주세요. 지우면 새로 만들고, 모두 다시 로그인해야 해요.",
            "{path} is empty or damaged. Restore it from a backup; if you delete it, a new key is made and everybody "
            "has to sign in again.", path=path)
    return kept


def _too_weak(secret: str) -> bool:
    return len(secret.encode()) < _LEAST_SECRET or len(set(secret)) < _LEAST_VARIETY
