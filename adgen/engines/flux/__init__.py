"""FLUX.1-schnell in NF4 on the machine's own GPU, through diffusers. The only room with torch."""

from .engine import FluxEngine
from .loading import FluxOptions

__all__ = ["FluxEngine", "FluxOptions"]
