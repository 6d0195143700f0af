"""``/photos``: the owner's own pictures."""

from typing import Annotated, Any

from fastapi import APIRouter, File, UploadFile

from ..forms import Id
from .identity import Serving, Who
from .routing import Limit, Skip, collection

router = APIRouter(prefix="/photos", tags=["photos"])
Upload = Annotated[UploadFile, File(description="JPEG, PNG or WebP")]


@collection(router, "POST", 201)
def upload_photo(file: Upload, who: Who, services: Serving) -> dict[str, Any]:
    """Keep a photo: it is turned upright, re-encoded and freed of its metadata. `photo_id` goes into `generate`."""
    return services.add_photo(who.user_id, file.file.read())


@collection(router, "GET")
def list_photos(who: Who, services: Serving, skip: Skip = 0, limit: Limit = 100) -> list[dict[str, Any]]:
    """Your photos, newest first."""
    return services.photos(who.user_id, skip, limit)


@router.get("/{photo_id}")
def get_photo(photo_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """A photo, with a signed link that is good for 24 hours."""
    return services.photo(who.user_id, photo_id)


@router.delete("/{photo_id}")
def delete_photo(photo_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """Delete a photo for good. Ads made from it keep their picture."""
    return services.drop_photo(who.user_id, photo_id)
