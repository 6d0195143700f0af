"""From a request to a task for the GPU, and from what was painted to the answer."""

from typing import Any

from ...brief import GeneratedImage, ImageRequest
from ..asked import centre_crop, checked_steps, working_size
from .loading import FluxOptions, LoadedFlux
from .painting import GUIDANCE_SCALE, Painted, Task
from .texts import MAX_SEQUENCE_LENGTH


def task_of(request: ImageRequest, default_steps: int) -> Task:
    """What to paint, at a size that FLUX can. Raises InvalidInput for steps outside 1…12."""
    return Task(request.prompt, request.seed, working_size(request), checked_steps(request, default_steps),
                request.init, request.strength if request.init is not None else 1.0)


def made_with(options: FluxOptions, flux: LoadedFlux, attention: str) -> dict[str, Any]:
    """The part of an answer's settings that belongs to the loaded pipeline, and its ``model``."""
    return {"model": options.model, **flux.facts(), "revision": flux.revision or options.revision,
            "guidance_scale": GUIDANCE_SCALE, "max_sequence_length": MAX_SEQUENCE_LENGTH, "attention": attention}


def answer(request: ImageRequest, task: Task, painted: Painted, made: dict[str, Any]) -> GeneratedImage:
    """The picture cut to the size that was asked for. ``made`` comes from ``made_with``."""
    strength = {"strength": task.strength} if task.init is not None else {}
    settings = {**made, **strength, **painted.facts}
    return GeneratedImage(
        image=centre_crop(painted.image, request.width, request.height), engine="flux", model=settings.pop("model"),
        seed=request.seed, steps=task.steps, generated_size=task.size, ai=True, timings=painted.timings,
        settings=settings, ignored=request.ignored)
