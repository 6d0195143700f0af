"""``python -m adgen doctor``: what is wrong with an installation, and what of it can be put right without a loss."""

from collections.abc import Callable
from dataclasses import asdict

from sqlalchemy.exc import SQLAlchemyError

from .. import db
from ..config import Settings
from ..errors import AdgenError
from . import around, stored
from .base import Finding, Options, Patient

__all__ = ["Finding", "Options", "as_rows", "examine", "status"]
CHECKS: dict[str, Callable[[Patient], list[Finding]]] = {
    "database": stored.database, "schema": stored.schema, "references": stored.references,
    "pictures": stored.pictures, "leftovers": stored.leftovers, "jobs": stored.jobs_held,
    "disk": around.disk, "permissions": around.permissions, "backups": around.backup_age, "fonts": around.fonts,
    "packages": around.packages, "engine": around.engine, "keys": around.keys, "copywriter": around.copywriter,
    "mail": around.mail,
}
"""Name → check. The first two decide whether those after them can look at anything."""
NEED_DATABASE = ("schema", "references", "pictures", "leftovers", "jobs")


def examine(settings: Settings, options: Options) -> list[Finding]:
    """Every check's findings, in the table's order. Nothing is changed unless ``options.repair`` is set."""
    engine = db.make_engine(settings.resolved_database_url)
    patient, found = Patient(settings, engine, options), list[Finding]()
    try:
        for name, check in CHECKS.items():
            lost = any(row.state == "bad" for row in found if row.check in ("database", "schema"))
            if lost and name in NEED_DATABASE:
                continue
            try:
                found += check(patient)
            except (AdgenError, OSError, SQLAlchemyError) as error:
                found.append(Finding(name, "bad", f"확인하지 못했어요: {error}", f"could not be checked: {error}"))
    finally:
        engine.dispose()
    return found


def status(found: list[Finding]) -> int:
    """The exit status: 1 when something is bad that was not repaired."""
    return int(any(row.state == "bad" for row in found))


def as_rows(found: list[Finding]) -> list[dict[str, object]]:
    """The findings as JSON objects: check, state (ok, warn, bad, repaired), ko, en, names."""
    return [asdict(row) for row in found]
