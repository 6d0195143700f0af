"""The engine: loads in the background, paints for several threads at once, and turns what breaks into a sentence."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch

from ...brief import GeneratedImage, ImageRequest, OnStep
from ...errors import AdgenError, PoisonedDevice
from ..base import EngineStatus
from . import attention, troubles
from .answers import answer, made_with, task_of
from .batching import BEAT, Desk
from .compiling import buckets
from .layouts import Progress
from .loading import FluxOptions, LoadedFlux, load
from .painting import Kit, Painted, Task, kit_of, trial
from .residency import NOTES, sweep, to_two_phase

log = logging.getLogger(__name__)
WORN_AFTER = 2
"""Pictures in a row that ran out of memory before the process is given up: its memory is in pieces."""


class FluxEngine:
    """FLUX in NF4. Construction loads nothing; every method may be called from any thread."""

    name = "flux"
    ai = True
    redraws = False
    varies = True
    default_steps = 4

    def __init__(self, options: FluxOptions, read: Callable[[FluxOptions, Progress], LoadedFlux] = load) -> None:
        """``read`` gets the weights; a benchmark hands in one that makes them."""
        self._options, self._read = options, read
        self._lock = threading.RLock()
        """Held while loading, unloading, and taking the desk; never while a picture is painted."""
        self._kit: Kit | None = None
        self._desk: Desk | None = None
        self._painting = 0
        self._idle = threading.Condition(self._lock)
        self._status = EngineStatus("cold", "FLUX를 아직 올리지 않았어요.", "FLUX is not loaded yet.")
        self._poisoned, self._worn = False, 0

    @property
    def model(self) -> str:
        """Repository or folder, as it was configured."""
        return self._options.model

    @property
    def slots(self) -> int:
        """A batch, and as many that are being typeset meanwhile; a test on a CPU paints one by one."""
        return self._options.batch + 1 if self._options.device.startswith("cuda") else self._options.batch

    def status(self) -> EngineStatus:
        """How it stands now."""
        return self._status

    @property
    def ready(self) -> bool:
        """True when the next picture starts at once."""
        return self._desk is not None and not self._poisoned

    def prepare(self) -> None:
        """Load, choose attention, compile and warm, unless that is done. A failed attempt is tried again by the next
        call.

        Raises:
            EngineUnavailable: with what the operator can do, and ``reason`` in its details.
            PoisonedDevice: CUDA failed; this process must end.
        """
        with self._lock:
            self._open()

    def release(self) -> None:
        """Unload, after the pictures that are being painted."""
        with self._lock:
            self._idle.wait_for(lambda: not self._painting)
            desk, self._desk, self._kit = self._desk, None, None
            if desk is not None:
                desk.close()
            self._status = EngineStatus("cold", "쉬는 동안 FLUX를 내려 두었어요. 다음 그림 때 다시 올려요.",
                                        "FLUX was unloaded while idle; the next picture loads it again.")
        del desk
        sweep(torch.device(self._options.device))

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """See ``base.Engine.generate``. Calls from several threads share batches. ``on_step`` is called in the caller's
        thread, with a small preview where a step is slow enough for one.

        Raises:
            InvalidInput: steps outside 1…12.
            EngineUnavailable: the weights cannot be loaded.
            PoisonedDevice: CUDA failed, or memory ran out twice in a row; this process must end.
            EngineError: out of memory, or undefined numbers.
        """
        task = task_of(request, self.default_steps)
        while not self._lock.acquire(timeout=BEAT):
            on_step(0, task.steps, None)  # another thread is loading: the owner may cancel meanwhile
        try:
            desk, kit = self._open()
            self._painting += 1
        finally:
            self._lock.release()
        try:
            painted = self._painted(desk, task, on_step)
        finally:
            with self._lock:
                self._painting -= 1
                self._idle.notify_all()
        return answer(request, task, painted, made_with(self._options, kit.flux, kit.attention))

    def _painted(self, desk: Desk, task: Task, on_step: OnStep) -> Painted:
        try:
            painted = desk.paint(task, on_step)
        except AdgenError as error:
            if error.details.get("reason") == "out_of_memory":
                self._worn += 1
            raise
        except Exception as error:
            self._refuse_poison(error)
            if troubles.wrong_build(error):
                raise troubles.unavailable(error, self._options.model) from error
            raise
        self._worn = 0
        return painted

    def _open(self) -> tuple[Desk, Kit]:
        """The desk, loaded if need be; the lock is held."""
        if self._poisoned or self._worn >= WORN_AFTER:
            raise PoisonedDevice
        if self._desk is None or self._kit is None:
            try:
                self._kit = self._loaded()
            except AdgenError as error:
                self._status = EngineStatus("failed", error.say(), error.say("en"))
                raise
            except Exception as error:
                self._refuse_poison(error)
                log.exception("FLUX could not be loaded from %s", self._options.model)
                unavailable = troubles.unavailable(error, self._options.model)
                self._status = EngineStatus("failed", unavailable.say(), unavailable.say("en"))
                raise unavailable from error
            self._desk = Desk(self._kit, self._options.batch, self._make_room)
            self._tell_ready(self._kit)
        return self._desk, self._kit

    def _loaded(self) -> Kit:
        """Load and warm; ``status`` tells how far it is."""
        began = time.perf_counter()
        self._status = EngineStatus("loading", "FLUX를 올리고 있어요.", "FLUX is being loaded.")
        flux = self._read(self._options, self._fetching)
        read = time.perf_counter() - began
        kit = kit_of(flux, self._options.compile)
        kit.attention, tried = attention.choose(flux)
        if flux.device.type == "cuda":
            flux.pipe.vae.to(memory_format=torch.channels_last)
        self._status = EngineStatus("loading", "FLUX를 예열하고 있어요.", "FLUX is being warmed up.")
        kit.compiled.warm(buckets(self._options.batch), lambda shape: trial(kit, shape))
        kit.facts = {"load_seconds": round(read, 2), "warm_seconds": round(kit.compiled.seconds, 2),
                     "ready_seconds": round(time.perf_counter() - began, 2),
                     "attention_ms": {name: round(value, 3) for name, value in tried.items()}}
        return kit

    def _fetching(self, share: float) -> None:
        self._status = EngineStatus("loading", f"FLUX를 내려받고 있어요. {share:.0%}",
                                    f"Downloading FLUX: {share:.0%}.", progress=share)

    def _tell_ready(self, kit: Kit) -> None:
        flux = kit.flux
        facts: dict[str, Any] = {
            **kit.facts, **flux.facts(), "attention": kit.attention, "compiled": len(kit.compiled.shapes),
            "eager_because": kit.compiled.why, "device": str(flux.device)}
        if flux.device.type == "cuda":
            free, total = torch.cuda.mem_get_info(flux.device)
            facts |= {"device": torch.cuda.get_device_name(flux.device), "memory_free": free, "memory_total": total,
                      "memory_held": torch.cuda.memory_allocated(flux.device)}
        note = NOTES[flux.mode]
        self._status = EngineStatus("ready", note.ko, note.en, facts=facts)

    def _make_room(self) -> bool:
        """The ladder's last rung, called by the desk: text encoders leave the GPU; false when they have already."""
        kit = self._kit
        if kit is None or not to_two_phase(kit.flux):
            return False
        log.warning("FLUX now works in two phases: memory ran out.")
        kit.compiled.why = "memory ran out: two phases"
        kit.compiled.shapes.clear()
        self._status = replace(self._status, ko=NOTES["two-phase"].ko, en=NOTES["two-phase"].en,
                               facts={**self._status.facts, "residency": "two-phase"})
        return True

    def _refuse_poison(self, error: Exception) -> None:
        if troubles.poisoned(error):
            self._poisoned = True
            self._status = EngineStatus("failed", PoisonedDevice.ko, PoisonedDevice.en)
            log.critical("CUDA failed, the worker process must restart: %s", error)
            raise PoisonedDevice() from error


def held(engine: FluxEngine) -> LoadedFlux | None:
    """What an engine holds now; for measurements and tests."""
    return engine._kit.flux if engine._kit else None
