"""The engine that needs no model: deterministic vector compositions."""

from .engine import IllustrationEngine

__all__ = ["IllustrationEngine"]
