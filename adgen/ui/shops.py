"""가게: the shops, their facts and their brand."""

from dataclasses import dataclass
from typing import Any, cast

import gradio as gr

from .. import projects, stores
from ..forms import ProjectCreate, StoreCreate, StoreUpdate, parse
from ..models import Store
from ..owned import get_owned, restore, stamp
from ..services import Services
from ..trades import TRADES
from .gate import QUIET, Caller, acting, esc, markup, record_id, sent_id, wire
from .labels import Labels
from .sheets import blank, button, counted, deleted
from .words import say

FIELDS = tuple(name for name in StoreUpdate.model_fields if name != "learned")
"""The form's keys, in the order of the request's fields; what was learned from edits is not typed."""
RAW: dict[str, Any] = {**QUIET, "preprocess": False}
LISTS = {"brand_colors": ",", "banned_words": ",", "samples": "\n"}
"""Fields that are lists, and what separates their entries where they are typed."""
TONES = ("friendly", "elegant", "playful", "plain", "emotional")
SWATCHES = ("#C2410C", "#B91C1C", "#DB2777", "#7C3AED", "#1D4ED8", "#0F766E", "#15803D", "#A16207", "#5B4636",
            "#1F2937")


@dataclass(frozen=True)
class ShopsTab:
    """What the wiring fills."""

    cards: gr.HTML


def build(services: Services, labels: Labels) -> ShopsTab:
    """The page's components and the events that stay inside it."""
    cards = markup("", "shop-cards")
    with gr.Row(elem_id="shop-form", elem_classes="sheet-form"):
        with gr.Column(elem_classes="kit-fields", scale=5, min_width=300):
            form = _form(labels)
            with gr.Column(elem_classes="foot"):
                save = labels.button("shop.save", variant="primary", elem_classes="big")
            number = gr.Textbox(elem_id="shop-number", elem_classes="unseen", show_label=False)
        with gr.Column(elem_classes="kit-sample", scale=4, min_width=200):
            markup('<div id="sample" aria-live="polite"></div>')
    shops = Shops(services)
    inputs = [form[name] for name in FIELDS]
    save.click(shops.save, [number, *inputs], cards, **RAW).success(
        None, None, None, js="() => { window.adgen.kept('shops'); }", **QUIET)
    wire("sample-shop").click(None, inputs, None, js="(...values) => { window.adgen.sample(values); }", **QUIET)
    cast(gr.Dropdown, form["trade"]).change(None, None, None, js="() => { window.adgen.sampled(); }", **QUIET)
    wire("see-shops").click(shops.cards, None, cards, **QUIET)
    wire("edit-shop").click(shops.edit, None, [number, *inputs], **QUIET).success(
        None, None, None, js="() => { window.adgen.edit('shops'); }", **QUIET)
    wire("drop-shop").click(shops.drop, None, cards, **QUIET).success(
        None, None, None, js="() => { window.adgen.dropped('stores'); }", **QUIET)
    wire("restore-shop").click(shops.restore, None, cards, **QUIET)
    return ShopsTab(cards)


def _form(labels: Labels) -> dict[str, gr.components.Component]:
    def trades(language: str) -> dict[str, Any]:
        return {"choices": [(getattr(row, language), row.key) for row in TRADES.values()]}

    form: dict[str, gr.components.Component] = {}
    form["brand_name"] = labels.textbox("brand_name", max_length=100)
    form["trade"] = labels.dropdown("trade", trades, value="general")
    markup('<div id="logo"></div>')
    form["brand_colors"] = labels.textbox("brand_colors")
    markup(_swatches(), "swatches")
    markup('<div id="moods"></div>')
    form["description"] = labels.textbox("description", lines=2, max_length=500)
    form["brand_tone"] = labels.textbox("brand_tone", max_length=200)
    markup(_tones(), "tones")
    form["samples"] = labels.textbox("samples", lines=3, max_lines=10, max_length=6000)
    markup(f'<p class="hint" data-w="samples.more">{say("samples.more")}</p><div id="learned"></div>')
    for name, most in (("phone", 30), ("address", 200), ("opening_hours", 100)):
        form[name] = labels.textbox(name, max_length=most)
    form["banned_words"] = labels.textbox("banned_words")
    for name in ("link_url", "logo_url"):
        form[name] = labels.textbox(name)
    for name in ("logo_id", "font"):
        form[name] = gr.Textbox(elem_id=f"field-kit_{name}", elem_classes="unseen", show_label=False)
    return form


def _tones() -> str:
    """Tones to tap; what they fill in is Korean, as the ads are."""
    chips = "".join(f'<button type="button" class="chip" data-tone="{say("tone." + name)}" data-w="tone.{name}">'
                    f'{say("tone." + name)}</button>' for name in TONES)
    return f'<div class="chips" role="group" aria-label="{say("brand_tone")}">{chips}</div>'


def _swatches() -> str:
    dots = "".join(f'<button type="button" class="dot" data-colour="{code}" aria-label="{code}" aria-pressed="false" '
                   f'style="background:{code}"></button>' for code in SWATCHES)
    return (f'<div class="dots">{dots}<label class="btn small pick"><span data-w="colour.add">다른 색 고르기</span>'
            f'<input type="color" value="#c2410c" data-colour-pick></label></div>')


class Shops:
    """The handlers of the page."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def cards(self, request: gr.Request) -> str:
        """All shops."""
        with acting(self.services, request) as who:
            return cards_html(self.services, who)

    def save(self, request: gr.Request, number: str | None, *values: Any) -> str:
        """Create a shop with a first campaign, as sign-up does, or change the one that is open."""
        with acting(self.services, request) as who:
            filled = _filled(dict(zip(FIELDS, values, strict=True)))
            with self.services.writing() as session:
                if number:
                    stores.update(session, who.user_id, record_id(number), parse(StoreUpdate, **filled))
                else:
                    shop = stores.create(session, who.user_id, parse(StoreCreate, **filled))
                    first = ProjectCreate(title=projects.FIRST_TITLE, store_id=shop.id)
                    projects.create(session, who.user_id, first)
            return cards_html(self.services, who)

    def edit(self, request: gr.Request, event: gr.EventData) -> list[Any]:
        """The form filled with one shop; with number 0, empty."""
        with acting(self.services, request) as who:
            number = sent_id(event)
            if not number:
                return ["", *("general" if name == "trade" else "" for name in FIELDS)]
            with self.services.reading() as session:
                shop = stores.view(get_owned(session, Store, number, who.user_id))
            texts = (_typed(name).join(shop[name]) if name in LISTS else str(shop[name] or "") for name in FIELDS)
            return [str(number), *texts]

    def drop(self, request: gr.Request, event: gr.EventData) -> str:
        """Delete a shop with all that is in it."""
        with acting(self.services, request) as who:
            with self.services.writing() as session:
                stores.delete(session, who.user_id, sent_id(event))
            return cards_html(self.services, who)

    def restore(self, request: gr.Request, event: gr.EventData) -> str:
        """Undo a deletion."""
        with acting(self.services, request) as who:
            with self.services.writing() as session:
                restore(session, Store, sent_id(event), who.user_id)
            return cards_html(self.services, who)


def _typed(name: str) -> str:
    """What stands between the entries of a list in its field."""
    return "\n" if LISTS[name] == "\n" else f"{LISTS[name]} "


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Typed text as the request's fields: lists are taken apart, an empty field is none."""
    lists = {name: [part.strip() for part in str(values[name] or "").split(mark) if part.strip()]
             for name, mark in LISTS.items()}
    name = values["brand_name"] or ""
    return {**{key: value or None for key, value in values.items()}, **lists, "brand_name": name}


def cards_html(services: Services, who: Caller) -> str:
    """The shops as cards, each with its way to change and to delete it."""
    language = who.language
    with services.reading() as session:
        rows = [(stores.view(row), stores.contained(session, who.user_id, row.id))
                for row in stores.listed(session, who.user_id)]
        gone = deleted([(row.id, row.brand_name, stamp(row.deleted_at))
                        for row in stores.listed(session, who.user_id, deleted=True)], "restore-shop", language)
    new = button(say("shop.new", language), "strong", call="edit-shop", id=0)
    if not rows:
        return blank(say("no.shops", language), say("no.project", language), new) + gone
    return '<div class="lines">' + "".join(_card(shop, held, language) for shop, held in rows) + f"</div>{new}{gone}"


def _card(shop: dict[str, Any], held: dict[str, int], language: str) -> str:
    trade = TRADES.get(shop["trade"], TRADES["general"])
    facts = " · ".join(esc(part) for part in (getattr(trade, language), shop["address"], shop["phone"]) if part)
    dots = "".join(f'<i class="dot" style="background:{esc(code)}"></i>' for code in shop["brand_colors"])
    sure = (say("delete.shop", language, name=shop["brand_name"], **held) + " " + say("delete.undo", language))
    return (f'<section class="line"><div><h3>{esc(shop["brand_name"])}</h3><p>{facts}</p>'
            f'<p>{counted(held["contents"], language)} {dots}</p></div><div class="line-do">'
            f'{button(say("edit", language), "small", call="edit-shop", id=shop["id"])}'
            f'{button(say("delete", language), "small quiet", call="drop-shop", id=shop["id"], sure=sure)}'
            f"</div></section>")
