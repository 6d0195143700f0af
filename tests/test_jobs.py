"""The durable queue: leases, fences, fair turns."""

import time

import pytest
from sqlalchemy import select, update

from adgen import accounts, jobs, leases, projects, stores
from adgen.errors import IdempotencyConflict, JobFinished, JobNotFound, TooManyJobs
from adgen.forms import ProjectCreate, Register, StoreCreate
from adgen.leases import Claim, LeaseLost
from adgen.models import Content, Job, WorkerRow
from adgen.services import Services

from .conftest import HASHED, PASSWORD

pytestmark = pytest.mark.db

LEASE = 60.0


@pytest.fixture
def users(services: Services) -> dict[int, int]:
    """Two users; user id → project id."""
    found = {}
    with services.writing() as session:
        for name in ("a", "b"):
            user = accounts.register(session, Register(email=f"{name}@example.com", password=PASSWORD), HASHED)
            store = stores.create(session, user.id, StoreCreate(brand_name="가게"))
            found[user.id] = projects.create(session, user.id, ProjectCreate(title="c", store_id=store.id)).id
    return found


def put(services: Services, user: int, project: int, text: str = "광고", key: str | None = None,
        bound: int = 50) -> str:
    with services.writing() as session:
        return jobs.enqueue(session, user, {"project_id": project, "ad_description": text}, key, bound).id


def take(services: Services, owner: str = "w1", lease: float = LEASE, attempts: int = 3) -> Claim | None:
    with services.writing() as session:
        return leases.claim(session, owner, leases.Terms(lease, attempts))


def state(services: Services, job_id: str) -> Job:
    with services.reading() as session:
        job = session.scalars(select(Job).where(Job.id == job_id)).one()
        session.expunge(job)
        return job


def silence(services: Services, claim: Claim) -> None:
    """The worker's lease ran out."""
    with services.writing() as session:
        session.execute(update(Job).where(Job.id == claim.job_id).values(lease_until=0.0))


def content(claim: Claim) -> Content:
    return Content(project_id=claim.project_id, user_prompt="광고", job_id=claim.job_id, is_success=True)


def test_done(services: Services, users: dict[int, int]) -> None:
    user, project = next(iter(users.items()))
    job_id = put(services, user, project)
    claim = take(services)
    assert claim is not None and claim.job_id == job_id and take(services) is None
    with services.writing() as session:
        assert not leases.report(session, claim, {"stage": "drawing", "progress": 0.5})
        leases.finish(session, claim, content(claim), 1.5)
    job = state(services, job_id)
    assert (job.state, job.progress, job.owner) == ("done", 1.0, None) and job.content_id is not None


def test_users_take_turns_whoever_came_first(services: Services, users: dict[int, int]) -> None:
    (a, pa), (b, pb) = users.items()
    for _ in range(4):
        put(services, a, pa)
    late = [put(services, b, pb), put(services, b, pb)]
    with services.reading() as session:
        places = [jobs.position(session, session.get_one(Job, job_id)) for job_id in late]
    assert places == [2, 4]
    served = []
    while (claim := take(services)) is not None:
        served.append(claim.user_id)
        with services.writing() as session:
            leases.end_cancelled(session, claim)
    assert served == [a, b, a, b, a, a]


def test_silent_workers_job_is_taken_over_and_the_zombie_is_fenced_out(services: Services,
                                                                      users: dict[int, int]) -> None:
    job_id = put(services, *next(iter(users.items())))
    first = take(services, "zombie")
    assert first is not None
    silence(services, first)
    second = take(services, "heir")
    assert second is not None and (second.job_id, second.attempt) == (job_id, 2)
    for act in (lambda s: leases.report(s, first, {"progress": 0.1}), lambda s: leases.heartbeat(s, first, LEASE),
                lambda s: leases.finish(s, first, content(first), 1.0), lambda s: leases.release(s, first)):
        with pytest.raises(LeaseLost), services.writing() as session:
            act(session)
    with services.reading() as session:
        assert session.scalars(select(Content)).all() == []
    with services.writing() as session:
        leases.finish(session, second, content(second), 1.0)
    assert state(services, job_id).state == "done"


def test_heartbeat_keeps_the_job(services: Services, users: dict[int, int]) -> None:
    put(services, *next(iter(users.items())))
    claim = take(services, lease=0.2)
    assert claim is not None
    with services.writing() as session:
        leases.heartbeat(session, claim, LEASE)
    time.sleep(0.3)
    assert take(services, "other") is None


def test_poison_job_ends_after_its_attempts_with_a_content_that_says_why(services: Services,
                                                                        users: dict[int, int]) -> None:
    job_id = put(services, *next(iter(users.items())))
    for _ in range(3):
        claim = take(services)
        assert claim is not None
        silence(services, claim)
    assert take(services) is None
    job = state(services, job_id)
    assert (job.state, job.error_code, job.attempts) == ("failed", "worker_lost", 3)
    with services.reading() as session:
        kept = session.get_one(Content, job.content_id)
        assert not kept.is_success and kept.error_message == job.error_message


def test_release_does_not_count_as_a_try_and_requeue_does(services: Services, users: dict[int, int]) -> None:
    job_id = put(services, *next(iter(users.items())))
    for act, expected in ((leases.release, 0), (leases.requeue, 1), (leases.requeue, 2), (leases.requeue, 3)):
        claim = take(services)
        assert claim is not None
        with services.writing() as session:
            act(session, claim)
        assert (state(services, job_id).state, state(services, job_id).attempts) == ("queued", expected)
    assert take(services) is None
    assert state(services, job_id).state == "failed"


def test_cancel_queued_running_and_ended(services: Services, users: dict[int, int]) -> None:
    (a, pa), (b, _) = users.items()
    queued, job_id = put(services, a, pa), None
    with services.writing() as session:
        with pytest.raises(JobNotFound):
            jobs.cancel(session, b, queued)
        assert jobs.cancel(session, a, queued).state == "cancelled"
        with pytest.raises(JobFinished):
            jobs.cancel(session, a, queued)
    job_id = put(services, a, pa)
    claim = take(services)
    assert claim is not None
    with services.writing() as session:
        assert jobs.cancel(session, a, job_id).state == "running"
    with services.writing() as session:
        assert leases.report(session, claim, {"progress": 0.2})
        leases.end_cancelled(session, claim)
    assert state(services, job_id).state == "cancelled"


def test_a_cancelled_job_of_a_silent_worker_is_cancelled_not_repeated(services: Services,
                                                                     users: dict[int, int]) -> None:
    a, pa = next(iter(users.items()))
    job_id = put(services, a, pa)
    claim = take(services)
    assert claim is not None
    with services.writing() as session:
        jobs.cancel(session, a, job_id)
    silence(services, claim)
    assert take(services) is None
    assert state(services, job_id).state == "cancelled"


def test_idempotency_key(services: Services, users: dict[int, int]) -> None:
    (a, pa), (b, pb) = users.items()
    first = put(services, a, pa, key="k")
    assert put(services, a, pa, key="k") == first
    assert put(services, b, pb, key="k") != first
    with pytest.raises(IdempotencyConflict):
        put(services, a, pa, text="다른 광고", key="k")


def test_bound_on_waiting_jobs(services: Services, users: dict[int, int]) -> None:
    (a, pa), (b, pb) = users.items()
    put(services, a, pa, bound=2)
    put(services, a, pa, bound=2)
    with pytest.raises(TooManyJobs, match="2"):
        put(services, a, pa, bound=2)
    put(services, b, pb, bound=2)


def test_expected_seconds_come_from_the_last_jobs(services: Services, users: dict[int, int]) -> None:
    a, pa = next(iter(users.items()))
    first = put(services, a, pa)
    with services.reading() as session:
        assert jobs.view(session, session.get_one(Job, first))["eta_seconds"] is None
    claim = take(services)
    assert claim is not None
    with services.writing() as session:
        leases.finish(session, claim, content(claim), 4.0)
    ids = [put(services, a, pa) for _ in range(2)]
    with services.reading() as session:
        assert [jobs.view(session, session.get_one(Job, i))["eta_seconds"] for i in ids] == [4.0, 8.0]


def test_workers_are_known_while_they_are_heard(services: Services) -> None:
    with services.writing() as session:
        jobs.announce(session, WorkerRow(name="w", engine="illustration", state="ready"))
    assert [row.engine for row in services.workers()] == ["illustration"]
    with services.writing() as session:
        session.execute(update(WorkerRow).values(seen_at=WorkerRow.seen_at - 31))
    assert services.workers() == []
