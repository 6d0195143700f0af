"""The process that runs jobs: claim, make, save, again.

It is its own process because rasterising holds the interpreter lock and because a poisoned CUDA context must be able
to die. It stops when asked (SIGTERM gives the job back) and when the process that started it is gone (end of file on
standard input), so that a killed app leaves no worker behind.
"""

import logging
import os
import secrets
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy.exc import OperationalError

from . import contents, jobs, photos
from .ads import by_model, copy_record, render_record, words_record
from .asking import brief_of, facts, look_of, pick_seed
from .engines.choice import EngineChoice, build, choose
from .errors import AdgenError, EngineError, JobCancelled, PhotoNotFound, PoisonedDevice
from .forms import AdRequest
from .jobs import Claim, LeaseLost
from .models import Content, Project, WorkerRow
from .owned import get_owned
from .provenance import fields
from .rendering.looks import calm_of
from .services import Services, engine_options
from .studio import AdOrder, FinishedAd, Studio

log = logging.getLogger(__name__)
SPARE = EngineChoice("illustration", "", "")
POLL = 0.05
ANNOUNCE = 5.0
SWEEP = 3600.0
POISONED_EXIT = 70


class Stopped(Exception):
    """The worker was told to stop while it held a job."""


class Worker:
    """One engine, one job at a time."""

    def __init__(self, services: Services, studio: Studio | None = None) -> None:
        self.services, self._given = services, studio
        self.name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"[-64:]
        self.bell, self.stopping, self.ended = threading.Event(), threading.Event(), threading.Event()
        self.choice: EngineChoice = choose(engine_options(services.settings))
        self.state = "starting"

    def run(self) -> None:
        """Work until told to stop. Raises PoisonedDevice when the GPU's context is lost: the process must end."""
        threading.Thread(target=self._announce_often, name="announce", daemon=True).start()
        try:
            studio = self._given or self._studio()
            self.state = "ready"
            swept = 0.0
            while not self.stopping.is_set():
                if time.monotonic() - swept > SWEEP or not swept:
                    swept = time.monotonic()
                    self._quietly(self._sweep)
                if not self._quietly(lambda: self._one(studio)):
                    self.bell.wait(POLL)
                    self.bell.clear()
        finally:
            self.ended.set()

    def stop(self) -> None:
        """Stop after giving the present job back."""
        self.stopping.set()
        self.bell.set()

    def ring(self) -> None:
        """There may be a job."""
        self.bell.set()

    def _studio(self) -> Studio:
        settings = self.services.settings
        options = engine_options(settings)
        # Only "auto" may fall back: who names an engine wants to know that it failed.
        spare = SPARE if settings.engine == "auto" and self.choice.name != SPARE.name else None
        return Studio(build(self.choice, options), self.services.copywriter, self.services.files,
                      build(spare, options) if spare else None)

    def _announce_often(self) -> None:
        while not self.ended.is_set():
            self._quietly(self._announce)
            self.ended.wait(ANNOUNCE)

    def _announce(self) -> None:
        model = {"flux": self.services.settings.flux_model, "hub": self.services.settings.hub_model}
        row = WorkerRow(name=self.name, engine=self.choice.name, model=model.get(self.choice.name),
                        reason_ko=self.choice.reason_ko, reason_en=self.choice.reason_en, state=self.state)
        with self.services.writing() as session:
            jobs.announce(session, row)

    def _sweep(self) -> None:
        with self.services.writing() as session:
            contents.expire(session)
        with self.services.reading() as session:
            removed = contents.sweep(session, self.services.files)
        if removed:
            log.info("removed %d old files", removed)

    def _quietly(self, action: Callable[[], Any]) -> Any:
        """The database may be busy or its disk full for a while: say so once a try, and go on."""
        try:
            return action()
        except OperationalError as error:
            log.error("the database did not answer: %s", error.orig)
            self.stopping.wait(1.0)
            return None

    def _one(self, studio: Studio) -> bool:
        """Run the next job, if there is one."""
        settings = self.services.settings
        with self.services.reading() as session:
            if not jobs.any_open(session):
                return False
        with self.services.writing() as session:
            claim = jobs.claim(session, self.name, settings.job_lease, settings.job_attempts)
        if claim is None:
            return False
        Run(self, studio, claim).run()
        return True


class Run:
    """One try at one job, with a heartbeat beside it."""

    def __init__(self, worker: Worker, studio: Studio, claim: Claim) -> None:
        self.worker, self.studio, self.claim = worker, studio, claim
        self.services = worker.services
        self.lease = worker.services.settings.job_lease
        self.cancelled, self.lost, self.over = threading.Event(), threading.Event(), threading.Event()

    def run(self) -> None:
        """Make the ad and write the outcome: done, failed, cancelled, or back in the queue."""
        beat = threading.Thread(target=self._beat, name="heartbeat", daemon=True)
        beat.start()
        try:
            self._work()
        except LeaseLost:
            log.warning("job %s now belongs to another worker", self.claim.job_id)
        except JobCancelled:
            self._write(lambda session: jobs.end_cancelled(session, self.claim))
        except Stopped:
            self._write(lambda session: jobs.release(session, self.claim))
        except PoisonedDevice:
            self._write(lambda session: jobs.requeue(session, self.claim))
            raise
        except AdgenError as error:
            self._fail(error.code, str(error))
        except OperationalError:
            raise  # the lease runs out and the job is tried again
        except Exception:  # a defect of ours must end this job, not the worker
            log.exception("job %s failed", self.claim.job_id)
            self._fail(EngineError.code, EngineError.ko)
        finally:
            self.over.set()
            beat.join()

    def _write(self, action: Callable[[Any], None]) -> None:
        with suppress(LeaseLost), self.services.writing() as session:
            action(session)

    def _beat(self) -> None:
        while not self.over.wait(self.lease / 5):
            try:
                with self.services.writing() as session:
                    if jobs.heartbeat(session, self.claim, self.lease):
                        self.cancelled.set()
            except LeaseLost:
                self.lost.set()
                return
            except OperationalError as error:
                log.error("heartbeat: %s", error.orig)

    def _progress(self, values: dict[str, Any]) -> None:
        if self.worker.stopping.is_set():
            raise Stopped
        if self.lost.is_set():
            raise LeaseLost(self.claim.job_id)
        asked = self.cancelled.is_set()
        if values:
            with self.services.writing() as session:
                asked = jobs.report(session, self.claim, values) or asked
        if asked:
            raise JobCancelled

    def _work(self) -> None:
        started = time.perf_counter()
        form = AdRequest(**self.claim.request)
        order = self._order(form)
        self.services.files.check_space()
        ad = self.studio.make(order, self._progress)
        seconds = round(time.perf_counter() - started, 3)
        try:
            self._save(form, ad, seconds)
        except BaseException:
            self.studio.discard(ad.files)
            raise

    def _order(self, form: AdRequest) -> AdOrder:
        files = self.services.files
        with self.services.reading() as session:
            store = get_owned(session, Project, self.claim.project_id, self.claim.user_id).store
            look, logo = look_of(form, store), photos.path(session, store.logo_id, self.claim.user_id, files)
            photo = photos.path(session, form.photo_id, self.claim.user_id, files)
            brief = brief_of(form, facts(store), pick_seed(form), calm_of(form.template))
        if form.photo_id is not None and photo is None:
            raise PhotoNotFound
        return AdOrder(self.claim.job_id, form, brief, look, photo, str(logo or ""), self.services.signing,
                       self.services.meter(self.claim.user_id))

    def _save(self, form: AdRequest, ad: FinishedAd, seconds: float) -> None:
        content = finished_content(self.claim.job_id, form, ad, self.worker.choice,
                                   self.studio.copywriter.model)
        content.generation_time = seconds
        with self.services.writing() as session:
            if jobs.heartbeat(session, self.claim, self.lease):
                raise JobCancelled
            jobs.finish(session, self.claim, content, seconds)

    def _fail(self, code: str, message: str) -> None:
        content = jobs.failed_content(self.claim.job_id, self.claim.request, message)
        self._write(lambda session: jobs.fail(session, self.claim, content, code, message))


def finished_content(job_id: str, form: AdRequest, ad: FinishedAd, choice: EngineChoice,
                     writer_model: str | None = None) -> Content:
    """The row of a finished ad, with all that is needed to make it again."""
    names = {made.variant: made.written.name for made in ad.files}
    return Content(
        project_id=form.project_id, parent_id=form.parent_id, job_id=job_id, user_prompt=form.ad_description,
        image_prompt=form.image_prompt, optimized_prompt=ad.prompt.english, text_in_image=form.text_in_image,
        ad_copy=ad.copy.captions["instagram"].text, is_success=True,
        ai_config=how_made(form, ad, choice, writer_model),
        files=[made.row() for made in ad.files], copy_json=copy_record(ad.spec.text, words_record(ad.copy)),
        original_image_path=names.get("base"), result_image_path=names["main"])


def how_made(form: AdRequest, ad: FinishedAd, choice: EngineChoice, writer_model: str | None) -> dict[str, Any]:
    """Seed, sizes, steps, engine and why, writer, times, the request itself, and the provenance fields."""
    copy, picture, by_ai = ad.copy, ad.picture, by_model(ad.copy)
    why = (ad.trouble.say("ko"), ad.trouble.say("en")) if ad.trouble else (choice.reason_ko, choice.reason_en)
    return {
        "seed": picture.seed, "steps": picture.steps, "width": form.width, "height": form.height,
        "generated_width": picture.generated_size[0], "generated_height": picture.generated_size[1],
        "engine": picture.engine, "model": picture.model, "engine_reason": why[0], "engine_reason_en": why[1],
        "writer": copy.writer, "copy_note": copy.note, "copy_note_en": copy.note_en, "prompt_source": ad.prompt.source,
        "ignored": sorted({*picture.ignored, *form.unused()}),
        "timings": {**ad.timings, **{key: round(value, 3) for key, value in picture.timings.items()}},
        "request": form.model_dump(exclude_none=True), "render": render_record(ad.spec, form.photo_id),
        "provenance": fields(engine=picture.engine, picture_by_ai=picture.ai, copy_by_ai=by_ai,
                             text_model=(copy.model or writer_model) if by_ai else None),
    }


def main(services: Services, watch_parent: bool) -> int:
    """Run a worker in this process until SIGTERM, SIGINT or, with ``watch_parent``, the end of standard input."""
    worker = Worker(services)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: worker.stop())
    if watch_parent:
        threading.Thread(target=_listen, args=(worker,), name="parent", daemon=True).start()
    try:
        worker.run()
    except PoisonedDevice:
        log.error("the GPU's context is lost; this process ends so that a fresh one can take over")
        return POISONED_EXIT
    return 0


def _listen(worker: Worker) -> None:
    """Each byte on standard input rings; its end means that the parent is gone."""
    while os.read(sys.stdin.fileno(), 64):
        worker.ring()
    worker.stop()
    # A step of the engine may take long; without a parent nobody waits for it, and the lease covers the job.
    worker.ended.wait(10.0)
    os._exit(0)
