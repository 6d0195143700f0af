"""The ways that go through a mailbox: a forgotten password, and that an address is its owner's."""

from typing import Any

from fastapi import APIRouter, Request

from .. import entry, letters
from ..forms import LinkUsed, MailAsked, PasswordReset
from .identity import Serving, Who, hashing, visitor_of

auth = APIRouter(prefix="/auth", tags=["auth"])
users = APIRouter(prefix="/users/me", tags=["users"])


@auth.post("/password/forgot", status_code=202)
def forgot(form: MailAsked, request: Request, services: Serving) -> dict[str, Any]:
    """Have a link mailed that sets a new password. The answer is the same whether there is such an account or not: it
    comes before the account is looked for."""
    entry.ask_reset(services, form.email, visitor_of(request))
    return {"success": True, "message": "가입한 이메일이라면 링크를 보냈어요. 메일함을 확인해 주세요."}


@auth.post("/password/reset")
async def reset(form: PasswordReset, request: Request, services: Serving) -> dict[str, Any]:
    """Set a new password with the mailed link's `token`: every sign-in and every API token ends. Sign in afterwards."""
    await hashing(request, lambda: entry.reset(services, form, visitor_of(request)))
    return {"success": True, "message": "새 비밀번호로 로그인해 주세요."}


@auth.post("/verify")
def verify(form: LinkUsed, request: Request, services: Serving) -> dict[str, Any]:
    """Confirm the e-mail with the mailed link's `token`; no sign-in is needed."""
    entry.verify(services, form.token, visitor_of(request))
    return {"success": True, "message": "이메일을 확인했어요."}


@users.post("/verification", status_code=202)
def send_verification(who: Who, services: Serving) -> dict[str, Any]:
    """Have the link to confirm your e-mail mailed again (at most three in an hour)."""
    letters.ask(services, who.email, letters.VERIFY)
    return {"success": True, "message": "확인 메일을 보냈어요."}
