"""One entry for each request: its id, one line in the log, and its place in the meters."""

import logging
import re
import secrets
import time
from typing import Any

from starlette.types import Scope

from ..services import Services
from .identity import path_of

log = logging.getLogger(__name__)
HEADER = "X-Request-ID"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")
_WRITES = ("POST", "PUT", "PATCH", "DELETE")
_CHATTER = "/gradio_api/"


def request_id(given: str) -> str:
    """The caller's own id where it looks like one, else a new one."""
    return given if _GIVEN.fullmatch(given) else secrets.token_hex(8)


def route_of(scope: Scope) -> str:
    """The template of the route that answered: a bounded set of names, without ids, tokens or file names."""
    route, path = scope.get("route"), path_of(scope)
    context = scope.get("fastapi", {})
    effective = context.get("effective_route_context") if isinstance(context, dict) else None
    template = getattr(effective, "path", None) or getattr(route, "path", None)
    if path.startswith("/gradio_api"):
        known = re.match(r"/gradio_api/(?:queue/)?[a-z_]+", path) if template else None
        return f"gradio {known[0].removeprefix(_CHATTER)}" if known else "gradio"
    return str(template) if template else "none"


class Entry:
    """A request from its first byte to the last of its answer."""

    def __init__(self, services: Services, scope: Scope, given: str) -> None:
        self.services, self.scope, self.id = services, scope, request_id(given)
        self.begun, self.status = time.perf_counter(), 500
        self.method = scope["method"] if scope["method"] in METHODS else "other"

    def close(self) -> None:
        """Write the line and count it. Reads that went well are told at debug level only: pages poll."""
        seconds, route = time.perf_counter() - self.begun, route_of(self.scope)
        self.services.meters.answered(self.method, route, self.status, seconds)
        own = not route.startswith("gradio") and route != "none"
        shown = self.status >= 500 or own and (self.status >= 400 or self.method in _WRITES)
        facts: dict[str, Any] = {"method": self.method, "route": route, "status": self.status,
                                 "ms": round(seconds * 1000, 1)}
        log.log(logging.INFO if shown else logging.DEBUG, "%s %s %d %.0f ms", self.method, route, self.status,
                seconds * 1000, extra={"facts": facts})
