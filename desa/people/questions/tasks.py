"""Silence goes up; numbers that are no longer needed go."""

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import TaskArgs
from desa.people.questions.actions import escalate, forget_phones
from desa.people.questions.queries import overdue

ROUND = SystemActor("jam pertanyaan")


def run_escalate(args: TaskArgs) -> None:
    for question in overdue(clock.now()):
        escalate(by=ROUND, question=question)


def run_forget_phones(args: TaskArgs) -> None:
    forget_phones(by=ROUND)
