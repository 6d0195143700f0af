"""``/prompts``: the picture's prompt, in the language that the image model reads."""

from typing import Any

from fastapi import APIRouter

from .. import prompting
from ..forms import PromptForm
from .identity import Serving, Who

router = APIRouter(tags=["words"])


@router.post("/prompts")
def optimize_prompt(form: PromptForm, who: Who, services: Serving) -> dict[str, Any]:
    """Put the Korean description of a picture into an English image prompt that fits the template, or check the English
    that the owner edited. Nothing is painted and nothing is stored; what must not be painted is a 422
    `request_refused`."""
    return prompting.optimize_prompt(services, who.user_id, form)
