"""Kakao's bizboard: a transparent strip with two lines at the left and one object at the right.

Sizes and colours as its own making tool draws them (facts/channels.md §2c, sureness M): text from x = 48 to 633, main
line 48 px on baseline 120, second line 39 px on baseline 178, object slot 315 × 258 at x = 666, right margin 48.
"""

from dataclasses import dataclass

from PIL import Image, ImageDraw

from ..brief import Note, Poster, PosterRequest, PosterText, TextPlacement
from ..errors import InvalidInput
from ..graphics import WHITE, contrast, raster
from .crops import Wanted, best_crop
from .cutout import cut
from .draw import text_svg
from .geometry import Rect, SetLine, SetText, ink_box
from .saliency import attention, told
from .text import break_lines, clean, shape, shorten

WIDTH, HEIGHT = 1029, 258
LEFT, RIGHT = 48, 633
SLOT = Rect(666, 0, 315, 258)
LEAST_OBJECT = 219
"""The object is at least this wide, in pixels."""


@dataclass(frozen=True)
class _Line:
    role: str
    file: str
    size: float
    baseline: float
    color: str

    @property
    def room(self) -> float:
        return (RIGHT - LEFT) / self.size * 1000

    def fits(self, text: str) -> bool:
        return bool(text) and shape(text, self.file).width <= self.room


_MAIN = _Line("headline", "Pretendard-ExtraBold.otf", 48, 120, "#4C4C4C")
_SUB = _Line("subline", "Pretendard-Regular.otf", 39, 178, "#777777")


def render(request: PosterRequest) -> Poster:
    """The strip, RGBA, 1029 × 258.

    Raises:
        InvalidInput: another size is asked for.
    """
    if (request.width, request.height) != (WIDTH, HEIGHT):
        raise InvalidInput("비즈보드는 1029×258픽셀로만 만들어요.", "A bizboard is 1029 × 258 pixels.", field="width")
    main, sub, notes = _words(request.text)
    image = Image.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 0))
    placements = []
    for line, value in ((_MAIN, main), (_SUB, sub)):
        if not value:
            continue
        shaped = shape(value, line.file)
        lines = (SetLine(shaped, LEFT - shaped.ink[0] * line.size / 1000, line.baseline),)
        text = SetText(line.role, value, lines, line.size, ink_box(lines, line.size))
        box = text.box
        _print(image, text_svg(text, line.color), box)
        placements.append(TextPlacement(line.role, value, (int(box.x), int(box.y), int(box.w) + 1, int(box.h) + 1),
                                        line.size, round(contrast(line.color, WHITE), 2)))
    thing = _object(request)
    image.alpha_composite(thing, (round(SLOT.x + (SLOT.w - thing.width) / 2), round((SLOT.h - thing.height) / 2)))
    return Poster(image, "bizboard", tuple(placements), notes=notes)


def _print(image: Image.Image, svg: str, box: Rect) -> None:
    x, y = int(box.x) - 1, int(box.y) - 1
    w, h = int(box.w) + 4, int(box.h) + 4
    root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {w} {h}">{svg}</svg>'
    image.alpha_composite(raster(root, w, h), (x, y))


def _words(text: PosterText) -> tuple[str, str, tuple[Note, ...]]:
    """(main line, second line, notes). The advertiser's name stands in one of the two, always."""
    notes: list[Note] = []
    name, rest = clean(text.store_name, _SUB.file), ""
    main = clean(text.headline or text.store_name, _MAIN.file)
    if main and not _MAIN.fits(main):
        broken = break_lines(main, _MAIN.file, _MAIN.room, 2)
        if broken is not None and len(broken) == 2:
            main, rest = broken[0].text.rstrip(" ,·"), clean(broken[1].text, _SUB.file)
        else:
            main = shorten(main, _MAIN.file, _MAIN.room, 1)[0].text
            notes.append(Note("비즈보드 한 줄에 들어가게 제목을 줄였어요.",
                              "The headline is shortened to fit the bizboard's line."))
    named = "" if name and name in main else name
    offer, subline = clean(text.offer, _SUB.file), clean(text.subline, _SUB.file)
    sub = _second(named, rest, (offer, subline))
    if rest and rest not in sub:
        notes.append(Note("비즈보드 두 줄에 들어가게 제목 뒷부분을 뺐어요.",
                          "The end of the headline is left out to fit the bizboard's two lines."))
    if text.label:
        notes.append(Note("비즈보드에는 글자를 더 얹을 수 없어 AI 표시를 뺐어요. 올릴 때 문구에 적어 주세요.",
                          "A bizboard carries no further text, so the AI mark is left out: state it when posting."))
    if text.small_print:
        notes.append(Note("비즈보드에는 근거나 원산지를 작게 적을 자리가 없어요. 근거가 있어야 하는 말은 빼 주세요.",
                          "A bizboard has no room for small print: leave out what needs a ground."))
    return main, sub, tuple(notes)


def _second(name: str, rest: str, others: tuple[str, str]) -> str:
    """The fullest second line that holds the name (unless the main line does)."""
    offer, subline = others
    options: tuple[tuple[str, ...], ...] = ((name, offer), (name, subline)) if name else ((offer,), (subline,))
    if rest:
        options = ((rest, name),) if name else ((rest, offer), (rest,))
    for parts in (*options, (name,)):
        line = " · ".join(part for part in parts if part)
        if all(parts) and _SUB.fits(line):
            return line
    return shorten(name, _SUB.file, _SUB.room, 1)[0].text if name else ""


def _object(request: PosterRequest) -> Image.Image:
    """The drawn hero cut out, where that is sure and wide enough; else the picture in a rounded tile."""
    stage = request.stage
    picture = request.picture if request.picture.mode == "RGB" else request.picture.convert("RGB")
    if stage is not None:
        thing = cut(picture, stage.hero, (round(SLOT.w), round(SLOT.h) - 8))
        if thing is not None and thing.width >= LEAST_OBJECT:
            return thing
    seen = told(picture, stage) if stage is not None else attention(picture)
    size = (296, 258)
    crop = best_crop(seen, picture.size, Wanted(size[0] / size[1], near=True))
    box = (crop.x * picture.width, crop.y * picture.height, min(1.0, crop.x + crop.w) * picture.width,
           min(1.0, crop.y + crop.h) * picture.height)
    tile = picture.resize(size, Image.Resampling.BICUBIC, box=box, reducing_gap=2.0).convert("RGBA")
    mask = Image.new("L", (size[0] * 2, size[1] * 2), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] * 2 - 1, size[1] * 2 - 1), radius=56, fill=255)
    tile.putalpha(mask.resize(size, Image.Resampling.BOX))
    return tile
