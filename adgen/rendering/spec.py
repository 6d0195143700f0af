"""What is to be rendered, and what comes back: frozen and picklable, so that it crosses to another process."""

from dataclasses import dataclass

from ..brief import FontMood, ImageRequest, Note, PosterText
from ..provenance import Realism

MAIN = "main"
"""The channel that stands for the size the owner asked for (``RenderSpec.main``)."""
PREVIEW_WIDTH = 540


@dataclass(frozen=True)
class Look:
    """How a poster is laid out. ``template`` "" lets the picture choose; ``font`` None takes what suits it."""

    template: str = ""
    font: FontMood | None = None
    colors: tuple[str, ...] = ()
    photo_fix: bool = False
    """Correct light and colour of an own photo gently."""


@dataclass(frozen=True)
class RenderSpec:
    """One ad in some channels' sizes.

    The picture is either ``base`` (path of a stored one) or ``drawn`` (an illustration, drawn anew for each shape).
    ``channels`` are keys of ``channels.CHANNELS``, or ``MAIN``, whose size in pixels is ``main``. With ``show_label``
    false the AI mark stands only where a channel, or what looks real in the picture (``realistic``), requires it.
    ``source_type`` is the IPTC digital source type, None for an own photo. ``signing`` is the data directory when C2PA
    is switched on. Without ``staged`` a drawing is treated as a photo: it stands in for a painting. With ``preview``
    the data are JPEGs at most ``preview_width`` pixels wide, of one picture for each channel, print included.
    """

    text: PosterText
    channels: tuple[str, ...]
    base: str = ""
    drawn: ImageRequest | None = None
    look: Look = Look()
    main: tuple[int, int] = (1024, 1024)
    logo: str = ""
    picture_by_ai: bool = False
    realistic: frozenset[Realism] = frozenset()
    show_label: bool = True
    source_type: str | None = None
    job_id: str = ""
    signing: str = ""
    staged: bool = True
    preview: bool = False
    preview_width: int = PREVIEW_WIDTH


@dataclass(frozen=True)
class Rendered:
    """One finished file. ``width`` and ``height`` are the finished poster's, in a preview too.

    ``min_contrast`` is the lowest WCAG ratio over the real pixels under any text (0.0 when there is none).
    """

    channel: str
    data: bytes
    extension: str
    width: int
    height: int
    template: str
    notes: tuple[Note, ...]
    min_contrast: float
    label_shown: bool = False


@dataclass(frozen=True)
class Accepted:
    """An upload that was checked, turned upright and re-encoded; ``colors`` are its strongest."""

    data: bytes
    extension: str
    width: int
    height: int
    colors: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """A candidate: the look, the composition and the seed that make it again, and its preview as JPEG."""

    template: str
    style: str
    font: str
    seed: int
    image: bytes
    notes: tuple[Note, ...]
