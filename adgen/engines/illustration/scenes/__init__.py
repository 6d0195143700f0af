"""The table of compositions, and which ones suit a trade."""

from collections.abc import Callable

from ..canvas import Scene, Setting
from .bauhaus import bauhaus
from .botanical import botanical
from .papercut import papercut
from .podium import podium
from .shard import shard
from .shopfront import shopfront
from .sunburst import sunburst

COMPOSITIONS: dict[str, Callable[[Setting], Scene]] = {
    "papercut": papercut,
    "sunburst": sunburst,
    "botanical": botanical,
    "bauhaus": bauhaus,
    "shard": shard,
    "shopfront": shopfront,
    "podium": podium,
}
PREFERRED: dict[str, tuple[str, ...]] = {
    "cafe": ("papercut", "shopfront", "podium", "botanical", "bauhaus"),
    "restaurant": ("shopfront", "papercut", "sunburst", "podium", "bauhaus"),
    "chicken": ("sunburst", "podium", "papercut", "shard", "shopfront"),
    "bakery": ("shopfront", "papercut", "podium", "bauhaus", "sunburst"),
    "hair": ("bauhaus", "botanical", "podium", "shard"),
    "flower": ("botanical", "botanical", "papercut", "podium", "shopfront"),
    "gym": ("shard", "shard", "bauhaus", "sunburst", "podium"),
    "clothing": ("bauhaus", "podium", "botanical", "shard", "shopfront"),
    "general": ("podium", "sunburst", "shopfront", "bauhaus", "papercut"),
}
"""A composition named twice is drawn twice as often."""
