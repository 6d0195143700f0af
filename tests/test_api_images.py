"""Pictures, our own files, the legal pages and Swagger."""

import re
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from adgen.security import image_url, sign_image

from .small_api import House, house


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("api")) as one:
        yield one


@pytest.fixture(scope="module")
def ad(home: House) -> dict[str, Any]:
    return home.ad("minji")


def test_the_owner_sees_it_and_nobody_else(home: House, ad: dict[str, Any]) -> None:
    path = f"/images/{ad['result_image_path']}"
    seen = home.web.get(path, headers=home.owner("minji"))
    assert seen.status_code == 200 and seen.content.startswith(b"\x89PNG")
    assert seen.headers["cache-control"] == "private, max-age=3600"
    assert seen.headers["content-security-policy"].startswith("sandbox")
    assert seen.headers["x-content-type-options"] == "nosniff" and seen.headers["content-disposition"] == "inline"
    assert home.web.head(path, headers=home.owner("minji")).status_code == 200
    home.web.cookies.clear()
    assert home.web.get(path).status_code == 401
    other = home.web.get(path, headers=home.owner("jun"))
    assert (other.status_code, other.json()["code"]) == (404, "image_not_found")
    missing = "/images/ad_000000000000000000000000.png"
    assert home.web.get(missing).status_code == 401
    assert home.web.get(missing, headers=home.owner("jun")).status_code == 404


def test_signed_links_hold_until_they_expire(home: House, ad: dict[str, Any]) -> None:
    home.web.cookies.clear()
    name, secret = ad["result_image_path"], home.services.secret
    owner = home.web.get("/api/v1/users/me", headers=home.owner("minji")).json()["id"]
    link = ad["image_url"]
    query = parse_qs(urlsplit(link).query)
    exp, sig = int(query["exp"][0]), query["sig"][0]
    assert 24 * 3600 <= exp - time.time() <= 25 * 3600
    assert home.web.get(link).status_code == 200
    past = int(time.time()) - 1
    bad = [f"exp={exp + 1}&sig={sig}", f"exp={exp}&sig={sig[:-1]}0", f"exp={exp}&sig=", f"exp=&sig={sig}",
           f"exp=x&sig={sig}", f"exp={exp}&sig=%EA%B0%80", f"exp={'9' * 40}&sig={sig}",
           f"exp={past}&sig={sign_image(secret, name, owner, past)}",
           image_url(secret, name, owner + 1).split("?")[1]]
    for query_string in bad:
        tampered = home.web.get(f"/images/{name}?{query_string}")
        assert tampered.status_code == 401 or query_string.startswith(f"exp={exp}&sig={sig}"), query_string
    assert home.web.get(f"/images/{ad['original_image_path']}?exp={exp}&sig={sig}").status_code == 401
    assert home.web.get(f"/images/{name}?exp={exp}&sig=00", headers=home.owner("minji")).status_code == 200
    assert home.web.get(f"/images/{name}?exp={exp}&sig=00", headers=home.owner("jun")).status_code == 404


def test_variants_of_a_content(home: House, ad: dict[str, Any]) -> None:
    path = f"/api/v1/contents/{ad['id']}/image"
    sizes = {variant: home.web.get(f"{path}?variant={variant}", headers=home.owner("minji")).content
             for variant in ("main", "base", "instagram_square")}
    assert len(set(sizes.values())) == 3
    assert home.web.get(path, headers=home.owner("minji")).content == sizes["main"]
    missing = home.web.get(f"{path}?variant=fax", headers=home.owner("minji"))
    assert (missing.status_code, missing.json()["code"]) == (404, "image_not_found")


@pytest.mark.parametrize(("asked", "kept"), [
    ("달무리 딸기.png", "달무리 딸기.png"), ("../../etc/passwd", "etcpasswd.png"), ('a"\r\nX: y', "aX y.png"),
    ("", "adgen.png"), ("...", "adgen.png"),
])
def test_the_name_of_a_download(home: House, ad: dict[str, Any], asked: str, kept: str) -> None:
    answer = home.web.get(ad["image_url"] + f"&download={quote(asked)}")
    assert answer.headers["content-disposition"] == (
        f"attachment; filename=\"adgen.png\"; filename*=UTF-8''{quote(kept, safe='')}")
    assert "x" not in answer.headers


@pytest.mark.parametrize("path", [
    "/images/../adgen.db", "/images/..%2fadgen.db", "/images/%2e%2e%2fsecret.key", "/images/..%5csecret.key",
    "/images/secret.key", "/images/.tmp-ad_1.png", "/images/ad_1.png%00.txt", "/images//etc/passwd",
    "/assets/swagger/../../pyproject.toml", "/assets/swagger/..%2f..%2fpyproject.toml", "/assets/..%2f/app.py",
    "/assets/legal/terms.html", "/assets/icons/noto.json", "/assets/swagger/", "/assets/swagger/nothing.js",
    "/assets/swagger/%2fetc/passwd.txt", "/assets/fonts/.hidden.txt", "/assets/swagger/..%2f..%2fadgen%2f__init__.py",
])
def test_nothing_else_is_given_out(home: House, path: str) -> None:
    for headers in ({}, home.owner("minji")):
        home.web.cookies.clear()
        answer = home.web.get(path, headers=headers)
        assert answer.status_code in (401, 404), path
        assert answer.headers["content-type"] == "application/json"


def test_our_own_files_are_cached(home: House) -> None:
    style = home.web.get("/assets/swagger/swagger-ui.css")
    assert style.status_code == 200 and style.headers["content-type"].startswith("text/css")
    assert style.headers["cache-control"] == "public, max-age=86400"
    assert "immutable" in home.web.get("/assets/swagger/swagger-ui.css?v=1").headers["cache-control"]
    again = home.web.get("/assets/swagger/swagger-ui.css", headers={"If-None-Match": style.headers["etag"]})
    assert again.status_code == 304
    assert home.web.get("/assets/fonts/PretendardVariable.woff2").headers["content-type"] == "font/woff2"


def test_swagger_needs_no_other_site(home: House) -> None:
    page = home.web.get("/docs").text
    assert not re.findall(r"(?:src|href)=[\"']?(?:https?:)?//", page) and "cdn" not in page
    for link in re.findall(r'(?:src|href)="\./(assets/[^"]+)"', page):
        assert home.web.get(f"/{link}").status_code == 200
    schema = home.web.get("/openapi.json").json()
    assert "인공지능기본법" in schema["info"]["description"]
    assert {path for path in schema["paths"] if not path.startswith(("/api/v1/", "/images/", "/health"))} == set()
    assert not [path for path in schema["paths"] if path.endswith("/")]


@pytest.mark.parametrize("name", ["terms", "privacy"])
def test_legal_pages_name_the_operator(name: str, tmp_path: Any) -> None:
    settings = {"ADGEN_OPERATOR_NAME": "<달>무리", "ADGEN_OPERATOR_EMAIL": "help@example.com",
                "OPENAI_API_KEY": "sk-secret-value"}
    with house(tmp_path, **settings) as one:
        answer = one.web.get(f"/{name}")
        page = answer.text
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "&lt;달&gt;무리" in page and "help@example.com" in page and "2026-11" in page
        assert "[[" not in page and "Summary in English" in page and "sk-secret" not in page
        assert ("OpenAI" in page) is (name == "privacy") and ("인공지능" in page) is (name == "terms")
