"""What the documents say is true: tables are made from the code, examples are run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from adgen.cli import TABLES, with_tables
from adgen.config import settings_table
from adgen.errors import tree

from .conftest import PASSWORD, ROOT, Server

README = (ROOT / "README.md").read_text()


@pytest.mark.parametrize("page", sorted(set(TABLES.values())))
def test_tables_are_what_the_code_says(page: str) -> None:
    text = (ROOT / page).read_text()
    assert with_tables(text) == text, "run: python -m adgen docs"
    for name in (name for name, where in TABLES.items() if where == page):
        assert re.search(rf"<!-- {name} -->\n\| .*<!-- /{name} -->", text, re.S)


def test_error_codes_are_distinct_and_drawn_in_the_tree() -> None:
    codes = [cls.code for cls in tree()]
    assert len(set(codes)) == len(codes)
    drawn = (ROOT / "adgen/errors/__init__.py").read_text().split('"""')[1]
    assert [cls for cls in tree() if cls.code not in drawn or cls.__name__ not in drawn] == []


def test_env_example_names_real_settings() -> None:
    known = {name for name, _, _ in settings_table()}
    assert set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M)) <= known


def test_tests_that_the_security_page_names_exist() -> None:
    """``test_room::test_what_it_shows…``; a ``…`` alone in front means the room named before."""
    page, room, named = (ROOT / "docs/security.md").read_text(), "", 0
    for part in re.findall(r"`((?:test_\w+|…)(?:::\w+…?)?)`", page):
        found, _, name = part.partition("::")
        room = room if found.startswith("…") else found
        tests = (ROOT / "tests" / f"{room}.py").read_text()
        wanted = name.rstrip("…")
        assert not wanted or f"def {wanted}" in tests, part
        named += 1
    assert named >= 25


def test_pictures_and_links_of_the_documents_exist() -> None:
    for page in (ROOT / "README.md", ROOT / "README.ko.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text()):
            assert "://" in target or (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("language", ["python", "bash"])
def test_examples_of_the_readme_run(server: Server, tmp_path: Path, language: str) -> None:
    example = re.search(rf"<!-- run -->\n```{language}\n(.*?)```", README, re.S)
    assert example
    email = f"readme-{language}@example.com"
    headers = server.register(email)
    project = httpx.get(f"{server.url}/api/v1/projects", headers=headers).json()[0]["id"]
    code = example[1].replace('"project_id": 1', f'"project_id": {project}')
    environment = {**os.environ, "ADGEN_URL": server.url, "EMAIL": email, "PASSWORD": PASSWORD, "NO_PROXY": "*"}
    command = [sys.executable, "-c", code] if language == "python" else ["bash", "-euo", "pipefail", "-c", code]
    answer = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert answer.returncode == 0, answer.stderr
    if language == "bash":
        assert (tmp_path / "ad.png").read_bytes().startswith(b"\x89PNG")
    else:
        assert "/images/ad_" in answer.stdout
