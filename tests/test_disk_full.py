"""A disk that takes no more, without a disk: the process may write no file longer than a limit (RLIMIT_FSIZE)."""

import json
import subprocess
import sys
from pathlib import Path

from .conftest import ROOT

SCRIPT = """
import json, resource, sys
from sqlalchemy.exc import OperationalError
from adgen import accounts, db
from adgen.backups import make
from adgen.config import Settings
from adgen.errors import BackupFailed, DiskFull
from adgen.forms import Register
from adgen.models import Audit
from adgen.services import build_services

services = build_services(Settings(_env_file=None, ADGEN_DATA_DIR=sys.argv[1]))
with services.writing() as session:
    accounts.register(session, Register(email="a@example.com", password="correct horse", brand_name="달무리"), "x")
told = {}
resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, resource.RLIM_INFINITY))
try:
    services.files.write(bytes(100_000))
except DiskFull as error:
    told["picture"] = str(error)
try:
    with services.writing() as session:
        session.add(Audit(action="x", details={"filler": "가" * 300_000}))
except OperationalError as error:
    told["row"] = str(error.orig)
try:
    make(services.database, services.settings, services.settings.backups_dir)
except BackupFailed as error:
    told["backup"] = str(error)
told["left"] = [path.name for path in services.settings.images_dir.iterdir()]
told["backups"] = [path.name for path in services.settings.backups_dir.iterdir()]
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
services.files.write(bytes(100_000))
with services.writing() as session:
    session.add(Audit(action="x", details={"filler": "가" * 300_000}))
told["afterwards"] = make(services.database, services.settings, services.settings.backups_dir).files
services.database.dispose()
told["damage"] = db.damage(services.settings.data_dir / "adgen.db", "integrity_check")
print(json.dumps(told))
"""


def test_nothing_breaks_and_everything_goes_on(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(tmp_path / "data")], cwd=ROOT, capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert "공간" in told["picture"] and told["row"] and "그대로" in told["backup"]
    assert (told["left"], told["backups"]) == ([], []) and told["damage"] is None
    assert told["afterwards"] == 2  # the database and the key: that picture has no row
