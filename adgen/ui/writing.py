"""The programs' functions for the copywriter: words for every channel, an edited text, and what the model took."""

import asyncio

import gradio as gr

from .. import writing
from ..forms import CopyForm, TextEdit
from ..services import Services
from .gate import acting
from .replies import JsonObject, answer, asked, number


class WritingPrograms:
    """Writing and editing words."""

    def __init__(self, services: Services) -> None:
        self.services = services

    async def write_copy(self, request: gr.Request, ad_description: str = "", project_id: int | None = None,
                         store_id: int | None = None, content_id: int | None = None, store: str = "",
                         trade: str = "general", tone: str = "", text_in_image: str = "", price: str = "",
                         original_price: str = "", period: str = "", ground: str = "", seed: int | None = None,
                         texts: list[str] | None = None, languages: list[str] | None = None, review: str = "",
                         key: str = "", current: str = "", how: str | None = None) -> JsonObject:
        """Write the Korean words of an advertisement for every channel, or one text of it again. Nothing is stored.

        Generative AI may be used: `copy_ai`, `text_model` and `label_text` say so, and a person should read the words
        before they are posted. Returns JSON: the poster's lines with three `headlines`, `texts` by channel (with size,
        limit, writer and findings), `translations`, what was `removed` and why, and a `note` when another writer than
        the chosen one wrote.

        Args:
            ad_description: What to advertise, in the owner's words (up to 1000 characters), best in Korean.
            project_id: The project (campaign) whose store speaks.
            store_id: The store that speaks, when there is no project.
            content_id: An ad of the account; its own brief is used where ad_description is empty.
            store: The shop's name, when none of the ids is given.
            trade: The shop's trade, when none of the ids is given.
            tone: Tone of voice; empty is the store's.
            text_in_image: The headline as it must be; empty lets the app write it.
            price: Price, as it is to be written.
            original_price: Price before a discount.
            period: Period of the offer.
            ground: What a superlative can be proven with: institution, period and scope.
            seed: 0 to 4294967295; the same seed and brief give the same built-in words. None picks one.
            texts: Keys of the texts to write, such as instagram, sms or naver_blog; None writes all.
            languages: Translations of the poster's lines: en, ja, zh; None makes all, an empty list none.
            review: What a customer wrote; a reply to it is written.
            key: One text, or headline, subline, call_to_action, to be written again alone.
            current: That text as it stands now.
            how: again, shorter, funnier or politer.
        """
        with acting(self.services, request) as who:
            form = asked(CopyForm, locals())
            return answer(request, await self.services.writers.run(
                who.user_id, lambda: writing.write_copy(self.services, who.user_id, form)))

    async def edit_text(self, request: gr.Request, content_id: int, key: str, text: str, title: str = "",
                        button: str = "", hashtags: list[str] | None = None, learn: bool = True) -> JsonObject:
        """Keep one text of an advertisement as the owner wants it. Returns the ad with its words, as JSON.

        The wording before it stays among `earlier`.

        Args:
            content_id: The ad's id.
            key: Which text: a key such as instagram, sms or naver_blog.
            text: The text as it is to be (1 to 3000 characters).
            title: Its title, for channels that have one.
            button: The words on its button, for channels that have one.
            hashtags: Up to five hashtags without #.
            learn: True when the owner wrote it: the store's voice is learned from it. False keeps a text that the
                copywriter wrote.
        """
        with acting(self.services, request) as who:
            form, content = asked(TextEdit, locals()), number(content_id)
            return answer(request, await asyncio.to_thread(
                writing.edit_text, self.services, who.user_id, content, form))

    def get_usage(self, request: gr.Request) -> JsonObject:
        """What the account's words took from the language model today (Korean time): calls, tokens, cost, the caps and
        when they start anew, as JSON. Beyond a cap the built-in writer writes."""
        with acting(self.services, request) as who:
            return answer(request, self.services.used_today(who.user_id))
