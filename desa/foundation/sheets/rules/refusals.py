"""Why a whole workbook cannot be read; free of Django, because the reading child raises it."""

from enum import StrEnum


class RefusalCode(StrEnum):
    EMPTY_FILE = "empty_file"
    WRONG_TYPE = "wrong_type"
    WEB_PAGE = "web_page"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    DAMAGED = "damaged"
    USED_RANGE = "used_range"
    EMPTY_SHEETS = "empty_sheets"
    TOO_SLOW = "too_slow"
    TOO_HEAVY = "too_heavy"


class Unreadable(Exception):
    """The child's word for a refusal: a code and the facts of its sentence, no sentence yet."""

    def __init__(self, code: RefusalCode, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
