"""ZeroGPU as the package ``spaces`` offers it: the decorator, and what it raises as sentences. Without torch.

The texts are those of spaces 0.51.3 (``spaces/zero/client.py``, ``wrappers.py``). It raises ``gradio.Error`` with a
title that begins with "ZeroGPU"; read by its attributes here, because gradio is no part of an engine.
"""

import importlib
import re
from collections.abc import Callable
from typing import Any, TypeVar

from ..errors import EngineError, EngineUnavailable

Function = TypeVar("Function", bound=Callable[..., Any])
HUNG_UP = "Connection closed by visitor"
"""How the RuntimeError begins that is raised when the page was closed while its job waited for a GPU."""


def on_gpu(duration: Callable[..., int]) -> Callable[[Function], Function]:
    """Make a module's function one that runs in a forked process with a GPU; ``duration`` gets its arguments.

    Outside ZeroGPU, and without the package, the function stays what it is.
    """
    try:
        spaces = importlib.import_module("spaces")
    except ImportError:
        return lambda function: function
    decorator: Callable[[Function], Function] = spaces.GPU(duration=duration)
    return decorator


_REFUSALS: tuple[tuple[str, str, str, str], ...] = (
    ("quota", r"exceeded your .*quota",
     "오늘 쓸 수 있는 GPU 시간이 다 됐어요. {when} 다시 해 주세요. Hugging Face에 로그인하면 더 쓸 수 있어요.",
     "Your GPU time for today is used up. Please try again {when_en}; signing in to Hugging Face gives more."),
    ("runs", r"exceeded your .*runs limit",
     "짧은 시간에 GPU를 여러 번 썼어요. 잠시 뒤에 다시 해 주세요.",
     "You used the GPU many times in a short while. Please try again in a moment."),
    ("space_quota", r"reached its GPU limit",
     "이 Space의 오늘 GPU 시간이 다 됐어요. Hugging Face에 로그인하고 Space 화면에서 만들면 내 GPU 시간으로 그려요.",
     "This Space's GPU time for today is used up. Sign in to Hugging Face and make the ad on the Space's own page: "
     "it then counts on your GPU time."),
    ("credits", r"credits allocated to running tasks",
     "앞서 부탁한 GPU 작업이 아직 끝나지 않았어요. 끝나면 다시 해 주세요.",
     "GPU tasks that you asked for before are still running. Please try again when they are done."),
    ("duration", r"larger than the maximum allowed|GPU task aborted",
     "그림 한 장이 GPU에 허락된 시간을 넘어요. 크기나 단계 수를 줄여 주세요.",
     "This picture takes longer than the GPU allows. Choose a smaller size or fewer steps."),
    ("busy", r"No GPU was available",
     "지금은 빈 GPU가 없어요. 잠시 뒤에 다시 해 주세요.", "No GPU is free just now. Please try again in a moment."),
    ("token", r"Expired ZeroGPU proxy token",
     "페이지를 연 지 오래됐어요. 새로 고친 뒤 다시 해 주세요.",
     "This page was opened long ago. Reload it and try again."),
)
"""(reason, words in the message, Korean, English); the first line that fits wins."""
_WAIT = re.compile(r"Try again in (?:(\d+) days?, )?(\d+):(\d+):(\d+)")


def refusal(error: BaseException) -> EngineError:
    """What ``error`` of a call to the GPU means for the owner: EngineUnavailable with a ``reason``, or EngineError when
    the painting itself broke."""
    title, message = str(getattr(error, "title", "")), str(getattr(error, "message", error))
    if title.startswith("ZeroGPU"):
        for reason, words, korean, english in _REFUSALS:
            if re.search(words, message):
                when = _when(message)
                return EngineUnavailable(korean, english, reason=reason, when=when[0], when_en=when[1])
        if title == "ZeroGPU worker error":
            return EngineError(reason="worker", cause=message)
    return EngineUnavailable("ZeroGPU가 대답하지 않아요({cause}). 잠시 뒤에 다시 해 주세요.",
                             "ZeroGPU does not answer ({cause}). Please try again in a moment.", reason="zero_gpu",
                             cause=f"{type(error).__name__}: {message[:200]}")


def _when(message: str) -> tuple[str, str]:
    """When there is GPU time again, in Korean and English, to the minute."""
    found = _WAIT.search(message)
    if found is None:
        return "내일", "tomorrow"
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    hours, minutes = divmod((days * 24 + hours) * 60 + minutes + (1 if seconds else 0), 60)
    korean = " ".join(filter(None, (f"{hours}시간" if hours else "", f"{minutes}분" if minutes else "")))
    english = " ".join(filter(None, (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "")))
    return (f"{korean} 뒤에", f"in {english}") if korean else ("잠시 뒤에", "in a moment")
