"""HTML for one ad and for the contact sheet. Every piece of user data goes through ``esc``."""

import re
from typing import Any

from ..channels import CHANNELS
from .gate import esc
from .words import WORDS, say

Ad = dict[str, Any]
SMALL_FIRST = ("instagram_square", "instagram_portrait")
"""The poster that a contact sheet shows, by preference."""


def button(words: str, classes: str = "", **data: object) -> str:
    """A button; ``data`` become data attributes, which the page's script reads."""
    marks = "".join(f' data-{name.replace("_", "-")}="{esc(value)}"' for name, value in data.items())
    return f'<button type="button" class="btn {classes}"{marks}>{esc(words)}</button>'


def blank(title: str, more: str, action: str = "") -> str:
    """What an empty page says, and the one thing to do there."""
    return f'<div class="blank"><h3>{esc(title)}</h3><p>{esc(more)}</p>{action}</div>'


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


def ad_sheet(ad: Ad, store: str, language: str) -> str:
    """A finished ad: its posters, its words with copy buttons, and what can be done with it."""
    stem = file_stem(ad, store)
    return (f'<article class="ad" data-id="{ad["id"]}" data-stem="{esc(stem)}">'
            f'<div class="ad-picture">{_posters(ad, language)}</div>'
            f'<div class="ad-words">{_actions(language)}{_words(ad, language)}{_next(ad, language)}'
            f'{_origin(ad, language)}{_expert(ad, language)}'
            f'{button(say("delete", language), "quiet", call="drop-ad", id=ad["id"])}</div></article>')


def _posters(ad: Ad, language: str) -> str:
    rows = pictures(ad, language)
    tabs = "".join(
        f'<button type="button" class="seg" data-do="size" data-channel="{esc(row["channel"])}" '
        f'aria-pressed="{"false" if place else "true"}">{esc(label)}</button>'
        for place, (label, row) in enumerate(rows))
    headline = (ad.get("copy") or {}).get("headline") or ad["user_prompt"]
    figures = "".join(
        f'<figure data-channel="{esc(row["channel"])}"{" hidden" if place else ""}>'
        f'<img src="{esc(row["url"])}" width="{row["width"]}" height="{row["height"]}" '
        f'alt="{esc(headline)} — {esc(label)}"{" loading=lazy" if place else ""}></figure>'
        for place, (label, row) in enumerate(rows))
    group = f'<div class="segs" role="group" aria-label="{say("sizes", language)}">{tabs}</div>'
    return (group if len(rows) > 1 else "") + figures


def _actions(language: str) -> str:
    return ('<div class="two">' + button(say("share", language), "primary", do="share")
            + button(say("save", language), "strong", do="download") + "</div>")


def _words(ad: Ad, language: str) -> str:
    copy = ad.get("copy") or {}
    caption: Ad = next(iter((copy.get("captions") or {}).values()), {})
    tags = " ".join(f"#{tag}" for tag in caption.get("hashtags") or [])
    blocks = (("caption", caption.get("text") or ad.get("ad_copy") or ""), ("hashtags", tags),
              ("headline", copy.get("headline") or ""))
    return "".join(_word(key, text, language) for key, text in blocks if text)


def _word(key: str, text: str, language: str) -> str:
    return (f'<section class="word word-{key}"><header><h3>{say(key, language)}</h3>'
            f'{button(say("copy", language), "small", do="copy")}</header><p lang="ko">{esc(text)}</p></section>')


def _next(ad: Ad, language: str) -> str:
    number = ad["id"]
    return ('<div class="two">' + button(say("again", language), "", call="again", id=number)
            + button(say("reuse", language), "", call="reuse", id=number) + "</div>")


def _origin(ad: Ad, language: str) -> str:
    config = ad["ai_config"]
    engine = f"engine.{config.get('engine')}"
    name = say(engine, language) if engine in WORDS else str(config.get("engine") or "–")
    reason = config.get("engine_reason_en" if language == "en" else "engine_reason") or ""
    # What the operator could do about it (the later sentences) stands in the expert fold-out.
    lines = [f"{say('made.by', language, engine=name)}. {reason.split('. ')[0]}".strip(), config.get("copy_note") or ""]
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
              else ad.get("text_model") or config.get("writer")),
             ("fact.date", (ad.get("created_at") or "")[:16].replace("T", " ") + " UTC"))
    rows = "".join(f"<div><dt>{say(key, language)}</dt><dd>{esc(value)}</dd></div>"
                   for key, value in facts if value not in (None, ""))
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
    options = "".join(f'<option value="{number}">{esc(title)}</option>' for number, title in campaigns.items())
    bar = (f'<div class="find"><select data-find="campaign" aria-label="{say("title.campaigns", language)}">'
           f'<option value="">{say("all", language)}</option>{options}</select>'
           f'<input type="search" data-find="text" placeholder="{say("filter.hint", language)}" '
           f'aria-label="{say("filter", language)}"></div>')
    cards = "".join(_card(ad, language) for ad in ads)
    return f'{bar}<ul class="sheet">{cards}</ul><p class="none-found" hidden>{say("none.found", language)}</p>'


def _card(ad: Ad, language: str) -> str:
    copy = ad.get("copy") or {}
    title = copy.get("headline") or ad["user_prompt"]
    found = " ".join(str(part or "") for part in (title, ad["user_prompt"], ad.get("ad_copy"))).lower()
    marks = f'data-campaign="{ad["project_id"]}" data-text="{esc(found)}"'
    if not ad["is_success"]:
        return (f'<li class="card broken" {marks}><div><h3>{say("failed", language)}</h3>'
                f'<p>{esc(ad["user_prompt"])}</p><p class="why">{esc(ad["error_message"])}</p>'
                f'{button(say("retry", language), "small", call="again", id=ad["id"])}'
                f'{button(say("delete", language), "small quiet", call="drop-ad", id=ad["id"])}</div></li>')
    by_channel = {row["channel"]: row for row in ad["posters"]}
    row = next((by_channel[key] for key in SMALL_FIRST if key in by_channel), {"url": ad["image_url"]})
    return (f'<li class="card" {marks}><button type="button" class="open" data-open="{ad["id"]}">'
            f'<img src="{esc(row["url"])}" alt="" loading="lazy" width="1080" height="1080">'
            f'<span>{esc(title)}</span></button></li>')
