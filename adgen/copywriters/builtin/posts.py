"""The texts for channels, each built in its own way from one draft: a post, a note to neighbours, a message, a menu.

Parts are left out, never cut: the least important first, until the channel's limit holds.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import sms
from ...brief import Caption
from ...channels import TEXTS, TextLimit
from ..language.korean import particle
from ..language.spotting import strip_facts
from ..language.tidy import polite
from . import lines, snippets, telling
from .asides import SERVINGS, SHORTS, WISHES
from .phrases import KAKAO_BUTTONS, QUIET
from .sayings import CLOSINGS, FRIENDS, INVITES, NEIGHBOURS, OPENINGS, SCENE_OPENINGS

if TYPE_CHECKING:
    from .writer import Draft

_THANKS = re.compile("고맙|고마|감사")
_AWAY = {"closed": ("여름휴가",)}
Part = tuple[int, str]
"""How much a part matters (the lowest goes first), and its text."""
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.@])[\w-]+\.(?:com|net|kr|io|me|shop|store|co)(?:/\S*)?(?![\w.])")
_PRICE = re.compile(r"[\d,]+원")
_PASSING = re.compile(r"할인|세일|예약|\d\s*%|팔기 시작|→|\d\s*[만천]?\s*원")
"""What tells of a sale and not of the dish."""
_WIDE, _FULL = 0.72, 0.85
"""The share of a wide message for the owner's sentences, and how much of the news they must carry to stand alone."""
_BODY, _ROOM_LEAST, _LONGEST, _BARE, _HALF = 8, 20, 48, 5, 34


def post(draft: "Draft", key: str) -> Caption:
    """The text of ``key``, within the limit of TEXTS, with title and button where the channel has them."""
    limit = TEXTS[key]
    caption = POSTS[key](draft, limit)
    if not caption.text:
        fitting = [line for line in (*snippets.enough(draft, limit, limit.limit or lines.MAX, []), *lines.plain(draft))
                   if limit.fits(line)]
        caption = replace(caption, text=draft.pick(key, fitting)[0])
    return replace(caption, title=snippets.title(draft, limit, caption.text) if limit.title else "",
                   button=_button(draft, limit) if limit.button else "")


def openings(draft: "Draft") -> list[str]:
    """First lines: of the tone, of the occasion, and of the season."""
    own = draft.voiced(OPENINGS, draft.key)
    # After the owner's own greeting one does not introduce oneself a second time.
    if draft.voice.greeting and own:
        return own
    return draft.voiced(OPENINGS, "any") + own + draft.voiced(SCENE_OPENINGS, "any")


def invites(draft: "Draft") -> list[str]:
    """Sentences after the news: to the product where there is one to speak of, and to the store."""
    if draft.key in QUIET:
        return draft.voiced(INVITES, draft.key if draft.key in INVITES else "quiet")
    product = draft.voiced(INVITES, "product") if draft.sells else []
    return [line for line in product if len(line) <= _LONGEST] + draft.voiced(INVITES, "store")


def closings(draft: "Draft") -> list[str]:
    """Last sentences: of the occasion where it has its own, else of the tone."""
    return draft.voiced(CLOSINGS, draft.key if draft.key in CLOSINGS else "any")


def tails(draft: "Draft", end: str = "") -> list[str]:
    """Ends of a text: one sentence, or two of which only one names the store: a name in every line tires.

    ``end`` is a last sentence that is given: the owner's own, or the wish of a day.
    """
    store, alone, close = draft.slots["store"], invites(draft), closings(draft)
    every = [*dict.fromkeys((*alone, *close))]
    thanked = [f"{one}\n{word}." for word in draft.voiced(SHORTS, "end") for one in every
               if not _THANKS.search(one)]
    if end:
        return [f"{one}\n{end}" for one in (*every, *(thanked if not _THANKS.search(end) else ()))]
    product = draft.slots.get("product", store)
    pairs = [f"{one}\n{other}" for one in alone if store not in one for other in close if product not in other]
    found = [*(line for line in every if store in line), *pairs]
    return found if len(found) >= lines.ENOUGH else [*dict.fromkeys((*every, *pairs, *thanked))]


def _saying(draft: "Draft", key: str, first: list[str]) -> tuple[str, str]:
    """Opening and end of one text: walked together, so that no combination comes twice."""
    wish = _wish(draft, key)
    start, tail = draft.pick(key, first, tails(draft, draft.voice.closing or wish))
    return _lively(draft, start), _lively(draft, tail)


def _wish(draft: "Draft", key: str) -> str:
    """What one wishes on the named day, unless the owner did, or is away on it."""
    rows = draft.voiced(WISHES, draft.day) if draft.day and draft.day not in _AWAY.get(draft.key, ()) else []
    wish = draft.pick(key + " wish", rows)[0]
    return "" if wish[:5] and wish[:5] in draft.brief.description else wish


def _prose(draft: "Draft", told: list[str]) -> str:
    """Sentences in one paragraph; a bare day becomes one, and what the owner left without a full stop gets one."""
    told = [line if _PRICE.fullmatch(line) else polite(line, draft.register) for line in told]
    return " ".join(line if re.search(r"[^\w)\]%]$", line) else f"{line}." for line in told)


def _hook(draft: "Draft", start: str) -> str:
    """The owner's greeting, where they have one, before a first line."""
    return "\n".join(filter(None, (draft.voice.greeting, start)))


def _lively(draft: "Draft", text: str) -> str:
    """``text`` with the exclamation marks that the owner likes; a notice stays calm."""
    if not draft.voice.exclaims or draft.key in QUIET:
        return text
    return re.sub(r"(?<=[요다])\.$", "!", text)


def _fitted(limit: TextLimit, parts: Iterable[Part], gap: str = "\n\n", tags: tuple[str, ...] = ()) -> str:
    """The parts that ``limit`` takes, in their order; "" when not even the one that matters most fits."""
    left = [part for part in parts if part[1]]
    while left:
        text = gap.join(part[1] for part in left)
        if limit.fits(Caption(text, tags).posted()):
            return text
        left.remove(min(reversed(left), key=lambda part: part[0]))
    return ""


def _told(draft: "Draft", limit: TextLimit, share: float = 0.6, links: bool = True) -> list[str]:
    """The owner's sentences, whole ones only, that take at most ``share`` of the limit."""
    room, found = (limit.limit or 2000) * share, []
    for line in draft.told():
        text = line if links else " ".join(_LINK.sub("", line).split())
        size = limit.size(text) + 1
        if text and re.search(r"\w", text) and size <= room:
            found.append(text)
            room -= size
    return found


def _ground(draft: "Draft") -> str:
    return f"※ {draft.brief.ground.strip()}" if draft.brief.ground.strip() else ""


def _instagram(draft: "Draft", limit: TextLimit) -> Caption:
    """A hook, the news, an invitation, what a visitor needs, tags."""
    start, tail = _saying(draft, limit.key, openings(draft))
    tags = draft.hashtags()[:limit.hashtags]
    hook = f"{start} {draft.emoji()}".strip() if draft.brief.seed % 3 != 2 else start
    text = _fitted(limit, ((6, _hook(draft, hook)), (_BODY, "\n".join(_told(draft, limit))), (4, tail),
                           (5, draft.practical()), (9, _ground(draft))), tags=tags)
    return Caption(text, tags)


def _daangn(draft: "Draft", limit: TextLimit) -> Caption:
    """One neighbour to others: who speaks, what is new, where it is."""
    start, tail = _saying(draft, limit.key, draft.voiced(NEIGHBOURS, "any"))
    store = draft.brief.store
    where = _listed("", (("위치", store.address), ("시간", store.opening_hours), ("문의", store.phone)))
    told = _prose(draft, _told(draft, limit))
    return Caption(_fitted(limit, ((6, start), (_BODY, told), (3, tail.replace("\n", " ")), (5, where),
                                   (9, _ground(draft)))))


def _naver_place(draft: "Draft", limit: TextLimit) -> Caption:
    """The news first, then a list of what to know: people who read it have the map before them."""
    _, tail = _saying(draft, limit.key, [])
    store, (price, period) = draft.brief.store, draft.fields()
    known = _listed("■ ", (("가격", price), ("기간", period), ("영업시간", store.opening_hours), ("문의", store.phone)))
    told = [line for line in _told(draft, limit) if line not in (price, period)]
    return Caption(_fitted(limit, ((_BODY, "\n".join(told)), (5, known), (4, tail.replace("\n", " ")),
                                   (9, _ground(draft)))))


def _kakao_message(draft: "Draft", limit: TextLimit) -> Caption:
    """Under a picture: the hook, the news, one line to act on."""
    start, close = draft.pick(limit.key, openings(draft), closings(draft))
    body, close = "\n".join(_told(draft, limit, 0.5)), _lively(draft, draft.voice.closing or close)
    return Caption(_fitted(limit, ((6, _hook(draft, _lively(draft, start))), (_BODY, body), (4, close),
                                   (5, draft.practical()), (9, _ground(draft)))))


def _kakao_text(draft: "Draft", limit: TextLimit) -> Caption:
    """A letter to those who follow the channel, without links: the kind of message forbids them."""
    start, tail = _saying(draft, limit.key, draft.voiced(FRIENDS, "any"))
    store = draft.brief.store
    opening = draft.pick(limit.key + " hook", draft.voiced(OPENINGS, draft.key))[0]
    known = _listed("▶ ", (("오시는 길", store.address), ("영업시간", store.opening_hours), ("문의", store.phone)))
    body = "\n".join(filter(None, (opening, *_told(draft, limit, links=False))))
    return Caption(_fitted(limit, ((6, start), (_BODY, body), (4, tail), (5, known), (9, _ground(draft)))))


def _kakao_simple(draft: "Draft", limit: TextLimit) -> Caption:
    """Hook and news in one block, then an end and the number to call."""
    start, tail = _saying(draft, limit.key, openings(draft))
    body = "\n".join([_hook(draft, start), *_told(draft, limit, 0.5)])
    phone = draft.brief.store.phone.strip()
    return Caption(_fitted(limit, ((_BODY, body), (4, tail), (5, phone and f"☎ {phone}"), (9, _ground(draft)))))


def _kakao_wide(draft: "Draft", limit: TextLimit) -> Caption:
    """Two lines under a wide picture: the news with its price and its days, and a word to come."""
    close, news = closings(draft), telling.news_of(draft)
    under = [*dict.fromkeys((*close, *invites(draft)))]
    marks = ["", *(f"{mark} " for mark in draft.voiced(SHORTS, "marks"))]
    told = _prose(draft, _told(draft, limit, _WIDE))
    cores = [told] if told and news.weight(told) >= _FULL * max(
        map(news.weight, telling.told_in_one(draft, news)), default=0) else []
    cores = cores or snippets.enough(draft, limit, _HALF, [])[:lines.ENOUGH]
    texts = snippets.fitting([f"{core}\n{word}" for core in cores for word in under if word not in core], limit)
    ends = [word for word in snippets.shorts(draft) if word[-1] in "요다"]
    for row in (under, ends):
        if len(texts) < lines.ENOUGH:
            more = [f"{mark}{core}\n{word}" for core in cores for mark in marks for word in row]
            texts += snippets.fitting(more, limit)
    return Caption(draft.pick(limit.key, [*dict.fromkeys(texts)])[0])


def _kakao_carousel(draft: "Draft", limit: TextLimit) -> Caption:
    """A card: two or three sentences in one paragraph."""
    told, tail = _told(draft, limit, 0.5)[:3], draft.pick(limit.key, tails(draft))[0]
    return Caption(_fitted(limit, ((_BODY, _prose(draft, told)), (4, tail.replace("\n", " "))), gap=" "))


def _one_line(draft: "Draft", limit: TextLimit) -> Caption:
    """A place for a single line."""
    told = [line.rstrip(". ") for line in _told(draft, limit, 1.0)[:1]]
    return Caption(draft.pick(limit.key, snippets.enough(draft, limit, limit.limit or lines.MAX, told))[0])


def _sms(draft: "Draft", limit: TextLimit) -> Caption:
    """What fits 90 bytes beside the law's frame, in the carriers' letters: the owner's sentence where it does."""
    room = sms.room(draft.brief.store.name, draft.brief.store.phone)
    room = room if room >= _ROOM_LEAST else limit.limit or 0
    told = _told(draft, limit, room / (limit.limit or room))[:1]
    return Caption(draft.pick(limit.key, snippets.enough(draft, limit, room, told))[0])


def _lms(draft: "Draft", limit: TextLimit) -> Caption:
    """A long message: the frame of the law takes its share of the 2,000 bytes."""
    start, tail = _saying(draft, limit.key, openings(draft))
    store, (price, period) = draft.brief.store, draft.fields()
    inner = replace(limit, limit=max(200, sms.room(store.name, store.phone, limit=sms.LMS_BYTES)))
    known = _listed("▶ ", (("가격", price), ("기간", period), ("위치", store.address), ("시간", store.opening_hours),
                           ("문의", store.phone), ("링크", store.link_url)))
    told = [line for line in _told(draft, inner) if line not in (price, period)]
    parts = ((6, _hook(draft, start)), (_BODY, "\n".join(told)), (5, known), (4, tail),
             (9, _ground(draft)))
    return Caption(_fitted(inner, [(rank, sms.carried(text).strip()) for rank, text in parts]))


def _delivery_menu(draft: "Draft", limit: TextLimit) -> Caption:
    """What the brief says of the dish, and a neutral word to choose it; prices stand beside it in the app."""
    reading, store = draft.reading, draft.slots["store"]
    told = [line for line in _told(draft, limit) if reading.product in line and not _PASSING.search(line)
            and len(re.sub(r"[^가-힣]", "", strip_facts(line))) > _BARE]
    if not told:
        name = " ".join(filter(None, (reading.modifier, reading.product)))
        name = reading.detail if reading.detail.endswith(reading.product) else name
        told = [f"{store}의 {name}{'입니다' if draft.register == '다' else particle(name, '이에요')}."]
    one = draft.pick(limit.key, [line for line in draft.voiced(SERVINGS, "product") if line not in told])[0]
    return Caption(_fitted(limit, ((_BODY, _prose(draft, told)), (6, one)), gap=" "))


def is_dish(draft: "Draft") -> bool:
    """Whether there is a dish to describe: of a food trade, and something that is sold."""
    return draft.sells and draft.family == "food" and bool(draft.reading.product)


def _listed(mark: str, rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{mark}{name} {value.strip()}" for name, value in rows if value.strip())


def _button(draft: "Draft", limit: TextLimit) -> str:
    occasion = draft.key if draft.key in KAKAO_BUTTONS else draft.reading.occasion
    rows = [row for row in KAKAO_BUTTONS.get(occasion, KAKAO_BUTTONS["general"]) if len(row) <= (limit.button or 0)]
    return draft.pick("button " + limit.key, draft.filled(rows) or rows or ["보기"])[0]


POSTS: Mapping[str, Callable[["Draft", TextLimit], Caption]] = {
    "instagram": _instagram, "kakao_message": _kakao_message, "kakao_text": _kakao_text,
    "kakao_simple": _kakao_simple, "kakao_wide": _kakao_wide, "kakao_list": _one_line,
    "kakao_carousel": _kakao_carousel, "kakao_search": _one_line, "kakao_search_custom": _one_line, "sms": _sms,
    "lms": _lms, "delivery_menu": _delivery_menu, "naver_place": _naver_place, "daangn": _daangn,
}
"""The texts that are written with the poster's lines, Instagram's first."""
