"""Contact sheets and figures of the built-in illustrator.

    python benchmarks/illustration_sheet.py [--sheets] [--distances] [--times] [--memory]

``--sheets`` draws docs/sheets/illustration-*.jpg with real words on them; ``--distances`` says how far apart the 24
first seeds of each trade are; ``--times`` gives milliseconds for each composition at 1080 × 1350 and at A4 300 dpi with
bleed (2551 × 3579); ``--memory`` gives the peak of a process that draws one A4.
"""

import argparse
import itertools
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from adgen.brief import AdBrief, ImageRequest, PosterRequest, PosterText, StoreFacts
from adgen.copywriters.builtin.writer import BuiltinCopywriter
from adgen.engines.illustration import STYLES, spread, styles_for
from adgen.engines.illustration.canvas import paint
from adgen.engines.illustration.engine import compose
from adgen.poster import render
from adgen.trades import TRADES

ROOT = Path(__file__).resolve().parent.parent
NAMES = {"cafe": "달무리 커피", "gym": "튼튼 헬스", "flower": "오월의 정원"}
EVENTS = {"newyear": "설날 선물세트 예약을 받아요.", "chuseok": "추석 선물세트를 미리 준비했어요.",
          "blossom": "벚꽃 시즌 음료 2종이 나왔어요.", "christmas": "크리스마스 케이크 예약을 받아요.",
          "exam": "수능 수험생은 20% 할인해요.", "summer": "여름 한정 수박 주스가 나왔어요.",
          "opening": "개업 기념으로 음료 한 잔을 드려요.", "closing": "저녁 8시부터 마감 세일 30% 할인해요."}
GROUPS = (("cafe", "restaurant", "chicken", "bakery", "dessert", "snack"),
          ("pub", "grocery", "hair", "nail", "skin", "flower"),
          ("gym", "yoga", "clothing", "laundry", "car", "pet"),
          ("academy", "photo", "stationery", "realestate", "general"))
A4 = (2551, 3579)


def poster(request: ImageRequest) -> Image.Image:
    """The drawn picture with the built-in writer's words on it."""
    _, scene = compose(request)
    store = StoreFacts(NAMES.get(request.trade, "우리동네 " + TRADES[request.trade].ko.split("·")[0]), request.trade,
                       address="서울 마포구 달빛로 12", opening_hours="매일 10:00~22:00")
    copy = BuiltinCopywriter().write(AdBrief(store, request.subject, seed=request.seed))
    text = PosterText(copy.headline, copy.subline, copy.offer, copy.original_price, "", copy.call_to_action, store.name,
                      f"{store.address} · {store.opening_hours}")
    return render(PosterRequest(paint(scene, request.width, request.height), text, request.width, request.height,
                                scene.stage)).image


def sheet(rows: list[list[ImageRequest]], name: str, cell: int) -> None:
    """One sheet: a row of posters for each row of requests, ``cell`` pixels wide each, at most 400 KB."""
    highs = [max(round(cell * request.height / request.width) for request in row) for row in rows]
    page = Image.new("RGB", (max(map(len, rows)) * (cell + 6) + 6, sum(highs) + 6 * len(rows) + 6), "#7A7A7A")
    top = 6
    for row, high in zip(rows, highs, strict=True):
        for x, request in enumerate(row):
            small = poster(request).resize((cell, high), Image.Resampling.LANCZOS)
            page.paste(small, (6 + x * (cell + 6), top))
        top += high + 6
    path = ROOT / "docs" / "sheets" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in (86, 80, 74, 66, 58, 50, 42, 36):
        page.save(path, quality=quality, optimize=True)
        if path.stat().st_size <= 400_000:
            break
    print(f"{path.relative_to(ROOT)}: {page.width} x {page.height}, {path.stat().st_size // 1000} kB")


def sheets() -> None:
    """Trades × 4 candidates, compositions × events, and one composition in every shape."""
    for index, trades in enumerate(GROUPS, start=1):
        rows = [[ImageRequest("", seed, 720, 900, trade=trade, style=style, subject=TRADES[trade].examples[seed % 3])
                 for style, seed in spread(trade, 3 * offset, 4)] for offset, trade in enumerate(trades)]
        sheet(rows, f"illustration-trades-{index}.jpg", 260)
    for part, styles in enumerate((list(STYLES)[:8], list(STYLES)[8:]), start=1):
        rows = [[ImageRequest("", number, 720, 900, trade="cafe", style=style, subject=subject)
                 for number, subject in enumerate(EVENTS.values())] for style in styles]
        sheet(rows, f"illustration-events-{part}.jpg", 190)
    shapes = ((720, 1280), (1200, 628), (1029, 258))
    rows = [[ImageRequest("", number, *shape, trade="dessert", style=style, subject=TRADES["dessert"].examples[0])
             for number, style in enumerate(styles_for("dessert"))] for shape in shapes]
    sheet(rows, "illustration-shapes.jpg", 230)


def looks(image: Image.Image) -> NDArray[np.float32]:
    """What the eye keeps of a picture: 16 × 20 cells in YCbCr, 0…255."""
    return np.asarray(image.resize((16, 20), Image.Resampling.BOX).convert("YCbCr"), dtype=np.float32)


def distances() -> None:
    """The nearest pair among the seeds 0…23 of each trade: mean absolute difference of the cells, 0…255."""
    print("trade         compositions   nearest pair (distance)   median")
    for trade in TRADES:
        seen, names = [], set()
        for seed in range(24):
            name, scene = compose(ImageRequest("", seed, 320, 400, trade=trade))
            seen.append(looks(paint(scene, 320, 400)))
            names.add(name)
        pairs = {(a, b): float(np.abs(seen[a] - seen[b]).mean()) for a, b in itertools.combinations(range(24), 2)}
        near = min(pairs, key=lambda pair: pairs[pair])
        middle = float(np.median(list(pairs.values())))
        print(f"{trade:12} {len(names):6}          {near!s:10} {pairs[near]:8.1f} {middle:16.1f}")


def times() -> None:
    """Milliseconds of one core for composing and drawing, median of three (A4: one): other work does not count."""
    print("composition     1080 x 1350      A4 300 dpi")
    for style in STYLES:
        took: dict[tuple[int, int], list[float]] = {}
        for size, rounds in (((1080, 1350), 3), (A4, 1)):
            for seed in range(rounds):
                started = time.process_time()
                _, scene = compose(ImageRequest("", seed, *size, trade="cafe", style=style, subject="고구마 라떼"))
                paint(scene, *size)
                took.setdefault(size, []).append((time.process_time() - started) * 1000)
        print(f"{style:12} {np.median(took[1080, 1350]):10.0f} ms {np.median(took[A4]):12.0f} ms")


def memory() -> None:
    """Peak resident size of a fresh process that draws one A4, for each composition."""
    for style in STYLES:
        done = subprocess.run([sys.executable, __file__, "--one", style], capture_output=True, text=True, check=True)
        print(f"{style:12} {done.stdout.strip()} MB")


def one(style: str) -> None:
    """Draw one A4 and print the peak of this process in megabytes."""
    _, scene = compose(ImageRequest("", 1, *A4, trade="chicken", style=style))
    paint(scene, *A4)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def main() -> None:
    """Run what is asked for; everything when nothing is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    jobs = {"sheets": sheets, "distances": distances, "times": times, "memory": memory}
    for name in jobs:
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)
    asked = vars(parser.parse_args())
    if asked["one"]:
        one(asked["one"])
        return
    for name, job in jobs.items():
        if asked[name] or not any(asked[each] for each in jobs):
            job()


if __name__ == "__main__":
    main()
