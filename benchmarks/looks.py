"""How long an owner waits for four live candidates, for a preview of an edit, and for a new version.

    python benchmarks/looks.py [runs]

The real app over loopback; the first call, which starts the processes that draw, is shown apart.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.conftest import running

ASK = {"project_id": 1, "ad_description": "가을 한정 고구마 라떼가 나왔어요. 4,900원이에요."}


def seconds(web: httpx.Client, path: str, body: dict[str, Any]) -> float:
    """One request, which must succeed."""
    begun = time.perf_counter()
    web.post(f"/api/v1{path}", json=body).raise_for_status()
    return time.perf_counter() - begun


def row(title: str, times: list[float]) -> None:
    """One line of the table."""
    print(f"| {title} | {len(times)} | {statistics.median(times):.3f} | {max(times):.3f} |")


def main(runs: int) -> None:
    """The table."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "data") as server:
        headers = server.register("owner@example.com")
        with httpx.Client(base_url=server.url, headers=headers, timeout=120) as web:
            ad = web.post("/api/v1/contents/generate", json={**ASK, "seed": 1}).raise_for_status().json()["content_id"]
            print("| | runs | median s | max s |\n|---|---|---|---|")
            row("four candidates, first call", [seconds(web, "/candidates", ASK)])
            row("four candidates", [seconds(web, "/candidates", {**ASK, "page": page}) for page in range(runs)])
            for title, channels in (("preview, one channel", ["instagram_portrait"]), ("preview, A4", ["print_a4"])):
                row(title, [seconds(web, f"/contents/{ad}/posters", {
                    "preview": True, "channels": channels, "texts": {"headline": f"고구마 라떼 {run}번째"}})
                    for run in range(runs)])
            row("new version, two channels", [seconds(web, f"/contents/{ad}/posters", {
                "texts": {"headline": f"고구마 라떼 {run}번째"}}) for run in range(runs)])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
