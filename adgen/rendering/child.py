"""A process of the pool: reads calls from standard input, answers on standard output, ends with its input.

Only the functions of ``CALLS`` can be called; the parent, and nobody else, holds the pipes.
"""

import logging
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import AdgenError, EngineError
from ..logs import configure_child
from . import draw, looks

CALLS: dict[str, Callable[..., Any]] = {"render": draw.render, "render_channels": draw.render_channels,
                                        "draft": looks.draft, "choices": looks.choices, "accept": looks.accept,
                                        "looks": looks.looks}
log = logging.getLogger(__name__)
ROOM = 1536 * 1024 * 1024
"""Bytes that reading an upload may take: 40 megapixels in their widest form, twice, take 1 GB."""


@contextmanager
def bounded(room: int | None) -> Iterator[None]:
    """Within the block this process may take ``room`` bytes more than it has; MemoryError beyond. None: no bound.

    A decoder that is led astray by its input then fails by itself, and does not take the machine's memory. How long it
    may take is bounded by the parent, which kills a child that does not answer.
    """
    if room is None or not hasattr(resource, "RLIMIT_AS"):
        yield
        return
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if Path("/proc/self/statm").exists() else 0
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + room
    if before[1] != resource.RLIM_INFINITY:
        most = min(most, before[1])
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def answer(name: str, arguments: tuple[Any, ...]) -> tuple[str, Any]:
    """("value", what the function returned) or ("error", an AdgenError)."""
    try:
        with bounded(ROOM if name == "accept" else None):
            return "value", CALLS[name](*arguments)
    except AdgenError as error:
        return "error", error
    except Exception:  # a defect must not end the process
        log.exception("%s failed", name)
        return "error", EngineError()


def main() -> None:
    """Serve until the end of standard input. What libraries print goes to standard error, never into the answers."""
    configure_child()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group: the parent decides
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        while True:
            try:
                name, arguments = pickle.load(sys.stdin.buffer)
            except EOFError:
                return
            pickle.dump(answer(name, arguments), out)
            out.flush()


if __name__ == "__main__":
    main()
