"""One search over all residents: words of the name, of the dusun, an RT number, pieces of NIK or KK."""

from dataclasses import dataclass
from datetime import date

from desa.foundation.core import clock
from desa.foundation.core.ids import public_id
from desa.foundation.core.values.dates import age_on
from desa.foundation.core.values.nik import MASK
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.enums import Status
from desa.people.residents.models import Person, Residence
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


def search(words: str, limit: int = 20) -> list[PersonHit]:
    """The best answers first; at most `limit`. Misspelt names are tried only when nothing else fits."""
    question = Question.parse(words)
    if question.is_empty:
        return []
    known = places()
    found: dict[int, PersonHit] = {}
    for attempt in _attempts(question, known):
        for hit in _answers(question, attempt, known):
            if hit.person_id not in found or found[hit.person_id].score < hit.score:
                found[hit.person_id] = hit
    if not found and question.words:
        found = {hit.person_id: hit for hit in _misspelt(question, known)}
    order = sorted(
        found.values(), key=lambda hit: (-hit.score, not hit.is_alive, hit.name, hit.person_id)
    )
    return order[:limit]


def _attempts(question: Question, known: Places) -> list[_Attempt]:
    """All words as a name; and for each word that begins a dusun's name, the others as the name."""
    attempts = [_Attempt(question.words)]
    for index, word in enumerate(question.words):
        if len(word) >= 3 and any(place.lies_in(word) for _area, place in known):
            rest = question.words[:index] + question.words[index + 1 :]
            attempts.append(_Attempt(rest, word))
    return attempts


def _answers(question: Question, attempt: _Attempt, known: Places) -> list[PersonHit]:
    areas = None
    if attempt.dusun or question.rt or question.rw:
        areas = [
            area for area, place in known if place.lies_in(attempt.dusun, question.rt, question.rw)
        ]
        if not areas:
            return []
    bonus = AREA_BONUS if areas is not None else 0.0
    texts = _texts(containing(attempt.words, areas))
    scores = {pk: score(attempt.words, text) + bonus for pk, text in texts.items()}
    fits = [pk for pk, text in texts.items() if not attempt.words or score(attempt.words, text)]
    return _hits({pk: scores[pk] for pk in fits}, known)


def _misspelt(question: Question, known: Places) -> list[PersonHit]:
    texts = _texts(resembling(question.words))
    scores = {pk: likeness(question.words, text) for pk, text in texts.items()}
    return _hits({pk: value / 100 for pk, value in scores.items() if value >= GOOD_ENOUGH}, known)


def _texts(ids: list[int]) -> dict[int, str]:
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "search_text"))


def _hits(scores: dict[int, float], known: Places) -> list[PersonHit]:
    ids = list(scores)
    lives = dict(
        Residence.objects.filter(person_id__in=ids, valid_to__isnull=True).values_list(
            "person_id", "area_id"
        )
    )
    day = clock.today(current_village())
    rows = Person.objects.filter(pk__in=ids).values_list(
        "pk", "name", "nik", "sex", "birth_date", "status"
    )
    return [
        PersonHit(
            pk, name, nik[:4] + MASK, sex, birth, age_on(birth, day) if birth else None, status,
            known[lives.get(pk)], scores[pk],
        )
        for pk, name, nik, sex, birth, status in rows
    ]  # fmt: skip
