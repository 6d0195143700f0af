"""What a sentence is about: the noun before its verb, without particles, prices, dates and how it came to be."""

import re

from .spotting import strip_facts


def noun_phrase(sentence: str) -> str:
    """What a sentence is about ("가을 한정 고구마 라떼가 나왔어요" → "가을 한정 고구마 라떼"), "" when unsure."""
    sentence = _EVERY.sub("전_", _ABLE.sub("", sentence))
    joined = re.sub(
        r"(?<=\S) (세일|특가|행사|이벤트)(?=[을를이가]?\s.*(?:할인|세일|진행|해요|합니다|열))", "\u00a0\\1", sentence)
    bare = strip_facts(joined.replace("\u00a0", "_"))
    words = bare.strip(", ").replace(",", " , ").split()
    words = _serving(words)
    end = next((at for at, word in enumerate(words) if _PREDICATE.match(word) and not _ADNOMINAL.search(word)), None)
    if end is None:
        if bare == " ".join(joined.split()):
            return ""
        end = len(words)
    picked: list[str] = []
    for at, word in reversed(list(enumerate(words[:end]))):
        if word == "," or _CUT.search(word) or word in _ADVERBS:
            if picked or word == ",":
                break
            continue
        if picked and word == "없는" and at and not _CUT.search(words[at - 1]) and not _has_josa(words[at - 1]):
            picked[:0] = words[at - 1:at + 1]  # "글루텐 없는 쌀식빵": without it, another bread.
            break
        if picked and (_has_josa(word) or _ADNOMINAL.search(word)):
            break
        picked.insert(0, word if picked else strip_josa(word))
    if " ".join(picked) in _GENERIC:
        # "떡볶이와 튀김을 한 번에 맛볼 수 있는 세트": the set is known by what is in it.
        inner = _OBJECT.match(bare)
        return _sane(f"{inner.group(1)} {' '.join(picked)}" if inner and picked else "")
    new = next((at for at, word in enumerate(picked) if word in _NEWS and at), 0)
    picked = picked[new + 1:] if new and picked[new + 1:] else picked  # "양념치킨 신메뉴 마라치킨"
    named = [word for word in picked if word not in _NEWNESS] if len(picked) > 1 else picked
    while named[1:] and (named[0] in _MADE or _CLAIM.search(named[0])):
        named = named[1:]
    if named[1:] and _CLAIM.search(named[1]):  # "동네 최고의 커피"
        named = named[2:]
    return _sane(" ".join(named).replace("_", " ").strip("\"'“”‘’~ "))


def _serving(words: list[str]) -> list[str]:
    """``words`` where "분갈이를 맡아 드려요" ends before its verb, and "신발을 수리해 드려요" speaks of "신발 수리"."""
    for at in range(2, len(words)):
        done = words[at - 1]
        if _GIVES.match(words[at]) and _OBJECT_OF.search(words[at - 2]) and _CONNECTING.search(done):
            if done.endswith("해") and len(done) > 2:
                return [*words[:at - 2], re.sub(r"[을를]$", "", words[at - 2]), done[:-1], *words[at:]]
            return [*words[:at - 1], *words[at:]]
    return words


_OBJECT_OF, _CONNECTING = re.compile(r"[을를도]$"), re.compile(r"[아어해여려겨워와내켜쳐꿔써춰펴]$")
_GIVES = re.compile(r"^(?:드[려립릴]|줘|주[세십]|봐|보[세십])")
_NEWS = frozenset(("신메뉴", "신제품"))
_PREDICATE = re.compile(
    r"^(?:나왔|나와|나옵|나옴|출시|시작|들어왔|들어와|들어옴|입고|할인|세일|드려|드립니|드림|준비|판매|팔|받|열|엽|찾|모집"
        r"|있"
        r"|선보|만나|해요|합니다|개시|추가"
    r"|생겼|함께(?:해|합|하[^는])|예약|신청|증정|합류|소개|맛보|즐|도착|오픈|진행|가능|구워|만들|떴|담가|인기"
    r"|맡기|맡겨|드셔|드시|맛봐|고르|골라|오셨|오십|제작|누리|누려|챙기|챙겨|쓰는|바꾸|바꿔|어떠|어때|기다|됩|돼|맛있"
        r"|좋아요|좋습|한\s?판|이에요|입니다)")
_ABLE = re.compile(r"\S+ 수 (?=있|없)")
_EVERY = re.compile(r"(?<![가-힣])전 (?=(?:품목|메뉴|상품|제품)(?![가-힣]))")
_ADNOMINAL = re.compile(r"(?:있|없|찾|맞|담|맡|녹|[가-힣](?:리|지|보|오|나|기|하|드))는$"
                        r"|(?:맛볼|즐길|만들|받을|먹을|누릴|고를)$|(?:준비|판매|출시|가능|추가|시작|진행|개시|예약|신청)(?:한|된|할|하는)$|있을$|^수$")
"""A verb before a noun ("있는", "준비한") ends no sentence."""
_MADE = frozenset(("메뉴", "만든", "만드는", "내린", "담근", "로스팅한", "들어온", "나온", "구운",
                   "볶은", "삶은", "끓인", "튀긴",
                   "절인", "말린", "키운", "기른", "잡은", "빚은", "갓", "고른", "골라", "담은", "준비한"))
"""How a product came to be is the owner's sentence, not its name."""
_CLAIM = re.compile(r"^(?:최고|최상|최초|최강|최저|유일|1위|일등|넘버원|완벽|독보적|압도적|국내|업계|세계|대한민국)")
_GENERIC = frozenset(("세트", "메뉴", "코스", "상품", "구성", "패키지", "이벤트 메뉴", "점심 메뉴", "신메뉴", "제품"))
_OBJECT = re.compile(r"(?:저희\s|우리\s)?([가-힣A-Za-z ]{2,12}?)(?:을|를)\s")
_CUT = re.compile(r"(?:에서|에는|에도|에|이라|라서|해서|하여|하고|께|께서|으로|(?<=..)로|면|는데|지만|하게|까지|부터"
    r"|마다|처럼"
    r"|에게|하신|하시는|엔|[요다죠][.!]?)$")
_ADVERBS = {"새로", "드디어", "이제", "오늘", "지금", "다시", "또", "처음", "더", "모두", "전부", "바로", "특별히",
    "새롭게", "저희", "우리", "무료로", "서비스로", "덤으로",
            "많이", "미리", "직접", "매일", "전", "딱", "약", "총", "씩", "최대", "정가", "하루"}
_NEWNESS = {"새", "새로운", "신메뉴", "신상", "신제품", "신상품", "신규", "신메뉴로", "이번", ":", "-", "·"}
_KEEP_I = re.compile(r"(?:볶이|맞이|먹이|걸이|놀이|종이|어린이|고양이|호랑이|장이|갈이|족발이|젓이|송이|국이)$")
_KEEP_DO = re.compile(r"(?:제주도|울릉도|강화도|거제도|진도|완도|[가-힣]{2}성도|만족도|지도|각도|포도|앵도|온도|농도)$")
_KEEP_GA = re.compile(r"(?:요가|휴가|평가|추가|정가|특가|할인가|참가|메가|작가|화가|인가|가가)$")


def _has_josa(word: str) -> bool:
    return strip_josa(word) != word and bool(re.search(r"(?:을|를|이|가|은|는)$", word))


def strip_josa(word: str) -> str:
    """``word`` without a particle at its end, when the sound before it shows that it is one."""
    match = re.match(r"^(.*[가-힣A-Za-z\d)])(을|를|이|가|은|는|도|만)$", word)
    if not match or len(word) < 2:
        return word
    stem, josa = match.groups()
    if not "가" <= stem[-1] <= "힣":
        return stem
    closed = bool((ord(stem[-1]) - 0xAC00) % 28)
    fits = {"을": closed, "이": closed and not _KEEP_I.search(word), "은": closed, "를": not closed, "는": not closed,
            "가": not closed and not _KEEP_GA.search(word),
            "도": len(stem) > 1 and not _KEEP_DO.search(word), "만": len(stem) > 2}
    return stem if fits[josa] else word


def _sane(phrase: str) -> str:
    for tail in (" 예약", " 신청", " 주문", " 수강생", " 원생", " 신입생"):
        phrase = phrase.removesuffix(tail)
    words = phrase.split()
    broken = any(re.search(r"(?:[요죠]|니다|[^가-힣A-Za-z\d+%&·()'’:\-/])$", word) for word in words)
    bare = {"행사", "혜택", "메뉴", "신메뉴", "문", "분", "전", "것", "저희", "가게", "매장", "소식", "모두", "분들",
        "신상", "주말", "무료", "구경", "배달", "포장", "주문", "새 메뉴",
        "새해 복", "복", "한 해", "올 한 해", "관심", "많은 관심",
        "사전예약", "사전 예약", "회원", "수강생", "원생", "신입생", "신입 회원",
        "신규 회원", "인사", "감사 인사", "불편", "양해", "구경만"}
    if re.fullmatch(r"(?:주|월|하루|일주일) ?\d+회", phrase):
        return ""
    if broken or not 2 <= len(phrase) <= 18 or len(words) > 5 or phrase in bare or not re.search(r"[가-힣A-Za-z]",
        phrase):
        return ""
    return phrase
