"""What an owner's own sentences tell about their voice: endings, greeting, closing, emoji, exclamation marks.

Voice only: a greeting or closing is learned when every word of it is one that greets, thanks or takes leave, or the
store's own name. What names a product, a number, a day or a merit is a fact, and facts come from the brief.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .tidy import sentences, tidy

_GREETS = re.compile(
    r"안녕|반갑|반가|어서|여러분|좋은|하루|아침|점심|저녁|오후|오늘도|이웃|손님|고객|친구|사장|주인|지기|인사|드려|드립"
    r"|언제나|늘|항상|찾아|주셔서|감사|고맙|고마|저희|우리|동네|가게|입니다|이에요|예요|여기|똑똑|하이|헬로")
_LEAVES = re.compile(
    r"감사|고맙|고마|사랑|좋은|행복|즐거|따뜻|편안|하루|되세요|되시|보내|기다|또|다시|만나|봬|뵐|뵙|놀러|오세요|와요"
    r"|들러|들르|주세요|편하게|편히|언제든|언제나|늘|항상|문의|연락|저희|우리|가게|그럼|이만|총총|모두|여러분|이웃|손님"
    r"|오늘도|마음|드림|올림|바라|바랍|함께|해요|할게요|하겠습니다|드릴게요|드려요|있을게요|문|열고|열어|두고|천천히|조심히")
_HELLO = re.compile(r"^(?:안녕|반갑|반가|어서|여러분|좋은|이웃|하이|헬로|똑똑|손님|오늘도)")
_PARTING = re.compile(r"(?:감사|고맙|고마|기다|만나|봬|뵐|뵙|오세요|들러|보내|되세요|사랑|바라|바랍|주세요)")
_CONTACT = re.compile(r"\d|#|@|https?:|www\.")
_LONGEST = 30


@dataclass(frozen=True)
class Voice:
    """Habits found in samples. Empty fields: no habit was found.

    ``bare``: two samples or more, and no emoji in any. ``exclaims``: at least half of the sentences end in "!".
    """

    register: str = ""
    greeting: str = ""
    closing: str = ""
    emoji: tuple[str, ...] = ()
    exclaims: bool = False
    bare: bool = False


def voice_of(samples: tuple[str, ...], name: str = "") -> Voice:
    """The habits of ``samples``, the newest first. Greetings and closings that state a fact are not learned.

    ``name`` is the store's: a greeting may hold it.
    """
    texts = [text for text in (tidy(sample) for sample in samples) if text]
    if not texts:
        return Voice()
    parted = [_spoken(text) for text in texts]
    every = [line for found in parted for line in found]
    emoji = Counter(char for text in texts for char in text if _is_emoji(char))
    marks = [line for line in every if line.rstrip("~♥♡^ ").endswith("!")]
    return Voice(_register(every), _first(_HELLO, _GREETS, (found[0] for found in parted if found), name),
                 _first(_PARTING, _LEAVES, (found[-1] for found in parted if len(found) > 1), name),
                 tuple(char for char, _ in emoji.most_common(3)), bool(every) and 2 * len(marks) >= len(every),
                 len(texts) > 1 and not emoji)


def _spoken(text: str) -> list[str]:
    """The sentences of ``text`` without contact lines, tags and emoji."""
    plain = "".join(char for char in text if not _is_emoji(char) and char not in "\ufe0f\u200d")
    return [line.strip() for line in sentences(plain) if line.strip() and not _CONTACT.search(line)]


def _is_emoji(char: str) -> bool:
    return unicodedata.category(char) == "So" and ord(char) > 0x2600 and char not in "■▶●"


def _register(lines: Iterable[str]) -> str:
    """The ending that prevails; "" when there are as many of one as of the other."""
    ends = Counter("다" if re.search(r"(?:니다|니까|시오)$", bare) else "요" if bare.endswith("요") else ""
                   for bare in (re.sub(r"[^가-힣]+$", "", line) for line in lines))
    return "" if ends["요"] == ends["다"] else max("요", "다", key=lambda ending: ends[ending])


def _first(kind: re.Pattern[str], words: re.Pattern[str], lines: Iterable[str], name: str) -> str:
    """The first of ``lines`` that is of a ``kind`` and made of ``words`` and ``name`` alone."""
    parts = [part for part in name.split() if len(part) > 1]
    for line in lines:
        own = [word for word in re.findall(r"[가-힣A-Za-z]+", line)
               if not words.match(word) and not any(part in word for part in parts)]
        if kind.search(line) and not own and len(line) <= _LONGEST:
            return line if re.search(r"[.!?~]$", line) else line + "."
    return ""
