"""How programs are answered: JSON for gradio_client, JSON text for MCP; and how their numbers are read."""

import json
from typing import Any, TypeAlias, TypeVar, cast

import gradio as gr

from ..errors import InvalidInput
from ..forms import AnyForm, parse
from .gate import from_mcp, record_id

JsonObject: TypeAlias = dict[str, Any]
JsonList: TypeAlias = list[dict[str, Any]]
Answer = TypeVar("Answer", JsonObject, JsonList)
MOST, FARTHEST = 100, 2**31
"""Most rows of one list, and how many can be passed over."""


def answer(request: gr.Request, value: Answer) -> Answer:
    """JSON for programs, JSON text for MCP: Gradio itself would send MCP Python's repr of a dict."""
    return cast(Answer, json.dumps(value, ensure_ascii=False)) if from_mcp(request) else value


def given(**values: Any) -> dict[str, Any]:
    """The values that were given; None means "not given"."""
    return {name: value for name, value in values.items() if value is not None}


def asked(form: type[AnyForm], arguments: dict[str, Any]) -> AnyForm:
    """``form`` from a published function's own arguments (its ``locals()``), so that none is forgotten on the way."""
    return parse(form, **given(**{name: value for name, value in arguments.items() if name in form.model_fields}))


def number(value: Any) -> int:
    """A record's id; MCP clients may send it as text or as a float."""
    return record_id(int(value) if isinstance(value, float) and value.is_integer() else value)


def window(skip: int, limit: int) -> tuple[int, int]:
    """``skip`` and ``limit`` within their bounds."""
    try:
        return min(max(int(skip), 0), FARTHEST), min(max(int(limit), 1), MOST)
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidInput from error


def one_of(value: str | None, known: tuple[str, ...]) -> str | None:
    """``value`` when it is none or one of ``known``; InvalidInput names them."""
    if value is not None and value not in known:
        raise InvalidInput("{known} 중에서 골라 주세요.", "Choose one of {known}.", known=", ".join(known))
    return value
