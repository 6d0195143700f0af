"""What is read out of a brief as owners type it: hurried, with and without price, time and condition."""

from dataclasses import asdict
from pathlib import Path

import pytest

from adgen.brief import AdBrief, StoreFacts
from adgen.copywriters.language.reading import read

with Path(__file__).with_name("readings.tsv").open(encoding="utf-8") as file:
    CASES = [tuple(line.rstrip("\n").split("\t")) for line in file][1:]
"""A brief, and every field of its Reading that is not empty."""


@pytest.mark.parametrize(("text", "fields"), CASES, ids=[text for text, _ in CASES])
def test_a_brief_is_read_and_nothing_is_added(text: str, fields: str) -> None:
    found = asdict(read(AdBrief(StoreFacts("가게"), text)))
    said = {name: value for name, value in found.items() if value and name != "lines"}
    assert said == dict(field.split("=", 1) for field in fields.split("; "))


def test_the_table_is_large() -> None:
    assert len({text for text, _ in CASES}) == len(CASES) >= 120
