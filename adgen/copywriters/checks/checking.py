"""Copy that an owner can post: grounded in the brief, free of blocked claims, within every channel's limit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...brief import AdBrief, AdCopy, Caption, Headline, Note, PosterLines, Removed
from ...channels import TEXTS, TextLimit
from ...sms import carried
from ...trades import TRADES
from ..language.korean import with_particle
from ..language.naming import strip_josa
from .grounded import invention, numbers
from .mending import grave, mended, softened_claims
from .mentions import foods
from .quantities import quantities
from .splitting import split
from .trimming import cut, is_practical

LINES: dict[str, int] = {"headline": 30, "subline": 40, "call_to_action": 20}
"""The poster's lines and how long they may be, in characters: what every template still sets legibly."""
_CUT = Note("길어서 줄였어요.", "Shortened: it was too long.")
_ALL = Note("쓸 만한 문장이 남지 않아 내장 문구로 채웠어요.", "Nothing usable was left: the built-in writer's text.")
_FOREIGN = Note("번역에 가게가 알려 주지 않은 숫자가 있어 뺐어요.", "The translation held a number that the brief "
                                                "does not state.")
_ONE = re.compile(r"(?<![가-힣])한\s?(?:잔|개|단|달|판|명|장|송이|그릇|세트|번|마리|병|벌|시간|주|해|회|주일|켤레|곳)")
_GREETING = re.compile(r"^(?:안녕하세요|안녕하십니까|반갑습니다|반가워요)[^가-힣]*(?:[^.!?]{0,24}(?:이에요|예요"
                       r"|입니다))?[.!~]*$")


@dataclass(frozen=True)
class Violation:
    """What is wrong at ``where`` (a line's name or a key of TEXTS), as an English sentence for the model's repair."""

    where: str
    text: str
    complaint: str


def violations(copy: AdCopy, brief: AdBrief) -> tuple[Violation, ...]:
    """All that must change before ``copy`` may be posted."""
    found: list[Violation] = []
    for where, line in _lines(copy, brief):
        found += _wrong(where, line, brief)
        if len(line) > LINES[where]:
            found.append(_too_long(where, line, f"{len(line)} characters; at most {LINES[where]}"))
    for key, caption in copy.captions.items():
        for text in (caption.title, *caption.text.split("\n"), caption.button):
            found += _wrong(key, text, brief)
        for tag in caption.hashtags:
            found += _wrong_tag(key, tag, brief)
        found += [_too_long(key, caption.text, trouble) for trouble in _troubles(caption, TEXTS[key])]
    for language, lines in copy.translations.items():
        strange = _foreign_numbers(lines, brief)
        if strange:
            found.append(Violation(language, strange, f"The number {strange} does not stand in the brief."))
    return tuple(found)


def checked(copy: AdCopy, brief: AdBrief, spare: AdCopy) -> AdCopy:
    """``copy`` with every sentence that is not grounded, or that makes a blocked claim, taken out and named in
    ``removed``; texts that are too long cut at a sentence; what is then empty is ``spare``'s."""
    removed: list[Removed] = []
    lines = {where: _line(where, getattr(copy, where), getattr(spare, where), brief, removed) for where in LINES}
    if brief.text_in_image.strip():
        lines["headline"] = copy.headline
    heads = _headlines(copy, lines["headline"], spare, brief, removed)
    captions = {key: _caption(key, caption, spare.captions.get(key, Caption("")), brief, removed)
                for key, caption in copy.captions.items()}
    translations = dict(copy.translations)
    for language, words in copy.translations.items():
        if _foreign_numbers(words, brief):
            removed.append(Removed(language, words.headline, _FOREIGN))
            translations.pop(language)
            if language in spare.translations:
                translations[language] = spare.translations[language]
    return replace(copy, **lines, headlines=heads, captions=captions, translations=translations,
                   removed=_once((*copy.removed, *removed)))


def softened(brief: AdBrief) -> tuple[AdBrief, tuple[Removed, ...]]:
    """``brief`` without the owner's claims of level "block": softened where there is a softer wording, left out where
    there is none. The description is never empty: the product stays, or a neutral line."""
    removed: list[Removed] = []
    description = _own(brief.description, "description", brief, removed)
    about = _own(brief.store.description, "store", brief, removed)
    headline = _own(brief.text_in_image, "headline", brief, removed)
    if not removed:
        return brief, ()
    if not re.search(r"\w", description):
        description = _neutral(brief)
    return replace(brief, description=description, text_in_image=headline,
                   store=replace(brief.store, description=about)), _once(removed)


def _neutral(brief: AdBrief) -> str:
    """A line for a description of which nothing was left: the thing it names outside its claims, else the store."""
    rest = brief.description
    for found in reversed(grave(rest, brief, rest)):
        rest = f"{rest[:found.start]} {rest[found.end:]}"
    things = [strip_josa(re.sub("(?:으로|로|에)$", "", word)) for food in foods(rest)
              for word in re.findall(re.escape(food) + "[가-힣]*", rest)]
    if things:
        return with_particle(max(things, key=len), "을") + " 준비했어요."
    return f"{brief.store.name} 소식을 전해요." if brief.store.name.strip() else "새 소식을 전해요."


def _own(text: str, where: str, brief: AdBrief, removed: list[Removed]) -> str:
    """The owner's text, line by line and sentence by sentence, without claims of level "block"."""
    lines = []
    for line in text.split("\n"):
        parts = [(part, softened_claims(part, brief)) for part in split(line)]
        removed += [Removed(where, part, one.why) for part, one in parts if one.why]
        lines.append(" ".join(one.text for _, one in parts if one.text) if any(one.why for _, one in parts) else line)
    return "\n".join(lines)


def _lines(copy: AdCopy, brief: AdBrief) -> Iterable[tuple[str, str]]:
    """The poster's lines by name; the owner's own headline is theirs."""
    others = [("headline", head.text) for head in copy.headlines if head.text != copy.headline]
    mine = () if brief.text_in_image.strip() else (("headline", copy.headline),)
    return (*mine, *others, ("subline", copy.subline), ("call_to_action", copy.call_to_action))


def _wrong(where: str, text: str, brief: AdBrief) -> list[Violation]:
    found = []
    for sentence in split(text):
        for claim in grave(sentence, brief, brief.facts()):
            instead = f' Say "{claim.suggestion}" instead.' if claim.suggestion else " Leave it out."
            found.append(Violation(where, sentence, f'"{claim.text}" breaks {claim.law}: {claim.why_en}{instead}'))
        made_up = invention(sentence, brief)
        if made_up:
            found.append(Violation(where, sentence, f'"{made_up.piece}" is {made_up.why.en.rsplit(": ", 1)[0]}. '
                                                    "Leave it out."))
    return found


def _wrong_tag(where: str, tag: str, brief: AdBrief) -> list[Violation]:
    """What is wrong with a hashtag; those of the trade are everybody's."""
    ours = TRADES[brief.store.trade].hashtags if brief.store.trade in TRADES else ()
    return [] if tag in ours else _wrong(where, tag, brief)


def _too_long(where: str, text: str, trouble: str) -> Violation:
    return Violation(where, text[:80], f"{where}: {trouble}.")


def _troubles(caption: Caption, limit: TextLimit) -> list[str]:
    """What breaks the channel's limit, as English clauses."""
    unit = "bytes" if limit.unit == "bytes" else "characters"
    size = limit.size(caption.posted())
    checks = (
        (not caption.text.strip(), "the text is empty"),
        (limit.limit is not None and limit.unit != "px" and size > limit.limit,
         f"{size} {unit}; at most {limit.limit}"),
        (limit.line_breaks is not None and caption.posted().count("\n") > limit.line_breaks,
         f"at most {limit.line_breaks} line breaks"),
        (limit.unit == "bytes" and carried(caption.text) != caption.text,
         "no emoji and nothing outside EUC-KR"),
        (len(caption.text) < limit.least, f"{len(caption.text)} characters; at least {limit.least}"),
        (_over(caption.title, limit, limit.title), f"the title has {limit.size(caption.title)} {unit}; at most "
                                                   f"{limit.title}"),
        (_over(caption.button, limit, limit.button), f"the button has {limit.size(caption.button)} {unit}; at most "
                                                     f"{limit.button}"),
        (len(caption.hashtags) > limit.hashtags, f"{len(caption.hashtags)} hashtags; at most {limit.hashtags}"),
    )
    return [trouble for wrong, trouble in checks if wrong]


def _over(text: str, limit: TextLimit, most: int | None) -> bool:
    return bool(text) and limit.size(text) > (most or 0)


def _line(where: str, text: str, spare: str, brief: AdBrief, removed: list[Removed]) -> str:
    """One line of the poster, whole or not at all."""
    one = [mended(part, brief) for part in split(text)]
    line = " ".join(part.text for part in one if part.text)
    why = next((part.why for part in one if part.why), None)
    if all(part.text for part in one) and len(line) <= LINES[where]:
        if why:
            removed.append(Removed(where, text, why))
        return line
    removed.append(Removed(where, text, why or _CUT))
    return spare


def _headlines(copy: AdCopy, headline: str, spare: AdCopy, brief: AdBrief,
               removed: list[Removed]) -> tuple[Headline, ...]:
    """The angles' headlines, ``headline`` for the chosen one, each text once."""
    spares = {head.angle: head.text for head in spare.headlines}
    found: dict[str, Headline] = {}
    for head in copy.headlines:
        text = (headline if head.text == copy.headline
                else _line("headline", head.text, spares.get(head.angle, ""), brief, removed))
        if text:
            found.setdefault(text, replace(head, text=text))
    return tuple(found.values())


def _caption(key: str, caption: Caption, spare: Caption, brief: AdBrief, removed: list[Removed]) -> Caption:
    """One channel's words, mended and cut; ``spare`` where too little is left."""
    limit = TEXTS[key]
    text = _mended_text(key, caption.text, brief, removed)
    if limit.unit == "bytes":
        text = carried(text)
    tags = tuple(tag for tag in caption.hashtags if not _wrong_tag(key, tag, brief))[:limit.hashtags]
    if caption.hashtags and not tags:
        tags = spare.hashtags[:limit.hashtags]
    room = None if limit.limit is None else limit.limit - limit.size(Caption("", tags).posted())
    short = cut(text, limit, room)
    if _is_usable(short, limit):
        if short != text and len(re.sub(r"\s", "", short)) < len(re.sub(r"\s", "", text)):
            removed.append(Removed(key, text[len(short):].strip()[:200] or text[:200], _CUT))
        return replace(caption, text=short, hashtags=tags,
                       title=_short_line(key, caption.title, spare.title, brief, removed),
                       button=_short_line(key, caption.button, spare.button, brief, removed, "button"))
    if caption.text.strip():
        removed.append(Removed(key, caption.text[:200], _ALL))
    return replace(spare, writer="builtin")


def _mended_text(key: str, text: str, brief: AdBrief, removed: list[Removed]) -> str:
    lines = []
    for line in text.split("\n"):
        parts = [(part, mended(part, brief)) for part in split(line)]
        removed += [Removed(key, part, one.why) for part, one in parts if one.why]
        lines.append(" ".join(one.text for _, one in parts if one.text))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _short_line(key: str, text: str, spare: str, brief: AdBrief, removed: list[Removed], part: str = "title") -> str:
    """A title or a button: whole, or the spare's."""
    limit = TEXTS[key]
    most = limit.title if part == "title" else limit.button
    one = mended(text, brief) if text else None
    if one and one.text and not _over(one.text, limit, most):
        if one.why:
            removed.append(Removed(key, text, one.why))
        return one.text
    if one and most:
        removed.append(Removed(key, text, one.why or _CUT))
    return spare if most else ""


def _is_usable(text: str, limit: TextLimit) -> bool:
    """Whether a text still says something beside a greeting and how to find the shop."""
    said = [part for line in text.split("\n") if not is_practical(line) for part in split(line)]
    return bool([part for part in said if not _GREETING.match(part)]) and len(text) >= limit.least


def _foreign_numbers(lines: PosterLines, brief: AdBrief) -> str:
    """The first number of a translation that the brief does not hold in any spelling, "" when there is none.

    A discount of 30 % is 7折 in Chinese; 오후 3시 is 3 p.m. or 15:00.
    """
    known = {float(number) for number in numbers(brief.facts()) if re.fullmatch(r"\d+(?:\.\d+)?", number)}
    for one in quantities(brief.facts()):
        for value in one.values:
            known |= {value, value // 100, value % 100} if one.kind == "date" else {value}
            known |= {value // 60, value // 60 % 12 or 12, value % 60} if one.kind == "time" else set()
            known |= {100 - value, (100 - value) / 10} if one.kind == "%" else set()
    known |= {1.0} if _ONE.search(brief.facts()) else set()
    known |= {50.0, 5.0} if re.search("반값|절반", brief.facts()) else set()
    text = " ".join((lines.headline, lines.subline, lines.offer, lines.call_to_action, lines.period))
    return next((number for number in sorted(numbers(text))
                 if re.fullmatch(r"\d+(?:\.\d+)?", number) and float(number) not in known), "")


def _once(removed: Iterable[Removed]) -> tuple[Removed, ...]:
    """Each sentence once: the same one in ten channels is one piece of news."""
    return tuple({(one.text, one.why.ko): one for one in reversed(tuple(removed))}.values())[::-1]
