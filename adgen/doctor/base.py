"""What a check is given, and what it answers."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Engine

from ..config import Settings

State = Literal["ok", "warn", "bad", "repaired"]


@dataclass(frozen=True)
class Options:
    """``repair`` mends what it safely can, ``deep`` reads every picture, ``online`` asks other servers."""

    repair: bool = False
    deep: bool = False
    online: bool = False


@dataclass(frozen=True)
class Patient:
    """The installation that is looked at."""

    settings: Settings
    engine: Engine
    options: Options


@dataclass(frozen=True)
class Finding:
    """One thing that was found, and the names it concerns (files, tables, settings; never a value of a secret)."""

    check: str
    state: State
    ko: str
    en: str
    names: tuple[str, ...] = ()
