"""Starts the worker beside the web process, rings it, and starts it again when it dies."""

import logging
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress

from .engines import gpu
from .processes import environment, module
from .services import Services

log = logging.getLogger(__name__)
STOP_SECONDS = 15.0
RING, UNLOAD = b".", b"u"
"""What a worker is told through its standard input."""


class Supervisor:
    """Keeps one ``python -m adgen worker`` alive; a worker that dies at once is started ever more slowly.

    ``gpu`` is the one card that it shall see.
    """

    def __init__(self, gpu: str = "") -> None:
        self._extra = {"CUDA_VISIBLE_DEVICES": gpu} if gpu else {}
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep, name="supervisor", daemon=True)

    def start(self) -> None:
        """Start the worker and the thread that watches it."""
        self._thread.start()

    def ring(self) -> None:
        """Wake the worker; one that is just being started polls anyway."""
        self._tell(RING)

    def unload(self) -> None:
        """Ask the worker to take its engine off the GPU until the next job."""
        self._tell(UNLOAD)

    def _tell(self, word: bytes) -> None:
        process = self._process
        if process is not None and process.stdin is not None:
            with suppress(OSError, ValueError):
                process.stdin.write(word)
                process.stdin.flush()

    def stop(self) -> None:
        """Let the worker give its job back and end."""
        self._stopping.set()
        process = self._process
        if process is not None:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
        self._thread.join(STOP_SECONDS)

    def _keep(self) -> None:
        pause = 0.5
        while not self._stopping.is_set():
            begun = time.monotonic()
            self._process = subprocess.Popen(module("", "worker", "--watch-parent"), stdin=subprocess.PIPE,
                                             env=environment(**self._extra))
            if self._stopping.is_set():  # stop() may have looked before there was a process
                self._process.terminate()
            code = self._process.wait()
            if self._process.stdin is not None:
                with suppress(OSError):
                    self._process.stdin.close()
            if self._stopping.is_set():
                return
            pause = 0.5 if time.monotonic() - begun > 60 else min(pause * 2, 30.0)
            log.error("the worker ended with %s; starting another in %.1f s", code, pause)
            self._stopping.wait(pause)


@contextmanager
def working(services: Services) -> Iterator[None]:
    """A worker for as long as the context lasts, as ``ADGEN_WORKER`` says."""
    mode = "inline" if services.settings.zero_gpu else services.settings.worker
    if mode != services.settings.worker:
        log.warning("On ZeroGPU the worker runs inside the web process, whatever ADGEN_WORKER says: "
                    "only there a job may use a GPU.")
    if mode == "external":
        yield
        return
    if mode == "inline":
        with _inline(services):
            yield
        return
    supervisors = [Supervisor(gpu) for gpu in cards(services.settings.engine)]
    for supervisor in supervisors:
        supervisor.start()

    def all_of_them(tell: Callable[[Supervisor], None]) -> Callable[[], None]:
        def every() -> None:
            for one in supervisors:
                tell(one)

        return every

    services.doorbell.ring = all_of_them(Supervisor.ring)
    services.doorbell.unload = all_of_them(Supervisor.unload)
    _heed_signal(services)
    try:
        yield
    finally:
        with ThreadPoolExecutor(len(supervisors)) as stopping:
            list(stopping.map(Supervisor.stop, supervisors))


def _heed_signal(services: Services) -> None:
    """``kill -USR1`` on the app unloads the engines. Only the main thread may listen; Windows has no such signal."""
    if hasattr(signal, "SIGUSR1") and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGUSR1, lambda *_: services.doorbell.unload())


def cards(engine: str, count_gpus: Callable[[], int] = gpu.count) -> list[str]:
    """Each worker's CUDA_VISIBLE_DEVICES: one worker a GPU where FLUX may paint, else one that sees all ("")."""
    if engine not in ("auto", "flux"):
        return [""]
    count = count_gpus()
    if count < 2:
        return [""]
    named = [name.strip() for name in os.environ.get("CUDA_VISIBLE_DEVICES", "").split(",") if name.strip()]
    return named[:count] or [str(at) for at in range(count)]


@contextmanager
def _inline(services: Services) -> Iterator[None]:
    from .worker import Worker

    worker = Worker(services)
    if services.settings.zero_gpu:
        worker.set_up()
        services.doorbell.here = worker.here
    thread = threading.Thread(target=worker.run, name="worker", daemon=True)
    thread.start()
    services.doorbell.ring, services.doorbell.unload = worker.ring, worker.unload
    _heed_signal(services)
    try:
        yield
    finally:
        services.doorbell.here = None
        worker.stop()
        thread.join(STOP_SECONDS)
