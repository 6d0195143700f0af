"""Errors as programs see them: ``{"detail": sentence, "code": …}``, in the language that the caller accepts."""

import logging
from typing import Any

from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..complaints import location, sentence
from ..errors import (
    AdgenError,
    BodyTooLarge,
    DiskFull,
    InvalidInput,
    MethodNotAllowed,
    NotFound,
    NotSignedIn,
    PasswordTooLong,
)
from .identity import path_of, services_of

log = logging.getLogger(__name__)
RETRY_SECONDS = {429: 30, 503: 30, 504: 5, 507: 600}
_CARRIED = ("job_id", "content_id", "field", "retry_after")
_KNOWN: dict[int, type[AdgenError]] = {401: NotSignedIn, 404: NotFound, 405: MethodNotAllowed, 422: InvalidInput}


def language_of(request: Request) -> str:
    """"en" when the caller's first language is English, else "ko"."""
    return "en" if request.headers.get("accept-language", "").strip().lower().startswith("en") else "ko"


def answer(request: Request, error: AdgenError) -> JSONResponse:
    """The answer for one of our errors."""
    services_of(request).meters.refusals.labels(error.code).inc()
    headers = {"WWW-Authenticate": "Bearer"} if error.status == 401 else {}
    if error.status in RETRY_SECONDS:
        headers["Retry-After"] = str(error.details.get("retry_after") or RETRY_SECONDS[error.status])
    more = {key: error.details[key] for key in _CARRIED if error.details.get(key) is not None}
    body = {"detail": error.say(language_of(request)), "code": error.code, **more}
    return JSONResponse(body, error.status, headers)


async def on_adgen_error(request: Request, error: Exception) -> Response:
    """An error that a use case raised."""
    assert isinstance(error, AdgenError)
    return answer(request, error)


async def on_validation_error(request: Request, error: Exception) -> Response:
    """FastAPI's list with our sentences; what was sent is not repeated: it may be a password."""
    assert isinstance(error, RequestValidationError)
    if path_of(request.scope).startswith("/gradio_api/"):
        return await request_validation_exception_handler(request, error)
    language = language_of(request)
    detail = [{"type": row["type"], "loc": list(location(row)), "msg": sentence(row, language)}
              for row in error.errors()]
    too_long = any(str(row.get("ctx", {}).get("error", "")) == PasswordTooLong.code for row in error.errors())
    return JSONResponse({"detail": detail, "code": (PasswordTooLong if too_long else InvalidInput).code}, 422)


async def on_http_error(request: Request, error: Exception) -> Response:
    """What the framework refuses: unknown routes, wrong methods. Gradio's own answers keep their detail."""
    assert isinstance(error, HTTPException)
    kind = _KNOWN.get(error.status_code, InvalidInput if error.status_code < 500 else AdgenError)
    detail: Any = error.detail
    if not path_of(request.scope).startswith("/gradio_api"):
        detail = kind().say(language_of(request))
    if error.status_code in (204, 304):
        return Response(None, error.status_code, error.headers)
    return JSONResponse({"detail": detail, "code": kind.code}, error.status_code, error.headers)


async def on_surprise(request: Request, error: Exception) -> Response:
    """A bug or a full disk. The server logs the exception; the caller learns nothing of it."""
    if "disk is full" in str(error):  # SQLite's own words
        return answer(request, DiskFull())
    return answer(request, AdgenError())


def too_large(request: Request, limit_mb: int) -> JSONResponse:
    """The 413 answer."""
    return answer(request, BodyTooLarge(limit_mb=limit_mb))


HANDLERS: dict[Any, Any] = {
    AdgenError: on_adgen_error,
    RequestValidationError: on_validation_error,
    HTTPException: on_http_error,
    Exception: on_surprise,
}
