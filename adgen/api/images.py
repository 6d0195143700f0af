"""Pictures, for their owner or for the bearer of a signed link, and for nobody else."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse

from .. import contents, exports
from ..errors import ImageNotFound
from ..files import bare_name
from ..security import image_link_holds
from ..services import Services
from .identity import Serving, principal_of

root = APIRouter(tags=["images"])
Download = Annotated[str | None, Query(max_length=200, description="save under this name instead of showing it")]
Notice = Annotated[bool, Query(description="the notice on AI was shown beside the download")]
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".pdf": "application/pdf"}
_UNSAFE = set('\\/:*?"<>|')


@root.get("/images/{name:path}", response_class=Response)
@root.head("/images/{name:path}", response_class=Response, include_in_schema=False)
def image(name: str, request: Request, services: Serving, exp: str = "", sig: str = "",
          download: Download = None, notice: Notice = False) -> Response:
    """The file, with `exp` and `sig` of a signed link, or signed in as its owner. A download is written down."""
    owner = _allow(services, request, name, (exp, sig))
    if download is not None and request.method == "GET":
        exports.downloaded(services, owner, name, notice)
    return picture(services, name, download)


def _allow(services: Services, request: Request, name: str, signed: tuple[str, str]) -> int:
    """Whose it is. NotSignedIn for strangers, whether there is such a picture or not; ImageNotFound for other users."""
    exp, sig = signed
    try:
        with services.reading() as session:
            owner = contents.file_owner(session, name)
    except ImageNotFound:
        if not sig:
            principal_of(request)
        raise
    if sig and exp.isascii() and exp.isdigit() and len(exp) < 12 and image_link_holds(
            services.secret, bare_name(name), owner, int(exp), sig):
        return owner
    if principal_of(request).user_id != owner:
        raise ImageNotFound
    return owner


def picture(services: Services, name: str, download: str | None = None) -> Response:
    """The file, shown or saved; a picture can run nothing, whatever it holds."""
    path = services.files.path(name)
    headers = {"Content-Disposition": disposition(download, path.suffix), "Cache-Control": "private, max-age=3600",
               "X-Content-Type-Options": "nosniff",
               "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'self'"}
    return FileResponse(path, media_type=_TYPES[path.suffix], headers=headers)


def disposition(download: str | None, suffix: str) -> str:
    """``Content-Disposition``, the name in RFC 5987's form with a plain one for old programs."""
    if download is None:
        return "inline"
    stem = download.removesuffix(suffix)
    safe = "".join(c for c in stem if c.isprintable() and c not in _UNSAFE).strip(". ")[:80] or "adgen"
    return f"attachment; filename=\"adgen{suffix}\"; filename*=UTF-8''{quote(safe + suffix, safe='')}"
