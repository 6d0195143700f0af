"""``/contents``: finished ads, and the call that makes one and waits for it."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from .. import contents, exports
from ..forms import AdRequest, Id
from ..models import Content
from ..owned import restore
from .identity import Serving, Who
from .images import Download, Notice, picture
from .pages import health_answer
from .routing import Deleted, Key, Limit, Skip, collection

router = APIRouter(prefix="/contents", tags=["contents"])
ContentType = Literal["text_ad", "image_gen", "background_removal", "sketch_to_image"]
Sought = Annotated[str | None, Query(max_length=100, description="words that the ad must hold")]
Variant = Annotated[str, Query(max_length=40, description="`main`, `base` (without text), or a channel's key")]


@router.get("/health")
def contents_health(services: Serving) -> Response:
    """Whether ads can be made."""
    return health_answer(services)


@router.post("/generate")
async def generate(form: AdRequest, who: Who, services: Serving, key: Key = None) -> dict[str, Any]:
    """Make an ad with generative AI and wait for it. Who goes away cancels nothing; after the wait, 504 with
    `still_running` and `job_id`."""
    return await services.generate(who.user_id, form, key)


@collection(router, "GET")
def list_contents(who: Who, services: Serving, project_id: Id | None = None, skip: Skip = 0, limit: Limit = 100,
                  content_type: ContentType | None = None, versions: bool = False,
                  deleted: Deleted = False, q: Sought = None) -> list[dict[str, Any]]:
    """Your ads, newest first; `versions` shows also those that a later edit replaced, `q` only those
    that hold every word of it (what was asked for, and the headline)."""
    link = services.link(who.user_id)
    with services.reading() as session:
        rows = contents.listed(session, who.user_id, project_id, skip, limit, content_type, versions=versions,
                               deleted=deleted, q=q)
        return [contents.view(row, link) for row in rows]


@router.get("/{content_id}")
def get_content(content_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """An ad, with signed links to its pictures that are good for 24 hours."""
    return services.content(who.user_id, content_id)


@router.delete("/{content_id}")
def delete_content(content_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """Delete an ad; `restore` brings it back for 30 days."""
    with services.writing() as session:
        return contents.delete(session, who.user_id, content_id, services.link(who.user_id))


@router.post("/{content_id}/restore")
def restore_content(content_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """Undo the deletion."""
    with services.writing() as session:
        return contents.view(restore(session, Content, content_id, who.user_id), services.link(who.user_id))


@router.get("/{content_id}/image", response_class=Response)
def content_image(content_id: Id, who: Who, request: Request, variant: Variant = "main",
                  download: Download = None, notice: Notice = False) -> Response:
    """The picture itself: `variant=base` is the one without text, a channel's key that channel's poster."""
    services = request.scope["adgen.services"]
    with services.reading() as session:
        name = contents.file_of(session, who.user_id, content_id, variant)
    if download is not None:
        exports.downloaded(services, who.user_id, name, notice)
    return picture(services, name, download)
