"""The table of compositions: the same keys as ``styles.STYLES``."""

from collections.abc import Callable

from ..canvas import Scene, Setting
from .bauhaus import bauhaus
from .bojagi import bojagi
from .botanical import botanical
from .chalkboard import chalkboard
from .gingham import gingham
from .neon import neon
from .papercut import papercut
from .podium import podium
from .shard import shard
from .shopfront import shopfront
from .spotlight import spotlight
from .sunburst import sunburst
from .ticket import ticket
from .wallpaper import wallpaper
from .waves import waves

COMPOSITIONS: dict[str, Callable[[Setting], Scene]] = {
    "papercut": papercut,
    "sunburst": sunburst,
    "botanical": botanical,
    "bauhaus": bauhaus,
    "shard": shard,
    "shopfront": shopfront,
    "podium": podium,
    "wallpaper": wallpaper,
    "spotlight": spotlight,
    "ticket": ticket,
    "bojagi": bojagi,
    "neon": neon,
    "chalkboard": chalkboard,
    "gingham": gingham,
    "waves": waves,
}
