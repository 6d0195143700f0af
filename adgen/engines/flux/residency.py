"""How the weights stay on the GPU: four modes, chosen by free memory, and what each stage needs there.

====== =========================================================================================== ================
mode   what lies on the GPU                                                                          from free memory
====== =========================================================================================== ================
bf16   everything, the 4-bit weights unpacked once: the same numbers, no unpacking in every call           45 GB
nf4    everything, packed: 11.4 GB with T5's ``wo`` in bfloat16, and 2 to 3 GB for one picture             14 GB
two-phase  the text encoders or the transformer: a new prompt moves both, a known one neither               9 GB
offload  one model at a time                                                                            below that
====== =========================================================================================== ================

Sizes: facts/flux.md §2d. ``torch.cuda.mem_get_info`` counts free bytes of the whole card, other programs' taken off.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import torch
from accelerate import cpu_offload_with_hook
from bitsandbytes.functional import dequantize_4bit
from bitsandbytes.nn.modules import Linear4bit
from torch import nn

from ...brief import Note

if TYPE_CHECKING:
    from .loading import LoadedFlux

Mode = Literal["bf16", "nf4", "two-phase", "offload"]
GB = 1_000_000_000
_OLD_CARD_EXTRA = 2 * GB
"""Cards below 8.0 compute the VAE and T5's residual in float32."""
_STEPS: tuple[tuple[Mode, int], ...] = (("bf16", 45 * GB), ("nf4", 14 * GB), ("two-phase", 9 * GB), ("offload", 0))
NOTES: dict[Mode, Note] = {
    "bf16": Note("그래픽 메모리가 넉넉해서 압축을 풀어 두었어요.",
                 "Plenty of GPU memory: the weights lie there unpacked."),
    "nf4": Note("FLUX가 압축된 채 그래픽 메모리에 모두 올라 있어요.", "All of FLUX lies on the GPU, packed."),
    "two-phase": Note("그래픽 메모리가 적어서 글과 그림을 번갈아 올려요. 새 설명은 몇 초 더 걸려요.",
                      "Little GPU memory: text and picture models take turns, a new description costs some seconds."),
    "offload": Note("그래픽 메모리가 아주 적어서 모델을 하나씩 올려요. 느려요.",
                    "Very little GPU memory: one model at a time, slowly."),
}


@dataclass(frozen=True)
class Room:
    """What the device offers: free bytes, and its compute capability (None on a CPU)."""

    free: int
    capability: tuple[int, int] | None


def room(device: torch.device) -> Room:
    """The device's room; a CPU offers room without end (a test path)."""
    if device.type != "cuda":
        return Room(1 << 62, None)
    free, _total = torch.cuda.mem_get_info(device)
    return Room(free, torch.cuda.get_device_capability(device))


def decide(offered: Room, wanted: str = "auto") -> Mode:
    """The mode for ``offered``; a mode that was named is taken as it is.

    On a CPU and on cards below 8.0 "auto" never unpacks: their computing dtype is not that of the packed weights.
    """
    if wanted != "auto":
        named: Mode = next(mode for mode, _ in _STEPS if mode == wanted)
        return named
    old = offered.capability is None or offered.capability < (8, 0)
    return next(mode for mode, need in _STEPS if offered.free >= need + (_OLD_CARD_EXTRA if old and need else 0)
                and not (old and mode == "bf16"))


def settle(flux: "LoadedFlux") -> None:
    """Bring a freshly loaded pipeline, whose weights lie on the CPU or the device, into its mode."""
    pipe = flux.pipe
    if flux.mode == "bf16":
        for model in (pipe.transformer, pipe.text_encoder, pipe.text_encoder_2):
            unpack(model)
    elif flux.mode == "two-phase":
        pipe.vae.to(flux.device)
    elif flux.mode == "offload":
        previous = None
        for name in ("text_encoder", "text_encoder_2", "transformer", "vae"):
            _, previous = cpu_offload_with_hook(getattr(pipe, name), flux.device, previous)
            flux.hooks.append(previous)


def loads_on(mode: Mode, device: torch.device) -> torch.device:
    """Where the weights are read to: straight to the device where they all stay there."""
    return device if mode in ("bf16", "nf4") else torch.device("cpu")


def unpack(model: nn.Module) -> int:
    """Replace every 4-bit linear of ``model`` by a plain one with the numbers that its fallback computes; how many.

    Layer by layer, so that no more than one layer lies there twice. bitsandbytes unpacks to exactly these numbers in
    every call with many tokens (its ``gemm_4bit``), so the pictures are the same.
    """
    count = 0
    for parent in list(model.modules()):
        for name, layer in list(parent.named_children()):
            if isinstance(layer, Linear4bit):
                setattr(parent, name, _plain(layer))
                count += 1
    return count


def _plain(layer: Linear4bit) -> nn.Linear:
    weight: Any = layer.weight
    plain = nn.Linear(layer.in_features, layer.out_features, bias=False, device="meta")
    unpacked = dequantize_4bit(weight.data, weight.quant_state).to(layer.compute_dtype)
    plain.weight = nn.Parameter(unpacked.reshape(layer.out_features, layer.in_features), requires_grad=False)
    plain.bias = layer.bias
    return plain


@contextmanager
def encoding(flux: "LoadedFlux") -> Iterator[None]:
    """The text encoders are on the device; with two phases the transformer leaves it meanwhile."""
    if flux.mode == "two-phase":
        _move(flux, away=("transformer",), here=("text_encoder", "text_encoder_2"))
    yield


@contextmanager
def denoising(flux: "LoadedFlux") -> Iterator[None]:
    """The transformer is on the device; with two phases the text encoders leave it meanwhile."""
    if flux.mode == "two-phase":
        _move(flux, away=("text_encoder", "text_encoder_2"), here=("transformer",))
    yield


def sweep(device: torch.device) -> None:
    """Give back to the driver what torch keeps of the device's memory without using it."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()


def _move(flux: "LoadedFlux", away: tuple[str, ...], here: tuple[str, ...]) -> None:
    """Nothing is copied where it lies right already: ``resident`` remembers who is on the device."""
    leaving = [name for name in away if name in flux.resident]
    for name in leaving:
        getattr(flux.pipe, name).to("cpu")
        flux.resident.discard(name)
    if leaving and flux.device.type == "cuda":
        torch.cuda.empty_cache()
    for name in here:
        if name not in flux.resident:
            getattr(flux.pipe, name).to(flux.device)
            flux.resident.add(name)


def to_two_phase(flux: "LoadedFlux") -> bool:
    """Turn a resident pipeline into one of two phases, when memory ran out; false when it is none."""
    if flux.mode not in ("bf16", "nf4"):
        return False
    flux.mode = "two-phase"
    flux.resident.update(("transformer", "text_encoder", "text_encoder_2"))
    return True
