"""Words as they are checked, written, edited and learned from."""

from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    model_validator,
)

from ..channels import TEXTS
from .values import CLEAN, LINE, ChoiceKey, Form, Id, TradeKey, distinct, null_is_default, null_is_empty

LINES = ("headline", "subline", "call_to_action")
"""The lines of a poster that can be asked for again, beside the texts of channels."""


def _text(value: str) -> str:
    if value not in TEXTS:
        raise ValueError("text_key")
    return value


def _word(value: str) -> str:
    if value and value not in TEXTS and value not in LINES:
        raise ValueError("text_key")
    return value


TextKey = Annotated[str, AfterValidator(_text)]
WordKey = Annotated[str, AfterValidator(_word)]
Tag = Annotated[str, StringConstraints(min_length=1, max_length=40), LINE]


class CopyForm(Form):
    """The body of ``/copy``: one brief, or one text of it again.

    ``content_id``, ``project_id`` or ``store_id`` says whose words these are; without any of them ``store`` and
    ``trade`` do. With ``content_id`` the ad's own brief is used where ``ad_description`` is empty. ``texts`` are keys
    of the table of texts, ``languages`` those of the poster's lines; None means all, an empty list none. With ``how``
    only ``key`` is written, from ``current``. ``review`` is what a customer wrote: it brings ``review_reply``.
    """

    ad_description: Annotated[str, StringConstraints(max_length=1000), CLEAN, BeforeValidator(null_is_empty)] = ""
    project_id: Id | None = None
    store_id: Id | None = None
    content_id: Id | None = None
    store: Annotated[str, StringConstraints(max_length=100), LINE, BeforeValidator(null_is_empty)] = ""
    trade: TradeKey = "general"
    tone: Annotated[str, StringConstraints(max_length=200), LINE, BeforeValidator(null_is_empty)] = ""
    text_in_image: Annotated[str, StringConstraints(max_length=100), CLEAN, BeforeValidator(null_is_empty)] = ""
    price: Annotated[str, StringConstraints(max_length=30), LINE, BeforeValidator(null_is_empty)] = ""
    original_price: Annotated[str, StringConstraints(max_length=30), LINE, BeforeValidator(null_is_empty)] = ""
    period: Annotated[str, StringConstraints(max_length=60), LINE, BeforeValidator(null_is_empty)] = ""
    ground: Annotated[str, StringConstraints(max_length=200), LINE, BeforeValidator(null_is_empty)] = ""
    seed: Annotated[int, Field(ge=0, le=2**32 - 1)] | None = None
    texts: Annotated[list[TextKey], Field(max_length=len(TEXTS)), AfterValidator(distinct)] | None = None
    languages: Annotated[list[Literal["en", "ja", "zh"]], Field(max_length=3), AfterValidator(distinct)] | None = None
    review: Annotated[str, StringConstraints(max_length=1000), CLEAN, BeforeValidator(null_is_empty)] = ""
    key: Annotated[WordKey, BeforeValidator(null_is_empty)] = ""
    current: Annotated[str, StringConstraints(max_length=3000), CLEAN, BeforeValidator(null_is_empty)] = ""
    how: Literal["again", "shorter", "funnier", "politer"] | None = None

    _null_is_default = null_is_default("trade")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.how and not self.key:
            raise ValueError("key_missing")
        if not (self.ad_description or self.content_id or self.review):
            raise ValueError("description_missing")
        return self


class TextEdit(Form):
    """The body of ``PATCH /contents/{id}/texts``: one text as the owner wants it.

    With ``learn`` it becomes a sample of the owner's voice.
    """

    key: TextKey
    text: Annotated[str, StringConstraints(min_length=1, max_length=3000), CLEAN]
    title: Annotated[str, StringConstraints(max_length=100), LINE, BeforeValidator(null_is_empty)] = ""
    button: Annotated[str, StringConstraints(max_length=30), LINE, BeforeValidator(null_is_empty)] = ""
    hashtags: Annotated[list[Tag], Field(max_length=5), AfterValidator(distinct)] = []
    learn: bool = True


class PromptForm(Form):
    """The body of ``/prompts``: what the picture should show, in Korean, or the English as the owner edited it."""

    description: Annotated[str, StringConstraints(max_length=1000), CLEAN, BeforeValidator(null_is_empty)] = ""
    english: Annotated[str, StringConstraints(max_length=2000), CLEAN, BeforeValidator(null_is_empty)] = ""
    ad_description: Annotated[str, StringConstraints(max_length=1000), CLEAN, BeforeValidator(null_is_empty)] = ""
    project_id: Id | None = None
    store_id: Id | None = None
    trade: TradeKey = "general"
    template: Annotated[ChoiceKey, BeforeValidator(null_is_empty)] = ""

    _null_is_default = null_is_default("trade")

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.description or self.english or self.ad_description):
            raise ValueError("description_missing")
        return self

class ClaimsCheck(Form):
    """The body of ``/claims``. The text is taken as it is: findings name positions in it."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=5000)]
    trade: TradeKey = "general"
    ground: Annotated[str, StringConstraints(max_length=200), LINE] = ""

    _null_is_default = null_is_default("trade", "ground")


class SmsForm(Form):
    """The body of ``/sms``. The text is taken as it is: flags name positions in it. What is missing is no error."""

    body: Annotated[str, StringConstraints(max_length=2000), BeforeValidator(null_is_empty)] = ""
    store_id: Id | None = None
    store: Annotated[str, StringConstraints(max_length=100), LINE, BeforeValidator(null_is_empty)] = ""
    contact: Annotated[str, StringConstraints(max_length=30), LINE, BeforeValidator(null_is_empty)] = ""
    opt_out: Annotated[str, StringConstraints(max_length=30), LINE, BeforeValidator(null_is_empty)] = ""
    provider_frame: bool = False
    hour: Annotated[int, Field(ge=0, le=23)] | None = None
