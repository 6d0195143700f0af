"""Ads as they are asked for, looked at and edited."""

from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    model_validator,
)

from ..brief import FontMood, MenuItem
from ..channels import CHANNELS, USUAL
from .values import (
    CLEAN,
    LINE,
    Badge,
    ChannelKey,
    Channels,
    ChoiceKey,
    Colors,
    Form,
    Headline,
    Id,
    distinct,
    null_is_default,
    null_is_empty,
)


class Item(Form):
    """One row of a menu board; the price is printed as written."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=30), LINE]
    price: Annotated[str, StringConstraints(max_length=20), LINE, BeforeValidator(null_is_empty)] = ""

    def row(self) -> MenuItem:
        """The vocabulary's own."""
        return MenuItem(self.name, self.price)


Items = Annotated[list[Item], Field(max_length=8)]

class AdRequest(Form):
    """A request for an ad: the body of ``/contents/generate`` and ``/jobs``.

    ``width`` and ``height`` are pixels of the finished picture; ``channels`` are the posters made beside it. With
    ``photo_id`` nothing is generated. ``font`` and ``colors`` None mean the store's. ``ai_label`` false hides the
    visible mark only where no rule requires it. ``ground`` is what a superlative can be proven with (institution,
    period, scope): it is printed small. ``vary`` paints from the picture of ``vary_content_id`` or from
    ``photo_id`` (image-to-image), near it or far from it.
    ``negative_prompt``, ``cfg``, ``sampler_name`` and ``scheduler`` are the old system's: stored, and named in
    ``ignored`` where the engine has no use for them.
    """

    project_id: Id
    ad_description: Annotated[str, StringConstraints(min_length=1, max_length=1000), CLEAN]
    image_prompt: Annotated[str, StringConstraints(max_length=1000), CLEAN] = ""
    text_in_image: Annotated[str, StringConstraints(max_length=100), CLEAN] = ""
    price: Annotated[str, StringConstraints(max_length=30), LINE] = ""
    original_price: Annotated[str, StringConstraints(max_length=30), LINE] = ""
    period: Annotated[str, StringConstraints(max_length=60), LINE] = ""
    seed: Annotated[int, Field(ge=0, le=2**32 - 1)] | None = None
    steps: Annotated[int, Field(ge=1, le=12)] | None = None
    width: Annotated[int, Field(ge=256, le=2048)] = 1024
    height: Annotated[int, Field(ge=256, le=2048)] = 1024
    parent_id: Id | None = None
    channels: Annotated[list[ChannelKey], Field(max_length=len(CHANNELS)), AfterValidator(distinct)] = list(USUAL)
    template: ChoiceKey = ""
    style: ChoiceKey = ""
    font: FontMood | None = None
    colors: Colors | None = None
    photo_id: Id | None = None
    photo_fix: bool = True
    ai_label: bool = True
    badge: Badge = ""
    items: Items = []
    ground: Annotated[str, StringConstraints(max_length=200), LINE] = ""
    vary: Literal["subtle", "strong"] | None = None
    vary_content_id: Id | None = None
    negative_prompt: Annotated[str, StringConstraints(max_length=1000), CLEAN] | None = None
    cfg: Annotated[float, Field(ge=0, le=100)] | None = None
    sampler_name: Annotated[str, StringConstraints(max_length=50), LINE] | None = None
    scheduler: Annotated[str, StringConstraints(max_length=50), LINE] | None = None

    _null_is_default = null_is_default("image_prompt", "text_in_image", "price", "original_price", "period", "badge",
                                       "width", "height", "channels", "photo_fix", "ai_label", "items", "ground",
                                       "template", "style")

    @model_validator(mode="after")
    def _start(self) -> Self:
        if self.vary and self.vary_content_id is None and self.photo_id is None:
            raise ValueError("vary_from")
        return self

    def unused(self) -> tuple[str, ...]:
        """The old system's knobs that were sent and that no engine of ours turns."""
        knobs = ("negative_prompt", "cfg", "sampler_name", "scheduler")
        return tuple(name for name in knobs if getattr(self, name) not in (None, ""))


class Candidates(AdRequest):
    """The body of ``/candidates``: a request, how many looks of it, and which page of them."""

    count: Annotated[int, Field(ge=1, le=4)] = 4
    page: Annotated[int, Field(ge=0, le=1000)] = 0


class Texts(Form):
    """The lines of a poster that are to change; absent ones stay, an empty one is left out."""

    headline: Annotated[str, StringConstraints(min_length=1, max_length=100), CLEAN] | None = None
    subline: Headline | None = None
    offer: Annotated[str, StringConstraints(max_length=60), LINE] | None = None
    original_price: Annotated[str, StringConstraints(max_length=30), LINE] | None = None
    period: Annotated[str, StringConstraints(max_length=60), LINE] | None = None
    call_to_action: Annotated[str, StringConstraints(max_length=30), LINE] | None = None
    badge: Badge | None = None
    items: Items | None = None
    small_print: Annotated[str, StringConstraints(max_length=200), LINE] | None = None
    store_name: Headline | None = None
    address_line: Annotated[str, StringConstraints(max_length=300), LINE] | None = None


class ExportNote(Form):
    """The body of ``/contents/{id}/exports``: an ad was handed to the phone's share sheet."""

    kind: Literal["share"] = "share"
    channels: Annotated[list[str], Field(min_length=1, max_length=len(CHANNELS) + 1)]
    notice: bool = False


class PosterEdit(Form):
    """The body of ``/contents/{id}/posters``: what is to change; None stays as it is."""

    channels: Channels | None = None
    template: ChoiceKey | None = None
    style: ChoiceKey | None = None
    font: FontMood | None = None
    colors: Colors | None = None
    photo_id: Id | None = None
    photo_fix: bool | None = None
    ai_label: bool | None = None
    texts: Texts = Texts()
    preview: bool = False

    _null_is_default = null_is_default("texts", "preview")

