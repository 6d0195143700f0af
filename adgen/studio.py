"""The use case: brief → words → picture → posters → files.

It knows no database and no web: the worker hands it an order, and saves what comes back.
"""

import logging
import time
from base64 import b64encode
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image

from . import provenance
from .ads import MadeFile, discard, write
from .asking import image_request, poster_text, settled
from .brief import AdBrief, AdCopy, GeneratedImage, ImageRequest, PicturePrompt
from .copywriters.base import Copywriter
from .engines.base import Engine
from .errors import AdgenError, EngineError, PoisonedDevice
from .files import ImageFiles
from .forms import AdRequest
from .rendering import MAIN, Look, RenderSpec
from .rendering.draw import At, Laid, encoded, lay_out, opened, shapes, small, source

log = logging.getLogger(__name__)
PREVIEW_WIDTH = 320
Progress = Callable[[dict[str, Any]], None]
"""``progress(fields of the job row)``; raises JobCancelled or LeaseLost to stop the work."""


@dataclass(frozen=True)
class AdOrder:
    """One ad to make: the request, what it means for this store, and the paths of an own photo, of the logo,
    and of the data directory where files are signed."""

    job_id: str
    form: AdRequest
    brief: AdBrief
    look: Look
    photo: Path | None = None
    logo: str = ""
    signing: str = ""


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
        """Make the whole ad. On any error the files written so far are removed."""
        brief, times = order.brief, dict[str, float]()
        progress({"stage": "writing", "progress": 0.02})
        started = time.perf_counter()
        copy = self.copywriter.write(brief)
        prompt = self.copywriter.picture(brief)
        times["copy"] = time.perf_counter() - started
        progress({"stage": "drawing", "progress": 0.15})
        request = image_request(brief, order.form, order.look, prompt)
        started = time.perf_counter()
        painting = _photo(order.photo, request) if order.photo else self._paint(request, progress)
        times["picture"] = time.perf_counter() - started
        picture = painting.picture
        progress({"stage": "typesetting", "progress": 0.75, "preview": _data_url(picture.image)})
        started = time.perf_counter()
        spec = RenderSpec(
            text=poster_text(brief, copy, order.form), channels=(MAIN, *order.form.channels),
            base=str(order.photo or ""), drawn=painting.request if painting.redrawn else None,
            look=settled(order.look, painting.redrawn, brief.store.trade), main=(order.form.width, order.form.height),
            logo=order.logo, picture_by_ai=picture.ai, show_label=order.form.ai_label, job_id=order.job_id,
            realistic=provenance.realism(prompt.english, brief.image_prompt) if picture.ai else frozenset(),
            source_type=provenance.source_type(picture_by_ai=picture.ai, own_photo=order.photo is not None,
                                               words_by_ai=copy.writer != "builtin"), signing=order.signing)
        files = self._typeset(spec, painting, progress)
        times["typeset"] = time.perf_counter() - started
        return FinishedAd(copy, prompt, picture, spec, files, {key: round(value, 3) for key, value in times.items()},
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
