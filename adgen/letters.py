"""Mailed links: to confirm an address, and to set a new password. One use, an end, and only their hash is kept."""

import re
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from .config import Settings
from .errors import LinkSpent
from .mail import Letter
from .models import MailToken, User, now
from .security import digest, new_secret
from .services import Services

RESET, VERIFY = "reset", "verify"
LIFE = {RESET: timedelta(hours=1), VERIFY: timedelta(hours=48)}
AN_HOUR = 3
"""Letters of one kind to one account in an hour: nobody's mailbox is flooded."""
_SUBJECT = {RESET: ("AdGen 비밀번호 다시 정하기", "Set a new AdGen password"),
            VERIFY: ("AdGen 이메일 확인", "Confirm your e-mail for AdGen")}
_TEXT = {
    RESET: ("안녕하세요, AdGen이에요.\n\n아래 주소를 열어 새 비밀번호를 정해 주세요. "
            "1시간 안에 한 번만 쓸 수 있어요.\n\n{link}\n\n"
            "요청하신 적이 없다면 이 메일을 지우셔도 돼요. 비밀번호는 바뀌지 않아요.\n",
            "Hello from AdGen.\n\nOpen this address to set a new password. It works once, within an hour.\n\n"
            "{link}\n\nIf you did not ask for it, ignore this mail: your password stays as it is.\n"),
    VERIFY: ("안녕하세요, AdGen이에요.\n\n아래 주소를 열면 이메일 확인이 끝나요. "
             "48시간 안에 열어 주세요.\n\n{link}\n\n가입하신 적이 없다면 이 메일을 지우셔도 돼요.\n",
             "Hello from AdGen.\n\nOpen this address to confirm your e-mail. It works for 48 hours.\n\n"
             "{link}\n\nIf you did not sign up, ignore this mail.\n"),
}


def home(settings: Settings) -> str:
    """Where this app is found, for links that are mailed. Never the request's ``Host``: whoever asks for a reset writes
    it, and the link would lead the owner to a stranger."""
    if settings.public_url:
        return settings.public_url.rstrip("/")
    if settings.allowed_hosts:
        return f"https://{settings.allowed_hosts[0]}"
    if settings.space_id:
        return f"https://{re.sub('[^a-z0-9]+', '-', settings.space_id.lower())}.hf.space"
    name = "127.0.0.1" if settings.server_name in ("0.0.0.0", "::") else settings.server_name
    return f"http://{name}:{settings.server_port}"


def make(session: Session, user_id: int, purpose: str) -> str | None:
    """A new link's secret; None when the account had its share of this hour. Long dead ones are cleared."""
    session.execute(delete(MailToken).where(MailToken.expires_at < now() - timedelta(days=7)))
    recent = select(func.count()).where(MailToken.user_id == user_id, MailToken.purpose == purpose,
                                        MailToken.created_at > now() - timedelta(hours=1))
    if (session.scalar(recent) or 0) >= AN_HOUR:
        return None
    secret = new_secret()
    session.add(MailToken(hash=digest(secret), user_id=user_id, purpose=purpose, expires_at=now() + LIFE[purpose]))
    session.flush()
    return secret


def ask(services: Services, email: str, purpose: str) -> None:
    """Have a link mailed to the account of ``email``, if there is one, after the answer to this request."""
    def work() -> None:
        with services.writing() as session:
            user = session.scalar(select(User).where(User.email == email.strip().lower(), User.is_active))
            if user is None or (purpose == VERIFY and user.is_verified):
                return
            secret, to, english = make(session, user.id, purpose), user.email, user.language == "en"
        if secret is None:
            return
        # Behind the ``#`` it reaches neither a server's log nor a Referer.
        link = f"{home(services.settings)}/#{purpose}={secret}"
        services.post.send(Letter(to, _SUBJECT[purpose][english], _TEXT[purpose][english].format(link=link)))

    services.post.later(work)


def spend(session: Session, secret: str, purpose: str, look: bool = False) -> int:
    """The account that a link speaks for; it is used up, and all others of its kind with it, unless we only ``look``.
    LinkSpent for one that is unknown, used or too old."""
    row: Any = session.get(MailToken, digest(secret))
    if row is None or row.purpose != purpose or row.used_at is not None or row.expires_at <= now():
        raise LinkSpent
    user = session.get(User, row.user_id)
    if user is None or not user.is_active:
        raise LinkSpent
    if not look:
        mine = update(MailToken).where(MailToken.user_id == user.id, MailToken.purpose == purpose,
                                       MailToken.used_at.is_(None))
        once = session.execute(mine.where(MailToken.hash == row.hash).values(used_at=now()))
        if once.rowcount != 1:  # type: ignore[attr-defined]
            raise LinkSpent
        session.execute(mine.values(used_at=now()))
    return user.id
