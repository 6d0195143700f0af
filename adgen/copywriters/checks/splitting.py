"""Where a Korean sentence ends: after its mark, not inside a number, date, link, abbreviation or quoted name."""

import re

_QUOTED = re.compile(r"“[^“”\n]{1,60}”|‘[^‘’\n]{1,60}’|「[^「」\n]{1,60}」|『[^『』\n]{1,60}』|《[^《》\n]{1,60}》"
                     r"|(?<![0-9A-Za-z가-힣])\"[^\"\n]{1,60}\"|(?<![0-9A-Za-z가-힣])'[^'\n]{1,60}'(?![A-Za-z])"
                     r"|\([^()\n]{1,60}\)|https?://\S+|www\.\S+")
_END = re.compile(r"(?:[.!?。！？…]+"
                  r"|(?<=[가-힣])~+)[)\]”’\"'」』]*(?:\s?[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f♥♡^]+)?\s+"
                  r"|(?<=[요다죠까])\s?[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]+\s+")
_NUMBERED = re.compile(r"\d\.\s+$")
_SHORT_FORM = re.compile(r"(?:^|[\s(])(?:No|Dr|St|Mr|Ms|Mrs|vs|Vol|[A-Z])\.\s+$")
_OPEN_RANGE = re.compile(r"~+\s+$")


def split(line: str) -> list[str]:
    """The sentences of one line, in order and stripped: ``" ".join`` gives the line back but for its spacing."""
    quoted = [match.span() for match in _QUOTED.finditer(line)]
    found, start = [], 0
    for match in _END.finditer(line):
        if _is_end(line, match, quoted):
            found.append(line[start:match.end()].strip())
            start = match.end()
    return [part for part in (*found, line[start:].strip()) if part]


def _is_end(line: str, match: re.Match[str], quoted: list[tuple[int, int]]) -> bool:
    before, after = line[:match.end()], line[match.end():]
    if any(start < match.start() < end - 1 for start, end in quoted):
        return False
    if _NUMBERED.search(before) and re.match(r"\d|[가-힣]", after) and not re.search(r"[가-힣]\s?\d+\.\s+$", before):
        return False  # "2026. 12. 31." and "1. 예약": a date or a list, not an end.
    if _NUMBERED.search(before) and re.match(r"\d{1,2}\.", after):
        return False
    return not _SHORT_FORM.search(before) and not (_OPEN_RANGE.search(before) and re.match(r"\d", after))
