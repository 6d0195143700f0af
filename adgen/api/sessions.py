"""``/users/me/sessions`` and ``/users/me/tokens``: who speaks for the account, and how to stop them; and its limits."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request

from .. import audit, limits, sessions, tokens
from ..forms import Id, TokenCreate
from .identity import Serving, Who, visitor_of

router = APIRouter(prefix="/users/me", tags=["users"])
SignInId = Annotated[str, Path(max_length=64)]


@router.get("/sessions")
def list_sessions(who: Who, services: Serving) -> list[dict[str, Any]]:
    """The browsers and programs that are signed in, the latest used first; `current` is the caller's own."""
    with services.reading() as session:
        return sessions.listed(session, who.user_id, who.token.sign_in if who.token else "")


@router.delete("/sessions/{session_id}")
def end_session(session_id: SignInId, who: Who, request: Request, services: Serving) -> dict[str, Any]:
    """Sign one of them out at once."""
    with services.writing() as session:
        ended = sessions.end(session, who.user_id, session_id)
        audit.note(session, "session_ended", who.user_id, visitor_of(request), subject=ended.agent)
    return {"id": session_id, "ended": True}


@router.get("/tokens")
def list_tokens(who: Who, services: Serving) -> list[dict[str, Any]]:
    """Your API tokens, newest first. The tokens themselves are kept nowhere."""
    with services.reading() as session:
        return tokens.listed(session, who.user_id)


@router.post("/tokens", status_code=201)
def create_token(form: TokenCreate, who: Who, request: Request, services: Serving) -> dict[str, Any]:
    """Make a token for a program. `token` is shown this once; send it as `Authorization: Bearer …`."""
    with services.writing() as session:
        row, token = tokens.create(session, who.user_id, form)
        audit.note(session, "token_made", who.user_id, visitor_of(request), subject=row.name, scope=form.scope)
        return {**tokens.view(row), "token": token}


@router.delete("/tokens/{token_id}")
def revoke_token(token_id: Id, who: Who, request: Request, services: Serving) -> dict[str, Any]:
    """The token is good no more, at once."""
    with services.writing() as session:
        row = tokens.revoke(session, who.user_id, token_id)
        audit.note(session, "token_revoked", who.user_id, visitor_of(request), subject=row.name)
        return {**tokens.view(row), "revoked": True}


@router.get("/limits")
def get_limits(who: Who, services: Serving) -> dict[str, Any]:
    """What you may take (null: no limit) and what you took: jobs running, jobs not ended, jobs of today in Korea, and
    MB of photos and ads."""
    with services.reading() as session:
        return limits.view(session, services.settings, who.user_id)
