"""One of two processes that approve the same letters at the same moment.

`python -m ... each|batch <village> <kades>` with the letters' keys as JSON on stdin; prints the number
that each letter got, as this process saw it.
"""

import json
import os
import sys
import threading

import django
from django.db import connection

THREADS, BATCH = 5, 5


def approve(village_id: int, user_id: int, letters: list[int], seen: dict[int, int]) -> None:
    from desa.foundation.accounts.models import User
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from desa.services.letters.actions import approve_letter
    from desa.services.letters.models import Letter

    with village_scope(Village.objects.get(pk=village_id)):
        kades = User.objects.get(pk=user_id)
        for letter in letters:
            paper = approve_letter(by=kades, letter=Letter.objects.get(pk=letter)).paper
            assert paper is not None
            seen[letter] = paper.number
    connection.close()


def approve_together(
    village_id: int, user_id: int, letters: list[int], seen: dict[int, int]
) -> None:
    from desa.foundation.accounts.models import User
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from desa.services.letters.actions import approve_batch
    from desa.services.letters.models import Letter

    with village_scope(Village.objects.get(pk=village_id)):
        kades = User.objects.get(pk=user_id)
        for start in range(0, len(letters), BATCH):
            chosen = Letter.objects.filter(pk__in=letters[start : start + BATCH])
            for letter in approve_batch(by=kades, letters=list(chosen)):
                assert letter.paper is not None
                seen[letter.pk] = letter.paper.number
    connection.close()


def main(way: str, village_id: int, user_id: int, letters: list[int]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.foundation.jobs.sample.settings")
    django.setup()
    seen: dict[int, int] = {}
    parts = [letters[start::THREADS] for start in range(THREADS)]
    work = {"each": approve, "batch": approve_together}[way]
    running = [
        threading.Thread(target=work, args=(village_id, user_id, part, seen)) for part in parts
    ]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    json.dump(sorted(seen.items()), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), json.loads(sys.stdin.read()))
