"""HTML for one ad and for the contact sheet. Every piece of user data goes through ``esc``."""

import json
import re
from typing import Any

from ..channels import CHANNELS
from .gate import esc
from .texts import panel
from .words import WORDS, say

Ad = dict[str, Any]
SMALL_FIRST = ("instagram_square", "instagram_portrait")
"""The poster that a contact sheet shows, by preference."""

LINES = ("headline", "subline", "offer", "original_price", "period", "call_to_action", "badge", "small_print",
         "store_name", "address_line")
"""The lines of a poster that may be edited in place; a menu's rows come beside them."""
RENDER = ("template", "style", "font", "colors", "photo_id", "photo_fix", "ai_label")
"""How a poster was laid out, as far as it may be changed."""
TABS = 4
"""More sizes than this are offered as a choice instead of as tabs."""


def button(words: str, classes: str = "", **data: object) -> str:
    """A button; ``data`` become data attributes, which the page's script reads."""
    marks = "".join(f' data-{name.replace("_", "-")}="{esc(value)}"' for name, value in data.items())
    return f'<button type="button" class="btn {classes}"{marks}>{esc(words)}</button>'


def blank(title: str, more: str, action: str = "") -> str:
    """What an empty page says, and the one thing to do there."""
    return f'<div class="blank"><h3>{esc(title)}</h3><p>{esc(more)}</p>{action}</div>'


def counted(number: int, language: str) -> str:
    """How many ads, in words."""
    return say("ads.count.one" if number == 1 else "ads.count", language, n=number)


def deleted(rows: list[tuple[int, str, str | None]], call: str, language: str) -> str:
    """What was deleted and can still be brought back: (id, title, when) of each; nothing when there is none."""
    if not rows:
        return ""
    lines = "".join(f'<li><div><b>{esc(title)}</b><small>{moment(when)}</small></div>'
                    f'{button(say("undo", language), "small", call=call, id=number, said="restored")}</li>'
                    for number, title, when in rows)
    return (f'<details class="fold gone"><summary>{say("gone", language)} ({len(rows)})</summary>'
            f'<p class="hint">{say("gone.more", language)}</p><ul>{lines}</ul></details>')


def moment(when: str | None) -> str:
    """A time that the script writes in the reader's own zone."""
    plain = (when or "")[:16].replace("T", " ")
    return f'<time datetime="{esc(when)}">{plain} UTC</time>' if when else ""


def file_stem(ad: Ad, store: str) -> str:
    """A file name the owner recognises: shop and headline, without what file systems refuse."""
    name = f"{store}_{(ad.get('copy') or {}).get('headline') or ad['user_prompt']}"
    return re.sub(r"[\\/:*?\"<>|#%&{}$!'@+`=\s]+", "_", name).strip("._")[:60] or "AdGen"


def pictures(ad: Ad, language: str) -> list[tuple[str, Ad]]:
    """(label, picture) of every size: the channels' posters, and the asked size where it is not the usual one."""
    rows = [(getattr(CHANNELS[row["channel"]], language) if row["channel"] in CHANNELS else row["channel"], row)
            for row in ad["posters"]]
    config = ad["ai_config"]
    if not rows or (config.get("width"), config.get("height")) != (1024, 1024):
        rows.append((say("asked", language), {"channel": "main", "width": config.get("width"),
                                              "height": config.get("height"), "url": ad["image_url"]}))
    return rows


def ad_sheet(ad: Ad, store: str, language: str, colors: tuple[str, ...] = ()) -> str:
    """A finished ad: its posters, its editor, its words with copy buttons, and what can be done with it."""
    data = json.dumps(editable(ad, colors), ensure_ascii=False)
    notice = ' data-notice="1"' if unmarked(ad) else ""
    return (f'<article class="ad" data-id="{ad["id"]}" data-stem="{esc(file_stem(ad, store))}" data-ad="{esc(data)}"'
            f'{notice}><div class="ad-picture">{_posters(ad, language)}<div class="ad-notes" role="status"></div></div>'
            f'<div class="ad-words">{_actions(ad, language)}{_version(ad, language)}'
            f'<div class="edit"></div><div class="rest">{panel(ad, language)}{_text_message(language)}'
            f'{_files(ad, language)}'
            f'<div class="other-looks"></div>{_next(ad, language)}{_origin(ad, language)}{_expert(ad, language)}'
            f'{button(say("delete", language), "quiet", call="drop-ad", id=ad["id"])}</div></div></article>')


def editable(ad: Ad, colors: tuple[str, ...]) -> dict[str, Any]:
    """What the script's editor starts from."""
    copy, config = ad.get("copy") or {}, ad["ai_config"]
    render = config.get("render") or {}
    texts = {name: copy.get(name) or "" for name in LINES}
    return {"id": ad["id"], "project_id": ad["project_id"], "texts": {**texts, "items": copy.get("items") or []},
            "render": {name: render.get(name) for name in RENDER}, "brand_colors": list(colors),
            "channels": render.get("channels") or [row["channel"] for row in ad["posters"]],
            "image_ai": bool(ad.get("image_ai")), "drawn": config.get("engine") == "illustration",
            "headlines": copy.get("headlines") or [],
            "notes": {row["channel"]: row.get("notes") or [] for row in ad["posters"]}}


def unmarked(ad: Ad) -> bool:
    """Whether an AI picture goes out without its visible mark: then the notice is shown before it does."""
    return bool(ad.get("image_ai")) and not all(row.get("label_shown", True) for row in ad["posters"])


def _posters(ad: Ad, language: str) -> str:
    rows = pictures(ad, language)
    headline = (ad.get("copy") or {}).get("headline") or ad["user_prompt"]
    figures = "".join(
        f'<figure data-channel="{esc(row["channel"])}" data-format="{esc(row.get("format") or "png")}"'
        f' style="--ratio:{(row["width"] or 1) / (row["height"] or 1):.4f}"{" hidden" if place else ""}>'
        f'<img src="{esc(row["url"])}" width="{row["width"]}" height="{row["height"]}" '
        f'alt="{esc(headline)} — {esc(label)}"{" loading=lazy" if place else ""}></figure>'
        for place, (label, row) in enumerate(rows))
    return f'<div class="sizes">{_sizes(rows, language)}</div>{figures}'


def _sizes(rows: list[tuple[str, Ad]], language: str) -> str:
    """Tabs for a few sizes, a choice for many."""
    if len(rows) < 2:
        return ""
    if len(rows) > TABS:
        options = "".join(f'<option value="{esc(row["channel"])}">{esc(label)}</option>' for label, row in rows)
        return f'<select aria-label="{say("sizes", language)}">{options}</select>'
    tabs = "".join(
        f'<button type="button" class="seg" data-do="size" data-channel="{esc(row["channel"])}" '
        f'aria-pressed="{"false" if place else "true"}">{esc(label)}</button>'
        for place, (label, row) in enumerate(rows))
    return f'<div class="segs" role="group" aria-label="{say("sizes", language)}">{tabs}</div>'


def _actions(ad: Ad, language: str) -> str:
    change = button(say("change", language), "strong change", do="edit") if ad["posters"] else ""
    return ('<div class="acts"><div class="two">' + button(say("share", language), "primary", do="share")
            + button(say("download", language), "strong", do="download") + f"</div>{change}</div>")


def _version(ad: Ad, language: str) -> str:
    """Whether this is an edited version, and the way to the one before it, or to the newest."""
    newer, older = ad.get("replaced_by_id"), ad.get("parent_id") if is_edit(ad) else None
    lines = ((say("version.old", language), button(say("version.newest", language), "small", do="version", id=newer))
             if newer else ("", ""), (say("version.edited", language),
                                      button(say("version.before", language), "small", do="version", id=older))
             if older else ("", ""))
    return "".join(f'<p class="version"><span>{words}</span>{way}</p>' for words, way in lines if words)


def is_edit(ad: Ad) -> bool:
    """Whether the ad came from another by editing, not by a job of its own."""
    return bool(ad.get("parent_id")) and not ad.get("job_id")


def _text_message(language: str) -> str:
    """Where the script builds a text message of the words above."""
    return f'<details class="fold sms"><summary>{say("sms", language)}</summary><div class="sms-pane"></div></details>'


def _files(ad: Ad, language: str) -> str:
    """Everything at once, and print."""
    ready = {row["channel"]: row["pdf_url"] for row in ad["posters"] if row.get("pdf_url")}
    prints = [row for row in CHANNELS.values() if row.group == "print" and not row.refused]
    buttons = "".join(button(getattr(row, language), "small", do="pdf", url=ready[row.key]) if row.key in ready
                      else button(getattr(row, language), "small", do="print", channel=row.key) for row in prints)
    offer = (f'<h3>{say("print", language)}</h3><p class="hint">{say("print.more", language)}</p>'
             f'<div class="chips">{buttons}</div>') if buttons and ad["posters"] else ""
    return (f'<section class="files">{button(say("zip", language), "strong", do="zip", kind="contents", id=ad["id"])}'
            f"{offer}</section>")


def _next(ad: Ad, language: str) -> str:
    number = ad["id"]
    return ('<div class="two">' + button(say("again", language), "", call="again", id=number)
            + button(say("reuse", language), "", call="reuse", id=number) + "</div>"
            + _variations(ad, language) + button(say("look.others.more", language), "", do="moreLooks", id=number))


def _variations(ad: Ad, language: str) -> str:
    """The ad's picture painted on, a little or much: only FLUX starts from a picture."""
    if ad["ai_config"].get("engine") != "flux":
        return ""
    return '<div class="two">' + "".join(
        button(say(f"vary.{how}", language), "", call="vary", id=ad["id"], how=how)
        for how in ("subtle", "strong")) + "</div>"


def _origin(ad: Ad, language: str) -> str:
    config = ad["ai_config"]
    engine = f"engine.{config.get('engine')}"
    name = say(engine, language) if engine in WORDS else str(config.get("engine") or "–")
    reason = "" if config.get("engine") == "photo" else (
        config.get("engine_reason_en" if language == "en" else "engine_reason") or "")
    # What the operator could do about it (the later sentences) stands in the expert fold-out.
    lines = [f"{say('made.by', language, engine=name)}. {reason.split('. ')[0]}".strip()]
    if ad.get("ai_generated"):
        lines.append(say("ai.notice", language))
    return '<div class="origin">' + "".join(f"<p>{esc(line)}</p>" for line in lines if line) + "</div>"


def _expert(ad: Ad, language: str) -> str:
    config = ad["ai_config"]
    seconds = ad.get("generation_time")
    facts = (("asked.for", ad["user_prompt"]), ("fact.seed", config.get("seed")), ("fact.steps", config.get("steps")),
             ("fact.size", f'{config.get("width")}×{config.get("height")}'),
             ("fact.time", say("seconds", language, n=round(seconds, 1)) if seconds else None),
             ("fact.engine", config.get("engine")),
             ("fact.why", config.get("engine_reason_en" if language == "en" else "engine_reason")),
             ("fact.model", config.get("model")),
             ("fact.writer", say("writer.builtin", language) if config.get("writer") == "builtin"
              else ad.get("text_model") or config.get("writer")))
    rows = "".join(f"<div><dt>{say(key, language)}</dt><dd>{esc(value)}</dd></div>"
                   for key, value in facts if value not in (None, ""))
    if ad.get("created_at"):
        rows += f'<div><dt>{say("fact.date", language)}</dt><dd>{moment(ad["created_at"])}</dd></div>'
    field = f"prompt-{ad['id']}"
    return (f'<details class="fold"><summary>{say("how", language)}</summary><dl>{rows}</dl>'
            f'<label for="{field}">{say("prompt.english", language)}</label>'
            f'<textarea id="{field}" class="prompt" rows="5" maxlength="1000" lang="en" spellcheck="false">'
            f'{esc(ad.get("optimized_prompt"))}</textarea>'
            f'{button(say("repaint", language), "", call="repaint", id=ad["id"])}'
            f"</details>")


def contact_sheet(ads: list[Ad], campaigns: dict[int, str], language: str) -> str:
    """All ads as whole posters, with a filter by campaign and by words that works without the server."""
    if not ads:
        start = button(say("title.create", language), "primary", go="create")
        return blank(say("no.ads", language), say("no.ads.more", language), start)
    present = [key for key in CHANNELS if any(row["channel"] == key for ad in ads for row in ad["posters"])]
    bar = ('<div class="find">' + _filter("campaign", list(campaigns.items()), language)
           + (_filter("channel", [(key, getattr(CHANNELS[key], language)) for key in present], language)
              if len(present) > 1 else "")
           + f'<input type="search" data-find="text" placeholder="{say("filter.hint", language)}" '
             f'aria-label="{say("filter", language)}"></div>')
    cards = "".join(_card(ad, language) for ad in ads)
    return f'{bar}<ul class="sheet">{cards}</ul><p class="none-found" hidden>{say("none.found", language)}</p>'


def _filter(kind: str, rows: list[tuple[Any, str]], language: str) -> str:
    options = "".join(f'<option value="{esc(value)}">{esc(label)}</option>' for value, label in rows)
    return (f'<select data-find="{kind}" aria-label="{say("filter." + kind, language)}">'
            f'<option value="">{say("all." + kind, language)}</option>{options}</select>')


def _card(ad: Ad, language: str) -> str:
    copy = ad.get("copy") or {}
    title = copy.get("headline") or ad["user_prompt"]
    found = " ".join(str(part or "") for part in (title, ad["user_prompt"], ad.get("ad_copy"))).lower()
    channels = " ".join(row["channel"] for row in ad["posters"])
    marks = f'data-campaign="{ad["project_id"]}" data-channels="{esc(channels)}" data-text="{esc(found)}"'
    if not ad["is_success"]:
        return (f'<li class="card broken" {marks}><div><h3>{say("failed", language)}</h3>'
                f'<p>{esc(ad["user_prompt"])}</p><p class="why">{esc(ad["error_message"])}</p>'
                f'{button(say("retry", language), "small", call="again", id=ad["id"])}'
                f'{button(say("delete", language), "small quiet", call="drop-ad", id=ad["id"])}</div></li>')
    by_channel = {row["channel"]: row for row in ad["posters"]}
    row = next((by_channel[key] for key in SMALL_FIRST if key in by_channel),
               ad["posters"][0] if ad["posters"] else {"url": ad["image_url"]})
    mark = f' data-channel="{esc(row["channel"])}"' if "channel" in row else ""
    return (f'<li class="card" {marks}><button type="button" class="open" data-open="{ad["id"]}">'
            f'<img src="{esc(row["url"])}" alt="" loading="lazy" width="1080" height="1080"{mark}>'
            f'<span>{esc(title)}</span></button><div class="card-foot">'
            + (f'<span class="tag">{say("version.tag", language)}</span>' if is_edit(ad) else "<span></span>")
            + button(say("zip.short", language), "small", do="zip", kind="contents", id=ad["id"])
            + "</div></li>")
