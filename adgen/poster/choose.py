"""Choosing a template: each is laid out, scored against the picture and the words, and the least cost wins.

There is no face detector: none ships in a light package, so faces are left to the saliency map.
"""

from dataclasses import dataclass

from .draft import Draft
from .geometry import Rect
from .scene import Scene
from .templates import TEMPLATES, Template, usable

_MISSED = {"headline": 2.0, "offer": 0.6, "store_name": 0.4, "call_to_action": 0.14, "subline": 0.14, "period": 0.14,
           "address_line": 0.12, "badge": 0.12, "original_price": 0.06}
"""What leaving a text out costs."""
_PRINTED_ADDRESS = 0.6
"""What leaving out address and telephone costs besides, on paper."""
_LARGE = 0.066
"""A headline of this part of the geometric mean of the sides is large enough."""


_SPARE = 0.05
"""How much worse a template may start and still be laid out, in case the best one's veil fails."""


@dataclass(frozen=True)
class Option:
    """A template as it would look, and its cost."""

    template: Template
    draft: Draft
    cost: float


def ranked(scene: Scene) -> list[Option]:
    """Every template that can be set, the best first."""
    options = []
    for template in TEMPLATES.values():
        option = tried(scene, template)
        if option is not None:
            options.append(option)
    return sorted(options, key=lambda option: option.cost)


def shortlist(scene: Scene) -> list[Option]:
    """The same as far as the first place is concerned: templates that cost more than a better one already found are
    not laid out, since nothing makes them cheaper."""
    options: list[Option] = []
    for template in sorted(TEMPLATES.values(), key=lambda row: row.cost):
        if options and template.cost > min(option.cost for option in options) + _SPARE:
            break
        option = tried(scene, template)
        if option is not None:
            options.append(option)
    return sorted(options, key=lambda option: option.cost)


def tried(scene: Scene, template: Template) -> Option | None:
    """One template, laid out and rated; None when it cannot be set with these words at this size."""
    if not usable(template, scene):
        return None
    draft = template.arrange(scene)
    if draft is None:
        return None
    return Option(template, draft, template.cost + draft.harm + _wording(scene, draft) + _emptiness(scene, draft))


def families(options: list[Option]) -> list[list[Option]]:
    """The options by family, the family with the best one first."""
    found: dict[str, list[Option]] = {}
    for option in options:
        found.setdefault(option.template.family, []).append(option)
    return list(found.values())


def missing(scene: Scene, draft: Draft) -> list[str]:
    """Roles of the words that a draft does not set."""
    there = {text.role for text in draft.texts}
    return [role for role in _MISSED if scene.has(role) and role not in there and role not in draft.dismissed]


def _wording(scene: Scene, draft: Draft) -> float:
    """Texts left out, and a headline smaller than it could be."""
    cost = sum(_MISSED[role] for role in missing(scene, draft))
    if scene.words.printed and "address_line" in missing(scene, draft):
        cost += _PRINTED_ADDRESS
    if scene.request.text.link_url and scene.code_side(scene.short) and not any(p.column.code for p in draft.parts):
        cost += 0.4
    if scene.request.text.items and not any(text.role == "item" for text in draft.texts):
        cost += 0.5
    mean = float((scene.width * scene.height) ** 0.5)
    size = max((text.size for text in draft.texts if text.role == "headline"), default=0.0)
    return cost + 0.6 * max(0.0, 1 - size / (_LARGE * mean))


def _emptiness(scene: Scene, draft: Draft) -> float:
    """Plain ground that neither words nor picture fill, beyond what a designer would leave."""
    whole = scene.width * scene.height
    art = sum(_area(window.box.meet(scene.whole)) for window in draft.windows) / whole
    filled = sum(_area(part.column.bounds) for part in draft.parts) / whole
    return 0.5 * max(0.0, 0.62 - art - filled)


def _area(box: Rect) -> float:
    return box.w * box.h
