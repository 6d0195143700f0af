"""Typesetting: words on a picture, at any size, always legible."""

from .render import render

__all__ = ["render"]
