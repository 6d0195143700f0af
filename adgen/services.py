"""Everything the page and the REST routes need, built once from the settings."""

import asyncio
import logging
import os
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from . import accounts, audit, contents, db, jobs, limits, moderation, photos, portable, usage
from .accounts import Principal
from .config import Settings
from .copywriters.base import Copywriter, Count
from .copywriters.choice import CopyOptions
from .copywriters.choice import choose as choose_copywriter
from .copywriters.picture.tokens import estimate
from .engines.choice import EngineOptions
from .engines.tokens import token_counter
from .errors import (
    BadSetting,
    ContentNotFound,
    DataUnreachable,
    EngineError,
    InvalidInput,
    JobCancelled,
    StillRunning,
    sentence,
)
from .files import ImageFiles
from .forms import AdRequest
from .mail import Post, post_of
from .meters import Meters
from .models import Content, Job, Photo, Project, WorkerRow
from .owned import get_owned
from .rendering import Pool
from .security import image_url, load_secret
from .standing import Standing

log = logging.getLogger(__name__)


@dataclass
class Doorbell:
    """Wakes the workers. ``app.py`` sets it once it has started some; without it a worker polls.

    ``unload`` asks them to take their engine off the GPU until the next job. ``here`` is set on ZeroGPU only: it runs
    the job that it is given in the calling thread, whose Gradio context says on whose GPU time it counts.
    """

    ring: Callable[[], None] = field(default=lambda: None)
    unload: Callable[[], None] = field(default=lambda: None)
    here: Callable[[str], None] | None = None


@dataclass(frozen=True)
class Services:
    """The built parts, and the use cases that both the page and REST call."""

    settings: Settings
    database: Engine
    secret: str = field(repr=False)
    files: ImageFiles
    copywriter: Copywriter
    post: Post = field(repr=False)
    blocked: moderation.BlockList = field(default_factory=moderation.BlockList, repr=False)
    doorbell: Doorbell = field(default_factory=Doorbell)
    pool: Pool = field(default_factory=Pool, repr=False)
    writers: usage.Writers = field(default_factory=usage.Writers, repr=False)
    meters: Meters = field(default_factory=Meters, repr=False)

    @cached_property
    def standing(self) -> Standing:
        """How the whole service stands, for operators."""
        return Standing(self.database, self.files)

    def close(self) -> None:
        """End the processes and threads that render and write for the web process."""
        self.pool.close()
        self.writers.close()
        self.post.close()

    def meter(self, user_id: int) -> usage.Ledger:
        """Who pays for the words of ``user_id``."""
        return usage.Ledger(self.database, user_id, usage.caps_of(self.settings))

    def used_today(self, user_id: int) -> dict[str, Any]:
        """What the user's words took from the language model today, and the caps on it."""
        with self.reading() as session:
            return usage.today(session, user_id, usage.caps_of(self.settings), self.copywriter.model)

    @property
    def signing(self) -> str:
        """The directory of the signing key where C2PA is switched on, else ""."""
        return str(self.settings.data_dir) if self.settings.c2pa else ""

    def writing(self) -> AbstractContextManager[Session]:
        """One write transaction."""
        return db.writing(self.database)

    def reading(self) -> AbstractContextManager[Session]:
        """A session that only reads."""
        return db.reading(self.database)

    def link(self, user_id: int) -> contents.Link:
        """Signs addresses of pictures for ``user_id``."""
        return lambda name: image_url(self.secret, name, user_id)

    def principal(self, token: str | None) -> Principal:
        """Who the token speaks for, or NotSignedIn: the only way in. At most once a minute its use is noted."""
        with self.reading() as session:
            who = accounts.principal(session, self.secret, token)
        if who.unseen:
            with suppress(OperationalError), self.writing() as session:  # a full disk keeps nobody from reading
                accounts.touch(session, who)
        return who

    def submit(self, user_id: int, form: AdRequest, key: str | None = None) -> str:
        """Write the job and wake the worker; the job's id.

        Raises ProjectNotFound, ContentNotFound, PhotoNotFound, InvalidInput (no such template or style),
        RequestRefused, TooManyJobs, DailyLimit, StorageFull, QueueFull, IdempotencyConflict, DiskFull.
        """
        self.files.check_space()
        self.blocked.refuse(form.model_dump())
        self.check_choices(template=form.template, style=form.style)
        with self.writing() as session:
            get_owned(session, Project, form.project_id, user_id)
            if form.parent_id is not None:
                get_owned(session, Content, form.parent_id, user_id)
            if form.photo_id is not None:
                get_owned(session, Photo, form.photo_id, user_id)
            if form.vary_content_id is not None:
                get_owned(session, Content, form.vary_content_id, user_id)
            bound = self.settings.max_jobs_per_user
            if not jobs.asked_before(session, user_id, key):
                bound = limits.must_make(session, self.settings, user_id).queued
            job = jobs.enqueue(session, user_id, form.model_dump(), key, bound)
            job_id = job.id
        log.info("job %s accepted", job_id, extra={"facts": {"accepted": job_id}})
        self.doorbell.ring()
        return job_id

    def check_choices(self, **wanted: str | None) -> None:
        """InvalidInput unless there are such a ``template`` and ``style``; empty ones leave the choice open."""
        for name, key in wanted.items():
            if key and key not in {row["key"] for row in self.pool.choices()[f"{name}s"]}:
                known = ", ".join(row["key"] for row in self.pool.choices()[f"{name}s"])
                raise InvalidInput("{name}: {known} 중에서 골라 주세요.", "{name}: choose one of {known}.",
                                   name=name, known=known, field=name)

    def job(self, user_id: int, job_id: str) -> dict[str, Any]:
        """The job's view, or JobNotFound."""
        with self.reading() as session:
            return jobs.view(session, get_owned(session, Job, job_id, user_id))

    def add_photo(self, user_id: int, data: bytes) -> dict[str, Any]:
        """Keep an upload, re-encoded in another process; its view. Raises PhotoTooLarge, PhotoUnreadable, StorageFull,
        DiskFull."""
        self.files.check_space()
        with self.reading() as session:
            limits.must_store(session, self.settings, user_id)
        accepted = self.pool.accept(data)
        kept = self.files.write(accepted.data, "photo", accepted.extension)
        try:
            with self.writing() as session:
                size = accepted.width, accepted.height
                row = photos.add(session, user_id, kept, size, accepted.colors)
                return photos.view(row, self.link(user_id)(row.name))
        except BaseException:
            self.files.remove(kept.name)
            raise

    def photos(self, user_id: int, skip: int = 0, limit: int = 100) -> list[dict[str, Any]]:
        """The user's photos, newest first."""
        link = self.link(user_id)
        with self.reading() as session:
            return [photos.view(row, link(row.name)) for row in photos.listed(session, user_id, skip, limit)]

    def photo(self, user_id: int, photo_id: int) -> dict[str, Any]:
        """One photo, or PhotoNotFound."""
        with self.reading() as session:
            row = get_owned(session, Photo, photo_id, user_id)
            return photos.view(row, self.link(user_id)(row.name))

    def drop_photo(self, user_id: int, photo_id: int) -> dict[str, Any]:
        """Delete a photo and its file at once; ads made from it keep their own copy. Raises PhotoNotFound."""
        with self.writing() as session:
            row = photos.delete(session, user_id, photo_id)
            audit.note(session, "deleted", user_id, subject=f"photo {photo_id}")
            answer = {**photos.view(row, ""), "url": None, "deleted": True}
        self.files.remove(row.name)
        return answer

    def cancel(self, user_id: int, job_id: str) -> dict[str, Any]:
        """Ask a job to stop; its view. Raises JobNotFound, JobFinished."""
        with self.writing() as session:
            return jobs.view(session, jobs.cancel(session, user_id, job_id))

    def content(self, user_id: int, content_id: int) -> dict[str, Any]:
        """The content's view, or ContentNotFound."""
        with self.reading() as session:
            return contents.view(get_owned(session, Content, content_id, user_id), self.link(user_id))

    def start_here(self, job_id: str) -> None:
        """On ZeroGPU: run the job beside the caller, in the caller's context. Elsewhere a worker takes it."""
        if self.doorbell.here is not None:
            threading.Thread(target=copy_context().run, args=(self.doorbell.here, job_id), name=f"here-{job_id[:8]}",
                             daemon=True).start()

    async def generate(self, user_id: int, form: AdRequest, key: str | None = None) -> dict[str, Any]:
        """Submit and wait for the result. Who goes away cancels nothing.

        Raises StillRunning after ``generate_wait`` seconds, EngineError when the job failed, JobCancelled, and all
        that ``submit`` raises. Details carry ``job_id`` and ``content_id``.
        """
        job_id = await asyncio.to_thread(self.submit, user_id, form, key)
        self.start_here(job_id)
        waited = 0.0
        while waited < self.settings.generate_wait:
            answer = await asyncio.to_thread(self._outcome, user_id, job_id)
            if answer is not None:
                return answer
            # Looking adds at most a twentieth to the wait, and never more than half a second.
            pause = min(max(0.02, waited / 20), 0.5)
            await asyncio.sleep(pause)
            waited += pause
        raise StillRunning(job_id=job_id)

    def _outcome(self, user_id: int, job_id: str) -> dict[str, Any] | None:
        with self.reading() as session:
            job = get_owned(session, Job, job_id, user_id)
            if job.state == "failed":
                raise failure(job)
            if job.state == "cancelled":
                raise JobCancelled(job_id=job_id)
            if job.state != "done":
                return None
            if job.content_id is None:
                raise ContentNotFound
            return contents.result(get_owned(session, Content, job.content_id, user_id), self.link(user_id))

    def workers(self) -> list[WorkerRow]:
        """The workers that are alive, the latest heard of first."""
        with self.reading() as session:
            rows = jobs.workers(session)
            session.expunge_all()
            return rows


def failure(job: Job) -> EngineError:
    """The error of a failed job, with its own code."""
    code = job.error_code or EngineError.code
    error = EngineError(_plain(job.error_message or EngineError.ko), _plain(sentence(code, "en")), job_id=job.id,
                        content_id=job.content_id)
    error.code = code
    return error


def _plain(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def engine_options(settings: Settings) -> EngineOptions:
    """What the choice of an engine depends on."""
    token = settings.hf_token.get_secret_value() if settings.hf_token else None
    images_key = settings.images_api_key.get_secret_value() if settings.images_api_key else None
    return EngineOptions(engine=settings.engine, flux_model=settings.flux_model, flux_revision=settings.flux_revision,
                         hub_model=settings.hub_model, hub_provider=settings.hub_provider, hf_token=token,
                         flux_base=settings.flux_base, flux_residency=settings.flux_residency,
                         flux_compile=settings.flux_compile, flux_batch=settings.flux_batch,
                         images_base_url=settings.images_base_url, images_api_key=images_key,
                         images_model=settings.images_model, timeout=settings.images_timeout,
                         zero_gpu=settings.zero_gpu)


def copy_options(settings: Settings) -> CopyOptions:
    """What the choice of a copywriter depends on."""
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else None
    return CopyOptions(api_key=key, base_url=settings.openai_base_url, model=settings.openai_model,
                       deadline=settings.copy_deadline, count=token_count(settings))


def token_count(settings: Settings) -> Count:
    """Counts T5 tokens: by FLUX's own tokenizer where it lies on this machine, else by an estimate."""
    return token_counter(settings.flux_model, settings.flux_revision, estimate)


def build_services(settings: Settings) -> Services:
    """Open the data directory and the database. Raises StartupError with what the operator must do."""
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        secret = load_secret(settings.secret_key.get_secret_value() if settings.secret_key else None,
                             settings.data_dir)
        files = ImageFiles(settings.images_dir, settings.min_free_mb)
    except OSError as error:
        raise DataUnreachable(place=settings.data_dir, reason=error.strerror) from error
    database = db.make_engine(settings.resolved_database_url)
    try:
        db.migrate(database, _before(settings) if database.dialect.name == "postgresql" else None)
    except OperationalError as error:
        raise DataUnreachable(place=database.url.render_as_string(hide_password=True), reason=error.orig) from error
    if database.dialect.name == "sqlite" and database.url.database not in (None, "", ":memory:"):
        os.chmod(database.url.database, 0o600)  # it holds the passwords' hashes
    return Services(settings, database, secret, files, choose_copywriter(copy_options(settings)), post_of(settings),
                    moderation.read_block_list(settings.block_words))


def _before(settings: Settings) -> Callable[[Engine, str], None]:
    """Copies a PostgreSQL database before it is migrated."""
    def copy(database: Engine, revision: str) -> None:
        settings.backups_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = settings.backups_dir / f"before-{revision}.db"
        target.unlink(missing_ok=True)
        portable.to_sqlite(database, target)

    return copy


def read_settings() -> Settings:
    """The settings of the environment; BadSetting names the first that cannot be read."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise BadSetting(name=first["loc"][0], reason=first["msg"]) from None
