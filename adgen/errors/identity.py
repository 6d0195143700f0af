"""Who is calling, and what they may do."""

from .base import AdgenError


class NotSignedIn(AdgenError):
    """No token, or one that is expired or revoked."""

    code, status = "not_signed_in", 401
    ko = "로그인이 필요해요. 로그인한 뒤 다시 해 주세요."
    en = "Please sign in and try again."


class WrongCredentials(NotSignedIn):
    """The same answer for an unknown e-mail and a wrong password."""

    code = "wrong_credentials"
    ko = "이메일이나 비밀번호가 맞지 않아요. 다시 확인해 주세요."
    en = "The e-mail or the password is wrong. Please check both."


class EmailTaken(AdgenError):
    """Status 400 is the old system's contract."""

    code, status = "email_taken", 400
    ko = "이미 가입한 이메일이에요. 로그인해 주세요."
    en = "This e-mail is already registered. Please sign in."


class ConsentRequired(AdgenError):
    """Sign-up without the tick under the terms."""

    code, status = "consent_required", 403
    ko = "이용약관과 개인정보 수집·이용, AI 사용 안내에 동의해 주세요."
    en = "Please agree to the terms, the privacy notice and the notice on AI."


class ForeignOrigin(AdgenError):
    """A browser page on another origin that ADGEN_ALLOWED_ORIGINS does not name."""

    code, status = "foreign_origin", 403
    ko = "허용되지 않은 사이트에서 온 요청이에요. 이 사이트를 직접 열어 주세요."
    en = "This request came from a site that is not allowed. Please open this site directly."


class TooManyAttempts(AdgenError):
    """Too many wrong passwords. ``retry_after`` in seconds; never for good."""

    code, status = "too_many_attempts", 429
    ko = "비밀번호가 여러 번 맞지 않았어요. {retry_after}초 뒤에 다시 해 주세요. 잊으셨다면 새로 정할 수 있어요."
    en = "Too many wrong passwords. Try again in {retry_after} seconds, or set a new password."


class Suspended(AdgenError):
    """The account was suspended by an admin."""

    code, status = "suspended", 403
    ko = "이 계정은 잠시 멈춰 있어요. 운영자에게 문의해 주세요."
    en = "This account is suspended. Please contact the operator."


class NotAllowed(AdgenError):
    """The caller is known, but may not do this: an admin's page, or a token without that scope."""

    code, status = "not_allowed", 403
    ko = "이 작업을 할 권한이 없어요."
    en = "You are not allowed to do this."


class LinkSpent(AdgenError):
    """A mailed link was used already, or is too old."""

    code, status = "link_spent", 410
    ko = "이 링크는 이미 썼거나 오래됐어요. 메일을 다시 받아 주세요."
    en = "This link was used or is too old. Please ask for a new mail."
