"""A Naver blog article without a model: title, short paragraphs under headings, from the brief alone.

Three articles (``news.KINDS``): news of something on offer, a notice, and people. Each begins with what the owner
says, then lists it; what follows tells how one buys, books or applies, and asks and answers what a guest would. It
states nothing beyond the brief. Sentences are woven (``weave``): another seed gives another article.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ...brief import Caption
from ...channels import TEXTS
from .blog_facts import listed, store_lines, story
from .blog_phrases import sections
from .blog_phrases.endings import ENDINGS
from .blog_phrases.foods import FOODS
from .blog_phrases.goods import GOODS
from .blog_phrases.news import KINDS
from .blog_phrases.notices import NOTICES
from .blog_phrases.occasions import OCCASIONS
from .blog_phrases.sections import FRAME
from .blog_phrases.services import FAMILIES, SERVICES
from .blog_section import Section
from .titles import area, deal, standing, thing, title
from .weave import NAMING, Loom, Yarn

if TYPE_CHECKING:
    from .writer import Draft

LIMIT = TEXTS["naver_blog"]
_FORMAL = frozenset(("고급", "담백"))
_AIM = (1240, 1330)
_LONG_NAME = 22
_LEAST = {"facts": 1, "how": 3, "after": 3, "ask": 2, "whom": 1, "contact": 0}
"""How many sentences (or questions) a section has at least, beside its list."""
_MOST = {"facts": 3, "how": 9, "after": 4, "ask": 5, "whom": 2, "contact": 3}
_GROWING = ("how", "ask", "facts", "how", "after", "how", "whom", "ask", "contact")
_LISTED, _BRINGS, _TIPS = 3, 4, 3
_STAND_IN = r"[|저희 {shop}\1 |{shop}\1 ]"
_TELLING = re.compile(r"\{(?:since|until|phone|address|hours_told)\}")
_PRODUCT = re.compile(r"\{(?:it|sale|role)\}")
_NEAR = 3
_COMMON = frozenset("말씀 물어 먼저 미리 알려 주세 오시 오실 분은 편하 전에".split())
_STEM = re.compile(r"[가-힣]{2}")
_CHOICES = re.compile(r"\[([^\[\]]*)\]")
_MANY, _LIGHT = 2, {"how": 0.28, "ask": 0.2, "facts": 0.2, "after": 0.5}
"""So many variants of a sentence may do without the store's name, and how often they do in a section."""
_ALWAYS = frozenset(("car", "pay"))
_SHARED = frozenset((*FRAME["closing"]["more"], *(row for name in _ALWAYS for row in FRAME["facts"][name])))
"""Rows of every article: only the store's name tells them apart."""
_TURNS = 45


def article(draft: "Draft") -> Caption:
    """Title and 1,200 to 1,800 characters for the brief of ``draft``."""
    return _Article(draft).caption()


def yarn(draft: "Draft", salt: str) -> Yarn:
    """The words, slots and voice of ``draft``; ``salt`` tells apart what is woven from them."""
    brief, family = draft.brief, FAMILIES[draft.trade.key]
    shop = _trade(draft)["shop"][0]
    slots = {name: str(value) for name, value in draft.slots.items()}
    slots.setdefault("store", f"저희 {shop}")
    if len(slots["store"]) > _LONG_NAME:
        slots["store"] = f"저희 {shop}"
    slots |= {"area": area(draft), "present": standing(draft), "deal": deal(draft)}
    slots = {name: value for name, value in slots.items() if value}
    voices = tuple(dict.fromkeys((voice(draft), draft.register)))
    banned = tuple(word.strip() for word in brief.store.banned_words if word.strip())
    asking = "전화해|연락해|물어봐" if brief.store.phone.strip() else "댓글로 물어봐|물어봐|댓글을 남겨"
    words = {"shop": shop, "ask": asking,
             "use": sections.OWN_USES.get(draft.reading.occasion, sections.USES[family])}
    return Yarn(words, slots, ENDINGS, voices, banned, f"{salt}|{brief.store.name}|{brief.description}|{brief.seed}")


def voice(draft: "Draft") -> str:
    """The tone, when its sentences end in the register of ``draft``; else the register itself."""
    return draft.tone if (draft.tone in _FORMAL) == (draft.register == "다") else draft.register


def _trade(draft: "Draft") -> dict[str, tuple[str, ...]]:
    key = draft.trade.key
    return dict((FOODS.get(key) or SERVICES.get(key) or GOODS[key]).items())


def _stems(row: str) -> set[str]:
    return {found for word in row.split() for found in _STEM.findall(word)[:1]} - _COMMON


class _Article:
    """One article on its way."""

    def __init__(self, draft: "Draft") -> None:
        self.draft = draft
        self.occasion = draft.reading.occasion
        self.kind = KINDS.get(self.occasion, "news")
        self.known = story(draft)
        thread = yarn(draft, "blog")
        self.loom = Loom(replace(thread, slots={**thread.slots, **self.known.slots}))
        self.tags = tuple(tag for tag in draft.hashtags()[:LIMIT.hashtags]
                          if thing(draft) or tag != "".join(draft.reading.product.split()))
        self.own = dict((OCCASIONS.get(self.occasion) or NOTICES[self.occasion]).items())
        self.trade = _trade(draft)
        self.frame = FRAME["hiring" if self.occasion == "hiring" else self.kind]
        self.hello = self._hello()
        self.more = [" ".join(group) for group in self.known.groups[1:]]
        leads = self.own["lead"] if "it" in self.known.slots else self.frame.get("lead", self.own["lead"])
        lighter = [self._lighter(row, "lead") for row in leads]
        self.lead = self._merry(self.loom.sentence(lighter, opens=True) or self.loom.sentence(lighter))
        self.sections = [self._section(key) for key in ("facts", "how", "after", "ask", "whom") if key in self.frame]
        self.sections.append(self._section("contact"))
        self.end = self._end()

    def caption(self) -> Caption:
        """As many sentences and questions as the length asks for, in turn; less of the owner's words only when they
        alone are too long."""
        aim = _AIM[0] + int(self.loom.chance() * (_AIM[1] - _AIM[0]))
        sections_by = {one.key: one for one in self.sections}
        for turn in range(_TURNS):
            if len(self.text()) >= aim:
                break
            one = sections_by.get(_GROWING[turn % len(_GROWING)])
            if one and (one.size() < _MOST[one.key] or turn > _TURNS // 2):
                one.take(self.loom)
            if turn == _TURNS - len(_GROWING) and len(self.text()) < LIMIT.least:
                self.loom.renew()
        shrinks = True
        while shrinks and not self._fits():
            shrinks = self._shrinks()
        return Caption(self.text(), self.tags, title=title(self.draft))

    def _shrinks(self) -> bool:
        """Takes away the last of what may go; False when only the owner's first words are left."""
        for one in self.sections[::-1]:
            stock = one.pairs or one.talk
            if one.key != "contact" and stock:
                stock.pop()
                return True
        if self.more:
            self.more.pop()
            return True
        return False

    def _fits(self) -> bool:
        return LIMIT.fits(Caption(self.text(), self.tags).posted())

    def text(self) -> str:
        """The article as it stands now."""
        ground = self.draft.brief.ground.strip()
        inner = (block for one in self.sections for block in one.blocks())
        blocks = (self.hello, *self.more, self.lead, *inner, self.end, f"※ {ground}" if ground else "")
        return "\n\n".join(filter(None, blocks))

    def _hello(self) -> str:
        spoken = voice(self.draft)
        rows = (sections.GREETINGS[spoken if spoken in sections.GREETINGS else self.draft.register]
                + sections.GREETINGS_LOCAL[self.draft.register])
        return " ".join(filter(None, (self.loom.sentence(rows, opens=True), *self.known.groups[0])))

    def _merry(self, sentence: str) -> str:
        return f"{sentence[:-1]}!" if voice(self.draft) == "유쾌" and sentence.endswith(".") else sentence

    def _section(self, key: str) -> Section:
        """The section ``key`` with as much as it has at least."""
        stocks = [[self._lighter(row, key) for row in stock] for stock in self._stocks(key)]
        one = Section(key, self.loom.pick(self.frame[key]), stocks, self._lists(key))
        for _ in range(_LEAST[key]):
            one.take(self.loom)
        return one

    def _lighter(self, row: str, key: str) -> str:
        """``row`` without the store's name where what else it holds is this store's own."""
        sentences = row.split(" :: ")
        for at, one in enumerate(sentences):
            whole = row in _SHARED
            own = not whole and (_TELLING.search(one) or self.known.named and _PRODUCT.search(one))
            variants = math.prod(len(found.split("|")) for found in _CHOICES.findall(one))
            light = not whole and variants >= _MANY and self.loom.chance() < _LIGHT.get(key, 0.0)
            if own or light:
                sentences[at] = NAMING.sub("" if own else _STAND_IN, one, count=1)
        return " :: ".join(sentences)

    def _stocks(self, key: str) -> list[list[str]]:
        """What a section takes its sentences from: the first stock as long as it lasts."""
        closing, store = FRAME["closing"], self.draft.brief.store
        how = self._fitting("care" if self.kind == "notice" else "how")
        dated = self.kind == "notice" or self.occasion == "event"
        said = [_stems(row) for row in (*self.own.get("how", ()), *how)]
        more = [] if self.occasion == "hiring" else [row for row in closing["more"] if not (dated and "시간" in row)]
        rest = [row for row in more if not any(len(_stems(row) & one) >= _NEAR for one in said)]
        first = how[:1] if self.known.sells else list(self.own.get("how", ()))[:1]
        stocks: dict[str, list[Iterable[str]]] = {
            "facts": [self.own.get("note", ())], "after": [self.own.get("after", ())],
            "how": [first, [*self.own.get("how", ()), *how], rest], "whom": [closing["spread"]],
            "ask": [self._questions()],
            "contact": [[*(closing["address"] if store.address.strip() else ()),
                         *(closing["phone"] if store.phone.strip() else ())],
                        closing["unknown"] if store_lines(self.draft) else ()],
        }
        return [list(stock) for stock in stocks[key]]

    def _fitting(self, kind: str) -> list[str]:
        """The trade's rows; where nothing is sold, those alone that name no product."""
        found = [] if self.occasion == "hiring" or self.occasion == "event" else list(self.trade[kind])
        told = "" if not self.known.named and self.kind == "news" else "{it}^은 "
        asked = "{it}, " if told else "{store}, "
        found = [row.replace("{it}, ", asked if " :: " in row else told) for row in found]
        return [row for row in found if self.known.sells or "{it}" not in row]

    def _questions(self) -> list[str]:
        """The occasion's questions, the trade's and those that the brief itself answers, mixed."""
        always = frozenset() if self.kind == "notice" or self.occasion == "hiring" else _ALWAYS
        asked = self.known.answers | always
        facts = [row for name, found in FRAME["facts"].items() if name in asked for row in found]
        own, trade = list(self.own.get("ask", ())), self._fitting("ask") if self.kind != "notice" else []
        for rows in (facts, own, trade):
            rows.sort(key=lambda row: self.loom.chance())
        mixed = [own[0:1], trade[0:1], facts[0:1], own[1:2], trade[1:2], facts[1:2], own[2:], trade[2:], facts[2:]]
        return [row for group in mixed for row in group]

    def _lists(self, key: str) -> list[str]:
        """The lists of a section: what is on offer, what to tell the shop, for whom, where it is."""
        if key == "facts":
            return ["\n".join(listed(self.draft))]
        if key == "contact":
            lines = store_lines(self.draft)
            rows = FRAME["closing"]["known" if lines else "unknown"]
            intro = self.loom.sentence(rows, opens=True) or self.loom.sentence(rows)
            return ["\n".join(filter(None, (intro, *lines)))]
        if key == "whom":
            wants = self.own.get("want") or self.trade["want"]
            return ["\n".join(self._chosen([f"{want} 분" for want in wants], _LISTED))]
        if key != "how":
            return []
        found = [self._noted(self.frame["bring"], self.own.get("bring") or self.trade["bring"], _BRINGS)]
        if "tips" in self.frame and self.occasion != "event":
            said = set(_STEM.findall(found[0]))
            tips = [tip for tip in self.trade["tip"] if len(said & set(_STEM.findall(tip))) < 2]
            found += [self._noted(self.frame["tips"], tips, _TIPS)] if len(tips) > 1 else []
        return found

    def _noted(self, intro: Iterable[str], nouns: Iterable[str], count: int) -> str:
        found = self._chosen(list(nouns), count)
        lead = self.loom.sentence(intro, opens=True) or self.loom.sentence(intro)
        return "\n".join((lead, *found)) if lead else ""

    def _chosen(self, nouns: list[str], count: int) -> list[str]:
        banned = [word.strip() for word in self.draft.brief.store.banned_words if word.strip()]
        nouns = [one for one in nouns if not any(word in one for word in banned)]
        places = sorted(sorted(range(len(nouns)), key=lambda at: self.loom.chance())[:count])
        return [f"· {nouns[at]}" for at in places]

    def _end(self) -> str:
        closing = FRAME["closing"]
        last = self.own.get("last") or closing["bye"]
        rows = (self.own.get("sorry", ()), closing["thank"], last)
        return self._merry(" ".join(filter(None, (self.loom.sentence(row, not at) for at, row in enumerate(rows)))))
