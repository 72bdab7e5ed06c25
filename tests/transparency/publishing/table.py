"""Which address of Info Desa is open to whom."""

from desa.foundation.accounts.enums import Office
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Village
from desa.transparency.publishing.actions.profile import post_on_board
from desa.transparency.publishing.models import Post
from tests.factories import official
from tests.house.permission_table import OPEN, POST_ONLY, Arguments, Everyone, Row, only
from tests.transparency.publishing.samples import (
    event_text,
    notice_text,
    pictured,
    published,
    written,
)

WRITERS = only(
    Office.KADES,
    Office.SEKDES,
    Office.KAUR_TU,
    Office.OPERATOR,
    Office.KAUR_KEUANGAN,
    Office.KAUR_PERENCANAAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.KEPALA_DUSUN,
)
PUBLISHERS = only(Office.KADES, Office.SEKDES, Office.KAUR_TU)


def _event(village: Village) -> Post:
    return published(event_text(), official(village, Office.SEKDES))


def _public_event(village: Village) -> Arguments:
    return {"event_id": _event(village).pk}


def _public_notice(village: Village) -> Arguments:
    return {"notice_id": published(notice_text(), official(village, Office.SEKDES)).pk}


def _office_event(village: Village) -> Arguments:
    return {"post_id": _event(village).pk}


def _draft(village: Village) -> Arguments:
    return {"kind": "kabar", "post_id": written(notice_text()).pk}


def _draft_notice(village: Village) -> Arguments:
    return {"post_id": written(notice_text()).pk}


def _pictured(village: Village) -> Arguments:
    return {"notice_id": pictured(official(village, Office.SEKDES)).pk}


def _note(village: Village) -> Arguments:
    note = post_on_board(by=SystemActor("uji"), item="perki.durkp", place="Balai Desa")
    return {"note_id": note.pk}


ROWS = [
    Row("publishing:index", Everyone()),
    Row("publishing:past", Everyone()),
    Row("publishing:event", Everyone(), OPEN, _public_event),
    Row("publishing:event_file", Everyone(), OPEN, _public_event),
    Row("publishing:agenda_file", Everyone()),
    Row("publishing:notice", Everyone(), OPEN, _public_notice),
    Row("publishing:picture", Everyone(), OPEN, _pictured),
    Row("publishing:preview", Everyone(), OPEN, _pictured),
    Row("publishing:profile", Everyone()),
    Row("publishing:items", Everyone()),
    Row("publishing:ask", Everyone()),
    Row("publishing:overview", WRITERS),
    Row("publishing:archive", WRITERS),
    Row("publishing:profile_office", WRITERS),
    Row("publishing:section", PUBLISHERS, arguments={"section": "visi"}),
    Row("publishing:items_office", WRITERS),
    Row("publishing:board", PUBLISHERS, arguments={"item": "perki.durkp"}),
    Row("publishing:take_down", PUBLISHERS, POST_ONLY, _note),
    Row("publishing:cancel", PUBLISHERS, OPEN, _office_event),
    Row("publishing:picture_office", WRITERS, OPEN, _draft_notice),
    Row("publishing:drop_picture", WRITERS, POST_ONLY, _draft_notice),
    Row("publishing:write", WRITERS, arguments={"kind": "kabar"}),
    Row("publishing:detail", WRITERS, OPEN, _draft),
    Row("publishing:change", WRITERS, OPEN, _draft),
    Row("publishing:publish", PUBLISHERS, POST_ONLY, _draft),
    Row("publishing:remove", WRITERS, POST_ONLY, _draft),
    Row("publishing:restore", WRITERS, POST_ONLY, _draft),
]
