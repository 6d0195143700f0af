"""What an event is announced with: a dashed ticket whose offer is the largest thing on it."""

from ...graphics import mix
from ..draft import Draft, Drawn, Part, Window
from ..geometry import Rect
from ..ornaments import panel, ticket
from ..palette import inks
from ..scene import Ask, Column, Scene

_HEAD = ("store_name", "badge", "headline", "subline")
_STUB = ("offer", "period", "call_to_action", "address_line")


def coupon(scene: Scene) -> Draft | None:
    """Headline over the dashes, the offer under them; the picture behind or beside the ticket."""
    if not scene.has("offer"):
        return None
    safe = scene.safe
    if scene.upright:
        high = (0.62 if scene.shape != "square" else 0.68) * safe.h if not scene.low else 0.92 * safe.h
        sheet = Rect(safe.x, safe.y if scene.low else safe.bottom - high, safe.w, high)
    else:
        sheet = Rect(safe.x, safe.y, 0.56 * safe.w, safe.h)
    pad = 0.062 * min(sheet.w, sheet.h * 1.3)
    inner = sheet.inset(pad, pad * 0.85)
    share = 0.46
    head = scene.column(Ask(Rect(inner.x, inner.y, inner.w, share * inner.h - 0.5 * pad), _HEAD, rise=0.5, code=False))
    stub = scene.column(Ask(Rect(inner.x, inner.y + share * inner.h + 0.5 * pad, inner.w,
                                 (1 - share) * inner.h - 0.5 * pad), _STUB, rise=0.5, grow={"offer": 2.0}, logo=False))
    if head is None or stub is None or not stub.has("offer") or not head.has("headline"):
        return None
    gap = 0.85 * pad
    high = head.bounds.h + stub.bounds.h + 2 * gap + 1.9 * pad
    top = safe.y if scene.low else safe.bottom - high if scene.upright else safe.y + (safe.h - high) / 2
    # The ticket is cut to its words, so that its paper is not half empty.
    sheet = Rect(sheet.x, top, sheet.w, high)
    head = head.moved(0.0, top + 0.95 * pad - head.bounds.y)
    stub = stub.moved(0.0, sheet.bottom - 0.95 * pad - stub.bounds.bottom)
    return _drawn(scene, sheet, head, stub)


def _drawn(scene: Scene, sheet: Rect, head: Column, stub: Column) -> Draft:
    w, h = scene.width, scene.height
    ground, colors = scene.brand.bold, inks("#FFFFFF", scene.brand.accent)
    if scene.low:
        box = Rect(0, round(sheet.bottom - 0.1 * sheet.h), w, h - round(sheet.bottom - 0.1 * sheet.h))
        hidden = Rect(sheet.x, box.y, sheet.w, sheet.bottom - box.y)
    elif scene.upright:
        box = Rect(0, 0, w, round(sheet.y + 0.14 * sheet.h))
        hidden = Rect(sheet.x, sheet.y, sheet.w, box.bottom - sheet.y)
    else:
        left = round(sheet.right - 0.08 * sheet.w)
        box, hidden = Rect(left, 0, w - left, h), Rect(left, sheet.y, sheet.right - left, sheet.h)
    window = Window(box, scene.crop(box, (hidden,)))
    tear = (head.bounds.bottom + stub.bounds.y) / 2
    paper = Drawn(ticket(sheet, "#FFFFFF", tear, mix(colors.accent, "#FFFFFF", 0.45)), sheet.inset(-1, -1))
    shade = Drawn(panel(Rect(sheet.x, sheet.y + 0.012 * scene.short, sheet.w, sheet.h), "#000000", 0.03 * sheet.w)
                  .replace("/>", ' fill-opacity=".16"/>'), sheet.inset(-1, -0.02 * scene.short))
    return Draft(ground, (window,), (Part(head, colors), Part(stub, colors)), over=(shade, paper))
