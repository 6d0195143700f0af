"""Logs: one line an event, as text or JSON, that says of which request, job and user it is, and holds no secret.

Nobody's words belong in a log above the debug level: our own lines name ids, and the database's and pydantic's errors,
which repeat what was sent, are cut. What looks like a secret is blotted out of the finished line, so that a traceback
or a library's message cannot bring one in either.
"""

import json
import logging
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

QUIET = ("httpx", "httpx2", "httpcore", "httpcore2", "openai", "urllib3", "multipart", "python_multipart", "PIL",
         "asyncio", "mcp", "alembic")
"""Loggers that name addresses or prompts at their usual level: they speak from WARNING on."""
SERVERS = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi")
BLOT = "[…]"
_SECRETS = re.compile("|".join((
    r"eyJ[\w-]{5,}\.[\w-]+\.[\w-]*",  # a token (RFC 7519)
    r"(?<=://)[^\s/@:]*:[^\s/@]+(?=@)",  # user and password of an address
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",  # an e-mail
    r"\b(?:sk|hf|mk|adgen)[-_][A-Za-z0-9_-]{12,}",  # keys by their usual beginnings
    r"(?i:(?<=bearer )|(?<=basic ))[^\s'\",;]+",
    r"(?i:(?<=\bsig=)|(?<=token=)|(?<=password=)|(?<=secret=)|(?<=\bkey=)|(?<=_key=)|(?<=_session=))[^\s&'\",;]+",
    r"(?<=password\": \")[^\"]*|(?<=password': ')[^']*",
    r"\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}",  # a bcrypt hash
    r"(?<=input_value=).*?(?=, input_type=)",  # pydantic repeats what was sent
    r"(?s:(?<=\[parameters: ).*?(?=\]\n|\]$))",  # so does SQLAlchemy
)))


@dataclass
class Ids:
    """What the present line of work belongs to. ``user`` becomes known only once the caller has been looked up."""

    request: str = ""
    job: str = ""
    user: str = ""


_here: ContextVar[Ids | None] = ContextVar("ids", default=None)


def ids() -> Ids:
    """Those of the present work; empty ones outside of any."""
    return _here.get() or Ids()


@contextmanager
def during(request: str = "", job: str = "", user: object = "") -> Iterator[Ids]:
    """All that is logged in the ``with`` block, and in threads that copy its context, bears these ids."""
    outer = ids()
    inner = Ids(request or outer.request, job or outer.job, str(user or "") or outer.user)
    token = _here.set(inner)
    try:
        yield inner
    finally:
        _here.reset(token)


def known(user: object) -> None:
    """The caller of the present request has been found out. Works from a thread: the ids are shared, not copied."""
    here = _here.get()
    if here is not None:
        here.user = str(user)


@dataclass(frozen=True)
class Manner:
    """How to log. ``secrets`` are the configured ones, which look like nothing in particular."""

    json: bool = False
    debug: bool = False
    process: str = "web"
    secrets: tuple[str, ...] = ()


class Line(logging.Formatter):
    """Makes one line of a record, and blots the secrets out of it."""

    def __init__(self, manner: Manner) -> None:
        super().__init__()
        self.manner = manner
        kept = sorted((secret for secret in manner.secrets if len(secret) >= 6), key=len, reverse=True)
        self._configured = re.compile("|".join(map(re.escape, kept))) if kept else None

    def format(self, record: logging.LogRecord) -> str:
        """One line; in JSON the traceback is a field of it."""
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        told = {name: value for name, value in asdict(getattr(record, "ids", None) or ids()).items() if value}
        # A line break that came with a value must not begin a line that looks like one of ours.
        message, trace = self.blot(record.getMessage()).replace("\n", "\\n").replace("\r", "\\r"), self.trace(record)
        if self.manner.json:
            fields = {"at": at, "level": record.levelname, "process": self.manner.process, "logger": record.name,
                      **told, "message": message, **getattr(record, "facts", {}),
                      **({"exception": trace} if trace else {})}
            return json.dumps(fields, ensure_ascii=False)
        names = " ".join(f"{name}={value}" for name, value in told.items())
        return " ".join(filter(None, (at, record.levelname, self.manner.process, record.name, names, message))) + (
            f"\n{trace}" if trace else "")

    def trace(self, record: logging.LogRecord) -> str:
        """The traceback, without secrets; "" when there is none."""
        return self.blot(self.formatException(record.exc_info)) if record.exc_info and record.exc_info[0] else ""

    def blot(self, text: str) -> str:
        """``text`` without secrets, addresses and what was sent."""
        if self._configured:
            text = self._configured.sub(BLOT, text)
        return _SECRETS.sub(BLOT, text)


class Stamp(logging.Filter):
    """Keeps the ids with the record: whoever formats it may stand in another thread."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true."""
        here = ids()
        record.ids = Ids(here.request, here.job, here.user)
        return True


def configure(manner: Manner) -> logging.Handler:
    """Make this process log so, on standard error. Called once, by whoever starts the process."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line(manner))
    handler.addFilter(Stamp())
    root = logging.getLogger()
    for old in [*root.handlers]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if manner.debug else logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.INFO if manner.debug else logging.WARNING)
    logging.captureWarnings(True)
    os.environ["ADGEN_LOG_FORMAT"] = "json" if manner.json else "text"  # the processes that draw ask for it
    return handler


def configure_child() -> None:
    """For a process that this app started and that reads no settings."""
    configure(Manner(json=os.environ.get("ADGEN_LOG_FORMAT") == "json", process="drawing"))


def adopt_server() -> None:
    """uvicorn sets up handlers of its own when it starts: its lines shall go the way of ours, without its access log
    (the gate writes one)."""
    for name in SERVERS:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    logging.getLogger("uvicorn.access").setLevel(logging.WARNING)
