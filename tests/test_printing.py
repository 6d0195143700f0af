"""Printed sheets: exact millimetres, text as paths, the same picture as on the screen, and readable type."""

import re
import shutil
import subprocess
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from defusedxml import ElementTree
from PIL import Image

from adgen import printing
from adgen.brief import Poster, PosterRequest, PosterText
from adgen.errors import InvalidInput
from adgen.graphics import raster
from adgen.poster import render
from adgen.poster.draw import Canvas, qr
from adgen.poster.geometry import Rect
from adgen.printing.pixels import Pixels
from adgen.printing.vectors import Outline, parts

from .test_poster import FULL, HOSTILE, LINK, STAGE, stage_picture

A4, A5, CARD = (210.0, 297.0), (148.0, 210.0), (90.0, 50.0)
ABOUT = printing.About("달무리 커피 <가을> & (라떼)", "ko", "algorithmicMedia", "job-7")
TEXT = replace(FULL, headline="가을 한정 고구마 라떼 🍠 뷁", call_to_action="지금 주문하기 ☕")


def printed(mm: tuple[float, float], text: PosterText = TEXT, staged: bool = True, dpi: int = 0) -> Poster:
    dpi = dpi or (200 if mm == CARD else 100)
    width, height = printing.pixels(mm, 3, dpi)
    picture = stage_picture(width, height) if staged else HOSTILE["plate"]
    return render(PosterRequest(picture, text, width, height, stage=STAGE if staged else None, keep_vectors=True,
                                least_font=printing.least_font(mm, dpi)))


def opened(data: bytes, poster: Poster) -> Image.Image:
    """The page as pdfium draws it, in the poster's size."""
    page = pypdfium2.PdfDocument(data)[0]
    image = page.render(scale=poster.image.width / page.get_width()).to_pil().convert("RGB")
    return image if image.size == poster.image.size else image.resize(poster.image.size)


def kinds(data: bytes) -> Counter[int]:
    return Counter(one.type for one in pypdfium2.PdfDocument(data)[0].get_objects())


@pytest.mark.parametrize(("mm", "size"), [(A4, (2551, 3579)), (A5, (1819, 2551)), (CARD, (1134, 661))])
def test_pixels_of_a_sheet(mm: tuple[float, float], size: tuple[int, int]) -> None:
    assert printing.pixels(mm, 3) == size


@pytest.mark.parametrize("mm", [A4, A5, CARD])
@pytest.mark.parametrize("marks", [False, True])
def test_boxes_are_exact_millimetres(mm: tuple[float, float], marks: bool) -> None:
    page = pypdfium2.PdfDocument(printing.flyer(printed(mm), mm, 3, ABOUT, marks))[0]
    slug = 7.0 if marks else 0.0
    for box, inset in ((page.get_mediabox(), 0.0), (page.get_bleedbox(), slug), (page.get_trimbox(), slug + 3)):
        found = [value / 72 * 25.4 for value in box]
        wanted = [inset, inset, mm[0] + 2 * (slug + 3) - inset, mm[1] + 2 * (slug + 3) - inset]
        assert found == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize("staged", [True, False])
@pytest.mark.parametrize("mm", [A4, CARD])
def test_it_prints_what_the_screen_shows(mm: tuple[float, float], staged: bool) -> None:
    poster = printed(mm, staged=staged)
    seen = np.asarray(opened(printing.flyer(poster, mm, 3, ABOUT), poster), dtype=float)
    wanted = np.asarray(poster.image, dtype=float)
    apart = np.abs(seen - wanted).mean(2)
    assert apart.mean() < 2.0
    # Where text stands, on the average too: a missing line would change far more than its edges.
    for placement in poster.placements:
        x, y, w, h = placement.box
        assert apart[y:y + h, x:x + w].mean() < 14, placement


def test_text_is_paths_and_no_font_is_there() -> None:
    data = printing.flyer(printed(A4), A4, 3, ABOUT)
    found = kinds(data)
    assert found[pdfium.FPDF_PAGEOBJ_TEXT] == 0
    assert found[pdfium.FPDF_PAGEOBJ_PATH] > 12
    assert b"/Font" not in data
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range() == ""
    drawn = sum(len(re.findall(rb" [lc]\b", stream)) for stream in streams(data))
    assert drawn > 1500, "the outlines of some seventy syllables"


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler's tools are not installed")
def test_poppler_finds_no_font_and_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "a4.pdf"
    file.write_bytes(printing.flyer(printed(A4), A4, 3, ABOUT))
    fonts = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True)
    assert len(fonts.stdout.splitlines()) == 2 and fonts.stderr == ""
    words = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    assert words.stdout.strip() == "" and words.stderr == ""


def streams(data: bytes) -> list[bytes]:
    """The unpacked streams that are drawing operators."""
    found = re.findall(rb"<<([^\n]*)>>\nstream\n(.*?)\nendstream", data, re.S)
    return [zlib.decompress(body) for head, body in found if b"FlateDecode" in head and b"/Subtype" not in head
            and b"/N 3" not in head]


def test_the_file_says_what_it_is() -> None:
    data = printing.flyer(printed(CARD), CARD, 3, ABOUT)
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_dict()["Title"] == ABOUT.title
    assert b"/Lang (ko)" in data
    packet = data[data.index(b"<x:xmpmeta"):data.index(b"<?xpacket end")].decode()
    root = ElementTree.fromstring(packet)
    assert "".join(root.find(".//{http://purl.org/dc/elements/1.1/}title").itertext()) == ABOUT.title
    said = root.find(".//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description").attrib
    assert said["{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"] == (
        "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia")
    assert b"DigitalSourceType" not in printing.flyer(printed(CARD), CARD, 3, printing.About("명함"))


def test_an_odd_title_breaks_nothing() -> None:
    odd = "(가\\) \x00\x0b ]]> \ud800 \"&<끝>"
    data = printing.flyer(printed(CARD), CARD, 3, printing.About(odd, identifier=odd))
    assert pypdfium2.PdfDocument(data).get_metadata_dict()["Title"] == '(가\\)  ]]>  "&<끝>'
    ElementTree.fromstring(data[data.index(b"<x:xmpmeta"):data.index(b"<?xpacket end")].decode())


def test_the_example_of_the_documentation_runs() -> None:
    page = (Path(__file__).parent.parent / "docs/print.md").read_text()
    example = re.search(r"```python\n(.*?)```", page, re.S)
    assert example
    names = {"picture": HOSTILE["plate"], "text": TEXT, "job_id": "job"}
    exec(example[1], names)
    assert names["poster"].image.size == (2551, 3579)
    assert bytes(names["pdf"]).startswith(b"%PDF-1.6")


def test_the_same_poster_gives_the_same_file() -> None:
    poster = printed(CARD)
    assert printing.flyer(poster, CARD, 3, ABOUT) == printing.flyer(poster, CARD, 3, ABOUT)


@pytest.mark.parametrize(("mm", "points"), [(A4, 8.0), (A5, 8.0), (CARD, 6.0)])
@pytest.mark.parametrize("staged", [True, False])
def test_the_smallest_line_can_be_read_in_print(mm: tuple[float, float], points: float, staged: bool) -> None:
    poster = printed(mm, staged=staged, dpi=300)
    assert poster.placements
    assert printing.smallest_type(poster, mm, 3) >= points - 0.05


def test_the_code_in_the_print_decodes() -> None:
    poster = printed(A5, dpi=150)
    seen = opened(printing.flyer(poster, A5, 3, ABOUT), poster)
    assert [found.text for found in zxingcpp.read_barcodes(np.asarray(seen))] == [LINK]


def test_a_poster_for_the_screen_is_refused() -> None:
    poster = render(PosterRequest(stage_picture(600, 800), FULL, 600, 800, stage=STAGE))
    with pytest.raises(InvalidInput, match="인쇄용"):
        printing.flyer(poster, A4, 3, ABOUT)
    poster = render(PosterRequest(stage_picture(600, 600), FULL, 600, 600, stage=STAGE, keep_vectors=True))
    with pytest.raises(InvalidInput, match="비율"):
        printing.flyer(poster, A4, 3, ABOUT)


def sheet(canvas: Canvas) -> np.ndarray:
    """What a canvas prints, in its own pixels."""
    poster = Poster(canvas.image, "test", (), canvas.art, tuple(canvas.vectors))
    mm = (canvas.width / 10, canvas.height / 10)
    return np.asarray(opened(printing.flyer(poster, mm, 0, ABOUT), poster), dtype=int)


def test_pixels_over_a_vector_stay_over_it() -> None:
    """A logo on its plate, and a picture painted as pixels over a plate: in the art both would be hidden."""
    canvas = Canvas(Image.new("RGB", (400, 300), "#336699"), keep_vectors=True)
    canvas.paste(Image.new("RGB", (80, 80), "#FFFF00"), (300, 200))
    canvas.paint('<rect x="40" y="40" width="200" height="200" fill="#FFFFFF"/>', Rect(40, 40, 200, 200))
    logo = Image.new("RGBA", (100, 100), (200, 0, 0, 255))
    canvas.paste(logo.convert("RGB"), (60, 60), logo.getchannel("A"))
    canvas.paint('<circle cx="200" cy="200" r="30" fill="#006600"/>', Rect(170, 170, 60, 60), vector=False)
    canvas.paste((0, 0, 200), (150, 60), Image.new("L", (80, 60), 255))
    assert len(canvas.vectors) == 4
    found = sheet(canvas)
    for (x, y), color in {(100, 100): (200, 0, 0), (200, 200): (0, 102, 0), (190, 90): (0, 0, 200),
                          (50, 230): (255, 255, 255), (340, 240): (255, 255, 0), (10, 10): (51, 102, 153)}.items():
        assert np.abs(found[y, x] - color).max() <= 6, (x, y)


def test_a_vector_is_cut_where_its_tile_ends() -> None:
    """A shape may reach beyond the box it is painted in: a quarter circle is a circle in a corner."""
    canvas = Canvas(Image.new("RGB", (300, 300), "#EEEEEE"), keep_vectors=True)
    canvas.paint(f'<circle cx="100" cy="100" r="90" fill="#AA0000"/>{GRADIENT}', Rect(100, 100, 60, 60))
    canvas.paint('<rect width="300" height="300" fill="#00AA00"/>', Rect(-20, 250, 60, 80))
    apart = np.abs(sheet(canvas) - np.asarray(canvas.image, dtype=int)).max(2)
    assert apart.mean() < 2.5 and (apart > 90).mean() < 0.006


def test_a_canvas_without_vectors_keeps_none() -> None:
    canvas = Canvas(Image.new("RGB", (100, 100), "white"))
    canvas.paint('<rect width="50" height="50" fill="#000000"/>', Rect(0, 0, 50, 50))
    canvas.paste((255, 0, 0), (10, 10), Image.new("L", (20, 20), 255))
    assert canvas.vectors == [] and canvas.art is None
    assert canvas.image.getpixel((15, 15)) == (255, 0, 0)


def test_the_code_is_one_path() -> None:
    canvas = Canvas(Image.new("RGB", (300, 300), "#888888"), keep_vectors=True)
    qr(canvas, LINK, Rect(20, 20, 260, 260), "#101010")
    (code,) = canvas.vectors
    assert code.count("<path") == 1
    assert [found.text for found in zxingcpp.read_barcodes(sheet(canvas).astype(np.uint8))] == [LINK]
    assert np.abs(sheet(canvas) - np.asarray(canvas.image, dtype=int)).mean() < 2


SHAPES = {
    "every path command": '<path d="M20 20h60v40l-20 20H30V60zm100 0q30-20 60 0t60 0V80S200 120 180 80s-40 20-60 0z'
                          'M20 140c10-20 40-20 50 0C90 160 20 200 20 140Z" fill="#AA2200"/>',
    "arcs": '<path d="M40 100a40 60 30 1 0 60 20a40 60 30 1160-20A10 10 0 0 0 40 100z" fill="#0044AA"/>'
            '<path d="M200 40a30 30 0 01.5 60 1 1 0 1 0-.5-60" fill="#118844"/><path d="M250 250a0 5 0 0 1 30 0v30z"/>',
    "round shapes": '<circle cx="70" cy="70" r="50" fill="#00AA88"/><ellipse cx="200" cy="90" rx="80" ry="30" '
                    'fill="#AA8800" fill-opacity=".5"/><rect x="20" y="150" width="200" height="90" rx="20" ry="40"/>'
                    '<rect x="230" y="150" width="40" height="90" rx="90" fill="#fff"/>',
    "polygons": '<polygon points="20,20 120,40 60,140" fill="#553399"/><polyline fill="none" stroke="#000" '
                'stroke-width="9" stroke-linejoin="round" stroke-linecap="round" points="150 30 260 60 160 120"/>',
    "groups and transforms": '<g fill="#CC0066" transform="translate(100 50) rotate(20)"><rect width="80" height="60"/>'
                             '<g transform="scale(.5) matrix(1 .2 0 1 10 200)" fill-opacity=".6">'
                             '<circle r="90" cx="50" cy="40"/></g></g><rect transform="rotate(45 200 200)" x="180" '
                             'y="180" width="40" height="40" opacity=".4"/>',
    "holes": '<path fill-rule="evenodd" d="M20 20h200v200h-200zM60 60h120v120h-120z" fill="#224422"/>',
    "windows": '<svg x="20" y="20" width="100" height="60" viewBox="0 0 10 10"><circle r="8" fill="#AA0022"/></svg>'
               '<svg x="150" y="20" width="100" height="60" viewBox="5 5 10 10" preserveAspectRatio="none">'
               '<rect width="30" height="9"/></svg><g transform="rotate(30 150 200)"><svg x="100" y="150" width="90" '
               'height="90"><circle r="80" cx="10" cy="50" fill="#0022AA"/></svg></g><svg x="200" y="150" '
               'width="60" height="90" viewBox="0 0 12 12" preserveAspectRatio="xMidYMid slice">'
               '<circle cx="6" cy="6" r="4"/></svg>',
    "nothing to see": '<path d="M10 10h50v50z" fill="none"/><rect width="0" height="10"/><g/>',
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_are_translated_not_drawn(name: str) -> None:
    assert all(isinstance(part, Outline) for part in parts(SHAPES[name]))
    canvas = Canvas(Image.new("RGB", (300, 300), "#EEDDCC"), keep_vectors=True)
    canvas.paint(SHAPES[name], Rect(0, 0, 300, 300))
    apart = np.abs(sheet(canvas) - np.asarray(canvas.image, dtype=int)).max(2)
    # pdfium cuts on whole pixels: the rim of a window may stand one pixel aside.
    assert apart.mean() < 2.5 and (apart > 90).mean() < (0.006 if name == "windows" else 0.002)


GRADIENT = ('<defs><radialGradient id="a" cx="60" cy="60" r="50" gradientUnits="userSpaceOnUse"><stop offset="0" '
            'stop-color="#FF0000"/><stop offset="1" stop-color="#0000FF" stop-opacity=".3"/></radialGradient></defs>'
            '<circle cx="60" cy="60" r="50" fill="url(#a)"/>')
PIXELS = {
    "a gradient": f'<g transform="translate(60 50) scale(1.5)">{GRADIENT}</g>',
    "a clip": '<g transform="translate(30 30)"><defs><clipPath id="c"><rect width="90" height="40"/></clipPath></defs>'
              '<circle cx="50" cy="50" r="50" fill="#339900" clip-path="url(#c)"/></g>',
    "group opacity": '<g opacity=".5"><rect x="20" y="20" width="150" height="150" fill="#CC0000"/>'
                     '<rect x="90" y="90" width="150" height="150" fill="#0000CC"/></g>',
    "a named colour": '<rect x="30" y="30" width="100" height="100" fill="rebeccapurple" stroke="#000000"/>',
    "dashes": '<path d="M20 150h250" stroke="#000000" stroke-width="20" stroke-dasharray="30 12"/>',
}


@pytest.mark.parametrize("name", PIXELS)
def test_what_pdf_cannot_say_stands_there_as_pixels(name: str) -> None:
    found = list(parts(PIXELS[name]))
    assert all(isinstance(part, Pixels) for part in found) and len(found) == 1
    assert max(found[0].image.size) < 290, "a patch, not the whole sheet"
    canvas = Canvas(Image.new("RGB", (300, 300), "#EEDDCC"), keep_vectors=True)
    canvas.paint(PIXELS[name], Rect(0, 0, 300, 300))
    apart = np.abs(sheet(canvas) - np.asarray(canvas.image, dtype=int)).max(2)
    # pdfium sets images on whole pixels: an edge may stand one pixel aside.
    assert apart.mean() < 2.5 and (apart > 90).mean() < 0.006


def test_one_emoji_with_a_gradient_leaves_its_line_outlined() -> None:
    letter = '<path transform="matrix(.1 0 0 -.1 20 200)" d="M0 0l500 900 500-900z" fill="#220000"/>'
    line = f'<g fill="#111111">{letter}<g transform="translate(120 100)">{GRADIENT}</g>{letter}</g>'
    assert [type(part) for part in parts(line)] == [Outline, Pixels, Outline]


def test_the_order_of_painting_is_kept() -> None:
    canvas = Canvas(Image.new("RGB", (300, 300), "white"), keep_vectors=True)
    canvas.paint(PIXELS["a gradient"], Rect(0, 0, 300, 300))
    canvas.paint('<rect x="100" y="100" width="60" height="60" fill="#00FF00"/>', Rect(100, 100, 60, 60))
    assert np.abs(sheet(canvas)[130, 130] - (0, 255, 0)).max() < 5


def test_a_foreign_image_is_refused() -> None:
    with pytest.raises(ValueError, match="in itself"):
        list(parts('<image href="https://example.com/logo.png" width="10" height="10"/>'))


def test_the_reference_renderer_agrees_on_the_ground_truth() -> None:
    """The comparison above is worth something: another shape is told apart."""
    one = np.asarray(raster(f'<svg viewBox="0 0 300 300">{SHAPES["arcs"]}</svg>'.replace(
        "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '), 300, 300), dtype=int)
    other = np.asarray(raster(f'<svg viewBox="0 0 300 300">{SHAPES["holes"]}</svg>'.replace(
        "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '), 300, 300), dtype=int)
    assert np.abs(one - other).max(2).mean() > 20
