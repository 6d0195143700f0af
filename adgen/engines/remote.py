"""What engines share that ask another machine for the picture: waiting that can be cancelled, and a checked answer."""

import queue
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PIL import Image

from ..brief import OnStep

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
