"""The English image prompt: the owner's own, a model's, or the one that the glossary makes of the owner's Korean.

Nothing that is meant to be read goes into a prompt: words are typeset later, and an image model that is given quoted
words paints them as broken letters (facts/user-pains.md, 4). T5 reads sentences: the subject comes first, then where it
stands, the light, and the calm area where the template sets its words.
"""

import re
from dataclasses import dataclass

from ...brief import AdBrief, Note, PicturePrompt
from ...trades import trade
from ..base import Count
from ..language.tidy import tidy
from . import lexicon, notes
from .phrasing import articled
from .quoting import protected, unquoted
from .refusals import refuse
from .tokens import estimated, fit
from .translating import Scene, translate

__all__ = ["NO_TEXT", "accept", "finish", "is_english", "paint", "refuse", "without_words"]
NO_TEXT = "no text, no letters, no signs, no logos, no watermark"
UNBRANDED = "plain unbranded packaging"


@dataclass(frozen=True)
class Setting:
    """Where a trade's subject stands: on what, where, and in which light."""

    on: str
    at: str
    light: str


SETTINGS = {key: Setting(*row.split("|")) for key, row in (
    ("cafe", "on a wooden table|in a cosy Korean café|warm window light"),
    ("restaurant", "on a wooden table|in a small Korean restaurant|warm soft light"),
    ("chicken", "on a table|in a lively Korean pub|warm light"),
    ("bakery", "on a linen cloth|in a small bakery|morning light"),
    ("hair", "|in a bright modern hair salon|soft daylight"),
    ("flower", "on a florist's table with wrapping paper|in a small flower shop|soft daylight"),
    ("gym", "|in a clean modern gym|dramatic side light"),
    ("clothing", "|in a small boutique with a neutral wall|soft daylight"),
    ("nail", "on a tidy nail salon table with a soft towel||bright daylight"),
    ("skin", "|in a calm skin care room|soft warm light"),
    ("pub", "on a dark wooden bar|in a warm pub|warm lantern light"),
    ("snack", "on a bright snack bar table||bright cheerful light"),
    ("dessert", "on a pastel table|in a small dessert shop|soft daylight"),
    ("grocery", "on a wooden counter|in a small neighbourhood grocery|daylight"),
    ("pet", "|in a bright pet salon with a neutral background|soft daylight"),
    ("academy", "on a tidy study desk|in a bright classroom|soft daylight"),
    ("laundry", "|in a bright clean laundry shop|soft daylight"),
    ("yoga", "|in a calm yoga studio|soft morning light"), ("car", "|in a tidy car wash bay|bright light"),
    ("photo", "|in a bright photo studio with a plain backdrop|soft studio light"),
    ("stationery", "on a wooden shelf|in a cosy stationery shop|warm light"),
    ("realestate", "|in a bright apartment|daylight"),
    ("general", "|in a welcoming small neighbourhood shop|warm light"),
)}
CALM = {"top": ("lower half", "at the top"), "bottom": ("upper half", "at the bottom"),
        "left": ("right half", "at the left side"), "right": ("left half", "at the right side")}
"""Where the template sets its words: where the subject goes, and the side that is kept calm."""
_SUBJECTS, _MOODS = 4, 5
_WEB = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|#\S+")
_LETTERING = re.compile(
    r",?\s*(?:with|and|showing)?\s*(?:the |a |an |big |bold )*(?:text|words?|letters?|lettering|caption|slogan|title"
    r"|sign|signboard"
    r"|banner|label|logo|poster|neon sign)\s*(?:saying|reading|that (?:says|reads)|which (?:says|reads)|says|:)\s*"
    r"(?:\"[^\"\n]*\"|“[^”\n]*”|'[^'\n]*'|[\ue000-\ue0ff]|[^,.\n]*)", re.I)
_TAIL = re.compile(r"(?:[\s,.;]*\b(?:and )?no (?:text|letters?|lettering|signs?|signage|logos?|watermarks?|words"
                   r"|typography)\b)+[\s,.;]*$",
                   re.I)
_ROOM = re.compile(r"\b(?:room|studio|salon|gym|shop|clinic|classroom|pool|garage|bay|apartment|house|interior|office"
                   r"|barber|building)\b"
                   r"(?! table)")

_UPRIGHT = re.compile(r"\b(?:running|walking|standing|playing|swimming|exercising|holding|person|people|woman|man|child"
                      r"|children|baby|friends|students?|family|couple|barista|chef|baker|florist|assistant|owner"
                      r"|customer|teacher)\b")
"""Who does not stand on a table."""
_OUTDOORS = re.compile(r"\b(?:street|rooftop|terrace|alley|beach|sea|lawn|park|garden|courtyard|market|river"
                       r"|lake|mountains?|forest|field|farm|orchard|(?<!Christmas )tree|sky|road|playground|campsite"
                       r"|coast|countryside|snow|moon)\b")


def paint(brief: AdBrief, count: Count = estimated) -> PicturePrompt:
    """The prompt for ``brief``: the owner's own English as it stands, else the glossary's; RequestRefused."""
    refuse(brief.image_prompt, brief.description)
    asked, names = protected(tidy(brief.image_prompt))
    if is_english(asked):
        return accept(brief.image_prompt, brief, "owner", count)
    scene = translate(_without_web(asked, brief.store.name), names)
    told = notes.of_scene(scene, names)
    if not scene.subjects and not scene.places:
        described = translate(without_words(brief.description, brief.store.name))
        scene = Scene(described.subjects, described.places, scene.moods or _seasons(described), scene.camera,
                      scene.people_out)
    english, cut = fit(_opening(scene, brief), _moods(scene, brief), _closing(scene, brief, names), count)
    return _made(english, "builtin", names, (*told, *((notes.CUT,) if cut else ())), count)


def accept(english: str, brief: AdBrief, source: str, count: Count = estimated) -> PicturePrompt:
    """English that the owner or a model wrote, as a prompt: without lettering, the tail once, within 256 tokens.

    Names in quotation marks stay as they are, without the marks. RequestRefused for what must not be painted.
    """
    refuse(english)
    text, names = protected(_TAIL.sub("", tidy(english)))
    bare = _LETTERING.sub("", text)
    kept = tuple(name for at, name in enumerate(names) if chr(0xE000 + at) in bare)
    if source == "model":  # it may have dropped the marks around a name
        asked = protected(tidy(brief.image_prompt))[1]
        kept = tuple(dict.fromkeys((*kept, *(name for name in asked if name in bare))))
    lettered = bare != text
    body, unknown = _only_latin(unquoted(_without_web(bare, brief.store.name), names), kept)
    calm = f"calm empty area {CALM.get(brief.calm, CALM['top'])[1]}"
    more = (calm if source == "model" else "", UNBRANDED if kept else "")
    tail = ", ".join((*(part for part in more if part and part not in body), NO_TEXT))
    prompt, cut = fit(body.strip(" .,;") or trade(brief.store.trade).english, (), tail, count)
    told = (*notes.of_words(unknown, kept, lettered), *((notes.CUT,) if cut else ()))
    return _made(prompt, source, kept, told, count)


def finish(prompt: str) -> str:
    """``prompt`` within 256 tokens, with the tail that asks for no text (once)."""
    return fit(_TAIL.sub("", prompt).strip(" .,"), (), NO_TEXT, estimated)[0]


def without_words(text: str, store_name: str = "") -> str:
    """``text`` without what would be painted as letters: quoted words, the store's name, addresses and hashtags."""
    text, _ = protected(tidy(text))
    return re.sub(r"\s*[\ue000-\ue0ff]", "", _without_web(_LETTERING.sub("", text), store_name)).strip()


def is_english(text: str) -> bool:
    """True when at least seven of ten letters are Latin and there are two words or more; kept names do not count."""
    letters = [ch for ch in text if ch.isalpha() and not "\ue000" <= ch <= "\ue0ff"]
    latin = sum(ch.isascii() for ch in letters)
    return len(text.split()) > 1 and latin >= 0.7 * len(letters) > 0


def _without_web(text: str, store_name: str) -> str:
    text = _WEB.sub(" ", text)
    if len(store_name.strip()) > 1:
        text = text.replace(store_name.strip(), " ")
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _only_latin(text: str, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """(text, Korean words that were left out): Hangul in English is looked up; T5 cannot read it."""
    unknown: list[str] = []

    def put(match: re.Match[str]) -> str:
        if any(match.group() in name for name in names):
            return match.group()
        found = lexicon.pieces(match.group())
        if found is None:
            unknown.append(lexicon.stripped(match.group()))
        return " ".join(piece.entry.english for piece in found or ())

    text = re.sub(r" {2,}", " ", re.sub(r"[가-힣]+", put, text))
    text = re.sub(r"\b(?:an?|the) (?=(?:an?|the) )", "", text)
    return re.sub(r"(?: (?:with|of|and|on|in|an?|the))+\s*(?=[,.]|$)", "", text), tuple(dict.fromkeys(unknown))


def _opening(scene: Scene, brief: AdBrief) -> str:
    """The subject and where it stands: the sentence that stays when the prompt is cut."""
    subjects, setting = scene.subjects[:_SUBJECTS], SETTINGS[brief.store.trade]
    places = [place for place in scene.places if not any(place in subject for subject in subjects)]
    if not subjects and not places:
        return _sentence(trade(brief.store.trade).english)
    if not subjects:
        first = re.sub(r"^(?:on|in|beside|under|by|at|inside|outside|in front of) ", "", places[0])
        subjects, places = (f"a view of {first}",), places[1:]
    where = [] if _placed(scene) else _where(setting, places, subjects)
    return _sentence(" ".join((_list(subjects), *places, *where)))


def _seasons(scene: Scene) -> tuple[str, ...]:
    """The moods of an ad's text without its adjectives: "new" and "only" say nothing about a picture."""
    return tuple(mood for mood in scene.moods if not mood.endswith(" tones"))


def _placed(scene: Scene) -> bool:
    """Whether the owner said what stands behind: then no room of ours does."""
    return any("background" in mood for mood in scene.moods)


def _where(setting: Setting, places: list[str], subjects: tuple[str, ...]) -> list[str]:
    """What the trade adds: on what it stands and in which room, where the owner said neither."""
    if any(_ROOM.search(subject) for subject in subjects):
        return []
    if any(_OUTDOORS.search(part) for part in (*places, *subjects)):
        return []
    room = any(re.match(r"(?:in|inside|at|by|under|around|in front of) (?!an? [\w ]*(?:basket|bowl|cup|mug|glass|jar"
                        r"|bottle|pot|pan"
                        r"|box|case|vase|tray)\b)", place) or _ROOM.search(place) for place in places)
    upright = any(_UPRIGHT.search(subject) for subject in subjects)
    asked = ((setting.on, not places and not upright), (setting.at, not room))
    return [part for part, wanted in asked if part and wanted]


def _moods(scene: Scene, brief: AdBrief) -> list[str]:
    """Season, light, style and camera, the most telling first: a prompt that is too long loses them from the end."""
    moods = list(scene.moods[:_MOODS])
    if not any("light" in mood or "sun" in mood or "night" in mood or "style" in mood for mood in moods):
        moods.append(SETTINGS[brief.store.trade].light)
    return [*scene.camera[:2], *moods]


def _closing(scene: Scene, brief: AdBrief, names: tuple[str, ...]) -> str:
    """The composition with its calm area, and what must not be there."""
    at, side = CALM.get(brief.calm, CALM["top"])
    photo = "Composition" if any("style of" in mood for mood in scene.moods) else "Commercial photograph"
    parts = [f"{photo} with the subject in the {at}", f"calm empty area {side}", UNBRANDED if names else "",
             "no people" if scene.people_out else "", NO_TEXT]
    return ", ".join(filter(None, parts))


def _list(subjects: tuple[str, ...]) -> str:
    """ "a, b and c"."""
    return subjects[0] if len(subjects) == 1 else f"{', '.join(subjects[:-1])} and {subjects[-1]}"


def _sentence(text: str) -> str:
    text = articled(" ".join(text.split()))
    return text[0].upper() + text[1:]


def _made(english: str, source: str, names: tuple[str, ...], told: tuple[Note, ...], count: Count) -> PicturePrompt:
    tokens, counted = count(english)
    return PicturePrompt(english, source, names, tokens, counted, told)


