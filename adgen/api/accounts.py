"""``/auth`` and ``/users``: sign-up, sign-in, and the account. Passwords come only here, never into a Gradio event."""

from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.responses import RedirectResponse

from .. import accounts, audit, entry
from ..errors import NotAllowed, NotSignedIn, Suspended
from ..forms import Credentials, Language, PasswordChange, Register
from ..models import User
from ..services import Services
from .identity import Serving, Who, cookie, hashing, principal_of, services_of, token_of, visitor_of

auth = APIRouter(prefix="/auth", tags=["auth"])
users = APIRouter(prefix="/users", tags=["users"])
root = APIRouter(include_in_schema=False)
_CREDENTIALS: dict[str, Any] = {"requestBody": {"required": True, "content": {
    "application/x-www-form-urlencoded": {"schema": {"type": "object", "required": ["username", "password"],
        "properties": {"username": {"type": "string", "description": "the e-mail"},
                       "password": {"type": "string", "format": "password"}}}},
    "application/json": {"schema": {"type": "object", "required": ["email", "password"],
        "properties": {"email": {"type": "string"}, "password": {"type": "string", "format": "password"}}}}}}}


async def credentials(request: Request) -> Credentials:
    """E-mail and password from an OAuth2 form (``username``) or from JSON."""
    try:
        if "json" in request.headers.get("content-type", ""):
            sent = await request.json()
        else:
            form = await request.form(max_files=0, max_fields=20)
            named = {"email": form.get("username", form.get("email")), "password": form.get("password")}
            sent = {name: value for name, value in named.items() if value is not None}
        return Credentials.model_validate(sent)
    except ValidationError as error:
        raise RequestValidationError([{**row, "loc": ("body", *row["loc"])} for row in error.errors()]) from error
    except ValueError as error:
        raise RequestValidationError([{"type": "json_invalid", "loc": ("body",), "msg": ""}]) from error


Sent = Annotated[Credentials, Depends(credentials)]


def token_answer(services: Services, token: str) -> dict[str, Any]:
    """What every sign-in answers; ``expires_in`` is seconds."""
    return {"access_token": token, "token_type": "bearer",
            "expires_in": services.settings.access_token_expire_minutes * 60}


@auth.post("/register")
async def register(form: Register, request: Request, services: Serving) -> dict[str, Any]:
    """Make an account; with `brand_name` its store and first campaign too. A taken e-mail is a 400."""
    user = await hashing(request, lambda: entry.register(services, form, visitor_of(request)))
    with services.reading() as session:
        return accounts.view(session, session.get_one(User, user.id))


@auth.post("/login", openapi_extra=_CREDENTIALS)
@auth.post("/login-json", openapi_extra=_CREDENTIALS)
async def login(sent: Sent, request: Request, response: Response, services: Serving) -> dict[str, Any]:
    """Sign in with an OAuth2 form or JSON: a bearer token, and the same in an HttpOnly cookie for browsers."""
    token = await hashing(request, lambda: entry.sign_in(services, sent, visitor_of(request)))
    response.headers.append("set-cookie", cookie(request, token))
    return token_answer(services, token)


@auth.post("/refresh")
def refresh(who: Who, request: Request, response: Response, services: Serving) -> dict[str, Any]:
    """A new token with a new life; the present one stays good until it expires."""
    with services.writing() as session:
        token = accounts.renewed(session, who, services.secret, services.settings.access_token_expire_minutes)
    response.headers.append("set-cookie", cookie(request, token))
    return token_answer(services, token)


@auth.post("/logout")
def logout(request: Request, response: Response) -> dict[str, Any]:
    """End this sign-in. Also a token that is no longer good is answered with 200, and its cookie removed."""
    _sign_out(request)
    response.headers.append("set-cookie", cookie(request, ""))
    return {"success": True, "message": "로그아웃했어요."}


@auth.post("/logout-all")
def logout_all(who: Who, request: Request, response: Response, services: Serving) -> dict[str, Any]:
    """End every sign-in of the account."""
    with services.writing() as session:
        accounts.sign_out_everywhere(session, who)
        audit.note(session, "signed_out", who.user_id, visitor_of(request), subject="everywhere")
    response.headers.append("set-cookie", cookie(request, ""))
    return {"success": True, "message": "모든 기기에서 로그아웃했어요."}


def _sign_out(request: Request) -> None:
    services = services_of(request)
    with suppress(NotSignedIn, NotAllowed, Suspended):
        who = principal_of(request)
        with services.writing() as session:
            accounts.sign_out(session, who)
            audit.note(session, "signed_out", who.user_id, visitor_of(request))


@users.get("/me")
def me(who: Who, services: Serving) -> dict[str, Any]:
    """The account, its stores included."""
    with services.reading() as session:
        return accounts.view(session, session.get_one(User, who.user_id))


@users.put("/me/password")
async def change_password(form: PasswordChange, who: Who, request: Request, response: Response,
                          services: Serving) -> dict[str, Any]:
    """Set a new password: every other sign-in ends, this caller gets a new token (and cookie) beside the account."""
    visitor = visitor_of(request)
    view, token = await hashing(request, lambda: entry.change_password(services, who, form, visitor))
    response.headers.append("set-cookie", cookie(request, token))
    return {**view, **token_answer(services, token)}


@users.post("/me/consent")
def consent(who: Who, services: Serving) -> dict[str, Any]:
    """Agree to the present terms, the privacy notice and the notice on AI."""
    with services.writing() as session:
        return accounts.view(session, accounts.consent(session, who))


@users.put("/me/language")
def language(form: Language, who: Who, services: Serving) -> dict[str, Any]:
    """Keep the page's language."""
    with services.writing() as session:
        return accounts.view(session, accounts.set_language(session, who, form.language))


@root.post("/login")
@root.post("/login/")
async def gradio_login(sent: Sent, request: Request, response: Response, services: Serving) -> dict[str, Any]:
    """Where ``gradio_client.Client(url, auth=(email, password))`` signs in: it keeps the cookies of a 2xx answer and
    reads 401 as wrong credentials."""
    await login(sent, request, response, services)
    return {"success": True}


@root.get("/logout")
def gradio_logout(request: Request) -> Response:
    """Sign the browser out and show the page; a link on another site cannot do it."""
    response = RedirectResponse("./", 302)
    if request.headers.get("sec-fetch-site", "none") in ("none", "same-origin") and token_of(request):
        _sign_out(request)
        response.headers.append("set-cookie", cookie(request, ""))
    return response
