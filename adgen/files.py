"""Files under the data directory: written whole or not at all, before the row that names them is committed."""

import hashlib
import os
import re
import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .errors import DiskFull, ImageNotFound

_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}\.(?:png|jpg|pdf)")


@dataclass(frozen=True)
class Written:
    """A file that is safely on the disk."""

    name: str
    sha256: str
    bytes: int


class ImageFiles:
    """The pictures' directory."""

    def __init__(self, folder: Path, min_free_mb: int = 0) -> None:
        self.folder = folder
        self.min_free_mb = min_free_mb
        folder.mkdir(parents=True, exist_ok=True)

    def check_space(self) -> None:
        """DiskFull when less than ``min_free_mb`` is free."""
        if shutil.disk_usage(self.folder).free < self.min_free_mb * 1024 * 1024:
            raise DiskFull

    def write(self, data: bytes, prefix: str = "ad", extension: str = "png") -> Written:
        """Write ``data`` under a new random name: temporary file, fsync, rename, fsync of the directory.

        After a crash there is at most an orphan, never a row that names a truncated file.
        """
        name = f"{prefix}_{secrets.token_hex(12)}.{extension}"
        draft = self.folder / f".tmp-{name}"
        try:
            with open(draft, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, self.folder / name)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise DiskFull from error
        sync_folder(self.folder)
        return Written(name, hashlib.sha256(data).hexdigest(), len(data))

    def path(self, name: str) -> Path:
        """The path of an existing picture; both ``ad_x.png`` and ``/images/ad_x.png`` are understood."""
        bare = bare_name(name)
        path = self.folder / bare
        if not path.is_file():
            raise ImageNotFound
        return path

    def remove(self, name: str) -> None:
        """Delete a picture that may already be gone."""
        (self.folder / bare_name(name)).unlink(missing_ok=True)

    def sweep(self, known: set[str], older_than: float = 3600.0) -> int:
        """Delete drafts and pictures that no row names and that are older than ``older_than`` seconds; how many."""
        limit, swept = time.time() - older_than, 0
        for path in self.folder.iterdir():
            if path.name not in known and path.is_file() and path.stat().st_mtime < limit:
                path.unlink(missing_ok=True)
                swept += 1
        return swept


def sync_folder(folder: Path) -> None:
    """Let the names in ``folder`` survive a power cut: a rename is only in its directory."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def bare_name(name: str) -> str:
    """The bare file name of a path or link, or ImageNotFound when it is not one of ours."""
    bare = name.split("?", 1)[0].removeprefix("/images/").removeprefix("images/")
    if not _NAME.fullmatch(bare):
        raise ImageNotFound
    return bare


def create_private(path: Path, data: bytes) -> None:
    """Make ``path`` with mode 0600 unless another process made it first: then that one counts.

    Written aside and linked into place, so that no process reads half a key.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".tmp-{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
