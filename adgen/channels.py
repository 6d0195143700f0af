"""Channel formats and text limits, as data with source and sureness (H official · M secondary · L to be checked).

The sizes of this release; facts behind them: Ayrshare and Late API documentation (Instagram), read 2026-11.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from .errors import InvalidInput


@dataclass(frozen=True)
class Channel:
    """One slot: ``width`` × ``height`` in pixels, ``caption_limit`` in characters, ``max_bytes`` of the file."""

    key: str
    ko: str
    en: str
    width: int
    height: int
    caption_key: str
    caption_limit: int
    hashtag_limit: int
    max_bytes: int
    label_required: bool
    source: str
    read_on: str
    sureness: Literal["H", "M", "L"]


CHANNELS: dict[str, Channel] = {channel.key: channel for channel in (
    Channel("instagram_portrait", "인스타그램 세로", "Instagram portrait", 1080, 1350, "instagram", 2200, 5,
            8 * 1024 * 1024, False, "Ayrshare and Late API documentation", "2026-11-23", "H"),
    Channel("instagram_square", "인스타그램 정사각", "Instagram square", 1080, 1080, "instagram", 2200, 5,
            8 * 1024 * 1024, False, "Ayrshare and Late API documentation", "2026-11-23", "M"),
)}


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
