"""Latents of FLUX: drawn from a seed, packed into tokens and back, and shown as a small preview.

Shapes: latents ``[1, 16, height / 8, width / 8]``; packed ``[1, height / 16 · width / 16, 64]``.
"""

import torch
from diffusers import FluxPipeline
from PIL import Image
from torch import Tensor

CHANNELS = 16
SHRINK = 8
"""Pixels per latent along one side: the VAE's three halvings."""

PREVIEW_SIDE = 128
"""Longest side of a preview in pixels; larger latents are thinned out."""

_RGB_BIAS = (-0.0329, -0.0718, -0.0851)
_RGB_ROWS = (
    (-0.0346, 0.0244, 0.0681), (0.0034, 0.0210, 0.0687), (0.0275, -0.0668, -0.0433), (-0.0174, 0.0160, 0.0617),
    (0.0859, 0.0721, 0.0329), (0.0004, 0.0383, 0.0115), (0.0405, 0.0861, 0.0915), (-0.0236, -0.0185, -0.0259),
    (-0.0245, 0.0250, 0.1180), (0.1008, 0.0755, -0.0421), (-0.0515, 0.0201, 0.0011), (0.0428, -0.0012, -0.0036),
    (0.0817, 0.0765, 0.0749), (-0.1264, -0.0522, -0.1103), (-0.0280, -0.0881, -0.0499), (-0.1262, -0.0982, -0.0778),
)
"""Linear map from latents to RGB in −1…1. Source: ComfyUI, ``latent_formats.Flux``."""


def noise(seed: int, size: tuple[int, int]) -> Tensor:
    """Packed float32 noise on the CPU for ``size`` = (width, height) in pixels, multiples of 16.

    Drawn on the CPU in float32 whatever the device and its dtype: the same seed then starts from the same noise on
    every GPU and in every residency mode. Drawing 1024² takes 3 ms.
    """
    width, height = size
    generator = torch.Generator("cpu").manual_seed(seed)
    latents = torch.randn((1, CHANNELS, height // SHRINK, width // SHRINK), generator=generator)
    return pack(latents)


def pack(latents: Tensor) -> Tensor:
    """``latents`` [1, 16, h, w] as tokens [1, h / 2 · w / 2, 64]."""
    packed: Tensor = FluxPipeline._pack_latents(latents, 1, CHANNELS, *latents.shape[-2:])
    return packed


def unpack(packed: Tensor, size: tuple[int, int]) -> Tensor:
    """The latents of ``packed`` for ``size`` = (width, height) in pixels."""
    width, height = size
    latents: Tensor = FluxPipeline._unpack_latents(packed, height, width, SHRINK)
    return latents


def predicted(before: Tensor, after: Tensor, sigma_before: Tensor, sigma_after: Tensor) -> Tensor:
    """The finished latents as the model sees them after one Euler step; noisy latents would show only noise.

    Flow matching steps ``after = before + (σ_after − σ_before) · v``, so v is known and x0 = after − σ_after · v.
    """
    velocity = (after.float() - before.float()) / (sigma_after - sigma_before)
    return after.float() - sigma_after * velocity


def preview(latents: Tensor) -> Image.Image:
    """A small RGB picture of ``latents`` [1, 16, h, w], at most 128 pixels on the longer side.

    One 16 × 3 product and a copy of at most 48 kB, against 10 TFLOP for the VAE.
    """
    stride = -(-max(latents.shape[-2:]) // PREVIEW_SIDE)
    thinned = latents[0, :, ::stride, ::stride]
    rows = torch.tensor(_RGB_ROWS, device=latents.device)
    bias = torch.tensor(_RGB_BIAS, device=latents.device)
    return to_image(torch.einsum("chw,cr->rhw", thinned.float(), rows) + bias[:, None, None])


def to_image(pixels: Tensor) -> Image.Image:
    """RGB from ``pixels`` [3, h, w] in −1…1. Rounded to bytes on the device: a quarter of the float copy."""
    levels = (pixels.float() * 127.5 + 127.5).nan_to_num().round().clamp(0, 255).to(torch.uint8)
    return Image.fromarray(levels.permute(1, 2, 0).cpu().numpy())
