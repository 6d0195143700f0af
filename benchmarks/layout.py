"""Every template, over drawings and photo-like stand-ins, in twelve formats: what "Must show" asks of the layout.

    python benchmarks/layout.py [--quick]

``--quick`` takes every fourth picture in every third format. Every poster that is chosen without being named is drawn,
and of the others every fourth; the subject is measured on all of them, since that needs no drawing.

Visible: the share of the subject's box (known for drawings and stand-ins) that lies on the poster and is not hidden by
a panel, measured by drawing a marker plane through the same crop. Covered: the share of it under text boxes.
"""

import io
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import zxingcpp
from PIL import Image

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

from stand_ins import stand_ins  # noqa: E402

from adgen.brief import Box, ImageRequest, Margins, MenuItem, Poster, PosterRequest, PosterText, Stage  # noqa: E402
from adgen.channels import CHANNELS  # noqa: E402
from adgen.engines.illustration import IllustrationEngine  # noqa: E402
from adgen.poster import TEMPLATES  # noqa: E402
from adgen.poster.choose import Option, ranked  # noqa: E402
from adgen.poster.draft import Window  # noqa: E402
from adgen.poster.families.framed import print_photo  # noqa: E402
from adgen.poster.geometry import Rect  # noqa: E402
from adgen.poster.render import finished  # noqa: E402
from adgen.poster.scene import Scene, read  # noqa: E402
from adgen.printing import least_font  # noqa: E402

REELS = Margins(0.14, 0.06, 0.35, 0.06)
STORY = Margins(0.13, 0.0, 0.13, 0.0)
FORMATS: dict[str, tuple[int, int, Margins]] = {
    "1080x1350": (1080, 1350, Margins()), "1080x1080": (1080, 1080, Margins()), "reels": (1080, 1920, REELS),
    "story": (1080, 1920, STORY), "1200x628": (1200, 628, Margins()), "800x400": (800, 400, Margins()),
    "1250x370": (1250, 370, Margins()), "1250x560": (1250, 560, Margins()), "348x230": (348, 230, Margins()),
    "800x1000": (800, 1000, Margins()), "card": (1134, 661, CHANNELS["print_card"].reserved),
    "A5": (1819, 2551, CHANNELS["print_a5"].reserved)}
LEAST_FONT = {"card": least_font((90, 50)), "A5": least_font((148, 210))}
LINK = "https://example.com/dalmuri"
MENU = (("고구마 라떼", "4,900원"), ("아메리카노", "3,500원"), ("카페 라떼", "4,200원"), ("바닐라 라떼", "4,700원"),
        ("소금빵", "3,200원"))
WORDS = PosterText(
    "가을 한정 고구마 라떼, 오늘부터 만나요", "해남 꿀고구마를 직접 구워 끓인 따뜻한 한 잔", "4,900원", "6,500원",
    "11월 30일까지", "지금 주문하기", "달무리 커피", "서울 마포구 달빛로 12, 1층 · 매일 10:00–22:00", LINK,
    "AI 생성 이미지", "NEW", tuple(MenuItem(*row) for row in MENU), "고구마: 국내산(해남)")
TRADES = ("cafe", "restaurant", "chicken", "bakery", "hair", "flower", "gym", "clothing", "general")


@dataclass
class Tally:
    """What was counted for one group of posters; ``drawn`` of them were."""

    posters: int = 0
    drawn: int = 0
    texts: int = 0
    overlaps: int = 0
    outside: int = 0
    illegible: int = 0
    codes: int = 0
    unread: int = 0
    visible: list[float] = field(default_factory=list)
    covered: list[float] = field(default_factory=list)
    worst: str = ""

    def row(self, name: str) -> str:
        """One line of the table."""
        visible, covered = np.array(self.visible or [1.0]), np.array(self.covered or [0.0])
        legible = 100 * (1 - self.illegible / max(1, self.texts))
        return (f"| {name:13} | {self.posters:5} | {self.drawn:5} | {self.overlaps:3} | {self.outside:3} | "
                f"{legible:5.1f} % | {visible.mean():.3f} | {visible.min():.2f} | {100 * covered.mean():4.1f} % | "
                f"{3 * self.codes - self.unread}/{3 * self.codes} | {self.worst} |")


def pictures() -> list[tuple[str, Image.Image | None, Box | None]]:
    """(name, photo, subject); a drawing is made for each format, so its photo is None."""
    photos: list[tuple[str, Image.Image | None, Box | None]] = [(s.name, s.picture, s.subject) for s in stand_ins()]
    return [*photos, *((trade, None, None) for trade in TRADES)]


def seen(scene: Scene, option: Option, subject: Box) -> float:
    """The share of ``subject`` that the windows show, less what flat ornaments and the burst hide."""
    window = option.draft.windows[0]
    place = _place(window, subject)
    box = print_photo(window.box) if window.form == "print" else window.box
    shown = _mask_of(window, box, place)
    hidden = [layer.box for layer in option.draft.over if not _pattern(option, layer.box)]
    hidden += [option.draft.burst.box.inset(0.1 * option.draft.burst.box.w, 0.1 * option.draft.burst.box.w)] \
        if option.draft.burst else []
    ys, xs = np.mgrid[place.y:place.bottom:40j, place.x:place.right:40j]
    for rect in hidden:
        shown &= ~((xs >= rect.x) & (xs < rect.right) & (ys >= rect.y) & (ys < rect.bottom))
    shown &= (xs >= 0) & (ys >= 0) & (xs < scene.width) & (ys < scene.height)
    return float(shown.mean())


def _pattern(option: Option, box: Rect) -> bool:
    """Ornaments that stand beside the window hide nothing."""
    return option.template.key in ("polaroid",)


def _place(window: Window, subject: Box) -> Rect:
    box, crop = (print_photo(window.box) if window.form == "print" else window.box), window.crop
    return Rect(box.x + (subject.x - crop.x) / crop.w * box.w, box.y + (subject.y - crop.y) / crop.h * box.h,
                subject.w / crop.w * box.w, subject.h / crop.h * box.h)


def _mask_of(window: Window, box: Rect, place: Rect) -> np.ndarray:
    ys, xs = np.mgrid[place.y:place.bottom:40j, place.x:place.right:40j]
    shown = (xs >= box.x) & (xs < box.right) & (ys >= box.y) & (ys < box.bottom)
    # The corners of a subject's box are empty: the ellipse in it is what counts.
    core = ((xs - place.x) / place.w * 2 - 1) ** 2 + ((ys - place.y) / place.h * 2 - 1) ** 2 <= 1
    r = box.w / 2
    if window.form == "circle":
        shown &= (xs - box.x - r) ** 2 + (ys - box.y - r) ** 2 <= r * r
    if window.form == "arch":
        shown &= (ys >= box.y + r) | ((xs - box.x - r) ** 2 + (ys - box.y - r) ** 2 <= r * r)
    return np.where(core, shown, True)


def under_text(poster: Poster | None, option: Option, subject: Box) -> float:
    """The share of the subject's box under text boxes: those of the poster where it is drawn, else of its draft."""
    place = _place(option.draft.windows[0], subject)
    boxes = [text.box for text in option.draft.texts] if poster is None else \
        [Rect(*placement.box) for placement in poster.placements]
    area = sum(common.w * common.h for common in map(place.meet, boxes))
    return area / max(1.0, place.w * place.h)


def check(tally: Tally, poster: Poster, scene: Scene) -> None:
    """Overlap, safe area, contrast and code of one poster."""
    tally.drawn += 1
    kept, (w, h) = scene.request.reserved, poster.image.size
    boxes = [placement.box for placement in poster.placements]
    for at, (x, y, bw, bh) in enumerate(boxes):
        tally.texts += 1
        placement = poster.placements[at]
        display = placement.font_size > 48 and placement.role in ("headline", "offer")
        tally.illegible += placement.contrast < (3.0 if display else 4.5)
        tally.outside += (x < kept.left * w - 1 or y < kept.top * h - 1 or x + bw > w - kept.right * w + 1
                          or y + bh > h - kept.bottom * h + 1)
        tally.overlaps += sum(min(x + bw, x2 + w2) - max(x, x2) > 1 and min(y + bh, y2 + h2) - max(y, y2) > 1
                              for x2, y2, w2, h2 in boxes[at + 1:])


def codes(tally: Tally, poster: Poster) -> None:
    """The QR code at full and half size and after JPEG 60."""
    buffer = io.BytesIO()
    poster.image.save(buffer, "JPEG", quality=60)
    half = poster.image.resize((poster.image.width // 2, poster.image.height // 2), Image.Resampling.LANCZOS)
    tally.codes += 1
    for image in (poster.image, half, Image.open(buffer).convert("RGB")):
        tally.unread += LINK not in [found.text for found in zxingcpp.read_barcodes(np.asarray(image))]


def measure(quick: bool) -> tuple[dict[str, Tally], dict[str, Tally], Tally]:
    """(by template, by format, the one that is chosen without being named)."""
    by_template, by_format = {key: Tally() for key in TEMPLATES}, {key: Tally() for key in FORMATS}
    chosen = Tally()
    formats = list(FORMATS.items())[:: 3 if quick else 1]
    for at, (name, photo, subject) in enumerate(pictures()[:: 4 if quick else 1]):
        for also, (format_name, (width, height, reserved)) in enumerate(formats):
            picture, stage = photo, None
            if picture is None:
                drawn = IllustrationEngine().generate(ImageRequest("", 7, width, height, trade=name),
                                                      lambda *_: None)
                picture, stage = drawn.image, drawn.stage
            words = WORDS if (at + also) % 2 else replace(WORDS, items=())
            request = PosterRequest(picture, words, width, height, stage, reserved=reserved,
                                    least_font=LEAST_FONT.get(format_name, 0.0))
            _all(request, subject, (by_template, by_format[format_name], chosen),
                 (f"{name} {format_name}", (at + also) % (1 if quick else 4) == 0))
    return by_template, by_format, chosen


def _all(request: PosterRequest, subject: Box | None, tallies: tuple[dict[str, Tally], Tally, Tally],
         what: tuple[str, bool]) -> None:
    """The chosen template, and with ``what[1]`` all the others drawn too."""
    name, whole = what
    scene = read(request)
    box = subject or _hero(scene.stage)
    first = True
    for option in ranked(scene):
        poster = finished(scene, option, 1.0 if not first else 0.62) if first or whole else None
        if first and poster is None:
            continue
        shown, hidden = seen(scene, option, box), under_text(poster, option, box)
        groups = [tallies[0][option.template.key]] + ([tallies[1], tallies[2]] if first else [])
        for tally in groups:
            tally.posters += 1
            if shown < min(tally.visible, default=1.0):
                tally.worst = f"{name} {option.template.key}"
            tally.visible.append(shown)
            tally.covered.append(hidden)
            if poster is not None:
                check(tally, poster, scene)
                if any(part.column.code for part in option.draft.parts):
                    codes(tally, poster)
        first = False


def _hero(stage: Stage | None) -> Box:
    assert stage is not None
    return stage.hero


HEADER = ("| {:13} | ads | drawn | overlap | outside | contrast gate | visible mean | worst | covered mean | "
          "codes read | worst at |\n|---|---|---|---|---|---|---|---|---|---|---|")


def main() -> None:
    """Print the three tables."""
    by_template, by_format, chosen = measure("--quick" in sys.argv)
    print(HEADER.format("chosen"), flush=True)
    print(chosen.row("all formats"))
    for name, tally in by_format.items():
        if tally.posters:
            print(tally.row(name))
    print("\n" + HEADER.format("template"))
    for name, tally in by_template.items():
        print(tally.row(name))


if __name__ == "__main__":
    main()
