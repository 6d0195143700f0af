"""Draws the welcome page's four example ads with the app's own engines, and the icon from the logo.

Run after the engines or the templates changed, from the repository: ``python assets/app/make_examples.py``.
"""

import sys
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from adgen.brief import AdBrief, StoreFacts  # noqa: E402
from adgen.copywriters.builtin import BuiltinCopywriter  # noqa: E402
from adgen.engines.illustration import IllustrationEngine  # noqa: E402
from adgen.files import ImageFiles  # noqa: E402
from adgen.graphics import raster  # noqa: E402
from adgen.studio import AdOptions, Studio  # noqa: E402

SHOWN = (640, 800)
EXAMPLES = (
    ("1-cafe", 21, AdBrief(StoreFacts("달무리 커피", "cafe", address="연남로 12"),
                           "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", price="4,900원", seed=21)),
    ("2-chicken", 3, AdBrief(StoreFacts("골목치킨", "chicken", phone="02-123-4567"),
                             "치맥 세트를 24,000원에서 19,900원으로 할인해요.", price="19,900원",
                             original_price="24,000원", seed=3)),
    ("3-flower", 5, AdBrief(StoreFacts("봄날 꽃집", "flower", address="망원로 8"),
                            "졸업식 꽃다발 예약을 받아요. 35,000원부터예요.", price="35,000원부터", seed=5)),
    ("4-bakery", 8, AdBrief(StoreFacts("아침빵집", "bakery", opening_hours="매일 08:00~20:00"),
                            "아침 8시에 갓 구운 소금빵이 나와요.", text_in_image="갓 구운 소금빵, 아침 8시", seed=8)),
)


def main() -> None:
    """Write the four pictures and the icons."""
    with tempfile.TemporaryDirectory() as folder:
        files = ImageFiles(Path(folder), 0)
        studio = Studio(IllustrationEngine(), BuiltinCopywriter(), files)
        for name, seed, brief in EXAMPLES:
            ad = studio.make(brief, AdOptions("example", seed, channels=("instagram_portrait",)), lambda _: None)
            poster = next(file for file in ad.files if file.variant == "instagram_portrait")
            with Image.open(files.path(poster.written.name)) as image:
                image.convert("RGB").resize(SHOWN, Image.Resampling.LANCZOS).save(
                    HERE / "examples" / f"{name}.jpg", "JPEG", quality=82, optimize=True, progressive=True)
    logo = (HERE / "logo.svg").read_text("utf-8")
    for size in (192, 512):
        raster(logo, size, size).save(HERE / f"icon-{size}.png", optimize=True)


if __name__ == "__main__":
    main()
