"""The table in docs/architecture.md, held against the code's own imports."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "adgen"
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "versions" not in path.parts)
EDGES = {"gradio": ("ui",), "fastapi": ("api",), "torch": ("engines/flux",), "diffusers": ("engines/flux",),
         "bitsandbytes": ("engines/flux",), "transformers": ("engines/flux",), "openai": ("copywriters", "engines"),
         "huggingface_hub": ("engines",), "bcrypt": ("security.py",), "jwt": ("security.py",),
         "prometheus_client": ("meters.py",), "c2pa": ("provenance.py",),
         "cryptography": ("provenance.py",)}
DATA_FREE = ("ui", "engines", "poster", "copywriters")


def table() -> dict[str, set[str]]:
    """Room → rooms it may import, from the documentation."""
    rows = re.findall(r"^\| `(\w+)` \| .* \| (.*) \|$", (ROOT / "docs/architecture.md").read_text(), re.M)
    return {room: set() if allowed == "–" else set(allowed.split(", ")) for room, allowed in rows}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    """Absolute dotted names of everything the file imports, lazily or not."""
    here = ["adgen", *path.relative_to(PACKAGE).with_suffix("").parts]
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level] if node.level else []
            stem = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            found += [f"{stem}.{alias.name}" for alias in node.names]
    return found


def test_every_room_stands_in_the_table() -> None:
    rooms = {room_of(path) for path in FILES} - {"__init__", "__main__"}
    assert rooms == set(table())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_follow_the_table(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    allowed = table()[room] | {room}
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("adgen.")} - {"__version__"}
    assert ours <= allowed, f"{path.name} imports {sorted(ours - allowed)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_frameworks_live_at_the_edge(path: Path) -> None:
    where = str(path.relative_to(PACKAGE))
    for name in imports(path):
        top = name.split(".")[0]
        assert where.startswith(EDGES.get(top, (where,))), f"{where} imports {top}"
        assert not (top == "sqlalchemy" and where.startswith(DATA_FREE)), f"{where} imports SQLAlchemy"
        assert name.split(".")[0] != "app"


def test_no_room_without_a_subject() -> None:
    assert not [path for path in FILES if path.stem in ("utils", "helpers", "manager")]


@pytest.mark.parametrize(("module", "unwanted"), [
    ("adgen.services", ("torch", "diffusers", "gradio", "openai", "adgen.poster")),
    ("adgen.engines.choice", ("torch", "diffusers", "gradio", "pydantic", "sqlalchemy", "adgen.config")),
    ("adgen.engines.illustration", ("torch", "diffusers", "gradio", "pydantic", "sqlalchemy")),
    ("adgen.engines.base", ("torch", "diffusers", "gradio", "pydantic", "sqlalchemy")),
    ("app", ("torch", "diffusers", "bitsandbytes")),
])
def test_light_rooms_pull_in_nothing_heavy(module: str, unwanted: tuple[str, ...]) -> None:
    script = f"import sys, {module}; print([m for m in {unwanted!r} if m in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip().splitlines()[-1] == "[]"
