"""What PerKI 1/2018 asks of a village, as far as no other room tells it; and the whole list of all rooms.

Restated from article 2 in our own words. Budgets and regulations register their own items.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import PublicItem, Told
from desa.foundation.tenancy.scope import current_village
from desa.transparency.publishing import queries
from desa.transparency.publishing.enums import Section

BASIS = "PerKI 1/2018 Pasal 2"
RIGHT = "UU 14/2008 Pasal 4, Pasal 22"
HTML_PAGE, TABLE = 3, 4
LEVELS: dict[int, Promise] = {
    1: _("di papan atau forum saja"),
    2: _("foto atau hasil pindai"),
    3: _("teks di halaman ini"),
    4: _("tabel dengan riwayat"),
    5: _("data terbuka"),
}


def _profile_page() -> str:
    return reverse("publishing:profile")


def _address_told() -> Told | None:
    village = current_village()
    if not village.address:
        return None
    return Told(HTML_PAGE, queries.local(village.created_at).date(), _profile_page())


def _section_told(*wanted: Section) -> Callable[[], Told | None]:
    """Told when every wanted part is written; since the day the last of them was."""

    def told() -> Told | None:
        texts = queries.profile_in_force()
        if any(section not in texts for section in wanted):
            return None
        first_day = max(queries.first_written(section) for section in wanted)
        return Told(HTML_PAGE, first_day, _profile_page())

    return told


def _officials_told() -> Told | None:
    day = queries.officials_since()
    return Told(TABLE, day, _profile_page()) if day else None


def _right_told() -> Told | None:
    """The page stands once it can say where the office is."""
    village = current_village()
    if not village.address:
        return None
    return Told(HTML_PAGE, queries.local(village.created_at).date(), reverse("publishing:ask"))


def _not_yet() -> None:
    """No room tells this; the village may still say that it hangs on the board."""


def _item(title: Promise, told: Callable[[], Told | None], basis: str = BASIS) -> PublicItem:
    return PublicItem(title, basis, "publishing", told)


OWN: dict[str, PublicItem] = {
    "perki.alamat": _item(_("Alamat dan kontak kantor desa"), _address_told),
    "perki.visi": _item(_("Visi dan misi"), _section_told(Section.VISION, Section.MISSION)),
    "perki.tugas": _item(_("Tugas dan fungsi"), _section_told(Section.DUTIES)),
    "perki.pejabat": _item(_("Susunan dan profil singkat pejabat"), _officials_told),
    "perki.kegiatan": _item(
        _("Kegiatan yang berjalan: jadwal, penanggung jawab, sumber dan besar biaya"), _not_yet
    ),
    "perki.program": _item(
        _("Program yang masuk desa dari pusat, provinsi, kabupaten, dan pihak ketiga"), _not_yet
    ),
    "perki.durkp": _item(_("Daftar usulan RKP Desa"), _not_yet),
    "perki.lppd": _item(_("Laporan penyelenggaraan pemerintahan, akhir tahun"), _not_yet),
    "perki.lppd-akhir": _item(_("Laporan akhir masa jabatan kepala desa"), _not_yet),
    "perki.hak": _item(_("Hak dan cara meminta informasi"), _right_told, RIGHT),
}


@dataclass(frozen=True)
class ListedItem:
    """`level_words` is empty while the item is not told; `board` says where it hangs."""

    title: str
    basis: str
    url: str
    on: date | None
    level_words: str
    board: str


def listed_items() -> tuple[ListedItem, ...]:
    return tuple(_listed(standing) for standing in queries.standings())


def _listed(standing: queries.ItemStanding) -> ListedItem:
    told, note = standing.told, standing.board
    return ListedItem(
        title=str(standing.item.title),
        basis=standing.item.basis,
        url=told.url if told else "",
        on=told.on if told else None,
        level_words=str(LEVELS[told.level]) if told else "",
        board=note.place if note else "",
    )
