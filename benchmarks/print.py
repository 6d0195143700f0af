"""Seconds and peak memory of printed sheets, each in a fresh process on one core.

    python benchmarks/print.py [runs]

Required: A4 at 300 dpi with bleed within 1.2 s (render and PDF, median) and 400 MB (whole process, imports and picture
included). "first" is the first sheet of the process, when fonts and tables are cold. Where "processor" is much less
than the median, something else was using the core.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from adgen import printing
from adgen.brief import ImageRequest, PosterRequest, PosterText, Stage
from adgen.engines.illustration import IllustrationEngine
from adgen.poster import render

SHEETS = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "card": (90.0, 50.0)}
PICTURES = ("drawn", "photo")
TEXT = PosterText("가을 한정 고구마 라떼 🍠, 오늘부터 만나요", "해남 꿀고구마를 직접 구워 끓인 따뜻한 한 잔", "4,900원",
                  "6,500원", "11월 30일까지", "지금 주문하기 ☕", "달무리 커피",
                  "서울 마포구 달빛로 12, 1층 · 매일 10:00–22:00", "https://example.com/dalmuri", "AI 생성 이미지")


def picture(kind: str, width: int, height: int) -> tuple[Image.Image, Stage | None]:
    """A drawn picture in the sheet's shape, or a photo-like one as a phone gives it (12 MP with grain)."""
    if kind == "drawn":
        scale = min(1.0, 2048 / max(width, height))
        made = IllustrationEngine().generate(
            ImageRequest("", 3, round(width * scale), round(height * scale), trade="cafe", subject="고구마 라떼"),
            lambda *_: None)
        return made.image, made.stage
    coarse = np.random.default_rng(3).integers(40, 215, (30, 40, 3), dtype=np.uint8)
    photo = Image.fromarray(coarse).resize((3600, 2700), Image.Resampling.BICUBIC)
    return photo.filter(ImageFilter.GaussianBlur(2)), None


def sheet(name: str, kind: str, runs: int) -> None:
    """Print one row; runs in its own process."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    mm = SHEETS[name]
    width, height = printing.pixels(mm, 3)
    image, stage = picture(kind, width, height)
    seconds, work, data = [], [], b""
    for _ in range(runs + 1):
        begun, busy = time.perf_counter(), time.process_time()
        poster = render(PosterRequest(image, TEXT, width, height, stage, keep_vectors=True,
                                      least_font=printing.least_font(mm)))
        between = time.perf_counter()
        data = printing.flyer(poster, mm, 3, printing.About("달무리 커피", "ko", "algorithmicMedia", "job"))
        seconds.append((between - begun, time.perf_counter() - between))
        work.append(time.process_time() - busy)
    whole = [sum(pair) for pair in seconds[1:]]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    alone = statistics.median(pair[1] for pair in seconds[1:])
    print(f"{name:5} {kind:6} {width}×{height}  first {sum(seconds[0]):.2f} s  then n={runs}: median "
          f"{statistics.median(whole):.2f} s, max {max(whole):.2f} s (PDF alone {alone:.2f} s), "
          f"processor {statistics.median(work[1:]):.2f} s  "
          f"peak {peak:.0f} MB  file {len(data) / 1e6:.2f} MB  "
          f"smallest type {printing.smallest_type(poster, mm, 3):.1f} pt")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        sheet(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        for each in SHEETS:
            for made in PICTURES:
                subprocess.run([sys.executable, __file__, each, made, (sys.argv[1:] or ["5"])[0]], check=True)
