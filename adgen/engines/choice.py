"""Which engine paints: decided from the settings and the machine, without importing any engine."""

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass, field

from ..errors import EngineUnavailable
from . import gpu
from .base import Engine

FLUX_PACKAGES = ("torch", "diffusers", "transformers", "bitsandbytes", "accelerate")
"""What FLUX needs to be installed; looked up, never imported, here."""


@dataclass(frozen=True)
class EngineOptions:
    """What the settings say about engines. ``hub_url`` replaces Hugging Face's router by another address."""

    engine: str = "auto"
    flux_model: str = "Keffisor21/flux1-schnell-bnb-nf4"
    flux_revision: str | None = None
    hub_model: str = "black-forest-labs/FLUX.1-schnell"
    hub_provider: str = "auto"
    hf_token: str | None = field(default=None, repr=False)
    hub_url: str | None = None
    flux_base: str = "black-forest-labs/FLUX.1-schnell"
    flux_residency: str = "auto"
    flux_compile: str = "auto"
    flux_batch: int = 4
    images_base_url: str | None = None
    images_api_key: str | None = field(default=None, repr=False)
    images_model: str = "black-forest-labs/FLUX.1-schnell"
    timeout: float = 120.0
    zero_gpu: bool = False
    """On ZeroGPU hardware: FLUX paints in forked processes, and the machine itself shows no GPU."""


@dataclass(frozen=True)
class EngineChoice:
    """An engine's name, and why it was taken, as a sentence for the owner and the operator."""

    name: str
    reason_ko: str
    reason_en: str


def choose(options: EngineOptions, find_gpu: Callable[[], bool] = gpu.found) -> EngineChoice:
    """The engine for these settings; "auto" takes flux with a GPU, images with an address, hub with a
    token, else illustration.

    ``find_gpu`` is asked only for "auto". Nothing is loaded, so an engine that cannot run says so when it is used.

    Raises:
        EngineUnavailable: the setting names no engine.
    """
    if options.engine in BUILDERS:
        return EngineChoice(options.engine, f"설정(ADGEN_ENGINE={options.engine})에서 고른 그림 엔진이에요.",
                            f"This engine was chosen in the settings (ADGEN_ENGINE={options.engine}).")
    if options.engine != "auto":
        known = ", ".join(["auto", *BUILDERS])
        raise EngineUnavailable(f"'{options.engine}' 엔진은 없어요. ADGEN_ENGINE을 {known} 중에서 골라 주세요.",
                                f"There is no engine '{options.engine}'. Set ADGEN_ENGINE to one of {known}.")
    has_gpu = options.zero_gpu or find_gpu()
    missing = [name for name in FLUX_PACKAGES if has_gpu and importlib.util.find_spec(name) is None]
    if options.zero_gpu and not missing:
        return EngineChoice("flux", "ZeroGPU에서 FLUX로 그려요.", "FLUX paints on ZeroGPU.")
    if has_gpu and not missing:
        return EngineChoice("flux", "이 서버의 GPU에서 FLUX로 그려요.", "FLUX paints on this server's GPU.")
    lack_ko = f"GPU는 있지만 {', '.join(missing)} 패키지가 없어서" if missing else "이 서버에 GPU가 없어서"
    lack_en = (f"There is a GPU, but the packages {', '.join(missing)} are not installed"
               if missing else "This server has no GPU")
    if options.images_base_url:
        return EngineChoice("images", f"{lack_ko} 설정한 그림 서버가 그려요.",
                            f"{lack_en}, so the configured picture server paints.")
    if options.hf_token:
        return EngineChoice("hub", f"{lack_ko} Hugging Face의 FLUX로 그려요.",
                            f"{lack_en}, so FLUX at Hugging Face paints.")
    return EngineChoice("illustration", f"{lack_ko} 내장 일러스트로 그려요. HF_TOKEN을 넣으면 FLUX로 그릴 수 있어요.",
                        f"{lack_en}, so the built-in illustrator draws. Set HF_TOKEN to paint with FLUX.")


def build(choice: EngineChoice, options: EngineOptions) -> Engine:
    """The engine that was chosen. Only here an engine's own packages (torch for flux) are imported.

    Raises:
        EngineUnavailable: the engine's packages are not installed.
    """
    try:
        return BUILDERS[choice.name](options)
    except ImportError as error:
        raise EngineUnavailable(
            f"그림 엔진 '{choice.name}'에 필요한 패키지({error.name})가 없어요. 설치 안내를 보고 설치해 주세요.",
            f"The engine '{choice.name}' needs the package {error.name}. Please install it.") from error


def _flux(options: EngineOptions) -> Engine:
    room = importlib.import_module("adgen.engines.flux")
    kind = importlib.import_module("adgen.engines.flux.zero").ZeroFluxEngine if options.zero_gpu else room.FluxEngine
    engine: Engine = kind(room.FluxOptions(
        model=options.flux_model, revision=options.flux_revision, token=options.hf_token, base=options.flux_base,
        residency=options.flux_residency, compile=options.flux_compile, batch=options.flux_batch))
    return engine


def _hub(options: EngineOptions) -> Engine:
    room = importlib.import_module("adgen.engines.hub")
    engine: Engine = room.HubEngine(room.HubOptions(
        model=options.hub_model, provider=options.hub_provider, token=options.hf_token, url=options.hub_url,
        timeout=options.timeout))
    return engine


def _images(options: EngineOptions) -> Engine:
    room = importlib.import_module("adgen.engines.openai_images")
    engine: Engine = room.ImagesEngine(room.ImagesOptions(
        base_url=options.images_base_url, api_key=options.images_api_key, model=options.images_model,
        timeout=options.timeout))
    return engine


def _illustration(options: EngineOptions) -> Engine:
    engine: Engine = importlib.import_module("adgen.engines.illustration").IllustrationEngine()
    return engine


BUILDERS: dict[str, Callable[[EngineOptions], Engine]] = {
    "flux": _flux, "images": _images, "hub": _hub, "illustration": _illustration}
"""Every engine by name, in the order of preference."""
