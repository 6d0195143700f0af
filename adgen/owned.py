"""Ownership, decided once: who may see a row, and that it is not deleted anywhere above.

What belongs to others does not exist: the answer is "not found".
"""

from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session, object_session

from .errors import ContentNotFound, JobNotFound, NotFound, PhotoNotFound, ProjectNotFound, StoreNotFound
from .models import Content, Job, Photo, Project, Store, now

UNDO = timedelta(days=30)
Row = TypeVar("Row", Store, Project, Content, Job, Photo)
Undoable = TypeVar("Undoable", Store, Project, Content)
_MISSING: dict[type[Any], type[NotFound]] = {
    Store: StoreNotFound, Project: ProjectNotFound, Content: ContentNotFound, Job: JobNotFound,
    Photo: PhotoNotFound,
}
_PARENTS: dict[type[Any], tuple[type[Any], ...]] = {Store: (), Project: (Store,), Content: (Project, Store)}


def owned(model: type[Row], user_id: int, deleted: bool = False) -> Select[Row]:
    """The rows of ``model`` that ``user_id`` may see; with ``deleted`` those that can still be brought back."""
    query: Select[Row] = select(model)
    if model in (Job, Photo):
        direct: Any = model
        return query.where(direct.user_id == user_id)
    for parent in _PARENTS[model]:
        query = query.join(parent).where(parent.deleted_at.is_(None))
    query = query.where(Store.user_id == user_id)
    mark: Any = getattr(model, "deleted_at")  # noqa: B009 (those that have none have returned above)
    return query.where(mark > now() - UNDO) if deleted else query.where(mark.is_(None))


def latest_first(query: Select[Row], model: type[Row], deleted: bool, by: Any) -> Select[Row]:
    """In the order ``by``; of deleted rows the last deleted first, for what was deleted by mistake."""
    mark: Any = getattr(model, "deleted_at", None)
    return query.order_by(mark.desc(), model.id.desc()) if deleted else query.order_by(by)


def get_owned(session: Session, model: type[Row], key: int | str, user_id: int, *, deleted: bool = False) -> Row:
    """The row ``key`` of ``user_id``, or the model's NotFound."""
    row = session.scalar(owned(model, user_id, deleted).where(model.id == key))
    if row is None:
        raise _MISSING[model]
    return row


def mark_deleted(row: Store | Project | Content) -> None:
    """Gone from every list at once; ``restore`` brings it back within 30 days.

    The version of an ad before a deleted one is the newest again, or gives way to the one after it.
    """
    row.deleted_at = now()
    session = object_session(row)
    if isinstance(row, Content) and session is not None:
        earlier = update(Content).where(Content.replaced_by_id == row.id)
        session.execute(earlier.values(replaced_by_id=row.replaced_by_id))


def restore(session: Session, model: type[Undoable], key: int, user_id: int) -> Undoable:
    """Undo a deletion."""
    row = get_owned(session, model, key, user_id, deleted=True)
    row.deleted_at = None
    if isinstance(row, Content) and row.job_id is None and row.parent_id is not None:  # an edit of its parent
        parent = session.get(Content, row.parent_id)
        if parent is not None and parent.replaced_by_id == row.replaced_by_id:
            parent.replaced_by_id = row.id
    session.flush()
    return row


def stamp(value: datetime | None) -> str | None:
    """UTC ISO-8601 with Z, to the millisecond."""
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z") if value else None
