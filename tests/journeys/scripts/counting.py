"""What a data folder holds, read with its own key: rows of every table, last numbers, trail, papers.

`--digests` adds a digest of all rows of each table.
"""

import hashlib
import json
import sys
from typing import Any

import django


def digest(cursor: Any, table: str) -> str:
    rows = sorted(repr(row) for row in cursor.execute(f'SELECT * FROM "{table}"').fetchall())
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def main() -> None:
    django.setup()
    from django.db import connection

    from desa.foundation.core.registry import last_numbers
    from desa.foundation.files.models import StoredFile
    from desa.foundation.files.queries import vault
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from desa.foundation.trail.queries import find_break

    facts: dict[str, object] = {}
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        counts = {
            name: cursor.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables
        }
        facts["rows"] = counts
        if "--digests" in sys.argv:
            facts["digests"] = {name: digest(cursor, name) for name in tables}
        registers = cursor.execute(last_numbers.get("papers")).fetchall()
        facts["last_numbers"] = [list(row) for row in registers]
    broken, unreadable = [], []
    for village in Village.objects.all():
        with village_scope(village):
            broken += [village.code] if find_break() else []
            digests = StoredFile.objects.values_list("digest", flat=True)
            unreadable += [digest for digest in digests if not vault().get(digest)]
    facts |= {"broken": broken, "unreadable": unreadable}
    json.dump(facts, sys.stdout)


if __name__ == "__main__":
    main()
