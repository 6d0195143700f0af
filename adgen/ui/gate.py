"""Who is asking, and how an error reaches them: the first line of every handler of the page."""

import asyncio
import html
import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

import gradio as gr

from .. import logs
from ..accounts import TERMS_VERSION
from ..errors import AdgenError, ConsentRequired, InvalidInput, NotAllowed, NotSignedIn, Suspended
from ..models import User
from ..services import Services
from ..tokens import SCOPES, covers

log = logging.getLogger(__name__)
QUIET: dict[str, Any] = {"show_progress": "hidden", "queue": False, "api_visibility": "private"}
"""For every listener that is not part of the published API. It hides; ``acting`` protects."""
_ENTITIES = str.maketrans({"{": "&#123;", "}": "&#125;", "$": "&#36;", "`": "&#96;", "\\": "&#92;"})


@dataclass(frozen=True)
class Caller:
    """The account behind a request. ``request.username`` is its id and the token's scope, set by the app's
    auth_dependency."""

    user_id: int
    email: str
    language: str
    consented: bool

    def must_consent(self) -> None:
        """ConsentRequired unless this version of the terms was agreed to."""
        if not self.consented:
            raise ConsentRequired


def caller(services: Services, request: gr.Request, needs: str = "write") -> Caller:
    """Who asks, or NotSignedIn, Suspended; NotAllowed when the token's scope does not hold ``needs``."""
    name, _, scope = str(getattr(request, "username", None) or "").partition(":")
    if not name.isascii() or not name.isdigit():
        raise NotSignedIn
    with services.reading() as session:
        user = session.get(User, int(name))
        if user is None or not user.is_active or scope not in SCOPES:
            raise NotSignedIn
        if user.suspended_at is not None:
            raise Suspended
        if not covers(scope, needs):
            raise NotAllowed
        return Caller(user.id, user.email, user.language, user.terms_version == TERMS_VERSION)


@contextmanager
def acting(services: Services, request: gr.Request, needs: str = "write") -> Iterator[Caller]:
    """The caller for a ``with`` block; an AdgenError inside becomes a sentence in their language."""
    language = "ko"
    try:
        with logs.during(request=request.headers.get("x-request-id", "")) as ids:
            who = caller(services, request, needs)
            language, ids.user = who.language, str(who.user_id)
            try:
                yield who
            except (AdgenError, gr.Error, asyncio.CancelledError, GeneratorExit):
                raise
            except Exception as error:  # Gradio would print it past the log
                log.exception("a handler of the page failed: %s", type(error).__name__)
                raise AdgenError from error
    except AdgenError as error:
        services.meters.refusals.labels(error.code).inc()
        sentence = error.say(language)
        shown = f"{sentence} [{error.code}]" if from_mcp(request) else sentence
        raise gr.Error(shown, title=error.code, print_exception=False) from error


def looking(services: Services, request: gr.Request) -> AbstractContextManager[Caller]:
    """``acting`` for a function that changes nothing: a token that may only read is enough."""
    return acting(services, request, "read")


def from_mcp(request: gr.Request) -> bool:
    """Whether an MCP tool call brought the request: Gradio's own loop-back client marks it."""
    return bool(request.headers.get("x-gradio-user") == "mcp")


def esc(text: object) -> str:
    """User data for HTML. gr.HTML reads its value as a template, so template marks are escaped with the rest."""
    return html.escape("" if text is None else str(text)).translate(_ENTITIES)


def markup(value: str = "", elem_id: str | None = None) -> gr.HTML:
    """HTML of ours, without Gradio's own styles."""
    return gr.HTML(value, elem_id=elem_id, apply_default_css=False)


def wire(name: str) -> gr.HTML:
    """An unseen component through which the page's script calls a handler: ``adgen.call(name, data)``."""
    return gr.HTML("", elem_id=f"wire-{name}", elem_classes="unseen",
                   js_on_load=f"window.adgen.wire({name!r}, data => trigger('click', data));")


def sent(event: gr.EventData, name: str) -> Any:
    """One value that the script sent, or None."""
    data = getattr(event, "_data", None)
    return data.get(name) if isinstance(data, dict) else None


def sent_id(event: gr.EventData, name: str = "id") -> int:
    """A record's number that the script sent, or InvalidInput."""
    return record_id(sent(event, name))


def record_id(value: object) -> int:
    """``value`` as a record's number, or InvalidInput."""
    text = str(value)
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise InvalidInput
    return int(text)
