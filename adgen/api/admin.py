"""``/admin``: for admins alone; who is none is told NotAllowed at every single call, whatever the page shows."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from .. import admin, audit
from ..accounts import Principal
from ..errors import NotAllowed
from ..forms import AdminUser, Id
from .identity import Serving, Who, visitor_of
from .routing import Limit, Skip


def _admin(who: Who) -> Principal:
    if who.role != admin.ADMIN:
        raise NotAllowed
    return who


Admin = Annotated[Principal, Depends(_admin)]
router = APIRouter(prefix="/admin", tags=["admin"], dependencies=[Depends(_admin)])
Search = Annotated[str, Query(max_length=254, description="part of an e-mail or a name")]


@router.get("/users")
def list_users(services: Serving, q: Search = "", skip: Skip = 0, limit: Limit = 50) -> list[dict[str, Any]]:
    """Accounts, newest first, with their limits and what they took."""
    with services.reading() as session:
        return admin.users(session, services.settings, q.strip(), skip, limit)


@router.get("/users/{user_id}")
def get_user(user_id: Id, services: Serving) -> dict[str, Any]:
    """One account."""
    with services.reading() as session:
        return admin.view(session, services.settings, admin.user_of(session, user_id))


@router.patch("/users/{user_id}")
def change_user(user_id: Id, form: AdminUser, who: Admin, request: Request, services: Serving) -> dict[str, Any]:
    """Set `role`, `quota`, or suspend and resume. Suspending ends every sign-in and cancels what is being made."""
    return admin.change(services, who, user_id, form, visitor_of(request))


@router.delete("/users/{user_id}/tokens")
def revoke_tokens(user_id: Id, who: Admin, request: Request, services: Serving) -> dict[str, Any]:
    """End every API token of the account."""
    return admin.revoke_tokens(services, who, user_id, visitor_of(request))


@router.get("/overview")
def overview(services: Serving) -> dict[str, Any]:
    """How the service stands: jobs by state, times by stage, files, accounts, the language model's use."""
    return admin.overview(services)


@router.get("/queue")
def queue(services: Serving) -> dict[str, Any]:
    """Jobs that wait and run, and the workers."""
    return admin.queue(services)


@router.get("/storage")
def storage(services: Serving) -> dict[str, Any]:
    """The disk, and who keeps most on it."""
    return admin.storage(services)


@router.get("/errors")
def list_errors(services: Serving) -> dict[str, Any]:
    """Failed jobs of the last seven days."""
    return admin.errors(services)


@router.get("/audit")
def list_audit(services: Serving, user_id: Id | None = None, action: str | None = None, skip: Skip = 0,
               limit: Limit = 100) -> list[dict[str, Any]]:
    """The log: sign-ins, exports, deletions, tokens, acts of admins; newest first."""
    with services.reading() as session:
        return audit.listed(session, user_id, action, skip, limit)
