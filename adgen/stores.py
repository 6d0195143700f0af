"""Stores: create, read, change, delete, and their view for programs."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from . import audit, jobs
from .forms import StoreCreate, StoreUpdate
from .models import Content, Photo, Project, Store
from .owned import get_owned, latest_first, mark_deleted, owned, stamp

FIELDS = ("brand_name", "brand_tone", "description", "trade", "phone", "address", "opening_hours", "link_url",
          "logo_url", "logo_id", "font", "brand_colors", "banned_words", "samples", "learned")
_LISTS = ("brand_colors", "banned_words", "samples", "learned")


def view(store: Store) -> dict[str, Any]:
    """The store as programs see it."""
    return {"id": store.id, "user_id": store.user_id, **{name: getattr(store, name) for name in FIELDS},
            "created_at": stamp(store.created_at), "updated_at": stamp(store.updated_at),
            "deleted_at": stamp(store.deleted_at)}


def create(session: Session, user_id: int, form: StoreCreate) -> Store:
    """A new store of ``user_id``. PhotoNotFound when the logo is not one of the user's photos."""
    values = form.model_dump()
    _check_logo(session, user_id, form.logo_id)
    store = Store(user_id=user_id, **{**values, **{name: values[name] or [] for name in _LISTS}})
    session.add(store)
    session.flush()
    return store


def listed(session: Session, user_id: int, skip: int = 0, limit: int = 100, *, deleted: bool = False) -> list[Store]:
    """The user's stores, oldest first; with ``deleted`` those that can still be restored, the last deleted first."""
    query = latest_first(owned(Store, user_id, deleted), Store, deleted, Store.id)
    return list(session.scalars(query.offset(skip).limit(limit)))


def update(session: Session, user_id: int, store_id: int, form: StoreUpdate) -> Store:
    """Change the fields that were sent; null empties an optional one, a list becomes empty."""
    store = get_owned(session, Store, store_id, user_id)
    _check_logo(session, user_id, form.logo_id)
    for name, value in form.model_dump(exclude_unset=True).items():
        if value is None and name in ("brand_name", "trade"):
            continue
        setattr(store, name, [] if value is None and name in _LISTS else value)
    session.flush()
    return store


def delete(session: Session, user_id: int, store_id: int) -> dict[str, Any]:
    """Delete; the view says in ``deleted`` what went with it. Its jobs that have not ended are cancelled."""
    store = get_owned(session, Store, store_id, user_id)
    answer = {**view(store), "deleted": contained(session, user_id, store_id)}
    campaigns = session.scalars(select(Project.id).where(Project.store_id == store_id)).all()
    answer["deleted"]["jobs"] = jobs.cancel_all(session, user_id, campaigns)
    mark_deleted(store)
    audit.note(session, "deleted", user_id, subject=f"store {store.id}")
    return answer


def contained(session: Session, user_id: int, store_id: int) -> dict[str, int]:
    """How many projects and ads the store shows: versions that an edit replaced are not counted."""
    projects = owned(Project, user_id).where(Project.store_id == store_id)
    contents = owned(Content, user_id).where(Project.store_id == store_id, Content.replaced_by_id.is_(None))
    return {"projects": _count(session, projects), "contents": _count(session, contents)}


def _check_logo(session: Session, user_id: int, photo_id: int | None) -> None:
    if photo_id is not None:
        get_owned(session, Photo, photo_id, user_id)


def _count(session: Session, query: Any) -> int:
    return session.scalar(select(func.count()).select_from(query.subquery())) or 0
