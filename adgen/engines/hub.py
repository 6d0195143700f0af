"""FLUX through Hugging Face inference providers: no GPU here, a token and the network instead."""

import json
from dataclasses import dataclass, field

from huggingface_hub import InferenceClient
from huggingface_hub.errors import HfHubHTTPError, RepositoryNotFoundError
from PIL import Image, UnidentifiedImageError

from ..brief import ImageRequest
from ..errors import EngineError
from .asked import working_size
from .remote import RemoteEngine


@dataclass(frozen=True)
class HubOptions:
    """``url`` replaces the router (an inference endpoint of one's own); then ``provider`` is not used."""

    model: str = "black-forest-labs/FLUX.1-schnell"
    provider: str = "auto"
    token: str | None = field(default=None, repr=False)
    url: str | None = None
    timeout: float = 60.0


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


class HubEngine(RemoteEngine):
    """Asks a provider for the picture. Providers may round the size or ignore steps and seed; what came is told."""

    name = "hub"
    sentences = SENTENCES
    unavailable = {401: "token", 402: "quota", 403: "token", 404: "model", 429: "busy", 503: "busy", 504: "timeout"}

    def __init__(self, options: HubOptions) -> None:
        super().__init__(options.model, options.timeout, provider=options.provider)
        self._options = options

    def _check(self) -> None:
        if not self._options.token and not self._options.url:
            raise self._cannot("no_token")

    def _ask(self, request: ImageRequest, steps: int) -> tuple[Image.Image, tuple[str, ...]]:
        options = self._options
        width, height = working_size(request)
        client = InferenceClient(
            model=options.url or options.model,
            provider="hf-inference" if options.url else options.provider,  # type: ignore[arg-type]  # a setting, checked by the client
            token=options.token, timeout=options.timeout)
        # No guidance_scale: schnell has none, and providers with a range of 1…20 refuse a zero.
        return client.text_to_image(request.prompt, width=width, height=height, num_inference_steps=steps,
                                    seed=request.seed), ()

    def _translated(self, error: Exception) -> EngineError:
        if isinstance(error, RepositoryNotFoundError):  # the look-up of the model's providers; a 401 of its own
            return self._cannot("model")
        if isinstance(error, HfHubHTTPError):
            return self._of_status(error.response.status_code)
        if isinstance(error, TimeoutError):
            return self._cannot("timeout")
        # Asked before OSError and ValueError, which the first three also are.
        if isinstance(error, UnidentifiedImageError | UnicodeDecodeError | json.JSONDecodeError | KeyError | TypeError):
            return self._failed("no_picture")
        # huggingface_hub 2 carries httpx under the name httpx2: the module's name outlives the next change.
        if isinstance(error, OSError) or type(error).__module__.startswith("httpx"):
            return self._cannot("network")
        if isinstance(error, ValueError | StopIteration):  # unknown provider; no provider for the model
            return self._cannot("model")
        return self._failed("down")
