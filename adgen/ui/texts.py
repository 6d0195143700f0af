"""올릴 글: what the script needs to show, edit and write again every text of a finished ad."""

import json
from typing import Any

from ..brief import Note
from ..channels import CHANNELS, TEXTS, TextLimit
from .gate import esc
from .words import say

Ad = dict[str, Any]
GROUPS: dict[str, tuple[str, ...]] = {
    "instagram": ("instagram",), "blog": ("naver_blog",), "place": ("naver_place",), "daangn": ("daangn",),
    "kakao": ("kakao_message", "kakao_text", "kakao_simple", "kakao_wide", "kakao_list", "kakao_carousel",
              "kakao_search", "kakao_search_custom", "kakao_bizboard"),
    "sms": ("sms", "lms"), "delivery": ("delivery_menu",), "abroad": (), "reply": ("review_reply",),
    "other": ("naver_powerlink", "google_business"),
}
"""Where an owner posts → the texts for it, in the order of the page. Translations stand under "abroad"."""
KINDS: dict[str, Note] = {
    "kakao_message": Note("이미지 메시지", "With a picture"), "kakao_text": Note("기본 텍스트", "Basic text"),
    "kakao_simple": Note("간편·개인화", "Simple, personalised"), "kakao_wide": Note("와이드 이미지", "Wide picture"),
    "kakao_list": Note("와이드 리스트", "Wide list"), "kakao_carousel": Note("캐러셀", "Carousel"),
    "kakao_search": Note("검색 광고 추천형", "Search ad, recommended"),
    "kakao_search_custom": Note("검색 광고 맞춤형", "Search ad, custom"),
    "sms": Note("짧은 문자 (SMS)", "Short (SMS)"), "lms": Note("긴 문자 (LMS)", "Long (LMS)"),
}
"""Names of the texts within a group, where it has several."""
UNTOLD = ("instagram", "kakao_message", "review_reply")
"""Texts whose note in the table is for programs, not for owners."""


def limits() -> dict[str, dict[str, Any]]:
    """The limits of every text for the script's counters: {key: {ko, en, limit, unit, title, button, …}}."""
    return {row.key: _limit(row) for row in TEXTS.values()}


def _limit(row: TextLimit) -> dict[str, Any]:
    name = KINDS.get(row.key)
    told = row.note if row.key not in UNTOLD else None
    return {"ko": name.ko if name else row.ko, "en": name.en if name else row.en, "limit": row.limit,
            "unit": row.unit, "title": row.title, "button": row.button, "hashtags": row.hashtags,
            "breaks": row.line_breaks, "note": [told.ko, told.en] if told else None}


def of_channels() -> dict[str, str]:
    """Channel → the text that goes beside its picture."""
    return {row.key: row.caption_key for row in CHANNELS.values() if row.caption_key}


def written(ad: Ad) -> dict[str, Any]:
    """Every text of an ad, and who wrote them."""
    copy, config = ad.get("copy") or {}, ad["ai_config"]
    captions = copy.get("captions") or {}
    if not captions and ad.get("ad_copy"):
        captions = {"instagram": {"text": ad["ad_copy"], "hashtags": []}}
    return {"captions": captions, "translations": copy.get("translations") or {}, "removed": copy.get("removed") or [],
            "copy_ai": bool(ad.get("copy_ai")), "model": ad.get("text_model") or "",
            "writer": config.get("writer") or "builtin", "note": config.get("copy_note") or "",
            "note_en": config.get("copy_note_en") or config.get("copy_note") or ""}


def panel(ad: Ad, language: str) -> str:
    """Where the script shows the texts; their data stand in an attribute."""
    data = json.dumps(written(ad), ensure_ascii=False)
    return (f'<section class="texts" data-texts="{esc(data)}" aria-label="{say("texts", language)}">'
            f'<h3>{say("texts", language)}</h3><div class="texts-in"></div></section>')
