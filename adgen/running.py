"""One try at one job: read what is asked, make it, save it, and write how it ended."""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from . import jobs, leases, logs, moderation, photos
from .ads import by_model, copy_record, render_record, words_record
from .asking import brief_of, facts, look_of, pick_seed
from .engines.choice import EngineChoice
from .errors import AdgenError, ContentNotFound, EngineError, JobCancelled, PhotoNotFound, PoisonedDevice
from .forms import AdRequest
from .leases import Claim, LeaseLost
from .models import Content, Project
from .owned import get_owned
from .provenance import fields
from .rendering.looks import calm_of
from .services import Services
from .studio import AdOrder, FinishedAd, Studio

log = logging.getLogger(__name__)


class Stopped(Exception):
    """The worker was told to stop while it held a job."""


@dataclass(frozen=True)
class Workbench:
    """What a run works with: the services, the studio, why its engine was chosen, and the worker's wish to stop."""

    services: Services
    studio: Studio
    choice: EngineChoice
    stopping: threading.Event


class Run:
    """One try at one job, with a heartbeat beside it."""

    def __init__(self, bench: Workbench, claim: Claim) -> None:
        self.bench, self.services, self.studio, self.claim = bench, bench.services, bench.studio, claim
        self.lease = bench.services.settings.job_lease
        self.cancelled, self.lost, self.over = threading.Event(), threading.Event(), threading.Event()

    def run(self) -> None:
        """Make the ad and write the outcome: done, failed, cancelled, or back in the queue."""
        with logs.during(job=self.claim.job_id, user=self.claim.user_id):
            self._run()

    def _run(self) -> None:
        beat = threading.Thread(target=copy_context().run, args=(self._beat,), name="heartbeat", daemon=True)
        beat.start()
        try:
            self._work()
        except LeaseLost:
            log.warning("job %s now belongs to another worker", self.claim.job_id)
        except JobCancelled:
            self._write(lambda session: leases.end_cancelled(session, self.claim))
        except Stopped:
            self._write(lambda session: leases.release(session, self.claim))
            log.info("given back: the worker stops")
        except PoisonedDevice:
            self._write(lambda session: leases.requeue(session, self.claim))
            raise
        except AdgenError as error:
            log.log(logging.ERROR if isinstance(error, EngineError) else logging.WARNING, "failed: %s", error.code)
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
                    if leases.heartbeat(session, self.claim, self.lease):
                        self.cancelled.set()
            except LeaseLost:
                self.lost.set()
                return
            except OperationalError as error:
                log.error("heartbeat: %s", error.orig)

    def _progress(self, values: dict[str, Any]) -> None:
        if self.bench.stopping.is_set():
            raise Stopped
        if self.lost.is_set():
            raise LeaseLost(self.claim.job_id)
        asked = self.cancelled.is_set()
        if values:
            with self.services.writing() as session:
                asked = leases.report(session, self.claim, values) or asked
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
            earlier = self._earlier(session, form)
            brief = brief_of(form, facts(store), pick_seed(form), calm_of(form.template))
        if form.photo_id is not None and photo is None:
            raise PhotoNotFound
        start = (earlier or photo) if form.vary else None
        return AdOrder(self.claim.job_id, form, brief, look, None if start else photo, str(logo or ""),
                       self.services.signing, self.services.meter(self.claim.user_id), start, self._screen)

    def _screen(self, text: str) -> None:
        """RequestRefused when ``text``, which a model may have written, must not be painted."""
        self.services.blocked.refuse(text)
        moderation.ask(self.services.settings.moderation_url, text)

    def _earlier(self, session: Session, form: AdRequest) -> Path | None:
        """The picture without words of the ad that is to be varied."""
        if form.vary is None or form.vary_content_id is None:
            return None
        content = get_owned(session, Content, form.vary_content_id, self.claim.user_id)
        if not content.original_image_path:
            raise ContentNotFound
        return self.services.files.path(content.original_image_path)

    def _save(self, form: AdRequest, ad: FinishedAd, seconds: float) -> None:
        content = finished_content(self.claim.job_id, form, ad, self.bench.choice,
                                   self.studio.copywriter.model)
        content.generation_time = seconds
        with self.services.writing() as session:
            if leases.heartbeat(session, self.claim, self.lease):
                raise JobCancelled
            leases.finish(session, self.claim, content, seconds)
        log.info("done in %.1f s", seconds)

    def _fail(self, code: str, message: str) -> None:
        content = jobs.failed_content(self.claim.job_id, self.claim.request, message)
        self._write(lambda session: leases.fail(session, self.claim, content, code, message))


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
