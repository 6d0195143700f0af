"""The poster's lines in English, Japanese and Chinese: what they say, what they must never say, and how they look."""

import re

import pytest

from adgen.brief import AdBrief, AdCopy, PosterLines, StoreFacts
from adgen.copywriters.abroad import TABLES, translate
from adgen.copywriters.abroad.lexicon import STANDING, WORDS, parts
from adgen.copywriters.abroad.moments import moment
from adgen.copywriters.abroad.names import name, title
from adgen.copywriters.abroad.offers import condition, fold, limits, offer
from adgen.copywriters.abroad.shop import shop_name
from adgen.copywriters.abroad.sounds import katakana, romanized
from adgen.copywriters.builtin.writer import BuiltinCopywriter
from adgen.copywriters.language.reading import read, won
from adgen.trades import TRADES

WRITER = BuiltinCopywriter()
MORE = (
    ("cafe", "아메리카노 1+1 이번주말"),
    ("cafe", "가을이라 고구마라떼 팔기시작함 4900원"),
    ("cafe", "담주 월욜 쉽니다"),
    ("cafe", "알바구함 주말 시급 11000원"),
    ("cafe", "영업시간 변경 10시~22시"),
    ("cafe", "리뷰 이벤트 참여하시면 음료 한 잔 무료로 드려요"),
    ("cafe", "직접 로스팅한 원두로 내린 드립커피 6000원입니다"),
    ("cafe", "New autumn latte, only this week"),
    ("cafe", "秋の新メニュー、さつまいもラテ"),
    ("cafe", "🎉🎉"),
    ("cafe", "봄날라떼가 새로 나왔어요. 5,500원"),
    ("cafe", "12월 24일부터 26일까지 쉽니다"),
    ("cafe", "카페 오픈 이벤트로 전 메뉴 20% 할인합니다"),
    ("cafe", "오늘 하루 라떼 반값"),
    ("cafe", "텀블러를 가져오시면 500원 할인해 드려요"),
    ("cafe", "바리스타를 모집합니다. 시급 12,000원"),
    ("restaurant", "재료 소진으로 오늘 조기 마감합니다"),
    ("restaurant", "삼계탕 15,000원, 복날 한정 50그릇"),
    ("restaurant", "2만원 이상 주문하시면 계란찜을 서비스로 드려요"),
    ("restaurant", "추석 연휴 동안 정상영업합니다"),
    ("restaurant", "매주 월요일은 휴무입니다"),
    ("restaurant", "홀 서빙 직원을 구합니다. 월급 280만원"),
    ("restaurant", "돌솥비빔밥이 새로 나왔어요. 11,000원"),
    ("restaurant", "할머니손칼국수 9,000원에 드려요"),
    ("restaurant", "단체 예약을 받아요"),
    ("chicken", "두 마리 시키면 한 마리 더 드려요"),
    ("chicken", "후라이드 치킨 18,000원에서 15,900원으로 할인"),
    ("chicken", "생맥주 2+1 행사"),
    ("chicken", "마늘치킨이 나왔어요"),
    ("bakery", "크리스마스 케이크 예약 시작했어요. 12월 20일까지"),
    ("bakery", "두바이 쫀득 쿠키 6,500원 하루 30개 한정"),
    ("bakery", "식빵을 사시면 우유를 드려요"),
    ("bakery", "가게를 옮겼어요. 새 자리에서 만나요"),
    ("hair", "펌 50,000원부터"),
    ("hair", "정가 3만원 할인가 1만2천원 염색"),
    ("hair", "평일 오전 커트 5,000원 할인해요"),
    ("hair", "12월 1일에 새로 오픈해요"),
    ("flower", "장미 한 송이 5,000원"),
    ("flower", "어버이날 카네이션 바구니 예약받아요"),
    ("gym", "11월 30일까지 헬스 3개월 199,000원"),
    ("gym", "친구와 함께 등록하면 20% 할인해 드려요"),
    ("gym", "설 당일은 쉬어요"),
    ("clothing", "겨울 코트 최대 70% 할인, 재고 소진 시까지"),
    ("clothing", "가디건 29,000원"),
    ("clothing", "학생 10% 할인"),
    ("nail", "젤네일하시면 손톱 케어를 무료로 해 드려요"),
    ("nail", "화려한 글리터 아트가 나왔어요"),
    ("skin", "얼굴 관리 10회 490,000원"),
    ("pub", "월~목 저녁 8시까지 하이볼 1+1"),
    ("pub", "양꼬치 1인분 13,000원"),
    ("snack", "참치김밥 4,500원"),
    ("snack", "학생증을 보여 주시면 떡볶이 1,000원 할인해요"),
    ("dessert", "탕후루 3,000원, 딸기와 샤인머스캣이 있어요"),
    ("dessert", "무화과 케이크가 나왔어요"),
    ("grocery", "제주 감귤 5kg 15,000원"),
    ("grocery", "샤인머스캣 2송이 9,900원"),
    ("grocery", "김장김치 10kg 예약을 받아요. 11월 20일까지"),
    ("pet", "첫 방문 고객 강아지 미용 20% 할인"),
    ("pet", "강아지 유치원 체험을 신청하세요"),
    ("academy", "코딩 수강생을 모집합니다. 선착순 10명"),
    ("academy", "설명회를 12월 5일 저녁 7시에 열어요"),
    ("laundry", "패딩 세탁 3벌 맡기시면 1벌 무료"),
    ("laundry", "와이셔츠 세탁 1,500원"),
    ("yoga", "플라잉 요가 수업을 새로 시작했어요. 매주 화·목요일"),
    ("car", "유리막 코팅 20% 할인, 12월 한 달"),
    ("car", "실내 세차 40,000원"),
    ("photo", "여권사진 15,000원"),
    ("photo", "돌사진 촬영 예약하시면 액자를 드려요"),
    ("stationery", "크리스마스 카드 2,000원부터"),
    ("stationery", "5만원 이상 구매 시 머그컵 증정"),
    ("realestate", "원룸 월세 매물이 많아요"),
    ("realestate", "중개 수수료 10% 할인"),
    ("general", "오늘은 정상 영업합니다"),
    ("general", "플리마켓을 12월 7일(토)에 열어요"),
    ("general", "휴가로 8월 1일부터 5일까지 쉬어요"),
    ("general", "선착순 50명에게 텀블러를 드려요"),
    ("general", "고객 감사 이벤트 최대 30% 할인"),
    ("general", "가게 이전했어요"),
    ("general", "연중무휴 24시간 영업합니다"),
    ("cafe", "아이스 아메리카노 2,000원, 포장만 가능해요"),
    ("restaurant", "글루텐 없는 빵과 안 매운 떡볶이가 나왔어요"), ("clothing", "정장 맞춤 상담 예약을 받습니다."),
    ("flower", "화분 분갈이를 맡아 드려요. 15,000원입니다."), ("pub",
        "소주 한 잔이면 스트레스가 싹 풀려요! 어묵탕 15,000원"),
    ("chicken", "금요일 저녁 7시 전에 오시면 감자튀김을 드려요."), ("nail", "회원권 10회 결제 시 2회를 더 드립니다."),
    ("academy", "성인 취미반 수강생을 모집해요. 주 1회 12만원"), ("pet", "유기견 입양 행사를 열어요."), ("cafe",
        "가" * 1000),
    ("cafe", "{product} {0} %s"), ("cafe", "<script>alert(1)</script> 라떼 나왔어요"), ("cafe", "無料の特典があります"),
    ("cafe", "\x00\x07라떼"), ("cafe", "ㅋㅋㅋ 라떼 1+1 ㅎㅎ"), ("pet", "훈련사 선생님이 새로 오셨어요"),
)
BRIEFS = [(trade.key, text) for trade in TRADES.values() for text in trade.examples] + list(MORE)
NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "하루": 1, "일주일": 1, "백일": 100, "반": 30}
HANGUL, KANA = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]"), re.compile("[\u3040-\u30ff]")
TRADITIONAL = set("販賣週價優惠訂購歡迎來領預約報開業營時間買送贈檢齒剪髮燙護膚進請誰個節麵餅雞魚湯飯鮮專屬")
"""Characters that simplified Chinese writes otherwise and that our tables would hold by mistake (a few are shared)."""
SHARED = set("惠迎来領時間送剪進請個") | set("訂購優檢")


def brief(text: str, trade: str = "cafe", **more: object) -> AdBrief:
    store = StoreFacts(str(more.pop("store", "카페 봄날")), trade, "", "", "02-123-4567")
    return AdBrief(store, text, **more)  # type: ignore[arg-type]


def lines(text: str, trade: str = "cafe", **more: object) -> dict[str, PosterLines]:
    asked = brief(text, trade, **more)
    return translate(asked, read(asked), WRITER.write(asked))


def words(sheet: PosterLines) -> str:
    return "\n".join((sheet.headline, sheet.subline, sheet.offer, sheet.call_to_action, sheet.period))


def values(text: str) -> set[int]:
    return {int(number.replace(",", "")) for number in re.findall(r"\d+(?:,\d{3})*", text.replace(":00", ""))}


def allowed(asked: AdBrief) -> set[int]:
    """Every number the owner wrote: digits, 만 and 천, counted words, and what the Chinese 折 makes of a percentage."""
    facts = asked.facts()
    found = values(facts) | {won(price) for price in re.findall(r"\d[\d,.만천백 ]*원", facts)}
    found |= {NATIVE[word] for word in NATIVE if word in facts}
    for percent in re.findall(r"(\d+)\s*(?:%|퍼센트|프로)", facts):
        found |= values(fold(int(percent)))
    return found


@pytest.fixture(scope="module")
def sheets() -> list[tuple[AdBrief, dict[str, PosterLines]]]:
    return [(brief(text, trade), lines(text, trade)) for trade, text in BRIEFS]


def test_there_are_words_enough_and_none_is_empty() -> None:
    assert len(WORDS) >= 900
    assert all(all(row) for row in [*WORDS.values(), *STANDING.values()])


@pytest.mark.parametrize("at", [0, 1, 2])
def test_each_word_is_in_its_own_script(at: int) -> None:
    for korean, row in (WORDS | STANDING).items():
        assert not HANGUL.search(row[at]), korean
        assert not (at == 0 and re.search("[\u3040-\u9fff]", row[0])), korean
        assert not (at == 2 and KANA.search(row[2])), korean
        assert row[at] == row[at].strip() and "|" not in row[at], korean


def test_no_hangul_and_the_right_script(sheets: list[tuple[AdBrief, dict[str, PosterLines]]]) -> None:
    for asked, found in sheets:
        assert set(found) == {"en", "ja", "zh"}
        for language, sheet in found.items():
            text = words(sheet)
            assert not HANGUL.search(text) and not HANGUL.search("".join(sheet.sounded)), (asked.description, text)
            assert sheet.headline.strip() and sheet.subline and sheet.call_to_action
            assert not re.search(r"[{}|<>\x00-\x09]|None", text), (asked.description, text)
            if language == "en":
                assert not re.search("[\u3040-\u9fff]", text), text
            if language == "ja":
                assert re.search("[\u3040-\u9fff]", text), text
            if language == "zh":
                assert not KANA.search(text) and re.search("[\u4e00-\u9fff]", text), text


def test_no_number_is_changed_or_made_up(sheets: list[tuple[AdBrief, dict[str, PosterLines]]]) -> None:
    for asked, found in sheets:
        for language, sheet in found.items():
            assert values(words(sheet)) <= allowed(asked), (language, asked.description, words(sheet))


def test_the_examples_keep_their_offers() -> None:
    for trade in TRADES.values():
        for text in trade.examples:
            reading, found = read(brief(text, trade.key)), lines(text, trade.key)
            for language in ("en", "ja", "zh") if reading.offer else ():
                assert found[language].offer, (text, language)
                if language != "zh" or "%" not in reading.offer:
                    assert values(reading.offer) <= values(found[language].offer), text


def test_lengths_fit_a_poster(sheets: list[tuple[AdBrief, dict[str, PosterLines]]]) -> None:
    for _, found in sheets:
        for language, sheet in found.items():
            assert len(sheet.headline) <= TABLES[language].headline_max, sheet.headline
            assert len(sheet.subline) <= TABLES[language].subline_max, sheet.subline
            assert len(sheet.call_to_action) <= 32 and len(sheet.offer) <= 48


def test_the_same_seed_says_the_same_and_others_vary() -> None:
    for trade in TRADES.values():
        for text in trade.examples:
            asked = [brief(text, trade.key, seed=seed) for seed in (3, 3, 0, 1, 2)]
            varied = [translate(one, read(one), AdCopy("")) for one in asked]
            assert varied[0] == varied[1]
            for language in ("en", "ja", "zh"):
                assert len({found[language].headline for found in varied}) > 1, (text, language)


def test_the_tables_have_the_same_rows() -> None:
    rows = [set(table.headlines) for table in TABLES.values()]
    assert rows[0] == rows[1] == rows[2]
    assert len({frozenset(table.sublines) for table in TABLES.values()}) == 1
    assert len({frozenset(table.buttons) for table in TABLES.values()}) == 1
    for table in TABLES.values():
        for key, voices in table.headlines.items():
            for voice in voices:
                templates = (*voices[""], *voices[voice]) if voice else voices[""]
                assert len(templates) == len(set(templates)) and len(templates) > 1, (key, voice)
            assert all(len(button) <= 32 for rows in table.buttons.values() for button in rows)


def test_simplified_not_traditional(sheets: list[tuple[AdBrief, dict[str, PosterLines]]]) -> None:
    ours = "".join(words(found["zh"]) for _, found in sheets) + "".join(row[2] for row in WORDS.values())
    assert not set(ours) & (TRADITIONAL - set("来送剪惠迎"))


@pytest.mark.parametrize(("text", "trade", "en", "ja", "zh"), [
    ("가을 한정 고구마 라떼가 나왔어요. 4,900원이에요.", "cafe", "Sweet Potato Latte", "さつまいもラテ", "红薯拿铁"),
    ("점심 특선 김치찌개 정식을 9,000원에 드려요.", "restaurant", "Kimchi-jjigae Set Meal", "キムチチゲ定食",
     "泡菜锅套餐"),
    ("오늘 하루 로제 떡볶이 반값", "snack", "Rosé Tteokbokki", "ロゼトッポッキ", "玫瑰奶油炒年糕"),
    ("봄날라떼가 새로 나왔어요", "cafe", "Bomnal Latte", "ポムナルラテ", "Bomnal 拿铁"),
])
def test_products_have_their_menu_names(text: str, trade: str, en: str, ja: str, zh: str) -> None:
    found = lines(text, trade)
    assert en in found["en"].headline and ja in found["ja"].headline and zh in found["zh"].headline


def test_what_is_written_by_sound_is_told() -> None:
    found = lines("봄날라떼가 새로 나왔어요")
    assert [found[language].sounded for language in ("en", "ja", "zh")] == [("Bomnal",), ("ポムナル",), ("Bomnal",)]
    assert all(not sheet.sounded for sheet in lines("라떼가 나왔어요", store="Latte Lab").values())


@pytest.mark.parametrize(("phrase", "en", "ja", "zh"), [
    ("모둠 꼬치와 하이볼 세트", "assorted skewers & highball set", "串焼き盛り合わせ＆ハイボールセット",
     "串烧拼盘和嗨棒套餐"),
    ("튤립 한 단", "tulips (1 bunch)", "チューリップ1束", "郁金香1束"), ("반찬 4팩", "side dishes (4 packs)",
        "おかず4パック", "小菜4盒"),
    ("PT 1회 무료 체험", "free PT trial (1 session)", "パーソナル1回無料体験", "私教课1次免费体验"),
    ("카네이션 바구니", "carnation basket", "カーネーションバスケット", "康乃馨花篮"), ("김치찌개",
        "kimchi-jjigae (kimchi stew)", "キムチチゲ", "泡菜锅"),
    ("아메리카노 두 잔", "americano (2 cups)", "アメリカーノ2杯", "美式咖啡2杯"), ("증명사진 촬영", "ID photo shoot",
        "証明写真撮影", "证件照拍摄"),
])
def test_names(phrase: str, en: str, ja: str, zh: str) -> None:
    found = name(phrase)
    assert found and (found.text("en"), found.text("ja"), found.text("zh")) == (en, ja, zh)


@pytest.mark.parametrize("phrase", ["", "글루텐 안 든 빵", "설탕이 없는 케이크", "저희 가게에서 만들었어요",
                                    "가나 다라 마바 사아", "치료해"])
def test_what_cannot_be_read_is_no_name(phrase: str) -> None:
    assert name(phrase) is None


@pytest.mark.parametrize(("text", "en", "ja", "zh"), [
    ("4,900원", "₩4,900", "4,900ウォン", "4,900韩元"), ("1만2천원", "₩12,000", "12,000ウォン", "12,000韩元"),
    ("20% 할인", "20% off", "20%OFF", "8折"), ("35% 할인", "35% off", "35%OFF", "65折"), ("5% 할인", "5% off", "5%OFF",
        "95折"),
    ("최대 50% 할인", "up to 50% off", "最大50%OFF", "低至5折"), ("10% 더 할인", "extra 10% off", "さらに10%OFF",
        "再享9折"),
    ("1+1", "Buy 1, get 1 free", "1つ買うと1つ無料", "买一送一"), ("반값", "half price", "半額", "半价"),
    ("35,000원부터", "from ₩35,000", "35,000ウォン〜", "35,000韩元起"), ("시급 11,000원", "₩11,000/hour",
        "時給11,000ウォン", "时薪11,000韩元"),
    ("3,000원 할인", "₩3,000 off", "3,000ウォン引き", "立减3,000韩元"), ("5% 적립", "5% back in points",
        "5%ポイント還元", "返5%积分"),
    ("4.9", "4.9", "4.9", "4.9"), ("4900", "₩4,900", "4,900ウォン", "4,900韩元"),
])
def test_offers(text: str, en: str, ja: str, zh: str) -> None:
    assert offer(text) == (en, ja, zh)


def test_an_offer_that_is_not_understood_is_left_out() -> None:
    assert offer("상담 후 결정") is None and offer("") is None


@pytest.mark.parametrize("percent", range(1, 100))
def test_the_chinese_fold_is_what_is_paid(percent: int) -> None:
    paid = fold(percent).removesuffix("折")
    tenths = float(paid) if "." in paid or len(paid) == 1 else float(paid) / 10
    assert round(tenths * 10) == 100 - percent


@pytest.mark.parametrize(("text", "en", "ja", "zh"), [
    ("12월 31일까지", "until Dec 31", "12月31日まで", "至12月31日"), ("이번 주 일요일", "this Sunday", "今週の日曜日",
        "本周日"),
    ("평일 오전 11시까지", "weekdays until 11 a.m.", "平日午前11時まで", "工作日上午11点前"),
    ("매주 금요일", "every Friday", "毎週金曜日", "每周五"), ("오늘 하루", "today only", "本日限り", "仅限今天"),
    ("평일 저녁 7시 전", "weekdays before 7 p.m.", "平日夜7時より前", "工作日晚上7点前"), ("11월 한정", "November only",
        "11月限定", "仅限11月"),
    ("12월 24일부터 26일까지", "Dec 24–26", "12月24日〜26日", "12月24日至26日"), ("10시~22시", "10:00–22:00",
        "10時〜22時", "10点至22点"),
    ("12/1~12/31", "Dec 1–31", "12月1日〜31日", "12月1日至31日"), ("~12/31", "until Dec 31", "12月31日まで",
        "至12月31日"),
    ("2026.12.01~2026.12.31", "Dec 1–31, 2026", "2026年12月1日〜31日", "2026年12月1日至31日"),
    ("12월 1일(일)", "Sunday, Dec 1", "12月1日（日）", "12月1日（周日）"), ("3일간", "for 3 days", "3日間", "3天"),
    ("월~금 오전 10시부터", "Mon–Fri from 10 a.m.", "月〜金曜午前10時から", "周一至周五上午10点起"),
    ("저녁 6시 반까지", "until 6:30 p.m.", "夕方6時半まで", "傍晚6点半前"), ("밤 12시까지", "until 12 midnight",
        "夜12時まで", "夜里12点前"),
    ("추석 연휴 동안", "during the Chuseok holiday", "秋夕（チュソク）の連休中", "中秋假期期间"),
])
def test_moments(text: str, en: str, ja: str, zh: str) -> None:
    found = moment(text)
    assert found and (found.text("en"), found.text("ja"), found.text("zh")) == (en, ja, zh)


@pytest.mark.parametrize("text", ["", "곧", "재료가 떨어질 때까지", "12월 31일쯤", "첫눈 오는 날"])
def test_a_time_that_is_not_understood_is_left_out(text: str) -> None:
    assert moment(text) is None


@pytest.mark.parametrize(("text", "en", "ja", "zh"), [
    ("3개월 등록하면", "with a 3-month membership", "3ヶ月ご登録で", "报名3个月会员即享"), ("포장하시면",
        "on takeaway orders", "お持ち帰りで", "外带即享"),
    ("두 벌 사면", "when you buy 2 items", "2着ご購入で", "购买2件即享"), ("첫 방문 고객이라면", "on your first visit",
        "初回ご来店で", "首次到店即享"),
    ("사료 두 봉지를 사면", "when you buy 2 bags of pet food", "ペットフード2袋ご購入で", "购买宠物粮2袋即享"),
    ("2만원 이상 구매 시", "when you spend ₩20,000 or more", "20,000ウォン以上のお買い上げで", "消费满20,000韩元即享"),
    ("엔진오일을 교환하면", "with an engine oil change", "エンジンオイル交換で", "更换机油即享"),
    ("리뷰를 남기시면", "when you leave a review", "レビュー投稿で", "写点评即享"), ("10회권을 끊으면",
        "with a 10-session pass", "10回券ご購入で", "购买10次卡即享"),
    ("케이크를 예약하시면", "when you book a cake", "ケーキご予約で", "预约蛋糕即享"), ("수험생이라면",
        "for exam students", "受験生の方", "考生专享"),
])
def test_conditions(text: str, en: str, ja: str, zh: str) -> None:
    assert condition(text) == (en, ja, zh)


def test_an_offer_never_stands_without_its_condition() -> None:
    assert condition("우리 동네 주민센터 도장을 받아 오시면") is None
    found = lines("주민센터 도장을 찍어 오시면 20% 할인해 드려요")
    assert "Conditions apply" in found["en"].subline and "条件" in found["ja"].subline and "条件" in found["zh"].subline


def test_limits_are_carried_over() -> None:
    assert [row[0] for row in limits("선착순 50명에게, 1인 1개, 재고 소진 시까지")] == ["First 50 guests",
        "1 per person", "While stocks last"]
    assert limits("오늘도 맛있게 구웠어요") == ()
    assert lines("선착순 50명에게 텀블러를 드려요")["en"].subline == "First 50 guests"


@pytest.mark.parametrize(("hangul", "latin", "kana"), [
    ("독립문", "Dongnimmun", "トンニムムン"), ("종로", "Jongno", "チョンノ"), ("왕십리", "Wangsimni", "ワンシムニ"),
    ("신라", "Silla", "シルラ"),
    ("별내", "Byeollae", "ピョルレ"), ("같이", "Gachi", "カチ"), ("해돋이", "Haedoji", "ヘドジ"), ("좋고", "Joko",
        "チョコ"),
    ("압구정", "Apgujeong", "アプクジョン"), ("묵호", "Mukho", "ムコ"), ("집현전", "Jiphyeonjeon", "チピョンジョン"),
    ("옥천", "Okcheon", "オクチョン"),
    ("대관령", "Daegwallyeong", "テグァルリョン"), ("벚꽃", "Beotkkot", "ポッコッ"), ("강아지", "Gangaji", "カンアジ"),
    ("광화문", "Gwanghwamun", "クァンファムン"),
    ("학교", "Hakgyo", "ハッキョ"), ("값이", "Gapssi", "カプシ"), ("봄날", "Bomnal", "ポムナル"), ("의정부",
        "Uijeongbu", "ウィジョンブ"),
])
def test_names_by_their_sound(hangul: str, latin: str, kana: str) -> None:
    assert (romanized(hangul), katakana(hangul)) == (latin, kana)


def test_every_syllable_has_a_sound() -> None:
    for code in range(0xAC00, 0xD7A4):
        syllable = chr(code)
        assert re.fullmatch("[A-Z][a-z]*", romanized(syllable)) and re.fullmatch("[\u30a1-\u30fc]+", katakana(syllable))


@pytest.mark.parametrize(("korean", "latin", "kana"), [
    ("카페 봄날", "Cafe Bomnal", "カフェ ポムナル"), ("Latte Lab", "Latte Lab", "Latte Lab"), ("봄날카페 홍대점",
        "Bomnal Cafe Hongdae Branch",
    "ポムナル カフェ ホンデ店"), ("24시 카페", "24Si Cafe", "24シ カフェ"), ("네일바 핑크", "Nail Bar Pink",
        "ネイルバー ピンク"),
])
def test_shop_names(korean: str, latin: str, kana: str) -> None:
    found = shop_name(korean)
    assert found and found.text == (latin, kana, latin)


def test_a_shop_name_in_another_script_is_not_spelt() -> None:
    assert shop_name("珈琲") is None and shop_name("♥") is None


def test_closed_days_moves_and_hours_are_notices() -> None:
    assert "Closed on Sunday, Dec 1" in {lines("12월 1일(일) 쉽니다", seed=seed)["en"].headline for seed in range(6)}
    assert lines("가게 이전했어요")["en"].headline in {"We Have Moved", "Cafe Bomnal Has Moved",
                                                       "Find Us at Our New Address"}
    assert lines("영업시간 변경 10시~22시")["zh"].subline == "10点至22点"
    assert lines("연중무휴 24시간 영업합니다")["ja"].subline == "年中無休"
    assert "Sold Out" not in lines("겨울 코트 70% 할인, 재고 소진 시까지", "clothing")["en"].headline


@pytest.mark.parametrize(("text", "trade", "en"), [
    ("설 연휴 1월 28일~30일 휴무", "general", "Jan 28–30"), ("매주 둘째 주 화요일 휴무", "hair", "second Tuesday"),
    ("오늘 단수로 쉽니다", "general", "Closed Today"), ("주방 보조 구합니다. 시급 12,000원, 주 5일", "restaurant",
                                               "Kitchen Assistant"),
    ("니트 두 벌에 5만원", "clothing", "Knitwear (2 pcs)"), ("얼그레이 케이크 한 조각에 6,800원이에요", "cafe",
        "(1 Slice)"),
    ("오늘의 반찬 5종 세트 15,000원", "grocery", "Today’s"), ("초등 영어 신규반 모집", "academy", "Elementary English"),
    ("어르신 10% 할인해 드려요", "restaurant", "for Seniors"), ("학생 할인 500원", "snack", "₩500 off"),
    ("생일인 분께 미역국을 서비스로 드려요", "restaurant", "your birthday"), ("월~목 저녁 8시까지 하이볼 1+1", "pub",
        "Mon–Thu"),
    ("평일 저녁 7시 전에는 생맥주 한 잔이 3,000원이에요.", "pub", "before 7 p.m."),
    ("금요일 저녁 7시 전에 오시면 감자튀김을 드려요",
                                                                      "chicken", "before 7 p.m."),
])
def test_what_narrows_an_offer_is_found_again(text: str, trade: str, en: str) -> None:
    assert en in words(lines(text, trade)["en"])


def test_a_time_ends_where_the_product_begins() -> None:
    found = lines("12월 1일~25일 크리스마스 케이크 10% 할인", "bakery")["en"]
    assert found.period == "Dec 1–25" and "Christmas Cake" in found.headline
    assert lines("특강 할인 10% (12/10까지)", "academy")["en"].period == "Until Dec 10"
    assert lines("강아지 간식 2봉 사면 1봉 더", "pet")["en"].subline == "When you buy 2 bags of dog treats"


def test_half_of_a_time_is_never_printed() -> None:
    assert moment("오전 11시, 오후 4시") is None and moment("12월 24일 오후 6시 25일") is None
    assert lines("12월 24일, 25일 쉽니다")["zh"].headline.startswith("12月24日、25日")
    assert "Tuesday" not in words(lines("격주 화요일은 쉬어요")["en"])


def test_price_before_and_after() -> None:
    found = lines("치맥 세트를 24,000원에서 19,900원으로 할인해요.", "chicken")
    assert found["en"].offer == "₩24,000 → ₩19,900" and found["zh"].offer == "24,000韩元 → 19,900韩元"
    assert lines("한우 국거리를 100g에 4,900원에 드려요.", "grocery")["ja"].offer == "100g 4,900ウォン"
    assert lines("2만원 이상 주문하시면 계란찜을 드려요", "restaurant")["en"].offer == ""


def test_the_owners_own_words() -> None:
    assert all(sheet.headline == "GRAND OPEN" for sheet in lines("라떼", text_in_image="GRAND OPEN").values())
    found = lines("라떼", text_in_image="가을 한정 라떼")
    assert (found["en"].headline, found["zh"].headline) == ("Autumn-only Latte", "秋季限定拿铁")
    assert lines("New autumn latte, only this week")["en"].headline == "New autumn latte"
    assert lines("秋の新メニュー、さつまいもラテ")["ja"].headline == "秋の新メニュー"


def test_a_word_is_parted_only_when_it_is_covered() -> None:
    assert parts("고구마라떼") == ("고구마", "라떼") and parts("배달") == ("배달",) and parts("무지개") == ()
    assert title("set of 2 for you") == "Set of 2 for You"
