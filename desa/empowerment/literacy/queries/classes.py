"""Classes and what they taught; a withdrawn person's marks are gone, so no figure holds them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from desa.empowerment.literacy.enums import Moment, PracticeTask
from desa.empowerment.literacy.models import LearningClass, TaskResult
from desa.empowerment.literacy.rules.gain import Gain, Pair, class_gain

Marks = dict[tuple[int, str], dict[str, bool]]


def classes() -> QuerySet[LearningClass]:
    return LearningClass.objects.select_related("dusun", "trainer__dusun")


def coming_classes(now: datetime) -> QuerySet[LearningClass]:
    return classes().filter(starts_at__gte=now, called_off="").order_by("starts_at", "pk")


def held_classes(before: datetime) -> QuerySet[LearningClass]:
    """Newest first, with how many are on the list."""
    taking = Count("participants", filter=Q(participants__withdrawn_at__isnull=True))
    rows = classes().filter(starts_at__lt=before, called_off="")
    return rows.annotate(people=taking).order_by("-starts_at", "-pk")


def marks_of(class_ids: Iterable[int]) -> Marks:
    """By (participant, moment) the marks of each task."""
    found: Marks = defaultdict(dict)
    rows = TaskResult.objects.filter(participant__learning_class__in=list(class_ids))
    for person, moment, task, unaided in rows.values_list(
        "participant", "moment", "task", "unaided"
    ):
        found[person, moment][task] = unaided
    return found


def pairs_of(class_ids: Iterable[int]) -> dict[int, list[Pair]]:
    """By class the people who did the tasks before and after."""
    ids = list(class_ids)
    marks, found = marks_of(ids), defaultdict(list)
    rows = TaskResult.objects.filter(participant__learning_class__in=ids)
    people = rows.values_list("participant", "participant__learning_class").distinct()
    for person, learning_class in people.order_by("participant"):
        before, after = (in_order(marks.get((person, moment))) for moment in Moment)
        if before and after:
            found[learning_class].append(Pair(before, after))
    return dict(found)


def in_order(marks: dict[str, bool] | None) -> tuple[bool, ...]:
    """In the order of the sheet; nothing without all of them."""
    if not marks or len(marks) < len(PracticeTask):
        return ()
    return tuple(marks[task] for task in PracticeTask)


def gain_of(learning_class: LearningClass) -> Gain | None:
    return class_gain(pairs_of([learning_class.pk]).get(learning_class.pk, []))
