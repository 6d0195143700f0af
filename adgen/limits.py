"""What one user may take: jobs running, waiting and in a day, and room for pictures; and what all may have waiting."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from .config import Settings
from .errors import DailyLimit, QueueFull, StorageFull
from .models import Content, ContentFile, Job, Photo, Project, Store, User
from .owned import stamp
from .seoul import midnight

MB = 1024 * 1024
FULL, CROWDED = 60, 3600
"""Seconds after which a full queue, and a user's full room (which empties by deleting), may be asked again."""


@dataclass(frozen=True)
class Quota:
    """A user's limits; 0 for no limit (of ``daily`` and ``storage_mb``)."""

    running: int
    queued: int
    daily: int
    storage_mb: int


NAMES = tuple(Quota.__dataclass_fields__)


def quota_of(settings: Settings, overrides: dict[str, Any]) -> Quota:
    """The settings' limits, with those of ``User.quota`` in their place where an admin set some."""
    usual = {"running": settings.max_running_per_user, "queued": settings.max_jobs_per_user,
             "daily": settings.max_jobs_per_day, "storage_mb": settings.max_storage_mb}
    return Quota(**{name: int(overrides.get(name, value)) for name, value in usual.items()})


def made_today(session: Session, user_id: int) -> int:
    """The user's jobs since midnight in Korea; those that failed are not counted."""
    since = midnight() - timedelta(days=1)
    today = select(func.count()).where(Job.user_id == user_id, Job.created_at >= since, Job.state != "failed")
    return session.scalar(today) or 0


def stored(session: Session, user_id: int) -> int:
    """Bytes of the user's photos and ads; what is deleted counts no more."""
    photos = session.scalar(select(func.sum(Photo.bytes)).where(Photo.user_id == user_id))
    files = session.scalar(
        select(func.sum(ContentFile.bytes)).join(Content).join(Project, Project.id == Content.project_id)
        .join(Store, Store.id == Project.store_id)
        .where(Store.user_id == user_id, Content.deleted_at.is_(None), Project.deleted_at.is_(None),
               Store.deleted_at.is_(None)))
    return int(photos or 0) + int(files or 0)


def must_store(session: Session, settings: Settings, user_id: int) -> None:
    """StorageFull when the user's room is taken."""
    room = quota_of(settings, session.get_one(User, user_id).quota).storage_mb
    if room and stored(session, user_id) >= room * MB:
        raise StorageFull(limit_mb=room, retry_after=CROWDED)


def must_make(session: Session, settings: Settings, user_id: int) -> Quota:
    """The user's limits, when another job may be taken on: DailyLimit, StorageFull, QueueFull otherwise.

    The row of the user is locked, so that two requests at once are counted one after the other.
    """
    user = session.get_one(User, user_id, with_for_update=True)
    quota = quota_of(settings, user.quota)
    if quota.daily and made_today(session, user_id) >= quota.daily:
        raise DailyLimit(retry_after=math.ceil((midnight() - datetime.now(UTC)).total_seconds()))
    must_store(session, settings, user_id)
    waiting = session.scalar(select(func.count()).where(Job.state == "queued")) or 0
    if waiting >= settings.max_queue:
        raise QueueFull(retry_after=FULL)
    return quota


def view(session: Session, settings: Settings, user_id: int) -> dict[str, Any]:
    """The user's limits (None for none) and what is taken of them."""
    quota = quota_of(settings, session.get_one(User, user_id).quota)
    states = select(Job.state, func.count()).where(Job.user_id == user_id, Job.state.in_(("queued", "running")))
    open_jobs = {state: count for state, count in session.execute(states.group_by(Job.state))}
    taken = {"running": open_jobs.get("running", 0), "queued": sum(open_jobs.values()),
             "daily": made_today(session, user_id), "storage_mb": round(stored(session, user_id) / MB, 1)}
    return {"limits": {name: getattr(quota, name) or None for name in NAMES}, "taken": taken,
            "resets_at": stamp(midnight().astimezone(UTC))}
