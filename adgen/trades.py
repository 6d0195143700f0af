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
    Trade("nail", "네일샵", "Nail salon", "beauty", ("polish-bottles", "nail-tips", "ring", "lotion-bottle"),
          "a tidy nail salon table with colourful nail polish bottles and a soft towel, bright daylight",
          ("네일샵", "네일아트", "젤네일", "네일스타그램"),
          ("이달의 아트 젤네일을 45,000원에 준비했어요.", "첫 방문 고객 젤네일 20% 할인해요.",
           "여름 패디큐어 예약을 받아요.")),
    Trade("skin", "피부·에스테틱", "Skin care", "beauty", ("cream-jar", "lotion-bottle", "lotus", "candle"),
          "a calm skin care room with folded towels, cream jars and a small flower, soft warm light",
          ("피부관리", "에스테틱", "피부관리실", "스킨케어"),
          ("수분 관리 1회 체험을 39,000원에 드려요.", "10회권을 끊으면 2회를 더 드려요.",
           "환절기 보습 관리 예약을 받아요.")),
    Trade("pub", "술집·이자카야", "Pub", "restaurant", ("skewers", "soju", "beer-mug", "red-paper-lantern"),
          "grilled skewers on a plate beside a cold drink on a dark wooden bar, warm lantern light",
          ("술집", "이자카야", "동네술집", "안주맛집"),
          ("모둠 꼬치와 하이볼 세트를 22,000원에 드려요.", "평일 저녁 7시 전에는 생맥주 한 잔이 3,000원이에요.",
           "겨울 신메뉴 어묵탕을 시작했어요.")),
    Trade("snack", "분식", "Korean snacks", "restaurant", ("tteokbokki", "gimbap", "oden", "fried-shrimp"),
          "a bowl of red tteokbokki with fish cake and gimbap on a bright snack bar table",
          ("분식", "떡볶이", "동네분식", "분식맛집"),
          ("떡볶이와 김밥 세트를 7,500원에 드려요.", "로제 떡볶이가 새로 나왔어요.",
           "튀김을 시키면 어묵을 더 드려요.")),
    Trade("dessert", "디저트·아이스크림", "Desserts", "restaurant",
          ("soft-ice-cream", "macaron", "bingsu", "cupcake"),
          "a pretty dessert with ice cream and fruit on a pastel table in a small dessert shop",
          ("디저트", "디저트카페", "아이스크림", "디저트맛집"),
          ("여름 한정 망고 빙수를 12,000원에 드려요.", "마카롱 6개 세트를 15,000원에 준비했어요.",
           "저녁 8시부터 조각 케이크 마감 세일을 해요.")),
    Trade("grocery", "정육·반찬·과일", "Butcher and grocer", "retail",
          ("fruit-basket", "cut-of-meat", "banchan", "red-apple"),
          "fresh fruit, vegetables and side dishes neatly laid out in a small neighbourhood grocery",
          ("동네마트", "정육점", "반찬가게", "과일가게"),
          ("한우 국거리를 100g에 4,900원에 드려요.", "오늘 만든 반찬 4팩을 10,000원에 드려요.",
           "추석 과일 선물세트 예약을 받아요.")),
    Trade("pet", "반려동물", "Pet care", "service", ("dog-face", "poodle", "cat-face", "pet-bowl"),
          "a happy small dog after grooming in a bright pet salon, clean neutral background",
          ("애견미용", "반려동물", "펫샵", "강아지스타그램"),
          ("강아지 목욕·부분 미용 세트를 35,000원에 드려요.", "고양이 미용 예약을 받아요.",
           "사료 두 봉지를 사면 간식을 드려요.")),
    Trade("academy", "학원·교습소", "Academy", "education", ("books", "pencil", "notebook", "graduation-cap"),
          "an open book, pencils and a globe on a tidy study desk in a bright classroom",
          ("학원", "교습소", "동네학원", "공부스타그램"),
          ("겨울방학 특강 신청을 받아요.", "수학 레벨 테스트를 무료로 해 드려요.", "수능 마무리반을 시작해요.")),
    Trade("laundry", "세탁소", "Laundry", "service", ("washing-machine", "iron", "basket", "coat"),
          "freshly folded clean laundry and pressed shirts in a bright laundry shop",
          ("세탁소", "동네세탁소", "드라이클리닝", "운동화세탁"),
          ("겨울 코트 드라이클리닝을 12,000원에 드려요.", "운동화 세탁을 9,000원으로 할인해요.",
           "이불 세탁 예약을 받아요.")),
    Trade("yoga", "요가·필라테스", "Yoga and pilates", "service",
          ("yoga-mat", "person-in-lotus-position", "lotus", "candle"),
          "a calm yoga studio with a mat on a wooden floor, plants and soft morning light",
          ("요가", "필라테스", "요가스타그램", "필라테스추천"),
          ("필라테스 1:1 체험 수업을 30,000원에 드려요.", "아침 요가반을 새로 시작했어요.",
           "3개월 등록하면 매트를 드려요.")),
    Trade("car", "세차·정비", "Car care", "service", ("automobile", "spray-bottle", "wheel", "wrench"),
          "a shiny clean car in a tidy car wash bay, water drops on the paint, bright light",
          ("세차", "손세차", "자동차정비", "세차스타그램"),
          ("손세차를 35,000원에서 29,000원으로 할인해요.", "엔진오일을 교환하면 타이어 점검을 무료로 해 드려요.",
           "겨울 타이어 교체 예약을 받아요.")),
    Trade("photo", "사진관", "Photo studio", "service",
          ("camera", "photo-prints", "camera-with-flash", "framed-picture"),
          "a camera on a tripod in a bright photo studio with a plain backdrop and a soft lamp",
          ("사진관", "증명사진", "프로필사진", "사진스튜디오"),
          ("증명사진 촬영을 20,000원에 드려요.", "가족사진을 찍으시면 액자를 드려요.",
           "수능 수험표 가져오면 20% 할인해요.")),
    Trade("stationery", "문구·소품", "Stationery and gifts", "retail",
          ("notebook", "pencil", "crayon", "teddy-bear"),
          "notebooks, pens and small gifts arranged on a wooden shelf in a cosy stationery shop",
          ("문구점", "소품샵", "문구스타그램", "선물가게"),
          ("새 학기 노트를 두 권 사면 펜을 드려요.", "다이어리와 스티커가 새로 들어왔어요.",
           "크리스마스 카드와 소품을 준비했어요.")),
    Trade("realestate", "부동산", "Real estate", "service", ("house", "key", "house-with-garden", "office-building"),
          "a bright empty apartment living room with a large window and a key on a table",
          ("부동산", "공인중개사", "동네부동산", "집구하기"),
          ("역세권 투룸 전세 매물이 나왔어요.", "상가 임대 상담을 받아요.", "봄 신축 아파트 분양 상담을 받아요.")),
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
