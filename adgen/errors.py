"""Every error a user or a program can act on, drawn once.

    AdgenError                      internal              500
    ├── InvalidInput                invalid_input         422
    │   ├── PasswordTooLong         password_too_long     422
    │   ├── PhotoTooLarge           photo_too_large       413
    │   ├── PhotoUnreadable         photo_unreadable      422
    │   └── RequestRefused          request_refused       422
    ├── NotSignedIn                 not_signed_in         401
    │   └── WrongCredentials        wrong_credentials     401
    ├── EmailTaken                  email_taken           400
    ├── ConsentRequired             consent_required      403
    ├── ForeignOrigin               foreign_origin        403
    ├── NotFound                    not_found             404
    │   ├── StoreNotFound           store_not_found       404
    │   ├── ProjectNotFound         project_not_found     404
    │   ├── ContentNotFound         content_not_found     404
    │   ├── JobNotFound             job_not_found         404
    │   ├── PhotoNotFound           photo_not_found       404
    │   └── ImageNotFound           image_not_found       404
    ├── MethodNotAllowed            method_not_allowed    405
    ├── JobFinished                 job_finished          409
    ├── NothingToEdit               nothing_to_edit       409
    ├── IdempotencyConflict         idempotency_conflict  409
    ├── JobCancelled                job_cancelled         409
    ├── BodyTooLarge                body_too_large        413
    ├── TooManyJobs                 too_many_jobs         429
    │   ├── DailyLimit              daily_limit           429
    │   └── TooManyRequests         too_many_requests     429
    ├── TooManyAttempts             too_many_attempts     429
    ├── StorageFull                 storage_full          507
    ├── QueueFull                   queue_full            503
    ├── Suspended                   suspended             403
    ├── NotAllowed                  not_allowed           403
    ├── LinkSpent                   link_spent            410
    ├── RenderingBusy               rendering_busy        503
    ├── EngineError                 generation_failed     500
    │   ├── EngineUnavailable       engine_unavailable    503
    │   ├── PoisonedDevice          device_poisoned       500
    │   └── WorkerLost              worker_lost           500
    ├── CopyError                   copy_failed           500
    ├── StillRunning                still_running         504
    ├── DiskFull                    disk_full             507
    └── StartupError                startup               -
        ├── ForeignDatabase         foreign_database      -
        ├── NewerDatabase           newer_database        -
        ├── WeakSecret              weak_secret           -
        ├── BadSetting              bad_setting           -
        ├── DataUnreachable         data_unreachable      -
        ├── DamagedDatabase         damaged_database      -
        ├── BackupFailed            backup_failed         -
        ├── BackupDamaged           backup_damaged        -
        ├── RestoreRefused          restore_refused       -
        └── ImportRefused           import_refused        -

The message is a Korean sentence (해요체) that says what to do next; ``say("en")`` gives the English one.
Programs read ``code``, which never changes.
"""

from typing import Any


class AdgenError(Exception):
    """Base of the tree. ``details`` fill the sentence's placeholders and travel to programs."""

    code = "internal"
    status = 500
    ko = "알 수 없는 문제가 생겼어요. 잠시 뒤에 다시 해 주세요."
    en = "Something went wrong. Please try again in a moment."

    def __init__(self, ko: str | None = None, en: str | None = None, **details: Any) -> None:
        self.details = details
        self._ko = (ko or self.ko).format(**details) if details else (ko or self.ko)
        self._en = (en or ko or self.en).format(**details) if details else (en or ko or self.en)
        super().__init__(self._ko)

    def say(self, language: str = "ko") -> str:
        """The sentence in ``language`` ("ko" or "en")."""
        return self._en if language == "en" else self._ko


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


class MethodNotAllowed(AdgenError):
    """The address is right, the HTTP method is not."""

    code, status = "method_not_allowed", 405
    ko = "이 주소에는 쓸 수 없는 방식이에요. /docs에서 방식을 확인해 주세요."
    en = "This address does not take that method. Please see /docs."


class JobFinished(AdgenError):
    """Cancelling a job that has already ended."""

    code, status = "job_finished", 409
    ko = "이미 끝난 작업이라 취소할 수 없어요."
    en = "This job has already ended and cannot be cancelled."


class NothingToEdit(AdgenError):
    """An ad that failed has no picture to set words on."""

    code, status = "nothing_to_edit", 409
    ko = "그림이 만들어지지 않은 광고라서 고칠 수 없어요. 광고를 새로 만들어 주세요."
    en = "This ad has no picture, so there is nothing to edit. Please make a new ad."


class IdempotencyConflict(AdgenError):
    """The same Idempotency-Key with another body."""

    code, status = "idempotency_conflict", 409
    ko = "같은 Idempotency-Key로 다른 내용을 보냈어요. 새 키를 써 주세요."
    en = "This Idempotency-Key was used with another body. Use a new key."


class JobCancelled(AdgenError):
    """The owner cancelled the job that this call waited for; raised inside an engine to stop between two steps."""

    code, status = "job_cancelled", 409
    ko = "작업을 취소했어요."
    en = "The job was cancelled."


class BodyTooLarge(AdgenError):
    """A request body above ADGEN_MAX_BODY_MB."""

    code, status = "body_too_large", 413
    ko = "보낸 내용이 너무 커요. {limit_mb}MB 안으로 줄여 주세요."
    en = "The request is too large. Keep it within {limit_mb} MB."


class TooManyJobs(AdgenError):
    """More waiting jobs than ADGEN_MAX_JOBS_PER_USER."""

    code, status = "too_many_jobs", 429
    ko = "기다리는 작업이 {limit}개나 있어요. 끝나면 다시 요청해 주세요."
    en = "You already have {limit} jobs waiting. Please ask again when they are done."


class DailyLimit(TooManyJobs):
    """The user's ads of today are used up. ``retry_after`` in seconds."""

    code = "daily_limit"
    ko = "오늘 만들 수 있는 광고를 다 만들었어요. 내일 다시 해 주세요."
    en = "Today's ads are used up. Please come back tomorrow."


class TooManyRequests(TooManyJobs):
    """Too many requests in a minute. ``retry_after`` in seconds."""

    code = "too_many_requests"
    ko = "요청이 너무 많아요. {retry_after}초 뒤에 다시 해 주세요."
    en = "Too many requests. Please try again in {retry_after} seconds."


class TooManyAttempts(AdgenError):
    """Too many wrong passwords. ``retry_after`` in seconds; never for good."""

    code, status = "too_many_attempts", 429
    ko = "비밀번호가 여러 번 맞지 않았어요. {retry_after}초 뒤에 다시 해 주세요. 잊으셨다면 새로 정할 수 있어요."
    en = "Too many wrong passwords. Try again in {retry_after} seconds, or set a new password."


class StorageFull(AdgenError):
    """The user's pictures take all the room they may."""

    code, status = "storage_full", 507
    ko = "사진과 광고를 담을 자리({limit_mb}MB)가 다 찼어요. 오래된 광고나 사진을 지워 주세요."
    en = "Your {limit_mb} MB for photos and ads are full. Please delete old ones."


class QueueFull(AdgenError):
    """Too many jobs of all users wait. ``retry_after`` in seconds."""

    code, status = "queue_full", 503
    ko = "지금 만드는 광고가 너무 많아요. {retry_after}초쯤 뒤에 다시 해 주세요."
    en = "Too many ads are being made right now. Please try again in about {retry_after} seconds."


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


class RenderingBusy(AdgenError):
    """More previews and edits are waiting than the pool of processes takes on."""

    code, status = "rendering_busy", 503
    ko = "지금 미리보기를 그리는 사람이 많아요. 잠시 뒤에 다시 해 주세요."
    en = "Many previews are being drawn just now. Please try again in a moment."


class EngineError(AdgenError):
    """The picture could not be made."""

    code, status = "generation_failed", 500
    ko = "그림을 만들지 못했어요. 잠시 뒤에 다시 해 주세요."
    en = "The picture could not be made. Please try again in a moment."


class EngineUnavailable(EngineError):
    """The chosen engine cannot run here (no GPU, no token, no weights)."""

    code, status = "engine_unavailable", 503
    ko = "그림 엔진을 지금 쓸 수 없어요. 잠시 뒤에 다시 해 주세요."
    en = "The picture engine is not available now. Please try again in a moment."


class PoisonedDevice(EngineError):
    """A CUDA error after which no call in this process can succeed: the worker process must end and start anew."""

    code, status = "device_poisoned", 500
    ko = "그래픽 장치에 문제가 생겨서 다시 시작하고 있어요. 잠시 뒤에 다시 해 주세요."
    en = "The graphics device failed and is being restarted. Please try again in a moment."


class WorkerLost(EngineError):
    """The job's worker died as often as a job is tried."""

    code, status = "worker_lost", 500
    ko = "작업 도중에 여러 번 멈춰서 그만두었어요. 다시 요청해 주세요."
    en = "The job stopped several times on its way and was given up. Please ask again."


class CopyError(AdgenError):
    """The language model gave nothing usable; the built-in writer takes over."""

    code, status = "copy_failed", 500
    ko = "문구를 만들지 못했어요. 잠시 뒤에 다시 해 주세요."
    en = "The copy could not be written. Please try again in a moment."


class StillRunning(AdgenError):
    """The wait of ``generate`` ended before the job did; nothing is cancelled."""

    code, status = "still_running", 504
    ko = "아직 만들고 있어요. 작업 번호 {job_id}로 잠시 뒤에 확인해 주세요."
    en = "Still working. Please look at job {job_id} in a moment."


class DiskFull(AdgenError):
    """Less free space than ADGEN_MIN_FREE_MB under the data directory."""

    code, status = "disk_full", 507
    ko = "저장 공간이 부족해요. 관리자에게 알려 주세요. 지금까지 만든 광고는 그대로 있어요."
    en = "The server is out of disk space. Please tell the operator. Your ads are safe."


class StartupError(AdgenError):
    """The app cannot start until the operator does what the sentence says."""

    code = "startup"


class ForeignDatabase(StartupError):
    """DATABASE_URL names a database whose tables are not ours."""

    code = "foreign_database"
    ko = ("{url} 에는 AdGen이 만들지 않은 표({tables})가 있어서 열지 않았고, 아무것도 바꾸지 않았어요. "
          "DATABASE_URL을 새 파일로 바꿔 주세요.")
    en = ("{url} holds tables that AdGen did not make ({tables}); it was left untouched. "
          "Point DATABASE_URL at a new file.")


class NewerDatabase(StartupError):
    """The database was written by a newer version."""

    code = "newer_database"
    ko = "데이터베이스가 이 버전보다 새로워요({revision}). AdGen을 새 버전으로 올려 주세요."
    en = "The database is newer than this version ({revision}). Please update AdGen."


class WeakSecret(StartupError):
    """The secret key is a known placeholder, too short, or its file is damaged."""

    code = "weak_secret"
    ko = "SECRET_KEY가 예시 값이거나 너무 짧아요(32자 이상). 지우면 안전한 키를 자동으로 만들어 드려요."
    en = "SECRET_KEY is an example value or too short (32 characters). Remove it and a safe key is made for you."


class BadSetting(StartupError):
    """A setting that cannot be read."""

    code = "bad_setting"
    ko = "{name} 설정을 읽을 수 없어요. README의 표를 보고 고쳐 주세요. ({reason})"
    en = "The setting {name} cannot be read; see the table in the README. ({reason})"


class DataUnreachable(StartupError):
    """The data directory cannot be written, or the database does not answer."""

    code = "data_unreachable"
    ko = "{place} 을(를) 열 수 없어요. 경로와 권한, 데이터베이스가 켜져 있는지 확인해 주세요. ({reason})"
    en = "{place} cannot be opened. Check path, permissions, and that the database is up. ({reason})"


class DamagedDatabase(StartupError):
    """SQLite found the file damaged. It is never deleted or repaired by itself."""

    code = "damaged_database"
    ko = ("{place} 파일이 손상됐어요({reason}). 앱을 멈추고 `python -m adgen restore <백업 파일> --force`로 "
          "되돌려 주세요. 지금 파일은 지우지 않고 따로 보관해요.")
    en = ("{place} is damaged ({reason}). Stop the app and run `python -m adgen restore <backup> --force`; "
          "the present file is kept aside.")


class BackupFailed(StartupError):
    """No backup was made; the data is untouched."""

    code = "backup_failed"
    ko = "백업하지 못했어요. 원래 데이터는 그대로예요. ({reason})"
    en = "No backup was made; the data is untouched. ({reason})"


class BackupDamaged(StartupError):
    """The archive is not what its manifest says."""

    code = "backup_damaged"
    ko = "{place} 백업이 온전하지 않아서 쓰지 않았어요. 다른 백업을 골라 주세요. ({reason})"
    en = "The backup {place} is not whole and was not used. Choose another one. ({reason})"


class RestoreRefused(StartupError):
    """Restoring would overwrite data, or take it from under a running app."""

    code = "restore_refused"
    ko = "되돌리지 않았어요. {reason}"
    en = "Nothing was restored. {reason_en}"


class ImportRefused(StartupError):
    """The file is not the old system's database."""

    code = "import_refused"
    ko = "{place} 은(는) 옛 시스템의 데이터베이스가 아니에요. app.db 파일을 지정해 주세요. ({reason})"
    en = "{place} is not the old system's database. Name its app.db. ({reason})"


def tree(root: type[AdgenError] = AdgenError) -> list[type[AdgenError]]:
    """Every class drawn above, the root first: the documentation's table of codes is made from this.

    A room's own private subclass is no part of the tree: its code is its parent's.
    """
    return [root, *(cls for child in root.__subclasses__() if child.__module__ == __name__ for cls in tree(child))]


def sentence(code: str, language: str = "ko") -> str:
    """The usual sentence of ``code``; that of an unknown error for a code that is not in the tree."""
    found = next((cls for cls in tree() if cls.code == code), AdgenError)
    return found.en if language == "en" else found.ko
