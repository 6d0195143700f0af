"""An ad's files and its record: written, remembered so that it can be rendered again, and read back for that."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from PIL import Image

from .asking import settled
from .brief import AdCopy, Caption, ImageRequest, MenuItem, Note, PosterText, Removed
from .errors import NothingToEdit
from .files import ImageFiles, Written
from .forms import PosterEdit
from .models import Content, ContentFile
from .provenance import PHOTO, fields, realism, source_type
from .rendering import MAIN, Look, Rendered, RenderSpec

LINES = ("headline", "subline", "offer", "original_price", "period", "call_to_action", "badge", "small_print",
         "store_name", "address_line", "link_url")
"""The lines of a poster that are plain text; ``items`` stand beside them."""


@dataclass(frozen=True)
class MadeFile:
    """One file on the disk. ``variant`` is main, base, a channel's key, or that and ``.pdf``."""

    variant: str
    written: Written
    width: int
    height: int
    details: dict[str, Any] = field(default_factory=dict)

    def row(self) -> ContentFile:
        """The file's row."""
        return ContentFile(variant=self.variant, name=self.written.name, sha256=self.written.sha256,
                           bytes=self.written.bytes, width=self.width, height=self.height, details=self.details)


def write(files: ImageFiles, rendered: Iterable[Rendered]) -> list[MadeFile]:
    """Finished files, safely on the disk. A PDF stands beside its picture as ``<channel>.pdf``."""
    made = []
    try:
        for file in rendered:
            variant = f"{file.channel}.pdf" if file.extension == "pdf" else file.channel
            details = {"template": file.template, "min_contrast": file.min_contrast,
                       "label_shown": file.label_shown, "notes": noted(file.notes)}
            kept = files.write(file.data, extension=file.extension)
            made.append(MadeFile(variant, kept, file.width, file.height, details))
    except BaseException:
        discard(files, made)
        raise
    return made


def discard(files: ImageFiles, made: Iterable[MadeFile]) -> None:
    """Remove files that no row will name."""
    for file in made:
        files.remove(file.written.name)


def noted(notes: Iterable[Note]) -> list[dict[str, str]]:
    """Sentences for the owner, as programs see them."""
    return [{"ko": note.ko, "en": note.en} for note in notes]


def copy_record(text: PosterText, words: dict[str, Any]) -> dict[str, Any]:
    """The words of an ad: the poster's lines, and beside them what ``words_record`` makes."""
    return {**{name: getattr(text, name) for name in LINES}, "items": [asdict(item) for item in text.items], **words}


def words_record(copy: AdCopy) -> dict[str, Any]:
    """What a copywriter wrote beside the poster's lines: captions, other headlines, translations, and what it took
    out."""
    return {"captions": {key: caption_record(caption) for key, caption in copy.captions.items()},
            "headlines": [asdict(line) for line in copy.headlines],
            "translations": {language: {**asdict(lines), "sounded": list(lines.sounded)}
                             for language, lines in copy.translations.items()},
            "removed": [removed_record(row) for row in copy.removed]}


def by_model(copy: AdCopy) -> bool:
    """Whether a language model wrote any of the words."""
    return {"builtin"} != {copy.writer, *(caption.writer or copy.writer for caption in copy.captions.values())}


def caption_record(caption: Caption) -> dict[str, Any]:
    """The words for one channel."""
    return {"text": caption.text, "hashtags": list(caption.hashtags), "title": caption.title,
            "button": caption.button, "writer": caption.writer}


def removed_record(row: Removed) -> dict[str, Any]:
    """A sentence that was taken out, and why."""
    return {"where": row.where, "text": row.text, "why": row.why.ko, "why_en": row.why.en}


def caption_of(kept: dict[str, Any]) -> Caption:
    """A caption as it was remembered; older versions kept text and hashtags only."""
    return Caption(str(kept.get("text", "")), tuple(kept.get("hashtags", ())), str(kept.get("title", "")),
                   str(kept.get("button", "")), str(kept.get("writer", "")))


def copy_of(content: Content) -> AdCopy:
    """The ad's words as they stand now, edited ones too."""
    kept, text, config = content.copy_json, text_of(content), content.ai_config
    return AdCopy(text.headline, text.subline, text.offer, text.original_price, text.call_to_action,
                  {key: caption_of(row) for key, row in kept.get("captions", {}).items()},
                  writer=str(config.get("writer") or "builtin"),
                  model=config.get("provenance", {}).get("text_model"))


def render_record(spec: RenderSpec, photo_id: int | None) -> dict[str, Any]:
    """What renders the ad again, beside its words and its base picture."""
    drawn = asdict(spec.drawn) if spec.drawn else None
    return {"template": spec.look.template, "style": spec.drawn.style if spec.drawn else "", "font": spec.look.font,
            "colors": list(spec.look.colors), "photo_id": photo_id, "photo_fix": spec.look.photo_fix,
            "ai_label": spec.show_label, "channels": [key for key in spec.channels if key != MAIN], "drawn": drawn}


@dataclass(frozen=True)
class Sources:
    """Paths that a rendering needs: the ad's base picture, a photo that takes its place, the store's logo, and the
    data directory where files are signed."""

    base: str
    photo: str = ""
    logo: str = ""
    signing: str = ""


def spec_of(content: Content, edit: PosterEdit, sources: Sources) -> RenderSpec:
    """The ad as it was made, with ``edit`` applied. Raises NothingToEdit for an ad that failed."""
    config = content.ai_config
    if not content.is_success or not (sources.base or sources.photo):
        raise NothingToEdit
    kept = {**_first_edition(content), **config.get("render", {})}
    drawn = None if sources.photo else _drawn(kept["drawn"], edit)
    made = config.get("provenance", {})
    own_photo = bool(sources.photo) or made.get("engine") == PHOTO
    look = Look(template=_new(edit.template, kept["template"]), font=_new(edit.font, kept["font"]),
                colors=tuple(_new(edit.colors, kept["colors"])),
                photo_fix=own_photo and bool(_new(edit.photo_fix, kept["photo_fix"] or bool(sources.photo))))
    picture_by_ai = bool(made.get("image_ai")) and not own_photo
    return RenderSpec(
        text=edited_text(text_of(content), edit), channels=tuple(_new(edit.channels, kept["channels"])),
        base=sources.photo or sources.base, drawn=drawn,
        look=settled(look, drawn is not None, content.project.store.trade),
        main=(int(config.get("width") or 1024), int(config.get("height") or 1024)), logo=sources.logo,
        picture_by_ai=picture_by_ai, show_label=bool(_new(edit.ai_label, kept["ai_label"])),
        realistic=realism(content.optimized_prompt or "", content.image_prompt or "") if picture_by_ai else frozenset(),
        source_type=source_type(picture_by_ai=picture_by_ai, own_photo=own_photo,
                                words_by_ai=bool(made.get("copy_ai"))),
        job_id=content.job_id or str(config.get("first_job") or ""), signing=sources.signing)


def _new(value: Any, kept: Any) -> Any:
    return kept if value is None else value


def _drawn(kept: dict[str, Any] | None, edit: PosterEdit) -> ImageRequest | None:
    if kept is None:
        return None
    known: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in kept.items()}
    drawn = ImageRequest(**known)
    if edit.colors is not None:
        drawn = replace(drawn, colors=tuple(edit.colors))
    return drawn if edit.style is None else replace(drawn, style=edit.style)


def _first_edition(content: Content) -> dict[str, Any]:
    """What ads made before they were remembered in ``render`` can be rendered from."""
    config, store = content.ai_config, content.project.store
    drawn = None
    if config.get("engine") == "illustration":
        drawn = {"prompt": content.optimized_prompt or "", "seed": config["seed"], "width": config["width"],
                 "height": config["height"], "trade": store.trade, "colors": list(store.brand_colors),
                 "subject": f"{content.image_prompt or ''} {content.user_prompt}".strip()}
    channels = [file.variant for file in content.files if file.variant not in (MAIN, "base")]
    return {"template": "", "style": "", "font": None, "colors": list(store.brand_colors), "photo_id": None,
            "photo_fix": False, "ai_label": True, "channels": channels, "drawn": drawn}


def text_of(content: Content) -> PosterText:
    """The lines of the ad's posters; what an older version did not keep is the store's."""
    store, kept = content.project.store, content.copy_json
    place = " · ".join(filter(None, (store.address, store.opening_hours, store.phone)))
    spare = {"headline": content.user_prompt[:40], "store_name": store.brand_name, "address_line": place,
             "link_url": store.link_url or "", "period": content.ai_config.get("request", {}).get("period", "")}
    lines = {name: str(kept.get(name, spare.get(name, ""))) for name in LINES}
    return PosterText(**lines, items=tuple(MenuItem(**row) for row in kept.get("items", [])))


def edited_text(text: PosterText, edit: PosterEdit) -> PosterText:
    """The lines with the edit's in their place."""
    given = {name: getattr(edit.texts, name) for name in edit.texts.model_fields_set}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if "items" in changes:
        changes["items"] = tuple(item.row() for item in changes["items"])
    return replace(text, **changes)


def new_version(content: Content, spec: RenderSpec, edit: PosterEdit, files: list[MadeFile]) -> Content:
    """The edited ad: a row of its own whose parent is the earlier version."""
    config = dict(content.ai_config)
    made = config.get("provenance", {})
    photo_id = _new(edit.photo_id, config.get("render", {}).get("photo_id"))
    engine = PHOTO if edit.photo_id else made.get("engine", "")
    config.pop("timings", None)
    config |= {"render": render_record(spec, photo_id), "engine": engine,
               "first_job": content.job_id or config.get("first_job"),
               "provenance": fields(engine=engine, picture_by_ai=spec.picture_by_ai,
                                    copy_by_ai=bool(made.get("copy_ai")),
                                    text_model=made.get("text_model"))}
    names = {file.variant: file.written.name for file in files}
    return Content(
        project_id=content.project_id, parent_id=content.id, type=content.type, user_prompt=content.user_prompt,
        image_prompt=content.image_prompt, optimized_prompt=content.optimized_prompt,
        text_in_image=content.text_in_image, ad_copy=content.ad_copy, is_success=True, ai_config=config,
        copy_json={**content.copy_json, **copy_record(spec.text, {})}, files=[file.row() for file in files],
        original_image_path=names["base"], result_image_path=names[MAIN])


def keep_base(files: ImageFiles, path: str) -> MadeFile:
    """A copy of a base picture under a new name: each version owns its files."""
    source = Path(path)
    with Image.open(source, formats=["PNG", "JPEG"]) as image:
        size = image.size
    return MadeFile("base", files.write(source.read_bytes(), extension=source.suffix[1:]), *size)
