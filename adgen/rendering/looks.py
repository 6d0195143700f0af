"""What can be chosen, candidates to choose from, and the acceptance of uploads."""

from dataclasses import replace
from typing import Any

from .. import photo
from ..engines.illustration import STYLES, spread
from ..poster import TEMPLATES
from ..poster.choose import families, ranked
from ..poster.fonts import MOOD_LINES, MOOD_NAMES
from ..poster.scene import read
from .draw import lay_out, poster_request, shapes, small, source
from .spec import Accepted, Draft, RenderSpec

CHANNEL, WIDTH = "instagram_portrait", 360
"""The shape of a candidate, and the width of its picture in pixels."""


def choices() -> dict[str, Any]:
    """What can be asked for by name."""
    return {
        "templates": [{"key": row.key, "ko": row.ko, "en": row.en, "family": row.family, "needs": list(row.needs),
                       "shapes": list(row.shapes), "calm": row.calm} for row in TEMPLATES.values()],
        "fonts": [{"key": key, "ko": name.ko, "en": name.en, "line_ko": MOOD_LINES[key].ko,
                   "line_en": MOOD_LINES[key].en} for key, name in MOOD_NAMES.items()],
        "styles": [{"key": row.key, "ko": row.ko, "en": row.en} for row in STYLES.values()]}


def calm_of(template: str) -> str:
    """The side where ``template`` sets its words; empty for none, or an unknown one."""
    return TEMPLATES[template].calm if template in TEMPLATES else ""


def looks(spec: RenderSpec, count: int, page: int) -> list[RenderSpec]:
    """``count`` specs that differ clearly; other pages differ again.

    A drawing's compositions differ; over a photo (or a stand-in for a painting) the layouts do, no two of a family
    before all families were shown.
    """
    spec = replace(spec, channels=(CHANNEL,))
    if spec.drawn is not None and spec.staged:
        drawn = spec.drawn
        found = spread(drawn.trade, (drawn.seed + page * count) % 2**32, count, drawn.subject)
        return [replace(spec, drawn=replace(drawn, style=drawn.style or style, seed=seed)) for style, seed in found]
    if spec.look.template:
        return [spec] * count
    request, _ = poster_request(spec, shapes(spec)[0], source(spec))
    keys = [options[0].template.key for options in families(ranked(read(request)))]
    if not keys:
        return [spec]
    order = [keys[(page * count + step) % len(keys)] for step in range(min(count, len(keys)))]
    return [replace(spec, look=replace(spec.look, template=key)) for key in order]


def draft(spec: RenderSpec) -> Draft:
    """A candidate as a small picture, and what makes it again."""
    shape, at = shapes(spec)[0], source(spec)
    laid = lay_out(spec, shape, at)
    picture = at(shape.width, shape.height)
    style = str(picture.settings.get("composition", "")) if spec.drawn and spec.staged else ""
    font = spec.look.font or (picture.stage.mood if picture.stage and spec.staged else "sans")
    return Draft(spec.look.template, style, font, spec.drawn.seed if spec.drawn else 0,
                 small(laid.made.image, WIDTH), laid.made.notes)


def accept(data: bytes) -> Accepted:
    """An upload, re-encoded. Raises PhotoTooLarge, PhotoUnreadable."""
    picture = photo.accept(data)
    extension = "png" if photo.has_alpha(picture) else "jpg"
    return Accepted(photo.stored(picture), extension, picture.width, picture.height, photo.palette(picture))
