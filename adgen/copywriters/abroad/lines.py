"""What one language's poster lines are made of."""

from collections.abc import Mapping
from dataclasses import dataclass

Phrases = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Lines:
    """The phrase tables of one language.

    ``headlines``: occasion → voice ("", ``food``, ``goods``, ``service``) → templates. ``sublines`` and ``buttons`` by
    group (``SUBLINES_OF``, ``BUTTONS_OF``). Lengths in characters. ``dot`` parts the facts of a sub-line. ``call`` is
    the button with a phone number.
    """

    headline_max: int
    subline_max: int
    dot: str
    headlines: Phrases
    sublines: Mapping[str, tuple[str, ...]]
    buttons: Mapping[str, tuple[str, ...]]
    call: str


VOICES_OF: Mapping[str, str] = {"restaurant": "food", "retail": "goods", "clothing": "goods", "etc": ""}
"""business_type → voice; any other speaks as a service."""
SUBLINES_OF: Mapping[str, str] = {
    "closed": "sorry", "closed_when": "sorry", "hours_changed": "sorry", "notice": "sorry", "notice_early": "sorry",
    "notice_early_when": "sorry", "notice_sold_out": "sorry", "moving": "sorry", "hiring": "team",
    "hiring_anyone": "team",
    "booking": "ahead", "reserve": "ahead", "apply": "ask", "recruit": "ask",
}
"""Occasion → group of sub-lines where no fact is left to say; any other has "visit"."""
BUTTONS_OF: Mapping[str, str] = {
    "closed": "again", "closed_when": "again", "hours_changed": "check", "notice": "check", "notice_early": "check",
    "notice_early_when": "check", "notice_sold_out": "again", "moved": "find", "moving": "check", "hiring": "work",
    "hiring_anyone": "work", "booking": "book", "reserve": "book", "apply": "sign", "recruit": "sign",
    "opening": "visit",
    "opening_on": "visit", "hours": "visit", "hours_until": "visit", "hours_open": "visit", "event": "visit",
}
"""Occasion → group of buttons; any other goes by trade."""
TRADE_BUTTONS: Mapping[str, str] = {
    "hair": "book", "nail": "book", "skin": "book", "pet": "book", "photo": "book", "car": "book", "gym": "ask",
    "yoga": "ask", "academy": "ask", "laundry": "ask", "realestate": "ask", "chicken": "order", "flower": "order",
}
"""Trade → group of buttons; any other has "visit"."""
