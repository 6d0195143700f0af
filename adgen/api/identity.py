"""Who is calling: one answer for REST, the page's events, gradio_client and MCP; and the cookie that carries it."""

from collections.abc import Callable
from ipaddress import ip_address, ip_network
from typing import Annotated, Any, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer

from .. import logs
from ..accounts import Principal
from ..audit import Visitor
from ..errors import NotSignedIn, Suspended
from ..services import Services

COOKIE = "adgen_session"
SERVICES, HASHING = "adgen.services", "adgen.hashing"
"""Keys of the ASGI scope; the gate, which every request passes, fills them."""
PUBLIC = frozenset({"/", "/config", "/gradio_api/info", "/gradio_api/queue/data"})
"""What Gradio's login check lets a signed-out page have. ``queue/data`` is public because MCP's loop-back client sends
no auth there; it is keyed by a random session hash and answers 404 for one it does not know."""
GOVERNING = tuple(f"/api/v1/{name}" for name in ("auth/", "admin", "users/me/tokens", "users/me/sessions",
                                                 "users/me/password"))
"""What governs the account itself: for a sign-in, or a token of the widest scope."""
CHANGING = ("/gradio_api/upload", "/gradio_api/component_server")
COMPUTING = frozenset(f"/api/v1/{name}" for name in ("claims", "sms"))
"""POST routes that only look: they store nothing and cost nothing."""
Result = TypeVar("Result")


def services_of(request: Request) -> Services:
    """The services that the gate wrote into the scope."""
    services: Services = request.scope[SERVICES]
    return services


def token_of(request: Request) -> str | None:
    """The bearer token, else the cookie's. The gate has taken the cookie from requests of foreign origins."""
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    return value.strip() if kind.lower() == "bearer" else request.cookies.get(COOKIE)


def principal_of(request: Request) -> Principal:
    """Who is calling, or NotSignedIn; NotAllowed for a token whose scope does not reach so far."""
    who = services_of(request).principal(token_of(request))
    logs.known(who.user_id)
    who.must(needed(request.method, path_of(request.scope)))
    return who


def needed(method: str, path: str) -> str:
    """The scope that a route takes: decided here, once, for every route there is or will be.

    Gradio's routes carry calls of functions, which ask by themselves (``ui.gate``).
    """
    if path.startswith(GOVERNING) or (method, path) == ("DELETE", "/api/v1/users/me"):
        return "all"
    if path.startswith("/gradio_api"):
        return "write" if path.startswith(CHANGING) else "read"
    return "read" if method in ("GET", "HEAD") or path in COMPUTING else "write"


def visitor_of(request: Request) -> Visitor:
    """Where the request comes from, for the log and for the throttle."""
    return Visitor(address_of(request), request.headers.get("user-agent", "")[:200])


def address_of(request: Request) -> str:
    """The caller's network address; of IPv6 the /64, which is one household's.

    Behind a proxy uvicorn has put the client's address there, from X-Forwarded-For, if the proxy is trusted
    (FORWARDED_ALLOW_IPS, usually this machine alone); from others the header is not believed. On a Space every
    request comes through Hugging Face's proxy: the last public address in the header is the one it saw.
    """
    found = request.client.host if request.client else ""
    if services_of(request).settings.space_id:
        passed = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",")]
        found = next((part for part in reversed(passed) if _is_public(part)), found)
    try:
        address = ip_address(found)
    except ValueError:
        return found[:64]
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else str(address)


def _is_public(text: str) -> bool:
    try:
        return ip_address(text).is_global
    except ValueError:
        return False


_documented = OAuth2PasswordBearer(tokenUrl="api/v1/auth/login", auto_error=False)
"""Only for Swagger's sign-in button: ``principal_of`` decides."""


def _who(request: Request, _: Annotated[str | None, Depends(_documented)]) -> Principal:
    return principal_of(request)


async def _serving(request: Request) -> Services:
    """Async, so that FastAPI makes no trip to a thread for it."""
    return services_of(request)


Serving = Annotated[Services, Depends(_serving)]
Who = Annotated[Principal, Depends(_who)]


def path_of(scope: Any) -> str:
    """The path below the root path, without a trailing slash."""
    path: str = scope["path"]
    root: str = scope.get("root_path", "")
    return path.removeprefix(root).rstrip("/") or "/"


def auth_dependency(services: Services) -> Callable[[Request], str | None]:
    """For ``Blocks.launch``: the user's id and scope, "" where a signed-out page may look, None for 401.

    Not async: a Gradio older than 6.24 would take a coroutine for a user.
    """

    def user_id(request: Request) -> str | None:
        try:
            who = services.principal(token_of(request))
            return f"{who.user_id}:{who.scope}"
        except (NotSignedIn, Suspended):
            return "" if path_of(request.scope) in PUBLIC else None

    return user_id


async def hashing(request: Request, work: Callable[[], Result]) -> Result:
    """Run ``work``, which does bcrypt, in a thread; two at a time, so that sign-ins cannot take every core."""
    limiter: CapacityLimiter = request.scope[HASHING]
    return await to_thread.run_sync(work, limiter=limiter)


def cookie(request: Request, token: str) -> str:
    """The ``Set-Cookie`` value that signs a browser in for a token's life; an empty token signs it out.

    On a Space the page stands in an iframe of another site: such a cookie must be SameSite=None, and Partitioned where
    third-party cookies are blocked (the standard library cannot write that attribute before Python 3.14).
    """
    settings = services_of(request).settings
    age = settings.access_token_expire_minutes * 60 if token else 0
    tls = "https" in (request.url.scheme, request.headers.get("origin", "").partition(":")[0])
    if settings.space_id:
        rules = "Secure; SameSite=None; Partitioned"
    else:
        rules = "SameSite=Lax; Secure" if settings.secure_cookies or tls else "SameSite=Lax"
    return f"{COOKIE}={token}; HttpOnly; Path=/; Max-Age={age}; {rules}"
