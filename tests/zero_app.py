"""Runs ``app.py`` as ZeroGPU does, with the real package ``spaces``, on a machine and with a torch that know no GPU.

``spaces`` pretends that there is a GPU, packs the weights to disk at launch, asks its device API (the test's own
server) for a turn, and forks. What needs a real GPU is replaced: the card is not opened, and the packed weights go
back to the memory of the forked process instead of to a card.
"""

import os
import runpy
import sys
from pathlib import Path
from typing import Any

import bitsandbytes  # noqa: F401  # before the pretence: it would look for CUDA's libraries
import torch

ROOT = Path(__file__).resolve().parent.parent
# What spaces looks up in a CUDA build of torch.
torch.version.cuda = "12.8"
torch._C._cuda_init = lambda: None
torch.cuda._is_in_bad_fork = bool  # type: ignore[assignment]

sys.path.insert(0, str(ROOT))
import spaces  # noqa: E402, F401
from spaces.zero import torch as zero_torch  # noqa: E402
from spaces.zero.torch import patching  # noqa: E402


def unpack(**_: Any) -> None:
    """Every packed tensor as it was, in the places of those that stood for it."""
    for pack in patching.tensor_packs:
        with open(pack.path(), "rb") as file:
            for tensor, size, room in [row for batch in pack.batches for row in batch] + pack.big_tensors:
                data = bytearray(file.read(room)[:size])
                raw = torch.frombuffer(data, dtype=torch.uint8) if size else torch.empty(0, dtype=torch.uint8)
                real = torch.empty(0, dtype=tensor.dtype)
                real.set_(raw.untyped_storage(), 0, tensor.shape, tensor.stride())  # type: ignore[call-overload]
                for stand_in in pack.fakes[tensor]:
                    stand_in.data = real
    sys.modules["adgen.engines.flux.zero"].HERE.flux.device = torch.device("cpu")
    torch.set_num_threads(1)


zero_torch.init = lambda _uuid: None
zero_torch.move = unpack
zero_torch.size = lambda: 0
sys.argv = [str(ROOT / "app.py")]
os.chdir(ROOT)
runpy.run_path(sys.argv[0], run_name="__main__")
