"""Words on a drawn picture: the engine says where there is room, so nothing is guessed."""

from .. import compose
from ..crops import Crop
from ..draft import Burst, Draft, Part, Window
from ..geometry import Rect
from ..palette import badge_colors, inks
from ..scene import Ask, Column, Scene, box_in

_PADDING = 0.008
"""Air inside the calm area, in fractions of the short side: engines measure it tightly."""


def stage(scene: Scene) -> Draft | None:
    """The stage's calm area, its badge and its footer; None without a stage, or for a picture of another shape."""
    told = scene.stage
    ratio = scene.picture.width / scene.picture.height * scene.height / scene.width
    if told is None or not 0.97 < ratio < 1.03:
        return None
    accent = told.accent
    burst = _burst(scene, accent)
    in_badge = {text.role for text in burst.texts} if burst else set()
    calm = box_in(scene, told.calm).meet(scene.safe).inset(_PADDING * scene.short, _PADDING * scene.short)
    foot_area = _foot_area(scene)
    calm_roles = ["store_name", "badge", "headline", "subline", "offer"]
    foot_roles = ["call_to_action", "address_line"]
    if foot_area is None:
        calm_roles, foot_roles = [*calm_roles, *foot_roles], []
    if foot_roles and not scene.code_side(scene.short) and not any(scene.has(role) for role in foot_roles):
        # Nothing else is said there: a thumbnail's band carries the name instead of staying bare.
        calm_roles.remove("store_name")
        foot_roles = ["store_name"]
    (foot_roles if foot_roles and "offer" in in_badge else calm_roles).append("period")
    coded = foot_area is not None and bool(
        _tall_code(scene, foot_area) if foot_area.h > foot_area.w else _code(scene, _code_area(scene, foot_area)))
    block = scene.column(Ask(calm, [role for role in calm_roles if role not in in_badge], told.align, 0.42,
                             code=not coded))
    if block is None:
        return None
    parts = [Part(block, inks(told.ground, accent))]
    if foot_area is not None:
        foot = _foot(scene, foot_area, [role for role in foot_roles if role not in in_badge])
        if foot is not None:
            parts.append(Part(foot, inks(told.footer_ground, accent)))
    window = Window(scene.whole, Crop(0, 0, 1, 1, 1.0))
    return Draft(told.ground, (window,), tuple(parts), burst=burst)


def _burst(scene: Scene, accent: str) -> Burst | None:
    assert scene.stage is not None
    if scene.stage.badge is None or not scene.has("offer"):
        return None
    box = box_in(scene, scene.stage.badge)
    side = min(box.w, box.h)
    box = Rect(box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side)
    if box.meet(scene.safe).h < 0.94 * side or box.meet(scene.safe).w < 0.80 * side:
        return None
    texts = compose.badge(scene.words, box)
    fill, ink = badge_colors(accent, scene.stage.ground)
    return Burst(box, texts, fill, ink) if texts else None


def _foot_area(scene: Scene) -> Rect | None:
    """The footer, inside the margins at the sides; None where a channel covers it."""
    assert scene.stage is not None
    whole = box_in(scene, scene.stage.footer)
    bottom = min(scene.height - 0.03 * scene.short, scene.limit.bottom) if not scene.low else scene.safe.bottom
    if scene.request.text.small_print:
        bottom = min(bottom, scene.safe.bottom)
    area = whole.meet(Rect(scene.safe.x, 0, scene.safe.w, bottom))
    enough = area.h > 0.6 * whole.h or (scene.words.printed and area.h > 1.6 * scene.words.floor)
    return area if enough and area.w > 0 else None


def _foot(scene: Scene, area: Rect, roles: list[str]) -> Column | None:
    """Call to action, address and QR code."""
    assert scene.stage is not None
    whole = box_in(scene, scene.stage.footer)
    if area.h > area.w:
        return _tall_foot(scene, area, roles)
    code = _code(scene, _code_area(scene, area))
    area = area.inset(0, max(0.0, min(0.022 * scene.short, 0.12 * whole.h, area.h / 2 - 0.75 * scene.words.floor)))
    shift = scene.stage.calm.x * scene.width + _PADDING * scene.short - area.x
    if scene.stage.align == "left" and abs(shift) < 0.05 * scene.short and area.x + shift >= scene.safe.x - 0.5:
        area = Rect(area.x + shift, area.y, area.w - shift, area.h)  # one left edge from top to bottom
    if code is not None:
        area = Rect(area.x, area.y, code.x - area.x - 0.03 * scene.short, area.h)
    centred = scene.stage.align == "center" and code is None
    made = scene.column(Ask(area, roles, "center" if centred else "left", 0.5, code=False, logo=False))
    if made is None:
        return Column((), code, code) if code is not None else None
    beside = _side_by_side(scene, area) if scene.has(*roles) and not made.has(*roles) else None
    made = beside or made
    return Column(made.texts, made.bounds, code)


def _side_by_side(scene: Scene, area: Rect) -> Column | None:
    """The button and the address beside each other, where a low footer does not hold both below each other."""
    gap = 0.03 * scene.short
    button = scene.column(Ask(Rect(area.x, area.y, 0.6 * area.w, area.h), ("call_to_action",), rise=0.5, code=False,
                              logo=False))
    if button is None:
        return None
    start = button.bounds.right + gap
    line = scene.column(Ask(Rect(start, area.y, area.right - start, area.h), ("address_line",), rise=0.5, code=False,
                            logo=False))
    return Column((*button.texts, *line.texts), button.bounds.join(line.bounds)) if line is not None else None


def _tall_foot(scene: Scene, area: Rect, roles: list[str]) -> Column | None:
    """The same in a column beside the picture: the code under the texts, everything centred."""
    side, gap = _tall_code(scene, area), 0.06 * area.h
    room = Rect(area.x, area.y, area.w, area.h - (side + gap if side else 0.0)).inset(0, 0.04 * area.h)
    made = scene.column(Ask(room, roles, "center", code=False, logo=False, grow={"call_to_action": 1.2}))
    if not side:
        return made and made.moved(0.0, (room.bottom - made.bounds.bottom) / 2)
    high = side + (made.bounds.h + gap if made else 0.0)
    top = area.y + (area.h - high) / 2
    code = Rect(area.x + (area.w - side) / 2, top + high - side, side, side)
    if made is None:
        return Column((), code, code)
    made = made.moved(0.0, top - made.bounds.y)
    return Column(made.texts, made.bounds.join(code), code)


def _tall_code(scene: Scene, area: Rect) -> int:
    return scene.code_side(min(0.7 * area.w, 0.5 * area.h))


def _code_area(scene: Scene, area: Rect) -> Rect:
    """Where the code may stand in the footer: nearer to its edges than the texts."""
    assert scene.stage is not None
    whole = box_in(scene, scene.stage.footer)
    bottom = area.bottom if scene.request.text.small_print else max(area.bottom, scene.limit.bottom)
    return whole.meet(Rect(area.x, 0, area.w, bottom)).inset(0, min(0.010 * scene.short, 0.1 * whole.h))


def _code(scene: Scene, area: Rect) -> Rect | None:
    side = scene.code_side(min(area.h, 0.45 * area.w, 0.3 * scene.short))
    return Rect(area.right - side, area.y + (area.h - side) / 2, side, side) if side else None
