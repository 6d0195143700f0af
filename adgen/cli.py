"""``python -m adgen``: what an operator or a developer does outside the page."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from .config import settings_table
from .errors import StartupError, tree
from .services import build_services, read_settings

ROOT = Path(__file__).resolve().parent.parent
TABLES = {"settings": "README.md", "errors": "docs/api.md"}
"""Table → the page that shows it, between ``<!-- name -->`` and ``<!-- /name -->``."""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m adgen", description="AdGen's commands.")
    commands = top.add_subparsers(dest="command", required=True)
    work = commands.add_parser("worker", help="run jobs until stopped (ADGEN_WORKER=external starts none by itself)")
    work.add_argument("--watch-parent", action="store_true", help="end when standard input ends")
    commands.add_parser("docs", help="write the tables of the documents anew from the code")
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit status."""
    chosen = parser().parse_args(arguments)
    if chosen.command == "docs":
        for page in TABLES.values():
            (ROOT / page).write_text(with_tables((ROOT / page).read_text("utf-8")), "utf-8")
        return 0
    from .worker import main as work

    try:
        settings = read_settings()
        logging.basicConfig(level=logging.DEBUG if settings.debug else logging.INFO,
                            format="%(asctime)s %(levelname)s %(name)s %(message)s")
        return work(build_services(settings), chosen.watch_parent)
    except StartupError as error:
        sys.stderr.write(f"{error}\n{error.say('en')}\n")
        return 2


def with_tables(page: str) -> str:
    """``page`` with each of its tables made from the code."""
    made = {"settings": _table(("Setting", "Default", "Meaning"), settings_table()),
            "errors": _table(("Code", "Status", "Sentence"),
                             [(f"`{cls.code}`", str(cls.status), cls.ko) for cls in tree()])}
    for name, table in made.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        if begin in page:
            before, _, rest = page.partition(begin)
            page = before + begin + table + end + rest.partition(end)[2]
    return page


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    return "".join("| " + " | ".join(row) + " |\n" for row in (head, tuple("---" for _ in head), *rows))
