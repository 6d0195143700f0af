"""The gate: what every request passes before Gradio or a route sees it, and what every answer is dressed in.

Gradio's own login check leaves routes uncovered (mcp, stream, cancel, heartbeat …), and its CORS middleware reflects
any origin on a public host. So nothing under ``/gradio_api`` is open unless it stands in OPEN.
"""

import logging
import re

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .. import logs
from ..config import Settings
from ..errors import AdgenError, NotFound
from ..services import Services
from .answers import answer, on_surprise, too_large
from .identity import HASHING, SERVICES, path_of, principal_of
from .journal import HEADER, Entry
from .origins import Origins, is_preflight, share
from .pace import Pace, key_of
from .policy import DATA, framers, policy

log = logging.getLogger(__name__)
DENY = ("/monitoring", *(f"/gradio_api/{name}" for name in (
    "proxy=", "file=http", "file/http", "monitoring", "process_recording", "vibe", "undo-vibe", "deep_link", "dev",
    "runs", "run-history", "profiling", "token")))
"""Prefixes that are not there: an open proxy, Gradio's analytics, editors and recorders."""
OPEN = ("/gradio_api/info", "/gradio_api/queue/data", "/gradio_api/startup-events", "/gradio_api/theme.css",
        "/gradio_api/app_id", "/gradio_api/user", "/gradio_api/login_check")
"""Signed out, these alone: what the page loads, what MCP's loop-back client reads (keyed by a random session hash),
and ``startup-events``, which ``Blocks.launch`` calls on itself."""
HASHES_AT_ONCE = 2


class Gate:
    """Pure ASGI. It may stand twice, outermost and as a middleware: the inner one lets pass what the outer one saw."""

    def __init__(self, app: ASGIApp, services: Services) -> None:
        self.app, self.services = app, services
        self.origins = Origins(services.settings)
        self.hashing = CapacityLimiter(HASHES_AT_ONCE)
        self.pace = Pace(services.settings.requests_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on with a capped body."""
        if scope["type"] != "http" or SERVICES in scope:
            await self.app(scope, receive, send)
            return
        scope[SERVICES], scope[HASHING] = self.services, self.hashing
        if scope["path"].startswith("/api/v1/"):
            # The old system answers with and without the trailing slash; a redirect would lose a body.
            scope["path"] = scope["path"].rstrip("/")
        entry = Entry(self.services, scope, Request(scope).headers.get(HEADER, ""))
        # Handlers of the page run in Gradio's own tasks: they learn the id from the request's headers.
        scope["headers"] = [*((name, value) for name, value in scope["headers"] if name.lower() != b"x-request-id"),
                            (b"x-request-id", entry.id.encode())]
        with logs.during(request=entry.id):
            try:
                await self._answer(scope, receive, Dress(send, self.services.settings, path_of(scope), entry))
            finally:
                entry.close()

    async def _answer(self, scope: Scope, receive: Receive, dress: "Dress") -> None:
        request = Request(scope)
        try:
            dress.guest = self.origins.guest(request)
            if is_preflight(request):
                dress.preflight = True
                await Response(status_code=204)(scope, receive, dress)
                return
            self._strip(request, dress.guest is not None)
            whose = key_of(Request(scope), self.services.secret)
            if whose is not None:
                self.pace.take(whose)
            await self._admit(Request(scope))
        except AdgenError as error:
            await answer(request, error)(scope, receive, dress)
            return
        try:
            await self._capped(scope, receive, dress)
        except Exception as error:
            # Told here, once, with the request's ids; uvicorn would tell it again without them.
            log.exception("a request failed: %s", type(error).__name__)
            if not dress.begun:
                await (await on_surprise(request, error))(scope, receive, dress)

    def _strip(self, request: Request, guest: bool) -> None:
        """Take away headers that must not be believed."""
        unwanted = {b"cookie"} if guest else set()
        if not self.origins.trusts_forwarded(request):
            unwanted.add(b"x-forwarded-host")
        request.scope["headers"] = [pair for pair in request.scope["headers"] if pair[0].lower() not in unwanted]

    async def _admit(self, request: Request) -> None:
        path = re.sub("/+", "/", path_of(request.scope).lower())
        if path.startswith(DENY):
            raise NotFound
        if path.startswith("/gradio_api/custom_component/") or path in OPEN:
            return
        if path.startswith("/gradio_api"):
            await to_thread.run_sync(principal_of, request)

    async def _capped(self, scope: Scope, receive: Receive, dress: "Dress") -> None:
        request, limit_mb = Request(scope), self.services.settings.max_body_mb
        limit = limit_mb * 1024 * 1024
        declared = request.headers.get("content-length", "0")
        if not declared.isascii() or not declared.isdigit() or int(declared) > limit:
            await too_large(request, limit_mb)(scope, receive, dress)
            return
        body = Body(receive, limit)
        try:
            await self.app(scope, body, Unless(dress, body))
        except Exception:
            if not body.over:
                raise
        if body.over and not dress.begun:
            await too_large(request, limit_mb)(scope, receive, dress)


class Body:
    """Counts what streams in. Beyond the limit the app sees a client that went away."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self.receive, self.left, self.over = receive, limit, False

    async def __call__(self) -> Message:
        """The next message."""
        message = await self.receive()
        self.left -= len(message.get("body", b""))
        if self.left < 0:
            self.over = True
            return {"type": "http.disconnect"}
        return message


class Unless:
    """Holds back what the app says about a body that was cut off: the gate answers for it."""

    def __init__(self, dress: "Dress", body: Body) -> None:
        self.dress, self.body = dress, body

    async def __call__(self, message: Message) -> None:
        """Send, unless the body was too large and nothing was sent yet."""
        if self.dress.begun or not self.body.over:
            await self.dress(message)


class Dress:
    """Writes the security and CORS headers and the request's id on the way out."""

    def __init__(self, send: Send, settings: Settings, path: str, entry: Entry) -> None:
        self.send, self.settings, self.path, self.entry = send, settings, path, entry
        self.guest: str | None = None
        self.preflight = self.begun = False

    async def __call__(self, message: Message) -> None:
        """One message of the answer."""
        if message["type"] == "http.response.start":
            self.begun, self.entry.status = True, message["status"]
            message.setdefault("headers", [])
            self._headers(MutableHeaders(scope=message))
        await self.send(message)

    def _headers(self, headers: MutableHeaders) -> None:
        headers[HEADER] = self.entry.id
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        data = self.path.startswith("/api/") or headers.get("content-type", "").startswith("application/json")
        headers.setdefault("Content-Security-Policy", DATA if data else policy(framers(bool(self.settings.space_id))))
        if not self.settings.space_id:
            headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        if self.path.startswith("/api/"):
            headers.setdefault("Cache-Control", "no-store")
        share(headers, self.guest, self.preflight)
