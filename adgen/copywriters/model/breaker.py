"""A circuit breaker: a server that keeps failing is left alone for a while, then tried with one call."""

import threading
import time
from collections.abc import Callable
from typing import Literal


class Breaker:
    """Closed until ``failures`` calls in a row have failed; then open for ``pause`` seconds; then half open: one call
    is let through, and what comes of it closes or opens the breaker again. Shared by threads."""

    def __init__(self, failures: int = 5, pause: float = 60.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._pause, self._clock = failures, pause, clock
        self._lock = threading.Lock()
        self._failed, self._shut_until, self._probing = 0, 0.0, False

    def enter(self) -> Literal["", "call", "probe"]:
        """Leave for a call, or "" for none. A call that got one hands it back to ``leave``, once."""
        with self._lock:
            if self._failed < self._most:
                return "call"
            if self._probing or self._clock() < self._shut_until:
                return ""
            self._probing = True
            return "probe"

    def leave(self, ticket: str, worked: bool | None) -> None:
        """What came of a call; None when it was broken off by us, which tells nothing about the server."""
        with self._lock:
            if ticket == "probe":
                self._probing = False
            if worked:
                self._failed = 0
            elif worked is False:
                self._failed = min(self._failed + 1, self._most)
                if self._failed == self._most:
                    self._shut_until = self._clock() + self._pause
