"""Sign-ins: a row for each browser or program, so that its owner sees them all and can end one."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from .audit import Visitor
from .errors import SessionNotFound
from .models import SignIn, User, now
from .owned import stamp

SEEN = timedelta(minutes=1)
"""How exactly it is kept when a sign-in was last used: each is a durable write."""
KEPT = timedelta(days=90)
"""How long ended ones are kept: they tell from which addresses an account is used."""


def begin(session: Session, user: User, visitor: Visitor, minutes: int) -> SignIn:
    """A new sign-in of ``user``; those long over are cleared on the way."""
    session.execute(delete(SignIn).where(SignIn.expires_at < now() - KEPT))
    row = SignIn(id=secrets.token_hex(16), user_id=user.id, agent=visitor.agent[:200], address=visitor.address[:64],
                 expires_at=now() + timedelta(minutes=minutes))
    session.add(row)
    session.flush()
    return row


def renew(session: Session, sign_in: str, expires_at: int) -> None:
    """The sign-in's token was renewed until ``expires_at`` (epoch)."""
    session.execute(update(SignIn).where(SignIn.id == sign_in).values(
        expires_at=datetime.fromtimestamp(expires_at, UTC), seen_at=now()))


def touch(session: Session, sign_in: str) -> None:
    """The sign-in is in use."""
    session.execute(update(SignIn).where(SignIn.id == sign_in).values(seen_at=now()))


def end(session: Session, user_id: int, sign_in: str) -> SignIn:
    """End one sign-in of the user; SessionNotFound."""
    row: SignIn | None = session.scalar(_live(user_id).where(SignIn.id == sign_in))
    if row is None:
        raise SessionNotFound
    row.ended_at = now()
    session.flush()
    return row


def end_all(session: Session, user_id: int) -> None:
    """End every sign-in of the user."""
    session.execute(update(SignIn).where(SignIn.user_id == user_id, SignIn.ended_at.is_(None))
                    .values(ended_at=now()))


def _live(user_id: int) -> Any:
    return select(SignIn).where(SignIn.user_id == user_id, SignIn.ended_at.is_(None), SignIn.expires_at > now())


def listed(session: Session, user_id: int, current: str = "") -> list[dict[str, Any]]:
    """The user's sign-ins that hold, the latest used first; ``current`` is the caller's own."""
    rows = session.scalars(_live(user_id).order_by(SignIn.seen_at.desc(), SignIn.id))
    return [{"id": row.id, "agent": row.agent, "address": row.address, "created_at": stamp(row.created_at),
             "seen_at": stamp(row.seen_at), "expires_at": stamp(row.expires_at), "current": row.id == current}
            for row in rows]


def used_from(session: Session, email: str, address: str) -> bool:
    """Whether the account of ``email`` was signed in to from ``address`` before."""
    earlier = (select(SignIn.id).join(User, User.id == SignIn.user_id)
               .where(User.email == email.strip().lower(), SignIn.address == address))
    return bool(address) and session.scalar(earlier.limit(1)) is not None
