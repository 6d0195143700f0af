"""The poster's lines in English, Japanese and Chinese, without a model: tables, and names by their sound."""

from ...brief import AdBrief, AdCopy, PosterLines
from ..reading import Reading


def translate(brief: AdBrief, reading: Reading, copy: AdCopy) -> dict[str, PosterLines]:
    """"en", "ja" and "zh" → the lines of ``copy`` in that language."""
    raise NotImplementedError
