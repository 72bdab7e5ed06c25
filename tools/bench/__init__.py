"""./bench: measurements of speed, memory and loss, each with its budget.

To add one: a file in tools/bench/measurements/ with

    def measure(place: Workspace) -> float: ...

    MEASUREMENTS = [Measurement("home_bytes", "byte", 45_000, measure, AT_MOST)]

Each runs in a process and a temporary data folder of its own (`place.data`; nothing of it is kept), so it
may set up Django, fill tables and start servers as it likes: `place.use_django()` gives a migrated, empty
database in this process, `place.environment()` the variables for child processes. What it prints goes to
stderr. `programs` names the Debian packages it needs, by program: {"strace": "strace"}.

Measurements with the same `group` are run together by its name: ./bench transparency.

What several need: `village` (desa contoh in this process, import it after `use_django()`), `serving` (./run
as a village starts it), `visitor` (asks either of them for pages) and `timing`. Add the new name to the list
in tests/tools/test_bench_parts.py when a budget was promised for it.
"""
