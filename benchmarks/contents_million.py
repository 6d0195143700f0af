"""The list of ads at 1,000,000 rows, 200,000 of them one owner's: first page, skip = 100,000, and the text filter.

    python benchmarks/contents_million.py [postgresql] [rows]

Builds the table (a few minutes), then asks each list 200 times as the REST route does: rows read, and views made.
"""

import gc
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from adgen import contents, searching
from adgen.config import Settings
from adgen.models import Content, Project, Store, User, now
from adgen.services import Services, build_services
from tests.postgres import started

OWNERS, CAMPAIGNS, TRIES, PAGE = 801, 20, 200, 50
THINGS = ("딸기 라떼", "고구마 라떼", "크루아상", "제육볶음", "커트 할인", "꽃다발", "원피스", "치킨 세트",
          "필라테스", "식빵", "비빔밥", "네일 아트", "운동화", "수제 버거", "막걸리", "떡볶이", "마카롱",
          "염색", "삼겹살", "과일청")
MANNERS = ("가을 한정", "오늘만", "새로 나온", "주말", "점심", "생일 기념", "첫 방문", "단골", "겨울", "여름맞이")
RARE = "감귤청스무디"
WORDS = {"headline": "",
         "captions": {"instagram": {"text": "오늘도 정성껏 준비했어요. " * 8, "hashtags": ["#동네", "#광고"]}}}


def rows(total: int, big: int) -> Iterator[dict[str, Any]]:
    """Ads of owner 1 and of 800 others, mixed as they come in."""
    pick, at = random.Random(6), now()
    for number in range(1, total + 1):
        owner = 1 if pick.random() < big / total else pick.randrange(2, OWNERS + 1)
        thing = RARE if number % 20_011 == 0 else pick.choice(THINGS)
        said = f"{pick.choice(MANNERS)} {thing} {pick.randrange(20, 300) * 100:,}원 {number}호"
        yield {"id": number, "user_id": owner, "project_id": (owner - 1) * CAMPAIGNS + pick.randrange(CAMPAIGNS) + 1,
               "type": "image_gen", "user_prompt": said, "is_success": True, "copy_json": {**WORDS, "headline": thing},
               "ai_config": {"seed": number, "request": {"ad_description": said}, "provenance": {"ai_generated": True}},
               "created_at": at, "updated_at": at}


@contextmanager
def quick(services: Services) -> Iterator[Connection]:
    """A connection that builds without a journal; what is measured afterwards runs as always."""
    with services.database.connect() as connection:
        raw = connection.connection.driver_connection
        sqlite = connection.dialect.name == "sqlite" and raw is not None
        if sqlite and raw is not None:
            for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1000000"):
                raw.execute(f"PRAGMA {pragma}")
        yield connection
        if sqlite and raw is not None:
            raw.execute("PRAGMA journal_mode=WAL")
    services.database.dispose()


def build(services: Services, total: int, big: int) -> None:
    """Fill the tables and the index of words, with as little of the ORM as possible."""
    at = now()
    dated = {"created_at": at, "updated_at": at}
    with quick(services) as connection, connection.begin():
        connection.execute(insert(User), [{"id": n, "email": f"u{n}@example.com", "username": f"u{n}",
                                           "password_hash": "x", "business_type": "etc", **dated}
                                          for n in range(1, OWNERS + 1)])
        connection.execute(insert(Store), [{"id": n, "user_id": n, "brand_name": "가게", **dated}
                                           for n in range(1, OWNERS + 1)])
        connection.execute(insert(Project), [{"id": n, "store_id": (n - 1) // CAMPAIGNS + 1, "title": "캠페인", **dated}
                                             for n in range(1, OWNERS * CAMPAIGNS + 1)])
        batch: list[dict[str, Any]] = []
        for row in rows(total, big):
            batch.append(row)
            if len(batch) == 5000:
                connection.execute(insert(Content), batch)
                batch = []
        if batch:
            connection.execute(insert(Content), batch)
        searching.fill(connection)
    with services.database.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # A table that grew over months has been vacuumed by PostgreSQL itself, over and over.
        connection.execute(text("VACUUM ANALYZE" if connection.dialect.name == "postgresql" else "ANALYZE"))


def timed(ask: Callable[[], int]) -> tuple[list[float], int]:
    """p50 and p95 of the clock and of this process's own time in milliseconds, and how many rows came. The own time
    tells on a busy machine what the clock cannot; with PostgreSQL it leaves the server's part out."""
    count, clock, own = ask(), [], []
    for _ in range(TRIES):
        begun, used = time.perf_counter(), time.process_time()
        ask()
        clock.append((time.perf_counter() - begun) * 1000)
        own.append((time.process_time() - used) * 1000)
    return [sorted(taken)[at] for taken in (clock, own) for at in (TRIES // 2, int(TRIES * 0.95))], count


def measure(services: Services, title: str, far: int) -> dict[str, float]:
    """Print the table; list → p95 of its own time."""
    def ask(**more: Any) -> Callable[[], int]:
        def work() -> int:
            with services.reading() as session:
                found = contents.listed(session, 1, limit=PAGE, **more)
                return len([contents.view(row, services.link(1)) for row in found])

        return work

    asked = {"first page": {}, f"skip = {far:,}": {"skip": far}, "campaign, first page": {"project_id": 1},
             "finished, skip": {"skip": far, "only_finished": True}, "text: common (라떼)": {"q": "라떼"},
             "text: two words": {"q": "가을 딸기"}, "text: one letter (떡)": {"q": "떡"}, "text: rare": {"q": RARE},
             "text: absent": {"q": "오로라"}, "text: common words, never together": {"q": "라떼 크루아상"}}
    found = {}
    print(f"\n{title}\n| list of {PAGE} | p50 ms | p95 ms | own p50 | own p95 | rows |\n|{' --- |' * 6}", flush=True)
    for name, more in asked.items():
        taken, count = timed(ask(**more))
        found[name] = taken[3]
        print(f"| {name} | {' | '.join(f'{value:.1f}' for value in taken)} | {count} |", flush=True)
    return found


@contextmanager
def database(kind: str) -> Iterator[dict[str, str]]:
    """The setting that names a fresh database."""
    if kind != "postgresql":
        yield {}
        return
    with started("shared_buffers='512MB'") as cluster, cluster.database() as url:
        yield {"DATABASE_URL": url}


def main(kind: str, total: int) -> None:
    """Measure 1,000 rows, then all, and say how they compare."""
    pages = {}
    for count, big in ((5_000, 1_000), (total, total // 5)):
        with tempfile.TemporaryDirectory() as folder, database(kind) as more:
            services = build_services(Settings(_env_file=None, ADGEN_DATA_DIR=Path(folder), **more))
            begun = time.perf_counter()
            build(services, count, big)
            seconds = time.perf_counter() - begun
            gc.collect()
            title = f"{services.database.dialect.name}: {count:,} rows, {big:,} of one owner (built in {seconds:.0f} s)"
            pages[count] = measure(services, title, big // 2)["first page"]
            services.close()
            services.database.dispose()
    small, large = pages.values()
    print(json.dumps({"first page, own p95, large to small": round(large / small, 2)}))


if __name__ == "__main__":
    named = [word for word in sys.argv[1:] if not word.isdigit()]
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(named[0] if named else "sqlite", numbers[0] if numbers else 1_000_000)
