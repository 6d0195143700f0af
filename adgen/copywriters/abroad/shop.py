"""A shop's own name for foreign guests: Latin as it is, trade words translated, the rest by its sound."""

import re
from dataclasses import dataclass

from .lexicon import LANGUAGES, Term
from .sounds import katakana, romanized

_TABLE = """
카페 | Cafe | カフェ
커피 | Coffee | コーヒー
베이커리 | Bakery | ベーカリー
제과점 | Bakery | 製菓店
빵집 | Bakery | パン屋
디저트 | Dessert | デザート
식당 | Restaurant | 食堂
레스토랑 | Restaurant | レストラン
치킨 | Chicken | チキン
호프 | Pub | ホフ
분식 | Bunsik | プンシク
포차 | Pocha | ポチャ
이자카야 | Izakaya | 居酒屋
미용실 | Hair Salon | 美容室
헤어 | Hair | ヘア
헤어샵 | Hair Shop | ヘアショップ
헤어살롱 | Hair Salon | ヘアサロン
살롱 | Salon | サロン
바버샵 | Barbershop | バーバーショップ
네일 | Nail | ネイル
네일샵 | Nail Shop | ネイルショップ
뷰티 | Beauty | ビューティー
에스테틱 | Aesthetic | エステ
스파 | Spa | スパ
꽃집 | Florist | 花屋
플라워 | Flower | フラワー
플라워샵 | Flower Shop | フラワーショップ
헬스 | Gym | ジム
헬스장 | Gym | ジム
짐 | Gym | ジム
피트니스 | Fitness | フィットネス
요가 | Yoga | ヨガ
필라테스 | Pilates | ピラティス
스튜디오 | Studio | スタジオ
사진관 | Photo Studio | 写真館
학원 | Academy | 学院
교습소 | Academy | 教習所
영어학원 | English Academy | 英語学院
세탁소 | Laundry | クリーニング店
문구점 | Stationery | 文具店
문구 | Stationery | 文具
부동산 | Real Estate | 不動産
공인중개사 | Realty | 不動産
정육점 | Butcher | 精肉店
마트 | Mart | マート
반찬가게 | Banchan Shop | 惣菜店
애견미용 | Pet Grooming | ペット美容
펫샵 | Pet Shop | ペットショップ
동물병원 | Animal Clinic | 動物病院
약국 | Pharmacy | 薬局
서점 | Bookstore | 書店
공방 | Workshop | 工房
갤러리 | Gallery | ギャラリー
하우스 | House | ハウス
키친 | Kitchen | キッチン
샵 | Shop | ショップ
숍 | Shop | ショップ
스토어 | Store | ストア
떡볶이 | Tteokbokki | トッポッキ
김밥 | Gimbap | キンパ
국밥 | Gukbap | クッパ
칼국수 | Kalguksu | カルグクス
피자 | Pizza | ピザ
버거 | Burger | バーガー
세차장 | Car Wash | 洗車場
카센터 | Auto Repair | カーセンター
모터스 | Motors | モータース
타이어 | Tire | タイヤ
의류 | Clothing | 衣料
옷가게 | Clothing | 洋服店
부티크 | Boutique | ブティック
펜션 | Pension | ペンション
호텔 | Hotel | ホテル
핑크 | Pink | ピンク
블랙 | Black | ブラック
화이트 | White | ホワイト
블루 | Blue | ブルー
그린 | Green | グリーン
레드 | Red | レッド
골드 | Gold | ゴールド
로즈 | Rose | ローズ
스타 | Star | スター
해피 | Happy | ハッピー
모던 | Modern | モダン
시티 | City | シティ
마켓 | Market | マーケット
가든 | Garden | ガーデン
네일바 | Nail Bar | ネイルバー
바디 | Body | ボディ
통닭 | Chicken | チキン
막걸리 | Makgeolli | マッコリ
포토 | Photo | フォト
스쿨 | School | スクール
잉글리시 | English | イングリッシュ
뮤직 | Music | ミュージック
"""
_WORDS: dict[str, tuple[str, str]] = {
    key: (en, ja) for key, en, ja in (line.split(" | ") for line in _TABLE.strip().split("\n"))}
_LATIN = re.compile(r"[A-Za-z0-9À-ÿ][A-Za-z0-9À-ÿ&'’.\-+]*|&")


@dataclass(frozen=True)
class ShopName:
    """The name in the three languages (Chinese writes it in Latin letters), and what of it is written by sound."""

    text: Term
    sounded: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def shop_name(korean: str) -> ShopName | None:
    """The ShopName of a store; None when it holds a script of another language, or nothing."""
    latin: list[str] = []
    kana: list[str] = []
    heard: list[tuple[str, str]] = []
    for word in re.sub(r"[^\w\s&'’.+\-]", " ", korean).split():
        if _LATIN.fullmatch(word):
            latin.append(word)
            kana.append(word)
            continue
        chunks = re.findall(r"[가-힣]+|[A-Za-z0-9]+", word)
        if re.search("[^\\x00-\\xff가-힣’]", word) or not chunks:
            return None
        pairs = [pair for chunk in chunks for pair in _spelt(chunk, heard)]
        tight = any(chunk.isdigit() for chunk in chunks)
        latin += ["".join(en for en, _ in pairs)] if tight else [en for en, _ in pairs]
        kana += ["".join(ja for _, ja in pairs)] if tight else [ja for _, ja in pairs]
    if not latin:
        return None
    english = " ".join(latin)
    sounds = tuple(en for en, _ in heard)
    return ShopName((english, " ".join(kana), english), (sounds, tuple(ja for _, ja in heard), sounds))


def _spelt(chunk: str, heard: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A run of letters in Latin and in kana; what is spelt by its sound is added to ``heard``."""
    if not re.fullmatch("[가-힣]+", chunk):
        return [(chunk, chunk)]
    found = []
    for part in _parted(chunk):
        found.append(_WORDS.get(part) or _branch(part))
        if part not in _WORDS:
            heard.append((found[-1][0].removesuffix(" Branch"), found[-1][1].removesuffix("店")))
    return found


def _parted(word: str) -> list[str]:
    """``word`` without and with a trade word at its end or its beginning ("봄날카페" → 봄날, 카페)."""
    if word in _WORDS:
        return [word]
    for known in sorted(_WORDS, key=len, reverse=True):
        if len(known) > 1 and word.endswith(known) and len(word) > len(known) + 1:
            return [word[:-len(known)], known]
    for known in sorted(_WORDS, key=len, reverse=True):
        if len(known) > 1 and word.startswith(known) and len(word) > len(known) + 1:
            return [known, word[len(known):]]
    return [word]


def _branch(word: str) -> tuple[str, str]:
    if word.endswith("점") and len(word) > 2:
        return f"{romanized(word[:-1])} Branch", f"{katakana(word[:-1])}店"
    return romanized(word), katakana(word)


def at(name: ShopName | None, language: str) -> str:
    """The name in ``language``, "" when there is none."""
    return name.text[LANGUAGES.index(language)] if name else ""
