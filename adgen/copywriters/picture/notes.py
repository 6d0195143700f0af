"""What the owner is told about their picture's prompt."""

from ...brief import Note
from ..language.korean import particle
from .translating import Scene

CUT = Note("그림 모델이 읽는 길이(256토큰)를 넘어서 덜 중요한 뒷부분을 줄였어요.",
           "The prompt was longer than the 256 tokens the image model reads; the less important end was cut.")
LETTERS = Note("글자는 그림에 그리지 않고 포스터 위에 또렷하게 넣어 드려요.",
               "Words are not painted: they are set crisply on the poster.")
ENGLISH_WINS = Note("영어를 직접 적어 주셔서 한국어 설명은 쓰지 않았어요.",
                    "The English was given, so the Korean description was not used.")
PARTLY = Note("한국어로 다 옮기지 못했어요. 그림에는 영어 문장이 그대로 쓰여요.",
              "Not all of it could be put into Korean. The English is used as it stands.")
_MOST = 6


def of_scene(scene: Scene, names: tuple[str, ...]) -> tuple[Note, ...]:
    """What happened to the words of a Korean description."""
    told = of_words(scene.unknown, names, scene.letters)
    if not scene.left_out:
        return told
    return (*told, _about(scene.left_out, "{} 그림에 넣지 않아요.", "{} is kept out of the picture."))


def of_words(unknown: tuple[str, ...], names: tuple[str, ...], letters: bool) -> tuple[Note, ...]:
    """The notes for words that were not translated, names that were kept, and lettering that was left out."""
    told = []
    if unknown:
        told.append(_about(unknown, "{} 옮기지 못해 뺐어요. 영어 칸에서 직접 적을 수 있어요.",
                           "{} could not be translated and was left out. You can write it in the English field."))
    if names:
        told.append(_about(names, "{} 옮기지 않고 이름 그대로 두었어요. 그림에 글자로 그리지는 않아요.",
                           "{} is kept as a name, untranslated; it is not painted as letters."))
    return (*told, *((LETTERS,) if letters else ()))


def _about(words: tuple[str, ...], ko: str, en: str) -> Note:
    """A note about ``words``, with the particle that the last of them takes."""
    shown = words[:_MOST]
    quoted = ", ".join(f"'{word}'" for word in shown)
    more = " 등" if len(words) > _MOST else ""
    return Note(ko.format(quoted + more + particle("등" if more else shown[-1], "은")), en.format(quoted))
