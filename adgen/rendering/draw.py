"""Draws what a ``RenderSpec`` names: the layout of each size, its encoding, previews, and candidates."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from PIL import Image, ImageOps

from .. import poster, provenance
from ..brief import FontMood, GeneratedImage, ImageRequest, Poster, PosterRequest
from ..channels import Channel, channel
from ..engines.illustration import IllustrationEngine
from ..engines.illustration.scenes import COMPOSITIONS
from ..errors import BadPhoto
from ..poster.fonts import MOODS
from ..poster.palette import accent_of
from ..poster.templates import SQUARE, UPRIGHT, WIDE
from .spec import MAIN, Accepted, Draft, Rendered, RenderSpec

At = Callable[[int, int], GeneratedImage]
"""``at(width, height)``: the picture for a shape."""
DRAFT_CHANNEL, DRAFT_WIDTH = "instagram_portrait", 360


@dataclass(frozen=True)
class Shape:
    """One size to lay out: the channel's key, its row (None for ``MAIN``) and pixels."""

    key: str
    row: Channel | None
    width: int
    height: int


def shapes(spec: RenderSpec) -> list[Shape]:
    """The sizes of ``spec``. InvalidInput for a channel there is none of."""
    rows = [(key, None if key == MAIN else channel(key)) for key in spec.channels]
    return [Shape(key, row, *((row.width, row.height) if row else spec.main)) for key, row in rows]


def source(spec: RenderSpec) -> At:
    """Where the picture comes from: drawn anew for a shape, or the stored one for every shape."""
    if spec.drawn is not None:
        return lambda width, height: _drawn(spec.drawn, width, height)
    picture = _stored(spec.base)
    if spec.look.photo_fix:
        picture = _corrected(spec.base)
    return lambda _width, _height: picture


@lru_cache(maxsize=3)
def _drawn(request: ImageRequest, width: int, height: int) -> GeneratedImage:
    """Kept for the next edit of the same ad: only the words change then."""
    return IllustrationEngine().generate(replace(request, width=width, height=height), lambda *_: None)


@lru_cache(maxsize=2)
def _stored(path: str) -> GeneratedImage:
    with Image.open(path, formats=["PNG", "JPEG"]) as image:
        picture = image.convert("RGB")
    return GeneratedImage(picture, "stored", None, 0, None, picture.size, False)


@lru_cache(maxsize=2)
def _corrected(path: str) -> GeneratedImage:
    return replace(_stored(path), image=improved(_stored(path).image))


@lru_cache(maxsize=2)
def _logo(path: str) -> Image.Image:
    with Image.open(path, formats=["PNG", "JPEG"]) as image:
        return image.convert("RGBA")


def improved(image: Image.Image) -> Image.Image:
    """Light and colour corrected gently."""
    return ImageOps.autocontrast(image, cutoff=1, preserve_tone=True)


def lay_out(spec: RenderSpec, shape: Shape, at: At) -> tuple[Poster, bool]:
    """The poster of one size, and whether it bears the AI mark."""
    picture = at(shape.width, shape.height)
    required = shape.row is not None and shape.row.label_required
    label = spec.label if spec.show_label or required else ""
    stage, font = picture.stage, spec.look.font
    if stage is not None and font is not None:
        stage = replace(stage, mood=font)
    mood: FontMood = font or (stage.mood if stage else "sans")
    request = PosterRequest(picture.image, replace(spec.text, label=label), shape.width, shape.height, stage,
                            spec.look.colors, mood, spec.look.template, logo=_logo(spec.logo) if spec.logo else None)
    return poster.render(request), bool(label)


def encoded(spec: RenderSpec, shape: Shape, made: Poster, labelled: bool) -> list[Rendered]:
    """The poster's files."""
    contrast = round(min((text.contrast for text in made.placements), default=0.0), 2)
    common = (shape.width, shape.height, made.template, made.notes, contrast, labelled)
    if spec.preview:
        return [Rendered(shape.key, small(made.image, spec.preview_width), "jpg", *common)]
    data = provenance.encode_png(made.image, spec.source_type, spec.job_id)
    return [Rendered(shape.key, data, "png", *common)]


def rendering(spec: RenderSpec, at: At | None = None) -> Iterator[list[Rendered]]:
    """The files, size by size."""
    at = at or source(spec)
    for shape in shapes(spec):
        yield encoded(spec, shape, *lay_out(spec, shape, at))


def render(spec: RenderSpec) -> list[Rendered]:
    """All files of ``spec``."""
    return [file for files in rendering(spec) for file in files]


def render_channels(spec: RenderSpec, keys: tuple[str, ...]) -> list[Rendered]:
    """The files of some channels of ``spec``."""
    return render(replace(spec, channels=keys))


def small(image: Image.Image, width: int) -> bytes:
    """A JPEG at most ``width`` pixels wide; what is transparent becomes white."""
    shown = image
    if image.mode == "RGBA":
        shown = Image.new("RGB", image.size, "white")
        shown.paste(image, mask=image.getchannel("A"))
    if shown.width > width:
        height = max(1, round(shown.height * width / shown.width))
        shown = shown.resize((width, height), Image.Resampling.BOX, reducing_gap=2.0)
    buffer = io.BytesIO()
    shown.save(buffer, "JPEG", quality=82)
    return buffer.getvalue()


def draft(spec: RenderSpec) -> Draft:
    """A candidate as a small picture, and what makes it again."""
    shape = shapes(replace(spec, channels=(DRAFT_CHANNEL,)))[0]
    at = source(spec)
    made, _ = lay_out(spec, shape, at)
    picture = at(shape.width, shape.height)
    style = str(picture.settings.get("composition", "")) if spec.drawn else ""
    font = spec.look.font or (picture.stage.mood if picture.stage else "sans")
    return Draft(spec.look.template, style, font, spec.drawn.seed if spec.drawn else 0,
                 small(made.image, DRAFT_WIDTH), made.notes)


def choices() -> dict[str, Any]:
    """What can be asked for by name."""
    templates = dict.fromkeys(template.key for template in (*UPRIGHT, *SQUARE, *WIDE))
    return {"templates": [{"key": key, "ko": key, "en": key} for key in templates],
            "fonts": [{"key": key, "ko": key, "en": key} for key in MOODS],
            "styles": [{"key": key, "ko": key, "en": key} for key in COMPOSITIONS]}


def looks(spec: RenderSpec, count: int, page: int, painted: bool) -> list[RenderSpec]:
    """``count`` specs whose looks differ clearly."""
    if spec.drawn is None:
        return [spec] * count
    seeds = [(spec.drawn.seed + page * count + step) % 2**32 for step in range(count)]
    return [replace(spec, drawn=replace(spec.drawn, seed=seed)) for seed in seeds]


def accept(data: bytes) -> Accepted:
    """An upload, re-encoded. Raises BadPhoto."""
    try:
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "WEBP"]) as image:
            picture = image.convert("RGB")
    except Exception as error:
        raise BadPhoto(field="file") from error
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=92)
    return Accepted(buffer.getvalue(), "jpg", picture.width, picture.height, (accent_of(picture),))


