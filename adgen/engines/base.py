"""The seam between an ad and whatever paints its picture."""

from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from ..brief import GeneratedImage, ImageRequest, OnStep


@dataclass(frozen=True)
class EngineStatus:
    """How an engine stands. ``progress`` 0…1 while loading (None: not known). ``ko`` and ``en`` say what is going on or
    what the operator must do. ``facts`` are for health: residency, device, dtype, attention backend, compiled, memory
    in bytes, seconds to ready."""

    state: Literal["cold", "loading", "ready", "failed"]
    ko: str = ""
    en: str = ""
    progress: float | None = None
    facts: dict[str, Any] = field(default_factory=dict)


class Engine(Protocol):
    """Paints one picture for one request.

    The members are read-only here, so that frozen dataclasses and plain class attributes both fit.
    """

    @property
    def name(self) -> str:
        """Stable name for settings, records and the API ("flux", "hub", "illustration")."""
        ...

    @property
    def model(self) -> str | None:
        """Identifier of the generative model, or None when there is none."""
        ...

    @property
    def ai(self) -> bool:
        """True when a generative model makes the picture: it decides the label and the provenance."""
        ...

    @property
    def redraws(self) -> bool:
        """True when drawing again for each poster size is cheap and better than cropping one picture."""
        ...

    @property
    def default_steps(self) -> int | None:
        """Steps taken when the request names none; None when the engine has no steps."""
        ...

    @property
    def varies(self) -> bool:
        """True when it can start from a picture (``ImageRequest.init``)."""
        ...

    @property
    def slots(self) -> int:
        """How many pictures may be asked for at once, from as many threads; the engine batches or queues them."""
        ...

    def status(self) -> EngineStatus:
        """How it stands now; never blocks."""
        ...

    def prepare(self) -> None:
        """Make ready for the next picture; returns when ready. Raises what ``generate`` raises when it cannot."""
        ...

    def release(self) -> None:
        """Give memory back; the next picture prepares again. Waits for a picture that is being painted."""
        ...

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """Paint ``request`` at exactly ``request.width`` × ``request.height`` pixels, RGB, without text.

        ``on_step`` is called after each step; the ``JobCancelled`` that it may raise passes through.

        Raises:
            InvalidInput: the request cannot be painted as it stands.
            EngineUnavailable: the engine cannot run here.
            EngineError: painting failed.
        """
        ...


class AlwaysReady:
    """What engines have in common that hold no weights: there is nothing to load and nothing to give back."""

    slots = 1
    varies = False

    def status(self) -> EngineStatus:
        """Ready."""
        return EngineStatus("ready")

    def prepare(self) -> None:
        """Nothing to do."""

    def release(self) -> None:
        """Nothing to give back."""
