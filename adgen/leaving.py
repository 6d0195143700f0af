"""An owner's right to their data: all of it in one zip, and the account gone at once with everything in it."""

import io
import json
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Select, delete, select

from . import audit
from .audit import Visitor
from .errors import ImageNotFound, WrongCredentials
from .models import (
    ApiToken,
    Audit,
    Content,
    ContentFile,
    Export,
    Job,
    ModelUse,
    Photo,
    Project,
    SignIn,
    Store,
    User,
)
from .owned import stamp
from .security import image_link_holds, sign_image, verify_password
from .services import Services

LINK_SECONDS = 3600
BATCH = 200
PIECE = 256 * 1024
UNTOLD = frozenset({"password_hash", "hash", "token_version"})
"""Columns that would help whoever finds the zip to sign in, and tell the owner nothing."""
README = """이 폴더에는 AdGen에 남아 있던 내 정보가 모두 들어 있어요.
- *.json: 계정, 가게, 캠페인, 광고, 작업, 사진, 내보내기 기록, 로그인 기록
- files/: 광고 그림과 올린 사진

Everything that AdGen kept about this account: records as JSON, pictures in files/. Times are UTC.
"""


def _of_ads(query: Select[Any], user_id: int) -> Select[Any]:
    return query.join(Project, Content.project_id == Project.id).join(Store).where(Store.user_id == user_id)


RECORDS: dict[str, tuple[Any, Any, Callable[[Select[Any], int], Select[Any]]]] = {
    "account": (User, User.id, lambda query, user: query.where(User.id == user)),
    "stores": (Store, Store.id, lambda query, user: query.where(Store.user_id == user)),
    "projects": (Project, Project.id, lambda query, user: query.join(Store).where(Store.user_id == user)),
    "contents": (Content, Content.id, _of_ads),
    "files": (ContentFile, ContentFile.id, lambda query, user: _of_ads(query.join(Content), user)),
    "photos": (Photo, Photo.id, lambda query, user: query.where(Photo.user_id == user)),
    "jobs": (Job, Job.id, lambda query, user: query.where(Job.user_id == user)),
    "exports": (Export, Export.id, lambda query, user: query.where(Export.user_id == user)),
    "model_use": (ModelUse, ModelUse.day, lambda query, user: query.where(ModelUse.user_id == user)),
    "sign_ins": (SignIn, SignIn.id, lambda query, user: query.where(SignIn.user_id == user)),
    "api_tokens": (ApiToken, ApiToken.id, lambda query, user: query.where(ApiToken.user_id == user)),
    "audit": (Audit, Audit.id, lambda query, user: query.where(Audit.user_id == user)),
}
"""File of the zip → the table, the column its pages go by, and the condition that a row is the user's."""
NAMED = ("files", "photos")
"""Records whose rows name a file."""


@dataclass(frozen=True)
class Caller:
    """Whose data it is, and from which address they ask (for the audit log)."""

    user_id: int
    address: str = ""


def export_link(services: Services, user_id: int) -> dict[str, Any]:
    """A signed address of the zip, good for an hour."""
    expires = int(time.time()) + LINK_SECONDS
    signature = sign_image(services.secret, _signed_name(user_id), user_id, expires)
    return {"url": f"/api/v1/users/me/export?user={user_id}&exp={expires}&sig={signature}",
            "expires_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(expires))}


def holder(services: Services, user: str, exp: str, sig: str) -> int | None:
    """The user for whom a signed address is good; None when it is none."""
    if not (sig and all(part.isascii() and part.isdigit() and len(part) < 12 for part in (user, exp))):
        return None
    good = image_link_holds(services.secret, _signed_name(int(user)), int(user), int(exp), sig)
    with services.reading() as session:
        account = session.get(User, int(user)) if good else None
        return account.id if account is not None and account.is_active else None


def _signed_name(user_id: int) -> str:
    return f"zip/account/{user_id}"


def export(services: Services, caller: Caller) -> Iterator[bytes]:
    """The zip in pieces, made while it is sent: it lies nowhere, and may be larger than the memory or the disk."""
    with services.writing() as session:
        audit.note(session, "data_exported", caller.user_id, Visitor(caller.address))
    return _zipped(services, caller.user_id)


class _Sink(io.RawIOBase):
    """Collects what ``zipfile`` writes, until it is taken away. It cannot seek, so sizes follow the data."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._pieces.append(bytes(data))
        return len(self._pieces[-1])

    def take(self) -> bytes:
        """What was written since."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _zipped(services: Services, user_id: int) -> Iterator[bytes]:
    sink, missing = _Sink(), []
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as pack:
        pack.writestr("읽어주세요.txt", README)
        for record in RECORDS:
            with pack.open(f"{record}.json", "w", force_zip64=True) as out:
                before = b"[\n"
                for number, row in enumerate(_rows(services, record, user_id)):
                    out.write(before + json.dumps(row, ensure_ascii=False).encode())
                    before = b",\n"
                    if number % BATCH == 0:
                        yield sink.take()
                out.write(b"[]" if before == b"[\n" else b"\n]")
            yield sink.take()
        for record in NAMED:
            for row in _rows(services, record, user_id):
                try:
                    path = services.files.path(row["name"])
                except ImageNotFound:
                    missing.append(row["name"])
                    continue
                yield from _file(pack, sink, path)
        if missing:
            pack.writestr("missing.json", json.dumps(missing))
    yield sink.take()


def _file(pack: zipfile.ZipFile, sink: _Sink, path: Path) -> Iterator[bytes]:
    info = zipfile.ZipInfo(f"files/{path.name}", time.gmtime(path.stat().st_mtime)[:6])
    info.compress_type = zipfile.ZIP_STORED  # pictures are compressed already
    with open(path, "rb") as file, pack.open(info, "w", force_zip64=True) as out:
        while piece := file.read(PIECE):
            out.write(piece)
            yield sink.take()


def _rows(services: Services, record: str, user_id: int) -> Iterator[dict[str, Any]]:
    """All rows of one record, in pages of their own transaction: a slow download holds no snapshot open."""
    model, key, mine = RECORDS[record]
    last = None
    while True:
        query = mine(select(model), user_id).order_by(key).limit(BATCH)
        with services.reading() as session:
            page = [_plain(row) for row in session.scalars(query if last is None else query.where(key > last))]
        yield from page
        if len(page) < BATCH:
            return
        last = page[-1][key.key]


def _plain(row: Any) -> dict[str, Any]:
    values = {column.key: getattr(row, column.key) for column in row.__mapper__.column_attrs}
    return {name: stamp(value) if isinstance(value, datetime) else value for name, value in values.items()
            if name not in UNTOLD}


def check_password(services: Services, user_id: int, password: str) -> None:
    """WrongCredentials unless it is the account's; slow on purpose, and outside every write."""
    with services.reading() as session:
        stored = session.get_one(User, user_id).password_hash
    if not verify_password(password, stored):
        raise WrongCredentials("비밀번호가 맞지 않아요. 다시 확인해 주세요.", "The password is wrong. Please check it.")


def delete_account(services: Services, caller: Caller) -> dict[str, Any]:
    """Remove the account, its records and its files at once and for good; what went. The audit log keeps the fact."""
    with services.writing() as session:
        names = [row for record in NAMED for row in session.scalars(_names(record, caller.user_id))]
        audit.note(session, "account_deleted", caller.user_id, Visitor(caller.address), files=len(names))
        # The database takes the stores, ads, jobs, photos and sign-ins along (ON DELETE CASCADE).
        session.execute(delete(User).where(User.id == caller.user_id))
    # After the commit: a row must never name a missing file. What a crash leaves here is swept.
    for name in names:
        services.files.remove(name)
    return {"success": True, "deleted": {"files": len(names)}, "message": "계정과 모든 자료를 지웠어요."}


def _names(record: str, user_id: int) -> Select[Any]:
    model, _, mine = RECORDS[record]
    return mine(select(model.name), user_id)
