"""Dockerfile and compose.yaml, read as a builder would: no engine stands where the tests run."""

import json
import re
import shlex
from typing import Any

import pytest
import yaml

from adgen.config import settings_table

from .conftest import ROOT

DOCKERFILE = re.sub(r"\\\n\s*", " ", (ROOT / "Dockerfile").read_text())
SECRET = re.compile(r"(?i)(secret|password|token|api_key|dsn)")


def steps() -> list[tuple[str, str]]:
    """(instruction, rest) of each line."""
    lines = (line.strip() for line in DOCKERFILE.splitlines())
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in lines if line and not line.startswith("#")]


def compose(name: str = "compose.yaml") -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / name).read_text())
    return found


def test_both_images_come_from_one_file_and_every_base_is_pinned() -> None:
    stages = [rest for word, rest in steps() if word == "FROM"]
    assert [stage.split(" AS ")[1] for stage in stages] == ["cpu", "cuda", "packages", "app"]
    assert [stage.split(" AS ")[0] for stage in stages[2:]] == ["${BASE}", "${BASE}"]
    for stage in stages[:2]:
        assert stage.startswith("python:${PYTHON}-slim-bookworm")
    arguments = dict(rest.split("=") for word, rest in steps() if word == "ARG")
    assert arguments["BASE"] == "cpu" and re.fullmatch(r"3\.1[1-3]\.\d+", arguments["PYTHON"])


def test_it_runs_as_nobody_in_particular_and_says_how_it_is() -> None:
    words = [word for word, _ in steps()]
    assert words.count("USER") == 1 and ("USER", "10001:10001") in steps() and words.index("USER") < words.index("CMD")
    assert ("STOPSIGNAL", "SIGTERM") in steps() and ("VOLUME", '["/data"]') in steps()
    health = next(rest for word, rest in steps() if word == "HEALTHCHECK")
    assert "/healthz" in health and json.loads(health[health.index("["):])[0] == "python"
    assert json.loads(next(rest for word, rest in reversed(steps()) if word == "CMD")) == ["python", "app.py"]


def test_what_is_copied_exists_and_is_let_in() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    for word, rest in steps():
        if word == "COPY" and not rest.startswith("--from"):
            for name in shlex.split(rest)[:-1]:
                assert (ROOT / name).exists() and f"!{name.removeprefix('./')}" in ignored, name
    assert ignored[0] == "*" and "**/.env*" in ignored


def test_no_secret_stands_in_the_files() -> None:
    for word, rest in steps():
        assert word not in ("ENV", "ARG") or not SECRET.search(rest), rest
    for service in compose()["services"].values():
        for name, value in service.get("environment", {}).items():
            assert not SECRET.search(name) or str(value).startswith("${ADGEN_DB_PASSWORD:?"), name
    assert "${ADGEN_DB_PASSWORD:?" in compose()["services"]["app"]["environment"]["DATABASE_URL"]


def test_compose_runs_app_worker_and_a_database_that_is_waited_for() -> None:
    services = compose()["services"]
    assert set(services) == {"app", "worker", "database"}
    for name in ("app", "worker"):
        one = services[name]
        assert one["environment"]["ADGEN_WORKER"] == "external" and "data:/data" in one["volumes"]
        assert one["depends_on"]["database"] == {"condition": "service_healthy"}
        assert one["read_only"] and one["cap_drop"] == ["ALL"] and "no-new-privileges:true" in one["security_opt"]
        assert one["env_file"][0]["path"] == ".env" and one["restart"] == "unless-stopped"
        known = {row[0] for row in settings_table()}
        assert set(one["environment"]) <= known
    assert services["worker"]["command"] == ["python", "-m", "adgen", "worker"]
    assert services["app"]["ports"] == ["127.0.0.1:${ADGEN_PORT:-7860}:7860"] and "ports" not in services["database"]
    assert set(compose()["volumes"]) == {"data", "database"}


@pytest.mark.parametrize("name", ["compose.yaml", "compose.gpu.yaml"])
def test_no_image_floats(name: str) -> None:
    for service in compose(name)["services"].values():
        image = str(service.get("image", "x:1"))
        assert ":" in image and not image.endswith(":latest")
    assert "gpu" in str(compose("compose.gpu.yaml")["services"]["worker"])
