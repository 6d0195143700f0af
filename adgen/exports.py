"""The export log, and the zip of an ad or a campaign with the signed address that opens it."""

import json
import tempfile
import time
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from . import contents
from .channels import CHANNELS
from .errors import NothingToEdit
from .models import Content, Export, Project, Store
from .owned import get_owned, stamp
from .security import image_link_holds, sign_image
from .services import Services

LINK_SECONDS = 3600
_IN_MEMORY = 8 * 1024 * 1024
_UNSAFE = set('\\/:*?"<>|')


@dataclass(frozen=True)
class Wanted:
    """What is to be packed: one ad, or a campaign's."""

    kind: Literal["contents", "projects"]
    key: int

    @property
    def signed_name(self) -> str:
        """What the signature of its address covers, beside owner and expiry."""
        return f"zip/{self.kind}/{self.key}"


@dataclass(frozen=True)
class Packed:
    """A finished zip: its name without suffix, its size in bytes, and the open file."""

    name: str
    size: int
    file: IO[bytes]

    def chunks(self) -> Iterator[bytes]:
        """The file in pieces; it is closed after the last."""
        with self.file as file:
            while piece := file.read(256 * 1024):
                yield piece


def note(session: Session, user_id: int, kind: str, content: Content, channels: Sequence[str], *,
         notice: bool = False) -> None:
    """Write down that ``channels`` of an ad left the house, and whether the AI mark and the notice were shown."""
    shown = [bool(file.details.get("label_shown")) for file in content.files
             if file.variant.removesuffix(".pdf") in set(channels)]
    session.add(Export(user_id=user_id, content_id=content.id, project_id=content.project_id, kind=kind,
                       channels=list(channels), label_shown=bool(shown) and all(shown), notice_shown=notice))


def downloaded(services: Services, user_id: int, name: str, notice: bool) -> None:
    """Write down that a file was saved; a photo that its owner uploaded is no ad."""
    with services.writing() as session:
        found = contents.of_file(session, name)
        if found is not None:
            content, channel = found
            note(session, user_id, "download", content, [channel], notice=notice)


def listed(session: Session, user_id: int, skip: int = 0, limit: int = 100) -> list[dict[str, Any]]:
    """The user's exports, newest first."""
    query = select(Export).where(Export.user_id == user_id).order_by(Export.id.desc()).offset(skip).limit(limit)
    return [{"id": row.id, "content_id": row.content_id, "project_id": row.project_id, "kind": row.kind,
             "channels": row.channels, "label_shown": row.label_shown, "notice_shown": row.notice_shown,
             "created_at": stamp(row.created_at)} for row in session.scalars(query)]


def zip_link(services: Services, user_id: int, wanted: Wanted) -> dict[str, Any]:
    """A signed address, good for an hour. Raises ContentNotFound, ProjectNotFound."""
    with services.reading() as session:
        if wanted.kind == "contents":
            get_owned(session, Content, wanted.key, user_id)
        else:
            get_owned(session, Project, wanted.key, user_id)
    expires = int(time.time()) + LINK_SECONDS
    signature = sign_image(services.secret, wanted.signed_name, user_id, expires)
    return {"url": f"/api/v1/{wanted.kind}/{wanted.key}/zip?exp={expires}&sig={signature}",
            "expires_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(expires))}


def holder(services: Services, wanted: Wanted, exp: str, sig: str) -> int | None:
    """The owner for whom a signed address is good; None when it is none."""
    if not (sig and exp.isascii() and exp.isdigit() and len(exp) < 12):
        return None
    query = select(Store.user_id).join(Project)
    query = (query.where(Project.id == wanted.key) if wanted.kind == "projects"
             else query.join(Content).where(Content.id == wanted.key))
    with services.reading() as session:
        owner = session.scalar(query)
    good = owner is not None and image_link_holds(services.secret, wanted.signed_name, owner, int(exp), sig)
    return owner if good else None


def pack(services: Services, user_id: int, wanted: Wanted, notice: bool = False) -> Packed:
    """The zip, and its line in the log. Raises ContentNotFound, ProjectNotFound, NothingToEdit (no finished ad)."""
    with services.writing() as session:
        if wanted.kind == "contents":
            ads = [get_owned(session, Content, wanted.key, user_id)]
            title = str(ads[0].copy_json.get("headline") or ads[0].user_prompt)
        else:
            title = get_owned(session, Project, wanted.key, user_id).title
            ads = contents.listed(session, user_id, wanted.key, limit=500)
        ads = [ad for ad in ads if ad.is_success]
        if not ads:
            raise NothingToEdit
        file = tempfile.SpooledTemporaryFile(_IN_MEMORY)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for place, ad in enumerate(ads, 1):
                folder = "" if wanted.kind == "contents" else f"{place:02d}_{_named(ad)}/"
                _fill(services, archive, ad, folder)
                note(session, user_id, "zip", ad, [row.variant for row in ad.files if row.variant in CHANNELS],
                     notice=notice)
    size = file.tell()
    file.seek(0)
    return Packed(safe(title), size, file)


def _fill(services: Services, archive: zipfile.ZipFile, ad: Content, folder: str) -> None:
    for row in ad.files:
        if row.variant == "base":
            continue
        channel = CHANNELS.get(row.variant.removesuffix(".pdf"))
        name = channel.ko if channel else "전체"
        archive.write(services.files.path(row.name), f"{folder}{safe(name)}.{row.name.rpartition('.')[2]}")
    captions = ad.copy_json.get("captions", {})
    for key, caption in captions.items():
        tags = " ".join(f"#{tag}" for tag in caption.get("hashtags", []))
        archive.writestr(f"{folder}문구_{safe(key)}.txt", f"{caption['text']}\n\n{tags}".strip() + "\n")
    record = {"content_id": ad.id, **ad.ai_config.get("provenance", {}),
              "files": {row.variant: {"sha256": row.sha256, **row.details} for row in ad.files}}
    archive.writestr(f"{folder}표시기록.json", json.dumps(record, ensure_ascii=False, indent=2))


def _named(ad: Content) -> str:
    return safe(str(ad.copy_json.get("headline") or ad.user_prompt))[:30].strip()


def safe(text: str) -> str:
    """A file name that Windows and macOS take: composed Hangul, no reserved characters, at most 60."""
    text = unicodedata.normalize("NFC", text)
    kept = "".join(c if c.isprintable() and c not in _UNSAFE else " " for c in text)
    return " ".join(kept.split()).strip(". ")[:60] or "광고"
