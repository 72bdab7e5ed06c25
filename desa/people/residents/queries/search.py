"""One search over all residents: words of the name, of the dusun, an RT number, pieces of NIK or KK."""

from dataclasses import dataclass
from datetime import date

from desa.foundation.core import clock
from desa.foundation.core.ids import public_id
from desa.foundation.core.values.dates import age_on
from desa.foundation.core.values.nik import MASK
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.enums import Status
from desa.people.residents.models import Person
from desa.people.residents.queries.people import current_places
from desa.people.residents.queries.places import Places, places
from desa.people.residents.queries.trigram import containing, resembling
from desa.people.residents.rules.places import Place
from desa.people.residents.rules.searching import GOOD_ENOUGH, Question, likeness, score

AREA_BONUS = 2.0


@dataclass(frozen=True)
class PersonHit:
    """One line of the result; tells namesakes apart by year of birth, age and place."""

    person_id: int
    name: str
    masked_nik: str
    sex: int | None
    birth_date: date | None
    age: int | None
    status: int
    place: Place
    score: float

    @property
    def public_id(self) -> str:
        return public_id(self.person_id)

    @property
    def is_alive(self) -> bool:
        return self.status == Status.ALIVE

    @property
    def area_text(self) -> str:
        return str(self.place)


@dataclass(frozen=True)
class _Attempt:
    """One reading of the question: these words in the name, that word as the dusun."""

    words: tuple[str, ...]
    dusun: str = ""


@dataclass(frozen=True)
class _Found:
    """A person as the ranking needs them; where they live is read for the shown ones only."""

    person_id: int
    name: str
    nik: str
    sex: int | None
    birth_date: date | None
    status: int
    text: str


def search(words: str, limit: int = 20) -> list[PersonHit]:
    """The best answers first; at most `limit`. Misspelt names are tried only when nothing else fits."""
    question = Question.parse(words)
    if question.is_empty:
        return []
    known = places()
    people, scores = _answers(question, known)
    if not scores and question.words:
        people, scores = _misspelt(question)
    order = sorted(
        (people[pk] for pk in scores),
        key=lambda one: (-scores[one.person_id], one.status, one.name, one.person_id),
    )
    return _hits(order[:limit], scores, known)


def _attempts(question: Question, known: Places) -> list[_Attempt]:
    """All words as a name; and for each word that begins a dusun's name, the others as the name."""
    attempts = [_Attempt(question.words)]
    for index, word in enumerate(question.words):
        if len(word) >= 3 and any(place.lies_in(word) for _area, place in known):
            rest = question.words[:index] + question.words[index + 1 :]
            attempts.append(_Attempt(rest, word))
    return attempts


def _answers(question: Question, known: Places) -> tuple[dict[int, _Found], dict[int, float]]:
    people: dict[int, _Found] = {}
    scores: dict[int, float] = {}
    for attempt in _attempts(question, known):
        areas = _areas(question, attempt, known)
        ids = containing(attempt.words, areas) if areas != [] else []
        people |= _people([pk for pk in ids if pk not in people])
        bonus = AREA_BONUS if areas is not None else 0.0
        for pk in ids:
            value = score(attempt.words, people[pk].text)
            if value or not attempt.words:
                scores[pk] = max(scores.get(pk, 0.0), value + bonus)
    return people, scores


def _areas(question: Question, attempt: _Attempt, known: Places) -> list[int] | None:
    """The areas the words mean; None when they mean none."""
    if not (attempt.dusun or question.rt or question.rw):
        return None
    return [area for area, place in known if place.lies_in(attempt.dusun, question.rt, question.rw)]


def _misspelt(question: Question) -> tuple[dict[int, _Found], dict[int, float]]:
    people = _people(resembling(question.words))
    scores = {pk: likeness(question.words, one.text) for pk, one in people.items()}
    return people, {pk: value / 100 for pk, value in scores.items() if value >= GOOD_ENOUGH}


def _people(ids: list[int]) -> dict[int, _Found]:
    rows = Person.objects.filter(pk__in=ids).values_list(
        "pk", "name", "nik", "sex", "birth_date", "status", "search_text"
    )
    return {row[0]: _Found(*row) for row in rows}


def _hits(people: list[_Found], scores: dict[int, float], known: Places) -> list[PersonHit]:
    homes = current_places((one.person_id for one in people), known)
    day = clock.today(current_village())
    return [
        PersonHit(
            person_id=one.person_id,
            name=one.name,
            masked_nik=one.nik[:4] + MASK,
            sex=one.sex,
            birth_date=one.birth_date,
            age=age_on(one.birth_date, day) if one.birth_date else None,
            status=one.status,
            place=homes.get(one.person_id, Place()),
            score=scores[one.person_id],
        )
        for one in people
    ]
