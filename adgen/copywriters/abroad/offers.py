"""Prices and discounts, conditions and limits. No number changes; the Chinese 折 says what is paid: 20% off is 8折.

What these tables do not know gives None. A condition that cannot be said must then be spoken of (``ASK``), because an
offer without its condition would promise more than the owner did.
"""

import re
from collections.abc import Callable

from ..language.reading import won
from .counting import count
from .lexicon import LANGUAGES, Term
from .names import Name, name

_WON = r"\d[\d,.]*\s*(?:[만천백]\s*\d*\s*){0,3}원"
_PER: dict[str, Term] = {
    "시급": ("₩{n}/hour", "時給{n}ウォン", "时薪{n}韩元"), "일급": ("₩{n}/day", "日給{n}ウォン", "日薪{n}韩元"),
    "월급": ("₩{n}/month", "月給{n}ウォン", "月薪{n}韩元"), "월": ("₩{n}/month", "月{n}ウォン", "每月{n}韩元"),
    "1인": ("₩{n} per person", "1名様{n}ウォン", "每位{n}韩元"), "1인분": ("₩{n} per serving", "1人前{n}ウォン",
        "每份{n}韩元"),
    "한 잔": ("₩{n} a glass", "1杯{n}ウォン", "每杯{n}韩元"), "한 판": ("₩{n} each", "1枚{n}ウォン", "每份{n}韩元"),
    "입장료": ("Admission ₩{n}", "入場料{n}ウォン", "门票{n}韩元"), "참가비": ("Fee ₩{n}", "参加費{n}ウォン",
        "参加费{n}韩元"),
    "수강료": ("Tuition ₩{n}", "受講料{n}ウォン", "学费{n}韩元"), "재료비": ("Materials ₩{n}", "材料費{n}ウォン",
        "材料费{n}韩元"),
    "회당": ("₩{n} per session", "1回{n}ウォン", "每次{n}韩元"), "": ("₩{n}", "{n}ウォン", "{n}韩元")}
_TAILS: dict[str, Term] = {
    "": ("{p}", "{p}", "{p}"), "부터": ("from {p}", "{p}〜", "{p}起"), "대": ("{p} range", "{p}台", "{p}价位"),
    "씩": ("{p} each", "各{p}", "每份{p}"), "할인": ("{p} off", "{p}引き", "立减{p}"), "더할인": ("extra {p} off",
        "さらに{p}引き", "再减{p}"),
    "적립": ("{p} in points", "{p}分ポイント", "返{p}积分"), "쿠폰": ("{p} coupon", "{p}クーポン", "{p}优惠券"),
    "할인쿠폰": ("{p}-off coupon", "{p}割引クーポン", "{p}优惠券")}
_PRICE = re.compile(rf"(?P<max>최대\s*)?(?:(?P<per>{'|'.join(sorted(filter(None, _PER), key=len, reverse=True))})\s*)?"
                    rf"(?P<won>{_WON})(?P<tail>\s*(?:더\s*)?(?:부터|대|씩|할인\s?쿠폰|할인|적립|쿠폰|OFF|off))?")
_PERCENT = re.compile(r"(?P<max>최대\s*)?(?P<n>\d{1,3})\s*(?:%|퍼센트|프로)(?P<more>\s*더)?\s*"
                      r"(?P<tail>할인\s?쿠폰|할인|세일|적립|쿠폰|OFF|off|DC)?")
_PLUS = re.compile(r"(\d)\s*\+\s*(\d)(?:\s*(?:행사|이벤트))?")
_WORDS: dict[str, Term] = {
    "반값": ("half price", "半額", "半价"), "반값할인": ("half price", "半額", "半价"), "무료": ("free", "無料",
        "免费"),
    "문의": ("ask for the price", "価格はお問い合わせください", "价格请咨询"), "시가": ("market price", "時価", "时价"),
    "가격문의": ("ask for the price", "価格はお問い合わせください", "价格请咨询")}
_CHINESE_DIGITS = "零一二三四五六七八九"
ASK: Term = ("Conditions apply. Please ask us", "条件がございます。スタッフまで", "优惠有条件，详情请咨询店员")


def offer(text: str, description: str = "") -> Term | None:
    """A price or a discount as the owner states it; ``description`` may say per how much ("100g에 4,900원")."""
    bare = text.strip().rstrip(".!")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{3,}", bare):
        bare += "원"
    price = _PRICE.fullmatch(bare)
    if price and won(price["won"].strip()):
        return _per_unit(_price(price), bare, description)
    percent = _PERCENT.fullmatch(bare)
    if percent and int(percent["n"]) <= 100:
        return _percent(percent)
    plus = _PLUS.fullmatch(bare)
    if plus:
        return _plus(int(plus.group(1)), int(plus.group(2)))
    known = _WORDS.get(bare.replace(" ", ""))
    return known or (None if not bare or re.search("[가-힣\u3040-\u9fff]", bare) else (bare, bare, bare))


def with_original(new: Term, original: str) -> Term:
    """``new`` after the price before it, when that can be read."""
    old = offer(original) if original.strip() else None
    return _each(lambda at: f"{old[at]} → {new[at]}") if old else new


def _each(make: Callable[[int], str]) -> Term:
    en, ja, zh = (make(at) for at in range(len(LANGUAGES)))
    return en, ja, zh


def _price(match: re.Match[str]) -> Term:
    number = f"{won(match['won'].strip()):,}"
    tail = re.sub(r"\s|OFF|off", lambda found: "" if found.group().isspace() else "할인", match["tail"] or "")
    per, said = _PER[match["per"] or ""], _TAILS.get(tail, _TAILS[""])
    price = _each(lambda at: said[at].format(p=per[at].format(n=number)))
    return ("up to " + price[0], "最大" + price[1], "最高" + price[2]) if match["max"] else price


def _per_unit(price: Term, text: str, description: str) -> Term:
    found = re.search(rf"(\d+\s?(?:g|kg|ml|mL|L))(?:에|당)\s*{re.escape(text)}", description)
    unit = count(found.group(1).replace(" ", "")) if found else None
    if not unit:
        return price
    return f"{price[0]} / {unit.text('en')}", f"{unit.text('ja')} {price[1]}", f"{price[2]}/{unit.text('zh')}"


def _percent(match: re.Match[str]) -> Term:
    number, tail = match["n"], (match["tail"] or "").replace(" ", "")
    if tail == "적립":
        return f"{number}% back in points", f"{number}%ポイント還元", f"返{number}%积分"
    if tail in {"쿠폰", "할인쿠폰"}:
        return f"{number}% off coupon", f"{number}%OFFクーポン", f"{fold(int(number))}优惠券"
    paid = fold(int(number))
    if match["max"]:
        return f"up to {number}% off", f"最大{number}%OFF", f"低至{paid}"
    if match["more"]:
        return f"extra {number}% off", f"さらに{number}%OFF", f"再享{paid}"
    return f"{number}% off", f"{number}%OFF", paid


def fold(percent: int) -> str:
    """What is paid after ``percent`` off, as Chinese shops write it: 20 → 8折, 35 → 65折, 95 → 0.5折, 100 → 免费."""
    paid = 100 - percent
    if paid <= 0:
        return "免费"
    return f"{paid // 10}折" if paid % 10 == 0 else f"{paid}折" if paid > 10 else f"{paid / 10:g}折"


def _plus(bought: int, free: int) -> Term:
    return (f"Buy {bought}, get {free} free", f"{bought}つ買うと{free}つ無料",
            f"买{_CHINESE_DIGITS[bought]}送{_CHINESE_DIGITS[free]}")


_LIMITS: tuple[tuple[re.Pattern[str], Term], ...] = tuple((re.compile(pattern), (en, ja, zh)) for pattern, en, ja,
                                                          zh in (
    (r"선착순\s*(\d+)\s*(?:명|분|팀)", "First {n} guests", "先着{n}名様", "限前{n}名"),
    (r"(?<![가-힣])주\s?(\d)\s?회", "{n}× a week", "週{n}回", "每周{n}次"),
    (r"하루\s*(\d+)\s*(?:개|그릇|잔|세트|명|팀|인분|판)\s*(?:만|한정)", "Only {n} a day", "1日{n}点限定",
     "每日限量{n}份"),
    (r"(?:한정\s*(\d+)\s*(?:개|그릇|세트|인분|잔|판)|(?<!\d)(?<!하루)(?<!하루 )(\d+)\s*(?:개|그릇|세트)\s*한정)",
     "Only {n} available", "{n}点限定", "限量{n}份"),
    (r"1인\s*1(?:개|회|잔|매)", "1 per person", "お1人様1点限り", "每人限1份"),
    (r"소진\s?시(?:까지)?", "While stocks last", "なくなり次第終了", "售完即止"),
    (r"예약제|예약\s?필수", "By reservation only", "予約制", "须预约"),
    (r"포장\s?(?:전용|한정|주문\s?한정|만\s?가능)", "Takeaway only", "お持ち帰り限定", "仅限外带"),
    (r"매장\s?(?:식사|이용|방문)?\s?(?:고객)?\s?한정", "In store only", "店内限定", "仅限到店"),
    (r"현금\s?(?:결제|가|구매)", "Cash price", "現金の場合", "现金价"),
    (r"부가세\s?별도", "VAT not included", "税別", "不含增值税"),
    (r"중복\s?할인\s?(?:불가|안)", "Not with other discounts", "他の割引と併用不可", "不可与其他优惠同享"),
    (r"일부\s?(?:품목|상품|메뉴)?\s?(?:은|는)?\s?제외", "Some items excluded", "一部対象外", "部分商品除外"),
    (r"(?:신규|새로\s?오신)\s?(?:회원|고객)\s?(?:만|한정)", "New guests only", "新規の方限定", "仅限新顾客"),
))


def limits(description: str) -> tuple[Term, ...]:
    """What narrows an offer: how many, for whom, until when it lasts. Left out, an offer would promise too much."""
    found = []
    for pattern, said in _LIMITS:
        match = pattern.search(description)
        if match:
            number = next(filter(None, match.groups()), "")
            en, ja, zh = (text.format(n=number) for text in said)
            found.append((en, ja, zh))
    return tuple(found)


_OBJECT = r"(?P<o>.*?)(?:을|를|에|이|가)?\s*(?:함께|같이|미리)?\s*"
_ASKED = r"(?:하|하시|으|으시|시)?(?:면|신다면)|\s?시"
_VERBS: tuple[tuple[str, Term, Term], ...] = (
    ("등록", ("when you sign up for {o}", "{o}ご登録で", "报名{o}即享"), ("when you sign up", "ご登録で", "报名即享")),
    ("끊", ("with {o}", "{o}ご購入で", "购买{o}即享"), ("", "", "")),
    ("구매|구입|결제|사", ("when you buy {o}", "{o}ご購入で", "购买{o}即享"), ("with a purchase", "ご購入で",
        "购买即享")),
    ("주문|시키", ("when you order {o}", "{o}ご注文で", "点{o}即享"), ("with an order", "ご注文で", "下单即享")),
    ("예약", ("when you book {o}", "{o}ご予約で", "预约{o}即享"), ("when you book ahead", "ご予約で", "预约即享")),
    ("찍", ("when you have {m} taken", "{o}撮影で", "拍摄{o}即享"), ("when you have a photo taken", "撮影で",
        "拍摄即享")),
    ("참여|참가", ("when you join {o}", "{o}ご参加で", "参加{o}即享"), ("when you take part", "ご参加で", "参加即享")),
    ("가져오|지참|들고\\s?오", ("when you bring {o}", "{o}ご持参で", "携带{o}即享"), ("", "", "")),
    ("제시|보여\\s?주", ("when you show {o}", "{o}ご提示で", "出示{o}即享"), ("", "", "")),
    ("이용", ("when you use {o}", "{o}ご利用で", "使用{o}即享"), ("when you visit", "ご利用で", "到店即享")),
    ("맡기", ("when you bring in {o}", "{o}のご依頼で", "送洗{o}即享"), ("when you bring it in", "ご依頼で",
        "送洗即享")),
    ("받으", ("when you have {o}", "{o}のご利用で", "体验{o}即享"), ("", "", "")),
    ("라|이라", ("for {m}", "{o}の方", "{o}专享"), ("", "", "")),
)
_FIXED: tuple[tuple[str, Term], ...] = (
    (r"첫\s?방문(?:\s?고객)?(?:이라면|하시면|하면|\s?시)", ("on your first visit", "初回ご来店で", "首次到店即享")),
    (r"(?:매장(?:에|을|으로)?\s*)?(?:방문|오)(?:하시|하|시)?면|방문\s?시", ("when you visit", "ご来店で", "到店即享")),
    (r"포장(?:하시|하|주문하)?(?:면|\s?시)|포장\s?주문\s?시", ("on takeaway orders", "お持ち帰りで", "外带即享")),
    (r"배달\s?(?:주문)?\s?(?:하시|하)?(?:면|\s?시)", ("on delivery orders", "デリバリーで", "外送即享")),
    (r"(?:방문\s?)?(?:영수증\s?)?(?:리뷰|후기)(?:를|을)?\s*(?:이벤트(?:에)?\s*참여|작성|남기|남겨\s?주|쓰|써\s?주|올리|올려\s?주)?(?:하시|하|시)?"
     r"(?:면|\s?시)", ("when you leave a review", "レビュー投稿で", "写点评即享")),
    (r"(?:인스타그램|인스타|SNS)?(?:을|를)?\s*팔로우(?:하시|하)?(?:면|\s?시)", ("when you follow us", "フォローで",
        "关注我们即享")),
    (r"(?:카카오톡?\s?)?(?:채널|친구)(?:을|를)?\s?추가(?:하시|하)?(?:면|\s?시)", ("when you add our KakaoTalk channel",
        "カカオトーク友だち追加で",
                                                                    "添加KakaoTalk频道即享")),
    (r"(?:친구|지인)(?:를|을)?\s?(?:추천|소개)(?:하시|하|해\s?주시)?(?:면|\s?시)", ("when you refer a friend",
        "お友達紹介で", "推荐朋友即享")),
    (r"(?:친구|지인)(?:와|랑|하고)?\s?(?:함께|같이)\s?(?:오시|오|방문하시|등록하)(?:면)",
     ("when you come with a friend",
                                                                          "お友達とご一緒で", "与朋友同行即享")),
    (r"회원\s?가입(?:하시|하)?(?:면|\s?시)", ("when you join as a member", "会員登録で", "注册会员即享")),
    (r"(?:온라인|네이버|앱|인터넷)(?:으로|에서)?\s?(?:사전\s?)?예약(?:하시|하)?(?:면|\s?시)", ("when you book online",
        "オンライン予約で", "线上预约即享")),
    (r"전화(?:로)?\s?예약(?:하시|하)?(?:면|\s?시)", ("when you book by phone", "お電話予約で", "电话预约即享")),
    (r"생일(?:이라|이시|이)?\s?(?:면|시)", ("if it’s your birthday", "お誕生日の方", "寿星专享")),
    (r"현금(?:으로)?\s?결제(?:하시|하)?(?:면|\s?시)", ("when you pay cash", "現金払いで", "现金支付即享")),
    (r"카드(?:로)?\s?결제(?:하시|하)?(?:면|\s?시)", ("when you pay by card", "カード払いで", "刷卡支付即享")),
    (r"학생증(?:을|를)?\s?(?:제시|지참|보여\s?주|가져오)(?:하시|하|시)?(?:면|\s?시)", ("with a student ID",
        "学生証ご提示で", "出示学生证即享")),
)
_SPENT = re.compile(rf"(?P<won>{_WON})\s*이상\s*(?:을|를)?\s*(?P<how>구매|구입|주문|결제|이용|사|시키)?"
                    r"(?:하시|하)?(?:면|\s?시)")
_MEMBERSHIP = re.compile(r"(month|week|year)s?$")


def condition(text: str, trade: str = "") -> Term | None:
    """What a guest must do for the offer ("3개월 등록하면"), None when it cannot be said safely."""
    bare = " ".join(text.split()).strip(" .,!")
    spent = _SPENT.fullmatch(bare)
    if spent:
        number = f"{won(spent['won'].strip()):,}"
        ja = {"주문": "ご注文", "시키": "ご注文", "결제": "お会計", "이용": "ご利用"}.get(spent["how"] or "",
            "お買い上げ")
        return f"when you spend ₩{number} or more", f"{number}ウォン以上の{ja}で", f"消费满{number}韩元即享"
    for pattern, said in _FIXED:
        if re.fullmatch(pattern, bare):
            return said
    for verb, with_object, alone in _VERBS:
        match = re.fullmatch(rf"{_OBJECT}(?:{verb})(?:{_ASKED})", bare)
        if match:
            asked = re.sub(r"\s?세탁(?=을|를|\s|$)", "", match["o"]) if verb == "맡기" else match["o"]
            return _said(asked, with_object, alone, trade)
    changed = re.fullmatch(rf"{_OBJECT}(?P<v>교환|교체|세탁|점검|수리|염색|커트|상담|체험)(?:{_ASKED})", bare)
    done = name(f"{changed['o']} {changed['v']}", trade) if changed else None
    if done and _clear(done):
        return f"with {done.counted()}", f"{done.text('ja')}で", f"{done.text('zh')}即享"
    had = re.fullmatch(r"(?P<o>.+?)(?:을|를)?\s*(?:하시|하|받으시|받으)면", bare)
    found = name(had["o"], trade) if had else None
    if found and _clear(found) and not found.pieces[-1].counted:
        return f"with {found.counted()}", f"{found.text('ja')}ご利用で", f"选择{found.text('zh')}即享"
    return None


def _clear(found: Name) -> bool:
    return not any(piece.kind == "sound" for piece in found.pieces)


def _said(phrase: str, with_object: Term, alone: Term, trade: str) -> Term | None:
    if not phrase.strip():
        return alone if alone[0] else None
    found = name(phrase, trade)
    if found is None or not _clear(found):
        return None
    counted = found.pieces[0].counted if len(found.pieces) == 1 else None
    if counted and with_object[0].startswith("when you sign up") and _MEMBERSHIP.search(counted.counter.one):
        return (f"with {found.counted()} membership", f"{found.text('ja')}ご登録で", f"报名{found.text('zh')}会员即享")
    plain = found.text("en", gloss=False)
    return (with_object[0].format(o=found.counted(), m=plain if plain.endswith("s") else f"{plain}s"),
            with_object[1].format(o=found.text("ja")), with_object[2].format(o=found.text("zh")))
