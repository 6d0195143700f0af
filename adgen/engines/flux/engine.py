"""The engine: loads once, paints one picture at a time, and turns what breaks into a sentence."""

import gc
import logging
import threading

import torch

from ...brief import GeneratedImage, ImageRequest, OnStep
from ...errors import AdgenError, EngineError, PoisonedDevice
from ..asked import centre_crop, checked_steps, working_size
from ..base import EngineStatus
from . import troubles
from .loading import FluxOptions, LoadedFlux, load
from .painting import GUIDANCE_SCALE, MAX_SEQUENCE_LENGTH, Painted, Task, paint

log = logging.getLogger(__name__)


class FluxEngine:
    """FLUX in NF4. Construction loads nothing; ``load`` may be called from any thread and works once."""

    name = "flux"
    ai = True
    redraws = False
    default_steps = 4

    def __init__(self, options: FluxOptions) -> None:
        self._options = options
        # One picture at a time: the scheduler is stateful, and two pictures do not fit a small card.
        self._lock = threading.RLock()
        self._flux: LoadedFlux | None = None
        self._poisoned = False

    @property
    def model(self) -> str:
        """Repository or folder, as it was configured."""
        return self._options.model

    @property
    def ready(self) -> bool:
        """True when the next picture starts at once."""
        return self._flux is not None and not self._poisoned

    slots = 1

    def status(self) -> EngineStatus:
        """Whether the weights are there."""
        return EngineStatus("ready" if self.ready else "cold")

    def prepare(self) -> None:
        """Load the weights."""
        self.load()

    def release(self) -> None:
        """Forget the weights."""
        with self._lock:
            self._flux = None

    def load(self) -> None:
        """Load the weights unless they are there. A failed attempt is tried again by the next call.

        Raises:
            EngineUnavailable: with what the operator can do, and ``reason`` in its details.
            PoisonedDevice: CUDA failed; this process must end.
        """
        self._loaded()

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """See ``base.Engine.generate``. ``on_step`` gets a small preview with each step.

        Raises:
            InvalidInput: steps outside 1…12.
            EngineUnavailable: the weights cannot be loaded.
            PoisonedDevice: CUDA failed; this process must end.
            EngineError: out of memory twice, or undefined numbers.
        """
        task = Task(request.prompt, request.seed, working_size(request), checked_steps(request, self.default_steps))
        with self._lock:
            flux = self._loaded()
            painted, tiled = self._paint(flux, task, on_step)
        settings = {"dtype": str(flux.dtype).removeprefix("torch."), "quantization": flux.quantization,
                    "revision": self._options.revision, "guidance_scale": GUIDANCE_SCALE,
                    "max_sequence_length": MAX_SEQUENCE_LENGTH, "vae_tiling": tiled}
        return GeneratedImage(
            image=centre_crop(painted.image, request.width, request.height), engine=self.name, model=self.model,
            seed=request.seed, steps=task.steps, generated_size=task.size, ai=self.ai, timings=painted.timings,
            settings=settings, ignored=request.ignored)

    def _loaded(self) -> LoadedFlux:
        with self._lock:
            if self._poisoned:
                raise PoisonedDevice()
            if self._flux is None:
                try:
                    self._flux = load(self._options)
                except AdgenError:
                    raise
                except Exception as error:
                    self._refuse_poison(error)
                    log.exception("FLUX could not be loaded from %s", self._options.model)
                    raise troubles.unavailable(error, self._options.model) from error
            return self._flux

    def _paint(self, flux: LoadedFlux, task: Task, on_step: OnStep) -> tuple[Painted, bool]:
        """The picture, and whether its decoding had to be tiled because memory ran out the first time."""
        for tiled in (False, True):
            painted = self._attempt(flux, task, on_step, tiled)
            if painted is not None:
                return painted, tiled
            # Only here, outside of any except block, whose traceback would keep the tensors alive.
            gc.collect()
            if flux.device.type == "cuda":
                torch.cuda.empty_cache()
        raise EngineError("그래픽 메모리가 부족해서 그림을 끝내지 못했어요. 크기를 줄이거나 잠시 뒤에 다시 해 주세요.",
                          "There was not enough GPU memory to finish the picture. Choose a smaller size or try again.",
                          reason="out_of_memory")

    def _attempt(self, flux: LoadedFlux, task: Task, on_step: OnStep, tiled: bool) -> Painted | None:
        """None when memory ran out."""
        try:
            return paint(flux, task, on_step, tiled)
        except Exception as error:
            self._refuse_poison(error)
            if troubles.wrong_build(error):
                raise troubles.unavailable(error, self._options.model) from error
            if not troubles.out_of_memory(error):
                raise
            log.warning("Out of memory at %s×%s (VAE tiling %s): %s", *task.size, tiled, error)
            return None

    def _refuse_poison(self, error: Exception) -> None:
        if troubles.poisoned(error):
            self._poisoned = True
            log.critical("CUDA failed, the worker process must restart: %s", error)
            raise PoisonedDevice() from error
