"""``/copy``: words for every channel, at once or while they are written; texts as the owner edits them; and usage."""

import asyncio
import json
import logging
import threading
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.responses import Response

from .. import writing
from ..errors import AdgenError
from ..forms import CopyForm, Id, TextEdit
from ..services import Services
from .answers import language_of
from .identity import Serving, Who

log = logging.getLogger(__name__)
router = APIRouter(tags=["words"])
PAUSE, SILENCE = 0.1, 10.0
"""Seconds between two pieces of a stream at least, and at most: a proxy ends a connection that says nothing."""
_STREAM: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {
    "schema": {"type": "string"}}}, "description": "JSON, or with `Accept: text/event-stream` the events `words` "
    "(`{\"text\": …}`, as often as there is more to read), then `done` (the JSON) or `failed` "
    "(`{\"detail\", \"code\"}`)"}}


@router.post("/copy", responses=_STREAM)
async def write_copy(form: CopyForm, who: Who, services: Serving, request: Request) -> Response:
    """Write the words of an ad: poster lines in three angles, a text for every channel, translations; or one text
    again. Words may be written by generative AI: `copy_ai` and `label_text` say so. Nothing is stored."""
    if "text/event-stream" in request.headers.get("accept", ""):
        events = _events(services, who.user_id, form, language_of(request))
        return StreamingResponse(events, media_type="text/event-stream",
                                 headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    work = services.writers.run(who.user_id, lambda: writing.write_copy(services, who.user_id, form))
    return JSONResponse(await work)


@router.patch("/contents/{content_id}/texts")
def edit_text(content_id: Id, form: TextEdit, who: Who, services: Serving) -> dict[str, Any]:
    """Keep one text of an ad as you want it. The wording before it stays among `earlier`; with `learn` the store's
    voice is learned from it, without it the text counts as the copywriter's."""
    return writing.edit_text(services, who.user_id, content_id, form)


@router.get("/users/me/usage")
def get_usage(who: Who, services: Serving) -> dict[str, Any]:
    """What your words took from the language model today, and the caps; beyond them the built-in writer writes."""
    return services.used_today(who.user_id)


async def _events(services: Services, user_id: int, form: CopyForm, language: str) -> AsyncIterator[str]:
    """The words so far, as often as there is more; then the answer. Who goes away ends the writing: the writer
    learns of it with its next word."""
    loop, gone = asyncio.get_running_loop(), threading.Event()
    pieces: asyncio.Queue[str | None] = asyncio.Queue()

    def on_words(text: str) -> None:
        if gone.is_set():
            raise writing.Departed
        if text:  # a writer may also call to ask whether anybody still waits
            loop.call_soon_threadsafe(pieces.put_nowait, text)

    work = asyncio.ensure_future(services.writers.run(
        user_id, lambda: writing.write_copy(services, user_id, form, on_words)))
    work.add_done_callback(lambda _: pieces.put_nowait(None))
    try:
        async for piece in _latest(pieces):
            yield _event("words", {"text": piece}) if piece else ": …\n\n"
        yield _outcome(work, language)
    finally:
        gone.set()
        work.cancel()


async def _latest(pieces: "asyncio.Queue[str | None]") -> AsyncIterator[str]:
    """Each newest piece, not too often; "" when there was nothing new for a while. It ends with None."""
    told = ""
    while True:
        try:
            piece = await asyncio.wait_for(pieces.get(), SILENCE)
        except TimeoutError:
            yield ""
            continue
        last = piece is None
        while not pieces.empty():
            newer = pieces.get_nowait()
            piece, last = newer or piece, last or newer is None
        if piece and piece != told:
            told = piece
            yield piece
        if last:
            return
        await asyncio.sleep(PAUSE)


def _outcome(work: "asyncio.Future[dict[str, Any]]", language: str) -> str:
    try:
        return _event("done", work.result())
    except AdgenError as error:
        return _event("failed", {"detail": error.say(language), "code": error.code})
    except Exception:
        log.exception("words could not be written")
        return _event("failed", {"detail": AdgenError().say(language), "code": AdgenError.code})


def _event(name: str, data: dict[str, Any]) -> str:
    """One server-sent event (HTML standard, 9.2): JSON holds no line break."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
