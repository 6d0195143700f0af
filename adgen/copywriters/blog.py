"""A Naver blog article without a model: title, short paragraphs under headings, from the brief alone.

What the brief says stands first, then in a list; what fills the page after that invites, asks and thanks, and states
nothing. Sentences are woven (``weave``): two stores share none, and another seed gives another article.
"""

import re
from typing import TYPE_CHECKING

from ..brief import Caption
from ..channels import TEXTS
from .blog_phrases import news, scenes, sections
from .blog_phrases.endings import ENDINGS
from .blog_phrases.foods import FOODS
from .blog_phrases.services import FAMILIES, SERVICES, WHENS
from .tidy import tidy
from .titles import area, deal, standing, title
from .weave import Loom, Yarn

if TYPE_CHECKING:
    from .builtin import Draft

LIMIT = TEXTS["naver_blog"]
_FORMAL = frozenset(("고급", "담백"))
_AIM = (1235, 1380)
_LONG_NAME = 22
_GREETING = re.compile(r"^(?:안녕하세요|안녕하십니까|반갑습니다)")
_DATED = re.compile(r"\d+\s*[월일시주]|요일|주말|평일|내일|모레|당일|연휴|까지|부터")
_PARAGRAPH = 170
_TURNS = 18
_WHEN_LABELS = {"closed": "쉬는 날", "hiring": "근무", "event": "일시", "moved": "시기", "notice": "일시"}
_TIMED = frozenset(("hours", "hours_changed"))
_SEASONS = ("겨울", "겨울", "봄", "봄", "봄", "여름", "여름", "여름", "가을", "가을", "가을", "겨울")


def article(draft: "Draft") -> Caption:
    """Title and 1,200 to 1,800 characters for the brief of ``draft``."""
    return _Article(draft).caption()


def yarn(draft: "Draft", salt: str) -> Yarn:
    """The words, slots and voice of ``draft``; ``salt`` tells apart what is woven from them."""
    brief, trade = draft.brief, draft.trade.key
    words = FOODS.get(trade) or SERVICES[trade]
    slots = {name: str(value) for name, value in draft.slots.items()}
    slots.setdefault("store", f"저희 {words['shop']}")
    if len(slots["store"]) > _LONG_NAME:
        slots["store"] = f"저희 {words['shop']}"
    where = area(draft)
    present = standing(draft)
    slots |= {"area": where, "present": present, "deal": deal(draft)}
    slots = {name: value for name, value in slots.items() if value}
    voices = tuple(dict.fromkeys((voice(draft), draft.register)))
    banned = tuple(word.strip() for word in brief.store.banned_words if word.strip())
    return Yarn({**words, "often": WHENS[FAMILIES[trade]]}, slots, ENDINGS, voices, banned,
                f"{salt}|{brief.store.name}|{brief.description}|{brief.seed}")


def voice(draft: "Draft") -> str:
    """The tone, when its sentences end in the register of ``draft``; else the register itself."""
    return draft.tone if (draft.tone in _FORMAL) == (draft.register == "다") else draft.register


class _Article:
    """One article on its way."""

    def __init__(self, draft: "Draft") -> None:
        self.draft = draft
        self.occasion = draft.reading.occasion
        self.kind = news.KINDS.get(self.occasion, "visit")
        self.loom = Loom(yarn(draft, "blog"))
        self.tags = draft.hashtags()[:LIMIT.hashtags]
        self.news = self._news()
        self.scenes: list[str] = []
        self.asks: list[str] = []
        self.hello = self._hello()
        self.way = self._way()
        self.end = self._end()
        self.headings = self._headings()

    def caption(self) -> Caption:
        """As many scenes and questions as the length asks for, in turn; less of the owner's words only when they
        alone are too long."""
        aim = _AIM[0] + int(self.loom.chance() * (_AIM[1] - _AIM[0]))
        makers = (self._scene, self._ask)
        turn = 0
        while turn < _TURNS and (self._size() < aim or turn < 3):
            before = self.text()
            makers[turn % 3 == 1]()
            if self.text() == before:
                self.loom.renew()
            turn += 1
            if not self._fits():
                self.scenes, self.asks = self._without(before)
                break
        while not self._fits() and len(self.news) > 1:
            self.news.pop()
        return Caption(self.text(), self.tags, title=title(self.draft))

    def _without(self, before: str) -> tuple[list[str], list[str]]:
        return ([one for one in self.scenes if one in before], [one for one in self.asks if one in before])

    def _size(self) -> int:
        return len(self.text())

    def _fits(self) -> bool:
        return LIMIT.fits(Caption(self.text(), self.tags).posted())

    def text(self) -> str:
        """The article as it stands now."""
        half = (len(self.scenes) + 1) // 2 if len(self.scenes) > 3 else len(self.scenes)
        parts = [self.hello, *self._under("news", self.news), *self._under("scene", self.scenes[:half]),
                 *self._under("more", self.scenes[half:]), *self._under("ask", self.asks),
                 *self._under("way", self.way), self.end]
        ground = self.draft.brief.ground.strip()
        return "\n\n".join(filter(None, (*parts, f"※ {ground}" if ground else "")))

    def _headings(self) -> dict[str, str]:
        found = {part: self.loom.pick(sections.HEADINGS[part][self.kind]) for part in ("news", "scene", "ask", "way")}
        spare = [row for row in sections.HEADINGS["scene"][self.kind] if "{" not in row and row != found["scene"]]
        return {**found, "more": self.loom.pick(spare)}

    def _under(self, part: str, paragraphs: list[str]) -> list[str]:
        return [f"■ {self.headings[part]}", *paragraphs] if paragraphs and self.headings[part] else paragraphs

    def _hello(self) -> str:
        spoken = voice(self.draft)
        rows = (sections.GREETINGS[spoken if spoken in sections.GREETINGS else self.draft.register]
                + sections.GREETINGS_LOCAL[self.draft.register])
        hello = self.loom.sentence(rows, opens=True)
        lead = self.loom.sentence(news.LEADS[self.occasion]) or self.loom.sentence(news.LEADS["general"])
        third = self.loom.sentence(sections.READING) if self.loom.chance() < 0.5 else self._season()
        return " ".join(filter(None, (hello, lead, third)))

    def _season(self) -> str:
        month = self.draft.brief.month
        rows = sections.SEASONS[_SEASONS[month - 1]] if 1 <= month <= 12 and self.kind == "visit" else ()
        return self.loom.sentence(rows)

    def _news(self) -> list[str]:
        """The owner's sentences in paragraphs of three at most, what belongs to the occasion, and the list."""
        found: list[str] = []
        group: list[str] = []
        lines = [line for line in self.draft.sentences() if not _GREETING.match(line)] or self.draft.sentences()
        for line in dict.fromkeys(lines):
            if group and (len(group) == 3 or len(" ".join([*group, line])) > _PARAGRAPH):
                found.append(" ".join(group))
                group = []
            group.append(line)
        found.append(" ".join(group))
        listed = self._listed()
        if len(listed) > 1:
            found.append("\n".join((self.loom.sentence(sections.LISTED, opens=True), *listed)).strip())
        matter = self.loom.sentence(news.MATTERS[self.occasion], opens=True)
        return [*filter(None, found), *([matter] if matter else [])]

    def _listed(self) -> list[str]:
        reading, brief = self.draft.reading, self.draft.brief
        said = tidy(brief.description)
        when = brief.period.strip() or ("" if _DATED.search(said.replace(reading.when, " ", 1)) else reading.when)
        offer = f"{reading.original_price} → {reading.offer}" if reading.original_price and reading.offer \
            else reading.offer
        price = "급여" if self.occasion == "hiring" else "혜택" if re.search(r"할인|세일|적립|%|\+", offer) else "가격"
        rows = (("소식" if self.kind == "visit" else "내용", " ".join(filter(None, (reading.modifier,
                                                                               reading.product)))),
                ("모집", reading.role), (price, offer), (_WHEN_LABELS.get(self.occasion, "기간"), when),
                ("시간", reading.hours if self.occasion in _TIMED and when != reading.hours else ""))
        return [f"· {label}: {value}" for label, value in rows if value]

    def _scene(self) -> None:
        more = scenes.SCENES[f"{self.kind}_more"]
        rows = scenes.SCENES[self.kind]
        flavour = scenes.FLAVOURS.get(voice(self.draft), ()) if self.kind == "visit" else ()
        count = len(self.scenes)
        stocks = ((rows, more), (rows, flavour or more, more), (rows, rows), (rows, more, flavour))[count % 4]
        paragraph = self.loom.paragraph(*stocks)
        if paragraph:
            self.scenes.append(paragraph)

    def _ask(self) -> None:
        rows = sections.QUESTIONS_WORK if self.kind == "work" else sections.QUESTIONS
        paragraph = self.loom.paragraph(rows, rows)
        if paragraph:
            self.asks.append(paragraph)

    def _way(self) -> list[str]:
        store = self.draft.brief.store
        known = (("위치", store.address), ("영업시간", store.opening_hours), ("전화", store.phone),
                 ("링크", store.link_url))
        lines = [f"· {label}: {value.strip()}" for label, value in known if value.strip()]
        intro = self.loom.sentence(sections.WAYS["list" if lines else "none"], opens=True)
        found = ["\n".join(filter(None, (intro, *lines)))]
        extra = self.loom.paragraph(sections.WAYS["address"] if store.address.strip() else (),
                                    sections.WAYS["phone"] if store.phone.strip() else ())
        return [*filter(None, found), *([extra] if extra else [])]

    def _end(self) -> str:
        return self.loom.paragraph(sections.THANKS, sections.NEXT, sections.BYES)
