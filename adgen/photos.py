"""Uploaded photos: kept re-encoded, owned, and never needed by the ads that were made from them."""

from pathlib import Path
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from .errors import ImageNotFound
from .files import ImageFiles, Written
from .models import Photo, Store
from .owned import get_owned, owned, stamp


def view(photo: Photo, url: str) -> dict[str, Any]:
    """The photo as programs see it."""
    return {"id": photo.id, "photo_id": photo.id, "width": photo.width, "height": photo.height,
            "colors": photo.colors, "url": url, "created_at": stamp(photo.created_at)}


def add(session: Session, user_id: int, kept: Written, size: tuple[int, int], colors: tuple[str, ...]) -> Photo:
    """The row of a photo whose file is written."""
    photo = Photo(user_id=user_id, name=kept.name, sha256=kept.sha256, bytes=kept.bytes, width=size[0],
                  height=size[1], colors=list(colors))
    session.add(photo)
    session.flush()
    return photo


def listed(session: Session, user_id: int, skip: int = 0, limit: int = 100) -> list[Photo]:
    """The user's photos, newest first."""
    return list(session.scalars(owned(Photo, user_id).order_by(Photo.id.desc()).offset(skip).limit(limit)))


def delete(session: Session, user_id: int, photo_id: int) -> Photo:
    """Remove the row at once; stores lose it as their logo. The caller removes the file after the commit."""
    photo = get_owned(session, Photo, photo_id, user_id)
    session.execute(update(Store).where(Store.logo_id == photo_id).values(logo_id=None))
    session.delete(photo)
    session.flush()
    return photo


def path(session: Session, photo_id: int | None, user_id: int, files: ImageFiles) -> Path | None:
    """Where the user's photo lies; None when there is no such photo (it may have been deleted since)."""
    if photo_id is None:
        return None
    name = session.scalar(select(Photo.name).where(Photo.id == photo_id, Photo.user_id == user_id))
    try:
        return files.path(name) if name else None
    except ImageNotFound:
        return None
