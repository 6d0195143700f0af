"""What the owner should know about a poster: colours bent for legibility, texts that found no room."""

from collections.abc import Sequence

from ..brief import Note, PosterText
from ..graphics import is_dark, oklch
from .draft import Draft
from .gate import Settled
from .palette import Brand
from .roles import NAMES
from .scene import Scene

_ENDS_CLOSED, _ENDS_IN_L = "013678", "178"
"""Digits whose Korean name ends in a consonant (영 일 삼 육 칠 팔), and those that end in ㄹ (일 칠 팔)."""


def bent(brand: Brand, settled: Sequence[Settled], grounds: dict[str, str], draft: Draft) -> list[Note]:
    """One note for each brand colour that stands on the poster in another tone than asked for."""
    notes: dict[tuple[str, str], Note] = {}
    if not brand.given:
        return []
    if draft.ground == brand.bold != brand.main:
        notes[(brand.main, brand.bold)] = _bend(brand.main, brand.bold, "")
    for one in settled:
        ground = grounds.get(one.text.role)
        if ground is None or one.text.role not in ("offer", "store_name", "period") or one.color == brand.accent:
            continue
        if _same_hue(one.color, brand.accent):
            notes.setdefault((brand.accent, one.color), _bend(brand.accent, one.color, ground))
    return list(notes.values())


def _same_hue(first: str, second: str) -> bool:
    _, chroma, hue = oklch(first)
    _, other, against = oklch(second)
    return chroma > 0.03 and other > 0.03 and min(abs(hue - against), 360 - abs(hue - against)) < 60


def _bend(asked: str, used: str, ground: str) -> Note:
    darker = oklch(used)[0] < oklch(asked)[0]
    where = ("글자를 얹으면" if not ground else "흰 바탕에서" if ground == "#FFFFFF"
             else "어두운 바탕에서" if is_dark(ground) else "밝은 바탕에서")
    place = ("under words" if not ground else "on white" if ground == "#FFFFFF"
             else "on a dark ground" if is_dark(ground) else "on a light ground")
    topic = "은" if asked[-1] in _ENDS_CLOSED else "는"
    to = "으로" if used[-1] in _ENDS_CLOSED and used[-1] not in _ENDS_IN_L else "로"
    return Note(f"브랜드 색 {asked}{topic} {where} 읽기 어려워 {used}{to} "
                f"조금 {'어둡게' if darker else '밝게'} 썼어요.",
                f"The brand colour {asked} is hard to read {place}, so it is used a little "
                f"{'darker' if darker else 'lighter'}: {used}.")


def left_out(scene: Scene, text: PosterText, there: set[str]) -> list[Note]:
    """One note that names everything that found no room."""
    gone = [role for role in NAMES if role in scene.words.spans and role not in there]
    if text.items and "item" not in there:
        gone.append("items")
    if text.link_url and "link_url" not in there:
        gone.append("link_url")
    if scene.request.logo is not None and "logo" not in there:
        gone.append("logo")
    thumb = min(scene.request.width, scene.request.height) < 360
    if thumb and (text.subline or text.offer or text.call_to_action):
        return [Note("작은 크기라서 제목과 가게 이름만 넣었어요.",
                     "At this size only the headline and the store's name are set.")]
    if not gone:
        return []
    return [Note(f"자리가 모자라서 뺐어요: {', '.join(NAMES[role][0] for role in gone)}.",
                 f"Left out for want of room: {', '.join(NAMES[role][1] for role in gone)}.")]
