"""A worker's hold on a job: claim, heartbeat, progress, and how it ends.

A worker claims a job for ``lease`` seconds and keeps renewing; when it falls silent another takes the job over, at
most ``attempts`` times. Every write of a worker is fenced: it counts only while the row still names that worker.
Measured against DBOS, Huey and others in the facts on security of 2026-11, §5.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from . import db, jobs
from .errors import WorkerLost
from .models import Content, Job, User, now

CLAIMING = 2
"""Key of what one worker at a time may do; ``jobs`` has another."""


class LeaseLost(Exception):
    """Another worker owns the job now, or it has ended: this worker drops what it has."""


@dataclass(frozen=True)
class Claim:
    """A job that this worker runs."""

    job_id: str
    user_id: int
    project_id: int
    request: dict[str, Any]
    attempt: int
    owner: str


def _within(most: int) -> Any:
    """Jobs of users who have fewer than ``most`` running, or than an admin lets them (``User.quota``)."""
    other = aliased(Job)
    running = select(func.count()).where(other.user_id == Job.user_id, other.state == "running").scalar_subquery()
    allowed = (select(func.coalesce(User.quota["running"].as_integer(), most)).where(User.id == Job.user_id)
               .scalar_subquery())
    return running < allowed


@dataclass(frozen=True)
class Terms:
    """How jobs are claimed: seconds of lease, tries before one fails, how many of one user run at once, and how many
    seconds a job must have waited."""

    lease: float
    attempts: int
    most: int = 1000
    waited: float = 0.0


def claim(session: Session, owner: str, terms: Terms) -> Claim | None:
    """Take the next job, or None.

    Jobs whose worker fell silent are put back first, or ended when tried too often.
    """
    # One worker at a time: two that put the same silent job back would undo each other's claim.
    db.serialise(session, CLAIMING, 0)
    moment = jobs.clock(session)
    silent = and_(Job.state == "running", Job.lease_until < moment)
    spent = and_(Job.state == "queued", Job.attempts >= terms.attempts)
    for job in session.scalars(select(Job).where(or_(silent, spent))):
        if job.cancel_requested:
            jobs.end(job, "cancelled")
        elif job.attempts >= terms.attempts:
            _give_up(session, job)
        else:
            job.state, job.stage, job.owner, job.lease_until = "queued", "queued", None, None
    session.flush()
    waiting = select(Job).where(Job.state == "queued", _within(terms.most))
    if terms.waited:
        waiting = waiting.where(Job.created_at <= now() - timedelta(seconds=terms.waited))
    chosen = session.scalar(jobs.fair(waiting).limit(1).with_for_update(skip_locked=True))
    return None if chosen is None else _taken(session, chosen, owner, terms.lease)


def claim_one(session: Session, owner: str, lease: float, job_id: str) -> Claim | None:
    """Take this job; None unless it still waits."""
    chosen = session.scalar(select(Job).where(Job.id == job_id, Job.state == "queued").with_for_update())
    return None if chosen is None else _taken(session, chosen, owner, lease)


def _taken(session: Session, chosen: Job, owner: str, lease: float) -> Claim:
    chosen.state, chosen.stage, chosen.owner = "running", "writing", owner
    chosen.lease_until, chosen.attempts = jobs.clock(session) + lease, chosen.attempts + 1
    chosen.started_at, chosen.step, chosen.steps, chosen.progress = now(), 0, 0, 0.0
    chosen.preview = chosen.words = None
    session.flush()
    return Claim(chosen.id, chosen.user_id, chosen.project_id, dict(chosen.request), chosen.attempts, owner)


def _give_up(session: Session, job: Job) -> None:
    content = jobs.failed_content(job.id, job.request, WorkerLost.ko)
    session.add(content)
    session.flush()
    jobs.end(job, "failed", WorkerLost.code, WorkerLost.ko)
    job.content_id = content.id


def _fenced(session: Session, claim_: Claim, **values: Any) -> None:
    held = update(Job).where(Job.id == claim_.job_id, Job.owner == claim_.owner, Job.state == "running",
                             Job.attempts == claim_.attempt).values(**values)
    if session.execute(held).rowcount != 1:  # type: ignore[attr-defined]
        raise LeaseLost(claim_.job_id)


def heartbeat(session: Session, claim_: Claim, lease: float) -> bool:
    """Renew the lease; true when the owner asked to cancel. LeaseLost when the job is no longer ours."""
    _fenced(session, claim_, lease_until=jobs.clock(session) + lease)
    return bool(session.scalar(select(Job.cancel_requested).where(Job.id == claim_.job_id)))


def report(session: Session, claim_: Claim, values: dict[str, Any]) -> bool:
    """Write stage, step, steps, progress, preview or words; true when the owner asked to cancel."""
    _fenced(session, claim_, **values)
    return bool(session.scalar(select(Job.cancel_requested).where(Job.id == claim_.job_id)))


def finish(session: Session, claim_: Claim, content: Content, seconds: float) -> None:
    """The job is done: its content is written in the same transaction."""
    _fenced(session, claim_, state="done", stage="done", progress=1.0, preview=None, words=None,
            finished_at=now(), run_seconds=seconds, owner=None, lease_until=None)
    _result(session, claim_, content)


def _result(session: Session, claim_: Claim, content: Content) -> None:
    """Written after the fence: who has lost the lease must not even try to write a second result."""
    session.add(content)
    session.flush()
    session.execute(update(Job).where(Job.id == claim_.job_id).values(content_id=content.id))


def fail(session: Session, claim_: Claim, content: Content, code: str, message: str) -> None:
    """The job failed for good; ``content`` keeps ``is_success`` false and the message."""
    _fenced(session, claim_, state="failed", stage="failed", preview=None, words=None,
            error_code=code, error_message=message[:1000], finished_at=now(), owner=None, lease_until=None)
    _result(session, claim_, content)


def end_cancelled(session: Session, claim_: Claim) -> None:
    """The running job stopped because its owner asked."""
    _fenced(session, claim_, state="cancelled", stage="cancelled", preview=None, words=None, finished_at=now(),
            owner=None, lease_until=None)


def release(session: Session, claim_: Claim) -> None:
    """Give the job back unharmed (the worker is told to stop): this try does not count."""
    _fenced(session, claim_, state="queued", stage="queued", owner=None, lease_until=None, progress=0.0, words=None,
            attempts=Job.attempts - 1)


def requeue(session: Session, claim_: Claim) -> None:
    """Give the job back after the worker itself failed: this try counts."""
    _fenced(session, claim_, state="queued", stage="queued", owner=None, lease_until=None, progress=0.0,
            words=None)
