"""Whole ads and campaigns as a zip, and the log of what left the house."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from .. import exports
from ..forms import ExportNote, Id
from .identity import Serving, Who, principal_of
from .images import Notice, disposition
from .routing import Limit, Skip

router = APIRouter(tags=["downloads"])
_ZIP: dict[int | str, dict[str, Any]] = {200: {"content": {"application/zip": {}}}}


@router.get("/contents/{content_id}/zip", response_class=Response, responses=_ZIP)
def content_zip(content_id: Id, request: Request, services: Serving, exp: str = "", sig: str = "",
                notice: Notice = False) -> Response:
    """Every size of the ad, its words for each channel, and the record of labels. With `exp` and `sig` of the address
    that `zip-link` answers no sign-in is needed."""
    return _answer(request, exports.Wanted("contents", content_id), (exp, sig), notice)


@router.get("/projects/{project_id}/zip", response_class=Response, responses=_ZIP)
def project_zip(project_id: Id, request: Request, services: Serving, exp: str = "", sig: str = "",
                notice: Notice = False) -> Response:
    """Every ad of the campaign, each in a folder of its own."""
    return _answer(request, exports.Wanted("projects", project_id), (exp, sig), notice)


@router.get("/contents/{content_id}/zip-link")
def content_zip_link(content_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """A signed address of the ad's zip, good for an hour."""
    return exports.zip_link(services, who.user_id, exports.Wanted("contents", content_id))


@router.get("/projects/{project_id}/zip-link")
def project_zip_link(project_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """A signed address of the campaign's zip, good for an hour."""
    return exports.zip_link(services, who.user_id, exports.Wanted("projects", project_id))


@router.get("/users/me/exports", tags=["users"])
def list_exports(who: Who, services: Serving, skip: Skip = 0, limit: Limit = 100) -> list[dict[str, Any]]:
    """What was downloaded, packed or printed, newest first, and whether the AI mark and the notice were shown."""
    with services.reading() as session:
        return exports.listed(session, who.user_id, skip, limit)


@router.post("/contents/{content_id}/exports", status_code=201)
def note_export(content_id: Id, form: ExportNote, who: Who, services: Serving) -> dict[str, Any]:
    """Write down that the ad was shared from a phone: that leaves no download behind."""
    return exports.shared(services, who.user_id, content_id, form)


def _answer(request: Request, wanted: exports.Wanted, signed: tuple[str, str], notice: bool) -> Response:
    services = request.scope["adgen.services"]
    user_id = exports.holder(services, wanted, *signed) or principal_of(request).user_id
    packed = exports.pack(services, user_id, wanted, notice)
    headers = {"Content-Disposition": disposition(packed.name, ".zip"), "Content-Length": str(packed.size)}
    return StreamingResponse(packed.chunks(), media_type="application/zip", headers=headers)
