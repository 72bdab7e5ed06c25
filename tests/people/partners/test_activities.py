"""Joint activities: two sides, both confirm, money by class."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent
from desa.people.partners.actions import (
    ActivityFacts,
    FundFacts,
    Report,
    add_fund,
    answer_as,
    answer_by_link,
    cancel_activity,
    drop_fund,
    give_account,
    make_link,
    plan_activity,
    report_activity,
)
from desa.people.partners.enums import ActivityState, Answer, MoneyClass
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.models import Activity, Fund, Participation
from desa.people.partners.presenters import activity_state
from desa.people.partners.queries import activities, actors, by_link, is_joint, sums, waiting_for
from tests.people.partners.samples import (
    CLERK,
    TODAY,
    TUESDAY,
    confirm,
    days,
    joint,
    partner,
    planned,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scope")]


def _side(activity: Activity) -> Participation:
    return Participation.objects.get(activity=activity)


def _again(activity: Activity) -> Activity:
    return activities().get(pk=activity.pk)


def test_one_side_alone_is_no_joint_activity() -> None:
    facts = ActivityFacts("Kerja bakti", TODAY, with_village=False)
    with pytest.raises(PartnersRefused, match="dua pihak") as refused:
        plan_activity(by=CLERK, facts=facts, partners=[partner()])
    assert refused.value.field == "partners"
    with pytest.raises(PartnersRefused):
        plan_activity(by=CLERK, facts=ActivityFacts("Kerja bakti", TODAY), partners=[])
    assert not Activity.objects.exists()


def test_two_partners_need_no_village() -> None:
    made = planned(partner("A"), partner("B"), with_village=False)
    assert made.participations.count() == 2
    assert made.state == ActivityState.PLANNED


def test_report_asks_every_partner() -> None:
    made = told(partner("A"), partner("B"))
    assert (made.state, made.attendance) == (ActivityState.DONE, 22)
    assert {row.answer for row in made.participations.all()} == {Answer.WAITING}
    assert not is_joint(_again(made))
    assert activity_state(_again(made))[0] == "wait"


def test_report_of_tomorrow_is_refused() -> None:
    with pytest.raises(PartnersRefused) as refused:
        told(partner(), on=days(1))
    assert refused.value.field == "done_on"


def test_all_yes_makes_it_joint() -> None:
    made = joint(partner("A"), partner("B"))
    assert is_joint(_again(made))
    assert actors(_again(made))[0] == 0
    assert len(actors(_again(made))) == 3
    assert activity_state(_again(made))[0] == "ok"


def test_one_missing_answer_keeps_it_open() -> None:
    made = told(partner("A"), partner("B"))
    first = made.participations.first()
    assert first is not None
    code = make_link(by=CLERK, participation=first)
    answer_by_link(code=code.value, took_part=True)
    assert not is_joint(_again(made))


def test_no_is_kept_and_leaves_two_sides_or_none() -> None:
    one = told(partner("A"), with_village=True)
    confirm(one, yes=False)
    assert not is_joint(_again(one))
    assert activity_state(_again(one))[0] == "no"
    three = told(partner("B"), partner("C"), title="Lain")
    sides = list(three.participations.order_by("pk"))
    for side, yes in zip(sides, (True, False), strict=True):
        answer_by_link(code=make_link(by=CLERK, participation=side).value, took_part=yes)
    assert is_joint(_again(three))
    assert actors(_again(three)) == [0, sides[0].partner_id]


def test_link_answers_once() -> None:
    made = told(partner())
    code = make_link(by=CLERK, participation=_side(made)).value
    answer_by_link(code=code, took_part=True, note="Benar")
    side = _side(made)
    assert (side.answer, side.note, side.link_digest) == (Answer.CONFIRMED, "Benar", "")
    assert side.answered_by_label == "Mitra lewat tautan"
    with pytest.raises(PartnersRefused, match="Tautan"):
        answer_by_link(code=code, took_part=False)
    assert _side(made).answer == Answer.CONFIRMED


def test_newer_link_kills_the_older_one() -> None:
    made = told(partner())
    old = make_link(by=CLERK, participation=_side(made)).value
    new = make_link(by=CLERK, participation=_side(made)).value
    assert by_link(old) is None
    assert by_link(new) == _side(made)


def test_link_dies_after_thirty_days() -> None:
    made = told(partner())
    code = make_link(by=CLERK, participation=_side(made)).value
    with clock.frozen(TUESDAY + timedelta(days=30, minutes=-1)):
        assert by_link(code) is not None
    with clock.frozen(TUESDAY + timedelta(days=30)):
        assert by_link(code) is None


@pytest.mark.parametrize("code", ["", "abc", "x" * 32, "../../etc", "é" * 32])
def test_nonsense_is_no_link(code: str) -> None:
    told(partner())
    assert by_link(code) is None


def test_link_itself_is_not_kept() -> None:
    made = told(partner())
    code = make_link(by=CLERK, participation=_side(made)).value
    assert code not in str(vars(_side(made)))
    facts = [str(event.facts) for event in TrailEvent.objects.all()]
    assert not any(code in text for text in facts)


def test_link_before_the_report_is_refused() -> None:
    made = planned(partner())
    with pytest.raises(PartnersRefused, match="belum dilaporkan"):
        make_link(by=CLERK, participation=_side(made))


def test_link_after_the_answer_is_refused() -> None:
    made = joint(partner())
    with pytest.raises(PartnersRefused, match="Sudah dijawab"):
        make_link(by=CLERK, participation=_side(made))


def test_account_answers_for_its_own_partner_only(pokmas: User) -> None:
    own, other = partner("A"), partner("B")
    give_account(by=CLERK, partner=own, user=pokmas)
    made = told(own, other)
    mine = made.participations.get(partner=own)
    theirs = made.participations.get(partner=other)
    assert [row.pk for row in waiting_for(own)] == [mine.pk]
    with pytest.raises(PartnersRefused, match="bukan kegiatan kelompok Anda"):
        answer_as(by=pokmas, participation=theirs, took_part=True)
    answer_as(by=pokmas, participation=mine, took_part=True)
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.answer, theirs.answer) == (Answer.CONFIRMED, Answer.WAITING)
    assert mine.answered_by_label == pokmas.name
    assert not waiting_for(own).exists()


def test_account_of_nobody_answers_for_nobody(pokmas: User) -> None:
    made = told(partner())
    with pytest.raises(PartnersRefused):
        answer_as(by=pokmas, participation=_side(made), took_part=True)


def test_answering_twice_is_refused(pokmas: User) -> None:
    own = partner()
    give_account(by=CLERK, partner=own, user=pokmas)
    made = told(own)
    answer_as(by=pokmas, participation=_side(made), took_part=True)
    with pytest.raises(PartnersRefused, match="Sudah dijawab"):
        answer_as(by=pokmas, participation=_side(made), took_part=False)


def test_reporting_again_asks_again() -> None:
    made = joint(partner())
    report_activity(by=CLERK, activity=made, report=Report(TODAY, 30, "Ternyata 30 orang."))
    assert _side(made).answer == Answer.WAITING
    assert not is_joint(_again(made))
    assert _again(made).photo_id is not None


def test_money_after_the_report_asks_again() -> None:
    made = joint(partner())
    add_fund(by=CLERK, activity=made, facts=FundFacts(MoneyClass.DUES, Rupiah.of(100_000)))
    assert _side(made).answer == Answer.WAITING
    confirm(made)
    drop_fund(by=CLERK, fund=Fund.objects.select_related("activity").get())
    assert _side(made).answer == Answer.WAITING


def test_each_class_of_money_is_told_apart() -> None:
    """J8: 3,500,000 from outside the APBDes, of two classes."""
    made = planned(partner())
    for facts in (
        FundFacts(MoneyClass.DUES, Rupiah.of(1_500_000)),
        FundFacts(MoneyClass.CSR, Rupiah.of(2_000_000)),
        FundFacts(MoneyClass.CSR, Rupiah.of(750_000), in_kind=True),
    ):
        add_fund(by=CLERK, activity=made, facts=facts)
    found = {str(row.label): (row.cash, row.in_kind) for row in sums(made.funds.all())}
    assert found == {
        "Iuran atau swadaya": (Rupiah.of(1_500_000), Rupiah(0)),
        "CSR": (Rupiah.of(2_000_000), Rupiah.of(750_000)),
    }


def test_class_stands_once_for_an_activity() -> None:
    made, facts = planned(partner()), FundFacts(MoneyClass.CSR, Rupiah.of(1))
    add_fund(by=CLERK, activity=made, facts=facts)
    with pytest.raises(ValidationError, match="sudah dicatat"):
        add_fund(by=CLERK, activity=made, facts=facts)


@pytest.mark.parametrize(("number", "day"), [("", None), ("900/1", None), ("", TODAY)])
def test_provincial_grant_names_its_nphd(number: str, day: object) -> None:
    facts = FundFacts(MoneyClass.PROVINCE, Rupiah.of(5), False, number, day)  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="NPHD"):
        add_fund(by=CLERK, activity=planned(partner()), facts=facts)


def test_database_refuses_a_grant_without_nphd_too() -> None:
    made = planned(partner())
    row = Fund(activity=made, money_class=MoneyClass.PROVINCE, amount=Rupiah.of(5))
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize("amount", [Rupiah(0), Rupiah.of(-5)])
def test_nothing_is_no_money(amount: Rupiah) -> None:
    with pytest.raises(ValidationError):
        add_fund(by=CLERK, activity=planned(partner()), facts=FundFacts(MoneyClass.DUES, amount))


def test_cancelled_activity_takes_nothing_more() -> None:
    made = planned(partner())
    cancel_activity(by=CLERK, activity=made, reason="Hujan")
    with pytest.raises(PartnersRefused, match="dibatalkan"):
        report_activity(by=CLERK, activity=made, report=Report(TODAY, 1, "Ya"))
    with pytest.raises(PartnersRefused, match="dibatalkan"):
        add_fund(by=CLERK, activity=made, facts=FundFacts(MoneyClass.DUES, Rupiah.of(1)))
    assert activity_state(_again(made))[0] == "no"


def test_done_activity_is_not_cancelled() -> None:
    with pytest.raises(PartnersRefused, match="sudah selesai"):
        cancel_activity(by=CLERK, activity=told(partner()), reason="Hujan")


def test_cancelling_wants_a_reason() -> None:
    with pytest.raises(ValidationError):
        cancel_activity(by=CLERK, activity=planned(partner()), reason="")


def test_planned_one_whose_day_passed_is_late() -> None:
    made = planned(partner())
    assert activity_state(_again(made))[0] == "run"
    with clock.frozen(TUESDAY + timedelta(days=1)):
        assert activity_state(_again(made))[0] == "late"


def test_trail_names_no_person(village: Village) -> None:
    joint(partner())
    names = set(TrailEvent.objects.values_list("name", flat=True))
    assert {
        "partners.partner.registered",
        "partners.activity.planned",
        "partners.activity.reported",
        "partners.participation.link_made",
        "partners.participation.answered",
    } <= names
