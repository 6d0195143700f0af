"""The values that forms are made of, with their limits, and how a broken one becomes a sentence."""

import re
import unicodedata
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from ..channels import CHANNELS
from ..complaints import location, sentence
from ..errors import InvalidInput, PasswordTooLong
from ..security import MAX_PASSWORD_BYTES, password_bytes
from ..trades import BUSINESS_TYPES, TRADES

_EMAIL = re.compile(r"[^@\s\"'<>\\]{1,64}@[^@\s\"'<>\\]+\.[^@\s\"'<>\\.]{2,}")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Hangul's own blank letters."""
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
ProjectStatus = Literal["draft", "completed", "archived"]


def _email(value: str) -> str:
    value = value.strip().lower()
    if len(value) > 254 or not value.isprintable() or not _EMAIL.fullmatch(value):
        raise ValueError("email")
    return value


def _password(value: str) -> str:
    if len(password_bytes(value)) > MAX_PASSWORD_BYTES:
        raise ValueError("password_too_long")
    return value


def _link(value: str | None) -> str | None:
    if value and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).hostname):
        raise ValueError("link")
    return value or None


def _trade(value: str) -> str:
    if value not in TRADES:
        raise ValueError("trade")
    return value


def _business_type(value: str) -> str:
    if value not in BUSINESS_TYPES:
        raise ValueError("business_type")
    return value


def _channel(value: str) -> str:
    if value not in CHANNELS:
        raise ValueError("channel")
    if CHANNELS[value].refused:
        raise ValueError(f"refused {value}")
    return value


def _color(value: str) -> str:
    if not _COLOR.fullmatch(value):
        raise ValueError("color")
    return value.upper()


def distinct(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


def null_is_empty(value: object) -> object:
    return "" if value is None else value


def _clean(value: object) -> object:
    """Composed, without what cannot be seen (a NUL breaks databases, marks of direction break pages); line breaks and
    the joiner of emoji are kept."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(c for c in text if c in "\n\t\u200d" or (
        unicodedata.category(c) not in _UNSEEN and c not in _FILLERS)).strip(" \n\t\u200d\u3000\xa0")


def _line(value: object) -> object:
    """``_clean`` on one line."""
    cleaned = _clean(value)
    return " ".join(cleaned.split()) if isinstance(cleaned, str) else cleaned


CLEAN, LINE = BeforeValidator(_clean), BeforeValidator(_line)
Email = Annotated[str, StringConstraints(max_length=254), AfterValidator(_email)]
Password = Annotated[str, StringConstraints(min_length=8, max_length=100), AfterValidator(_password)]
Link = Annotated[Annotated[str, StringConstraints(max_length=500), LINE] | None, AfterValidator(_link)]
TradeKey = Annotated[str, AfterValidator(_trade)]
BusinessType = Annotated[str, AfterValidator(_business_type)]
Color = Annotated[str, AfterValidator(_color)]
ChannelKey = Annotated[str, AfterValidator(_channel)]
ChoiceKey = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z0-9_-]*$")]
"""A template's or a composition's key; whether there is one of that name is asked of the renderer."""
Colors = Annotated[list[Color], Field(max_length=5)]
Channels = Annotated[list[ChannelKey], Field(min_length=1, max_length=len(CHANNELS)), AfterValidator(distinct)]
Headline = Annotated[str, StringConstraints(max_length=100), CLEAN]
Badge = Annotated[str, StringConstraints(max_length=12), LINE]
Sample = Annotated[str, StringConstraints(min_length=1, max_length=300), LINE]
Learned = Annotated[str, StringConstraints(min_length=1, max_length=600), CLEAN]
BannedWord = Annotated[str, StringConstraints(min_length=1, max_length=30), LINE]
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Form(BaseModel):
    """Frozen; unknown fields are ignored, as the old system's clients expect."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def _default(cls: type[Form], value: object, info: ValidationInfo) -> object:
    return cls.model_fields[str(info.field_name)].default if value is None else value


def null_is_default(*fields: str) -> Any:
    """A validator for a form's body: null in one of ``fields`` means what it means to leave the field out."""
    return field_validator(*fields, mode="before")(classmethod(_default))


AnyForm = TypeVar("AnyForm", bound=Form)


def parse(form: type[AnyForm], **values: Any) -> AnyForm:
    """``form`` made from ``values``; InvalidInput (or PasswordTooLong) names the first field to correct."""
    try:
        return form(**values)
    except ValidationError as failure:
        error: dict[str, Any] = dict(failure.errors()[0])
        kind = PasswordTooLong if "password_too_long" in str(error.get("ctx")) else InvalidInput
        field = str(next((part for part in reversed(location(error)) if isinstance(part, str)), ""))
        raise kind(_braced(sentence(error)), _braced(sentence(error, "en")), field=field) from failure


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
