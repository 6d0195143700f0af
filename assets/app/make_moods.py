"""Draws a sample of each lettering as outlines, so that the page shows a face without loading its font.

Run after a face changed, from the repository: ``python assets/app/make_moods.py``.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from adgen.poster.fonts import MOODS, RHYTHM, Rhythm, face  # noqa: E402

SAMPLE = "맛있는 하루"
EDGE = 20


def main() -> None:
    """Write ``moods/<mood>.svg``: the sample in the mood's display face, cropped to its ink, in black."""
    (HERE / "moods").mkdir(exist_ok=True)
    for mood, faces in MOODS.items():
        drawn = face(faces.display).outline(SAMPLE, RHYTHM.get(faces.display, Rhythm()), False)
        path, boxes = drawn.path, [box for _, box in drawn.boxes]
        left, top = min(box[0] for box in boxes) - EDGE, max(box[3] for box in boxes) + EDGE
        width, height = max(box[2] for box in boxes) + EDGE - left, top + EDGE - min(box[1] for box in boxes)
        svg = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {-top:.0f} {width:.0f} {height:.0f}">'
               f'<path transform="scale(1 -1)" d="{path}"/></svg>\n')
        (HERE / "moods" / f"{mood}.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
