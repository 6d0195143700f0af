"""From a repository or a folder to a FluxPipeline on its device, whose dtypes are what they should be.

The traps repaired here are those of docs (facts/flux.md §2e), each of which was reproduced.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from bitsandbytes.nn.modules import Linear4bit, Params4bit
from diffusers import FluxPipeline
from diffusers.utils import logging as diffusers_logging
from transformers.utils import logging as transformers_logging

from ...errors import EngineUnavailable

MODELS = ("transformer", "text_encoder", "text_encoder_2", "vae")


@dataclass(frozen=True)
class FluxOptions:
    """``model`` is a repository or a folder. ``device`` is "cuda"; "cpu" is a test path (minutes per step)."""

    model: str = "Keffisor21/flux1-schnell-bnb-nf4"
    revision: str | None = None
    token: str | None = field(default=None, repr=False)
    device: str = "cuda"


@dataclass(frozen=True)
class LoadedFlux:
    """A pipeline that is ready. ``quantization`` says for each of its models "nf4", "fp4", another method or "none".

    ``pipe`` is a FluxPipeline, whose parts are attributes made at run time: no checker knows them.
    """

    pipe: Any
    device: torch.device
    dtype: torch.dtype
    quantization: dict[str, str]


def load(options: FluxOptions) -> LoadedFlux:
    """Fetch, read, move to the device and repair.

    Raises:
        EngineUnavailable: no GPU, no such folder, or an unusable checkpoint.
        Exception: whatever the libraries raise; ``troubles.unavailable`` makes a sentence of it.
    """
    if options.device.startswith("cuda") and not torch.cuda.is_available():
        raise EngineUnavailable("이 서버에 쓸 수 있는 GPU가 없어요. ADGEN_ENGINE을 hub나 illustration으로 바꿔 주세요.",
                                "There is no usable GPU. Set ADGEN_ENGINE to hub or illustration.", reason="no_gpu")
    device = torch.device(options.device)
    dtype = compute_dtype(device)
    folder = _folder(options)
    quantization = inspect(folder)
    diffusers_logging.disable_progress_bar()
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    # Straight to the device: .to("cuda") afterwards copies memory-mapped pages one by one (diffusers #12599).
    # On cards below 8.0 the VAE works in float32, because float16 overflows in it to a black picture.
    vae_dtype = torch.float32 if dtype is torch.float16 else dtype
    pipe: Any = FluxPipeline.from_pretrained(  # type: ignore[no-untyped-call]
        str(folder), dtype={"default": dtype, "vae": vae_dtype}, device_map=options.device,
        use_safetensors=True, local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    repair(pipe, dtype)
    return LoadedFlux(pipe, device, dtype, quantization)


def compute_dtype(device: torch.device) -> torch.dtype:
    """bfloat16, or float16 on GPUs below compute capability 8.0.

    Not ``torch.cuda.is_bf16_supported()``: it says yes on a T4, where bfloat16 is emulated (diffusers #9095: 7 minutes
    instead of 90 seconds).
    """
    if device.type == "cuda" and torch.cuda.get_device_capability(device) < (8, 0):
        return torch.float16
    return torch.bfloat16


def inspect(folder: Path) -> dict[str, str]:
    """How each model of the pipeline in ``folder`` is quantised, read from its ``config.json``.

    Raises:
        EngineUnavailable: the folder is no complete FLUX pipeline.
    """
    found = {}
    for name in MODELS:
        config_file = folder / name / "config.json"
        if not config_file.is_file():
            raise EngineUnavailable(
                "{folder}에 {part} 부분이 없어요. 완전한 FLUX 파이프라인을 ADGEN_FLUX_MODEL에 적어 주세요.",
                "{folder} has no {part}. Name a complete FLUX pipeline in ADGEN_FLUX_MODEL.",
                reason="weights", folder=str(folder), part=name)
        config = json.loads(config_file.read_text(encoding="utf-8")).get("quantization_config") or {}
        four_bit = bool(config.get("load_in_4bit") or config.get("_load_in_4bit"))
        found[name] = str(config.get("bnb_4bit_quant_type", "fp4") if four_bit else config.get("quant_method", "none"))
    return found


def repair(pipe: Any, dtype: torch.dtype) -> None:
    """Give every plain parameter and every 4-bit linear of the transformer and the text encoders its dtype.

    A pre-quantised reload ignores ``dtype``: T5 comes back in the dtype it was saved in, its ``wo`` in float32
    (2 GB more and float32 products), and mixed dtypes promote attention to float32. ``wo`` becomes bfloat16 on every
    card: in float16 T5's residual stream overflows.

    Raises:
        EngineUnavailable: T5's ``wo`` is packed into bytes; T5 would cast its activations to bytes and answer noise.
    """
    for module in (pipe.transformer, pipe.text_encoder, pipe.text_encoder_2):
        for name, layer in module.named_modules():
            if not isinstance(layer, Linear4bit):
                continue
            if name.endswith(".wo") and layer.weight.dtype is torch.uint8:
                raise EngineUnavailable(
                    "이 FLUX 파일은 T5의 wo 층이 잘못 압축돼서 엉뚱한 그림이 나와요. ADGEN_FLUX_MODEL을 바꿔 주세요.",
                    "This checkpoint packs T5's wo layers into bytes, which corrupts every prompt. "
                    "Choose another ADGEN_FLUX_MODEL.", reason="uint8_wo")
            layer.compute_dtype = _wanted(name, dtype)
            layer.compute_type_is_set = True
        for name, parameter in module.named_parameters():
            if parameter.is_floating_point() and not isinstance(parameter, Params4bit):
                parameter.data = parameter.data.to(_wanted(name, dtype))


def _wanted(name: str, dtype: torch.dtype) -> torch.dtype:
    return torch.bfloat16 if "wo" in name.split(".") else dtype


def _folder(options: FluxOptions) -> Path:
    """The folder to read from; a repository is downloaded, or taken from the cache when the Hub cannot be reached."""
    local = Path(options.model).expanduser()
    if local.is_dir():
        return local
    if local.is_absolute() or options.model.startswith((".", "~")):
        raise EngineUnavailable("{model} 폴더가 없어요. ADGEN_FLUX_MODEL을 확인해 주세요.",
                                "There is no folder {model}. Check ADGEN_FLUX_MODEL.",
                                reason="name", model=options.model)
    return Path(FluxPipeline.download(options.model, revision=options.revision, token=options.token,
                                      use_safetensors=True))
