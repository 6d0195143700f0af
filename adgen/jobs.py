"""The durable queue: one table, fair turns; what owners ask of it. What workers do to it stands in ``leases``."""

import secrets
from collections.abc import Sequence
from statistics import median
from typing import Any

from sqlalchemy import Float, delete, func, literal_column, or_, select
from sqlalchemy.orm import Session, aliased

from . import db
from .errors import IdempotencyConflict, JobFinished, TooManyJobs, sentence
from .models import Content, Job, WorkerRow, now
from .owned import get_owned, stamp

ENDED = ("done", "failed", "cancelled")
STATES = ("queued", "running", *ENDED)
STAGES = ("queued", "writing", "drawing", "typesetting", "saving", *ENDED)

WORKER_SILENT = 30.0
"""Seconds after which a worker counts as gone; it writes every five."""
ENQUEUING = 1
"""Key of what one transaction at a time may do; ``leases`` has another."""


def clock(session: Session) -> float:
    """Seconds since 1970 by the database's clock: hosts may disagree, the database does not."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    seconds = "(julianday('now') - 2440587.5) * 86400.0" if sqlite else "extract(epoch from clock_timestamp())"
    return float(session.scalar(select(literal_column(seconds, Float))) or 0.0)


def enqueue(session: Session, user_id: int, request: dict[str, Any], key: str | None, bound: int) -> Job:
    """Write the job. The same idempotency key gives the same job; with another body, IdempotencyConflict.

    Raises TooManyJobs when the user already has ``bound`` jobs that have not ended.
    """
    db.serialise(session, ENQUEUING, user_id)
    if key:
        earlier = session.scalar(select(Job).where(Job.user_id == user_id, Job.idempotency_key == key))
        if earlier is not None:
            if earlier.request != request:
                raise IdempotencyConflict
            return earlier
    waiting = select(func.count()).where(Job.user_id == user_id, Job.state.in_(("queued", "running")))
    if (session.scalar(waiting) or 0) >= bound:
        raise TooManyJobs(limit=bound)
    job = Job(id=secrets.token_hex(16), user_id=user_id, project_id=request["project_id"], request=request,
              idempotency_key=key)
    session.add(job)
    session.flush()
    return job


def asked_before(session: Session, user_id: int, key: str | None) -> bool:
    """Whether there is a job of this idempotency key: asking again takes no room."""
    return bool(key) and session.scalar(select(Job.id).where(Job.user_id == user_id,
                                                             Job.idempotency_key == key)) is not None


def fair(query: Any) -> Any:
    """Least-served first: who has fewest running, then who was served longest ago, then first come."""
    other = aliased(Job)
    running = select(func.count()).where(other.user_id == Job.user_id, other.state == "running").scalar_subquery()
    last = select(func.max(other.started_at)).where(other.user_id == Job.user_id).scalar_subquery()
    return query.order_by(running, last.is_not(None), last, Job.created_at, Job.id)


_WAITING = fair(select(Job.id, Job.user_id).where(Job.state == "queued"))
"""Put together once: every look at a waiting job asks it."""


def any_open(session: Session) -> bool:
    """Whether a job waits or runs: a look that takes no write lock, for workers that poll."""
    return session.scalar(select(Job.id).where(Job.state.in_(("queued", "running"))).limit(1)) is not None


def cancel(session: Session, user_id: int, job_id: str) -> Job:
    """Cancel a queued job at once, a running one within a step; JobFinished when it has ended."""
    job = get_owned(session, Job, job_id, user_id)
    session.refresh(job, with_for_update=True)  # on PostgreSQL a worker may be taking or ending it just now
    if job.state in ENDED:
        raise JobFinished
    job.cancel_requested = True
    if job.state == "queued":
        end(job, "cancelled")
    session.flush()
    return job


def cancel_all(session: Session, user_id: int, project_ids: Sequence[int] | None = None) -> int:
    """Cancel every job of the user that has not ended, with ``project_ids`` of these campaigns alone; how many."""
    query = select(Job).where(Job.user_id == user_id, Job.state.in_(("queued", "running")))
    open_jobs = session.scalars(query if project_ids is None else query.where(Job.project_id.in_(project_ids))).all()
    for job in open_jobs:
        cancel(session, user_id, job.id)
    return len(open_jobs)


def failed_content(job_id: str, request: dict[str, Any], message: str) -> Content:
    """The row of an ad that came to nothing: it keeps what was asked, and why it failed."""
    return Content(project_id=request["project_id"], job_id=job_id, user_prompt=request["ad_description"],
                   image_prompt=request.get("image_prompt"), text_in_image=request.get("text_in_image"),
                   is_success=False, error_message=message[:1000], copy_json={}, ai_config={"request": request})


def end(job: Job, state: str, code: str | None = None, message: str | None = None) -> None:
    """The job has ended so; the caller knows that no worker holds it."""
    job.state = job.stage = state
    job.error_code, job.error_message, job.finished_at = code, message, now()
    job.owner = job.lease_until = job.preview = job.words = None


def listed(session: Session, user_id: int, state: str | None = None, skip: int = 0, limit: int = 50) -> list[Job]:
    """The user's jobs, newest first."""
    query = select(Job).where(Job.user_id == user_id)
    if state:
        query = query.where(Job.state == state)
    return list(session.scalars(query.order_by(Job.created_at.desc(), Job.id).offset(skip).limit(limit)))


def position(session: Session, job: Job) -> int | None:
    """The job's place among those waiting, 1 for the next; None when it does not wait."""
    if job.state != "queued":
        return None
    waiting = session.execute(_WAITING).all()
    # Users take turns: a user's nth job comes after every other user's nth - 1.
    turns: dict[int, int] = {}
    order = []
    for place, (job_id, user_id) in enumerate(waiting):
        turns[user_id] = turns.get(user_id, 0) + 1
        order.append((turns[user_id], place, job_id))
    ranked = [job_id for _, _, job_id in sorted(order)]
    return ranked.index(job.id) + 1 if job.id in ranked else None


def expected_seconds(session: Session, job: Job, place: int | None) -> float | None:
    """Seconds until the job ends, from the median of the last 20; None before any job was done."""
    recent = session.scalars(select(Job.run_seconds).where(Job.state == "done", Job.run_seconds.is_not(None))
                             .order_by(Job.finished_at.desc()).limit(20)).all()
    if not recent or job.state in ENDED:
        return None
    usual = median(value for value in recent if value is not None)
    if job.state == "running" and job.started_at:
        return round(max(usual - (now() - job.started_at).total_seconds(), 0.5), 1)
    running = session.scalar(select(func.count()).where(Job.state == "running")) or 0
    return round(usual * ((place or 1) + (1 if running else 0)), 1)


def view(session: Session, job: Job) -> dict[str, Any]:
    """The job as programs see it."""
    place = position(session, job)
    error = {"code": job.error_code, "detail": job.error_message,
             "detail_en": sentence(job.error_code, "en")} if job.error_code else None
    preparing = _preparing(session) if job.state in ("queued", "running") else None
    return {"id": job.id, "job_id": job.id, "project_id": job.project_id, "engine": preparing,
            "state": job.state, "stage": job.stage,
            "step": job.step, "steps": job.steps, "progress": round(job.progress, 3), "position": place,
            "eta_seconds": expected_seconds(session, job, place), "content_id": job.content_id, "error": error,
            "preview": job.preview, "words": job.words, "cancel_requested": job.cancel_requested,
            "attempts": job.attempts, "ad_description": job.request.get("ad_description", ""), "request": job.request,
            "created_at": stamp(job.created_at),
            "started_at": stamp(job.started_at), "finished_at": stamp(job.finished_at)}


def _preparing(session: Session) -> dict[str, Any] | None:
    """What the engine is being made ready with, when no worker is ready: {state, ko, en, progress}; else None."""
    known = workers(session)
    if not known or any(row.state == "ready" for row in known):
        return None
    return {"state": known[0].state, **{name: known[0].status.get(name) for name in ("ko", "en", "progress")}}


def announce(session: Session, row: WorkerRow) -> None:
    """Write that a worker is alive; rows silent for a day are removed."""
    row.seen_at = clock(session)
    session.merge(row)
    session.execute(delete(WorkerRow).where(WorkerRow.seen_at < row.seen_at - 86400))


def workers(session: Session, silent_after: float = WORKER_SILENT) -> list[WorkerRow]:
    """The workers heard of within ``silent_after`` seconds, the latest first."""
    limit = clock(session) - silent_after
    alive = select(WorkerRow).where(or_(WorkerRow.seen_at >= limit)).order_by(WorkerRow.seen_at.desc())
    return list(session.scalars(alive))


def counts(session: Session) -> dict[str, int]:
    """How many jobs wait and how many run, of all users."""
    open_jobs = select(Job.state, func.count()).where(Job.state.in_(("queued", "running"))).group_by(Job.state)
    return {"queued": 0, "running": 0, **{state: count for state, count in session.execute(open_jobs)}}
