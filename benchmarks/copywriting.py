"""60 briefs of 12 trades through the built-in writer: limits, facts, particles, claims, repetition.

    python -m benchmarks.copywriting            the figures as a table; exit code 1 when a violation is found
    python -m benchmarks.copywriting --strict   the advice counts as a violation too
    python -m benchmarks.copywriting --sheet    also writes docs/sheets/copy.md, every text of every brief
    python -m benchmarks.copywriting --all      every finding, not the first twelve of a kind

``briefs.tsv`` holds what an owner would type: hurried, with and without price, period, phone, address and ground; some
break the law, and the writer must not follow them. The particle check (``particles``) shares nothing with the writer's.
"""

import argparse
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from adgen import claims, sms
from adgen.brief import AdBrief, AdCopy, StoreFacts
from adgen.channels import TEXTS, TextLimit
from adgen.copywriters.base import Copywriter
from adgen.copywriters.builtin.posts import is_dish
from adgen.copywriters.builtin.writer import BuiltinCopywriter, Draft
from adgen.copywriters.checks.checking import LINES, softened
from adgen.copywriters.checks.grounded import invention
from adgen.copywriters.checks.splitting import split
from adgen.copywriters.checks.trimming import is_practical
from adgen.copywriters.language.reading import read
from adgen.copywriters.language.tidy import tidy
from benchmarks.copy_sheet import sheet
from benchmarks.particles import after_words, anywhere, both_spellings

BRIEFS = Path(__file__).with_name("briefs.tsv")
SHEET = Path(__file__).parent.parent / "docs/sheets/copy.md"
UNWRITTEN = frozenset(("review_reply", "kakao_bizboard", "naver_powerlink", "google_business"))
"""Keys of TEXTS that are written on demand only."""
ROOMY = ("instagram", "kakao_message", "kakao_text", "kakao_simple", "lms", "naver_place", "daangn", "naver_blog")
"""Texts with room for every fact of a brief."""
NEWS = {"closed": r"휴무|쉬|쉽", "moved": "이전|옮|새 자리|이사", "hours_changed": "시간", "hours": "시|문",
        "opening": "오픈|문|새"}
"""What a text says at least when the brief is about no product."""
SEEDS, EVERY = 20, 5
WRITER = BuiltinCopywriter()
Found = dict[str, list[str]]
KINDS = ("limit", "number", "made up", "left out", "says nothing", "particle", "claim", "same sentence",
         "repeated seed")
ADVICE = ("left out", "says nothing")
"""No violation, but an owner would write it again: a fact that the text had room for, or a text without the news."""


@dataclass(frozen=True)
class Written:
    """A brief and all that was written for it."""

    number: int
    brief: AdBrief
    copy: AdCopy

    def pieces(self) -> Iterable[tuple[str, str]]:
        """(where, text) of every Korean text."""
        copy = self.copy
        yield from (("headline", copy.headline), ("subline", copy.subline), ("call_to_action", copy.call_to_action))
        yield from (("headline", head.text) for head in copy.headlines if head.text != copy.headline)
        for key, caption in copy.captions.items():
            yield from ((key, text) for text in (caption.title, caption.posted(), caption.button) if text)


def briefs() -> list[AdBrief]:
    """The table as briefs, each with its own seed."""
    with BRIEFS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [AdBrief(
        StoreFacts(row["store"], row["trade"], row["tone"], row["about"], row["phone"], row["address"], row["hours"],
                   banned_words=tuple(filter(None, row["banned"].split(";")))),
        row["description"], text_in_image=row["text_in_image"], price=row["price"],
        original_price=row["original_price"], period=row["period"], seed=number, ground=row["ground"],
        month=int(row["month"] or 0)) for number, row in enumerate(rows, 1)]


def written(number: int, brief: AdBrief) -> Written:
    """All the words for one brief."""
    return Written(number, brief, WRITER.extend(brief, WRITER.write(brief)))


def limits(one: Written) -> Iterable[str]:
    """What is missing, too long or too short."""
    for where, most in LINES.items():
        line = getattr(one.copy, where)
        if not line or (len(line) > most and not (where == "headline" and one.brief.text_in_image)):
            yield f"{where}: {len(line)} of {most}: {line}"
    if len({head.angle for head in one.copy.headlines}) != 3:
        yield f"headlines: {[(head.angle, head.text) for head in one.copy.headlines]}"
    for language in ("en", "ja", "zh"):
        if language not in one.copy.translations or not one.copy.translations[language].headline:
            yield f"no translation: {language}"
    for key in TEXTS.keys() - UNWRITTEN:
        caption = one.copy.captions.get(key)
        if caption is None and key == "delivery_menu" and not is_dish(Draft(softened(one.brief)[0])):
            continue
        if caption is None or not caption.text.strip():
            yield f"{key}: missing"
            continue
        limit = TEXTS[key]
        if not limit.fits(caption.posted()) or len(caption.text) < limit.least:
            yield f"{key}: {limit.size(caption.posted())} of {limit.least}–{limit.limit}: {caption.text[:60]!r}"
        if len(caption.hashtags) > limit.hashtags:
            yield f"{key}: {len(caption.hashtags)} hashtags of {limit.hashtags}"
        yield from _parts(key, caption.title, caption.button, limit)


def _parts(key: str, title: str, button: str, limit: TextLimit) -> Iterable[str]:
    for part, text, most in (("title", title, limit.title), ("button", button, limit.button)):
        if most is not None and not text:
            yield f"{key}: no {part}"
        elif limit.size(text) > (most or 0):
            yield f"{key}: {part} has {limit.size(text)} of {most}: {text}"


def made_up(one: Written) -> Iterable[tuple[str, str]]:
    """(kind, finding): numbers that the brief does not hold, digit by digit, and what the product's own check finds."""
    told = re.sub(r"(?<=\d),(?=\d{3})", "", one.brief.facts() + f" {one.brief.month}월")
    known = set(re.findall(r"\d+", told)) | {str(int(number)) for number in re.findall(r"\d+", told)}
    for number in re.findall(r"(\d+)천", told):
        mixed = re.findall(rf"(\d+)만\s?{number}천", told)
        known |= {f"{int(number)}000", *(f"{int(big)}{number}000" for big in mixed)}
    known |= {f"{number}0000" for number in re.findall(r"(\d+)만", told)}
    for where, text in one.pieces():
        strange = set(re.findall(r"\d+", re.sub(r"(?<=\d),(?=\d{3})", "", text))) - known
        if strange:
            yield "number", f"{where}: {sorted(strange)} in {text[:80]!r}"
        for line in text.split("\n"):
            for sentence in split(line):
                found = None if sentence.startswith("#") else invention(sentence, one.brief)
                if found:
                    yield "made up", f"{where}: {found.kind} {found.piece!r} in {sentence!r}"


def left_out(one: Written) -> Iterable[str]:
    """Numbers that the owner gave and a text with room for them does not repeat: a price, a date, an hour."""
    brief = softened(one.brief)[0]
    told = re.sub(r"(?<=\d),(?=\d{3})", "", tidy(f"{brief.description}\n{brief.price}\n{brief.period}"))
    for key in ROOMY:
        caption = one.copy.captions.get(key)
        text = re.sub(r"(?<=\d),(?=\d{3})", "", caption.text if caption else "")
        said = {*re.findall(r"\d+", text), *(f"{number}0000" for number in re.findall(r"(\d+)만", text))}
        missing = [number for number in re.findall(r"\d+", told) if number not in said]
        if missing and not (key == "naver_blog" and not text):
            yield f"{key}: {missing} of {brief.description!r}"


def short_message(one: Written) -> Iterable[str]:
    """A text message that leaves out the offer, or else the time, although both it and the product would fit."""
    brief = softened(one.brief)[0]
    reading, text = read(brief), one.copy.captions["sms"].text
    fact, limit = reading.offer or reading.when or reading.hours, TEXTS["sms"]
    least = ", ".join(filter(None, (reading.product or reading.gift, fact)))
    fits = limit.size(least) <= sms.room(brief.store.name, brief.store.phone) and limit.fits(least)
    dated = reading.when and set(re.findall(r"\d+", reading.when)) <= set(re.findall(r"\d+", text))
    if reading.occasion == "event" and dated:  # Whoever knows the day may ask for the price.
        return
    if fact and fits and fact not in text and not set(re.findall(r"\d+", fact)) <= set(re.findall(r"\d+", text)):
        yield f"sms: {fact!r} fits, but it says {text!r}"


def says_nothing(one: Written) -> Iterable[str]:
    """Texts that tell neither what it is about nor any fact of it: a name and a mood are no advertisement."""
    reading = read(softened(one.brief)[0])
    words = [reading.product, reading.gift, reading.role, reading.condition]
    news = {word for line in reading.lines for word in re.findall(r"[가-힣]{2,}|\d+", line)}
    stems = {re.sub(r"(?:을|를|이|가|은|는|에|으로|로|도|까지|부터)$", "", word) for word in news}
    names = set(re.findall(r"[가-힣]{2,}", one.brief.store.name))
    for key, caption in one.copy.captions.items():
        text = f"{caption.title} {caption.text}" if key != "sms" else caption.text
        known = [word for word in (*words, *(stems - names)) if len(word) > 1]
        if key not in ("kakao_search", "kakao_search_custom") and not any(word in text for word in known) and not (
                reading.occasion in NEWS and re.search(NEWS[reading.occasion], text)):
            yield f"{key}: {text[:60]!r}"


def particles(one: Written) -> Iterable[str]:
    """Wrong particles after the brief's words, and anywhere."""
    reading = read(softened(one.brief)[0])
    slots = [one.brief.store.name, reading.product, reading.gift, reading.role, reading.condition, reading.when,
             reading.hours, reading.offer, reading.modifier]
    words = {word for slot in slots for word in (slot, *slot.split()[-1:]) if len(word) > 1}
    told = one.brief.facts()
    for where, text in one.pieces():
        for wrong in {*after_words(text, words), *anywhere(text), *both_spellings(text)}:
            if wrong not in told:
                yield f"{where}: {wrong}"


def claimed(one: Written) -> Iterable[str]:
    """Findings of level "block"."""
    for where, text in one.pieces():
        for found in claims.check(text, one.brief.store.trade, one.brief.ground):
            if found.severity == "block":
                yield f"{where}: {found.text} ({found.rule})"


def said(one: Written) -> dict[str, str]:
    """Finished sentences of eight characters or more, without marks and emoji → where; practical lines are none."""
    found: dict[str, str] = {}
    for where, text in one.pieces():
        if where == "call_to_action":
            continue
        for line in text.split("\n"):
            for sentence in () if is_practical(line) or line.startswith("#") else split(line):
                bare = re.sub(r"[^0-9A-Za-z가-힣 ]+", "", sentence).strip()
                if len(bare) >= 8 and re.search(r"(?:[요다죠까네군]|세요)$", bare):
                    found.setdefault(bare, where)
    return found


def shared(all_written: list[Written]) -> Iterable[str]:
    """Sentences that two briefs have in common, the most common first."""
    places: dict[str, list[str]] = defaultdict(list)
    for one in all_written:
        for sentence, where in said(one).items():
            places[sentence].append(f"{one.number} {where}")
    for sentence, found in sorted(places.items(), key=lambda row: (-len(row[1]), row[0])):
        if len(found) > 1:
            yield f"{sentence} ({', '.join(found[:6])}{' …' if len(found) > 6 else ''})"


def repeated(brief: AdBrief, number: int, writer: Copywriter = WRITER) -> Iterable[str]:
    """Headlines, Instagram captions and blog articles that come twice within 20 consecutive seeds."""
    if brief.text_in_image:
        return
    seen: dict[str, dict[str, int]] = defaultdict(dict)
    for seed in range(number, number + SEEDS):
        one = replace(brief, seed=seed)
        copy = writer.extend(one, writer.write(one))
        for what, text in (("headline", copy.headline), ("instagram", copy.captions["instagram"].text),
                           ("naver_blog", copy.captions["naver_blog"].text)):
            if text in seen[what]:
                yield f"{what}: seeds {seen[what][text]} and {seed}: {text[:50]!r}"
            seen[what].setdefault(text, seed)


def measure(all_written: list[Written], seeds: bool = True) -> Found:
    """Every finding by kind; ``seeds`` False leaves out the 20 seeds of some briefs, which take the most time."""
    found: Found = {kind: [] for kind in KINDS}
    for one in all_written:
        name = f"{one.number} {one.brief.store.name}"
        found["limit"] += [f"{name}: {line}" for line in limits(one)]
        for kind, line in made_up(one):
            found[kind].append(f"{name}: {line}")
        found["left out"] += [f"{name}: {line}" for line in (*left_out(one), *short_message(one))]
        found["says nothing"] += [f"{name}: {line}" for line in says_nothing(one)]
        found["particle"] += [f"{name}: {line}" for line in particles(one)]
        found["claim"] += [f"{name}: {line}" for line in claimed(one)]
    found["same sentence"] = list(shared(all_written))
    for one in all_written[::EVERY] if seeds else ():
        found["repeated seed"] += [f"{one.number} {one.brief.store.name}: {line}"
                                   for line in repeated(one.brief, one.number)]
    return found


def main() -> int:
    """Print the figures; 1 when something was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sheet", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--strict", action="store_true")
    asked = parser.parse_args()
    all_written = [written(number, brief) for number, brief in enumerate(briefs(), 1)]
    found = measure(all_written)
    texts = sum(len(one.copy.captions) for one in all_written)
    sentences = sum(len(said(one)) for one in all_written)
    print(f"{len(all_written)} briefs of {len({one.brief.store.trade for one in all_written})} trades, {texts} texts, "
          f"{sentences} different sentences, {SEEDS} seeds of {len(all_written[::EVERY])} briefs\n")
    print("| checked | found |\n|---|---|")
    for kind in KINDS:
        print(f"| {kind}{' (advice)' if kind in ADVICE else ''} | {len(found[kind])} |")
    for kind in KINDS:
        shown = found[kind] if asked.all else found[kind][:12]
        print(*(["", f"{kind}:"] + [f"  {line}" for line in shown] if shown else []), sep="\n")
    if asked.sheet:
        SHEET.write_text(sheet(all_written), encoding="utf-8")
    return int(any(lines for kind, lines in found.items() if asked.strict or kind not in ADVICE))


if __name__ == "__main__":
    sys.exit(main())
