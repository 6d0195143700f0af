"""Which copywriter writes: the language model that the operator configured, else the built-in one."""

from .base import CopyOptions, Copywriter
from .builtin.writer import BuiltinCopywriter
from .model.writer import OpenAICopywriter
from .picture.tokens import estimated

__all__ = ["CopyOptions", "choose"]


def choose(options: CopyOptions) -> Copywriter:
    """The writer for ``options``; the openai library itself is imported only when the first ad is written."""
    if options.api_key or options.base_url:
        return OpenAICopywriter(options)
    return BuiltinCopywriter(options.count or estimated)
