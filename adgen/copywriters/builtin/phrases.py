"""The built-in writer's words as tables, and how they are read: occasion → voice → templates.

A voice is "" (any tone), ``요`` or ``다`` (the register), a tone by name, a family of trades (``food``, ``goods``,
``beauty``, ``body``, ``lesson``, ``care``, ``place``), or a family with a register or a tone behind it (``food요``).
A template's slots are those of ``Draft``; ``{product:을}`` adds the particle. A template states nothing beyond its
slots and occasion: no date, taste, amount, superlative, award or review (facts/law.md, 표시광고법 Art. 3).
"""

from collections.abc import Mapping

Phrases = Mapping[str, Mapping[str, tuple[str, ...]]]


def table(text: str) -> Phrases:
    """A table from lines: ``[key]``, then ``voice = template | template``; the rows of one voice add up."""
    rows: dict[str, dict[str, tuple[str, ...]]] = {}
    at: dict[str, tuple[str, ...]] = {}
    for line in text.strip().splitlines():
        if line.startswith("["):
            at = rows.setdefault(line.strip("[] "), {})
        else:
            voice, _, templates = line.partition("=")
            at[voice.strip()] = at.get(voice.strip(), ()) + tuple(part.strip() for part in templates.split(" | "))
    return rows


BUTTONS: Mapping[str, tuple[str, ...]] = {
    "notice": ("방문 전 확인하기", "확인해 주세요"), "closed": ("다음에 만나요", "다시 만나요"),
    "hours": ("매장에서 만나요",), "hours_changed": ("시간 확인하기",
    "방문 전 확인하기"),
    "hiring": ("지원 문의 {phone}", "지원하기", "함께하기"), "opening": ("구경하러 오세요", "놀러 오세요"),
    "moved": ("오시는 길 확인하기", "새 자리에서 만나요"),
    "booking": ("예약 문의 {phone}", "예약하기", "미리 예약하기"), "apply": ("신청 문의 {phone}", "신청하기",
    "지금 신청하기"),
    "recruit": ("문의 {phone}", "문의하기"), "event": ("함께하기", "{store}에서 만나요"),
    "hair": ("예약하기", "예약 {phone}", "예약 문의하기"), "gym": ("상담하기", "상담 {phone}", "문의하기"),
    "flower": ("주문하기", "주문 {phone}", "매장에서 만나요"), "chicken": ("주문하기", "주문 {phone}",
    "매장에서 만나요"),
    "cafe": ("매장에서 만나요", "들러 주세요"), "restaurant": ("매장에서 만나요", "한 끼 하러 오세요"),
    "bakery": ("매장에서 만나요", "빵 보러 오세요"),
    "clothing": ("매장에서 만나요", "보러 오세요"), "general": ("매장에서 만나요", "들러 주세요"),
    "nail": ("예약하기", "예약 {phone}", "예약 문의하기"), "skin": ("예약하기", "예약 {phone}", "상담하기"),
    "pub": ("매장에서 만나요", "예약 {phone}", "한잔하러 오세요"), "snack": ("매장에서 만나요", "주문 {phone}",
    "출출할 때 들러 주세요"),
    "dessert": ("매장에서 만나요", "달콤하게 쉬어 가세요"), "grocery": ("매장에서 만나요", "주문 {phone}",
    "장 보러 오세요"),
    "pet": ("예약하기", "예약 {phone}", "예약 문의하기"), "academy": ("상담하기", "상담 {phone}", "수강 문의하기"),
    "laundry": ("맡기러 오세요", "문의 {phone}", "문의하기"), "yoga": ("상담하기", "상담 {phone}",
    "수업 문의하기"),
    "car": ("예약하기", "예약 {phone}", "문의하기"), "photo": ("예약하기", "예약 {phone}", "촬영 문의하기"),
    "stationery": ("매장에서 만나요", "구경하러 오세요"), "realestate": ("상담하기", "상담 {phone}", "편하게 문의하기"),
}
"""The call to action: by occasion first, then by trade."""

KAKAO_BUTTONS: Mapping[str, tuple[str, ...]] = {
    "new": ("새 소식 보기", "소식 보기", "자세히 보기"), "menu": ("자세히 보기", "소식 보기", "더 보기"),
    "discount": ("혜택 보기", "챙기러 가기", "자세히 보기"), "benefit": ("혜택 보기", "챙기러 가기", "자세히 보기"),
    "event": ("참여하기", "함께하기", "자세히 보기"), "closed": ("소식 보기", "확인하기", "안내 보기"),
    "hours": ("시간 보기", "확인하기", "안내 보기"), "hours_changed": ("시간 보기", "확인하기", "안내 보기"),
    "hiring": ("지원하기", "문의하기", "함께하기"), "opening": ("구경하기", "위치 보기", "소식 보기"),
    "booking": ("예약하기", "예약 문의", "미리 챙기기"), "apply": ("신청하기", "신청 문의", "자세히 보기"),
    "recruit": ("문의하기", "신청하기", "자세히 보기"), "people": ("소식 보기", "예약하기", "문의하기"),
    "moved": ("위치 보기", "길 찾기", "확인하기"), "notice": ("확인하기", "안내 보기", "소식 보기"),
    "general": ("소식 보기", "자세히 보기", "문의하기"),
}
"""Buttons of at most eight characters; the first that fits is never longer than six."""

EMOJI: Mapping[str, tuple[str, ...]] = {
    "new": ("✨", "🙌"), "menu": ("😊", "👋"), "discount": ("🎉", "🙌"), "benefit": ("🎁", "😊"), "event": ("🎈", "🎉"),
    "closed": ("🙏",), "hours": ("⏰",), "hours_changed": ("⏰",), "hiring": ("🙋", "🤝"), "opening": ("🎊", "👋"),
    "booking": ("📅",), "apply": ("📝", "🙌"), "people": ("👋",), "moved": ("📍",), "general": ("😊", "👋"),
}
MOOD_EMOJI: Mapping[str, tuple[str, ...]] = {"감성": ("🌿", "🍃"), "고급": (), "담백": ()}

OCCASION_TAGS: Mapping[str, str] = {
    "new": "새소식", "discount": "할인", "event": "이벤트", "closed": "휴무안내", "hiring": "구인", "opening": "오픈",
    "booking": "예약", "moved": "이전안내", "hours_changed": "영업시간",
}

TONES: tuple[tuple[str, str], ...] = (
    ("고급", "고급|정중|품격|우아|럭셔리|격식|세련|premium|luxury"),
    ("유쾌", "유쾌|재미|발랄|신나|유머|활기|톡톡|위트|fun"),
    ("담백", "담백|차분|간결|깔끔|심플|단정|simple"), ("감성", "감성|따뜻|잔잔|포근|서정|아련"),
    ("친근", "친근|다정|편안|friendly"),
)
REGISTERS: Mapping[str, str] = {"친근": "요", "유쾌": "요", "감성": "요", "고급": "다", "담백": "다"}
FORMAL_TONES = frozenset({"고급", "담백"})
FAMILIES: Mapping[str, str] = {
    "cafe": "food", "restaurant": "food", "chicken": "food", "bakery": "food", "pub": "food", "snack": "food",
    "dessert": "food", "grocery": "goods", "flower": "goods", "clothing": "goods", "stationery": "goods",
    "hair": "beauty", "nail": "beauty", "skin": "beauty", "gym": "body", "yoga": "body", "academy": "lesson",
    "pet": "care", "laundry": "care", "car": "care", "photo": "care", "realestate": "place", "general": "",
}
"""Which family of phrases a trade speaks with; none where the trade says nothing about what is sold."""
PLACES: Mapping[str, str] = {
    "cafe": "카페", "restaurant": "식당", "chicken": "치킨집", "bakery": "빵집", "hair": "미용실", "flower": "꽃집",
    "clothing": "옷가게", "nail": "네일샵", "pub": "술집", "snack": "분식집", "academy": "학원",
    "laundry": "세탁소", "photo": "사진관", "dessert": "디저트 가게", "realestate": "부동산",
}
"""What a store of the trade is called; a "가게" where the trade's name covers several kinds."""
SELLING = frozenset({"new", "menu", "discount", "booking"})
"""Occasions whose product can be spoken of as a thing that one wants."""
RESTING, QUIET = frozenset({"closed"}), frozenset({"closed", "hours", "hours_changed", "hiring", "moved", "notice"})
"""Occasions that sell nothing."""
OPEN = frozenset({"hours", "notice"})
"""Of those, the ones that may greet for a day that the brief names."""
SAYS_SO = frozenset({"sale", "discount", "deal", "sale_general", "opening"})
"""Occasions whose rows may name what makes them: the brief does."""
