"""The English image prompt without a model: what the owner describes in Korean, looked up word by word.

Nothing that is meant to be read goes into a prompt: words are typeset later, and an image model that is given quoted
words paints them as broken letters (facts/user-pains.md, 4).
"""

import re
from functools import lru_cache

from ..brief import AdBrief, PicturePrompt
from ..errors import RequestRefused
from ..trades import trade
from .glossary import GLOSSARY, MAIN
from .tidy import tidy

NO_TEXT = "no text, no letters, no signs, no watermark"
SETTINGS = {
    "cafe": "on a wooden table in a cosy Korean café, warm window light",
        "restaurant": "on a wooden table in a small Korean restaurant",
    "chicken": "on a table in a lively Korean pub, warm light",
        "bakery": "on a linen cloth in a small bakery, morning light",
    "hair": "in a bright modern hair salon, soft daylight", "flower": "on a florist's table with wrapping paper",
    "gym": "in a clean modern gym, dramatic side light", "clothing": "in a small boutique, neutral wall, soft daylight",
    "nail": "on a tidy nail salon table, bright daylight", "skin": "in a calm skin care room, soft warm light",
    "pub": "on a dark wooden bar, warm lantern light", "snack": "on a bright snack bar table",
    "dessert": "on a pastel table in a small dessert shop",
    "grocery": "on a wooden counter in a small neighbourhood grocery, daylight",
    "pet": "in a bright pet salon, neutral background", "academy": "on a tidy study desk in a bright classroom",
    "laundry": "in a bright clean laundry shop", "yoga": "in a calm yoga studio, soft morning light",
    "car": "in a tidy car wash bay, bright light", "photo": "in a bright photo studio with a plain backdrop",
    "stationery": "on a wooden shelf in a cosy stationery shop", "realestate": "in a bright apartment, daylight",
    "general": "in a welcoming small neighbourhood shop, warm light",
}
"""Where the owner's subject stands, by trade; without a subject the trade's whole scene is painted."""
_COMPOSITION = "commercial photograph, one clear subject, calm empty area at the top, soft natural light"
_PROMPT_MAX, _SUBJECTS, _MOODS = 900, 4, 4
_QUOTED = re.compile(r"\"[^\"\n]{1,60}\"|“[^”\n]{1,60}”|‘[^’\n]{1,60}’|'[^'\n]{2,60}'(?!\w)"
    r"|[「『《〈][^」』》〉\n]{1,60}[」』》〉]")
_WEB = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|#\S+")
_LETTERING = re.compile(r"\s*(?:,?\s*(?:with|and)?\s*(?:the\s+)?(?:text|words?|letters?|lettering|caption"
    r"|slogan)\s*(?:saying|reading|that says|:)\s*)$", re.I)
_JOSA = "(?=$|[^가-힣]|[이가을를은는과와도에의로만랑]|으로|에서|까지|부터|하고|입니|이에|예요)"

_BOUND = r"(?<![가-힣A-Za-z])(?:{})(?=$|[^가-힣A-Za-z]|[이가을를은는과와도의]|랑|님|씨|처럼|닮|같)"
PERSONS = _BOUND.format("|".join((
    "아이유", "방탄소년단", "BTS", "블랙핑크", "뉴진스", "아이브", "에스파", "세븐틴", "임영웅", "손흥민", "이강인",
        "김민재", "김연아", "유재석", "강호동", "백종원",
    "이병헌", "송중기", "송혜교", "전지현", "공유 배우", "박보검", "차은우", "장원영", "카리나", "수지", "한소희",
        "이정재", "마동석", "류현진", "오타니", "메시", "호날두",
    "이재명", "윤석열", "문재인", "박근혜", "이명박", "한동훈", "조국", "김정은", "트럼프", "바이든", "푸틴", "시진핑",
        "일론 ?머스크", "빌 ?게이츠",
    "Taylor ?Swift", "Donald ?Trump", "Elon ?Musk", "Joe ?Biden", "Vladimir ?Putin", "Xi ?Jinping", "Kim ?Jong ?un",
        "Lionel ?Messi", "Blackpink",
)))
SEXUAL = (r"나체|누드|알몸|야한|섹스|섹시|포르노|야동|음란|벗은 (?:여|남|몸)|가슴 노출|성관계|\bnude|\bnaked\b|\bporn"
    r"|\bsexy\b|\bsexual|\berotic|\bnsfw\b|\btopless\b")
HATEFUL = (r"짱깨|쪽바리|깜둥이|흑형|튀기 새끼|병신|한남충|김치녀|된장녀|나치|하켄크로이츠|욱일기|일베|참수|시체|학살"
    r"|테러리스트"
           r"|\bnazi|\bswastika|\bkkk\b|\bnigg|\bbehead|\bcorpse|\bgore\b|\bgenocide")
REFUSALS: tuple[tuple[str, str, str], ...] = (
    (PERSONS, "실제 인물은 그림으로 만들 수 없어요. 이름을 빼고 장면으로 설명해 주세요.",
     "Real persons cannot be painted. Leave out the name and describe a scene."),
    (SEXUAL, "성적인 내용은 그림으로 만들 수 없어요. 다른 장면으로 설명해 주세요.",
     "Sexual content cannot be painted. Please describe another scene."),
    (HATEFUL, "혐오스럽거나 폭력적인 내용은 그림으로 만들 수 없어요. 다른 장면으로 설명해 주세요.",
     "Hateful or violent content cannot be painted. Please describe another scene."),
)
"""Pattern, Korean sentence, English sentence. Persons are looked for in the image description only: the words of an ad
may name a match on television, and such a name is never handed to an engine anyway."""


def refuse(scene: str, words: str = "") -> None:
    """RequestRefused when ``scene`` (what to paint) or ``words`` (the ad's text) asks for what must not be painted."""
    for pattern, ko, en in REFUSALS:
        for text in (scene,) if pattern == PERSONS else (scene, words):
            if re.search(pattern, text, re.IGNORECASE):
                raise RequestRefused(ko, en, field="image_prompt" if text == scene else "ad_description")


def paint(brief: AdBrief) -> PicturePrompt:
    """The prompt for ``brief``: the owner's own English as it stands, else the glossary's; RequestRefused."""
    refuse(brief.image_prompt, brief.description)
    asked = without_words(brief.image_prompt, brief.store.name)
    if is_english(asked):
        return PicturePrompt(finish(asked), "owner")
    main, mood = look_up(asked)
    if not main:
        described, described_mood = look_up(without_words(brief.description, brief.store.name))
        main, mood = described, mood or described_mood
    subject = ", ".join(main[:_SUBJECTS])
    setting = SETTINGS[brief.store.trade] if main else trade(brief.store.trade).english
    parts = (subject, ", ".join(mood[:_MOODS]), setting, _COMPOSITION)
    return PicturePrompt(finish(", ".join(part for part in parts if part)), "builtin")


def without_words(text: str, store_name: str = "") -> str:
    """``text`` without what would be painted as letters: quoted words, the store's name, addresses and hashtags."""
    text = _WEB.sub(" ", _QUOTED.sub(" ", tidy(text)))
    if len(store_name.strip()) > 1:
        text = text.replace(store_name.strip(), " ")
    return " ".join(_LETTERING.sub("", " ".join(text.split())).split())


def is_english(text: str) -> bool:
    """True when at least seven of ten letters are Latin and there are two words or more."""
    letters = [ch for ch in text if ch.isalpha()]
    latin = sum(ch.isascii() for ch in letters)
    return len(text.split()) > 1 and latin >= 0.7 * len(letters) > 0


def finish(prompt: str) -> str:
    """``prompt`` cut to length at a comma, with the tail that asks for no text (once)."""
    prompt = prompt.strip(" .,")
    if len(prompt) > _PROMPT_MAX:
        prompt = prompt[:_PROMPT_MAX].rsplit(",", 1)[0].rsplit(" ", 1)[0]
    return prompt if NO_TEXT in prompt else f"{prompt}, {NO_TEXT}"


def look_up(text: str) -> tuple[list[str], list[str]]:
    """(what is shown, what colours the scene) in English, in the order of ``text``; each part of it is used once."""
    found: list[tuple[int, str, str]] = []
    for word, pattern in _patterns():
        for match in pattern.finditer(text):
            found.append((match.start(), word, GLOSSARY[word]))
        text = pattern.sub(lambda match: "\u0000" * len(match.group()), text)
    ordered = sorted(found)
    main = list(dict.fromkeys(english for _, word, english in ordered if word in MAIN))
    return main, list(dict.fromkeys(english for _, word, english in ordered if word not in MAIN))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((word, re.compile(rf"(?<![가-힣]){word}{_JOSA}" if len(word) == 1 else r"\s*".join(map(re.escape,
        word.split()))))
                 for word in GLOSSARY)
