"""FLUX as a server runs it: batches, cancellation inside one, kept embeddings, the ladder out of memory, unloading."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import FluxImg2ImgPipeline
from PIL import Image

from adgen.brief import ImageRequest
from adgen.engines.flux import FluxEngine, FluxOptions, attention
from adgen.engines.flux.batching import Desk
from adgen.engines.flux.compiling import Compiled, buckets
from adgen.engines.flux.engine import held
from adgen.engines.flux.loading import LoadedFlux, load
from adgen.engines.flux.painting import Task, denoise, kit_of
from adgen.errors import EngineError, JobCancelled, PoisonedDevice

from .tiny_flux import no_gpu_needed, saved  # noqa: F401  # fixtures

SIZE = (64, 64)


@pytest.fixture
def flux(folder: Path) -> LoadedFlux:
    return load(FluxOptions(model=str(folder), device="cpu"))


def holding(flux: LoadedFlux, batch: int = 4) -> FluxEngine:
    return FluxEngine(FluxOptions(model="tiny", device="cpu", batch=batch), lambda *_: flux)


def request(seed: int, prompt: str = "tea", **more: Any) -> ImageRequest:
    return ImageRequest(prompt, seed, *SIZE, **more)


def quiet(_done: int, _total: int, _preview: Image.Image | None) -> None:
    pass


def at_once(calls: list[Callable[[], Any]]) -> list[Any]:
    """What each call gave, or raised, all made at the same time."""
    answers: list[Any] = [None] * len(calls)

    def run(at: int) -> None:
        try:
            answers[at] = calls[at]()
        except BaseException as error:
            answers[at] = error

    threads = [threading.Thread(target=run, args=(at,)) for at in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


class Gate:
    """Holds the transformer's first call until ``open`` is set: what is asked meanwhile must wait together."""

    def __init__(self, flux: LoadedFlux) -> None:
        self.open, self.batches = threading.Event(), list[int]()
        self.entered = threading.Event()
        flux.pipe.transformer.register_forward_pre_hook(self._called, with_kwargs=True)

    def _called(self, _module: Any, _args: Any, given: dict[str, Any]) -> None:
        self.batches.append(given["hidden_states"].shape[0])
        self.entered.set()
        assert self.open.wait(30)


def test_waiting_pictures_of_one_size_share_a_batch(flux: LoadedFlux) -> None:
    gate, engine = Gate(flux), holding(flux, batch=3)
    first = threading.Thread(target=lambda: engine.generate(request(0, steps=1), quiet))
    first.start()
    assert gate.entered.wait(30)
    asked = [request(seed, steps=1) for seed in range(1, 5)] + [request(9, steps=2)]
    threads = [threading.Thread(target=engine.generate, args=(one, quiet)) for one in asked]
    for thread in threads:
        thread.start()
    desk = engine._desk
    assert isinstance(desk, Desk)
    while desk._inbox.qsize() < len(asked):
        threading.Event().wait(0.01)
    gate.open.set()
    for thread in (first, *threads):
        thread.join()
    # The first alone; of four alike three together and one after them; the one with two steps by itself.
    assert gate.batches[0] == 1 and sorted(gate.batches[1:]) == [1, 1, 1, 3]


def test_one_of_a_batch_is_cancelled_and_the_others_never_know(flux: LoadedFlux) -> None:
    kit = kit_of(flux)
    tasks = [Task("tea", seed, SIZE, 4) for seed in range(3)]
    alone = [denoise(kit, [task], lambda *_: True, {})[0] for task in tasks]
    told: list[tuple[int, int]] = []

    def report(row: int, done: int, _total: int, _preview: Image.Image | None) -> bool:
        told.append((row, done))
        return not (row == 1 and done == 2)

    kept = denoise(kit, tasks, report, {})
    assert set(kept) == {0, 2} and [done for row, done in told if row == 1] == [1, 2]
    assert [done for row, done in told if row == 2] == [1, 2, 3, 4]
    for row in kept:
        assert (kept[row] - alone[row]).abs().mean() < 0.05 < (kept[row] - alone[1]).abs().mean()


def test_nobody_wants_it_any_longer(flux: LoadedFlux) -> None:
    steps: list[int] = []
    flux.pipe.transformer.register_forward_pre_hook(lambda *_: steps.append(1))
    assert denoise(kit_of(flux), [Task("tea", 1, SIZE, 6)], lambda _row, done, *_: done < 2, {}) == {}
    assert len(steps) == 2


def test_a_cancelled_caller_leaves_at_once_and_the_next_is_served(flux: LoadedFlux) -> None:
    engine = holding(flux)

    def cancel(done: int, _total: int, _preview: Image.Image | None) -> None:
        if done:
            raise JobCancelled

    answers = at_once([lambda: engine.generate(request(1, steps=8), cancel),
                       lambda: engine.generate(request(2, steps=8), quiet)])
    assert isinstance(answers[0], JobCancelled) and answers[1].image.size == SIZE


def test_a_prompt_is_encoded_once(flux: LoadedFlux) -> None:
    engine, calls = holding(flux), list[int]()
    flux.pipe.text_encoder_2.register_forward_pre_hook(lambda *_: calls.append(1))
    for seed in range(3):
        engine.generate(request(seed, "the same tea", steps=1), quiet)
    engine.generate(request(3, "another tea", steps=1), quiet)
    assert len(calls) == 2


def test_rotary_tables_are_made_once_a_size(flux: LoadedFlux) -> None:
    engine, calls = holding(flux), list[int]()
    engine.prepare()
    flux.pipe.transformer.pos_embed.inner.register_forward_pre_hook(lambda *_: calls.append(1))
    for seed in range(2):
        engine.generate(request(seed, steps=3), quiet)
    engine.generate(ImageRequest("tea", 1, 96, 64, steps=2), quiet)
    assert len(calls) == 2


def picture() -> Image.Image:
    ramp = np.linspace(0, 255, 64, dtype=np.uint8)
    return Image.fromarray(np.stack([np.tile(ramp, (64, 1)), np.tile(ramp[:, None], (1, 64)),
                                     np.full((64, 64), 90, np.uint8)], axis=2))


def test_image_to_image_starts_from_the_picture(flux: LoadedFlux) -> None:
    engine = holding(flux)
    made = {strength: engine.generate(request(5, steps=4, init=picture(), strength=strength), quiet)
            for strength in (0.25, 0.75)}
    anew = engine.generate(request(5, steps=4), quiet)
    arrays = {name: np.asarray(one.image, dtype=int) for name, one in {**made, "anew": anew}.items()}
    assert np.abs(arrays[0.25] - arrays["anew"]).mean() > np.abs(arrays[0.75] - arrays["anew"]).mean()
    assert made[0.25].settings["strength"] == 0.25 and "strength" not in anew.settings
    again = engine.generate(request(5, steps=4, init=picture(), strength=0.25), quiet)
    assert np.array_equal(arrays[0.25], np.asarray(again.image, dtype=int))
    other = engine.generate(request(6, steps=4, init=picture(), strength=0.25), quiet)
    assert not np.array_equal(arrays[0.25], np.asarray(other.image, dtype=int))


@pytest.mark.parametrize("strength", [0.1, 0.25, 0.5, 0.6, 0.75, 1.0])
def test_image_to_image_takes_the_steps_that_the_library_takes(flux: LoadedFlux, strength: float) -> None:
    stock: Any = FluxImg2ImgPipeline(**flux.pipe.components)
    assert stock.transformer is flux.pipe.transformer  # modules are shared, nothing is loaded twice
    stock.scheduler.set_timesteps(4, device="cpu")
    taken = len(stock.get_timesteps(4, strength, "cpu")[0])
    task = Task("tea", 1, SIZE, 4, picture(), strength)
    assert task.steps - task.start == max(taken, 1)


def test_out_of_memory_in_a_batch_paints_them_one_by_one(flux: LoadedFlux) -> None:
    sizes: list[int] = []

    def full(_module: Any, _args: Any, given: dict[str, Any]) -> None:
        sizes.append(given["hidden_states"].shape[0])
        if sizes[-1] > 1:
            raise torch.OutOfMemoryError("CUDA out of memory.")

    gate, engine = threading.Event(), holding(flux)
    engine.prepare()
    flux.pipe.transformer.register_forward_pre_hook(full, with_kwargs=True)
    flux.pipe.text_encoder.register_forward_pre_hook(lambda *_: (gate.wait(0.5), None)[1])
    answers = at_once([lambda seed=seed: engine.generate(request(seed, steps=1), quiet) for seed in range(4)])
    assert all(answer.image.size == SIZE for answer in answers) and max(sizes) > 1 and sizes.count(1) == 4


def test_the_ladder_ends_in_two_phases(flux: LoadedFlux) -> None:
    engine = holding(flux)

    def full(_module: Any, _inputs: Any) -> None:
        if flux.mode != "two-phase":
            raise torch.OutOfMemoryError("CUDA out of memory.")

    flux.pipe.transformer.register_forward_pre_hook(full)
    made = engine.generate(request(1, steps=1), quiet)
    assert made.settings["residency"] == "two-phase" and made.settings["vae_tiling"] is True
    assert engine.status().facts["residency"] == "two-phase" and flux.resident == {"transformer"}


def test_a_process_whose_memory_is_in_pieces_is_given_up(flux: LoadedFlux) -> None:
    engine = holding(flux)

    def always(_module: Any, _inputs: Any) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory.")

    flux.pipe.transformer.register_forward_pre_hook(always)
    for _ in range(2):
        with pytest.raises(EngineError) as caught:
            engine.generate(request(1, steps=1), quiet)
        assert caught.value.details["reason"] == "out_of_memory"
    with pytest.raises(PoisonedDevice):
        engine.generate(request(1, steps=1), quiet)


def test_unloaded_and_loaded_again_it_paints_the_same(folder: Path) -> None:
    engine = FluxEngine(FluxOptions(model=str(folder), device="cpu"))
    before = engine.generate(request(3, steps=2), quiet).image
    assert engine.ready and held(engine) is not None
    engine.release()
    assert not engine.ready and held(engine) is None and engine.status().state == "cold"
    engine.release()
    assert np.array_equal(np.asarray(before), np.asarray(engine.generate(request(3, steps=2), quiet).image))


def test_unloading_waits_for_the_picture_that_is_being_painted(flux: LoadedFlux) -> None:
    gate, engine = Gate(flux), holding(flux)
    answers: list[Any] = []
    painter = threading.Thread(target=lambda: answers.append(engine.generate(request(1, steps=2), quiet)))
    painter.start()
    assert gate.entered.wait(30)
    leaver = threading.Thread(target=engine.release)
    leaver.start()
    assert engine.status().state == "ready" and not answers
    gate.open.set()
    painter.join()
    leaver.join()
    assert answers[0].image.size == SIZE and engine.status().state == "cold"


def test_a_failed_load_is_told_in_the_status_and_tried_again(tmp_path: Path, folder: Path) -> None:
    place = tmp_path / "flux"
    engine = FluxEngine(FluxOptions(model=str(place), device="cpu"))
    with pytest.raises(EngineError):
        engine.prepare()
    assert engine.status().state == "failed" and str(place) in engine.status().ko
    place.symlink_to(folder)
    engine.prepare()
    assert engine.status().state == "ready" and engine.status().facts["residency"] == "nf4"


def test_compiled_blocks_paint_the_same_and_only_in_their_shapes(flux: LoadedFlux) -> None:
    kit = kit_of(flux)
    eager = denoise(kit, [Task("tea", 1, SIZE, 2)], lambda *_: True, {})[0]
    kit.compiled = Compiled(flux, "force", backend="aot_eager")
    assert kit.compiled.on and kit.compiled.most(SIZE, 3) == 3
    kit.compiled.warm(((SIZE, 1), (SIZE, 2)), lambda shape: denoise(
        kit, [Task("warm-up", seed, shape[0], 1) for seed in range(shape[1])], lambda *_: True, {}))
    assert kit.compiled.shapes == {(SIZE, 1), (SIZE, 2)} and not kit.compiled.why
    assert [kit.compiled.most(SIZE, count) for count in (1, 2, 3, 4)] == [1, 2, 2, 2]
    graphs = torch._dynamo.utils.counters["stats"]["unique_graphs"]
    compiled = denoise(kit, [Task("tea", 1, SIZE, 2)], lambda *_: True, {})[0]
    other = denoise(kit, [Task("tea", 1, (96, 64), 2)], lambda *_: True, {})[0]
    assert torch.allclose(eager, compiled, atol=0.05) and other.shape[1] == 24
    assert torch._dynamo.utils.counters["stats"]["unique_graphs"] == graphs  # nothing compiled after the warm-up


def test_a_compiler_that_fails_leaves_an_eager_engine(flux: LoadedFlux) -> None:
    compiled = Compiled(flux, "force", backend="aot_eager")

    def broken(_shape: Any) -> None:
        raise RuntimeError("no C compiler")

    compiled.warm(((SIZE, 1),), broken)
    assert not compiled.on and "no C compiler" in compiled.why
    kit = kit_of(flux)
    kit.compiled = compiled
    assert denoise(kit, [Task("tea", 1, SIZE, 1)], lambda *_: True, {})[0].isfinite().all()


def test_nothing_is_compiled_where_it_would_not_help(flux: LoadedFlux) -> None:
    assert not Compiled(flux, "off").on and not Compiled(flux, "auto").on
    flux.mode = "offload"
    assert "offload" in Compiled(flux, "force").why
    assert len(buckets(1)) == 5 and ((1024, 1024), 4) in buckets(4)


def test_attention_backends_are_measured_and_those_that_cannot_run_left_out() -> None:
    query = torch.randn(1, 64, 2, 32, dtype=torch.bfloat16)
    times = attention.measured((query, query, query), ("native", "_native_math", "_native_cudnn", "flash"))
    assert "native" in times and "flash" not in times and all(value > 0 for value in times.values())
