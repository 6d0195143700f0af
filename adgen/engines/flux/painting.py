"""Pictures of one size with a loaded pipeline: encode, denoise together, decode one by one.

The loop is FluxPipeline's own (same numbers, tested) without what a server cannot use: it computes what depends on the
size once, drops a cancelled picture out of the batch between two steps, and lets the host run one step ahead of a quick
GPU.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from PIL import Image, ImageOps
from torch import Tensor

from ...errors import EngineError
from . import latents as latent
from .compiling import Compiled, Shape
from .loading import LoadedFlux
from .residency import denoising
from .tables import Tables
from .texts import Texts

GUIDANCE_SCALE = 0.0
"""schnell is distilled without guidance."""

TILE = 512
"""Side of a VAE tile in pixels after running out of memory; diffusers' default of 1024 would not cut 1024² at all."""

QUICK = 0.2
"""Seconds: a GPU whose step is shorter gets no previews; the copies would cost more than they show."""


@dataclass(frozen=True)
class Task:
    """``size`` is (width, height) in pixels, multiples of 16. With ``init`` the picture starts from it: ``strength`` of
    the steps are taken (0 < strength ≤ 1)."""

    prompt: str
    seed: int
    size: tuple[int, int]
    steps: int
    init: Image.Image | None = None
    strength: float = 1.0

    @property
    def start(self) -> int:
        """The first step that is taken, as FluxImg2ImgPipeline counts them; at least one is."""
        if self.init is None:
            return 0
        return min(int(max(self.steps - min(self.steps * self.strength, self.steps), 0)), self.steps - 1)

    @property
    def shape(self) -> tuple[tuple[int, int], int, int]:
        """What tasks of one batch have in common."""
        return self.size, self.steps, self.start


@dataclass(frozen=True)
class Painted:
    """The picture at the task's size, seconds by stage ("wait", "encode", "denoise", "decode"), and how it was made."""

    image: Image.Image
    timings: dict[str, float]
    facts: dict[str, Any]


@dataclass
class Kit:
    """What belongs to one loaded pipeline: kept embeddings, tables, compiled blocks, and how long a step took last."""

    flux: LoadedFlux
    texts: Texts
    tables: Tables
    compiled: Compiled
    attention: str = "native"
    step_seconds: float | None = None
    facts: dict[str, Any] = field(default_factory=dict)


Report = Callable[[int, int, int, Image.Image | None], bool]
"""``report(row, done, total, preview)`` after each step; false when nobody wants that picture any longer."""


def kit_of(flux: LoadedFlux, compile: str = "off") -> Kit:
    """The kit of a freshly loaded pipeline; nothing is warmed yet."""
    return Kit(flux, Texts(flux), Tables(flux), Compiled(flux, compile))


def denoise(kit: Kit, tasks: Sequence[Task], report: Report, timings: dict[str, float]) -> dict[int, Tensor]:
    """Packed latents [1, tokens, 64] of each task that was wanted to its end, by its place in ``tasks``.

    All tasks have one ``shape``. ``timings`` gets "encode" and "denoise" in seconds.

    Raises:
        Exception: what torch raises; nothing is kept then.
    """
    flux, first = kit.flux, tasks[0]
    with torch.no_grad():
        with timed(timings, "encode", flux.device):
            texts = kit.texts.of([task.prompt for task in tasks])
        with timed(timings, "denoise", flux.device), denoising(flux):
            with kit.compiled.running((first.size, len(tasks))):
                return _Loop(kit, tasks, texts).run(report)


def trial(kit: Kit, shape: Shape) -> None:
    """One denoising step of every task of ``shape``, to compile for it."""
    size, count = shape
    tasks = [Task("warm-up", seed, size, 1) for seed in range(count)]
    denoise(kit, tasks, lambda *_: True, {})


class _Loop:
    """One batch between its first and its last step."""

    def __init__(self, kit: Kit, tasks: Sequence[Task], texts: list[tuple[Tensor, Tensor]]) -> None:
        self.kit, self.flux, self.steps = kit, kit.flux, tasks[0].steps
        self.size, self.start = tasks[0].size, tasks[0].start
        self.sigmas, self.timesteps = kit.tables.levels(self.steps, self.size)
        self.rows = list(range(len(tasks)))
        self.embeds = torch.cat([text[0] for text in texts])
        self.pooled = torch.cat([text[1] for text in texts])
        self.packed = torch.cat([self._first(task) for task in tasks])
        # A quick GPU is not waited for at every step: the host launches the next one meanwhile.
        self.quick = self.flux.device.type == "cuda" and (kit.step_seconds or QUICK) < QUICK

    def _first(self, task: Task) -> Tensor:
        noise = latent.noise(task.seed, task.size).to(self.flux.device, self.flux.dtype)
        if task.init is None:
            return noise
        sigma = self.sigmas[self.start].to(noise.dtype)
        return sigma * noise + (1 - sigma) * encoded(self.flux, task.init, task.size)

    def run(self, report: Report) -> dict[int, Tensor]:
        before = list[Any]()
        for at in range(self.start, self.steps):
            began = time.perf_counter()
            previous, self.packed = self.packed, self._step(at)
            if self.quick:
                before.append(torch.cuda.Event())  # type: ignore[no-untyped-call]
                before[-1].record()
                if len(before) > 1:
                    before[-2].synchronize()
                    self._tell(report, at, None)
            else:
                shown = self._previews(previous, at)
                self.kit.step_seconds = time.perf_counter() - began
                self._tell(report, at + 1, shown)
            if not self.rows:
                return {}
        if self.quick:
            before[-1].synchronize()
            self._tell(report, self.steps, None)
        return {row: self.packed[place:place + 1] for place, row in enumerate(self.rows)}

    def _step(self, at: int) -> Tensor:
        """One Euler step as the scheduler takes it: the sum in float32, the result in the transformer's dtype."""
        tables, transformer = self.kit.tables, self.flux.pipe.transformer
        tables.positions.size = self.size
        timestep = self.timesteps[at].expand(len(self.rows)).to(self.packed.dtype)
        try:
            velocity: Tensor = transformer(
                hidden_states=self.packed, timestep=timestep / 1000, guidance=self._guidance(),
                pooled_projections=self.pooled, encoder_hidden_states=self.embeds, txt_ids=tables.text_ids,
                img_ids=tables.ids(self.size), return_dict=False)[0]
        finally:
            tables.positions.size = None
        step = self.sigmas[at + 1] - self.sigmas[at]
        return (self.packed.float() + step * velocity).to(velocity.dtype)

    def _guidance(self) -> Tensor | None:
        if not self.flux.pipe.transformer.config.guidance_embeds:
            return None
        return torch.full([len(self.rows)], GUIDANCE_SCALE, device=self.flux.device, dtype=torch.float32)

    def _previews(self, previous: Tensor, at: int) -> list[Image.Image]:
        finished = latent.predicted(previous, self.packed, self.sigmas[at], self.sigmas[at + 1])
        return [latent.preview(latent.unpack(finished[place:place + 1], self.size)) for place in range(len(self.rows))]

    def _tell(self, report: Report, done: int, previews: list[Image.Image] | None) -> None:
        """Report a step of every row; rows that nobody wants are dropped before the next step."""
        wanted = [report(row, done, self.steps, previews[place] if previews else None)
                  for place, row in enumerate(self.rows)]
        if all(wanted):
            return
        keep = [place for place, wish in enumerate(wanted) if wish]
        self.rows = [self.rows[place] for place in keep]
        self.packed, self.embeds, self.pooled = (rows[keep] for rows in (self.packed, self.embeds, self.pooled))


def encoded(flux: LoadedFlux, picture: Image.Image, size: tuple[int, int]) -> Tensor:
    """Packed latents of ``picture``, fitted to ``size``. The VAE's mean, not a sample: the seed decides all."""
    fitted = ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS)
    vae = flux.pipe.vae
    pixels = torch.frombuffer(bytearray(fitted.tobytes()), dtype=torch.uint8).reshape(size[1], size[0], 3)
    scaled = (pixels.permute(2, 0, 1)[None].to(flux.device, vae.dtype) / 127.5) - 1
    drawn: Tensor = vae.encode(scaled).latent_dist.mode()
    return latent.pack(((drawn - vae.config.shift_factor) * vae.config.scaling_factor).to(flux.dtype))


def decode(flux: LoadedFlux, packed: Tensor, size: tuple[int, int], tiled: bool = False) -> Image.Image:
    """The picture of ``packed`` [1, tokens, 64]. ``tiled`` takes a third of the memory, with faint seams.

    Raises:
        EngineError: the numbers became infinite or undefined.
    """
    with torch.no_grad():
        refuse_broken(packed)
        vae = flux.pipe.vae
        vae.use_tiling = tiled
        if tiled:
            vae.tile_sample_min_size, vae.tile_latent_min_size = TILE, TILE // latent.SHRINK
        scaled = latent.unpack(packed, size).to(vae.dtype) / vae.config.scaling_factor + vae.config.shift_factor
        pixels: Tensor = vae.decode(scaled, return_dict=False)[0][0]
        refuse_broken(pixels)
        return latent.to_image(pixels)


def refuse_broken(values: Tensor) -> None:
    """Undefined numbers would decode to a black picture, which nobody should be charged a wait for."""
    if not torch.isfinite(values).all():
        raise EngineError("그림을 계산하다가 값이 깨졌어요. 다시 해 주세요. 계속되면 관리자에게 알려 주세요.",
                          "The numbers broke while painting. Please try again, and tell the operator if it goes on.",
                          reason="not_finite")


class timed:  # reads as a phrase where it is used
    """Adds the seconds of a stage to ``timings``; a GPU works on after a call returns, so it is waited for."""

    def __init__(self, timings: dict[str, float], stage: str, device: torch.device) -> None:
        self._timings, self._stage, self._device = timings, stage, device

    def __enter__(self) -> None:
        self._started = time.perf_counter()

    def __exit__(self, *failure: object) -> None:
        if self._device.type == "cuda" and failure[0] is None:
            torch.cuda.current_stream(self._device).synchronize()
        seconds = time.perf_counter() - self._started
        self._timings[self._stage] = round(self._timings.get(self._stage, 0.0) + seconds, 4)
