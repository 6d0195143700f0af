"""Print: a poster as a PDF with outlined text and bleed, or as a PNG that knows its 300 dpi."""

from .sheet import DPI, About, flyer, least_font, pixels, png, smallest_type

__all__ = ["DPI", "About", "flyer", "least_font", "pixels", "png", "smallest_type"]
