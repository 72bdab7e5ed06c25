"""Proposals: counting an election of a whole town, and the list that everyone opens."""

from random import Random

from tools.bench.measurement import Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.workspace import Workspace

GROUP = "community"
VOTERS, PROJECTS, SEED = 6_586, 64, 1
PROPOSALS, ROUNDS = 20_000, 40


def measure_equal_shares(place: Workspace) -> float:
    """Seconds for as many voters and projects as Wieliczka had, invented; the slowest of three."""
    place.use_django()
    from desa.empowerment.planning.rules.equal_shares import Election, Project, equal_shares

    random = Random(SEED)
    projects = tuple(
        Project(str(number), random.randint(2_000, 60_000)) for number in range(PROJECTS)
    )
    keys = [project.key for project in projects]
    weights = [random.random() ** 2 for _key in keys]
    ballots = tuple(
        frozenset(random.choices(keys, weights, k=random.randint(1, 10)))
        for _voter in range(VOTERS)
    )
    election = Election(1_000_000, projects, ballots)
    return max(milliseconds(lambda: equal_shares(election)) for _turn in range(3)) / 1000


def measure_list(place: Workspace) -> float:
    """The newest page of 20,000 proposals, median; every one has its reason."""
    place.use_django()
    from django.core.management import call_command
    from django.test import Client

    from tools.bench.village import bare_village

    call_command("collectstatic", verbosity=0, interactive=False)
    with bare_village():
        _fill()
        browser = Client()
        times = [milliseconds(lambda: browser.get("/usulan/")) for _turn in range(ROUNDS)]
    return percentile(times[3:], 50)


def _fill() -> None:
    from datetime import timedelta

    from desa.empowerment.planning.enums import Channel, ProposalState, Verdict
    from desa.empowerment.planning.models import Proposal, Round
    from desa.foundation.core import clock
    from desa.foundation.tenancy.enums import AreaKind
    from desa.foundation.tenancy.models import Area

    now = clock.now()
    year = Round.objects.create(year=now.year, published_at=now)
    dusun = [Area.objects.create(kind=AreaKind.DUSUN, name=f"Dusun {n}") for n in range(13)]
    rows = (
        Proposal(
            round=year,
            number=number,
            status_code=f"{number:06}",
            title=f"Gorong-gorong nomor {number}",
            area=dusun[number % 13],
            channel=Channel.COUNTER,
            created_at=now - timedelta(minutes=number),
            created_by_label="bench",
            shown_at=now,
            state=ProposalState.POSTPONED,
            verdict=Verdict.POSTPONED,
            reason="Baik, tetapi pagu tahun ini sudah habis.",
        )
        for number in range(1, PROPOSALS + 1)
    )
    Proposal.objects.bulk_create(rows, batch_size=2_000)


MEASUREMENTS = [
    Measurement("equal_shares_s", "s", 1, measure_equal_shares, group=GROUP),
    Measurement("proposals_list_ms", "ms", 20, measure_list, group=GROUP),
]
