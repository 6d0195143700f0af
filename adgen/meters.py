"""``/metrics``: what this process counts of the requests that it answered, and how the whole service stands.

Each web process counts its own requests; the rest comes from the database and is the same whichever is asked.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0)


class Meters:
    """Counters of one process, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry(auto_describe=False)
        self.requests = Counter("adgen_http_requests", "Requests answered by this web process.",
                                ("method", "route", "status"), registry=self.registry)
        self.seconds = Histogram("adgen_http_request_seconds", "How long they took, until the answer's last byte.",
                                 ("method", "route"), registry=self.registry, buckets=BUCKETS)
        self.refusals = Counter("adgen_refusals", "Errors that this web process told its callers, by code.",
                                ("code",), registry=self.registry)
        self.troubles = Counter("adgen_log_records", "Warnings and errors that this process logged.",
                                ("level", "logger"), registry=self.registry)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request has ended."""
        self.requests.labels(method, route, str(status)).inc()
        self.seconds.labels(method, route).observe(seconds)

    def text(self, more: Iterable[Metric]) -> bytes:
        """All of it in Prometheus' text format (0.0.4), with ``more`` from elsewhere."""
        return generate_latest(self.registry) + generate_latest(_Given(list(more)))


class _Given(CollectorRegistry):
    """A registry of metrics that are already there."""

    def __init__(self, metrics: list[Metric]) -> None:
        super().__init__()
        self._metrics = metrics

    def collect(self) -> Iterable[Metric]:
        """The metrics."""
        return self._metrics


def families(work: dict[str, Any], kept: dict[str, Any]) -> Iterator[Metric]:
    """How the whole service stands (``Standing.jobs``, ``Standing.storage``), as Prometheus families."""
    yield gauge("adgen_jobs", "Jobs by state.", ("state",), {(state,): n for state, n in work["states"].items()})
    yield gauge("adgen_jobs_failed", "Failed jobs by error code.", ("code",),
                 {(code,): n for code, n in work["errors"].items()})
    yield gauge("adgen_queue_oldest_seconds", "How long the first in the queue has waited.", (),
                 {(): work["oldest"]})
    yield gauge("adgen_stage_seconds", "Times of the stages of the latest ads.", ("stage", "quantile"),
                 {(stage, quantile): row[name] for stage, row in work["stages"].items()
                  for name, quantile in (("median", "0.5"), ("p95", "0.95"))})
    yield gauge("adgen_workers", "Workers heard of within half a minute.", ("engine", "state"),
                 _counted((row["engine"], row["state"]) for row in work["workers"]))
    yield gauge("adgen_stored_bytes", "Bytes of the files that rows name.", ("kind",),
                 {(kind,): row["bytes"] for kind, row in kept["kinds"].items()})
    yield gauge("adgen_stored_files", "Files that rows name.", ("kind",),
                 {(kind,): row["files"] for kind, row in kept["kinds"].items()})
    yield gauge("adgen_disk_bytes", "The disk of the pictures.", ("what",),
                 {("free",): kept["free"], ("total",): kept["total"]})
    yield gauge("adgen_users", "Accounts.", (), {(): kept["users"]})
    tokens = CounterMetricFamily("adgen_copy_tokens", "Tokens that the words took from the model.", labels=("kind",))
    for kind in ("prompt", "completion"):
        tokens.add_metric((kind,), kept[f"{kind}_tokens"])
    yield tokens
    yield CounterMetricFamily("adgen_copy_calls", "Calls of the model.", value=kept["calls"])
    yield CounterMetricFamily("adgen_copy_cost_usd", "What they cost.", value=kept["cost"])


def gauge(name: str, help_: str, labels: tuple[str, ...], values: dict[tuple[str, ...], float]) -> GaugeMetricFamily:
    """A family of one gauge: labels' values → value."""
    family = GaugeMetricFamily(name, help_, labels=labels)
    for key, value in values.items():
        family.add_metric(key, value)
    return family


def _counted(keys: Iterator[tuple[str, ...]]) -> dict[tuple[str, ...], float]:
    found: dict[tuple[str, ...], float] = {}
    for key in keys:
        found[key] = found.get(key, 0) + 1
    return found
