"""The process that runs jobs: claim, make, save, again.

It is its own process because rasterising holds the interpreter lock and because a poisoned CUDA context must be able
to die. It stops when asked (SIGTERM gives the jobs back) and when the process that started it is gone (end of file on
standard input), so that a killed app leaves no worker behind. As many jobs run at once as the engine has slots: one is
typeset while the next is painted, and pictures of one size share a batch on the GPU.
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
from typing import Any

from sqlalchemy.exc import InterfaceError, OperationalError

from . import contents, db, jobs, leases
from .backups import Rotation
from .engines.base import EngineStatus
from .engines.choice import EngineChoice, build, choose
from .errors import AdgenError, PoisonedDevice
from .models import WorkerRow
from .running import Run, Workbench
from .services import Services, engine_options
from .studio import Studio

log = logging.getLogger(__name__)
SPARE = EngineChoice("illustration", "", "")
POLL = 0.05
ANNOUNCE = 5.0
STOP_SECONDS = 10.0
SWEEP = 3600.0
POISONED_EXIT = 70
NICENESS = 10
"""How far a worker steps back for the page beside it: an ad takes seconds anyway, a list must not wait for it."""
EXPIRING = 3
"""Key of the lock under which one worker removes what was deleted long ago."""
LEFT_ALONE = 5.0
"""Seconds after which the hands take a job on ZeroGPU: a page or a program takes its own at once, on its own time."""


class Worker:
    """One engine, and as many jobs at once as it has slots."""

    def __init__(self, services: Services, studio: Studio | None = None) -> None:
        self.services, self._given = services, studio
        self.name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"[-64:]
        self.bell, self.stopping, self.ended = threading.Condition(), threading.Event(), threading.Event()
        self.choice: EngineChoice = choose(engine_options(services.settings))
        self._studio: Studio | None = None
        self._news = threading.Event()
        self._rung, self._busy, self._last = 0, 0, time.monotonic()
        self._error: BaseException | None = None

    def set_up(self) -> None:
        """Build and load in the calling thread. ZeroGPU knows only what its main thread loaded before launch."""
        self._given = self._studio = self._given or self._built()
        self._prepare(self._given)

    def here(self, job_id: str) -> None:
        """Run this job in the calling thread, unless somebody has taken it; how it ends stands in its row."""
        if self._studio is None or self.stopping.is_set():
            return
        bench = Workbench(self.services, self._studio, self.choice, self.stopping)
        self._quietly(lambda: self._one(bench, job_id))

    def run(self) -> None:
        """Work until told to stop. Raises PoisonedDevice when the GPU's context is lost: the process must end."""
        threading.Thread(target=self._announce_often, name="announce", daemon=True).start()
        rotation = Rotation(self.services.database, self.services.settings)
        threading.Thread(target=rotation.keep, args=(self.stopping,), name="backups", daemon=True).start()
        try:
            studio = self._studio = self._given or self._built()
            self._news.set()
            if self.services.settings.preload and not self.services.settings.zero_gpu:
                threading.Thread(target=self._prepare, args=(studio,), name="prepare", daemon=True).start()
            hands = [threading.Thread(target=self._hand, args=(studio,), name=f"hand-{at}")
                     for at in range(studio.engine.slots)]
            for hand in hands:
                hand.start()
            self._tend(studio)
            for hand in hands:
                hand.join()
            with self.bell:
                self.bell.wait_for(lambda: not self._busy, STOP_SECONDS)  # jobs that run ``here`` are being given back
            if self._error is not None:
                raise self._error
        finally:
            self.ended.set()
            self._news.set()

    def stop(self) -> None:
        """Stop after giving the present jobs back."""
        self.stopping.set()
        self.ring()

    def ring(self) -> None:
        """There may be a job."""
        with self.bell:
            self._rung += 1
            self.bell.notify_all()

    def unload(self) -> None:
        """Take the engine off the GPU, after the pictures that are being painted; the next job loads it again."""
        studio = self._studio
        if studio is not None:
            threading.Thread(target=studio.engine.release, name="unload", daemon=True).start()

    def _built(self) -> Studio:
        settings = self.services.settings
        options = engine_options(settings)
        # Only "auto" may fall back: who names an engine wants to know that it failed.
        spare = SPARE if settings.engine == "auto" and self.choice.name != SPARE.name else None
        return Studio(build(self.choice, options), self.services.copywriter, self.services.files,
                      build(spare, options) if spare else None)

    def _prepare(self, studio: Studio) -> None:
        """Make the engine ready before the first job needs it; why it cannot be stands in its status."""
        try:
            studio.engine.prepare()
        except PoisonedDevice as error:
            self._give_up(error)
        except AdgenError as error:
            log.error("the engine is not ready: %s", error)
        self._news.set()

    def _tend(self, studio: Studio) -> None:
        """Sweep now and then, and let an idle engine give its memory back, until told to stop."""
        swept, idle = 0.0, self.services.settings.idle_unload
        while not self.stopping.is_set():
            if time.monotonic() - swept > SWEEP or not swept:
                swept = time.monotonic()
                self._quietly(self._sweep)
            if idle and not self._busy and time.monotonic() - self._last > idle and (
                    studio.engine.status().state == "ready"):
                self._last = time.monotonic()
                studio.engine.release()
            self.stopping.wait(min(idle / 4, 1.0) if idle else 1.0)

    def _hand(self, studio: Studio) -> None:
        """Take jobs one after another. A lost GPU stops the whole worker."""
        bench = Workbench(self.services, studio, self.choice, self.stopping)
        while not self.stopping.is_set():
            rung = self._rung
            try:
                if self._quietly(lambda: self._one(bench)):
                    continue
            except BaseException as error:  # raised again by ``run``, in its own thread
                self._give_up(error)
                return
            with self.bell:
                if self._rung == rung:
                    self.bell.wait(POLL)

    def _give_up(self, error: BaseException) -> None:
        self._error = self._error or error
        self.stop()

    def _announce_often(self) -> None:
        while not self.ended.is_set():
            self._quietly(self._announce)
            loading = self._standing().state == "loading"
            self._news.wait(ANNOUNCE / 5 if loading else ANNOUNCE)
            self._news.clear()

    def _standing(self) -> EngineStatus:
        return self._studio.engine.status() if self._studio else EngineStatus("cold")

    def _announce(self) -> None:
        settings, standing = self.services.settings, self._standing()
        model = {"flux": settings.flux_model, "hub": settings.hub_model, "images": settings.images_model}
        state = standing.state if self._studio else "starting"
        row = WorkerRow(name=self.name, engine=self.choice.name, model=model.get(self.choice.name), state=state,
                        reason_ko=self.choice.reason_ko[:300], reason_en=self.choice.reason_en[:300],
                        status={"ko": standing.ko, "en": standing.en, "progress": standing.progress,
                                "facts": standing.facts})
        with self.services.writing() as session:
            jobs.announce(session, row)

    def _count(self, change: int) -> None:
        with self.bell:
            self._busy += change
            self._last = time.monotonic()
            self.bell.notify_all()

    def _sweep(self) -> None:
        with self.services.writing() as session:
            db.serialise(session, EXPIRING, 0)
            contents.expire(session)
        with self.services.reading() as session:
            removed = contents.sweep(session, self.services.files)
        if removed:
            log.info("removed %d old files", removed)

    def _quietly(self, action: Callable[[], Any]) -> Any:
        """The database may be busy or its disk full for a while: say so once a try, and go on."""
        try:
            return action()
        except (OperationalError, InterfaceError) as error:
            log.error("the database did not answer: %s", error.orig)
            self.stopping.wait(1.0)
            return None

    def _one(self, bench: Workbench, job_id: str | None = None) -> bool:
        """Run that job, or the next, if there is one."""
        settings = self.services.settings
        with self.services.reading() as session:
            if not jobs.any_open(session):
                return False
        with self.services.writing() as session:
            terms = leases.Terms(settings.job_lease, settings.job_attempts, settings.max_running_per_user,
                                 LEFT_ALONE if settings.zero_gpu else 0.0)
            if job_id is not None:
                claim = leases.claim_one(session, self.name, settings.job_lease, job_id)
            else:
                claim = leases.claim(session, self.name, terms)
        if claim is None:
            return False
        self._count(1)
        try:
            Run(bench, claim).run()
        finally:
            self._count(-1)
        return True


def main(services: Services, watch_parent: bool) -> int:
    """Run a worker in this process until SIGTERM, SIGINT or, with ``watch_parent``, the end of standard input."""
    worker = Worker(services)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: worker.stop())
    if hasattr(signal, "SIGUSR1"):
        signal.signal(signal.SIGUSR1, lambda *_: worker.unload())
    if watch_parent:
        if hasattr(os, "nice"):
            os.nice(NICENESS)
        threading.Thread(target=_listen, args=(worker,), name="parent", daemon=True).start()
    try:
        worker.run()
    except PoisonedDevice:
        log.error("the GPU's context is lost; this process ends so that a fresh one can take over")
        return POISONED_EXIT
    return 0


def _listen(worker: Worker) -> None:
    """Each byte on standard input rings, a "u" unloads; its end means that the parent is gone."""
    while told := os.read(sys.stdin.fileno(), 64):
        if b"u" in told:
            worker.unload()
        worker.ring()
    worker.stop()
    # A step of the engine may take long; without a parent nobody waits for it, and the lease covers the job.
    worker.ended.wait(10.0)
    os._exit(0)
