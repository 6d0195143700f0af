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
    │   ├── ImageNotFound           image_not_found       404
    │   ├── SessionNotFound         session_not_found     404
    │   ├── TokenNotFound           token_not_found       404
    │   └── UserNotFound            user_not_found        404
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
    ├── StorageFull                 storage_full          429
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

from .base import AdgenError
from .identity import (
    ConsentRequired,
    EmailTaken,
    ForeignOrigin,
    LinkSpent,
    NotAllowed,
    NotSignedIn,
    Suspended,
    TooManyAttempts,
    WrongCredentials,
)
from .input import (
    BodyTooLarge,
    ContentNotFound,
    IdempotencyConflict,
    ImageNotFound,
    InvalidInput,
    JobNotFound,
    MethodNotAllowed,
    NotFound,
    PasswordTooLong,
    PhotoNotFound,
    PhotoTooLarge,
    PhotoUnreadable,
    ProjectNotFound,
    RequestRefused,
    SessionNotFound,
    StoreNotFound,
    TokenNotFound,
    UserNotFound,
)
from .startup import (
    BackupDamaged,
    BackupFailed,
    BadSetting,
    DamagedDatabase,
    DataUnreachable,
    ForeignDatabase,
    ImportRefused,
    NewerDatabase,
    RestoreRefused,
    StartupError,
    WeakSecret,
)
from .work import (
    CopyError,
    DailyLimit,
    DiskFull,
    EngineError,
    EngineUnavailable,
    JobCancelled,
    JobFinished,
    NothingToEdit,
    PoisonedDevice,
    QueueFull,
    RenderingBusy,
    StillRunning,
    StorageFull,
    TooManyJobs,
    TooManyRequests,
    WorkerLost,
)

__all__ = ["AdgenError", "BackupDamaged", "BackupFailed", "BadSetting", "BodyTooLarge", "ConsentRequired",
           "ContentNotFound", "CopyError", "DailyLimit", "DamagedDatabase", "DataUnreachable", "DiskFull",
           "EmailTaken", "EngineError", "EngineUnavailable", "ForeignDatabase", "ForeignOrigin",
           "IdempotencyConflict", "ImageNotFound", "ImportRefused", "InvalidInput", "JobCancelled",
           "JobFinished", "JobNotFound", "LinkSpent", "MethodNotAllowed", "NewerDatabase", "NotAllowed",
           "NotFound", "NotSignedIn", "NothingToEdit", "PasswordTooLong", "PhotoNotFound",
           "PhotoTooLarge", "PhotoUnreadable", "PoisonedDevice", "ProjectNotFound", "QueueFull",
           "RenderingBusy", "RequestRefused", "RestoreRefused", "SessionNotFound", "StartupError",
           "StillRunning", "StorageFull", "StoreNotFound", "Suspended", "TokenNotFound",
           "TooManyAttempts", "TooManyJobs", "TooManyRequests", "UserNotFound", "WeakSecret",
           "WorkerLost", "WrongCredentials", "sentence", "tree"]


def tree(root: type[AdgenError] = AdgenError) -> list[type[AdgenError]]:
    """Every class drawn above, the root first: the documentation's table of codes is made from this.

    A room's own private subclass is no part of the tree: its code is its parent's.
    """
    ours = [child for child in root.__subclasses__() if child.__module__.startswith(__name__)]
    return [root, *(cls for child in ours for cls in tree(child))]


def sentence(code: str, language: str = "ko") -> str:
    """The usual sentence of ``code``; that of an unknown error for a code that is not in the tree."""
    found = next((cls for cls in tree() if cls.code == code), AdgenError)
    return found.en if language == "en" else found.ko
