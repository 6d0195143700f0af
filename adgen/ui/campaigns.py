"""캠페인: what a shop's ads are kept under (a project, to programs)."""

from dataclasses import dataclass
from typing import Any, get_args

import gradio as gr

from .. import contents, projects, stores
from ..forms import ProjectCreate, ProjectStatus, ProjectUpdate, parse
from ..models import Project
from ..owned import get_owned, restore, stamp
from ..services import Services
from .gate import QUIET, Caller, acting, esc, markup, record_id, sent_id, wire
from .labels import Labels
from .sheets import blank, button, counted, deleted
from .words import say

FIELDS = tuple(ProjectCreate.model_fields)
"""The form's keys, in the order of the request's fields."""
RAW: dict[str, Any] = {**QUIET, "preprocess": False}


@dataclass(frozen=True)
class CampaignsTab:
    """What the wiring fills."""

    cards: gr.HTML


def build(services: Services, labels: Labels) -> CampaignsTab:
    """The page's components and the events that stay inside it."""
    cards = markup("", "campaign-cards")
    with gr.Column(elem_id="campaign-form", elem_classes="sheet-form"):
        form = _form(labels)
        save = labels.button("campaign.save", variant="primary", elem_classes="big")
        number = gr.Textbox(elem_id="campaign-number", elem_classes="unseen", show_label=False)
    campaigns = Campaigns(services)
    inputs = [form[name] for name in FIELDS]
    save.click(campaigns.save, [number, *inputs], cards, **RAW).success(
        None, None, None, js="() => { window.adgen.kept('campaigns'); }", **QUIET)
    wire("see-campaigns").click(campaigns.cards, None, cards, **QUIET)
    wire("edit-campaign").click(campaigns.edit, None, [number, *inputs], **QUIET).success(
        None, None, None, js="() => { window.adgen.edit('campaigns'); }", **QUIET)
    wire("drop-campaign").click(campaigns.drop, None, cards, **QUIET).success(
        None, None, None, js="() => { window.adgen.dropped('projects'); }", **QUIET)
    wire("restore-campaign").click(campaigns.restore, None, cards, **QUIET)
    return CampaignsTab(cards)


def _form(labels: Labels) -> dict[str, gr.components.Component]:
    def states(language: str) -> dict[str, Any]:
        return {"choices": [(say(f"status.{state}", language), state) for state in get_args(ProjectStatus)]}

    form: dict[str, gr.components.Component] = {}
    form["title"] = labels.textbox("title", max_length=200)
    form["description"] = labels.textbox("campaign-description", "campaign.description", lines=2, max_length=1000)
    form["status"] = labels.radio("status", states, value="draft")
    form["store_id"] = labels.dropdown("store_id")
    return form


class Campaigns:
    """The handlers of the page."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def cards(self, request: gr.Request) -> str:
        """All campaigns."""
        with acting(self.services, request) as who:
            return cards_html(self.services, who)

    def save(self, request: gr.Request, number: str | None, *values: Any) -> str:
        """Create a campaign, or change the one that is open."""
        with acting(self.services, request) as who:
            filled = {key: value for key, value in zip(FIELDS, values, strict=True) if value is not None}
            with self.services.writing() as session:
                if number:
                    projects.update(session, who.user_id, record_id(number), parse(ProjectUpdate, **filled))
                else:
                    projects.create(session, who.user_id, parse(ProjectCreate, **filled))
            return cards_html(self.services, who)

    def edit(self, request: gr.Request, event: gr.EventData) -> list[Any]:
        """The form filled with one campaign; with number 0, empty. A campaign stays with its shop."""
        with acting(self.services, request) as who:
            number = sent_id(event)
            with self.services.reading() as session:
                shops = [(row.brand_name, row.id) for row in stores.listed(session, who.user_id)]
                first = shops[0][1] if shops else None
                if not number:
                    return ["", "", "", "draft", gr.update(choices=shops, value=first, interactive=True)]
                row = get_owned(session, Project, number, who.user_id)
                return [str(number), row.title, row.description or "", row.status,
                        gr.update(choices=shops, value=row.store_id, interactive=False)]

    def drop(self, request: gr.Request, event: gr.EventData) -> str:
        """Delete a campaign with its ads."""
        with acting(self.services, request) as who:
            with self.services.writing() as session:
                projects.delete(session, who.user_id, sent_id(event))
            return cards_html(self.services, who)

    def restore(self, request: gr.Request, event: gr.EventData) -> str:
        """Undo a deletion."""
        with acting(self.services, request) as who:
            with self.services.writing() as session:
                restore(session, Project, sent_id(event), who.user_id)
            return cards_html(self.services, who)


def cards_html(services: Services, who: Caller) -> str:
    """The campaigns as cards, with the number of their ads."""
    language = who.language
    with services.reading() as session:
        shops = {row.id: row.brand_name for row in stores.listed(session, who.user_id)}
        rows = [(projects.view(row), len(contents.listed(session, who.user_id, row.id, limit=1000)))
                for row in projects.listed(session, who.user_id, limit=500)]
        gone = deleted([(row.id, row.title, stamp(row.deleted_at))
                        for row in projects.listed(session, who.user_id, limit=500, deleted=True)],
                       "restore-campaign", language)
    if not shops:
        return blank(say("no.shops", language), say("no.project", language),
                     button(say("to.shops", language), "primary", go="shops")) + gone
    new = button(say("campaign.new", language), "strong", call="edit-campaign", id=0)
    if not rows:
        return blank(say("no.campaigns", language), say("no.project", language), new) + gone
    return ('<div class="lines">' + "".join(_card(row, shops.get(row["store_id"], ""), count, language)
                                           for row, count in rows) + f"</div>{new}{gone}")


def _card(row: dict[str, Any], shop: str, count: int, language: str) -> str:
    sure = say("delete.campaign", language, name=row["title"], contents=count) + " " + say("delete.undo", language)
    archive = button(say("zip", language), "small", do="zip", kind="projects", id=row["id"]) if count else ""
    return (f'<section class="line"><div><h3>{esc(row["title"])} '
            f'<span class="tag {esc(row["status"])}">{say("status." + row["status"], language)}</span></h3>'
            f'<p>{esc(shop)} · {counted(count, language)}</p><p>{esc(row["description"])}</p></div>'
            f'<div class="line-do">{button(say("see.ads", language), "small", ads_of=row["id"])}{archive}'
            f'{button(say("edit", language), "small", call="edit-campaign", id=row["id"])}'
            f'{button(say("delete", language), "small quiet", call="drop-campaign", id=row["id"], sure=sure)}'
            f"</div></section>")
