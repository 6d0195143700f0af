"""What may be typed or sent, and its limits: the REST bodies, the page's forms and the programs' arguments alike.

Limits are those of the old system's contract. A broken one becomes InvalidInput with a Korean and an English sentence.
"""

from .ads import AdRequest, Candidates, ExportNote, PosterEdit
from .records import (
    AdminUser,
    Credentials,
    Language,
    LinkUsed,
    MailAsked,
    PasswordChange,
    PasswordReset,
    ProjectCreate,
    ProjectUpdate,
    Register,
    StoreCreate,
    StoreUpdate,
    TokenCreate,
)
from .values import AnyForm, Id, ProjectStatus, parse
from .words import ClaimsCheck, CopyForm, PromptForm, SmsForm, TextEdit

__all__ = ["AdRequest", "AdminUser", "AnyForm", "Candidates", "ClaimsCheck", "CopyForm", "Credentials", "ExportNote",
           "Id", "Language", "LinkUsed", "MailAsked", "PasswordChange", "PasswordReset", "PosterEdit",
           "ProjectCreate", "ProjectStatus", "ProjectUpdate", "PromptForm", "Register", "SmsForm",
           "StoreCreate", "StoreUpdate", "TextEdit", "TokenCreate", "parse"]
