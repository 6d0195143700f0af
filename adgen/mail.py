"""Letters by SMTP, or as files in an outbox where no server is set."""

import logging
import smtplib
import ssl
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from pathlib import Path
from secrets import token_hex
from urllib.parse import SplitResult, unquote, urlsplit

from .config import Settings
from .errors import BadSetting
from .files import create_private

log = logging.getLogger(__name__)
TIMEOUT = 20.0
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class Letter:
    """A plain-text mail."""

    to: str
    subject: str
    text: str


class Post:
    """Sends letters. ``smtp_url`` is ``smtp://user:password@host:587`` (STARTTLS where the server offers it; demanded
    as soon as there is a password) or ``smtps://…``; empty means the outbox."""

    def __init__(self, smtp_url: str, sender: str, outbox: Path) -> None:
        self.smtp_url, self.sender, self.outbox = smtp_url, sender, outbox
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="post")

    def later(self, work: Callable[[], None]) -> None:
        """Run ``work`` (which looks something up and sends) in the post's own thread; what it raises is logged."""
        def quietly() -> None:
            try:
                work()
            except Exception:
                log.exception("a letter could not be sent")

        self._thread.submit(quietly)

    def rest(self) -> None:
        """Wait until all that was handed over so far is done."""
        self._thread.submit(lambda: None).result()

    def send(self, letter: Letter) -> None:
        """Send at once. OSError or smtplib.SMTPException when the server does not take it."""
        message = self._message(letter)
        if not self.smtp_url:
            name = f"{time.strftime('%Y%m%d-%H%M%S')}-{token_hex(4)}.eml"
            create_private(self.outbox / name, bytes(message))
            log.info("no mail server is set: a letter lies in outbox/%s", name)
            return
        with connected(self.smtp_url) as server:
            parts = urlsplit(self.smtp_url)
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, letter.to, letter.subject
        message["Date"] = formatdate(localtime=False)
        message["Message-ID"] = make_msgid(domain=parseaddr(self.sender)[1].partition("@")[2] or "localhost")
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        return message

    def close(self) -> None:
        """Let the present letter go, and no more."""
        self._thread.shutdown(wait=False, cancel_futures=True)


@contextmanager
def connected(smtp_url: str, timeout: float = TIMEOUT) -> Iterator[smtplib.SMTP]:
    """A connection to the server, under TLS where it or the address asks for it; nobody is logged in yet. OSError or
    smtplib.SMTPException when there is none, BadSetting for an address that is none."""
    parts = _parts(smtp_url)
    host, port = parts.hostname or "localhost", parts.port or PORTS[parts.scheme]
    context = ssl.create_default_context()
    if parts.scheme == "smtps":
        with smtplib.SMTP_SSL(host, port, timeout=timeout, context=context) as server:
            yield server
        return
    with smtplib.SMTP(host, port, timeout=timeout) as server:
        server.ehlo()
        if parts.password or server.has_extn("starttls"):
            server.starttls(context=context)
        yield server


def _parts(smtp_url: str) -> SplitResult:
    parts = urlsplit(smtp_url)
    if parts.scheme not in PORTS:
        raise BadSetting(name="ADGEN_SMTP_URL", reason="smtp://user:password@host:587")
    return parts


def post_of(settings: Settings) -> Post:
    """The post that the settings name. BadSetting for an address that is none."""
    smtp_url = settings.smtp_url.get_secret_value() if settings.smtp_url else ""
    if smtp_url:
        _parts(smtp_url)
    return Post(smtp_url, settings.mail_from, settings.data_dir / "outbox")
