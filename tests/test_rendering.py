"""One spec to finished files, here and in the pool's processes."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from adgen.brief import ImageRequest, MenuItem, PosterText
from adgen.channels import CHANNELS
from adgen.errors import EngineError, InvalidInput, PhotoUnreadable, RenderingBusy
from adgen.rendering import MAIN, Look, Pool, RenderSpec
from adgen.rendering.draw import render
from adgen.rendering.pool import PLACES

from .conftest import ROOT

TEXT = PosterText("가을 한정 고구마 라떼", "오늘부터 한 달만", "4,900원", call_to_action="들러 주세요",
                  store_name="달무리 커피")
DRAWN = RenderSpec(TEXT, (MAIN,), drawn=ImageRequest("", 7, trade="cafe", subject="고구마 라떼"), main=(320, 400),
                   source_type="algorithmicMedia", job_id="job")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    one = Pool(1)
    yield one
    one.close()


@pytest.fixture
def picture(tmp_path: Path) -> str:
    dim = Image.linear_gradient("L").resize((600, 450)).point(lambda value: 30 + value * 0.3)
    Image.merge("RGB", (dim, dim.rotate(90).resize(dim.size), dim.rotate(180))).save(tmp_path / "base.png")
    return str(tmp_path / "base.png")


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_the_asked_size_and_a_channel_come_in_one_go() -> None:
    main, poster = render(replace(DRAWN, channels=(MAIN, "kakao_display_wide")))
    assert opened(main.data).size == (320, 400) and main.extension == "png"
    row = CHANNELS["kakao_display_wide"]
    assert opened(poster.data).size == (row.width, row.height) and poster.extension == row.file
    assert row.max_bytes is not None and len(poster.data) <= row.max_bytes and poster.min_contrast >= 3.0
    assert b"algorithmicMedia" in main.data and b"algorithmicMedia" in poster.data


def test_print_is_a_picture_and_a_pdf() -> None:
    png, pdf = render(replace(DRAWN, channels=("print_card",)))
    assert (png.extension, pdf.extension) == ("png", "pdf") and pdf.data.startswith(b"%PDF-")
    image = opened(png.data)
    assert image.size == (CHANNELS["print_card"].width, CHANNELS["print_card"].height)
    assert round(image.info["dpi"][0]) == 300


def test_a_bizboard_is_transparent() -> None:
    (strip,) = render(replace(DRAWN, channels=("kakao_bizboard",)))
    image = opened(strip.data)
    assert image.size == (1029, 258) and image.mode == "RGBA" and image.getpixel((2, 2))[3] == 0


def test_a_preview_is_small_and_tells_the_finished_size() -> None:
    for key in ("print_a4", "instagram_reels"):
        (one,) = render(replace(DRAWN, channels=(key,), preview=True))
        assert (one.width, one.height) == (CHANNELS[key].width, CHANNELS[key].height)
        assert opened(one.data).format == "JPEG" and opened(one.data).width == 540


def test_the_mark_stays_where_a_rule_requires_it(picture: str) -> None:
    painted = replace(DRAWN, drawn=None, base=picture, picture_by_ai=True, show_label=False, preview=True)
    shown = {file.channel: file for file in render(replace(painted, channels=("instagram_square", "daangn")))}
    assert not shown["instagram_square"].label_shown and shown["daangn"].label_shown
    assert all(file.notes for file in shown.values()), "the owner is told in both cases"
    (real,) = render(replace(painted, channels=("instagram_square",), realistic=frozenset({"food"})))
    assert real.label_shown
    (own,) = render(replace(painted, channels=("daangn",), picture_by_ai=False))
    assert not own.label_shown


def test_template_font_and_correction_change_what_is_seen(picture: str) -> None:
    photo = replace(DRAWN, drawn=None, base=picture, preview=True, channels=("instagram_square",))
    looks = (Look(), Look(template="split-bottom"), Look(font="shout"), Look(photo_fix=True))
    made = [render(replace(photo, look=look))[0] for look in looks]
    assert made[1].template == "split-bottom" != made[0].template
    assert len({file.data for file in made}) == 4


def test_the_pool_renders_the_same_files(pool: Pool, picture: str) -> None:
    assert pool.render(DRAWN) == render(DRAWN)
    two = replace(DRAWN, channels=("instagram_square", MAIN), preview=True)
    assert [file.channel for file in pool.render_each(two, [("instagram_square",), (MAIN,)])] == [*two.channels]


def test_the_pool_hands_errors_on(pool: Pool) -> None:
    with pytest.raises(InvalidInput) as error:
        pool.render(replace(DRAWN, channels=("nowhere",)))
    assert error.value.details["field"] == "channels" and "nowhere" in error.value.say("en")
    with pytest.raises(PhotoUnreadable):
        pool.accept(b"GIF89a nothing of a photo")
    with pytest.raises(EngineError):
        pool.render(replace(DRAWN, drawn=None, base="/nowhere.png"))


def test_the_pool_survives_the_death_of_its_process(pool: Pool) -> None:
    before = pool.render(DRAWN)
    process = pool._children[0].process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert pool.render(DRAWN) == before
    again = pool._children[0].process
    assert again is not None and again.pid != process.pid


def test_who_finds_no_place_is_told_at_once() -> None:
    pool = Pool(1)
    with ExitStack() as full:
        for _ in range(PLACES):
            full.enter_context(pool._place())
        with pytest.raises(RenderingBusy):
            pool.render(DRAWN)
    pool.close()
    with pytest.raises(EngineError):
        pool.render(DRAWN)


def test_a_closed_pool_leaves_no_process_behind() -> None:
    pool = Pool(1)
    pool.choices()
    process = pool._children[0].process
    pool.close()
    assert process is not None and process.returncode is not None


def test_the_pools_process_is_light() -> None:
    unwanted = ("torch", "gradio", "sqlalchemy", "pydantic", "fastapi")
    script = f"import sys, adgen.rendering.child; print([m for m in {unwanted!r} if m in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_candidates_differ_and_can_be_made_again(pool: Pool) -> None:
    first, second = pool.drafts(DRAWN, 4, 0), pool.drafts(DRAWN, 4, 1)
    assert len({one.style for one in first}) == 4
    assert len({(one.style, one.seed) for one in (*first, *second)}) == 8
    assert all(opened(one.image).size == (360, 450) for one in first)
    one = first[2]
    assert DRAWN.drawn is not None
    again = replace(DRAWN, drawn=replace(DRAWN.drawn, style=one.style, seed=one.seed), preview=True, preview_width=360,
                    channels=("instagram_portrait",), look=Look(font=one.font))  # type: ignore[arg-type]
    assert render(again)[0].data == one.image


def test_candidates_over_a_photo_are_layouts(pool: Pool, picture: str) -> None:
    text = replace(TEXT, items=(MenuItem("고구마 라떼", "4,900원"), MenuItem("군고구마", "3,000원")))
    drafts = pool.drafts(replace(DRAWN, text=text, drawn=None, base=picture), 4, 0)
    others = pool.drafts(replace(DRAWN, text=text, drawn=None, base=picture), 2, 2)
    names = [draft.template for draft in (*drafts, *others)]
    assert len(set(names)) == 6 and "menu" in names and not any(draft.style for draft in drafts)


def test_what_can_be_chosen_has_names_in_two_languages(pool: Pool) -> None:
    rows = pool.choices()
    assert {"templates", "fonts", "styles"} == set(rows)
    assert all(row["key"] and row["ko"] and row["en"] for table in rows.values() for row in table)
