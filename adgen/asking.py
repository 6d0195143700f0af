"""From a request and a store's row to the vocabulary: the brief, the lines of the poster, the look."""

import secrets
from dataclasses import replace
from typing import Any

from .brief import AdBrief, AdCopy, FontMood, ImageRequest, PicturePrompt, PosterText, StoreFacts
from .forms import AdRequest
from .rendering import Look
from .seoul import month_now

MOODS: dict[str, FontMood] = {"cafe": "round", "bakery": "round", "restaurant": "round", "chicken": "shout",
                              "gym": "shout", "flower": "serif", "general": "round"}
"""The lettering over a painted picture or a photo, by trade; the others take the sans."""


def facts(store: Any) -> StoreFacts:
    """The store's row as the facts that copy and layout may state."""
    return StoreFacts(name=store.brand_name, trade=store.trade, tone=store.brand_tone or "",
                      description=store.description or "", phone=store.phone or "", address=store.address or "",
                      opening_hours=store.opening_hours or "", link_url=store.link_url or "",
                      brand_colors=tuple(store.brand_colors), banned_words=tuple(store.banned_words),
                      samples=(*store.learned, *store.samples))


def pick_seed(form: AdRequest) -> int:
    """The seed asked for, or a random one: it is stored, so that the ad can be made again."""
    return form.seed if form.seed is not None else secrets.randbelow(2**32)


def brief_of(form: AdRequest, store: StoreFacts, seed: int, calm: str = "") -> AdBrief:
    """The request as the copywriter reads it. ``calm`` is where the template of the request sets its words: who paints
    knows the templates (``rendering.looks.calm_of``), and the web process need not load them."""
    return AdBrief(store=store, description=form.ad_description, image_prompt=form.image_prompt,
                   text_in_image=form.text_in_image, price=form.price, original_price=form.original_price,
                   period=form.period, seed=seed, ground=form.ground, calm=calm, month=month_now())


def look_of(form: AdRequest, store: Any) -> Look:
    """The look asked for; lettering and colours are the store's where the request names none."""
    colors = store.brand_colors if form.colors is None else form.colors
    return Look(template=form.template, font=form.font or store.font, colors=tuple(colors),
                photo_fix=form.photo_fix and form.photo_id is not None)


def settled(look: Look, drawn: bool, trade: str) -> Look:
    """The look with its lettering decided: a drawn picture brings its own, others take what suits the trade."""
    return look if drawn or look.font else replace(look, font=MOODS.get(trade, "sans"))


def image_request(brief: AdBrief, form: AdRequest, look: Look, prompt: PicturePrompt) -> ImageRequest:
    """What the engine is asked to paint."""
    return ImageRequest(prompt=prompt.english, seed=brief.seed, width=form.width, height=form.height, steps=form.steps,
                        trade=brief.store.trade, subject=f"{brief.image_prompt} {brief.description}".strip(),
                        colors=look.colors, ignored=form.unused(), style=form.style)


def poster_text(brief: AdBrief, copy: AdCopy, form: AdRequest) -> PosterText:
    """The lines for the poster, from the words and the store's facts; without the AI mark."""
    store = brief.store
    line = " · ".join(filter(None, (store.address, store.opening_hours, store.phone)))
    return PosterText(headline=copy.headline, subline=copy.subline, offer=copy.offer,
                      original_price=copy.original_price, period=brief.period, call_to_action=copy.call_to_action,
                      store_name=store.name, address_line=line, link_url=store.link_url, badge=form.badge,
                      items=tuple(item.row() for item in form.items),
                      small_print=f"※ {brief.ground}" if brief.ground else "")
