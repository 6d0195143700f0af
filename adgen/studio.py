"""The use case: brief → words → picture → posters → files.

It knows no database and no web: the worker hands it a brief, and saves what comes back.
"""

import io
import logging
import time
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

from PIL import Image

from . import poster, provenance
from .brief import (
    AdBrief,
    AdCopy,
    FontMood,
    GeneratedImage,
    ImageRequest,
    PicturePrompt,
    PosterRequest,
    PosterText,
    StoreFacts,
)
from .channels import CHANNELS, USUAL
from .copywriters.base import Copywriter
from .engines.base import Engine
from .errors import AdgenError, EngineError, PoisonedDevice
from .files import ImageFiles, Written

log = logging.getLogger(__name__)
PREVIEW_WIDTH = 320
MOODS: dict[str, FontMood] = {"cafe": "round", "bakery": "round", "restaurant": "round", "chicken": "shout",
                              "gym": "shout", "flower": "serif", "general": "round"}
"""The lettering over a painted picture, by trade; the others take the sans."""
Progress = Callable[[dict[str, Any]], None]
"""``progress(fields of the job row)``; raises JobCancelled or LeaseLost to stop the work."""


@dataclass(frozen=True)
class AdOptions:
    """The picture asked for: pixels, seed, steps, the old system's unused knobs, and the job's id."""

    job_id: str
    seed: int
    width: int = 1024
    height: int = 1024
    steps: int | None = None
    channels: tuple[str, ...] = USUAL
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True)
class MadeFile:
    """One picture on the disk. ``variant`` is main, base or a channel's key."""

    variant: str
    written: Written
    width: int
    height: int
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class FinishedAd:
    """Everything that one job made."""

    copy: AdCopy
    prompt: PicturePrompt
    picture: GeneratedImage
    files: tuple[MadeFile, ...]
    timings: dict[str, float]
    trouble: AdgenError | None = None
    """Why the spare engine drew the picture; None when the chosen one did."""


@dataclass(frozen=True)
class Painting:
    """A picture, what was asked, who made it, and what kept the chosen engine from making it."""

    picture: GeneratedImage
    request: ImageRequest
    painter: Engine
    trouble: AdgenError | None = None

    @property
    def mood(self) -> FontMood:
        """The lettering: a drawn picture's own, else what suits the trade."""
        stage = self.picture.stage
        return stage.mood if stage else MOODS.get(self.request.trade, "sans")

    def at(self, width: int, height: int) -> GeneratedImage:
        """The picture itself; a cheap engine draws it anew for another shape instead of having it cropped."""
        if not self.painter.redraws or (width, height) == self.picture.image.size:
            return self.picture
        return self.painter.generate(replace(self.request, width=width, height=height), lambda *_: None)


def facts(store: Any) -> StoreFacts:
    """The store's row as the facts that copy and layout may state."""
    return StoreFacts(name=store.brand_name, trade=store.trade, tone=store.brand_tone or "",
                      description=store.description or "", phone=store.phone or "", address=store.address or "",
                      opening_hours=store.opening_hours or "", link_url=store.link_url or "",
                      brand_colors=tuple(store.brand_colors), banned_words=tuple(store.banned_words))


class Studio:
    """An engine, a copywriter and a place for the files; ``spare`` draws when the engine cannot."""

    def __init__(self, engine: Engine, copywriter: Copywriter, files: ImageFiles, spare: Engine | None = None) -> None:
        self.engine, self.copywriter, self.files, self.spare = engine, copywriter, files, spare

    def make(self, brief: AdBrief, options: AdOptions, progress: Progress) -> FinishedAd:
        """Make the whole ad. On any error the files written so far are removed."""
        times: dict[str, float] = {}
        progress({"stage": "writing", "progress": 0.02})
        started = time.perf_counter()
        copy = self.copywriter.write(brief)
        prompt = self.copywriter.picture(brief)
        times["copy"] = time.perf_counter() - started
        progress({"stage": "drawing", "progress": 0.15})
        request = ImageRequest(prompt=prompt.english, seed=options.seed, width=options.width, height=options.height,
                               steps=options.steps, trade=brief.store.trade,
                               subject=f"{brief.image_prompt} {brief.description}".strip(),
                               colors=brief.store.brand_colors, ignored=options.ignored)
        started = time.perf_counter()
        painting = self._paint(request, progress)
        times["picture"] = time.perf_counter() - started
        picture = painting.picture
        progress({"stage": "typesetting", "progress": 0.75, "preview": _data_url(picture.image)})
        started = time.perf_counter()
        text = poster_text(brief, copy, provenance.label(picture.ai))
        files = self._typeset(text, painting, options, progress)
        times["typeset"] = time.perf_counter() - started
        return FinishedAd(copy, prompt, picture, files, {key: round(value, 3) for key, value in times.items()},
                          painting.trouble)

    def _paint(self, request: ImageRequest, progress: Progress) -> Painting:
        def on_step(done: int, total: int, preview: Image.Image | None) -> None:
            progress(_step(done, total, preview))

        try:
            return Painting(self.engine.generate(request, on_step), request, self.engine)
        except PoisonedDevice:
            raise
        except EngineError as error:
            if self.spare is None:
                raise
            log.warning("%s could not paint (%s); %s draws instead", self.engine.name, error, self.spare.name)
            return Painting(self.spare.generate(request, on_step), request, self.spare, error)

    def _typeset(self, text: PosterText, painting: Painting, options: AdOptions,
                 progress: Progress) -> tuple[MadeFile, ...]:
        """Set, encode and write every size.

        Encoding and writing run in threads while the next poster is set: zlib and fsync release the lock.
        """
        source = painting.picture.source_type
        waiting: list[Future[MadeFile]] = []
        with ThreadPoolExecutor(2) as saver:
            try:
                waiting.append(saver.submit(self._save, "base", painting.picture.image, (source, options.job_id), {}))
                for variant, width, height in _sizes(options):
                    shown = painting.at(width, height)
                    finished = poster.render(PosterRequest(shown.image, text, width, height, shown.stage,
                                                           painting.request.colors, painting.mood))
                    details = {"template": finished.template,
                               "min_contrast": round(min((p.contrast for p in finished.placements), default=0), 2)}
                    waiting.append(saver.submit(self._save, variant, finished.image, (source, options.job_id), details))
                    progress({"preview": _data_url(finished.image)} if variant != "main" else {})
                progress({"stage": "saving", "progress": 0.95})
                return tuple(job.result() for job in waiting)
            except BaseException:
                saver.shutdown(wait=True, cancel_futures=True)
                self.discard([job.result() for job in waiting if job.done() and not job.cancelled()
                              and job.exception() is None])
                raise

    def _save(self, variant: str, image: Image.Image, marks: tuple[str, str], details: dict[str, Any]) -> MadeFile:
        written = self.files.write(provenance.encode_png(image, *marks))
        return MadeFile(variant, written, image.width, image.height, details)

    def discard(self, files: list[MadeFile] | tuple[MadeFile, ...]) -> None:
        """Remove pictures whose job came to nothing."""
        for made in files:
            self.files.remove(made.written.name)


def _sizes(options: AdOptions) -> list[tuple[str, int, int]]:
    posters = [(key, CHANNELS[key].width, CHANNELS[key].height) for key in options.channels]
    return [("main", options.width, options.height), *posters]


def poster_text(brief: AdBrief, copy: AdCopy, label: str) -> PosterText:
    """The lines for the poster, from the words and the store's facts."""
    store = brief.store
    line = " · ".join(filter(None, (store.address, store.opening_hours, store.phone)))
    return PosterText(headline=copy.headline, subline=copy.subline, offer=copy.offer,
                      original_price=copy.original_price, period=brief.period, call_to_action=copy.call_to_action,
                      store_name=store.name, address_line=line, link_url=store.link_url, label=label)


def _step(done: int, total: int, preview: Image.Image | None) -> dict[str, Any]:
    fields: dict[str, Any] = {"step": done, "steps": total, "progress": 0.15 + 0.6 * done / max(total, 1)}
    return {**fields, "preview": _data_url(preview)} if preview is not None else fields


def _data_url(image: Image.Image) -> str:
    """A small JPEG as a data URL, for the job's row."""
    small = image.convert("RGB")
    small.thumbnail((PREVIEW_WIDTH, PREVIEW_WIDTH))
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=70)
    return "data:image/jpeg;base64," + b64encode(buffer.getvalue()).decode()
