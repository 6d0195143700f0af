"""What is measured, part by part; every part gives a JSON-ready dict and fits into a few minutes of an H200."""

import gc
import io
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from bitsandbytes.functional import dequantize_4bit
from bitsandbytes.nn.modules import Linear4bit
from PIL import Image

from adgen.brief import ImageRequest
from adgen.engines.flux import FluxEngine, FluxOptions, attention
from adgen.engines.flux.loading import LoadedFlux, repair
from adgen.engines.flux.painting import Kit, Task, decode, denoise, kit_of, trial
from adgen.engines.flux.residency import settle

from .timing import fresh, milliseconds, peak, summary, wait
from .weights import FULL, TINY, Size, pipeline

PROMPT = "a warm sweet potato latte on a wooden table in a cosy korean cafe, soft window light, calm area at the top"
TFLOP = {1024: 69.47, 768: 37.65, 512: 17.69}
"""Of one transformer forward with 256 text tokens, by the side of a square (FlopCounterMode on meta tensors)."""


@dataclass(frozen=True)
class Plan:
    """Where and how much to measure."""

    device: torch.device
    size: Size
    sides: tuple[int, ...]
    images: int
    rounds: int

    @property
    def main(self) -> int:
        """The side that goals speak of."""
        return self.sides[0]


def plan(device: str, tiny: bool, quick: bool) -> Plan:
    """The plan for a full run, a quick one, or a trial on a processor."""
    if tiny:
        torch.set_num_threads(1)  # products are tiny: threads would only wait for each other
        return Plan(torch.device(device), TINY, (64, 32), 2, 2)
    return Plan(torch.device(device), FULL, (1024, 768, 512), 16 if quick else 50, 8 if quick else 20)


def ceilings(plan: Plan) -> dict[str, Any]:
    """What the card can do: matrix products of our shapes, attention by backend, and unpacking 4 bits."""
    device, full = plan.device, plan.size is FULL
    shapes = ((4352, 3072, 3072), (4352, 12288, 3072), (4096, 3072, 12288), (4352, 3072, 15360)) if full else (
        (64, 64, 64),)
    products = {}
    for rows, out, inner in shapes:
        left = torch.randn(rows, inner, device=device, dtype=torch.bfloat16)
        weight = torch.randn(out, inner, device=device, dtype=torch.bfloat16) * inner ** -0.5
        took = milliseconds(lambda a=left, b=weight: F.linear(a, b), device, plan.rounds)
        products[f"{rows}x{inner}x{out}"] = {**took, "tflops": round(2 * rows * out * inner / took["p50"] / 1e9, 1)}
    tokens, heads, width = (4352, 24, 128) if full else (64, 2, 32)
    query, key, value = (torch.randn(1, tokens, heads, width, device=device, dtype=torch.bfloat16) for _ in range(3))
    kernels = attention.measured((query, key, value))
    work = 4 * tokens * tokens * heads * width
    best = max(row["tflops"] for row in products.values())
    return {"products": products, "cublas_tflops": best,
            "attention": {name: {"ms": round(took, 3), "tflops": round(work / took / 1e9, 1)}
                          for name, took in kernels.items()}}


def steps(plan: Plan) -> dict[str, Any]:
    """One transformer forward in every residency, eager and compiled, by size and batch."""
    found: dict[str, Any] = {}
    flux = made(plan, "nf4")
    found["parameters_billion"] = round(sum(
        layer.weight.quant_state.shape.numel() for layer in flux.pipe.transformer.modules()
        if isinstance(layer, Linear4bit)) / 1e9, 3)
    found["unpacking"] = _unpacking(flux, plan)
    found["same_as_unpacked"] = _fallback_is_the_same(flux, plan)
    found |= _checks(flux, plan)
    for mode in ("nf4", "bf16"):
        if mode == "bf16":
            flux.mode = "bf16"
            settle(flux)
        kit = kit_of(flux)
        kit.attention, found["attention_ms"] = attention.choose(flux)
        for side in plan.sides:
            for batch in (1, 4) if side == plan.main else (1,):
                found[f"{mode} eager {side} x{batch}"] = _forward(kit, side, batch, plan)
        kit = kit_of(flux, "auto" if plan.device.type == "cuda" else "off")
        began = time.perf_counter()
        shapes = tuple(((side, side), 1) for side in plan.sides) + (((plan.main, plan.main), 4),)
        kit.compiled.warm(shapes, lambda shape, kit=kit: trial(kit, shape))
        found[f"{mode} compile_seconds"] = round(time.perf_counter() - began, 1)
        found[f"{mode} compile_failed"] = kit.compiled.why
        graphs = _graphs()
        for shape in shapes if kit.compiled.on else ():
            found[f"{mode} compiled {shape[0][0]} x{shape[1]}"] = _forward(kit, shape[0][0], shape[1], plan)
        found[f"{mode} recompiles"] = _graphs() - graphs
        found[f"{mode} psnr_compiled_against_eager"] = _psnr(flux, kit, plan) if kit.compiled.on else None
        del kit
        gc.collect()
    return found


def ends(plan: Plan) -> dict[str, Any]:
    """Text encoders, decoding and the file."""
    flux = made(plan, "nf4")
    device, side = plan.device, plan.main
    with torch.no_grad():
        found: dict[str, Any] = {f"t5_clip {length}": milliseconds(
            lambda length=length: flux.pipe.encode_prompt(PROMPT, device=device, max_sequence_length=length), device,
            plan.rounds) for length in (256, 512)}
        latents = denoise(kit_of(flux), [Task(PROMPT, 1, (side, side), 1)], lambda *_: True, {})[0]
        found["decode"] = milliseconds(lambda: decode(flux, latents, (side, side)), device, plan.rounds, 2)
        flux.pipe.vae.to(memory_format=torch.channels_last)
        found["decode channels_last"] = milliseconds(lambda: decode(flux, latents, (side, side)), device, plan.rounds,
                                                     2)
        picture = decode(flux, latents, (side, side))
    for level in (1, 6):
        found[f"png level {level}"] = milliseconds(lambda level=level: _png(picture, level), torch.device("cpu"), 5, 1)
    return found


def service(plan: Plan, mode: str, compile: str = "auto") -> dict[str, Any]:
    """Ours end to end: request to PNG, one after another, then 4 and 8 clients at once, then four of one prompt."""
    fresh(plan.device)
    options = FluxOptions(model="random", device=str(plan.device), residency=mode, compile=compile, batch=4)
    engine = FluxEngine(options, lambda *_: made(plan, mode))
    began = time.perf_counter()
    engine.prepare()
    found: dict[str, Any] = {"ready_seconds": round(time.perf_counter() - began, 1), "facts": engine.status().facts}
    fresh(plan.device)
    times, stages = [], dict[str, list[float]]()
    for seed in range(plan.images):
        began = time.perf_counter()
        made_one = engine.generate(_request(plan, seed, f"{PROMPT} {seed}"), lambda *_: None)
        _png(made_one.image, 1)
        times.append((time.perf_counter() - began) * 1000)
        for stage, seconds in made_one.timings.items():
            stages.setdefault(stage, []).append(seconds * 1000)
    found["one_by_one_ms"] = summary(times)
    found["stages_ms"] = {stage: summary(values) for stage, values in stages.items()}
    found["peak"] = peak(plan.device)
    found["finite"] = bool(np.asarray(made_one.image).std() > 1)
    again = [_timed(lambda seed=seed: engine.generate(_request(plan, seed, PROMPT), lambda *_: None))
             for seed in range(min(8, plan.images))]
    found["known_prompt_ms"] = summary(again[1:])
    for clients in (4, 8):
        found[f"{clients}_clients"] = _crowd(engine, plan, clients)
    engine.release()
    gc.collect()
    fresh(plan.device)
    return found


def stock(plan: Plan, kind: str) -> dict[str, Any]:
    """diffusers' own pipeline, same weights and card: "nf4 eager", "nf4 offload", "bf16 eager" or "bf16 compiled"."""
    fresh(plan.device)
    offload = kind == "nf4 offload"
    flux = made(plan, "bf16" if kind.startswith("bf16") else "nf4", torch.device("cpu") if offload else None)
    pipe = flux.pipe
    pipe.set_progress_bar_config(disable=True)
    if offload and plan.device.type == "cuda":
        pipe.enable_model_cpu_offload(device=plan.device)
    if kind == "bf16 compiled" and plan.device.type == "cuda":
        pipe.transformer.compile_repeated_blocks(fullgraph=True)
    fresh(plan.device)
    times = []
    for seed in range(max(3, plan.images // (5 if offload else 3)) + 2):
        began = time.perf_counter()
        picture = pipe(f"{PROMPT} {seed}", width=plan.main, height=plan.main, num_inference_steps=4,
                       guidance_scale=0.0, max_sequence_length=256,
                       generator=torch.Generator("cpu").manual_seed(seed)).images[0]
        _png(picture, 6)
        times.append((time.perf_counter() - began) * 1000)
    found = {"one_by_one_ms": summary(times[2:]), "first_ms": round(times[0], 1), "peak": peak(plan.device),
             "finite": bool(np.asarray(picture).std() > 1)}
    del pipe, flux
    gc.collect()
    fresh(plan.device)
    return found


def made(plan: Plan, mode: str, where: torch.device | None = None) -> LoadedFlux:
    """Random weights in a residency, as our loader would hand them over."""
    device = where or plan.device
    pipe = pipeline(plan.size, device)
    pipe.set_progress_bar_config(disable=True)
    repair(pipe, torch.bfloat16)
    kinds = {"transformer": "nf4", "text_encoder": "none", "text_encoder_2": "nf4", "vae": "none"}
    flux = LoadedFlux(pipe, device, torch.bfloat16, kinds, mode)  # type: ignore[arg-type]  # one of its names
    settle(flux)
    return flux


def _request(plan: Plan, seed: int, prompt: str) -> ImageRequest:
    return ImageRequest(prompt, seed, plan.main, plan.main, steps=4)


def _forward(kit: Kit, side: int, batch: int, plan: Plan) -> dict[str, float]:
    """One step of ``batch`` pictures, text embedded beforehand; TFLOP/s where the work is known."""
    tasks = [Task("warm-up", seed, (side, side), 1) for seed in range(batch)]
    fresh(plan.device)
    took = milliseconds(lambda: denoise(kit, tasks, lambda *_: True, {}), plan.device, plan.rounds)
    known = side in TFLOP and plan.size is FULL
    flops = {"tflops": round(TFLOP[side] * batch / took["p50"] * 1000, 1)} if known else {}
    return {**took, **flops, **peak(plan.device)}


def _unpacking(flux: LoadedFlux, plan: Plan) -> dict[str, float]:
    """Unpacking every 4-bit layer of the transformer once."""
    layers = [layer for layer in flux.pipe.transformer.modules() if isinstance(layer, Linear4bit)]

    def all_of_them() -> None:
        for layer in layers:
            dequantize_4bit(layer.weight.data, layer.weight.quant_state)

    return {**milliseconds(all_of_them, plan.device, 5, 1), "layers": len(layers)}


def _fallback_is_the_same(flux: LoadedFlux, plan: Plan) -> float:
    """The greatest difference between a packed product of many tokens and the unpacked one: 0 on a GPU."""
    layer = next(layer for layer in flux.pipe.transformer.modules() if isinstance(layer, Linear4bit))
    rows = torch.randn(2048 if plan.size is FULL else 8, layer.in_features, device=plan.device, dtype=torch.bfloat16)
    with torch.no_grad():
        weight: Any = layer.weight
        plain = F.linear(rows, dequantize_4bit(weight.data, weight.quant_state).to(torch.bfloat16), layer.bias)
        return float((layer(rows) - plain).abs().max())


def _checks(flux: LoadedFlux, plan: Plan) -> dict[str, Any]:
    """That attention is asked in bfloat16, and that what comes out is finite."""
    seen: set[str] = set()
    hook = flux.pipe.transformer.transformer_blocks[0].attn.to_q.register_forward_pre_hook(
        lambda _layer, inputs: seen.add(str(inputs[0].dtype)))
    latents = denoise(kit_of(flux), [Task(PROMPT, 1, (plan.main, plan.main), 2)], lambda *_: True, {})[0]
    hook.remove()
    assert seen == {"torch.bfloat16"}, seen
    assert bool(latents.isfinite().all())
    return {"attention_input": seen.pop(), "finite": True, "latents_std": round(float(latents.float().std()), 3)}


def _psnr(flux: LoadedFlux, kit: Kit, plan: Plan) -> float:
    """Of a compiled picture against the eager one, in dB."""
    task = Task(PROMPT, 3, (plan.main, plan.main), 4)
    pictures = [np.asarray(decode(flux, denoise(one, [task], lambda *_: True, {})[0], task.size), dtype=float)
                for one in (kit, kit_of(flux))]
    error = float(((pictures[0] - pictures[1]) ** 2).mean())
    return round(10 * float(np.log10(255 ** 2 / error)), 1) if error else float("inf")


def _graphs() -> int:
    return int(torch._dynamo.utils.counters["stats"]["unique_graphs"])


def _png(picture: Image.Image, level: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=level)
    return out.getvalue()


def _timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _crowd(engine: FluxEngine, plan: Plan, clients: int) -> dict[str, Any]:
    """``clients`` that ask one after another at the same time: pictures a second, and how long each waits."""
    each = max(2, plan.images // 8)
    times: list[float] = []

    def client(number: int) -> None:
        for turn in range(each):
            seed = number * 100 + turn
            asked = _request(plan, seed, f"{PROMPT} {seed}")
            times.append(_timed(lambda asked=asked: _png(engine.generate(asked, lambda *_: None).image, 1)))

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wait(plan.device)
    return {"images_per_second": round(clients * each / (time.perf_counter() - began), 3), "ms": summary(times)}
