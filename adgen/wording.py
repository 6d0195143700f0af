"""What page, REST and programs ask about words: which of them need care, and a text message that is complete."""

from dataclasses import asdict
from typing import Any

from . import claims, sms
from .forms import ClaimsCheck, SmsForm
from .models import Store
from .owned import get_owned
from .services import Services


def check_claims(form: ClaimsCheck) -> dict[str, Any]:
    """``findings`` with positions in characters of ``text``, ``softened``, and the notice that this is no advice.

    Nothing here says that a text is lawful: no finding means only that no rule matched.
    """
    found = claims.check(form.text, form.trade, form.ground)
    return {"findings": claims.as_dicts(found), "softened": claims.soften(form.text, form.trade, form.ground),
            "notice": claims.NOTICE.ko, "notice_en": claims.NOTICE.en}


def build_sms(services: Services, user_id: int, form: SmsForm) -> dict[str, Any]:
    """The fields of ``sms.Sms``. With ``store_id`` name and phone come from that store of the user, where they are not
    given. Raises StoreNotFound."""
    store, contact = form.store, form.contact
    if form.store_id is not None:
        with services.reading() as session:
            row = get_owned(session, Store, form.store_id, user_id)
            store, contact = store or row.brand_name, contact or row.phone or ""
    return asdict(sms.build(sms.SmsRequest(form.body, store, contact, form.opt_out, form.provider_frame, form.hour)))
