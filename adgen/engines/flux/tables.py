"""What depends on size and steps alone, computed once: noise levels, positions, and their rotary tables.

The transformer computes its rotary tables in float64 in every call (1 to 2 ms of the host at 1024²).
"""

from typing import Any

import numpy as np
import torch
from diffusers import FlowMatchEulerDiscreteScheduler, FluxPipeline
from diffusers.pipelines.flux.pipeline_flux import calculate_shift
from torch import Tensor, nn

from .latents import SHRINK
from .loading import LoadedFlux
from .texts import MAX_SEQUENCE_LENGTH

_KEPT = 32
"""Sizes that are remembered; a table of 1024² is 2.2 MB."""


class Positions(nn.Module):
    """The transformer's own position embedding, asked once for each ``size`` that is set before a call."""

    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner
        self.size: tuple[int, int] | None = None
        self._known: dict[tuple[int, int], tuple[Tensor, Tensor]] = {}

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """(cos, sin) for ``ids`` [text + image tokens, 3]."""
        if self.size is None:
            return self.inner(ids)  # type: ignore[no-any-return]
        if self.size not in self._known:
            while len(self._known) >= _KEPT:
                self._known.pop(next(iter(self._known)))
            self._known[self.size] = self.inner(ids)
        return self._known[self.size]


class Tables:
    """The tables of one loaded pipeline; its ``pos_embed`` is replaced by one that remembers."""

    def __init__(self, flux: LoadedFlux) -> None:
        self._flux = flux
        self._scheduler: Any = FlowMatchEulerDiscreteScheduler.from_config(  # type: ignore[no-untyped-call]
            flux.pipe.scheduler.config)
        self._levels: dict[tuple[int, int], tuple[Tensor, Tensor]] = {}
        self._ids: dict[tuple[int, int], Tensor] = {}
        self.text_ids = torch.zeros(MAX_SEQUENCE_LENGTH, 3, device=flux.device, dtype=flux.dtype)
        own = flux.pipe.transformer.pos_embed
        self.positions = own if isinstance(own, Positions) else Positions(own)
        flux.pipe.transformer.pos_embed = self.positions

    def levels(self, steps: int, size: tuple[int, int]) -> tuple[Tensor, Tensor]:
        """(σ of every step and 0 at the end [steps + 1], timesteps [steps]) as FluxPipeline has them, float32."""
        tokens = (size[0] // SHRINK // 2) * (size[1] // SHRINK // 2)
        if (steps, tokens) not in self._levels:
            config = self._scheduler.config
            mu = calculate_shift(
                tokens, config.get("base_image_seq_len", 256), config.get("max_image_seq_len", 4096),
                config.get("base_shift", 0.5), config.get("max_shift", 1.15))
            if config.get("use_flow_sigmas"):
                self._scheduler.set_timesteps(steps, device=self._flux.device, mu=mu)
            else:
                self._scheduler.set_timesteps(sigmas=np.linspace(1.0, 1 / steps, steps), device=self._flux.device,
                                              mu=mu)
            self._levels[steps, tokens] = self._scheduler.sigmas, self._scheduler.timesteps
        return self._levels[steps, tokens]

    def ids(self, size: tuple[int, int]) -> Tensor:
        """Positions of the image tokens of ``size`` = (width, height) in pixels, [tokens, 3]."""
        if size not in self._ids:
            self._ids[size] = FluxPipeline._prepare_latent_image_ids(
                1, size[1] // SHRINK // 2, size[0] // SHRINK // 2, self._flux.device, self._flux.dtype)
        return self._ids[size]
