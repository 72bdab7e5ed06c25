import json
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from desa.empowerment.planning.rules.equal_shares import Outcome, Project, equal_shares, greedy
from desa.empowerment.planning.rules.pabulib import NotPabulib, read_pabulib

REASONS = {
    "no_section": "baris ini di luar bagian META, PROJECTS, atau VOTES",
    "project_id": "project_id “{value}” kosong atau dipakai dua kali",
    "cost": "biaya “{value}” harus angka bulat tanpa titik",
    "vote": "suara menyebut proyek “{value}” yang tidak ada",
    "budget": "budget “{value}” harus angka bulat",
    "vote_type": "vote_type “{value}” belum bisa; hanya approval",
    "no_projects": "tidak ada proyek",
    "num_projects": "num_projects {value} tidak sama dengan banyaknya proyek",
    "num_votes": "num_votes {value} tidak sama dengan banyaknya suara",
}


class Command(BaseCommand):
    help = (
        "Menghitung Equal Shares dan suara terbanyak dari berkas Pabulib (.pb). Tidak menyimpan apa pun. / "
        "Counts equal shares and plain majority from a Pabulib file; stores nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="cetak jawaban JSON / print JSON")

    def handle(self, *args: object, **options: Any) -> None:
        path: Path = options["file"]
        election = _read(path).election
        fair, plain = equal_shares(election), greedy(election)
        if options["json"]:
            answer = {**_answer(fair), "greedy": _answer(plain)}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        names = {item.key: item for item in election.projects}
        self._tell("Equal Shares", fair, names)
        self._tell("Suara terbanyak / greedy", plain, names)

    def _tell(self, title: str, outcome: Outcome, names: Mapping[str, Project]) -> None:
        self.stdout.write(f"{title}: {len(outcome.winners)} proyek, biaya {outcome.cost}")
        for key in outcome.winners:
            self.stdout.write(f"  {key}  {names[key].cost}  {names[key].name}".rstrip())


def _read(path: Path) -> Any:
    try:
        return read_pabulib(path.read_bytes().decode())
    except NotPabulib as problem:
        reason = REASONS[problem.code].format(**problem.facts)
        raise CommandError(f"{path.name} baris {problem.line}: {reason}.") from problem
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        raise CommandError(f"{path.name} baris {line}: bukan teks UTF-8.") from problem
    except OSError as problem:
        raise CommandError(f"Berkas {path} tidak bisa dibaca. / Cannot read the file.") from problem


def _answer(outcome: Outcome) -> dict[str, Any]:
    return {"winners": list(outcome.winners), "cost": outcome.cost}
