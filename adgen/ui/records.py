"""The programs' functions for the account, its stores and its projects."""

import gradio as gr

from .. import projects, stores
from ..accounts import view as account_view
from ..forms import ProjectCreate, ProjectUpdate, StoreCreate, StoreUpdate, parse
from ..models import Project, Store, User
from ..owned import get_owned
from ..services import Services
from .gate import acting, looking
from .replies import JsonList, JsonObject, answer, given, number, one_of, window


class RecordPrograms:
    """The account, its stores and its projects."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def me(self, request: gr.Request) -> JsonObject:
        """The signed-in account and its stores, as JSON."""
        with looking(self.services, request) as who, self.services.reading() as session:
            return answer(request, account_view(session, session.get_one(User, who.user_id)))

    def list_stores(self, request: gr.Request, skip: int = 0, limit: int = 100, deleted: bool = False) -> JsonList:
        """The account's stores, oldest first, as JSON.

        Args:
            skip: How many to leave out from the start.
            limit: How many to return at most (1 to 100).
            deleted: Those that can still be restored, instead of those there are.
        """
        with looking(self.services, request) as who, self.services.reading() as session:
            rows = stores.listed(session, who.user_id, *window(skip, limit), deleted=bool(deleted))
            return answer(request, [stores.view(row) for row in rows])

    def get_store(self, request: gr.Request, store_id: int) -> JsonObject:
        """One store, as JSON.

        Args:
            store_id: The store's id.
        """
        with looking(self.services, request) as who, self.services.reading() as session:
            return answer(request, stores.view(get_owned(session, Store, number(store_id), who.user_id)))

    def create_store(self, request: gr.Request, brand_name: str, trade: str = "general",
                     brand_tone: str | None = None, description: str | None = None, phone: str | None = None,
                     address: str | None = None, opening_hours: str | None = None, link_url: str | None = None,
                     logo_url: str | None = None, brand_colors: list[str] | None = None,
                     banned_words: list[str] | None = None, logo_id: int | None = None,
                     font: str | None = None, samples: list[str] | None = None) -> JsonObject:
        """Make a store. Its facts are the only ones an ad may state. Returns the store, as JSON.

        Args:
            brand_name: The shop's name (1 to 100 characters).
            trade: One of cafe, restaurant, chicken, bakery, hair, flower, gym, clothing, general.
            brand_tone: Tone of voice of the ads (up to 200 characters).
            description: What the shop is about (up to 500 characters).
            phone: Phone number, printed as written.
            address: Address, printed as written.
            opening_hours: Opening hours, printed as written.
            link_url: Address of the shop's page, beginning with https://.
            logo_url: Address of the logo, beginning with https://.
            brand_colors: Up to five colours as #RRGGBB.
            banned_words: Words that no ad may use.
            logo_id: One of the account's photos as the logo.
            font: Lettering of the ads: sans, shout, round, retro, serif, hand or chunky.
            samples: Up to 20 sentences in the owner's own voice; the ads' words follow their manner, not their facts.
        """
        fields = given(brand_name=brand_name, trade=trade, brand_tone=brand_tone, description=description, phone=phone,
                       address=address, opening_hours=opening_hours, link_url=link_url, logo_url=logo_url,
                       brand_colors=brand_colors, banned_words=banned_words,
                       logo_id=logo_id, font=font, samples=samples)
        with acting(self.services, request) as who, self.services.writing() as session:
            return answer(request, stores.view(stores.create(session, who.user_id, parse(StoreCreate, **fields))))

    def update_store(self, request: gr.Request, store_id: int, brand_name: str | None = None,
                     trade: str | None = None, brand_tone: str | None = None, description: str | None = None,
                     phone: str | None = None, address: str | None = None, opening_hours: str | None = None,
                     link_url: str | None = None, logo_url: str | None = None, brand_colors: list[str] | None = None,
                     banned_words: list[str] | None = None, logo_id: int | None = None,
                     font: str | None = None, samples: list[str] | None = None,
                     learned: list[str] | None = None) -> JsonObject:
        """Change a store; what is not given stays as it is. Returns the store, as JSON.

        Args:
            store_id: The store's id.
            brand_name: The shop's name (1 to 100 characters).
            trade: One of cafe, restaurant, chicken, bakery, hair, flower, gym, clothing, general.
            brand_tone: Tone of voice of the ads (up to 200 characters).
            description: What the shop is about (up to 500 characters).
            phone: Phone number, printed as written.
            address: Address, printed as written.
            opening_hours: Opening hours, printed as written.
            link_url: Address of the shop's page, beginning with https://.
            logo_url: Address of the logo, beginning with https://.
            brand_colors: Up to five colours as #RRGGBB.
            banned_words: Words that no ad may use.
            logo_id: One of the account's photos as the logo.
            font: Lettering of the ads: sans, shout, round, retro, serif, hand or chunky.
            samples: Up to 20 sentences in the owner's own voice; the ads' words follow their manner, not their facts.
            learned: What was learned from the owner's edits; an empty list forgets it.
        """
        fields = given(brand_name=brand_name, trade=trade, brand_tone=brand_tone, description=description, phone=phone,
                       address=address, opening_hours=opening_hours, link_url=link_url, logo_url=logo_url,
                       brand_colors=brand_colors, banned_words=banned_words,
                       logo_id=logo_id, font=font, samples=samples, learned=learned)
        with acting(self.services, request) as who, self.services.writing() as session:
            row = stores.update(session, who.user_id, number(store_id), parse(StoreUpdate, **fields))
            return answer(request, stores.view(row))

    def delete_store(self, request: gr.Request, store_id: int) -> JsonObject:
        """Delete a store with its projects and ads. Returns the store; `deleted` counts what went with it. As JSON.

        Args:
            store_id: The store's id.
        """
        with acting(self.services, request) as who, self.services.writing() as session:
            return answer(request, stores.delete(session, who.user_id, number(store_id)))

    def list_projects(self, request: gr.Request, skip: int = 0, limit: int = 100, status: str | None = None,
                      active_only: bool = False, deleted: bool = False) -> JsonList:
        """The account's projects (campaigns), oldest first, as JSON.

        Args:
            skip: How many to leave out from the start.
            limit: How many to return at most (1 to 100).
            status: Only those with this status: draft, completed or archived.
            active_only: Leave archived ones out.
            deleted: Those that can still be restored, instead of those there are.
        """
        with looking(self.services, request) as who, self.services.reading() as session:
            rows = projects.listed(session, who.user_id, *window(skip, limit),
                                   one_of(status, ("draft", "completed", "archived")), active_only,
                                   deleted=bool(deleted))
            return answer(request, [projects.view(row) for row in rows])

    def get_project(self, request: gr.Request, project_id: int) -> JsonObject:
        """One project, as JSON.

        Args:
            project_id: The project's id.
        """
        with looking(self.services, request) as who, self.services.reading() as session:
            return answer(request, projects.view(get_owned(session, Project, number(project_id), who.user_id)))

    def create_project(self, request: gr.Request, store_id: int, title: str, description: str | None = None,
                       status: str = "draft") -> JsonObject:
        """Make a project (campaign) of a store. Returns the project, as JSON.

        Args:
            store_id: The store's id.
            title: The project's name (1 to 200 characters).
            description: A note (up to 1000 characters).
            status: draft, completed or archived.
        """
        form = given(store_id=store_id, title=title, description=description, status=status)
        with acting(self.services, request) as who, self.services.writing() as session:
            row = projects.create(session, who.user_id, parse(ProjectCreate, **form))
            return answer(request, projects.view(row))

    def update_project(self, request: gr.Request, project_id: int, title: str | None = None,
                       description: str | None = None, status: str | None = None) -> JsonObject:
        """Change a project; what is not given stays as it is. Returns the project, as JSON.

        Args:
            project_id: The project's id.
            title: The project's name (1 to 200 characters).
            description: A note (up to 1000 characters).
            status: draft, completed or archived.
        """
        fields = given(title=title, description=description, status=status)
        with acting(self.services, request) as who, self.services.writing() as session:
            row = projects.update(session, who.user_id, number(project_id), parse(ProjectUpdate, **fields))
            return answer(request, projects.view(row))

    def delete_project(self, request: gr.Request, project_id: int) -> JsonObject:
        """Delete a project with its ads. Returns the project; `deleted` counts what went with it. As JSON.

        Args:
            project_id: The project's id.
        """
        with acting(self.services, request) as who, self.services.writing() as session:
            return answer(request, projects.delete(session, who.user_id, number(project_id)))
