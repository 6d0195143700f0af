"""The vocabulary that crosses every border: what is asked for, and what comes back.

All of it is frozen. Boxes are fractions of the picture (0…1, origin top left); colours are ``#RRGGBB``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from PIL import Image

from .errors import InvalidInput

FontMood = Literal["sans", "shout", "round", "retro", "serif", "hand", "chunky"]
Align = Literal["left", "center"]


@dataclass(frozen=True)
class StoreFacts:
    """What the owner told us once about the store. Empty means unknown: it is never invented."""

    name: str
    trade: str = "general"
    tone: str = ""
    description: str = ""
    phone: str = ""
    address: str = ""
    opening_hours: str = ""
    link_url: str = ""
    brand_colors: tuple[str, ...] = ()
    banned_words: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    """Texts in the owner's own voice, the newest first: what they gave, and what they edited. Voice, never facts."""


@dataclass(frozen=True)
class AdBrief:
    """One request for an advertisement, in the owner's words.

    ``description`` is the only text that must be there. ``image_prompt`` may be Korean or English; ``text_in_image``
    replaces the headline and is typeset, never painted. ``price``, ``original_price`` and ``period`` are printed as
    written. ``ground`` is what a superlative can be proven with, printed small. ``calm`` is where the chosen template
    sets its words ("top", "bottom", "left", "right"; empty: not known). ``month`` is the present one in Korea, 1…12;
    0 keeps the season out of the words.
    """

    store: StoreFacts
    description: str
    image_prompt: str = ""
    text_in_image: str = ""
    price: str = ""
    original_price: str = ""
    period: str = ""
    seed: int = 0
    ground: str = ""
    calm: str = ""
    month: int = 0

    def __post_init__(self) -> None:
        if not self.description.strip():
            raise InvalidInput("무엇을 알릴지 한 줄로 적어 주세요.", "Say in one line what to advertise.",
                               field="ad_description")

    def facts(self) -> str:
        """Every text the copy may draw numbers, dates and names from."""
        store = self.store
        return "\n".join(filter(None, (
            self.description, self.image_prompt, self.text_in_image, self.price, self.original_price, self.period,
            self.ground, store.name, store.description, store.phone, store.address, store.opening_hours, store.link_url,
        )))


@dataclass(frozen=True)
class Caption:
    """The words for one channel. ``hashtags`` come without ``#``; at most five (Instagram, December 2025).

    ``title`` and ``button`` are for channels that have them. ``writer`` is "builtin" where the built-in writer wrote
    this text although a model wrote the others; empty means the same as all.
    """

    text: str
    hashtags: tuple[str, ...] = ()
    title: str = ""
    button: str = ""
    writer: str = ""

    def posted(self) -> str:
        """The text as it is pasted into the channel."""
        return self.text + ("\n\n" + " ".join(f"#{tag}" for tag in self.hashtags) if self.hashtags else "")


Angle = Literal["news", "benefit", "mood"]
"""What a headline leads with: what there is, what one gets, or how it feels."""


@dataclass(frozen=True)
class Headline:
    """One headline that fits a poster, and its angle."""

    text: str
    angle: Angle


@dataclass(frozen=True)
class PosterLines:
    """The lines of a poster in another language. ``sounded`` are the names that no table knew: written by sound."""

    headline: str
    subline: str = ""
    offer: str = ""
    call_to_action: str = ""
    period: str = ""
    sounded: tuple[str, ...] = ()


@dataclass(frozen=True)
class Removed:
    """A sentence that was taken out of ``where`` (a line's name or a key of TEXTS), and why, for the owner."""

    where: str
    text: str
    why: "Note"


@dataclass(frozen=True)
class AdCopy:
    """The words of one ad: the lines on the poster, and a caption for each channel.

    ``headlines`` hold three different angles, the chosen ``headline`` first. ``translations`` are the poster's lines by
    language ("en", "ja", "zh"). ``removed`` tells what was taken out, and why.
    """

    headline: str
    subline: str = ""
    offer: str = ""
    original_price: str = ""
    call_to_action: str = ""
    captions: dict[str, Caption] = field(default_factory=dict)
    writer: str = "builtin"
    model: str | None = None
    note: str = ""
    """Why another writer than the chosen one wrote this, as a sentence for the owner; empty when none did."""
    note_en: str = ""
    headlines: tuple[Headline, ...] = ()
    translations: dict[str, PosterLines] = field(default_factory=dict)
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True)
class PicturePrompt:
    """The English image prompt, and where it comes from ("owner", "model" or "builtin")."""

    english: str
    source: str
    names: tuple[str, ...] = ()
    """Brand names that the owner put in quotation marks: kept as they are, never translated."""
    tokens: int = 0
    """How many T5 tokens ``english`` is; FLUX.1-schnell reads 256."""
    counted: bool = False
    """True when the tokenizer itself counted; an estimate on the safe side otherwise."""
    notes: tuple["Note", ...] = ()


@dataclass(frozen=True)
class Box:
    """A rectangle in fractions of the picture."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Stage:
    """What a drawn picture offers to the layout: the illustration engine knows it, a photo does not.

    ``hero`` must stay visible. ``calm`` is a plain area kept free for the headline block, ``ground`` its colour.
    ``footer`` is a plain area for call to action, address and QR, ``footer_ground`` its colour. ``badge`` is a place
    for the price burst (roughly square). ``accent`` is the colour of pills and prices, before contrast repair.
    """

    hero: Box
    calm: Box
    ground: str
    footer: Box
    footer_ground: str
    badge: Box | None = None
    accent: str = "#C2410C"
    align: Align = "center"
    mood: FontMood = "sans"


@dataclass(frozen=True)
class ImageRequest:
    """What an engine is asked to paint. ``width`` and ``height`` in pixels, 256…2048, obeyed exactly.

    ``seed`` 0…2³²−1. ``steps`` 1…12 or None for the engine's default. ``subject`` is the owner's Korean description
    (the illustration engine picks its motifs from it); ``prompt`` is English, for the models.
    """

    prompt: str
    seed: int
    width: int = 1024
    height: int = 1024
    steps: int | None = None
    trade: str = "general"
    subject: str = ""
    colors: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    style: str = ""
    """The illustration engine's composition; empty lets the seed choose. Models have no use for it."""
    init: Image.Image | None = None
    """A picture to start from (image-to-image), any size, RGB; None paints from noise. Drawers have no use for it."""
    strength: float = 0.0
    """How far to leave ``init``: 0 keeps it, 1 paints anew."""


@dataclass(frozen=True)
class GeneratedImage:
    """A finished picture, RGB, exactly the size asked for, without any text on it.

    ``generated_size`` is the size the engine worked at (a multiple of 16 for FLUX). ``timings`` are seconds by stage.
    ``ai`` is true when a generative model made it; ``source_type`` is the IPTC digital source type.
    """

    image: Image.Image
    engine: str
    model: str | None
    seed: int
    steps: int | None
    generated_size: tuple[int, int]
    ai: bool
    stage: Stage | None = None
    timings: dict[str, float] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    @property
    def source_type(self) -> str:
        """IPTC digital source type of the finished ad (picture and typeset words)."""
        return "compositeWithTrainedAlgorithmicMedia" if self.ai else "algorithmicMedia"


OnStep = Callable[[int, int, Image.Image | None], None]
"""``on_step(done, total, preview)``: called after each step. It raises ``JobCancelled`` to stop the engine."""


@dataclass(frozen=True)
class MenuItem:
    """One row of a menu board; ``price`` is printed as written, or left out."""

    name: str
    price: str = ""


@dataclass(frozen=True)
class Margins:
    """Edges that no text may enter, in fractions of the height (top, bottom) and of the width (left, right)."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


@dataclass(frozen=True)
class Note:
    """A sentence for the owner about what was decided, in both languages."""

    ko: str
    en: str


@dataclass(frozen=True)
class PosterText:
    """The lines a poster may carry; empty ones are left out."""

    headline: str
    subline: str = ""
    offer: str = ""
    original_price: str = ""
    period: str = ""
    call_to_action: str = ""
    store_name: str = ""
    address_line: str = ""
    link_url: str = ""
    label: str = ""
    """The visible AI mark (facts/law.md, Art. 31 (2)); empty when no generative model made the picture."""
    badge: str = ""
    """A word or two beside the headline: NEW, 1+1, 개업."""
    items: tuple[MenuItem, ...] = ()
    """Rows of a menu board, at most eight."""
    small_print: str = ""
    """The stated ground of a claim, or an origin: printed small, never left out."""


@dataclass(frozen=True)
class PosterRequest:
    """One poster: the picture, the words, and the exact size in pixels.

    ``template`` is a key of ``poster.TEMPLATES``, or empty: the best one is chosen. ``reserved`` edges stay free of
    text (a channel's own buttons, a printer's bleed). ``logo`` is RGBA. With ``keep_vectors`` the poster also tells its
    art and its vectors apart, for print. ``kind`` "bizboard" gives a transparent strip with an object and two lines.
    """

    picture: Image.Image
    text: PosterText
    width: int
    height: int
    stage: Stage | None = None
    colors: tuple[str, ...] = ()
    mood: FontMood = "sans"
    template: str = ""
    reserved: Margins = Margins()
    logo: Image.Image | None = None
    keep_vectors: bool = False
    kind: Literal["poster", "bizboard"] = "poster"
    least_font: float = 0.0
    """Least font size in pixels; 0 leaves it to the house floor. A print knows its points (``printing.least_font``)."""


@dataclass(frozen=True)
class TextPlacement:
    """Where a line stands (pixels) and how well it reads: the 5th percentile of the WCAG ratio over its pixels."""

    role: str
    text: str
    box: tuple[int, int, int, int]
    font_size: float
    contrast: float


@dataclass(frozen=True)
class Poster:
    """A finished poster, exactly the size asked for: RGB, or RGBA for a bizboard.

    With ``keep_vectors``, ``art`` is the picture without the vectors, and ``vectors`` are SVG fragments in pixels of
    the poster, in painting order. ``notes`` say what the owner should know: a brand colour bent for legibility, a line
    left out.
    """

    image: Image.Image
    template: str
    placements: tuple[TextPlacement, ...]
    art: Image.Image | None = None
    vectors: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
