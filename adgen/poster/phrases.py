"""Where a line may break, and what each break costs: Korean by tables of endings, Japanese and Chinese by budoux.

Costs are in squared deviations from even lines: 0.1 is what two lines of 58 % and 42 % cost. A bond is a break that
is never made while its two words fit on one line.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import budoux

from .emoji import clusters
from .shaping import language

BOND = 1.5
"""Cost of a break within a bond, where the line is too narrow to keep it."""

_OPEN, _CLOSE = "([{<〈《「『【〔（［‘“", ")]}>〉》」』】〕）］’”"
_NO_START = frozenset(_CLOSE + ".,!?:;%‰℃…·~、。，．！？：；ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％〜～원")
_NO_END = frozenset(_OPEN + "₩￦$#№")

_NUMBER = re.compile(r"^[₩$]?\d[\d,.:~/]*$")
_NUMERAL = re.compile(r"(\d|^(한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|몇|여러|반|첫|매|단))$")
_DETERMINERS = frozenset(
    "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 스무 몇 반 첫 새 이 그 저 단 전 각 총 약 매 딱 꼭 더 안 못 잘 갓 막 또 참 "
    "제 온 맨 옛 양 무려 이번 다음 지난 단돈 가장 제일 아주 매우 모든 여러 어떤 무슨 우리 저희".split())
_TIMES = frozenset("오전 오후 매주 매월 매달 밤 낮 저녁 아침 새벽 선착순 최대 최소 평균 월 연 오직 각각 정상가 할인가 "
                   "행사가 하루 단체".split())
_PARTICLES = r"(?:[은는이가을를에의도만로와과]|으로|에서|까지|부터|마다|이나|이라|예요|이에요|입니다|짜리|씩|째|간|당)*"
_TAIL = r"[!?.,~…)\]’”]*"
_COUNTERS = re.compile(
    r"^(?:잔|명|개|원|만원|천원|병|판|줄|끼|장|권|마리|인분|시간|시|분|초|주|달|번|가지|세트|평|회|일|월|년|층|호|살|세|곳|종|"
    r"봉|팩|박스|그릇|접시|조각|송이|다발|자리|도|배|박|켤레|벌|대|컵|스푼|모금|입|줌|편|호점|주년|개월|만|천|억|kg|g|mg|ml|mL|L|"
    r"cm|mm|m|km|°C|℃|%|％|퍼센트|\+)" + _PARTICLES + _TAIL + "$")
_DEPENDENT = re.compile(
    r"^(?:것|거|게|건|걸|수|때|중|등|뿐|채|만큼|동안|대로|그대로|듯|듯이|줄|이상|이하|이내|미만|만에|안에|전에|후에|뒤에|내|정도|쯤|"
    r"무렵|덕분|때문|거예요|거야|겁니다|있어요|없어요|있습니다|없습니다|있는|없는)" + _PARTICLES + _TAIL + "$")
_AUXILIARY = re.compile(r"^(?:드려|드리|드립|드릴|보세|봐요|보는|주세|주는|주던|주면|주고|주신|줘요|준|줄|싶|않|"
                        r"마세|두세|가세|오세|버렸|냈어|냈습|줄게|볼까|봤어|왔어|갔어|놓|둔|됩니다|돼요)")
_RUNS_ON = re.compile(r"(해|아|어|여|와|워|려|져|쳐|켜|펴|겨|내|돼|봐|줘|고|지|(?<!가)게|하|러|면|야)$")
_REDUCED = re.compile(r"^(?:할인|무료|증정|적립|OFF|off|세일|쿠폰|특가|환급|캐시백|혜택)")
_SIGNS = frozenset("+ × x X = ~ – - → / & vs VS".split())
_SEPARATORS = frozenset("· | ㆍ • ,".split())

_DAYTIMES = frozenset("아침 점심 저녁 밤 새벽 오늘 내일 주말 평일 여름 겨울 봄 가을 올해 요즘".split())
_PLACES = re.compile(r"^(?:앞|뒤|옆|위|밑|속|밖|후|전|길|기념|맞이)[에은는도]?" + _TAIL + "$")
_COMPANY = frozenset("함께 같이 모두".split())
_ATTRIBUTES = frozenset("제철 국내산 수제 당일 인기 대표 신규 프리미엄 스페셜 동네 골목 무료 전국 유기농".split())
_NOUNS_LIKE_MODIFIERS = re.compile(
    r"(치킨|할인|쿠폰|시간|공간|기간|주간|야간|연간|순간|인간|사진|무한|제한|기한|최대한|계란|라면|레몬|정원|회원|공원|학원|병원|"
    r"요가원|만원|천원|백원|오픈|디자인|라인|와인|메인|개인|주인|본인|확인|사인|코인|체인|외국인|미용인|수분|기분|부분|인분|"
    r"커피는|우리는|요리는|머리는|고기는|가게는|회사는|자리는|메뉴는|파스타는|거리는|소리는|여기는|거기는|저기는|이야기는|오는|"
    r"지은|작은|같은|분은|점은|손님은|오늘은|내일은|주말은|가을은|봄은|여름은|겨울은)$")
_ADNOMINAL = re.compile(
    r"(.[한운든된던긴린진난낸싼큰빈춘준쓴찬본담받]|.은|적인|[오가하주보]신|[가-힣]의|튀긴|구운|만든|.할|.될|.볼|"
    r"(하|되|있|없|주|오|가|보|먹|사|타|쓰|드|나|녹|굽|담|찾|받|웃|내|치|르|추|우|히|누|싶|않|듣|걷|앉|"
    r"입|짓|맞|피|키|시|리|기|끼|[녹끓보줄쌓먹높붙섞모]이)는)$")
_TRUE_MODIFIERS = re.compile(r"(작은|같은|많은|좋은|깊은|맑은|밝은|젊은|높은|짧은|얇은|굵은|붉은|오는|지은|담은|"
                             r"받은|찾은|먹은|볶은|볶아낸|갈은|삶은|익은|남은|넓은|늦은|옳은|싶은)$")
_ADVERBS = frozenset(
    "매일 직접 새로 바로 함께 같이 모두 지금 오늘만 매주 항상 정말 아주 너무 훨씬 조금 가득 듬뿍 가볍게 다시 미리 "
    "먼저 천천히 빠르게 쉽게 맛있게 따뜻하게 시원하게 특별하게 예쁘게 즐겁게 편하게 새롭게 건강하게 든든하게 부드럽게 "
    "촉촉하게 완벽하게 확실하게 깨끗하게 넉넉하게 하나하나 골라 한번".split())
_CLAUSE_END = re.compile(r"(?:[가-힣](?:고|며|면|니|서|자|도록|려고|려면|지만|는데|니까|다가|거나)|해|아|어|으면)$")
_TOPIC = re.compile(r"(?:[은는이가도로만와과께에]|에서|까지|부터|에게|보다|처럼|마다|이나)$")
_OBJECT, _CORE = re.compile(r"[을를]$"), re.compile(r"[을를이가]$")
_HEADS = re.compile(r"^(?:한정|기념|전용|세트|할인|무료|증정|이벤트|특가|신메뉴|출시|오픈|예약|모집|가능|환영|추천|"
                    r"전문|맛집|행사|세일|쿠폰|메뉴|시작|마감|개시|판매|포장|배달|서비스|선물|클래스|수업|상담|체험|완료)")
_SHORT = re.compile(r"^[가-힣](?:이|가|을|를|은|는|에|의|도|께|으로|로|에는|까지)?" + _TAIL + "$")
_VERBAL = re.compile(r"(?:요|다|까|죠|세요|니다)[!?.,~…]*$")


@dataclass(frozen=True)
class Atom:
    """What is not broken while it fits: a word, or a phrase of Japanese or Chinese. ``space`` says whether a space
    stands before it, ``joint`` what a break there costs, ``forced`` that the owner broke the line there."""

    text: str
    space: bool = True
    joint: float = 0.0
    forced: bool = False


@lru_cache(maxsize=2048)
def atoms(text: str) -> tuple[Atom, ...]:
    """``text`` cut into atoms with the cost of each break; the first atom's cost is 0."""
    tongue, out = language(text), list[Atom]()
    for number, paragraph in enumerate(text.split("\n")):
        words = paragraph.split(" ")
        for at, word in enumerate(words):
            joint = _joint(words, at) if at else 0.0
            parts = _phrases(word, tongue) if tongue else (word,)
            first = Atom(parts[0], True, joint, number > 0 and at == 0)
            # Between phrases of one sentence a break is as good as after a comma, but not as good.
            out += [first, *(Atom(part, False, -0.3 if before[-1] in "、，。！？" else 0.02)
                             for before, part in zip(parts, parts[1:], strict=False))]
    return tuple(out)


def _joint(words: list[str], at: int) -> float:
    """Cost of a break before ``words[at]``; BOND where there should be none."""
    before, after = words[at - 1], words[at]
    if not before or not after:
        return 0.0
    if before in _SEPARATORS or after in _SEPARATORS:
        return -0.3 if before in _SEPARATORS else BOND
    if _bound(words, at):
        return BOND
    if not any(char.isalnum() for char in before):
        # An emoji closes what stands before it; at the very beginning it opens the line.
        return BOND if at == 1 else -0.35
    if after[0] not in _OPEN and not any(char.isalnum() for char in after):
        return BOND
    if before[-1] in ".!?…。！？":
        return -0.45
    if before[-1] in ",:;~、，)]」』”’|":
        return -0.35
    if after[0] in _OPEN:
        return -0.2
    return _korean(before, after, at == len(words) - 1)


def _bound(words: list[str], at: int) -> bool:
    before, after = words[at - 1], words[at]
    digits = before[-1].isdigit()
    return (before in _SIGNS or after in _SIGNS
            or before[-1] in _NO_END or after[0] in _NO_START - {"원", "·"}
            or before in _DETERMINERS and not (before == "전" and at > 1 and words[at - 2][-1] == "기")
            or before in _TIMES and after[0].isdigit()
            or _NUMBER.match(before) is not None
            or _COUNTERS.match(after) is not None and _NUMERAL.search(before) is not None
            or _DEPENDENT.match(after) is not None
            or _AUXILIARY.match(after) is not None and _RUNS_ON.search(before) is not None
            or _REDUCED.match(after) is not None and (digits or before[-1] in "%％원+")
            or re.search(r"\d번$", before) is not None and after.startswith("출구")
            or re.search(r"\d(년|월|시|층)$", before) is not None and after[0].isdigit()
            or re.search(r"\d(년|개월|주|일|시간|분|회)$", before) is not None and _PLACES.match(after) is not None
            or before == "오늘" and after.startswith("하루")
            or before[-1] == "야" and after[0] in "하할한해"
            or at == len(words) - 1 and len(after.strip(".,!?~…")) == 1 and before[-1] not in ".,!?~…"
            or before.isascii() and after.isascii() and before[-1].isalpha() and after[0].isalpha()
            or before[-1] in "을를" and re.match("위[한해]|통[한해]|향한|대한", after) is not None
            or re.match(r"^더[!?.~]*$", after) is not None)


def _korean(before: str, after: str, last: bool) -> float:
    """Cost of a break between two Korean words that are not bound."""
    if _PLACES.match(after) and after not in _DETERMINERS or after in _COMPANY and before[-1] in "과와랑도":
        return 0.5
    if _PLACES.match(before) or before in _COMPANY:
        return -0.05
    # A word of one syllable leans on its neighbour: 발 관리, 문 여는, 바로 온.
    lone = 0.25 if len(before) == 1 else 0.0
    if _modifies(before):
        return 0.8 if _SHORT.match(after) and after not in _DETERMINERS else 0.45
    if before in _ADVERBS or before in _ATTRIBUTES or before.isascii() and after.isascii():
        return 0.35 + lone + (0.25 if len(after) == 1 else 0.0)
    if before in _DAYTIMES or re.search(r"\d(시|일|월|년)$", before):
        return 0.1
    if re.search(r"\d(%|원|개|종|명|잔|주|개월|분|시간|인분|번)?$", before):
        return 0.4
    return lone + _after_particle(before, after, last and _VERBAL.search(after) is not None)


def _modifies(word: str) -> bool:
    """Whether ``word`` is a verb or an adjective in front of its noun (관형형), or ends in 의."""
    if _TRUE_MODIFIERS.search(word):
        return True
    return _ADNOMINAL.search(word) is not None and not _NOUNS_LIKE_MODIFIERS.search(word)


def _after_particle(before: str, after: str, closing: bool) -> float:
    """Cost of a break after a word by its particle or ending; ``closing`` when only the sentence's verb follows."""
    if len(before) > 1:
        if _CLAUSE_END.search(before) and not _OBJECT.search(before):
            return -0.2
        if _CORE.search(before) and _modifies(after):
            return 0.2
        if _OBJECT.search(before):
            # An object and its verb belong together, most of all at the end.
            return 0.12 if closing else 0.0
        if _TOPIC.search(before):
            return 0.06 if closing else -0.1
    if _VERBAL.search(before):
        return -0.3
    bare_object = _VERBAL.search(after) or _CLAUSE_END.search(after) or _NUMERAL.search(after)
    if _SHORT.match(after):
        return 0.5
    return 0.42 if bare_object else 0.36 if _HEADS.match(after) else 0.3


@cache
def _parser(tongue: str) -> budoux.Parser:
    return budoux.load_default_japanese_parser() if tongue == "ja" else budoux.load_default_simplified_chinese_parser()


def _phrases(word: str, tongue: str) -> tuple[str, ...]:
    """Phrases of Japanese or Chinese without spaces, by budoux, then by kinsoku: no line begins with closing
    punctuation or ends with an opening bracket."""
    parts: list[str] = []
    for part in _parser(tongue).parse(word):
        if parts and (part[0] in _NO_START or parts[-1][-1] in _NO_END or _within(parts[-1][-1], part[0])):
            parts[-1] += part
        else:
            parts.append(part)
    return tuple(parts) or (word,)


def _within(before: str, after: str) -> bool:
    """Whether a break would part a Latin word or a number."""
    return all(char.isascii() and (char.isalnum() or char in "%.,+") for char in (before, after))


def units(word: str) -> list[str]:
    """``word`` cut as finely as may be: whole characters, closing punctuation with what it closes, opening brackets
    with what they open."""
    parts: list[str] = []
    for cluster in clusters(word):
        if parts and (cluster in _NO_START or parts[-1][-1] in _NO_END):
            parts[-1] += cluster
        else:
            parts.append(cluster)
    return parts


def cut(parts: list[str], count: int) -> list[str]:
    """``units`` of a word joined to at most ``count`` pieces of nearly equal length."""
    size = sum(map(len, parts)) / count
    pieces = [""]
    done = 0
    for part in parts:
        if pieces[-1] and done >= size * len(pieces) - 0.01:
            pieces.append("")
        pieces[-1] += part
        done += len(part)
    return pieces


@lru_cache(maxsize=4096)
def glue(first: Atom, second: Atom) -> Atom:
    """Two atoms as one."""
    return replace(first, text=first.text + (" " if second.space else "") + second.text)
