"""What the built-in writer wrote for the benchmark's briefs, as a readable Markdown page."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from adgen.brief import AdBrief, AdCopy, Caption, PosterLines
from adgen.channels import TEXTS
from adgen.trades import TRADES

_ANGLES = {"news": "소식", "benefit": "혜택", "mood": "분위기"}
_LANGUAGES = {"en": "English", "ja": "日本語", "zh": "中文"}
_SHOWN = ("instagram", "kakao_message", "kakao_text", "kakao_simple", "kakao_wide", "kakao_list", "kakao_carousel",
          "kakao_search", "kakao_search_custom", "sms", "lms", "naver_place", "daangn", "delivery_menu")
_HEAD = """# 60 briefs through the built-in writer

Written by `python -m benchmarks.copywriting --sheet`, which also checks every text here. Each section is one brief of
`benchmarks/briefs.tsv`, as an owner would type it, and all that is written for it without a language model.

"""


class Writing(Protocol):
    """A numbered brief and its words."""

    @property
    def number(self) -> int: ...
    @property
    def brief(self) -> AdBrief: ...
    @property
    def copy(self) -> AdCopy: ...


def sheet(every: Sequence[Writing]) -> str:
    """The page."""
    return _HEAD + "\n".join("\n".join(_section(one)) for one in every)


def _section(one: Writing) -> Iterable[str]:
    brief, copy = one.brief, one.copy
    yield f"## {one.number}. {brief.store.name} ({TRADES[brief.store.trade].ko}{_tone(brief)})\n"
    yield f"> {' / '.join(brief.description.splitlines())}\n>"
    yield f"> {_facts(brief)}\n"
    yield "| 줄 | 문구 |\n|---|---|"
    yield f"| 제목 | **{_cell(copy.headline)}** |"
    yield from (f"| 제목({_ANGLES[head.angle]}) | {_cell(head.text)} |" for head in copy.headlines)
    for name, text in (("둘째 줄", copy.subline), ("가격", " → ".join(filter(None, (copy.original_price, copy.offer)))),
                       ("버튼", copy.call_to_action)):
        yield f"| {name} | {_cell(text)} |"
    yield from (f"| {_LANGUAGES[language]} | {_foreign(lines)} |" for language, lines in copy.translations.items())
    yield ""
    yield "| 채널 | 글 |\n|---|---|"
    yield from (f"| {TEXTS[key].ko} | {_caption(copy.captions[key])} |" for key in _SHOWN if key in copy.captions)
    blog = copy.captions.get("naver_blog")
    if blog:
        yield f"\n<details><summary>네이버 블로그: {blog.title} ({len(blog.text)}자)</summary>\n"
        yield blog.posted() + "\n\n</details>"
    for gone in copy.removed:
        yield f"\n뺀 말: “{gone.text}” · {gone.why.ko}"
    yield ""


def _tone(brief: AdBrief) -> str:
    return f", {brief.store.tone}" if brief.store.tone else ""


def _facts(brief: AdBrief) -> str:
    store = brief.store
    told = (("가격", brief.price), ("전 가격", brief.original_price), ("기간", brief.period), ("근거", brief.ground),
            ("그림 글자", brief.text_in_image), ("전화", store.phone), ("주소", store.address),
            ("시간", store.opening_hours), ("소개", store.description), ("금지어", ", ".join(store.banned_words)),
            ("지금", f"{brief.month}월" if brief.month else ""))
    return " · ".join(f"{name} {value}" for name, value in told if value)


def _foreign(lines: PosterLines) -> str:
    said = " · ".join(filter(None, (lines.headline, lines.subline, lines.offer, lines.call_to_action, lines.period)))
    return _cell(said + (f" (소리로 적은 이름: {', '.join(lines.sounded)})" if lines.sounded else ""))


def _caption(caption: Caption) -> str:
    title = f"**{_cell(caption.title)}**<br>" if caption.title else ""
    button = f"<br>`{_cell(caption.button)}`" if caption.button else ""
    return title + _cell(caption.posted()) + button


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")
