"""The printed sheet: exact millimetres, boxes for trim and bleed, and what the file says of itself.

Sources: ISO 32000-1, 14.11.2 (page boundaries), 11.6.5 (soft masks); XMP part 1; IPTC Photo Metadata (digital source
type). Written with pydyf, which adds nothing of its own: no default font, no dates.
"""

import io
import math
import unicodedata
import zlib
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

import pydyf
from PIL import Image, ImageCms

from ..brief import Poster
from ..errors import InvalidInput
from .pixels import Pixels
from .vectors import Outline, parts

DPI = 300
QUALITY = 92
"""Of the art's JPEG, without chroma subsampling: 92 is the usual hand-over quality of print shops."""
MARK, MARK_GAP = 5.0, 2.0
"""Length of a crop mark, and its distance from the bleed, in millimetres."""
_POINTS = 72 / 25.4
_SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_SMALL_SHEET_MM = 105.0
"""A sheet up to this short side (a card, A6) is read in the hand, a flyer also at arm's length."""


@dataclass(frozen=True)
class About:
    """What the file says of itself. ``source_type`` is the IPTC name (``algorithmicMedia`` …), empty for none;
    ``identifier`` is the job's id, never a user's."""

    title: str
    language: str = "ko"
    source_type: str = ""
    identifier: str = ""


def pixels(mm: tuple[float, float], bleed_mm: float, dpi: int = DPI) -> tuple[int, int]:
    """Width and height in pixels of a sheet with its bleed: A4 with 3 mm is 2551 × 3579 at 300 dpi."""
    return round((mm[0] + 2 * bleed_mm) / 25.4 * dpi), round((mm[1] + 2 * bleed_mm) / 25.4 * dpi)


def least_font(mm: tuple[float, float], dpi: int = DPI) -> float:
    """The least font size in pixels that reads well in print: 6 pt on a card, 8 pt on a flyer."""
    return (6.0 if min(mm) <= _SMALL_SHEET_MM else 8.0) / 72 * dpi


def smallest_type(poster: Poster, mm: tuple[float, float], bleed_mm: float) -> float:
    """The smallest font size on the printed poster in points; infinite when nothing is set."""
    scale = (mm[0] + 2 * bleed_mm) * _POINTS / poster.image.width
    return min((placement.font_size * scale for placement in poster.placements), default=math.inf)


def flyer(poster: Poster, mm: tuple[float, float], bleed_mm: float, about: About, marks: bool = False) -> bytes:
    """A PDF page of exactly ``mm`` (trimmed width and height) plus ``bleed_mm`` on each side.

    ``poster`` must have been rendered with ``keep_vectors``, its pixels covering the bleed too. Text is vector paths,
    no font is embedded. With ``marks`` the page grows by 7 mm all round and carries crop marks outside the bleed.

    Raises:
        InvalidInput: the poster was made without vectors, or for another shape.
    """
    if poster.art is None:
        raise InvalidInput("인쇄용으로 다시 만들어야 해요.", "Render the poster for print first.", field="poster")
    size = tuple((side + 2 * bleed_mm) * _POINTS for side in mm)
    if abs(size[0] / size[1] / (poster.art.width / poster.art.height) - 1) > 0.01:
        raise InvalidInput("이 광고는 인쇄 크기({width}×{height}mm)와 비율이 달라요. 그 크기로 다시 만들어 주세요.",
                           "The poster has another shape than the sheet of {width} × {height} mm.",
                           width=mm[0], height=mm[1], field="mm")
    page = _Page((size[0], size[1]), bleed_mm * _POINTS, (MARK + MARK_GAP) * _POINTS if marks else 0.0)
    page.art(poster.art)
    for fragment in poster.vectors:
        for part in parts(fragment):
            page.add(part)
    return page.file(about, marks)


class _Page:
    """One page while it is written. ``size`` is trim and bleed in points, ``slug`` what lies outside of both."""

    def __init__(self, size: tuple[float, float], bleed: float, slug: float) -> None:
        self.size, self.bleed, self.slug = size, bleed, slug
        self.pdf = pydyf.PDF()
        self.operators: list[str] = []
        self.images: dict[str, bytes] = {}
        self.states: set[int] = set()

    def art(self, art: Image.Image) -> None:
        """The picture over the whole bleed; what follows is in its pixels."""
        buffer = io.BytesIO()
        plain = art if art.mode == "RGB" else art.convert("RGB")
        plain.save(buffer, "JPEG", quality=QUALITY, subsampling=0, dpi=(DPI, DPI))
        name = self._image(art.size, "DeviceRGB", {"Filter": "/DCTDecode"}, buffer.getvalue())
        wide, high = self.size
        self.operators += [f"q {self.slug:.4f} {self.slug:.4f} {wide:.4f} {high:.4f} re W n",
                           f"q {wide:.4f} 0 0 {high:.4f} {self.slug:.4f} {self.slug:.4f} cm /{name} Do Q",
                           f"q {wide / art.width:.8f} 0 0 {-high / art.height:.8f} {self.slug:.4f} "
                           f"{self.slug + high:.4f} cm"]

    def add(self, part: Outline | Pixels) -> None:
        """One part of the poster, over what is there."""
        if isinstance(part, Outline):
            self.states |= part.alphas
            self.operators.append(part.operators)
            return
        image, (x, y, w, h) = part.image, part.box
        mask = self._stream(_image_entries(image.size, "DeviceGray"), image.getchannel("A").tobytes())
        name = self._image(image.size, "DeviceRGB", {"SMask": mask.reference}, image.convert("RGB").tobytes())
        self.operators.append(f"q {w:.3f} 0 0 {-h:.3f} {x:.3f} {y + h:.3f} cm /{name} Do Q")

    def file(self, about: About, marks: bool) -> bytes:
        """The file."""
        self.operators.append("Q Q")
        if marks:
            self.operators.append(_marks(self.size, self.bleed, self.slug))
        content = self._stream({}, "\n".join(self.operators).encode("ascii"))
        outer = [0.0, 0.0, self.size[0] + 2 * self.slug, self.size[1] + 2 * self.slug]
        page = pydyf.Dictionary({
            "Type": "/Page", "Parent": self.pdf.pages.reference, "MediaBox": _box(outer, 0), "CropBox": _box(outer, 0),
            "BleedBox": _box(outer, self.slug), "TrimBox": _box(outer, self.slug + self.bleed),
            "Contents": content.reference, "Resources": self._resources(),
            "Group": pydyf.Dictionary({"S": "/Transparency", "CS": "/DeviceRGB", "I": "true"})})
        self.pdf.add_page(page)
        metadata = pydyf.Stream([_xmp(about).encode()], {"Type": "/Metadata", "Subtype": "/XML"})
        self.pdf.add_object(metadata)
        self.pdf.catalog.update({"Lang": pydyf.String(about.language), "Metadata": metadata.reference,
                                 "ViewerPreferences": pydyf.Dictionary({"DisplayDocTitle": "true"})})
        self.pdf.info.update({"Title": pydyf.String(_plain(about.title)), "Creator": pydyf.String("AdGen"),
                              "Producer": pydyf.String("AdGen")})
        buffer = io.BytesIO()
        self.pdf.write(buffer, version=b"1.6")
        return buffer.getvalue()

    def _resources(self) -> pydyf.Dictionary:
        profile = self._stream({"N": 3, "Alternate": "/DeviceRGB"}, _srgb())
        states = {f"A{alpha}": pydyf.Dictionary({"ca": alpha / 1000, "CA": alpha / 1000}) for alpha in self.states}
        return pydyf.Dictionary({
            "XObject": pydyf.Dictionary(self.images), "ExtGState": pydyf.Dictionary(states),
            # Says which RGB is meant: a press converts it to its inks from there.
            "ColorSpace": pydyf.Dictionary({"DefaultRGB": pydyf.Array(["/ICCBased", profile.reference])})})

    def _image(self, size: tuple[int, int], space: str, extra: dict[str, object], data: bytes) -> str:
        name = f"I{len(self.images)}"
        self.images[name] = self._stream({**_image_entries(size, space), **extra}, data).reference
        return name

    def _stream(self, entries: dict[str, object], data: bytes) -> pydyf.Stream:
        if "Filter" not in entries:
            entries, data = {**entries, "Filter": "/FlateDecode"}, zlib.compress(data, 6)
        stream = pydyf.Stream([data], entries)
        self.pdf.add_object(stream)
        return stream


def _image_entries(size: tuple[int, int], space: str) -> dict[str, object]:
    return {"Type": "/XObject", "Subtype": "/Image", "Width": size[0], "Height": size[1], "BitsPerComponent": 8,
            "ColorSpace": f"/{space}"}


def _box(outer: list[float], inset: float) -> pydyf.Array:
    sides = (outer[0] + inset, outer[1] + inset, outer[2] - inset, outer[3] - inset)
    return pydyf.Array([f"{side:.4f}" for side in sides])


def _marks(size: tuple[float, float], bleed: float, slug: float) -> str:
    """Eight hairlines of 0.25 pt outside the bleed, on the lines of the trim."""
    lines, length = ["q 0.25 w 0 0 0 RG"], MARK * _POINTS
    wide, high = size[0] + 2 * slug, size[1] + 2 * slug
    trim = slug + bleed
    for x in (trim, wide - trim):
        lines += [f"{x:.4f} 0 m {x:.4f} {length:.4f} l S", f"{x:.4f} {high:.4f} m {x:.4f} {high - length:.4f} l S"]
    for y in (trim, high - trim):
        lines += [f"0 {y:.4f} m {length:.4f} {y:.4f} l S", f"{wide:.4f} {y:.4f} m {wide - length:.4f} {y:.4f} l S"]
    return "\n".join([*lines, "Q"])


def _srgb() -> bytes:
    """The sRGB profile of Little CMS without its date: the same poster gives the same file."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)
    return bytes(profile)


def _plain(text: str) -> str:
    """``text`` without what XML cannot hold: controls and lone surrogates."""
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cs"))


def _xmp(about: About) -> str:
    """The XMP packet: title, language, tool, and the digital source type where there is one."""
    source = f" Iptc4xmpExt:DigitalSourceType={quoteattr(_SOURCES + about.source_type)}" if about.source_type else ""
    name = f" dc:identifier={quoteattr(_plain(about.identifier))}" if about.identifier else ""
    title, language = escape(_plain(about.title)), escape(about.language)
    return ('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
            'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
            'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmp:CreatorTool="AdGen" pdf:Producer="AdGen"{source}{name}>'
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
            f'<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>'
            '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>')
