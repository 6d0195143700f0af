"""From a request to a finished poster."""

import math
from dataclasses import replace

from PIL import Image

from ..brief import Poster, PosterRequest
from ..errors import InvalidInput
from . import compose, gate
from .compose import Words
from .draw import Canvas
from .photo import set_photo
from .staged import set_stage
from .templates import cleaned

LEAST, MOST = 256, 4096
"""Sides of a poster in pixels, obeyed exactly (256…2048 of the house, and A4 with bleed at 300 dpi: 2551 × 3579)."""


def render(request: PosterRequest) -> Poster:
    """Set the words of ``request`` on its picture, at exactly ``width`` × ``height`` pixels, RGB.

    With a stage the engine's reserved areas are used; without one the picture is cropped by saliency and a template is
    chosen. Texts that cannot be set legibly are left out, the least important first; every text that is set reaches a
    WCAG ratio of 4.5 at the 5th percentile of the pixels under it (3.0 for display type above 48 px).

    Raises:
        InvalidInput: a side outside 256…4096.
    """
    if not (LEAST <= request.width <= MOST and LEAST <= request.height <= MOST):
        raise InvalidInput("가로와 세로를 {least}~{most}픽셀로 정해 주세요.",
                           "Width and height must be {least} to {most} pixels.", least=LEAST, most=MOST, field="width")
    picture = request.picture.convert("RGB")
    stage = request.stage
    mood = stage.mood if stage is not None and request.mood == "sans" else request.mood
    # Sizes of type follow the short side; a small sheet is set as if it were larger, so that its floor is reached.
    short = max(min(request.width, request.height), math.ceil(request.least_font / 0.016))
    words = Words(cleaned(request.text, mood, short), mood, short)
    if stage is not None:
        canvas = Canvas(picture.copy() if picture.size == (request.width, request.height) else picture.resize(
            (request.width, request.height), Image.Resampling.LANCZOS), request.keep_vectors)
        template, standing = "stage", set_stage(canvas, request, stage, words)
    else:
        canvas, template, standing = set_photo(_with_picture(request, picture), words)
    mark = compose.label(words, canvas.size, standing.taken)
    if mark is not None:
        standing += gate.label(canvas, mark)
    return Poster(canvas.image, template, standing.placements, canvas.art, tuple(canvas.vectors))


def _with_picture(request: PosterRequest, picture: Image.Image) -> PosterRequest:
    return replace(request, picture=picture, stage=None)
