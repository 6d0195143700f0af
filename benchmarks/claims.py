"""How well the claims checker marks Korean ad sentences: recall and precision at sentence level.

    python -m benchmarks.claims              both parts as a table
    python -m benchmarks.claims --misses     also the dev sentences that it got wrong

A sentence counts as marked when there is a finding of severity "block" or "warn"; notes ask for an addition and do not
count. ``claims_dev.tsv`` was used to widen the rules: its first 233 sentences were labelled before the rules were read,
the later 177, partly after examples that the authorities published, before the rules were run on them.
``claims_held_out.tsv`` was written when the rules were finished, before they were run on it, and nobody looks at its
misses one by one. One hand wrote sentences and rules, so real ads will be marked less well than these figures say.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from adgen import claims

DEV, HELD_OUT = (Path(__file__).with_name(f"claims_{part}.tsv") for part in ("dev", "held_out"))


@dataclass(frozen=True)
class Labelled:
    """One sentence: ``severity`` is "clean", "warn" or "block"; ``categories`` are empty when it is clean."""

    trade: str
    severity: str
    categories: tuple[str, ...]
    text: str


def load(path: Path) -> list[Labelled]:
    """Every labelled sentence of a file, in its order."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Labelled(trade, severity, tuple(filter(None, names.split(","))), text)
            for trade, severity, names, text in rows]


def parts() -> tuple[list[Labelled], list[Labelled]]:
    """(dev, held out)."""
    return load(DEV), load(HELD_OUT)


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
    print("| part | sentences | with a claim | recall | precision | 'block' found as 'block' |\n" + "|---" * 6 + "|")
    for name, rows in zip(("dev", "held out"), parts(), strict=True):
        got = score(rows)
        print(f"| {name} | {got.rows} | {got.dirty} | {got.recall:.3f} | {got.precision:.3f} | {got.grave:.3f} |")
    for row in parts()[0] if asked.misses else ():
        if marked(row) is (row.severity == "clean"):
            found = [(one.rule, one.text) for one in claims.check(row.text, row.trade)]
            print(row.trade, row.severity, row.categories, row.text, found)


if __name__ == "__main__":
    main()
