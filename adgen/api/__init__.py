"""REST under ``/api/v1``, and what stands beside it; also what Gradio needs to know of who is calling."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.applications import Starlette
from starlette.middleware import Middleware

from .. import __version__
from ..logs import adopt_server
from ..services import Services
from . import (
    accounts,
    admin,
    contents,
    downloads,
    images,
    jobs,
    leaving,
    letters,
    looks,
    operations,
    pages,
    photos,
    projects,
    prompts,
    sessions,
    stores,
    wording,
    writing,
)
from .answers import HANDLERS
from .gate import Gate
from .identity import auth_dependency
from .policy import PackedPage, PagePolicy

__all__ = ["app_kwargs", "auth_dependency", "build_api"]
DESCRIPTION = """가게 광고를 만드는 API예요. Makes finished advertisements for small Korean shops.

**AI 안내**: 이 서비스는 생성형 AI로 그림과 문구를 만들어요. 결과마다 `ai_generated`와 표시 문구 `label_text`가
함께 와요(인공지능기본법 제31조). *This service makes pictures and words with generative AI; every result says so.*

Sign in with `POST /api/v1/auth/login` and send `Authorization: Bearer …`. Errors are
`{"detail": "<sentence>", "code": "<stable code>"}`; send `Accept-Language: en` for English sentences.
"""


def _routers() -> list[APIRouter]:
    v1 = APIRouter(prefix="/api/v1")
    for router in (accounts.auth, accounts.users, leaving.router, stores.router, projects.router,
                   contents.router, jobs.router,
                   photos.router, looks.router, downloads.router, wording.router, writing.router,
                   prompts.router, sessions.router, letters.auth, letters.users, admin.router):
        v1.include_router(router)
    return [v1, images.root, pages.health, operations.root, pages.root, accounts.root]


def build_api(services: Services) -> FastAPI:
    """Our routes alone, as an app: its schema is what ``/openapi.json`` shows."""
    api = FastAPI(title=pages.TITLE, version=__version__, description=DESCRIPTION, docs_url=None, redoc_url=None,
                  openapi_url="/openapi.json", exception_handlers=HANDLERS, lifespan=_outermost(services),
                  middleware=_middleware(services, ""))
    for router in _routers():
        api.include_router(router)
    return api


def _middleware(services: Services, head: str) -> list[Middleware]:
    return [Middleware(Gate, services=services), Middleware(PackedPage, compresslevel=6),
            Middleware(PagePolicy, head=head, space=bool(services.settings.space_id))]


def app_kwargs(services: Services, head: str) -> dict[str, Any]:
    """For ``Blocks.launch(app_kwargs=…)``: our routes come before Gradio's, which stay out of the schema. ``head`` is
    what the page puts into its head: the policy must let its scripts run."""
    return {"routes": list(build_api(services).routes), "middleware": _middleware(services, head),
            "exception_handlers": HANDLERS, "lifespan": _outermost(services), "openapi_url": None, "docs_url": None,
            "redoc_url": None}


def _outermost(services: Services) -> Callable[[Starlette], Any]:
    """Put a gate around the whole app at start: Gradio adds its CORS and compression outside every middleware given
    to it. The gate among the middleware stays, and does the work should this never run."""
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        adopt_server()
        if app.middleware_stack is not None:
            app.middleware_stack = Gate(app.middleware_stack, services)
        try:
            yield
        finally:
            services.close()

    return lifespan
