"""What an owner may always have: their data, and an end to it."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from .. import entry, leaving
from ..forms import Farewell
from .identity import Serving, Who, address_of, cookie, hashing, principal_of, visitor_of
from .images import disposition

router = APIRouter(prefix="/users/me", tags=["users"])
_ZIP: dict[int | str, dict[str, Any]] = {200: {"content": {"application/zip": {}}}}


@router.get("/export", response_class=Response, responses=_ZIP)
def export(request: Request, services: Serving, user: str = "", exp: str = "", sig: str = "") -> Response:
    """Everything that is kept about your account: records as JSON, and every picture, as a zip made while it is sent.
    With the address that `export-link` answers no sign-in is needed."""
    user_id = leaving.holder(services, user, exp, sig) or principal_of(request).user_id
    pieces = leaving.export(services, leaving.Caller(user_id, address_of(request)))
    return StreamingResponse(pieces, media_type="application/zip",
                             headers={"Content-Disposition": disposition("AdGen 내 데이터", ".zip"),
                                      "Cache-Control": "no-store"})


@router.get("/export-link")
def export_link(who: Who, services: Serving) -> dict[str, Any]:
    """A signed address of that zip, good for an hour."""
    return leaving.export_link(services, who.user_id)


@router.delete("")
async def delete_account(form: Farewell, who: Who, request: Request, response: Response,
                         services: Serving) -> dict[str, Any]:
    """Delete your account, every store, ad, picture and job, at once and for good: nothing brings it back."""
    def work() -> dict[str, Any]:
        with entry.counted(services, who.email, visitor_of(request)):
            leaving.check_password(services, who.user_id, form.password)
        return leaving.delete_account(services, leaving.Caller(who.user_id, address_of(request)))

    answer = await hashing(request, work)
    response.headers.append("set-cookie", cookie(request, ""))
    return answer
