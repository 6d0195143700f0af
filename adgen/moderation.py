"""What no ad may be made of: the operator's block list, and a service that is asked before a picture is painted."""

import json
import re
import unicodedata
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import BadSetting, EngineUnavailable, RequestRefused

TRIES, TIMEOUT = 2, 5.0
_ANSWER = 64 * 1024


@dataclass(frozen=True)
class BlockList:
    """Patterns of ADGEN_BLOCK_WORDS: one regular expression a line, ``#`` begins a comment."""

    patterns: tuple[re.Pattern[str], ...] = ()

    def refuse(self, values: Any) -> None:
        """RequestRefused when a text anywhere in ``values`` holds a pattern, also when it is spread by blanks. What was
        refused is not repeated: the list is the operator's."""
        for text in _texts(values) if self.patterns else ():
            whole = unicodedata.normalize("NFKC", text)
            squeezed = re.sub(r"[\s\W_]+", "", whole)
            if any(pattern.search(whole) or pattern.search(squeezed) for pattern in self.patterns):
                raise RequestRefused


def _texts(values: Any) -> Iterator[str]:
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        for value in values.values():
            yield from _texts(value)
    elif isinstance(values, (list, tuple)):
        for value in values:
            yield from _texts(value)


def read_block_list(path: Path | None) -> BlockList:
    """The list of a file; BadSetting when it cannot be read or holds no regular expression."""
    if path is None:
        return BlockList()
    try:
        lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
        return BlockList(tuple(re.compile(unicodedata.normalize("NFKC", line), re.IGNORECASE)
                               for line in lines if line and not line.startswith("#")))
    except (OSError, UnicodeDecodeError, re.error) as error:
        raise BadSetting(name="ADGEN_BLOCK_WORDS", reason=str(error)) from error


def ask(url: str, text: str) -> None:
    """Ask the service at ``url`` (POST ``{"text": …}``) whether ``text`` may be painted.

    RequestRefused when it answers ``{"allowed": false}``; EngineUnavailable when it does not answer as it should: who
    sets such a service wants nothing painted unseen, so its failure closes the door.
    """
    if not url:
        return
    request = urllib.request.Request(url, json.dumps({"text": text}).encode(),
                                     {"Content-Type": "application/json"})
    for left in range(TRIES - 1, -1, -1):
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
                said = json.loads(answer.read(_ANSWER))
            if isinstance(said, dict) and isinstance(said.get("allowed"), bool):
                break
        except (OSError, ValueError):
            pass
        if not left:
            raise EngineUnavailable("지금은 내용을 확인할 수 없어서 그림을 만들지 않았어요. 잠시 뒤에 다시 해 주세요.",
                                    "The content check does not answer, so nothing was painted. Please try later.")
    if not said["allowed"]:
        raise RequestRefused
