"""What every medium shows of one published version: made once, so that no medium computes a sum of its own."""

from dataclasses import dataclass
from datetime import date

from desa.transparency.budgets.rules.lines import Balance


@dataclass(frozen=True)
class Block:
    """One bar: a group of income, a bidang, or a side of financing. Money in sen."""

    code: str
    name: str
    amount: int
    before: int | None = None
    realised: int | None = None
    funds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Work:
    """A kegiatan with its amount and who carries it out; `reason` when it is not finished."""

    code: str
    name: str
    amount: int
    realised: int | None
    implementer: str
    team: str = ""
    state: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Figures:
    """Income blocks are the accounts of level 3 under transfers and level 2 elsewhere; spending the bidang.

    `version_id` stands on every medium ("APBDes-2026-ditetapkan-1"). `address` is the page's absolute
    address, "" while the village has none (no QR then). `realised_on` is None except for a realisation.
    """

    version_id: str
    village: str
    district: str
    year: int
    title: str
    basis: str
    income: tuple[Block, ...]
    spending: tuple[Block, ...]
    receipts: tuple[Block, ...]
    outlays: tuple[Block, ...]
    totals: Balance
    totals_before: Balance | None
    totals_realised: Balance | None
    works: tuple[Work, ...]
    complaint_address: str
    notes: tuple[str, ...]
    address: str
    published_on: date
    realised_on: date | None = None
