"""The use case: brief → words → picture → posters → files.

It knows no database and no web: the worker hands it an order, and saves what comes back.
"""

import logging
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image

from . import provenance
from .ads import MadeFile, discard, write
from .asking import image_request, poster_text, settled
from .brief import AdBrief, AdCopy, GeneratedImage, ImageRequest, PicturePrompt
from .copywriters.base import Copywriter, Meter, Watch
from .engines.base import Engine
from .errors import AdgenError, EngineError, JobCancelled, PoisonedDevice
from .files import ImageFiles
from .forms import AdRequest
from .rendering import MAIN, Look, RenderSpec
from .rendering.draw import At, Laid, encoded, lay_out, opened, shapes, small, source

log = logging.getLogger(__name__)
PREVIEW_WIDTH = 320
TELL = 0.5
"""Seconds between two reports of the words so far: each is a durable write."""
Progress = Callable[[dict[str, Any]], None]
"""``progress(fields of the job row)``; raises JobCancelled or LeaseLost to stop the work."""


@dataclass(frozen=True)
class AdOrder:
    """One ad to make: the request, what it means for this store, the paths of an own photo, of the logo, and of the
    data directory where files are signed, and who pays for the words."""

    job_id: str
    form: AdRequest
    brief: AdBrief
    look: Look
    photo: Path | None = None
    logo: str = ""
    signing: str = ""
    meter: Meter | None = None


@dataclass(frozen=True)
class FinishedAd:
    """Everything that one job made; ``spec`` makes its posters again."""

    copy: AdCopy
    prompt: PicturePrompt
    picture: GeneratedImage
    spec: RenderSpec
    files: tuple[MadeFile, ...]
    timings: dict[str, float]
    trouble: AdgenError | None = None
    """Why the spare engine drew the picture; None when the chosen one did."""


@dataclass(frozen=True)
class Painting:
    """A picture, what was asked, who made it, and what kept the chosen engine from making it."""

    picture: GeneratedImage
    request: ImageRequest
    painter: Engine | None = None
    trouble: AdgenError | None = None

    @property
    def redrawn(self) -> bool:
        """Whether a cheap engine draws it anew for another shape instead of having it cropped."""
        return self.painter is not None and self.painter.redraws

    def at(self, width: int, height: int) -> GeneratedImage:
        """The picture for a shape."""
        if self.painter is None or not self.painter.redraws or (width, height) == self.picture.image.size:
            return self.picture
        return self.painter.generate(replace(self.request, width=width, height=height), lambda *_: None)


class Studio:
    """An engine, a copywriter and a place for the files; ``spare`` draws when the engine cannot."""

    def __init__(self, engine: Engine, copywriter: Copywriter, files: ImageFiles, spare: Engine | None = None) -> None:
        self.engine, self.copywriter, self.files, self.spare = engine, copywriter, files, spare

    def make(self, order: AdOrder, progress: Progress) -> FinishedAd:
        """Make the whole ad. On any error the files written so far are removed.

        The long texts and the translations are written beside the painting and joined at the end.
        """
        brief, times = order.brief, dict[str, float]()
        progress({"stage": "writing", "progress": 0.02})
        started = time.perf_counter()
        copy = self.copywriter.write(brief, Watch(Telling(progress), order.meter))
        prompt = self.copywriter.picture(brief, Watch(meter=order.meter))
        times["copy"] = time.perf_counter() - started
        progress({"stage": "drawing", "progress": 0.15, "words": _shown(copy)})
        with Beside(self.copywriter, order, copy) as beside:
            started = time.perf_counter()
            request = image_request(brief, order.form, order.look, prompt)
            painting = _photo(order.photo, request) if order.photo else self._paint(request, progress)
            times["picture"] = time.perf_counter() - started
            progress({"stage": "typesetting", "progress": 0.75, "preview": _data_url(painting.picture.image)})
            started = time.perf_counter()
            spec = _spec(order, copy, prompt, painting)
            files = self._typeset(spec, painting, progress)
            times["typeset"] = time.perf_counter() - started
            try:
                whole = beside.joined(progress)
            except BaseException:
                self.discard(files)
                raise
        return FinishedAd(whole, prompt, painting.picture, spec, files,
                          {key: round(value, 3) for key, value in times.items()}, painting.trouble)

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

    def _typeset(self, spec: RenderSpec, painting: Painting, progress: Progress) -> tuple[MadeFile, ...]:
        """Set, encode and write every size.

        Encoding and writing run in threads while the next poster is set: zlib and fsync release the lock.
        """
        at: At = source(spec) if painting.painter is None else painting.at
        waiting: list[Future[list[MadeFile]]] = []
        with ThreadPoolExecutor(2) as saver:
            try:
                waiting.append(saver.submit(self._save_base, spec, painting.picture))
                for shape in shapes(spec):
                    laid = lay_out(spec, shape, at)
                    waiting.append(saver.submit(self._save, spec, laid))
                    progress({"preview": _data_url(laid.made.image)} if shape.row else {})
                progress({"stage": "saving", "progress": 0.95})
                return tuple(file for job in waiting for file in job.result())
            except BaseException:
                saver.shutdown(wait=True, cancel_futures=True)
                self.discard([file for job in waiting if job.done() and not job.cancelled()
                              and job.exception() is None for file in job.result()])
                raise

    def _save(self, spec: RenderSpec, laid: Laid) -> list[MadeFile]:
        return write(self.files, encoded(spec, laid))

    def _save_base(self, spec: RenderSpec, picture: GeneratedImage) -> list[MadeFile]:
        """The picture without words; of a photo exactly what was uploaded and accepted."""
        if spec.base:
            path = Path(spec.base)
            written = self.files.write(path.read_bytes(), extension=path.suffix[1:])
        else:
            bare = provenance.source_type(picture_by_ai=picture.ai, typeset=False)
            written = self.files.write(provenance.encode_png(picture.image, bare, spec.job_id))
        return [MadeFile("base", written, *picture.image.size)]

    def discard(self, files: Iterable[MadeFile]) -> None:
        """Remove files whose job came to nothing."""
        discard(self.files, files)


class Telling:
    """Reports the words so far, at most every half second; what ``progress`` raises ends the writing."""

    def __init__(self, progress: Progress) -> None:
        self.progress, self.last = progress, 0.0

    def __call__(self, text: str) -> None:
        """One piece of news."""
        if time.monotonic() - self.last >= TELL:
            self.last = time.monotonic()
            self.progress({"words": text})


class Beside:
    """The long texts, written in a thread while the picture is made. Nothing they do fails the ad; who leaves the
    ``with`` block early tells them to stop, and does not wait for it."""

    def __init__(self, copywriter: Copywriter, order: AdOrder, copy: AdCopy) -> None:
        self.copywriter, self.order, self.copy = copywriter, order, copy
        self.stopped = threading.Event()
        self.done: Future[AdCopy] = Future()

    def __enter__(self) -> "Beside":
        # A daemon: a process that ends waits for no model.
        threading.Thread(target=self._write, name="long texts", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()

    def joined(self, progress: Progress) -> AdCopy:
        """The words with the long texts, waited for; ``progress`` may end the waiting."""
        while True:
            try:
                return self.done.result(timeout=TELL)
            except NotYet:
                progress({"progress": 0.96})  # not {}: only a write learns of a cancellation at once

    def _write(self) -> None:
        try:
            watch = Watch(self._still_wanted, self.order.meter)
            self.done.set_result(self.copywriter.extend(self.order.brief, self.copy, watch))
        except JobCancelled:
            self.done.cancel()
        except Exception:  # a defect there must not cost the owner the ad
            log.exception("the long texts of job %s could not be written", self.order.job_id)
            self.done.set_result(self.copy)

    def _still_wanted(self, _text: str) -> None:
        if self.stopped.is_set():
            raise JobCancelled


def _spec(order: AdOrder, copy: AdCopy, prompt: PicturePrompt, painting: Painting) -> RenderSpec:
    """What sets the posters."""
    brief, form, picture = order.brief, order.form, painting.picture
    source_type = provenance.source_type(picture_by_ai=picture.ai, own_photo=order.photo is not None,
                                         words_by_ai=copy.writer != "builtin")
    return RenderSpec(
        text=poster_text(brief, copy, form), channels=(MAIN, *form.channels), base=str(order.photo or ""),
        drawn=painting.request if painting.redrawn else None,
        look=settled(order.look, painting.redrawn, brief.store.trade), main=(form.width, form.height),
        logo=order.logo, picture_by_ai=picture.ai, show_label=form.ai_label, job_id=order.job_id,
        realistic=provenance.realism(prompt.english, brief.image_prompt) if picture.ai else frozenset(),
        source_type=source_type, signing=order.signing)


def _shown(copy: AdCopy) -> str:
    """The words to read while the picture is made."""
    instagram = copy.captions.get("instagram")
    return "\n\n".join(filter(None, (copy.headline, instagram.text if instagram else "")))


def _photo(path: Path, request: ImageRequest) -> Painting:
    """The owner's own photo as the picture: nothing is generated."""
    picture = opened(path)
    made = GeneratedImage(picture, provenance.PHOTO, None, request.seed, None, picture.size, False)
    return Painting(made, request)


def _step(done: int, total: int, preview: Image.Image | None) -> dict[str, Any]:
    fields: dict[str, Any] = {"step": done, "steps": total, "progress": 0.15 + 0.6 * done / max(total, 1)}
    return {**fields, "preview": _data_url(preview)} if preview is not None else fields


def _data_url(image: Image.Image) -> str:
    """A small JPEG as a data URL, for the job's row."""
    return "data:image/jpeg;base64," + b64encode(small(image, PREVIEW_WIDTH)).decode()
