"""A few processes that render for the web process, which must stay free: rasterising holds the interpreter lock.

They are plain children over two pipes and not ``multiprocessing``: its spawn would import ``app.py`` again, and with it
gradio and the database. A child ends when its standard input does, so a killed app leaves none behind.
"""

import pickle
import subprocess
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import LifoQueue
from typing import IO, Any

from ..errors import EngineError, RenderingBusy
from ..processes import environment, module
from .spec import Accepted, Draft, Rendered, RenderSpec

PROCESSES = 2
PLACES = 16
"""Calls that may draw or wait at once: who waits holds a thread that other routes need too."""
PATIENCE = 60.0
"""Seconds after which a child that does not answer is killed."""
Call = tuple[str, tuple[Any, ...]]


class Child:
    """One process; started by its first call, and again when it has died."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.over = False
        """No process is started any more."""

    def call(self, call: Call) -> Any:
        """The answer; what the child raised is raised here. EngineError when it dies twice over one call."""
        for attempt in (1, 2):
            try:
                return self._ask(call)
            except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
                self.close()
                if attempt == 2:
                    raise EngineError from error
        raise AssertionError

    def _ask(self, call: Call) -> Any:
        process = self.process
        if process is None or process.poll() is not None:
            self.close()
            if self.over:
                raise EOFError
            process = self.process = _start()
        sending, reading = _pipes(process)
        timer = threading.Timer(PATIENCE, process.kill)
        timer.start()
        try:
            pickle.dump(call, sending)
            sending.flush()
            kind, value = pickle.load(reading)
        finally:
            timer.cancel()
        if kind == "error":
            raise value
        return value

    def close(self) -> None:
        """End the process."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in _pipes(process):
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None and process.stdout is not None
    return process.stdin, process.stdout


def _start() -> "subprocess.Popen[bytes]":
    # One thread in each for numerical libraries: there are as many processes as cores are meant to be used.
    return subprocess.Popen(module("rendering.child"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            env=environment(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1"))


class Pool:
    """Renders in other processes. Every method blocks; call it from a thread. Nothing starts before the first call.

    RenderingBusy is raised at once when more than ``PLACES`` calls draw or wait.
    """

    def __init__(self, processes: int = PROCESSES) -> None:
        self._children = [Child() for _ in range(processes)]
        self._free: LifoQueue[Child] = LifoQueue()
        for child in self._children:
            self._free.put(child)
        self._threads = ThreadPoolExecutor(processes, "rendering")
        self._places = threading.BoundedSemaphore(PLACES)
        self._choices: dict[str, Any] | None = None

    def render(self, spec: RenderSpec) -> list[Rendered]:
        """The files of ``spec``. Raises InvalidInput, EngineError."""
        with self._place():
            files: list[Rendered] = self._call("render", spec)
            return files

    def render_each(self, spec: RenderSpec, groups: Sequence[tuple[str, ...]]) -> list[Rendered]:
        """The same, the groups of channels side by side; in the order of the groups."""
        with self._place():
            calls = [self._threads.submit(self._call, "render_channels", spec, group) for group in groups]
            return [file for call in calls for file in call.result()]

    def drafts(self, spec: RenderSpec, count: int, page: int) -> list[Draft]:
        """``count`` looks that differ clearly, drawn side by side; other pages show others."""
        with self._place():
            specs: list[RenderSpec] = self._call("looks", spec, count, page)
            calls = [self._threads.submit(self._call, "draft", one) for one in specs]
            return [call.result() for call in calls]

    def choices(self) -> dict[str, Any]:
        """``templates``, ``fonts`` and ``styles`` that can be asked for: asked once."""
        if self._choices is None:
            self._choices = self._call("choices")
        return self._choices

    def accept(self, data: bytes) -> Accepted:
        """An upload, checked, turned upright and re-encoded. Raises PhotoTooLarge, PhotoUnreadable."""
        with self._place():
            accepted: Accepted = self._call("accept", data)
            return accepted

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise RenderingBusy
        try:
            yield
        finally:
            self._places.release()

    def _call(self, name: str, *arguments: Any) -> Any:
        child = self._free.get()
        try:
            return child.call((name, arguments))
        finally:
            self._free.put(child)

    def close(self) -> None:
        """End the processes; later calls fail."""
        for child in self._children:
            child.over = True
            child.close()
        self._threads.shutdown(wait=False, cancel_futures=True)
