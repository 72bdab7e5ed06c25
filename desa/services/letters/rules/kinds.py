"""A kind of letter as data: its name, what to bring, what to ask, what it says. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST_ANSWER = 400
FREE = "Gratis"


@dataclass(frozen=True)
class LetterField:
    """One question that the register cannot answer."""

    name: str
    label: str
    english: str
    hint: str = ""
    english_hint: str = ""
    required: bool = True
    max_length: int = LONGEST_ANSWER
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterKind:
    slug: str
    name: str
    public_name: str
    short: str
    product: str
    classification: str
    requirements: tuple[str, ...]
    working_days: int
    basis: str
    body: str
    english: Mapping[str, str]
    fields: tuple[LetterField, ...] = field(default=())

    @property
    def questions(self) -> tuple[str, ...]:
        return tuple(item.name for item in self.fields)


def read_kind(slug: str, text: str) -> LetterKind:
    """Raises KeyError or TypeError for a kind that lacks a part or has one too many."""
    data: dict[str, Any] = tomllib.loads(text)
    fields = tuple(_field(item) for item in data.pop("field", []))
    body = data.pop("body")["id"].strip()
    data["requirements"] = tuple(data["requirements"])
    data["english"] = _english(data, data.pop("english")) | _english_questions(fields)
    return LetterKind(slug=slug, fields=fields, body=body, **data)


def _english(words: Mapping[str, Any], english: Mapping[str, Any]) -> dict[str, str]:
    """The English of each sentence that ships; a village's own wording stays as it wrote it."""
    pairs = {words[name]: english[name] for name in ("public_name", "product")}
    pairs[FREE] = "Free of charge"
    return pairs | dict(zip(words["requirements"], english["requirements"], strict=True))


def _english_questions(fields: tuple[LetterField, ...]) -> dict[str, str]:
    labels = {item.label: item.english for item in fields}
    return labels | {item.hint: item.english_hint for item in fields if item.hint}


def _field(item: dict[str, Any]) -> LetterField:
    return LetterField(**{**item, "suggestions": tuple(item.get("suggestions", ()))})


def brief(public_name: str) -> str:
    """What a letter is about, for a narrow list: "Keringanan biaya"."""
    words = public_name.removeprefix("Surat ").removeprefix("keterangan ").removeprefix("untuk ")
    return words[:1].upper() + words[1:]


def blanks_filled(kind: LetterKind, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers for every question; an unanswered required one shows as dots on the preview."""
    return {
        item.name: answers.get(item.name, "").strip() or ("…………" if item.required else "")
        for item in kind.fields
    }
