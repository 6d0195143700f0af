"""Clocks of a benchmark: CUDA events where there is a GPU, and what the card does meanwhile."""

import statistics
import subprocess
import time
from collections.abc import Callable
from typing import Any

import torch


def wait(device: torch.device) -> None:
    """Until the device has done all that it was given."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def milliseconds(work: Callable[[], Any], device: torch.device, rounds: int = 20, warm: int = 5) -> dict[str, float]:
    """Median, least and most milliseconds of ``work`` after ``warm`` calls."""
    for _ in range(warm):
        work()
    wait(device)
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        wait(device)
        times.append((time.perf_counter() - began) * 1000)
    return summary(times)


def summary(values: list[float]) -> dict[str, float]:
    """Median, spread and count."""
    ordered = sorted(values)
    at = min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))
    return {"p50": round(statistics.median(ordered), 3), "p95": round(ordered[at], 3), "least": round(ordered[0], 3),
            "most": round(ordered[-1], 3), "count": len(ordered)}


def card(device: torch.device) -> dict[str, Any]:
    """Name, driver, clocks and watts of the card at this moment; what is not known is left out."""
    if device.type != "cuda":
        return {"name": "cpu", "torch": torch.__version__}
    asked = "name,driver_version,clocks.sm,clocks.max.sm,power.draw,temperature.gpu,memory.total"
    try:
        ran = subprocess.run(["nvidia-smi", f"--query-gpu={asked}", "--format=csv,noheader,nounits"],
                             capture_output=True, text=True, timeout=20, check=True)
        row = dict(zip(asked.split(","), (part.strip() for part in ran.stdout.splitlines()[0].split(",")),
                       strict=True))
    except (OSError, subprocess.SubprocessError, IndexError, ValueError):
        row = {"name": torch.cuda.get_device_name(device)}
    return {**row, "torch": torch.__version__, "cuda": torch.version.cuda,
            "capability": ".".join(map(str, torch.cuda.get_device_capability(device)))}


def peak(device: torch.device) -> dict[str, float]:
    """Peak gigabytes allocated and reserved since ``fresh``."""
    if device.type != "cuda":
        return {}
    return {"allocated_gb": round(torch.cuda.max_memory_allocated(device) / 1e9, 2),
            "reserved_gb": round(torch.cuda.max_memory_reserved(device) / 1e9, 2)}


def fresh(device: torch.device) -> None:
    """Forget peaks and give unused memory back."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(device)
