"""What a finished picture says of its making: the visible AI mark, and machine-readable XMP.

Sources: AI Basic Act Art. 31 (2), in force 2026-01-22; IPTC digital source types. XMP is written last, and holds no
user id. PNG wants it as an iTXt chunk: Pillow ignores ``xmp=`` for PNG (measured on 12.3).
"""

import io
import zlib
from typing import Any
from xml.sax.saxutils import quoteattr

from PIL import Image
from PIL.PngImagePlugin import PngInfo

LABEL_KO = "AI로 생성된 이미지입니다"
PHOTO = "photo"
"""The engine's name where the picture is the owner's own photo: it is not claimed to be anything else."""
_SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def label(picture_by_ai: bool) -> str:
    """The visible mark; empty when no generative model made the picture."""
    return LABEL_KO if picture_by_ai else ""


def fields(*, engine: str, picture_by_ai: bool, copy_by_ai: bool, text_model: str | None) -> dict[str, Any]:
    """The provenance fields that every result carries."""
    source = "compositeWithTrainedAlgorithmicMedia" if picture_by_ai else "algorithmicMedia"
    own_photo = engine == PHOTO and not picture_by_ai
    return {"ai_generated": picture_by_ai or copy_by_ai, "image_ai": picture_by_ai, "copy_ai": copy_by_ai,
            "engine": engine, "text_model": text_model, "label_text": label(picture_by_ai),
            "digital_source_type": None if own_photo else _SOURCES + source}


def encode_png(image: Image.Image, source_type: str, job_id: str) -> bytes:
    """PNG bytes with XMP that names the source type, the tool and the job.

    Level 1 with run lengths: 1024² of noise takes 77 ms instead of 113 ms, a drawn poster 25 ms instead of 40 ms.
    """
    xmp = ('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
           '<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
           'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
           f'Iptc4xmpExt:DigitalSourceType={quoteattr(_SOURCES + source_type)} xmp:CreatorTool="AdGen" '
           f'dc:identifier={quoteattr(job_id)}/></rdf:RDF></x:xmpmeta>')
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", xmp)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1, compress_type=zlib.Z_RLE, pnginfo=info)
    return buffer.getvalue()
