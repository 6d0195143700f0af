"""Fuzzing by hypothesis: spoilt uploads, and briefs of any words, for as many minutes as the argument says.

    python benchmarks/fuzz.py 10

A crash is anything but an answer or an AdgenError. The suite runs a few dozen of the same.
"""

import io
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from PIL import Image
from pydantic import ValidationError

from adgen.asking import brief_of
from adgen.brief import StoreFacts
from adgen.copywriters.choice import CopyOptions, choose
from adgen.errors import AdgenError
from adgen.forms import AdRequest
from adgen.photo import accept
from adgen.trades import TRADES

ROUND = 200
LETTERS = "가나다라 마바사 1234567890,.%원~월일시부터까지 할인 무료 신메뉴 \n\t<>{}$'\"\\\u200d\u202e😀"
WORDS = some.text(some.one_of(some.characters(blacklist_categories=("Cs",)), some.sampled_from(LETTERS)), min_size=1,
                  max_size=400)


def pictures() -> list[bytes]:
    """A small file of each kind, with and without alpha."""
    made = []
    for kind, mode in (("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("WEBP", "RGB")):
        data = io.BytesIO()
        Image.effect_noise((90, 70), 40).convert("RGB").convert(mode).save(data, kind)
        made.append(data.getvalue())
    return made


FILES = pictures()


@some.composite
def uploads(draw: Any) -> bytes:
    """Bytes, or a picture with pieces overwritten, cut out and put in."""
    if draw(some.integers(0, 9)) == 0:
        return bytes(draw(some.binary(max_size=2000)))
    data = bytearray(draw(some.sampled_from(FILES)))
    for _ in range(draw(some.integers(0, 8))):
        at, piece = draw(some.integers(0, len(data))), draw(some.binary(max_size=16))
        data[at:at + draw(some.integers(0, 40))] = piece
    return bytes(data)


def reads(data: bytes) -> str:
    """"read", or the code of the refusal."""
    try:
        accept(data)
        return "read"
    except AdgenError as error:
        return error.code


def writes(fields: dict[str, Any], trade: str) -> str:
    """"written", "invalid" or the code of the refusal."""
    try:
        form = AdRequest(project_id=1, **fields)
        brief = brief_of(form, StoreFacts(name=fields["ad_description"][:30] or "가게", trade=trade), 7, "")
        choose(CopyOptions()).write(brief)
        return "written"
    except ValidationError:
        return "invalid"
    except AdgenError as error:
        return error.code


def main(minutes: float) -> int:
    """Run until the time is over; 0 when nothing crashed."""
    ended: Counter[str] = Counter()
    rules: dict[str, Any] = {"max_examples": ROUND, "deadline": None, "database": None,
                             "suppress_health_check": list(HealthCheck), "phases": (Phase.generate,)}

    @settings(**rules)
    @given(uploads())
    def upload(data: bytes) -> None:
        ended["upload: " + reads(data)] += 1

    @settings(**rules)
    @given(some.fixed_dictionaries({"ad_description": WORDS}, optional={
        "text_in_image": WORDS, "image_prompt": WORDS, "badge": WORDS, "ground": WORDS}),
        some.sampled_from(sorted(TRADES)))
    def brief(fields: dict[str, Any], trade: str) -> None:
        ended["brief: " + writes(fields, trade)] += 1

    until = time.monotonic() + minutes * 60
    while time.monotonic() < until:
        upload()
        brief()
    for name, count in sorted(ended.items()):
        print(f"{count:8d}  {name}")
    print(f"{sum(ended.values()):8d}  in all, none crashed, {minutes:g} minutes")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
