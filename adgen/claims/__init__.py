"""Advertising-claim rules as a table, and the checker that marks spans with their legal basis and a softer wording."""

from .check import MOST, NOTICE, Finding, as_dicts, check, rules_table, soften

__all__ = ["MOST", "NOTICE", "Finding", "as_dicts", "check", "rules_table", "soften"]
