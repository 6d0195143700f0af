"""Ownership, decided once: who may see a row, and that it is not deleted anywhere above.

What belongs to others does not exist: the answer is "not found".
"""

from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from .errors import ContentNotFound, JobNotFound, NotFound, ProjectNotFound, StoreNotFound
from .models import Content, Job, Project, Store, now

UNDO = timedelta(days=30)
Row = TypeVar("Row", Store, Project, Content, Job)
Undoable = TypeVar("Undoable", Store, Project, Content)
_MISSING: dict[type[Any], type[NotFound]] = {
    Store: StoreNotFound, Project: ProjectNotFound, Content: ContentNotFound, Job: JobNotFound,
}
_PARENTS: dict[type[Any], tuple[type[Any], ...]] = {Store: (), Project: (Store,), Content: (Project, Store)}


def owned(model: type[Row], user_id: int, deleted: bool = False) -> Select[Row]:
    """The rows of ``model`` that ``user_id`` may see; with ``deleted`` those that can still be brought back."""
    query: Select[Row] = select(model)
    if model is Job:
        return query.where(Job.user_id == user_id)
    for parent in _PARENTS[model]:
        query = query.join(parent).where(parent.deleted_at.is_(None))
    query = query.where(Store.user_id == user_id)
    mark: Any = getattr(model, "deleted_at")  # noqa: B009 (Job, which has none, has returned above)
    return query.where(mark > now() - UNDO) if deleted else query.where(mark.is_(None))


def get_owned(session: Session, model: type[Row], key: int | str, user_id: int, *, deleted: bool = False) -> Row:
    """The row ``key`` of ``user_id``, or the model's NotFound."""
    row = session.scalar(owned(model, user_id, deleted).where(model.id == key))
    if row is None:
        raise _MISSING[model]
    return row


def mark_deleted(row: Store | Project | Content) -> None:
    """Gone from every list at once; ``restore`` brings it back within 30 days."""
    row.deleted_at = now()


def restore(session: Session, model: type[Undoable], key: int, user_id: int) -> Undoable:
    """Undo a deletion."""
    row = get_owned(session, model, key, user_id, deleted=True)
    row.deleted_at = None
    session.flush()
    return row


def stamp(value: datetime | None) -> str | None:
    """UTC ISO-8601 with Z, to the millisecond."""
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z") if value else None
