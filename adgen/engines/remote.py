"""What engines share that ask another machine for the picture: waiting that can be cancelled, and a checked answer."""

import queue
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

from PIL import Image, ImageOps

from ..brief import GeneratedImage, ImageRequest, OnStep
from ..errors import AdgenError, EngineError, EngineUnavailable
from .asked import checked_steps
from .base import AlwaysReady

POLL = 0.5
"""Seconds between two looks at whether the owner cancelled."""

MAX_PIXELS = 4096 * 4096
"""A larger answer is refused before it is decoded: 2048 × 2048 is the most that is ever asked for."""

Answer = TypeVar("Answer")


class TooLate(Exception):
    """The answer did not come in time."""


class NoPicture(Exception):
    """What came is no picture that can be used; the argument is a reason for the error's details."""


def waited(ask: Callable[[], Answer], on_step: OnStep, steps: int, timeout: float) -> Answer:
    """What ``ask`` answers, asked in another thread: clients cannot be interrupted, a hung or dripping one is left.

    ``on_step(0, steps, None)`` beats twice a second. Raises what ``ask`` or ``on_step`` raises, and TooLate after
    ``timeout`` seconds.
    """
    answers: queue.Queue[tuple[Answer | None, Exception | None]] = queue.Queue()

    def work() -> None:
        try:
            answers.put((ask(), None))
        except Exception as error:  # everything crosses the thread, and is raised on the other side
            answers.put((None, error))

    threading.Thread(target=work, name="adgen-remote", daemon=True).start()
    deadline = time.monotonic() + timeout
    while True:
        on_step(0, steps, None)
        left = deadline - time.monotonic()
        try:
            answer, error = answers.get(timeout=max(0.0, min(POLL, left)))
        except queue.Empty:
            if left <= 0:
                raise TooLate from None
            continue
        if error is not None:
            raise error
        return answer  # type: ignore[return-value]  # without an error there is an answer


def decoded(answer: Image.Image) -> Image.Image:
    """The answer as RGB. Clients only open it, so a cut-off file shows itself here. Raises NoPicture."""
    if answer.width * answer.height > MAX_PIXELS:
        raise NoPicture("too_large")
    try:
        return answer.convert("RGB")
    except (OSError, SyntaxError, ValueError) as error:
        raise NoPicture("no_picture") from error


class RemoteEngine(AlwaysReady, ABC):
    """Asks another machine for the picture; what it rounds or ignores is told.

    ``sentences`` are (Korean, English) by reason, and the reason travels in the error's details. ``unavailable`` gives
    the reason for an HTTP status; other 4xx are "refused" and other 5xx "down", both failures of this one picture.
    """

    name: ClassVar[str]
    sentences: ClassVar[Mapping[str, tuple[str, str]]]
    unavailable: ClassVar[Mapping[int, str]]
    ai = True
    redraws = False
    slots = 4
    """Waiting for another machine costs this one nothing: one slow answer must not hold up the others."""
    default_steps = 4

    def __init__(self, model: str, timeout: float, **settings: Any) -> None:
        """``timeout`` is seconds for one picture; ``settings`` are told with every picture."""
        self._model, self._timeout, self._settings = model, timeout, settings

    @property
    def model(self) -> str:
        """The model asked for, as the other machine names it."""
        return self._model

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """See ``base.Engine.generate``. ``on_step(0, steps, None)`` beats while waiting: a job can be cancelled.

        Raises:
            InvalidInput: steps outside 1…12.
            EngineUnavailable: nothing to ask with, key or quota refused, machine down or unreachable, timeout.
            EngineError: the other machine refused this request or failed, or its answer is no picture.
        """
        self._check()
        steps = checked_steps(request, self.default_steps)
        started = time.monotonic()
        picture, dropped = self._answer(request, steps, on_step)
        asked = (request.width, request.height)
        image = picture if picture.size == asked else ImageOps.fit(picture, asked, Image.Resampling.LANCZOS)
        on_step(steps, steps, None)
        return GeneratedImage(
            image=image, engine=self.name, model=self.model, seed=request.seed, steps=steps,
            generated_size=picture.size, ai=self.ai, timings={"provider": round(time.monotonic() - started, 3)},
            settings=dict(self._settings), ignored=tuple(dict.fromkeys((*request.ignored, *dropped))))

    def _answer(self, request: ImageRequest, steps: int, on_step: OnStep) -> tuple[Image.Image, tuple[str, ...]]:
        try:
            answer, dropped = waited(lambda: self._ask(request, steps), on_step, steps, self._timeout)
            return decoded(answer), dropped
        except AdgenError:
            raise
        except TooLate as error:
            raise self._cannot("timeout") from error
        except NoPicture as error:
            raise self._failed("no_picture", reason=str(error)) from error
        except Exception as error:
            raise self._translated(error) from error

    @abstractmethod
    def _check(self) -> None:
        """Raises EngineUnavailable where the settings leave nothing to ask with."""

    @abstractmethod
    def _ask(self, request: ImageRequest, steps: int) -> tuple[Image.Image, tuple[str, ...]]:
        """The picture, and the names of what the other machine would not take; called in a thread of its own."""

    @abstractmethod
    def _translated(self, error: Exception) -> EngineError:
        """What the client raised, as a sentence."""

    def _cannot(self, reason: str, **details: Any) -> EngineUnavailable:
        return EngineUnavailable(*self.sentences[reason], reason=reason, **details)

    def _failed(self, sentence: str, **details: Any) -> EngineError:
        return EngineError(*self.sentences[sentence], **{"reason": sentence, **details})

    def _of_status(self, status: int) -> EngineError:
        if status in self.unavailable:
            return self._cannot(self.unavailable[status], status=status)
        return self._failed("down" if status >= 500 else "refused", status=status)
