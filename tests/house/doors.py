"""What import-linter cannot say: through which door a room may be used by another."""

from dataclasses import dataclass

CORE = "desa.foundation.core"
SCOPE = "desa.foundation.tenancy.scope"
FORM_PARTS = "desa.foundation.intake.forms"  # made to be built into other rooms' forms
OPEN = frozenset(
    {"models", "enums", "permissions", "queries", "actions", "rules", "published", "exceptions"}
)
Imports = dict[str, set[str]]


@dataclass(frozen=True)
class Place:
    room: str
    slot: str


def place(module: str) -> Place:
    """desa.people.residents.models.person -> residents, models; other packages have no slot."""
    parts = module.split(".")
    if parts[0] != "desa" or len(parts) < 3:
        return Place(module, "")
    return Place(".".join(parts[:3]), parts[3] if len(parts) > 3 else "")


def closed_doors(imports: Imports) -> list[str]:
    """Imports of another room that do not come through one of its open slots."""
    wrong = []
    for importer, targets in imports.items():
        for target in targets:
            here, there = place(importer), place(target)
            if here.room == there.room or there.room == CORE or target in {SCOPE, FORM_PARTS}:
                continue
            if not there.room.startswith("desa.") or importer.startswith("config."):
                continue
            if there.slot not in OPEN:
                wrong.append(f"{importer} reaches into {target}")
    return sorted(wrong)


def leaking_public_views(imports: Imports, trusted: frozenset[str]) -> list[str]:
    """Public views see published rows, core, the scope and `trusted` packages; nothing else."""
    wrong = []
    for importer, targets in imports.items():
        if ".views.public" not in importer:
            continue
        for target in targets:
            there = place(target)
            if there.room == CORE or target == SCOPE or there.slot == "published":
                continue
            if target.split(".")[0] not in trusted:
                wrong.append(f"{importer} sees {target}")
    return sorted(wrong)
