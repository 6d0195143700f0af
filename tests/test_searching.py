"""Finding ads by words, in long lists too."""

import pytest
from sqlalchemy import delete, text

from adgen import accounts, contents, projects, searching
from adgen.forms import Register
from adgen.models import Content, Project, Store, User
from adgen.owned import mark_deleted
from adgen.services import Services

from .conftest import HASHED, PASSWORD

pytestmark = pytest.mark.db
ADS = ("딸기라떼가 나왔어요", "고구마 라떼 4,900원", "딸기 케이크 예약", "Strawberry LATTE 할인", "떡볶이와 순대", "떡")


@pytest.fixture
def ann(services: Services) -> int:
    """An owner with the ads above; another has the same."""
    with services.writing() as session:
        for email in ("ann@example.com", "bob@example.com"):
            form = Register(email=email, password=PASSWORD, brand_name="달무리", trade="cafe")
            user = accounts.register(session, form, HASHED)
            project = projects.listed(session, user.id)[0]
            for words in ADS:
                session.add(Content(project_id=project.id, user_prompt=words, is_success=True))
                session.flush()
    return 1


def found(services: Services, user: int, q: str | None, **more: object) -> list[str]:
    with services.reading() as session:
        return [row.user_prompt for row in contents.listed(session, user, q=q, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("q", "expected"), [
    ("딸기", [2, 0]), ("라떼", [1, 0]), ("딸기 라떼", [0]), ("latte", [3]), ("LAT", [3]), ("떡", [5, 4]), ("순대", [4]),
    ("떼 4", [1]), ("딸기케이크", []), ("4,900", [1]), ("없는말", []), ("%", []), ("☕", []), ("\"", []),
    ("' OR 1=1 --", []), ("* NEAR (", []), ("  ", [5, 4, 3, 2, 1, 0]), (None, [5, 4, 3, 2, 1, 0])])
def test_words_are_found_wherever_they_stand(services: Services, ann: int, q: str | None, expected: list[int]) -> None:
    assert found(services, ann, q) == [ADS[at] for at in expected]
    with services.reading() as session:
        assert {row.user_id for row in contents.listed(session, ann, q=q)} <= {ann}


def test_pages_types_and_campaigns_narrow_what_is_found(services: Services, ann: int) -> None:
    assert found(services, ann, "라떼", skip=1, limit=1) == [ADS[0]]
    assert found(services, ann, "라떼", content_type="text_ad") == []
    assert found(services, ann, "라떼", project_id=1, only_finished=True) == [ADS[1], ADS[0]]


def test_edited_replaced_and_deleted_ads(services: Services, ann: int) -> None:
    with services.writing() as session:
        first, second, third = (session.get_one(Content, number) for number in (1, 2, 3))
        first.copy_json = {"headline": "수박 주스"}
        second.replaced_by_id = third.id
        mark_deleted(third)
    assert found(services, ann, "수박") == [ADS[0]] and found(services, ann, "딸기") == [ADS[0]]
    assert found(services, ann, "고구마") == [ADS[1]]  # its newer version was deleted, so it is the newest again
    assert found(services, ann, None, deleted=True) == [ADS[2]]
    with services.writing() as session:
        session.get_one(Project, 1).deleted_at = session.get_one(Content, 3).deleted_at
    assert found(services, ann, "딸기") == [] == found(services, ann, None)
    with services.writing() as session:
        session.get_one(Project, 1).deleted_at = None
        session.get_one(Store, 1).deleted_at = session.get_one(Content, 3).deleted_at
    assert found(services, ann, None) == []


def test_what_is_gone_leaves_nothing_in_the_index(services: Services, ann: int) -> None:
    with services.writing() as session:
        session.execute(delete(User).where(User.id == ann))
    with services.reading() as session:
        assert session.scalar(text(f"SELECT count(*) FROM {searching.TABLE}")) == len(ADS)


def test_the_index_can_be_made_anew(services: Services, ann: int) -> None:
    with services.database.connect() as connection, connection.begin():
        connection.execute(text(f"DELETE FROM {searching.TABLE}"))
    assert found(services, ann, "딸기") == []
    with services.database.connect() as connection, connection.begin():
        searching.rebuild(connection)
    assert found(services, ann, "딸기") == [ADS[2], ADS[0]]
