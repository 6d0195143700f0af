"""Is there an NVIDIA GPU? Asked of the driver itself, so that the web process never imports torch.

The question is put in a short process of its own (about 30 ms): ``cuInit`` leaves CUDA unusable in every process forked
afterwards, and it can hang on a broken driver.
"""

import ctypes
import subprocess
import sys

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


def found(library: str = "libcuda.so.1") -> bool:
    """True when the driver shows at least one device."""
    command = [sys.executable, "-I", "-S", __file__, library]
    try:
        return subprocess.run(command, timeout=TIMEOUT, capture_output=True, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    sys.exit(0 if count_devices(sys.argv[1]) > 0 else 1)
