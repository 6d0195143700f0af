"""A text brought within its channel's limit by whole sentences; never in the middle of one, never silently."""

import re
from dataclasses import dataclass

from ...channels import TextLimit
from .splitting import split

_GROUND = re.compile(r"^※")
_LEAD = re.compile(r"^[▶■·•◆●☎📞📱📍🏠🕒⏰🕐🔗📅\ufe0f\s]+")
_PHONE = re.compile(r"^(?:(?:전화|문의|예약|예약 문의|연락처|TEL|Tel)[\s:：]*)?\(?\d{2,4}[-) .]\d{3,4}(?:[- .]\d{4})?$")
_ADDRESS = re.compile(r"^(?:주소|위치|오시는 길|찾아오시는 길)[\s:：]+[^.!?]*$"
                      r"|^[가-힣\d\s,.-]*(?:로|길|동|읍|면|리|가)\s?\d+(?:-\d+)?(?:[\s,(][^.!?]*)?$")
_OTHER = re.compile(r"^(?:영업\s?시간|운영\s?시간|시간|기간|링크|홈페이지)[\s:：]+[^.!?]*$|^https?://\S+$|^www\.\S+$"
                    r"|^(?:매일|평일|주말|월|화|수|목|금|토|일|연중)?[\s\d:~∼–,가-힣·-]*\d{1,2}:\d{2}[^.!?]*$")
_KINDS = (("ground", _GROUND), ("phone", _PHONE), ("address", _ADDRESS), ("other", _OTHER))
_DROPPED_IN_TURN: tuple[frozenset[str], ...] = (
    frozenset(("ground", "phone", "address", "other")), frozenset(("ground", "phone", "address")),
    frozenset(("ground", "phone")), frozenset(("ground",)), frozenset())
"""Which practical lines stay: a stated ground longest, then how to call, then where to go."""
_GREETING = re.compile(r"^(?:안녕하세요|안녕하십니까|반갑습니다|반가워요)")
_HEADING = re.compile(r"^(?:#{1,4}\s|[■□▶◆◇●○✔✅【<\[▪•·]|\d+[.)]\s)[^.!?]*$|[:：]$")


@dataclass(frozen=True)
class _Piece:
    """One sentence and what parts it from the one before: "", a space or line breaks."""

    gap: str
    text: str


def cut(text: str, limit: TextLimit, room: int | None = None) -> str:
    """The longest beginning of ``text``, in whole sentences, that ``limit`` (or ``room`` in its unit) takes; "" when
    not even one sentence fits.

    ``room`` is for a caller that adds something, hashtags for one. The practical lines at the end (a ground after "※",
    phone, address, hours, link) stay when they can: sentences before them go first.
    """
    text = _fewer_breaks(re.sub(r"\n{3,}", "\n\n", text).strip(), limit)
    if _fits(text, limit, room):
        return text
    body, practical = _parted(text)
    pieces = _pieces(body)
    for kept in _DROPPED_IN_TURN:
        tail = [line for kind, line in practical if kind in kept]
        head = _beginning(pieces, tail, limit, room)
        if head and (not tail or not _GREETING.match(head[-1].text)):
            return _joined(head, tail)
    return ""


def is_practical(line: str) -> bool:
    """Whether a line only tells where, when and how: a ground, a phone number, an address, hours, a link."""
    return bool(_kind(line.strip()))


def _kind(line: str) -> str:
    bare = _LEAD.sub("", line)
    if bare != line and re.match(r"[📍🏠🕒⏰🕐🔗📅]", line.strip()):
        return "address" if re.match(r"[📍🏠]", line.strip()) else "other"
    return next((kind for kind, pattern in _KINDS if pattern.search(bare)), "")


def _fits(text: str, limit: TextLimit, room: int | None) -> bool:
    most = limit.limit if room is None and limit.unit != "px" else room
    return ((most is None or limit.size(text) <= most)
            and (limit.line_breaks is None or text.count("\n") <= limit.line_breaks))


def _fewer_breaks(text: str, limit: TextLimit) -> str:
    """``text`` with blank lines closed, and then finished sentences joined to one line, when it has too many breaks."""
    if limit.line_breaks is None or text.count("\n") <= limit.line_breaks:
        return text
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    while len(lines) - 1 > limit.line_breaks:
        at = next((at for at in range(len(lines) - 1, 0, -1)
                   if not _kind(lines[at]) and not _HEADING.search(lines[at - 1])), 0)
        if not at:
            break
        lines[at - 1:at + 1] = [f"{lines[at - 1]} {lines[at]}"]
    return "\n".join(lines)


def _parted(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text without its practical lines, and those as (kind, line): the ones at its end, else all of them."""
    lines = text.split("\n")
    last = next((at for at in range(len(lines), 0, -1) if lines[at - 1].strip() and not is_practical(lines[at - 1])), 0)
    if not any(line.strip() for line in lines[last:]):
        last = 0
    practical = [(_kind(line.strip()), line.strip()) for line in lines[last:] if _kind(line.strip())]
    return "\n".join(line for at, line in enumerate(lines) if at < last or not _kind(line.strip())).strip(), practical


def _pieces(body: str) -> list[_Piece]:
    found: list[_Piece] = []
    gap = ""
    for line in body.split("\n"):
        for sentence in split(line):
            found.append(_Piece(gap if found else "", sentence))
            gap = " "
        gap = "\n" if gap in ("", " ") else "\n\n"
    return found


def _beginning(pieces: list[_Piece], tail: list[str], limit: TextLimit, room: int | None) -> list[_Piece]:
    """The most pieces from the first on that fit together with ``tail``, no heading left at their end."""
    for count in range(len(pieces), 0, -1):
        head = pieces[:count]
        if not _HEADING.search(head[-1].text) and _fits(_joined(head, tail), limit, room):
            return head
    return []


def _joined(head: list[_Piece], tail: list[str]) -> str:
    body = "".join(piece.gap + piece.text for piece in head)
    gap = "\n\n" if "\n\n" in body else "\n"
    return gap.join(filter(None, (body, "\n".join(tail))))
