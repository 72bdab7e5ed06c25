"""Whose complaint it is, and who may never know of it: a case does not go to the one it is about. Pure.

Practice behind it: complaints are hidden from the reported body (PermenPANRB 62/2018), and abuse of
money goes to the Inspektorat by way of the BPD, never to the head of the village.
"""

from collections.abc import Collection, Iterable

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
_MONEY = (Office.BPD, Office.SEKDES, Office.KADES)
_FIRST: dict[About, Office] = {About.KADES: Office.BPD, About.SEKDES: Office.KADES}


def is_restricted(about: About, *, supervised: bool) -> bool:
    """Whether only few may know of it; everything else is open to all who handle complaints."""
    return supervised or about is not About.NOBODY


def may_know(about: About, *, supervised: bool) -> frozenset[Office]:
    """The offices that may know of a restricted complaint; never empty, never its subject.

    A supervised one (abuse of money) is the BPD's alone; only one about the BPD itself is the sekdes's.
    Who answers for it reads it too, see chain().
    """
    if supervised:
        return frozenset({Office.SEKDES if about is About.BPD else Office.BPD})
    return frozenset(ABOVE) - SUBJECTS[about]


def chain(about: About, *, supervised: bool) -> tuple[Office, ...]:
    """Who answers for a restricted one: the first of these that is there; never its subject.

    Money goes past the BPD only where nobody of the BPD can read it.
    """
    if supervised:
        return tuple(each for each in _MONEY if each not in SUBJECTS[about])
    allowed, first = may_know(about, supervised=supervised), _FIRST.get(about, Office.SEKDES)
    rest = [each for each in ABOVE if each in allowed and each != first]
    return (first, *rest) if first in allowed else tuple(rest)


def owner_of(
    category_owner: Office, about: About, *, supervised: bool, present: Collection[Office]
) -> Office:
    """Who answers for it: the category's own office, unless few may know of it.

    `present`: see offices_present(). With nobody of the chain there it waits for the first.
    """
    if not is_restricted(about, supervised=supervised):
        return category_owner
    order = chain(about, supervised=supervised)
    return next((office for office in order if office in present), order[0])


def offices_present(
    about: About, accounts: Iterable[tuple[Collection[Office], bool]]
) -> frozenset[Office]:
    """The offices held by someone who may read it. `accounts`: their offices, and whether it names them."""
    free = (held for held, named in accounts if not is_subject(about, held, named=named))
    return frozenset(office for held in free for office in held)


def is_unread(
    about: About, *, supervised: bool, present: Collection[Office], owner: Office | None = None
) -> bool:
    """Whether nobody in the house could read it; whoever tells it must know that before they send it.

    Without `owner` it has not been filed yet.
    """
    if not is_restricted(about, supervised=supervised):
        return False
    if owner is None:
        return frozenset(chain(about, supervised=supervised)).isdisjoint(present)
    return (may_know(about, supervised=supervised) | {owner}).isdisjoint(present)


def owners_to_choose(about: About, *, supervised: bool) -> frozenset[Office]:
    """To whom it may be given: never to its subject."""
    if not is_restricted(about, supervised=supervised):
        return frozenset(ABOVE) | SUBJECTS[About.OFFICIAL] | SUBJECTS[About.OPERATOR]
    return may_know(about, supervised=supervised)


def is_subject(about: About, offices: Collection[Office], *, named: bool) -> bool:
    """An official is the subject by any office held, or by name; other offices do not open it again."""
    return named or not SUBJECTS[about].isdisjoint(offices)


def may_open(
    about: About,
    offices: Collection[Office],
    *,
    supervised: bool,
    named: bool,
    owner: Office | None = None,
) -> bool:
    """Whether an official with these offices may know of the complaint at all."""
    if is_subject(about, offices, named=named):
        return False
    if not is_restricted(about, supervised=supervised):
        return True
    return owner in offices or not may_know(about, supervised=supervised).isdisjoint(offices)


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
