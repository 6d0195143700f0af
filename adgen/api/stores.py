"""``/stores``."""

from typing import Any

from fastapi import APIRouter

from .. import editing, stores
from ..forms import Id, StoreCreate, StoreUpdate
from ..models import Store
from ..owned import get_owned, restore
from .identity import Serving, Who
from .routing import Deleted, Limit, Skip, collection

router = APIRouter(prefix="/stores", tags=["stores"])


@collection(router, "POST", 201)
def create_store(form: StoreCreate, who: Who, services: Serving) -> dict[str, Any]:
    """Make a store."""
    with services.writing() as session:
        return stores.view(stores.create(session, who.user_id, form))


@collection(router, "GET")
def list_stores(who: Who, services: Serving, skip: Skip = 0, limit: Limit = 100,
                deleted: Deleted = False) -> list[dict[str, Any]]:
    """Your stores, oldest first."""
    with services.reading() as session:
        return [stores.view(store) for store in stores.listed(session, who.user_id, skip, limit, deleted=deleted)]


@router.post("/sample")
def sample_store(form: StoreCreate, who: Who, services: Serving) -> dict[str, Any]:
    """A look of an ad as a store with these fields would have it, drawn now: nothing is stored. Shaped like one of
    `POST /candidates`."""
    return editing.sample(services, who.user_id, form)


@router.get("/{store_id}")
def get_store(store_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """A store; `contains` says what would go with it."""
    with services.reading() as session:
        store = get_owned(session, Store, store_id, who.user_id)
        return {**stores.view(store), "contains": stores.contained(session, who.user_id, store_id)}


@router.put("/{store_id}")
def update_store(store_id: Id, form: StoreUpdate, who: Who, services: Serving) -> dict[str, Any]:
    """Change the fields that are sent."""
    with services.writing() as session:
        return stores.view(stores.update(session, who.user_id, store_id, form))


@router.delete("/{store_id}")
def delete_store(store_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """Delete a store with all in it; `restore` brings it back for 30 days."""
    with services.writing() as session:
        return stores.delete(session, who.user_id, store_id)


@router.post("/{store_id}/restore")
def restore_store(store_id: Id, who: Who, services: Serving) -> dict[str, Any]:
    """Undo the deletion."""
    with services.writing() as session:
        return stores.view(restore(session, Store, store_id, who.user_id))
