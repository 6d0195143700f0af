"""What is wrong with an input, as a sentence with the field's name: one table for REST, page and programs."""

from typing import Any

from .channels import CHANNELS, TEXTS
from .errors import PasswordTooLong
from .trades import BUSINESS_TYPES, TRADES

_OFFERED = [row.key for row in CHANNELS.values() if not row.refused]
LABELS: dict[str, tuple[str, str]] = {
    "email": ("이메일", "e-mail"), "username": ("이름", "name"), "password": ("비밀번호", "password"),
    "new_password": ("새 비밀번호", "new password"), "current_password": ("지금 비밀번호", "current password"),
    "business_type": ("업종 분류", "business type"), "brand_name": ("가게 이름", "shop name"),
    "brand_tone": ("말투", "tone"), "description": ("설명", "description"), "trade": ("업종", "trade"),
    "phone": ("전화번호", "phone"), "address": ("주소", "address"), "opening_hours": ("영업시간", "opening hours"),
    "link_url": ("링크", "link"), "logo_url": ("로고 링크", "logo link"),
    "brand_colors": ("브랜드 색", "brand colours"), "channels": ("채널", "channels"),
    "banned_words": ("쓰지 않을 말", "words to avoid"),
    "title": ("캠페인 이름", "title"),
    "status": ("상태", "status"), "language": ("언어", "language"),
    "store_id": ("가게", "store"), "project_id": ("캠페인", "project"),
    "ad_description": ("알릴 내용", "ad description"),
    "image_prompt": ("그림 설명", "picture description"), "text_in_image": ("그림에 넣을 글", "text in the picture"),
    "price": ("가격", "price"), "original_price": ("원래 가격", "original price"), "period": ("기간", "period"),
    "template": ("템플릿", "template"), "style": ("그림 구성", "style"), "font": ("글꼴 분위기", "lettering"),
    "colors": ("색", "colours"), "photo_id": ("사진", "photo"), "logo_id": ("로고", "logo"), "badge": ("배지", "badge"),
    "items": ("메뉴", "menu"), "name": ("메뉴 이름", "menu item"), "headline": ("제목", "headline"),
    "subline": ("설명 한 줄", "subline"), "offer": ("가격·혜택", "offer"), "call_to_action": ("버튼 글", "button"),
    "small_print": ("작은 글씨", "small print"), "store_name": ("가게 이름", "shop name"),
    "address_line": ("주소·시간·전화", "address line"), "texts": ("문구", "texts"), "count": ("개수", "count"),
    "page": ("쪽", "page"), "preview": ("미리보기", "preview"), "photo_fix": ("사진 보정", "photo correction"),
    "vary": ("바꿀 정도", "how much to vary"), "vary_content_id": ("바꿀 광고", "ad to vary"),
    "ground": ("근거", "ground"), "samples": ("내 말투 예시", "sample sentences"),
    "learned": ("배운 말투", "learned texts"), "tone": ("말투", "tone"),
    "review": ("손님 후기", "review"), "current": ("지금 글", "present text"), "how": ("바꿀 방식", "how"),
    "key": ("글 종류", "text"), "text": ("글", "text"), "button": ("버튼 글", "button"), "english": ("영어", "English"),
    "hashtags": ("해시태그", "hashtags"), "languages": ("언어", "languages"), "content_id": ("광고", "ad"),
    "ai_label": ("AI 표시", "AI mark"), "file": ("사진 파일", "photo file"),
    "seed": ("시드", "seed"), "steps": ("단계 수", "steps"), "width": ("너비", "width"), "height": ("높이", "height"),
}
NEEDED: dict[str, tuple[str, str]] = {
    "ad_description": ("무엇을 알릴지 적어 주세요.", "Write what's new."),
    "brand_name": ("가게 이름을 적어 주세요.", "Write the shop's name."),
    "title": ("캠페인 이름을 적어 주세요.", "Write the campaign's name."),
    "name": ("메뉴 이름을 적어 주세요.", "Write the menu item's name."),
}
"""What an empty field is told: "at least 1 character" is no way to speak to an owner."""
SENTENCES: dict[str, tuple[str, str]] = {
    "empty": ("{0}: 비어 있어요. 적어 주세요.", "{0}: please fill this in."),
    "missing": ("{0}: 꼭 입력해 주세요.", "{0}: this is required."),
    "string_too_short": ("{0}: {min_length}자 이상으로 적어 주세요.", "{0}: at least {min_length} characters."),
    "string_too_long": ("{0}: {max_length}자 안으로 줄여 주세요.", "{0}: at most {max_length} characters."),
    "too_long": ("{0}: {max_length}개까지 넣을 수 있어요.", "{0}: at most {max_length} entries."),
    "greater_than_equal": ("{0}: {ge} 이상으로 적어 주세요.", "{0}: at least {ge}."),
    "less_than_equal": ("{0}: {le} 이하로 적어 주세요.", "{0}: at most {le}."),
    "int_parsing": ("{0}: 숫자로 적어 주세요.", "{0}: please give a whole number."),
    "int_type": ("{0}: 숫자로 적어 주세요.", "{0}: please give a whole number."),
    "int_from_float": ("{0}: 소수점 없는 숫자로 적어 주세요.", "{0}: please give a whole number."),
    "float_parsing": ("{0}: 숫자로 적어 주세요.", "{0}: please give a number."),
    "string_type": ("{0}: 글자로 적어 주세요.", "{0}: please give text."),
    "list_type": ("{0}: 목록으로 보내 주세요.", "{0}: please send a list."),
    "bool_parsing": ("{0}: true나 false로 보내 주세요.", "{0}: please send true or false."),
    "literal_error": ("{0}: {expected} 중에서 골라 주세요.", "{0}: choose one of {expected}."),
    "json_invalid": ("보낸 JSON을 읽을 수 없어요. 형식을 확인해 주세요.", "The JSON could not be read."),
    "model_attributes_type": ("JSON 객체로 보내 주세요.", "Please send a JSON object."),
    "email": ("{0}: name@example.com 꼴로 적어 주세요.", "{0}: write it like name@example.com."),
    "password_too_long": (PasswordTooLong.ko, PasswordTooLong.en),
    "link": ("{0}: https:// 로 시작하는 주소를 적어 주세요.", "{0}: write an address that begins with https://."),
    "trade": ("{0}: " + ", ".join(TRADES) + " 중에서 골라 주세요.", "{0}: choose one of " + ", ".join(TRADES) + "."),
    "business_type": ("{0}: " + ", ".join(BUSINESS_TYPES) + " 중에서 골라 주세요.",
                      "{0}: choose one of " + ", ".join(BUSINESS_TYPES) + "."),
    "channel": ("{0}: " + ", ".join(_OFFERED) + " 중에서 골라 주세요.",
                "{0}: choose one of " + ", ".join(_OFFERED) + "."),
    "string_pattern_mismatch": ("{0}: 목록에 있는 이름으로 골라 주세요.", "{0}: choose a name from the list."),
    "too_short": ("{0}: 하나 이상 골라 주세요.", "{0}: choose at least one."),
    **{f"refused {row.key}": (row.refused.ko, row.refused.en) for row in CHANNELS.values() if row.refused},
    "text_key": ("{0}: " + ", ".join(TEXTS) + " 중에서 골라 주세요.",
                 "{0}: choose one of " + ", ".join(TEXTS) + "."),
    "vary_from": ("무엇을 바탕으로 바꿀지 vary_content_id나 photo_id로 알려 주세요.",
                  "Say with `vary_content_id` or `photo_id` what to vary."),
    "key_missing": ("어느 글을 고칠지 key로 알려 주세요.", "Say with `key` which text to change."),
    "description_missing": ("무엇을 알릴지 적어 주세요.", "Write what's new."),
    "color": ("{0}: #RRGGBB 꼴로 적어 주세요.", "{0}: write it like #RRGGBB."),
}

FIELD_OF = {"key_missing": "key", "description_missing": "ad_description"}
"""The field to correct where a whole form is refused: pydantic names none then."""


def reason(error: dict[str, Any]) -> str:
    """Why one pydantic error refuses: a key of SENTENCES, if it is known."""
    return str(error.get("ctx", {}).get("error", "")) if error["type"] == "value_error" else str(error["type"])


def location(error: dict[str, Any]) -> tuple[int | str, ...]:
    """Where one pydantic error lies, the field last."""
    field = FIELD_OF.get(reason(error))
    return (*error["loc"], *([field] if field else []))


def sentence(error: dict[str, Any], language: str = "ko") -> str:
    """One pydantic error as a sentence with the field's name and the bound."""
    at = 1 if language == "en" else 0
    names = [str(part) for part in location(error) if not isinstance(part, int)]
    field = next((name for name in reversed(names) if name in LABELS), names[-1] if names else "")
    key = reason(error)
    if key == "string_too_short" and error["ctx"]["min_length"] == 1:
        key = "empty"
        if field in NEEDED:
            return NEEDED[field][at]
    template = SENTENCES.get(key, ("{0}: 다시 확인해 주세요.", "{0}: please check this."))[at]
    bounds = {k: str(v).replace("' or '", "', '").replace("'", "") if k == "expected" else v
              for k, v in error.get("ctx", {}).items()}
    return template.format(LABELS.get(field, (field, field))[at], **bounds)
