"""Components whose words follow the owner's language: built in Korean, changed by one event after sign-in."""

from collections.abc import Callable
from typing import Any

import gradio as gr
from gradio.blocks import Block

from .words import WORDS, say

Words = Callable[[str], dict[str, Any]]
"""``words(language)``: the properties of a component in that language."""


class Labels:
    """Makes components in Korean and remembers them for the switch to English."""

    def __init__(self) -> None:
        self.entries: list[tuple[Block, Words]] = []

    def keep(self, component: Block, words: Words) -> None:
        """Let ``component`` follow the language."""
        self.entries.append((component, words))

    @property
    def components(self) -> list[Block]:
        """Outputs of the event that changes the language."""
        return [component for component, _ in self.entries]

    def updates(self, language: str) -> list[Any]:
        """Values for ``components``. Korean is how they were built: nothing to do."""
        if language == "ko":
            return [gr.skip() for _ in self.entries]
        return [gr.update(**words(language)) for _, words in self.entries]

    def textbox(self, key: str, words_key: str | None = None, **options: Any) -> gr.Textbox:
        """A labelled text field with an example as placeholder, element id ``field-<key>``."""
        words = _field(words_key or key)
        field = gr.Textbox(**{"elem_id": f"field-{key}", **words("ko"), **options})
        self.keep(field, words)
        return field

    def dropdown(self, key: str, choices: Words | None = None, **options: Any) -> gr.Dropdown:
        """A labelled choice; ``choices(language)`` gives the choices where they are words."""
        def words(language: str) -> dict[str, Any]:
            return {"label": say(key, language), **(choices(language) if choices else {})}

        field = gr.Dropdown(**{"elem_id": f"field-{key}", "filterable": False, **words("ko"), **options})
        self.keep(field, words)
        return field

    def radio(self, key: str, choices: Words, **options: Any) -> gr.Radio:
        """A labelled choice with everything in sight."""
        def words(language: str) -> dict[str, Any]:
            return {"label": say(key, language), **choices(language)}

        field = gr.Radio(**{"elem_id": f"field-{key}", **words("ko"), **options})
        self.keep(field, words)
        return field

    def fold(self, key: str) -> gr.Accordion:
        """A closed fold-out."""
        def words(language: str) -> dict[str, Any]:
            return {"label": say(key, language)}

        fold = gr.Accordion(**words("ko"), open=False, elem_classes="fold-out")
        self.keep(fold, words)
        return fold

    def button(self, key: str, **options: Any) -> gr.Button:
        """A button, element id ``go-<key>``."""
        def words(language: str) -> dict[str, Any]:
            return {"value": say(key, language)}

        control = gr.Button(**{"elem_id": f"go-{key.replace('.', '-')}", **words("ko"), **options})
        self.keep(control, words)
        return control


def _field(key: str) -> Words:
    def words(language: str) -> dict[str, Any]:
        hint = {"placeholder": say(f"{key}.hint", language)} if f"{key}.hint" in WORDS else {}
        return {"label": say(key, language), **hint}

    return words
