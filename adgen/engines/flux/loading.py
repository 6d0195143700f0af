"""From a repository or a folder to a FluxPipeline on its device, whose dtypes are what they should be.

The traps repaired here are those of docs (facts/flux.md §2e), each of which was reproduced.
"""

from dataclasses import dataclass, field
from typing import Any

import torch
from bitsandbytes.nn.modules import Linear4bit, Params4bit
from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxPipeline, FluxTransformer2DModel
from diffusers.utils import logging as diffusers_logging
from transformers import AutoTokenizer, BitsAndBytesConfig, CLIPTextModel, T5EncoderModel
from transformers.utils import logging as transformers_logging

from ...errors import EngineUnavailable
from .layouts import Layout, Progress, Source, locate
from .residency import Mode, decide, loads_on, room, settle


@dataclass(frozen=True)
class FluxOptions:
    """``model`` is a repository or a folder, ``base`` holds what it lacks. ``device`` is "cuda"; "cpu" is a test path
    (minutes per step). ``residency`` is "auto" or one of ``residency.Mode``, ``compile`` "auto" or "off"; ``batch`` is
    the most pictures of one size that are painted together."""

    model: str = "Keffisor21/flux1-schnell-bnb-nf4"
    revision: str | None = None
    token: str | None = field(default=None, repr=False)
    device: str = "cuda"
    base: str = "black-forest-labs/FLUX.1-schnell"
    residency: str = "auto"
    compile: str = "auto"
    batch: int = 4


@dataclass
class LoadedFlux:
    """A pipeline that is ready. ``quantization`` says for each of its models "nf4", "fp4", another method or "none".

    ``pipe`` is a FluxPipeline, whose parts are attributes made at run time: no checker knows them. ``resident`` names
    the models that lie on the device while two phases take turns; ``hooks`` move models in mode "offload".
    """

    pipe: Any
    device: torch.device
    dtype: torch.dtype
    quantization: dict[str, str]
    mode: Mode = "nf4"
    revision: str | None = None
    resident: set[str] = field(default_factory=set)
    hooks: list[Any] = field(default_factory=list)

    def facts(self) -> dict[str, Any]:
        """How it works now, JSON-ready: for health and for every picture's record."""
        return {"residency": self.mode, "dtype": str(self.dtype).removeprefix("torch."),
                "quantization": self.quantization, "revision": self.revision}


@dataclass(frozen=True)
class Placement:
    """Where a pipeline shall work, in which dtype and mode, and where its weights are read to."""

    device: torch.device
    dtype: torch.dtype
    mode: Mode
    reads_to: torch.device


def load(options: FluxOptions, on_progress: Progress = lambda _share: None) -> LoadedFlux:
    """Fetch (``on_progress`` is told 0…1), read, move to the device and repair.

    Raises:
        EngineUnavailable: no GPU, no such folder, too little disk, or an unusable checkpoint.
        Exception: whatever the libraries raise; ``troubles.unavailable`` makes a sentence of it.
    """
    if options.device.startswith("cuda") and not torch.cuda.is_available():
        raise EngineUnavailable("이 서버에 쓸 수 있는 GPU가 없어요. ADGEN_ENGINE을 hub나 illustration으로 바꿔 주세요.",
                                "There is no usable GPU. Set ADGEN_ENGINE to hub or illustration.", reason="no_gpu")
    device = torch.device(options.device)
    dtype = compute_dtype(device)
    mode = decide(room(device), options.residency)
    flux = read(options, Placement(device, dtype, mode, loads_on(mode, device)), on_progress)
    settle(flux)
    return flux


def read(options: FluxOptions, place: Placement, on_progress: Progress) -> LoadedFlux:
    """Fetch, read and repair; the weights lie where ``place`` reads them to. Raises what ``load`` raises."""
    layout = locate(Source(options.model, options.revision, options.token), Source(options.base, None, options.token),
                    on_progress)
    diffusers_logging.disable_progress_bar()
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    pipe = assemble(layout, place.dtype, place.reads_to, place.device)
    pipe.set_progress_bar_config(disable=True)
    repair(pipe, place.dtype)
    return LoadedFlux(pipe, place.device, place.dtype, layout.quantization, place.mode, layout.revision)


def assemble(layout: Layout, dtype: torch.dtype, reads_to: torch.device, device: torch.device) -> Any:
    """The pipeline from its parts, each read straight to ``reads_to``.

    ``.to("cuda")`` afterwards would copy memory-mapped pages one by one (diffusers #12599). A T5 that is not quantised
    (a transformer-only checkpoint takes it from the base) is packed while it is read: unpacked it needs 9.5 GB.
    """
    where: dict[str, Any] = {"device_map": {"": reads_to}, "use_safetensors": True, "local_files_only": True}
    folders = {name: str(path) for name, path in layout.folders.items()}
    # On cards below 8.0 the VAE works in float32, because float16 overflows in it to a black picture.
    vae_dtype = torch.float32 if dtype is torch.float16 else dtype
    packed: dict[str, Any] = {}
    if layout.quantization["text_encoder_2"] == "none" and layout.quantization["transformer"] != "none" and (
            device.type == "cuda"):
        packed["quantization_config"] = BitsAndBytesConfig(  # type: ignore[no-untyped-call]
            load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=dtype, llm_int8_skip_modules=["wo"])
    part: Any = lambda kind, name, **how: kind.from_pretrained(folders[name], **how)  # noqa: E731  # untyped libraries
    return FluxPipeline(  # type: ignore[no-untyped-call]
        scheduler=part(FlowMatchEulerDiscreteScheduler, "scheduler", local_files_only=True),
        tokenizer=part(AutoTokenizer, "tokenizer", local_files_only=True),
        tokenizer_2=part(AutoTokenizer, "tokenizer_2", local_files_only=True),
        text_encoder=part(CLIPTextModel, "text_encoder", dtype=dtype, **where),
        text_encoder_2=part(T5EncoderModel, "text_encoder_2", dtype=dtype, **packed, **where),
        vae=part(AutoencoderKL, "vae", torch_dtype=vae_dtype, **where),
        transformer=part(FluxTransformer2DModel, "transformer", torch_dtype=dtype, **where))


def compute_dtype(device: torch.device) -> torch.dtype:
    """bfloat16, or float16 on GPUs below compute capability 8.0.

    Not ``torch.cuda.is_bf16_supported()``: it says yes on a T4, where bfloat16 is emulated (diffusers #9095: 7 minutes
    instead of 90 seconds).
    """
    if device.type == "cuda" and torch.cuda.get_device_capability(device) < (8, 0):
        return torch.float16
    return torch.bfloat16


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
