"""The workbook that goes out; its columns are those that come in."""

from desa.foundation.sheets.queries.workbooks import OutSheet, write_workbook
from desa.foundation.sheets.rules.workbook import Cell
from desa.infrastructure.assets.engine.catalogue import catalogue
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.assets.queries.register import kept_assets
from desa.infrastructure.assets.rules.sheet import COLUMNS
from desa.people.residents.queries.places import Places, places

TEXT = frozenset({0, 11, 12})


def assets_workbook() -> bytes:
    """What is kept today, without who keeps it."""
    known = places()
    rows = [_cells(row, known) for row in kept_assets()]
    kinds = [(slug, kind.name, kind.life) for slug, kind in catalogue().kinds.items()]
    return write_workbook(
        [
            OutSheet("Aset", COLUMNS, rows, TEXT),
            OutSheet("Jenis", ("jenis", "nama jenis", "umur pakai (tahun)"), kinds),
        ]
    )


def _cells(row: Asset, known: Places) -> list[Cell]:
    bought: Cell = row.bought_on
    if row.bought_on and row.bought_year_only:
        bought = row.bought_on.year
    return [
        row.code,
        row.kind,
        row.name,
        row.condition,
        row.use,
        row.origin,
        row.price.sen / 100 if row.price is not None else None,
        "ya" if row.price_estimated else "",
        bought,
        known[row.area_id].dusun,
        row.place,
        row.serial,
        row.inventory_code,
        row.warranty_until,
        row.contract_until,
        row.provider,
        row.yearly_fee.sen / 100 if row.yearly_fee is not None else None,
    ]
