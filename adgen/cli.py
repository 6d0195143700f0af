"""``python -m adgen``: what an operator or a developer does outside the page."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from .admin import appoint
from .channels import CHANNELS, GROUPS, TEXTS
from .claims import rules_table
from .config import settings_table
from .errors import StartupError, UserNotFound, tree
from .services import Services, build_services, read_settings

ROOT = Path(__file__).resolve().parent.parent
TABLES = {"settings": "README.md", "errors": "docs/api.md", "channels": "docs/channels.md",
          "refusals": "docs/channels.md", "texts": "docs/channels.md",
          "claims": "docs/words.md"}
"""Table → the page that shows it, between ``<!-- name -->`` and ``<!-- /name -->``."""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m adgen", description="AdGen's commands.")
    commands = top.add_subparsers(dest="command", required=True)
    work = commands.add_parser("worker", help="run jobs until stopped (ADGEN_WORKER=external starts none by itself)")
    work.add_argument("--watch-parent", action="store_true", help="end when standard input ends")
    admin = commands.add_parser("admin", help="make an account an admin; who signed up can be the first")
    admin.add_argument("email")
    admin.add_argument("--owner", action="store_true", help="make it an owner again")
    commands.add_parser("docs", help="write the tables of the documents anew from the code")
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit status."""
    chosen = parser().parse_args(arguments)
    if chosen.command == "docs":
        for page in sorted(set(TABLES.values())):
            (ROOT / page).write_text(with_tables((ROOT / page).read_text("utf-8")), "utf-8")
        return 0
    from .watching import watch
    from .worker import main as work

    try:
        settings = read_settings()
        if chosen.command == "admin":
            return _appoint(build_services(settings), chosen.email, "owner" if chosen.owner else "admin")
        with watch(settings, "worker"):
            return work(build_services(settings), chosen.watch_parent)
    except (StartupError, UserNotFound) as error:
        sys.stderr.write(f"{error}\n{error.say('en')}\n")
        return 2


def _appoint(services: Services, email: str, role: str) -> int:
    with closing(services), services.writing() as session:
        user = appoint(session, email, role)
        sys.stdout.write(f"{user.email}: {role}\n")
    return 0


def with_tables(page: str) -> str:
    """``page`` with each of its tables made from the code."""
    made = {"settings": _table(("Setting", "Default", "Meaning"), settings_table()),
            "errors": _table(("Code", "Status", "Sentence"),
                             [(f"`{cls.code}`", str(cls.status), cls.ko) for cls in tree()]),
            "claims": _table(("Rule", "Severity", "Law", "Why", "Trades"), rules_table()),
            **_channel_tables()}
    for name, table in made.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        if begin in page:
            before, _, rest = page.partition(begin)
            page = before + begin + table + end + rest.partition(end)[2]
    return page


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    return "".join("| " + " | ".join(row) + " |\n" for row in (head, tuple("---" for _ in head), *rows))


def _channel_tables() -> dict[str, str]:
    """The channels a picture is made for, those it is not made for, and the limits of the words."""
    rows = [(f"`{row.key}`", GROUPS[row.group].ko, row.ko, f"{row.width}×{row.height}", row.file.upper(),
             _size(row.max_bytes), f"`{row.caption_key}`" if row.caption_key else "–",
             f"{row.sureness} 확인 필요" if row.needs_check else row.sureness, f"{row.source}, {row.read_on}")
            for row in CHANNELS.values() if not row.refused]
    refusals = [(f"`{row.key}`", row.ko, row.refused.ko, row.source) for row in CHANNELS.values() if row.refused]
    texts = [(f"`{row.key}`", row.ko, f"{row.limit:,} {row.unit}" if row.limit else "–",
              *(str(value) if value is not None else "–" for value in (row.hashtags, row.title, row.button,
                                                                       row.line_breaks)),
              row.note.ko if row.note else "–", row.sureness, row.source) for row in TEXTS.values()]
    return {"channels": _table(("Key", "Group", "Name", "Pixels", "File", "At most", "Words", "Sure", "Source"), rows),
            "refusals": _table(("Key", "Name", "Why not, and what instead", "Source"), refusals),
            "texts": _table(("Key", "Name", "Limit", "Hashtags", "Title", "Button", "Line breaks", "Note", "Sure",
                             "Source"), texts)}


def _size(limit: int | None) -> str:
    """Bytes as a channel's guide writes them."""
    if limit is None:
        return "–"
    return f"{limit // 1_000_000} MB" if limit % 1_000_000 == 0 else f"{limit // 1_000} KB"
