"""32 processes read a number and write it back plus one: how many of those writes are lost."""

import multiprocessing

from tools.bench.measurement import Measurement
from tools.bench.workspace import Workspace

PROCESSES, WRITES = 32, 25


def _write(_process: int) -> None:
    from django.db import connection, transaction

    for _number in range(WRITES):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT value FROM counter")
            (value,) = cursor.fetchone()
            cursor.execute("UPDATE counter SET value = %s", [value + 1])
    connection.close()


def _query(*statements: str) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        row = cursor.fetchone()
    connection.close()  # a forked child must not inherit an open database
    return int(row[0]) if row else 0


def measure(place: Workspace) -> float:
    place.use_django()
    _query("CREATE TABLE counter (value integer)", "INSERT INTO counter VALUES (0)")
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write, args=(each,)) for each in range(PROCESSES)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    return PROCESSES * WRITES - _query("SELECT value FROM counter")


MEASUREMENTS = [Measurement("writers_lost", "writes", 0, measure)]
