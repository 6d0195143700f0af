"""The programs' functions for words: claims that need care, and text messages."""

import gradio as gr

from .. import wording
from ..forms import ClaimsCheck, SmsForm, parse
from ..services import Services
from .gate import looking
from .replies import JsonObject, answer, given, number


class WordingPrograms:
    """Claims and text messages."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def check_claims(self, request: gr.Request, text: str, trade: str = "general", ground: str = "") -> JsonObject:
        """Mark the words of a Korean advertisement that often cause trouble. Not legal advice: an empty list means
        only that no rule matched.

        Returns JSON: `findings` (start and end in characters, text, rule, law, severity block, warn or note, a softer
        suggestion, the reason), `softened` (the text with every suggestion put in) and a `notice`.

        Args:
            text: The words to look at (1 to 5000 characters), in Korean.
            trade: The shop's trade, such as cafe, skin or academy; general looks at everything.
            ground: What a superlative can be proven with: institution, period and scope.
        """
        with looking(self.services, request):
            return answer(request, wording.check_claims(
                parse(ClaimsCheck, **given(text=text, trade=trade, ground=ground))))

    def build_sms(self, request: gr.Request, body: str, store_id: int | None = None, store: str = "",
                  contact: str = "", opt_out: str = "", provider_frame: bool = False,
                  hour: int | None = None) -> JsonObject:
        """Build an advertising text message as Korean law and carriers want it. Nothing is sent and nothing is stored.

        Returns JSON: `text`, `bytes`, `kind` (SMS or LMS), `limit`, `over`, `flags` (characters that carriers do not
        carry, with a replacement), `complete`, what is `missing`, and `reminders`.

        Args:
            body: What to say (up to 2000 characters), in Korean.
            store_id: One of the account's stores: its name and phone are used where they are not given.
            store: The sender's name.
            contact: The phone number to ask back.
            opt_out: The free 080 number to opt out, which the sending service provides.
            provider_frame: True when the sending service puts mark and opt-out around the text itself.
            hour: The hour of sending in Korea, 0 to 23; None when unknown.
        """
        with looking(self.services, request) as who:
            form = parse(SmsForm, **given(
                body=body, store_id=None if store_id is None else number(store_id), store=store, contact=contact,
                opt_out=opt_out, provider_frame=provider_frame, hour=hour))
            return answer(request, wording.build_sms(self.services, who.user_id, form))
