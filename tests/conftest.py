"""The real parts, small: SQLite in a temporary directory, and the real app as a process on a free port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from adgen.config import Settings
from adgen.security import hash_password
from adgen.services import Services, build_services

from .postgres import Cluster, installed, started

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "correct horse 말"
HASHED = hash_password(PASSWORD, rounds=4)
"""The same at bcrypt's lowest cost, for accounts that a test makes without signing up."""


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the developer's shell reaches a test."""
    for name in [*os.environ]:
        if name.startswith(("ADGEN_", "OPENAI_", "HF_TOKEN", "GRADIO_", "SECRET_KEY", "DATABASE_URL", "SPACE_ID")):
            if name not in ("ADGEN_REQUIRE_BROWSER", "ADGEN_REQUIRE_POSTGRES"):
                monkeypatch.delenv(name)


SLOW = ("test_zero_app", "test_browser", "test_app", "test_sharing", "test_flux", "test_worker", "test_programs",
        "test_ui")
"""Files of few and slow tests: begun first, so that no core waits for the last of them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow files first; within a file the order stays."""
    items.sort(key=lambda item: not item.path.name.startswith(SLOW))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests marked ``db`` run on SQLite and on a real PostgreSQL."""
    if metafunc.definition.get_closest_marker("db") and "backend" in metafunc.fixturenames:
        metafunc.parametrize("backend", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A PostgreSQL of our own; skips where none is installed, unless ADGEN_REQUIRE_POSTGRES is set."""
    if not installed():
        if os.environ.get("ADGEN_REQUIRE_POSTGRES"):
            raise AssertionError("PostgreSQL is not installed: apt-get install postgresql")
        pytest.skip("PostgreSQL is not installed")
    with started() as one:
        yield one


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The setting that names the database: a fresh one on PostgreSQL; nothing for SQLite in the data directory."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield {}
        return
    with request.getfixturevalue("cluster").database() as url:
        yield {"DATABASE_URL": url}


@pytest.fixture
def make_services(tmp_path: Path, backend: dict[str, str]) -> Iterator[Callable[..., Services]]:
    """``make_services(ADGEN_JOB_LEASE=1)``: services over a fresh data directory."""
    built: list[Services] = []

    def make(**settings: Any) -> Services:
        services = build_services(
            Settings(_env_file=None, **{"ADGEN_DATA_DIR": tmp_path / "data", **backend, **settings}))
        built.append(services)
        return services

    yield make
    for services in built:
        services.database.dispose()


@pytest.fixture
def services(make_services: Callable[..., Services]) -> Services:
    """Services over a fresh data directory."""
    return make_services()


@dataclass
class Server:
    """The real app in its own process."""

    url: str
    data_dir: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """``kill -9`` of everything that was started: app and worker."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def register(self, email: str, **fields: Any) -> dict[str, str]:
        """Make an account with a store and a campaign; the headers that speak for it."""
        body = {"email": email, "password": PASSWORD, "brand_name": "달무리 커피", "trade": "cafe", "consent": True}
        answer = httpx.post(f"{self.url}/api/v1/auth/register", json={**body, **fields}, timeout=30)
        assert answer.status_code == 200, answer.text
        return self.sign_in(email)

    def sign_in(self, email: str) -> dict[str, str]:
        """The headers that speak for an account."""
        answer = httpx.post(f"{self.url}/api/v1/auth/login", json={"email": email, "password": PASSWORD}, timeout=30)
        assert answer.status_code == 200, answer.text
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(data_dir: Path, cwd: Path = ROOT, script: Path = ROOT / "app.py", **settings: str) -> Server:
    """Start ``python app.py``, or a ``script`` that runs it, and wait until it answers."""
    port = int(settings.get("GRADIO_SERVER_PORT") or free_port())
    keep = {key: value for key, value in os.environ.items()
            if not key.startswith(("ADGEN_", "OPENAI_", "HF_TOKEN", "GRADIO_", "SECRET_KEY", "DATABASE_URL"))}
    environment = {**keep, "ADGEN_DATA_DIR": str(data_dir), "GRADIO_SERVER_PORT": str(port), "HF_HUB_OFFLINE": "1",
                   "NO_PROXY": "127.0.0.1,localhost", **settings}
    log = data_dir.parent / f"{data_dir.name}.log"
    with open(log, "ab") as out:
        process = subprocess.Popen([sys.executable, str(script)], cwd=cwd, env=environment, stdout=out,
                                   stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True)
    url = f"http://127.0.0.1:{port}"
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            if httpx.get(f"{url}/healthz", timeout=5).status_code == 200:
                return Server(url, data_dir, environment, process, log)
        except httpx.TransportError:
            time.sleep(0.1)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    raise AssertionError(f"the app did not start:\n{log.read_text()[-4000:]}")


@contextmanager
def running(data_dir: Path, cwd: Path = ROOT, script: Path = ROOT / "app.py", **settings: str) -> Iterator[Server]:
    """A server for a ``with`` block, stopped as an operator would."""
    server = start_server(data_dir, cwd, script, **settings)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.process.terminate()
            try:
                server.process.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One app for all tests that only need a running one; each test registers its own users."""
    with running(tmp_path_factory.mktemp("server") / "data") as one:
        yield one
