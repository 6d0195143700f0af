"""Every setting, in one place, read from the environment and ``.env`` once, by ``app.py`` or the command line."""

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


def _data_dir() -> Path:
    """``/data`` on a Space with persistent storage, ``outputs`` elsewhere."""
    space_disk = Path("/data")
    return space_disk if os.environ.get("SPACE_ID") and os.access(space_disk, os.W_OK) else Path("outputs")


class Settings(BaseSettings):
    """The settings. Names of the old system are kept; a Space's are honoured; ours begin with ``ADGEN_``."""

    model_config = SettingsConfigDict(env_file=".env", frozen=True, extra="ignore", populate_by_name=True,
                                      env_ignore_empty=True)

    data_dir: Path = Field(default_factory=_data_dir, alias="ADGEN_DATA_DIR",
                           description="Database, secret key and images; `/data` on a Space that has it.")
    database_url: str = Field("sqlite:///adgen.db", alias="DATABASE_URL",
                              description="SQLAlchemy URL; a relative SQLite path is relative to `ADGEN_DATA_DIR`.")
    secret_key: SecretStr | None = Field(None, alias="SECRET_KEY",
                                         description="Signs tokens and links; made on first run when absent.")
    access_token_expire_minutes: int = Field(30, alias="ACCESS_TOKEN_EXPIRE_MINUTES", ge=1, le=60 * 24 * 30,
                                             description="Life of a sign-in; the page renews it while it is used.")
    openai_api_key: SecretStr | None = Field(None, alias="OPENAI_API_KEY",
                                             description="Switches the language-model copywriter on.")
    openai_base_url: str | None = Field(None, alias="OPENAI_BASE_URL",
                                        description="Any OpenAI-compatible server (Ollama, vLLM …).")
    openai_model: str = Field("gpt-4o-mini", alias="OPENAI_MODEL", description="The copywriter's model.")
    copy_deadline: float = Field(30.0, alias="ADGEN_COPY_DEADLINE", gt=0, le=300,
                                 description="Seconds after which the built-in writer takes over.")
    copy_daily_tokens: int = Field(200_000, alias="ADGEN_COPY_DAILY_TOKENS", ge=0,
                                   description="Tokens of the language model for one user and day (Korean time); "
                                               "beyond it the built-in writer writes. 0: no cap.")
    copy_daily_cost: float = Field(0.0, alias="ADGEN_COPY_DAILY_COST", ge=0,
                                   description="The same as a cost in US$. 0: no cap.")
    copy_price_in: float = Field(0.0, alias="ADGEN_COPY_PRICE_IN", ge=0,
                                 description="US$ for a million prompt tokens, to count the cost with.")
    copy_price_out: float = Field(0.0, alias="ADGEN_COPY_PRICE_OUT", ge=0,
                                  description="US$ for a million completion tokens.")
    hf_token: SecretStr | None = Field(
        None, alias="HF_TOKEN",
        description="Switches FLUX through Hugging Face inference on; reads gated weights.")
    engine: Literal["auto", "flux", "hub", "images", "illustration"] = Field(
        "auto", alias="ADGEN_ENGINE",
        description="Picture engine; `auto` takes flux with a GPU, images with `ADGEN_IMAGES_BASE_URL`, "
                    "hub with `HF_TOKEN`, else illustration.")
    flux_model: str = Field("Keffisor21/flux1-schnell-bnb-nf4", alias="ADGEN_FLUX_MODEL",
                            description="Repository or folder of the NF4 pipeline.")
    flux_revision: str | None = Field(None, alias="ADGEN_FLUX_REVISION", description="Revision of that repository.")
    flux_base: str = Field("black-forest-labs/FLUX.1-schnell", alias="ADGEN_FLUX_BASE",
                           description="Where the other parts come from when `ADGEN_FLUX_MODEL` holds a transformer "
                                       "only.")
    flux_residency: Literal["auto", "bf16", "nf4", "two-phase", "offload"] = Field(
        "auto", alias="ADGEN_FLUX_RESIDENCY",
        description="How the weights stay on the GPU; `auto` decides by free memory.")
    flux_compile: Literal["auto", "off"] = Field(
        "auto", alias="ADGEN_FLUX_COMPILE", description="`auto` compiles the transformer's blocks before ready; any "
                                                        "failure falls back to eager.")
    flux_batch: int = Field(4, alias="ADGEN_FLUX_BATCH", ge=1, le=8,
                            description="Waiting pictures of one size that are painted together.")
    preload: bool = Field(True, alias="ADGEN_PRELOAD", description="Load FLUX at start, not with the first picture.")
    idle_unload: float = Field(0.0, alias="ADGEN_IDLE_UNLOAD", ge=0,
                               description="Seconds without a job after which FLUX leaves the GPU. 0: never.")
    images_base_url: str | None = Field(None, alias="ADGEN_IMAGES_BASE_URL",
                                        description="A server that speaks OpenAI's `/v1/images/generations` (SGLang, "
                                                    "vLLM-Omni, LocalAI …).")
    images_api_key: SecretStr | None = Field(None, alias="ADGEN_IMAGES_API_KEY", description="Its key, if it has one.")
    images_model: str = Field("black-forest-labs/FLUX.1-schnell", alias="ADGEN_IMAGES_MODEL",
                              description="The model asked of it.")
    images_timeout: float = Field(120.0, alias="ADGEN_IMAGES_TIMEOUT", gt=0, le=600,
                                  description="Seconds that Hugging Face or that server may take for one picture.")
    hub_model: str = Field("black-forest-labs/FLUX.1-schnell", alias="ADGEN_HUB_MODEL",
                           description="Model asked of Hugging Face inference.")
    hub_provider: str = Field("auto", alias="ADGEN_HUB_PROVIDER", description="Inference provider.")
    worker: Literal["process", "inline", "external"] = Field(
        "process", alias="ADGEN_WORKER",
        description="`process`: own worker process; `inline`: a thread; `external`: none, start "
                    "`python -m adgen worker` yourself.")
    generate_wait: float = Field(300.0, alias="ADGEN_GENERATE_WAIT", gt=0,
                                 description="Seconds that `generate` waits before it answers 504.")
    job_lease: float = Field(60.0, alias="ADGEN_JOB_LEASE", ge=1,
                             description="Seconds after which a silent worker's job is taken over.")
    job_attempts: int = Field(3, alias="ADGEN_JOB_ATTEMPTS", ge=1, description="Tries before a job fails.")
    max_jobs_per_user: int = Field(20, alias="ADGEN_MAX_JOBS_PER_USER", ge=1,
                                   description="Waiting jobs of one user.")
    max_running_per_user: int = Field(2, alias="ADGEN_MAX_RUNNING_PER_USER", ge=1,
                                      description="Jobs of one user that run at the same time.")
    max_jobs_per_day: int = Field(300, alias="ADGEN_MAX_JOBS_PER_DAY", ge=0,
                                  description="Jobs of one user in a day (Korean time). 0: no limit.")
    max_queue: int = Field(1000, alias="ADGEN_MAX_QUEUE", ge=1, description="Waiting jobs of all users together.")
    max_storage_mb: int = Field(5000, alias="ADGEN_MAX_STORAGE_MB", ge=0,
                                description="Pictures and photos that one user may keep. 0: no limit.")
    requests_per_minute: int = Field(600, alias="ADGEN_REQUESTS_PER_MINUTE", ge=0,
                                     description="Requests of one user or address in a minute. 0: no limit.")
    sign_in_attempts: int = Field(10, alias="ADGEN_SIGN_IN_ATTEMPTS", ge=1,
                                  description="Wrong passwords for one account before it must wait (never for good).")
    sign_in_wait: float = Field(60.0, alias="ADGEN_SIGN_IN_WAIT", ge=1,
                                description="First wait in seconds; it doubles up to half an hour.")
    public_url: str = Field("", alias="ADGEN_PUBLIC_URL", description="Address of this app in mailed links.")
    smtp_url: SecretStr | None = Field(None, alias="ADGEN_SMTP_URL",
                                       description="`smtp://user:password@host:587` (STARTTLS) or `smtps://…`; without "
                                                   "it mails lie in `outbox/` of the data directory.")
    mail_from: str = Field("AdGen <no-reply@localhost>", alias="ADGEN_MAIL_FROM", description="Sender of our mails.")
    log_format: Literal["text", "json"] = Field("text", alias="ADGEN_LOG_FORMAT", description="Form of the logs.")
    metrics_token: SecretStr | None = Field(None, alias="ADGEN_METRICS_TOKEN",
                                            description="Bearer token for `/metrics`; without it only this machine may "
                                                        "read them.")
    alert_webhook: SecretStr | None = Field(None, alias="ADGEN_ALERT_WEBHOOK",
                                            description="Gets a POST for errors that an operator must see.")
    alert_mail: str = Field("", alias="ADGEN_ALERT_MAIL", description="Gets a mail for them.")
    sentry_dsn: SecretStr | None = Field(None, alias="SENTRY_DSN",
                                         description="Sends errors to Sentry; needs `pip install sentry-sdk`.")
    backup_hours: float = Field(24.0, alias="ADGEN_BACKUP_HOURS", ge=0,
                                description="Hours between two backups that the worker makes. 0: none.")
    backup_keep: int = Field(7, alias="ADGEN_BACKUP_KEEP", ge=1, description="Backups that are kept.")
    backup_dir: Path | None = Field(None, alias="ADGEN_BACKUP_DIR",
                                    description="Where backups lie, best on another disk; `backups/` in the data "
                                                "directory when empty.")
    block_words: Path | None = Field(None, alias="ADGEN_BLOCK_WORDS",
                                     description="File with one pattern a line that no request may hold.")
    moderation_url: str = Field("", alias="ADGEN_MODERATION_URL",
                                description="Asked before a picture is painted (POST {text}; {\"allowed\": false} "
                                            "refuses).")
    max_body_mb: int = Field(20, alias="ADGEN_MAX_BODY_MB", ge=1, description="Largest request body.")
    min_free_mb: int = Field(64, alias="ADGEN_MIN_FREE_MB", ge=0,
                             description="Free disk below which no job is accepted.")
    c2pa: bool = Field(False, alias="ADGEN_C2PA",
                       description="Sign pictures with C2PA; needs `pip install -r requirements-c2pa.txt`.")
    allowed_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), alias="ADGEN_ALLOWED_ORIGINS",
        description="Foreign browser origins let in with a bearer token, comma-separated.")
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (), alias="ADGEN_ALLOWED_HOSTS",
        description="Public host names of this app behind a proxy, comma-separated; empty takes `Host`.")
    operator_name: str = Field("AdGen 운영자", alias="ADGEN_OPERATOR_NAME",
                               description="Named in `/terms` and `/privacy`.")
    operator_email: str = Field("", alias="ADGEN_OPERATOR_EMAIL", description="Contact in `/terms` and `/privacy`.")
    server_name: str = Field("127.0.0.1", alias="GRADIO_SERVER_NAME",
                             description="Address to listen on; `0.0.0.0` on a Space.")
    server_port: int = Field(7860, alias="GRADIO_SERVER_PORT", ge=1, le=65535, description="Port to listen on.")
    space_id: str | None = Field(None, alias="SPACE_ID", description="Set by Hugging Face on a Space.")
    zero_gpu: bool = Field(False, alias="SPACES_ZERO_GPU",
                           description="Set by Hugging Face on ZeroGPU hardware: FLUX paints inside the page's events.")
    secure_cookies: bool = Field(False, alias="ADGEN_SECURE_COOKIES",
                                 description="Mark the cookie Secure; always so on a Space.")
    debug: bool = Field(False, alias="DEBUG", description="Verbose logs.")

    @field_validator("allowed_origins", "allowed_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip().rstrip("/").lower() for part in value.split(",") if part.strip())
        return value

    @field_validator("zero_gpu", mode="before")
    @classmethod
    def _as_spaces_reads_it(cls, value: object) -> bool:
        """The package ``spaces`` decides by the same words; the two must agree."""
        return str(value).lower() in ("1", "t", "true")

    @field_validator("data_dir", mode="after")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().resolve()

    @property
    def resolved_database_url(self) -> str:
        """``database_url`` with a relative SQLite path put under ``data_dir``."""
        prefix = "sqlite:///"
        path = self.database_url.removeprefix(prefix)
        if self.database_url.startswith(prefix) and path and path != ":memory:" and not path.startswith("/"):
            return f"{prefix}{self.data_dir / path}"
        return self.database_url

    @property
    def backups_dir(self) -> Path:
        """Where backups lie."""
        return self.backup_dir.expanduser().resolve() if self.backup_dir else self.data_dir / "backups"

    @property
    def images_dir(self) -> Path:
        """Where the finished pictures lie."""
        return self.data_dir / "images"


def settings_table() -> list[tuple[str, str, str]]:
    """(name, default, meaning) of every setting: the README's table is made from this."""
    rows = []
    for name, info in Settings.model_fields.items():
        default = "`outputs/`" if name == "data_dir" else _shown(info.default)
        rows.append((info.alias or name, default, info.description or ""))
    return rows


def _shown(default: object) -> str:
    return "–" if default is None or default == () or default == "" else f"`{default}`"
