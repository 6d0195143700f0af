"""What this process counts of the requests that it answered, for ``/metrics``. Each web process counts its own."""

from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import Metric

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
