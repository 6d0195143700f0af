"""Prompt embeddings, kept: variations and seeds of one prompt are encoded once.

One entry is 2.1 MB for the real model (256 × 4096 bfloat16 and a pooled vector); the key holds all that changes it.
"""

from collections import OrderedDict

from torch import Tensor

from .loading import LoadedFlux
from .residency import encoding

MAX_SEQUENCE_LENGTH = 256
"""Text tokens; schnell's limit (its model card). The pipeline's own default of 512 costs 7 % more."""

Encoded = tuple[Tensor, Tensor]
"""T5's states [1, 256, d] and the pooled CLIP vector [1, d], in the transformer's dtype."""


class Texts:
    """The last ``size`` prompts of one loaded pipeline. Not thread-safe: it belongs to the thread that paints."""

    def __init__(self, flux: LoadedFlux, size: int = 64) -> None:
        self._flux, self._size = flux, size
        self._kept: OrderedDict[tuple[str, int], Encoded] = OrderedDict()
        self.hits = 0

    def of(self, prompts: list[str]) -> list[Encoded]:
        """The embeddings of ``prompts``, one by one: a batch would round differently from a single one."""
        missing = [prompt for prompt in dict.fromkeys(prompts) if (prompt, MAX_SEQUENCE_LENGTH) not in self._kept]
        self.hits += len(prompts) - len(missing)
        fresh: dict[str, Encoded] = {}
        if missing:
            with encoding(self._flux):
                fresh = {prompt: encode(self._flux, prompt) for prompt in missing}
        found = [fresh.get(prompt) or self._kept[prompt, MAX_SEQUENCE_LENGTH] for prompt in prompts]
        for prompt, encoded in zip(prompts, found, strict=True):
            self._kept[prompt, MAX_SEQUENCE_LENGTH] = encoded
            self._kept.move_to_end((prompt, MAX_SEQUENCE_LENGTH))
        while len(self._kept) > self._size:
            self._kept.popitem(last=False)
        return found


def encode(flux: LoadedFlux, prompt: str) -> Encoded:
    """The embeddings of one prompt.

    The latents' dtype follows them: another dtype here would promote attention to float32.
    """
    embeds, pooled, _ = flux.pipe.encode_prompt(prompt, device=flux.device, max_sequence_length=MAX_SEQUENCE_LENGTH)
    return embeds.to(flux.dtype), pooled.to(flux.dtype)
