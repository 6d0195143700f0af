"""Accounts: register, sign in, sign out, and ``principal()``: the one gate for identity.

The token says who; the database says, at every request, whether that still holds. A check added to some copies of
this function but not to others would be no check at all, so the page, REST, gradio_client and MCP all come here.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from . import projects, stores
from .errors import EmailTaken, NotSignedIn, WrongCredentials
from .forms import PasswordChange, ProjectCreate, Register, StoreCreate
from .models import RevokedToken, Store, User, now
from .owned import owned, stamp
from .security import Token, hash_password, make_token, read_token, verify_password
from .trades import TRADES

TERMS_VERSION = "2026-11"


@dataclass(frozen=True)
class Principal:
    """Who is calling. ``consented`` is whether this version of the terms was agreed to."""

    user_id: int
    email: str
    username: str
    language: str
    consented: bool
    token: Token


def register(session: Session, form: Register, password_hash: str) -> User:
    """A new account; with a brand name also the store and its first campaign, all or nothing.

    ``password_hash`` is made before: bcrypt takes about 0.25 s, in which the transaction would hold up every writer.
    Raises EmailTaken.
    """
    trade = TRADES[form.trade or "general"]
    user = User(
        email=form.email,
        username=form.username or form.email.split("@")[0][:50].ljust(2, "_"),
        password_hash=password_hash,
        business_type=form.business_type or trade.business_type,
        terms_version=TERMS_VERSION if form.consent else None,
        consented_at=now() if form.consent else None,
    )
    session.add(user)
    try:
        session.flush()
    except IntegrityError as error:
        raise EmailTaken from error
    if form.brand_name:
        store = stores.create(session, user.id, StoreCreate(brand_name=form.brand_name, trade=trade.key))
        projects.create(session, user.id, ProjectCreate(title=projects.FIRST_TITLE, store_id=store.id))
    return user


def authenticate(session: Session, email: str, password: str) -> User:
    """The account, or WrongCredentials: the same answer after the same time for an unknown e-mail."""
    user = session.scalar(select(User).where(User.email == email.strip().lower()))
    fits = verify_password(password, user.password_hash if user else None)
    if user is None or not fits or not user.is_active:
        raise WrongCredentials
    return user


def issue_token(user: User, secret: str, minutes: int) -> str:
    """A token for ``user``, good for ``minutes``."""
    return make_token(secret, user.id, user.token_version, minutes)[0]


def principal(session: Session, secret: str, encoded: str | None) -> Principal:
    """Who the token speaks for, or NotSignedIn."""
    if not encoded:
        raise NotSignedIn
    token = read_token(secret, encoded)
    user = session.get(User, token.user_id)
    revoked = session.get(RevokedToken, token.jti)
    if user is None or not user.is_active or user.token_version != token.version or revoked is not None:
        raise NotSignedIn
    consented = user.terms_version == TERMS_VERSION
    return Principal(user.id, user.email, user.username, user.language, consented, token)


def sign_out(session: Session, who: Principal) -> None:
    """Revoke this token alone; expired revocations are cleared on the way."""
    session.execute(delete(RevokedToken).where(RevokedToken.expires_at < now()))
    expires = datetime.fromtimestamp(who.token.expires_at, UTC)
    session.merge(RevokedToken(jti=who.token.jti, expires_at=expires))


def sign_out_everywhere(session: Session, who: Principal) -> None:
    """Revoke every token of the account."""
    session.get_one(User, who.user_id).token_version += 1


def checked_password(session: Session, who: Principal, form: PasswordChange) -> tuple[str, str]:
    """(the stored hash, that of the new password); WrongCredentials when the current password does not fit.

    Reads only, so that the two slow hashes hold up no writer.
    """
    stored = session.get_one(User, who.user_id).password_hash
    if not verify_password(form.current_password, stored):
        raise WrongCredentials("지금 비밀번호가 맞지 않아요. 다시 확인해 주세요.", "The current password is wrong.")
    return stored, hash_password(form.new_password)


def change_password(session: Session, who: Principal, stored: str, new: str) -> User:
    """Put the hash ``new`` in the place of ``stored`` and revoke every token.

    Raises WrongCredentials when another change came between.
    """
    user = session.get_one(User, who.user_id)
    if user.password_hash != stored:
        raise WrongCredentials("비밀번호가 방금 바뀌었어요. 새 비밀번호로 다시 해 주세요.",
                               "The password was changed a moment ago. Please use the new one.")
    user.password_hash = new
    user.token_version += 1
    session.flush()
    return user


def consent(session: Session, who: Principal) -> User:
    """Record that this version of the terms was agreed to."""
    user = session.get_one(User, who.user_id)
    user.terms_version, user.consented_at = TERMS_VERSION, now()
    session.flush()
    return user


def set_language(session: Session, who: Principal, language: str) -> User:
    """Keep the page's language ("ko" or "en")."""
    user = session.get_one(User, who.user_id)
    user.language = language if language in ("ko", "en") else "ko"
    session.flush()
    return user


def view(session: Session, user: User) -> dict[str, Any]:
    """The account as programs see it, its stores included."""
    mine = session.scalars(owned(Store, user.id).order_by(Store.id))
    return {"id": user.id, "email": user.email, "username": user.username, "business_type": user.business_type,
            "is_verified": user.is_verified, "is_active": user.is_active, "language": user.language,
            "consented": user.terms_version == TERMS_VERSION, "consented_at": stamp(user.consented_at),
            "created_at": stamp(user.created_at), "updated_at": stamp(user.updated_at),
            "stores": [stores.view(store) for store in mine]}
