"""What page, REST and programs ask of the copywriter: a campaign of words, one text again, an edit that is kept.

Nothing here stores what is written: the owner keeps a text by editing it (``edit_text``).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from . import ads, claims, contents
from .asking import brief_of, facts, pick_seed
from .brief import AdBrief, AdCopy, Caption, StoreFacts
from .channels import TEXTS
from .copywriters.base import Rewrite, Watch
from .errors import AdgenError, InvalidInput, NothingToEdit
from .forms import AdRequest, CopyForm, TextEdit
from .models import Content, Project, Store
from .owned import get_owned
from .provenance import word_fields
from .services import Services

log = logging.getLogger(__name__)
LINES = ("headline", "subline", "offer", "call_to_action")
REVIEW, BLOG = "review_reply", "naver_blog"
UNWRITTEN = ("kakao_bizboard", "naver_powerlink", "google_business")
"""Texts whose limits are known, but which nobody writes yet."""
LANGUAGES = ("en", "ja", "zh")
_REPLY = "손님이 남긴 후기에 답글을 달아요."
"""The brief of a call that brings a review and nothing else."""
EARLIER, LEARNED, SAMPLE = 10, 20, 600
"""How many earlier wordings of a text are kept, how many texts of an owner are learned from, and the characters of
each that are."""
_ASKED = ("ad_description", "text_in_image", "price", "original_price", "period", "ground")


class Departed(Exception):
    """Raised by ``on_words`` when nobody waits for the words any more."""


@dataclass(frozen=True)
class Subject:
    """What is written about: the brief, and the words that the ad has already."""

    brief: AdBrief
    kept: AdCopy | None = None


@dataclass(frozen=True)
class Wanted:
    """Which texts and languages are asked for; ``lines`` is false when the poster's lines and short texts are not."""

    texts: tuple[str, ...]
    languages: tuple[str, ...]
    lines: bool = True

    @property
    def more(self) -> bool:
        """Whether the long texts and the translations must be written."""
        return BLOG in self.texts or bool(self.languages)


def write_copy(services: Services, user_id: int, form: CopyForm,
               on_words: Callable[[str], None] | None = None) -> dict[str, Any]:
    """The words that ``form`` asks for; nothing is stored. It may wait for a language model as long as the deadline
    says: call it in a thread (``Services.writers``).

    ``on_words`` gets the readable text so far; what it raises ends the writing. Raises ContentNotFound,
    ProjectNotFound, StoreNotFound, InvalidInput.
    """
    wanted = _wanted(form)
    with services.reading() as session:
        subject = _subject(session, user_id, form)
    watch = Watch(on_words, services.meter(user_id))
    if form.key:
        return _again(services, subject.brief, Rewrite(form.key, form.current, form.how, form.review), watch)
    copy = _written(services, subject, wanted, watch)
    if REVIEW in wanted.texts:
        copy = _replied(services, subject.brief, copy, Rewrite(REVIEW, review=form.review), watch)
    return _answer(services, subject.brief, _only(copy, wanted))


def _wanted(form: CopyForm) -> Wanted:
    """What the form asks for; with a review and nothing else that is the reply alone."""
    if form.key:
        return Wanted((), (), lines=False)
    unknown = [key for key in form.texts or () if key in UNWRITTEN]
    if unknown:
        raise InvalidInput("{texts}: 아직 써 드리지 않는 글이에요. 다른 글을 골라 주세요.",
                           "{texts}: these are not written yet. Please choose others.", field="texts",
                           texts=", ".join(unknown))
    if form.review and not form.ad_description and form.texts is None:
        return Wanted((REVIEW,), (), lines=False)
    usual = [key for key in TEXTS if key not in (*UNWRITTEN, REVIEW)]
    texts = dict.fromkeys((*(usual if form.texts is None else form.texts), *([REVIEW] if form.review else [])))
    languages = LANGUAGES if form.languages is None else tuple(form.languages)
    return Wanted(tuple(texts), languages, lines=tuple(texts) != (REVIEW,) or bool(languages))


def _subject(session: Session, user_id: int, form: CopyForm) -> Subject:
    """Whose words these are, decided by ownership: the ad's, its campaign's, the store's, or those of a bare name."""
    given = {name: getattr(form, name) for name in _ASKED if getattr(form, name)}
    seed, kept = form.seed, None
    if form.content_id is not None:
        content = get_owned(session, Content, form.content_id, user_id)
        request = content.ai_config.get("request", {})
        known = {name: request[name] for name in (*_ASKED, "image_prompt") if request.get(name)}
        given = {"ad_description": content.user_prompt, **known, **_as_edited(content), **given}
        store = facts(content.project.store)
        seed = content.ai_config.get("seed") if seed is None and not form.key else seed
        kept = None if form.ad_description else ads.copy_of(content)
    elif form.project_id is not None:
        store = facts(get_owned(session, Project, form.project_id, user_id).store)
    elif form.store_id is not None:
        store = facts(get_owned(session, Store, form.store_id, user_id))
    else:
        store = StoreFacts(form.store, form.trade)
    given.setdefault("ad_description", _REPLY)
    request = AdRequest(project_id=1, seed=seed, **given)
    return Subject(brief_of(request, replace(store, tone=form.tone or store.tone), pick_seed(request)), kept)


def _as_edited(content: Content) -> dict[str, str]:
    """The period as it stands on the poster now: other texts must not name the one that was changed."""
    period = content.copy_json.get("period")
    return {"period": str(period)} if period else {}


def _written(services: Services, subject: Subject, wanted: Wanted, watch: Watch) -> AdCopy:
    """The words; of an ad that has its lines already only what is missing is written."""
    writer, brief = services.copywriter, subject.brief
    if not wanted.lines:
        return AdCopy("")
    if subject.kept is not None and set(wanted.texts) <= {BLOG, REVIEW}:
        copy = replace(subject.kept, captions={}, headlines=(), removed=())
    else:
        copy = writer.write(brief, watch)
    if not wanted.more:
        return copy
    try:
        return writer.extend(brief, copy, watch)
    except (AdgenError, Departed):
        raise
    except Exception:  # a defect in the long texts must not cost the short ones
        log.exception("the long texts could not be written")
        return copy


def _replied(services: Services, brief: AdBrief, copy: AdCopy, task: Rewrite, watch: Watch) -> AdCopy:
    """``copy`` with the reply to a review among its texts."""
    made = services.copywriter.rewrite(brief, task, watch)
    caption = replace(made.caption, writer=made.writer)
    alone = copy if copy.headline else replace(copy, writer=made.writer)
    return replace(alone, captions={**copy.captions, REVIEW: caption}, model=copy.model or made.model,
                   note=copy.note or made.note, note_en=copy.note_en or made.note_en,
                   removed=(*copy.removed, *made.removed))


def _again(services: Services, brief: AdBrief, task: Rewrite, watch: Watch) -> dict[str, Any]:
    """One text or one line anew; the rest of the answer is empty."""
    made = services.copywriter.rewrite(brief, task, watch)
    copy = AdCopy("", writer=made.writer, model=made.model, note=made.note, note_en=made.note_en, removed=made.removed)
    if task.key in TEXTS:
        return _answer(services, brief, replace(copy, captions={task.key: made.caption}))
    line: dict[str, Any] = {task.key: made.caption.text}
    return _answer(services, brief, replace(copy, **line))


def _only(copy: AdCopy, wanted: Wanted) -> AdCopy:
    """``copy`` with the texts and languages that were asked for, in the table's order."""
    return replace(copy, captions={key: copy.captions[key] for key in TEXTS
                                   if key in wanted.texts and key in copy.captions},
                   translations={key: lines for key, lines in copy.translations.items() if key in wanted.languages})


def _answer(services: Services, brief: AdBrief, copy: AdCopy) -> dict[str, Any]:
    """The words as programs see them, each with its findings, its size and its writer."""
    record, model = ads.words_record(copy), copy.model or services.copywriter.model
    lines = {name: getattr(copy, name) for name in (*LINES, "original_price")}
    return {**lines, "headlines": record["headlines"],
            "texts": {key: _text(brief, key, caption, copy.writer) for key, caption in copy.captions.items()},
            "translations": record["translations"], "removed": record["removed"],
            "findings": {name: _findings(brief, lines[name]) for name in LINES if lines[name]},
            "writer": copy.writer, "note": copy.note, "note_en": copy.note_en,
            **word_fields(copy_by_ai=ads.by_model(copy), text_model=model), "seed": brief.seed}


def _text(brief: AdBrief, key: str, caption: Caption, writer: str) -> dict[str, Any]:
    limit = TEXTS[key]
    return {**ads.caption_record(caption), "posted": caption.posted(), "size": limit.size(caption.posted()),
            "limit": limit.limit, "unit": limit.unit, "writer": caption.writer or writer,
            "findings": _findings(brief, caption.text)}


def _findings(brief: AdBrief, text: str) -> list[dict[str, Any]]:
    return claims.as_dicts(claims.check(text, brief.store.trade, brief.ground))


def edit_text(services: Services, user_id: int, content_id: int, form: TextEdit) -> dict[str, Any]:
    """One text of an ad as the owner wants it; the content's view.

    The wording before it joins ``earlier`` (the newest first). With ``learn`` the text is the owner's own and joins
    what the store's voice is learned from; without, it came from the copywriter, and is marked as such. Raises
    ContentNotFound, NothingToEdit.
    """
    with services.writing() as session:
        content = get_owned(session, Content, content_id, user_id)
        if not content.is_success:
            raise NothingToEdit
        captions = content.copy_json.get("captions", {})
        made = _edited(captions.get(form.key), form, services.copywriter.name)
        content.copy_json = {**content.copy_json, "captions": {**captions, form.key: made}}
        if form.key == "instagram":
            content.ad_copy = form.text
        if made["writer"] not in ("", "builtin"):
            _mark(content, services.copywriter.model)
        if form.learn:
            store = content.project.store
            store.learned = learned(store.learned, form.text)
        session.flush()
        return contents.view(content, services.link(user_id))


def _edited(before: dict[str, Any] | None, form: TextEdit, writer: str) -> dict[str, Any]:
    """The text's record; ``writer`` is who writes when the text is not the owner's own."""
    own = ads.caption_record(ads.caption_of(before or {}))
    made = {"text": form.text, "hashtags": list(form.hashtags), "title": form.title, "button": form.button,
            "writer": own["writer"] if form.learn else writer}
    earlier = list((before or {}).get("earlier", []))
    if before is not None and any(own[name] != made[name] for name in ("text", "hashtags", "title", "button")):
        earlier.insert(0, own)
    return {**made, "edited": True, "earlier": earlier[:EARLIER]}


def _mark(content: Content, model: str | None) -> None:
    """The ad now holds words of a model: say so wherever its provenance is read (AI Basic Act Art. 31)."""
    marks = content.ai_config.get("provenance", {})
    if not marks.get("copy_ai"):
        marks = {**marks, "ai_generated": True, "copy_ai": True, "text_model": model}
        content.ai_config = {**content.ai_config, "provenance": marks}


def learned(before: list[str], text: str) -> list[str]:
    """What the owner's voice is learned from, with ``text`` first: no text twice, none longer than its first whole
    sentences within 600 characters."""
    sample = text[:SAMPLE]
    if len(text) > SAMPLE:
        sample = sample[:max(sample.rfind(mark) for mark in ".!?\n") + 1] or sample
    sample = sample.strip()
    return [sample, *(other for other in before if other != sample)][:LEARNED]
