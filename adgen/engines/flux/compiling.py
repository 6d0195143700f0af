"""The transformer's blocks compiled for fixed sizes, warmed before ready; everything else runs eagerly.

Regional: the 57 blocks share two graphs a shape, where compiling the whole model takes seven times as long for the same
speed. Shapes are static and few (``BUCKETS``): a size nobody warmed would stall its owner for half a minute, and past
the recompile limit ``fullgraph`` raises. Such a size runs eagerly instead, at once.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch

from .loading import LoadedFlux

log = logging.getLogger(__name__)
Shape = tuple[tuple[int, int], int]
"""((width, height) in pixels, pictures)."""
SIZES: tuple[tuple[int, int], ...] = ((1024, 1024), (768, 768), (512, 512), (896, 1120), (1216, 608))
BATCHED: tuple[tuple[int, int], ...] = ((1024, 1024), (512, 512))
"""Sizes that are also warmed for a full batch."""


def buckets(batch: int) -> tuple[Shape, ...]:
    """The shapes that are compiled, the most wanted first."""
    single = tuple((size, 1) for size in SIZES)
    return (*single, *((size, batch) for size in BATCHED)) if batch > 1 else single


class Compiled:
    """Compiled blocks of one transformer, switched on and off. ``why`` says why there are none."""

    def __init__(self, flux: LoadedFlux, wanted: str, backend: str = "inductor") -> None:
        self._blocks = [block for block in flux.pipe.transformer.modules()
                        if type(block).__name__ in (flux.pipe.transformer._repeated_blocks or ())]
        self._calls: list[Any] = []
        self.shapes: set[Shape] = set()
        self.why = ""
        self.seconds = 0.0
        if wanted == "off":
            self.why = "ADGEN_FLUX_COMPILE=off"
        elif flux.device.type != "cuda" and wanted != "force":
            self.why = "no CUDA device"
        elif flux.mode not in ("bf16", "nf4"):
            self.why = f"mode {flux.mode} moves the weights"
        else:
            self._compile(backend)

    def _compile(self, backend: str) -> None:
        torch._dynamo.config.recompile_limit = max(torch._dynamo.config.recompile_limit, 64)
        for block in self._blocks:
            block.compile(fullgraph=True, dynamic=False, backend=backend)
        self._calls = [block._compiled_call_impl for block in self._blocks]
        self._switch(on=False)

    @property
    def on(self) -> bool:
        """Whether there are compiled blocks at all."""
        return bool(self._calls)

    def warm(self, shapes: tuple[Shape, ...], run: Callable[[Shape], Any]) -> None:
        """Compile for ``shapes`` by running each once. The first failure gives up compiling and keeps what works."""
        started = time.perf_counter()
        for shape in shapes if self.on else ():
            try:
                self.shapes.add(shape)
                run(shape)
            except Exception as error:  # compilers fail in many ways; the eager model paints the same picture
                self.shapes.discard(shape)
                self.why = f"{shape}: {type(error).__name__}: {str(error)[:300]}"
                log.warning("Compiling FLUX failed, it runs eagerly: %s", self.why)
                if not self.shapes:
                    self._calls = []
                break
        self._switch(on=False)
        self.seconds = time.perf_counter() - started

    @contextmanager
    def running(self, shape: Shape) -> Iterator[bool]:
        """The blocks as they are quickest for ``shape``; whether compiled."""
        use = self.on and shape in self.shapes
        self._switch(on=use)
        try:
            yield use
        finally:
            self._switch(on=False)

    def most(self, size: tuple[int, int], wanted: int) -> int:
        """How many pictures of ``size`` to paint at once, of ``wanted``: a batch that falls out of its compiled shape
        would lose more (a third) than it gains (a tenth)."""
        if not self.on or (size, 1) not in self.shapes:
            return wanted
        return max((count for known, count in self.shapes if known == size and count <= wanted), default=1)

    def _switch(self, on: bool) -> None:
        for at, block in enumerate(self._blocks):
            block._compiled_call_impl = self._calls[at] if on and self._calls else None
