"""A Naver blog article without a model: title, short paragraphs under headings, from the brief alone."""

from typing import TYPE_CHECKING

from ..brief import Caption

if TYPE_CHECKING:
    from .builtin import Draft


def article(draft: "Draft") -> Caption:
    """Title and 1,200 to 1,800 characters for the brief of ``draft``."""
    raise NotImplementedError
