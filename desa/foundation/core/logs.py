"""Lines of the server's log. Whatever ends up in one, a resident's number never does."""

import logging
import re

# A NIK or KK: exactly 16 digits; our own identifiers have more.
NUMBER = re.compile(r"(?<!\d)(\d{4})\d{12}(?!\d)")


class MaskedFormatter(logging.Formatter):
    """Masks numbers in the finished line, traceback included: people type a NIK where a code is
    asked, and a database says in its error which value it refused."""

    def format(self, record: logging.LogRecord) -> str:
        return NUMBER.sub(r"\1" + "•" * 12, super().format(record))
