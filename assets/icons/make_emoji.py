"""Makes ``emoji.zip``: every emoji of Noto Emoji without skin tones, one SVG body (128 × 128) per sequence.

    python assets/icons/make_emoji.py <folder of the npm package @iconify-json/noto>
"""

import json
import sys
import zipfile
from pathlib import Path

_TONES = {"1f3fb", "1f3fc", "1f3fd", "1f3fe", "1f3ff"}


def make(package: Path) -> None:
    """Write the archive beside this script, the same bytes for the same package."""
    drawings = json.loads((package / "icons.json").read_text("utf-8"))["icons"]
    sequences: dict[str, str] = json.loads((package / "chars.json").read_text("utf-8"))
    with zipfile.ZipFile(Path(__file__).parent / "emoji.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for sequence, name in sorted(sequences.items()):
            if not _TONES & set(sequence.split("-")):
                entry = zipfile.ZipInfo(sequence, (2026, 11, 24, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, drawings[name]["body"], compresslevel=9)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
