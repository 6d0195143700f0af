"""How well the claims checker marks Korean ad sentences: recall and precision on ``claims_set.tsv``.

    python -m benchmarks.claims              both halves as a table
    python -m benchmarks.claims --misses     also the sentences of the dev half that it got wrong

A sentence counts as marked when there is a finding of severity "block" or "warn"; notes ask for an addition and do not
count. The labels were written before the rules were read. The split is a seeded shuffle, then every other sentence;
rules are improved with the dev half alone, and the held-out half is only ever shown as a score.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from adgen import claims

SET = Path(__file__).with_name("claims_set.tsv")
SEED = 20261127


@dataclass(frozen=True)
class Labelled:
    """One sentence: ``severity`` is "clean", "warn" or "block"; ``categories`` are empty when it is clean."""

    trade: str
    severity: str
    categories: tuple[str, ...]
    text: str


def load() -> tuple[Labelled, ...]:
    """Every labelled sentence, in the file's order."""
    rows = (line.split("\t") for line in SET.read_text(encoding="utf-8").splitlines())
    return tuple(Labelled(trade, severity, tuple(filter(None, names.split(","))), text)
                 for trade, severity, names, text in rows)


def halves() -> tuple[tuple[Labelled, ...], tuple[Labelled, ...]]:
    """(dev, held out)."""
    rows = list(load())
    random.Random(SEED).shuffle(rows)
    return tuple(rows[0::2]), tuple(rows[1::2])


def marked(row: Labelled) -> bool:
    """Whether the checker finds something of severity "block" or "warn" in it."""
    return any(one.severity != "note" for one in claims.check(row.text, row.trade))


@dataclass(frozen=True)
class Score:
    """Sentences counted; ``grave`` is the share of "block" sentences found with severity "block"."""

    rows: int
    dirty: int
    recall: float
    precision: float
    grave: float


def score(rows: Sequence[Labelled]) -> Score:
    """Recall and precision at sentence level."""
    dirty = [row for row in rows if row.severity != "clean"]
    hits = sum(map(marked, dirty))
    false = sum(marked(row) for row in rows if row.severity == "clean")
    block = [row for row in rows if row.severity == "block"]
    grave = sum(any(one.severity == "block" for one in claims.check(row.text, row.trade)) for row in block)
    return Score(len(rows), len(dirty), hits / len(dirty), hits / (hits + false), grave / len(block))


def main() -> None:
    """Print the table, and with ``--misses`` what the dev half got wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    print("| half | sentences | with a claim | recall | precision | 'block' found as 'block' |\n|---|---|---|---|---|---|")
    for name, rows in zip(("dev", "held out"), halves(), strict=True):
        got = score(rows)
        print(f"| {name} | {got.rows} | {got.dirty} | {got.recall:.3f} | {got.precision:.3f} | {got.grave:.3f} |")
    for row in halves()[0] if asked.misses else ():
        if marked(row) is (row.severity == "clean"):
            found = [(one.rule, one.text) for one in claims.check(row.text, row.trade)]
            print(row.trade, row.severity, row.categories, row.text, found)


if __name__ == "__main__":
    main()
