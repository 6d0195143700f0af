"""What stands beside the API: health, Swagger, the legal pages and our own assets. Nothing here needs another site."""

import html
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.openapi.docs import get_swagger_ui_html
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles

from .. import __version__, jobs
from ..accounts import TERMS_VERSION
from ..services import Services
from .identity import Serving

root = APIRouter(include_in_schema=False)
health = APIRouter(tags=["health"])
TITLE = "AdGen"
MEDIA_TYPES = {".woff2": "font/woff2", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
               ".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml", ".ico": "image/x-icon",
               ".webmanifest": "application/manifest+json", ".txt": "text/plain; charset=utf-8"}
"""The only files that ``/assets`` gives out."""
_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def _assets() -> Path:
    return Path(__file__).resolve().parents[2] / "assets"


def _health(services: Services) -> dict[str, Any]:
    with services.reading() as session:
        queue = jobs.counts(session)
    workers = [{"engine": row.engine, "model": row.model, "reason": row.reason_ko, "reason_en": row.reason_en,
                "state": row.state, "status": row.status, "ready": row.state == "ready"} for row in services.workers()]
    first = workers[0] if workers else {}
    return {"status": "ok" if workers else "degraded", "version": __version__, "database": "ok",
            "engine": first.get("engine"), "model": first.get("model"), "reason": first.get("reason"),
            "ready": any(worker["ready"] for worker in workers), "workers": workers, "queue": queue}


def health_answer(services: Services) -> JSONResponse:
    """``degraded`` without a worker (jobs wait, all else works); 503 when the database does not answer."""
    try:
        return JSONResponse(_health(services))
    except SQLAlchemyError:
        return JSONResponse({"status": "error", "version": __version__, "database": "error"}, 503)


@health.get("/health")
@health.get("/api/v1/health", include_in_schema=False)
def get_health(services: Serving) -> Response:
    """Version, database, workers with their engine and why it was chosen, and the queue."""
    return health_answer(services)


@health.get("/healthz")
def alive() -> dict[str, str]:
    """Whether the web process answers at all."""
    return {"status": "ok"}


@root.get("/docs")
def swagger() -> HTMLResponse:
    """Swagger, from our own files."""
    return get_swagger_ui_html(
        openapi_url="./openapi.json", title=TITLE, swagger_js_url="./assets/swagger/swagger-ui-bundle.js",
        swagger_css_url="./assets/swagger/swagger-ui.css", swagger_favicon_url="./favicon.ico",
        swagger_ui_parameters={"persistAuthorization": False, "docExpansion": "none"})


@root.get("/terms")
def terms(services: Serving) -> Response:
    """The terms of use with the notice on AI."""
    return _legal(services, "terms")


@root.get("/privacy")
def privacy(services: Serving) -> Response:
    """What is kept, why and for how long."""
    return _legal(services, "privacy")


def _legal(services: Services, name: str) -> Response:
    """``assets/legal/<name>.html`` inside the common frame, with the operator's particulars."""
    settings = services.settings
    folder = _assets() / "legal"
    contact = settings.operator_email or "이 서비스를 여러분에게 열어 준 곳"
    outside = [text for used, text in (
        (settings.openai_api_key, "문구 작성: 광고 요청 내용과 가게 정보(이메일·비밀번호 제외)를 "
                                  + html.escape(settings.openai_base_url or "OpenAI(미국)") + "에 보내요."),
        (settings.hf_token, "그림 생성: 그림 설명을 Hugging Face(미국)와 그 추론 제공자에게 보낼 수 있어요."),
    ) if used]
    words = {"operator": html.escape(settings.operator_name), "contact": html.escape(contact),
             "version": TERMS_VERSION, "minutes": str(settings.access_token_expire_minutes),
             "outside": "".join(f"<li>{text}</li>" for text in outside)
             or "<li>지금 설정에서는 입력하신 내용을 다른 회사로 보내지 않아요.</li>"}
    page = (folder / "frame.html").read_text("utf-8").replace("[[body]]", (folder / f"{name}.html").read_text("utf-8"))
    for key, value in words.items():
        page = page.replace(f"[[{key}]]", value)
    return HTMLResponse(page, headers={"Content-Security-Policy": _PAGE_POLICY, "Cache-Control": "no-cache"})


@root.api_route("/assets/{folder}/{path:path}", methods=["GET", "HEAD"])
async def asset(folder: str, path: str, request: Request) -> Response:
    """A file of ``assets/<folder>/``. Gradio's own files lie directly under ``/assets/`` and stay its own."""
    name = f"{folder}/{path}"
    media_type = MEDIA_TYPES.get(Path(name).suffix)
    if media_type is None or any(part.startswith(".") for part in name.split("/")):
        raise HTTPException(404)
    response = await StaticFiles(directory=_assets()).get_response(name, request.scope)
    response.headers["Content-Type"] = media_type
    versioned = "v" in request.query_params
    response.headers["Cache-Control"] = f"public, max-age={31536000 if versioned else 86400}" + (
        ", immutable" if versioned else "")
    return response
