"""Typesetting: words on a picture, at any size, always legible."""

from .render import candidates, render
from .templates import TEMPLATES, Template

__all__ = ["TEMPLATES", "Template", "candidates", "render"]
