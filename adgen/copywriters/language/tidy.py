"""Putting an owner's hurried Korean in order without changing what it says: spacing, spelling, sentence endings."""

import re
import unicodedata

from .korean import particle

Register = str
"""``요`` (해요체) or ``다`` (합니다체)."""

_SPELLING: tuple[tuple[str, str], ...] = (
    (r"담주", "다음 주"), (r"이번주(?=$|[^가-힣]|말|[월화수목금토일]|까지|부터|에|은|만)", "이번 주"), (r"다음주",
        "다음 주"),
    (r"이번 주말", "이번 주말"), (r"이번 주 ?(?=[월화수목금토일]욜|[월화수목금토일]요일)", "이번 주 "),
    (r"다음 주 ?(?=[월화수목금토일]욜|[월화수목금토일]요일)", "다음 주 "), (r"([월화수목금토일])욜", r"\1요일"),
    (r"첫방문", "첫 방문"), (r"첫구매", "첫 구매"), (r"신메뉴", "신메뉴"), (r"새메뉴", "새 메뉴"),
        (r"낼(?=$|[\s까부은])", "내일"),
    (r"(?<=[가-힣])(구함|구해요|구합니다|모집합니다|모집해요|모집함|팝니다|팔아요|팔기)", r" \1"),
    (r"팔기 ?시작", "팔기 시작"), (r"(?<=[\d%])(할인|세일|적립|쿠폰|무료|증정)", r" \1"), (r"(?<=[가-힣])(\d+\s*%)",
        r" \1"),
    (r"(?<=[가-힣])(휴무|할인|세일|예약|무료체험)(?=$|[.!\s])", r"\1"), (r"됬", "됐"), (r"되요", "돼요"), (r"할께요",
        "할게요"),
    (r"갈께요", "갈게요"), (r"드릴께요", "드릴게요"), (r"올께요", "올게요"), (r"이예요", "이에요"), (r"에염|에용",
        "예요"),
    (r"어용(?=$|[.!~\s])", "어요"), (r"해용(?=$|[.!~\s])", "해요"), (r"ㅠ+|ㅜ+|ㅋ+|ㅎ+", ""),
)
_SPELL = tuple((re.compile(pattern), put) for pattern, put in _SPELLING)
_BIG_WON = re.compile(r"(?<![\d,.])(\d{4,9})\s*원")
_TAG = re.compile(r"<[^<>]{0,200}>")
_SENTENCE = re.compile(r"(?<=[가-힣A-Za-z)\]\"'”’%\d][.!?。])\s+|(?<=[~！？])\s+|\n+")
_MID_NOMINAL = re.compile(r"((?:시작함|구함|모집함|할인함|변경됨|나옴|들어옴|시간 변경"
    r"|[가-힣](?:[어해워돼려아예와여]요|세요|니다)~?))\s+(?=[가-힣A-Za-z\d])")

Endings = tuple[tuple[re.Pattern[str], str, str], ...]
_ENDINGS: Endings = tuple((re.compile(pattern + r"[.!~]*$"), soft, formal) for pattern, soft, formal in (
    (r"(시작|출시|입고|개시|오픈|추가|리뉴얼|확장)함", r"\1했어요", r"\1했습니다"), (r"구함", "구해요", "구합니다"),
    (r"((?:영업|운영|진료) ?시간) ?변경", r"\1을 변경했어요", r"\1을 변경했습니다"),
        (r"(출시|추가|변경|이전|리뉴얼)(?:됨)?", r"\1했어요", r"\1했습니다"), (r"입고(?:됨)?", "입고됐어요",
        "입고됐습니다"),
    (r"([가-힣])됨", r"\1돼요", r"\1됩니다"), (r"있음", "있어요", "있습니다"), (r"없음", "없어요", "없습니다"),
    (r"나옴", "나왔어요", "나왔습니다"), (r"들어옴", "들어왔어요", "들어왔습니다"), (r"받음", "받아요", "받습니다"),
    (r"드림", "드려요", "드립니다"), (r"([가-힣])함", r"\1해요", r"\1합니다"),
    (r"(?<=[\s%원])(할인|세일|증정|판매|모집|구인|시작|오픈|배달|포장)", r"\1해요", r"\1합니다"), (r"(휴무|무료)",
        r"\1예요", r"\1입니다"), (r"원으로", "원으로 드려요", "원으로 드립니다"),
))
_SOFT: tuple[tuple[str, str], ...] = (
    ("드립니다", "드려요"), ("합니다", "해요"), ("됩니다", "돼요"), ("쉽니다", "쉬어요"), ("엽니다", "열어요"),
        ("받습니다", "받아요"),
    ("찾습니다", "찾아요"), ("있습니다", "있어요"), ("없습니다", "없어요"), ("나옵니다", "나와요"), ("옵니다", "와요"),
        ("팝니다", "팔아요"),
    ("모십니다", "모셔요"), ("만듭니다", "만들어요"), ("겠습니다", "겠어요"), ("갑니다", "가요"), ("줍니다", "줘요"),
        ("습니다", "어요"),
)
_FORMAL: tuple[tuple[str, str], ...] = (
    ("이에요", "입니다"), ("예요", "입니다"), ("드려요", "드립니다"), ("해요", "합니다"), ("돼요", "됩니다"),
        ("쉬어요", "쉽니다"), ("열어요", "엽니다"),
    ("받아요", "받습니다"), ("찾아요", "찾습니다"), ("있어요", "있습니다"), ("없어요", "없습니다"), ("나와요",
        "나옵니다"), ("팔아요", "팝니다"),
    ("기다려요", "기다립니다"), ("만들어요", "만듭니다"), ("했어요", "했습니다"), ("왔어요", "왔습니다"), ("됐어요",
        "됐습니다"), ("렸어요", "렸습니다"),
    ("었어요", "었습니다"), ("았어요", "았습니다"), ("겼어요", "겼습니다"), ("꿨어요", "꿨습니다"), ("졌어요",
        "졌습니다"),
)
_SOFTEN = re.compile(r"(했|왔|됐|렸|었|았|겼|꿨|졌|갔)습니다([.!~]*)$")
_NOUN_END = re.compile(r"(?:원|%|\d ?시|\d ?분|\d ?일|\d|까지|부터)$")


def tidy(text: str) -> str:
    """``text`` in NFC without control characters and markup, with usual spacing and spelling; line breaks are kept."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(ch for ch in text if ch == "\n" or unicodedata.category(ch) not in {"Cc", "Cs", "Co", "Cn"})
    text = _TAG.sub(" ", text.replace("\t", " "))
    text = _BIG_WON.sub(lambda match: f"{int(match.group(1)):,}원", text)
    for pattern, put in _SPELL:
        text = pattern.sub(put, text)
    return "\n".join(re.sub(r"[ \u00a0\u3000]+", " ", line).strip() for line in text.split("\n")).strip()


def sentences(text: str) -> list[str]:
    """The sentences of tidied ``text``, a hurried "…구함 주말…" parted after the verb."""
    parted = _MID_NOMINAL.sub(r"\1\n", text)
    found: list[str] = []
    for part in filter(None, (piece.strip(" ,;") for piece in _SENTENCE.split(parted))):
        if re.search(r"\w", part):
            found.append(part)
        elif found:
            found[-1] += " " + part
    return found


def polite(sentence: str, register: Register) -> str:
    """``sentence`` as a finished sentence in ``register``; what it cannot finish safely is returned as it is."""
    bare, tail = _split_tail(sentence)
    for pattern, soft, formal in _ENDINGS:
        if pattern.search(bare):
            return pattern.sub(formal if register == "다" else soft, bare) + (tail or ".")
    swapped = _swap(bare, register)
    if swapped != bare or re.search(r"[요다죠까]$", bare):
        return swapped + (tail or ".")
    if _NOUN_END.search(bare) and len(bare) <= 40:
        return bare + ("입니다" if register == "다" else particle(bare, "이에요")) + "."
    return sentence


def _split_tail(sentence: str) -> tuple[str, str]:
    bare = sentence
    while bare and (bare[-1] in " .!?~…" or unicodedata.category(bare[-1]) in {"So", "Sk", "Mn", "Cf"}):
        bare = bare[:-1]
    tail = sentence[len(bare):].strip()
    return bare, tail


def _swap(bare: str, register: Register) -> str:
    if register == "요":
        softened = _SOFTEN.sub(r"\1어요", bare)
        if softened != bare:
            return softened
        if bare.endswith("입니다"):
            stem = bare[:-3]
            return stem + particle(stem, "이에요")
    for old, new in (_FORMAL if register == "다" else _SOFT):
        if bare.endswith(old):
            return bare[: -len(old)] + new
    return bare
