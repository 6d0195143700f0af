"""Looks of an ad without a job: live candidates, previews of an edit, and the new version that an edit makes."""

import time
from base64 import b64encode
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from . import ads, contents, exports, photos
from .asking import brief_of, facts, image_request, look_of, pick_seed, poster_text, settled
from .brief import PicturePrompt
from .channels import CHANNELS
from .copywriters.builtin.writer import BuiltinCopywriter
from .engines.choice import choose
from .errors import ImageNotFound
from .forms import AdRequest, Candidates, PosterEdit, StoreCreate
from .models import Content, Photo, Project, Store
from .owned import get_owned
from .provenance import PHOTO, fields, realism
from .rendering import MAIN, Draft, RenderSpec
from .services import Services, engine_options
from .trades import TRADES

SAMPLE_SEED = 7
"""Of the sample beside a shop's form: while it is edited, only what was changed changes."""


def candidates(services: Services, user_id: int, form: Candidates) -> dict[str, Any]:
    """``count`` clearly different looks, drawn now; nothing is stored.

    Raises ProjectNotFound, PhotoNotFound, InvalidInput.
    """
    services.blocked.refuse(form.model_dump())
    services.check_choices(template=form.template, style=form.style)
    with services.reading() as session:
        store = get_owned(session, Project, form.project_id, user_id).store
        if form.photo_id is not None:
            get_owned(session, Photo, form.photo_id, user_id)
        photo = photos.path(session, form.photo_id, user_id, services.files)
        logo = photos.path(session, store.logo_id, user_id, services.files)
        painted = photo is None and engine_name(services) != "illustration"
        spec = _draft_spec(form, store, ads.Sources("", str(photo or ""), str(logo or "")), painted)
    made = services.pool.drafts(spec, form.count, form.page)
    return {"candidates": [_candidate(draft, painted) for draft in made]}


def sample(services: Services, user_id: int, form: StoreCreate) -> dict[str, Any]:
    """One look of an ad as a store with these fields would have it, drawn now; nothing is stored.

    Raises PhotoNotFound for a logo that is not the caller's.
    """
    known = {name: value for name, value in form.model_dump().items() if value is not None}
    store = Store(**{"brand_colors": [], "banned_words": [], "samples": [], "learned": [], **known})
    with services.reading() as session:
        if store.logo_id is not None:
            get_owned(session, Photo, store.logo_id, user_id)
        logo = photos.path(session, store.logo_id, user_id, services.files)
    request = AdRequest(project_id=1, ad_description=TRADES[store.trade].examples[0], seed=SAMPLE_SEED)
    spec = _draft_spec(request, store, ads.Sources("", "", str(logo or "")), painted=False)
    return _candidate(services.pool.drafts(spec, 1, 0)[0], engine_name(services) != "illustration")


def _draft_spec(form: AdRequest, store: Store, sources: ads.Sources, painted: bool) -> RenderSpec:
    """What draws a small look of the request; the session that read the store may end after it."""
    look, brief = look_of(form, store), brief_of(form, facts(store), pick_seed(form))
    text = poster_text(brief, BuiltinCopywriter().write(brief), form)
    request = image_request(brief, form, look, PicturePrompt("", "builtin"))
    return RenderSpec(text=text, channels=(), base=sources.photo, drawn=None if sources.photo else request,
                      look=settled(look, not sources.photo and not painted, store.trade), logo=sources.logo,
                      picture_by_ai=painted, realistic=realism(form.image_prompt) if painted else frozenset(),
                      show_label=form.ai_label, staged=not painted, preview=True)


def _candidate(draft: Draft, stand_in: bool) -> dict[str, Any]:
    return {"template": draft.template, "style": draft.style, "font": draft.font, "seed": draft.seed,
            "image": data_url(draft.image), "stand_in": stand_in, "notes": ads.noted(draft.notes)}


def engine_name(services: Services) -> str:
    """The engine that will paint: the living worker's, or what the settings choose."""
    workers = services.workers()
    return workers[0].engine if workers else choose(engine_options(services.settings)).name


def data_url(jpeg: bytes) -> str:
    """A JPEG as a data URL."""
    return "data:image/jpeg;base64," + b64encode(jpeg).decode()


def preview(services: Services, user_id: int, content_id: int, edit: PosterEdit) -> dict[str, Any]:
    """The posters with ``edit`` applied, small; nothing is stored.

    Raises ContentNotFound, PhotoNotFound, NothingToEdit, InvalidInput.
    """
    services.blocked.refuse(edit.model_dump())
    with services.reading() as session:
        content, spec = _prepared(services, session, user_id, content_id, edit)
        made = content.ai_config.get("provenance", {})
        engine = PHOTO if edit.photo_id else str(made.get("engine", ""))
        marks = fields(engine=engine, picture_by_ai=spec.picture_by_ai, copy_by_ai=bool(made.get("copy_ai")),
                       text_model=made.get("text_model"))
    spec = replace(spec, preview=True, channels=spec.channels or (MAIN,))
    files = services.pool.render_each(spec, [(key,) for key in spec.channels])
    return {"posters": [{"channel": file.channel, "width": file.width, "height": file.height,
                         "template": file.template, "image": data_url(file.data), "notes": ads.noted(file.notes),
                         "min_contrast": file.min_contrast, "label_shown": file.label_shown} for file in files],
            **marks}


def save(services: Services, user_id: int, content_id: int, edit: PosterEdit) -> dict[str, Any]:
    """The edited ad as a new version: a content of its own, whose parent is the earlier one. Its view.

    Raises what ``preview`` raises, and DiskFull.
    """
    services.blocked.refuse(edit.model_dump())
    services.files.check_space()
    begun = time.perf_counter()
    with services.reading() as session:
        content, spec = _prepared(services, session, user_id, content_id, edit)
    spec = replace(spec, channels=(MAIN, *spec.channels))
    rendered = services.pool.render_each(spec, [(key,) for key in spec.channels])
    made = ads.write(services.files, rendered)
    try:
        made.append(ads.keep_base(services.files, spec.base))
        with services.writing() as session:
            earlier = get_owned(session, Content, content_id, user_id)
            new = ads.new_version(earlier, spec, edit, made)
            new.generation_time = round(time.perf_counter() - begun, 3)
            session.add(new)
            session.flush()
            earlier.replaced_by_id = new.id
            printed = [key for key in spec.channels if key != MAIN and CHANNELS[key].mm]
            if printed:
                exports.note(session, user_id, "print", new, printed)
            session.flush()
            return contents.view(new, services.link(user_id))
    except BaseException:
        ads.discard(services.files, made)
        raise


def _prepared(services: Services, session: Session, user_id: int, content_id: int,
              edit: PosterEdit) -> tuple[Content, RenderSpec]:
    """The content and what renders it with ``edit`` applied; the session may end after it."""
    services.check_choices(template=edit.template, style=edit.style)
    content = get_owned(session, Content, content_id, user_id)
    if edit.photo_id is not None:
        get_owned(session, Photo, edit.photo_id, user_id)
    photo = photos.path(session, edit.photo_id, user_id, services.files)
    logo = photos.path(session, content.project.store.logo_id, user_id, services.files)
    try:
        base = str(services.files.path(content.original_image_path or ""))
    except ImageNotFound:
        base = ""
    return content, ads.spec_of(content, edit, ads.Sources(base, str(photo or ""), str(logo or ""),
                                                    services.signing))
