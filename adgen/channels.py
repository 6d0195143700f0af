"""Channel formats and text limits, as data with source and sureness (H official · M secondary · L to be checked).

The sizes of this release; facts behind them: Ayrshare and Late API documentation (Instagram), read 2026-11.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from .brief import Margins, Note
from .errors import InvalidInput

Group = Literal["instagram", "kakao", "naver", "delivery", "message", "daangn", "print"]


@dataclass(frozen=True)
class Channel:
    """One slot of a channel.

    ``width`` × ``height`` in pixels, exact. ``max_bytes`` of the file (None: no limit known), met by encoding.
    ``reserved`` edges carry no text. ``mm`` is the trimmed size of a print; its pixels include ``bleed_mm`` all round.
    ``refused`` says why the product offers no picture here, or is None. ``sureness`` L is shown as '확인 필요'.
    """

    key: str
    group: Group
    ko: str
    en: str
    width: int
    height: int
    file: Literal["png", "jpg", "pdf"]
    max_bytes: int | None
    source: str
    read_on: str
    sureness: Literal["H", "M", "L"]
    caption_key: str = "instagram"
    caption_limit: int = 2200
    hashtag_limit: int = 5
    label_required: bool = False
    reserved: Margins = Margins()
    kind: Literal["poster", "bizboard"] = "poster"
    mm: tuple[float, float] | None = None
    bleed_mm: float = 0.0
    refused: Note | None = None


CHANNELS: dict[str, Channel] = {channel.key: channel for channel in (
    Channel("instagram_portrait", "instagram", "인스타그램 세로", "Instagram portrait", 1080, 1350, "png",
            8 * 1024 * 1024, "Ayrshare and Late API documentation", "2026-11-23", "H"),
    Channel("instagram_square", "instagram", "인스타그램 정사각", "Instagram square", 1080, 1080, "png",
            8 * 1024 * 1024, "Ayrshare and Late API documentation", "2026-11-23", "M"),
)}
USUAL = ("instagram_portrait", "instagram_square")
"""What is made when no channel is named."""


def channel(key: str) -> Channel:
    """The channel named ``key``; InvalidInput lists the known ones."""
    try:
        return CHANNELS[key]
    except KeyError:
        raise InvalidInput("모르는 채널이에요: {key}. 쓸 수 있는 채널: {known}",
                           "Unknown channel {key}. Known: {known}",
                           key=key, known=", ".join(CHANNELS), field="channels") from None


def as_dicts() -> list[dict[str, Any]]:
    """The table for programs."""
    return [asdict(row) for row in CHANNELS.values()]
