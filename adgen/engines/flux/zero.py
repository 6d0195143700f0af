"""FLUX on a ZeroGPU Space: loaded in the web process before launch, painting in processes that ``spaces`` forks.

What the package dictates (spaces 0.51.3):

- In the web process there is no GPU. ``spaces`` makes torch pretend that there is one, in the main thread only, and
  writes what was put on "cuda" to disk when ``Blocks.launch`` begins. So the weights are put there before that, in the
  main thread. They are read to the CPU in another one, which knows nothing of the pretence: under it a tensor's shape
  is a plain tuple, and diffusers cannot read 4-bit weights (seen with torch 2.13).
- Each call runs in a forked process, which may be new: no compiling, no thread that lives on, no shared cache.
  Arguments and results are pickled; of an exception only the class's name comes back, so a failure is a value.
- A call in that process cannot be reached any more: a cancellation counts before it and after it.
"""

import logging
import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from dataclasses import dataclass

import torch

from ...brief import GeneratedImage, ImageRequest, OnStep
from ...errors import AdgenError, EngineError, EngineUnavailable
from ..base import EngineStatus
from ..zerogpu import HUNG_UP, on_gpu, refusal
from . import troubles
from .answers import answer, made_with, task_of
from .layouts import Progress
from .loading import FluxOptions, LoadedFlux, Placement, read
from .painting import Kit, Painted, Task, decode, denoise, kit_of, timed
from .residency import sweep

log = logging.getLogger(__name__)
COLD = 8.0
"""Seconds to bring 11.4 GB from disk to a GPU that another app just left; not measured on a real Space."""
PER_STEP = 0.8
"""Seconds of one step of one megapixel, eagerly, on half an RTX PRO 6000, generously; not measured on a real Space."""
LEAST = 10
PARTS = ("text_encoder", "text_encoder_2", "transformer", "vae")


@dataclass
class Inherited:
    """What a forked process finds already there. ``kit`` is made in the forked process only, at its first picture."""

    flux: LoadedFlux | None = None
    kit: Kit | None = None


HERE = Inherited()


@dataclass(frozen=True)
class Failure:
    """Why there is no picture, as it crosses from one process to the other."""

    ko: str
    en: str
    reason: str


Outcome = Painted | Failure
Read = Callable[[FluxOptions, Progress], LoadedFlux]


def seconds(task: Task) -> int:
    """How long to ask a GPU for: little, because a short request is served sooner and refused later."""
    megapixels = task.size[0] * task.size[1] / 1_000_000
    return max(LEAST, math.ceil(COLD + PER_STEP * megapixels * (task.steps - task.start)))


def place(options: FluxOptions, on_progress: Progress) -> LoadedFlux:
    """The pipeline, read to the CPU, repaired there, and put on the device, packed. Raises what ``load`` raises.

    Nothing is asked of a GPU: neither its free memory nor what it can compute.
    """
    device = torch.device(options.device)
    with ThreadPoolExecutor(1, thread_name_prefix="flux-read") as aside:
        placement = Placement(device, torch.bfloat16, "nf4", torch.device("cpu"))
        flux = aside.submit(read, options, placement, on_progress).result()
    for part in PARTS:
        getattr(flux.pipe, part).to(device)
    return flux


def paint(task: Task) -> Outcome:
    """The picture, in the process that has the GPU.

    Raises what torch raises when CUDA itself failed: ``spaces`` then leaves this process.
    """
    try:
        if HERE.flux is None:
            raise EngineUnavailable(reason="not_loaded")
        HERE.kit = HERE.kit or kit_of(HERE.flux)
        return _painted(HERE.kit, task)
    except EngineError as error:
        return Failure(error.say(), error.say("en"), str(error.details.get("reason", "")))
    except RuntimeError as error:
        if not troubles.wrong_build(error):
            raise
        refused = troubles.unavailable(error, "FLUX")
        return Failure(refused.say(), refused.say("en"), "build")


paint_on_gpu: Callable[[Task], Outcome] = on_gpu(seconds)(paint)


def _painted(kit: Kit, task: Task) -> Painted:
    """One picture; when memory runs out, once more with the VAE in tiles."""
    kit.step_seconds = 1e-3  # counts as quick: nobody sees previews before the call is over
    for tiled in (False, True):
        timings: dict[str, float] = {}
        try:
            latents = denoise(kit, [task], lambda *_: True, timings)[0]
            with timed(timings, "decode", kit.flux.device):
                image = decode(kit.flux, latents, task.size, tiled)
        except Exception as error:
            if not troubles.out_of_memory(error):
                raise
            log.warning("Out of memory with %s (tiles: %s): %s", task.size, tiled, error)
        else:
            return Painted(image, timings, {"batch": 1, "compiled": False, "vae_tiling": tiled, "zero_gpu": True})
        sweep(kit.flux.device)
    raise troubles.no_memory()


class ZeroFluxEngine:
    """FLUX in NF4 for ZeroGPU. ``prepare`` belongs in the main thread, before launch; the rest in any thread."""

    name = "flux"
    ai = True
    redraws = False
    varies = True
    default_steps = 4
    slots = 1

    def __init__(self, options: FluxOptions, read: Read = place, call: Callable[[Task], Outcome] = paint_on_gpu
                 ) -> None:
        """``read`` gets the weights; ``call`` has a task painted where a GPU is."""
        self._options, self._read, self._call = options, read, call
        self._lock = threading.Lock()
        self._failed: EngineError | None = None
        self._flux: LoadedFlux | None = None
        self._status = EngineStatus("cold", "FLUX를 아직 올리지 않았어요.", "FLUX is not loaded yet.")

    @property
    def model(self) -> str:
        """Repository or folder, as it was configured."""
        return self._options.model

    def status(self) -> EngineStatus:
        """How it stands now."""
        return self._status

    def prepare(self) -> None:
        """Load, once: what failed before launch cannot be made good after it.

        Raises:
            EngineUnavailable: with what the operator can do, and ``reason`` in its details.
        """
        self._ready()

    def release(self) -> None:
        """Nothing: between two pictures no GPU is held."""

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """See ``base.Engine.generate``. ``on_step`` is called before and after the GPU's work, not between steps.

        Raises:
            InvalidInput: steps outside 1…12.
            EngineUnavailable: the weights could not be loaded, or ZeroGPU gives no GPU now: ``reason`` says why.
            EngineError: out of memory, undefined numbers, or the GPU's process ended.
        """
        task = task_of(request, self.default_steps)
        flux = self._ready()
        on_step(0, task.steps, None)
        began = time.perf_counter()
        outcome = self._asked(task)
        if isinstance(outcome, Failure):
            kind = EngineUnavailable if outcome.reason in ("not_loaded", "build") else EngineError
            raise kind(outcome.ko, outcome.en)
        waited = time.perf_counter() - began - sum(outcome.timings.values())
        outcome.timings["wait"] = round(max(waited, 0.0), 4)
        on_step(task.steps, task.steps, None)
        return answer(request, task, outcome, made_with(self._options, flux, "native"))

    def _asked(self, task: Task) -> Outcome:
        try:
            try:
                return self._call(task)
            except RuntimeError as error:
                if not str(error).startswith(HUNG_UP):
                    raise
            # The page was closed while its job waited for a GPU. The job goes on, without the visitor's context.
            return Context().run(self._call, task)
        except Exception as error:  # of spaces, of its network client, of the forked process
            refused = refusal(error)
            log.warning("ZeroGPU gave no picture: %s (%r)", refused, error)
            raise refused from error

    def _ready(self) -> LoadedFlux:
        with self._lock:
            if self._failed is not None:
                raise self._failed
            if self._flux is None:
                try:
                    self._flux = HERE.flux = self._loaded()
                except AdgenError as error:
                    self._failed = error if isinstance(error, EngineError) else EngineUnavailable(error.say())
                except Exception as error:
                    log.exception("FLUX could not be loaded from %s", self._options.model)
                    self._failed = troubles.unavailable(error, self._options.model)
                if self._failed is not None:
                    self._status = EngineStatus("failed", self._failed.say(), self._failed.say("en"))
                    raise self._failed
            assert self._flux is not None
            return self._flux

    def _loaded(self) -> LoadedFlux:
        began = time.perf_counter()
        self._status = EngineStatus("loading", "FLUX를 올리고 있어요.", "FLUX is being loaded.")
        flux = self._read(self._options, lambda share: log.info("Downloading FLUX: %d %%", share * 100))
        self._status = EngineStatus(
            "ready", "ZeroGPU에서 그려요. 그림마다 GPU를 잠깐 빌려요.",
            "Paints on ZeroGPU, which lends a GPU for each picture.",
            facts={**flux.facts(), "device": "ZeroGPU", "attention": "native", "compiled": 0,
                   "load_seconds": round(time.perf_counter() - began, 2)})
        return flux
