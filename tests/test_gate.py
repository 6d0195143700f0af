"""What the gate lets in: origins, hosts, paths, bodies; on our routes alone and in the real app around Gradio."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from .conftest import Server
from .small_api import HOST, House, house

ME = "/api/v1/users/me"
GUEST, EVIL = "https://client.example", "https://evil.example"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    settings = {"ADGEN_ALLOWED_ORIGINS": f"{GUEST}/, https://other.example:8443", "ADGEN_MAX_BODY_MB": 1}
    with house(tmp_path_factory.mktemp("gate"), **settings) as one:
        one.owner("minji")
        yield one


def cross(headers: Any) -> set[str]:
    return {name for name in headers if name.startswith("access-control-")}


@pytest.mark.parametrize(("origin", "path", "status"), [
    (None, ME, 200), (HOST, ME, 200), (HOST.upper(), ME, 200), ("https://shop.test", ME, 200),
    ("http://shop.test:80", ME, 200), ("http://shop.test:81", ME, 403), (GUEST, ME, 200), (GUEST.upper(), ME, 200),
    ("https://other.example:8443", ME, 200), ("https://other.example", ME, 403), ("http://client.example", ME, 403),
    (EVIL, ME, 403), ("null", ME, 403), ("", ME, 403), ("https://client.example.evil.example", ME, 403),
    ("http://shop.test:x", ME, 403), (GUEST, "/health", 200), (GUEST, "/config", 403), (GUEST, "/openapi.json", 200),
    (EVIL, "/health", 403),
    (GUEST, "/api/v1x", 403), (GUEST, "/api/v1/stores", 200),
])
def test_origins(home: House, origin: str | None, path: str, status: int) -> None:
    headers = {**home.owner("minji"), **({} if origin is None else {"Origin": origin})}
    answer = home.web.get(path, headers=headers)
    assert answer.status_code == status
    assert bool(cross(answer.headers)) is (origin in (GUEST, GUEST.upper(), "https://other.example:8443")
                                           and status == 200)
    if status == 403:
        assert answer.json()["code"] == "foreign_origin" and "minji" not in answer.text


def test_a_guest_speaks_by_bearer_alone(home: House) -> None:
    cookie = {"Cookie": "adgen_session=" + home.owner("minji")["Authorization"].split()[1]}
    assert home.web.get(ME, headers={**cookie, "Origin": HOST}).status_code == 200
    refused = home.web.get(ME, headers={**cookie, "Origin": GUEST})
    assert refused.status_code == 401 and refused.headers["access-control-allow-origin"] == GUEST
    assert "access-control-allow-credentials" not in refused.headers
    signed_in = home.web.post("/api/v1/auth/logout", headers={**home.owner("minji"), "Origin": GUEST})
    assert signed_in.status_code == 200 and "set-cookie" not in signed_in.headers
    home.owners["minji"] = home.sign_in("minji@example.com")


def test_preflight(home: House) -> None:
    asked = {"Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "authorization"}
    answer = home.web.options(ME, headers={**asked, "Origin": GUEST})
    assert answer.status_code == 204 and answer.headers["access-control-allow-origin"] == GUEST
    assert "PUT" in answer.headers["access-control-allow-methods"] and answer.headers["vary"] == "Origin"
    assert "Idempotency-Key" in answer.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in answer.headers
    for origin in (EVIL, "null"):
        answer = home.web.options(ME, headers={**asked, "Origin": origin})
        assert answer.status_code == 403 and not cross(answer.headers)


def test_bodies_are_capped_by_length_and_by_stream(home: House) -> None:
    headers = {**home.owner("minji"), "Content-Type": "application/json"}

    def stream() -> Iterator[bytes]:
        for _ in range(40):
            yield b" " * 65536

    for content in (b" " * (1024 * 1024 + 1), stream()):
        answer = home.web.post("/api/v1/stores", headers=headers, content=content)
        assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large") and "1MB" in answer.text
    padded = b'{"brand_name": "' + b"x" * 90 + b'"}' + b" " * 999999
    fits = home.web.post("/api/v1/stores", headers=headers, content=padded)
    assert fits.status_code == 201
    for length in ("-1", "1e3", "x"):
        assert home.web.post("/api/v1/stores", headers={**headers, "Content-Length": length}).status_code == 413


def test_every_answer_is_dressed(home: House) -> None:
    for path in ("/healthz", "/nothing", ME, "/assets/swagger/swagger-ui.css"):
        headers = home.web.get(path).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"
        policy = headers["content-security-policy"]
        assert ("default-src 'none'" if path in ("/healthz", "/nothing", ME) else "frame-ancestors 'self'") in policy
        assert headers["x-frame-options"] == "SAMEORIGIN"
    assert home.web.get(ME).headers["cache-control"] == "no-store"


def test_unknown_routes_methods_and_languages(home: House) -> None:
    missing = home.web.get("/api/v1/nothing", headers={"Accept-Language": "en"})
    assert missing.status_code == 404
    assert missing.json() == {"detail": "Not found. Please check the address.", "code": "not_found"}
    wrong = home.web.put("/api/v1/stores")
    assert (wrong.status_code, wrong.json()["code"]) == (405, "method_not_allowed") and wrong.headers["allow"]


def test_surprises_say_nothing(tmp_path: Path) -> None:
    with house(tmp_path) as one:
        headers = one.owner("minji")
        with one.services.writing() as session:
            session.connection().exec_driver_sql("DROP TABLE content_files")
            session.connection().exec_driver_sql("DROP TABLE contents")
        answer = one.web.get("/api/v1/contents", headers=headers)
        assert answer.status_code == 500 and answer.json()["code"] == "internal"
        assert "contents" not in answer.text and answer.headers["x-content-type-options"] == "nosniff"


def test_behind_a_proxy_the_public_names_count(tmp_path: Path) -> None:
    with house(tmp_path, ADGEN_ALLOWED_HOSTS="ads.example, ads.example:8443") as one:
        def status(host: str, origin: str | None = None, path: str = "/api/v1/channels") -> int:
            headers = {"Host": host, **({"Origin": origin} if origin else {})}
            return one.web.get(path, headers=headers).status_code

        assert status("ads.example") == status("ADS.example:8443") == 200
        assert status("127.0.0.1:7860", "https://ads.example") == 200  # a proxy that does not pass Host on
        assert status("evil.example") == status("evil.example", "https://evil.example") == 403
        assert status("10.0.0.9", path="/healthz") == 200


GRADIO = [
    ("/", 200), ("/config", 200), ("/gradio_api/info", 200), ("/gradio_api/info/", 200), ("/theme.css", 200),
    ("/manifest.json", 200), ("/favicon.ico", 200), ("/gradio_api/startup-events", 200), ("/docs", 200),
    ("/openapi.json", 200), ("/terms", 200), ("/healthz", 200),
    ("/monitoring", 404), ("/Monitoring/summary", 404), ("/gradio_api/proxy=https://a.hf.space", 404),
    ("/gradio_api/PROXY=https://a.hf.space", 404), ("/gradio_api/file=http://example.com/", 404),
    ("/gradio_api/file=HTTPS://example.com/", 404), ("/gradio_api/file/http://example.com/", 404),
    ("//gradio_api/monitoring", 404), ("/gradio_api/deep_link?session_hash=a", 404), ("/gradio_api/vibe-code", 404),
    ("/gradio_api/dev/reload", 404), ("/gradio_api/runs", 404), ("/gradio_api/token", 404),
    ("/gradio_api/mcp/", 401), ("/gradio_api/mcp/schema", 401), ("/gradio_api/mcp/sse", 401),
    ("/gradio_api/heartbeat/abc", 401), ("/gradio_api/stream/a/b/1/playlist.m3u8", 401),
    ("/gradio_api/queue/status", 401), ("/gradio_api/openapi.json", 401), ("/gradio_api/file=/etc/passwd", 401),
    ("/gradio_api/upload_progress?upload_id=1", 401), ("/gradio_api/anything/new", 401), ("/nothing", 404),
]


@pytest.mark.parametrize(("path", "status"), GRADIO)
def test_the_real_app_signed_out(server: Server, path: str, status: int) -> None:
    answer = httpx.get(server.url + path, timeout=30)
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["queue/join", "run/hello", "call/hello", "api/hello", "upload", "cancel", "reset",
                                  "stream/abc", "component_server", "process_recording", "mcp/"])
def test_no_event_runs_signed_out(server: Server, path: str) -> None:
    answer = httpx.post(f"{server.url}/gradio_api/{path}", json={"data": []}, timeout=30)
    assert answer.status_code in (401, 404)


@pytest.mark.parametrize("host", ["ads.example.com", "127.0.0.1:7860"])
@pytest.mark.parametrize("origin", [EVIL, "null"])
def test_the_real_app_shows_foreign_pages_nothing(server: Server, host: str, origin: str) -> None:
    bearer = server.register(f"gate-{abs(hash((host, origin)))}@example.com")
    away = {"Host": host, "Origin": origin, **bearer,
            "Cookie": "adgen_session=" + bearer["Authorization"].split()[1]}
    for path in ("/config", "/gradio_api/info", ME, "/", "/health"):
        answer = httpx.get(server.url + path, headers=away, timeout=30)
        assert answer.status_code == 403 and not cross(answer.headers)
        asked = httpx.options(server.url + path, headers={**away, "Access-Control-Request-Method": "GET"}, timeout=30)
        assert asked.status_code == 403 and not cross(asked.headers)


def test_a_false_host_does_not_reach_gradios_addresses(server: Server) -> None:
    answer = httpx.get(f"{server.url}/config", headers={"X-Forwarded-Host": "evil.example"}, timeout=30)
    assert answer.status_code == 200 and "evil.example" not in answer.text
