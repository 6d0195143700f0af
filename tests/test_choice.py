"""Which engine paints, and that the question costs neither torch nor the web framework."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from adgen.engines import gpu
from adgen.engines.base import Engine
from adgen.engines.choice import BUILDERS, EngineChoice, EngineOptions, build, choose
from adgen.errors import EngineUnavailable

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(("has_gpu", "token", "expected", "said"), [
    (True, None, "flux", "이 서버의 GPU에서 FLUX로 그려요."),
    (True, "hf_secret", "flux", "이 서버의 GPU에서 FLUX로 그려요."),
    (False, "hf_secret", "hub", "이 서버에 GPU가 없어서 Hugging Face의 FLUX로 그려요."),
    (False, None, "illustration", "이 서버에 GPU가 없어서 내장 일러스트로 그려요."),
    (False, "", "illustration", "HF_TOKEN"),
])
def test_auto(has_gpu: bool, token: str | None, expected: str, said: str) -> None:
    choice = choose(EngineOptions(hf_token=token), find_gpu=lambda: has_gpu)
    assert choice.name == expected and said in choice.reason_ko and choice.reason_en


def test_a_picture_server_comes_before_hugging_face() -> None:
    options = EngineOptions(hf_token="hf_secret", images_base_url="http://127.0.0.1:30010/v1")
    assert choose(options, find_gpu=lambda: False).name == "images"
    assert choose(options, find_gpu=lambda: True).name == "flux"


@pytest.mark.parametrize("name", list(BUILDERS))
def test_a_named_engine_is_taken_without_looking_for_a_gpu(name: str) -> None:
    def never() -> bool:
        raise AssertionError("looked for a GPU")

    choice = choose(EngineOptions(engine=name), find_gpu=never)
    assert choice.name == name and name in choice.reason_ko and name in choice.reason_en


def test_an_unknown_engine_is_refused_with_the_known_ones() -> None:
    with pytest.raises(EngineUnavailable, match="auto, flux, images, hub, illustration"):
        choose(EngineOptions(engine="dalle"))


@pytest.mark.parametrize("name", list(BUILDERS))
def test_every_engine_is_built_from_the_options(name: str) -> None:
    options = EngineOptions(flux_model="a/flux", hub_model="b/hub", hf_token="hf_secret", images_model="c/images")
    engine: Engine = build(choose(EngineOptions(engine=name)), options)
    assert engine.name == name
    assert engine.model == {"flux": "a/flux", "hub": "b/hub", "images": "c/images", "illustration": None}[name]
    assert engine.ai is (name != "illustration")


def test_a_missing_package_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [*sys.modules]:
        if module.startswith("adgen.engines.hub"):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(EngineUnavailable, match="huggingface_hub"):
        build(EngineChoice("hub", "", ""), EngineOptions())


def test_the_token_is_never_shown() -> None:
    assert "hf_secret" not in repr(EngineOptions(hf_token="hf_secret"))


def test_choosing_imports_nothing_heavy() -> None:
    """In a process of its own, with the heavy packages made impossible to import."""
    code = """
import sys
for name in ("torch", "diffusers", "pydantic", "sqlalchemy", "gradio", "fastapi", "huggingface_hub"):
    sys.modules[name] = None
from adgen.engines.choice import EngineOptions, build, choose
options = EngineOptions()
choice = choose(options, find_gpu=lambda: False)
assert build(choice, options).name == "illustration"
loaded = {name for name, module in sys.modules.items() if module is not None}
assert not loaded & {"torch", "diffusers", "pydantic", "sqlalchemy", "gradio", "adgen.engines.flux"}
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _driver(folder: Path, init: int, devices: int) -> str:
    """A libcuda that answers ``init`` to cuInit and shows ``devices``."""
    source, library = folder / "cuda.c", folder / "libcuda.so.1"
    source.write_text(f"int cuInit(unsigned f) {{ return {init}; }}\n"
                      f"int cuDeviceGetCount(int *n) {{ *n = {devices}; return 0; }}\n")
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", str(library), str(source)], check=True)
    return str(library)


@pytest.mark.skipif(shutil.which("gcc") is None, reason="no compiler for a stand-in driver")
@pytest.mark.parametrize(("init", "devices", "count"), [(0, 2, 2), (0, 0, 0), (100, 1, 0)])
def test_the_driver_is_asked(tmp_path: Path, init: int, devices: int, count: int) -> None:
    library = _driver(tmp_path, init, devices)
    assert gpu.count_devices(library) == count
    assert gpu.found(library) is (count > 0) and gpu.count(library) == count


def test_no_driver_is_no_gpu(tmp_path: Path) -> None:
    assert gpu.count_devices(str(tmp_path / "libcuda.so.1")) == 0
    assert gpu.found(str(tmp_path / "libcuda.so.1")) is False
