"""FLUX through Hugging Face inference providers: no GPU here, a token and the network instead."""

import json
import time
from dataclasses import dataclass, field

from huggingface_hub import InferenceClient
from huggingface_hub.errors import HfHubHTTPError, RepositoryNotFoundError
from PIL import Image, ImageOps, UnidentifiedImageError

from ..brief import GeneratedImage, ImageRequest, OnStep
from ..errors import AdgenError, EngineError, EngineUnavailable
from .asked import checked_steps, working_size
from .base import AlwaysReady
from .remote import NoPicture, TooLate, decoded, waited


@dataclass(frozen=True)
class HubOptions:
    """``url`` replaces the router (an inference endpoint of one's own); then ``provider`` is not used."""

    model: str = "black-forest-labs/FLUX.1-schnell"
    provider: str = "auto"
    token: str | None = field(default=None, repr=False)
    url: str | None = None
    timeout: float = 60.0


class HubEngine(AlwaysReady):
    """Asks a provider for the picture. Providers may round the size or ignore steps and seed; what came is told."""

    name = "hub"
    ai = True
    redraws = False
    slots = 4
    """Waiting for another machine costs this one nothing: one slow answer must not hold up the others."""
    default_steps = 4

    def __init__(self, options: HubOptions) -> None:
        self._options = options

    @property
    def model(self) -> str:
        """The model asked for, as Hugging Face names it."""
        return self._options.model

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """See ``base.Engine.generate``. ``on_step(0, steps, None)`` beats while waiting: a job can be cancelled.

        Raises:
            InvalidInput: steps outside 1…12.
            EngineUnavailable: no token, token or quota refused, service or network down, timeout.
            EngineError: the provider failed, or its answer is no picture.
        """
        if not self._options.token and not self._options.url:
            raise EngineUnavailable(*SENTENCES["no_token"], reason="no_token")
        steps = checked_steps(request, self.default_steps)
        started = time.monotonic()
        picture = self._picture(request, steps, on_step)
        asked = (request.width, request.height)
        image = picture if picture.size == asked else ImageOps.fit(picture, asked, Image.Resampling.LANCZOS)
        on_step(steps, steps, None)
        return GeneratedImage(
            image=image, engine=self.name, model=self.model, seed=request.seed, steps=steps,
            generated_size=picture.size, ai=self.ai, timings={"provider": round(time.monotonic() - started, 3)},
            settings={"provider": self._options.provider}, ignored=request.ignored)

    def _picture(self, request: ImageRequest, steps: int, on_step: OnStep) -> Image.Image:
        try:
            return decoded(waited(lambda: self._ask(request, steps), on_step, steps, self._options.timeout))
        except AdgenError:
            raise
        except Exception as error:
            raise _translated(error) from error

    def _ask(self, request: ImageRequest, steps: int) -> Image.Image:
        options = self._options
        width, height = working_size(request)
        client = InferenceClient(
            model=options.url or options.model,
            provider="hf-inference" if options.url else options.provider,  # type: ignore[arg-type]  # a setting, checked by the client
            token=options.token, timeout=options.timeout)
        # No guidance_scale: schnell has none, and providers with a range of 1…20 refuse a zero.
        return client.text_to_image(request.prompt, width=width, height=height, num_inference_steps=steps,
                                    seed=request.seed)


SENTENCES: dict[str, tuple[str, str]] = {
    "no_token": ("HF_TOKEN이 없어서 Hugging Face에 그림을 부탁할 수 없어요. 토큰을 설정해 주세요.",
                 "There is no HF_TOKEN, so Hugging Face cannot be asked. Please set the token."),
    "token": ("Hugging Face가 토큰을 받아 주지 않았어요. HF_TOKEN과 그 Inference Providers 권한을 확인해 주세요.",
              "Hugging Face refused the token. Check HF_TOKEN and that it may call Inference Providers."),
    "quota": ("Hugging Face의 이번 달 사용량을 다 썼어요. 크레딧을 채우거나 다른 그림 엔진을 골라 주세요.",
              "The Hugging Face credits of this month are used up. Add credits or choose another engine."),
    "busy": ("Hugging Face에 요청이 몰렸어요. 1분쯤 뒤에 다시 해 주세요.",
             "Hugging Face has too many requests. Please try again in a minute."),
    "model": ("이 모델을 그려 주는 곳을 찾지 못했어요. ADGEN_HUB_MODEL과 ADGEN_HUB_PROVIDER를 확인해 주세요.",
              "No provider serves this model. Check ADGEN_HUB_MODEL and ADGEN_HUB_PROVIDER."),
    "refused": ("Hugging Face가 이 요청을 받아 주지 않았어요. 설명이나 크기를 바꿔서 다시 해 주세요.",
                "Hugging Face did not accept this request. Change the description or the size and try again."),
    "down": ("Hugging Face 쪽에 문제가 생겼어요. 잠시 뒤에 다시 해 주세요.",
             "Something went wrong at Hugging Face. Please try again in a moment."),
    "timeout": ("Hugging Face가 제때 답하지 않았어요. 잠시 뒤에 다시 해 주세요.",
                "Hugging Face did not answer in time. Please try again in a moment."),
    "network": ("Hugging Face에 연결하지 못했어요. 인터넷 연결을 확인해 주세요.",
                "Hugging Face cannot be reached. Please check the network."),
    "no_picture": ("Hugging Face가 그림이 아닌 것을 보냈어요. 잠시 뒤에 다시 해 주세요.",
                   "Hugging Face sent something that is no picture. Please try again in a moment."),
}
"""(Korean, English) by reason; the reason travels in the error's details."""

UNAVAILABLE_STATUS = {401: "token", 402: "quota", 403: "token", 404: "model", 429: "busy", 503: "busy", 504: "timeout"}
"""HTTP status → reason. Other 4xx are "refused" and other 5xx "down", both failures of this one picture."""


def _translated(error: Exception) -> EngineError:
    if isinstance(error, TooLate):
        return EngineUnavailable(*SENTENCES["timeout"], reason="timeout")
    if isinstance(error, NoPicture):
        return EngineError(*SENTENCES["no_picture"], reason=str(error))
    if isinstance(error, RepositoryNotFoundError):  # the look-up of the model's providers; a 401 of its own
        return EngineUnavailable(*SENTENCES["model"], reason="model")
    if isinstance(error, HfHubHTTPError):
        status = error.response.status_code
        if status in UNAVAILABLE_STATUS:
            reason = UNAVAILABLE_STATUS[status]
            return EngineUnavailable(*SENTENCES[reason], reason=reason, status=status)
        reason = "down" if status >= 500 else "refused"
        return EngineError(*SENTENCES[reason], reason=reason, status=status)
    if isinstance(error, TimeoutError):
        return EngineUnavailable(*SENTENCES["timeout"], reason="timeout")
    # Asked before OSError and ValueError, which the first three also are.
    if isinstance(error, UnidentifiedImageError | UnicodeDecodeError | json.JSONDecodeError | KeyError | TypeError):
        return EngineError(*SENTENCES["no_picture"], reason="no_picture")
    # huggingface_hub 2 carries httpx under the name httpx2: the module's name outlives the next change.
    if isinstance(error, OSError) or type(error).__module__.startswith("httpx"):
        return EngineUnavailable(*SENTENCES["network"], reason="network")
    if isinstance(error, ValueError | StopIteration):  # unknown provider; no provider for the model
        return EngineUnavailable(*SENTENCES["model"], reason="model")
    return EngineError(*SENTENCES["down"], reason="down")
