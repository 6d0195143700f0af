"""The built-in copywriter: Korean copy from the brief alone, without a model, the same words for the same seed.

It says only what the brief says; the phrases around it (``news``, ``moods``, ``sayings``) state no fact. Briefs that
differ in nothing but the seed get other words: texts are chosen by mixed radix over their parts, so that they do not
repeat before as many seeds have passed as the parts have combinations.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from ...brief import AdBrief, AdCopy, Headline, PicturePrompt
from ...trades import trade
from ..abroad import translate
from ..base import UNWATCHED, Count, Rewrite, Rewritten, Watch
from ..checks.checking import softened
from ..language.korean import Word
from ..language.reading import Reading, read
from ..language.spotting import WON, won
from ..language.tidy import polite, tidy
from ..language.voice import Voice, voice_of
from ..picture.prompt import paint
from ..picture.tokens import estimated
from . import lines, phrases, posts, rewriting
from .blog import article
from .moods import DAYS, SCENES, season

CAPTIONS = tuple(posts.POSTS)
"""The keys that ``write`` writes a text for, Instagram's first."""
GREETING = re.compile(r"^(?:안녕하세요|안녕하십니까|반갑습니다)")
_SLOT = re.compile(r"\{(\w+)")
_SALE = re.compile(r"(?:세일|행사|특가|이벤트|시즌 ?오프|쿠폰|혜택|블랙 ?프라이데이|감사제|기념제)$")
_AREA = re.compile(r"(?<![가-힣])([가-힣]{1,5}\d{0,2}(?:동|읍|면))(?![가-힣])")
_DISTRICT = re.compile(r"(?<![가-힣])([가-힣]{1,5}(?:구|군|시))(?![가-힣])")
_SERVICE = re.compile(r"맡아 ?드|맡겨|분갈이|수선|(?:수리|세탁|대여|청소|설치)(?:를|을)?\s?(?:해 ?드|하|받|합|해요)")
"""A shop of goods that does something for its customers speaks as one who cares for things."""
_MISREAD = frozenset(("중동", "남미동", "대신동", "이동", "활동", "운동", "행동", "감동", "자동"))
"""Neighbourhoods whose name alone says something else: "중동의 새 이웃"."""
_CUT = re.compile(r"\d\s*\+\s*\d|반값|시즌 ?오프|특가|세일|할인")
_SIGNS = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]|[^\w\s&·'’.\-+]")
_NEEDS_PRODUCT = {"new": "general", "menu": "general", "event": "general", "people": "general", "apply": "recruit",
                  "booking": "reserve"}
_NAME_MAX, _WHEN_MAX, _BODY_MAX = 16, 20, 1500


class BuiltinCopywriter:
    """Rules and tables; needs nothing installed, never fails."""

    name = "builtin"
    model: str | None = None

    def __init__(self, count: Count = estimated) -> None:
        self._count = count

    def write(self, brief: AdBrief, watch: Watch = UNWATCHED) -> AdCopy:
        """The words of the ad for ``brief``; ``text_in_image`` is the headline verbatim."""
        brief, removed = softened(brief)
        return replace(Draft(brief).copy(), removed=removed)

    def extend(self, brief: AdBrief, copy: AdCopy, watch: Watch = UNWATCHED) -> AdCopy:
        """``copy`` with the blog article and the translations beside it."""
        draft = Draft(softened(brief)[0])
        return replace(copy, captions={**copy.captions, "naver_blog": article(draft)},
                       translations=translate(draft.brief, draft.reading, copy))

    def rewrite(self, brief: AdBrief, task: Rewrite, watch: Watch = UNWATCHED) -> Rewritten:
        """One text again."""
        told, removed = softened(brief)
        return Rewritten(rewriting.rewrite(told, task), removed=removed)

    def picture(self, brief: AdBrief, watch: Watch = UNWATCHED) -> PicturePrompt:
        """The English image prompt by glossary. RequestRefused for what must not be painted."""
        return paint(brief, self._count)


class Draft:
    """One brief on its way to becoming copy: what was read, and the voice it is written in.

    ``tone`` is one of the five; ``register`` is the owner's own where their samples show one. ``slots`` are what a
    template may name. ``sells``: the product can be spoken of as a thing that one wants. The same brief gives the same
    words.
    """

    def __init__(self, brief: AdBrief) -> None:
        self.brief = brief
        self.reading = read(brief)
        self.trade = trade(brief.store.trade)
        self.voice: Voice = voice_of(brief.store.samples, brief.store.name)
        self.tone = tone_of(brief.store.tone)
        self.register = self.voice.register or phrases.REGISTERS[self.tone]
        self.family = phrases.FAMILIES[self.trade.key]
        if self.family == "goods" and _SERVICE.search(brief.description):
            self.family = "care"
        self.key = _key(self.reading)
        self.sells = self.key in phrases.SELLING and not self.reading.product.startswith("전 ")
        self.day = next((day for day, pattern in DAYS if re.search(pattern, brief.description)), "")
        self.area = area_of(brief.store.address)
        self._lines: dict[tuple[int, str], list[str]] = {}
        self.slots = {name: Word(value) for name, value in (*_read_slots(self.reading), *self._own_slots()) if value}

    def _own_slots(self) -> Iterable[tuple[str, str]]:
        """Slots that come from the store, the season, and the way the brief names its offer."""
        reading, name = self.reading, short_name(self.brief.store.name)
        place = phrases.PLACES.get(self.trade.key, "")
        found = _CUT.search(tidy(self.brief.description))
        cut = "".join(found.group().split()) if found else "새 가격" if reading.original_price else ""
        if any(word.strip() and word in cut for word in self.brief.store.banned_words):
            cut = ""
        offer = reading.offer
        is_price = bool(re.search(r"\d\s*[만천백]*\s*원$", offer))
        deal = "" if not (offer and cut) or is_price or offer.endswith("부터") else offer
        scenes = SCENES.get(season(self.brief.month), ())
        yield from (("name", name), ("store", name or f"저희 {place or '가게'}"), ("place", place), ("area", self.area),
                    ("phone", self.brief.store.phone.strip()), ("cut", cut), ("price", offer if is_price else ""),
                    ("offer", offer),
                    ("deal", f"{deal} {cut}" if deal.endswith("%") and cut else deal),
                    ("day", self.day if self.day in self.brief.description else ""),
                    ("scene", scenes[self.spin("scene", len(scenes))[0]] if scenes else ""))

    def spin(self, salt: str, *sizes: int) -> tuple[int, ...]:
        """One index for each of ``sizes``; no combination comes twice within their product of consecutive seeds.

        Where the walk begins depends on store and description: two shops with the same seed do not say the same.
        """
        start = zlib.crc32(f"{self.brief.store.name}\n{self.brief.description}\n{salt}".encode())
        passed, found = 1, []
        for at, size in enumerate(sizes):
            found.append((self.brief.seed // passed + (2 * at + 1) * (self.brief.seed % passed) + (start >> at)) % size)
            passed *= size
        return tuple(found)

    def pick(self, salt: str, *rows: Sequence[str]) -> tuple[str, ...]:
        """One of each of ``rows`` by ``spin``; "" for an empty one."""
        full = [row for row in rows if row]
        chosen = iter([row[at] for row, at in zip(full, self.spin(salt, *map(len, full)), strict=True)])
        return tuple(next(chosen) if row else "" for row in rows)

    def copy(self) -> AdCopy:
        """The finished words."""
        angles = lines.angles(self)
        headline = angles[0].text
        return AdCopy(headline, lines.subline(self, headline), self.reading.offer, self.reading.original_price,
                      self.button(), {key: posts.post(self, key) for key in CAPTIONS
                                      if key != "delivery_menu" or posts.is_dish(self)}, headlines=angles)

    @cached_property
    def pool(self) -> tuple[Headline, ...]:
        """``lines.pool``, gathered once: the same for every seed."""
        return tuple(lines.pool(self))

    def walk(self) -> tuple[Headline, ...]:
        """The pool, this seed's headline first."""
        at = self.spin("headline", lines.leading(self, self.pool))[0]
        return self.pool[at:] + self.pool[:at]

    def headlines(self) -> list[str]:
        """Headlines that fit a poster, at least twenty, this seed's first."""
        return [headline.text for headline in self.walk()]

    def button(self) -> str:
        """The call to action, with the phone number when it is known and the phrase has room for it."""
        occasion = self.key if self.key in phrases.BUTTONS else self.reading.occasion
        rows = phrases.BUTTONS.get(occasion) or phrases.BUTTONS[self.brief.store.trade]
        return self.pick("button", self.filled(rows))[0]

    def sentences(self) -> list[str]:
        """The owner's sentences in the register of the draft."""
        return [polite(line, self.register) for line in self.reading.lines]

    def told(self) -> list[str]:
        """The owner's sentences without greetings, then price and period from their own fields unless already said."""
        found, used = [], 0
        for line in self.sentences():
            used += len(line) + 1
            if not GREETING.match(line) and not self.names_store(line) and used <= _BODY_MAX:
                found.append(line)
        return found + [line for line in self.fields() if line]

    def fields(self) -> tuple[str, str]:
        """Price and period from their own fields, as lines; "" for what the description says already."""
        said, brief = tidy(self.brief.description), self.brief
        price, was, period = brief.price.strip(), brief.original_price.strip(), brief.period.strip()
        whole = f"{was} → {price}" if was and price else price
        known = {won(found) for found in re.findall(WON, said)}
        same = price in said or (won(price) in known and (not was or won(was) in known))
        return "" if same else whole, "" if period in said else period

    def body(self) -> str:
        """``told``, a line each."""
        return "\n".join(self.told())

    def names_store(self, line: str) -> bool:
        """Whether ``line`` only says who speaks."""
        return line.startswith(self.brief.store.name) and len(line) < len(self.brief.store.name) + 5

    def practical(self, emoji: bool = True) -> str:
        """Address, hours, phone and link, each on its line, only those that are known."""
        store = self.brief.store
        known = (("📍", store.address), ("🕒", store.opening_hours), ("📞", store.phone), ("🔗", store.link_url))
        marks = emoji and self.tone not in phrases.FORMAL_TONES and not self.voice.bare
        return "\n".join(f"{mark} {value.strip()}" if marks else value.strip() for mark, value in known
                         if value.strip())

    def hashtags(self) -> tuple[str, ...]:
        """At most five, without ``#``: store, product, neighbourhood and trade; none with a banned word."""
        first = self.trade.hashtags[0]
        local = self.area + ("" if self.trade.key == "general" else first) if self.area else ""
        shift = self.brief.seed % len(self.trade.hashtags)
        trade_tags = self.trade.hashtags[shift:] + self.trade.hashtags[:shift]
        product = self.reading.product if len(self.reading.product) <= 12 and "%" not in self.reading.product else ""
        wanted = (self.slots.get("name", ""), product, local,
                  phrases.OCCASION_TAGS.get(self.reading.occasion, ""), *trade_tags)
        tags = dict.fromkeys(re.sub(r"[^0-9A-Za-z가-힣ぁ-ヿ一-龥_]", "", tag) for tag in wanted)
        return tuple(tag for tag in tags if tag and not tag.isdigit() and not self._banned(tag, tag))[:5]

    def emoji(self) -> str:
        """One emoji for a first line: the owner's habit, else the tone's; "" where none belongs."""
        row = self.voice.emoji or phrases.MOOD_EMOJI.get(self.tone, phrases.EMOJI.get(self.reading.occasion, ()))
        return "" if self.voice.bare else self.pick("emoji", row)[0]

    def voiced(self, rows: phrases.Phrases, key: str) -> list[str]:
        """Every phrase of ``key`` that this tone and trade can speak, its slots filled."""
        if (id(rows), key) not in self._lines:
            self._lines[id(rows), key] = self._spoken(rows, key)
        return [*self._lines[id(rows), key]]

    def _spoken(self, rows: phrases.Phrases, key: str) -> list[str]:
        tone = self.tone if phrases.REGISTERS[self.tone] == self.register else ""
        voices = dict.fromkeys((tone, self.register, f"{self.family}{tone}", f"{self.family}{self.register}",
                                self.family, ""))
        return self.filled(template for voice in voices for template in rows.get(key, {}).get(voice, ()))

    def filled(self, templates: Iterable[str]) -> list[str]:
        """``templates`` whose slots are known, filled, without those that hold a banned word."""
        found = []
        for template in templates:
            if all(slot in self.slots for slot in _SLOT.findall(template)):
                line = template.format_map(self.slots)
                if not self._banned(line, _SLOT.sub("{", template)):
                    found.append(line)
        return list(dict.fromkeys(found))

    def banned(self, line: str) -> bool:
        """Whether ``line`` holds a word that the store never uses."""
        return self._banned(line, line)

    def _banned(self, line: str, ours: str) -> bool:
        """True when a banned word stands in ``line`` and the owner did not write it, or it stands in our part of it."""
        words = [word for word in self.brief.store.banned_words if word.strip()]
        return any(word in line and (word in ours or word not in self.brief.description) for word in words)


def tone_of(text: str) -> str:
    """The tone of ours that an owner's words about their brand come nearest to; 친근 when none does."""
    return next((tone for tone, pattern in phrases.TONES if re.search(pattern, text, re.IGNORECASE)), "친근")


def short_name(name: str) -> str:
    """``name`` as a sentence can hold it: without brackets, branch and signs; "" when it stays too long."""
    bare = " ".join(_SIGNS.sub(" ", tidy(name)).split())
    if len(bare) > _NAME_MAX:
        bare = re.sub(r"\s+\S{1,8}점$", "", bare)
    return bare if len(bare) <= _NAME_MAX else ""


def _read_slots(reading: Reading) -> Iterable[tuple[str, str]]:
    when = reading.when if len(reading.when) <= _WHEN_MAX else ""
    gift = reading.gift
    # A gift that can stand without its condition: "한 달 더 기다려요" would say something else.
    present = "" if len(gift) < 2 or gift.endswith(" 더") or re.fullmatch(r"\d+\S{1,2}", gift) else gift
    return (("product", reading.product), ("when", when), ("condition", reading.condition), ("gift", gift),
            ("present", present), ("role", reading.role), ("hours", reading.hours), ("detail", reading.detail))


def _key(reading: Reading) -> str:
    """The row of the phrase tables for a reading."""
    if reading.occasion == "discount":
        if reading.product:
            return "sale" if _SALE.search(reading.product) else "discount"
        return "deal" if reading.condition else "sale_general"
    return reading.occasion if reading.product else _NEEDS_PRODUCT.get(reading.occasion, reading.occasion)


def area_of(address: str) -> str:
    """The neighbourhood in a Korean address ("서울 마포구 연남동 12-3" → "연남동"), else the district, else ""."""
    found, districts = _AREA.findall(address), _DISTRICT.findall(address)
    if found and found[-1] in _MISREAD and districts:
        return f"{districts[-1]} {found[-1]}"
    return str((found or districts or [""])[-1])
