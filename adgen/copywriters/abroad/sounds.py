"""A Korean name by its sound: Revised Romanization (국어의 로마자 표기법, 문화관광부 고시 제2000-8호) and katakana.

Both follow the pronunciation (표준 발음법): liaison, palatalisation, nasals, ㄹ, ㅎ. Two things need a dictionary and
are not known here: the inserted ㄴ of compounds (학여울) and spellings that a family or a shop has chosen for itself.
"""

from dataclasses import dataclass

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_CLUSTERS = {pair[0]: (pair[1],
                       pair[2]) for pair in "ㄳㄱㅆ ㄵㄴㅈ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅆ ㄾㄹㅌ ㄿㄹㅍ ㅄㅂㅆ".split()}
"""A double final: what stays, and what moves to a vowel (ㅅ tense)."""
_H_FINALS = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}
_ASPIRATED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_SOFT_I = {"ㄷ": "ㅈ", "ㅌ": "ㅊ"}
_CLOSED = {**dict.fromkeys("ㄲㅋㄳㄺ", "ㄱ"), **dict.fromkeys("ㅅㅆㅈㅊㅌㅎ", "ㄷ"), **dict.fromkeys("ㅍㅄㄿ", "ㅂ"),
           **dict.fromkeys("ㄼㄽㄾㅀ", "ㄹ"), "ㄻ": "ㅁ", "ㄵ": "ㄴ", "ㄶ": "ㄴ"}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}

_ROMAN_INITIALS = dict(zip(_INITIALS, "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" "), strict=True))
_ROMAN_VOWELS = dict(zip(_VOWELS, "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(), strict=True))
_ROMAN_FINALS = {"": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"}

_KANA_ROWS = {
    "": "ア イ ウ エ オ", "K": "カ キ ク ケ コ", "G": "ガ ギ グ ゲ ゴ", "N": "ナ ニ ヌ ネ ノ",
    "T": "タ ティ トゥ テ ト",
    "D": "ダ ディ ドゥ デ ド", "R": "ラ リ ル レ ロ", "M": "マ ミ ム メ モ", "B": "バ ビ ブ ベ ボ",
    "P": "パ ピ プ ペ ポ",
    "S": "サ シ ス セ ソ", "C": "チャ チ チュ チェ チョ", "J": "ジャ ジ ジュ ジェ ジョ", "H": "ハ ヒ フ ヘ ホ",
}
_KANA = {row: dict(zip("aiueo", kana.split(), strict=True)) for row, kana in _KANA_ROWS.items()}
_ROWS = {**dict.fromkeys("ㄲㅋ", "K"), **dict.fromkeys("ㄸㅌ", "T"), **dict.fromkeys("ㅃㅍ", "P"),
         **dict.fromkeys("ㅅㅆ", "S"),
         **dict.fromkeys("ㅉㅊ", "C"), "ㄴ": "N", "ㄹ": "R", "ㅁ": "M", "ㅎ": "H", "ㅇ": ""}
_LAX = {"ㄱ": ("K", "G"), "ㄷ": ("T", "D"), "ㅂ": ("P", "B"), "ㅈ": ("C", "J")}
_GLIDES = dict(zip(_VOWELS, "a e ya ye o e yo ye o wa we we yo u wo we wi yu u wi i".split(), strict=True))
_Y_KANA = {"ya": ("ヤ", "ャ"), "yu": ("ユ", "ュ"), "yo": ("ヨ", "ョ")}
_W_KANA = {"wa": ("ワ", "ァ"), "wo": ("ウォ", "ォ"), "we": ("ウェ", "ェ"), "wi": ("ウィ", "ィ")}
_TENSE = "ㄲㄸㅃㅆㅉ"


@dataclass
class _Syllable:
    """One syllable as it sounds. ``meets_h`` says that its ㅎ follows ㄱ ㄷ ㅂ ㅈ."""

    initial: str
    vowel: str
    final: str
    meets_h: bool = False


def romanized(hangul: str) -> str:
    """``hangul`` (one word, syllables only) in Latin letters, the first one capital: 독립문 is Dongnimmun."""
    text, before = "", ""
    for syllable in _pronounced(hangul):
        initial = "l" if syllable.initial == "ㄹ" and before == "ㄹ" else _ROMAN_INITIALS[syllable.initial]
        text += initial + _ROMAN_VOWELS[syllable.vowel] + _ROMAN_FINALS[syllable.final]
        before = syllable.final
    return text[:1].upper() + text[1:]


def katakana(hangul: str) -> str:
    """``hangul`` (one word, syllables only) in katakana as Korean names are written in Japan: 종로 is チョンノ."""
    text, before = "", None
    for syllable in _pronounced(hangul):
        initial = syllable.initial
        if before is not None and syllable.meets_h:
            initial, before = _ASPIRATED[before], ""
        row = _row(initial, before)
        doubled = before == "ㄷ" or initial in _TENSE and before == "" or f"{before}{row}" in {"ㄱK", "ㅂP"}
        if doubled and row not in ("", "N", "M", "R"):
            text += "ッ"
        elif before:
            text += _kana_final(before)
        text += _kana(row, _GLIDES[syllable.vowel])
        before = syllable.final
    return text + (_kana_final(before) if before else "")


def _pronounced(hangul: str) -> list[_Syllable]:
    found = []
    for ch in hangul:
        code = ord(ch) - 0xAC00
        found.append(_Syllable(_INITIALS[code // 588], _VOWELS[code % 588 // 28], _FINALS[code % 28]))
    for one, two in zip(found, found[1:], strict=False):
        _link(one, two)
        one.final = _CLOSED.get(one.final, one.final)
        _assimilate(one, two)
    if found:
        found[-1].final = _CLOSED.get(found[-1].final, found[-1].final)
    return found


def _link(one: _Syllable, two: _Syllable) -> None:
    """A final consonant moves to a vowel, or meets ㅎ."""
    if one.final in _H_FINALS:
        if two.initial in _ASPIRATED:
            two.initial = _ASPIRATED[two.initial]
            one.final = _H_FINALS[one.final]
        elif two.initial == "ㅇ":
            one.final = _H_FINALS[one.final]
    if two.initial == "ㅇ" and one.final not in ("", "ㅇ"):
        stays, moved = _CLUSTERS.get(one.final, ("", one.final))
        one.final = stays
        two.initial = _SOFT_I.get(moved, moved) if two.vowel == "ㅣ" else moved
    elif two.initial == "ㅎ" and _CLOSED.get(one.final, one.final) in _ASPIRATED:
        two.meets_h = True


def _assimilate(one: _Syllable, two: _Syllable) -> None:
    pair = one.final, two.initial
    if pair in {("ㄴ", "ㄹ"), ("ㄹ", "ㄴ")}:
        one.final = two.initial = "ㄹ"
    elif two.initial == "ㄹ" and one.final not in ("", "ㄹ"):
        two.initial = "ㄴ"
    if two.initial in ("ㄴ", "ㅁ"):
        one.final = _NASAL.get(one.final, one.final)


def _row(initial: str, before: str | None) -> str:
    """The row of the kana table: ㄱ ㄷ ㅂ ㅈ are voiced between voiced sounds."""
    if initial in _LAX:
        return _LAX[initial][before is not None and before not in ("ㄱ", "ㄷ", "ㅂ")]
    return _ROWS[initial]


def _kana(row: str, vowel: str) -> str:
    if vowel in _Y_KANA:
        alone, small = _Y_KANA[vowel]
        if row in ("C", "J"):
            return _KANA[row][vowel[1]]
        return _KANA[row]["i"][0] + small if row else alone
    if vowel == "ye":
        return _KANA[row]["e"] if row else "イェ"
    if vowel in _W_KANA:
        alone, small = _W_KANA[vowel]
        return _KANA[row]["o" if row in ("T", "D") else "u"] + small if row else alone
    return _KANA[row][vowel]


def _kana_final(final: str) -> str:
    return {"ㄱ": "ク", "ㄴ": "ン", "ㄷ": "ッ", "ㄹ": "ル", "ㅁ": "ム", "ㅂ": "プ", "ㅇ": "ン"}[final]
