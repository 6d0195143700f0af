"""The real API over a real database, small: two shop owners, and a hand that finishes their jobs as a worker would."""

import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PIL import Image
from starlette.testclient import TestClient

from adgen import jobs, leases
from adgen.api import build_api
from adgen.config import Settings
from adgen.copywriters.base import Copywriter
from adgen.forms import AdRequest
from adgen.models import Content, ContentFile
from adgen.services import Services, build_services

from .conftest import PASSWORD

HOST = "http://shop.test"


@dataclass
class House:
    """The API, and who is signed in."""

    services: Services
    web: TestClient
    owners: dict[str, dict[str, str]] = field(default_factory=dict)

    def owner(self, name: str) -> dict[str, str]:
        """The headers that speak for ``name``, who has a store and a campaign."""
        if name not in self.owners:
            self.register(f"{name}@example.com", brand_name=f"{name} 가게", trade="cafe", consent=True)
            self.owners[name] = self.sign_in(f"{name}@example.com")
        return self.owners[name]

    def register(self, email: str, **fields: Any) -> Any:
        """Sign up."""
        body = {"email": email, "username": "사장님", "password": PASSWORD, "business_type": "restaurant", **fields}
        return self.web.post("/api/v1/auth/register", json=body)

    def sign_in(self, email: str, password: str = PASSWORD) -> dict[str, str]:
        """A bearer's headers; the cookie is thrown away."""
        answer = self.web.post("/api/v1/auth/login", json={"email": email, "password": password})
        assert answer.status_code == 200, answer.text
        self.web.cookies.clear()
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}

    def project(self, name: str) -> int:
        """The first campaign of ``name``."""
        return int(self.web.get("/api/v1/projects", headers=self.owner(name)).json()[0]["id"])

    def ad(self, name: str) -> dict[str, Any]:
        """A finished ad of ``name``."""
        user_id = self.web.get("/api/v1/users/me", headers=self.owner(name)).json()["id"]
        self.services.submit(user_id, AdRequest(project_id=self.project(name), ad_description="딸기 케이크"))
        content_id = finish_next(self.services)
        return dict(self.web.get(f"/api/v1/contents/{content_id}", headers=self.owner(name)).json())


def finish_next(services: Services, fails: str | None = None) -> int | None:
    """Claim the next job and write its outcome with the worker's own functions; the content's id."""
    with services.writing() as session:
        claim = leases.claim(session, "test", leases.Terms(60, 3))
    if claim is None:
        return None
    with services.writing() as session:
        if fails:
            content = jobs.failed_content(claim.job_id, claim.request, fails)
            leases.fail(session, claim, content, "generation_failed", fails)
        else:
            content = finished(services, claim)
            leases.finish(session, claim, content, 0.5)
        return content.id


def finished(services: Services, claim: leases.Claim) -> Content:
    """An ad with a finished picture and one without text."""
    files = []
    for variant, color in (("main", "red"), ("base", "blue"), ("instagram_square", "green")):
        data = io.BytesIO()
        Image.new("RGB", (32, 32), color).save(data, "PNG")
        kept = services.files.write(data.getvalue())
        files.append(ContentFile(variant=variant, name=kept.name, sha256=kept.sha256, bytes=kept.bytes, width=32,
                                 height=32))
    config = {"seed": 1, "width": 32, "height": 32, "ignored": ["cfg"], "provenance": {"ai_generated": True},
              "timings": {"copy": 0.1, "picture": 0.3, "typeset": 0.1}}
    return Content(project_id=claim.project_id, job_id=claim.job_id, user_prompt=claim.request["ad_description"],
                   ad_copy="딸기 케이크가 나왔어요", is_success=True, ai_config=config, files=files, copy_json={},
                   original_image_path=files[1].name, result_image_path=files[0].name, generation_time=0.5)


@contextmanager
def finishing(services: Services, fails: str | None = None) -> Iterator[None]:
    """Finish one job as soon as there is one."""
    def work() -> None:
        while not over.is_set() and finish_next(services, fails) is None:
            time.sleep(0.02)

    over = threading.Event()
    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def house(folder: Path, writer: Copywriter | None = None, **settings: Any) -> Iterator[House]:
    """A house over a fresh data directory, with ``writer`` for its words. Errors come back as answers, as a client sees
    them."""
    services = build_services(Settings(_env_file=None, **{"ADGEN_DATA_DIR": folder, **settings}))
    services = replace(services, copywriter=writer) if writer else services
    with TestClient(build_api(services), base_url=HOST, raise_server_exceptions=False,
                    follow_redirects=False) as web:
        yield House(services, web)
    services.database.dispose()
