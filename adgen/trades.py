"""The table of trades: names, the old system's business_type, icons, and words for copy and prompts."""

from dataclasses import dataclass

from .errors import InvalidInput

BUSINESS_TYPES = ("restaurant", "clothing", "service", "beauty", "education", "medical", "retail", "etc")


@dataclass(frozen=True)
class Trade:
    """One trade.

    ``icons`` are names in assets/icons, the hero first. ``english`` is the scene for an image prompt.
    ``hashtags`` come without ``#``. ``examples`` are briefs an owner can take with one tap.
    """

    key: str
    ko: str
    en: str
    business_type: str
    icons: tuple[str, ...]
    english: str
    hashtags: tuple[str, ...]
    examples: tuple[str, ...]


TRADES: dict[str, Trade] = {trade.key: trade for trade in (
    Trade("cafe", "카페", "Café", "restaurant", ("hot-beverage", "croissant", "shortcake", "maple-leaf"),
          "a cosy Korean café, a cup of coffee on a wooden table, warm window light",
          ("카페", "동네카페", "카페추천", "커피"),
          ("가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", "평일 오전 11시까지 아메리카노 20% 할인해요.",
           "주말 아르바이트 하실 분을 찾아요.")),
    Trade("restaurant", "음식점", "Restaurant", "restaurant",
          ("pot-of-food", "cooked-rice", "steaming-bowl", "chopsticks"),
          "a hearty Korean meal in stoneware on a wooden table, steam rising, side dishes",
          ("맛집", "동네맛집", "밥집", "오늘뭐먹지"),
          ("점심 특선 김치찌개 정식을 9,000원에 드려요.", "새 메뉴 들깨 수제비를 시작했어요.",
           "이번 주 일요일은 쉬어요.")),
    Trade("chicken", "치킨·호프", "Fried chicken and beer", "restaurant",
          ("poultry-leg", "beer-mug", "french-fries", "clinking-beer-mugs"),
          "crispy golden Korean fried chicken on a plate beside a cold glass of draft beer",
          ("치킨", "치킨집", "동네치킨", "치킨맛집"),
          ("치맥 세트를 24,000원에서 19,900원으로 할인해요.", "포장하시면 20% 할인해 드려요.",
           "반반 메뉴가 새로 나왔어요.")),
    Trade("bakery", "베이커리", "Bakery", "restaurant", ("bread", "croissant", "baguette-bread", "pretzel"),
          "freshly baked bread and croissants on a linen cloth in a small bakery, morning light",
          ("베이커리", "빵집", "빵스타그램", "동네빵집"),
          ("아침 8시에 갓 구운 소금빵이 나와요.", "저녁 7시부터 마감 세일 30% 할인해요.",
           "딸기 생크림 케이크 예약을 받아요.")),
    Trade("hair", "미용실", "Hair salon", "beauty", ("scissors", "lotion-bottle", "sparkles", "barber-pole"),
          "a bright modern hair salon interior with a chair and a mirror, soft daylight",
          ("미용실", "헤어샵", "헤어살롱", "동네미용실"),
          ("첫 방문 고객 커트 30% 할인해요. 12월 31일까지예요.", "봄맞이 염색을 예약하시면 트리트먼트를 드려요.",
           "새 디자이너가 함께해요.")),
    Trade("flower", "꽃집", "Florist", "retail", ("bouquet", "tulip", "rose", "cherry-blossom"),
          "a fresh bouquet of seasonal flowers wrapped in paper on a florist's table",
          ("꽃집", "꽃다발", "꽃선물", "플라워샵"),
          ("꽃다발을 35,000원부터 준비해 드려요.", "졸업식 꽃다발 예약을 받아요.",
           "매주 금요일 튤립 한 단을 할인해요.")),
    Trade("gym", "헬스·운동", "Gym", "service", ("barbell", "flexed-biceps", "stopwatch", "droplet"),
          "a clean modern gym with a barbell on a rack, dramatic side light",
          ("헬스장", "운동", "동네헬스장", "운동스타그램"),
          ("3개월 등록하면 한 달을 더 드려요.", "PT 1회 무료 체험 신청을 받아요.", "새벽 6시부터 문을 열어요.")),
    Trade("clothing", "옷가게", "Clothing", "clothing", ("dress", "handbag", "t-shirt", "womans-hat"),
          "a neat rack of clothes in a small boutique, soft daylight, neutral wall",
          ("옷가게", "데일리룩", "코디", "옷스타그램"),
          ("가을 신상 니트가 들어왔어요.", "시즌오프 최대 50% 할인해요.", "두 벌 사면 10% 더 할인해요.")),
    Trade("general", "기타", "Other", "etc", ("shopping-bags", "party-popper", "megaphone", "wrapped-gift"),
          "a welcoming small neighbourhood shop front with plants and warm light",
          ("동네가게", "소상공인", "우리동네", "가게소식"),
          ("새로 문을 열었어요. 구경 오세요.", "이번 주말 감사 이벤트를 열어요.", "함께 일할 분을 찾아요.")),
)}


def trade(key: str) -> Trade:
    """The trade named ``key``; InvalidInput lists the known ones."""
    try:
        return TRADES[key]
    except KeyError:
        raise InvalidInput("모르는 업종이에요: {key}. 쓸 수 있는 업종: {known}", "Unknown trade {key}. Known: {known}",
                           key=key, known=", ".join(TRADES), field="trade") from None
