"""Every door of the real app, tried as a stranger: each route that Gradio or we have, each listener of the page.

The lists of what is open are written out here: a route that a new version of Gradio brings, or that we add, must be
closed or be named. Rows D1–D21 are those of the facts on security of 2026-11, §1.3.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
import httpx
import pytest
from fastapi.routing import APIRoute
from gradio.routes import App
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from adgen.api import app_kwargs, auth_dependency
from adgen.api.policy import hashes
from adgen.config import Settings
from adgen.services import Services, build_services
from adgen.ui import build_ui, launch_options

from .conftest import ROOT, Server

OPEN = {
    "GET /", "GET /config", "GET /manifest.json", "GET /favicon.ico", "GET /robots.txt",
    "GET /openapi.json", "GET /docs", "GET /terms", "GET /privacy", "GET /health", "GET /healthz", "GET /readyz",
    "GET /api/v1/health", "GET /api/v1/contents/health",
    "GET /pwa_icon", "GET /pwa_icon/{size}", "GET /gradio_api/app_id", "GET /gradio_api/user",
    "GET /gradio_api/startup-events", "GET /gradio_api/info", "GET /gradio_api/queue/data", "GET /logout",
    "GET /gradio_api/custom_component/{id}/{environment}/{type}/{file_name}",
    "GET /api/v1/channels", "GET /api/v1/templates", "GET /api/v1/trades", "POST /api/v1/auth/logout",
}
"""What a stranger may have: the page, its looks, what it is about, and signing out."""
LAUNCHED = {"GET /", "GET /theme.css", "GET /gradio_api/theme.css", "GET /gradio_api/login_check"}
"""What answers only in an app that was launched: test_gate asks for these."""
FORMS = {"POST /api/v1/auth/register", "POST /api/v1/auth/login", "POST /api/v1/auth/login-json", "POST /login",
         "POST /api/v1/auth/password/forgot", "POST /api/v1/auth/password/reset", "POST /api/v1/auth/verify"}
"""What a stranger may send something to: 422 for what is no sign-in, no address and no mailed link."""


def routes(app: Any) -> Iterator[tuple[str, str]]:
    """(method, path) of every route of the app, those inside of included routers and mounts too."""
    def walk(listed: Any, before: str) -> Iterator[tuple[str, str]]:
        for route in listed:
            if hasattr(route, "effective_route_contexts"):
                for one in route.effective_route_contexts():
                    yield from ((method, before + one.path) for method in one.methods or ())
            elif isinstance(route, APIRoute | Route):
                yield from ((method, before + route.path) for method in route.methods or ())
            elif isinstance(route, Mount):
                yield "GET", before + route.path + "/x"
                yield from walk(getattr(route, "routes", None) or [], before + route.path)

    return walk(app.routes, "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, gr.Blocks, TestClient]]:
    """The whole app in this process, as ``app.py`` puts it together; nobody is signed in."""
    settings = Settings(_env_file=None, **{"ADGEN_DATA_DIR": tmp_path_factory.mktemp("doors") / "data"})
    services = build_services(settings)
    demo = build_ui(services)
    app = App.create_app(demo, app_kwargs=app_kwargs(services, launch_options(services)["head"]),
                         auth_dependency=auth_dependency(services), mcp_server=True)
    yield services, demo, TestClient(app, raise_server_exceptions=False, follow_redirects=False)
    demo.close()
    services.close()
    services.database.dispose()


def filled(path: str) -> str:
    """The path with something in each of its places."""
    return "".join(part if at % 2 == 0 else "1" for at, part in enumerate(
        path.replace("{path:path}", "{p}").replace("{", "\0").replace("}", "\0").split("\0")))


def test_every_route_is_closed_to_strangers_or_named_here(built: tuple[Services, gr.Blocks, TestClient]) -> None:
    _, _, web = built
    found = sorted(set(routes(web.app)))
    assert len(found) > 100 and ("POST", "/gradio_api/queue/join") in found
    wrong = []
    for method, path in found:
        name = f"{method} {path.rstrip('/') or '/'}"
        if method in ("HEAD", "OPTIONS") or name in LAUNCHED:
            continue
        status = web.request(method, filled(path), json={}).status_code
        allowed: tuple[int, ...] = (401, 404, 405)
        if name in OPEN:
            allowed = (200, 302, 404, 422, 503)
        elif name in FORMS:
            allowed = (401, 403, 422)
        if status not in allowed:
            wrong.append((name, status))
    assert not wrong, "\n".join(map(str, wrong))


def test_no_listener_runs_for_a_stranger_whatever_its_visibility(built: tuple[Services, gr.Blocks, TestClient]) -> None:
    """D1, D2: private and unnamed listeners are called by number and by name."""
    _, demo, web = built
    assert len(demo.fns) > 20
    for number, fn in demo.fns.items():
        body = {"data": [None] * len(fn.inputs), "fn_index": number, "session_hash": "abc"}
        paths = ["queue/join", *([f"run/{fn.api_name}", f"call/{fn.api_name}"] if fn.api_name else [])]
        for path in paths:
            answer = web.post(f"/gradio_api/{path}", json=body)
            assert answer.status_code == 401 and answer.json()["code"] == "not_signed_in", (number, path)


def test_the_page_says_nothing_secret(built: tuple[Services, gr.Blocks, TestClient]) -> None:
    """D11: ``/config`` shows every default value; D12, D13: there is no BrowserState and no State with authority."""
    services, demo, web = built
    text = web.get("/config").text
    assert services.secret not in text and str(services.settings.data_dir) not in text
    kinds = {type(block).__name__ for block in demo.blocks.values()}
    assert not kinds & {"BrowserState", "FileExplorer", "LoginButton", "State", "Dataframe", "DownloadButton"}


def test_the_page_runs_only_the_scripts_it_came_with(built: tuple[Services, gr.Blocks, TestClient],
                                                     server: Server) -> None:
    services, *_ = built
    answer = httpx.get(server.url)
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert "'unsafe-inline'" not in policy["script-src"] and "*" not in policy["script-src"]
    page = [f"'{one}'" for one in hashes(answer.text + launch_options(services)["head"])]
    assert page and set(page) <= set(policy["script-src"].split())
    assert policy["object-src"] == policy["frame-src"] == policy["script-src-attr"] == "'none'"
    assert policy["base-uri"] == policy["form-action"] == "'self'"


def test_the_page_goes_out_compressed_to_whom_can_read_it(server: Server) -> None:
    """It is most of what a phone loads at first."""
    packed, plain = (httpx.get(server.url, headers={"Accept-Encoding": kind}) for kind in ("gzip, br", "identity"))
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert packed.text == plain.text and "accept-encoding" in packed.headers["vary"].lower()
    assert int(packed.headers["content-length"]) < len(plain.content) / 4


LAUNCH = {"share": "False", "ssr_mode": "False", "run_history": "False", "enable_monitoring": "False",
          "show_error": "False", "allowed_paths": "[]", "blocked_paths": "[str(settings.data_dir)]",
          "max_file_size": "'20mb'", "num_workers": "0"}


def test_what_gradio_leaves_open_is_switched_off_by_name() -> None:
    """D6, D8, D9, D10, D17, D18, D20: an environment variable or a new default must not switch it on."""
    source = ast.parse((ROOT / "app.py").read_text())
    launch = next(node for node in ast.walk(source) if isinstance(node, ast.Call)
                  and isinstance(node.func, ast.Attribute) and node.func.attr == "launch")
    given = {word.arg: ast.unparse(word.value) for word in launch.keywords if word.arg}
    assert {name: given.get(name) for name in LAUNCH} == LAUNCH


def test_telemetry_and_servers_beside_ours_are_off_before_gradio_is_imported(tmp_path: Path) -> None:
    """D17, D18, D19, D20: whatever the environment says."""
    script = ("import os, app, gradio.analytics, gradio.utils\n"
              "print(gradio.analytics.analytics_enabled(),"
              " [name for name in app.OFF if os.environ.get(name) not in (None, app.OFF[name])])")
    hostile = {"GRADIO_ANALYTICS_ENABLED": "True", "GRADIO_SHARE": "True", "GRADIO_NUM_WORKERS": "4",
               "GRADIO_SSR_MODE": "True", "GRADIO_ALLOWED_PATHS": "/", "GRADIO_RUN_HISTORY": "True",
               "GRADIO_DEBUG": "1", "HF_HUB_DISABLE_TELEMETRY": "0"}
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env={**os.environ, **hostile},
                            capture_output=True, text=True, check=True)
    assert answer.stdout.strip().splitlines()[-1] == "False []"


def test_versions_with_known_holes_are_not_accepted() -> None:
    """§1.1, §1.2: the floors of what has been hit."""
    wanted = (ROOT / "requirements.txt").read_text()
    for floor in ("gradio[mcp]>=6.31", "PyJWT>=2.15", "pillow>=12.2"):
        assert floor in wanted
