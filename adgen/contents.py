"""Contents (ads): listing, views, deletion with undo, and the sweep that ends the undo."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from . import audit, searching
from .errors import ImageNotFound
from .files import ImageFiles, bare_name
from .models import Content, ContentFile, Photo, Project, Store, now
from .owned import UNDO, get_owned, mark_deleted, stamp

TYPES = ("text_ad", "image_gen", "background_removal", "sketch_to_image")
Link = Callable[[str], str]
"""``link(file name)`` is the signed address of a picture."""


def view(content: Content, link: Link) -> dict[str, Any]:
    """The content as programs see it; ``image_url`` is the finished picture, ``posters`` the channels' sizes."""
    main = content.result_image_path
    return {
        "id": content.id, "content_id": content.id, "project_id": content.project_id, "type": content.type,
        "job_id": content.job_id, "parent_id": content.parent_id, "replaced_by_id": content.replaced_by_id,
        "user_prompt": content.user_prompt,
        "image_prompt": content.image_prompt, "optimized_prompt": content.optimized_prompt,
        "text_in_image": content.text_in_image, "ad_copy": content.ad_copy, "copy": content.copy_json,
        "original_image_path": content.original_image_path, "result_image_path": main,
        "image_path": main, "image_url": link(main) if main else None,
        "posters": posters(content, link), "files": [_file(file) for file in content.files],
        "ai_config": content.ai_config, "generation_time": content.generation_time,
        "is_success": content.is_success, "error_message": content.error_message,
        **content.ai_config.get("provenance", {}),
        "created_at": stamp(content.created_at), "updated_at": stamp(content.updated_at),
        "deleted_at": stamp(content.deleted_at),
    }


def posters(content: Content, link: Link) -> list[dict[str, Any]]:
    """The finished posters: channel, size in pixels, signed addresses of the picture and, for print, of the PDF."""
    prints = {file.variant.removesuffix(".pdf"): file.name for file in content.files if file.name.endswith(".pdf")}
    rows = []
    for file in content.files:
        if file.variant in ("main", "base") or file.name.endswith(".pdf"):
            continue
        pdf = prints.get(file.variant)
        rows.append({"channel": file.variant, "width": file.width, "height": file.height, "url": link(file.name),
                     "format": file.name.rpartition(".")[2], "bytes": file.bytes,
                     "pdf_url": link(pdf) if pdf else None,
                     **{key: file.details.get(key) for key in ("template", "notes", "min_contrast", "label_shown")}})
    return rows


def _file(file: ContentFile) -> dict[str, Any]:
    return {"variant": file.variant, "name": file.name, "sha256": file.sha256, "bytes": file.bytes,
            "width": file.width, "height": file.height}


def result(content: Content, link: Link) -> dict[str, Any]:
    """What ``generate`` answers: the contract's fields, ours beside them."""
    config = content.ai_config
    return {"success": content.is_success, "message": "광고를 만들었어요.", "content_id": content.id,
            "image_url": link(content.result_image_path or ""), "image_path": content.result_image_path,
            "optimized_prompt": content.optimized_prompt, "ad_copy": content.ad_copy,
            "generation_time": content.generation_time, "job_id": content.job_id,
            "posters": posters(content, link), "copy": content.copy_json,
            **{key: config.get(key) for key in ("seed", "steps", "width", "height", "generated_width",
                                                "generated_height", "ignored", "engine_reason", "copy_note",
                                                "copy_note_en")},
            **config.get("provenance", {})}


def listed(session: Session, user_id: int, project_id: int | None = None, skip: int = 0, limit: int = 50,
           content_type: str | None = None, only_finished: bool = False, versions: bool = False,
           deleted: bool = False, q: str | None = None) -> list[Content]:
    """The user's contents, newest first; with ``versions`` also those that a later edit replaced, with ``q`` only those
    that hold every word of it.

    With ``deleted`` instead those that can still be restored, the last deleted first.
    """
    if project_id is not None:
        get_owned(session, Project, project_id, user_id)
    query = select(Content.id)
    if q and q.strip():
        dialect = session.get_bind().dialect.name
        found, number = searching.matching(dialect, user_id, q), searching.key(dialect)
        if found is None:
            return []
        query = query.select_from(searching.SEARCH.join(Content, Content.id == number)).where(found)
        by: Any = number.desc() if dialect == "sqlite" else Content.id.desc()  # FTS5 walks its own order backwards
    else:
        by = Content.id.desc()
    query = query.where(Content.user_id == user_id)
    if versions and not deleted:  # replaced ones stand in no index by owner, but in that of their campaigns
        query = query.where(Content.project_id.in_(select(Project.id).join(Store).where(Store.user_id == user_id)))
    if project_id is not None:
        query = query.where(Content.project_id == project_id)
    elif gone := _deleted_campaigns(session, user_id):
        query = query.where(Content.project_id.not_in(gone))
    if content_type:
        query = query.where(Content.type == content_type)
    if only_finished:
        query = query.where(Content.is_success)
    if deleted:
        query = query.where(Content.deleted_at > now() - UNDO).order_by(Content.deleted_at.desc(), Content.id.desc())
    else:
        query = query.where(Content.deleted_at.is_(None)).order_by(by)
        if not versions:
            query = query.where(Content.replaced_by_id.is_(None))
    # Numbers first: they stand in the index, so that what is passed over is never read.
    numbers = list(session.scalars(query.offset(skip).limit(limit)))
    rows = {row.id: row for row in session.scalars(
        select(Content).options(selectinload(Content.files)).where(Content.id.in_(numbers)))}
    return [rows[number] for number in numbers]


def _deleted_campaigns(session: Session, user_id: int) -> list[int]:
    """The user's campaigns that are deleted, or whose store is: their ads are gone from every list."""
    return list(session.scalars(select(Project.id).join(Store).where(
        Store.user_id == user_id, or_(Project.deleted_at.is_not(None), Store.deleted_at.is_not(None)))))


def delete(session: Session, user_id: int, content_id: int, link: Link) -> dict[str, Any]:
    """Delete; the view says in ``deleted`` how many pictures went with it."""
    content = get_owned(session, Content, content_id, user_id)
    mark_deleted(content)
    audit.note(session, "deleted", user_id, subject=f"content {content.id}")
    return {**view(content, link), "deleted": {"files": len(content.files)}}


def file_owner(session: Session, name: str) -> int:
    """The user to whom the file ``name`` belongs, or ImageNotFound; deleted ads have no files."""
    uploaded = session.scalar(select(Photo.user_id).where(Photo.name == bare_name(name)))
    if uploaded is not None:
        return uploaded
    query = (select(Store.user_id).join(Project).join(Content).join(ContentFile)
             .where(ContentFile.name == bare_name(name), Content.deleted_at.is_(None),
                    Project.deleted_at.is_(None), Store.deleted_at.is_(None)))
    owner = session.scalar(query)
    if owner is None:
        raise ImageNotFound
    return owner


def of_file(session: Session, name: str) -> tuple[Content, str] | None:
    """The content whose file ``name`` is, and the channel (or main, base) it shows; None for photos."""
    file = session.scalar(select(ContentFile).where(ContentFile.name == bare_name(name)))
    return (file.content, file.variant.removesuffix(".pdf")) if file else None


def file_of(session: Session, user_id: int, content_id: int, variant: str = "main") -> str:
    """The name of one picture of the user's content; ImageNotFound when there is no such variant."""
    content = get_owned(session, Content, content_id, user_id)
    name = next((file.name for file in content.files if file.variant == variant), None)
    if name is None:
        raise ImageNotFound
    return name


def expire(session: Session) -> int:
    """Remove for good the rows of what was deleted longer ago than the undo lasts; how many.

    Their pictures go with the next ``sweep``, after this is committed: a row must never name a missing file.
    """
    limit = now() - UNDO
    gone: list[Any] = [
        *session.scalars(select(Store).where(Store.deleted_at < limit)),
        *session.scalars(select(Project).where(Project.deleted_at < limit)),
        *session.scalars(select(Content).where(or_(Content.deleted_at < limit))),
    ]
    for row in gone:
        session.delete(row)
    return len(gone)


def sweep(session: Session, files: ImageFiles) -> int:
    """Remove pictures that no row names; how many."""
    return files.sweep({*session.scalars(select(ContentFile.name)), *session.scalars(select(Photo.name))})
