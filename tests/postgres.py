"""A real PostgreSQL for the tests: a cluster of its own on a free port, in a temporary directory."""

import glob
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg


@dataclass
class Cluster:
    """A running server; ``address`` is its URL up to the database's name."""

    address: str
    made: int = field(default=0)

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of a fresh database, dropped at the end."""
        self.made += 1
        name = f"adgen_{self.made}"
        with psycopg.connect(f"{self.address}/postgres", autocommit=True) as admin:
            admin.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        try:
            yield f"{self.address}/{name}"
        finally:
            with psycopg.connect(f"{self.address}/postgres", autocommit=True) as admin:
                admin.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


def _folder() -> str | None:
    """Where ``initdb`` and ``pg_ctl`` lie; Debian keeps them out of the path."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb")) or [shutil.which("initdb") or ""]
    return str(Path(found[-1]).parent) if found[-1] else None


def installed() -> bool:
    """Whether a server can be started here."""
    return _folder() is not None


def _user() -> str | None:
    """PostgreSQL refuses to run as root: then as its own user, or as nobody."""
    if os.geteuid():
        return None
    with suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return "nobody"


@contextmanager
def started(*options: str) -> Iterator[Cluster]:
    """A cluster for a ``with`` block; ``options`` such as ``fsync=on`` are given to the server."""
    binaries, user = _folder(), _user()
    folder = tempfile.mkdtemp(prefix="adgen-pg-")
    if user:
        shutil.chown(folder, user)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = f"{folder}/data"

    def call(*command: str) -> None:
        subprocess.run([f"{binaries}/{command[0]}", *command[1:]], check=True, user=user, cwd=folder,
                       stdout=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8", "HOME": folder})

    call("initdb", "-D", data, "-U", "adgen", "-A", "trust", "-E", "UTF8", "--no-sync")
    with open(f"{data}/postgresql.conf", "a") as settings:
        settings.write(f"port={port}\nlisten_addresses='127.0.0.1'\nunix_socket_directories=''\nfsync=off\n"
                       "max_connections=200\n" + "".join(f"{option}\n" for option in options))
    call("pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "start")
    try:
        yield Cluster(f"postgresql://adgen@127.0.0.1:{port}")
    finally:
        call("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
