"""The engine without a model: it composes vector drawings on the processor, in well under a second."""

import random
import time
from dataclasses import dataclass

from ...brief import GeneratedImage, ImageRequest, OnStep
from ..base import AlwaysReady
from .canvas import Scene, Setting, paint
from .geometry import plan
from .motifs import cast
from .palette import Asked, choose
from .scenes import COMPOSITIONS
from .seasons import season_of
from .styles import checked, drawn


@dataclass(frozen=True)
class IllustrationEngine(AlwaysReady):
    """Draws flyers from tables of motifs, palettes and compositions; the same request gives the same pixels.

    It redraws for every poster size, because each composition is made for the aspect ratio. ``Stage`` comes with it.
    """

    name: str = "illustration"
    model: str | None = None
    ai: bool = False
    redraws: bool = True
    default_steps: int | None = None

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """Paint ``request``; ``steps`` and ``prompt`` have no meaning here and are listed as ignored when given.

        Raises:
            InvalidInput: a brand colour is not ``#RRGGBB``, or there is no composition of that style.
            JobCancelled: ``on_step`` raised it.
        """
        started = time.perf_counter()
        composition, scene = compose(request)
        composed = time.perf_counter()
        image = paint(scene, request.width, request.height)
        drawn = time.perf_counter()
        on_step(1, 1, image)
        ignored = (*request.ignored, *(("steps",) if request.steps is not None else ()))
        return GeneratedImage(
            image=image, engine=self.name, model=None, seed=request.seed, steps=None,
            generated_size=(request.width, request.height), ai=False, stage=scene.stage,
            timings={"compose": composed - started, "raster": drawn - composed},
            settings={"composition": composition}, ignored=tuple(dict.fromkeys(ignored)))


def compose(request: ImageRequest) -> tuple[str, Scene]:
    """The scene for ``request`` and the name of its composition: ``request.style``, or drawn by the seed.

    The choices of a seed do not depend on the size, so one ad keeps its look over all its posters.

    Raises:
        InvalidInput: ``request.style`` names no composition, or a brand colour is not ``#RRGGBB``.
    """
    name, turn = drawn(request.trade, request.subject, request.seed)
    name = checked(request.style) if request.style else name
    dice = random.Random(f"{request.seed}/{request.trade}")
    people = cast(request.trade, request.subject, random.Random(dice.random()), turn)
    asked = Asked(request.trade, season_of(request.subject), request.colors, turn)
    palette = choose(asked, random.Random(dice.random()))
    arrangement = plan(request.width, request.height, flip=turn % 3 == 2)
    setting = Setting(arrangement, palette, people, random.Random(dice.random()), turn)
    return name, COMPOSITIONS[name](setting)
