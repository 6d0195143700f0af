"""The seam: whoever writes the words of an ad."""

from dataclasses import dataclass, field
from typing import Protocol

from ..brief import AdBrief, AdCopy, PicturePrompt


@dataclass(frozen=True)
class CopyOptions:
    """``base_url`` of an OpenAI-compatible server (None for OpenAI's own); ``deadline`` in seconds for one ad's words.

    A key or a base_url turns the model on: Ollama needs no key. The key is left out of ``repr``.
    """

    api_key: str | None = field(default=None, repr=False)
    base_url: str | None = None
    model: str = "gpt-4o-mini"
    deadline: float = 30.0


class Copywriter(Protocol):
    """Writes Korean copy and the English image prompt for one brief.

    ``name`` is "builtin" or "openai"; ``model`` names the language model, None when there is none.
    """

    name: str
    model: str | None

    def write(self, brief: AdBrief) -> AdCopy:
        """The words of the ad. Never fails: a writer that cannot write hands over to the built-in one."""
        ...

    def picture(self, brief: AdBrief) -> PicturePrompt:
        """The image prompt. RequestRefused when the owner asks for what must not be painted."""
        ...
