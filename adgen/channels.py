"""Channel formats and text limits, as data with source and sureness (H official · M secondary · L to be checked).

Where sources disagree the strictest wins; a kilobyte is 1,000 bytes for the same reason. ``docs/channels.md`` shows
both tables. A size L is shown as '확인 필요' until somebody has seen it in the channel's own guide.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from .brief import Margins, Note
from .errors import InvalidInput

Group = Literal["instagram", "kakao", "naver", "delivery", "message", "daangn", "print"]
Sureness = Literal["H", "M", "L"]
GROUPS: dict[Group, Note] = {
    "instagram": Note("인스타그램", "Instagram"), "kakao": Note("카카오", "Kakao"), "naver": Note("네이버", "Naver"),
    "delivery": Note("배달앱", "Delivery apps"), "message": Note("문자", "Text messages"),
    "daangn": Note("당근", "Daangn"), "print": Note("인쇄", "Print"),
}
"""Group → its name, in the order of the page."""


@dataclass(frozen=True)
class Channel:
    """One slot of a channel.

    ``width`` × ``height`` in pixels, exact. ``max_bytes`` of the file (None: no limit known), met by encoding.
    ``reserved`` edges carry no text. ``mm`` is the trimmed size of a print; its pixels include ``bleed_mm`` all round.
    ``refused`` says why the product offers no picture here, or is None. ``sureness`` L is shown as '확인 필요'.
    ``caption_key`` names the words that go beside the picture, a key of TEXTS; empty: none do.
    """

    key: str
    group: Group
    ko: str
    en: str
    width: int
    height: int
    file: Literal["png", "jpg", "pdf"]
    max_bytes: int | None
    source: str
    read_on: str
    sureness: Sureness
    caption_key: str = "instagram"
    caption_limit: int = 2200
    hashtag_limit: int = 5
    label_required: bool = False
    reserved: Margins = Margins()
    kind: Literal["poster", "bizboard"] = "poster"
    mm: tuple[float, float] | None = None
    bleed_mm: float = 0.0
    refused: Note | None = None
    advice: Note | None = None
    """What the owner should know before posting here; shown beside the picture."""

    @property
    def needs_check(self) -> bool:
        """True when the size is not sure enough to be a promise."""
        return self.sureness == "L"


@dataclass(frozen=True)
class TextLimit:
    """How long the words of a channel may be.

    ``limit`` of the body in ``unit``: characters, bytes as the carriers count (Hangul 2, ASCII 1), or pixels of width;
    None: no limit known. ``title`` and ``button`` in the same unit, in characters for pixels. ``line_breaks`` at most.
    ``hashtags`` at most; 0 where nobody reads them. ``bare``: the message alone, without greeting and contact.
    """

    key: str
    ko: str
    en: str
    limit: int | None
    source: str
    sureness: Sureness
    unit: Literal["chars", "bytes", "px"] = "chars"
    hashtags: int = 0
    title: int | None = None
    button: int | None = None
    line_breaks: int | None = None
    bare: bool = False
    note: Note | None = None
    least: int = 0
    """Fewer characters than this are no such text: a blog article has a length."""

    def size(self, text: str) -> int:
        """Length of ``text`` in characters, or in the carriers' bytes.

        A syllable outside the 2,350 of KS X 1001 still counts as two: Python's codec would say eight.
        """
        return 2 * len(text) - len(text.encode("ascii", "ignore")) if self.unit == "bytes" else len(text)

    def fits(self, text: str) -> bool:
        """Whether ``text`` keeps limit, line breaks and alphabet; a width in pixels is not judged here.

        Carriers know EUC-KR only: no emoji, no dashes longer than a hyphen.
        """
        short = self.limit is None or self.unit == "px" or self.size(text) <= self.limit
        return (short and (self.line_breaks is None or text.count("\n") <= self.line_breaks)
                and (self.unit != "bytes" or bool(text == text.encode("euc-kr", "ignore").decode("euc-kr"))))


_READ = "2026-11-23"
_KB, _MB = 1_000, 1_000_000
_KAKAO_ADS = "developers.kakao.com creatives-display"
_KAKAO_MESSAGE = "developers.kakao.com creatives-personalized-message"
_KAKAO_GUIDE = "Kakao Business guide"
_INSTAGRAM = "Instagram size guides of 2026, several that agree"
_DEALERS = "Infobip, ifdo (older dealers ≤ 500 KB)"
_GFA = "three unofficial inspection apps that agree"
_PRINTERS = "printers' guides (bncplan, MangoBoard); 300 dpi"

TEXTS: dict[str, TextLimit] = {row.key: row for row in (
    TextLimit("instagram", "인스타그램 글", "Instagram caption", 2200, "socialmediatoday, Ayrshare documentation", "H",
              hashtags=5, note=Note("한도를 알 수 없는 채널에도 이 글을 써요.",
                                    "Also used for channels whose limit is not known.")),
    TextLimit("kakao_message", "카카오 메시지(이미지 포함)", "Kakao message with a picture", 300,
              "Kakao message-ad documentation", "H", title=16, button=8, line_breaks=29,
              note=Note("가장 짧은 메시지 종류에 맞췄어요. 기본 텍스트는 1,300자까지 써요.",
                        "The strictest kind; a basic text may have 1,300 characters.")),
    TextLimit("kakao_text", "카카오 메시지(기본 텍스트)", "Kakao message, basic text", 1300,
              "Kakao message-ad documentation", "H", title=16, button=8, line_breaks=99,
              note=Note("본문에는 링크를 넣을 수 없어요.", "No links in the body.")),
    TextLimit("kakao_simple", "카카오 메시지(간편·개인화)", "Kakao message, simple or personalised", 400,
              "Kakao message-ad documentation", "H", title=16, button=8, line_breaks=29),
    TextLimit("kakao_wide", "카카오 메시지(와이드 이미지)", "Kakao message, wide picture", 76,
              "Kakao message-ad documentation", "H", title=20, button=8, line_breaks=1),
    TextLimit("kakao_list", "카카오 메시지(와이드 리스트)", "Kakao message, wide list", 25, _KAKAO_MESSAGE, "H",
              title=20, line_breaks=0, note=Note("첫 항목은 25자, 나머지는 30자까지 써요.",
                                       "25 characters for the first item, 30 for the others.")),
    TextLimit("kakao_carousel", "카카오 캐러셀", "Kakao carousel", 180, "Infobip, cs.kakao.com", "M", title=20),
    TextLimit("kakao_search", "카카오 검색 광고(추천형)", "Kakao search ad, recommended", 13, _KAKAO_GUIDE, "H",
              title=13, bare=True),
    TextLimit("kakao_search_custom", "카카오 검색 광고(맞춤형)", "Kakao search ad, custom", 18, _KAKAO_GUIDE, "H",
              title=20, button=6, bare=True),
    TextLimit("kakao_bizboard", "카카오 비즈보드", "Kakao bizboard", 585, "measured specification 1.23", "M", unit="px",
              note=Note("글자 수 대신 폭으로 재요. 광고주 이름이 문구에 들어가야 해요.",
                        "Measured by width; the advertiser's name must stand in the copy.")),
    TextLimit("naver_powerlink", "네이버 파워링크", "Naver Powerlink", 45, "from memory", "L", title=15),
    TextLimit("sms", "단문 문자(SMS)", "SMS", 90, "boneda, Kakao KIMS documentation", "H", unit="bytes",
              note=Note("(광고) 표시와 무료수신거부 번호를 빼면 한글 29자쯤 남아요.",
                        "About 29 Hangul remain beside (광고) and the opt-out number.")),
    TextLimit("lms", "장문 문자(LMS·MMS)", "LMS and MMS", 2000, "boneda, Kakao KIMS documentation", "H", unit="bytes",
              title=40, note=Note("(광고)로 시작하고 무료수신거부 번호로 끝나야 해요.",
                                  "Must begin with (광고) and end with a free opt-out number.")),
    TextLimit("delivery_menu", "배달앱 메뉴 설명", "Delivery app menu description", 200, "a blog's code", "L",
              bare=True),
    TextLimit("naver_blog", "네이버 블로그 글", "Naver blog article", 1800,
              "house rule: 1,200 to 1,800 characters", "M", title=40, least=1200, hashtags=5,
              note=Note("소제목을 나눈 초안이에요. 직접 찍은 사진을 사이사이에 넣어 주세요.",
                        "A draft with headings. Put your own photos between the paragraphs.")),
    TextLimit("naver_place", "네이버 플레이스 소식", "Naver Place news", 500, "not published; kept short",
              "L", title=20),
    TextLimit("daangn", "당근 소식", "Daangn news", 500, "not published; kept short", "L", title=30),
    TextLimit("review_reply", "후기 답글", "Reply to a review", 300, "not published; kept short", "L",
              note=Note("손님이 남긴 후기를 붙여 넣으면 써 드려요.", "Written when you paste the customer's review.")),
    TextLimit("google_business", "구글 비즈니스 게시물", "Google Business post", 1500, "Postiz source code", "H"),
)}
"""The words of each channel: what the copywriter and the page's counters keep to."""


def _words(key: str, hashtags: int | None = None) -> dict[str, Any]:
    """A channel's caption fields from TEXTS; bytes are given as that many Hangul."""
    row = TEXTS[key]
    limit = row.limit or 0
    return {"caption_key": key, "caption_limit": limit // 2 if row.unit == "bytes" else limit,
            "hashtag_limit": row.hashtags if hashtags is None else hashtags}


_MUTE: dict[str, Any] = {"caption_key": "", "caption_limit": 0, "hashtag_limit": 0}
_TALL: dict[str, Any] = {"reserved": Margins(top=0.14, right=0.06, bottom=0.35, left=0.06)}
_OWN_DISH = Note("배달앱에는 실제 음식 사진을 올려 주세요. '내 사진'으로 바꾸면 그대로 쓸 수 있어요.",
                 "Delivery apps expect a photo of the real dish: use your own photo.")
_PLACE = Note("이미지 속 글은 이름 한 줄과 소개 한 줄까지만 통과돼요.",
              "At most one line of name and one of introduction in the picture, or it is rejected.")
_BLOG = Note("AI 그림을 올릴 때는 글쓰기 화면에서 'AI 활용'을 켜 주세요.",
             "Switch 'AI 활용' on when you post an AI picture.")
_DAANGN = Note("AI로 만든 소재는 표시가 없으면 심사에서 반려돼요.", "An AI-made ad without its mark fails the review.")
_SMS = Note("광고 내용은 그림에만 넣지 말고 글로도 적어야 해요.",
            "The message must also stand in the text, not only in the picture.")
_CMYK = Note("인쇄소가 CMYK를 원하면 접수할 때 변환을 부탁해 주세요.", "If the printer wants CMYK, ask for conversion.")


def _print(width_mm: float, height_mm: float) -> dict[str, Any]:
    """A print's fields: bleed of 3 mm, and text at least 3 mm inside the trim."""
    across, down = 6 / (width_mm + 6), 6 / (height_mm + 6)
    return {"mm": (width_mm, height_mm), "bleed_mm": 3.0, "reserved": Margins(down, across, down, across),
            "advice": _CMYK, **_MUTE}


CHANNELS: dict[str, Channel] = {row.key: row for row in (
    Channel("instagram_portrait", "instagram", "인스타그램 세로", "Instagram portrait", 1080, 1350, "png", 8 * _MB,
            "Ayrshare and Late API documentation", _READ, "H"),
    Channel("instagram_square", "instagram", "인스타그램 정사각", "Instagram square", 1080, 1080, "png", 8 * _MB,
            "Ayrshare and Late API documentation", _READ, "M"),
    Channel("instagram_tall", "instagram", "인스타그램 3:4", "Instagram 3:4", 1080, 1440, "png", 8 * _MB, _INSTAGRAM,
            _READ, "M"),
    Channel("instagram_landscape", "instagram", "인스타그램 가로", "Instagram landscape", 1080, 566, "png", 8 * _MB,
            _INSTAGRAM, _READ, "M"),
    Channel("instagram_story", "instagram", "인스타그램 스토리", "Instagram story", 1080, 1920, "png", 8 * _MB,
            _INSTAGRAM, _READ, "M", **_TALL, **_MUTE),
    Channel("instagram_reels", "instagram", "인스타그램 릴스 표지", "Instagram reels cover", 1080, 1920, "png", 8 * _MB,
            _INSTAGRAM, _READ, "M", **_TALL),
    Channel("kakao_message_wide", "kakao", "카카오 채널 메시지 2:1", "Kakao channel message 2:1", 800, 400, "png",
            10 * _MB, _KAKAO_MESSAGE, _READ, "H", **_words("kakao_message")),
    Channel("kakao_message_square", "kakao", "카카오 채널 메시지 정사각", "Kakao channel message square", 800, 800,
            "png", 10 * _MB, _KAKAO_MESSAGE, _READ, "H", **_words("kakao_message")),
    Channel("kakao_message_43", "kakao", "카카오 채널 메시지 4:3", "Kakao channel message 4:3", 800, 600, "png",
            10 * _MB, _KAKAO_MESSAGE, _READ, "H", **_words("kakao_wide")),
    Channel("kakao_brand_message", "kakao", "카카오 브랜드 메시지", "Kakao brand message", 800, 400, "jpg", 500 * _KB,
            _DEALERS, _READ, "M", **_words("kakao_message")),
    Channel("kakao_brand_wide", "kakao", "카카오 브랜드 메시지 와이드", "Kakao brand message, wide", 800, 600, "jpg",
            500 * _KB, _DEALERS, _READ, "M", **_words("kakao_wide")),
    Channel("kakao_bizboard", "kakao", "카카오 비즈보드", "Kakao bizboard", 1029, 258, "png", 300 * _KB, _KAKAO_ADS,
            _READ, "H", kind="bizboard", **_MUTE),
    Channel("kakao_display_square", "kakao", "카카오 디스플레이 1:1", "Kakao display 1:1", 1000, 1000, "jpg", 500 * _KB,
            f"{_KAKAO_ADS} (≥ 500×500)", _READ, "H", **_MUTE),
    Channel("kakao_display_wide", "kakao", "카카오 디스플레이 2:1", "Kakao display 2:1", 1200, 600, "jpg", 500 * _KB,
            _KAKAO_ADS, _READ, "H", **_MUTE),
    Channel("kakao_display_portrait", "kakao", "카카오 디스플레이 4:5", "Kakao display 4:5", 800, 1000, "jpg",
            500 * _KB, _KAKAO_ADS, _READ, "H", **_MUTE),
    Channel("kakao_display_tall", "kakao", "카카오 디스플레이 9:16", "Kakao display 9:16", 720, 1280, "jpg", 500 * _KB,
            _KAKAO_ADS, _READ, "H", **_MUTE),
    Channel("kakao_search_thumb", "kakao", "카카오 검색 광고 썸네일", "Kakao search ad thumbnail", 348, 230, "png",
            500 * _KB, _KAKAO_GUIDE, _READ, "H", reserved=Margins(right=40 / 348, left=40 / 348),
            **_words("kakao_search")),
    Channel("kakao_search_custom", "kakao", "카카오 검색 광고 맞춤형", "Kakao search ad, custom", 1200, 380, "jpg",
            500 * _KB, _KAKAO_GUIDE, _READ, "H", **_words("kakao_search_custom")),
    Channel("kakao_profile", "kakao", "카카오 채널 프로필", "Kakao channel profile", 640, 640, "png", 10 * _MB,
            _KAKAO_GUIDE, _READ, "H", **_MUTE),
    Channel("kakao_home_wide", "kakao", "카카오 채널 홈 16:9", "Kakao channel home 16:9", 1280, 720, "png", 10 * _MB,
            _KAKAO_GUIDE, _READ, "H", **_words("kakao_message")),
    Channel("kakao_home_square", "kakao", "카카오 채널 홈 정사각", "Kakao channel home square", 1080, 1080, "png",
            10 * _MB, _KAKAO_GUIDE, _READ, "H", **_words("kakao_message")),
    Channel("kakao_home_portrait", "kakao", "카카오 채널 홈 3:4", "Kakao channel home 3:4", 1080, 1440, "png", 10 * _MB,
            _KAKAO_GUIDE, _READ, "H", **_words("kakao_message")),
    Channel("kakao_link", "kakao", "카카오톡 링크 미리보기", "KakaoTalk link preview", 800, 400, "png", None,
            "devtalk.kakao 139618", _READ, "H", **_MUTE),
    Channel("kakao_alimtalk", "kakao", "카카오 알림톡", "Kakao Alimtalk", 800, 400, "jpg", 500 * _KB, "Infobip", _READ,
            "M", **_MUTE, refused=Note(
                "알림톡에는 광고를 담을 수 없어요. 카카오 채널 메시지나 브랜드 메시지를 골라 주세요.",
                "Alimtalk may carry no promotion. Choose a Kakao channel message or a brand message instead.")),
    Channel("naver_blog", "naver", "네이버 블로그", "Naver blog", 1024, 1024, "png", None,
            "no fixed size published; AI setting: inews24 2025-05-20", _READ, "L", advice=_BLOG,
            **_words("naver_blog")),
    Channel("naver_place", "naver", "네이버 예약·플레이스 대표 사진", "Naver booking and place main picture", 1200, 750,
            "png", 20 * _MB, "announcego", _READ, "L", advice=_PLACE, **_words("naver_place")),
    Channel("naver_main", "naver", "네이버 메인 배너", "Naver main banner", 1250, 560, "jpg", 500 * _KB, _GFA, _READ,
            "L", **_MUTE),
    Channel("naver_smart_channel", "naver", "네이버 스마트채널", "Naver Smart Channel", 1250, 370, "jpg", 500 * _KB,
            _GFA, _READ, "L", **_MUTE),
    Channel("naver_feed_wide", "naver", "네이버 피드 가로", "Naver feed, wide", 1200, 628, "jpg", 500 * _KB, _GFA,
            _READ, "L", **_MUTE),
    Channel("naver_feed_square", "naver", "네이버 피드 정사각", "Naver feed, square", 1200, 1200, "jpg", 500 * _KB,
            _GFA, _READ, "L", **_MUTE),
    Channel("naver_small", "naver", "네이버 작은 배너", "Naver small banner", 342, 228, "png", 500 * _KB, _GFA, _READ,
            "L", **_MUTE),
    Channel("naver_powerlink", "naver", "네이버 파워링크", "Naver Powerlink", 640, 640, "jpg", None, "openads 4948",
            _READ, "L", **_MUTE, refused=Note(
                "파워링크는 글자도 합성도 없는 가게 사진만 받아요. 직접 찍은 사진을 그대로 올려 주세요.",
                "Powerlink takes only plain photos without text or composition. Upload your own photo as it is.")),
    Channel("naver_place_ad", "naver", "네이버 플레이스 광고", "Naver place ad", 640, 640, "jpg", None,
            "saedu review 1325", _READ, "H", **_MUTE, refused=Note(
                "플레이스 광고는 가게에서 직접 찍은 사진만 받아요. 휴대폰으로 찍은 사진을 그대로 올려 주세요.",
                "Place ads take only photos you took at the shop. Upload a photo from your phone as it is.")),
    Channel("naver_timeboard", "naver", "네이버 타임보드", "Naver Timeboard", 1660, 260, "jpg", 200 * _KB, "admaru",
            _READ, "M", **_MUTE, refused=Note(
                "타임보드는 기간을 통째로 사는 큰 광고 자리예요. 작은 가게라면 네이버 메인 배너를 골라 주세요.",
                "Timeboard is sold in large guaranteed bookings. Choose the Naver main banner instead.")),
    Channel("baemin_menu", "delivery", "배달의민족 메뉴", "Baemin menu", 1280, 960, "jpg", None, "from memory", _READ,
            "L", advice=_OWN_DISH, **_words("delivery_menu")),
    Channel("coupangeats_menu", "delivery", "쿠팡이츠 메뉴", "Coupang Eats menu", 1080, 660, "jpg", None, "from memory",
            _READ, "L", advice=_OWN_DISH, **_words("delivery_menu")),
    Channel("mms", "message", "MMS 문자 그림", "MMS picture", 1280, 720, "jpg", 150 * _KB, "boneda, ifdo", _READ, "M",
            advice=_SMS, **_words("lms")),
    Channel("daangn", "daangn", "당근 광고", "Daangn ad", 1080, 1080, "png", None,
            "size not published; AI mark: etnews 2026-02-06", _READ, "L", label_required=True, advice=_DAANGN,
            **_words("daangn")),
    Channel("print_a4", "print", "A4 전단", "A4 flyer", 2551, 3579, "pdf", None, _PRINTERS, _READ, "M",
            **_print(210, 297)),
    Channel("print_a5", "print", "A5 전단", "A5 flyer", 1819, 2551, "pdf", None, _PRINTERS, _READ, "M",
            **_print(148, 210)),
    Channel("print_card", "print", "명함·쿠폰 90×50mm", "Card 90×50 mm", 1134, 661, "pdf", None, _PRINTERS, _READ, "M",
            **_print(90, 50)),
)}
USUAL = ("instagram_portrait", "instagram_square")
"""What is made when no channel is named."""


def channel(key: str) -> Channel:
    """The channel named ``key``, refused ones too; InvalidInput lists the known ones."""
    try:
        return CHANNELS[key]
    except KeyError:
        raise InvalidInput("모르는 채널이에요: {key}. 쓸 수 있는 채널: {known}",
                           "Unknown channel {key}. Known: {known}",
                           key=key, known=", ".join(CHANNELS), field="channels") from None


def offered() -> dict[Group, tuple[Channel, ...]]:
    """The channels a picture is made for, by group, in the order of the page."""
    return {group: tuple(row for row in CHANNELS.values() if row.group == group and not row.refused)
            for group in GROUPS}


def as_dicts() -> list[dict[str, Any]]:
    """The table for programs, JSON-ready: sizes, limits, the words' limits (``text``), ``needs_check``, ``refused``."""
    return [{**asdict(row), "mm": list(row.mm) if row.mm else None, "needs_check": row.needs_check,
             "text": asdict(TEXTS[row.caption_key]) if row.caption_key else None} for row in CHANNELS.values()]
