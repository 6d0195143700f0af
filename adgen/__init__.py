"""AdGen: finished advertisements for small Korean shops."""

__version__ = "0.1.0"
