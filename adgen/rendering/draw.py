"""Draws what a ``RenderSpec`` names: the layout of each size, its encoding, previews, and candidates."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from PIL import Image

from .. import photo, poster, printing, provenance
from ..brief import FontMood, GeneratedImage, ImageRequest, Poster, PosterRequest
from ..channels import Channel, channel
from ..encoding import encode
from ..engines.illustration import IllustrationEngine
from .spec import MAIN, Rendered, RenderSpec

At = Callable[[int, int], GeneratedImage]
"""``at(width, height)``: the picture for a shape."""
OBJECT_SIDE = 1024
"""A bizboard's object is cut from a square picture."""
_PREVIEW_SHORT = 1080
"""A print's preview is laid out with this short side in pixels: at 300 dpi it would take a second."""


@dataclass(frozen=True)
class Shape:
    """One size to lay out: the channel's key, its row (None for ``MAIN``) and pixels."""

    key: str
    row: Channel | None
    width: int
    height: int


@dataclass(frozen=True)
class Laid:
    """A laid-out poster and its visible mark."""

    shape: Shape
    made: Poster
    mark: provenance.Mark


def shapes(spec: RenderSpec) -> list[Shape]:
    """The sizes of ``spec``. InvalidInput for a channel there is none of."""
    rows = [(key, None if key == MAIN else channel(key)) for key in spec.channels]
    return [Shape(key, row, *((row.width, row.height) if row else spec.main)) for key, row in rows]


def source(spec: RenderSpec) -> At:
    """Where the picture comes from: drawn anew for a shape, or the stored one for every shape."""
    drawn = spec.drawn
    if drawn is not None and not spec.staged:
        stand_in = _drawn(drawn, drawn.width, drawn.height)  # one picture for every shape, as a model paints it
        return lambda _width, _height: stand_in
    if drawn is not None:
        return lambda width, height: _drawn(drawn, width, height)
    picture = _corrected(spec.base) if spec.look.photo_fix else _stored(spec.base)
    return lambda _width, _height: picture


@lru_cache(maxsize=4)
def _drawn(request: ImageRequest, width: int, height: int) -> GeneratedImage:
    """Kept for the next edit of the same ad: only the words change then."""
    return IllustrationEngine().generate(replace(request, width=width, height=height), lambda *_: None)


@lru_cache(maxsize=2)
def _stored(path: str) -> GeneratedImage:
    picture = opened(path)
    return GeneratedImage(picture, "stored", None, 0, None, picture.size, False)


@lru_cache(maxsize=2)
def _corrected(path: str) -> GeneratedImage:
    return replace(_stored(path), image=photo.improve(_stored(path).image))


@lru_cache(maxsize=2)
def _logo(path: str) -> Image.Image:
    with Image.open(path, formats=["PNG", "JPEG"]) as image:
        return image.convert("RGBA")


def poster_request(spec: RenderSpec, shape: Shape, at: At) -> tuple[PosterRequest, provenance.Mark]:
    """What the layout is asked for, and the mark that its text carries."""
    row, width, height = shape.row, shape.width, shape.height
    least = printing.least_font(row.mm) if row and row.mm else 0.0
    if spec.preview and row and row.mm:
        scale = _PREVIEW_SHORT / min(width, height)
        if scale < 1:
            width, height, least = round(width * scale), round(height * scale), least * scale
    mark = provenance.mark(spec.picture_by_ai, row, spec.show_label, spec.realistic)
    strip = row is not None and row.kind == "bizboard"
    picture = at(OBJECT_SIDE, OBJECT_SIDE) if strip else at(width, height)
    stage, font = picture.stage if spec.staged else None, spec.look.font
    if stage is not None and font is not None:
        stage = replace(stage, mood=font)
    mood: FontMood = font or (stage.mood if stage else "sans")
    request = PosterRequest(picture.image, replace(spec.text, label=mark.text), width, height, stage,
                            spec.look.colors, mood, spec.look.template)
    if spec.logo:
        request = replace(request, logo=_logo(spec.logo))
    if row is not None:
        request = replace(request, reserved=row.reserved, kind=row.kind, least_font=least,
                          keep_vectors=row.mm is not None and not spec.preview)
    return request, mark


def lay_out(spec: RenderSpec, shape: Shape, at: At) -> Laid:
    """The poster of one size."""
    request, mark = poster_request(spec, shape, at)
    return Laid(shape, poster.render(request), mark)


def encoded(spec: RenderSpec, laid: Laid) -> list[Rendered]:
    """The poster's files: one, and for print the PDF beside it."""
    shape, made = laid.shape, laid.made
    notes = made.notes if laid.mark.notice is None else (*made.notes, laid.mark.notice)
    contrast = round(min((text.contrast for text in made.placements), default=0.0), 2)

    def file(data: bytes, extension: str) -> Rendered:
        return Rendered(shape.key, data, extension, shape.width, shape.height, made.template, notes, contrast,
                        bool(laid.mark.text))

    if spec.preview:
        return [file(small(made.image, spec.preview_width), "jpg")]
    if shape.row is None:
        return [file(provenance.encode_png(made.image, spec.source_type, spec.job_id), "png")]
    marks = provenance.Marks(spec.source_type, spec.job_id, Path(spec.signing) if spec.signing else None)
    delivered = encode(made.image, shape.row, marks)
    notes = (*notes, *delivered.notes)
    files = [file(delivered.data, delivered.extension)]
    if shape.row.mm:
        about = printing.About(spec.text.headline, "ko", spec.source_type or "", spec.job_id)
        files.append(file(printing.flyer(made, shape.row.mm, shape.row.bleed_mm, about), "pdf"))
    return files


def rendering(spec: RenderSpec, at: At | None = None) -> Iterator[list[Rendered]]:
    """The files, size by size."""
    at = at or source(spec)
    for shape in shapes(spec):
        yield encoded(spec, lay_out(spec, shape, at))


def render(spec: RenderSpec) -> list[Rendered]:
    """All files of ``spec``."""
    return [file for files in rendering(spec) for file in files]


def render_channels(spec: RenderSpec, keys: tuple[str, ...]) -> list[Rendered]:
    """The files of some channels of ``spec``."""
    return render(replace(spec, channels=keys))


def opened(path: str | Path) -> Image.Image:
    """A stored picture, RGB; what is transparent becomes white."""
    with Image.open(path, formats=["PNG", "JPEG"]) as image:
        return flat(image)


def flat(image: Image.Image) -> Image.Image:
    """``image`` as RGB on white."""
    if "A" not in image.getbands():
        return image.convert("RGB")
    shown = Image.new("RGB", image.size, "white")
    shown.paste(image, mask=image.getchannel("A"))
    return shown


def small(image: Image.Image, width: int) -> bytes:
    """A JPEG at most ``width`` pixels wide; what is transparent becomes white."""
    shown = flat(image)
    if shown.width > width:
        height = max(1, round(shown.height * width / shown.width))
        shown = shown.resize((width, height), Image.Resampling.BOX, reducing_gap=2.0)
    buffer = io.BytesIO()
    shown.save(buffer, "JPEG", quality=82)
    return buffer.getvalue()
