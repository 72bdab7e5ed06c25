"""Reading and writing workbooks, for other rooms: the engine itself is not one of our doors."""

from desa.foundation.sheets.engine.reader import read_workbook, read_workbook_bytes
from desa.foundation.sheets.engine.writer import OutSheet, write_csv, write_workbook

__all__ = ["OutSheet", "read_workbook", "read_workbook_bytes", "write_csv", "write_workbook"]
