"""A printed budget of 3,000 lines: read in the child, checked sum by sum, and prepared."""

import time
from itertools import islice, product

from tools.bench.measurement import Measurement
from tools.bench.workspace import Workspace

LINES = 3_000
WARM = 50
YEAR = 2026


def measure_budget_import(place: Workspace) -> float:
    """Seconds from the bytes of the workbook to the prepared version; after a small one to warm up."""
    place.use_django()
    from tools.bench.village import bare_village

    with bare_village():
        _import(printed_budget(WARM), WARM)
        content = printed_budget(LINES)
        started = time.perf_counter()
        _import(content, LINES)
        return round(time.perf_counter() - started, 2)


def printed_budget(lines: int) -> bytes:
    """A Penjabaran with all its sums; every spending line is financed by Dana Desa."""
    from desa.foundation.sheets.queries.workbooks import OutSheet, write_workbook

    head = ["KODE KEGIATAN", "KODE EKONOMI", "URAIAN", "ANGGARAN (Rp)", "SUMBER DANA"]
    keys = _keys(lines)
    amounts = {key: 1_000_000 + place * 1_000 for place, key in enumerate(keys)}
    whole = _money(sum(amounts.values()))
    rows = [
        ["", "4.2.1.01.", "Dana Desa", whole, "DDS"],
        ["", "", "JUMLAH PENDAPATAN", whole, ""],
        ["", "5.", "BELANJA", "", ""],
        *_spending(amounts),
        ["", "", "JUMLAH BELANJA", whole, ""],
    ]
    return write_workbook([OutSheet("Penjabaran", head, rows, frozenset())])


def _keys(lines: int) -> list[tuple[str, str]]:
    from desa.transparency.budgets.rules.tables import akun_names, kegiatan_names

    works = [code for code in kegiatan_names() if code.count(".") == 2 and "-" not in code]
    accounts = [
        code
        for code in akun_names()
        if code.startswith("5.") and code.count(".") == 3 and "-" not in code
    ]
    return list(islice(product(works, accounts), lines))


def _spending(amounts: dict[tuple[str, str], int]) -> list[list[str]]:
    from desa.transparency.budgets.rules.tables import akun_names, kegiatan_names

    rows, last = [], ""
    for (work, account), amount in amounts.items():
        if work != last:
            last = work
            below = sum(value for key, value in amounts.items() if key[0] == work)
            rows.append([work, "", kegiatan_names()[work][0], _money(below), ""])
        rows.append([work, account, akun_names()[account][0], _money(amount), "DDS"])
    return rows


def _money(rupiah: int) -> str:
    return f"{rupiah:,}".replace(",", ".") + ",00"


def _import(content: bytes, lines: int) -> None:
    from desa.transparency.budgets.actions.importing import prepare_version, store_source
    from desa.transparency.budgets.enums import Stage
    from desa.transparency.budgets.queries.examining import examine
    from desa.transparency.budgets.rules.fitting import Order
    from tools.bench.village import BY

    examined = examine(content, "penjabaran.xlsx", Order(YEAR, Stage.ENACTED))
    source = store_source(content, "penjabaran.xlsx")
    outcome = prepare_version(by=BY, examined=examined, source=source)
    if outcome.version.lines.count() != lines + 1:
        raise RuntimeError(f"{outcome.version.lines.count()} lines instead of {lines + 1}")


MEASUREMENTS = [Measurement("budget_import_s", "s", 2, measure_budget_import)]
