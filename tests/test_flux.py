"""FLUX end to end on the CPU: the real classes, tiny and in NF4, saved and then read by our own loader."""

import errno
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bitsandbytes as bnb
import httpx
import numpy as np
import pytest
import torch
from huggingface_hub.errors import GatedRepoError, LocalEntryNotFoundError, RepositoryNotFoundError
from PIL import Image

from adgen.brief import GeneratedImage, ImageRequest
from adgen.engines.base import Engine
from adgen.engines.flux import FluxEngine, FluxOptions
from adgen.engines.flux import latents as latent
from adgen.engines.flux.engine import held
from adgen.engines.flux.loading import LoadedFlux, compute_dtype, load, repair
from adgen.engines.flux.painting import Task, decode, denoise, kit_of
from adgen.engines.flux.texts import encode
from adgen.engines.flux.troubles import poisoned, unavailable
from adgen.errors import EngineError, EngineUnavailable, InvalidInput, JobCancelled, PoisonedDevice

from . import tiny_flux
from .tiny_flux import no_gpu_needed, saved  # noqa: F401  # fixtures

REQUEST = ImageRequest("a cup of coffee in warm light", seed=7, width=100, height=132)


@pytest.fixture(scope="module")
def engine(folder: Path) -> FluxEngine:
    engine = FluxEngine(FluxOptions(model=str(folder), device="cpu"))
    assert not engine.ready and engine.status().state == "cold"
    engine.prepare()
    assert engine.ready and engine.status().state == "ready"
    return engine


@pytest.fixture
def flux(folder: Path) -> LoadedFlux:
    """A pipeline of one's own, to break."""
    return load(FluxOptions(model=str(folder), device="cpu"))


class Steps:
    """Remembers what the engine told, and raises ``error`` at step ``at``."""

    def __init__(self, at: int = 0, error: Exception | None = None) -> None:
        self.seen: list[tuple[int, int]] = []
        self.previews: list[Image.Image | None] = []
        self._at, self._error = at, error

    def __call__(self, done: int, total: int, preview: Image.Image | None) -> None:
        self.seen.append((done, total))
        self.previews.append(preview)
        if done == self._at and self._error is not None:
            raise self._error


def same(left: Image.Image, right: Image.Image) -> bool:
    return np.array_equal(np.asarray(left), np.asarray(right))


def differ(left: Image.Image, right: Image.Image) -> float:
    """The mean difference in levels of 255."""
    return float(np.abs(np.asarray(left, dtype=int) - np.asarray(right, dtype=int)).mean())


def painted_with(engine_of: LoadedFlux, on_step: Steps | None = None) -> GeneratedImage:
    """Through an engine that holds this pipeline already."""
    return holding(engine_of).generate(REQUEST, on_step or Steps())


def holding(flux: LoadedFlux) -> FluxEngine:
    return FluxEngine(FluxOptions(model="tiny", device="cpu"), lambda *_: flux)


def painted_from(flux: LoadedFlux, task: Task, tiled: bool = False) -> Image.Image:
    """Through the stages, without the engine."""
    packed = denoise(kit_of(flux), [task], lambda *_: True, {})
    return decode(flux, packed[0], task.size, tiled)


def test_is_an_engine(engine: Engine, folder: Path) -> None:
    assert (engine.name, engine.model, engine.ai, engine.redraws, engine.default_steps) == (
        "flux", str(folder), True, False, 4)


def test_exact_size_by_cropping_the_next_multiple_of_16(engine: FluxEngine) -> None:
    made = engine.generate(REQUEST, Steps())
    assert made.image.size == (100, 132) and made.image.mode == "RGB"
    assert made.generated_size == (112, 144)
    assert (made.engine, made.seed, made.steps, made.ai) == ("flux", 7, 4, True)
    assert set(made.timings) == {"wait", "encode", "denoise", "decode"} and all(v >= 0 for v in made.timings.values())
    assert made.settings["quantization"] == {
        "transformer": "nf4", "text_encoder": "none", "text_encoder_2": "nf4", "vae": "none"}
    assert made.settings["dtype"] == "bfloat16" and made.settings["max_sequence_length"] == 256


def test_the_picture_follows_seed_and_prompt(engine: FluxEngine) -> None:
    first = engine.generate(REQUEST, Steps()).image
    assert same(first, engine.generate(REQUEST, Steps()).image)
    assert np.asarray(first).std() > 1
    assert not same(first, engine.generate(ImageRequest(REQUEST.prompt, 8, 100, 132), Steps()).image)
    assert not same(first, engine.generate(ImageRequest("a red bicycle", 7, 100, 132), Steps()).image)


def test_the_same_picture_as_the_stock_pipeline(flux: LoadedFlux) -> None:
    """Timing the stages apart and checking between them must change nothing."""
    task = Task(REQUEST.prompt, 7, (112, 144), 4)
    stock = flux.pipe(task.prompt, width=112, height=144, num_inference_steps=4, guidance_scale=0.0,
                      max_sequence_length=256, latents=latent.noise(7, task.size).to(torch.bfloat16)).images[0]
    ours = painted_from(flux, task)
    assert np.abs(np.asarray(stock).astype(int) - np.asarray(ours).astype(int)).max() <= 1


@pytest.mark.parametrize("steps", [1, 3, 12])
def test_steps_are_obeyed_and_told(engine: FluxEngine, steps: int) -> None:
    told = Steps()
    made = engine.generate(ImageRequest("bread", 1, 64, 64, steps=steps), told)
    assert made.steps == steps and told.seen == [(i + 1, steps) for i in range(steps)]
    assert all(preview is not None and preview.size == (8, 8) for preview in told.previews)


@pytest.mark.parametrize("steps", [0, 13, -1])
def test_other_steps_are_refused(engine: FluxEngine, steps: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        engine.generate(ImageRequest("bread", 1, 64, 64, steps=steps), Steps())
    assert caught.value.details["field"] == "steps"


def test_a_cancelled_picture_leaves_no_trace(engine: FluxEngine) -> None:
    untouched = engine.generate(REQUEST, Steps()).image
    told = Steps(at=2, error=JobCancelled())
    with pytest.raises(JobCancelled):
        engine.generate(REQUEST, told)
    assert told.seen == [(1, 4), (2, 4)]
    assert engine.ready and same(untouched, engine.generate(REQUEST, Steps()).image)


def test_pictures_asked_for_at_once_share_batches_and_look_the_same(engine: FluxEngine) -> None:
    alone = [engine.generate(ImageRequest("tea", seed, 64, 64), Steps()).image for seed in range(3)]
    together: dict[int, Image.Image] = {}
    threads = [threading.Thread(target=lambda seed=seed: together.update(
        {seed: engine.generate(ImageRequest("tea", seed, 64, 64), Steps()).image})) for seed in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # A batch rounds differently in bfloat16; another seed would differ by tens.
    assert all(differ(alone[seed], together[seed]) < 3 < differ(alone[seed], alone[seed - 1]) for seed in range(3))


def test_loading_from_many_threads_happens_once(folder: Path) -> None:
    engine = FluxEngine(FluxOptions(model=str(folder), device="cpu"))
    seen: list[Any] = []
    threads = [threading.Thread(target=lambda: (engine.prepare(), seen.append(held(engine)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 4 and len({id(flux) for flux in seen}) == 1


def test_dtypes_after_loading(flux: LoadedFlux) -> None:
    """Saved with T5 in float16 and its wo in float32: everything plain must come out as bfloat16."""
    pipe = flux.pipe
    for module in (pipe.transformer, pipe.text_encoder, pipe.text_encoder_2, pipe.vae):
        plain = [p.dtype for p in module.parameters()
                 if p.is_floating_point() and not isinstance(p, bnb.nn.Params4bit)]
        assert plain and set(plain) == {torch.bfloat16}
    for module in (pipe.transformer, pipe.text_encoder_2):
        four_bit = [layer for layer in module.modules() if isinstance(layer, bnb.nn.Linear4bit)]
        assert four_bit and all(layer.compute_dtype is torch.bfloat16 for layer in four_bit)
    wo = pipe.text_encoder_2.encoder.block[0].layer[-1].DenseReluDense.wo
    assert type(wo) is torch.nn.Linear and wo.weight.dtype is torch.bfloat16


def test_attention_never_works_in_float32(flux: LoadedFlux) -> None:
    embeds, pooled = encode(flux, "coffee")
    assert embeds.shape == (1, 256, 64) and embeds.dtype is pooled.dtype is torch.bfloat16
    seen = set()
    flux.pipe.transformer.transformer_blocks[0].attn.to_q.register_forward_pre_hook(
        lambda _layer, inputs: seen.add(inputs[0].dtype))
    painted_from(flux, Task("coffee", 1, (64, 64), 1))
    assert seen == {torch.bfloat16}


def test_old_gpus_keep_wo_out_of_float16(flux: LoadedFlux) -> None:
    repair(flux.pipe, torch.float16)
    dtypes = {name: p.dtype for name, p in flux.pipe.text_encoder_2.named_parameters()
              if p.is_floating_point() and not isinstance(p, bnb.nn.Params4bit)}
    assert {dtype for name, dtype in dtypes.items() if ".wo." in name} == {torch.bfloat16}
    assert {dtype for name, dtype in dtypes.items() if ".wo." not in name} == {torch.float16}
    assert compute_dtype(torch.device("cpu")) is torch.bfloat16


def test_a_checkpoint_with_wo_in_bytes_is_refused(tmp_path: Path) -> None:
    broken = tiny_flux.build(tmp_path / "flux", quantise_wo=True)
    with pytest.raises(EngineUnavailable):
        FluxEngine(FluxOptions(model=str(broken), device="cpu")).prepare()


def test_wo_in_bytes_is_refused_when_a_library_lets_it_through(flux: LoadedFlux) -> None:
    tiny_flux.to_nf4(flux.pipe.text_encoder_2)
    with pytest.raises(EngineUnavailable) as caught:
        repair(flux.pipe, torch.bfloat16)
    assert caught.value.details["reason"] == "uint8_wo"


def test_undefined_numbers_become_an_error_not_a_black_picture(flux: LoadedFlux) -> None:
    flux.pipe.transformer.norm_out.linear.bias.data.fill_(float("nan"))
    with pytest.raises(EngineError) as caught:
        painted_with(flux)
    assert caught.value.code == "generation_failed" and caught.value.details["reason"] == "not_finite"


def test_undefined_pixels_too(flux: LoadedFlux) -> None:
    flux.pipe.vae.decoder.conv_out.bias.data.fill_(float("inf"))
    with pytest.raises(EngineError):
        painted_with(flux)


def test_out_of_memory_is_tried_once_more_in_tiles(flux: LoadedFlux) -> None:
    tiled = []

    def once(_module: Any, _inputs: Any) -> None:
        tiled.append(flux.pipe.vae.use_tiling)
        if len(tiled) == 1:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    flux.pipe.vae.decoder.register_forward_pre_hook(once)
    made = painted_with(flux)
    assert tiled == [False, True] and made.settings["vae_tiling"] is True and made.image.size == (100, 132)
    assert painted_with(flux).settings["vae_tiling"] is False


def test_out_of_memory_twice_is_told(flux: LoadedFlux) -> None:
    def always(_module: Any, _inputs: Any) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory.")

    hook = flux.pipe.transformer.register_forward_pre_hook(always)
    with pytest.raises(EngineError) as caught:
        painted_with(flux)
    assert caught.value.code == "generation_failed" and caught.value.details["reason"] == "out_of_memory"
    hook.remove()
    assert painted_with(flux).image.size == (100, 132)


def test_tiles_give_nearly_the_same_picture(flux: LoadedFlux) -> None:
    task = Task("coffee", 3, (640, 576), 1)
    whole, tiled = (np.asarray(painted_from(flux, task, t)).astype(int) for t in (False, True))
    assert whole.shape == tiled.shape == (576, 640, 3)
    assert 0 < np.abs(whole - tiled).mean() < 3


def test_a_cuda_error_poisons_the_engine(flux: LoadedFlux) -> None:
    def broken(_module: Any, _inputs: Any) -> None:
        raise torch.AcceleratorError("CUDA error: device-side assert triggered")

    engine = holding(flux)
    flux.pipe.transformer.register_forward_pre_hook(broken)
    for _ in range(2):
        with pytest.raises(PoisonedDevice):
            engine.generate(REQUEST, Steps())
    assert not engine.ready
    with pytest.raises(PoisonedDevice):
        engine.prepare()


@pytest.mark.parametrize(("message", "expected"), [
    ("CUDA error: an illegal memory access was encountered", True),
    ("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED", True),
    ("CUDA error: out of memory", False),
    ("CUDA error: no kernel image is available for execution on the device", False),
    ("CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate", False),
    ("The size of tensor a (3) must match the size of tensor b (4)", False),
])
def test_which_errors_are_sticky(message: str, expected: bool) -> None:
    assert poisoned(RuntimeError(message)) is expected


def test_a_fault_of_the_caller_passes_unchanged(engine: FluxEngine) -> None:
    with pytest.raises(ZeroDivisionError):
        engine.generate(REQUEST, Steps(at=1, error=ZeroDivisionError()))


def _answer(status: int) -> Any:
    return httpx.Response(status, request=httpx.Request("GET", "https://huggingface.co/api/models/x"))


def _wrapped(error: Exception) -> OSError:
    """As diffusers does."""
    outer = OSError("Cannot load model x")
    outer.__cause__ = error
    return outer


@pytest.mark.parametrize(("make", "reason"), [
    (lambda: torch.OutOfMemoryError("CUDA out of memory."), "memory"),
    (lambda: MemoryError(), "memory"),
    (lambda: torch.AcceleratorError("CUDA error: no kernel image is available for execution on the device"), "build"),
    (lambda: OSError(errno.ENOSPC, "No space left on device"), "disk"),
    (lambda: _wrapped(GatedRepoError("gated", response=_answer(403))), "licence"),
    (lambda: _wrapped(RepositoryNotFoundError("not found", response=_answer(401))), "name"),
    (lambda: _wrapped(httpx.ConnectError("refused")), "network"),
    (lambda: LocalEntryNotFoundError("offline"), "offline"),
    (lambda: ImportError("no bitsandbytes"), "package"),
    (lambda: ValueError("Cannot load because x expected shape"), "weights"),
    (lambda: LookupError("?"), "other"),
])
def test_every_trouble_has_a_sentence(make: Callable[[], Exception], reason: str) -> None:
    error = unavailable(make(), "owner/model")
    assert error.details["reason"] == reason and error.code == "engine_unavailable"
    assert "{" not in error.say("ko") + error.say("en")


def _without(folder: Path, target: Path, part: str) -> Path:
    shutil.copytree(folder, target)
    shutil.rmtree(target / part)
    return target


def test_an_incomplete_folder_is_named(folder: Path, tmp_path: Path) -> None:
    incomplete = _without(folder, tmp_path / "flux", "text_encoder_2")
    with pytest.raises(EngineUnavailable, match="text_encoder_2"):
        FluxEngine(FluxOptions(model=str(incomplete), device="cpu")).prepare()


def test_damaged_weights_are_told_and_a_repaired_folder_then_loads(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "flux"
    shutil.copytree(folder, copy)
    weights = copy / "transformer" / "diffusion_pytorch_model.safetensors"
    whole = weights.read_bytes()
    weights.write_bytes(whole[: len(whole) // 2])
    engine = FluxEngine(FluxOptions(model=str(copy), device="cpu"))
    with pytest.raises(EngineUnavailable) as caught:
        engine.prepare()
    assert caught.value.details["reason"] == "weights" and not engine.ready
    weights.write_bytes(whole)
    assert engine.generate(REQUEST, Steps()).image.size == (100, 132)


def test_a_missing_folder_is_not_taken_for_a_repository(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match="폴더"):
        FluxEngine(FluxOptions(model=str(tmp_path / "nowhere"), device="cpu")).prepare()


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
def test_without_a_gpu_the_owner_learns_what_to_set() -> None:
    with pytest.raises(EngineUnavailable, match="ADGEN_ENGINE") as caught:
        FluxEngine(FluxOptions()).prepare()
    assert caught.value.details["reason"] == "no_gpu"


def test_the_token_is_never_shown() -> None:
    assert "hf_secret" not in repr(FluxOptions(token="hf_secret"))


def test_the_preview_knows_the_finished_picture_from_one_step() -> None:
    """One Euler step along a constant velocity: x0 must come out exactly."""
    x0, x1 = torch.randn(1, 4, 8), torch.randn(1, 4, 8)
    before, after = 0.25 * x0 + 0.75 * x1, 0.75 * x0 + 0.25 * x1
    assert torch.allclose(latent.predicted(before, after, torch.tensor(0.75), torch.tensor(0.25)), x0, atol=1e-5)


def test_previews_stay_small_and_keep_the_shape() -> None:
    assert latent.preview(torch.randn(1, 16, 256, 128)).size == (64, 128)
    assert latent.preview(torch.full((1, 16, 8, 8), float("nan"))).size == (8, 8)


def test_the_noise_is_packed_as_the_pipeline_does() -> None:
    packed = latent.noise(5, (112, 64))
    assert packed.shape == (1, 28, 64)
    drawn = torch.randn((1, 16, 8, 14), generator=torch.Generator("cpu").manual_seed(5))
    assert torch.equal(latent.unpack(packed, (112, 64)), drawn)


@pytest.mark.gpu
def test_the_tiny_pipeline_on_a_real_gpu(folder: Path) -> None:
    engine = FluxEngine(FluxOptions(model=str(folder)))
    made = engine.generate(REQUEST, Steps())
    assert made.image.size == (100, 132)
    assert same(made.image, engine.generate(REQUEST, Steps()).image)
    assert engine._flux is not None and engine._flux.pipe.transformer.device.type == "cuda"
