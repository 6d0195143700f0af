"""Every template over drawings and photos, in every shape: what it promises, and what the owner is told."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from adgen.brief import ImageRequest, Margins, MenuItem, PosterRequest, PosterText
from adgen.engines.illustration import IllustrationEngine
from adgen.errors import InvalidInput
from adgen.poster import TEMPLATES, candidates, render
from adgen.poster.cutout import cut
from adgen.poster.ornaments import leader, ticket
from adgen.poster.palette import brand, inks
from adgen.poster.scene import read, shape_of
from tests.test_poster import FULL, HOSTILE, STAGE, check, decode, roles, stage_picture

ITEMS = tuple(MenuItem(name, price) for name, price in (
    ("고구마 라떼", "4,900원"), ("아메리카노", "3,500원"), ("카페 라떼", "4,200원"), ("바닐라 라떼", "4,700원"),
    ("소금빵", "3,200원"), ("크루아상", "3,800원"), ("딸기 케이크", "7,500원"), ("오늘의 쿠키", "")))
WHOLE = replace(FULL, badge="NEW", items=ITEMS, small_print="고구마: 국내산(해남)")
SHAPES = {"portrait": (1080, 1350), "square": (1080, 1080), "tall": (1080, 1920), "wide": (1200, 628),
          "strip": (1250, 370)}
REELS = Margins(0.14, 0.06, 0.35, 0.06)


def photo(x: float = 0.5, y: float = 0.55) -> Image.Image:
    """A warm plate on a soft dark ground, blurred at the edges like a photo."""
    ys, xs = np.mgrid[0:1:800j, 0:1:800j]
    glow = 60 + 60 * np.exp(-((xs - x) ** 2 + (ys - y) ** 2) / 0.2)
    picture = Image.fromarray(np.stack([glow, glow * 0.7, glow * 0.5], 2).astype(np.uint8))
    around = (x * 800 - 130, y * 800 - 130, x * 800 + 130, y * 800 + 130)
    ImageDraw.Draw(picture).ellipse(around, "#F2E8D8", "#C2410C", 30)
    return picture


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("key", TEMPLATES)
def test_each_template_in_each_shape_it_suits(key: str, shape: str) -> None:
    size = SHAPES[shape]
    staged = key == "stage"
    picture = stage_picture(*size) if staged else photo()
    poster = render(PosterRequest(picture, WHOLE, *size, stage=STAGE if staged else None, template=key))
    check(poster, *size)
    assert {"headline", "small_print", "label"} <= roles(poster)
    if shape in TEMPLATES[key].shapes:
        assert poster.template == key, poster.notes
    else:
        assert poster.template != key and TEMPLATES[key].ko in poster.notes[0].ko


@pytest.mark.parametrize("key", ["full-top", "burst", "split-top", "arch", "menu", "coupon", "big-type", "polaroid"])
@pytest.mark.parametrize("trade", ["cafe", "gym"])
def test_each_template_over_a_drawing(key: str, trade: str) -> None:
    drawn = IllustrationEngine().generate(ImageRequest("", 4, 1080, 1350, trade=trade), lambda *_: None)
    poster = render(PosterRequest(drawn.image, WHOLE, 1080, 1350, drawn.stage, template=key))
    check(poster, 1080, 1350)
    assert poster.template == key


@pytest.mark.parametrize("name", ["noise", "checks", "white", "half"])
@pytest.mark.parametrize("key", ["full-bottom", "burst", "card", "bar"])
def test_a_named_template_holds_over_hostile_pictures(key: str, name: str) -> None:
    poster = render(PosterRequest(HOSTILE[name], WHOLE, 1080, 1350, template=key))
    check(poster, 1080, 1350)
    assert poster.template == key


def test_an_unknown_template_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidInput) as caught:
        render(PosterRequest(photo(), FULL, 1080, 1080, template="nope"))
    assert all(key in str(caught.value) for key in TEMPLATES)


def test_the_drawing_keeps_its_own_layout_by_default() -> None:
    for trade in ("cafe", "hair", "flower", "chicken"):
        drawn = IllustrationEngine().generate(ImageRequest("", 2, 1080, 1350, trade=trade), lambda *_: None)
        assert render(PosterRequest(drawn.image, FULL, 1080, 1350, drawn.stage)).template == "stage"


def test_dishes_call_for_a_menu_board_with_all_of_them() -> None:
    poster = render(PosterRequest(photo(), replace(FULL, items=ITEMS), 1080, 1350))
    assert poster.template == "menu"
    assert {p.text for p in poster.placements if p.role == "item"} == {item.name for item in ITEMS}
    assert {p.text for p in poster.placements if p.role == "item_price"} == {i.price for i in ITEMS if i.price}
    sizes = {p.font_size for p in poster.placements if p.role.startswith("item")}
    assert len(sizes) == 1, "all dishes in one size"


@pytest.mark.parametrize("staged", [False, True])
def test_candidates_are_of_different_families_and_differ_to_the_eye(staged: bool) -> None:
    picture = stage_picture(1080, 1350) if staged else photo()
    found = candidates(PosterRequest(picture, FULL, 1080, 1350, stage=STAGE if staged else None))
    assert len(found) == 4
    assert len({TEMPLATES[poster.template].family for poster in found}) == 4
    assert found[0].template == render(PosterRequest(picture, FULL, 1080, 1350, STAGE if staged else None)).template
    for poster in found:
        check(poster, 1080, 1350)
    small = [np.asarray(poster.image.resize((54, 68)), np.float32) for poster in found]
    for at, first in enumerate(small):
        assert all(float(np.abs(first - other).mean()) > 12 for other in small[at + 1:])


@pytest.mark.parametrize("key", ["", *TEMPLATES])
def test_nothing_to_read_stands_in_reserved_edges(key: str) -> None:
    staged = key == "stage"
    picture = stage_picture(1080, 1920) if staged else photo()
    poster = render(PosterRequest(picture, WHOLE, 1080, 1920, stage=STAGE if staged else None, template=key,
                                  reserved=REELS))
    check(poster, 1080, 1920)
    for placement in poster.placements:
        x, y, w, h = placement.box
        assert x >= 0.06 * 1080 - 1 and x + w <= 0.94 * 1080 + 1, placement
        assert y >= 0.14 * 1920 - 1 and y + h <= 0.65 * 1920 + 1, placement
    assert np.asarray(poster.image)[1400:].std() > 4, "the covered foot is no dead ground"


def test_small_print_is_never_left_out() -> None:
    long = "2026년 11월 기준, 자체 조사(달무리 커피 회원 1,204명)이며 일부 지점은 제외될 수 있어요."
    for size in [(1080, 1350), (348, 230), (1250, 370), (512, 512)]:
        poster = render(PosterRequest(HOSTILE["checks"], replace(FULL, small_print=long), *size))
        check(poster, *size)
        assert "small_print" in roles(poster), size


def test_a_bizboard_says_that_it_has_no_room_for_small_print() -> None:
    request = PosterRequest(photo(), replace(FULL, small_print="통계청, 2026년, 서울"), 1029, 258, kind="bizboard")
    notes = [note.ko for note in render(request).notes]
    assert any("근거" in note for note in notes)
    bare = render(replace(request, text=replace(request.text, small_print="")))
    assert not any("근거" in note.ko for note in bare.notes)


def test_a_page_for_print_keeps_its_size_and_its_code() -> None:
    poster = render(PosterRequest(photo(), FULL, 2551, 3579, reserved=Margins(0.028, 0.04, 0.028, 0.04)))
    check(poster, 2551, 3579)
    assert decode(poster.image.resize((1275, 1789))) == [FULL.link_url]


def test_vectors_and_art_make_the_picture_again() -> None:
    for key in ("split-bottom", "coupon", "arch"):
        poster = render(PosterRequest(photo(), FULL, 1080, 1350, template=key, keep_vectors=True))
        assert poster.art is not None and poster.art.size == (1080, 1350)
        assert len(poster.vectors) >= 6
        assert np.abs(np.asarray(poster.art, np.int16) - np.asarray(poster.image, np.int16)).max() > 100


def test_a_logo_stands_clear_and_gets_a_plate_where_it_would_vanish() -> None:
    logo = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    ImageDraw.Draw(logo).rectangle((0, 0, 299, 99), fill=(250, 248, 246, 255))
    poster = render(PosterRequest(photo(), FULL, 1080, 1350, template="coupon", logo=logo))
    check(poster, 1080, 1350)
    scene = read(PosterRequest(photo(), FULL, 1080, 1350, logo=logo))
    draft = TEMPLATES["coupon"].arrange(scene)
    assert draft is not None
    box = next(part.column.logo for part in draft.parts if part.column.logo is not None)
    assert abs(box.w / box.h - 3) < 0.01
    plate = np.asarray(poster.image)[int(box.y - 0.1 * box.h), int(box.x + box.w / 2)]
    assert plate.max() < 60, "a white logo on a white ticket gets a black plate"
    for text in draft.texts:
        assert not box.touches(text.box)


def test_brand_colours_are_bent_only_where_they_cannot_be_read_and_the_owner_is_told() -> None:
    yellow = render(PosterRequest(photo(), FULL, 1080, 1350, template="coupon", colors=("#FFE600",)))
    told = [note.ko for note in yellow.notes if "#FFE600" in note.ko]
    assert told and "흰 바탕에서 읽기 어려워" in told[0] and "어둡게 썼어요" in told[0]
    navy = render(PosterRequest(photo(), FULL, 1080, 1350, template="coupon", colors=("#1B2A6B",)))
    assert not [note for note in navy.notes if "브랜드" in note.ko]


def test_brand_colours_have_an_order() -> None:
    two = brand(("#1144CC", "#FF6600", "nonsense", "#00AA55"), "#000000")
    assert (two.main, two.accent, two.extra) == ("#1144CC", "#FF6600", ("#FF6600", "#00AA55"))
    assert brand((), "#C2410C").given == ()
    assert inks("#1144CC", "#1144CC").accent == inks("#1144CC", "#1144CC").headline


def test_what_found_no_room_is_named() -> None:
    poster = render(PosterRequest(photo(), WHOLE, 1250, 370))
    missing = {"items"} | {role for role in ("subline", "period") if role not in roles(poster)}
    assert missing and any("메뉴" in note.ko for note in poster.notes)


def test_shapes() -> None:
    assert [shape_of(*size) for size in ((1080, 1920), (2551, 3579), (1080, 1080), (348, 230), (1250, 370))] == \
        ["tall", "portrait", "square", "wide", "strip"]


BIZ = replace(FULL, label="")


def test_the_bizboard_is_a_transparent_strip_with_two_lines_and_an_object() -> None:
    poster = render(PosterRequest(photo(), BIZ, 1029, 258, kind="bizboard"))
    assert poster.image.mode == "RGBA" and poster.image.size == (1029, 258)
    alpha = np.asarray(poster.image)[..., 3]
    assert not alpha[:, :47].any() and not alpha[:, 634:666].any() and not alpha[:, 981:].any()
    columns = np.flatnonzero(alpha[:, 666:981].any(0))
    assert columns[-1] - columns[0] + 1 >= 219
    main, sub = poster.placements
    assert (main.font_size, sub.font_size) == (48, 39)
    assert "달무리 커피" in main.text + sub.text
    inked = np.asarray(poster.image)[..., :3][(alpha == 255) & (np.arange(1029) < 640)]
    assert {tuple(color) for color in np.unique(inked, axis=0)} <= {(0x4C,) * 3, (0x77,) * 3}


@pytest.mark.parametrize("headline", ["할인", FULL.headline, "가" * 40, "🔥 오늘만 🔥 " * 9, ""])
def test_the_bizboard_fits_any_headline(headline: str) -> None:
    poster = render(PosterRequest(photo(), replace(BIZ, headline=headline), 1029, 258, kind="bizboard"))
    assert poster.placements
    for placement in poster.placements:
        assert placement.box[0] >= 47 and placement.box[0] + placement.box[2] <= 634
    assert "달무리 커피" in " ".join(placement.text for placement in poster.placements)


def test_the_bizboard_has_one_size() -> None:
    with pytest.raises(InvalidInput):
        render(PosterRequest(photo(), BIZ, 1030, 258, kind="bizboard"))


def test_a_hero_is_cut_out_only_where_that_is_sure() -> None:
    drawn = stage_picture(1000, 1000)
    pen = ImageDraw.Draw(drawn)
    pen.ellipse((300, 460, 700, 760), fill="#C2410C")
    thing = cut(drawn, replace(STAGE.hero, x=0.3, y=0.46, w=0.4, h=0.3), (315, 250))
    assert thing is not None and thing.mode == "RGBA" and 300 <= thing.width <= 315
    alpha = np.asarray(thing)[..., 3]
    assert alpha[alpha.shape[0] // 2, thing.width // 2] == 255 and alpha[2, 2] == 0
    noise = HOSTILE["noise"].resize((1000, 1000))
    assert cut(noise, STAGE.hero, (315, 250)) is None


def test_ornaments_are_plain_svg() -> None:
    box = read(PosterRequest(photo(), FULL, 1080, 1350)).safe
    assert ticket(box, "#FFFFFF", box.y + 100, "#000000").count("<path") == 2
    assert leader(0, 5, 10, 40, "#000000") == "" and leader(0, 100, 10, 20, "#000000").count("<circle") == 14


def test_words_alone_are_not_needed() -> None:
    poster = render(PosterRequest(photo(), PosterText(""), 1080, 1080))
    assert poster.template == "plain" and poster.placements == ()
