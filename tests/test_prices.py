"""Prices, percentages, strike-through, outlines and optical centring."""

import numpy as np
import pytest
from PIL import Image

from adgen.graphics import raster
from adgen.poster.draw import Canvas, set_text, text_svg
from adgen.poster.fonts import MOODS
from adgen.poster.geometry import SetLine, SetText, ink_box
from adgen.poster.shaping import price_runs
from adgen.poster.text import break_lines, count_lines, shape

SANS = MOODS["sans"].figure


@pytest.mark.parametrize(("text", "runs"), [
    ("4,900원", (("4,900", 1.0), ("원", 0.62))),
    ("12900원부터", (("12,900", 1.0), ("원", 0.62), ("부터", 0.5))),
    ("₩12900", (("₩", 0.62), ("12,900", 1.0))),
    ("3만원", (("3", 1.0), ("만원", 0.62))),
    ("30% OFF", (("30", 1.0), ("%", 0.74), (" OFF", 0.5))),
    ("최대 50% 할인", (("최대 ", 1.0), ("50", 1.0), ("%", 0.74), (" 할인", 1.0))),
    ("1+1", (("1+1", 1.0),)),
    ("3개월 등록", (("3개월 등록", 1.0),)),
    ("2026년", (("2026년", 1.0),)),
    ("첫 달 무료", (("첫 달 무료", 1.0),)),
    ("20,000원부터시작", (("20,000", 1.0), ("원", 0.62), ("부터시작", 1.0))),
])
def test_prices_are_cut_like_a_price_tag(text: str, runs: tuple[tuple[str, float], ...]) -> None:
    assert price_runs(text) == runs


def test_the_unit_is_small_and_stands_on_the_line_of_the_digits() -> None:
    for mood in MOODS.values():
        whole, digits = shape("4,900원", mood.figure, styled=True), shape("49", mood.figure)
        unit = shape("원", mood.figure)
        assert whole.width < shape("4,900원", mood.figure).width
        piece = whole.pieces[-1]
        assert piece.scale == 0.62
        bottom = piece.rise + unit.ink[1] * piece.scale
        assert abs(bottom - digits.ink[1]) < 90, mood.figure


def test_breaking_measures_what_is_set() -> None:
    text = "아메리카노 4,900원 라떼 5,500원"
    for limit in range(4600, 9000, 200):
        lines = break_lines(text, SANS, limit, 9, styled=True)
        assert lines is not None and len(lines) == count_lines(text, SANS, limit, styled=True)
        assert all(line.width <= limit for line in lines)
        assert " ".join(line.text for line in lines) == text


def test_tabular_digits_have_one_width() -> None:
    assert shape("1111", SANS, tabular=True).advance == shape("8888", SANS, tabular=True).advance
    assert shape("1111", SANS).advance < shape("8888", SANS).advance


def test_light_punctuation_hardly_moves_the_middle() -> None:
    bare, dotted, quoted = shape("오늘만", SANS), shape("오늘만...", SANS), shape("“오늘만”", SANS)
    middle = (bare.ink[0] + bare.ink[2]) / 2
    assert bare.centre == middle
    assert middle < dotted.centre < (dotted.ink[0] + dotted.ink[2]) / 2
    assert abs(quoted.centre - (quoted.ink[0] + quoted.ink[2]) / 2) < 12


def set_at(text: str, size: float, struck: bool = False) -> SetText:
    """One line with its ink in the middle of a 400 × 200 canvas."""
    line = shape(text, SANS)
    lines = (SetLine(line, 200 - line.centre * size / 1000, 130.0),)
    return SetText("offer", text, lines, size, ink_box(lines, size), struck)


def test_a_struck_price_is_crossed_in_the_middle_of_its_digits_and_stays_readable() -> None:
    plain, struck = (np.asarray(raster('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">'
                                       f'{text_svg(set_at("6,500원", 80, crossed), "#000000")}</svg>', 400, 200))
                     for crossed in (False, True))
    added = (struck[..., 3].astype(int) - plain[..., 3]) > 60
    rows = np.flatnonzero(added.any(1))
    assert 3 <= len(rows) <= 7, "one thin line"
    digits = np.flatnonzero(plain[:, 60:140, 3].any(1))
    assert abs(rows.mean() - (digits.min() + 130) / 2) < 6, "130 is the baseline"
    columns = np.flatnonzero(added.any(0))
    ink = np.flatnonzero(plain[..., 3].any(0))
    assert columns.min() < ink.min() and columns.max() > ink.max(), "it stands out on both sides"


def test_an_outline_lies_around_the_letters_and_not_over_them() -> None:
    canvas = Canvas(Image.new("RGB", (400, 200), "#808080"))
    set_text(canvas, set_at("할인", 100), "#FFFFFF", outline="#FF0000")
    pixels = np.asarray(canvas.image).astype(int)
    bare = Canvas(Image.new("RGB", (400, 200), "#808080"))
    set_text(bare, set_at("할인", 100), "#FFFFFF")
    white = (np.asarray(bare.image) == 255).all(2)
    assert white.sum() > 1500 and (pixels[white] == 255).all()
    red = (pixels[..., 0] > 240) & (pixels[..., 1] < 15)
    assert red.sum() > 1500
