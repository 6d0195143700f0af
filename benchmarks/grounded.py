"""How well the grounding check tells made-up lines from true ones.

    python -m benchmarks.grounded              both parts as a table
    python -m benchmarks.grounded --misses     also the dev lines that it got wrong

``grounded.tsv`` holds part, brief (a key of BRIEFS), label and line. The labels were written before the check was run.
The dev part was used to widen the tables; nobody looks at the held-out misses one by one. One hand wrote lines and
tables, so a language model's inventions will be found less surely than these figures say.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from adgen.brief import AdBrief, StoreFacts
from adgen.copywriters.checks.grounded import invention

LINES = Path(__file__).with_name("grounded.tsv")
BRIEFS: dict[str, AdBrief] = {
    "cafe": AdBrief(StoreFacts("카페 봄날", "cafe", phone="02-123-4567", address="서울 마포구 연남동 12-3",
                               opening_hours="매일 10:00~22:00"),
                    "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", period="11월 30일까지", month=10),
    "hair": AdBrief(StoreFacts("헤어살롱 결", "hair", description="이지은 디자이너가 운영하는 동네 미용실",
                               phone="031-222-3333", address="경기 수원시 팔달구 인계동 45"),
                    "첫 방문 고객 커트 30% 할인해요. 12월 31일까지예요.", month=12),
    "gym": AdBrief(StoreFacts("파워짐", "gym", phone="042-555-6666", address="대전 서구 둔산동 100",
                              opening_hours="06:00~23:00 (일요일 휴무)"),
                   "3개월 등록하면 한 달을 더 드려요.", price="199,000원", period="1월 31일까지", month=1),
    "grocery": AdBrief(StoreFacts("싱글벙글정육점", "grocery", address="광주 북구 용봉동 7-7"),
                       "국내산 한우 국거리 100g 4,900원, 금토 이틀만 드려요.", month=6),
    "flower": AdBrief(StoreFacts("꽃집 여름", "flower", phone="02-333-7171", address="서울 마포구 합정동 390"),
                      "졸업식 꽃다발 예약을 받아요. 35,000원부터 준비해 드려요.", month=1),
    "clothing": AdBrief(StoreFacts("언니네 옷가게", "clothing", opening_hours="11:00~21:00"),
                        "가을 신상 니트가 들어왔어요. 두 벌 사면 10% 더 할인해요!", month=9),
    "nail": AdBrief(StoreFacts("Mellow Nail", "nail", phone="02-6010-1010"), "여름 패디큐어 예약 받아요~",
                    price="55,000원", month=7),
}


@dataclass(frozen=True)
class Labelled:
    """One line of the file; ``made_up`` is the label."""

    part: str
    brief: str
    made_up: bool
    line: str


def load() -> list[Labelled]:
    """Every labelled line, in the file's order."""
    rows = (row.split("\t") for row in LINES.read_text(encoding="utf-8").splitlines())
    return [Labelled(part, brief, label == "invented", line) for part, brief, label, line in rows]


def found(row: Labelled) -> bool:
    """Whether the check finds something made up in it."""
    return invention(row.line, BRIEFS[row.brief]) is not None


def score(rows: Sequence[Labelled]) -> tuple[float, float]:
    """(recall of the made-up lines, precision of what is marked)."""
    hits = sum(map(found, (row for row in rows if row.made_up)))
    false = sum(map(found, (row for row in rows if not row.made_up)))
    return hits / sum(row.made_up for row in rows), hits / max(1, hits + false)


def main() -> None:
    """Print the table, and with ``--misses`` what the dev part got wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    rows = load()
    print("| part | lines | made up | recall | precision |\n" + "|---" * 5 + "|")
    for part in ("dev", "held"):
        mine = [row for row in rows if row.part == part]
        recall, precision = score(mine)
        print(f"| {part} | {len(mine)} | {sum(row.made_up for row in mine)} | {recall:.3f} | {precision:.3f} |")
    for row in rows if asked.misses else ():
        if row.part == "dev" and found(row) is not row.made_up:
            print(row.brief, row.made_up, row.line, invention(row.line, BRIEFS[row.brief]))


if __name__ == "__main__":
    main()
