"""Finished posters with the real fonts: legible, inside, apart, exact, and decodable, over hostile pictures."""

import io
import random
from dataclasses import replace

import numpy as np
import pytest
import zxingcpp
from PIL import Image, ImageDraw

from adgen.brief import Box, ImageRequest, Poster, PosterRequest, PosterText, Stage
from adgen.engines.illustration import IllustrationEngine
from adgen.errors import InvalidInput
from adgen.graphics import luminances
from adgen.poster import render
from adgen.poster.saliency import attention

LINK = "https://example.com/dalmuri"
FULL = PosterText("가을 한정 고구마 라떼, 오늘부터 만나요", "해남 꿀고구마를 직접 구워 끓인 따뜻한 한 잔", "4,900원",
                  "6,500원", "11월 30일까지", "지금 주문하기", "달무리 커피",
                  "서울 마포구 달빛로 12, 1층 · 매일 10:00–22:00", LINK, "AI 생성 이미지")
SIZES = [(1080, 1350), (1080, 1080), (1024, 1024), (1920, 1080), (512, 512), (256, 256), (256, 2048), (2048, 256)]


def _half() -> Image.Image:
    return Image.fromarray(np.repeat(np.array([0] * 300 + [255] * 300, np.uint8)[None, :, None], 500, 0).repeat(3, 2))


def _noise() -> Image.Image:
    return Image.fromarray(np.random.default_rng(1).integers(0, 256, (400, 600, 3), dtype=np.uint8))


def _checks(side: int = 24) -> Image.Image:
    y, x = np.mgrid[:600, :600]
    return Image.fromarray((((x // side + y // side) % 2) * 255).astype(np.uint8)).convert("RGB")


def _subject(x: float, y: float, ground: str = "#4A3020") -> Image.Image:
    """A bright plate on a plain ground: something that the eye finds."""
    picture = Image.new("RGB", (800, 800), ground)
    around = (x * 800 - 130, y * 800 - 130, x * 800 + 130, y * 800 + 130)
    ImageDraw.Draw(picture).ellipse(around, "#F2E8D8", "#C2410C", 30)
    return picture


HOSTILE = {"half": _half(), "noise": _noise(), "checks": _checks(), "white": Image.new("RGB", (300, 300), "white"),
           "grey": Image.new("L", (300, 500), 119), "clear": Image.new("RGBA", (40, 40), (0, 0, 0, 0)),
           "dot": Image.new("RGB", (1, 1), "#FF0000"), "plate": _subject(0.5, 0.7)}
STAGE = Stage(hero=Box(0.25, 0.42, 0.5, 0.38), calm=Box(0.06, 0.05, 0.88, 0.34), ground="#FFF3E6",
              footer=Box(0, 0.84, 1, 0.16), footer_ground="#3B1F10", badge=Box(0.66, 0.46, 0.28, 0.22))


def stage_picture(width: int, height: int) -> Image.Image:
    picture = Image.new("RGB", (width, height), STAGE.ground)
    picture.paste(STAGE.footer_ground, (0, int(0.84 * height), width, height))
    return picture


def check(poster: Poster, width: int, height: int) -> None:
    """What holds for every poster."""
    assert poster.image.size == (width, height) and poster.image.mode == "RGB"
    boxes = [placement.box for placement in poster.placements]
    for placement in poster.placements:
        x, y, w, h = placement.box
        assert w > 0 and h > 0 and x >= 0 and y >= 0 and x + w <= width and y + h <= height, placement
        assert placement.font_size >= max(14, 0.016 * width) - 0.01, placement
        display = placement.font_size > 48 and placement.role in ("headline", "offer")
        assert placement.contrast >= (3.0 if display else 4.5), placement
    for at, (x, y, w, h) in enumerate(boxes):
        for x2, y2, w2, h2 in boxes[at + 1:]:
            # Boxes are rounded outwards to whole pixels, so touching neighbours may share one.
            assert min(x + w, x2 + w2) - max(x, x2) <= 1 or min(y + h, y2 + h2) - max(y, y2) <= 1, poster.placements


def roles(poster: Poster) -> set[str]:
    return {placement.role for placement in poster.placements}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("mood", ["sans", "shout", "serif"])
def test_text_is_legible_over_any_picture(name: str, mood: str) -> None:
    poster = render(PosterRequest(HOSTILE[name], FULL, 1080, 1350, mood=mood))  # type: ignore[arg-type]
    check(poster, 1080, 1350)
    assert roles(poster) >= {"headline", "store_name", "subline", "offer", "call_to_action", "label"}
    pixels = luminances(np.asarray(poster.image))
    for placement in poster.placements:
        # Independent of the gate: ink and ground must be apart in the finished pixels.
        x, y, w, h = placement.box
        low, high = np.percentile(pixels[y:y + h, x:x + w], [4, 96])
        assert (high + 0.05) / (low + 0.05) >= 3.0, placement


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("staged", [False, True])
def test_every_size(size: tuple[int, int], staged: bool) -> None:
    picture = stage_picture(*size) if staged else HOSTILE["plate"]
    poster = render(PosterRequest(picture, FULL, *size, stage=STAGE if staged else None))
    check(poster, *size)
    assert {"headline", "store_name", "label"} <= roles(poster) or min(size) < 512
    assert "headline" in roles(poster)


def test_a_tiny_poster_carries_headline_and_name_only() -> None:
    poster = render(PosterRequest(HOSTILE["plate"], replace(FULL, label=""), 256, 256))
    assert roles(poster) == {"headline", "store_name"}


@pytest.mark.parametrize("size", [(199, 512), (512, 4097)])
def test_sizes_out_of_bounds_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(InvalidInput):
        render(PosterRequest(HOSTILE["plate"], FULL, *size))


def decode(image: Image.Image, quality: int | None = None) -> list[str]:
    if quality is not None:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality)
        image = Image.open(buffer).convert("RGB")
    return [found.text for found in zxingcpp.read_barcodes(np.asarray(image))]


@pytest.mark.parametrize(("size", "staged"), [
    ((1080, 1350), False), ((1080, 1080), False), ((1920, 1080), False), ((512, 512), False),
    ((1080, 1350), True), ((1080, 1080), True), ((1920, 1080), True)])
def test_the_code_decodes_even_from_a_poor_jpeg(size: tuple[int, int], staged: bool) -> None:
    picture = stage_picture(*size) if staged else HOSTILE["checks"]
    poster = render(PosterRequest(picture, FULL, *size, stage=STAGE if staged else None))
    assert decode(poster.image) == [LINK]
    assert decode(poster.image, 60) == [LINK]


def test_no_link_no_code() -> None:
    poster = render(PosterRequest(HOSTILE["plate"], replace(FULL, link_url=""), 1080, 1350))
    assert decode(poster.image) == []
    assert render(PosterRequest(HOSTILE["plate"], replace(FULL, link_url="가" * 4000), 1080, 1350)).image.size


def test_the_stage_decides_where_things_stand() -> None:
    poster = render(PosterRequest(stage_picture(1080, 1350), FULL, 1080, 1350, stage=STAGE))
    check(poster, 1080, 1350)
    assert poster.template == "stage"
    where = {"headline": STAGE.calm, "subline": STAGE.calm, "store_name": STAGE.calm, "offer": STAGE.badge,
             "original_price": STAGE.badge, "call_to_action": STAGE.footer, "address_line": STAGE.footer}
    for placement in poster.placements:
        box = where.get(placement.role)
        if box is not None:
            x, y, w, h = placement.box
            assert box.x * 1080 - 1 <= x and x + w <= (box.x + box.w) * 1080 + 1, placement
            assert box.y * 1350 - 1 <= y and y + h <= (box.y + box.h) * 1350 + 1, placement
    assert set(where) <= roles(poster)


def test_without_a_badge_the_price_stands_in_the_calm_area() -> None:
    poster = render(PosterRequest(stage_picture(1080, 1350), FULL, 1080, 1350, stage=replace(STAGE, badge=None)))
    offer = next(placement for placement in poster.placements if placement.role == "offer")
    assert offer.box[1] + offer.box[3] <= 0.39 * 1350 and offer.font_size > 40


def test_a_stage_that_is_not_calm_is_repaired() -> None:
    """Noise where the stage promised a plain ground, and inks that cannot be seen on it."""
    picture = HOSTILE["noise"].resize((1080, 1350))
    check(render(PosterRequest(picture, FULL, 1080, 1350, stage=STAGE)), 1080, 1350)
    for ground in ("#FFFFFF", "#808080", "#FFDD00", "#000000"):
        stage = replace(STAGE, ground=ground, footer_ground=ground, accent=ground)
        check(render(PosterRequest(Image.new("RGB", (1080, 1350), ground), FULL, 1080, 1350, stage=stage)), 1080, 1350)


@pytest.mark.parametrize("size", [(1080, 1350), (1080, 1080), (1920, 1080)])
def test_every_trade_of_the_illustration_engine(size: tuple[int, int]) -> None:
    for seed, trade in enumerate(("cafe", "chicken", "hair", "flower", "gym", "general")):
        drawn = IllustrationEngine().generate(ImageRequest("", seed, *size, trade=trade), lambda *_: None)
        poster = render(PosterRequest(drawn.image, FULL, *size, stage=drawn.stage))
        check(poster, *size)
        assert {"headline", "store_name", "offer", "call_to_action"} <= roles(poster), trade


@pytest.mark.parametrize("place", [(0.5, 0.2), (0.5, 0.8), (0.2, 0.5), (0.8, 0.5)])
@pytest.mark.parametrize("size", [(1080, 1350), (1920, 1080)])
def test_the_subject_stays_visible_and_uncovered(place: tuple[float, float], size: tuple[int, int]) -> None:
    """The plate's rim is the only saturated red: count it before and after."""
    poster = render(PosterRequest(_subject(*place), replace(FULL, link_url="", label=""), *size, colors=("#1144CC",)))
    pixels = np.asarray(poster.image).astype(int)
    rim = (pixels[..., 0] - pixels[..., 2] > 110) & (pixels[..., 1] < 100)
    ys, xs = np.nonzero(rim)
    assert len(ys) > 500, "the subject has been cut away or buried"
    centre = float(np.median(xs)), float(np.median(ys))
    for placement in poster.placements:
        x, y, w, h = placement.box
        inside = x < centre[0] < x + w and y < centre[1] < y + h
        assert not inside, placement


def test_saliency_finds_the_plate() -> None:
    for x, y in ((0.3, 0.3), (0.7, 0.4), (0.5, 0.7)):
        found = attention(_subject(x, y)).saliency
        ys, xs = np.mgrid[:found.shape[0], :found.shape[1]]
        near = np.hypot(xs / found.shape[1] - x, ys / found.shape[0] - y) < 0.22
        assert float(found[near].sum()) > 0.7
        assert float(found.sum()) == pytest.approx(1, abs=0.01)


def test_the_longest_texts_shrink_drop_or_shorten() -> None:
    long = "이번 가을 해남에서 갓 올라온 꿀고구마로 정성껏 만든 라떼를 만나요 "
    text = replace(FULL, headline=(long * 4)[:100], subline=(long * 8)[:200])
    for size in SIZES:
        poster = render(PosterRequest(HOSTILE["plate"], text, *size))
        check(poster, *size)
        assert "headline" in roles(poster)


def test_a_word_is_not_cut_for_the_sake_of_size() -> None:
    stage = replace(STAGE, calm=Box(0.06, 0.05, 0.4, 0.34), align="left")
    text = PosterText("아이스아메리카노 할인")
    poster = render(PosterRequest(stage_picture(1080, 1080), text, 1080, 1080, stage=stage))
    (headline,) = poster.placements
    assert headline.box[3] < 2.6 * headline.font_size, "two lines: the word whole, then the rest"


NASTY = ("뷁똠 펲쀍!", "<&>\"'</svg>]]>", "🔥☕💐 오늘만 👨‍👩‍👧🇰🇷", "漢字 العربية",
         "가" * 100, "W" * 100, "1234567890" * 9,
         "한 정 판 " * 25, "줄\n바꿈\n\n여러\t번\r\n", "\x00\u200b\u202e거꾸로", "ｆｕｌｌ ﬁ", "", " ", "·", "🔥" * 60)


@pytest.mark.parametrize("seed", range(60))
def test_odd_texts_at_odd_sizes(seed: int) -> None:
    dice = random.Random(seed)
    text = PosterText(*(dice.choice(NASTY) for _ in range(8)), dice.choice(("", LINK, LINK + "/a" * 150)),
                      dice.choice(("", "AI 생성 이미지")))
    size = dice.choice([*SIZES, (300, 900), (640, 360), (2048, 2048)])
    stage = None
    if dice.random() < 0.5:
        stage = replace(STAGE, align=dice.choice(("left", "center")), badge=dice.choice((None, STAGE.badge)),
                        ground=dice.choice(("#FFFFFF", "#888888", "#101010")),
                        accent=dice.choice(("#FFFFFF", "#00FF66")),
                        mood=dice.choice(("sans", "shout", "round", "retro", "serif", "hand")))
    request = PosterRequest(dice.choice(list(HOSTILE.values())), text, *size, stage=stage,
                            colors=dice.choice(((), ("#1144CC",), ("nonsense",), ("#FFFFFF", "#FFE000"))),
                            mood=dice.choice(("sans", "shout", "round", "retro", "serif", "hand")))
    check(render(request), *size)


def test_the_same_request_gives_the_same_pixels() -> None:
    request = PosterRequest(HOSTILE["plate"], FULL, 1080, 1080)
    assert render(request).image.tobytes() == render(request).image.tobytes()
    assert HOSTILE["plate"].tobytes() == _subject(0.5, 0.7).tobytes(), "the picture that came in is not drawn on"


def test_brand_colours_are_used() -> None:
    def blue(colors: tuple[str, ...]) -> int:
        pixels = np.asarray(render(PosterRequest(HOSTILE["white"], FULL, 1080, 1350, colors=colors)).image).astype(int)
        return int(((pixels[..., 2] - pixels[..., 0] > 90) & (pixels[..., 2] - pixels[..., 1] > 60)
                    & (np.arange(1350)[:, None] > 700)).sum())
    assert blue(("#1144CC",)) > 5000 > blue(("#C2410C",))
