"""What an OpenAI-compatible server sends back, read bit by bit and never beyond a bound.

A stream of server-sent events and one plain JSON completion are both understood, whichever was asked for. Each
``data:`` line is a chunk of its own, as every such server writes it. Other lines are passed over, but not the ruin of a
chunk: a sentence that lost its middle must not be posted.
"""

import json
from typing import Any

from .faults import Fault

BODY_MAX, TEXT_MAX = 4_000_000, 64_000
"""Bytes of one answer with its wrapping, and characters of the text in it; a campaign of words has about 6,000."""
_TOKENS_MAX = 10_000_000
_BUSY = ("rate_limit", "quota", "overloaded", "429")


class Listener:
    """One answer while it arrives. ``parts`` may be read from another thread meanwhile."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.usage: tuple[int, int] | None = None
        """Prompt and completion tokens as the server counted them; None until it says so."""
        self.done = False
        self._finish, self._refused, self._lost = "", False, False
        self._whole: bool | None = None
        self._size, self._length = 0, 0
        self._rest = bytearray()

    def feed(self, data: bytes) -> None:
        """The next bytes of the body. Fault for an error in the stream, and beyond the bounds."""
        self._size += len(data)
        if self._size > BODY_MAX:
            raise Fault("answer")
        self._rest += data
        if self._whole is None and data.strip():
            self._whole = data.lstrip()[:1] == b"{"
        if not self._whole and b"\n" in data:
            *lines, rest = bytes(self._rest).split(b"\n")
            self._rest = bytearray(rest)
            for line in lines:
                self._line(line)

    def close(self) -> str:
        """The finished text, after the last byte. Fault when the answer is not a whole, willing and finished one."""
        if self._whole:
            self._take(_object(bytes(self._rest)))
        else:
            self._line(bytes(self._rest))
        if self._refused or self._finish == "content_filter":
            raise Fault("refused")
        if self._finish == "length":
            raise Fault("length")
        text = "".join(self.parts)
        if text.strip() and not self._whole and not self._finish and not self.done:
            raise Fault("connection")
        if self._lost or not text.strip() or self._finish not in ("", "stop"):
            raise Fault("answer")
        return text

    def _line(self, line: bytes) -> None:
        name, _, value = line.strip().partition(b":")
        value = value.strip()
        if self.done:
            return
        if name == b"data" and value == b"[DONE]":
            self.done = True
            return
        data = _object(value) if name == b"data" else {}
        self._lost = self._lost or not data and (b'"choices"' in line or name == b"data" and value[:1] == b"{")
        self._take(data)

    def _take(self, data: dict[str, Any]) -> None:
        """One chunk of a stream, or a whole completion: they differ in the name of what was said."""
        if data.get("error"):
            said = json.dumps(data["error"]).lower()
            raise Fault("limit" if any(word in said for word in _BUSY) else "server", said=said[:500])
        self.usage = _usage(data.get("usage")) or self.usage
        choices = data.get("choices")
        first: object = choices[0] if isinstance(choices, list) and choices else None
        choice: dict[str, Any] = first if isinstance(first, dict) else {}
        self._finish = str(choice.get("finish_reason") or self._finish)
        spoken = choice.get("delta") or choice.get("message")
        if isinstance(spoken, dict):
            self._refused = self._refused or bool(spoken.get("refusal"))
            self._hear(spoken.get("content"))

    def _hear(self, content: object) -> None:
        pieces = content if isinstance(content, list) else [{"text": content}]
        for piece in pieces:
            text = piece.get("text") if isinstance(piece, dict) else None
            if isinstance(text, str) and text:
                self._length += len(text)
                if self._length > TEXT_MAX:
                    raise Fault("answer")
                self.parts.append(text)


def _usage(told: object) -> tuple[int, int] | None:
    """Prompt and completion tokens, when they are numbers that can be."""
    counts = [told.get(key) for key in ("prompt_tokens", "completion_tokens")] if isinstance(told, dict) else []
    known = [count for count in counts if type(count) is int and 0 <= count <= _TOKENS_MAX]
    return (known[0], known[1]) if len(known) == 2 else None


def _object(data: bytes) -> dict[str, Any]:
    """The JSON object in ``data``; an empty one when there is none. Bytes that are no UTF-8 become U+FFFD, which no
    text may hold."""
    try:
        found = json.loads(data.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def tokens(text: str) -> int:
    """About how many tokens ``text`` is, on the safe side: one for a Hangul syllable, one for three of ASCII."""
    ascii_count = sum(char.isascii() for char in text)
    return len(text) - ascii_count + -(-ascii_count // 3)
