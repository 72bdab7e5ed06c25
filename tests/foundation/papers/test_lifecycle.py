"""A number is given once, its words stay, its file follows, and it ends only by being named ended."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import override

from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.core import clock
from desa.foundation.core.registry import tasks
from desa.foundation.core.typesetting import RenderingFailed
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.files.actions import put_content
from desa.foundation.files.exceptions import ContentDamaged
from desa.foundation.files.queries import read_content
from desa.foundation.jobs.models import Job
from desa.foundation.papers.actions import (
    attach,
    attach_if_possible,
    attaching,
    replace,
    save_policy,
    start_register_at,
    store_emblem,
    void,
)
from desa.foundation.papers.engine import typesetter
from desa.foundation.papers.enums import PaperState
from desa.foundation.papers.exceptions import EmblemRefused, PaperStateError
from desa.foundation.papers.models import Paper, PaperPolicy, RegisterCounter
from desa.foundation.papers.queries import paper_pdf, register_format, signature_of
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent
from tests.foundation.papers.conftest import MakePaper
from tests.foundation.papers.samples import text_of
from tests.trailing import first_broken

pytestmark = pytest.mark.postgres


def test_numbers_follow_each_other_in_each_register(make_paper: MakePaper) -> None:
    assert [make_paper().number for _ in range(3)] == [1, 2, 3]
    assert make_paper(register="nikah").number == 1


def test_failed_action_gives_its_number_back(make_paper: MakePaper) -> None:
    make_paper()
    with pytest.raises(ValidationError):
        make_paper(kind_label="")
    assert make_paper().number == 2


def test_numbers_restart_with_the_village_year(make_paper: MakePaper) -> None:
    # 17.00 UTC on 31 December is already the new year in WIB.
    eve = clock.now().replace(year=2026, month=12, day=31, hour=16, minute=59)
    with clock.frozen(eve):
        old = make_paper()
    with clock.frozen(eve + timedelta(minutes=2)):
        new = make_paper()
    assert [(old.year, old.number), (new.year, new.number)] == [(2026, 1), (2027, 1)]
    assert new.day == date(2027, 1, 1)


def test_village_starts_in_the_middle_of_its_paper_book(make_paper: MakePaper, kades: User) -> None:
    year = make_paper().year
    start_register_at(by=kades, register="surat", year=year, number=124, reason="lanjutan buku")
    assert [make_paper().number, make_paper().number] == [124, 125]
    assert RegisterCounter.objects.get(register="surat").start_reason == "lanjutan buku"


@pytest.mark.parametrize(("number", "reason"), [(1, "salah"), (500, "  ")])
def test_register_never_goes_back_nor_without_a_reason(
    make_paper: MakePaper, kades: User, number: int, reason: str
) -> None:
    year = make_paper().year
    with pytest.raises(ValueProblem):
        start_register_at(by=kades, register="surat", year=year, number=number, reason=reason)
    assert make_paper().number == 2


def test_database_itself_refuses_a_number_twice(make_paper: MakePaper) -> None:
    paper = make_paper()
    paper.pk, paper.verify_code = None, "0" * 16
    paper.pk = clock.now().microsecond + 1
    with pytest.raises(IntegrityError), transaction.atomic():
        paper.save(force_insert=True)


def test_later_format_does_not_rewrite_history(make_paper: MakePaper, kades: User) -> None:
    paper = make_paper()
    save_policy(
        by=kades,
        policy=PaperPolicy(
            valid_from=paper.day,
            number_code="424.305.2.09",
            number_formats={"surat": "{nomor}/{kode_desa}/{tahun}"},
        ),
    )
    later = make_paper(register_format=register_format("surat"))
    assert later.number_text == f"2/424.305.2.09/{paper.year}"
    assert paper.number_text in text_of(paper_pdf(Paper.objects.get(pk=paper.pk)))


def test_policy_with_a_bad_format_is_refused(kades: User) -> None:
    policy = PaperPolicy(valid_from=date(2026, 1, 1), number_formats={"surat": "{nomor}"})
    with pytest.raises(ValidationError, match="tahun"):
        save_policy(by=kades, policy=policy)


def test_signed_on_the_spot_keeps_signer_and_recorder(
    make_paper: MakePaper, operator: User, holder: Officeholder
) -> None:
    paper = make_paper(recorded_by=operator)
    assert (paper.signer, paper.signer_name) == (holder, "HARIYONO")
    assert (paper.recorded_by_id, paper.recorded_by_label) == (operator.pk, operator.name)


def test_number_queues_its_file_and_both_are_on_the_trail(make_paper: MakePaper) -> None:
    paper = make_paper()
    job = Job.objects.get(task="papers.attach")
    tasks.get(job.task).run(job.args)
    paper.refresh_from_db()
    assert paper.state == PaperState.ISSUED
    names = set(TrailEvent.objects.values_list("name", flat=True))
    assert {"papers.paper.numbered", "papers.paper.issued"} <= names
    assert first_broken() is None


def test_attached_file_is_what_was_frozen(make_paper: MakePaper) -> None:
    paper = make_paper()
    before = paper_pdf(paper)
    issued = attach(paper_id=paper.pk)
    assert issued.print_file is not None
    assert read_content(issued.print_file) == before == paper_pdf(issued)


def test_first_attached_file_wins(make_paper: MakePaper, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = make_paper()
    first = attach(paper_id=paper.pk)
    stale = attaching._attach(paper_id=paper.pk, digest=put_content(b"lain"), size=4)
    assert stale.print_file == first.print_file == attach(paper_id=paper.pk).print_file
    assert TrailEvent.objects.filter(name="papers.paper.issued").count() == 1


@pytest.mark.parametrize("step", ["render_paper", "put_content", "register_file"])
def test_killed_between_steps_is_resumed_by_the_sweeper(
    make_paper: MakePaper, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def die(*_args: object, **_kwargs: object) -> None:
        raise RenderingFailed("listrik padam")

    paper = make_paper()
    with monkeypatch.context() as broken:
        broken.setattr(attaching, step, die)
        with pytest.raises(RenderingFailed):
            attach(paper_id=paper.pk)
    paper.refresh_from_db()
    assert (paper.state, paper.print_file) == (PaperState.NUMBERED, None)
    Job.objects.all().delete()
    with clock.frozen(paper.numbered_at + timedelta(minutes=3)):
        tasks.get("papers.resume").run({})
        job = Job.objects.get()
        tasks.get(job.task).run(job.args)
    paper.refresh_from_db()
    assert (paper.state, paper.number) == (PaperState.ISSUED, 1)


def test_paper_renders_with_the_template_it_was_numbered_with(
    make_paper: MakePaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = make_paper()
    before = paper_pdf(paper)
    monkeypatch.setattr(typesetter, "template_source", lambda: b"#panic()")
    assert paper_pdf(Paper.objects.get(pk=paper.pk)) == before
    assert paper.template.digest == typesetter.template_version()


@pytest.mark.parametrize("problem", [RenderingFailed, ContentDamaged, OSError, DatabaseError])
def test_page_leaves_a_file_that_cannot_be_made_now_to_the_job(
    make_paper: MakePaper, monkeypatch: pytest.MonkeyPatch, problem: type[Exception]
) -> None:
    paper = make_paper()

    def fail(_paper: Paper) -> bytes:
        raise problem

    with monkeypatch.context() as broken:
        broken.setattr(attaching, "render_paper", fail)
        assert not attach_if_possible(paper_id=paper.pk)
    assert Paper.objects.get(pk=paper.pk).state == PaperState.NUMBERED
    tasks.get("papers.attach").run(Job.objects.get(key=str(paper.pk)).args)
    assert Paper.objects.get(pk=paper.pk).state == PaperState.ISSUED


def test_page_does_not_hide_a_mistake_of_ours(
    make_paper: MakePaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = make_paper()
    monkeypatch.setattr(attaching, "SIGNERS", {})
    with pytest.raises(KeyError):
        attach_if_possible(paper_id=paper.pk)


def test_broken_template_says_so() -> None:
    with pytest.raises(RenderingFailed):
        typesetter.render_pdf(b"#panic()", {}, timestamp=0)


def test_template_cannot_read_files_of_the_machine() -> None:
    with pytest.raises(RenderingFailed):
        typesetter.render_pdf(b'#read("/etc/passwd") #read("../models/paper.py")', {}, timestamp=0)


def test_void_keeps_the_number_used(make_paper: MakePaper, kades: User) -> None:
    paper = attach(paper_id=make_paper().pk)
    ended = void(by=kades, paper=paper, reason="salah nama")
    assert (ended.state, ended.number, ended.print_file) == (
        PaperState.VOIDED,
        1,
        paper.print_file,
    )
    assert make_paper().number == 2


def test_paper_without_a_file_can_be_voided_and_gets_none(
    make_paper: MakePaper, kades: User
) -> None:
    paper = void(by=kades, paper=make_paper(), reason="gagal dicetak")
    assert attach(paper_id=paper.pk).print_file is None


def test_replaced_names_its_replacement(make_paper: MakePaper, kades: User) -> None:
    old, new = make_paper(), make_paper()
    ended = replace(by=kades, paper=old, replacement=new, reason="salah alamat")
    assert (ended.state, ended.replaced_by) == (PaperState.REPLACED, new)


def test_ended_paper_stays_ended_and_replaces_nothing(make_paper: MakePaper, kades: User) -> None:
    old, new = make_paper(), make_paper()
    void(by=kades, paper=old, reason="salah")
    with pytest.raises(PaperStateError):
        void(by=kades, paper=old, reason="lagi")
    with pytest.raises(PaperStateError):
        replace(by=kades, paper=new, replacement=old, reason="balik")
    with pytest.raises(PaperStateError):
        replace(by=kades, paper=new, replacement=new, reason="diri sendiri")


def test_reason_is_asked_for(make_paper: MakePaper, kades: User) -> None:
    with pytest.raises(ValueProblem):
        void(by=kades, paper=make_paper(), reason=" ")


def test_operator_may_number_but_not_void_nor_decide(make_paper: MakePaper, operator: User) -> None:
    paper = make_paper(by=operator)
    with pytest.raises(PermissionDenied):
        void(by=operator, paper=paper, reason="salah")
    with pytest.raises(PermissionDenied):
        save_policy(by=operator, policy=PaperPolicy(valid_from=paper.day))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 bukan gambar", "PDF"),
        (b"MZ program", "bukan gambar"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 200, "rusak"),
        (b"\xff\xd8\xff" + b"x" * (8 * 1024 * 1024), "terlalu besar"),
    ],
)
def test_what_is_no_emblem_is_refused_in_words(kades: User, content: bytes, words: str) -> None:
    with pytest.raises(EmblemRefused, match=words):
        store_emblem(by=kades, content=content)


def test_signature_of_an_official_follows_office_and_standing(
    scope: Village, holder: Officeholder
) -> None:
    assert signature_of(holder).capacity == ("Kepala Desa Sumbergedang",)
    holder.standing = "plh"
    assert signature_of(holder).capacity == ("Plh. Kepala Desa Sumbergedang",)
    holder.office, holder.title, holder.standing = "sekdes", "Sekretaris Desa", "definitif"
    assert signature_of(holder, on_behalf=True).capacity == (
        "a.n. Kepala Desa Sumbergedang",
        "Sekretaris Desa",
    )


def test_signature_is_indonesian_whoever_approves(scope: Village, holder: Officeholder) -> None:
    with override("en"):
        assert signature_of(holder, on_behalf=True).capacity[0] == "a.n. Kepala Desa Sumbergedang"
