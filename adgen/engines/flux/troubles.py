"""What torch, diffusers and the Hub raise, turned into what the owner or the operator can do about it."""

import errno
from collections.abc import Callable, Iterator

import torch
from huggingface_hub.errors import (
    EntryNotFoundError,
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    LocalEntryNotFoundError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

from ...errors import EngineError, EngineUnavailable

_MEMORY_WORDS = ("out of memory", "can't allocate memory", "cublas_status_alloc_failed")
_POISON_WORDS = ("cuda error", "device-side assert", "cublas_status_execution_failed", "cublas_status_internal_error",
                 "cudnn_status_execution_failed", "cudnn_status_internal_error")


def out_of_memory(error: BaseException) -> bool:
    """True for every way of running out of memory; the process can go on after it."""
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or (
        isinstance(error, RuntimeError) and any(word in str(error).lower() for word in _MEMORY_WORDS))


def wrong_build(error: BaseException) -> bool:
    """True when this torch was not built for this GPU; a new process would fail alike."""
    return isinstance(error, RuntimeError) and "no kernel image" in str(error).lower()


def poisoned(error: BaseException) -> bool:
    """True when CUDA itself failed: such errors are sticky, every later call in the process fails too."""
    return isinstance(error, RuntimeError) and not out_of_memory(error) and not wrong_build(error) and (
        isinstance(error, torch.AcceleratorError) or any(word in str(error).lower() for word in _POISON_WORDS))


def no_memory() -> EngineError:
    """The error of a picture for which memory ran out on every rung of the ladder."""
    return EngineError("그래픽 메모리가 부족해서 그림을 끝내지 못했어요. 크기를 줄이거나 잠시 뒤에 다시 해 주세요.",
                       "There was not enough GPU memory to finish the picture. Choose a smaller size or try again.",
                       reason="out_of_memory")


def _disk_full(error: BaseException) -> bool:
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def _refused(error: BaseException) -> bool:
    return isinstance(error, HfHubHTTPError) and error.response.status_code in (401, 403)


def _network(error: BaseException) -> bool:
    # huggingface_hub 2 carries httpx under the name httpx2: the module's name outlives the next change.
    return isinstance(error, ConnectionError | TimeoutError | HfHubHTTPError) or (
        type(error).__module__.startswith(("httpx", "httpcore")))


_LOADING: tuple[tuple[str, Callable[[BaseException], bool], str, str], ...] = (
    ("memory", out_of_memory,
     "그래픽 메모리가 부족해서 FLUX를 올리지 못했어요. 14GB쯤 비우거나 "
     "ADGEN_ENGINE을 hub 또는 illustration으로 바꿔 주세요.",
     "Not enough GPU memory to load FLUX. Free about 14 GB, or set ADGEN_ENGINE to hub or illustration."),
    ("build", wrong_build,
     "설치된 PyTorch가 이 GPU를 지원하지 않아요. 이 GPU에 맞는 PyTorch로 다시 설치해 주세요.",
     "The installed PyTorch does not support this GPU. Please install a build that does."),
    ("disk", _disk_full,
     "디스크가 가득 차서 FLUX를 내려받지 못했어요. 12GB쯤 비우거나 HF_HOME을 넉넉한 곳으로 바꿔 주세요.",
     "The disk is full and FLUX could not be downloaded. Free about 12 GB or point HF_HOME elsewhere."),
    ("licence", lambda error: isinstance(error, GatedRepoError),
     "{model}은 사용 조건에 동의해야 받을 수 있어요. huggingface.co에서 동의하고, 그 계정의 HF_TOKEN을 넣어 주세요.",
     "{model} is gated. Accept its licence at huggingface.co and set that account's HF_TOKEN."),
    ("name", lambda error: isinstance(error, RepositoryNotFoundError | RevisionNotFoundError | HFValidationError),
     "{model}을(를) 찾을 수 없어요. ADGEN_FLUX_MODEL과 ADGEN_FLUX_REVISION을 확인하고, "
     "비공개라면 HF_TOKEN을 넣어 주세요.",
     "{model} was not found. Check ADGEN_FLUX_MODEL and ADGEN_FLUX_REVISION; a private one needs HF_TOKEN."),
    ("token", _refused,
     "Hugging Face가 토큰을 받아 주지 않았어요. HF_TOKEN을 확인해 주세요.",
     "Hugging Face refused the token. Please check HF_TOKEN."),
    ("network", _network,
     "{model}을(를) 내려받지 못했어요. 인터넷 연결을 확인하거나, 받아 둔 폴더를 ADGEN_FLUX_MODEL에 적어 주세요.",
     "{model} could not be downloaded. Check the network, or name a local folder in ADGEN_FLUX_MODEL."),
    ("offline", lambda error: isinstance(error, LocalEntryNotFoundError),
     "{model}이(가) 이 서버에 없고 내려받기가 꺼져 있어요. HF_HUB_OFFLINE을 끄거나, "
     "받아 둔 폴더를 ADGEN_FLUX_MODEL에 적어 주세요.",
     "{model} is not on this machine and downloads are off. Unset HF_HUB_OFFLINE or name a local folder."),
    ("package", lambda error: isinstance(error, ImportError),
     "FLUX에 필요한 패키지가 없거나 맞지 않아요({cause}). 설치 안내대로 다시 설치해 주세요.",
     "A package that FLUX needs is missing or does not fit ({cause}). Please install it again."),
    ("weights", lambda error: isinstance(error, EntryNotFoundError | OSError | ValueError | KeyError | RuntimeError)
     or type(error).__name__ == "SafetensorError",
     "{model}의 파일이 빠졌거나 망가졌어요({cause}). 받은 파일을 지우고 다시 내려받아 주세요.",
     "Files of {model} are missing or damaged ({cause}). Delete them and download again."),
)
"""(reason, test, Korean, English), the most telling first: the first line that fits any error of the chain wins."""


def unavailable(error: BaseException, model: str) -> EngineUnavailable:
    """Why ``model`` could not be loaded, with what to do. ``reason`` in the details is one of the table's."""
    chain = list(_chain(error))
    cause = f"{type(error).__name__}: {str(error)[:200]}"
    for reason, fits, korean, english in _LOADING:
        if any(fits(link) for link in chain):
            return EngineUnavailable(korean, english, reason=reason, model=model, cause=cause)
    return EngineUnavailable("FLUX를 준비하지 못했어요({cause}). 기록을 확인해 주세요.",
                             "FLUX could not be made ready ({cause}). Please look at the log.",
                             reason="other", model=model, cause=cause)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """``error`` and what it was raised from: diffusers wraps the Hub's errors in OSError."""
    link: BaseException | None = error
    while link is not None:
        yield link
        link = link.__cause__ or link.__context__
