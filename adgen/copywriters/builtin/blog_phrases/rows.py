"""Reads the blog's phrase blocks: ``[key]``, then a line per phrase, its kind first; two spaces continue a line."""

from collections.abc import Mapping

Rows = Mapping[str, Mapping[str, tuple[str, ...]]]


def rows(text: str) -> Rows:
    """Key → kind → phrases, in order. ValueError for a line without a kind."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    at: dict[str, tuple[str, ...]] = {}
    for line in filter(None, map(str.strip, text.replace("\n  ", " ").splitlines())):
        if line.startswith("[") and line.endswith("]") and " " not in line:
            at = found.setdefault(line.strip("[]"), {})
            continue
        kind, phrase = line.split(" ", 1)
        at[kind] = (*at.get(kind, ()), phrase)
    return found
