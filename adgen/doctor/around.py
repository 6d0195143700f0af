"""What the app stands on: disk, permissions, backups, fonts, packages, engine, keys, other servers."""

import importlib.metadata
import re
import shutil
import smtplib
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from .. import backups, db
from ..engines.choice import choose
from ..mail import connected
from ..poster.fonts import MOODS, face
from ..security import load_secret
from ..services import engine_options
from .base import Finding, Patient

ROOT = Path(__file__).resolve().parents[2]
GPU_ONLY = frozenset({"torch", "diffusers", "transformers", "accelerate", "bitsandbytes", "safetensors",
                      "sentencepiece", "protobuf"})
SECRETS = ("secret_key", "openai_api_key", "hf_token", "images_api_key", "smtp_url", "metrics_token", "alert_webhook",
           "sentry_dsn")
NETWORK_DISKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"})
TIMEOUT = 5.0


def disk(patient: Patient) -> list[Finding]:
    """Whether there is room, and whether SQLite lies on a disk that can lock."""
    folder, least = patient.settings.data_dir, patient.settings.min_free_mb
    usage = shutil.disk_usage(folder)
    free, share = usage.free // 2**20, usage.free / usage.total
    if free < least:
        return [Finding("disk", "bad", f"{free} MB만 남아서 새 작업을 받지 않아요. 공간을 비워 주세요.",
                        f"{free} MB free, below ADGEN_MIN_FREE_MB ({least}): no job is accepted; free some space")]
    kind = _file_system(folder)
    if kind in NETWORK_DISKS and db.sqlite_path(patient.engine) is not None:
        return [Finding("disk", "bad", f"데이터가 네트워크 디스크({kind})에 있어요. 깨질 수 있으니 옮겨 주세요.",
                        f"the data lies on a network disk ({kind}), where SQLite may break: move it")]
    return [Finding("disk", "warn" if share < 0.05 else "ok", f"{free:,} MB 남았어요.", f"{free:,} MB free")]


def _file_system(folder: Path) -> str:
    """The type of the mount that ``folder`` lies on, as Linux lists it."""
    found, longest = "", -1
    mounts = Path("/proc/mounts")
    for line in mounts.read_text().splitlines() if mounts.exists() else ():
        place, kind = line.split()[1:3]
        if folder.is_relative_to(place) and len(place) > longest:
            found, longest = kind, len(place)
    return found


def permissions(patient: Patient) -> list[Finding]:
    """Whether others on this machine can read the key or the database."""
    wanted = [patient.settings.data_dir / name for name in backups.KEYS]
    path = db.sqlite_path(patient.engine)
    open_ = [each for each in [*wanted, *([path] if path else []), *backups.listed(patient.settings.backups_dir)]
             if each.exists() and each.stat().st_mode & 0o077]
    names = tuple(each.name for each in open_)
    if not open_:
        return [Finding("permissions", "ok", "열쇠와 데이터베이스를 이 계정만 읽어요.",
                        "only this account reads keys and data")]
    ko, en = "다른 계정이 읽을 수 있는 파일이 있어요.", "other accounts can read some files"
    if not patient.options.repair:
        return [Finding("permissions", "bad", f"{ko} --repair로 막을 수 있어요.", f"{en}; --repair closes them", names)]
    for each in open_:
        each.chmod(0o600)
    return [Finding("permissions", "repaired", f"{ko} 막았어요.", f"{en}: closed", names)]


def backup_age(patient: Patient) -> list[Finding]:
    """How old the newest backup is."""
    newest, hours = backups.listed(patient.settings.backups_dir), patient.settings.backup_hours
    if not newest:
        return [Finding("backups", "warn", "백업이 아직 없어요. python -m adgen backup 으로 만들 수 있어요.",
                        "there is none yet; `python -m adgen backup` makes one")]
    age = (time.time() - newest[0].stat().st_mtime) / 3600
    late = bool(hours) and age > 2 * hours
    return [Finding("backups", "warn" if late else "ok", f"가장 새 백업은 {age:.1f}시간 전이에요.",
                    f"the newest is {age:.1f} hours old", (newest[0].name,))]


def fonts(patient: Patient) -> list[Finding]:
    """Whether every face of every mood opens and has Hangul and figures."""
    files = sorted({name for mood in MOODS.values() for name in (mood.display, mood.figure, mood.label, mood.body,
                                                                 mood.small)})
    broken = []
    for name in files:
        try:
            if not {ord("가"), ord("0")} <= face(name).characters:
                broken.append(name)
        except Exception:  # the shaper has errors of its own
            broken.append(name)
    if broken:
        return [Finding("fonts", "bad", "글꼴 파일이 없거나 깨졌어요. 프로그램을 다시 받아 주세요.",
                        "font files are missing or broken: install the program again", tuple(broken))]
    return [Finding("fonts", "ok", f"글꼴 {len(files)}개가 있어요.", f"{len(files)} faces open")]


def packages(patient: Patient) -> list[Finding]:
    """Whether the packages of requirements.txt are there, new enough; PostgreSQL's driver where it is needed."""
    lines = (ROOT / "requirements.txt").read_text().splitlines() if (ROOT / "requirements.txt").exists() else []
    if patient.engine.dialect.name == "postgresql":
        lines.append("psycopg>=3.2")
    wrong, spare = list[str](), list[str]()
    for name, least in re.findall(r"^([\w.-]+)(?:\[\w+\])?>=([\d.]+)", "\n".join(lines), re.M):
        try:
            there = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            (spare if name in GPU_ONLY else wrong).append(f"{name}: missing")
            continue
        if _numbers(there) < _numbers(least):
            wrong.append(f"{name}: {there} < {least}")
    if wrong:
        return [Finding("packages", "bad", "패키지가 없거나 오래됐어요. pip install -r requirements.txt 를 해 주세요.",
                        "packages are missing or too old: pip install -r requirements.txt", (*wrong, *spare))]
    if spare:
        return [Finding("packages", "ok", "다 있어요(GPU용 몇 개는 없어요).",
                        "all there but some that only a GPU needs", tuple(spare))]
    return [Finding("packages", "ok", "다 있어요.", "all there")]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.split("+")[0])[:3])


def engine(patient: Patient) -> list[Finding]:
    """Which engine the worker would paint with, and why."""
    choice = choose(engine_options(patient.settings))
    return [Finding("engine", "ok", choice.reason_ko, choice.reason_en, (choice.name,))]


def keys(patient: Patient) -> list[Finding]:
    """Which secrets are set: their names, never their values."""
    fields = type(patient.settings).model_fields
    named = tuple(str(fields[name].alias) for name in SECRETS if getattr(patient.settings, name) is not None)
    secret = patient.settings.secret_key
    if secret is None and not (patient.settings.data_dir / "secret.key").exists():
        return [Finding("keys", "warn", "secret.key가 아직 없어요. 앱을 켜면 만들어져요.",
                        "there is no secret.key yet; starting the app makes it", named)]
    load_secret(secret.get_secret_value() if secret else None, patient.settings.data_dir)  # raises WeakSecret
    return [Finding("keys", "ok", "설정한 열쇠: " + (", ".join(named) or "없음(secret.key 사용)"),
                    "keys that are set: " + (", ".join(named) or "none (secret.key is used)"), named)]


def copywriter(patient: Patient) -> list[Finding]:
    """Whether the language model's server answers (with ``online``)."""
    key, base = patient.settings.openai_api_key, patient.settings.openai_base_url
    if key is None and not base:
        return [Finding("copywriter", "ok", "기본 글쓰기를 써요.", "the built-in writer writes")]
    if not patient.options.online:
        return [Finding("copywriter", "ok", f"{patient.settings.openai_model} 모델을 써요(--online으로 확인).",
                        f"{patient.settings.openai_model} writes (--online asks it)")]
    address = f"{(base or 'https://api.openai.com/v1').rstrip('/')}/models"
    headers = {"Authorization": f"Bearer {key.get_secret_value()}"} if key else {}
    asked = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(asked, timeout=TIMEOUT):
            return [Finding("copywriter", "ok", "언어 모델 서버가 대답해요.", "the model's server answers")]
    except (urllib.error.URLError, OSError) as error:
        return [Finding("copywriter", "warn", f"언어 모델 서버가 대답하지 않아서 기본 글쓰기를 써요({error}).",
                        f"the model's server does not answer, so the built-in writer writes ({error})")]


def mail(patient: Patient) -> list[Finding]:
    """Whether mails can leave (with ``online``); without a server they lie in the outbox."""
    if patient.settings.smtp_url is None:
        return [Finding("mail", "ok", "메일 서버가 없어서 메일을 outbox 폴더에 둬요.",
                        "no mail server: mails lie in outbox/")]
    address = patient.settings.smtp_url.get_secret_value()
    host = urlsplit(address).hostname or ""
    if not patient.options.online:
        return [Finding("mail", "ok", f"{host} 로 보내요(--online으로 확인).", f"sent by {host} (--online asks it)")]
    try:
        with connected(address, TIMEOUT) as server:
            server.noop()
    except (OSError, smtplib.SMTPException) as error:
        return [Finding("mail", "bad", f"메일 서버 {host} 가 대답하지 않아요({error}).",
                        f"{host} does not answer ({error})")]
    return [Finding("mail", "ok", f"메일 서버 {host} 가 대답해요.", f"{host} answers")]
