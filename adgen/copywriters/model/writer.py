"""Copy from any OpenAI-compatible server (OpenAI, Ollama, vLLM, LM Studio …), checked sentence by sentence.

One call makes the poster's lines, the short texts and the English image prompt; another the long texts and the
translations; each may be repaired once, by a call that asks only for what is wrong. Whatever goes wrong ends, by the
deadline of each, in the built-in writer's words, flagged by ``writer``, ``note`` and each caption's ``writer``.
"""

import logging
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from ...brief import AdBrief, AdCopy, Caption, Note, PicturePrompt
from ...errors import RequestRefused
from ..base import UNWATCHED, CopyOptions, Rewrite, Rewritten, Watch
from ..builtin.writer import BuiltinCopywriter
from ..checks.checking import checked, violations
from ..picture.prompt import accept, is_english
from ..picture.tokens import estimated
from . import drafting, schema
from .breaker import Breaker
from .client import ModelClient, Question
from .faults import NOTES, Fault

log = logging.getLogger(__name__)

KEPT, FAILURE_LASTS = 32, 60.0
"""Briefs whose outcome is kept, so that one call serves words and picture; seconds that a failure is."""
_REPAIR_SHARE, _ALIVE, _COMPLAINT_MAX = 0.25, 1.0, 600
_LATER = Note("블로그 글과 번역: ", "Blog article and translations: ")
_NOT_KEPT = frozenset({"cap", "open"})
_LINK = re.compile(r"\S*(?:https?:|www\.|\.(?:com|net|org|kr|io|me)\b|@)\S*", re.IGNORECASE)


@dataclass(frozen=True)
class _Outcome:
    """What a call for one brief gave: words and image prompt, or why there are none."""

    copy: AdCopy | None
    english: str
    reason: str
    at: float


@dataclass(frozen=True)
class _Plan:
    """One question, the brief that its answer is held against, and how fields become copy."""

    question: Question
    fields: tuple[schema.Field, ...]
    brief: AdBrief
    draft: Callable[[schema.Values], AdCopy]

    def complaints(self, values: schema.Values) -> dict[str, str]:
        """Field → what the checks hold against it, for the model; the built-in writer's texts are not its business."""
        found: dict[str, str] = {}
        with _surviving():
            for wrong in violations(self.draft(values), self.brief) if values else ():
                name = drafting.field_for(wrong.where, wrong.text, values, self.brief)
                if name and wrong.complaint not in found.get(name, ""):
                    found[name] = f"{found.get(name, '')} {wrong.complaint}".strip()[:_COMPLAINT_MAX]
        return found

    def settled(self, values: schema.Values, spare: AdCopy) -> AdCopy:
        """The copy with what still is wrong taken out."""
        with _surviving():
            return checked(self.draft(values), self.brief, spare)


@contextmanager
def _surviving() -> Iterator[None]:
    """Words from outside go through many rules; a defect in one of them must not cost the owner the whole ad."""
    try:
        yield
    except Exception:
        log.exception("The language model's words could not be checked.")
        raise Fault("answer") from None


class OpenAICopywriter:
    """Asks a language model and falls back to the built-in writer. Safe to share between threads and users: kept are
    words for exactly the same brief, never who paid for them."""

    name = "openai"

    def __init__(self, options: CopyOptions, breaker: Breaker | None = None) -> None:
        self.model: str | None = options.model
        self._options = options
        self._client = ModelClient(options, breaker)
        self._count = options.count or estimated
        self._builtin = BuiltinCopywriter(self._count)
        self._lock = threading.Lock()
        self._kept: OrderedDict[AdBrief, _Outcome] = OrderedDict()

    def write(self, brief: AdBrief, watch: Watch = UNWATCHED) -> AdCopy:
        """The model's copy where it holds, the built-in writer's where it does not; ``note`` says why.

        ``watch.on_words`` is called from this thread, at most five times a second and at least once a second while the
        server is silent; the words it gets are not checked yet.
        """
        spare = self._builtin.write(brief)
        outcome = self._compose(brief, spare, watch)
        if outcome.copy is None:
            return _noted(spare, NOTES[outcome.reason])
        return replace(outcome.copy, captions=dict(outcome.copy.captions))

    def extend(self, brief: AdBrief, copy: AdCopy, watch: Watch = UNWATCHED) -> AdCopy:
        """``copy`` with blog article and translations: the model's where they hold, else the built-in writer's."""
        spare = self._builtin.extend(brief, copy, watch)
        reason = self._failed_lately(brief)
        if not reason:
            try:
                return self._extended(brief, copy, spare, watch)
            except Fault as fault:
                reason = fault.reason
        blog = spare.captions["naver_blog"]
        spare = replace(spare, captions={**spare.captions, "naver_blog": replace(blog, writer="builtin")})
        return spare if spare.note else _noted(spare, Note(_LATER.ko + NOTES[reason].ko, _LATER.en + NOTES[reason].en))

    def rewrite(self, brief: AdBrief, task: Rewrite, watch: Watch = UNWATCHED) -> Rewritten:
        """One text again, by one small call; the built-in writer's where that gives nothing usable."""
        spare = self._builtin.rewrite(brief, task, watch)
        try:
            return self._rewritten(brief, task, spare, watch)
        except Fault as fault:
            note = NOTES[fault.reason]
            return replace(spare, note=note.ko, note_en=note.en)

    def picture(self, brief: AdBrief, watch: Watch = UNWATCHED) -> PicturePrompt:
        """The owner's English, else the model's prompt from the same call as the words, else the glossary's.

        RequestRefused as for the built-in writer; a model's prompt that would be refused, or that translated a name
        the owner had put in quotation marks, is not used.
        """
        spare = self._builtin.picture(brief)
        if spare.source == "owner":
            return spare
        english = self._compose(brief, self._builtin.write(brief), watch).english
        if not is_english(english):
            return spare
        try:
            made = accept(english, brief, "model", self._count)
        except RequestRefused:
            return spare
        return made if set(spare.names) <= set(made.names) else spare

    def _compose(self, brief: AdBrief, spare: AdCopy, watch: Watch) -> _Outcome:
        """The outcome for ``brief``: a kept one, or that of one call."""
        with self._lock:
            found = self._kept.get(brief)
        if found and (found.copy or time.monotonic() - found.at < FAILURE_LASTS):
            return found
        try:
            outcome = self._campaign(brief, spare, watch)
        except Fault as fault:
            outcome = _Outcome(None, "", fault.reason, time.monotonic())
        if outcome.reason not in _NOT_KEPT:
            with self._lock:
                self._kept[brief] = outcome
                self._kept.move_to_end(brief)
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return outcome

    def _failed_lately(self, brief: AdBrief) -> str:
        """Why the model gave no words for ``brief`` within the last minute; "" when it did, or was not asked."""
        with self._lock:
            found = self._kept.get(brief)
        return found.reason if found and not found.copy and time.monotonic() - found.at < FAILURE_LASTS else ""

    def _campaign(self, brief: AdBrief, spare: AdCopy, watch: Watch) -> _Outcome:
        """Poster lines, short texts and image prompt. Fault when none of it is the model's."""
        plan = _Plan(schema.question(brief, schema.WRITE), schema.WRITE, brief,
                     lambda values: drafting.campaign(values, brief, spare, self.model))
        values = self._asked(plan, watch)
        copy = drafting.completed(plan.settled(values, spare), spare)
        ours = {spare.headline, *(line.text for line in spare.headlines)}
        if ours >= {line.text for line in copy.headlines} and all(text.writer for text in copy.captions.values()):
            raise Fault("ungrounded")
        return _Outcome(copy, str(values.get("image_prompt", "")), "", time.monotonic())

    def _extended(self, brief: AdBrief, copy: AdCopy, spare: AdCopy, watch: Watch) -> AdCopy:
        """``copy`` with what the model wrote. Where the built-in writer wrote ``copy``, its texts say so from now on,
        because the whole is no longer of one hand."""
        plan = _Plan(schema.question(brief, schema.EXTEND, copy), schema.EXTEND, brief,
                     lambda values: drafting.extended(values, brief, spare))
        made = plan.settled(self._asked(plan, watch), spare)
        blog = {"naver_blog": spare.captions["naver_blog"]}
        made = drafting.completed(made, replace(spare, captions=blog))
        if copy.writer == "builtin":
            copy = drafting.completed(copy, copy)
        return replace(copy, captions={**copy.captions, **made.captions}, translations=made.translations,
                       removed=(*copy.removed, *made.removed), writer="openai", model=self.model)

    def _rewritten(self, brief: AdBrief, task: Rewrite, spare: Rewritten, watch: Watch) -> Rewritten:
        """What the text said already, and the review, may be said again: they are grounds like the brief."""
        said = "\n".join(filter(None, (brief.description, task.current, _LINK.sub(" ", task.review))))
        grounds = replace(brief, description=said)
        plan = _Plan(schema.rewriting(brief, task), schema.rewritten_fields(task), grounds,
                     lambda values: drafting.single(task.key, values, spare.caption))
        copy = plan.settled(self._asked(plan, watch), plan.draft({}))
        caption = Caption(str(getattr(copy, task.key))) if task.key in schema.LINES_MAX else copy.captions[task.key]
        if not caption.text or caption.text == spare.caption.text:
            raise Fault("ungrounded")
        return Rewritten(caption, "openai", self.model, removed=copy.removed)

    def _asked(self, plan: _Plan, watch: Watch) -> schema.Values:
        """The fields of one answer, and of one repair of what is wrong with it where there is time for that."""
        until = time.monotonic() + self._options.deadline
        first = "" if plan.brief.text_in_image.strip() else drafting.chosen(plan.brief)
        teller = _Teller(watch.on_words, plan.fields, first) if watch.on_words else None
        answer = self._client.ask(plan.question, until, teller, watch.meter)
        values, wrong = schema.read(answer, plan.fields)
        wrong = {**plan.complaints(values), **wrong}
        if wrong and until - time.monotonic() > self._options.deadline * _REPAIR_SHARE:
            again = schema.fields_of(plan.fields, wrong)
            request = schema.repair(plan.question, answer, again, wrong)
            try:
                mended = self._client.ask(request, until, teller and teller.same, watch.meter)
                values |= schema.read(mended, again)[0]
            except Fault as fault:
                if not values and fault.reason != "cap":
                    raise
        if not values:
            raise Fault("answer")
        return values


def _noted(copy: AdCopy, note: Note) -> AdCopy:
    return replace(copy, note=note.ko, note_en=note.en)


class _Teller:
    """From raw text to readable words for ``on_words``: when there are new ones, and as a sign of life once a
    second."""

    def __init__(self, on_words: Callable[[str], None], fields: tuple[schema.Field, ...], first: str) -> None:
        self._on_words, self._fields, self._first = on_words, fields, first
        self._told, self._at = "", time.monotonic()

    def __call__(self, raw: str) -> None:
        self.tell(schema.readable(raw, self._fields, self._first))

    def same(self, raw: str) -> None:
        """While a repair is written: nothing new is shown, but whoever watches can still break it off."""
        self.tell(self._told)

    def tell(self, words: str) -> None:
        if words != self._told or time.monotonic() - self._at >= _ALIVE:
            self._told, self._at = words, time.monotonic()
            self._on_words(words)
