"""How the whole service stands, by the database and the disk: for ``/readyz``, ``/metrics`` and the operator's page.

It is the same whichever web process is asked. What takes a walk through a table is kept for a while, so that asking
often costs nothing.
"""

import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from statistics import median
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from . import db, jobs
from .files import ImageFiles
from .models import Content, ContentFile, Job, ModelUse, Photo, User

FRESH = {"jobs": 2.0, "storage": 60.0}
"""Seconds for which an answer is kept."""
RECENT = 200
"""Finished ads of which the stages' times are told."""
MEGABYTE = 1024 * 1024
Figures = dict[str, Any]


@dataclass(frozen=True)
class Ready:
    """Whether this process can serve, and what keeps it from it. ``checks`` are database, worker and disk."""

    checks: dict[str, str]

    @property
    def ok(self) -> bool:
        """Whether all checks say ok."""
        return all(value == "ok" for value in self.checks.values())


@dataclass
class Standing:
    """The figures of one service, each kept for its ``FRESH`` seconds."""

    database: Engine
    files: ImageFiles
    _kept: dict[str, tuple[float, Figures]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ready(self) -> Ready:
        """Database answers, a worker was heard of within half a minute, and there is room for another ad."""
        checks = {"database": "ok", "worker": "ok", "disk": "ok"}
        try:
            with db.reading(self.database) as session:
                if not jobs.workers(session):
                    checks["worker"] = "none"
        except SQLAlchemyError:
            checks["database"], checks["worker"] = "error", "unknown"
        if shutil.disk_usage(self.files.folder).free < self.files.min_free_mb * MEGABYTE:
            checks["disk"] = "full"
        return Ready(checks)

    def jobs(self) -> Figures:
        """``states`` (jobs by state), ``errors`` (failed by code), ``oldest`` (seconds that the first in the queue has
        waited), ``stages`` (stage → {median, p95, count}, seconds, of recent ads), ``workers``."""
        return self._fresh("jobs", self._jobs)

    def storage(self) -> Figures:
        """``kinds`` (ads, photos → files, bytes), ``free`` and ``total`` (bytes of the disk), ``users``, and what the
        words took from the model since ever: ``calls``, ``prompt_tokens``, ``completion_tokens``, ``cost``."""
        return self._fresh("storage", self._storage)

    def _fresh(self, name: str, ask: Callable[[], Figures]) -> Figures:
        with self._lock:  # the second to ask waits for the first one's answer and takes it
            kept = self._kept.get(name)
            if kept is None or time.monotonic() - kept[0] > FRESH[name]:
                kept = self._kept[name] = (time.monotonic(), ask())
            return kept[1]

    def _jobs(self) -> Figures:
        with db.reading(self.database) as session:
            states = {state: 0 for state in jobs.STATES}
            for state, count in session.execute(select(Job.state, func.count()).group_by(Job.state)):
                states[state] = count
            errors = {str(code): int(count) for code, count in session.execute(
                select(Job.error_code, func.count()).where(Job.state == "failed").group_by(Job.error_code))}
            first = session.scalar(select(func.min(Job.created_at)).where(Job.state == "queued"))
            moment = jobs.clock(session)
            timings = session.scalars(select(Content.ai_config["timings"]).where(Content.is_success)
                                      .order_by(Content.id.desc()).limit(RECENT)).all()
            workers = [{"name": row.name, "engine": row.engine, "state": row.state}
                       for row in jobs.workers(session)]
        return {"states": states, "errors": errors, "oldest": max(moment - first.timestamp(), 0.0) if first else 0.0,
                "stages": stage_times([row for row in timings if isinstance(row, dict)]), "workers": workers}

    def _storage(self) -> Figures:
        with db.reading(self.database) as session:
            kinds = {}
            for name, table in (("ads", ContentFile), ("photos", Photo)):
                count, size = session.execute(select(func.count(), func.coalesce(func.sum(table.bytes), 0))
                                              .select_from(table)).one()
                kinds[name] = {"files": int(count), "bytes": int(size)}
            users = int(session.scalar(select(func.count()).select_from(User)) or 0)
            used = session.execute(select(func.coalesce(func.sum(ModelUse.prompt_tokens), 0),
                                          func.coalesce(func.sum(ModelUse.completion_tokens), 0),
                                          func.coalesce(func.sum(ModelUse.calls), 0),
                                          func.coalesce(func.sum(ModelUse.cost), 0.0))).one()
        disk = shutil.disk_usage(self.files.folder)
        return {"kinds": kinds, "free": disk.free, "total": disk.total, "users": users, "prompt_tokens": int(used[0]),
                "completion_tokens": int(used[1]), "calls": int(used[2]), "cost": float(used[3])}


def stage_times(timings: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Stage → median, p95 and count, in seconds."""
    stages: dict[str, list[float]] = {}
    for row in timings:
        for stage, seconds in row.items():
            if isinstance(seconds, int | float):
                stages.setdefault(stage, []).append(float(seconds))
    return {stage: {"median": round(median(values), 3), "p95": sorted(values)[ceil(0.95 * len(values)) - 1],
                    "count": len(values)} for stage, values in sorted(stages.items())}
