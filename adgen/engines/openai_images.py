"""Pictures from any server that speaks OpenAI's ``/v1/images/generations``: SGLang, vLLM-Omni, LocalAI, OpenAI itself.

``seed`` and steps are no fields of OpenAI's own: they go along as extra fields (``num_inference_steps`` for SGLang and
vLLM-Omni, ``step`` for LocalAI). A server that refuses unknown fields or a size is asked once more without them, and
the picture says so in ``ignored``.
"""

import base64
import binascii
import io
from dataclasses import dataclass, field
from typing import Any

import openai
from PIL import Image, UnidentifiedImageError

from ..brief import ImageRequest
from ..errors import EngineError
from .asked import working_size
from .remote import NoPicture, RemoteEngine

MAX_ANSWER = 64 * 1024 * 1024
"""Characters of base64: more than any picture of 4096 × 4096 needs, and no way to fill the memory."""


@dataclass(frozen=True)
class ImagesOptions:
    """``base_url`` ends in ``/v1``; None is OpenAI's own. A server of one's own needs no key."""

    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    model: str = "black-forest-labs/FLUX.1-schnell"
    timeout: float = 120.0


SENTENCES: dict[str, tuple[str, str]] = {
    "address": ("그림 서버의 주소가 없어요. ADGEN_IMAGES_BASE_URL을 설정해 주세요.",
                "There is no picture server. Please set ADGEN_IMAGES_BASE_URL."),
    "key": ("그림 서버가 키를 받아 주지 않았어요. ADGEN_IMAGES_API_KEY를 확인해 주세요.",
            "The picture server refused the key. Please check ADGEN_IMAGES_API_KEY."),
    "model": ("그림 서버에 이 모델이 없어요. ADGEN_IMAGES_MODEL과 주소를 확인해 주세요.",
              "The picture server does not know this model. Check ADGEN_IMAGES_MODEL and the address."),
    "busy": ("그림 서버에 요청이 몰렸거나 사용량을 다 썼어요. 1분쯤 뒤에 다시 해 주세요.",
             "The picture server is busy, or its quota is used up. Please try again in a minute."),
    "refused": ("그림 서버가 이 요청을 받아 주지 않았어요. 설명이나 크기를 바꿔서 다시 해 주세요.",
                "The picture server did not accept this request. Change the description or the size and try again."),
    "down": ("그림 서버에 문제가 생겼어요. 잠시 뒤에 다시 해 주세요.",
             "Something went wrong at the picture server. Please try again in a moment."),
    "timeout": ("그림 서버가 제때 답하지 않았어요. 잠시 뒤에 다시 해 주세요.",
                "The picture server did not answer in time. Please try again in a moment."),
    "network": ("그림 서버에 연결하지 못했어요. ADGEN_IMAGES_BASE_URL과 네트워크를 확인해 주세요.",
                "The picture server cannot be reached. Check ADGEN_IMAGES_BASE_URL and the network."),
    "no_picture": ("그림 서버가 그림이 아닌 것을 보냈어요. 잠시 뒤에 다시 해 주세요.",
                   "The picture server sent something that is no picture. Please try again in a moment."),
}


class ImagesEngine(RemoteEngine):
    """Asks the configured server for the picture. What it rounds or ignores is told."""

    name = "images"
    sentences = SENTENCES
    unavailable = {401: "key", 402: "busy", 403: "key", 404: "model", 429: "busy", 503: "busy", 504: "timeout"}

    def __init__(self, options: ImagesOptions) -> None:
        super().__init__(options.model, options.timeout)
        self._options = options

    def _check(self) -> None:
        if not self._options.base_url and not self._options.api_key:
            raise self._cannot("address")

    def _ask(self, request: ImageRequest, steps: int) -> tuple[Image.Image, tuple[str, ...]]:
        options = self._options
        width, height = working_size(request)
        asked: dict[str, Any] = {"model": options.model, "prompt": request.prompt, "n": 1}
        full = {**asked, "size": f"{width}x{height}", "response_format": "b64_json",
                "extra_body": {"seed": request.seed, "num_inference_steps": steps, "step": steps}}
        # The library's own retries are off: it obeys a Retry-After of up to two minutes.
        with openai.OpenAI(base_url=options.base_url, api_key=options.api_key or "none", timeout=options.timeout,
                           max_retries=0) as client:
            try:
                return _opened(client, full), ()
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                plain = {**asked, "size": f"{width}x{height}"}
            try:
                return _opened(client, plain), ("seed", "steps")
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                return _opened(client, {**asked, "size": "1024x1024"}), ("seed", "steps", "width", "height")

    def _translated(self, error: Exception) -> EngineError:
        if isinstance(error, openai.APIStatusError):
            return self._of_status(error.status_code)
        if isinstance(error, openai.APITimeoutError):
            return self._cannot("timeout")
        if isinstance(error, openai.APIConnectionError):
            return self._cannot("network")
        return self._failed("no_picture")


def _opened(client: openai.OpenAI, asked: dict[str, Any]) -> Image.Image:
    """The first picture of the answer; an address is fetched only from the server that was asked."""
    answer = client.images.generate(**asked)
    rows = getattr(answer, "data", None) or []
    packed = getattr(rows[0], "b64_json", None) if rows else None
    if not isinstance(packed, str) or len(packed) > MAX_ANSWER:
        # Servers that answer only with an address would have us fetch from wherever it points: refused.
        raise NoPicture("no_picture")
    try:
        return Image.open(io.BytesIO(base64.b64decode(packed.rpartition(",")[2], validate=True)),
                          formats=["PNG", "JPEG", "WEBP"])
    except (binascii.Error, ValueError, UnidentifiedImageError) as error:
        raise NoPicture("no_picture") from error
