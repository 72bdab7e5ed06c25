"""The printed sheets: what must stand on them, that no name does, and that they keep to their pages."""

import pytest
from django.conf import LazySettings

from desa.empowerment.literacy.actions import withdraw
from desa.empowerment.literacy.enums import Help, PracticeTask
from desa.empowerment.literacy.presenters.sheets import assist_sheet, class_sheet
from desa.foundation.tenancy.models import Village
from tests.empowerment.literacy.paper import pages
from tests.empowerment.literacy.samples import CLERK, planned, resident, seated

pytestmark = pytest.mark.django_db


def test_class_sheet_has_the_tasks_and_a_line_for_everyone(scope: Village) -> None:
    held = planned()
    seated(held, person=resident())
    tasks, marks = pages(class_sheet(held))
    assert all(str(task.label) in tasks for task in PracticeTask)
    assert "Bacakan dulu" in marks
    assert "boleh ditarik kapan saja" in marks
    assert "55 tahun ke atas" in marks
    assert "Suwarni" not in tasks + marks


def test_number_of_who_left_is_given_to_nobody(scope: Village) -> None:
    held = planned(seats=2)
    withdraw(by=CLERK, participant=seated(held))
    seated(held)
    _tasks, marks = pages(class_sheet(held))
    numbers = [word for word in marks.split("Sesudah")[-1].split() if word.isdigit()]
    assert "2" in numbers
    assert numbers.count("3") >= 1


def test_large_class_goes_on_a_further_page(scope: Village) -> None:
    assert len(pages(class_sheet(planned(seats=40)))) >= 3


def test_sheet_names_the_practice_page_once_it_can_be_reached(scope: Village) -> None:
    assert "buka situs desa" in pages(class_sheet(planned()))[0]
    scope.public_address = "https://sumbergedang.example"
    scope.save()
    first = pages(class_sheet(planned()))[0].replace(" ", "")
    assert "https://sumbergedang.example/belajar/latihan/" in first


def test_assist_sheet_is_one_page_and_says_what_does_not_count(scope: Village) -> None:
    (page,) = pages(assist_sheet())
    assert "tidak dihitung" in page
    assert all(str(item.label) in page for item in Help)


def test_sheets_of_desa_contoh_are_marked(scope: Village, settings: LazySettings) -> None:
    settings.DEMO = True
    assert "CONTOH" in pages(assist_sheet())[0]
    settings.DEMO = False
    assert "CONTOH" not in pages(assist_sheet())[0]
