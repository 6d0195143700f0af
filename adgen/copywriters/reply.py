"""A reply to a customer's review: thanks, or an apology, without claiming anything."""

from ..brief import AdBrief, Caption


def reply(brief: AdBrief, review: str) -> Caption:
    """At most 300 characters in the store's voice. It never argues, and repeats no personal data of the review."""
    raise NotImplementedError
