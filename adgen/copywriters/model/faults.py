"""What can go wrong between us and a language model, as sentences for the owner."""

from ...brief import Note
from ...errors import CopyError

NOTES: dict[str, Note] = {
    "timeout": Note("AI 문구 서버가 제때 답하지 않아 내장 문구로 썼어요.",
                    "The language model did not answer in time, so the built-in writer wrote this."),
    "connection": Note("AI 문구 서버와 연결이 되지 않거나 끊겨 내장 문구로 썼어요.",
                       "The language model could not be reached, or hung up, so the built-in writer wrote this."),
    "key": Note("AI 문구 서버의 키가 맞지 않아 내장 문구로 썼어요.",
                "The language model's server does not take our key, so the built-in writer wrote this."),
    "model": Note("AI 문구 모델을 서버에서 찾지 못해 내장 문구로 썼어요.",
                  "The server does not know the language model, so the built-in writer wrote this."),
    "limit": Note("AI 문구 서버의 사용 한도에 걸려 내장 문구로 썼어요.",
                  "The language model's server is at its limit, so the built-in writer wrote this."),
    "server": Note("AI 문구 서버에 문제가 생겨 내장 문구로 썼어요.",
                   "The language model's server has a problem, so the built-in writer wrote this."),
    "refused": Note("AI가 이 내용으로 쓰지 않아 내장 문구로 썼어요.",
                    "The language model declined this brief, so the built-in writer wrote this."),
    "answer": Note("AI 문구 서버의 답을 쓸 수 없어 내장 문구로 썼어요.",
                   "The language model's answer could not be used, so the built-in writer wrote this."),
    "length": Note("AI 문구가 중간에 끊겨 내장 문구로 썼어요.",
                   "The language model's answer broke off, so the built-in writer wrote this."),
    "ungrounded": Note("AI 문구에 가게가 알려 주지 않은 내용이 있어 내장 문구로 썼어요.",
                       "The language model said what the shop did not, so the built-in writer wrote this."),
    "open": Note("AI 문구 서버가 계속 답하지 않아 잠시 내장 문구로 쓰고 있어요.",
                 "The language model keeps failing; the built-in writer writes for a while."),
    "cap": Note("오늘 쓸 수 있는 AI 문구를 다 썼어요. 내장 문구로 썼어요.",
                "Today's AI words are used up, so the built-in writer wrote this."),
    "library": Note("AI 문구 기능이 설치되어 있지 않아 내장 문구로 썼어요.",
                    "The language-model client is not installed, so the built-in writer wrote this."),
}
"""Why the built-in writer wrote, by reason."""
AGAIN = frozenset({408, 409, 429})
"""Statuses that are worth another try, as all of 500 and above are."""
_REASONS = {401: "key", 403: "key", 402: "limit", 404: "model", 429: "limit"}
_QUOTA = ("insufficient_quota", "billing")
_POLICY = ("content_filter", "content_policy", "content management policy")


class Fault(CopyError):
    """A call that gave nothing usable; ``reason`` is a key of NOTES.

    ``http_status`` is 0 where the server gave none; ``said`` is the beginning of its complaint; ``wait`` is its
    Retry-After in seconds. ``again`` is true where another try may help.
    """

    def __init__(self, reason: str, http_status: int = 0, said: str = "", wait: float | None = None) -> None:
        super().__init__(NOTES[reason].ko, NOTES[reason].en)
        self.reason, self.http_status, self.said, self.wait = reason, http_status, said, wait

    @property
    def again(self) -> bool:
        if self.reason == "limit" and any(word in self.said for word in _QUOTA):
            return False
        return self.reason == "connection" or self.http_status in AGAIN or self.http_status >= 500


def refusal(status: int, said: str, wait: float | None = None) -> Fault:
    """The Fault for an HTTP status of 400 and above; ``said`` is the body."""
    said = said.lower()
    policy = any(word in said for word in _POLICY)
    return Fault("refused" if policy and status < 500 else _REASONS.get(status, "server"), status, said, wait)
