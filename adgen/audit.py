"""The log of what may have to be answered for: sign-ins, exports, deletions, tokens, acts of admins.

It names who, what and from where; never a password, a token or the words of an ad.
"""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Audit
from .owned import stamp

Action = Literal["registered", "signed_in", "sign_in_failed", "signed_out", "session_ended", "password_changed",
                 "password_reset", "reset_asked", "email_verified", "token_made", "token_revoked", "exported",
                 "data_exported", "deleted", "account_deleted", "suspended", "resumed", "quota_set", "role_set"]
ACTIONS: tuple[Action, ...] = get_args(Action)
"""The page has a word for each (``admin.act.…``)."""


@dataclass(frozen=True)
class Visitor:
    """Where a request came from: the network address, and what the program calls itself."""

    address: str = ""
    agent: str = ""


def note(session: Session, action: Action, user_id: int | None, visitor: Visitor | None = None, *, subject: str = "",
         actor_id: int | None = None, **details: Any) -> None:
    """Write one line in the caller's transaction: the act and its line are kept together or not at all.

    ``user_id`` is whom it concerns, ``actor_id`` who did it where that is another (an admin).
    """
    session.add(Audit(action=action, user_id=user_id, actor_id=user_id if actor_id is None else actor_id,
                      subject=subject[:100], address=(visitor.address if visitor else "")[:64], details=details))


def listed(session: Session, user_id: int | None = None, action: str | None = None, skip: int = 0,
           limit: int = 100) -> list[dict[str, Any]]:
    """The newest lines, of one user or one action alone where that is asked for."""
    query = select(Audit)
    if user_id is not None:
        query = query.where(Audit.user_id == user_id)
    if action:
        query = query.where(Audit.action == action)
    return [{"id": row.id, "at": stamp(row.at), "user_id": row.user_id, "actor_id": row.actor_id,
             "action": row.action, "subject": row.subject, "address": row.address, "details": row.details}
            for row in session.scalars(query.order_by(Audit.id.desc()).offset(skip).limit(limit))]
