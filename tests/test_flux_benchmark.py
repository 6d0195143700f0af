"""The GPU benchmark, as far as a processor can show it: the bundle stands alone, and tiny random weights go through."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def ran(folder: Path, *command: str, alone: bool = False) -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder)} if alone else {**os.environ}
    done = subprocess.run([sys.executable, "benchmarks/flux_gpu.py", *command], cwd=folder, env=environment,
                          capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_the_bundle_is_small_and_measures_by_itself(tmp_path: Path) -> None:
    bundle, alone, out = tmp_path / "flux_gpu.zip", tmp_path / "alone", tmp_path / "out"
    assert "limit 60" in ran(ROOT, "pack", str(bundle)) and bundle.stat().st_size < 60_000_000
    with zipfile.ZipFile(bundle) as packed:
        assert not [name for name in packed.namelist() if "config.py" == Path(name).name and name.startswith("adgen")]
        packed.extractall(alone)
    tiny = ("--tiny", "--device", "cpu", "--out", str(out))
    ran(alone, "parts", "--only", "ceilings", *tiny, alone=True)
    ran(alone, "service", "--only", "ours nf4", *tiny, alone=True)
    seen = json.loads((out / "ours_nf4.json").read_text())
    assert "failed" not in seen and seen["finite"] and seen["one_by_one_ms"]["count"] == 2
    assert seen["facts"]["residency"] == "nf4" and seen["8_clients"]["ms"]["count"] == 16
    told = ran(alone, "report", "--out", str(out), alone=True)
    assert "random weights, full size" in told and "| ours nf4 |" in told and "not measured" in told
