"""Whose complaint it is, and who may never know of it: a case does not go to the one it is about. Pure.

Practice behind it: complaints are hidden from the reported body (PermenPANRB 62/2018), and abuse of
money goes to the Inspektorat by way of the BPD, never to the head of the village.
"""

from collections.abc import Collection

from desa.foundation.accounts.enums import Office
from desa.services.complaints.enums import About

SUBJECTS: dict[About, frozenset[Office]] = {
    About.NOBODY: frozenset(),
    About.KADES: frozenset({Office.KADES}),
    About.SEKDES: frozenset({Office.SEKDES}),
    About.OPERATOR: frozenset({Office.OPERATOR}),
    About.OFFICIAL: frozenset(
        {
            Office.KAUR_KEUANGAN,
            Office.KAUR_TU,
            Office.KAUR_PERENCANAAN,
            Office.KASI_PEMERINTAHAN,
            Office.KASI_KESEJAHTERAAN,
            Office.KASI_PELAYANAN,
        }
    ),
    About.HAMLET: frozenset({Office.KEPALA_DUSUN, Office.RT_RW}),
    About.BPD: frozenset({Office.BPD}),
}
ABOVE = (Office.SEKDES, Office.KADES, Office.BPD)
_FIRST: dict[About, Office] = {About.KADES: Office.BPD, About.SEKDES: Office.KADES}


def is_restricted(about: About, *, supervised: bool) -> bool:
    """Whether only few may know of it; everything else is open to all who handle complaints."""
    return supervised or about is not About.NOBODY


def may_know(about: About, *, supervised: bool) -> frozenset[Office]:
    """The offices that may know of a restricted complaint; never empty, never its subject.

    A supervised one (abuse of money) is the BPD's alone; only one about the BPD itself is the sekdes's.
    """
    if supervised:
        return frozenset({Office.SEKDES if about is About.BPD else Office.BPD})
    return frozenset(ABOVE) - SUBJECTS[about]


def owner_of(category_owner: Office, about: About, *, supervised: bool) -> Office:
    """Who answers for it: the category's own office, unless the case is about an official."""
    if not is_restricted(about, supervised=supervised):
        return category_owner
    allowed = may_know(about, supervised=supervised)
    first = _FIRST.get(about, Office.SEKDES)
    if first in allowed:
        return first
    return next(office for office in ABOVE if office in allowed)


def owners_to_choose(about: About, *, supervised: bool) -> frozenset[Office]:
    """To whom it may be given: never to its subject."""
    if not is_restricted(about, supervised=supervised):
        return frozenset(ABOVE) | SUBJECTS[About.OFFICIAL] | SUBJECTS[About.OPERATOR]
    return may_know(about, supervised=supervised)


def is_subject(about: About, offices: Collection[Office], *, named: bool) -> bool:
    """An official is the subject by any office held, or by name; other offices do not open it again."""
    return named or not SUBJECTS[about].isdisjoint(offices)


def may_open(about: About, offices: Collection[Office], *, supervised: bool, named: bool) -> bool:
    """Whether an official with these offices may know of the complaint at all."""
    if is_subject(about, offices, named=named):
        return False
    if not is_restricted(about, supervised=supervised):
        return True
    return not may_know(about, supervised=supervised).isdisjoint(offices)


def escalates_to(level: int, owner: Office, about: About, *, supervised: bool) -> frozenset[Office]:
    """Level 1 goes one step up to the sekdes, level 2 to kades and BPD; the subject is left out.

    Empty when nobody above may know: the case then stays with its owner, visibly late.
    """
    if level == 0:
        return frozenset()
    wanted = {Office.SEKDES} if level == 1 else {Office.KADES, Office.BPD}
    if level == 1 and owner in ABOVE:
        wanted = {Office.KADES, Office.BPD}
    open_to = (
        may_know(about, supervised=supervised)
        if is_restricted(about, supervised=supervised)
        else frozenset(ABOVE)
    )
    return (frozenset(wanted) & open_to) - {owner}
