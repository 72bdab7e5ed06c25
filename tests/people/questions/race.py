"""One of two processes that answer one question at the same moment: `python -m ... <village> <user> <question>`."""

import os
import sys

import django


def main(village_id: int, user_id: int, question_id: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.foundation.jobs.sample.settings")
    django.setup()
    from desa.foundation.accounts.models import User
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from desa.people.questions.actions import answer
    from desa.people.questions.exceptions import QuestionRefused
    from desa.people.questions.models import Question

    with village_scope(Village.objects.get(pk=village_id)):
        question, user = Question.objects.get(pk=question_id), User.objects.get(pk=user_id)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        try:
            answer(by=user, question=question, text=f"Jawaban {os.getpid()}.")
            sys.stdout.write("answered\n")
        except QuestionRefused:
            sys.stdout.write("refused\n")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
