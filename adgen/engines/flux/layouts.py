"""Where the parts of FLUX lie: one repository or folder, or a quantised transformer with the rest from another one.

Known layouts (facts/flux.md §2d): a complete pipeline (``model_index.json`` and one folder a part), a package of
``transformer`` and ``text_encoder_2`` only, and a transformer alone, in a folder of its own or at the root. Each
model's ``config.json`` says for itself how it is quantised: nothing is taken from the repository's name.

What is complete in the local cache is used without asking the Hub: a repository that moves does not change an
operator's pictures. A new ``ADGEN_FLUX_REVISION`` fetches anew.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from huggingface_hub import constants, snapshot_download
from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError
from tqdm.auto import tqdm

from ...errors import EngineUnavailable
from .troubles import unavailable

MODELS = ("transformer", "text_encoder", "text_encoder_2", "vae")
MARKS = {**{name: "config.json" for name in MODELS}, "tokenizer": "tokenizer_config.json",
         "tokenizer_2": "tokenizer_config.json", "scheduler": "scheduler_config.json"}
"""Every part, and the file that shows that it is there."""
_SMALL = ("model_index.json", "config.json", *(f"{part}/{mark}" for part, mark in MARKS.items()))
_KINDS = ("json", "safetensors", "model", "txt")
_SPARE = 1_000_000_000
"""Bytes of disk that stay free beside a download."""

Progress = Callable[[float], None]
"""Told 0…1 while files come in."""


@dataclass(frozen=True)
class Source:
    """A repository (with its revision and token) or a folder."""

    model: str
    revision: str | None = None
    token: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Layout:
    """The folder of every part; ``quantization`` of each model; ``revision`` is the commit that was read, or None."""

    folders: dict[str, Path]
    quantization: dict[str, str]
    revision: str | None


def locate(source: Source, base: Source, on_progress: Progress) -> Layout:
    """Find all parts in ``source``, what it lacks in ``base``, downloading what is not here.

    Raises:
        EngineUnavailable: no such folder, no transformer in it, a part that neither has, or too little disk.
        Exception: whatever the Hub's client raises; ``troubles.unavailable`` makes a sentence of it.
    """
    found = _parts(source, tuple(MARKS), on_progress)
    if "transformer" not in found:
        raise _missing(source.model, "transformer")
    lacking = tuple(part for part in MARKS if part not in found)
    spare = _spare(source, base, lacking, on_progress) if lacking else {}
    for part in lacking:
        if part not in spare:
            raise _missing(source.model, part)
    folders = {**spare, **found}
    return Layout(folders, {name: quantization(folders[name]) for name in MODELS}, _commit(found["transformer"]))


def _spare(source: Source, base: Source, lacking: tuple[str, ...], on_progress: Progress) -> dict[str, Path]:
    try:
        return _parts(base, lacking, on_progress)
    except Exception as error:
        why = error if isinstance(error, EngineUnavailable) else unavailable(error, base.model)
        raise EngineUnavailable(
            "{folder}에 {part} 부분이 없어서 {base}에서 가져오려 했어요. {why_ko}",
            "{folder} has no {part}, which was to come from {base}. {why_en}", folder=source.model, part=lacking[0],
            base=base.model, why_ko=why.say(), why_en=why.say("en"), reason=why.details["reason"]) from error


def quantization(folder: Path) -> str:
    """How the model in ``folder`` is quantised: "nf4", "fp4", another method's name, or "none"."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8")).get("quantization_config") or {}
    four_bit = bool(config.get("load_in_4bit") or config.get("_load_in_4bit"))
    return str(config.get("bnb_4bit_quant_type", "fp4") if four_bit else config.get("quant_method", "none"))


def _parts(source: Source, wanted: tuple[str, ...], on_progress: Progress) -> dict[str, Path]:
    """Those of ``wanted`` that ``source`` has, complete on this disk."""
    local = Path(source.model).expanduser()
    if local.is_dir():
        return _there(local, wanted)
    if local.is_absolute() or source.model.startswith((".", "~")):
        raise EngineUnavailable("{model} 폴더가 없어요. ADGEN_FLUX_MODEL을 확인해 주세요.",
                                "There is no folder {model}. Check ADGEN_FLUX_MODEL.", reason="name",
                                model=source.model)
    cached = _cached(source)
    if cached is not None:
        parts = _there(cached, wanted)
        if "transformer" not in wanted or "transformer" in parts:
            known = _there(cached, wanted, weights=False)
            if parts and parts.keys() == known.keys():
                return parts
    folder = Path(snapshot_download(source.model, revision=source.revision, token=source.token,
                                    allow_patterns=list(_SMALL)))
    _fetch(source, _there(folder, wanted, weights=False), folder, on_progress)
    return _there(folder, wanted)


def _cached(source: Source) -> Path | None:
    try:
        return Path(snapshot_download(source.model, revision=source.revision, allow_patterns=list(_SMALL),
                                      local_files_only=True))
    except HFValidationError:
        raise
    except (LocalEntryNotFoundError, OSError, ValueError):
        return None


def _there(folder: Path, wanted: tuple[str, ...], weights: bool = True) -> dict[str, Path]:
    parts = {part: folder / part for part in wanted if (folder / part / MARKS[part]).is_file()}
    if "transformer" in wanted and "transformer" not in parts and _is_transformer(folder / "config.json"):
        parts["transformer"] = folder
    return {part: path for part, path in parts.items() if not weights or part not in MODELS or _complete(path)}


def _is_transformer(config: Path) -> bool:
    return config.is_file() and json.loads(config.read_text(encoding="utf-8")).get("_class_name") == (
        "FluxTransformer2DModel")


def _complete(folder: Path) -> bool:
    """Whether all weights that an index names are there; without an index, whether there are any."""
    index = next(iter(folder.glob("*.safetensors.index.json")), None)
    if index is None:
        return any(folder.glob("*.safetensors"))
    names = set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values())
    return all((folder / name).is_file() for name in names)


def _fetch(source: Source, parts: dict[str, Path], folder: Path, on_progress: Progress) -> None:
    """Download the files of ``parts``, after looking whether the disk can take them."""
    prefixes = ["" if path == folder else f"{part}/" for part, path in parts.items()]
    patterns = [f"{prefix}{'[!/]*' if not prefix else '*'}.{kind}" for prefix in prefixes for kind in _KINDS]
    asked: dict[str, Any] = {"revision": source.revision, "token": source.token, "allow_patterns": patterns}
    if "" in prefixes:
        asked["ignore_patterns"] = ["*/*"] if len(prefixes) == 1 else None
    files = snapshot_download(source.model, dry_run=True, **asked)
    missing = sum(file.file_size or 0 for file in files if file.will_download)
    place = Path(constants.HF_HUB_CACHE)
    free = shutil.disk_usage(next(path for path in (place, *place.parents) if path.exists())).free
    if missing and free < missing + _SPARE:
        raise EngineUnavailable(
            "FLUX를 내려받을 자리가 모자라요. 디스크를 {need}GB쯤 비우거나 HF_HOME을 넉넉한 곳으로 바꿔 주세요.",
            "Not enough disk to download FLUX. Free about {need} GB, or point HF_HOME elsewhere.",
            reason="disk", need=-(-(missing + _SPARE - free) // 1_000_000_000))
    snapshot_download(source.model, tqdm_class=_bar(missing, on_progress), **asked)


def _bar(total: int, on_progress: Progress) -> Any:
    """A progress bar that draws nothing and tells ``on_progress`` how much of ``total`` bytes is written."""

    class Bar(tqdm):  # type: ignore[misc]  # a library without types
        def __init__(self, *args: Any, **options: Any) -> None:
            self._counts = str(options.get("desc", "")).startswith("Reconstructing")
            options["disable"] = True
            super().__init__(*args, **options)
            self.written = 0

        def update(self, n: float | None = 1) -> bool | None:
            if self._counts and total:
                self.written += int(n or 0)
                on_progress(min(self.written / total, 1.0))
            return None

    return Bar


def _missing(model: str, part: str) -> EngineUnavailable:
    return EngineUnavailable(
        "{folder}에 {part} 부분이 없어요. 완전한 FLUX 파이프라인을 ADGEN_FLUX_MODEL에, 나머지가 있는 곳을 "
        "ADGEN_FLUX_BASE에 적어 주세요.",
        "{folder} has no {part}. Name a complete FLUX pipeline in ADGEN_FLUX_MODEL, or in ADGEN_FLUX_BASE where the "
        "rest lies.", reason="weights", folder=model, part=part)


def _commit(folder: Path) -> str | None:
    """The commit of a folder in the Hub's cache (``…/snapshots/<commit>/…``)."""
    parts = folder.parts
    at = len(parts) - 1 - parts[::-1].index("snapshots") if "snapshots" in parts else len(parts)
    return parts[at + 1] if at + 1 < len(parts) else None
