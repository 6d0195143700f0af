"""Wrong passwords are counted for each account and each address, in the database: a restart clears nothing.

After some free tries each further one brings a wait that doubles, up to half an hour; it never locks for good. Unknown
accounts are counted like known ones. A stranger who keeps guessing must not keep the owner out: from an address that
the account was used from before, tries are counted apart.
"""

import math
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from .errors import TooManyAttempts
from .models import Attempt
from .security import digest

LONGEST = 1800.0
FORGOTTEN = 3600.0
"""Seconds without a wrong password after which the count begins anew."""
PER_ADDRESS = 10
"""Many owners may share an address (an office, a carrier's network): it has so many times the free tries."""
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Rule:
    """Free tries, and the seconds of the first wait."""

    free: int
    wait: float

    def pause(self, count: int) -> float:
        """Seconds to wait after the ``count``-th failure."""
        over = count - self.free
        return min(self.wait * 2.0 ** min(over, 16), LONGEST) if over >= 0 else 0.0


@dataclass(frozen=True)
class Keys:
    """Under which names a try is counted."""

    account: str
    address: str

    def each(self, rule: Rule) -> tuple[tuple[str, Rule], ...]:
        """Both, with what each allows. Without an address there is only the account."""
        shared = (self.address, Rule(rule.free * PER_ADDRESS, rule.wait))
        return ((self.account, rule), shared) if self.address else ((self.account, rule),)


def keys(email: str, address: str, known: bool) -> Keys:
    """The names for ``email`` (kept as a hash: it may be anybody's) tried from ``address``; ``known`` when the account
    was used from there before."""
    account = digest(email.strip().lower())[:32]
    return Keys(f"known:{account}:{address}"[:120] if known else f"account:{account}",
                f"address:{address}"[:120] if address else "")


def check(session: Session, names: tuple[str, ...]) -> None:
    """TooManyAttempts while one of ``names`` must wait; a try in that time is neither looked at nor counted."""
    moment = time.time()
    rows = [session.get(Attempt, name) for name in names]
    left = max((row.blocked_until - moment for row in rows if row is not None), default=0.0)
    if left > 0:
        raise TooManyAttempts(retry_after=math.ceil(left))


def failed(session: Session, name: str, rule: Rule) -> None:
    """Count one failure, and set the wait it brings."""
    moment = time.time()
    insert = _INSERT[session.get_bind().dialect.name](Attempt)
    session.execute(insert.values(key=name, count=0, first_at=moment, blocked_until=0.0).on_conflict_do_nothing())
    row = session.get_one(Attempt, name, with_for_update=True, populate_existing=True)
    if moment - max(row.first_at, row.blocked_until) > FORGOTTEN:
        row.count = 0
    # ``first_at`` moves on with every failure: the count is forgotten an hour after the last one.
    row.count, row.first_at = row.count + 1, moment
    row.blocked_until = moment + rule.pause(row.count) if rule.pause(row.count) else row.blocked_until
    session.flush()


def clear(session: Session, name: str) -> None:
    """Forget the failures of ``name``; those of an address stay, or one account of one's own would clear it."""
    session.execute(delete(Attempt).where(Attempt.key == name))


def sweep(session: Session) -> None:
    """Remove what would be forgotten anyway."""
    limit = time.time() - FORGOTTEN
    session.execute(delete(Attempt).where(Attempt.first_at < limit, Attempt.blocked_until < limit))
