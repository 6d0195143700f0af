"""Which attention kernel is quickest on this card, found by trying: there is no other way to know."""

import logging
import time
from typing import Any

import torch
from diffusers.models.attention_dispatch import AttentionBackendName, dispatch_attention_fn

from .loading import LoadedFlux

log = logging.getLogger(__name__)
CANDIDATES = ("native", "_native_cudnn", "_native_flash", "_flash_3", "flash")
"""Exact ones that need no network. Kernels from the Hub and quantised ones are left out: the pictures would change, or
a start would depend on the network."""
_TOKENS, _WARM, _ROUNDS = 4352, 3, 10


def choose(flux: LoadedFlux) -> tuple[str, dict[str, float]]:
    """Set the quickest backend on the transformer; its name, and milliseconds of each that ran (empty on a CPU)."""
    if flux.device.type != "cuda":
        return "native", {}
    config = flux.pipe.transformer.config
    shape = (1, _TOKENS, config.num_attention_heads, config.attention_head_dim)
    query, key, value = (torch.randn(shape, device=flux.device, dtype=flux.dtype) for _ in range(3))
    times = measured((query, key, value))
    best = min(times, key=lambda name: times[name], default="native")
    flux.pipe.transformer.set_attention_backend(best)
    return best, times


def measured(tensors: tuple[torch.Tensor, torch.Tensor, torch.Tensor],
             candidates: tuple[str, ...] = CANDIDATES) -> dict[str, float]:
    """Milliseconds of one call by backend, with the copies that a backend makes; those that cannot run are left out."""
    found: dict[str, float] = {}
    device = tensors[0].device
    expected: torch.Tensor | None = None
    for name in candidates:
        try:
            backend: Any = AttentionBackendName(name)
            answer = dispatch_attention_fn(*tensors, backend=backend)
            if expected is None:
                expected = answer
            elif not torch.allclose(answer.float(), expected.float(), atol=2e-2, rtol=2e-2):
                log.warning("The attention backend %s disagrees with %s; it is not used.", name, candidates[0])
                continue
            found[name] = _timed(tensors, backend, device)
        except Exception as error:  # a missing package, an old card, a kernel that refuses the shape
            log.debug("The attention backend %s does not run here: %s", name, error)
    return found


def _timed(tensors: tuple[torch.Tensor, torch.Tensor, torch.Tensor], backend: Any, device: torch.device) -> float:
    for _ in range(_WARM):
        dispatch_attention_fn(*tensors, backend=backend)
    _wait(device)
    started = time.perf_counter()
    for _ in range(_ROUNDS):
        dispatch_attention_fn(*tensors, backend=backend)
    _wait(device)
    return (time.perf_counter() - started) / _ROUNDS * 1000


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
