"""What each user's words take: from the language model in a day (Korean time), and of the threads that write."""

import asyncio
import logging
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from . import db
from .config import Settings
from .copywriters.base import Usage
from .errors import TooManyJobs
from .models import ModelUse
from .owned import stamp
from .seoul import SEOUL, day, midnight

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")
WRITERS, SHARE = 16, 4
"""Threads in which words are written, and how many of them one user may take at once."""
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Caps:
    """Tokens and US$ of one user and day, 0 for no cap; prices in US$ for a million tokens."""

    tokens: int = 0
    cost: float = 0.0
    price_in: float = 0.0
    price_out: float = 0.0

    def price(self, usage: Usage) -> float:
        """What ``usage`` costs in US$."""
        return (usage.prompt_tokens * self.price_in + usage.completion_tokens * self.price_out) / 1_000_000

    def leave_room(self, tokens: int, cost: float) -> bool:
        """Whether a day that took so much may take more."""
        return not (self.tokens and tokens >= self.tokens) and not (self.cost and cost >= self.cost)


def caps_of(settings: Settings) -> Caps:
    """The operator's caps and prices."""
    return Caps(settings.copy_daily_tokens, settings.copy_daily_cost, settings.copy_price_in, settings.copy_price_out)


@dataclass(frozen=True)
class Ledger:
    """The meter of one user (``copywriters.base.Meter``): in the database, so that every process counts together.

    A call is asked for before it is paid, so calls that run at the same moment may pass a cap by what they take.
    """

    database: Engine
    user_id: int
    caps: Caps

    def allows(self) -> bool:
        """Whether today's caps leave room for another call. A database that does not answer stops no words."""
        try:
            with db.reading(self.database) as session:
                row = session.get(ModelUse, (self.user_id, day()))
        except SQLAlchemyError as error:
            log.error("usage could not be read: %s", error)
            return True
        return row is None or self.caps.leave_room(row.prompt_tokens + row.completion_tokens, row.cost)

    def spend(self, usage: Usage) -> None:
        """Add to today's row, in one statement: two processes lose nothing. A failure is logged, never raised."""
        added = {"calls": usage.calls, "prompt_tokens": usage.prompt_tokens,
                 "completion_tokens": usage.completion_tokens, "cost": self.caps.price(usage)}
        insert = _INSERT[self.database.dialect.name](ModelUse).values(user_id=self.user_id, day=day(), **added)
        more = {name: getattr(ModelUse, name) + value for name, value in added.items()}
        try:
            with db.writing(self.database) as session:
                session.execute(insert.on_conflict_do_update(index_elements=["user_id", "day"], set_=more))
        except SQLAlchemyError as error:
            log.error("usage of user %d could not be written: %s", self.user_id, error)


def today(session: Session, user_id: int, caps: Caps, model: str | None) -> dict[str, Any]:
    """Today's calls, tokens and cost as programs see them; ``daily_tokens`` and ``daily_cost`` are the caps, None for
    none, ``allowed`` whether the model may still be asked, ``resets_at`` the next midnight in Korea."""
    now = datetime.now(SEOUL)
    unused = ModelUse(calls=0, prompt_tokens=0, completion_tokens=0, cost=0.0)
    row = session.get(ModelUse, (user_id, day(now))) or unused
    tokens = row.prompt_tokens + row.completion_tokens
    return {"day": day(now), "calls": row.calls, "prompt_tokens": row.prompt_tokens,
            "completion_tokens": row.completion_tokens, "tokens": tokens, "cost": round(row.cost, 6),
            "daily_tokens": caps.tokens or None, "daily_cost": caps.cost or None,
            "allowed": caps.leave_room(tokens, row.cost), "text_model": model,
            "resets_at": stamp(midnight(now).astimezone(UTC))}


class Writers:
    """The threads in which words are written on request: they mostly wait for a model, and must not take those that
    the other routes run in."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(WRITERS, thread_name_prefix="words")
        self._lock, self._taken = threading.Lock(), Counter[int]()

    async def run(self, user_id: int, work: Callable[[], Answer]) -> Answer:
        """What ``work`` returns. Raises TooManyJobs when the user's share is taken; a share comes back when the work
        has ended, also when nobody waits for it any more."""
        with self._lock:
            if self._taken[user_id] >= SHARE:
                raise TooManyJobs(limit=SHARE)
            self._taken[user_id] += 1
        future = self._pool.submit(copy_context().run, work)
        future.add_done_callback(lambda _: self._give_back(user_id))
        return await asyncio.wrap_future(future)

    def _give_back(self, user_id: int) -> None:
        with self._lock:
            self._taken[user_id] -= 1
            if not self._taken[user_id]:
                del self._taken[user_id]

    def close(self) -> None:
        """End the threads that have nothing to do."""
        self._pool.shutdown(wait=False, cancel_futures=True)
