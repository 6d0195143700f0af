"""How many requests a minute: a bucket of tokens for each user or address, in this process's memory.

Several web processes each have their own: the sum may be that many times as large. It keeps a runaway program from
taking everybody's turn; what must hold exactly (jobs, storage, sign-ins) is counted in the database.
"""

import math
import time
from collections import OrderedDict
from threading import Lock

from starlette.requests import Request

from ..errors import NotSignedIn, TooManyRequests
from ..security import read_token
from .identity import address_of, path_of, token_of

COUNTED = ("/api/", "/gradio_api/", "/images/", "/login/", "/logout/")
KNOWN = 10_000
"""Buckets that are remembered; of more, the longest unused is forgotten, which is a full one."""


class Pace:
    """``per_minute`` requests in a minute, as many at once; 0 for no limit."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str) -> None:
        """One request of ``key``; TooManyRequests when its bucket is empty."""
        if not self.per_minute:
            return
        speed, moment = self.per_minute / 60, time.monotonic()
        with self._lock:
            left, since = self._buckets.pop(key, (float(self.per_minute), moment))
            left = min(left + (moment - since) * speed, float(self.per_minute))
            self._buckets[key] = (left - 1 if left >= 1 else left, moment)
            if len(self._buckets) > KNOWN:
                self._buckets.popitem(last=False)
        if left < 1:
            raise TooManyRequests(retry_after=math.ceil((1 - left) / speed))


def key_of(request: Request, secret: str) -> str | None:
    """Whose bucket a request takes from: the user's of a genuine sign-in (whether it still holds is asked later), the
    address's for all else, API tokens too. None for what is not counted: the page's own files and health."""
    if not f"{path_of(request.scope)}/".startswith(COUNTED):
        return None
    try:
        return f"user:{read_token(secret, token_of(request) or '').user_id}"
    except NotSignedIn:
        return f"address:{address_of(request)}"
