"""From a checkpoint to a pipeline: every layout, every residency, and a download from a real server on loopback."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from bitsandbytes.nn.modules import Linear4bit
from PIL import Image

from adgen.brief import ImageRequest
from adgen.engines.flux import FluxEngine, FluxOptions
from adgen.engines.flux.layouts import MARKS
from adgen.engines.flux.loading import load
from adgen.engines.flux.residency import GB, Room, decide, unpack
from adgen.errors import EngineUnavailable

from .tiny_flux import no_gpu_needed, saved  # noqa: F401  # fixtures

REQUEST = ImageRequest("a cup of coffee in warm light", seed=7, width=64, height=96, steps=2)
ROOT = Path(__file__).resolve().parent.parent
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def options(folder: Path, **more: Any) -> FluxOptions:
    return FluxOptions(model=str(folder), device="cpu", **more)


def painted(folder: Path, **more: Any) -> np.ndarray[Any, Any]:
    return np.asarray(FluxEngine(options(folder, **more)).generate(REQUEST, lambda *_: None).image, dtype=int)


@pytest.mark.parametrize(("free", "capability", "mode"), [
    (141, (9, 0), "bf16"), (45, (8, 0), "bf16"), (44.9, (8, 9), "nf4"), (24, (8, 9), "nf4"), (14, (8, 6), "nf4"),
    (13.9, (8, 6), "two-phase"), (9, (8, 6), "two-phase"), (8.9, (8, 6), "offload"), (4, (7, 5), "offload"),
    (32, (7, 0), "nf4"), (80, (7, 0), "nf4"), (15, (7, 5), "two-phase"), (141, None, "nf4"),
])
def test_the_mode_follows_free_memory(free: float, capability: tuple[int, int] | None, mode: str) -> None:
    assert decide(Room(int(free * GB), capability)) == mode


@pytest.mark.parametrize("mode", ["bf16", "nf4", "two-phase", "offload"])
def test_a_named_mode_is_taken(mode: str) -> None:
    assert decide(Room(GB, (9, 0)), mode) == mode


@pytest.mark.parametrize("mode", ["bf16", "two-phase", "offload"])
def test_every_residency_paints_the_same_picture(folder: Path, mode: str) -> None:
    packed, other = painted(folder, residency="nf4"), painted(folder, residency=mode)
    # On a CPU the packed product is a kernel of its own that rounds elsewhere; on a GPU the numbers are equal.
    assert np.abs(packed - other).mean() < 3
    assert np.array_equal(other, painted(folder, residency=mode))


def test_unpacked_nothing_is_packed_and_the_numbers_are_those_of_the_packed(folder: Path) -> None:
    packed, plain = load(options(folder, residency="nf4")), load(options(folder, residency="bf16"))
    assert plain.mode == "bf16" and packed.mode == "nf4"
    for model in (plain.pipe.transformer, plain.pipe.text_encoder_2):
        assert not any(isinstance(layer, Linear4bit) for layer in model.modules())
    count = sum(isinstance(layer, Linear4bit) for layer in packed.pipe.transformer.modules())
    assert count > 5 and unpack(packed.pipe.transformer) == count and unpack(packed.pipe.transformer) == 0
    ours, theirs = packed.pipe.transformer.state_dict(), plain.pipe.transformer.state_dict()
    assert ours.keys() == theirs.keys() and all(torch.equal(ours[key], theirs[key]) for key in ours)


def test_two_phases_take_turns(folder: Path) -> None:
    flux = load(options(folder, residency="two-phase"))
    engine = FluxEngine(options(folder), lambda *_: flux)
    engine.generate(REQUEST, lambda *_: None)
    assert flux.resident == {"transformer"}
    engine.generate(ImageRequest("another cup", seed=1, width=64, height=64, steps=1), lambda *_: None)
    assert flux.resident == {"transformer"}


def _split(folder: Path, into: Path, keep: tuple[str, ...]) -> Path:
    for part in keep:
        shutil.copytree(folder / part, into / part)
    return into


def test_a_package_of_two_models_takes_the_rest_from_the_base(folder: Path, tmp_path: Path) -> None:
    package = _split(folder, tmp_path / "package", ("transformer", "text_encoder_2"))
    assert np.array_equal(painted(folder), painted(package, base=str(folder)))


def test_a_transformer_alone_at_the_root(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "transformer", tmp_path / "alone")
    assert np.array_equal(painted(folder), painted(tmp_path / "alone", base=str(folder)))


def test_what_neither_has_is_named(folder: Path, tmp_path: Path) -> None:
    package = _split(folder, tmp_path / "package", ("transformer",))
    base = _split(folder, tmp_path / "base", tuple(part for part in MARKS if part not in ("vae", "transformer")))
    with pytest.raises(EngineUnavailable, match="vae") as caught:
        load(options(package, base=str(base)))
    assert caught.value.details["reason"] == "weights" and "ADGEN_FLUX_BASE" in caught.value.say("en")


def test_a_folder_without_a_transformer_is_no_flux(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match="transformer"):
        load(options(_split(folder, tmp_path / "t5", ("text_encoder_2",)), base=str(folder)))


class Hub(ThreadingHTTPServer):
    """As much of the Hub as a download asks for: a commit, its tree, and the files."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _HubHandler)
        self.files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        self.fetched: list[str] = []


class _HubHandler(BaseHTTPRequestHandler):
    server: Hub

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, body: bool) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/api/models/shop/flux/tree/"):
            rows = [{"type": "file", "path": name, "size": len(data), "oid": hashlib.sha1(data).hexdigest()}
                    for name, data in self.server.files.items()]
            self._send(json.dumps(rows).encode(), "application/json", {}, body)
        elif path.startswith("/api/models/shop/flux"):
            known = {"id": "shop/flux", "sha": COMMIT, "siblings": [{"rfilename": name} for name in self.server.files]}
            self._send(json.dumps(known).encode(), "application/json", {}, body)
        else:
            name = path.partition(f"/resolve/{COMMIT}/")[2] or path.partition("/resolve/main/")[2]
            data = self.server.files.get(name)
            if data is None:
                self.send_error(404)
                return
            if body:
                self.server.fetched.append(name)
            self._send(data, "application/octet-stream",
                       {"ETag": f'"{hashlib.sha1(data).hexdigest()}"', "X-Repo-Commit": COMMIT}, body)

    def _send(self, data: bytes, kind: str, headers: dict[str, str], body: bool) -> None:
        self.send_response(200)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        pass


LOADS = """
import json, sys
from adgen.engines.flux.layouts import Source, locate
told = []
layout = locate(Source("shop/flux"), Source("shop/none"), told.append)
print(json.dumps({"told": told, "commit": layout.revision, "parts": sorted(layout.folders),
                  "quantization": layout.quantization}))
"""


def test_a_repository_is_fetched_once_with_progress_and_then_needs_no_network(folder: Path, tmp_path: Path) -> None:
    with Hub(folder) as hub:
        hub.files["flux1-schnell.safetensors"] = b"the whole model once more"
        thread = threading.Thread(target=hub.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        place = {"HF_HOME": str(tmp_path / "cache"), "HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
        first = _asked({**place, "HF_ENDPOINT": f"http://127.0.0.1:{hub.server_address[1]}"})
        hub.shutdown()
        thread.join()
    again = _asked({**place, "HF_ENDPOINT": "http://127.0.0.1:9"})
    assert first["commit"] == again["commit"] == COMMIT and first["parts"] == again["parts"] == sorted(MARKS)
    assert first["quantization"]["transformer"] == "nf4" and first["quantization"]["vae"] == "none"
    assert first["told"] and first["told"] == sorted(first["told"]) and first["told"][-1] == 1.0
    assert again["told"] == [] and "flux1-schnell.safetensors" not in hub.fetched
    assert len(hub.fetched) == len(set(hub.fetched))


def _asked(environment: dict[str, str]) -> dict[str, Any]:
    ran = subprocess.run([sys.executable, "-c", LOADS], cwd=ROOT, env={**os.environ, **environment},
                         capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    answer: dict[str, Any] = json.loads(ran.stdout.strip().splitlines()[-1])
    return answer


def test_a_picture_from_such_a_cache_is_an_image(folder: Path) -> None:
    made = FluxEngine(options(folder)).generate(REQUEST, lambda *_: None)
    assert isinstance(made.image, Image.Image) and made.image.size == (64, 96)
