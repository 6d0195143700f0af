"""Finding ads by words in them, fast for Korean: an index of pairs of letters, each marked with its owner.

Korean words are short and carry endings, so an index of whole words would miss most (`딸기` in `딸기라떼가`), and one
of three letters could not be asked for two. Pairs find any run of letters. The owner stands in every entry, so that one
owner's search never walks through another's ads. SQLite keeps the index in FTS5, PostgreSQL in a ``tsvector``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, column, event, func, inspect, literal_column, select, table, text
from sqlalchemy.orm import Mapper
from sqlalchemy.sql.elements import ColumnElement

from .models import Content, Project, Store

TABLE = "content_search"
LONGEST, ASKED = 1000, 100
"""Letters of an ad that are indexed, and of a question that are read."""
BATCH = 2000
SEARCH = table(TABLE, column("rowid"), column("content_id"), column("words"))
_RUN, _GAP = re.compile(r"\w+"), "zz"
CREATE = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE {TABLE} USING fts5(words, tokenize='ascii', columnsize=0)",
        f"CREATE TRIGGER {TABLE}_gone AFTER DELETE ON contents BEGIN DELETE FROM {TABLE} WHERE rowid = OLD.id; END"),
    "postgresql": (
        f"CREATE TABLE {TABLE} (content_id INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE, "
        "words TSVECTOR NOT NULL)",
        f"CREATE INDEX ix_{TABLE}_words ON {TABLE} USING gin (words)"),
}
"""What makes the index; it stands beside the models, because SQLAlchemy knows no FTS5."""
_PUT = {"sqlite": f"INSERT OR REPLACE INTO {TABLE} (rowid, words) VALUES (:id, :words)",
        "postgresql": f"INSERT INTO {TABLE} (content_id, words) VALUES (:id, to_tsvector('simple', :words)) "
                      "ON CONFLICT (content_id) DO UPDATE SET words = excluded.words"}


def entries(owner: int, words: str) -> str:
    """The entries of an ad's words: each pair of neighbouring letters, the last letter of a run by itself, and a gap
    between runs. Plain ASCII, so that no database takes them apart in its own way."""
    runs = _RUN.findall(_plain(words)[:LONGEST])
    return f" {_GAP} ".join(" ".join(_entry(owner, run[at:at + 2]) for at in range(len(run))) for run in runs)


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", words).casefold()


def _entry(owner: int, letters: str) -> str:
    return f"u{owner}x{ord(letters[0]):x}x{f'{ord(letters[1]):x}' if len(letters) > 1 else ''}"


def matching(session_dialect: str, owner: int, asked: str) -> ColumnElement[bool] | None:
    """The condition on ``SEARCH`` that an ad holds every word of ``asked``; None when there is no letter in it."""
    runs = _RUN.findall(_plain(asked)[:ASKED])
    if not runs:
        return None
    # A word of one letter asks for every pair that begins with it; a longer one for its pairs in a row.
    phrases = [[_entry(owner, run[at:at + 2]) for at in range(max(len(run) - 1, 1))] for run in runs]
    if session_dialect == "sqlite":
        question = " ".join(f'"{" ".join(phrase)}"{"*" if len(run) == 1 else ""}'
                            for phrase, run in zip(phrases, runs, strict=True))
        return literal_column(TABLE).op("MATCH")(question)
    question = " & ".join(f"({' <-> '.join(phrase)}){':*' if len(run) == 1 else ''}".replace("):*", ":*)")
                          for phrase, run in zip(phrases, runs, strict=True))
    return SEARCH.c.words.op("@@")(func.to_tsquery("simple", question))


def key(dialect: str) -> Any:
    """The column of ``SEARCH`` that is the ad's number."""
    return SEARCH.c.rowid if dialect == "sqlite" else SEARCH.c.content_id


def _words(row: Any) -> str:
    """What an ad can be found by: what was asked for, and its headline."""
    headline = row.copy_json.get("headline") if isinstance(row.copy_json, dict) else None
    return "\n".join(part for part in (row.user_prompt, row.text_in_image, headline) if isinstance(part, str))


def rebuild(connection: Connection) -> None:
    """Make the index anew from all ads, where there is one (an older schema has none)."""
    if not inspect(connection).has_table(TABLE):
        return
    connection.execute(text(f"DELETE FROM {TABLE}"))
    fill(connection)


def fill(connection: Connection) -> None:
    """Index every ad; the index must be empty."""
    content = Content.__table__
    query = select(content.c.id, content.c.user_id, content.c.user_prompt, content.c.text_in_image,
                   content.c.copy_json).where(content.c.user_id.is_not(None))
    last = 0
    while rows := connection.execute(query.where(content.c.id > last).order_by(content.c.id).limit(BATCH)).all():
        put(connection, ({"id": row.id, "words": entries(row.user_id, _words(row))} for row in rows))
        last = rows[-1].id


def put(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    """Write entries: ``id`` of the ad and ``words`` as ``entries`` makes them."""
    for batch in _batches(rows):
        connection.execute(text(_PUT[connection.dialect.name]), batch)


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    found = iter(rows)
    while batch := list(islice(found, BATCH)):
        yield batch


@event.listens_for(Content, "before_insert")
def _own(_: Mapper[Any], connection: Connection, content: Content) -> None:
    """Every ad knows its owner, so that a list needs no other table."""
    owner = select(Store.user_id).join(Project).where(Project.id == content.project_id)
    content.user_id = connection.scalar(owner)


@event.listens_for(Content, "after_insert")
@event.listens_for(Content, "after_update")
def _index(_: Mapper[Any], connection: Connection, content: Content) -> None:
    if content.user_id is not None:
        put(connection, [{"id": content.id, "words": entries(content.user_id, _words(content))}])
