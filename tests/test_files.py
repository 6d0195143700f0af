"""Files are written whole or not at all."""

import hashlib
import os
import resource
from pathlib import Path

import pytest

from adgen.errors import DiskFull, ImageNotFound
from adgen.files import ImageFiles, bare_name


def test_write_and_read(tmp_path: Path) -> None:
    files = ImageFiles(tmp_path / "images")
    written = files.write(b"picture")
    assert files.path(written.name).read_bytes() == b"picture"
    assert files.path(f"/images/{written.name}?exp=1") == files.path(written.name)
    assert (written.sha256, written.bytes) == (hashlib.sha256(b"picture").hexdigest(), 7)


@pytest.mark.parametrize("name", ["", "..", "../adgen.db", "/etc/passwd", "a/b.png", "secret.key", ".tmp-a.png",
                                  "a.svg", "a.png\x00", "%2e%2e/a.png"])
def test_strange_names_are_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(ImageNotFound):
        ImageFiles(tmp_path).path(name)


def test_no_half_file_when_the_disk_refuses(tmp_path: Path) -> None:
    files = ImageFiles(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(DiskFull):
            files.write(b"x" * 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_too_little_space_is_said_before_work(tmp_path: Path) -> None:
    with pytest.raises(DiskFull):
        ImageFiles(tmp_path, min_free_mb=10**9).check_space()


def test_sweep_spares_the_named_and_the_young(tmp_path: Path) -> None:
    files = ImageFiles(tmp_path)
    kept, orphan, young = (files.write(b"x").name for _ in range(3))
    draft = tmp_path / ".tmp-old.png"
    draft.write_bytes(b"half")
    for name in (kept, orphan, draft.name):
        os.utime(tmp_path / name, (0, 0))
    assert files.sweep({kept}) == 2
    assert {path.name for path in tmp_path.iterdir()} == {kept, young}


def test_bare_name_understands_both_forms() -> None:
    assert bare_name("/images/flux_a.png") == bare_name("flux_a.png") == "flux_a.png"
