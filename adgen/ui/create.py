"""광고 만들기: the form, and the ad that comes out. Progress between the two is drawn by the script from REST."""

import json
from dataclasses import dataclass
from typing import Any

import gradio as gr

from .. import contents, projects, stores
from ..errors import InvalidInput
from ..forms import AdRequest, parse
from ..models import Project
from ..owned import get_owned
from ..services import Services
from ..trades import TRADES
from .gate import QUIET, Caller, acting, esc, markup, sent, sent_id, wire
from .labels import Labels
from .sheets import ad_sheet
from .words import say

OLD_KNOBS = ("negative_prompt", "cfg", "sampler_name", "scheduler")
FIELDS = tuple(name for name in AdRequest.model_fields
               if name not in (*OLD_KNOBS, "parent_id", "vary", "vary_content_id"))
"""The form's keys, in the order of the request's fields."""
TYPED = ("project_id", "ad_description", "price", "original_price", "period", "image_prompt", "text_in_image",
         "ground", "seed", "steps", "width", "height")
"""Fields that the owner sees as fields. The others are chosen by pictures and chips: the script fills them in."""
OCCASIONS: tuple[tuple[str, str, str], ...] = (
    ("신메뉴", "New on the menu", "새 메뉴가 나왔어요."), ("할인", "Discount", "이번 주말까지 20% 할인해요."),
    ("이벤트", "Event", "이번 주말 감사 이벤트를 열어요."), ("휴무 안내", "Closed", "이번 주 일요일은 쉬어요."),
    ("구인", "Hiring", "함께 일할 분을 찾아요."), ("개업", "Opening", "새로 문을 열었어요. 구경 오세요."),
)
"""(Korean, English, the line it fills in): ads are in Korean, whatever the page's language."""
LOOKS = "(...values) => { window.adgen.looks(values); }"
SENT = "(...values) => window.adgen.sent(values)"
REUSED = "(...values) => { window.adgen.reused(values); }"
FOLLOW = "id => { window.adgen.follow(id); }"
RAW: dict[str, Any] = {**QUIET, "preprocess": False}
"""``parse`` checks what was typed; Gradio's own checks would speak English and forget choices on a restart."""

AT_WORK: dict[str, Any] = {**RAW, "queue": True, "concurrency_limit": 16, "trigger_mode": "multiple"}
"""On ZeroGPU. Queued: only with queued events the page sends what names its visitor to ZeroGPU. At most 16 at once:
each holds one of Gradio's forty threads; a job that waits longer is taken by the worker."""


@dataclass(frozen=True)
class CreateTab:
    """What the wiring fills: the choice of the campaign, and the chips."""

    campaign: gr.Dropdown
    chips: gr.HTML


def build(services: Services, labels: Labels) -> CreateTab:
    """The page's components and the events that stay inside it."""
    markup('<nav id="steps"></nav>')
    with gr.Row(elem_classes="create"):
        with gr.Column(elem_id="ask", scale=5, min_width=300):
            form, campaign, chips = _form(labels)
            with gr.Column(elem_classes="foot"):
                make = labels.button("make", variant="primary", elem_classes="big")
        with gr.Column(elem_id="answer", scale=6, min_width=300):
            with gr.Column(elem_id="choose"):
                markup('<div id="looks" aria-live="polite"></div><div id="places"></div>')
                with gr.Column(elem_classes="foot"):
                    finish = labels.button("finish", variant="primary", elem_classes="big")
            markup('<div id="work" aria-live="polite"></div>')
            result = markup("", "result")
    job = gr.Textbox(elem_id="job", elem_classes="unseen", show_label=False)
    making = Making(services)
    inputs = [form[name] for name in FIELDS]
    make.click(None, inputs, None, js=LOOKS, **QUIET)
    for listener in (finish.click(making.submit, inputs, job, js=SENT, **RAW),
                     wire("again").click(making.again, None, job, **RAW),
                     wire("vary").click(making.vary, None, job, **RAW),
                     wire("repaint").click(making.repaint, None, job, **RAW)):
        listener.success(None, job, None, js=FOLLOW, **QUIET)
        if services.doorbell.here is not None:
            listener.success(making.work, job, None, **AT_WORK)
    campaign.change(making.chips, campaign, chips, **RAW)
    wire("show").click(making.show, None, result, **QUIET)
    wire("reuse").click(making.reuse, None, inputs, **QUIET).success(None, inputs, None, js=REUSED, **QUIET)
    return CreateTab(campaign, chips)


def _form(labels: Labels) -> tuple[dict[str, gr.components.Component], gr.Dropdown, gr.HTML]:
    form: dict[str, gr.components.Component] = {}
    markup('<div class="asking-row"><h2 class="asking" data-w="create.ask">무엇을 알릴까요?</h2>'
           '<button type="button" class="btn small quiet" data-do="clear" data-w="clear">새로 쓰기</button></div>')
    form["ad_description"] = labels.textbox("ad_description", lines=3, max_lines=8, max_length=1000)
    chips = markup("", "chips")
    with gr.Row(elem_classes="thirds"):
        for name in ("price", "original_price", "period"):
            form[name] = labels.textbox(name, max_lines=1, min_width=96, scale=1)
    markup('<div id="extras"></div>')
    form["project_id"] = campaign = labels.dropdown("project_id")
    with labels.fold("more"):
        with gr.Row(elem_classes="both"):
            form["image_prompt"] = labels.textbox("image_prompt", lines=4, max_length=1000, min_width=220)
            markup('<div id="english"></div>')
        form["text_in_image"] = labels.textbox("text_in_image", max_lines=1, max_length=100)
        form["ground"] = labels.textbox("ground", max_lines=1, max_length=200)
        markup(f'<p class="hint" data-w="ground.more">{say("ground.more")}</p>')
        with labels.fold("expert"), gr.Row(elem_classes="halves"):
            # Text, not gr.Number: that turns an empty field into 0, and 0 is a seed.
            for name, default in (("seed", ""), ("steps", ""), ("width", "1024"), ("height", "1024")):
                form[name] = labels.textbox(name, value=default, max_length=10, min_width=120)
    for name in FIELDS:
        if name not in TYPED:
            form[name] = gr.Textbox(elem_id=f"field-{name}", elem_classes="unseen", show_label=False)
    return form, campaign, chips


def campaign_choices(services: Services, who: Caller) -> tuple[list[tuple[str, int]], int | None]:
    """(label, id) of every campaign that is not archived, and the one used last."""
    with services.reading() as session:
        names = {store.id: store.brand_name for store in stores.listed(session, who.user_id)}
        rows = projects.listed(session, who.user_id, active_only=True, limit=500)
        latest = contents.listed(session, who.user_id, limit=1)
        choices = [(f"{names.get(row.store_id, '')} · {row.title}", row.id) for row in rows]
        known = [number for _, number in choices]
        used = [ad.project_id for ad in latest if ad.project_id in known]
        return choices, next(iter([*used, *known[-1:]]), None)


def chips_html(services: Services, who: Caller, project_id: int | None) -> str:
    """Occasions, and examples of the shop's trade; without a campaign, the way to make one."""
    if project_id is None:
        with services.reading() as session:
            page = "campaigns" if stores.listed(session, who.user_id, limit=1) else "shops"
        return (f'<p class="notice">{say("no.project", who.language)} <button type="button" class="btn small" '
                f'data-go="{page}">{say("to." + page, who.language)}</button></p>')
    with services.reading() as session:
        trade = get_owned(session, Project, project_id, who.user_id).store.trade
    english = who.language == "en"
    occasions = "".join(_chip(row[1] if english else row[0], row[2]) for row in OCCASIONS)
    examples = "".join(_chip(line, line, "example") for line in TRADES.get(trade, TRADES["general"]).examples)
    return (f'<p class="chips-title" id="chips-title">{say("chips", who.language)}</p>'
            f'<div class="chips" role="group" aria-labelledby="chips-title">{occasions}</div>'
            f'<div class="chips examples" role="group" aria-labelledby="chips-title">{examples}</div>')


def _chip(words: str, fill: str, classes: str = "") -> str:
    return f'<button type="button" class="chip {classes}" data-fill="{esc(fill)}">{esc(words)}</button>'


class Making:
    """The handlers of the page."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def submit(self, request: gr.Request, *values: Any) -> str:
        """The form becomes a job; its id."""
        with acting(self.services, request) as who:
            who.must_consent()
            filled = {name: value for name, value in zip(FIELDS, values, strict=True)
                      if value not in (None, "") or name == "ad_description"}
            return self.services.submit(who.user_id, parse(AdRequest, **filled))

    def again(self, request: gr.Request, event: gr.EventData) -> str:
        """The same request with a new seed."""
        return self._anew(request, event, {"seed": None})

    def repaint(self, request: gr.Request, event: gr.EventData) -> str:
        """The same request and seed with the edited description of the picture."""
        return self._anew(request, event, {"image_prompt": sent(event, "prompt")})

    def vary(self, request: gr.Request, event: gr.EventData) -> str:
        """Another picture that starts from this ad's own."""
        changes = {"seed": None, "vary": sent(event, "how"), "vary_content_id": sent_id(event), "photo_id": None}
        return self._anew(request, event, changes)

    def _anew(self, request: gr.Request, event: gr.EventData, changes: dict[str, Any]) -> str:
        with acting(self.services, request) as who:
            who.must_consent()
            ad = self.services.content(who.user_id, sent_id(event))
            form = parse(AdRequest, **{**_asked(ad), **changes, "parent_id": ad["id"]})
            return self.services.submit(who.user_id, form)

    def work(self, request: gr.Request, job_id: Any) -> None:
        """On ZeroGPU: run the job inside this event, on the visitor's GPU time. The page follows the job's row."""
        with acting(self.services, request) as who:
            job = self.services.job(who.user_id, str(job_id))
            if self.services.doorbell.here is not None:
                self.services.doorbell.here(job["id"])

    def chips(self, request: gr.Request, project_id: Any) -> str:
        """The chips of the chosen campaign's shop."""
        with acting(self.services, request) as who:
            if project_id is not None and not isinstance(project_id, int):
                raise InvalidInput
            return chips_html(self.services, who, project_id)

    def show(self, request: gr.Request, event: gr.EventData) -> str:
        """The finished ad."""
        with acting(self.services, request) as who:
            return drawn(self.services, who, sent_id(event))

    def reuse(self, request: gr.Request, event: gr.EventData) -> list[Any]:
        """The form filled with what an earlier ad was asked with."""
        with acting(self.services, request) as who:
            asked = _asked(self.services.content(who.user_id, sent_id(event)))
            return [asked["project_id"] if name == "project_id" else "" if name == "seed" else _shown(asked.get(name))
                    for name in FIELDS]


def _asked(ad: dict[str, Any]) -> dict[str, Any]:
    """What an ad was asked with."""
    kept: dict[str, Any] = {"project_id": ad["project_id"], "ad_description": ad["user_prompt"],
                            **(ad["ai_config"].get("request") or {})}
    return kept


def _shown(value: Any) -> str:
    """A value for a text field; what the script reads is JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | bool) else str(value or "")


def drawn(services: Services, who: Caller, content_id: int) -> str:
    """One ad of the caller as HTML."""
    ad = services.content(who.user_id, content_id)
    with services.reading() as session:
        store = get_owned(session, Project, ad["project_id"], who.user_id).store
        name, colors = store.brand_name, tuple(store.brand_colors)
    return ad_sheet(ad, name, who.language, colors)
