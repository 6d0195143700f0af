"""Signing in: counted, logged, and kept as a session; and the ways back in when a password is forgotten."""

from typing import Any

from sqlalchemy import select

from . import accounts, attempts, audit, sessions, tokens
from .accounts import Principal
from .attempts import Keys, Rule
from .audit import Visitor
from .config import Settings
from .errors import EmailTaken, LinkSpent, WrongCredentials
from .forms import Credentials, PasswordChange, PasswordReset, Register
from .letters import RESET, VERIFY, ask, spend
from .models import User
from .security import hash_password
from .services import Services

ASKED = Rule(3, 60.0)
"""Mails for one address of the network before it waits (ten times as many, see ``attempts.PER_ADDRESS``)."""


def rule_of(settings: Settings) -> Rule:
    """The operator's rule for wrong passwords."""
    return Rule(settings.sign_in_attempts, settings.sign_in_wait)


def _keys(services: Services, email: str, visitor: Visitor) -> Keys:
    """How a try is counted; TooManyAttempts while it must wait. Nothing depends on whether there is such an account."""
    with services.reading() as session:
        names = attempts.keys(email, visitor.address, sessions.used_from(session, email, visitor.address))
        attempts.check(session, (names.account, names.address))
    return names


def sign_in(services: Services, sent: Credentials, visitor: Visitor) -> str:
    """A token of a new sign-in. Raises WrongCredentials, TooManyAttempts, Suspended.

    It does bcrypt: run it in a slot.
    """
    names = _keys(services, sent.email, visitor)
    try:
        with services.reading() as session:
            user_id = accounts.authenticate(session, sent.email, sent.password).id
    except WrongCredentials:
        _failed(services, sent.email, names, visitor)
        raise
    with services.writing() as session:
        user = session.get_one(User, user_id)
        attempts.clear(session, names.account)
        audit.note(session, "signed_in", user.id, visitor, subject=visitor.agent)
        return accounts.begin_session(session, user, visitor, services.secret,
                                      services.settings.access_token_expire_minutes)


def _failed(services: Services, email: str, names: Keys, visitor: Visitor) -> None:
    with services.writing() as session:
        for name, rule in names.each(rule_of(services.settings)):
            attempts.failed(session, name, rule)
        known = session.scalar(select(User.id).where(User.email == email.strip().lower()))
        audit.note(session, "sign_in_failed", known, visitor, subject=visitor.agent)


def change_password(services: Services, who: Principal, form: PasswordChange,
                    visitor: Visitor) -> tuple[dict[str, Any], str]:
    """(the account's view, a token of a new sign-in): every other sign-in ends. The present password is counted as at
    the door. Raises WrongCredentials, TooManyAttempts. It does bcrypt: run it in a slot."""
    names = _keys(services, who.email, visitor)
    try:
        with services.reading() as session:
            stored, new = accounts.checked_password(session, who, form)
    except WrongCredentials:
        _failed(services, who.email, names, visitor)
        raise
    with services.writing() as session:
        user = accounts.change_password(session, who, stored, new)
        attempts.clear(session, names.account)
        audit.note(session, "password_changed", user.id, visitor)
        token = accounts.begin_session(session, user, visitor, services.secret,
                                       services.settings.access_token_expire_minutes)
        return accounts.view(session, user), token


def register(services: Services, form: Register, visitor: Visitor) -> User:
    """A new account, and a mail to confirm its address. Raises EmailTaken, TooManyAttempts.

    It does bcrypt: run it in a slot. A taken e-mail is counted for the network address: it tells who has an account.
    """
    names = attempts.keys(form.email, visitor.address, False)
    with services.reading() as session:
        attempts.check(session, (names.address,))
    hashed = hash_password(form.password)
    try:
        with services.writing() as session:
            user = accounts.register(session, form, hashed)
            audit.note(session, "registered", user.id, visitor, subject=visitor.agent)
    except EmailTaken:
        with services.writing() as session:
            for name, rule in names.each(rule_of(services.settings))[1:]:
                attempts.failed(session, name, rule)
        raise
    ask(services, user.email, VERIFY)
    return user


def ask_reset(services: Services, email: str, visitor: Visitor) -> None:
    """Have a link mailed that sets a new password. The same answer after the same time whoever asks for whomever: the
    account is looked for after the answer. Raises TooManyAttempts for a network address that asks too often."""
    name = f"mail:{visitor.address}"
    with services.writing() as session:
        attempts.check(session, (name,))
        attempts.failed(session, name, Rule(ASKED.free * attempts.PER_ADDRESS, ASKED.wait))
        audit.note(session, "reset_asked", None, visitor)
    ask(services, email, RESET)


def reset(services: Services, form: PasswordReset, visitor: Visitor) -> None:
    """Set the password of a mailed link's account: every sign-in and API token ends, and the waits for wrong passwords.
    LinkSpent. It does bcrypt: run it in a slot."""
    with services.reading() as session:
        if not spend(session, form.token, RESET, look=True):
            raise LinkSpent
    hashed = hash_password(form.new_password)
    with services.writing() as session:
        user = session.get_one(User, spend(session, form.token, RESET))
        user.password_hash, user.is_verified = hashed, True
        user.token_version += 1
        sessions.end_all(session, user.id)
        tokens.revoke_all(session, user.id)
        for known in (False, True):
            attempts.clear(session, attempts.keys(user.email, visitor.address, known).account)
        audit.note(session, "password_reset", user.id, visitor)


def verify(services: Services, token: str, visitor: Visitor) -> None:
    """The address of a mailed link's account is its owner's. LinkSpent."""
    with services.writing() as session:
        user = session.get_one(User, spend(session, token, VERIFY))
        user.is_verified = True
        audit.note(session, "email_verified", user.id, visitor)
