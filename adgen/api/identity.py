"""Who is calling: one answer for REST, the page's events, gradio_client and MCP; and the cookie that carries it."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer

from .. import logs
from ..accounts import Principal
from ..errors import NotSignedIn
from ..services import Services

COOKIE = "adgen_session"
SERVICES, HASHING = "adgen.services", "adgen.hashing"
"""Keys of the ASGI scope; the gate, which every request passes, fills them."""
PUBLIC = frozenset({"/", "/config", "/gradio_api/info", "/gradio_api/queue/data"})
"""What Gradio's login check lets a signed-out page have. ``queue/data`` is public because MCP's loop-back client sends
no auth there; it is keyed by a random session hash and answers 404 for one it does not know."""
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
    """Who is calling, or NotSignedIn."""
    who = services_of(request).principal(token_of(request))
    logs.known(who.user_id)
    return who


_documented = OAuth2PasswordBearer(tokenUrl="api/v1/auth/login", auto_error=False)
"""Only for Swagger's sign-in button: ``principal_of`` decides."""


def _who(request: Request, _: Annotated[str | None, Depends(_documented)]) -> Principal:
    return principal_of(request)


Serving = Annotated[Services, Depends(services_of)]
Who = Annotated[Principal, Depends(_who)]


def path_of(scope: Any) -> str:
    """The path below the root path, without a trailing slash."""
    path: str = scope["path"]
    root: str = scope.get("root_path", "")
    return path.removeprefix(root).rstrip("/") or "/"


def auth_dependency(services: Services) -> Callable[[Request], str | None]:
    """For ``Blocks.launch``: the user's id, "" where a signed-out page may look, None for 401.

    Not async: a Gradio older than 6.24 would take a coroutine for a user.
    """

    def user_id(request: Request) -> str | None:
        try:
            return str(services.principal(token_of(request)).user_id)
        except NotSignedIn:
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
