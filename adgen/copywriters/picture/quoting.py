"""Quoted words in a description of a picture: a product's name is kept as it is, words to be read are left out."""

import re

_QUOTED = re.compile(r"\"([^\"\n]{1,60})\"|“([^”\n]{1,60})”|‘([^’\n]{1,60})’|(?<!\w)'([^'\n]{2,60})'(?![A-Za-z0-9])"
                     r"|[「『《〈]([^」』》〉\n]{1,60})[」』》〉]")
_SLOGAN = re.compile(r"[!?~]|\d\s*(?:%|원|일|월|시|\+)|1\+1|할인|세일|이벤트|오픈|개업|무료|증정|특가|환영"
                     r"|모집|구함|구인|휴무|영업|쿠폰|반값|선착순|마감|(?:요|다|죠|까지|세요|하기)$"
                     r"|\b(?:sale|open|closed|event|new|free|off|welcome|best|hot)\b", re.I)
_ASKED = re.compile(r"\s*(?:이?라고|이?라는|(?:이?란|의)? ?(?:글자|글씨|문구|글|텍스트|로고|간판|현수막|손글씨"
                    r"|캘리그라피|제목))")
_BEFORE = re.compile(r"(?:글자|글씨|문구|제목|텍스트|간판|saying|reading|says|reads|text|words|lettering|caption"
                     r"|slogan|title)\s*:?\s*$", re.I)
_FIRST = 0xE000


def slogan(words: str) -> bool:
    """Whether quoted ``words`` are meant to be read: a sentence, an offer, a greeting."""
    return bool(_SLOGAN.search(words)) or len(words.split()) > 3


def protected(text: str) -> tuple[str, tuple[str, ...]]:
    """(text with U+E000 + i in the place of the i-th name, the names).

    Quoted words that are asked for as lettering, or that are a slogan, leave only the word 글자 in their place.
    """
    names: list[str] = []

    def put(match: re.Match[str]) -> str:
        words = next(filter(None, match.groups())).strip()
        lettering = _ASKED.match(text, match.end()) or _BEFORE.search(text[:match.start()]) or slogan(words)
        if lettering or not re.search(r"\w", words) or len(names) >= 8:
            return "" if _BEFORE.search(text[:match.start()]) else " 글자 " if re.search("[가-힣]", text) else " "
        if words not in names:
            names.append(words)
        return f" {chr(_FIRST + names.index(words))}"

    return _QUOTED.sub(put, re.sub("[\ue000-\uf8ff]", "", text)), tuple(names)


def unquoted(text: str, names: tuple[str, ...]) -> str:
    """``text`` with the names back in their places, without quotation marks: marks would have them painted."""
    for at, name in enumerate(names):
        text = text.replace(chr(_FIRST + at), name)
    return " ".join(text.split())
