"""``/jobs``: ads that are being made."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path

from .. import jobs
from ..forms import AdRequest
from .identity import Serving, Who
from .routing import Key, Limit, Skip, collection

router = APIRouter(prefix="/jobs", tags=["jobs"])
State = Literal["queued", "running", "done", "failed", "cancelled"]
JobId = Annotated[str, Path(max_length=64)]


@collection(router, "POST", 202)
def submit_job(form: AdRequest, who: Who, services: Serving, key: Key = None) -> dict[str, Any]:
    """Ask for an ad made with generative AI, and come back for it: `state` tells when it is done."""
    return services.job(who.user_id, services.submit(who.user_id, form, key))


@collection(router, "GET")
def list_jobs(who: Who, services: Serving, state: State | None = None, skip: Skip = 0,
              limit: Limit = 100) -> list[dict[str, Any]]:
    """Your jobs, newest first."""
    with services.reading() as session:
        return [jobs.view(session, job) for job in jobs.listed(session, who.user_id, state, skip, limit)]


@router.get("/{job_id}")
def get_job(job_id: JobId, who: Who, services: Serving) -> dict[str, Any]:
    """A job: its place in the queue, its progress, and `content_id` when it is done."""
    return services.job(who.user_id, job_id)


@router.delete("/{job_id}")
def cancel_job(job_id: JobId, who: Who, services: Serving) -> dict[str, Any]:
    """Cancel: a waiting job at once, a running one within a step."""
    return services.cancel(who.user_id, job_id)
