"""Tells an operator of errors: by webhook, by mail, or both; the same error at most once in a quarter of an hour.

It listens to the log: what is logged at ERROR is an alert. Sending happens in a thread of its own behind a short queue:
nothing waits for it, and nothing that goes wrong there reaches the work that was being done. What was sent when is kept
in a file of the data directory, so that a process that dies and starts again, and the worker beside the web process,
do not tell the same thing anew.
"""

import fcntl
import hashlib
import json
import logging
import queue
import socket
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx

from .logs import Ids, Line

log = logging.getLogger(__name__)
QUIET_SECONDS = 15 * 60.0
WAITING = 100
"""Alerts that may wait to be sent; more are counted and dropped."""
TIMEOUT = 10.0
KEPT = 500
"""Fingerprints that are remembered."""


@dataclass(frozen=True)
class Alert:
    """What an operator is told. ``before`` is how often it happened, untold, since the last time it was told."""

    fingerprint: str
    message: str
    logger: str
    process: str
    host: str
    at: str
    before: int
    request: str = ""
    job: str = ""
    user: str = ""
    trace: str = ""

    @property
    def subject(self) -> str:
        """One line."""
        return f"[AdGen] {self.message[:120]}" + (f" (+{self.before})" if self.before else "")

    def body(self) -> str:
        """All of it, to be read."""
        facts = [f"{name}: {value}" for name, value in asdict(self).items()
                 if value and name not in ("trace", "message")]
        return "\n".join([self.message, "", *facts, "", self.trace]).strip()


Sender = Callable[[Alert], None]
"""Delivers one alert, or raises."""


def webhook(url: str, client: httpx.Client | None = None) -> Sender:
    """POSTs JSON: the alert's fields, and ``text`` and ``content``, which Slack's and Discord's webhooks show."""
    def send(alert: Alert) -> None:
        said = f"{alert.subject}\n{alert.body()}"[:1900]
        with client or httpx.Client(timeout=TIMEOUT) as web:
            web.post(url, json={**asdict(alert), "text": said, "content": said}).raise_for_status()

    return send


def mail(deliver: Callable[[str, str, str], None], to: str) -> Sender:
    """By ``deliver(to, subject, body)``."""
    def send(alert: Alert) -> None:
        deliver(to, alert.subject, alert.body())

    return send


class Memory:
    """When each fingerprint was last told, and how often it came since; shared by the processes of one data directory.

    A file that cannot be read or written is taken for an empty one: an alert too many is better than none.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self.path, self.clock = path, clock

    def due(self, fingerprint: str) -> int | None:
        """How often it went untold since the last time, when it is time to tell it; None when it is not."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with open(self.path, "a+", encoding="utf-8") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                file.seek(0)
                known = self._read(file.read())
                answer = self._count(known, fingerprint)
                file.seek(0)
                file.truncate()
                json.dump(dict(sorted(known.items(), key=lambda pair: -pair[1][0])[:KEPT]), file)
                return answer
        except OSError:
            return 0

    def _read(self, text: str) -> dict[str, list[float]]:
        with suppress(ValueError, TypeError, AttributeError, IndexError):
            return {str(key): [float(value[0]), float(value[1])] for key, value in json.loads(text or "{}").items()}
        return {}

    def _count(self, known: dict[str, list[float]], fingerprint: str) -> int | None:
        told, untold = known.get(fingerprint, [0.0, 0.0])
        if told and self.clock() - told < QUIET_SECONDS:
            known[fingerprint] = [told, untold + 1]
            return None
        known[fingerprint] = [self.clock(), 0.0]
        return int(untold)


class Alarm(logging.Handler):
    """A log handler that tells the senders. ``close`` waits a moment for what is still on its way."""

    def __init__(self, senders: Sequence[Sender], memory: Memory, line: Line) -> None:
        super().__init__(logging.ERROR)
        self.senders, self.memory, self.line = senders, memory, line
        self.waiting: queue.Queue[logging.LogRecord | None] = queue.Queue(WAITING)
        self.thread = threading.Thread(target=self._send_all, name="alerts", daemon=True)
        self.thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Take the record and return at once."""
        if record.name == __name__ or threading.current_thread() is self.thread:
            return  # what goes wrong while telling is not told
        with suppress(queue.Full):
            self.waiting.put_nowait(record)

    def _send_all(self) -> None:
        while (record := self.waiting.get()) is not None:
            try:
                self._tell(record)
            except Exception:  # an alarm that fails must not fail anything else
                log.warning("an alert could not be made", exc_info=True)

    def _tell(self, record: logging.LogRecord) -> None:
        mark = fingerprint(record)
        before = self.memory.due(mark)
        if before is None:
            return
        told = asdict(getattr(record, "ids", None) or Ids())
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        alert = Alert(mark, self.line.blot(record.getMessage())[:500], record.name, self.line.manner.process,
                      socket.gethostname(), at, before, **told, trace=self.line.trace(record)[-4000:])
        for send in self.senders:
            try:
                send(alert)
            except Exception as error:
                log.warning("an alert could not be sent: %s", type(error).__name__)

    def close(self) -> None:
        """Send what waits, for a moment at most, and end."""
        if self.thread.is_alive():
            with suppress(queue.Full):
                self.waiting.put_nowait(None)
            self.thread.join(TIMEOUT / 2)
        super().close()


def fingerprint(record: logging.LogRecord) -> str:
    """The same for the same error at the same place, whatever the values in it: logger, the message before its values
    are filled in, and where an exception came from."""
    parts = [record.name, str(record.msg)]
    if record.exc_info and record.exc_info[1]:
        frames = traceback.extract_tb(record.exc_info[2])
        ours = [frame for frame in frames if "adgen" in frame.filename] or frames
        parts += [type(record.exc_info[1]).__name__,
                  *(f"{Path(frame.filename).name}:{frame.name}" for frame in ours[-1:])]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
