"""Text messages (SMS, LMS) as Korean law and carriers want them. We build the text; we do not send.

Law: 정보통신망법 Art. 50: the text begins with exactly ``(광고)``, then who sends it; contact and a free way to opt out
stand at its end, as text; from 21:00 to 08:00 a separate consent is needed. Carriers take EUC-KR (KS X 1001): a
Hangul syllable or symbol counts two bytes, ASCII one; SMS holds 90 bytes, LMS 2,000 (guides of Korean SMS dealers,
read 2026-11).
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from .brief import Note
from .errors import InvalidInput

SMS_BYTES, LMS_BYTES, TITLE_BYTES = 90, 2000, 40
MARK = "(광고)"
_FREE = re.compile(r"^080[- ]?\d{3,4}[- ]?\d{4}$")
_WON_SIGN = re.compile(r"[₩￦]\s*([\d,]+)(?!\s*원)")
_FORGED = re.compile(r"^\s*[(\[〔（【]\s*광\s*고\s*[)\]〕）】]\s*")
_OPT_OUT = re.compile(r"\n?\s*무료\s*(?:수신)?\s*거부[^\n]*$")
REPLACEMENTS: dict[str, str] = {
    "—": "-", "–": "-", "―": "-", "‐": "-", "‑": "-", "−": "-", "•": "·", "∙": "·", "‧": "·", "⋅": "·", "▪": "■",
    "✔": "√", "✓": "√", "✅": "√", "☑": "√", "👉": "▶", "➡": "→", "⬅": "←", "⭐": "★", "🌟": "★", "❤": "♥", "💛": "♥",
    "💚": "♥", "💙": "♥", "💜": "♥", "🧡": "♥", "🤍": "♡", "📞": "☎", "☎": "☎", "🎵": "♪", "✨": "*", "₩": "",
    "€": "유로",
    "©": "(C)", "®": "(R)", "™": "TM", "\u00a0": " ", "\u200b": "", "\ufe0f": "", "\u200d": "", "“": "\"", "”": "\"",
    "‘": "'", "’": "'", "‚": ",", "„": "\"", "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "â": "a", "ñ": "n",
    "ü": "u",
    "ö": "o", "ä": "a", "ç": "c", "í": "i", "ó": "o", "ú": "u", "\t": " ",
}
"""What a carrier cannot carry, and what stands for it. Everything else outside KS X 1001 is left out."""


@dataclass(frozen=True)
class Flag:
    """One character at ``index`` that carriers do not carry, and what should stand there (may be empty)."""

    index: int
    char: str
    replacement: str
    reason: Literal["outside", "rare_syllable"]


@dataclass(frozen=True)
class SmsRequest:
    """What goes into a message. ``opt_out`` is the free 080 number. With ``provider_frame`` the sending service puts
    mark and opt-out around the text itself, so that they do not stand twice. ``hour`` (0–23, Korean time) is when it
    shall be sent, None when unknown."""

    body: str
    store: str
    contact: str = ""
    opt_out: str = ""
    provider_frame: bool = False
    hour: int | None = None


@dataclass(frozen=True)
class Sms:
    """A message. ``bytes`` counts ``text``; ``limit`` is that of ``kind``. ``complete`` is false while something the
    law asks for is missing: ``missing`` says what. ``flags`` refer to positions in the body as it was given."""

    text: str
    bytes: int
    kind: Literal["SMS", "LMS"]
    limit: int
    over: int
    flags: tuple[Flag, ...]
    complete: bool
    missing: tuple[Note, ...]
    reminders: tuple[Note, ...]


CONSENT = Note("미리 수신에 동의한 손님에게만 보낼 수 있어요.", "Only to customers who consented beforehand.")
NIGHT = Note("밤 9시부터 아침 8시 사이에 보내려면 야간 수신 동의를 따로 받아야 해요.",
             "Between 21:00 and 08:00 a separate night-time consent is needed.")
AS_TEXT = Note("(광고) 표시와 무료수신거부는 그림이 아니라 글자로 들어가야 해요.",
               "The mark and the opt-out must be text, not part of a picture.")
_NO_OPT_OUT = Note("무료 수신거부 번호(080)를 넣어야 완성돼요. 문자 발송 업체에서 받을 수 있어요.",
                   "A free opt-out number (080) is needed; your sending service provides one.")
_NO_CONTACT = Note("연락처를 넣어야 완성돼요.", "A contact number is needed.")
_NO_STORE = Note("보내는 가게 이름을 넣어야 완성돼요.", "The sender's name is needed.")
_NO_BODY = Note("보낼 내용을 적어 주세요.", "Write what to send.")
_TOO_LONG = Note("2,000바이트를 넘어요. 내용을 줄여 주세요.", "Over 2,000 bytes. Shorten the text.")


def count(text: str) -> int:
    """Bytes as carriers count: ASCII one, everything else two, a line break one."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def flags(text: str) -> tuple[Flag, ...]:
    """The characters of ``text`` that KS X 1001 lacks, with a replacement."""
    found = []
    for index, char in enumerate(text):
        width = _width(char)
        if width == 8:
            found.append(Flag(index, char, _common(char), "rare_syllable"))
        elif width == 0:
            found.append(Flag(index, char, _stand_in(char), "outside"))
    return tuple(found)


def carried(text: str) -> str:
    """``text`` with every flagged character replaced."""
    if _is_plain(text):
        return text
    put = {flag.index: flag.replacement for flag in flags(text)}
    return "".join(put.get(index, char) for index, char in enumerate(text))


def _is_plain(text: str) -> bool:
    """Whether nothing needs replacing, asked of the whole text at once: most texts, and quick."""
    try:
        return len(text.encode("euc_kr")) == count(text) and text.replace("\n", "").isprintable()
    except UnicodeEncodeError:
        return False


def _width(char: str) -> int:
    """Bytes of the codec: 1, 2, 8 for a syllable spelt out of its letters, 0 for what it does not know."""
    if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co"):
        return 0
    try:
        return len(char.encode("euc_kr"))
    except UnicodeEncodeError:
        return 0


def _stand_in(char: str) -> str:
    if char in REPLACEMENTS:
        return REPLACEMENTS[char]
    plain = unicodedata.normalize("NFKC", char)
    if plain != char and all(_width(part) in (1, 2) for part in plain):
        return plain
    bare = "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))
    return bare if bare != char and all(_width(part) in (1, 2) for part in bare) else ""


_PLAIN_FINAL = {2: 1, 3: 1, 5: 4, 6: 4, 9: 1, 10: 16, 11: 8, 12: 8, 13: 8, 14: 8, 15: 8, 18: 17, 20: 19, 22: 19,
                23: 19, 24: 1, 25: 19, 26: 17, 27: 19}
_PLAIN_INITIAL = {1: 0, 4: 3, 8: 7, 10: 9, 13: 12, 14: 12, 15: 0, 16: 3, 17: 7}


def _common(syllable: str) -> str:
    """A syllable of KS X 1001 near to ``syllable``: a plainer final, then a plainer initial, then none, then any."""
    if syllable == "됬":  # a misspelling, not a rare word
        return "됐"
    point = ord(syllable) - 0xAC00
    initial, final = divmod(point, 588)[0], point % 28
    vowel = point - initial * 588 - final
    plain = _PLAIN_FINAL.get(final, final)
    tries = [(initial, vowel, plain), (_PLAIN_INITIAL.get(initial, initial), vowel, plain), (initial, vowel, 0),
             (_PLAIN_INITIAL.get(initial, initial), vowel, 0), (initial, 0, plain), (initial, 0, 0)]
    near = (chr(0xAC00 + first * 588 + middle + last) for first, middle, last in tries)
    return next((one for one in near if _width(one) == 2), "")


def build(request: SmsRequest) -> Sms:
    """The message for ``request``: mark, store, body, contact, free opt-out, as text.

    Nothing is cut: ``over`` says how many bytes are too many for an LMS. A mark or an opt-out line typed into the body
    is not doubled.

    Raises:
        InvalidInput: an hour outside 0…23, or a body of more than 2,000 characters.
    """
    if request.hour is not None and not 0 <= request.hour <= 23:
        raise InvalidInput("보낼 시각을 0~23시로 적어 주세요.", "The hour must be 0 to 23.", field="hour")
    if len(request.body) > LMS_BYTES:
        raise InvalidInput("내용을 2,000자 안으로 줄여 주세요.", "Keep the text within 2,000 characters.", field="body")
    body = unicodedata.normalize("NFC", request.body).replace("\r\n", "\n").replace("\r", "\n")
    inner = _OPT_OUT.sub("", _FORGED.sub("", carried(_WON_SIGN.sub(r"\1원", body)))).strip()
    store, contact = carried(request.store).strip(), carried(request.contact).strip()
    text = _framed(request, store, inner, contact)
    size = count(text)
    kind: Literal["SMS", "LMS"] = "SMS" if size <= SMS_BYTES else "LMS"
    limit = SMS_BYTES if kind == "SMS" else LMS_BYTES
    missing = _missing(request, store, inner, contact) + ((_TOO_LONG,) if size > LMS_BYTES else ())
    night = request.hour is not None and (request.hour >= 21 or request.hour < 8)
    return Sms(text, size, kind, limit, max(0, size - LMS_BYTES), flags(body), not missing, missing,
               (CONSENT, AS_TEXT, *((NIGHT,) if night or request.hour is None else ())))


def room(store: str, contact: str, opt_out: str = "080-000-0000", limit: int = SMS_BYTES) -> int:
    """Bytes that are left for a body within ``limit`` beside mark, store, contact and opt-out; negative: none."""
    frame = _framed(SmsRequest("", store, contact, opt_out), carried(store).strip(), "-", carried(contact).strip())
    return limit - count(frame) + 1


def _framed(request: SmsRequest, store: str, inner: str, contact: str) -> str:
    ending = [part for part in (contact if contact not in inner else "",
                                f"무료수신거부 {request.opt_out.strip()}" if request.opt_out.strip() else "") if part]
    if request.provider_frame:
        return "\n".join(part for part in (store if store not in inner else "", inner, *ending[:1 if contact else 0])
                         if part)
    return "\n".join(part for part in (MARK + store, inner, *ending) if part)


def _missing(request: SmsRequest, store: str, inner: str, contact: str) -> tuple[Note, ...]:
    checks = ((not inner, _NO_BODY), (not store, _NO_STORE), (not contact, _NO_CONTACT),
              (not request.provider_frame and not _FREE.match(request.opt_out.strip()), _NO_OPT_OUT))
    return tuple(note for wrong, note in checks if wrong)
