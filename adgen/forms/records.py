"""Accounts, stores and projects as they are typed or sent."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from ..brief import FontMood
from .values import (
    CLEAN,
    LINE,
    BannedWord,
    BusinessType,
    Colors,
    Email,
    Form,
    Id,
    Learned,
    Link,
    Password,
    ProjectStatus,
    Sample,
    TradeKey,
)


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


class TokenCreate(Form):
    """An API token: what it is for, what it may do, and for how many days (None: until it is revoked)."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=60), LINE]
    scope: Literal["read", "write", "all"] = "read"
    days: Annotated[int, Field(ge=1, le=3650)] | None = None


class MailAsked(Form):
    """Who forgot a password."""

    email: Email


class LinkUsed(Form):
    """What a mailed link carries."""

    token: Annotated[str, StringConstraints(min_length=1, max_length=100)]


class PasswordReset(LinkUsed):
    """The link, and the password to set."""

    new_password: Password


class AdminUser(Form):
    """What an admin sets on an account; what is absent stays. ``quota`` overrides limits by name, null lifts one of
    these overrides."""

    role: Literal["owner", "admin"] | None = None
    suspended: bool | None = None
    quota: dict[Literal["running", "queued", "daily", "storage_mb"],
                Annotated[int, Field(ge=0, le=10**9)] | None] | None = None


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
    samples: Annotated[list[Sample], Field(max_length=20)] | None = None
    """Sentences in the owner's own voice, which the words of ads are modelled on."""
    learned: Annotated[list[Learned], Field(max_length=20)] | None = None
    """The same, from texts of ads that the owner edited; an empty list forgets them."""
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

