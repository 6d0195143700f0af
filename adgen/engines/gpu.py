"""Is there an NVIDIA GPU? Asked of the driver itself, so that the web process never imports torch.

The question is put in a short process of its own (about 30 ms): ``cuInit`` leaves CUDA unusable in every process forked
afterwards, and it can hang on a broken driver.
"""

import ctypes
import subprocess
import sys

_BASE, _MOST = 100, 64
"""The count travels as exit status 100 + n: a crash of the driver (1, or a signal) is then no card."""

TIMEOUT = 20.0
"""Seconds; a cold driver with eight cards takes 3–5, a hung one for ever."""


def count_devices(library: str = "libcuda.so.1") -> int:
    """CUDA devices that the driver shows (it honours ``CUDA_VISIBLE_DEVICES``); 0 without a driver.

    Source: CUDA driver API, ``cuInit`` and ``cuDeviceGetCount``, both 0 on success.
    """
    try:
        driver = ctypes.CDLL(library)
    except OSError:
        return 0
    count = ctypes.c_int(0)
    if driver.cuInit(0) != 0 or driver.cuDeviceGetCount(ctypes.byref(count)) != 0:
        return 0
    return count.value


def count(library: str = "libcuda.so.1") -> int:
    """The devices that the driver shows, counted in a process of its own; 0 when there is none or it hangs."""
    command = [sys.executable, "-I", "-S", __file__, library]
    try:
        status = subprocess.run(command, timeout=TIMEOUT, capture_output=True, check=False).returncode
    except (OSError, subprocess.TimeoutExpired):
        return 0
    return status - _BASE if _BASE <= status <= _BASE + _MOST else 0


def found(library: str = "libcuda.so.1") -> bool:
    """True when the driver shows at least one device."""
    return count(library) > 0


if __name__ == "__main__":
    sys.exit(_BASE + min(count_devices(sys.argv[1]), _MOST))
