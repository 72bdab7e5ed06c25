"""Cells of tables that people open in a spreadsheet."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _would_run(cell: str) -> bool:
    return cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA)


def as_text(cell: str) -> str:
    """What a spreadsheet would take for a formula, kept a text by a leading apostrophe."""
    return f"'{cell}" if _would_run(cell) else cell


def as_typed(cell: str) -> str:
    """The way back: without the apostrophe that as_text() gave."""
    return cell[1:] if cell[:1] == "'" and _would_run(cell[1:]) else cell
