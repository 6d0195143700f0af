"""What single formats ask for: cards, strips, footers of drawings, long prices, photos that do not fill their place."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from adgen.brief import Box, ImageRequest, PosterRequest, Stage, TextPlacement
from adgen.channels import CHANNELS
from adgen.engines.illustration import IllustrationEngine
from adgen.poster import TEMPLATES, render
from adgen.poster.choose import tried
from adgen.poster.crops import Crop, Wanted, best_crop, cropped
from adgen.poster.families.staged import stage
from adgen.poster.fonts import MOODS
from adgen.poster.saliency import attention
from adgen.poster.scene import read, type_side
from adgen.poster.text import shape
from adgen.printing import least_font
from tests.test_poster import FULL, HOSTILE, LINK, check, decode, roles
from tests.test_templates import ITEMS, photo

PHONE = "서울 마포구 달빛로 12 · 02-123-4567"


def one(placements: tuple[TextPlacement, ...], role: str) -> TextPlacement:
    return next(placement for placement in placements if placement.role == role)


@pytest.mark.parametrize("items", [(), ITEMS[:4]])
@pytest.mark.parametrize("trade", ["cafe", ""])
def test_a_card_says_where_the_shop_is_in_type_that_prints(trade: str, items: tuple[object, ...]) -> None:
    row = CHANNELS["print_card"]
    assert row.mm is not None
    picture, told = photo(), None
    if trade:
        drawn = IllustrationEngine().generate(ImageRequest("", 3, row.width, row.height, trade=trade), lambda *_: None)
        picture, told = drawn.image, drawn.stage
    text = replace(FULL, address_line=PHONE, items=items)
    poster = render(PosterRequest(picture, text, row.width, row.height, told, reserved=row.reserved,
                                  least_font=least_font(row.mm)))
    check(poster, row.width, row.height)
    assert {"headline", "store_name", "address_line"} <= roles(poster)
    assert all(placement.font_size >= 24.99 for placement in poster.placements), "6 pt at 300 dpi"
    for placement in poster.placements:
        x, y, w, h = placement.box
        assert y >= row.reserved.top * row.height - 1 and y + h <= (1 - row.reserved.bottom) * row.height + 1


def test_a_code_on_paper_is_fifteen_millimetres_wide_or_left_out() -> None:
    row = CHANNELS["print_card"]
    assert row.mm is not None
    request = PosterRequest(photo(), FULL, row.width, row.height, reserved=row.reserved, least_font=least_font(row.mm))
    scene = read(request)
    assert scene.code_side(400) >= 15 / 25.4 * 300
    assert scene.code_side(170) == 0
    for template in TEMPLATES.values():
        option = tried(scene, template)
        for part in option.draft.parts if option else ():
            assert part.column.code is None or part.column.code.w >= 15 / 25.4 * 300, template.key


@pytest.mark.parametrize("size", [(1080, 1080), (1080, 1350), (1250, 370), (1200, 628)])
def test_the_footer_of_a_drawing_holds_code_button_and_address(size: tuple[int, int]) -> None:
    drawn = IllustrationEngine().generate(ImageRequest("", 0, *size, trade="cafe"), lambda *_: None)
    scene = read(PosterRequest(drawn.image, FULL, *size, drawn.stage))
    draft = stage(scene)
    assert draft is not None
    codes = [part.column.code for part in draft.parts if part.column.code is not None]
    assert len(codes) == 1, "one code, never two"
    for text in draft.texts:
        assert not codes[0].touches(text.plate or text.box), text.role
    assert {"call_to_action", "address_line"} <= {text.role for text in draft.texts}
    assert decode(render(scene.request).image, 60) == [LINK]


def test_a_thumbnail_carries_the_name_in_its_footer() -> None:
    footer = Box(0, 0.82, 1, 0.18)
    told = Stage(hero=Box(0.5, 0.1, 0.4, 0.6), calm=Box(0.05, 0.1, 0.42, 0.6), ground="#FFF3E6", footer=footer,
                 footer_ground="#3B1F10")
    picture = Image.new("RGB", (348, 230), told.ground)
    picture.paste(told.footer_ground, (0, round(footer.y * 230), 348, 230))
    poster = render(PosterRequest(picture, FULL, 348, 230, told))
    assert poster.template == "stage" and one(poster.placements, "store_name").box[1] >= footer.y * 230 - 1


@pytest.mark.parametrize("price", ["4,900원", "1,250,000원부터", "최대 12,500,000원 할인",
                                   "3개월 등록하면 한 달을 더 드려요"])
@pytest.mark.parametrize("size", [(1080, 1350), (1080, 1080), (1200, 628)])
def test_the_bar_holds_long_prices(size: tuple[int, int], price: str) -> None:
    poster = render(PosterRequest(photo(), replace(FULL, offer=price), *size, template="bar"))
    check(poster, *size)
    assert poster.template == "bar" and one(poster.placements, "offer").text == price


def test_prices_are_set_like_price_tags_with_their_separators() -> None:
    request = PosterRequest(photo(), replace(FULL, offer="35000원"), 1080, 1350, template="split-bottom")
    found = one(render(request).placements, "offer")
    tag = shape("35000원", MOODS["sans"].figure, styled=True)
    assert abs(found.box[2] - tag.width * found.font_size / 1000) <= 2
    assert tag.width < shape("35,000원", MOODS["sans"].figure).width


def test_the_old_price_is_smaller_than_the_new_one_but_can_be_read() -> None:
    for size in ((1080, 1350), (1200, 380), (800, 400)):
        poster = render(PosterRequest(photo(), FULL, *size, template="split-left" if size[0] > size[1] else "card"))
        if "original_price" in roles(poster):
            old, new = one(poster.placements, "original_price"), one(poster.placements, "offer")
            assert 14 <= old.font_size <= 0.7 * new.font_size


def test_words_in_pills_and_bursts_are_centred_by_eye() -> None:
    scene = read(PosterRequest(photo(), replace(FULL, call_to_action="지금 주문하기…"), 1080, 1350))
    option = tried(scene, TEMPLATES["split-bottom"])
    assert option is not None
    pill = next(text for text in option.draft.texts if text.role == "call_to_action")
    assert pill.plate is not None
    line = pill.lines[0]
    centre = line.x + line.line.centre * pill.size / 1000
    assert abs(centre - pill.plate.x - pill.plate.w / 2) < 0.5


def test_type_on_a_strip_is_no_smaller_than_on_a_square_of_its_width() -> None:
    strip = render(PosterRequest(photo(), FULL, 1250, 370))
    assert min(placement.font_size for placement in strip.placements) >= 0.016 * 1250 - 0.01
    assert type_side(PosterRequest(photo(), FULL, 1250, 370)) == 562
    assert type_side(PosterRequest(photo(), FULL, 348, 230)) == 230


def plate_at(x: float, y: float) -> Image.Image:
    picture = Image.new("RGB", (800, 1000), "#4A3020")
    around = (x * 800 - 250, y * 1000 - 250, x * 800 + 250, y * 1000 + 250)
    ImageDraw.Draw(picture).ellipse(around, "#F2E8D8", "#C2410C", 60)
    return picture


@pytest.mark.parametrize("key", ["full-left", "full-right", "burst", "coupon", "card", "bar"])
def test_a_photo_goes_on_where_its_subject_would_be_cut(key: str) -> None:
    scene = read(PosterRequest(plate_at(0.5, 0.5), FULL, 1200, 628))
    option = tried(scene, TEMPLATES[key])
    assert option is not None
    window = option.draft.windows[0]
    crop = window.crop
    assert crop.x <= 0.22 and crop.y <= 0.28 and crop.x + crop.w >= 0.78 and crop.y + crop.h >= 0.72
    check(render(replace(scene.request, template=key)), 1200, 628)


def test_the_continuation_has_the_colours_of_the_edge_and_leaves_the_picture_alone() -> None:
    picture = Image.new("RGB", (400, 400), "#204060")
    ImageDraw.Draw(picture).rectangle((150, 150, 250, 250), "#FFFFFF")
    made = np.asarray(cropped(picture, Crop(-0.5, 0.0, 2.0, 1.0, 1.0), (800, 400)), np.int16)
    assert made.shape == (400, 800, 3)
    assert np.abs(made[:, :150] - np.array([0x20, 0x40, 0x60])).max() <= 3, "its edge, and no ghost of the subject"
    assert (made[200, 400] == 255).all(), "the middle is the middle"
    assert cropped(picture, Crop(0, 0, 1, 1, 1.0), (400, 400)).tobytes() == picture.tobytes()


def test_a_drawing_is_never_continued() -> None:
    drawn = IllustrationEngine().generate(ImageRequest("", 2, 1080, 1350, trade="cafe"), lambda *_: None)
    scene = read(PosterRequest(drawn.image, FULL, 1200, 628, drawn.stage))
    crop = scene.crop(scene.whole, (scene.safe.inset(300, 100),))
    assert crop.x >= 0 and crop.y >= 0 and crop.x + crop.w <= 1.001 and crop.y + crop.h <= 1.001
    seen = attention(HOSTILE["plate"])
    kept = best_crop(seen, (800, 800), Wanted(2.0))
    assert kept.x >= 0 and kept.y >= 0 and kept.x + kept.w <= 1.001
