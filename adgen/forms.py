"""What may be typed or sent, and its limits: the REST bodies, the page's forms and the programs' arguments alike.

Limits are those of the old system's contract. A broken one becomes InvalidInput with a Korean and an English sentence.
"""

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

from .brief import FontMood, MenuItem
from .channels import CHANNELS, USUAL
from .complaints import sentence
from .errors import InvalidInput, PasswordTooLong
from .security import MAX_PASSWORD_BYTES, password_bytes
from .trades import BUSINESS_TYPES, TRADES

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


def _distinct(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _null_is_empty(value: object) -> object:
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
Channels = Annotated[list[ChannelKey], Field(min_length=1, max_length=len(CHANNELS)), AfterValidator(_distinct)]
Headline = Annotated[str, StringConstraints(max_length=100), CLEAN]
Badge = Annotated[str, StringConstraints(max_length=12), LINE]
BannedWord = Annotated[str, StringConstraints(min_length=1, max_length=30), LINE]
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Form(BaseModel):
    """Frozen; unknown fields are ignored, as the old system's clients expect."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Item(Form):
    """One row of a menu board; the price is printed as written."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=30), LINE]
    price: Annotated[str, StringConstraints(max_length=20), LINE, BeforeValidator(_null_is_empty)] = ""

    def row(self) -> MenuItem:
        """The vocabulary's own."""
        return MenuItem(self.name, self.price)


Items = Annotated[list[Item], Field(max_length=8)]


class Register(Form):
    """Sign-up. With ``brand_name`` the store and its first campaign are made in the same transaction."""

    email: Email
    username: Annotated[str, StringConstraints(min_length=2, max_length=50), LINE] | None = None
    password: Password
    business_type: BusinessType | None = None
    brand_name: Annotated[str, StringConstraints(min_length=1, max_length=100), LINE] | None = None
    trade: TradeKey | None = None
    consent: bool = False

    @field_validator("brand_name", "username", mode="before")
    @classmethod
    def _blank_is_absent(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value


class Credentials(Form):
    """Sign-in. Lengths are bounded only against abuse: a wrong password is a 401, not a 422."""

    email: Annotated[str, StringConstraints(max_length=254)]
    password: Annotated[str, StringConstraints(max_length=1000)]


class PasswordChange(Form):
    """Both passwords; every other sign-in ends with the change."""

    current_password: Annotated[str, StringConstraints(max_length=1000)]
    new_password: Password


class Language(Form):
    """The page's language."""

    language: Literal["ko", "en"]


class StoreUpdate(Form):
    """Any of the store's fields; absent ones stay."""

    brand_name: Annotated[str, StringConstraints(min_length=1, max_length=100), LINE] | None = None
    brand_tone: Annotated[str, StringConstraints(max_length=200), LINE] | None = None
    description: Annotated[str, StringConstraints(max_length=500), CLEAN] | None = None
    trade: TradeKey | None = None
    phone: Annotated[str, StringConstraints(max_length=30), LINE] | None = None
    address: Annotated[str, StringConstraints(max_length=200), LINE] | None = None
    opening_hours: Annotated[str, StringConstraints(max_length=100), LINE] | None = None
    link_url: Link = None
    logo_url: Link = None
    brand_colors: Colors | None = None
    banned_words: Annotated[list[BannedWord], Field(max_length=50)] | None = None
    logo_id: Id | None = None
    font: FontMood | None = None


class StoreCreate(StoreUpdate):
    """A new store."""

    brand_name: Annotated[str, StringConstraints(min_length=1, max_length=100), LINE]
    trade: TradeKey = "general"


class ProjectUpdate(Form):
    """Any of the project's fields; absent ones stay."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=200), LINE] | None = None
    description: Annotated[str, StringConstraints(max_length=1000), CLEAN] | None = None
    status: ProjectStatus | None = None


class ProjectCreate(ProjectUpdate):
    """A new project of a store."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=200), LINE]
    status: ProjectStatus = "draft"
    store_id: Id


class AdRequest(Form):
    """A request for an ad: the body of ``/contents/generate`` and ``/jobs``.

    ``width`` and ``height`` are pixels of the finished picture; ``channels`` are the posters made beside it. With
    ``photo_id`` nothing is generated. ``font`` and ``colors`` None mean the store's. ``ai_label`` false hides the
    visible mark only where no rule requires it. ``negative_prompt``, ``cfg``, ``sampler_name`` and ``scheduler`` are
    the old system's: stored, and named in ``ignored`` where the engine has no use for them.
    """

    project_id: Id
    ad_description: Annotated[str, StringConstraints(min_length=1, max_length=1000), CLEAN]
    image_prompt: Annotated[str, StringConstraints(max_length=1000), CLEAN] = ""
    text_in_image: Annotated[str, StringConstraints(max_length=100), CLEAN] = ""
    price: Annotated[str, StringConstraints(max_length=30), LINE] = ""
    original_price: Annotated[str, StringConstraints(max_length=30), LINE] = ""
    period: Annotated[str, StringConstraints(max_length=60), LINE] = ""
    seed: Annotated[int, Field(ge=0, le=2**32 - 1)] | None = None
    steps: Annotated[int, Field(ge=1, le=12)] | None = None
    width: Annotated[int, Field(ge=256, le=2048)] = 1024
    height: Annotated[int, Field(ge=256, le=2048)] = 1024
    parent_id: Id | None = None
    channels: Annotated[list[ChannelKey], Field(max_length=len(CHANNELS)), AfterValidator(_distinct)] = list(USUAL)
    template: ChoiceKey = ""
    style: ChoiceKey = ""
    font: FontMood | None = None
    colors: Colors | None = None
    photo_id: Id | None = None
    photo_fix: bool = True
    ai_label: bool = True
    badge: Badge = ""
    items: Items = []
    negative_prompt: Annotated[str, StringConstraints(max_length=1000), CLEAN] | None = None
    cfg: Annotated[float, Field(ge=0, le=100)] | None = None
    sampler_name: Annotated[str, StringConstraints(max_length=50), LINE] | None = None
    scheduler: Annotated[str, StringConstraints(max_length=50), LINE] | None = None

    @field_validator("image_prompt", "text_in_image", "price", "original_price", "period", "badge", "width", "height",
                     "channels", "photo_fix", "ai_label", "items", "template", "style", mode="before")
    @classmethod
    def _null_is_default(cls, value: object, info: ValidationInfo) -> object:
        return cls.model_fields[str(info.field_name)].default if value is None else value

    def unused(self) -> tuple[str, ...]:
        """The old system's knobs that were sent and that no engine of ours turns."""
        knobs = ("negative_prompt", "cfg", "sampler_name", "scheduler")
        return tuple(name for name in knobs if getattr(self, name) not in (None, ""))


class Candidates(AdRequest):
    """The body of ``/candidates``: a request, how many looks of it, and which page of them."""

    count: Annotated[int, Field(ge=1, le=4)] = 4
    page: Annotated[int, Field(ge=0, le=1000)] = 0


class Texts(Form):
    """The lines of a poster that are to change; absent ones stay, an empty one is left out."""

    headline: Annotated[str, StringConstraints(min_length=1, max_length=100), CLEAN] | None = None
    subline: Headline | None = None
    offer: Annotated[str, StringConstraints(max_length=60), LINE] | None = None
    original_price: Annotated[str, StringConstraints(max_length=30), LINE] | None = None
    period: Annotated[str, StringConstraints(max_length=60), LINE] | None = None
    call_to_action: Annotated[str, StringConstraints(max_length=30), LINE] | None = None
    badge: Badge | None = None
    items: Items | None = None
    small_print: Annotated[str, StringConstraints(max_length=200), LINE] | None = None
    store_name: Headline | None = None
    address_line: Annotated[str, StringConstraints(max_length=300), LINE] | None = None


class ExportNote(Form):
    """The body of ``/contents/{id}/exports``: an ad was handed to the phone's share sheet."""

    kind: Literal["share"] = "share"
    channels: Annotated[list[str], Field(min_length=1, max_length=len(CHANNELS) + 1)]
    notice: bool = False


class PosterEdit(Form):
    """The body of ``/contents/{id}/posters``: what is to change; None stays as it is."""

    channels: Channels | None = None
    template: ChoiceKey | None = None
    style: ChoiceKey | None = None
    font: FontMood | None = None
    colors: Colors | None = None
    photo_id: Id | None = None
    photo_fix: bool | None = None
    ai_label: bool | None = None
    texts: Texts = Texts()
    preview: bool = False

    @field_validator("texts", "preview", mode="before")
    @classmethod
    def _null_is_default(cls, value: object, info: ValidationInfo) -> object:
        return cls.model_fields[str(info.field_name)].default if value is None else value


class ClaimsCheck(Form):
    """The body of ``/claims``. The text is taken as it is: findings name positions in it."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=5000)]
    trade: TradeKey = "general"
    ground: Annotated[str, StringConstraints(max_length=200), LINE] = ""

    @field_validator("trade", "ground", mode="before")
    @classmethod
    def _null_is_default(cls, value: object, info: ValidationInfo) -> object:
        return cls.model_fields[str(info.field_name)].default if value is None else value


class SmsForm(Form):
    """The body of ``/sms``. The text is taken as it is: flags name positions in it. What is missing is no error."""

    body: Annotated[str, StringConstraints(max_length=2000), BeforeValidator(_null_is_empty)] = ""
    store_id: Id | None = None
    store: Annotated[str, StringConstraints(max_length=100), LINE, BeforeValidator(_null_is_empty)] = ""
    contact: Annotated[str, StringConstraints(max_length=30), LINE, BeforeValidator(_null_is_empty)] = ""
    opt_out: Annotated[str, StringConstraints(max_length=30), LINE, BeforeValidator(_null_is_empty)] = ""
    provider_frame: bool = False
    hour: Annotated[int, Field(ge=0, le=23)] | None = None


AnyForm = TypeVar("AnyForm", bound=Form)


def parse(form: type[AnyForm], **values: Any) -> AnyForm:
    """``form`` made from ``values``; InvalidInput (or PasswordTooLong) names the first field to correct."""
    try:
        return form(**values)
    except ValidationError as failure:
        error: dict[str, Any] = dict(failure.errors()[0])
        kind = PasswordTooLong if "password_too_long" in str(error.get("ctx")) else InvalidInput
        field = str(next((part for part in reversed(error["loc"]) if isinstance(part, str)), ""))
        raise kind(_braced(sentence(error)), _braced(sentence(error, "en")), field=field) from failure


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
