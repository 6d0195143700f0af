"""Which copywriter writes: the language model that the operator configured, else the built-in one."""

from .base import CopyOptions, Copywriter
from .builtin import BuiltinCopywriter
from .openai import OpenAICopywriter

__all__ = ["CopyOptions", "choose"]


def choose(options: CopyOptions) -> Copywriter:
    """The writer for ``options``; the openai library itself is imported only when the first ad is written."""
    return OpenAICopywriter(options) if options.api_key or options.base_url else BuiltinCopywriter()
