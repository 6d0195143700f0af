"""A text brought within its channel's limit by whole sentences; never in the middle of one, never silently."""

from ..channels import TextLimit


def cut(text: str, limit: TextLimit, room: int | None = None) -> str:
    """The longest beginning of ``text``, in whole sentences, that ``limit`` (or ``room`` in its unit) takes; "" when
    not even one sentence fits."""
    raise NotImplementedError
