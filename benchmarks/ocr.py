"""Is the headline as readable on a picture as in black on white? Read by tesseract (kor), in three fonts.

    python benchmarks/ocr.py [sentences]

12 pictures (6 drawn by the illustration engine, without their stage; 6 procedural, photo-like) × 3 fonts × 24 sentences
of 6 to 40 syllables. Accuracy is 1 − edit distance / length over characters without spaces; each line is cut out by the
headline's own box and turned to dark on light: recognition, not detection. Required: not more than 0.02 below the same
font's black-on-white ceiling.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter, ImageOps

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from adgen.brief import FontMood, ImageRequest, PosterRequest, PosterText
from adgen.engines.illustration import IllustrationEngine
from adgen.poster import render
from adgen.poster.draw import Canvas, set_text
from adgen.poster.fonts import MOODS, face
from adgen.poster.geometry import SetLine, SetText, ink_box
from adgen.poster.text import break_lines

FONTS: tuple[FontMood, ...] = ("sans", "round", "shout")
SIZE, READ_AT = (1080, 1350), 56.0
SENTENCES = """오늘만 반값 할인
신메뉴 출시했어요
첫 방문 무료 체험
갓 구운 소금빵 한 개
오늘 하루만 커피 반값
여름휴가 전 네일 관리
가을 한정 고구마 라떼
매일 아침 직접 구운 빵
마음을 전하는 꽃 한 송이
비 오는 날엔 뜨끈한 칼국수
퇴근길에 시원한 생맥주 한 잔
엄마가 해 주던 그 맛 그대로
운동이 처음이라면 무료 체험부터
머릿결이 달라지는 클리닉 예약하세요
선착순 오십 명에게 텀블러를 드려요
제주에서 올라온 햇감귤이 도착했어요
우리 아이 첫 피아노 여기서 시작하세요
사장님이 직접 고른 제철 꽃 한 다발이에요
추석 연휴에도 쉬지 않고 아침 일찍 문을 열어요
반려견도 함께 들어올 수 있는 우리 동네 골목 카페
설날 선물세트 미리 예약하고 푸짐한 할인 혜택 받으세요
이번 주말에는 가족과 함께 달콤한 딸기 따러 농장으로 오세요
커피 한 잔 값으로 사랑하는 사람에게 예쁜 꽃 한 송이를 선물하세요
따끈한 국밥 한 그릇으로 속을 달래고 오늘 하루도 든든하게 힘차게 시작해요""".split("\n")
TRADES = ("cafe", "bakery", "chicken", "flower", "gym", "restaurant")


def pictures() -> list[Image.Image]:
    """Twelve pictures without any text on them."""
    engine = IllustrationEngine()
    drawn = [engine.generate(ImageRequest("", seed=7 + at, width=SIZE[0], height=SIZE[1], trade=trade),
                             lambda *_: None).image for at, trade in enumerate(TRADES)]
    return drawn + [photo_like(seed) for seed in range(6)]


def photo_like(seed: int) -> Image.Image:
    """Layers of blurred colour noise, bokeh and grain, with an exposure from dark to bright."""
    rng = np.random.default_rng(seed)
    out = np.zeros((SIZE[1], SIZE[0], 3), dtype=np.float32)
    for cells, weight in ((3, 1.0), (9, 0.6), (40, 0.3 + 0.1 * (seed % 3))):
        noise = Image.fromarray(rng.integers(0, 255, (cells, cells, 3), dtype=np.uint8))
        out += weight * np.asarray(noise.resize(SIZE, Image.Resampling.BICUBIC), dtype=np.float32)
    out = out / out.max() * (110 + 29 * seed) + rng.normal(0, 5, out.shape)
    image = Image.fromarray(np.clip(out, 0, 255).astype(np.uint8))
    light = Image.new("L", SIZE, 0)
    for x, y, radius in rng.integers((0, 0, 15), (SIZE[0], SIZE[1], 70), (24, 3)):
        light.paste(int(rng.integers(40, 150)), (int(x), int(y), int(x + radius), int(y + radius)))
    image.paste(Image.new("RGB", SIZE, "#FFF3D6"), mask=light.filter(ImageFilter.GaussianBlur(6)))
    return image


def ceiling(text: str, mood: FontMood) -> list[Image.Image]:
    """The lines of ``text`` in black on white."""
    strips = []
    for line in break_lines(text, MOODS[mood].display, 9000, 9) or ():
        size = READ_AT * MOODS[mood].optical
        placed = (SetLine(line, 0.4 * size, 1.2 * size),)
        canvas = Canvas(Image.new("RGB", (int((line.width / 1000 + 0.8) * size), int(1.6 * size)), "white"))
        set_text(canvas, SetText("headline", text, placed, size, ink_box(placed, size)), "#000000")
        strips.append(canvas.image.convert("L"))
    return strips


def headline(picture: Image.Image, text: str, mood: FontMood) -> list[Image.Image]:
    """The lines of the headline cut from a poster on ``picture``, dark on light, at the size tesseract likes."""
    poster = render(PosterRequest(picture, PosterText(text), *SIZE, mood=mood))
    place = next(one for one in poster.placements if one.role == "headline")
    (x, y, w, h), size = place.box, place.font_size
    low, high = face(MOODS[mood].display).band
    tall = (high - low) * size / 1000
    lines = 1 + round(max(0.0, h - tall) / (MOODS[mood].leading * size))
    pitch, margin = (h - tall) / (lines - 1) if lines > 1 else 0.0, 0.12 * size
    scale = READ_AT * MOODS[mood].optical / size
    strips = []
    for at in range(lines):
        top = y + at * pitch
        area = (max(0, int(x - margin / 2)), max(0, int(top - margin)), min(SIZE[0], int(x + w + margin / 2)),
                min(SIZE[1], int(top + tall + margin)))
        crop = ImageOps.autocontrast(poster.image.crop(area).convert("L"), cutoff=1)
        crop = crop.resize((round(crop.width * scale), round(crop.height * scale)), Image.Resampling.LANCZOS)
        # Type is at one end of the histogram: the median is the ground's.
        dark, middle, light = np.percentile(np.asarray(crop), (1, 50, 99))
        strips.append(ImageOps.invert(crop) if middle - dark < light - middle else crop)
    return strips


def read(images: Sequence[Image.Image]) -> list[str]:
    """What tesseract reads on each, in one process."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{at:04}.png" for at in range(len(images))]
        for path, image in zip(paths, images, strict=True):
            # The edge goes on outward: a plain border would be read as strokes.
            Image.fromarray(np.pad(np.asarray(image), 14, mode="edge")).save(path)
        listed = Path(folder) / "list.txt"
        listed.write_text("\n".join(map(str, paths)))
        command = ["tesseract", str(listed), "-", "-l", "kor", "--psm", "7"]
        done = subprocess.run(command, capture_output=True, check=True, text=True,
                              env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    return done.stdout.split("\f")[:len(images)]


def accuracy(wanted: str, found: str) -> float:
    """1 − edit distance / length, without white space, not below 0."""
    first, second = "".join(wanted.split()), "".join(found.split())
    row = list(range(len(second) + 1))
    for at, char in enumerate(first, 1):
        before, row[0] = row[0], at
        for other, letter in enumerate(second, 1):
            before, row[other] = row[other], min(row[other] + 1, row[other - 1] + 1, before + (char != letter))
    return max(0.0, 1 - row[-1] / len(first))


def mean(sentences: Sequence[str], images: Sequence[Sequence[Image.Image]]) -> tuple[float, float]:
    """(mean accuracy, share read exactly) of headlines given as strips; the sentences repeat."""
    lines = iter(read([strip for strips in images for strip in strips]))
    found = [accuracy(sentences[at % len(sentences)], " ".join(next(lines) for _ in strips))
             for at, strips in enumerate(images)]
    return sum(found) / len(found), sum(one == 1.0 for one in found) / len(found)


def main() -> int:
    """Print the table; 1 when a font falls short."""
    sentences = SENTENCES[:int(sys.argv[1])] if len(sys.argv) > 1 else SENTENCES
    started, failed = time.perf_counter(), False
    backs = pictures()
    print(f"{len(backs)} pictures × {len(sentences)} sentences\n{'font':8}{'ceiling':>9}{'on pictures':>13}"
          f"{'difference':>12}{'exact':>8}{'ceiling exact':>15}")
    for mood in FONTS:
        best, best_exact = mean(sentences, [ceiling(text, mood) for text in sentences])
        got, exact = mean(sentences, [headline(back, text, mood) for back in backs for text in sentences])
        failed |= got < best - 0.02
        print(f"{mood:8}{best:>9.3f}{got:>13.3f}{got - best:>+12.3f}{exact:>8.2f}{best_exact:>15.2f}", flush=True)
    print(f"{time.perf_counter() - started:.0f} s; required: difference ≥ −0.020")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
