"""What can be chosen (channels, templates, lettering, compositions), and live candidates of an ad."""

from typing import Any

from fastapi import APIRouter, Response

from .. import channels, editing
from ..forms import Candidates, Id, PosterEdit
from .identity import Serving, Who

router = APIRouter(tags=["looks"])


@router.get("/channels")
def list_channels() -> list[dict[str, Any]]:
    """The channels' sizes and text limits, with source and sureness; the refused ones say why."""
    return channels.as_dicts()


@router.get("/templates")
def list_templates(services: Serving) -> dict[str, Any]:
    """What `template`, `font` and `style` may be."""
    return services.pool.choices()


@router.post("/candidates")
def candidates(form: Candidates, who: Who, services: Serving) -> dict[str, Any]:
    """Looks of an ad, drawn now: no job, nothing is stored. Send `template`, `style`, `font` and `seed` of the one
    that is liked to `generate`."""
    return editing.candidates(services, who.user_id, form)


@router.post("/contents/{content_id}/posters", tags=["contents"], status_code=201,
             responses={200: {"description": "with `preview`: the posters, small"}})
def edit_posters(content_id: Id, form: PosterEdit, who: Who, services: Serving, response: Response) -> dict[str, Any]:
    """Render the ad again with other words, sizes, colours, lettering, template or photo, without generation. With
    `preview` nothing is stored; otherwise a new version is made, and the earlier one stays."""
    if form.preview:
        response.status_code = 200
        return editing.preview(services, who.user_id, content_id, form)
    return editing.save(services, who.user_id, content_id, form)
