"""The poster's lines in English, Japanese and simplified Chinese, without a model: tables, and names by their sound.

What is printed is what a Korean shop hangs up for foreign guests. Prices, discounts, days, times, conditions and limits
are read into numbers and set again by each language's rules; none is changed, and what cannot be read is left out. An
offer whose condition or time cannot be said carries "Conditions apply. Please ask us" instead. Products, gifts and
roles come from about 1,400 words; what no table knows is written by its sound and listed in ``PosterLines.sounded``.

Limits: this is not a translation of the Korean headline but a headline for the same occasion; a free sentence of the
owner is not translated; names that have an official foreign spelling of their own are not known; a word with two
meanings takes the one that shops use more often. With a model chosen, its translation comes instead of this one.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace

from ...brief import AdBrief, AdCopy, PosterLines
from ...trades import trade
from ..language.reading import Reading
from .chinese import LINES as CHINESE
from .english import LINES as ENGLISH
from .japanese import LINES as JAPANESE
from .lexicon import LANGUAGES, Term
from .lines import BUTTONS_OF, SUBLINES_OF, TRADE_BUTTONS, VOICES_OF, Lines
from .names import Name, name, sentence_case, title
from .reader import Facts, facts
from .shop import at

TABLES: dict[str, Lines] = {"en": ENGLISH, "ja": JAPANESE, "zh": CHINESE}
_SLOT = re.compile(r"\{(\w+)\}")
_GENERIC = {"new": "newly", "menu": "offered", "discount": "sale_general", "sale": "sale_general", "event": "general",
            "people": "general", "apply": "recruit", "booking": "reserve", "hiring": "hiring_anyone",
            "deal": "sale_general",
            "benefit": "sale_general", "free_count": "sale_general", "more": "sale_general", "longer": "sale_general",
            "opening_on": "opening",
            "closed": "closed_when", "hours": "hours_open", "hours_until": "hours_open",
            "notice_early": "notice_early_when",
            "notice_as_usual": "notice_as_usual_when"}
"""The row whose headline needs no name, where the name is too long or not sayable."""
_REPEATS = re.compile(r"(咨询|体验|预约|报名|活动|特卖|優惠|相談|セール|募集|体験|Sale|Event|New\b).*\1")
"""A phrase and a product that say the same word."""
_ENOUGH = 2
_TIMED = re.compile(r"(?P<when>.*\d시(?: ?반| ?\d{1,2}분)?) (?P<rest>(?:이?전|이후)에 .+)")


def translate(brief: AdBrief, reading: Reading, copy: AdCopy) -> dict[str, PosterLines]:
    """"en", "ja" and "zh" → the lines of ``copy`` in that language; the same for the same brief, seed included."""
    timed = _TIMED.match(reading.condition)
    if timed and not reading.when:  # "금요일 저녁 7시 전에 오시면": the time is said as one, the coming left out.
        reading = replace(reading, when=timed["when"], condition=timed["rest"])
    known = facts(brief, reading, copy)
    return {language: _Sheet(language, brief, known, copy).lines() for language in LANGUAGES}


class _Sheet:
    """The lines of one language on their way."""

    def __init__(self, language: str, brief: AdBrief, known: Facts, copy: AdCopy) -> None:
        self.language, self.at, self.table = language, LANGUAGES.index(language), TABLES[language]
        self.brief, self.copy = brief, copy
        self.facts = _speakable(known, language)
        self.shift = zlib.crc32(brief.description.encode()) + brief.seed
        self.key = self.facts.key

    def lines(self) -> PosterLines:
        """The finished lines."""
        headline, slots = self._headline()
        subline = self._subline(headline, slots)
        when = self.facts.when
        period = when.text(self.language) if when and not slots & {"w", "wa", "u"} else ""
        # A price under a headline that names nothing would say the price of nothing.
        nameless = self.key in {"general", "offered", "newly"} and not self.facts.product and headline != self._own()
        offer = "" if nameless else self.facts.offer[self.at]
        button = self._button(f"{headline}\n{subline}")
        if self.language == "en":
            if period and when and when.is_clock():
                period = f"at {period}"
            period, offer, subline = sentence_case(period), sentence_case(offer), sentence_case(subline)
        written = "\n".join((headline, subline, button))
        return PosterLines(headline, subline, offer, button, period, self._sounded(written))

    def _headline(self) -> tuple[str, set[str]]:
        """The headline, and which facts it says."""
        own = self._own()
        if own:
            return own, set()
        found: dict[str, tuple[str, set[str]]] = {}
        for key in dict.fromkeys((self.key, _GENERIC.get(self.key, self.key), "general")):
            if len(found) >= _ENOUGH or found and key == "general":
                break
            for slots, complete in self._slots():
                for template in self._templates(key):
                    used = set(_SLOT.findall(template))
                    if used <= slots.keys():
                        text = template.format_map(slots)
                        if len(text) <= self.table.headline_max and not _REPEATS.search(text):
                            found.setdefault(text, (key, used if complete else used - {"p"}))
                if len(found) >= _ENOUGH:
                    break
        rows = list(found.items()) or [(self.table.headlines["general"][""][-1], ("general", set()))]
        text, (self.key, said) = rows[self.shift % len(rows)]
        return text, said

    def _own(self) -> str:
        """The owner's own headline, when it needs no translation or every word of it is known."""
        text = self.brief.text_in_image.strip()
        if not text:
            first = re.split(r"[.!?。！？\n,，、]", self.brief.description.strip())[0].strip()
            return first if len(first) <= self.table.headline_max and _language(first) == self.language else ""
        known = name(text, self.brief.store.trade) if len(text.split()) <= 4 else None
        if not known or any(piece.kind == "sound" for piece in known.pieces) or not known.speaks(self.language):
            return ""
        written = text if not re.search("[가-힣]", text) else self._titled(known.text(self.language))
        return written if len(written) <= self.table.headline_max else ""

    def _templates(self, key: str) -> Iterator[str]:
        rows = self.table.headlines[key]
        business = trade(self.brief.store.trade).business_type
        yield from rows.get("", ())
        yield from rows.get(VOICES_OF.get(business, "service"), ())

    def _titled(self, text: str) -> str:
        return title(text) if self.language == "en" else text

    def _slots(self) -> Iterator[tuple[dict[str, str], bool]]:
        """What the templates can be filled with, names at their fullest first, and whether the names are whole."""
        known, language = self.facts, self.language
        always = {"s": at(known.store, language)}
        if known.when:
            always["w"] = title(known.when.on(), starts=False) if language == "en" else known.when.text(language)
            always["u"] = known.when.end.text(language)
            always["wa"] = always["w"] + ("" if known.when.op or known.when.start else "は")
        if known.condition:
            always["c"] = self._condition_ahead(known.condition[self.at])
        whole = {slot: found for slot, found in (("p", known.product), ("g", known.gift), ("r", known.role)) if found}
        rows = [(whole, True, True), (whole, False, True)]
        if known.product:
            rows += [({**whole, "p": other}, False, False) for other in known.product.shorter()]
        for names, gloss, complete in rows:
            named = {slot: self._without_newness(slot, self._titled(found.text(language, gloss, self._many(slot))))
                     for slot, found in names.items()}
            yield {slot: text for slot, text in {**always, **named}.items() if text}, complete

    def _many(self, slot: str) -> bool:
        """Goods on a shelf are spoken of in the plural."""
        return (slot == "p" and self.key in {"new", "menu", "discount"}
                and trade(self.brief.store.trade).business_type in {"retail", "clothing"})

    def _without_newness(self, slot: str, text: str) -> str:
        if slot == "g":
            return re.sub(r"^(?:Free |無料の?|免费)", "", text)
        if slot == "r" or self.key == "people" and self.language != "en":
            return text
        return re.sub(r"^(?:New |新しい|新作の?|新款)(?=.)", "", text) if self.key == "new" else text

    def _condition_ahead(self, text: str) -> str:
        """A condition as the beginning of a headline."""
        if self.language == "ja":
            return text.removesuffix("の方")
        return title(text, starts=False) if self.language == "en" else text

    def _subline(self, headline: str, said: set[str]) -> str:
        """What the headline leaves open, as much of it as fits; else a neutral line."""
        rows: list[str] = []
        known = self.facts
        named = known.product or known.gift or known.role
        if named and not said & {"p", "g", "r"}:
            rows.append(named.text(self.language))
        elif self.language == "en" and named and "(" not in headline:
            rows.append(named.meaning())
        if known.modifier and known.modifier.speaks(self.language):
            rows.append(known.modifier.text(self.language, gloss=False))
        promised = known.offer[0] or known.gift or self.key in {"event", "apply", "booking"}
        if known.condition and promised and "c" not in said:
            rows.append(self._condition_alone(known.condition))
        rows += [term[self.at] for term in known.terms]
        if known.hours and self.key in {"hours_changed", "hours_open"}:
            rows.append(known.hours.text(self.language))
        text = ""
        for row in filter(None, rows):
            longer = self.table.dot.join(filter(None, (text, row)))
            if len(longer) <= self.table.subline_max:
                text = longer
        return text or self._pick(self.table.sublines[SUBLINES_OF.get(self.key, "visit")], headline)

    def _condition_alone(self, condition: Term) -> str:
        text = condition[self.at]
        return text.removesuffix("で") + "の方" if self.language == "ja" and text.endswith("で") else text

    def _button(self, written: str) -> str:
        phone = self.brief.store.phone.strip()
        if phone and phone in self.copy.call_to_action and re.fullmatch(r"[\d\s()+\-.~]+", phone):
            return self.table.call.format(phone=phone)
        group = BUTTONS_OF.get(self.key) or TRADE_BUTTONS.get(self.brief.store.trade, "visit")
        return self._pick(self.table.buttons[group], written)

    def _pick(self, rows: tuple[str, ...], written: str) -> str:
        """One of ``rows``, rather one that does not begin with words that are already ``written``."""
        fresh = [row for row in rows if " ".join(row.lower().split()[:2])[:12] not in written.lower()] or rows
        return fresh[self.shift % len(fresh)]

    def _sounded(self, written: str) -> tuple[str, ...]:
        """The names by sound that stand in the lines."""
        known = self.facts
        names = [known.product, known.gift, known.role, known.modifier]
        heard = [text for found in names if found for text in found.sounded(self.language)]
        heard += known.store.sounded[self.at] if known.store else ()
        return tuple(dict.fromkeys(text for text in heard if text in written))


def _language(text: str) -> str:
    """The language of a brief that is not Korean, as far as its letters tell; "" for Korean and for a single word."""
    if re.search("[가-힣]", text):
        return ""
    if re.search("[\u3040-\u30ff]", text):
        return "ja"
    if re.search("[\u3400-\u9fff]", text):
        return "zh"
    return "en" if len(re.findall(r"[A-Za-z]{2,}", text)) > 1 else ""


def _speakable(known: Facts, language: str) -> Facts:
    """``known`` without the names that this language cannot write; the row then needs none."""
    def kept(found: Name | None) -> Name | None:
        return found if found and found.speaks(language) else None

    product, gift, role = kept(known.product), kept(known.gift), kept(known.role)
    lost = known.product and not product or known.gift and not gift
    key = _GENERIC.get(known.key, known.key) if lost else known.key
    return replace(known, key=key, product=product, gift=gift, role=role)
