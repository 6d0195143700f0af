"""Accounts, and the one gate for identity."""

import pytest
from sqlalchemy import func, select

from adgen import accounts
from adgen.errors import EmailTaken, NotSignedIn, WrongCredentials
from adgen.forms import PasswordChange, Register, parse
from adgen.models import Project, Store, User
from adgen.services import Services

from .conftest import HASHED, PASSWORD

pytestmark = pytest.mark.db


def registered(services: Services, email: str = "owner@example.com", **fields: object) -> User:
    with services.writing() as session:
        return accounts.register(session, parse(Register, email=email, password=PASSWORD, **fields), HASHED)


def token_for(services: Services, user: User) -> str:
    return accounts.issue_token(user, services.secret, 30)


def test_sign_up_with_a_shop_makes_store_and_first_campaign(services: Services) -> None:
    user = registered(services, brand_name="달무리 커피", trade="cafe", consent=True)
    with services.reading() as session:
        store = session.scalars(select(Store)).one()
        project = session.scalars(select(Project)).one()
    assert (store.user_id, store.brand_name, store.trade) == (user.id, "달무리 커피", "cafe")
    assert project.store_id == store.id
    assert (user.business_type, user.username, user.terms_version) == ("restaurant", "owner", accounts.TERMS_VERSION)


def test_sign_up_is_one_transaction(services: Services) -> None:
    registered(services)
    with pytest.raises(EmailTaken):
        registered(services, "OWNER@example.com", brand_name="다른 가게")
    with services.reading() as session:
        assert session.scalar(select(func.count(User.id))) == 1
        assert session.scalar(select(func.count(Store.id))) == 0


def test_username_is_padded(services: Services) -> None:
    assert registered(services, "a@example.com").username == "a_"


def test_authenticate(services: Services) -> None:
    user = registered(services)
    with services.reading() as session:
        assert accounts.authenticate(session, " Owner@Example.com ", PASSWORD).id == user.id
        for email, password in ((user.email, "wrong"), ("nobody@example.com", PASSWORD), (user.email, "x" * 200)):
            with pytest.raises(WrongCredentials):
                accounts.authenticate(session, email, password)


def test_principal_and_single_sign_out(services: Services) -> None:
    user = registered(services)
    here, there = token_for(services, user), token_for(services, user)
    assert services.principal(here).user_id == user.id
    with services.writing() as session:
        accounts.sign_out(session, services.principal(here))
    with pytest.raises(NotSignedIn):
        services.principal(here)
    assert services.principal(there).user_id == user.id


def changed(current: str, new: str) -> PasswordChange:
    return PasswordChange(current_password=current, new_password=new)


def test_sign_out_everywhere_and_password_change_revoke(services: Services) -> None:
    user = registered(services)
    for act in ("everywhere", "password"):
        with services.reading() as session:
            token = token_for(services, session.get_one(User, user.id))
        who = services.principal(token)
        with services.writing() as session:
            if act == "everywhere":
                accounts.sign_out_everywhere(session, who)
            else:
                with pytest.raises(WrongCredentials):
                    accounts.checked_password(session, who, changed("wrong", "a new password"))
                stored, new = accounts.checked_password(session, who, changed(PASSWORD, "a new password"))
                accounts.change_password(session, who, stored, new)
                with pytest.raises(WrongCredentials):
                    accounts.change_password(session, who, stored, new)
        with pytest.raises(NotSignedIn):
            services.principal(token)
    with services.reading() as session:
        assert accounts.authenticate(session, user.email, "a new password").id == user.id


def test_inactive_account_is_out(services: Services) -> None:
    user = registered(services)
    token = token_for(services, user)
    with services.writing() as session:
        session.get_one(User, user.id).is_active = False
    with pytest.raises(NotSignedIn):
        services.principal(token)
    with services.reading() as session, pytest.raises(WrongCredentials):
        accounts.authenticate(session, user.email, PASSWORD)


def test_consent_and_language_are_kept(services: Services) -> None:
    user = registered(services)
    token = token_for(services, user)
    assert not services.principal(token).consented
    with services.writing() as session:
        who = accounts.principal(session, services.secret, token)
        accounts.consent(session, who)
        accounts.set_language(session, who, "en")
    who = services.principal(token)
    assert who.consented and who.language == "en"
    with services.reading() as session:
        assert accounts.view(session, session.get_one(User, user.id))["consented_at"].endswith("Z")
