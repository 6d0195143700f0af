"""What a day's words take from the model: counted together by threads and processes, capped, never in the way."""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from adgen import accounts, usage
from adgen.brief import AdBrief, AdCopy, StoreFacts
from adgen.copywriters.base import UNWATCHED, Usage, Watch
from adgen.copywriters.builtin.writer import BuiltinCopywriter
from adgen.forms import CopyForm, Register
from adgen.models import ModelUse
from adgen.services import Services
from adgen.writing import write_copy

from . import model_server
from .conftest import HASHED, PASSWORD

pytestmark = pytest.mark.db

BRIEF = AdBrief(StoreFacts("달무리 커피", "cafe"), "가을 한정 고구마 라떼가 나왔어요.")


class PaidWriter(BuiltinCopywriter):
    """A writer of the seam that pays 700 tokens for each text, as a model would, and stops at the cap."""

    name = "openai"
    model = "tiny-1"

    def write(self, brief: AdBrief, watch: Watch = UNWATCHED) -> AdCopy:
        if watch.meter and not watch.meter.allows():
            return super().write(brief)
        if watch.meter:
            watch.meter.spend(Usage(1, 500, 200))
        return super().write(brief)


def account(services: Services, email: str = "a@example.com") -> int:
    with services.writing() as session:
        return accounts.register(session, Register(email=email, password=PASSWORD), HASHED).id


def test_spending_adds_up_across_threads_and_users(services: Services) -> None:
    one, two = account(services), account(services, "b@example.com")
    threads = [threading.Thread(target=services.meter(user).spend, args=(Usage(1, 10, 5),))
               for user in (one, two, one, one, two) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [services.used_today(user)["calls"] for user in (one, two)] == [12, 8]
    assert services.used_today(one)["tokens"] == 12 * 15 and services.used_today(two)["prompt_tokens"] == 80


def test_the_cap_on_tokens_ends_the_models_day(make_services: Callable[..., Services]) -> None:
    services = make_services(ADGEN_COPY_DAILY_TOKENS=1000)
    user, writer = account(services), PaidWriter()
    for _ in range(5):
        writer.write(BRIEF, Watch(meter=services.meter(user)))
    shown = services.used_today(user)
    assert (shown["calls"], shown["tokens"], shown["allowed"], shown["daily_tokens"]) == (2, 1400, False, 1000)
    assert services.meter(account(services, "b@example.com")).allows()


def test_the_cap_on_cost_counts_both_prices(make_services: Callable[..., Services]) -> None:
    services = make_services(ADGEN_COPY_DAILY_TOKENS=0, ADGEN_COPY_DAILY_COST=0.5, ADGEN_COPY_PRICE_IN=0.15,
                             ADGEN_COPY_PRICE_OUT=0.6)
    user = account(services)
    services.meter(user).spend(Usage(1, 1_000_000, 500_000))
    assert services.used_today(user)["cost"] == pytest.approx(0.45) and services.meter(user).allows()
    services.meter(user).spend(Usage(1, 0, 100_000))
    assert not services.meter(user).allows() and services.used_today(user)["daily_cost"] == 0.5
    assert services.used_today(user)["daily_tokens"] is None


def test_without_caps_nothing_ends(make_services: Callable[..., Services]) -> None:
    services = make_services(ADGEN_COPY_DAILY_TOKENS=0)
    user = account(services)
    services.meter(user).spend(Usage(1, 10**9, 10**9))
    assert services.meter(user).allows()


def test_yesterday_does_not_count_and_the_day_is_koreas(services: Services) -> None:
    user = account(services)
    with services.writing() as session:
        session.add(ModelUse(user_id=user, day="2020-01-01", calls=9, prompt_tokens=10**9, completion_tokens=0))
    assert services.meter(user).allows() and services.used_today(user)["calls"] == 0
    assert usage.day(datetime(2026, 11, 29, 15, 0, tzinfo=UTC)) == "2026-11-30"
    assert usage.day(datetime(2026, 11, 29, 14, 59, tzinfo=UTC)) == "2026-11-29"
    resets = services.used_today(user)["resets_at"]
    assert resets.endswith("T15:00:00.000Z"), "midnight in Korea"


def test_a_failure_of_the_ledger_costs_no_words(services: Services) -> None:
    gone = services.meter(424242)  # no such user: the row is refused
    gone.spend(Usage(1, 1, 1))
    assert gone.allows() and services.used_today(424242)["calls"] == 0


def test_a_models_tokens_are_counted_and_capped_on_the_way(make_services: Callable[..., Services]) -> None:
    """From the server's own count to the note, with nothing of ours left out between."""
    with model_server.running() as server:
        words = json.dumps(model_server.GOOD, ensure_ascii=False)
        server.script = [model_server.events(model_server.chunk(words), model_server.chunk(finish="stop"),
                                             model_server.usage(700, 301), model_server.DONE)]
        services = make_services(OPENAI_BASE_URL=f"http://127.0.0.1:{server.server_port}/v1", OPENAI_MODEL="m",
                                 ADGEN_COPY_DAILY_TOKENS=1000, ADGEN_COPY_PRICE_OUT=10)
        user = account(services)
        body = CopyForm(ad_description=model_server.BRIEF.description, store="카페 봄날", trade="cafe", seed=1,
                        texts=["instagram"], languages=[])
        first = write_copy(services, user, body)
        assert (first["writer"], first["text_model"], first["copy_ai"]) == ("openai", "m", True)
        asked, shown = len(server.seen), services.used_today(user)
        assert (shown["calls"], shown["tokens"]) == (asked, asked * 1001) and not shown["allowed"]
        assert shown["cost"] == pytest.approx(asked * 0.00301)
        other = write_copy(services, user, body.model_copy(update={"ad_description": "딸기 라떼가 나왔어요."}))
        assert (other["writer"], other["copy_ai"], len(server.seen)) == ("builtin", False, asked)
        assert other["note"] and other["note_en"] and other["texts"]["instagram"]["text"]
        services.close()
