"""The export log, and the zip of an ad or a campaign with the signed address that opens it."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from . import ads, contents, packing
from .brief import Caption
from .channels import CHANNELS, TEXTS
from .errors import InvalidInput, NothingToEdit
from .forms import ExportNote
from .models import Content, Export, Project, Store
from .owned import get_owned, stamp
from .provenance import WORDS_KO
from .security import image_link_holds, sign_image
from .services import Services

LINK_SECONDS = 3600
LANGUAGES = {"en": "영어", "ja": "일본어", "zh": "중국어"}


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


def shared(services: Services, user_id: int, content_id: int, form: ExportNote) -> dict[str, Any]:
    """Write down that the owner shared these sizes of an ad; the log's new row.

    Raises ContentNotFound; InvalidInput for a size that the ad does not have.
    """
    with services.writing() as session:
        content = get_owned(session, Content, content_id, user_id)
        there = {"main", *(file.variant.removesuffix(".pdf") for file in content.files)}
        if not set(form.channels) <= there:
            raise InvalidInput("이 광고에 없는 크기예요.", "The ad has no such size.", field="channels")
        note(session, user_id, form.kind, content, form.channels, notice=form.notice)
        session.flush()
        return listed(session, user_id, limit=1)[0]


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
            rows = [get_owned(session, Content, wanted.key, user_id)]
            title = _titled(rows[0])
        else:
            title = get_owned(session, Project, wanted.key, user_id).title
            rows = contents.listed(session, user_id, wanted.key, limit=500)
        rows = [row for row in rows if row.is_success]
        if not rows:
            raise NothingToEdit
        file = packing.pack([_ad(services, row) for row in rows])
        for row in rows:
            note(session, user_id, "zip", row, [made.variant for made in row.files if made.variant in CHANNELS],
                 notice=notice)
    size = file.seek(0, 2)
    file.seek(0)
    return Packed(title, size, file)


def _ad(services: Services, content: Content) -> packing.Ad:
    marks, pictures, groups = content.ai_config.get("provenance", {}), [], dict[str, None]()
    for made in content.files:
        if made.variant == "base":
            continue
        channel = CHANNELS.get(made.variant.removesuffix(".pdf"))
        if channel is not None:
            groups[channel.group] = None
        size = f"{channel.ko} {made.width}x{made.height}" if channel else f"광고 {made.width}x{made.height}"
        pictures.append(packing.Picture(size, made.name.rpartition(".")[2], services.files.path(made.name)))
    label = packing.Label(bool(marks.get("image_ai")), bool(marks.get("copy_ai")), str(marks.get("engine") or ""),
                          marks.get("text_model"), str(marks.get("label_text") or ""),
                          str(marks.get("digital_source_type") or "").rpartition("/")[2])
    return packing.Ad(_titled(content), content.created_at, label, tuple(pictures), _words(content), tuple(groups))


def _words(content: Content) -> tuple[packing.Words, ...]:
    """What is pasted into each channel: one text for all slots of a group that share it; then the translations."""
    kept, usual = content.copy_json, str(content.ai_config.get("writer") or "builtin")
    rows = []
    for key, row in kept.get("captions", {}).items():
        caption = ads.caption_of(row)
        if caption.text:
            name = TEXTS[key].ko if key in TEXTS else key
            rows.append(packing.Words(name, _whole(caption), _mark(caption.writer or usual)))
    rows += [packing.Words(f"포스터 문구({LANGUAGES.get(language, language)})", _lines(lines), _mark(usual))
             for language, lines in kept.get("translations", {}).items()]
    return tuple(rows)


def _mark(writer: str) -> str:
    return "" if writer == "builtin" else WORDS_KO


def _whole(caption: Caption) -> str:
    """Title, text with its hashtags, and button, each marked as what it is."""
    title = f"[제목] {caption.title}" if caption.title else ""
    button = f"[버튼] {caption.button}" if caption.button else ""
    return "\n\n".join(filter(None, (title, caption.posted(), button)))


def _lines(lines: dict[str, Any]) -> str:
    """The poster's lines in another language, one below the other."""
    return "\n".join(str(lines[name]) for name in ("headline", "subline", "offer", "period", "call_to_action")
                     if lines.get(name))


def _titled(content: Content) -> str:
    return str(content.copy_json.get("headline") or content.user_prompt)
