"""Copy that an owner can post: grounded in the brief, free of blocked claims, within every channel's limit."""

from dataclasses import dataclass

from ..brief import AdBrief, AdCopy


@dataclass(frozen=True)
class Violation:
    """What is wrong at ``where`` (a line's name or a key of TEXTS), as an English sentence for the model's repair."""

    where: str
    text: str
    complaint: str


def violations(copy: AdCopy, brief: AdBrief) -> tuple[Violation, ...]:
    """All that must change before ``copy`` may be posted."""
    raise NotImplementedError


def checked(copy: AdCopy, brief: AdBrief, spare: AdCopy) -> AdCopy:
    """``copy`` with every sentence that is not grounded, or that makes a blocked claim, taken out and named in
    ``removed``; texts that are too long cut at a sentence; what is then empty is ``spare``'s."""
    raise NotImplementedError
