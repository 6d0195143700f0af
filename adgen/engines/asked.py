"""What a request asks of a diffusion model, in the model's terms: size, crop and steps."""

from PIL import Image

from ..brief import ImageRequest
from ..errors import InvalidInput

MULTIPLE = 16
"""FLUX sides are multiples of 16 pixels: the VAE shrinks by 8 and latents are packed 2 × 2 (diffusers FluxPipeline)."""

MAX_STEPS = 12
"""schnell is distilled for 1–4 steps (its model card); beyond 12 a picture only costs more."""


def working_size(request: ImageRequest) -> tuple[int, int]:
    """(width, height) in pixels: the asked size rounded up, so that the picture is cropped and never stretched."""
    return -(-request.width // MULTIPLE) * MULTIPLE, -(-request.height // MULTIPLE) * MULTIPLE


def checked_steps(request: ImageRequest, default: int) -> int:
    """The steps to take: 1…12.

    Raises:
        InvalidInput: steps outside 1…12.
    """
    steps = default if request.steps is None else request.steps
    if not 1 <= steps <= MAX_STEPS:
        raise InvalidInput(f"단계 수는 1에서 {MAX_STEPS} 사이로 골라 주세요.",
                           f"Choose between 1 and {MAX_STEPS} steps.", field="steps")
    return steps


def centre_crop(image: Image.Image, width: int, height: int) -> Image.Image:
    """The middle ``width`` × ``height`` pixels of an ``image`` that is at least as large."""
    left, top = (image.width - width) // 2, (image.height - height) // 2
    return image.crop((left, top, left + width, top + height))
