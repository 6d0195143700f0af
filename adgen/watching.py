"""How a process of ours is watched: its log, its alarm, its count of troubles, and Sentry where it is wanted."""

import importlib
import importlib.util
import logging
from contextlib import ExitStack, suppress
from typing import Any

from pydantic import SecretStr

from .alerts import Alarm, Memory, Sender, mail, webhook
from .config import Settings
from .logs import Line, Manner, configure
from .mail import Letter, post_of
from .meters import Meters

log = logging.getLogger(__name__)


class Watch(ExitStack):
    """Closes the alarm at the end of the ``with`` block, so that what is on its way still arrives."""


def watch(settings: Settings, process: str, meters: Meters | None = None, senders: tuple[Sender, ...] = ()) -> Watch:
    """Set the process up; ``senders`` tell alerts beside the webhook and the mail of the settings."""
    manner = manner_of(settings, process)
    handler = configure(manner)
    root, watching = logging.getLogger(), Watch()
    if meters is not None:
        root.addHandler(Troubles(meters))
    told = [*senders]
    if settings.alert_webhook:
        told.append(webhook(settings.alert_webhook.get_secret_value()))
    if settings.alert_mail:
        post = post_of(settings)
        watching.callback(post.close)  # called last: what is on its way still goes out
        told.append(mail(lambda *letter: post.send(Letter(*letter)), settings.alert_mail))
    if told:
        alarm = Alarm(told, Memory(settings.data_dir / "alerts.json"), Line(manner))
        for stamp in handler.filters:
            alarm.addFilter(stamp)
        root.addHandler(alarm)
        watching.callback(alarm.close)
        watching.callback(root.removeHandler, alarm)
    if settings.sentry_dsn:
        start_sentry(settings.sentry_dsn.get_secret_value(), Line(manner))
    return watching


def manner_of(settings: Settings, process: str) -> Manner:
    """How ``process`` logs, with every configured secret to be blotted out."""
    secrets = tuple(value.get_secret_value() for value in settings.__dict__.values() if isinstance(value, SecretStr))
    return Manner(settings.log_format == "json", settings.debug, process, secrets)


class Troubles(logging.Handler):
    """Counts warnings and errors by the logger that wrote them."""

    def __init__(self, meters: Meters) -> None:
        super().__init__(logging.WARNING)
        self.meters = meters

    def emit(self, record: logging.LogRecord) -> None:
        """Count it; the loggers of libraries by their first name."""
        name = record.name if record.name.startswith("adgen") else record.name.partition(".")[0]
        self.meters.troubles.labels(record.levelname, name).inc()


def start_sentry(dsn: str, line: Line) -> bool:
    """Whether Sentry was switched on. It gets errors alone: no bodies, no local variables, nothing personal."""
    if importlib.util.find_spec("sentry_sdk") is None:
        log.warning("SENTRY_DSN is set, but sentry-sdk is not installed: pip install sentry-sdk")
        return False
    try:
        importlib.import_module("sentry_sdk").init(
            dsn=dsn, send_default_pii=False, include_local_variables=False, max_request_body_size="never",
            max_breadcrumbs=0, traces_sample_rate=0.0, before_send=lambda event, _hint: cleaned(event, line))
    except Exception as error:  # a wrong DSN must not keep the app from starting
        log.warning("Sentry could not be started: %s", type(error).__name__)
        return False
    return True


def cleaned(event: Any, line: Line) -> Any:
    """``event`` with every text in it blotted, and without headers, cookies and the query."""
    if isinstance(event, dict):
        return {key: cleaned(value, line) for key, value in event.items()
                if key not in ("headers", "cookies", "query_string", "env")}
    if isinstance(event, list):
        return [cleaned(value, line) for value in event]
    with suppress(TypeError):
        return line.blot(event)
    return event
