"""What was typed or sent, and can be corrected; and records that are not there."""

from .base import AdgenError


class InvalidInput(AdgenError):
    """Input that can be corrected. ``field`` in details names the input."""

    code, status = "invalid_input", 422
    ko = "입력한 내용을 다시 확인해 주세요."
    en = "Please check what you entered."


class PasswordTooLong(InvalidInput):
    """bcrypt reads at most 72 bytes; a longer password would be cut silently."""

    code = "password_too_long"
    ko = "비밀번호가 너무 길어요. 72바이트(한글 24자) 안으로 줄여 주세요."
    en = "The password is too long. Keep it within 72 bytes."


class PhotoTooLarge(InvalidInput):
    """A photo of more bytes or pixels than are read."""

    code, status = "photo_too_large", 413
    ko = "사진이 너무 커요. 20MB, 4천만 화소보다 작은 사진을 올려 주세요."
    en = "The photo is too large. Please send one below 20 MB and 40 megapixels."


class PhotoUnreadable(InvalidInput):
    """A file that is no photo we read, or a damaged one."""

    code = "photo_unreadable"
    ko = "사진을 열 수 없어요. JPG나 PNG로 저장한 사진을 다시 올려 주세요."
    en = "The photo cannot be read. Please save it as JPG or PNG and send it again."


class RequestRefused(InvalidInput):
    """A request that must not become a picture."""

    code = "request_refused"
    ko = "이 내용으로는 그림을 만들 수 없어요. 다른 장면으로 설명해 주세요."
    en = "This cannot be made into a picture. Please describe another scene."


class NotFound(AdgenError):
    """Also the answer for what belongs to somebody else."""

    code, status = "not_found", 404
    ko = "찾을 수 없어요. 주소를 다시 확인해 주세요."
    en = "Not found. Please check the address."


class StoreNotFound(NotFound):
    """No such store, or another user's."""

    code = "store_not_found"
    ko = "가게를 찾을 수 없어요. 가게 목록에서 다시 골라 주세요."
    en = "No such store. Please choose one from your stores."


class ProjectNotFound(NotFound):
    """No such project, or another user's."""

    code = "project_not_found"
    ko = "캠페인을 찾을 수 없어요. 캠페인 목록에서 다시 골라 주세요."
    en = "No such project. Please choose one from your projects."


class ContentNotFound(NotFound):
    """No such ad, or another user's."""

    code = "content_not_found"
    ko = "광고를 찾을 수 없어요. 내 광고에서 다시 골라 주세요."
    en = "No such ad. Please choose one from your ads."


class JobNotFound(NotFound):
    """No such job, or another user's."""

    code = "job_not_found"
    ko = "작업을 찾을 수 없어요. 진행 중인 작업 목록을 다시 열어 주세요."
    en = "No such job. Please reload the list of jobs."


class PhotoNotFound(NotFound):
    """No such photo, or another user's."""

    code = "photo_not_found"
    ko = "사진을 찾을 수 없어요. 사진을 다시 올려 주세요."
    en = "No such photo. Please upload it again."


class ImageNotFound(NotFound):
    """No such file, or another user's."""

    code = "image_not_found"
    ko = "그림 파일을 찾을 수 없어요. 내 광고에서 다시 열어 주세요."
    en = "No such image. Please open it again from your ads."

class SessionNotFound(NotFound):
    """No such sign-in, or another user's."""

    code = "session_not_found"
    ko = "로그인 기록을 찾을 수 없어요. 목록을 다시 열어 주세요."
    en = "No such sign-in. Please reload the list."


class TokenNotFound(NotFound):
    """No such API token, or another user's."""

    code = "token_not_found"
    ko = "키를 찾을 수 없어요. 목록을 다시 열어 주세요."
    en = "No such token. Please reload the list."


class UserNotFound(NotFound):
    """No such account: for admins and for the command line."""

    code = "user_not_found"
    ko = "계정을 찾을 수 없어요. 이메일을 다시 확인해 주세요."
    en = "No such account. Please check the e-mail."


class MethodNotAllowed(AdgenError):
    """The address is right, the HTTP method is not."""

    code, status = "method_not_allowed", 405
    ko = "이 주소에는 쓸 수 없는 방식이에요. /docs에서 방식을 확인해 주세요."
    en = "This address does not take that method. Please see /docs."


class IdempotencyConflict(AdgenError):
    """The same Idempotency-Key with another body."""

    code, status = "idempotency_conflict", 409
    ko = "같은 Idempotency-Key로 다른 내용을 보냈어요. 새 키를 써 주세요."
    en = "This Idempotency-Key was used with another body. Use a new key."


class BodyTooLarge(AdgenError):
    """A request body above ADGEN_MAX_BODY_MB."""

    code, status = "body_too_large", 413
    ko = "보낸 내용이 너무 커요. {limit_mb}MB 안으로 줄여 주세요."
    en = "The request is too large. Keep it within {limit_mb} MB."
