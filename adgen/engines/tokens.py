"""How many T5 tokens a prompt is, by FLUX's own tokenizer where its file lies on this machine. Nothing is fetched.

FLUX.1-schnell reads 256 tokens and drops the rest without a word. The tokenizer is one file of its repository; reading
it needs the package ``tokenizers`` (transformers brings it) and no torch.
"""

import importlib
import logging
import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)
FILE = "tokenizer_2/tokenizer.json"
"""Where a FLUX repository, or a folder of it, keeps the tokenizer of its T5."""
SPARE_REPOSITORIES = ("black-forest-labs/FLUX.1-schnell", "black-forest-labs/FLUX.1-dev")
"""Their tokenizer is the same one: looked for where the chosen model's is not there."""


def find(model: str, revision: str | None = None) -> Path | None:
    """The tokenizer's file in the folder ``model``, or in the Hugging Face cache; None where there is none."""
    if Path(model).is_dir():
        file = Path(model) / FILE
        return file if file.is_file() else None
    look = importlib.import_module("huggingface_hub").try_to_load_from_cache  # here: most processes never count
    for repository, wanted in ((model, revision), *((spare, None) for spare in SPARE_REPOSITORIES)):
        try:
            found = look(repository, FILE, revision=wanted)
        except ValueError:  # not the name of a repository
            continue
        if isinstance(found, str):
            return Path(found)
    return None


class TokenCounter:
    """Counts by the tokenizer when there is one, by ``estimate`` when there is none. Safe to share between threads.

    The file is looked for and read at the first call: a process that never counts pays nothing.
    """

    def __init__(self, model: str, revision: str | None, estimate: Callable[[str], int]) -> None:
        self._model, self._revision, self._estimate = model, revision, estimate
        self._lock = threading.Lock()
        self._tokenizer: Any = None
        self._looked = False

    def __call__(self, text: str) -> tuple[int, bool]:
        """(tokens with the end mark, whether the tokenizer itself counted)."""
        with self._lock:
            if not self._looked:
                self._tokenizer, self._looked = self._load(), True
        if self._tokenizer is None:
            return self._estimate(text), False
        return len(self._tokenizer.encode(text).ids), True

    def _load(self) -> Any:
        file = find(self._model, self._revision)
        if file is None:
            return None
        try:
            tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(file))
        except Exception as error:  # the library's own for a damaged file; counting is no reason to fail
            log.warning("the tokenizer %s cannot be read (%s): tokens are estimated", file, error)
            return None
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer


@lru_cache(maxsize=4)
def token_counter(model: str, revision: str | None, estimate: Callable[[str], int]) -> TokenCounter:
    """The counter for a model, one for the whole process: its tokenizer is read once."""
    return TokenCounter(model, revision, estimate)
