"""What a blog article is headed with, and which of the three articles an occasion asks for."""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {"hiring": "people", "people": "people", "opening": "people", "closed": "notice",
                            "notice": "notice", "hours": "notice", "hours_changed": "notice", "moved": "notice"}
"""Occasion → article: who we are and whom we ask, what to know before coming; any other tells of something on offer
("news")."""

TITLES: Mapping[str, tuple[str, ...]] = {
    "new": ("{store} {product} [소식|이야기|소개|안내]", "{product}, {store}에서 [소개해요|만나요|전해요]",
            "새로 만나는 {product} | {store}", "{store}의 새로운 {product} [이야기|소식]"),
    "menu": ("{store} {product} [안내|이야기|소개|소식]", "{product} [찾으시는 분께|궁금하신 분께] 전하는 {store}"
        " 이야기",
             "{product}, {store}에서 [만나요|전해요]"),
    "discount": ("{store} {product} {deal} [안내|소식|정리]", "{product} {deal}, {store}에서 [알려 드려요|전해요]",
                 "{store} {deal} [안내|소식|정리] | {product}", "{store} {deal} [소식|안내|정리|이야기]"),
    "benefit": ("{store} {present} 혜택 [안내|소식|정리]", "{condition} {gift} | {store}",
                "{store} 혜택 [소식|안내] | {present}", "{condition} {gift}, {store} 혜택 [안내|소식]",
                    "{store} 혜택 [안내|소식|정리]"),
    "event": ("{store} {product} [안내|소식|이야기|초대]", "{product}에 초대하는 {store} [이야기|소식]",
              "{product}, {store}에서 [함께해요|만나요]"),
    "booking": ("{store} {product} 예약 [안내|소식|정리]", "{product} 예약, {store}에서 [받아요|안내해요]",
                "{store} 예약 [안내|소식|정리|이야기]"),
    "apply": ("{store} {product} 신청 [안내|소식|정리]", "{product} 신청, {store}에서 [받아요|안내해요]",
              "{store} 신청 [안내|소식|정리|이야기]"),
    "people": ("{store} {product} [소개|소식|이야기]", "{product}^과 함께하는 {store} [이야기|소식]",
               "{store} [사람 이야기|새 얼굴 소식|식구 소개]"),
    "hiring": ("{store} {role} [모집|구인] [안내|소식]", "{role} [모십니다|찾습니다] | {store}",
               "{store} [구인|채용] [안내|소식|이야기]", "{store}에서 함께 일할 분을 [찾습니다|모십니다|기다립니다]"),
    "opening": ("{store} [첫인사|문 여는 이야기|시작 이야기|첫 소식]", "처음 인사드리는 {store} [이야기|소식]",
                "{store}, 새로 [인사드려요|문을 엽니다]", "[새 이웃|새로운 이웃] {store} [소개|이야기]"),
    "closed": ("{store} {when} 휴무 안내", "{store} [쉬는 날|휴무] [안내|소식|알림]",
               "[쉬어 가는 날|휴무] [안내|알림] | {store}", "{store} [휴무|쉬는 날], [미리 알려 드려요|확인해 주세요]"),
    "hours": ("{store} 영업시간 [안내|알림|소식|정리]", "{store} 문 여는 시간 [안내|알림|정리]",
              "[영업시간|문 여는 시간] [안내|알림] | {store}"),
    "hours_changed": ("{store} 영업시간 변경 [안내|알림|소식]", "{store} [바뀐 영업시간|새 영업시간] [안내|알림|정리]",
                      "영업시간 변경 [안내|알림] | {store}"),
    "moved": ("{store} 이전 [안내|소식|알림]", "새 자리에서 인사드리는 {store} [이야기|소식]",
              "{store} [이사|이전] [이야기|소식|안내]", "[이전|이사] [안내|소식] | {store}"),
    "notice": ("{store} [안내|알림|공지] [말씀|사항|한 가지]", "{store}에서 [알려 드립니다|안내드립니다|전합니다]",
               "[안내|알림|공지] | {store}", "{store} [이용|방문] 전 [안내|알림]"),
    "general": ("{store} [소식|이야기|안내|근황]", "{store}에서 [전하는|들려드리는|띄우는] [소식|이야기|글]",
                "[동네|이웃] {store} [이야기|소식|안내]", "{store}, [요즘 이야기|반가운 소식|나누는 이야기]"),
}
"""Beside these, the neighbourhood is set before the store's name where it fits."""

PLAIN_TITLES: Mapping[str, str] = {
    "hiring": "구인 안내", "closed": "휴무 안내", "notice": "안내 말씀", "hours_changed": "영업시간 변경 안내",
    "moved": "이전 안내", "hours": "영업시간 안내", "opening": "첫인사", "discount": "할인 안내", "benefit": "혜택"
        " 안내",
    "booking": "예약 안내", "apply": "신청 안내",
}
"""What a title says when a store's name leaves no room."""
