"""Every offered channel × {a drawn poster, noise, a photo-like picture}: is the delivered file what the channel takes?

    python benchmarks/channels.py [runs]

Each file is opened again: exact pixels, right type (a print's picture is a PNG that records 300 dpi; a bizboard keeps
its transparency), under the byte limit, XMP with the source type. Required: 100 %. The time is the median of ``runs``
(3) encodes.
"""

import io
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter, ImageOps

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from adgen import poster
from adgen.brief import ImageRequest, PosterRequest, PosterText
from adgen.channels import Channel, offered
from adgen.encoding import Encoded, encode
from adgen.engines.illustration import IllustrationEngine
from adgen.provenance import Marks, encode_png

MARKS = Marks("compositeWithTrainedAlgorithmicMedia", "benchmark")


def drawn() -> Image.Image:
    """A poster of ours."""
    picture = IllustrationEngine().generate(
        ImageRequest("", 7, 1080, 1350, trade="cafe", subject="고구마 라떼"), lambda *_: None)
    text = PosterText("가을 한정 고구마 라떼", "따뜻하게 한 잔 어때요", "4,900원", call_to_action="지금 만나요",
                      store_name="카페 봄날", address_line="서울 마포구 연남동 12-3")
    return poster.render(PosterRequest(picture.image, text, 1080, 1350, picture.stage)).image


def photo(width: int, height: int) -> Image.Image:
    """Soft shapes at every scale, with the grain of a camera: about as hard as a detailed photo."""
    rng, layers = np.random.default_rng(5), np.zeros((height, width, 3), np.float32)
    for cells in (3, 7, 17, 43, 107, 269):
        coarse = rng.normal(0, 1, (cells, cells, 3)).astype(np.float32)
        for band in range(3):
            layer = Image.fromarray(coarse[..., band]).resize((width, height), Image.Resampling.BICUBIC)
            layers[..., band] += np.asarray(layer) / cells ** 0.5
    grain = rng.normal(0, 5, (height, width, 1))
    return Image.fromarray(np.clip(128 + 70 * layers + grain, 0, 255).astype(np.uint8))


def cut_out(image: Image.Image) -> Image.Image:
    """A bizboard of ``image``: clear but for a soft-edged object on the right and bars in place of two lines."""
    alpha = Image.new("L", image.size, 0)
    alpha.paste(255, (700, 20, 940, 240))
    alpha = alpha.filter(ImageFilter.GaussianBlur(3))
    alpha.paste(255, (48, 84, 520, 120))
    alpha.paste(255, (48, 150, 430, 178))
    image = image.convert("RGBA")
    image.putalpha(alpha)
    return image


def pictures(row: Channel, poster_image: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """The three pictures at the channel's size."""
    size, board = (row.width, row.height), row.kind == "bizboard"
    fitted = ImageOps.fit(poster_image, size)
    noise = np.random.default_rng(1).integers(0, 256, (row.height, row.width, 4 if board else 3), dtype=np.uint8)
    snap = photo(*size)
    yield "poster", cut_out(fitted) if board else fitted
    yield "noise", Image.fromarray(noise)
    yield "photo", cut_out(snap) if board else snap


def faults(row: Channel, encoded: Encoded) -> list[str]:
    """What the channel would refuse in the delivered bytes."""
    opened = Image.open(io.BytesIO(encoded.data))
    opened.load()
    packet = opened.info.get("xmp", b"")
    checks = {
        "pixels": opened.size == (row.width, row.height),
        "type": opened.format == ("JPEG" if row.file == "jpg" else "PNG"),
        "mode": opened.mode == "RGBA" if row.kind == "bizboard" else opened.mode in ("RGB", "P"),
        "bytes": row.max_bytes is None or len(encoded.data) <= row.max_bytes,
        "xmp": MARKS.source_type is not None and MARKS.source_type.encode() in packet,
        "dpi": row.mm is None or round(opened.info["dpi"][0]) == 300,
    }
    return [name for name, good in checks.items() if not good]


def timed(row: Channel, image: Image.Image, runs: int) -> tuple[Encoded, float]:
    """The file, and the median milliseconds to make it."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        encoded = encode(image, row, MARKS)
        times.append((time.perf_counter() - started) * 1000)
    return encoded, statistics.median(times)


def main() -> int:
    """Print the table; 1 when a file fails."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    poster_image, wrong, made, usual = drawn(), [], 0, 0.0
    print(f"{'channel':24}{'picture':8}{'size':>11}{'limit KB':>10}{'file KB':>9}  {'how':12}{'quality':>8}{'ms':>8}")
    for rows in offered().values():
        for row in rows:
            for name, image in pictures(row, poster_image):
                encoded, ms = timed(row, image, runs)
                bad, made = faults(row, encoded), made + 1
                wrong += [f"{row.key} {name}: {', '.join(bad)}"] if bad else []
                if (row.key, name) == ("instagram_portrait", "poster"):
                    usual = ms
                limit = f"{row.max_bytes / 1000:.0f}" if row.max_bytes else "–"
                print(f"{row.key:24}{name:8}{f'{row.width}×{row.height}':>11}{limit:>10}{len(encoded.data) / 1000:9.0f}"
                      f"  {encoded.how:12}{encoded.quality or '–':>8}{ms:8.0f}  {'WRONG' if bad else ''}")
    started = time.perf_counter()
    for _ in range(runs):
        encode_png(poster_image, MARKS.source_type, MARKS.job_id)
    bare = (time.perf_counter() - started) * 1000 / runs
    print(f"\n1080×1350 poster: {usual:.0f} ms through the channel, {bare:.0f} ms bare PNG")
    print(f"{made - len(wrong)} of {made} files right: " + ("100 %" if not wrong else "\n".join(wrong)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
