"""Stores, projects and contents: ownership, change, deletion with undo, and the sweep that ends it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from adgen import accounts, contents, owned, projects, stores
from adgen.errors import ContentNotFound, NotFound, ProjectNotFound, StoreNotFound
from adgen.forms import ProjectCreate, ProjectUpdate, Register, StoreCreate, StoreUpdate
from adgen.models import Content, ContentFile, Project, Store, now
from adgen.services import Services

from .conftest import HASHED, PASSWORD

pytestmark = pytest.mark.db


@pytest.fixture
def people(services: Services) -> tuple[int, int]:
    """Two users, A with a store, a project and a content that has one picture."""
    with services.writing() as session:
        ids = [accounts.register(session, Register(email=f"{name}@example.com", password=PASSWORD), HASHED).id
               for name in ("a", "b")]
        store = stores.create(session, ids[0], StoreCreate(brand_name="가게", brand_colors=["#aabbcc"]))
        project = projects.create(session, ids[0], ProjectCreate(title="캠페인", store_id=store.id))
        written = services.files.write(b"png")
        session.add(Content(project_id=project.id, user_prompt="광고", is_success=True,
                            result_image_path=written.name,
                            files=[ContentFile(variant="main", name=written.name, sha256=written.sha256,
                                               bytes=written.bytes, width=1, height=1)]))
    return ids[0], ids[1]


def test_only_the_owner_sees(services: Services, people: tuple[int, int]) -> None:
    a, b = people
    with services.reading() as session:
        for model, error in ((Store, StoreNotFound), (Project, ProjectNotFound), (Content, ContentNotFound)):
            assert owned.get_owned(session, model, 1, a).id == 1
            with pytest.raises(error):
                owned.get_owned(session, model, 1, b)
            with pytest.raises(error):
                owned.get_owned(session, model, 2, a)
        assert stores.listed(session, b) == projects.listed(session, b) == contents.listed(session, b) == []
        with pytest.raises(ProjectNotFound):
            contents.listed(session, b, project_id=1)
        with pytest.raises(StoreNotFound):
            projects.create(session, b, ProjectCreate(title="x", store_id=1))


def test_update_changes_only_what_was_sent(services: Services, people: tuple[int, int]) -> None:
    a, _ = people
    with services.writing() as session:
        store = stores.update(session, a, 1, StoreUpdate(phone="02-1", brand_name=None))
        assert (store.brand_name, store.phone, store.brand_colors) == ("가게", "02-1", ["#AABBCC"])
        store = stores.update(session, a, 1, StoreUpdate(phone=None, brand_colors=None))
        assert (store.phone, store.brand_colors) == (None, [])
        project = projects.update(session, a, 1, ProjectUpdate(status="archived"))
        assert (project.title, project.status) == ("캠페인", "archived")
        assert projects.listed(session, a, active_only=True) == []
        assert len(projects.listed(session, a, status="archived")) == 1


def test_deleting_a_store_hides_all_below_and_undo_brings_it_back(services: Services, people: tuple[int, int]) -> None:
    a, b = people
    name = services.content(a, 1)["result_image_path"]
    with services.writing() as session:
        assert stores.delete(session, a, 1)["deleted"] == {"projects": 1, "contents": 1, "jobs": 0}
    with services.reading() as session:
        for model in (Store, Project, Content):
            with pytest.raises(NotFound):
                owned.get_owned(session, model, 1, a)
        with pytest.raises(NotFound):
            contents.file_owner(session, name)
    with services.writing() as session:
        with pytest.raises(StoreNotFound):
            owned.restore(session, Store, 1, b)
        owned.restore(session, Store, 1, a)
        with pytest.raises(StoreNotFound):
            owned.restore(session, Store, 1, a)
    with services.reading() as session:
        assert owned.get_owned(session, Content, 1, a).id == 1
        assert contents.file_owner(session, name) == a


def test_undo_ends_after_30_days_and_the_sweep_removes_rows_and_files(services: Services,
                                                                     people: tuple[int, int]) -> None:
    a, _ = people
    path = services.files.path(services.content(a, 1)["result_image_path"])
    with services.writing() as session:
        contents.delete(session, a, 1, services.link(a))
        contents.expire(session)
        assert session.get(Content, 1) is not None and contents.sweep(session, services.files) == 0 and path.exists()
        session.get_one(Content, 1).deleted_at = now() - owned.UNDO - timedelta(seconds=1)
    with services.writing() as session:
        with pytest.raises(ContentNotFound):
            owned.restore(session, Content, 1, a)
        assert contents.expire(session) == 1
    assert path.exists(), "pictures go after their rows, never before"
    with services.reading() as session:
        assert session.scalars(select(ContentFile)).all() == []
    services.files.sweep(set(), older_than=-1)
    assert not path.exists()


def test_views_are_json_with_utc_times(services: Services, people: tuple[int, int]) -> None:
    view = services.content(people[0], 1)
    assert view["created_at"].endswith("Z") and view["image_url"].startswith("/images/ad_")
