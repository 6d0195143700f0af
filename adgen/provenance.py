"""What a finished picture says of its making: the visible AI mark, machine-readable XMP, and C2PA where switched on.

Sources: AI Basic Act Art. 31 (2) and (3), in force 2026-01-22; Daangn's rule of the same day; the FTC's policy on
virtual humans, 2025-12-10; IPTC digital source types. Not legal advice. XMP is written before the signature and after
all else, and holds no user id. PNG wants it as an iTXt chunk: Pillow ignores ``xmp=`` for PNG (measured on 12.3).
"""

import importlib
import io
import json
import re
import secrets
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import quoteattr

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from . import __version__
from .brief import Note
from .channels import Channel
from .errors import StartupError
from .files import create_private

PHOTO = "photo"
"""The engine's name where the owner's own photo is the picture."""
LABEL_KO = "AI로 생성된 이미지입니다"
WORDS_KO = "AI로 작성한 문구입니다"
DISH_KO = "이미지는 연출된 AI 이미지로 실제와 다를 수 있습니다"
_CERTIFICATE = b"-----BEGIN CERTIFICATE-----"
_PERSON_KO = " · 가상 인물"
_SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
Realism = Literal["people", "food", "interior"]
_DRAWN = re.compile(r"illustrat|watercolou?r|cartoon|flat vector|line (?:art|drawing)|paper ?cut"
                    r"|일러스트|수채화|만화|손그림", re.IGNORECASE)
_PHOTO = re.compile(r"photo|realistic|사진|실사", re.IGNORECASE)
REALISM: dict[Realism, str] = {
    "people": r"\b(?:persons?|people|m[ae]n|wom[ae]n|girls?|boys?|child(?:ren)?|kids?|bab(?:y|ies)|customers?|guests?|"
              r"chefs?|baristas?|bakers?|staff|waiters?|waitress(?:es)?|doctors?|nurses?|trainers?|stylists?|"
              r"hairdressers?|models?|couples?|famil(?:y|ies)|friends|portrait|faces?|smil\w+|crowd|students?|"
              r"teachers?|florists?|athletes?|grand(?:mother|father)s?)\b"
              r"|사람|손님|고객|여자|여성|남자|남성|어린이|아기|직원|셰프|요리사|바리스타|제빵사|모델|의사|간호사|트레이너"
              r"|미용사|가족|커플|연인|친구|얼굴|할머니|할아버지|학생|선생님|사장님",
    "food": r"\b(?:foods?|dish(?:es)?|meals?|menu|coffees?|lattes?|latte|espresso|cappuccino|americano|teas?|drinks?|"
            r"beverages?|juices?|ades?|beers?|wines?|cakes?|breads?|bagels?|pastr(?:y|ies)|croissants?|cookies?|"
            r"desserts?|chocolates?|ice cream|noodles?|rice|soups?|stews?|kimchi|meats?|beef|pork|chicken|fish|"
            r"seafood|shrimps?|sushi|pizzas?|pasta|burgers?|sandwich(?:es)?|salads?|fruits?|\w*berr(?:y|ies)|"
            r"vegetables?|cheese|sauce|steaks?|(?:bowl|cup|glass|plate|slice|loaf|mug) of)\b"
            r"|음식|요리|메뉴|커피|라[떼테]|아메리카노|음료|주스|맥주|와인|케이크|빵|디저트|초콜릿|국수|[라냉]면|비빔밥|국밥|찌개"
            r"|고기|치킨|생선|초밥|피자|파스타|버거|샐러드|과일|딸기|치즈",
    "interior": r"\b(?:interiors?|indoors?|inside|caf[eé]s?|coffee shop|restaurants?|shops?|stores?|salons?|gyms?|"
                r"bakery|pubs?|bars?|boutiques?|rooms?|kitchens?|counters?|studios?|lobby|hall)\b"
                r"|실내|매장|가게 안|내부|인테리어|주방|카페|식당|미용실|헬스장",
}
"""What must be recognisable as made by AI when it looks real; English and Korean words of a picture's description."""
SWITCHED_OFF = Note(
    "이 그림은 AI로 만들었어요. 그림 위 표시는 뺐지만 파일 속 AI 기록은 남아 있어요. "
    "올릴 때 AI 그림이라고 함께 적어 주세요.",
    "This picture was made by AI. The mark on it is off, the record in the file stays. Please say so when you post it.")
KEPT = {
    "channel": Note("이 채널은 AI 그림에 표시가 꼭 있어야 해서 뺄 수 없어요.",
                    "This channel demands the mark on AI pictures, so it stays."),
    "realistic": Note("사람·음식·매장이 실제처럼 보이는 AI 그림이라서 표시를 뺄 수 없어요.",
                      "People, food or a shop that look real were painted by AI, so the mark stays."),
}
"""Why a mark stays that the owner wanted off."""


@dataclass(frozen=True)
class Mark:
    """The visible mark of one picture.

    ``text`` is printed on it; empty: none. ``forced``: the owner cannot switch it off. ``notice`` is what the page
    shows at the download when the owner wanted it off: what to do instead, or why it stays.
    """

    text: str
    forced: bool = False
    notice: Note | None = None


@dataclass(frozen=True)
class Marks:
    """What a file says of its making, and with which key it is signed.

    ``source_type`` is an IPTC digital source type or None. ``signing`` is the data directory when C2PA is switched on.
    """

    source_type: str | None
    job_id: str
    signing: Path | None = None


def label(picture_by_ai: bool) -> str:
    """The usual visible mark; empty when no generative model made the picture."""
    return LABEL_KO if picture_by_ai else ""


def realism(*descriptions: str) -> frozenset[Realism]:
    """What a picture's description asks for that could be taken for real; nothing when a drawing is asked for."""
    text = " ".join(descriptions)
    if _DRAWN.search(text) and not _PHOTO.search(text):
        return frozenset()
    return frozenset(kind for kind, words in REALISM.items() if re.search(words, text, re.IGNORECASE))


def mark(picture_by_ai: bool, channel: Channel | None, wanted: bool = True,
         realistic: frozenset[Realism] = frozenset()) -> Mark:
    """The visible mark for ``channel`` (None: the plain picture); ``wanted`` is the owner's switch.

    Delivery apps get the sentence on staged dishes, people the words '가상 인물'.
    """
    if not picture_by_ai:
        return Mark("")
    delivery = channel is not None and channel.group == "delivery"
    demanded = delivery or (channel is not None and channel.label_required)
    text = (DISH_KO if delivery else LABEL_KO) + (_PERSON_KO if "people" in realistic else "")
    if demanded or realistic:
        return Mark(text, True, None if wanted else KEPT["channel" if demanded else "realistic"])
    return Mark(text) if wanted else Mark("", notice=SWITCHED_OFF)


def source_type(*, picture_by_ai: bool, own_photo: bool = False, words_by_ai: bool = False,
                typeset: bool = True) -> str | None:
    """The IPTC digital source type, as true as the vocabulary allows; None for an owner's photo with our own words.

    ``typeset`` False is the bare picture without words.
    """
    if picture_by_ai:
        return "compositeWithTrainedAlgorithmicMedia" if typeset or own_photo else "trainedAlgorithmicMedia"
    if words_by_ai and typeset:
        return "compositeWithTrainedAlgorithmicMedia"
    return None if own_photo else "algorithmicMedia"


def fields(*, engine: str, picture_by_ai: bool, copy_by_ai: bool, text_model: str | None) -> dict[str, Any]:
    """The provenance fields that every result carries; ``digital_source_type`` is None for an own photo."""
    own_photo = engine == PHOTO
    source = source_type(picture_by_ai=picture_by_ai, own_photo=own_photo, words_by_ai=copy_by_ai)
    return {"ai_generated": picture_by_ai or copy_by_ai, "image_ai": picture_by_ai, "copy_ai": copy_by_ai,
            "engine": engine, "text_model": text_model, "label_text": label(picture_by_ai), "own_photo": own_photo,
            "digital_source_type": _SOURCES + source if source else None}


def word_fields(*, copy_by_ai: bool, text_model: str | None) -> dict[str, Any]:
    """The provenance fields of words without a picture; ``label_text`` is the line that says so where they are copied
    (AI Basic Act Art. 31 (2))."""
    return {"ai_generated": copy_by_ai, "image_ai": False, "copy_ai": copy_by_ai, "engine": "",
            "text_model": text_model if copy_by_ai else None, "label_text": WORDS_KO if copy_by_ai else "",
            "own_photo": False, "digital_source_type": _SOURCES + "trainedAlgorithmicMedia" if copy_by_ai else None}


def xmp(source_type: str | None, job_id: str) -> str:
    """The XMP packet: digital source type (left out when there is none), tool and job."""
    source = f"Iptc4xmpExt:DigitalSourceType={quoteattr(_SOURCES + source_type)} " if source_type else ""
    return ('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
            'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'{source}xmp:CreatorTool="AdGen" dc:identifier={quoteattr(job_id)}/></rdf:RDF></x:xmpmeta>'
            '<?xpacket end="r"?>')


def png_info(source_type: str | None, job_id: str) -> PngInfo:
    """The XMP packet as a PNG chunk."""
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", xmp(source_type, job_id))
    return info


def encode_png(image: Image.Image, source_type: str | None, job_id: str, **more: Any) -> bytes:
    """PNG bytes with XMP, for speed; ``more`` goes to Pillow.

    Level 1 with run lengths: 1024² of noise takes 77 ms instead of 113 ms, a drawn poster 25 ms instead of 40 ms.
    """
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1, compress_type=zlib.Z_RLE, pnginfo=png_info(source_type, job_id), **more)
    return buffer.getvalue()


def signing_library() -> Any:
    """The optional package c2pa-python; StartupError says how to get it."""
    try:
        return importlib.import_module("c2pa")
    except ImportError:
        raise StartupError(
            "C2PA 서명을 켰지만 c2pa-python이 설치되어 있지 않아요. pip install -r requirements-c2pa.txt 로 설치하거나 "
            "C2PA 설정을 꺼 주세요.",
            "C2PA signing is on, but c2pa-python is not installed. Run pip install -r requirements-c2pa.txt, or "
            "switch C2PA off.") from None


def sign(data: bytes, mime: str, folder: Path, source_type: str | None = None) -> bytes:
    """``data`` with a signed C2PA manifest (about 2.7 KB more); StartupError without the package.

    The key and its self-made certificate lie in ``folder/c2pa.pem``, made at the first call, mode 0600. Readers show
    such a signature as valid but untrusted; it proves that nothing changed since, not who we are. For an own photo
    IPTC's plain ``composite`` is declared, because a manifest cannot leave the type out.
    """
    library, pem = signing_library(), _signing_key(folder / "c2pa.pem")
    key, head, body = pem.partition(_CERTIFICATE)
    action = {"action": "c2pa.created", "digitalSourceType": _SOURCES + (source_type or "composite"),
              "softwareAgent": {"name": "AdGen", "version": __version__}}
    manifest = {"claim_generator_info": [{"name": "AdGen", "version": __version__}], "title": "AdGen", "format": mime,
                "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [action]}}]}
    # The library would add a thumbnail of 180 KB.
    settings = library.Settings.from_dict({"builder": {"thumbnail": {"enabled": False}}})
    signed = io.BytesIO()
    info = library.C2paSignerInfo("es256", head + body, key, None)
    with (library.Context(settings) as context, library.Signer.from_info(info) as signer,
          library.Builder(json.dumps(manifest), context=context) as builder):
        builder.sign(signer, mime, io.BytesIO(data), signed)
    return signed.getvalue()


def _signing_key(path: Path) -> bytes:
    """Key and certificate, made when absent."""
    if not path.exists():
        create_private(path, _new_key())
    return path.read_bytes()


def _new_key() -> bytes:
    """A P-256 key and a certificate for itself, in PEM; c2pa asks for the e-mail protection usage (measured, 0.38)."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "AdGen"),
                      x509.NameAttribute(NameOID.COMMON_NAME, f"AdGen installation {secrets.token_hex(4)}")])
    usage = x509.KeyUsage(digital_signature=True, content_commitment=False, key_encipherment=False,
                          data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
                          encipher_only=False, decipher_only=False)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256()))
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                               serialization.NoEncryption())
    return secret + certificate.public_bytes(serialization.Encoding.PEM)
