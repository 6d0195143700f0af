"""내 광고: the contact sheet, one ad in full, deletion with undo."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from .. import contents, projects
from ..models import Content
from ..owned import restore, stamp
from ..services import Services
from .create import drawn
from .gate import QUIET, Caller, acting, markup, sent_id, wire
from .sheets import contact_sheet, deleted

SHOWN = 200
"""Ads on the sheet, newest first; pictures load as they come into sight."""


@dataclass(frozen=True)
class GalleryTab:
    """What the wiring fills."""

    sheet: gr.HTML


def build(services: Services) -> GalleryTab:
    """The page's components and the events that stay inside it."""
    markup('<div id="running" aria-live="polite"></div>')
    sheet = markup("", "sheet")
    detail = markup("", "detail")
    ads = Ads(services)
    wire("see-ads").click(ads.sheet, None, sheet, **QUIET)
    opened = wire("open-ad").click(ads.open, None, detail, **QUIET)
    opened.success(None, None, None, js="() => { window.adgen.opened(); }", **QUIET)
    opened.failure(None, None, None, js="() => { window.adgen.missing(); }", **QUIET)
    wire("drop-ad").click(ads.drop, None, sheet, **QUIET).success(
        None, None, None, js="() => { window.adgen.dropped('contents'); }", **QUIET)
    wire("restore-ad").click(ads.restore, None, sheet, **QUIET)
    return GalleryTab(sheet)


class Ads:
    """The handlers of the page."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def sheet(self, request: gr.Request) -> str:
        """The contact sheet."""
        with acting(self.services, request) as who:
            return sheet_html(self.services, who)

    def open(self, request: gr.Request, event: gr.EventData) -> str:
        """One ad in full."""
        with acting(self.services, request) as who:
            return drawn(self.services, who, sent_id(event))

    def drop(self, request: gr.Request, event: gr.EventData) -> str:
        """Delete an ad; the sheet without it."""
        with acting(self.services, request) as who:
            with self.services.writing() as session:
                contents.delete(session, who.user_id, sent_id(event), self.services.link(who.user_id))
            return sheet_html(self.services, who)

    def restore(self, request: gr.Request, event: gr.EventData) -> str:
        """Undo a deletion; the sheet with the ad."""
        with acting(self.services, request) as who:
            with self.services.writing() as session:
                restore(session, Content, sent_id(event), who.user_id)
            return sheet_html(self.services, who)


def sheet_html(services: Services, who: Caller) -> str:
    """The newest ads of the caller."""
    with services.reading() as session:
        link = services.link(who.user_id)
        ads: list[dict[str, Any]] = [contents.view(row, link)
                                     for row in contents.listed(session, who.user_id, limit=SHOWN)]
        campaigns = {row.id: row.title for row in projects.listed(session, who.user_id, limit=500)}
        gone = [(row.id, str(row.copy_json.get("headline") or row.user_prompt), stamp(row.deleted_at))
                for row in contents.listed(session, who.user_id, limit=SHOWN, deleted=True)]
    return contact_sheet(ads, campaigns, who.language) + deleted(gone, "restore-ad", who.language)
