"""The zip: opened again with zipfile and with the system's own tools, whatever the names are."""

import io
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adgen.errors import ImageNotFound
from adgen.packing import LABEL_FILE, Ad, Label, Picture, Words, label_record, notepad, pack, safe_name

PNG, JPG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, b"\xff\xd8\xff" + bytes(9000)
AI = Label(True, True, "flux", "gpt-4.1-mini", "AI로 생성된 이미지입니다",
           "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia")
WHEN = datetime(2026, 11, 27, 16, 30, 8, tzinfo=UTC)
AD = Ad("가을 고구마 라떼", WHEN, AI,
        (Picture("인스타그램 세로 1080x1350", "png", PNG), Picture("카카오 메시지 800x400", "jpg", JPG)),
        (Words("인스타그램", "오늘부터 만나요 ☕\n\n#가을 #라떼"), Words("문자", "(광고)달무리\n무료수신거부 080")),
        ("instagram", "kakao", "naver", "daangn"))


def opened(ads: Sequence[Ad]) -> zipfile.ZipFile:
    with pack(ads) as file:
        archive = zipfile.ZipFile(io.BytesIO(file.read()))
    assert archive.testzip() is None
    return archive


def test_one_ad_lies_flat_with_everything_in_it() -> None:
    archive = opened([AD])
    assert set(archive.namelist()) == {"인스타그램 세로 1080x1350.png", "카카오 메시지 800x400.jpg",
                                       "인스타그램_copy.txt", "문자_copy.txt", LABEL_FILE}
    assert archive.read("인스타그램 세로 1080x1350.png") == PNG
    assert archive.read("카카오 메시지 800x400.jpg") == JPG


def test_a_campaign_has_a_folder_for_each_ad() -> None:
    archive = opened([AD, AD, Ad("겨울/특가", WHEN, Label(False, False))])
    folders = {name.split("/")[0] for name in archive.namelist()}
    assert folders == {"가을 고구마 라떼", "가을 고구마 라떼 (2)", "겨울 특가"}
    assert all(name.count("/") == 1 for name in archive.namelist())
    assert len(archive.namelist()) == 11


def test_names_carry_the_flag_for_utf8_and_are_composed() -> None:
    split = unicodedata.normalize("NFD", "가을 고구마")
    archive = opened([Ad(split, WHEN, AI, (Picture(split, "png", PNG),))])
    entry = next(entry for entry in archive.infolist() if entry.filename.endswith(".png"))
    assert entry.filename == "가을 고구마.png"
    assert entry.flag_bits & 0x800
    assert all(entry.flag_bits & 0x800 or entry.filename.isascii() for entry in archive.infolist())


def test_pictures_are_stored_and_words_deflated_with_sizes_ahead() -> None:
    for entry in opened([AD]).infolist():
        stored = entry.filename.endswith((".png", ".jpg"))
        assert entry.compress_type == (zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
        assert not entry.flag_bits & 0x08, "no data descriptor"


def test_entries_carry_the_time_in_seoul() -> None:
    assert {entry.date_time for entry in opened([AD]).infolist()} == {(2026, 11, 28, 1, 30, 8)}
    early = Ad("옛날", datetime(1970, 1, 1, tzinfo=UTC), AI)
    assert opened([early]).infolist()[0].date_time[0] == 1980


def test_texts_are_what_notepad_reads() -> None:
    data = opened([AD]).read("인스타그램_copy.txt")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == "오늘부터 만나요 ☕\r\n\r\n#가을 #라떼\r\n"
    assert notepad("a\r\nb\rc\nd") == b"\xef\xbb\xbfa\r\nb\r\nc\r\nd\r\n"
    assert notepad("\ud800") == b"\xef\xbb\xbf?\r\n"


def test_paths_are_copied_and_a_missing_one_stops_everything(tmp_path: Path) -> None:
    file = tmp_path / "ad.png"
    file.write_bytes(PNG)
    archive = opened([Ad("광고", WHEN, AI, (Picture("하나", "png", file), Picture("둘", "png", file)))])
    assert archive.read("하나.png") == PNG == archive.read("둘.png")
    with pytest.raises(ImageNotFound):
        pack([Ad("광고", WHEN, AI, (Picture("하나", "png", file), Picture("둘", "png", tmp_path / "gone.png")))])


def test_large_pictures_are_never_in_memory(tmp_path: Path) -> None:
    """Eighty megabytes of pictures in a process that may grow by less than half of that."""
    (tmp_path / "big.png").write_bytes(bytes(20_000_000))
    script = f"""
import resource, zipfile
from datetime import datetime, UTC
from pathlib import Path
from adgen.packing import Ad, Label, Picture, pack
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
path = Path({str(tmp_path / "big.png")!r})
pictures = tuple(Picture("p", "png", path) for _ in range(4))
with pack([Ad("x", datetime.now(UTC), Label(False, False), pictures)]) as file:
    assert len(zipfile.ZipFile(file).namelist()) == 5
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True,
                            cwd=Path(__file__).parent.parent)
    assert int(answer.stdout) < 40


HOSTILE = ["../../etc/passwd", "..", ".", "", "   ", "...", "a/b\\c", "C:\\Windows\\win.ini", "CON", "con.png",
           "nul .x", "LPT1", "COM¹", "aux.tar.gz", "가을<>:\"|?*라떼", "끝에 점...", "끝에 공백   ",
           "\u202e거꾸로gnp", "줄\n바꿈\t탭", "\x00\x1f", "🔥🔥🔥", "☕ 라떼 👨\u200d👩\u200d👧", "가" * 200, "W" * 200,
           "ㄱ" * 79, "e\u0301" * 100, "\ud800", ".hidden", "-rf", "~", "$HOME", "%PATH%", "가을", "가을", "A", "a",
           "AI표시", "AI표시.txt"]


def test_hostile_names() -> None:
    ads = [Ad(name, WHEN, AI, tuple(Picture(other, "png", PNG) for other in HOSTILE),
              tuple(Words(other, other) for other in HOSTILE)) for name in HOSTILE]
    names = opened(ads).namelist()
    assert len(names) == len(HOSTILE) * (2 * len(HOSTILE) + 1)
    assert len({name.casefold() for name in names}) == len(names)
    for folder, file in (name.split("/") for name in names):
        for part in (folder, file):
            assert 1 <= len(part) <= 80 and len(part.encode()) <= 255
            assert part == unicodedata.normalize("NFC", part) == part.strip(" ")
            assert part[0] != "." and part[-1] != "."
            assert not re.search(r'[<>:"/\\|?*\x00-\x1f\u202e]', part)
            assert part.split(".")[0].rstrip().upper() not in {"CON", "PRN", "AUX", "NUL", "LPT1", "COM1", "COM¹"}


@pytest.mark.parametrize(("name", "wanted"), [
    ("가을 한정 라떼", "가을 한정 라떼.png"), ("1+1 행사!", "1+1 행사!.png"),
    ("4,900원 (오늘만)", "4,900원 (오늘만).png"),
    ("🔥", "그림.png"), ("CON", "_CON.png"), ("Console", "Console.png"), ("../x", "x.png")])
def test_names_stay_readable(name: str, wanted: str) -> None:
    assert safe_name(name, ".png", set(), "그림") == wanted


@pytest.mark.skipif(not shutil.which("unzip"), reason="unzip is not installed")
def test_unzip_unpacks_it(tmp_path: Path) -> None:
    with pack([AD, Ad("CON", WHEN, AI, (Picture("../../가", "png", PNG),))]) as file:
        (tmp_path / "ad.zip").write_bytes(file.read())
    environment = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    subprocess.run(["unzip", "-t", "ad.zip"], cwd=tmp_path, env=environment, check=True, capture_output=True)
    subprocess.run(["unzip", "-q", "ad.zip", "-d", "out"], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "out/가을 고구마 라떼/인스타그램 세로 1080x1350.png").read_bytes() == PNG
    assert (tmp_path / "out/_CON/가.png").read_bytes() == PNG


@pytest.mark.skipif(not shutil.which("bsdtar"), reason="bsdtar, which macOS unpacks with, is not installed")
def test_bsdtar_unpacks_it(tmp_path: Path) -> None:
    with pack([AD]) as file:
        (tmp_path / "ad.zip").write_bytes(file.read())
    subprocess.run(["bsdtar", "-xf", "ad.zip"], cwd=tmp_path, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
                   check=True)
    assert (tmp_path / "인스타그램_copy.txt").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_label_record_says_how_it_was_made_and_what_to_tick() -> None:
    text = opened([AD]).read(LABEL_FILE).decode("utf-8-sig")
    for wanted in ("생성형 AI로 만든 그림", "flux", "gpt-4.1-mini", "AI로 생성된 이미지입니다", AI.source_type,
                   "2026-11-28", "'AI 활용' 표시를 켜", "당근", "법률 자문이 아니에요"):
        assert wanted in text
    assert "배달앱" not in text


@pytest.mark.parametrize(("label", "wanted", "unwanted"), [
    (Label(False, False, "illustration", None, "", "http://…/algorithmicMedia"), "도형으로 그린", "'AI 활용'"),
    (Label(False, False), "직접 올린 사진", "IPTC"),
    (Label(False, True, text_model="gpt-4.1-mini"), "AI의 도움을 받아", "따로 표시할 것이 없어요"),
])
def test_the_label_record_claims_nothing_untrue(label: Label, wanted: str, unwanted: str) -> None:
    text = label_record(Ad("광고", WHEN, label, groups=("instagram",)))
    assert wanted in text and unwanted not in text
