"""A refusal says what happened and what to do, in Indonesian and in English, and ends the command."""

import sys

EXIT_REFUSED = 3


class Refusal(Exception):
    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(indonesian, english)
        self.indonesian = indonesian
        self.english = english


def show(refusal: Refusal) -> int:
    sys.stdout.flush()
    print(refusal.indonesian, refusal.english, sep="\n", file=sys.stderr, flush=True)
    return EXIT_REFUSED


def say(text: str) -> None:
    """Progress: stderr, so that stdout holds only a command's answer."""
    print(text, file=sys.stderr, flush=True)
