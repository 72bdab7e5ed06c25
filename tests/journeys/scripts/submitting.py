"""`python -m ... <count>`: so many letters more that wait for the kades; prints their public ids."""

import json
import sys

import django

from tests.journeys.scripts import letters


def main(count: int) -> None:
    django.setup()
    from desa.foundation.core.ids import public_id

    json.dump([public_id(letters.submit()) for _turn in range(count)], sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]))
