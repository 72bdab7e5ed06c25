from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Phase(TextChoices):
    """The parts of a year of proposals, in the order in which they open."""

    PROPOSE = "usulan", _("Usulan")
    MERGE = "penggabungan", _("Penggabungan")
    ASSESS = "penilaian", _("Penilaian")
    RANK = "peringkat", _("Peringkat")
    DECIDE = "keputusan", _("Keputusan")
    CARRY_OUT = "pelaksanaan", _("Pelaksanaan")


class Act(StrEnum):
    """What is done to proposals, as the phases open and close it."""

    PROPOSE = "propose"
    EDIT = "edit"
    MERGE = "merge"
    ASSESS = "assess"
    SCORE = "score"
    BALLOT = "ballot"
    DECIDE = "decide"
    CARRY_OUT = "carry_out"


class Channel(TextChoices):
    WEB = "web", _("Lewat halaman desa")
    COUNTER = "loket", _("Di loket")
    MEETING = "musdus", _("Musyawarah dusun")


class Origin(TextChoices):
    """The group whose wish it is; of the group, never of a person."""

    RESIDENTS = "warga", _("Warga umum")
    WOMEN = "perempuan", _("Kelompok perempuan")
    DISABILITY = "disabilitas", _("Penyandang disabilitas")
    ELDERS = "lansia", _("Lansia")
    YOUTH = "pemuda", _("Pemuda")
    CHILDREN = "anak", _("Anak")
    FARMERS = "tani", _("Kelompok tani atau usaha")


class Sex(TextChoices):
    UNKNOWN = "", _("Tidak disebut")
    FEMALE = "P", _("Perempuan")
    MALE = "L", _("Laki-laki")


class Authority(TextChoices):
    """Whether the village itself may do it (UU 6/2014 Ps 19)."""

    UNKNOWN = "", _("Belum dinilai")
    VILLAGE = "desa", _("Kewenangan desa")
    OUTSIDE = "luar", _("Bukan kewenangan desa")


class CostClass(TextChoices):
    UNKNOWN = "", _("Belum dinilai")
    SMALL = "kecil", _("Kecil, sampai Rp10 juta")
    MIDDLE = "sedang", _("Sedang, sampai Rp50 juta")
    LARGE = "besar", _("Besar, sampai Rp200 juta")
    HUGE = "sangat_besar", _("Sangat besar, di atas Rp200 juta")


class Verdict(TextChoices):
    NONE = "", _("Belum diputuskan")
    ACCEPTED = "diterima", _("Diterima")
    POSTPONED = "ditunda", _("Ditunda")
    FORWARDED = "diteruskan", _("Diteruskan")
    REFUSED = "ditolak", _("Ditolak")


class ProposalState(TextChoices):
    RECEIVED = "masuk", _("Menunggu keputusan")
    MERGED = "digabung", _("Digabung")
    ACCEPTED = "diterima", _("Diterima")
    POSTPONED = "ditunda", _("Ditunda")
    FORWARDED = "diteruskan", _("Diteruskan")
    REFUSED = "ditolak", _("Ditolak")
    RUNNING = "dikerjakan", _("Dikerjakan")
    DONE = "dikonfirmasi", _("Menunggu kata pengusul")
    CONFIRMED = "selesai", _("Selesai menurut pengusul")


class PlanningPermission(StrEnum):
    VIEW = "planning.proposal_view"
    TAKE = "planning.proposal_take"
    HANDLE = "planning.proposal_handle"
    COUNT = "planning.ballot_type"
    DECIDE = "planning.proposal_decide"
    SETUP = "planning.round_setup"
    CONTACT = "planning.contact_view"
