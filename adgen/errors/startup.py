"""Why the app cannot start, or a command cannot run: the operator can do something about it."""

from .base import AdgenError


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
