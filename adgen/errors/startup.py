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
