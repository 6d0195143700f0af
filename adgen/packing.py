"""The zip that an owner takes home: every size, the words for each channel, and what to say about AI where.

Names must unzip rightly on Windows and macOS: composed Hangul (NFC) with the UTF-8 flag, which ``zipfile`` sets for
every name beyond ASCII, and no reserved characters or names (Microsoft, "Naming Files, Paths, and Namespaces"). What
to tick where: facts of 2026-11-23 (etnews 2026-02-06 for 당근, inews24 2025-05-20 for Naver).
"""

import re
import shutil
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from .errors import ImageNotFound
from .seoul import SEOUL

LONGEST_NAME = 80
LABEL_FILE = "AI표시.txt"
_SPOOL = 8 * 1024 * 1024
"""Bytes of a zip that are kept in memory; a larger one goes to a temporary file."""
_RESERVED = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?: *\.|$)", re.I)
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "So", "Sk")
"""Controls, marks without a width, private characters, and pictographs, which many unpackers cannot name."""
_STORED = (".png", ".jpg", ".jpeg", ".webp", ".pdf", ".zip")
"""Compressed already: deflating them again costs time and saves nothing."""


@dataclass(frozen=True)
class Picture:
    """One file of an ad. ``name`` is what the owner should read, without extension; ``extension`` has no dot.

    ``content`` is the bytes, or the path of a file that is copied piece by piece.
    """

    name: str
    extension: str
    content: bytes | Path


@dataclass(frozen=True)
class Words:
    """The text to paste into one channel; ``mark`` is its last line when a language model wrote it: the
    notice where it is exported (AI Basic Act Art. 31 (2))."""

    channel: str
    text: str
    mark: str = ""


@dataclass(frozen=True)
class Label:
    """How an ad was made. ``source_type`` is the IPTC digital source type, empty for an own photo; ``label_text`` is
    the visible mark, empty for none; ``text_model`` is None when no model wrote the words."""

    picture_ai: bool
    copy_ai: bool
    engine: str = ""
    text_model: str | None = None
    label_text: str = ""
    source_type: str = ""


@dataclass(frozen=True)
class Ad:
    """One ad to pack. ``groups`` are the keys of its channels' groups (``channels.Group``)."""

    title: str
    made_at: datetime
    label: Label
    pictures: tuple[Picture, ...] = ()
    words: tuple[Words, ...] = ()
    groups: tuple[str, ...] = ()


def pack(ads: Sequence[Ad]) -> IO[bytes]:
    """A zip of one ad, or of several in a folder each, as a readable file at its beginning; close it after use.

    Pictures that are paths are never in memory whole; above 8 MB the zip itself lies in a temporary file.

    Raises:
        ImageNotFound: a path that does not exist; nothing has been packed then.
    """
    for picture in (picture for ad in ads for picture in ad.pictures):
        if isinstance(picture.content, Path) and not picture.content.is_file():
            raise ImageNotFound
    # A seekable file lets zipfile write sizes and checksums ahead of the data: some unpackers want that for stored
    # entries (java.util.zip refuses them otherwise).
    out = tempfile.SpooledTemporaryFile(_SPOOL)
    with zipfile.ZipFile(out, "w") as archive:
        folders: set[str] = set()
        for ad in ads:
            folder = safe_name(ad.title, "", folders, "광고") + "/" if len(ads) > 1 else ""
            _add(archive, folder, ad)
    out.seek(0)
    return out


def _add(archive: zipfile.ZipFile, folder: str, ad: Ad) -> None:
    taken = {LABEL_FILE.casefold()}
    for picture in ad.pictures:
        name = safe_name(picture.name, f".{picture.extension}", taken, "그림")
        entry = _entry(folder + name, ad.made_at)
        if isinstance(picture.content, Path):
            with archive.open(entry, "w", force_zip64=False) as target, open(picture.content, "rb") as source:
                shutil.copyfileobj(source, target, 1024 * 1024)
        else:
            archive.writestr(entry, picture.content)
    for words in ad.words:
        name = safe_name(words.channel, "_copy.txt", taken, "문구")
        text = f"{words.text}\n\n[{words.mark}]" if words.mark else words.text
        archive.writestr(_entry(folder + name, ad.made_at), notepad(text))
    archive.writestr(_entry(folder + LABEL_FILE, ad.made_at), notepad(label_record(ad)))


def _entry(name: str, made_at: datetime) -> zipfile.ZipInfo:
    """An entry with the time in Seoul: a zip knows no time zone, and its years begin with 1980."""
    local = _local(made_at)
    year = min(2107, max(1980, local.year))
    entry = zipfile.ZipInfo(name, (year, local.month, local.day, local.hour, local.minute, local.second))
    entry.compress_type = zipfile.ZIP_STORED if name.lower().endswith(_STORED) else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _local(moment: datetime) -> datetime:
    """``moment`` in Seoul; one without a zone is UTC, as the database gives it."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(SEOUL)


def notepad(text: str) -> bytes:
    """A text as Windows Notepad and every other editor read it: UTF-8 with BOM, lines ended by CRLF."""
    return re.sub(r"\r\n|\r|\n", "\r\n", text.rstrip() + "\n").encode("utf-8-sig", "replace")


def safe_name(name: str, ending: str, taken: set[str], spare: str) -> str:
    """``name`` + ``ending`` as one file name for Windows, macOS and Linux; it is added to ``taken``.

    Composed, without reserved or unseen characters, at most 80 characters, no device's name, no dot or space at the
    ends, and told from the taken ones by a number (case is no difference on Windows). ``spare`` is used where nothing
    is left of ``name``.
    """
    seen = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", name)
                   if char.isspace() or unicodedata.category(char) not in _UNSEEN)
    stem = re.sub(r" +", " ", _RESERVED.sub(" ", seen)).strip(" .")
    if _DEVICES.match(stem + ending):
        stem = f"_{stem}"
    for number in _numbers():
        after = f"{number}{ending}"
        made = (stem or spare)[:LONGEST_NAME - len(after)].rstrip(" .") + after
        if made.casefold() not in taken:
            taken.add(made.casefold())
            return made
    raise AssertionError("the numbers never end")


def _numbers() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f" ({number})"
        number += 1


_TICKS = {
    "naver": "네이버 블로그·카페·밴드: 글쓰기 화면에서 'AI 활용' 표시를 켜 주세요.",
    "daangn": "당근: AI로 만든 광고라고 밝혀야 심사를 통과해요. 그림에 있는 AI 표시를 지우지 마세요.",
    "delivery": "배달앱: 메뉴 사진은 직접 찍은 사진으로 올려 주세요. AI 그림을 함께 쓴다면 "
                "'이미지는 연출된 AI 이미지로 실제와 다를 수 있습니다'라고 적어 주세요.",
}
"""What the owner does in a channel when the picture is made by AI, by the channel's group."""
_ELSEWHERE = "다른 곳에 올릴 때도 'AI로 만든 이미지'라고 한 줄 적어 주세요."


def label_record(ad: Ad) -> str:
    """What the ad is made of and what to tick where, as a text for the owner."""
    label = ad.label
    picture = "생성형 AI로 만든 그림" if label.picture_ai else \
        "프로그램이 도형으로 그린 그림 (생성형 AI 아님)" if label.source_type else "직접 올린 사진 (생성형 AI 아님)"
    rows = (("광고", ad.title), ("만든 날", _local(ad.made_at).strftime("%Y-%m-%d")),
            ("그림", picture), ("그림 엔진", label.engine),
            ("문구", "생성형 AI로 쓴 문구" if label.copy_ai else "생성형 AI로 쓰지 않은 문구"),
            ("AI가 쓴 글", ", ".join(words.channel for words in ad.words if words.mark)),
            ("문구 모델", label.text_model or ""), ("표시 문구", label.label_text),
            ("파일에 담긴 표시 (IPTC)", label.source_type))
    lines = ["AI 사용 기록", "", *(f"{name}: {value}" for name, value in rows if value), "", "올릴 때 할 일"]
    lines += [f"- {todo}" for todo in _todo(label, ad.groups)]
    lines += ["", "이 안내는 2026년 11월 기준이고 법률 자문이 아니에요.",
              "채널의 규칙은 바뀔 수 있으니 올리기 전에 확인해 주세요."]
    return "\n".join(lines)


def _todo(label: Label, groups: Sequence[str]) -> list[str]:
    if label.picture_ai:
        return [*(text for group, text in _TICKS.items() if group in groups), _ELSEWHERE]
    if label.copy_ai:
        naver = [_TICKS["naver"]] if "naver" in groups else []
        return [*naver, "문구를 그대로 올린다면 AI의 도움을 받아 썼다고 밝혀 주세요."]
    return ["생성형 AI를 쓰지 않은 광고라서 따로 표시할 것이 없어요."]
