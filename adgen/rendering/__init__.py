"""From words and a picture to finished files; also in processes of its own, so that the web process stays free.

``spec`` and ``pool`` are light: what they name is drawn by ``draw``, which the worker imports and the pool's processes.
"""

from .pool import Pool
from .spec import MAIN, Draft, Look, Rendered, RenderSpec

__all__ = ["MAIN", "Draft", "Look", "Pool", "RenderSpec", "Rendered"]
