"""Makes the Japanese and the Chinese face of this folder from Noto Sans CJK Bold.

    python assets/fonts/make_cjk.py NotoSansCJK-Bold.ttc        (Debian: fonts-noto-cjk 1:20220127; needs fontTools)

Japanese: JIS X 0208, the Hanja and the symbols of KS X 1001. Chinese: GB 2312. Outlines, cmap and kerning are kept.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

_HIGH = range(0xA1, 0xFF)
_FULL_WIDTH = frozenset((*range(0x3000, 0x3100), *range(0xFF01, 0xFFA0)))


def table(codec: str, rows: Iterable[int]) -> frozenset[int]:
    """Code points of the rows of a 94 × 94 character set."""
    found = (bytes((row, cell)).decode(codec, "ignore") for row in rows for cell in _HIGH)
    return frozenset(ord(char) for char in found if len(char) == 1)


FACES = {
    "JP": ("NotoSansCJKjp-Bold-Subset.otf", table("euc_jp", _HIGH) | table("euc_kr", range(0xA1, 0xAD))
           | table("euc_kr", range(0xCA, 0xFE)) | _FULL_WIDTH | frozenset(range(0x2460, 0x2500))),
    "SC": ("NotoSansCJKsc-Bold-Subset.otf", table("gb2312", _HIGH) | _FULL_WIDTH),
}


def make(collection: str, language: str) -> None:
    """Write one face beside this script."""
    name, characters = FACES[language]
    font = next(one for one in TTCollection(collection).fonts
                if one["name"].getDebugName(1) == f"Noto Sans CJK {language}")
    options = subset.Options(hinting=False, layout_features=["kern", "palt"], name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    font.save(Path(__file__).parent / name)


if __name__ == "__main__":
    for one in FACES:
        make(sys.argv[1], one)
