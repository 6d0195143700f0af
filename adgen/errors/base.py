"""The root of the tree."""

from typing import Any


class AdgenError(Exception):
    """Base of the tree. ``details`` fill the sentence's placeholders and travel to programs."""

    code = "internal"
    status = 500
    ko = "알 수 없는 문제가 생겼어요. 잠시 뒤에 다시 해 주세요."
    en = "Something went wrong. Please try again in a moment."

    def __init__(self, ko: str | None = None, en: str | None = None, **details: Any) -> None:
        self.details = details
        self._ko = (ko or self.ko).format(**details) if details else (ko or self.ko)
        self._en = (en or ko or self.en).format(**details) if details else (en or ko or self.en)
        super().__init__(self._ko)

    def say(self, language: str = "ko") -> str:
        """The sentence in ``language`` ("ko" or "en")."""
        return self._en if language == "en" else self._ko
