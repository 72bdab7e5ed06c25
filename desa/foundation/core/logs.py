"""Lines of the server's log. Whatever ends up in one, a resident's number never does."""

import logging
import re

# A NIK or KK: exactly 16 digits; our own identifiers have more.
NUMBER = re.compile(r"(?<!\d)(\d{4})\d{12}(?!\d)")
# What follows in an address opens a door or a paper, and a wrong one may be a right one mistyped.
SECRET = re.compile(r"(/(?:tautan|v|status|lapor|unggah)/)[^\s/?]+")


class MaskedFormatter(logging.Formatter):
    """Masks numbers and codes in the finished line, traceback included: people type a NIK where a code is
    asked, and a database says in its error which value it refused."""

    def format(self, record: logging.LogRecord) -> str:
        line = NUMBER.sub(r"\1" + "•" * 12, super().format(record))
        return SECRET.sub(r"\1•••", line)
