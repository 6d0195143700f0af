"""Image prompts as page, REST and programs ask for them: the owner's Korean, its English, and what became of it."""

from dataclasses import asdict
from typing import Any

from .asking import facts
from .brief import AdBrief, PicturePrompt, StoreFacts
from .copywriters.base import Watch
from .copywriters.picture import notes
from .copywriters.picture.gloss import korean_of
from .copywriters.picture.prompt import accept
from .copywriters.picture.tokens import LIMIT
from .errors import RequestRefused
from .forms import PromptForm
from .models import Project, Store
from .owned import get_owned
from .seoul import month_now
from .services import Services, token_count


def optimize_prompt(services: Services, user_id: int, form: PromptForm) -> dict[str, Any]:
    """The English image prompt for a form, and the Korean beside it.

    ``source`` is "owner" when ``english`` was given, else "model" or "builtin"; ``tokens`` of ``limit``, ``counted`` by
    the tokenizer itself or estimated; ``names`` kept as they are; ``calm`` where the template sets its words; ``notes``
    for the owner. Raises RequestRefused, ProjectNotFound, StoreNotFound, InvalidInput (no such template).
    """
    services.check_choices(template=form.template)
    services.blocked.refuse(form.model_dump())
    brief, writer = _brief(services, user_id, form), services.copywriter
    try:
        if form.english.strip():
            prompt = accept(form.english, brief, "owner", token_count(services.settings))
        else:
            prompt = writer.picture(brief, Watch(meter=services.meter(user_id)))
    except RequestRefused as error:
        if error.details.get("field") == "image_prompt":
            error.details["field"] = "english" if form.english.strip() else "description"
        raise
    return _answer(form, brief, prompt, writer.model)


def _brief(services: Services, user_id: int, form: PromptForm) -> AdBrief:
    """The form as a brief. What the picture shows may stand for the ad where no ad is described."""
    store = StoreFacts(name="", trade=form.trade)
    if form.project_id is not None or form.store_id is not None:
        with services.reading() as session:
            if form.project_id is not None:
                store = facts(get_owned(session, Project, form.project_id, user_id).store)
            elif form.store_id is not None:
                store = facts(get_owned(session, Store, form.store_id, user_id))
    templates = services.pool.choices()["templates"] if form.template else []
    calm = next((row["calm"] for row in templates if row["key"] == form.template), "")
    return AdBrief(store, form.ad_description or form.description or form.english, form.description, calm=calm,
                   month=month_now())


def _answer(form: PromptForm, brief: AdBrief, prompt: PicturePrompt, model: str | None) -> dict[str, Any]:
    told, korean = list(prompt.notes), form.description
    if form.english.strip():
        if form.description.strip():
            told.append(notes.ENGLISH_WINS)
        else:
            korean, whole = korean_of(prompt.english, prompt.names)
            if not whole:
                told.append(notes.PARTLY)
    elif not korean:
        korean, _ = korean_of(prompt.english, prompt.names)
    return {"english": prompt.english, "source": prompt.source, "korean": korean, "tokens": prompt.tokens,
            "limit": LIMIT, "counted": prompt.counted, "names": list(prompt.names), "calm": brief.calm,
            "notes": [asdict(note) for note in told], "text_model": model if prompt.source == "model" else None}
