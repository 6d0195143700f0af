"""The built-in copywriter: Korean copy from the brief alone, without a model, the same words for the same seed.

It says only what the brief says; the phrases around it (``phrases``) state no fact. Two briefs that differ in nothing
but the seed get another headline and another opening: within one brief the pairs of both do not repeat before
headlines × openings seeds have passed.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ..brief import AdBrief, AdCopy, Caption, PicturePrompt
from ..channels import CHANNELS, TEXTS, TextLimit
from ..trades import trade
from . import phrases, rewriting
from .abroad import translate
from .base import UNWATCHED, Rewrite, Rewritten, Watch
from .blog import article
from .korean import Word
from .picture import paint
from .reading import Reading, read
from .tidy import polite, tidy

_SLOT = re.compile(r"\{(\w+)")
_SALE = re.compile(r"(?:세일|행사|특가|이벤트|시즌 ?오프|쿠폰|혜택)$")
_GREETING = re.compile(r"^(?:안녕하세요|안녕하십니까|반갑습니다)")
_AREA = re.compile(r"(?<![가-힣])([가-힣]{1,5}\d{0,2}(?:동|읍|면))(?![가-힣])")
_DISTRICT = re.compile(r"(?<![가-힣])([가-힣]{1,5}(?:구|군|시))(?![가-힣])")
_NEEDS_PRODUCT = {"new": "general", "menu": "general", "event": "general", "people": "general", "apply": "recruit",
                  "booking": "reserve"}
_HEADLINE_IDEAL, _HEADLINE_MAX, _ENOUGH = 18, 24, 5
_BODY_MAX = 1500
CAPTIONS = tuple(dict.fromkeys(row.caption_key for row in CHANNELS.values() if row.caption_key))
"""The keys that a caption is written for, Instagram's first."""


class BuiltinCopywriter:
    """Rules and tables; needs nothing installed, never fails."""

    name = "builtin"
    model: str | None = None

    def write(self, brief: AdBrief, watch: Watch = UNWATCHED) -> AdCopy:
        """The words of the ad for ``brief``; ``text_in_image`` is the headline verbatim."""
        return Draft(brief).copy()

    def extend(self, brief: AdBrief, copy: AdCopy, watch: Watch = UNWATCHED) -> AdCopy:
        """``copy`` with the blog article and the translations beside it."""
        draft = Draft(brief)
        return replace(copy, captions={**copy.captions, "naver_blog": article(draft)},
                       translations=translate(brief, draft.reading, copy))

    def rewrite(self, brief: AdBrief, task: Rewrite, watch: Watch = UNWATCHED) -> Rewritten:
        """One text again."""
        return Rewritten(rewriting.rewrite(brief, task))

    def picture(self, brief: AdBrief, watch: Watch = UNWATCHED) -> PicturePrompt:
        """The English image prompt by glossary. RequestRefused for what must not be painted."""
        return paint(brief)


class Draft:
    """One brief on its way to becoming copy: what was read, and the voice it is written in."""

    def __init__(self, brief: AdBrief) -> None:
        self.brief = brief
        self.reading = read(brief)
        self.tone = _tone(brief.store.tone)
        self.register = "다" if self.tone in phrases.FORMAL_TONES else "요"
        self.trade = trade(brief.store.trade)
        self.key = _key(self.reading)
        reading, store = self.reading, brief.store
        self.slots = {name: Word(value) for name, value in (
            ("store", tidy(store.name).replace("\n", " ")), ("phone", store.phone.strip()), ("product",
                reading.product), ("when", reading.when),
            ("condition", reading.condition), ("gift", reading.gift),
            ("present", _present(reading.gift)), ("role", reading.role), ("hours",
                reading.hours)) if value}

    def copy(self) -> AdCopy:
        """The finished words."""
        headlines = self.headlines()
        openings = self.openings()
        at = self.brief.seed % len(headlines)
        headline = self.brief.text_in_image.strip() or headlines[at]
        opening = openings[(self.brief.seed // len(headlines) + at) % len(openings)]
        return AdCopy(headline, self.subline(headline), self.reading.offer, self.reading.original_price,
                      self.button(), {key: self.caption(opening, headline, TEXTS[key]) for key in CAPTIONS})

    def headlines(self) -> list[str]:
        """Headlines that fit, the owner's own short sentence among them; never empty."""
        found = self._voiced(phrases.HEADLINES, self.key)
        own = [line for line in self.sentences() if self._is_headline(line)]
        found[1:1] = [line.rstrip(".") for line in own]
        if len(found) < 3:
            found += self._voiced(phrases.HEADLINES, "general")
        ideal = [line for line in found if len(line) <= _HEADLINE_IDEAL]
        if len(ideal) < _ENOUGH:
            ideal = sorted(found, key=len)[:max(_ENOUGH, len([line for line in found if len(line) <= _HEADLINE_MAX]))]
        return list(dict.fromkeys(ideal)) or [self.brief.store.name]

    def _is_headline(self, line: str) -> bool:
        bare = line.rstrip(".!~ ")
        offered = self.reading.offer and self.reading.offer.split()[0] in bare
        return 6 <= len(bare) <= _HEADLINE_MAX and not offered and not _GREETING.match(bare) and (
            bool(re.search(r"[요다]$", bare)) and bool(re.search("|".join(map(re.escape, self._core())) or "$^", bare)))

    def _core(self) -> list[str]:
        reading = self.reading
        when = reading.when if reading.occasion in {"closed", "hours"} else ""
        known = [word for word in (reading.product, reading.gift, reading.condition, when) if word]
        if reading.occasion in {"notice", "general"}:
            return [""]
        return known or ["함께", "문을", "쉬", "새로", "시작", "옮", "이전"]

    def openings(self) -> list[str]:
        """First lines of a caption; never empty."""
        key = self.key if self.key in phrases.OPENINGS else self.reading.occasion
        found = self._templates(phrases.OPENINGS["any"].get(self.tone, ()))
        found += self._voiced(phrases.OPENINGS, key)
        return list(dict.fromkeys(found)) or [self.brief.store.name]

    def subline(self, headline: str) -> str:
        """What the headline leaves open: condition and time, else another sentence, else a neutral line."""
        reading = self.reading
        when = "" if self.brief.period.strip() else reading.when
        open_facts = [fact for fact in (reading.modifier, reading.condition, when, reading.hours
            if self.key == "hours_changed" else "")
                      if fact and fact not in headline]
        if self.key in {"notice", "general"}:
            open_facts = [line.rstrip(".") for line in self.sentences()
                          if 4 <= len(line) <= 26 and headline not in line and not _GREETING.match(line)][:1]
        if open_facts:
            return " · ".join(dict.fromkeys(open_facts))
        own = [line.rstrip(".") for line in self.sentences() if 4 <= len(line) <= 26 and self._is_news(line, headline)]
        return (own or self._pick(self._voiced(phrases.CLOSINGS, self._closing_key()), 1) or [""])[0].rstrip(".")

    def _is_news(self, line: str, headline: str) -> bool:
        reading = self.reading
        said = [word for word in (reading.product, reading.offer, reading.role, reading.condition, reading.when,
                                  reading.hours, headline) if word]
        return not _GREETING.match(line) and not any(word in line for word in said) and not self._names_store(line)

    def _names_store(self, line: str) -> bool:
        return line.startswith(self.brief.store.name) and len(line) < len(self.brief.store.name) + 5

    def button(self) -> str:
        """The call to action, with the phone number when it is known and the phrase has room for it."""
        occasion = self.key if self.key in phrases.BUTTONS else self.reading.occasion
        rows = phrases.BUTTONS.get(occasion) or phrases.BUTTONS[self.brief.store.trade]
        return (self._pick(self._templates(rows)) or [""])[0]

    def caption(self, opening: str, headline: str, limit: TextLimit) -> Caption:
        """The fullest caption within ``limit``: parts are left out, never cut."""
        tags = self.hashtags()[:limit.hashtags]
        for parts in self._fuller_first(opening, headline, limit):
            text = ("\n\n" if limit.line_breaks is None or limit.line_breaks > 1 else "\n").join(filter(None, parts))
            caption = Caption(text, tags)
            if text and limit.fits(caption.posted()):
                return caption
        return Caption("", tags)

    def _fuller_first(self, opening: str, headline: str, limit: TextLimit) -> Iterable[tuple[str, ...]]:
        """Opening, the owner's words set in order, closing, what a visitor needs to know; then ever less of it."""
        marks = limit.unit != "bytes"
        closing = (self._pick(self._voiced(phrases.CLOSINGS, self._closing_key())) or [""])[0]
        hello = self._with_emoji(opening) if marks else opening
        body, practical, owner = self.body(), self.practical(marks), " ".join(self.sentences())
        if not limit.bare:
            yield hello, body, closing, practical
            yield hello, body, practical
            yield hello, body
            yield opening, " ".join(body.split("\n"))
        for line in (owner, headline, opening, self.reading.product, self.brief.store.name):
            yield (line,)

    def _closing_key(self) -> str:
        return self.reading.occasion if self.reading.occasion in phrases.CLOSINGS else ""

    def sentences(self) -> list[str]:
        """The owner's sentences in the register of the tone."""
        return [polite(line, self.register) for line in self.reading.lines]

    def body(self) -> str:
        """The owner's sentences without greetings, then price and period from their own fields unless already said."""
        lines, used = [], 0
        for line in self.sentences():
            used += len(line) + 1
            if not _GREETING.match(line) and not self._names_store(line) and used <= _BODY_MAX:
                lines.append(line)
        said, brief = tidy(self.brief.description), self.brief
        price, was, period = brief.price.strip(), brief.original_price.strip(), brief.period.strip()
        if price and price not in said:
            lines.append(f"{was} → {price}" if was else price)
        if period and period not in said:
            lines.append(period)
        return "\n".join(lines)

    def practical(self, emoji: bool = True) -> str:
        """Address, hours, phone and link, each on its line, only those that are known."""
        store = self.brief.store
        known = (("📍", store.address), ("🕒", store.opening_hours), ("📞", store.phone), ("🔗", store.link_url))
        marks = emoji and self.tone not in phrases.FORMAL_TONES
        return "\n".join(f"{mark} {value.strip()}" if marks else value.strip() for mark, value in known
            if value.strip())

    def hashtags(self) -> tuple[str, ...]:
        """At most five, without ``#``: store, product, neighbourhood and trade; none with a banned word."""
        area, first = area_of(self.brief.store.address), self.trade.hashtags[0]
        local = area + ("" if self.brief.store.trade == "general" else first) if area else ""
        shift = self.brief.seed % len(self.trade.hashtags)
        trade_tags = self.trade.hashtags[shift:] + self.trade.hashtags[:shift]
        product = self.reading.product if len(self.reading.product) <= 12 and "%" not in self.reading.product else ""
        wanted = (self.brief.store.name, product, local, phrases.OCCASION_TAGS.get(self.reading.occasion, ""),
            *trade_tags)
        tags = dict.fromkeys(re.sub(r"[^0-9A-Za-z가-힣ぁ-ヿ一-龥_]", "", tag) for tag in wanted)
        return tuple(tag for tag in tags if tag and not tag.isdigit() and not self._banned(tag, tag))[:5]

    def _with_emoji(self, opening: str) -> str:
        row = phrases.MOOD_EMOJI.get(self.tone, phrases.EMOJI.get(self.reading.occasion, ()))
        return f"{opening} {row[self.brief.seed % len(row)]}" if row and self.brief.seed % 3 != 2 else opening

    def _pick(self, rows: list[str], shift: int = 0) -> list[str]:
        return [rows[(self.brief.seed + shift) % len(rows)]] if rows else []

    def _voiced(self, table: phrases.Phrases, key: str) -> list[str]:
        """Every phrase of ``key`` that this tone and trade can speak, its slots filled."""
        rows = table.get(key, {})
        voices = (self.tone, self.register, *phrases.VOICES_OF.get(self.trade.business_type, ("service",)), "")
        return self._templates(template for voice in voices for template in rows.get(voice, ()))

    def _templates(self, templates: Iterable[str]) -> list[str]:
        found = []
        for template in templates:
            if all(slot in self.slots for slot in _SLOT.findall(template)):
                line = template.format_map(self.slots)
                if not self._banned(line, _SLOT.sub("{", template)):
                    found.append(line)
        return found

    def _banned(self, line: str, ours: str) -> bool:
        """True when a banned word stands in ``line`` and the owner did not write it, or it stands in our part of it."""
        words = [word for word in self.brief.store.banned_words if word.strip()]
        return any(word in line and (word in ours or word not in self.brief.description) for word in words)


def _tone(text: str) -> str:
    return next((tone for tone, pattern in phrases.TONES if re.search(pattern, text, re.IGNORECASE)), "친근")


def _present(gift: str) -> str:
    """A gift that can stand without its condition: "한 달 더 기다려요" would say something else."""
    return gift if len(gift) > 3 and not gift.endswith(" 더") else ""


def _key(reading: Reading) -> str:
    """The row of HEADLINES for a reading."""
    if reading.occasion == "discount":
        if reading.product:
            return "sale" if _SALE.search(reading.product) else "discount"
        return "deal" if reading.condition else "sale_general"
    return reading.occasion if reading.product else _NEEDS_PRODUCT.get(reading.occasion, reading.occasion)


def area_of(address: str) -> str:
    """The neighbourhood in a Korean address ("서울 마포구 연남동 12-3" → "연남동"), else the district, else ""."""
    found = _AREA.findall(address) or _DISTRICT.findall(address)
    return str(found[-1]) if found else ""


