"""The page: five tabs, and all the wiring between them. Signed out, no Gradio event runs: the script sees to it."""

import json
from pathlib import Path
from typing import Any, cast

import gradio as gr

from ..channels import USUAL
from ..services import Services
from ..trades import TRADES
from . import campaigns, create, gallery, programs, shops, texts
from .create import campaign_choices, chips_html
from .gate import QUIET, acting, markup, wire
from .labels import Labels
from .words import WORDS

ASSETS = Path(__file__).resolve().parents[2] / "assets"
STYLES = ("tokens", "frame", "welcome", "fields", "pages", "making", "wording", "texts", "keys")
SCRIPTS = ("core", "frame", "welcome", "ask", "looks", "picture", "work", "pages", "edit", "kit", "keys", "admin",
           "settings", "care", "sms", "texts", "writing", "abroad")
"""In this order: each builds on the ones before it."""


def build_ui(services: Services) -> gr.Blocks:
    """The whole page, and the programs' API."""
    labels = Labels()
    with gr.Blocks(title="AdGen — 가게 광고 만들기", analytics_enabled=False, fill_width=True,
                   delete_cache=(3600, 24 * 3600)) as demo:
        programs.publish(services)  # first: the published names are free
        with gr.Column(elem_id="page-create", elem_classes="page"):
            create_tab = create.build(services, labels)
        with gr.Column(elem_id="page-ads", elem_classes="page"):
            gallery.build(services)
        with gr.Column(elem_id="page-shops", elem_classes="page"):
            shops.build(services, labels)
        with gr.Column(elem_id="page-campaigns", elem_classes="page"):
            campaigns.build(services, labels)
        with gr.Column(elem_id="page-settings", elem_classes="page"):
            markup('<div id="settings"></div>')
        with gr.Column(elem_id="page-admin", elem_classes="page"):
            markup('<div id="admin"></div>')
        _wire_boot(services, labels, create_tab)
    demo.queue(default_concurrency_limit=8, max_size=200, api_open=False)
    return cast(gr.Blocks, demo)


def _wire_boot(services: Services, labels: Labels, tab: create.CreateTab) -> None:
    """Between the tabs: the campaign choice and the chips follow the shops, the words follow the language."""
    choice = tab.campaign

    def campaigns_again(request: gr.Request, event: gr.EventData) -> list[Any]:
        with acting(services, request) as who:
            choices, latest = campaign_choices(services, who)
            return [gr.update(choices=choices, value=latest), chips_html(services, who, latest)]

    def boot(request: gr.Request, event: gr.EventData) -> list[Any]:
        with acting(services, request) as who:
            choices, latest = campaign_choices(services, who)
            return [*labels.updates(who.language), gr.update(choices=choices, value=latest),
                    chips_html(services, who, latest)]

    wire("boot").click(boot, None, [*labels.components, choice, tab.chips], **QUIET).success(
        None, None, None, js="() => { window.adgen.booted(); }", **QUIET)
    wire("choices").click(campaigns_again, None, [choice, tab.chips], **QUIET)


def launch_options(services: Services) -> dict[str, Any]:
    """What ``Blocks.launch`` is told about looks: theme, styles, script, icon."""
    return {"theme": theme(), "head": head(services), "favicon_path": str(ASSETS / "app" / "icon-512.png"),
            "pwa": True, "footer_links": []}


def head(services: Services) -> str:
    """Styles and script, in the page itself: no request, no order to wait for, nothing prefixed by Gradio."""
    table = {"words": WORDS, "trades": [[row.key, row.ko, row.en] for row in TRADES.values()],
             "fields": create.FIELDS, "shop": shops.FIELDS, "usual": USUAL, "swatches": shops.SWATCHES,
             "textGroups": list(texts.GROUPS.items()), "limits": texts.limits(), "textOf": texts.of_channels(),
             "examples": sorted(path.name for path in (ASSETS / "app" / "examples").glob("*.*"))}
    data = json.dumps(table, ensure_ascii=False).replace("<", "\\u003c")
    style = "\n".join((ASSETS / "css" / f"{name}.css").read_text("utf-8") for name in STYLES)
    script = "\n".join((ASSETS / "js" / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    return (f'<meta name="theme-color" content="#FBF6EE"><style>{style}</style>'
            f"<script>window.adgen = {data};\n{script}</script>")


def theme() -> gr.themes.Base:
    """Colours and sizes of Gradio's own parts; the tokens stand in assets/css/tokens.css."""
    base = gr.themes.Base(
        primary_hue="orange", neutral_hue="stone", text_size="lg", radius_size="md", spacing_size="md",
        font=["Pretendard", "system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])
    light = {"body_background_fill": "var(--paper)", "body_text_color": "var(--ink)",
             "background_fill_primary": "var(--card)", "background_fill_secondary": "var(--paper)",
             "block_background_fill": "transparent", "block_border_width": "0px", "block_shadow": "none",
             "block_label_text_color": "var(--soft)", "block_title_text_color": "var(--ink)",
             "border_color_primary": "var(--line)", "input_background_fill": "var(--field)",
             "input_background_fill_focus": "var(--field)",
             "input_border_color": "var(--edge)", "input_border_color_focus": "var(--accent)",
             "input_placeholder_color": "var(--faint)", "input_border_width": "1.5px",
             "button_primary_background_fill": "var(--accent)", "button_primary_text_color": "var(--on-accent)",
             "button_primary_background_fill_hover": "var(--accent-deep)",
             "button_secondary_background_fill": "var(--card)", "button_secondary_text_color": "var(--ink)",
             "color_accent": "var(--accent)", "body_text_color_subdued": "var(--soft)"}
    same = ("input_border_width", "block_border_width", "block_shadow", "color_accent")
    dark = {f"{name}_dark": value for name, value in light.items() if name not in same}
    return base.set(**light, **dark)
