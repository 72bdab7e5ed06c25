"""Elections in the .pb format of pabulib.org: three sections, semicolons, one voter a row."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from typing import Protocol

from desa.empowerment.planning.rules.equal_shares import Election, Project


class Rows(Protocol):
    def writerow(self, row: Iterable[object], /) -> object: ...

    def writerows(self, rows: Iterable[Iterable[object]], /) -> object: ...


SECTIONS = ("META", "PROJECTS", "VOTES")


class NotPabulib(ValueError):
    """`line` counts from 1 as an editor shows it."""

    def __init__(self, line: int, code: str, **facts: str) -> None:
        super().__init__(f"line {line}: {code} {facts}")
        self.line, self.code, self.facts = line, code, facts


@dataclass(frozen=True)
class PabulibFile:
    meta: dict[str, str]
    election: Election
    selected: frozenset[str] = frozenset()


@dataclass
class _Read:
    meta: dict[str, str] = field(default_factory=dict)
    projects: list[Project] = field(default_factory=list)
    selected: set[str] = field(default_factory=set)
    ballots: list[frozenset[str]] = field(default_factory=list)


def read_pabulib(text: str) -> PabulibFile:
    """Approval elections only. Raises NotPabulib, which names the line and what is wrong with it."""
    read, section = _Read(), ""
    header: list[str] = []
    rows = csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";")
    for row in rows:
        if not row or not any(cell.strip() for cell in row):
            continue
        if row[0].strip().upper() in SECTIONS and len(row) == 1:
            section, header = row[0].strip().upper(), []
        elif not section:
            raise NotPabulib(rows.line_num, "no_section")
        elif not header:
            header = [cell.strip().lower() for cell in row]
        else:
            _take(read, section, dict(zip(header, row, strict=False)), row, rows.line_num)
    return _whole(read, rows.line_num)


def _take(read: _Read, section: str, values: dict[str, str], row: Sequence[str], line: int) -> None:
    if section == "META":
        read.meta[row[0].strip().lower()] = row[1].strip() if len(row) > 1 else ""
    elif section == "PROJECTS":
        read.projects.append(_project(values, {item.key for item in read.projects}, line))
        if values.get("selected", "").strip() == "1":
            read.selected.add(read.projects[-1].key)
    else:
        read.ballots.append(_ballot(values.get("vote", ""), read.projects, line))


def _project(values: dict[str, str], known: set[str], line: int) -> Project:
    key, cost = values.get("project_id", "").strip(), values.get("cost", "").strip()
    if not key or key in known:
        raise NotPabulib(line, "project_id", value=key)
    if not (cost.isascii() and cost.isdigit()):
        raise NotPabulib(line, "cost", value=cost)
    return Project(key, int(cost), values.get("name", "").strip(), values.get("neighborhood", ""))


def _ballot(vote: str, projects: list[Project], line: int) -> frozenset[str]:
    chosen = frozenset(key.strip() for key in vote.split(",") if key.strip())
    if strangers := chosen - {project.key for project in projects}:
        raise NotPabulib(line, "vote", value=min(strangers))
    return chosen


def _whole(read: _Read, line: int) -> PabulibFile:
    budget = read.meta.get("budget", "").split(".")[0]
    if not (budget.isascii() and budget.isdigit()):
        raise NotPabulib(1, "budget", value=read.meta.get("budget", ""))
    if (kind := read.meta.get("vote_type", "approval")) != "approval":
        raise NotPabulib(1, "vote_type", value=kind)
    if not read.projects:
        raise NotPabulib(line, "no_projects")
    for name, count in (("num_projects", len(read.projects)), ("num_votes", len(read.ballots))):
        if read.meta.get(name, str(count)) != str(count):
            raise NotPabulib(1, name, value=read.meta[name])
    election = Election(int(budget), tuple(read.projects), tuple(read.ballots))
    return PabulibFile(read.meta, election, frozenset(read.selected))


def write_pabulib(
    election: Election,
    *,
    description: str,
    unit: str,
    instance: str,
    begin: date,
    end: date,
    winners: Iterable[str] = (),
) -> str:
    """Voters are running numbers: nothing in the file tells who they are."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    meta = {
        "description": description,
        "country": "Indonesia",
        "unit": unit,
        "instance": instance,
        "num_projects": len(election.projects),
        "num_votes": len(election.ballots),
        "budget": election.budget,
        "vote_type": "approval",
        "rule": "equalshares/add1",
        "date_begin": f"{begin:%d.%m.%Y}",
        "date_end": f"{end:%d.%m.%Y}",
        "language": "id",
    }
    writer.writerows([["META"], ["key", "value"], *([key, value] for key, value in meta.items())])
    _write_projects(writer, election, set(winners))
    writer.writerows([["VOTES"], ["voter_id", "vote"]])
    for number, ballot in enumerate(election.ballots, start=1):
        writer.writerow([number, ",".join(sorted(ballot))])
    return out.getvalue()


def _write_projects(writer: Rows, election: Election, chosen: set[str]) -> None:
    votes = {key: len(people) for key, people in election.supporters().items()}
    columns = ["project_id", "cost", "votes", "name", "selected", "neighborhood"]
    writer.writerows([["PROJECTS"], columns])
    for item in election.projects:
        selected = int(item.key in chosen)
        writer.writerow([item.key, item.cost, votes[item.key], item.name, selected, item.place])
