"""FLUX.1-schnell on a GPU at full size, with random NF4 weights made in seconds: no download, nothing hidden.

    python benchmarks/flux_gpu.py pack /tmp/flux_gpu.zip      # adgen, diffusers, bitsandbytes in under 60 MB
    python benchmarks/flux_gpu.py parts --out OUT             # ceilings, a step in every mode and size, the ends
    python benchmarks/flux_gpu.py service --out OUT           # end to end, ours and stock diffusers in the same run
    python benchmarks/flux_gpu.py files --out OUT             # ready from local files, compile cache cold and warm
    python benchmarks/flux_gpu.py report --out OUT            # the Markdown table

On a machine with torch, transformers and accelerate only: unpack the zip and run its ``benchmarks/flux_gpu.py`` with
``PYTHONPATH=.``. ``--quick`` takes a third of the time, ``--only NAME`` one measurement of a part;
``--tiny --device cpu`` shows on a processor that the script works.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
LIMIT = 60_000_000
KEPT = ("cpu", "cuda126", "cuda128", "cuda130", "cuda132")
"""The CUDA versions that torch 2.11 and 2.13 are built for."""
OURS = ("adgen/__init__.py", "adgen/errors", "adgen/brief.py", "adgen/trades.py", "adgen/graphics.py",
        "adgen/engines", "benchmarks/flux_gpu.py", "benchmarks/full_size")


def pack(target: Path) -> None:
    """Everything that a bare CUDA machine lacks, in one zip; one CUDA library of bitsandbytes is enough."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
        for name in OURS:
            path = ROOT / name
            for file in sorted(path.rglob("*.py")) if path.is_dir() else (path,):
                out.write(file, file.relative_to(ROOT))
        for package in ("diffusers", "bitsandbytes"):
            spec = find_spec(package)
            assert spec and spec.origin
            folder = Path(spec.origin).parent
            unwanted = {file for file in folder.glob("libbitsandbytes_*.so") if file.stem.partition("_")[2] not in KEPT}
            for file in sorted(folder.rglob("*")):
                if file.is_file() and "__pycache__" not in file.parts and file not in unwanted:
                    out.write(file, Path(package) / file.relative_to(folder))
            for info in folder.parent.glob(f"{package}-*.dist-info"):
                out.write(info / "METADATA", Path(info.name) / "METADATA")
    size = target.stat().st_size
    print(f"{target}: {size / 1e6:.1f} MB (limit {LIMIT / 1e6:.0f})")
    if size > LIMIT:
        sys.exit("too large")


def run(part: str, asked: argparse.Namespace) -> None:
    """Measure one part and write it at once: what was measured survives what comes after."""
    import torch
    from full_size import parts
    from full_size.timing import card

    plan = parts.plan(asked.device, asked.tiny, asked.quick)
    out: Path = asked.out
    out.mkdir(parents=True, exist_ok=True)
    jobs: dict[str, dict[str, Any]] = {
        "parts": {"ceilings": lambda: parts.ceilings(plan), "steps": lambda: parts.steps(plan),
                  "ends": lambda: parts.ends(plan)},
        "service": {**{f"ours {mode}": (lambda mode=mode: parts.service(plan, mode)) for mode in ("nf4", "bf16")},
                    **{f"stock {kind}": (lambda kind=kind: parts.stock(plan, kind))
                       for kind in ("nf4 eager", "nf4 offload", "bf16 eager", "bf16 compiled")}},
        "files": {"files": lambda: files(plan)},
    }
    with torch.no_grad():
        for name, work in jobs[part].items():
            if asked.only not in ("", name):
                continue
            began = time.perf_counter()
            try:
                found = work()
            except Exception as error:  # one part that cannot run must not cost the others their time
                found = {"failed": f"{type(error).__name__}: {error}"}
            found |= {"seconds": round(time.perf_counter() - began, 1), "card": card(plan.device),
                      "diffusers": version("diffusers"), "bitsandbytes": version("bitsandbytes")}
            (out / f"{name.replace(' ', '_')}.json").write_text(json.dumps(found, indent=1, default=str))
            print(f"{name}: {found['seconds']} s {found.get('failed', '')}", flush=True)


def files(plan: Any) -> dict[str, Any]:
    """Ready from local files: written once, then read with an empty and with a filled compile cache."""
    from full_size.parts import made
    from full_size.weights import save

    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as place:
        began = time.perf_counter()
        flux = made(plan, "nf4")
        save(flux.pipe, Path(place) / "flux")
        found["write_seconds"] = round(time.perf_counter() - began, 1)
        del flux
        environment = {**os.environ, "TORCHINDUCTOR_CACHE_DIR": str(Path(place) / "inductor")}
        code = READY.format(root=str(ROOT), model=str(Path(place) / "flux"), device=str(plan.device))
        for name in ("cold", "warm"):
            ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True,
                                 check=False)
            found[name] = json.loads(ran.stdout.splitlines()[-1]) if not ran.returncode else ran.stderr[-800:]
    return found


READY = """
import json, sys, time
sys.path.insert(0, {root!r})
from adgen.engines.flux import FluxEngine, FluxOptions
began = time.perf_counter()
engine = FluxEngine(FluxOptions(model={model!r}, device={device!r}, residency="nf4"))
engine.prepare()
took = round(time.perf_counter() - began, 1)
print(json.dumps({{"ready_seconds": took, "facts": engine.status().facts}}, default=str))
"""


def main() -> None:
    """One command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("pack", "parts", "service", "files", "report"))
    parser.add_argument("target", nargs="?", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "outputs" / "flux_gpu")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args()
    if asked.command == "pack":
        pack(asked.target or Path("flux_gpu.zip"))
    elif asked.command == "report":
        from full_size.report import table

        print(table(asked.out))
    else:
        run(asked.command, asked)


if __name__ == "__main__":
    main()
