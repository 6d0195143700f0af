"""A poster on a drawn picture: the engine says where there is room, so nothing is guessed."""

from dataclasses import replace

from ..brief import PosterRequest, Stage
from . import compose, draw
from .compose import Words, stacked
from .draw import Canvas
from .gate import Group, Standing, draw_pills, publish, qr_dark, settle
from .geometry import Frame, Rect, SetText, pixels
from .palette import badge_colors, inks

_PADDING = 0.008
"""Air inside the calm area, in fractions of the short side: engines measure it tightly."""


def set_stage(canvas: Canvas, request: PosterRequest, stage: Stage, words: Words) -> Standing:
    """Set ``words`` on the stage's calm area, badge and footer; ``canvas`` is drawn on."""
    width, height = canvas.size
    margin = 0.052 * words.short
    safe = Rect(0, 0, width, height).inset(margin, margin * 0.9)
    burst = _badge(canvas, stage, words)
    in_badge = {text.role for text in burst}
    left = words.without(tuple(in_badge))
    calm_roles = ["store_name", "headline", "subline", "offer"]
    footer_roles = ["call_to_action", "address_line"]
    (footer_roles if "offer" in in_badge else calm_roles).append("period")
    placed = Standing()
    calm = pixels(stage.calm, width, height).meet(safe).inset(_PADDING * words.short, _PADDING * words.short)
    block = stacked(left, calm_roles, Frame(calm, stage.align, 0.42, words.floor))
    if block is not None:
        placed += _set(canvas, Group(block.texts, inks(stage.ground, stage.accent)))
    placed += _footer(canvas, request, stage, left, (footer_roles, safe))
    if burst:
        fill, ink = badge_colors(stage.accent, stage.ground)
        colors = {text.role: ink for text in burst}
        placed += Standing(taken=(pixels(stage.badge, width, height),) if stage.badge else ())
        on_badge = replace(inks(fill, stage.accent), ground=fill)
        placed += publish(canvas, settle(canvas, Group(burst, on_badge), colors))
    return placed


def _badge(canvas: Canvas, stage: Stage, words: Words) -> tuple[SetText, ...]:
    """Draw the burst if the stage has a place for it and the offer fits; its texts are set by the caller."""
    if stage.badge is None or "offer" not in words.spans:
        return ()
    box = pixels(stage.badge, *canvas.size)
    side = min(box.w, box.h)
    box = Rect(box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side)
    texts = compose.badge(words, box)
    if texts:
        fill, _ = badge_colors(stage.accent, stage.ground)
        draw.burst(canvas, box, fill, "#FFFFFF")
    return texts


def _set(canvas: Canvas, group: Group) -> Standing:
    draw_pills(canvas, group)
    return publish(canvas, settle(canvas, group), group.shadow)


def _footer(canvas: Canvas, request: PosterRequest, stage: Stage, words: Words,
            room: tuple[list[str], Rect]) -> Standing:
    """Call to action, address and QR code."""
    roles, safe = room
    whole = pixels(stage.footer, *canvas.size)
    area = whole.meet(Rect(safe.x, 0, safe.w, canvas.height))
    colors = inks(stage.footer_ground, stage.accent)
    code = qr_box(request.text.link_url, area.inset(0, min(0.018 * words.short, 0.1 * whole.h)), words.short)
    placed = Standing()
    pad = min(0.022 * words.short, 0.12 * whole.h)
    area = area.inset(0, pad).meet(Rect(0, 0, canvas.width, canvas.height - 0.03 * words.short))
    shift = stage.calm.x * canvas.width + _PADDING * words.short - area.x
    if stage.align == "left" and 0 < shift < 0.05 * words.short:
        area = Rect(area.x + shift, area.y, area.w - shift, area.h)  # one left edge from top to bottom
    if code is not None:
        draw.qr(canvas, request.text.link_url, code, qr_dark(colors))
        placed = Standing(taken=(code,))
        area = Rect(area.x, area.y, code.x - area.x - 0.03 * words.short, area.h)
    centred = stage.align == "center" and code is None
    block = stacked(words, roles, Frame(area, "center" if centred else "left", 0.5, words.floor))
    return placed + _set(canvas, Group(block.texts, colors)) if block is not None else placed


def qr_side(link: str, short: int, most: float) -> int:
    """Side of the QR code's plate in pixels, or 0 when it would be unreadable: below three pixels per module."""
    modules = draw.qr_modules(link) if short >= 420 else 0
    if not modules:
        return 0
    module = max(3, int(0.145 * short) // modules)
    while module > 3 and module * modules > most:
        module -= 1
    return module * modules if module * modules <= most else 0


def qr_box(link: str, area: Rect, short: int) -> Rect | None:
    """A square at the right of ``area``, centred vertically; None when there is no link or no room."""
    side = qr_side(link, short, min(area.h, 0.45 * area.w, 0.3 * short))
    return Rect(area.right - side, area.y + (area.h - side) / 2, side, side) if side else None


