"""What an admin sees and may do: accounts, limits, the queue, storage, errors, the log. Never the owners' ads."""

import shutil
from datetime import timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from . import audit, jobs, limits, sessions, tokens
from .accounts import Principal
from .audit import Visitor
from .config import Settings
from .errors import InvalidInput, UserNotFound
from .forms import AdminUser
from .models import Content, ContentFile, Job, Photo, Project, Store, User, now
from .owned import stamp
from .services import Services

ADMIN = "admin"
LATEST, WEEK = 100, timedelta(days=7)


def appoint(session: Session, email: str, role: str) -> User:
    """Make the account of ``email`` an admin, or an owner again: the command line's way. UserNotFound."""
    user = session.scalar(select(User).where(User.email == email.strip().lower()))
    if user is None:
        raise UserNotFound
    user.role = role
    audit.note(session, "role_set", user.id, subject=role, by="command line")
    return user


def user_of(session: Session, user_id: int) -> User:
    """An account, or UserNotFound."""
    user = session.get(User, user_id)
    if user is None:
        raise UserNotFound
    return user


def view(session: Session, settings: Settings, user: User) -> dict[str, Any]:
    """An account as an admin sees it."""
    return {"id": user.id, "email": user.email, "username": user.username, "role": user.role,
            "is_verified": user.is_verified, "suspended_at": stamp(user.suspended_at), "quota": user.quota,
            "created_at": stamp(user.created_at), **limits.view(session, settings, user.id)}


def users(session: Session, settings: Settings, text: str, skip: int, limit: int) -> list[dict[str, Any]]:
    """Accounts whose e-mail or name holds ``text``, newest first."""
    query = select(User)
    if text:
        query = query.where(or_(User.email.contains(text.lower(), autoescape=True),
                                User.username.contains(text, autoescape=True)))
    rows = session.scalars(query.order_by(User.id.desc()).offset(skip).limit(limit)).all()
    return [view(session, settings, row) for row in rows]


def change(services: Services, who: Principal, user_id: int, form: AdminUser, visitor: Visitor) -> dict[str, Any]:
    """Set role, limits, or suspend and resume; each act is logged. UserNotFound; InvalidInput for one's own account:
    the last admin must not lock the door behind them."""
    with services.writing() as session:
        user = user_of(session, user_id)
        if user.id == who.user_id and (form.role == "owner" or form.suspended):
            raise InvalidInput("자기 계정은 멈추거나 권한을 내릴 수 없어요. 다른 관리자에게 부탁해 주세요.",
                               "You cannot suspend or demote yourself. Please ask another admin.", field="role")
        if form.role is not None and form.role != user.role:
            user.role = form.role
            audit.note(session, "role_set", user.id, visitor, subject=form.role, actor_id=who.user_id)
        if form.quota is not None:
            merged: dict[str, Any] = dict(user.quota) | dict(form.quota)
            kept: dict[str, Any] = {str(name): value for name, value in merged.items() if value is not None}
            user.quota = kept
            audit.note(session, "quota_set", user.id, visitor, actor_id=who.user_id, quota=user.quota)
        if form.suspended is not None and form.suspended != (user.suspended_at is not None):
            _suspend(session, who, user, form.suspended, visitor)
        session.flush()
        return view(session, services.settings, user)


def _suspend(session: Session, who: Principal, user: User, on: bool, visitor: Visitor) -> None:
    user.suspended_at = now() if on else None
    audit.note(session, "suspended" if on else "resumed", user.id, visitor, actor_id=who.user_id)
    if not on:
        return
    user.token_version += 1
    sessions.end_all(session, user.id)
    jobs.cancel_all(session, user.id)


def revoke_tokens(services: Services, who: Principal, user_id: int, visitor: Visitor) -> dict[str, Any]:
    """End every API token of an account (one of them leaked). UserNotFound."""
    with services.writing() as session:
        user = user_of(session, user_id)
        tokens.revoke_all(session, user.id)
        audit.note(session, "token_revoked", user.id, visitor, subject="all", actor_id=who.user_id)
        return view(session, services.settings, user)


def overview(services: Services) -> dict[str, Any]:
    """How the whole service stands: jobs by state, seconds of each stage of the latest ads, what is kept, and what the
    words took from the model since ever. The figures of ``/metrics``, for people; a few seconds old at most, those of
    the storage a minute."""
    work, kept = services.standing.jobs(), services.standing.storage()
    words = {name: kept[name] for name in ("calls", "prompt_tokens", "completion_tokens", "cost")}
    return {"jobs": work["states"], "oldest_seconds": round(work["oldest"], 1), "stages": work["stages"],
            "errors": work["errors"], "workers": work["workers"], "stored": kept["kinds"], "users": kept["users"],
            "disk": {"free": kept["free"], "total": kept["total"]}, "words": words}


def queue(services: Services) -> dict[str, Any]:
    """How many jobs wait and run, the open ones without what they ask for, and the workers that are alive."""
    with services.reading() as session:
        rows = session.scalars(select(Job).where(Job.state.in_(("running", "queued")))
                               .order_by(Job.state.desc(), Job.created_at).limit(LATEST)).all()
        return {"counts": jobs.counts(session), "max_queue": services.settings.max_queue,
                "jobs": [{"id": row.id, "user_id": row.user_id, "state": row.state, "stage": row.stage,
                          "progress": round(row.progress, 3), "attempts": row.attempts,
                          "created_at": stamp(row.created_at), "started_at": stamp(row.started_at)} for row in rows],
                "workers": [{"name": row.name, "engine": row.engine, "model": row.model, "state": row.state}
                            for row in jobs.workers(session)]}


def storage(services: Services) -> dict[str, Any]:
    """The disk, and who keeps most on it (deleted ads that can still be restored included)."""
    size = func.coalesce(func.sum(ContentFile.bytes), 0)
    of_ads = (select(Store.user_id, size).join(Project, Project.store_id == Store.id)
              .join(Content, Content.project_id == Project.id)
              .join(ContentFile, ContentFile.content_id == Content.id).group_by(Store.user_id))
    of_photos = select(Photo.user_id, func.coalesce(func.sum(Photo.bytes), 0)).group_by(Photo.user_id)
    disk = shutil.disk_usage(services.settings.data_dir)
    with services.reading() as session:
        taken: dict[int, int] = {}
        for query in (of_ads, of_photos):
            for user_id, total in session.execute(query):
                taken[user_id] = taken.get(user_id, 0) + int(total)
        most = sorted(taken.items(), key=lambda row: -row[1])[:20]
        emails = {row.id: row.email for row in session.scalars(select(User).where(User.id.in_([i for i, _ in most])))}
    return {"disk": {"total": disk.total, "used": disk.used, "free": disk.free}, "pictures": sum(taken.values()),
            "users": [{"user_id": key, "email": emails.get(key, ""), "bytes": total} for key, total in most]}


def errors(services: Services) -> dict[str, Any]:
    """The failed jobs of a week by code, and the latest of them with their sentence."""
    recent = Job.state == "failed", Job.finished_at > now() - WEEK
    by_code = select(Job.error_code, func.count()).where(*recent).group_by(Job.error_code)
    with services.reading() as session:
        latest = session.scalars(select(Job).where(*recent).order_by(Job.finished_at.desc()).limit(LATEST))
        return {"by_code": {str(row[0]): int(row[1]) for row in session.execute(by_code)},
                "latest": [{"job_id": row.id, "user_id": row.user_id, "code": row.error_code,
                            "detail": row.error_message, "attempts": row.attempts,
                            "finished_at": stamp(row.finished_at)} for row in latest]}
