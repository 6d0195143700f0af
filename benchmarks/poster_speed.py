"""Milliseconds for each size on one core, the memory of one A4 page, and the same poster through Chromium.

    taskset -c 0 python benchmarks/poster_speed.py

Every process here stays on one core. Chromium gets the poster as HTML (the same picture, the same lines, the same
fonts), once from a cold command line and again and again in one warm Playwright page.
"""

import base64
import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from playwright.sync_api import sync_playwright  # noqa: E402
from stand_ins import stand_ins  # noqa: E402

from adgen.brief import PosterRequest, PosterText  # noqa: E402
from adgen.poster import candidates, render  # noqa: E402

WORDS = PosterText("가을 한정 고구마 라떼, 오늘부터 만나요", "해남 꿀고구마로 끓인 따뜻한 한 잔", "4,900원", "6,500원",
                   "11월 30일까지", "지금 주문하기", "달무리 커피", "서울 마포구 달빛로 12 · 매일 10:00–22:00",
                   "https://example.com/shop", "AI 생성 이미지")
PACK = ((1080, 1350), (1080, 1080), (1080, 1920), (800, 400), (1200, 628), (1250, 370))
A4 = (2551, 3579)


@dataclass(frozen=True)
class Timed:
    """Median, and the 90th percentile, in milliseconds."""

    median: float
    high: float


def timed(what: Callable[[], object], times: int, clock: Callable[[], float] = time.process_time) -> Timed:
    """``what`` timed after one run that warms it up; by processor time, so that neighbours do not count."""
    what()
    took = []
    for _ in range(times):
        started = clock()
        what()
        took.append((clock() - started) * 1000)
    return Timed(statistics.median(took), sorted(took)[int(0.9 * (times - 1))])


def request(size: tuple[int, int], number: int = 0) -> PosterRequest:
    """The poster that is timed."""
    return PosterRequest(stand_ins()[number].picture, WORDS, *size)


def sizes() -> None:
    """The table of sizes."""
    print("| what | median ms | 90 % | at most |\n|---|---|---|---|")
    for name, size, most in (("1080x1350", (1080, 1350), 120), ("1080x1080", (1080, 1080), 0),
                             ("1080x1920", (1080, 1920), 0), ("1200x628", (1200, 628), 0),
                             ("1250x370", (1250, 370), 0), ("A4 at 300 dpi", A4, 1200)):
        asked = request(size)
        row(name, timed(partial(render, asked), 5 if size == A4 else 15), most)
    strip = replace(request((1029, 258)), kind="bizboard")
    row("bizboard", timed(lambda: render(strip), 25), 25)
    pack = [request(size) for size in PACK[:5]] + [strip]
    row("six channels", timed(lambda: [render(one) for one in pack], 5), 800)
    row("four candidates", timed(lambda: candidates(request_once), 5), 0)


def row(name: str, took: Timed, most: int) -> None:
    """One line."""
    print(f"| {name} | {took.median:.0f} | {took.high:.0f} | {most or '–'} |", flush=True)


request_once = PosterRequest(stand_ins()[1].picture, WORDS, 1080, 1350)


def memory() -> None:
    """Peak memory of a fresh process that makes one A4 page."""
    script = ("import resource, sys; sys.path[:0] = ['.', 'benchmarks']; import poster_speed as p;"
              "from PIL import Image; from adgen.poster import render; from adgen.brief import PosterRequest;"
              "render(PosterRequest(Image.new('RGB', (1088, 1360), '#664422'), p.WORDS, *p.A4));"
              "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)")
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    print(f"\npeak memory of one A4 page, fresh process: {int(answer.stdout.split()[-1]) / 1024:.0f} MB (at most 400)")


def page() -> str:
    """The same poster as HTML: picture, veil, lines, pill."""
    buffer = io.BytesIO()
    stand_ins()[0].picture.save(buffer, "JPEG", quality=92)
    picture = base64.b64encode(buffer.getvalue()).decode()
    fonts = "".join(f"@font-face{{font-family:P;font-weight:{weight};src:url(data:font/otf;base64,"
                    f"{base64.b64encode((ROOT / 'assets/fonts' / file).read_bytes()).decode()})}}"
                    for weight, file in ((800, "Pretendard-ExtraBold.otf"), (600, "Pretendard-SemiBold.otf")))
    return f"""<!doctype html><meta charset=utf-8><style>{fonts}body{{margin:0;width:1080px;height:1350px;
    font:600 40px P;color:#fff;word-break:keep-all;
    background:linear-gradient(#000a,#0000 60%),url(data:image/jpeg;base64,{picture});
    background-size:cover}}div{{padding:60px}}
    h1{{font:800 112px/1.22 P;margin:30px 0;text-shadow:0 4px 18px #0008}}
    b{{font:800 92px P;color:#fc6}}a{{display:inline-block;background:#c2410c;border-radius:60px;padding:24px 44px}}
    </style><div>{WORDS.store_name}<h1>{WORDS.headline}</h1>{WORDS.subline}<p><b>{WORDS.offer}</b>
    <s>{WORDS.original_price}</s><p>{WORDS.period}<p><a>{WORDS.call_to_action}</a><p>{WORDS.address_line}</div>"""


def chromium(own: Timed) -> None:
    """Cold command line and warm page against our own time."""
    browser = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(path)), None)
    if browser is None:
        print("no Chromium here")
        return
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder, "poster.html")
        html.write_text(page(), encoding="utf-8")
        command = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                   f"--screenshot={folder}/out.png", "--window-size=1080,1350", html.as_uri()]
        cold = timed(lambda: subprocess.run(command, check=True, capture_output=True), 3,
                     time.perf_counter)
        with sync_playwright() as play:
            opened = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
            tab = opened.new_page(viewport={"width": 1080, "height": 1350})

            def shot() -> None:
                tab.set_content(html.read_text(encoding="utf-8"))
                tab.screenshot()

            warm = timed(shot, 9, time.perf_counter)
            opened.close()
    print(f"\nthe same poster: ours {own.median:.0f} ms · Chromium cold {cold.median:.0f} ms "
          f"({cold.median / own.median:.1f} ×) · warm page {warm.median:.0f} ms ({warm.median / own.median:.1f} ×)")


def main() -> None:
    """All tables."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    sizes()
    memory()
    asked = request((1080, 1350))
    chromium(timed(lambda: render(asked), 9, time.perf_counter))
    print(f"this process's peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
