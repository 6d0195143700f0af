"""The seam: whoever writes the words of an ad."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from ..brief import AdBrief, AdCopy, Caption, PicturePrompt, Removed

How = Literal["again", "shorter", "funnier", "politer"]
Count = Callable[[str], tuple[int, bool]]
"""How many T5 tokens a prompt is, and whether the tokenizer itself counted."""


@dataclass(frozen=True)
class Usage:
    """What one call to a model took."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0


class Meter(Protocol):
    """Who pays: asked before a call, told after it, also of a call that gave nothing usable."""

    def allows(self) -> bool:
        """Whether another call may be made today."""
        ...

    def spend(self, usage: Usage) -> None:
        """Write down what a call took. Must not fail."""
        ...


@dataclass(frozen=True)
class Watch:
    """Who watches and pays a piece of writing. ``on_words`` gets the readable text so far, while it is written, and the
    same again (or "" before the first word) about once a second while there is nothing new; what it raises ends the
    writing and is passed on."""

    on_words: Callable[[str], None] | None = None
    meter: Meter | None = None


UNWATCHED = Watch()


@dataclass(frozen=True)
class Rewrite:
    """One text again: ``key`` of TEXTS or headline, subline, call_to_action; ``current`` as it stands now. ``how`` None
    writes it anew. ``review`` is what the customer wrote, for ``review_reply``."""

    key: str
    current: str = ""
    how: How | None = None
    review: str = ""


@dataclass(frozen=True)
class Rewritten:
    """The text of a Rewrite, who wrote it, and what was taken out of it."""

    caption: Caption
    writer: str = "builtin"
    model: str | None = None
    note: str = ""
    note_en: str = ""
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True)
class CopyOptions:
    """``base_url`` of an OpenAI-compatible server (None for OpenAI's own); ``deadline`` in seconds for one ad's words.

    A key or a base_url turns the model on: Ollama needs no key. The key is left out of ``repr``.
    """

    api_key: str | None = field(default=None, repr=False)
    base_url: str | None = None
    model: str = "gpt-4o-mini"
    deadline: float = 30.0
    count: Count | None = None


class Copywriter(Protocol):
    """Writes Korean copy and the English image prompt for one brief.

    ``name`` is "builtin" or "openai"; ``model`` names the language model, None when there is none.
    """

    name: str
    model: str | None

    def write(self, brief: AdBrief, watch: Watch = UNWATCHED) -> AdCopy:
        """The poster's lines and the short texts. Never fails: a writer that cannot write hands over to the built-in
        one."""
        ...

    def extend(self, brief: AdBrief, copy: AdCopy, watch: Watch = UNWATCHED) -> AdCopy:
        """``copy`` with the long texts and the translations beside it. Never fails."""
        ...

    def rewrite(self, brief: AdBrief, task: Rewrite, watch: Watch = UNWATCHED) -> Rewritten:
        """One text again. Never fails."""
        ...

    def picture(self, brief: AdBrief, watch: Watch = UNWATCHED) -> PicturePrompt:
        """The image prompt. RequestRefused when the owner asks for what must not be painted."""
        ...
