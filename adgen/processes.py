"""How a Python process of ours is started from another one."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def module(name: str, *arguments: str) -> list[str]:
    """The command that runs ``adgen.<name>`` (or ``adgen`` itself when empty) with this interpreter."""
    return [sys.executable, "-m", f"adgen.{name}".rstrip("."), *arguments]


def environment(**more: str) -> dict[str, str]:
    """This process's environment, with the package importable from whichever folder the app was started in."""
    path = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path), **more}
