"""A process of the pool: reads calls from standard input, answers on standard output, ends with its input.

Only the functions of ``CALLS`` can be called; the parent, and nobody else, holds the pipes.
"""

import logging
import os
import pickle
import signal
import sys
from collections.abc import Callable
from typing import Any

from ..errors import AdgenError, EngineError
from ..logs import configure_child
from . import draw, looks

CALLS: dict[str, Callable[..., Any]] = {"render": draw.render, "render_channels": draw.render_channels,
                                        "draft": looks.draft, "choices": looks.choices, "accept": looks.accept,
                                        "looks": looks.looks}
log = logging.getLogger(__name__)


def answer(name: str, arguments: tuple[Any, ...]) -> tuple[str, Any]:
    """("value", what the function returned) or ("error", an AdgenError)."""
    try:
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
