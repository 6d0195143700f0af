"""Rasterising and colour: known values, and properties over many colours."""

import random

import numpy as np
import pytest

from adgen import graphics
from adgen.errors import InvalidInput

ROOT = '<svg xmlns="http://www.w3.org/2000/svg"'


def colors(count: int = 60) -> list[str]:
    dice = random.Random(7)
    return [f"#{dice.randrange(1 << 24):06X}" for _ in range(count)]


def test_raster_has_the_exact_size_and_draws_where_told() -> None:
    svg = ROOT + ' viewBox="0 0 10 10"><rect x="5" width="5" height="10" fill="#f00"/></svg>'
    image = graphics.raster(svg, 300, 170)
    assert (image.mode, image.size) == ("RGBA", (300, 170))
    assert image.getpixel((290, 165)) == (255, 0, 0, 255)
    assert image.getpixel((10, 10)) == (0, 0, 0, 0)


def test_raster_takes_the_size_as_view_box_and_keeps_translucent_colours_straight() -> None:
    svg = ROOT + ' width="20px" height="20"><path d="M0 0h20v20H0z" fill="#08f" opacity=".5"/></svg>'
    image = graphics.raster(svg, 40, 40)
    red, green, blue, alpha = image.getpixel((39, 39))  # type: ignore[misc]
    assert abs(alpha - 128) <= 1 and abs(green - 136) <= 2 and red <= 1 and blue >= 253


def test_raster_reads_no_system_fonts() -> None:
    svg = ROOT + ' viewBox="0 0 90 30"><text x="5" y="20" font-size="18">가A</text></svg>'
    assert graphics.raster(svg, 90, 30).getextrema()[3] == (0, 0)


@pytest.mark.parametrize("broken", ["", "no svg", "<svg viewBox='0 0 1 1'><g></svg>", "<svg"])
def test_broken_svg_is_an_error_we_can_name(broken: str) -> None:
    with pytest.raises(InvalidInput):
        graphics.raster(broken, 10, 10)


def test_hex_round_trip_and_refusal() -> None:
    assert all(graphics.rgb_to_hex(graphics.hex_to_rgb(color)) == color for color in colors())
    assert graphics.hex_to_rgb("#abc") == (170, 187, 204)
    for wrong in ("", "#12", "red", "#GGGGGG", "#1234567"):
        with pytest.raises(InvalidInput):
            graphics.hex_to_rgb(wrong)


def test_contrast_matches_published_values() -> None:
    """WCAG: black on white 21, #767676 on white 4.54, #0000FF on white 8.59."""
    assert graphics.contrast("#000000", "#FFFFFF") == pytest.approx(21, abs=0.001)
    assert graphics.contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert graphics.contrast("#FFFFFF", "#0000FF") == pytest.approx(8.59, abs=0.01)


def test_oklch_matches_the_reference_and_comes_back() -> None:
    """Ottosson's table: red is L .628, C .258, h 29.2."""
    assert graphics.oklch("#FF0000") == pytest.approx((0.628, 0.258, 29.2), abs=0.05)
    for color in colors():
        back = graphics.hex_to_rgb(graphics.from_oklch(*graphics.oklch(color)))
        assert all(abs(a - b) <= 1 for a, b in zip(back, graphics.hex_to_rgb(color), strict=True))


def test_out_of_gamut_colours_keep_lightness_and_hue() -> None:
    lightness, _, hue = graphics.oklch(graphics.from_oklch(0.7, 0.4, 145))
    assert lightness == pytest.approx(0.7, abs=0.01)
    assert hue == pytest.approx(145, abs=2)


def test_ensure_reaches_the_ratio_and_bends_no_more_than_needed() -> None:
    for foreground, background in zip(colors(), reversed(colors()), strict=True):
        bent = graphics.ensure(foreground, background, 4.5)
        assert graphics.contrast(bent, background) >= 4.5
    assert graphics.ensure("#111111", "#FFFFFF", 4.5) == "#111111"
    assert graphics.contrast(graphics.ensure("#FFD000", "#FFFFFF", 4.5), "#FFFFFF") < 5.2


def test_ramp_is_readable_end_to_end() -> None:
    for color in colors():
        tones = graphics.ramp(color)
        assert graphics.contrast(tones.ink, tones.paper) > 12
        assert graphics.contrast(tones.deep, tones.paper) > 4.5
        assert tones.base == color


def test_contrast_over_pixels_takes_the_low_percentile() -> None:
    pixels = np.zeros((10, 10, 3), dtype=np.uint8)
    assert graphics.contrast_over("#FFFFFF", pixels) == pytest.approx(21, abs=0.01)
    pixels[0] = 255  # a tenth of the ground is white
    assert graphics.contrast_over("#FFFFFF", pixels) == pytest.approx(1, abs=0.01)
    assert graphics.contrast_over("#FFFFFF", pixels[:0]) == 21


def test_mix_ends_and_middle() -> None:
    assert graphics.mix("#102030", "#F0E0D0", 0) == "#102030"
    assert graphics.mix("#102030", "#F0E0D0", 1) == "#F0E0D0"
    assert graphics.oklch(graphics.mix("#000000", "#FFFFFF", 0.5))[0] == pytest.approx(0.5, abs=0.005)
