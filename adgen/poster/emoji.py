"""Emoji as drawings: which sequences of characters are one emoji, and what stands for those without a drawing.

The drawings are Noto Emoji, one SVG body of 128 × 128 for each sequence in ``assets/icons/emoji.zip``. Skin tones are
not drawn; a sequence without a drawing becomes its first emoji that has one; a country's flag becomes its two letters.
"""

import io
import re
import zipfile
from functools import cache, lru_cache
from pathlib import Path

_ARCHIVE = Path(__file__).parents[2] / "assets" / "icons" / "emoji.zip"
_ZWJ, EMOJI_STYLE, TEXT_STYLE = "\u200d", "\ufe0f", "\ufe0e"
_TONES = "\U0001f3fb-\U0001f3ff"
_PICTURE = ("[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u24c2\u25a0-\u27bf\u2934\u2935"
            "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")
_ONE = f"{_PICTURE}[{_TONES}]?[{EMOJI_STYLE}{TEXT_STYLE}]?"
# Unicode UTS #51, ED-17: flags, keycaps, tag sequences, joined sequences.
_SEQUENCE = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]{EMOJI_STYLE}?\u20e3|{_ONE}[\U000e0020-\U000e007f]+|{_ONE}(?:{_ZWJ}{_ONE})*",
)
_UNDRAWN = re.compile(f"[{EMOJI_STYLE}{TEXT_STYLE}{_TONES}\U000e0020-\U000e007f]")


def clusters(text: str) -> list[str]:
    """``text`` cut into what is drawn as one: an emoji sequence, or a single character."""
    parts: list[str] = []
    at = 0
    for found in _SEQUENCE.finditer(text):
        parts.extend(text[at:found.start()])
        parts.append(found.group())
        at = found.end()
    parts.extend(text[at:])
    return parts


@cache
def _archive() -> zipfile.ZipFile:
    # In memory: its directory takes 10 ms to read, and a file handle would not survive a fork.
    return zipfile.ZipFile(io.BytesIO(_ARCHIVE.read_bytes()))


@cache
def _names() -> frozenset[str]:
    return frozenset(_archive().namelist())


def _name(cluster: str) -> str:
    return "-".join(f"{ord(char):04x}" for char in cluster)


@lru_cache(maxsize=1024)
def plain(cluster: str) -> str:
    """The drawn form of an emoji sequence: itself without tones, its first drawn part, a flag's letters, or ''."""
    bare = _UNDRAWN.sub("", cluster)
    if _name(bare) in _names():
        return bare
    if len(bare) == 2 and all("\U0001f1e6" <= char <= "\U0001f1ff" for char in bare):
        return "".join(chr(ord(char) - 0x1F1E6 + ord("A")) for char in bare)
    return next((part for part in bare.split(_ZWJ) if _name(part) in _names()), "")


@lru_cache(maxsize=256)
def emoji(cluster: str) -> str | None:
    """Inner SVG (128 × 128) of an emoji, or None."""
    name = _name(_UNDRAWN.sub("", cluster))
    return _archive().read(name).decode("utf-8") if name in _names() else None
