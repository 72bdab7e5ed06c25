"""Taking a paper in: as a whole, once, with what was found in it."""

from dataclasses import replace
from datetime import date

import pytest

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.files.models import StoredFile
from desa.foundation.sheets.exceptions import SheetRefused
from desa.foundation.trail.models import TrailEvent
from desa.transparency.budgets.actions.importing import (
    Outcome,
    Source,
    prepare_version,
    store_source,
    throw_away,
)
from desa.transparency.budgets.enums import Stage, VersionState
from desa.transparency.budgets.exceptions import BeingPublished, NothingPrepared
from desa.transparency.budgets.models import (
    BudgetFinding,
    BudgetLine,
    BudgetName,
    BudgetVersion,
    ColumnMapping,
)
from desa.transparency.budgets.queries.examining import (
    Examined,
    examine,
    examine_workbook,
    remembered_columns,
)
from desa.transparency.budgets.rules.fitting import Order
from desa.transparency.budgets.rules.layout import Role, find_layout
from tests.transparency.budgets.papers import (
    ITEMS,
    TITLES,
    Cells,
    book,
    lra,
    penjabaran,
    perubahan,
    place,
    put,
    sheet,
    xlsx,
)

pytestmark = pytest.mark.usefixtures("scope")
ACTOR = SystemActor("uji")
AWAL = Order(2026, Stage.ENACTED, village="Sumbergedang")
SOURCE = Source("penjabaran.xlsx")
BUDGET_BEFORE = tuple(replace(item, amount=item.before) for item in ITEMS)


def looked_at(rows: list[Cells], order: Order = AWAL) -> Examined:
    return examine_workbook(book(rows), order)


def take(rows: list[Cells], order: Order = AWAL, *, keep_errors: bool = False) -> Outcome:
    return prepare_version(
        by=ACTOR, examined=looked_at(rows, order), source=SOURCE, keep_errors=keep_errors
    )


def codes(examined: Examined) -> set[str]:
    return {finding.code for finding in examined.findings}


def broken() -> list[Cells]:
    rows = penjabaran()
    return put(rows, place(rows, "Belanja Bantuan Bibit"), 5, "14.000.000,00")


def test_a_paper_becomes_a_prepared_version_with_lines_names_and_no_findings() -> None:
    version = take(penjabaran()).version
    assert (version.state, version.stage, version.number) == (
        VersionState.PREPARED,
        "ditetapkan",
        1,
    )
    assert version.created_by_label == "uji"
    lines = list(version.lines.all())
    assert [line.position for line in lines] == list(range(1, len(ITEMS) + 1))
    assert sum(line.amount.sen for line in lines if line.kegiatan) == 210_000_000_00
    assert lines[3].funds == ["ADD"]
    assert (lines[3].sheet, lines[3].row, lines[3].unit) == ("Anggaran", 22, "OB")
    assert version.names.get(axis="kegiatan", code="2.3.11").name.startswith("Pembangunan")
    assert not version.findings.exists()


def test_the_same_paper_again_changes_nothing() -> None:
    first = take(penjabaran())
    stamps = list(BudgetLine.objects.values_list("pk", flat=True))
    again = take(penjabaran())
    assert (again.is_new, again.version) == (False, first.version)
    assert list(BudgetLine.objects.values_list("pk", flat=True)) == stamps
    assert TrailEvent.objects.filter(name="budgets.version.prepared").count() == 1


def test_a_corrected_paper_replaces_the_prepared_one() -> None:
    first = take(penjabaran()).version
    first.legal_number = "6 Tahun 2025"
    first.save()
    changed = (
        replace(ITEMS[0], amount=21_000_000),
        *ITEMS[1:-1],
        replace(ITEMS[-1], amount=9_000_000),
    )
    second = take(penjabaran(changed)).version
    assert second.pk == first.pk
    assert second.legal_number == "6 Tahun 2025"
    assert BudgetVersion.objects.count() == 1
    assert BudgetLine.objects.filter(akun="4.1.2.01").get().amount.sen == 21_000_000_00
    assert BudgetLine.objects.count() == len(ITEMS)


def test_after_publishing_a_paper_becomes_the_next_version() -> None:
    first = take(penjabaran()).version
    BudgetVersion.objects.filter(pk=first.pk).update(
        state=VersionState.PUBLISHED, published_at=clock.now(), published_by_label="Kades"
    )
    assert take(penjabaran()).is_new is False
    changed = (
        replace(ITEMS[0], amount=21_000_000),
        *ITEMS[1:-1],
        replace(ITEMS[-1], amount=9_000_000),
    )
    assert take(penjabaran(changed)).version.number == 2


def test_a_version_on_its_way_is_not_replaced() -> None:
    first = take(penjabaran()).version
    BudgetVersion.objects.filter(pk=first.pk).update(
        state=VersionState.PUBLISHING, published_by_label="Kades"
    )
    changed = (
        replace(ITEMS[0], amount=21_000_000),
        *ITEMS[1:-1],
        replace(ITEMS[-1], amount=9_000_000),
    )
    with pytest.raises(BeingPublished):
        take(penjabaran(changed))
    with pytest.raises(BeingPublished):
        throw_away(by=ACTOR, version=first)


def test_a_paper_with_wrong_sums_is_refused_or_kept_with_its_findings() -> None:
    with pytest.raises(NothingPrepared):
        take(broken())
    assert not BudgetVersion.objects.exists()
    version = take(broken(), keep_errors=True).version
    found = version.findings.get(code="likely_cell")
    assert (found.severity, found.column, found.sheet) == ("error", "F", "Anggaran")
    assert found.difference is not None
    assert found.difference.sen == 1_000_000_00
    assert "Rp14.000.000" in found.message
    assert found.accepted_note == ""


def test_an_unreadable_paper_is_refused_even_when_its_errors_are_to_be_kept() -> None:
    rows = penjabaran()
    rows = put(rows, place(rows, "Belanja Bantuan Bibit"), 5, "########")
    with pytest.raises(NothingPrepared):
        take(rows, keep_errors=True)
    assert not BudgetLine.objects.exists()


def test_another_years_paper_is_refused() -> None:
    examined = looked_at(penjabaran(), replace(AWAL, year=2025))
    assert "other_year" in {finding.code for finding in examined.errors}
    assert not examined.may_be_kept
    assert "year_impossible" in codes(looked_at(penjabaran(), replace(AWAL, year=26)))


def test_another_villages_paper_is_refused_unless_it_is_confirmed() -> None:
    foreign = replace(AWAL, village="Nogosari")
    assert "other_village" in {finding.code for finding in looked_at(penjabaran(), foreign).errors}
    confirmed = looked_at(penjabaran(), replace(foreign, may_be_foreign=True))
    assert confirmed.errors == []
    assert "other_village" in codes(confirmed)
    assert "other_village" not in codes(looked_at(penjabaran(), replace(AWAL, village="")))


def test_a_draft_is_kept_as_a_draft() -> None:
    version = take(penjabaran(titles=("DRAFT", *TITLES))).version
    assert version.stage == Stage.DRAFT
    assert version.findings.get().code == "kept_as_draft"


def test_a_change_before_any_budget_is_refused_with_what_to_do() -> None:
    examined = looked_at(perubahan(), Order(2026, Stage.CHANGE))
    assert "no_enacted" in {finding.code for finding in examined.errors}
    with pytest.raises(NothingPrepared):
        take(perubahan(), Order(2026, Stage.CHANGE), keep_errors=True)


def test_a_changes_semula_is_compared_with_what_was_enacted() -> None:
    take(penjabaran(BUDGET_BEFORE))
    order = Order(2026, Stage.CHANGE)
    assert looked_at(perubahan(), order).errors == []
    moved = (
        replace(ITEMS[0], before=21_000_000),
        *ITEMS[1:-1],
        replace(ITEMS[-1], before=9_000_000),
    )
    different = [f for f in looked_at(perubahan(moved), order).errors if f.code == "before_differs"]
    assert [finding.facts["code"] for finding in different] == ["4.1.2.01", "6.1.1.01"]
    assert different[0].difference == 1_000_000_00
    assert take(perubahan(), order).version.stage == Stage.CHANGE


def test_a_realisation_is_kept_by_its_date_and_compared_with_the_budget() -> None:
    take(penjabaran(BUDGET_BEFORE))
    order = Order(2026, Stage.REALISATION)
    examined = looked_at(lra(), order)
    assert "other_budget" in codes(examined)
    assert examined.as_of == date(2026, 6, 30)
    june = take(lra(), order).version
    september = take(lra(), replace(order, as_of=date(2026, 9, 30))).version
    assert (june.number, september.number) == (1, 2)
    assert june.as_of == date(2026, 6, 30)
    assert june.lines.exclude(realised__isnull=True).count() == len(ITEMS)


def test_a_paper_of_another_stage_is_refused() -> None:
    for rows, stage in (
        (lra(), Stage.ENACTED),
        (penjabaran(), Stage.REALISATION),
        (penjabaran(), Stage.CHANGE),
        (perubahan(), Stage.ENACTED),
    ):
        assert "other_stage" in {f.code for f in looked_at(rows, Order(2026, stage)).errors}


def test_throwing_away_leaves_nothing_behind() -> None:
    content = xlsx(penjabaran())
    version = prepare_version(
        by=ACTOR, examined=looked_at(penjabaran()), source=store_source(content, "a.xlsx")
    ).version
    assert version.source is not None
    throw_away(by=ACTOR, version=version)
    for model in (BudgetVersion, BudgetLine, BudgetName, BudgetFinding, StoredFile):
        assert not model.objects.exists()
    assert TrailEvent.objects.filter(name="budgets.version.thrown_away").exists()


def test_columns_a_person_confirmed_are_remembered_for_the_next_paper() -> None:
    rows = put(penjabaran(), 6, 5, "Nilai")
    layout = find_layout(sheet(rows))
    assert layout is not None
    chosen = {layout.signature: dict(layout.roles)}
    examined = examine_workbook(book(rows), AWAL, chosen)
    prepare_version(by=ACTOR, examined=examined, source=SOURCE)
    assert remembered_columns()[layout.signature][5] is Role.AMOUNT
    mapping = ColumnMapping.objects.get()
    assert mapping.confirmed_by_label == "uji"
    assert not examine_workbook(book(rows), AWAL).is_unsure


def test_a_true_file_goes_through_the_reader() -> None:
    examined = examine(xlsx(penjabaran()), "penjabaran.xlsx", AWAL)
    assert examined.errors == []
    assert len(examined.paper.lines) == len(ITEMS)
    with pytest.raises(SheetRefused):
        examine(b"bukan lembar kerja \x00\x01", "rusak.xlsx", AWAL)
