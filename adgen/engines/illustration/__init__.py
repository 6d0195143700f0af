"""The engine that needs no model: deterministic vector compositions.

The tables (``STYLES``, ``spread``) come without NumPy and the rasteriser: those are loaded with the engine itself.
"""

import importlib
from typing import TYPE_CHECKING, Any

from .styles import STYLES, Style, spread, styles_for

if TYPE_CHECKING:
    from .engine import IllustrationEngine

__all__ = ["STYLES", "IllustrationEngine", "Style", "spread", "styles_for"]


def __getattr__(name: str) -> Any:
    if name == "IllustrationEngine":
        return importlib.import_module(f"{__name__}.engine").IllustrationEngine
    raise AttributeError(f"module {__name__} has no attribute {name}")
