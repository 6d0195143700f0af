"""Accounts: register, sign in, sign out, and ``principal()``: the one gate for identity.

The token says who; the database says, at every request, whether that still holds. A check added to some copies of
this function but not to others would be no check at all, so the page, REST, gradio_client and MCP all come here.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from . import projects, sessions, stores, tokens
from .audit import Visitor
from .errors import EmailTaken, NotAllowed, NotSignedIn, Suspended, WrongCredentials
from .forms import PasswordChange, ProjectCreate, Register, StoreCreate
from .models import ApiToken, RevokedToken, SignIn, Store, User, now
from .owned import owned, stamp
from .security import Token, hash_password, make_token, read_token, verify_password
from .trades import TRADES

TERMS_VERSION = "2026-11"
_SPEAKER = (User.id, User.email, User.username, User.language, User.terms_version, User.role, User.is_active,
            User.suspended_at, User.token_version)
_SIGNED_IN = (select(*_SPEAKER, SignIn.seen_at, SignIn.ended_at, RevokedToken.jti).select_from(User)
              .outerjoin(SignIn, SignIn.id == bindparam("sign_in"))
              .outerjoin(RevokedToken, RevokedToken.jti == bindparam("token")).where(User.id == bindparam("user")))
"""All that decides whether a sign-in holds, in one look: every request takes it."""


@dataclass(frozen=True)
class Principal:
    """Who is calling. ``consented`` is whether this version of the terms was agreed to; ``scope`` what the caller may
    do (one of ``tokens.SCOPES``); ``token`` a sign-in's, ``api_token`` the id of an API token; ``unseen`` when it has
    been a while since its use was noted."""

    user_id: int
    email: str
    username: str
    language: str
    consented: bool
    role: str = "owner"
    scope: str = "all"
    token: Token | None = None
    api_token: int | None = None
    unseen: bool = False

    def must(self, scope: str) -> None:
        """NotAllowed unless the caller's scope is enough."""
        if not tokens.covers(self.scope, scope):
            raise NotAllowed("이 키로는 할 수 없어요. 권한이 더 넓은 키({scope})를 써 주세요.",
                             "This token may not do that. Please use one with the scope {scope}.", scope=scope)


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
    """The account, or WrongCredentials: the same answer after the same time for an unknown e-mail. Only who knows the
    password learns that the account is Suspended."""
    user = session.scalar(select(User).where(User.email == email.strip().lower()))
    fits = verify_password(password, user.password_hash if user else None)
    if user is None or not fits or not user.is_active:
        raise WrongCredentials
    if user.suspended_at is not None:
        raise Suspended
    return user


def issue_token(user: User, secret: str, minutes: int) -> str:
    """A token for ``user``, good for ``minutes``."""
    return make_token(secret, user.id, user.token_version, minutes)[0]


def begin_session(session: Session, user: User, visitor: Visitor, secret: str, minutes: int) -> str:
    """A token for ``user`` of a new sign-in, which the list of sessions shows."""
    sign_in = sessions.begin(session, user, visitor, minutes)
    return make_token(secret, user.id, user.token_version, minutes, sign_in.id)[0]


def renewed(session: Session, who: Principal, secret: str, minutes: int) -> str:
    """A new token of the same sign-in. NotAllowed for an API token: no sign-in may outlive it."""
    if who.token is None:
        raise NotAllowed
    user = session.get_one(User, who.user_id)
    encoded, token = make_token(secret, user.id, user.token_version, minutes, who.token.sign_in)
    sessions.renew(session, token.sign_in, token.expires_at)
    return encoded


def principal(session: Session, secret: str, encoded: str | None) -> Principal:
    """Who the token speaks for, or NotSignedIn; Suspended for an account that was."""
    if not encoded:
        raise NotSignedIn
    if encoded.startswith(tokens.PREFIX):
        return _by_api_token(session, encoded)
    token = read_token(secret, encoded)
    user = session.execute(_SIGNED_IN, {"user": token.user_id, "sign_in": token.sign_in, "token": token.jti}).first()
    if user is None or user.token_version != token.version or user.jti is not None or user.ended_at is not None:
        raise NotSignedIn
    return _standing(user, token=token, unseen=user.seen_at is not None and now() - user.seen_at > sessions.SEEN)


def _by_api_token(session: Session, encoded: str) -> Principal:
    row: ApiToken | None = tokens.find(session, encoded)
    user = session.execute(select(*_SPEAKER).where(User.id == row.user_id)).first() if row else None
    if row is None or user is None:
        raise NotSignedIn
    unseen = row.used_at is None or now() - row.used_at > sessions.SEEN
    return _standing(user, scope=tokens.widest(row.scopes), api_token=row.id, unseen=unseen)


def _standing(user: Any, **how: Any) -> Principal:
    if not user.is_active:
        raise NotSignedIn
    if user.suspended_at is not None:
        raise Suspended
    consented = user.terms_version == TERMS_VERSION
    return Principal(user.id, user.email, user.username, user.language, consented, user.role, **how)


def touch(session: Session, who: Principal) -> None:
    """Note that the sign-in or the API token is in use."""
    if who.api_token is not None:
        tokens.touch(session, who.api_token)
    elif who.token is not None:
        sessions.touch(session, who.token.sign_in)


def sign_out(session: Session, who: Principal) -> None:
    """End this sign-in with all its tokens; expired revocations are cleared on the way. An API token stays."""
    session.execute(delete(RevokedToken).where(RevokedToken.expires_at < now()))
    if who.token is None:
        return
    expires = datetime.fromtimestamp(who.token.expires_at, UTC)
    session.merge(RevokedToken(jti=who.token.jti, expires_at=expires))
    sign_in = session.get(SignIn, who.token.sign_in)
    if sign_in is not None:
        sign_in.ended_at = now()


def sign_out_everywhere(session: Session, who: Principal) -> None:
    """Revoke every token of every sign-in of the account. API tokens stay: programs do not sign in."""
    session.get_one(User, who.user_id).token_version += 1
    sessions.end_all(session, who.user_id)


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
    sessions.end_all(session, user.id)
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
            "is_verified": user.is_verified, "is_active": user.is_active, "role": user.role, "language": user.language,
            "consented": user.terms_version == TERMS_VERSION, "consented_at": stamp(user.consented_at),
            "created_at": stamp(user.created_at), "updated_at": stamp(user.updated_at),
            "stores": [stores.view(store) for store in mine]}
