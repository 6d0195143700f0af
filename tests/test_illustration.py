"""The engine without a model: exact sizes, honest stages, the same seed the same pixels."""

import itertools
import json
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from adgen.brief import Box, ImageRequest, Stage
from adgen.engines.base import Engine
from adgen.engines.illustration import IllustrationEngine
from adgen.engines.illustration import icons as art
from adgen.engines.illustration.canvas import paint
from adgen.engines.illustration.engine import compose
from adgen.engines.illustration.motifs import cast
from adgen.engines.illustration.scenes import COMPOSITIONS
from adgen.engines.illustration.seasons import SEASONS, season_of
from adgen.engines.illustration.stock import MORE, SHAPES
from adgen.engines.illustration.styles import PREFERRED, STYLES, spread, styles_for
from adgen.engines.illustration.words import MOTIFS
from adgen.errors import InvalidInput, JobCancelled
from adgen.graphics import hex_to_rgb
from adgen.trades import TRADES

SIZES = ((432, 540), (400, 400), (640, 360), (360, 640), (256, 256), (768, 256), (600, 314), (1029, 258), (424, 600))
ICONS = Path(__file__).resolve().parents[1] / "assets" / "icons"


def drawn(request: ImageRequest, composition: str = "") -> tuple[Image.Image, Stage]:
    name, scene = compose(replace(request, style=composition or request.style))
    assert not composition or name == composition
    return paint(scene, request.width, request.height), scene.stage


def cut(image: Image.Image, box: Box) -> NDArray[np.int16]:
    w, h = image.size
    # One pixel is taken off each side: a box ends between pixels.
    area = (int(box.x * w) + 1, int(box.y * h) + 1, int((box.x + box.w) * w) - 1, int((box.y + box.h) * h) - 1)
    return np.asarray(image.crop(area)).astype(np.int16)


def apart(first: Box, second: Box) -> bool:
    return (
        first.x + first.w <= second.x + 1e-6
        or second.x + second.w <= first.x + 1e-6
        or first.y + first.h <= second.y + 1e-6
        or second.y + second.h <= first.y + 1e-6
    )


def check_stage(image: Image.Image, stage: Stage, where: str) -> None:
    boxes = [stage.hero, stage.calm, stage.footer, *([stage.badge] if stage.badge else [])]
    for box in boxes:
        assert 0 <= box.x and 0 <= box.y and box.x + box.w <= 1.0001 and box.y + box.h <= 1.0001, where
        assert box.w > 0.05 and box.h > 0.05, where
    for first, second in itertools.combinations((stage.calm, stage.footer, stage.hero), 2):
        assert apart(first, second), where
    for box, ground in ((stage.calm, stage.ground), (stage.footer, stage.footer_ground)):
        away = np.abs(cut(image, box) - np.array(hex_to_rgb(ground)))
        assert away.max() <= 3, f"{where}: {ground} is off by {away.max()}"
    story = image.height / image.width > 1.6
    assert (0.19 if story else 0.28) <= stage.calm.w * stage.calm.h <= 0.46, where
    if story:
        for box in (stage.calm, stage.hero):
            assert box.y >= 0.14 and box.y + box.h <= 0.65 + 1e-6, f"{where}: under the app's own buttons"
    assert cut(image, stage.hero).std() > 12, f"{where}: an empty hero"


def check_badge(stage: Stage, size: tuple[int, int], where: str) -> None:
    if stage.badge is None:
        return
    badge, hero, (w, h) = stage.badge, stage.hero, size
    assert badge.w * w == pytest.approx(badge.h * h, rel=0.06), where
    assert badge.w * w >= 0.199 * min(w, h), where
    assert apart(badge, stage.calm) and apart(badge, stage.footer), where
    middle = Box(hero.x + hero.w * 0.3, hero.y + hero.h * 0.3, hero.w * 0.4, hero.h * 0.4)
    assert apart(badge, middle), where


@pytest.mark.parametrize("composition", COMPOSITIONS)
def test_every_composition_at_every_shape_keeps_its_areas_free(composition: str) -> None:
    for seed, (size, trade) in enumerate(itertools.product(SIZES, ("cafe", "gym", "flower"))):
        where = f"{composition} {trade} {size} seed {seed}"
        image, stage = drawn(
            ImageRequest("", seed, *size, trade=trade, subject=TRADES[trade].examples[seed % 3]), composition
        )
        assert image.size == size and image.mode == "RGB", where
        check_stage(image, stage, where)
        check_badge(stage, size, where)


@pytest.mark.parametrize("trade", TRADES)
def test_every_trade_draws_what_its_owner_asks_for(trade: str) -> None:
    for seed, example in enumerate(TRADES[trade].examples):
        result = IllustrationEngine().generate(
            ImageRequest("", seed, 432, 540, trade=trade, subject=example), lambda *_: None
        )
        assert result.stage is not None
        check_stage(result.image, result.stage, f"{trade} {example}")
        assert result.stage.footer.h >= 0.13
        assert (result.engine, result.ai, result.model, result.steps) == ("illustration", False, None, None)
        assert result.source_type == "algorithmicMedia" and result.generated_size == (432, 540)


def test_the_same_seed_draws_the_same_pixels_and_no_two_of_24_seeds_look_alike() -> None:
    for trade in TRADES:
        pictures = [drawn(ImageRequest("", seed, 256, 320, trade=trade))[0] for seed in (*range(24), 7)]
        assert np.array_equal(np.asarray(pictures[24]), np.asarray(pictures[7]))
        # What the eye keeps at a glance: 16 x 20 cells of light and colour.
        cells = [np.asarray(picture.resize((16, 20), Image.Resampling.BOX).convert("YCbCr")).astype(int)
                 for picture in pictures[:24]]
        for (i, first), (j, second) in itertools.combinations(enumerate(cells), 2):
            assert np.abs(first - second).mean() > 4, f"{trade}: seeds {i} and {j} look alike"


def test_every_trade_has_six_compositions_and_the_seeds_use_them_all() -> None:
    assert set(PREFERRED) == set(TRADES) and len(TRADES) >= 16
    assert set(COMPOSITIONS) == set(STYLES)
    for trade in TRADES:
        names = {compose(ImageRequest("", seed, 320, 400, trade=trade))[0] for seed in range(24)}
        assert names == set(PREFERRED[trade]) <= set(STYLES)
        assert len(names) >= 6


def test_a_named_style_is_obeyed_and_an_unknown_one_refused_with_the_known_ones() -> None:
    assert compose(ImageRequest("", 4, 320, 400, trade="gym", style="botanical"))[0] == "botanical"
    with pytest.raises(InvalidInput) as refused:
        compose(ImageRequest("", 4, 320, 400, style="유화"))
    assert all(key in str(refused.value) for key in STYLES)


def test_candidates_differ_in_composition_and_say_what_the_seed_draws() -> None:
    for trade in TRADES:
        row = spread(trade, 2**32 - 2, 4)
        assert len({style for style, _ in row}) == 4 and all(0 <= seed < 2**32 for _, seed in row)
    for style, seed in spread("cafe", 11, 12, "추석 선물세트"):
        assert compose(ImageRequest("", seed, 256, 256, trade="cafe", subject="추석 선물세트"))[0] == style
    assert styles_for("gym", "설날 이벤트")[0] == "bojagi"


def test_the_table_of_styles_comes_without_numpy_and_rasteriser() -> None:
    code = "import sys, adgen.engines.illustration as room; print(len(room.STYLES), 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(STYLES)), "False"]


@pytest.mark.parametrize(
    ("subject", "season"),
    [
        ("설 선물 예약을 받아요", "newyear"), ("설날에도 열어요", "newyear"), ("추석 연휴에 쉬어요", "chuseok"),
        ("벚꽃 에디션", "blossom"), ("봄맞이 할인", "blossom"), ("크리스마스 케이크", "christmas"),
        ("수능 수험생 할인", "exam"), ("여름 한정 빙수", "summer"), ("가을 신메뉴", "autumn"), ("겨울 코트", "winter"),
        ("개업했어요", "opening"), ("새로 문을 열었어요", "opening"), ("저녁 마감 세일", "closing"),
        ("마감할인 중이에요", "closing"), ("새벽 6시부터 문을 열어요", ""), ("돌봄 교실을 열어요", ""),
        ("시설을 바꿨어요", ""),
    ],
)
def test_seasons_and_events_are_recognised(subject: str, season: str) -> None:
    assert season_of(subject) == season
    if season:
        assert {*SEASONS[season].styles} <= set(STYLES)
        people = cast("general", subject, random.Random(1))
        assert people.season == season


@pytest.mark.parametrize("composition", ("sunburst", "botanical", "bojagi", "waves"))
def test_print_size_keeps_its_areas_true(composition: str) -> None:
    image, stage = drawn(ImageRequest("", 2, 2551, 3579, trade="snack", subject="떡볶이 세트"), composition)
    assert image.size == (2551, 3579)
    check_stage(image, stage, composition)


def test_a_seed_keeps_its_composition_and_icons_over_the_sizes() -> None:
    names = {compose(ImageRequest("", 5, w, h, trade="cafe"))[0] for w, h in SIZES}
    assert len(names) == 1


@pytest.mark.parametrize("composition", COMPOSITIONS)
def test_the_brand_colour_itself_is_used(composition: str) -> None:
    for brand in (("#1D6FE0",), ("#0E8F5B", "#F6C445")):
        best = 0.0
        for seed in range(4):
            pixels = np.asarray(
                drawn(ImageRequest("", seed, 320, 400, trade="cafe", colors=brand), composition)[0]
            ).astype(int)
            hits = [(np.abs(pixels - np.array(hex_to_rgb(color))).max(axis=2) <= 2).mean() for color in brand]
            best = max(best, *hits)
        assert best > 0.004, f"{composition} {brand}: {best:.4f}"


def test_an_unknown_trade_is_drawn_as_general() -> None:
    image, stage = drawn(ImageRequest("", 3, 300, 300, trade="우주정거장"))
    check_stage(image, stage, "unknown trade")


def test_steps_are_ignored_and_said_so_and_cancelling_passes_through() -> None:
    engine: Engine = IllustrationEngine()
    seen: list[tuple[int, int]] = []
    result = engine.generate(
        ImageRequest("", 1, 256, 256, steps=8, ignored=("lora",)), lambda done, total, _: seen.append((done, total))
    )
    assert seen == [(1, 1)] and set(result.ignored) == {"steps", "lora"}

    def stop(done: int, total: int, preview: Image.Image | None) -> None:
        raise JobCancelled

    with pytest.raises(JobCancelled):
        engine.generate(ImageRequest("", 1, 256, 256), stop)


@pytest.mark.parametrize(
    ("subject", "trade", "hero", "also"),
    [
        ("가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", "cafe", "hot-beverage", "roasted-sweet-potato"),
        ("딸기 생크림 케이크 예약을 받아요.", "bakery", "shortcake", "strawberry"),
        ("치맥 세트를 24,000원에서 19,900원으로 할인해요.", "chicken", "poultry-leg", "beer-mug"),
        ("매주 금요일 튤립 한 단을 할인해요.", "flower", "tulip", ""),
        ("주말 아르바이트 하실 분을 찾아요.", "cafe", "megaphone", ""),
        ("새로 문을 열었어요. 구경 오세요.", "general", "congrats-wreath", "ribbon-cutting"),
        ("커트 30% 할인해요", "hair", "scissors", "sale-tag"),
        ("크루아상 샌드위치를 시작했어요.", "bakery", "sandwich", "croissant"),
        ("추석 과일 선물세트 예약을 받아요.", "grocery", "bojagi-gift", "fruit-basket"),
        ("겨울 코트 드라이클리닝을 12,000원에 해 드려요.", "laundry", "coat", "iron"),
        ("환절기 보습 관리 예약을 받아요.", "skin", "cream-jar", "spiral-calendar"),
        ("떡볶이와 김밥 세트를 드려요.", "snack", "tteokbokki", "gimbap"),
        ("설날 연휴에도 문을 열어요.", "cafe", "bojagi-gift", "lucky-pouch"),
        ("딸기 아이스크림을 팔아요", "cafe", "soft-ice-cream", "strawberry"),
    ],
)
def test_words_of_the_description_choose_the_icons(subject: str, trade: str, hero: str, also: str) -> None:

    people = cast(trade, subject, random.Random(1), 1)
    assert people.hero == hero
    assert not also or also in people.supports
    assert len(people.supports) >= 3 and people.hero not in people.supports


def test_a_treatment_is_not_a_christmas_tree() -> None:

    assert cast("hair", "봄맞이 염색을 예약하시면 트리트먼트를 드려요.", random.Random(1)).season == "blossom"
    assert cast("cafe", "크리스마스 케이크 예약", random.Random(1)).season == "christmas"


def test_every_icon_that_a_table_names_exists() -> None:
    named = {name for trade in TRADES.values() for name in trade.icons} | {motif.icon for motif in MOTIFS}
    named |= {name for season in SEASONS.values() for name in season.icons} | {
        name for row in MORE.values() for name in row
    }
    assert not {name for name in named if not art.known(name)}
    shapes = {motif.shape for motif in MOTIFS if motif.shape} | {name for row in SHAPES.values() for name in row}
    assert not {name for name in shapes if not art.has_shape(name)}


def test_one_gradient_id_means_one_gradient_in_the_whole_set() -> None:
    rows = json.loads((ICONS / "noto.json").read_text("utf-8"))["icons"]
    seen: dict[str, str] = {}
    for name, row in rows.items():
        for kind, ident, rest in re.findall(r'<(\w+) id="([^"]+)"(.*?)</\1>', row["body"], re.S):
            assert seen.setdefault(ident, kind + rest) == kind + rest, f"{ident} in {name} means something else"
