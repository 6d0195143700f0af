"""``/projects``: a store's campaigns."""

from typing import Any

from fastapi import APIRouter

from .. import contents, projects
from ..forms import Id, ProjectCreate, ProjectStatus, ProjectUpdate
from ..models import Project
from ..owned import get_owned, restore
from .identity import Serving, Who
from .routing import Deleted, Limit, Skip, collection

router = APIRouter(prefix="/projects", tags=["projects"])


@collection(router, "POST")
def create_project(form: ProjectCreate, who: Who, services: Serving) -> dict[str, Any]:
    """Make a project of one of your stores."""
    with services.writing() as session:
        return projects.view(projects.create(session, who.user_id, form))


@collection(router, "GET")
def list_projects(who: Who, services: Serving, skip: Skip = 0, limit: Limit = 100,
                  status: ProjectStatus | None = None, active_only: bool = False,
                  store_id: Id | None = None, deleted: Deleted = False) -> list[dict[str, Any]]:
    """Your projects, oldest first; `active_only` leaves the archived out."""
    with services.reading() as session:
        rows = projects.listed(session, who.user_id, skip, limit, status, active_only, store_id, deleted=deleted)
        return [projects.view(project) for project in rows]


@router.get("/{project_id}")
def get_project(project_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """A project; `contains` says what would go with it."""
    with services.reading() as session:
        project = get_owned(session, Project, project_id, who.user_id)
        return {**projects.view(project), "contains": projects.contained(session, who.user_id, project_id)}


@router.put("/{project_id}")
def update_project(project_id: Id, form: ProjectUpdate, who: Who, services: Serving) -> dict[str, Any]:
    """Change the fields that are sent."""
    with services.writing() as session:
        return projects.view(projects.update(session, who.user_id, project_id, form))


@router.patch("/{project_id}/status")
def set_status(project_id: Id, status: ProjectStatus, who: Who, services: Serving) -> dict[str, Any]:
    """Change the status alone."""
    with services.writing() as session:
        return projects.view(projects.update(session, who.user_id, project_id, ProjectUpdate(status=status)))


@router.delete("/{project_id}")
def delete_project(project_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """Delete a project with its ads; `restore` brings it back for 30 days."""
    with services.writing() as session:
        return projects.delete(session, who.user_id, project_id)


@router.post("/{project_id}/restore")
def restore_project(project_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """Undo the deletion."""
    with services.writing() as session:
        return projects.view(restore(session, Project, project_id, who.user_id))


@router.get("/{project_id}/contents")
def project_contents(project_id: Id, who: Who, services: Serving, skip: Skip = 0,
                     limit: Limit = 100) -> list[dict[str, Any]]:
    """The project's ads, newest first."""
    link = services.link(who.user_id)
    with services.reading() as session:
        return [contents.view(row, link) for row in contents.listed(session, who.user_id, project_id, skip, limit)]
