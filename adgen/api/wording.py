"""``/claims`` and ``/sms``: words that need care, and a text message with all that the law asks for."""

from typing import Any

from fastapi import APIRouter

from .. import wording
from ..forms import ClaimsCheck, SmsForm
from .identity import Serving, Who

router = APIRouter(tags=["words"])


@router.post("/claims")
def check_claims(form: ClaimsCheck, who: Who) -> dict[str, Any]:
    """Mark the words of an advertisement that often cause trouble: position, law, severity, reason, softer wording.
    Not legal advice: an empty list means only that no rule matched."""
    return wording.check_claims(form)


@router.post("/sms")
def build_sms(form: SmsForm, who: Who, services: Serving) -> dict[str, Any]:
    """Build a text message: mark, store, body, contact and free opt-out, counted in the carriers' bytes. Nothing is
    sent and nothing is stored; `complete` is false while something is `missing`."""
    return wording.build_sms(services, who.user_id, form)
