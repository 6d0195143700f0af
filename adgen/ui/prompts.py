"""The programs' function for image prompts."""

import asyncio

import gradio as gr

from .. import prompting
from ..forms import PromptForm
from ..services import Services
from .gate import acting
from .replies import JsonObject, answer, asked


class PromptPrograms:
    """The picture's prompt."""

    def __init__(self, services: Services) -> None:
        self.services = services

    async def optimize_prompt(self, request: gr.Request, description: str = "", english: str = "",
                              ad_description: str = "", project_id: int | None = None, store_id: int | None = None,
                              trade: str = "general", template: str = "") -> JsonObject:
        """Make an English image prompt (FLUX.1-schnell) of a Korean description, or check English that was edited.

        Returns JSON: `english`, `source` (owner, model or builtin), `korean`, `tokens` of `limit`, `counted` (by the
        tokenizer itself, or estimated), `names` in quotation marks that were kept, `calm` (where the template sets its
        words), `notes` and `text_model`. Words may come from a generative model: `source` says so. Real persons,
        sexual, hateful or forged things and characters of others are refused.

        Args:
            description: What the picture should show, in Korean (up to 1000 characters).
            english: The English prompt as it was edited (up to 2000 characters); it wins over the description.
            ad_description: What the ad is about; used where neither of the two is given.
            project_id: One of the account's projects: its store's trade and name are used.
            store_id: One of the account's stores, where there is no project.
            trade: The shop's trade, such as cafe, skin or academy, where neither is given.
            template: A template's key from list_templates; its words' side is kept calm.
        """
        with acting(self.services, request) as who:
            form = asked(PromptForm, locals())
            return answer(request, await asyncio.to_thread(prompting.optimize_prompt, self.services, who.user_id, form))
