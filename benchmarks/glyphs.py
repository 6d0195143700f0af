"""Missing-glyph boxes on a text of everything an owner may type, in every mood: there must be none.

    python benchmarks/glyphs.py

Every character is cleaned, shaped and compared with the outline of .notdef in the face that drew it; what leaves no ink
counts as missing too. Rows: all 11,172 Hangul syllables; ₩ · • ～ and the symbols of KS X 1001; every emoji of the
archive, with skin tones, flags and presentation selectors; the Japanese and Chinese character sets; sample sentences.
"""

import sys
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from adgen.poster.emoji import clusters  # noqa: E402
from adgen.poster.fonts import MOODS, chain, face  # noqa: E402
from adgen.poster.text import clean, shape, undrawable  # noqa: E402

HANGUL = [chr(code) for code in range(0xAC00, 0xD7A4)]
SENTENCES = ["秋の新作さつまいもラテ、本日から登場。", "「焼きたて」パンとコーヒーのセット￥500",
             "秋季限定红薯拿铁，今日起上市！", "首次到店，剪发七折起～", "特價 中華料理 無料 駐車場",
             "뷁 똠 펲 쀍 홟 쓩 믜 갛", "₩4,900 · 50% • 9～10시 … “마음” ‘첫’ ★☆♥♡ →",
             "🇰🇷 🇯🇵 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨‍👩‍👧‍👦 👩🏽‍🍳 👍🏿 1️⃣ #️⃣ ❤️ ☎️ ☕️ ✂︎ 🫶🏻 🧑‍💻 🏳️‍🌈"]
FILES = sorted({getattr(one, role) for one in MOODS.values()
                for role in ("display", "figure", "label", "body", "small")})


def table(codec: str, rows: Iterable[int]) -> list[str]:
    """The characters of some rows of a 94 × 94 character set."""
    found = (bytes((row, cell)).decode(codec, "ignore") for row in rows for cell in range(0xA1, 0xFF))
    return [char for char in found if char.strip()]


def emoji_sequences() -> list[str]:
    """Every drawn sequence, and the same as phones send it: with U+FE0F and with a skin tone."""
    with zipfile.ZipFile(ROOT / "assets" / "icons" / "emoji.zip") as archive:
        names = [name for name in archive.namelist() if name != "20e3"]
    plain = ["".join(chr(int(code, 16)) for code in name.split("-")) for name in names]
    flags = [chr(0x1F1E6 + first) + chr(0x1F1E6 + second) for first in range(26) for second in range(0, 26, 3)]
    styled = [one + "\ufe0f" for one in plain if len(one) == 1]
    return plain + styled + [one[0] + "\U0001f3fd" + one[1:] for one in plain if one[0] in "👍👋👩👨🧑🤝"] + flags


def notdef(file: str) -> set[str]:
    """Outlines of .notdef in the faces of a chain."""
    return {one.glyph(0).path for one in chain(file) if one.glyph(0).path}


def boxes(texts: list[str], file: str) -> list[str]:
    """The texts that are drawn with a box, or not at all."""
    bad: list[str] = []
    forbidden = notdef(file)
    for text in texts:
        cleaned = clean(text, file)
        lines = [shape(cluster, file) for cluster in clusters(cleaned)]
        drawn = [line for line in lines if line.width > 0]
        box = any(piece.path[piece.path.index("m"):] in forbidden for line in drawn for piece in line.pieces
                  if "m" in piece.path)
        visible = sum(not cluster.isspace() for cluster in clusters(cleaned))
        if box or undrawable(text, file) or len(drawn) < max(1, visible):
            bad.append(text)
    return bad


def main() -> int:
    """Print the table; 1 when anything is missing."""
    rows = {"Hangul syllables": HANGUL,
            "KS X 1001 symbols": [char for char in table("euc_kr", range(0xA1, 0xAD)) if char not in "\u3164\u00ad"],
            "emoji": emoji_sequences(), "JIS X 0208": table("euc_jp", range(0xA1, 0xF5)),
            "GB 2312": table("gb2312", range(0xA1, 0xF8)), "KS X 1001 Hanja": table("euc_kr", range(0xCA, 0xFE)),
            "sentences": SENTENCES}
    missing = 0
    print(f"{'text':20}{'characters':>12}{'boxes':>8}{'s':>8}")
    for name, texts in rows.items():
        started, bad = time.perf_counter(), set[str]()
        for file in FILES:
            bad.update(boxes(texts, file))
        missing += len(bad)
        seconds = time.perf_counter() - started
        print(f"{name:20}{len(texts):>12,}{len(bad):>8}{seconds:>8.1f}  {' '.join(sorted(bad)[:20])}", flush=True)
    own = {file: sum(code in face(file).characters for code in range(0xAC00, 0xD7A4)) for file in FILES}
    print("\nsyllables of its own:", ", ".join(f"{file} {count:,}" for file, count in own.items()))
    print(f"faces {len(FILES)}, missing {missing} (required: 0)")
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main())
