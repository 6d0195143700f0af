"""API tokens: named, scoped, shown once, kept as a hash, revocable. They speak for their owner wherever one signs
in."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from .errors import InvalidInput, TokenNotFound
from .forms import TokenCreate
from .models import ApiToken, now
from .owned import stamp
from .security import digest, new_secret

PREFIX = "adg_"
SCOPES = ("read", "write", "all")
"""Each holds those before it: to look; to make, change and delete; to govern the account too (sign-ins, tokens)."""
SHOWN = 12
MOST = 50


def covers(held: str, needed: str) -> bool:
    """Whether the scope ``held`` is enough for ``needed``."""
    return SCOPES.index(held) >= SCOPES.index(needed)


def widest(scopes: list[str]) -> str:
    """The scope that holds all of ``scopes``."""
    return max((scope for scope in scopes if scope in SCOPES), key=SCOPES.index, default="read")


def create(session: Session, user_id: int, form: TokenCreate) -> tuple[ApiToken, str]:
    """(the row, the token itself: it is kept nowhere). InvalidInput beyond fifty that hold."""
    if (session.scalar(select(func.count()).select_from(_held(user_id).subquery())) or 0) >= MOST:
        raise InvalidInput("키는 {most}개까지 만들 수 있어요. 쓰지 않는 키를 지워 주세요.",
                           "You can have {most} tokens. Please delete one that is not used.", most=MOST)
    token = new_secret(PREFIX)
    expires = now() + timedelta(days=form.days) if form.days else None
    row = ApiToken(user_id=user_id, name=form.name, prefix=token[:SHOWN], hash=digest(token), scopes=[form.scope],
                   expires_at=expires)
    session.add(row)
    session.flush()
    return row, token


def _held(user_id: int) -> Any:
    return select(ApiToken).where(ApiToken.user_id == user_id, ApiToken.revoked_at.is_(None))


def find(session: Session, token: str) -> ApiToken | None:
    """The row of a token that holds, else None."""
    row = session.scalar(select(ApiToken).where(ApiToken.hash == digest(token)))
    if row is None or row.revoked_at is not None or (row.expires_at is not None and row.expires_at <= now()):
        return None
    return row


def touch(session: Session, token_id: int) -> None:
    """The token is in use."""
    session.execute(update(ApiToken).where(ApiToken.id == token_id).values(used_at=now()))


def revoke(session: Session, user_id: int, token_id: int) -> ApiToken:
    """The token is good no more; TokenNotFound."""
    row: ApiToken | None = session.scalar(_held(user_id).where(ApiToken.id == token_id))
    if row is None:
        raise TokenNotFound
    row.revoked_at = now()
    session.flush()
    return row


def revoke_all(session: Session, user_id: int) -> None:
    """Every token of the user is good no more."""
    session.execute(update(ApiToken).where(ApiToken.user_id == user_id, ApiToken.revoked_at.is_(None))
                    .values(revoked_at=now()))


def listed(session: Session, user_id: int) -> list[dict[str, Any]]:
    """The user's tokens that were not revoked, newest first."""
    return [view(row) for row in session.scalars(_held(user_id).order_by(ApiToken.id.desc()))]


def view(row: ApiToken) -> dict[str, Any]:
    """The token as programs see it: enough to recognise it, nothing to use it with."""
    return {"id": row.id, "name": row.name, "prefix": row.prefix, "scopes": row.scopes,
            "created_at": stamp(row.created_at), "used_at": stamp(row.used_at), "expires_at": stamp(row.expires_at),
            "expired": row.expires_at is not None and row.expires_at <= now()}
