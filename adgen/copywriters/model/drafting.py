"""From the fields that a model filled to the copy of an ad, channel by channel; gaps are the built-in writer's.

Prices and the offer are the owner's, always. Nothing here judges what is said: ``checking`` does.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, get_args

from ...brief import AdBrief, AdCopy, Angle, Caption, Headline, PosterLines
from ...channels import TEXTS, TextLimit
from ..builtin.writer import Draft
from .schema import LINES_MAX, Values
from .translated import is_true_to

ANGLES: tuple[Angle, ...] = get_args(Angle)
_HEADS = tuple(f"headline_{angle}" for angle in ANGLES)
_SHORT = ("subline", *_HEADS)
BODIES: dict[str, tuple[str, ...]] = {
    "instagram": ("instagram",), "naver_place": ("naver_place",), "daangn": ("daangn",), "sms": ("sms",),
    "lms": ("lms", "kakao_message"), "delivery_menu": ("delivery_menu",), "kakao_message": ("kakao_message",),
    "kakao_wide": ("kakao_wide",), "kakao_text": ("kakao_message",), "kakao_simple": ("kakao_message", "kakao_wide"),
    "kakao_carousel": ("kakao_message", "kakao_wide"), "kakao_list": _SHORT, "kakao_search": _SHORT,
    "kakao_search_custom": _SHORT, "naver_blog": ("naver_blog",),
}
"""The fields that a text is taken from, the first that fits it."""
SHORT = tuple(key for key in BODIES if key != "naver_blog")
_KAKAO = ("kakao_title",)
TITLES: dict[str, tuple[str, ...]] = {
    "naver_place": ("naver_place_title",), "daangn": ("daangn_title",), "lms": ("lms_title",),
    "kakao_message": _KAKAO, "kakao_text": _KAKAO, "kakao_simple": _KAKAO, "kakao_wide": _KAKAO, "kakao_list": _KAKAO,
    "kakao_carousel": _KAKAO, "kakao_search": ("kakao_title", *_HEADS), "kakao_search_custom": ("kakao_title", *_HEADS),
    "naver_blog": ("naver_blog_title",),
}
BUTTONS = ("kakao_button", "call_to_action")
CONTACT = ("instagram", "naver_place", "daangn", "kakao_message", "kakao_simple", "lms")
"""Texts below which address, hours, phone, link and a claim's ground are set, as the owner gave them, where there is
room."""


def campaign(values: Values, brief: AdBrief, spare: AdCopy, model: str | None) -> AdCopy:
    """Poster lines and short texts of ``values``. Lines that they lack are ``spare``'s, texts are left out."""
    headlines = _headlines(values, brief, spare)
    ground = f"※ {brief.ground.strip()}" if brief.ground.strip() else ""
    contact = {emoji: "\n".join(filter(None, (Draft(brief).practical(emoji), ground))) for emoji in (True, False)}
    captions = {}
    for key in SHORT:
        mine = _caption(key, values, spare.captions.get(key, Caption("")))
        if not mine:
            continue
        below = contact[TEXTS[key].unit != "bytes"] if key in CONTACT else ""
        fuller = replace(mine, text=f"{mine.text}\n\n{below}")
        captions[key] = fuller if below and TEXTS[key].fits(fuller.posted()) else mine
    return replace(spare, headline=headlines[0].text, headlines=headlines,
                   subline=values.get("subline") or spare.subline,
                   call_to_action=values.get("call_to_action") or spare.call_to_action,
                   captions=captions, writer="openai", model=model)


def _headlines(values: Values, brief: AdBrief, spare: AdCopy) -> tuple[Headline, ...]:
    """The chosen one first: the owner's own, else that of the seed's angle among the model's."""
    spares = {line.angle: line.text for line in spare.headlines} or {ANGLES[0]: spare.headline}
    texts = {angle: values.get(f"headline_{angle}") or spares.get(angle, "") for angle in ANGLES}
    turned = sorted(ANGLES, key=lambda angle: ((ANGLES.index(angle) - brief.seed) % len(ANGLES)))
    turned.sort(key=lambda angle: not values.get(f"headline_{angle}"))
    given = brief.text_in_image.strip()
    if given:
        texts[turned[0]] = given
    found = {texts[angle]: Headline(texts[angle], angle) for angle in reversed(turned) if texts[angle]}
    return tuple(reversed(found.values())) or spare.headlines


def chosen(brief: AdBrief) -> str:
    """The field whose headline is shown first."""
    return _HEADS[brief.seed % len(_HEADS)]


def _caption(key: str, values: Values, old: Caption) -> Caption | None:
    """The text for ``key``, None when no field of the model's fits there. A field of its own is taken even where it is
    too long: it is asked for again, or cut at a sentence, with a word about it."""
    row = TEXTS[key]
    title = _small(TITLES.get(key, ()), values, row, row.title) or old.title
    bodies = [text for field in BODIES.get(key, ()) if (text := values.get(field)) and text != title]
    own = values.get(key) if key in BODIES.get(key, ()) else None
    text = next(filter(row.fits, bodies), own)
    if not text:
        return None
    button = _small(BUTTONS, values, row, row.button) or old.button
    return Caption(text, hashtags(values, old)[:row.hashtags], title if row.title else "",
                   button if row.button else "")


def _small(fields: Iterable[str], values: Values, row: TextLimit, room: int | None) -> str:
    """The first of ``fields`` that has ``room`` in the row's unit."""
    texts = (str(values.get(field, "")) for field in fields)
    return next((text for text in texts if text and row.size(text) <= (room or 0)), "")


def hashtags(values: Values, old: Caption) -> tuple[str, ...]:
    """At most five: the model's, filled up with the built-in writer's."""
    bare = ("".join(ch for ch in tag if ch.isalnum() or ch == "_") for tag in values.get("hashtags", ()))
    return tuple(dict.fromkeys((*(tag for tag in bare if tag and not tag.isdigit()), *old.hashtags)))[:5]


def _flagged(caption: Caption) -> Caption:
    return replace(caption, writer="builtin")


def completed(copy: AdCopy, spare: AdCopy) -> AdCopy:
    """``copy`` with ``spare``'s texts where it has none, and every text that is the built-in writer's named so."""
    found = {key: copy.captions.get(key, old) for key, old in {**spare.captions, **copy.captions}.items()}
    same = {key for key, caption in found.items() if spare.captions.get(key, Caption("")).text == caption.text}
    return replace(copy, captions={key: _flagged(caption) if key in same else caption
                                   for key, caption in found.items()})


def extended(values: Values, brief: AdBrief, spare: AdCopy) -> AdCopy:
    """The article and the translations of ``values`` alone, and ``spare``'s in their place where they do not do.

    A line that is not in its language or says more than the brief is not taken."""
    mine = _caption("naver_blog", values, spare.captions["naver_blog"])
    return replace(spare, captions={"naver_blog": mine} if mine else {}, removed=(), translations={
        code: _lines(code, values, brief, lines) for code, lines in spare.translations.items()})


def single(key: str, values: Values, old: Caption) -> AdCopy:
    """One text or line of ``values``, the rest of it ``old``'s, as a copy that holds nothing else."""
    text = values.get("text") or old.text
    if key in LINES_MAX:
        line: dict[str, Any] = {"headline": "", key: text}
        return AdCopy(**line)
    row = TEXTS[key]
    return AdCopy("", captions={key: Caption(
        text, hashtags(values, old)[:row.hashtags], _small(("title",), values, row, row.title) or old.title,
        _small(("button",), values, row, row.button) or old.button)})


def _lines(code: str, values: Values, brief: AdBrief, old: PosterLines) -> PosterLines:
    said = {line: values.get(f"{code}_{line}", "") for line in ("headline", "subline", "call_to_action")}
    put = {line: text for line, text in said.items() if getattr(old, line) and is_true_to(text, code, brief)}
    new = replace(old, **put)
    shown = " ".join((new.headline, new.subline, new.offer, new.call_to_action, new.period))
    return replace(new, sounded=tuple(name for name in old.sounded if name in shown))


def field_for(where: str, text: str, values: Values, brief: AdBrief) -> str:
    """The field to ask for again when ``text`` at ``where`` is wrong; "" when it is none of the model's."""
    heads = (chosen(brief), *_HEADS) if where.startswith("headline") else ()
    abroad = (f"{where}_{line}" for line in LINES_MAX)
    near = (*heads, where, *BODIES.get(where, ()), *TITLES.get(where, ()), *abroad, "text", "title", "button",
            "hashtags")
    mine = [name for name in near if name in values]
    own = [name for name in mine if name not in ("title", "button", "hashtags")]
    return next((name for name in mine if text and text in str(values[name])), own[0] if own else "")
