"""``python -m adgen import-old``: users, stores, projects and contents of the system that the handover report names.

What is there already (a user's e-mail, a store's name, a project's title, a content's picture and words) is not brought
a second time, so the command may be run again.
"""

import hashlib
import io
import re
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from .contents import TYPES
from .errors import AdgenError, ImportRefused
from .models import Content, ContentFile, Project, Store, User
from .services import Services
from .trades import TRADES

TABLES = ("users", "stores", "projects", "contents")
NEEDED = {"users": {"id", "email"}, "stores": {"id", "user_id", "brand_name"}, "projects": {"id", "store_id", "title"},
          "contents": {"id", "project_id"}}
BUSINESSES = frozenset(trade.business_type for trade in TRADES.values()) | {
    "restaurant", "clothing", "service", "beauty", "education", "medical", "retail", "etc"}
HASH = re.compile(r"\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}")
STATUSES = ("draft", "completed", "archived")
PIXELS = 40_000_000
MARK = "imported_from"


@dataclass
class Report:
    """How many rows of each table came over, were there already, and were left out with why."""

    brought: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    skipped: list[str] = field(default_factory=list)

    def skip(self, table: str, row: dict[str, Any], why: str) -> None:
        """Leave a row out."""
        self.skipped.append(f"{table} {row.get('id')}: {why}")


@dataclass(frozen=True)
class Old:
    """The old database's rows, and the new ids that its ids became."""

    rows: dict[str, list[dict[str, Any]]]
    images: Path
    ids: dict[str, dict[Any, int]]


def import_old(services: Services, database: Path, images: Path) -> Report:
    """Bring everything over, one account with all it has at a time: a run that is broken off can be run again.

    Raises ImportRefused: the file is none of the old system's.
    """
    old, report = Old(read(database), images, {name: {} for name in TABLES}), Report()
    for row in old.rows["users"]:
        with services.writing() as session:
            _user(session, row, old, report)
            _below(session, "stores", "user_id", row["id"], old, report)
        for store in _children(old, "stores", "user_id", row["id"]):
            with services.writing() as session:
                _below(session, "projects", "store_id", store["id"], old, report)
            for project in _children(old, "projects", "store_id", store["id"]):
                _contents(services, project["id"], old, report)
    for table, parent, key in (("stores", "users", "user_id"), ("projects", "stores", "store_id"),
                               ("contents", "projects", "project_id")):
        for row in old.rows[table]:
            if row["id"] not in old.ids[table] and row[key] not in old.ids[parent]:
                report.skip(table, row, f"its {key} {row[key]} was not brought over")
    return report


def read(database: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of the four tables, read without touching the file."""
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as raw:
            raw.row_factory = sqlite3.Row
            rows = {name: [dict(row) for row in raw.execute(f"SELECT * FROM {name} ORDER BY id")] for name in TABLES}
            for name in TABLES:
                have = {column[1] for column in raw.execute(f"PRAGMA table_info({name})")}
                if not NEEDED[name] <= have:
                    raise ImportRefused(place=database, reason=f"{name}: {', '.join(sorted(NEEDED[name] - have))}")
            ours = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'content_files'").fetchone()
    except sqlite3.Error as error:
        raise ImportRefused(place=database, reason=str(error)) from error
    if ours:
        raise ImportRefused(place=database, reason="it is AdGen's own; use restore")
    return rows


def _children(old: Old, table: str, key: str, parent: Any) -> list[dict[str, Any]]:
    return [row for row in old.rows[table] if row[key] == parent]


def _text(row: dict[str, Any], *names: str, most: int | None = None) -> str | None:
    """The first of these columns that holds text, cut to ``most`` characters."""
    for name in names:
        value = str(row.get(name) or "").replace("\x00", "").strip()
        if value:
            return value[:most]
    return None


def _moment(row: dict[str, Any], name: str) -> datetime | None:
    """A time of the old database; it wrote UTC without saying so."""
    try:
        found = datetime.fromisoformat(str(row.get(name)))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _times(row: dict[str, Any]) -> dict[str, datetime]:
    made = _moment(row, "created_at")
    changed = _moment(row, "updated_at") or made
    return {**({"created_at": made} if made else {}), **({"updated_at": changed} if changed else {})}


def _user(session: Session, row: dict[str, Any], old: Old, report: Report) -> None:
    email = (_text(row, "email", most=254) or "").lower()
    if "@" not in email:
        report.skip("users", row, "no e-mail")
        return
    known = session.scalar(select(User.id).where(User.email == email))
    if known is not None:
        old.ids["users"][row["id"]] = known
        report.known["users"] += 1
        return
    # The old system's hashes are bcrypt's too. Who has none sets a new password by mail.
    hashed = _text(row, "password_hash", "hashed_password") or ""
    if not HASH.fullmatch(hashed):
        report.skip("users", row, "brought over without a password: its hash is not bcrypt's")
        hashed = "!"
    business = _text(row, "business_type") or "etc"
    user = User(email=email, username=_text(row, "username", most=50) or email.split("@")[0][:50],
                password_hash=hashed, business_type=business if business in BUSINESSES else "etc",
                is_verified=bool(row.get("is_verified")), is_active=bool(row.get("is_active", True)), **_times(row))
    session.add(user)
    session.flush()
    old.ids["users"][row["id"]] = user.id
    report.brought["users"] += 1


def _below(session: Session, table: str, key: str, parent: Any, old: Old, report: Report) -> None:
    """The stores of a user, or the projects of a store."""
    above = old.ids["users" if table == "stores" else "stores"].get(parent)
    if above is None:
        return
    for row in _children(old, table, key, parent):
        make = _store if table == "stores" else _project
        fresh = make(row, above)
        if fresh is None:
            report.skip(table, row, "no name")
            continue
        title: Any = Store.brand_name if isinstance(fresh, Store) else Project.title
        model: Any = type(fresh)
        owner = Store.user_id == above if isinstance(fresh, Store) else Project.store_id == above
        known = session.scalar(select(model.id).where(owner, title == getattr(fresh, title.key),
                                                      model.created_at == fresh.created_at))
        if known is None:
            session.add(fresh)
            session.flush()
        old.ids[table][row["id"]] = known or fresh.id
        (report.known if known else report.brought)[table] += 1


def _store(row: dict[str, Any], user_id: int) -> Store | None:
    name = _text(row, "brand_name", most=100)
    return Store(user_id=user_id, brand_name=name, brand_tone=_text(row, "brand_tone", most=200),
                 description=_text(row, "description", most=500), **_dated(row)) if name else None


def _project(row: dict[str, Any], store_id: int) -> Project | None:
    title, status = _text(row, "title", most=200), _text(row, "status") or "draft"
    return Project(store_id=store_id, title=title, description=_text(row, "description", most=1000),
                   status=status if status in STATUSES else "draft", **_dated(row)) if title else None


def _dated(row: dict[str, Any]) -> dict[str, datetime]:
    """Times that stay the same at every run: they are part of what makes a row known."""
    return {"created_at": datetime(1970, 1, 1, tzinfo=UTC), **_times(row)}


def _contents(services: Services, project: Any, old: Old, report: Report) -> None:
    above = old.ids["projects"].get(project)
    if above is None:
        return
    for row in _children(old, "contents", "project_id", project):
        mark = f"old:{row['id']}:{hashlib.sha256(repr(sorted(row.items())).encode()).hexdigest()[:16]}"
        with services.reading() as session:
            configs = session.scalars(select(Content.ai_config).where(Content.project_id == above))
            known = any(config.get(MARK) == mark for config in configs)
        if known:
            report.known["contents"] += 1
            old.ids["contents"][row["id"]] = 0
            continue
        files = _pictures(services, row, old, report)
        try:
            with services.writing() as session:
                content = _content(row, above, mark, files)
                session.add(content)
                session.flush()
                old.ids["contents"][row["id"]] = content.id
        except BaseException:
            for file in files:
                services.files.remove(file.name)
            raise
        report.brought["contents"] += 1


def _content(row: dict[str, Any], project_id: int, mark: str, files: list[ContentFile]) -> Content:
    kind, names = _text(row, "type") or "image_gen", {file.variant: file.name for file in files}
    copy = _text(row, "ad_copy")
    took = row.get("generation_time")
    return Content(
        project_id=project_id, type=kind if kind in TYPES else "image_gen",
        user_prompt=_text(row, "user_prompt", "ad_description") or "", image_prompt=_text(row, "image_prompt"),
        optimized_prompt=_text(row, "optimized_prompt"), text_in_image=_text(row, "text_in_image", most=100),
        ad_copy=copy, copy_json={"captions": {"instagram": {"text": copy, "hashtags": []}}} if copy else {},
        original_image_path=names.get("base"), result_image_path=names.get("main"),
        ai_config={MARK: mark, "old": _text(row, "ai_config", most=4000)},
        generation_time=float(took) if isinstance(took, int | float) else None,
        is_success=bool(row.get("is_success", True)), error_message=_text(row, "error_message", most=1000),
        files=files, **_times(row))


def _pictures(services: Services, row: dict[str, Any], old: Old, report: Report) -> list[ContentFile]:
    """The pictures that a row names, whole and re-encoded as PNG, under new names."""
    made = list[ContentFile]()
    for variant, column in (("main", "result_image_path"), ("base", "original_image_path")):
        named = _text(row, column)
        # The old system stored paths of every kind; only the bare name says where the file lies.
        path = old.images / Path(named.replace("\\", "/")).name if named else None
        if path is None:
            continue
        try:
            data, size = _png(path)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            report.skip("contents", row, f"brought over without {path.name}: {type(error).__name__}")
            continue
        try:
            kept = services.files.write(data)
        except AdgenError:
            for file in made:
                services.files.remove(file.name)
            raise
        made.append(ContentFile(variant=variant, name=kept.name, sha256=kept.sha256, bytes=kept.bytes, width=size[0],
                                height=size[1]))
    return made


def _png(path: Path) -> tuple[bytes, tuple[int, int]]:
    with Image.open(path, formats=["PNG", "JPEG", "WEBP"]) as image:
        if image.width * image.height > PIXELS:
            raise ValueError("too many pixels")
        out = io.BytesIO()
        image.convert("RGB").save(out, "PNG")
        return out.getvalue(), image.size
