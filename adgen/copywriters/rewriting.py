"""One text again, shorter, funnier or more polite, without a model."""

from ..brief import AdBrief, Caption
from .base import Rewrite


def rewrite(brief: AdBrief, task: Rewrite) -> Caption:
    """The text of ``task`` anew, within its channel's limit: nothing that the brief or the text did not say."""
    raise NotImplementedError
