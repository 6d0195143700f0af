"""From a request to a finished poster."""

from dataclasses import replace

from ..brief import Note, Poster, PosterRequest
from ..errors import InvalidInput
from . import bizboard, gate, marks, notes
from .choose import Option, families, ranked, shortlist, tried
from .draft import Draft, Window
from .draw import Canvas
from .gate import Group, Settled, Standing
from .paint import MOST_SCRIM, paint
from .scene import Scene, read
from .templates import TEMPLATES, Template

LEAST, MOST = 200, 4096
"""Sides of a poster in pixels: from a search thumbnail (230) to an A4 page with bleed at 300 dpi (2551 × 3579)."""


def render(request: PosterRequest) -> Poster:
    """Set the words of ``request`` on its picture, at exactly ``width`` × ``height`` pixels, RGB.

    The template named in ``request`` is used where it can be set with these words at this size, else the best one, and
    ``notes`` say so. Without a name the one is chosen whose layout hides least of the subject and sets the words
    largest. Texts that cannot be set legibly are left out, the least important first; every text that is set reaches a
    WCAG ratio of 4.5 at the 5th percentile of the pixels under it (3.0 for display type above 48 px).

    Raises:
        InvalidInput: a side outside 200…4096, or an unknown template.
    """
    _check(request)
    if request.kind == "bizboard":
        return bizboard.render(request)
    scene = read(request)
    if request.template:
        named = tried(scene, TEMPLATES[request.template])
        made = finished(scene, named, 1.0) if named is not None else None
        if made is not None:
            return made
    found = _first(scene, shortlist(scene)) or _first(scene, ranked(scene))
    found = found or _wordless(scene)
    return replace(found, notes=(_other(TEMPLATES[request.template], found), *found.notes)) if request.template \
        else found


def candidates(request: PosterRequest, count: int = 4) -> tuple[Poster, ...]:
    """Up to ``count`` clearly different posters (no two of one family of templates), the best first.

    ``request.template`` has no influence. A small size gives thumbnails cheaply, but drops words below 360 pixels.

    Raises:
        InvalidInput: a side outside 200…4096.
    """
    _check(replace(request, template=""))
    if request.kind == "bizboard":
        return (bizboard.render(request),)
    scene = read(request)
    posters: list[Poster] = []
    for options in families(ranked(scene)):
        made = _first(scene, options)
        if made is not None:
            posters.append(made)
        if len(posters) >= count:
            break
    return tuple(posters or [_wordless(scene)])


def _first(scene: Scene, options: list[Option]) -> Poster | None:
    return next((made for made in (finished(scene, option) for option in options) if made is not None), None)


def _check(request: PosterRequest) -> None:
    if not (LEAST <= request.width <= MOST and LEAST <= request.height <= MOST):
        raise InvalidInput("가로와 세로를 {least}~{most}픽셀로 정해 주세요.",
                           "Width and height must be {least} to {most} pixels.", least=LEAST, most=MOST, field="width")
    if request.template and request.template not in TEMPLATES:
        raise InvalidInput("모르는 템플릿이에요: {key}. 쓸 수 있는 템플릿: {known}",
                           "Unknown template {key}. Known: {known}", key=request.template,
                           known=", ".join(TEMPLATES), field="template")


def _other(wanted: Template, found: Poster) -> Note:
    used = TEMPLATES.get(found.template)
    return Note(f"'{wanted.ko}' 템플릿은 이 크기와 문구에 맞지 않아 '{used.ko if used else '글 없이'}'로 만들었어요.",
                f"The template '{wanted.en}' does not suit this size and these words; "
                f"'{used.en if used else 'no words'}' is used instead.")


def finished(scene: Scene, option: Option, most_scrim: float = MOST_SCRIM) -> Poster | None:
    """One option as a poster; None when a veil would have to be stronger than ``most_scrim``."""
    painted = paint(scene, option.draft, most_scrim)
    if painted is None:
        return None
    canvas, standing, settled = painted
    standing, settled = _marks(scene, canvas, standing, settled)
    there = {one.text.role for one in settled} | set(option.draft.dismissed)
    for part in option.draft.parts:
        there |= {"link_url"} if part.column.code is not None else set()
        there |= {"logo"} if part.column.logo is not None else set()
    grounds = {text.role: part.inks.ground for part in option.draft.parts if part.inks is not None
               for text in part.column.texts}
    told = (*notes.bent(scene.brand, settled, grounds, option.draft),
            *notes.left_out(scene, scene.request.text, there))
    return Poster(canvas.image, option.template.key, standing.placements, canvas.art, tuple(canvas.vectors), told)


def _marks(scene: Scene, canvas: Canvas, standing: Standing,
           settled: list[Settled]) -> tuple[Standing, list[Settled]]:
    """Small print and AI mark, which belong on every poster."""
    if scene.fine is not None:
        colors = marks.ground_of(canvas, scene.fine.bounds, scene.brand.accent)
        fine = gate.settle(canvas, Group(scene.fine.texts, colors))
        standing, settled = standing + gate.publish(canvas, fine), [*settled, *fine]
    mark = marks.label(scene.words, scene.limit, standing.taken)
    return (standing + gate.label(canvas, mark), settled) if mark is not None else (standing, settled)


def _wordless(scene: Scene) -> Poster:
    """The picture alone: there is no word to set, or no room for any."""
    painted = paint(scene, Draft("#000000", (Window(scene.whole, scene.crop(scene.whole, near=False)),), ()))
    assert painted is not None
    canvas, standing, settled = painted
    standing, _ = _marks(scene, canvas, standing, settled)
    return Poster(canvas.image, "plain", standing.placements, canvas.art, tuple(canvas.vectors))
