"""The seam between an ad and whatever paints its picture."""

from typing import Protocol

from ..brief import GeneratedImage, ImageRequest, OnStep


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

    def generate(self, request: ImageRequest, on_step: OnStep) -> GeneratedImage:
        """Paint ``request`` at exactly ``request.width`` × ``request.height`` pixels, RGB, without text.

        ``on_step`` is called after each step; the ``JobCancelled`` that it may raise passes through.

        Raises:
            InvalidInput: the request cannot be painted as it stands.
            EngineUnavailable: the engine cannot run here.
            EngineError: painting failed.
        """
        ...
