"""Lines of a plan as people write them under a decree: "2026 · 1.4.08", "RKPDes 2027 2.3.10"."""

import re
from dataclasses import dataclass

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _

PLANS = ("apbdes", "rkpdes", "rpjmdes")
SHAPE = re.compile(
    r"(?:(?P<plan>[a-z]+)\s+)?(?P<year>20\d\d)\s*[·:/,;-]?\s*(?P<code>\d{1,2}(?:\.\d{1,2}){1,3})",
    re.IGNORECASE,
)
BAD_LINE = _(
    "Baris “%(line)s” tidak terbaca. Tulis tahun dan kode kegiatan, misalnya 2026 · 1.4.08."
)
BAD_PLAN = _("Rencana “%(plan)s” tidak dikenal. Pakai APBDes, RKPDes, atau RPJMDes.")


@dataclass(frozen=True, order=True)
class PlanLine:
    plan: str
    year: int
    code: str

    def __str__(self) -> str:
        return f"{self.year} · {self.code}"


def parse_line(text: str) -> PlanLine:
    """Raises ValueProblem. Without a plan it is a line of the APBDes; 1.4.8 is 1.4.08."""
    found = SHAPE.fullmatch(text.strip().rstrip("."))
    if found is None:
        raise ValueProblem("plan_line", BAD_LINE, {"line": text.strip()[:60]})
    plan = (found["plan"] or "apbdes").lower()
    if plan not in PLANS:
        raise ValueProblem("plan", BAD_PLAN, {"plan": plan[:20]})
    return PlanLine(plan, int(found["year"]), _code(found["code"]))


def _code(text: str) -> str:
    """Bidang and sub without a leading zero, the kegiatan with two digits."""
    parts = [int(part) for part in text.split(".")]
    head = ".".join(str(part) for part in parts[:2])
    return ".".join([head, *(f"{part:02d}" for part in parts[2:])])


def parse_lines(text: str) -> list[PlanLine]:
    """One in each line of the text; each once, in their order."""
    rows = [row for row in text.splitlines() if row.strip()]
    return list(dict.fromkeys(parse_line(row) for row in rows))
