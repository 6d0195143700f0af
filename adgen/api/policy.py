"""The content security policy: what the page may load and run.

Gradio's page carries inline scripts (its configuration, and the head that the page's own script stands in), and makes
functions of strings (``gr.HTML``'s templates and ``js_on_load``). So evaluation is allowed, and an inline script by the
hash of its text, computed as the page goes out (CSP level 3, §2.3.1); a script that comes with somebody's data, an
``onerror=`` or a ``javascript:`` address does not run. Styles may stand inline: Svelte writes them so.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .identity import path_of

PAGES = ("/", "/docs")
"""The pages with inline scripts."""
HEADER = "Content-Security-Policy"
_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.S | re.I)
_SOURCES = {"default-src": "'self'", "style-src": "'self' 'unsafe-inline'", "img-src": "'self' data: blob:",
            "font-src": "'self' data:", "media-src": "'self' data: blob:", "connect-src": "'self' data: blob:",
            "worker-src": "'self' blob:", "manifest-src": "'self'", "frame-src": "'none'", "object-src": "'none'",
            "base-uri": "'self'", "form-action": "'self'"}


def policy(framers: str, hashes: Iterable[str] = (), evaluates: bool = False) -> str:
    """The header's value. ``framers`` are the sites in whose frames the page may stand."""
    scripts = " ".join(["'self'", *(["'unsafe-eval'"] if evaluates else []), *(f"'{one}'" for one in hashes)])
    return "; ".join(f"{name} {value}" for name, value in {
        **_SOURCES, "script-src": scripts, "script-src-attr": "'none'", "frame-ancestors": framers}.items())


DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For answers that are data: opened as a page they can do nothing."""


def framers(space: bool) -> str:
    """A Space stands in a frame of Hugging Face's site."""
    return "'self' https://huggingface.co https://*.hf.space" if space else "'self'"


def hashes(html: str) -> list[str]:
    """``sha256-…`` of each inline script's text, in its order."""
    return [_hash(found["text"]) for found in _INLINE.finditer(html)
            if " src=" not in found["attributes"] and found["text"]]


@lru_cache(64)
def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class PackedPage(GZipMiddleware):
    """Compresses the pages: 611 kB become 95 kB, which a phone notices. Gradio's own compression goes by the ending of
    the name, and a page has none. Nothing secret stands in them (BREACH)."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on, compressed where it is a page."""
        if scope["type"] == "http" and path_of(scope) in PAGES:
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class PagePolicy:
    """Writes the policy of the pages with inline scripts. It must stand inside of what compresses.

    ``head`` is what Gradio's script puts into the page's head after it is loaded.
    """

    def __init__(self, app: ASGIApp, head: str, space: bool) -> None:
        self.app, self.framers = app, framers(space)
        self.late = hashes(head)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on; a page is held back until it is whole, and its policy written."""
        if scope["type"] != "http" or scope["method"] != "GET" or path_of(scope) not in PAGES:
            await self.app(scope, receive, send)
            return
        await self.app(scope, receive, _Page(send, self))


class _Page:
    """One page on its way out."""

    def __init__(self, send: Send, rules: PagePolicy) -> None:
        self.send, self.rules = send, rules
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.body += message.get("body", b"")
        if message.get("more_body") or self.start is None:
            return
        headers = MutableHeaders(scope=self.start)
        if headers.get("content-type", "").startswith("text/html"):
            found = dict.fromkeys([*hashes(self.body.decode("utf-8", "replace")), *self.rules.late])
            headers[HEADER] = policy(self.rules.framers, found, evaluates=True)
        await self.send(self.start)
        await self.send({"type": "http.response.body", "body": self.body})
