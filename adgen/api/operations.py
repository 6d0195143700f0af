"""``/readyz`` and ``/metrics``: for those who run the service, and for the machines that watch it."""

import hmac
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import Response

from .. import __version__
from ..errors import NotFound
from ..meters import families, gauge
from ..services import Services
from .identity import Serving, services_of
from .origins import LOOPBACK, place

root = APIRouter(tags=["health"])
_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip", "x-forwarded-host")
_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@root.get("/readyz", include_in_schema=False)
def readiness(services: Serving) -> Response:
    """Whether this process can serve: the database answers, a worker is alive, the disk has room; else 503."""
    found = services.standing.ready()
    return JSONResponse({"status": "ok" if found.ok else "error", **found.checks}, 200 if found.ok else 503)


@root.get("/metrics", include_in_schema=False)
def prometheus(request: Request, services: Serving) -> Response:
    """Prometheus' text. ``adgen_http_…``, ``adgen_refusals`` and ``adgen_log_records`` are of this process, all else is
    of the whole service. Who may not read it finds nothing there."""
    if not _may_read(request):
        raise NotFound
    return Response(services.meters.text(_figures(services)), media_type=_TYPE,
                    headers={"Cache-Control": "no-store"})


def _figures(services: Services) -> list[Any]:
    about = gauge("adgen_info", "The version that runs.", ("version",), {(__version__,): 1})
    up, why = "adgen_database_up", "Whether the database answers."
    try:
        more = list(families(services.standing.jobs(), services.standing.storage()))
    except SQLAlchemyError:
        return [about, gauge(up, why, (), {(): 0})]
    return [about, gauge(up, why, (), {(): 1}), *more]


def _may_read(request: Request) -> bool:
    """By the token where there is one, else this machine alone; what a proxy hands on comes from elsewhere."""
    token = services_of(request).settings.metrics_token
    if token is not None:
        kind, _, sent = request.headers.get("authorization", "").partition(" ")
        return kind.lower() == "bearer" and hmac.compare_digest(sent.strip().encode(),
                                                                token.get_secret_value().encode())
    named = place(request.headers.get("host", ""))  # a page that rebinds its name to this machine still sends its own
    callers = (request.client.host if request.client else "", named[0] if named else "")
    return all(one in LOOPBACK for one in callers) and not any(name in request.headers for name in _FORWARDED)
