"""From where a browser may call: hosts that are ours, and the foreign origins that a setting lets in."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request

from ..config import Settings
from ..errors import ForeignOrigin
from .identity import path_of

GUEST_PATHS = ("/api/v1/", "/images/", "/health/", "/openapi.json/")
LOOPBACK = ("127.0.0.1", "localhost", "::1", "0.0.0.0")
_PROBES = ("/health", "/healthz", "/readyz", "/metrics")
_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"
_SENT = "Authorization, Content-Type, Accept-Language, Idempotency-Key"
_SHOWN = "Retry-After, Content-Disposition, WWW-Authenticate"
Place = tuple[str, int | None]


def place(address: str) -> Place | None:
    """Host and port of an origin or a ``Host`` header; the schemes' own ports are none. None for what is neither."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        port = None if parts.port in (80, 443) else parts.port
    except ValueError:
        return None
    return (parts.hostname.lower(), port) if parts.hostname else None


@dataclass(frozen=True)
class Origins:
    """The rules of one app."""

    settings: Settings

    def guest(self, request: Request) -> str | None:
        """The foreign origin that is let in, None for our own pages and for programs.

        Raises ForeignOrigin for all else, for ``null`` (sandboxed pages), and for a ``Host`` that is not ours.
        """
        ours = {place(host) for host in self.settings.allowed_hosts}
        path = path_of(request.scope)
        host = place(request.headers.get("host", ""))
        if ours and host not in ours and path not in _PROBES and (host is None or host[0] not in LOOPBACK):
            raise ForeignOrigin
        origin = request.headers.get("origin")
        if origin is None:
            return None
        caller = place(origin)
        if caller is not None and origin != "null" and caller in {host, *ours}:
            return None
        if origin.rstrip("/").lower() in self.settings.allowed_origins and f"{path}/".startswith(GUEST_PATHS):
            return origin
        raise ForeignOrigin

    def trusts_forwarded(self, request: Request) -> bool:
        """Whether ``X-Forwarded-Host`` names a host of ours: Gradio builds its addresses from it."""
        forwarded = place(request.headers.get("x-forwarded-host", "").split(",")[0].strip())
        ours = {place(request.headers.get("host", "")), *(place(host) for host in self.settings.allowed_hosts)}
        return forwarded is not None and forwarded in ours


def is_preflight(request: Request) -> bool:
    """Whether a browser asks if it may ask."""
    return request.method == "OPTIONS" and "access-control-request-method" in request.headers


def share(headers: MutableHeaders, guest: str | None, preflight: bool = False) -> None:
    """Write the CORS headers for ``guest``, never with credentials; for all others take away what Gradio wrote."""
    for name in [name for name in headers if name.startswith("access-control-")]:
        del headers[name]
    if guest is None:
        return
    del headers["set-cookie"]
    headers["Access-Control-Allow-Origin"] = guest
    headers["Access-Control-Expose-Headers"] = _SHOWN
    headers.add_vary_header("Origin")
    if preflight:
        headers["Access-Control-Allow-Methods"] = _METHODS
        headers["Access-Control-Allow-Headers"] = _SENT
        headers["Access-Control-Max-Age"] = "600"
