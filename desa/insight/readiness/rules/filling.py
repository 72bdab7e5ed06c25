"""Who can make a missing figure appear, in plain words: rooms by the name their people use."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from desa.insight.readiness.rules.catalogue import Text


@dataclass(frozen=True)
class Filler:
    """`does` is what to do there; `who` is the office whose work it is."""

    name: Text
    does: Text
    who: str


@cache
def fillers() -> dict[str, Filler]:
    text = files("desa.insight.readiness").joinpath("data/rooms.toml").read_text("utf-8")
    return {
        room: Filler(
            Text(row["name"], row["name_en"]), Text(row["does"], row["does_en"]), row["who"]
        )
        for room, row in tomllib.loads(text).items()
    }
