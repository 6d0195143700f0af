"""The one thread that owns the GPU: pictures of one size that wait are painted together, and the next batch is denoised
while the last one is decoded.

Callers wait in their own threads and hear of every step there: what they do about it (a durable write, a cancellation)
never holds the GPU up.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from ...brief import OnStep
from ...errors import EngineError
from . import troubles
from .painting import Kit, Painted, Task, decode, denoise, timed
from .residency import sweep

log = logging.getLogger(__name__)
BEAT = 0.5
"""Seconds between two looks of a waiting caller at whether its owner cancelled."""


@dataclass
class _Ticket:
    """A task on its way. ``events`` are (done, total, preview), a Painted, or an exception."""

    task: Task
    events: "queue.SimpleQueue[Any]" = field(default_factory=queue.SimpleQueue)
    unwanted: threading.Event = field(default_factory=threading.Event)
    since: float = field(default_factory=time.perf_counter)
    tiled: bool = False


class Desk:
    """Takes tasks from any thread and paints them in its own. ``close`` ends it; what still waits fails."""

    def __init__(self, kit: Kit, batch: int, make_room: Callable[[], bool] = lambda: False) -> None:
        self._kit, self._batch, self._make_room = kit, batch, make_room
        self._inbox: queue.SimpleQueue[_Ticket | None] = queue.SimpleQueue()
        self._waiting: list[_Ticket] = []
        self._decoder = ThreadPoolExecutor(1, thread_name_prefix="flux-decode")
        self._decoding: Future[None] | None = None
        cuda = kit.flux.device.type == "cuda"
        self._stream: Any = torch.cuda.Stream(kit.flux.device) if cuda else None  # type: ignore[no-untyped-call]
        self._thread = threading.Thread(target=self._run, name="flux-gpu", daemon=True)
        self._thread.start()

    def paint(self, task: Task, on_step: OnStep) -> Painted:
        """The finished picture. ``on_step`` is called here, in the caller's thread; what it raises is passed on, and
        the picture leaves its batch within a step.

        Raises:
            EngineError: out of memory on every rung of the ladder (``reason`` "out_of_memory"), undefined numbers, or
                the desk was closed.
            Exception: what torch raises.
        """
        ticket = _Ticket(task)
        self._inbox.put(ticket)
        try:
            while True:
                try:
                    event = ticket.events.get(timeout=BEAT)
                except queue.Empty:
                    on_step(0, task.steps, None)
                    continue
                if isinstance(event, Painted):
                    return event
                if isinstance(event, BaseException):
                    raise event
                on_step(*event)
        finally:
            ticket.unwanted.set()

    def close(self) -> None:
        """End after the present batch."""
        self._inbox.put(None)
        self._thread.join()
        self._decoder.shutdown(wait=True)

    def _run(self) -> None:
        closed = False
        while True:
            while not closed and (not self._waiting or not self._inbox.empty()):
                ticket = self._inbox.get()
                closed = ticket is None
                if ticket is not None:
                    self._waiting.append(ticket)
            self._waiting = [ticket for ticket in self._waiting if not ticket.unwanted.is_set()]
            if closed:
                for ticket in self._waiting:
                    ticket.events.put(EngineError(reason="closed"))
                return
            if self._waiting:
                self._work(self._next())

    def _next(self) -> list[_Ticket]:
        """The oldest, and those that can share its batch."""
        first = self._waiting[0]
        alike = [ticket for ticket in self._waiting if ticket.task.shape == first.task.shape
                 and ticket.tiled == first.tiled]
        most = self._kit.compiled.most(first.task.size, min(self._batch, len(alike)))
        taken = alike[:max(most, 1)]
        self._waiting = [ticket for ticket in self._waiting if ticket not in taken]
        return taken

    def _work(self, tickets: list[_Ticket]) -> None:
        """Paint a batch; whatever breaks reaches every caller that it concerns."""
        try:
            if self._attempt(tickets):
                return
        except BaseException as error:  # crosses to the callers' threads, which decide what it means
            for ticket in tickets:
                ticket.events.put(error)
            return
        # Only here, outside of any except block, whose traceback would keep the tensors alive.
        sweep(self._kit.flux.device)
        if len(tickets) > 1:
            for ticket in tickets:
                self._work([ticket])
        elif self._next_rung(tickets[0]):
            self._work(tickets)
        else:
            tickets[0].events.put(troubles.no_memory())

    def _next_rung(self, ticket: _Ticket) -> bool:
        """One step down the ladder: decode in tiles; then take the text encoders off the GPU for good."""
        if not ticket.tiled:
            ticket.tiled = True
            return True
        return self._make_room()

    def _attempt(self, tickets: list[_Ticket]) -> bool:
        """False when memory ran out while denoising. Decoding goes on in the other thread."""
        flux, timings = self._kit.flux, dict[str, float]()
        began = time.perf_counter()
        if flux.device.type == "cuda":
            torch.cuda.reset_peak_memory_stats(flux.device)

        def report(row: int, done: int, total: int, preview: Image.Image | None) -> bool:
            if not tickets[row].unwanted.is_set():
                tickets[row].events.put((done, total, preview))
            return not tickets[row].unwanted.is_set()

        try:
            packed = denoise(self._kit, [ticket.task for ticket in tickets], report, timings)
        except Exception as error:
            if not troubles.out_of_memory(error):
                raise
            log.warning("Out of memory with %d × %s: %s", len(tickets), tickets[0].task.size, error)
            return False
        facts = {"batch": len(tickets), "compiled": (tickets[0].task.size, len(tickets)) in self._kit.compiled.shapes}
        done = [(tickets[row], latents) for row, latents in packed.items()]
        ready = self._event()
        if self._decoding is not None:
            self._decoding.result()  # at most one batch is decoded at a time: two would need memory for two
            self._decoding = None
        work = self._decoder.submit(self._decode_all, done, (timings, facts, began), ready)
        if self._kit.flux.mode in ("bf16", "nf4") and not any(ticket.tiled for ticket in tickets):
            self._decoding = work
        else:
            work.result()
        return True

    def _event(self) -> Any:
        """Marks the end of denoising on the GPU, for the decoder's own stream."""
        if self._stream is None:
            return None
        event: Any = torch.cuda.Event()  # type: ignore[no-untyped-call]
        event.record()
        return event

    def _decode_all(self, done: list[tuple[_Ticket, Tensor]], made: tuple[dict[str, float], dict[str, Any], float],
                    ready: Any) -> None:
        timings, facts, began = made
        if self._stream is not None:
            self._stream.wait_event(ready)
        with torch.cuda.stream(self._stream):
            for ticket, latents in done:
                own = dict(timings, wait=round(began - ticket.since, 4))
                try:
                    image, tiled = self._decode(ticket, latents, own)
                except BaseException as error:  # crosses to the caller's thread
                    ticket.events.put(error)
                    continue
                ticket.events.put(Painted(image, own, {**facts, "vae_tiling": tiled, **self._memory()}))

    def _decode(self, ticket: _Ticket, latents: Tensor, timings: dict[str, float]) -> tuple[Image.Image, bool]:
        """The picture, and whether it had to be decoded in tiles."""
        for tiled in (False, True) if not ticket.tiled else (True,):
            try:
                with timed(timings, "decode", self._kit.flux.device):
                    return decode(self._kit.flux, latents, ticket.task.size, tiled), tiled
            except Exception as error:
                if not troubles.out_of_memory(error):
                    raise
                log.warning("Out of memory while decoding %s (tiles: %s): %s", ticket.task.size, tiled, error)
            sweep(self._kit.flux.device)
        raise troubles.no_memory()

    def _memory(self) -> dict[str, int]:
        flux = self._kit.flux
        if flux.device.type != "cuda":
            return {}
        return {"peak_memory": torch.cuda.max_memory_allocated(flux.device)}

