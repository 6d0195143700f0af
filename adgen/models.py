"""The tables. Times are UTC; a row with ``deleted_at`` is gone for everybody but undo."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


def now() -> datetime:
    """The present moment, UTC, with time zone."""
    return datetime.now(UTC)


class UTCDateTime(TypeDecorator[datetime]):
    """SQLite keeps no time zone: written as naive UTC, read back as aware UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware to naive UTC."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Naive UTC to aware."""
        return value.replace(tzinfo=UTC) if value else None


class Base(DeclarativeBase):
    """Base of all tables."""

    type_annotation_map = {datetime: UTCDateTime, dict[str, Any]: JSON, list[str]: JSON}


class Timestamped:
    """``created_at`` and ``updated_at``."""

    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)


class User(Timestamped, Base):
    """An account. ``token_version`` in a token must equal this row's, or the token is revoked.

    ``role`` is owner or admin; ``quota`` overrides the settings' limits by name (running, queued, daily, storage_mb).
    """

    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    username: Mapped[str] = mapped_column(String(50))
    password_hash: Mapped[str] = mapped_column(String(100))
    business_type: Mapped[str] = mapped_column(String(20))
    is_verified: Mapped[bool] = mapped_column(default=False)
    is_active: Mapped[bool] = mapped_column(default=True)
    token_version: Mapped[int] = mapped_column(default=0)
    terms_version: Mapped[str | None] = mapped_column(String(20))
    consented_at: Mapped[datetime | None]
    language: Mapped[str] = mapped_column(String(2), default="ko")
    role: Mapped[str] = mapped_column(String(10), default="owner", server_default="owner")
    suspended_at: Mapped[datetime | None]
    quota: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    stores: Mapped[list["Store"]] = relationship(back_populates="user", cascade="all, delete-orphan",
                                                 order_by="Store.id")


class RevokedToken(Base):
    """A token signed out before it expired; kept until ``expires_at``."""

    __tablename__ = "revoked_tokens"
    jti: Mapped[str] = mapped_column(String(32), primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class SignIn(Base):
    """One sign-in of a browser or a client: what the list of sessions shows. ``id`` is ``sid`` of its tokens: a token
    that is renewed belongs to the same sign-in."""

    __tablename__ = "sign_ins"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    agent: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(64), default="")
    created_at: Mapped[datetime] = mapped_column(default=now)
    seen_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]


class ApiToken(Base):
    """A named token for a program. Only its hash is kept; ``prefix`` is what its owner recognises it by."""

    __tablename__ = "api_tokens"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(60))
    prefix: Mapped[str] = mapped_column(String(16))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[datetime] = mapped_column(default=now)
    used_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class MailToken(Base):
    """A link that was mailed: to verify an address, or to set a new password. Good once."""

    __tablename__ = "mail_tokens"
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]


class Attempt(Base):
    """Failed sign-ins of one account or one address, kept over a restart. Times are seconds since 1970."""

    __tablename__ = "attempts"
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
    first_at: Mapped[float] = mapped_column(Float)
    blocked_until: Mapped[float] = mapped_column(Float, default=0.0)


class Audit(Base):
    """What was done that may have to be answered for: sign-ins, exports, deletions, acts of admins."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now, index=True)
    user_id: Mapped[int | None] = mapped_column(Integer, index=True)
    actor_id: Mapped[int | None] = mapped_column(Integer)
    action: Mapped[str] = mapped_column(String(40), index=True)
    subject: Mapped[str] = mapped_column(String(100), default="")
    address: Mapped[str] = mapped_column(String(64), default="")
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Store(Timestamped, Base):
    """A shop, with the facts that its ads may state. ``samples`` are texts in the owner's voice; ``learned`` those that
    they edited, the newest first."""

    __tablename__ = "stores"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    brand_name: Mapped[str] = mapped_column(String(100))
    brand_tone: Mapped[str | None] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(String(500))
    trade: Mapped[str] = mapped_column(String(30), default="general")
    phone: Mapped[str | None] = mapped_column(String(30))
    address: Mapped[str | None] = mapped_column(String(200))
    opening_hours: Mapped[str | None] = mapped_column(String(100))
    link_url: Mapped[str | None] = mapped_column(String(500))
    logo_url: Mapped[str | None] = mapped_column(String(500))
    brand_colors: Mapped[list[str]] = mapped_column(default=list)
    banned_words: Mapped[list[str]] = mapped_column(default=list)
    logo_id: Mapped[int | None] = mapped_column(ForeignKey("photos.id", ondelete="SET NULL"), index=True)
    font: Mapped[str | None] = mapped_column(String(10))
    samples: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    learned: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    deleted_at: Mapped[datetime | None]
    user: Mapped[User] = relationship(back_populates="stores")
    projects: Mapped[list["Project"]] = relationship(back_populates="store", cascade="all, delete-orphan")


class Photo(Base):
    """A picture that its owner uploaded, re-encoded and freed of metadata. ``colors`` are its strongest."""

    __tablename__ = "photos"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    bytes: Mapped[int] = mapped_column(Integer)
    width: Mapped[int] = mapped_column(Integer)
    height: Mapped[int] = mapped_column(Integer)
    colors: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[datetime] = mapped_column(default=now)


class Project(Timestamped, Base):
    """A campaign of a store."""

    __tablename__ = "projects"
    id: Mapped[int] = mapped_column(primary_key=True)
    store_id: Mapped[int] = mapped_column(ForeignKey("stores.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(String(1000))
    status: Mapped[str] = mapped_column(String(20), default="draft")
    deleted_at: Mapped[datetime | None]
    store: Mapped[Store] = relationship(back_populates="projects")
    contents: Mapped[list["Content"]] = relationship(back_populates="project", cascade="all, delete-orphan")


_SHOWN = text("deleted_at IS NULL AND replaced_by_id IS NULL")
_GONE = text("deleted_at IS NOT NULL")


class Content(Timestamped, Base):
    """One ad: what was asked, what came out, and how: ``ai_config`` holds seed, sizes, steps, engine, times.

    ``user_id`` repeats the store's owner (``searching`` fills it in): a long list needs no other table.
    """

    __tablename__ = "contents"
    __table_args__ = (
        Index("ix_contents_gone", "user_id", "deleted_at", sqlite_where=_GONE, postgresql_where=_GONE),
        Index("ix_contents_newest", "user_id", "id", "project_id", "type", "is_success",
              sqlite_where=_SHOWN, postgresql_where=_SHOWN),
        Index("ix_contents_campaign", "project_id", "id", "type", "is_success",
              sqlite_where=_SHOWN, postgresql_where=_SHOWN))
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(Integer)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="SET NULL"), index=True)
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="SET NULL"), index=True)
    job_id: Mapped[str | None] = mapped_column(String(32), unique=True)
    type: Mapped[str] = mapped_column(String(30), default="image_gen")
    user_prompt: Mapped[str] = mapped_column(Text)
    image_prompt: Mapped[str | None] = mapped_column(Text)
    optimized_prompt: Mapped[str | None] = mapped_column(Text)
    text_in_image: Mapped[str | None] = mapped_column(String(100))
    ad_copy: Mapped[str | None] = mapped_column(Text)
    copy_json: Mapped[dict[str, Any]] = mapped_column(default=dict)
    original_image_path: Mapped[str | None] = mapped_column(String(100))
    result_image_path: Mapped[str | None] = mapped_column(String(100))
    ai_config: Mapped[dict[str, Any]] = mapped_column(default=dict)
    generation_time: Mapped[float | None] = mapped_column(Float)
    is_success: Mapped[bool] = mapped_column(default=False)
    error_message: Mapped[str | None] = mapped_column(String(1000))
    deleted_at: Mapped[datetime | None]
    project: Mapped[Project] = relationship(back_populates="contents")
    files: Mapped[list["ContentFile"]] = relationship(back_populates="content", cascade="all, delete-orphan",
                                                      order_by="ContentFile.id")


class ContentFile(Base):
    """One file. ``variant`` is main, base, the poster's channel key, or that key and ``.pdf`` for print."""

    __tablename__ = "content_files"
    __table_args__ = (UniqueConstraint("content_id", "variant"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int] = mapped_column(ForeignKey("contents.id", ondelete="CASCADE"), index=True)
    variant: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(100), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    bytes: Mapped[int] = mapped_column(Integer)
    width: Mapped[int] = mapped_column(Integer)
    height: Mapped[int] = mapped_column(Integer)
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    content: Mapped[Content] = relationship(back_populates="files")


class Job(Base):
    """A durable request for an ad. Lease times are seconds of the database's own clock since 1970."""

    __tablename__ = "jobs"
    __table_args__ = (UniqueConstraint("user_id", "idempotency_key"),
                      Index("ix_jobs_state_created", "state", "created_at"))
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    request: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[str] = mapped_column(String(10), default="queued")
    stage: Mapped[str] = mapped_column(String(20), default="queued")
    step: Mapped[int] = mapped_column(default=0)
    steps: Mapped[int] = mapped_column(default=0)
    progress: Mapped[float] = mapped_column(default=0.0)
    preview: Mapped[str | None] = mapped_column(Text)
    words: Mapped[str | None] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(default=0)
    owner: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[float | None] = mapped_column(Float)
    cancel_requested: Mapped[bool] = mapped_column(default=False)
    content_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="SET NULL"), index=True)
    error_code: Mapped[str | None] = mapped_column(String(40))
    error_message: Mapped[str | None] = mapped_column(String(1000))
    idempotency_key: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    run_seconds: Mapped[float | None] = mapped_column(Float)


class ModelUse(Base):
    """What a user's words took from the language model on one day (Korean time): calls, tokens and cost in US$."""

    __tablename__ = "model_use"
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    calls: Mapped[int] = mapped_column(default=0)
    prompt_tokens: Mapped[int] = mapped_column(default=0)
    completion_tokens: Mapped[int] = mapped_column(default=0)
    cost: Mapped[float] = mapped_column(Float, default=0.0)


class WorkerRow(Base):
    """A worker that is alive, and the engine it draws with."""

    __tablename__ = "workers"
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    engine: Mapped[str] = mapped_column(String(20))
    model: Mapped[str | None] = mapped_column(String(200))
    reason_ko: Mapped[str] = mapped_column(String(300), default="")
    reason_en: Mapped[str] = mapped_column(String(300), default="")
    state: Mapped[str] = mapped_column(String(20), default="ready")
    status: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    seen_at: Mapped[float] = mapped_column(Float)


class Export(Base):
    """That an ad left the house: how, for which channels, and whether the AI mark and the notice were shown."""

    __tablename__ = "exports"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    content_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id", ondelete="SET NULL"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("projects.id", ondelete="SET NULL"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    channels: Mapped[list[str]] = mapped_column(default=list)
    label_shown: Mapped[bool] = mapped_column(default=False)
    notice_shown: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=now)
