"""Print: a poster as a PDF page of exact millimetres, with bleed and outlined text."""

from .sheet import DPI, About, flyer, least_font, pixels, smallest_type

__all__ = ["DPI", "About", "flyer", "least_font", "pixels", "smallest_type"]
