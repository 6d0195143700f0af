"""Projects (campaigns): create, read, change, delete, and their view for programs."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from . import audit, jobs
from .forms import ProjectCreate, ProjectUpdate
from .models import Content, Project, Store
from .owned import get_owned, latest_first, mark_deleted, owned, stamp

FIRST_TITLE = "첫 캠페인"


def view(project: Project) -> dict[str, Any]:
    """The project as programs see it."""
    return {"id": project.id, "store_id": project.store_id, "title": project.title,
            "description": project.description, "status": project.status,
            "created_at": stamp(project.created_at), "updated_at": stamp(project.updated_at),
            "deleted_at": stamp(project.deleted_at)}


def create(session: Session, user_id: int, form: ProjectCreate) -> Project:
    """A new project; StoreNotFound unless the store is the user's."""
    get_owned(session, Store, form.store_id, user_id)
    project = Project(**form.model_dump())
    session.add(project)
    session.flush()
    return project


def listed(session: Session, user_id: int, skip: int = 0, limit: int = 100, status: str | None = None,
           active_only: bool = False, store_id: int | None = None, *, deleted: bool = False) -> list[Project]:
    """The user's projects, oldest first; ``active_only`` leaves the archived out.

    With ``deleted`` instead those that can still be restored, the last deleted first.
    """
    query = owned(Project, user_id, deleted)
    if status:
        query = query.where(Project.status == status)
    if active_only:
        query = query.where(Project.status != "archived")
    if store_id:
        query = query.where(Project.store_id == store_id)
    query = latest_first(query, Project, deleted, Project.id)
    return list(session.scalars(query.offset(skip).limit(limit)))


def update(session: Session, user_id: int, project_id: int, form: ProjectUpdate) -> Project:
    """Change the fields that were sent."""
    project = get_owned(session, Project, project_id, user_id)
    for name, value in form.model_dump(exclude_unset=True).items():
        if value is not None or name == "description":
            setattr(project, name, value)
    session.flush()
    return project


def delete(session: Session, user_id: int, project_id: int) -> dict[str, Any]:
    """Delete; the view says in ``deleted`` what went with it. Its jobs that have not ended are cancelled."""
    project = get_owned(session, Project, project_id, user_id)
    answer = {**view(project), "deleted": contained(session, user_id, project_id)}
    answer["deleted"]["jobs"] = jobs.cancel_all(session, user_id, [project_id])
    mark_deleted(project)
    audit.note(session, "deleted", user_id, subject=f"project {project.id}")
    return answer


def contained(session: Session, user_id: int, project_id: int) -> dict[str, int]:
    """How many ads the project shows: versions that an edit replaced are not counted."""
    contents = owned(Content, user_id).where(Content.project_id == project_id, Content.replaced_by_id.is_(None))
    return {"contents": session.scalar(select(func.count()).select_from(contents.subquery())) or 0}
