"""What the collections share: their paths, and how a list is cut."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Header, Query

Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])
Skip = Annotated[int, Query(ge=0, le=2**31, description="how many to pass over")]
Limit = Annotated[int, Query(ge=1, le=500, description="how many at most")]
Deleted = Annotated[bool, Query(description="those that can still be restored, instead of those there are")]
Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=100,
                                   description="the same key gives the same job")]


def collection(router: APIRouter, method: str, status: int = 200) -> Callable[[Endpoint], Endpoint]:
    """A route on the router's own path, with and without the trailing slash: old clients follow no redirect."""
    def register(endpoint: Endpoint) -> Endpoint:
        for path in ("", "/"):
            router.add_api_route(path, endpoint, methods=[method], status_code=status, include_in_schema=not path)
        return endpoint

    return register
