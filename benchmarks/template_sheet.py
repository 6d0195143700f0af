"""Contact sheets for the documents: every template over eight trades in four sizes.

    python benchmarks/template_sheet.py [folder]

One sheet for each size: a row for each template, a column for each trade. Half of the trades are drawings of the
illustration engine, half photo-like stand-ins.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from stand_ins import stand_ins  # noqa: E402

from adgen.brief import FontMood, ImageRequest, Margins, MenuItem, PosterRequest, PosterText  # noqa: E402
from adgen.engines.illustration import IllustrationEngine  # noqa: E402
from adgen.poster import TEMPLATES, render  # noqa: E402

SIZES = {"portrait": (1080, 1350, Margins(), 225), "square": (1080, 1080, Margins(), 190),
         "reels": (1080, 1920, Margins(0.14, 0.06, 0.35, 0.06), 300), "wide": (1200, 628, Margins(), 130)}
"""Width, height, reserved edges, and the height of a thumbnail."""
MOST_BYTES = 500_000


@dataclass(frozen=True)
class Shop:
    """A trade with its words; ``photo`` is the number of a stand-in, or None for a drawing."""

    trade: str
    text: PosterText
    mood: FontMood = "sans"
    photo: int | None = None
    colors: tuple[str, ...] = ()


def _text(*lines: str, items: tuple[tuple[str, str], ...]) -> PosterText:
    headline, subline, offer, before, period, action, name = lines
    return PosterText(headline, subline, offer, before, period, action, name,
                      "서울 마포구 달빛로 12 · 매일 10:00–22:00", "https://example.com/shop", badge="NEW",
                      items=tuple(MenuItem(*row) for row in items))


CAFE = (("고구마 라떼", "4,900원"), ("아메리카노", "3,500원"), ("카페 라떼", "4,200원"), ("소금빵", "3,200원"))
MEAL = (("김치찌개", "9,000원"), ("제육볶음", "10,000원"), ("들깨 수제비", "9,500원"), ("해물파전", "15,000원"),
        ("공깃밥", "1,000원"))
FRIED = (("후라이드", "17,900원"), ("양념", "18,900원"), ("반반", "18,900원"), ("생맥주 500", "4,500원"))
BREAD = (("소금빵", "3,200원"), ("딸기 케이크", "7,500원"), ("바게트", "4,000원"))
HAIR = (("커트", "20,000원"), ("펌", "80,000원"), ("염색", "70,000원"), ("클리닉", "50,000원"))
BLOOM = (("꽃다발 S", "35,000원"), ("꽃다발 M", "50,000원"), ("화분", "25,000원"))
GYM = (("1개월", "70,000원"), ("3개월", "180,000원"), ("PT 10회", "500,000원"))
SHOPS = (
    Shop("cafe", _text("가을 한정 고구마 라떼, 오늘부터 만나요", "해남 꿀고구마로 끓인 따뜻한 한 잔", "4,900원",
                       "6,500원", "11월 30일까지", "지금 주문하기", "달무리 커피", items=CAFE), "round"),
    Shop("restaurant", _text("점심 특선 김치찌개 정식", "묵은지로 오래 끓였어요", "9,000원", "", "평일 11시–14시",
                             "자리 예약하기", "마포 밥집", items=MEAL), "serif", 1),
    Shop("chicken", _text("치맥 세트 할인", "바삭한 치킨과 생맥주 두 잔", "19,900원", "24,000원", "이번 주말까지",
                          "전화 주문하기", "골목 치킨", items=FRIED), "shout"),
    Shop("bakery", _text("딸기 생크림 케이크 예약", "아침마다 새로 구워요", "38,000원", "", "12월 20일까지",
                         "예약하기", "보리 빵집", items=BREAD), "round", 3, ("#D2232E", "#F2B8A0")),
    Shop("hair", _text("첫 방문 커트 30% 할인", "새 디자이너가 함께해요", "14,000원", "20,000원", "12월 31일까지",
                       "예약하기", "헤어 온", items=HAIR), "sans"),
    Shop("flower", _text("졸업식 꽃다발 예약", "튤립과 장미로 정성껏 묶어요", "35,000원부터", "", "2월 10일까지",
                         "예약하기", "봄날 꽃집", items=BLOOM), "serif", 4),
    Shop("gym", _text("새해 3개월 등록 이벤트", "첫 달 PT 2회를 드려요", "180,000원", "210,000원", "1월 15일까지",
                      "상담 받기", "파워 짐", items=GYM), "shout"),
    Shop("general", _text("개업 기념 1+1", "동네에 새로 열었어요", "1+1", "", "이번 달까지", "구경하기", "초록 상점",
                          items=CAFE[:3]), "retro", 2, ("#1B5E4B", "#F2A541")),
)


def sheet(size: tuple[int, int, Margins, int]) -> Image.Image:
    """Every template that suits the size, over every shop."""
    width, height, reserved, thumb = size
    shown = round(thumb * width / height)
    photos = stand_ins()
    rows = []
    for key in TEMPLATES:
        row = []
        for number, shop in enumerate(SHOPS):
            if shop.photo is None:
                drawn = IllustrationEngine().generate(ImageRequest("", number, width, height, trade=shop.trade,
                                                                   colors=shop.colors), lambda *_: None)
                picture, stage = drawn.image, drawn.stage
            else:
                picture, stage = photos[shop.photo].picture, None
            poster = render(PosterRequest(picture, shop.text, width, height, stage, shop.colors, shop.mood, key,
                                          reserved))
            row.append(poster.image.resize((shown, thumb), Image.Resampling.LANCZOS)
                       if poster.template == key else None)
        if any(row):
            rows.append((key, row))
    gap, head = 6, 14
    out = Image.new("RGB", (len(SHOPS) * (shown + gap) + gap, len(rows) * (thumb + gap + head) + gap), "#6E6E6E")
    for at, (key, row) in enumerate(rows):
        top = gap + at * (thumb + gap + head)
        ImageDraw.Draw(out).text((gap, top), key, "white")
        for column, image in enumerate(row):
            if image is not None:
                out.paste(image, (gap + column * (shown + gap), top + head))
    return out


def main() -> None:
    """Write one JPEG for each size, each at most 500 KB."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "sheets"
    folder.mkdir(parents=True, exist_ok=True)
    for name, size in SIZES.items():
        path, image = folder / f"templates-{name}.jpg", sheet(size)
        for quality in (82, 74, 66, 58, 48, 38, 28):
            image.save(path, quality=quality, optimize=True)
            if path.stat().st_size <= MOST_BYTES:
                break
        print(path.name, image.size, path.stat().st_size)


if __name__ == "__main__":
    main()
