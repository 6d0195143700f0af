"""One text again, shorter, funnier or more polite, without a model.

Another variant is the next seed after the text that stands there now: asked again and again, it goes on. What the owner
put in stays: sentences with numbers and sentences that are not ours are kept, in the register that is asked for.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from ...brief import AdBrief, AdCopy, Caption
from ...channels import TEXTS, TextLimit
from ..base import Rewrite
from ..language import parting
from ..language.deference import formal, soft
from . import reply as replies
from . import writer as builtin
from .blog import article

LINES = ("headline", "subline", "call_to_action")
_TONES = {"funnier": "유쾌", "politer": "고급"}
_SHORTER = 0.65
_TRIES, _WALK = 8, 16
_CLOSING = 4
"""A long text loses its middle first, and its last sentences when little else is left."""
_LINE_MOST = 24
_CLEARLY, _LEAST = 0.8, 4
_CASUAL = re.compile(r"(?<!세)요[.!~]*$")
_SAYING = re.compile(r"(?:에서|에|으로|로|을|를)?\s(?:드려요|드립니다|나왔어요|나왔습니다|만나요|준비했어요"
                     r"|준비했습니다|소개해요|소개합니다|전해요|전합니다|선보여요|선보입니다|판매해요|판매합니다)[.!~]*$")
_CALLS = ("짜잔, ", "여기요, ", "똑똑, ", "두둥, ", "자, ")
_NUMBER = re.compile(r"\d[\d,.:]*")


def rewrite(brief: AdBrief, task: Rewrite) -> Caption:
    """The text of ``task`` anew, within its channel's limit: nothing that the brief or the text did not say."""
    if task.key in LINES:
        return Caption(_line(brief, task))
    if TEXTS[task.key].unit == "px":
        return _strip(brief, task)
    toned = replace(brief, store=replace(brief.store, tone=_TONES.get(task.how or "", brief.store.tone)))
    found = (_shorter if task.how == "shorter" else _in_tone if task.how in _TONES else _again)(brief, task)
    # A line that is nothing but the news has nothing to leave out, and no room for more.
    return found if found.text.strip() and TEXTS[task.key].fits(found.posted()) else _written(toned, task)


def _seeds(brief: AdBrief, current: str) -> Iterator[int]:
    """Seeds to try, the first told by the text that stands there."""
    step = 1 + zlib.crc32(current.encode()) % 9973
    return ((brief.seed + step + at) % 2**32 for at in range(_TRIES))


def _again(brief: AdBrief, task: Rewrite) -> Caption:
    """The variant after the one that stands there, when it is found among the next; else one told by its hash."""
    if not task.current.strip():
        return _written(brief, task)
    shown, passed, found = parting.bare(task.current), False, Caption("")
    for at in range(_WALK):
        found = _written(replace(brief, seed=(brief.seed + at) % 2**32), task)
        if passed and parting.bare(found.text) != shown:
            return found
        passed = passed or parting.bare(found.text) == shown
    for seed in _seeds(brief, task.current):
        found = _written(replace(brief, seed=seed), task)
        if found.text and parting.bare(found.text) != shown:
            break
    return found


def _written(brief: AdBrief, task: Rewrite) -> Caption:
    """The text of ``task`` as the built-in writer writes it for ``brief``."""
    if task.key == "review_reply":
        return replies.reply(brief, task.review)
    if task.key == "naver_blog":
        return article(builtin.Draft(brief))
    copy = builtin.Draft(brief).copy()
    return copy.captions.get(task.key) or _from_others(copy, TEXTS[task.key])


def _from_others(copy: AdCopy, limit: TextLimit) -> Caption:
    """A text for a channel that is not written on its own: the fullest of the others that fits, else the headline."""
    fitting = [caption.text for caption in copy.captions.values() if caption.text and limit.fits(caption.text)]
    text = max(fitting, key=len) if fitting and limit.unit != "px" else copy.headline
    title = copy.headline if limit.title and len(copy.headline) <= limit.title else ""
    return Caption(text, title=title)


def _shorter(brief: AdBrief, task: Rewrite) -> Caption:
    """The sentences of the current text that matter: ours go first, the last of them first."""
    limit = TEXTS[task.key]
    frame = _written(brief, task)
    parts = parting.part(task.current or frame.text, builtin.Draft(brief), _ours(brief, task))
    aim = int(_SHORTER * limit.size(parting.joined(parts)))
    while limit.size(parting.joined(parts)) > aim:
        loose = [at for at, one in enumerate(parts) if one.loose]
        if not loose or len(parts) == 1:
            break
        parts = parting.dropped(parts, loose[-_CLOSING if len(loose) > 2 * _CLOSING else -1])
    return _fitted(replace(frame, text=parting.joined(parting.without_empty_headings(parts))), limit)


def _in_tone(brief: AdBrief, task: Rewrite) -> Caption:
    """A variant in the other tone, and in it what the owner says in the current text."""
    tone = _TONES[task.how or "funnier"]
    limit = TEXTS[task.key]
    convert = formal if task.how == "politer" else soft
    seed = next(_seeds(brief, task.current))
    toned = replace(brief, seed=seed, store=replace(brief.store, tone=tone, samples=()))
    fresh = _written(toned, task)
    told = parting.part(task.current, builtin.Draft(brief), _ours(brief, task))
    kept = [convert(one.text) if one.spoken else one.text for one in told
            if not one.loose and not one.heading and not (one.practical and _numbers(one.text) <= _numbers(fresh.text))]
    own = parting.part(fresh.text, builtin.Draft(toned), frozenset(parting.sentences(fresh.text)))
    if task.current.strip() and task.key != "review_reply":
        own = [one for one in own if one.practical or _numbers(one.text) <= _numbers(task.current)]
    missing = [line for line in dict.fromkeys(kept) if not parting.says(fresh.text, line)]
    return _with(fresh, own, missing, limit)


def _with(fresh: Caption, parts: list[parting.Part], missing: list[str], limit: TextLimit) -> Caption:
    """``parts`` of ``fresh`` and the sentences ``missing`` from it; its loose ones make room for them."""
    at = next((at for at, one in enumerate(parts) if one.practical), len(parts))
    firm = [at for at, one in enumerate(parts[:at]) if not one.loose and not one.practical]
    at = firm[-1] + 1 if firm else at
    parts[at:at] = [parting.Part(line, gap=" " if limit.line_breaks == 0 else "\n", loose=False) for line in missing]
    while True:
        caption = replace(fresh, text=parting.joined(parting.without_empty_headings(parts)))
        loose = [at for at, one in enumerate(parts) if one.loose]
        if limit.fits(caption.posted()) or not loose:
            return _fitted(caption, limit)
        parts = parting.dropped(parts, loose[-1])


def _fitted(caption: Caption, limit: TextLimit) -> Caption:
    """``caption`` within ``limit``: fewer hashtags first, then fewer sentences at its end."""
    tags = caption.hashtags[:limit.hashtags]
    while tags and not limit.fits(replace(caption, hashtags=tags).posted()):
        tags = tags[:-1]
    text = caption.text
    while text and not limit.fits(replace(caption, text=text, hashtags=tags).posted()):
        shorter = parting.without_last(text)
        if shorter == text:
            break
        text = shorter
    return replace(caption, text=text, hashtags=tags)


def _ours(brief: AdBrief, task: Rewrite) -> frozenset[str]:
    """Sentences that the built-in writer may have put into the current text."""
    if task.key == "naver_blog":
        return frozenset()
    seeds = ((brief.seed + at) % 2**32 for at in range(_TRIES))
    return frozenset(sentence for seed in seeds
                     for sentence in parting.sentences(_written(replace(brief, seed=seed), task).text))


def _strip(brief: AdBrief, task: Rewrite) -> Caption:
    """Two lines for a strip of pixels: the first one rewritten like a headline, then who advertises."""
    first = (task.current.strip() or "\n").split("\n")[0].strip()
    head = _line(brief, replace(task, key="headline", current=first))
    return Caption(head if brief.store.name in head else f"{head}\n{brief.store.name}")


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))


def _line(brief: AdBrief, task: Rewrite) -> str:
    """One line of the poster: another, a shorter one, or one in the other tone; the numbers of the current one stay."""
    current = task.current.strip()
    plain = _lines(brief, task)
    if task.how == "shorter":
        return _shorter_line(brief, current, plain)
    change = _CHANGES.get(task.how or "")
    pool = plain
    if change:
        toned = _lines(replace(brief, store=replace(brief.store, tone=_TONES[task.how or ""], samples=())), task)
        if current and current not in plain and current not in toned and change(current) != current:
            return change(current)
        pool = [line for line in toned if line not in plain and not (task.how == "politer" and _CASUAL.search(line))]
    rows = [line for line in pool if line == current or _numbers(current) <= _numbers(line)]
    if not set(rows) - {current}:
        return change(current) if change and current else current or plain[0]
    at = rows.index(current) + 1 if current in rows else zlib.crc32(f"{brief.seed}|{current}".encode())
    return rows[at % len(rows)]


def _shorter_line(brief: AdBrief, current: str, plain: list[str]) -> str:
    """The longest line that is clearly shorter, else the subject alone, else the current one without its verb."""
    if not current:
        return min(plain, key=len)
    subject = builtin.Draft(brief).reading.product
    lines = [line for line in (*plain, subject) if line and _numbers(current) <= _numbers(line)]
    clear = [line for line in lines if len(line) <= _CLEARLY * len(current)]
    return max(clear, key=len) if clear else _clipped(current)


def _lines(brief: AdBrief, task: Rewrite) -> list[str]:
    """The lines that the built-in writer has for ``task.key``."""
    free = replace(brief, text_in_image="")
    seeds = ((brief.seed + at) % 2**32 for at in range(_TRIES))
    copies = (builtin.Draft(replace(free, seed=seed)).copy() for seed in seeds)
    found = [str(getattr(copy, task.key)) for copy in copies]
    if task.key == "headline":
        found += builtin.Draft(free).headlines()
    return [line for line in dict.fromkeys(found) if line] or [brief.store.name]


def _clipped(line: str) -> str:
    """``line`` without a verb that says no more than its noun, or the part of it that has its numbers."""
    bare = _SAYING.sub("", line)
    # After 이 and 가 nobody knows where a noun ends: 떡볶이.
    if bare != line and len(bare) >= _LEAST and _numbers(bare) == _numbers(line) and bare[-1] not in "이가":
        return bare
    pieces = [piece.strip() for piece in re.split(r"[,.!?|·:~]\s+|\s[|·~:-]\s", line) if piece.strip()]
    numbered = [piece for piece in pieces if _numbers(line) <= _numbers(piece)]
    return max(numbered, key=len) if len(pieces) > 1 and numbered else line


def _playful(line: str) -> str:
    bare = line.rstrip(".! ")
    called = _CALLS[zlib.crc32(bare.encode()) % len(_CALLS)] + bare + "!"
    return bare + "!" if len(called) > _LINE_MOST or line.startswith(tuple(call.strip() for call in _CALLS)) else called


def _polite_line(line: str) -> str:
    return formal(line).rstrip(".")


_CHANGES: dict[str, Callable[[str], str]] = {"funnier": _playful, "politer": _polite_line}
