"""One picture with a loaded pipeline: encode, denoise, decode, each timed."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from ...brief import OnStep
from ...errors import EngineError
from . import latents as latent
from .loading import LoadedFlux
from .residency import denoising, encoding

MAX_SEQUENCE_LENGTH = 256
"""Text tokens; schnell's limit (its model card). The pipeline's own default of 512 costs 7 % more."""

GUIDANCE_SCALE = 0.0
"""schnell is distilled without guidance."""

TILE = 512
"""Side of a VAE tile in pixels after running out of memory; diffusers' default of 1024 would not cut 1024² at all."""


@dataclass(frozen=True)
class Task:
    """``size`` is (width, height) in pixels, multiples of 16."""

    prompt: str
    seed: int
    size: tuple[int, int]
    steps: int


@dataclass(frozen=True)
class Painted:
    """The picture at the task's size, and seconds by stage ("encode", "denoise", "decode")."""

    image: Image.Image
    timings: dict[str, float]


def paint(flux: LoadedFlux, task: Task, on_step: OnStep, tiled: bool = False) -> Painted:
    """Paint ``task``. ``tiled`` decodes in tiles, with a third of the memory and faint seams.

    Raises:
        EngineError: the numbers became infinite or undefined.
        Exception: what ``on_step`` raises, and what torch raises.
    """
    timings: dict[str, float] = {}
    with torch.no_grad():
        with _timed(timings, "encode", flux.device), encoding(flux):
            embeds, pooled = encode(flux, task.prompt)
        with _timed(timings, "denoise", flux.device), denoising(flux):
            packed = _denoise(flux, task, (embeds, pooled), on_step)
        _refuse_broken(packed)
        with _timed(timings, "decode", flux.device):
            pixels = _decode(flux, latent.unpack(packed, task.size), tiled)
            _refuse_broken(pixels)
            image = latent.to_image(pixels)
    return Painted(image, timings)


def encode(flux: LoadedFlux, prompt: str) -> tuple[Tensor, Tensor]:
    """(T5 states [1, 256, d], pooled CLIP [1, d]) in the transformer's dtype.

    The pipeline takes the latents' dtype from these: another dtype here would promote attention to float32.
    """
    embeds, pooled, _ = flux.pipe.encode_prompt(prompt, device=flux.device, max_sequence_length=MAX_SEQUENCE_LENGTH)
    return embeds.to(flux.dtype), pooled.to(flux.dtype)


def _denoise(flux: LoadedFlux, task: Task, texts: tuple[Tensor, Tensor], on_step: OnStep) -> Tensor:
    """The packed latents after the last step. Each call resets the scheduler, so a cancelled one leaves no trace."""
    width, height = task.size
    before = latent.noise(task.seed, task.size).to(flux.device, flux.dtype)
    start = before

    def after_step(pipe: Any, index: int, _timestep: Tensor, tensors: dict[str, Any]) -> dict[str, Any]:
        nonlocal before
        after: Tensor = tensors["latents"]
        sigmas = pipe.scheduler.sigmas.to(after.device)
        finished = latent.predicted(before, after, sigmas[index], sigmas[index + 1])
        before = after
        on_step(index + 1, task.steps, latent.preview(latent.unpack(finished, task.size)))
        return {}

    packed: Tensor = flux.pipe(
        prompt_embeds=texts[0], pooled_prompt_embeds=texts[1], latents=start, width=width, height=height,
        num_inference_steps=task.steps, guidance_scale=GUIDANCE_SCALE, max_sequence_length=MAX_SEQUENCE_LENGTH,
        callback_on_step_end=after_step, output_type="latent", return_dict=False)[0]
    return packed


def _decode(flux: LoadedFlux, latents: Tensor, tiled: bool) -> Tensor:
    """Pixels [3, h, w] in −1…1 of ``latents`` [1, 16, h / 8, w / 8]."""
    vae = flux.pipe.vae
    vae.use_tiling = tiled
    if tiled:
        vae.tile_sample_min_size, vae.tile_latent_min_size = TILE, TILE // latent.SHRINK
    scaled = latents.to(vae.dtype) / vae.config.scaling_factor + vae.config.shift_factor
    pixels: Tensor = vae.decode(scaled, return_dict=False)[0][0]
    return pixels


def _refuse_broken(values: Tensor) -> None:
    """Undefined numbers would decode to a black picture, which nobody should be charged a wait for."""
    if not torch.isfinite(values).all():
        raise EngineError("그림을 계산하다가 값이 깨졌어요. 다시 해 주세요. 계속되면 관리자에게 알려 주세요.",
                          "The numbers broke while painting. Please try again, and tell the operator if it goes on.",
                          reason="not_finite")


@contextmanager
def _timed(timings: dict[str, float], stage: str, device: torch.device) -> Iterator[None]:
    """Seconds of a stage that ran to its end; a GPU works on after a call returns, so it is waited for."""
    started = time.perf_counter()
    yield
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    timings[stage] = round(time.perf_counter() - started, 4)
