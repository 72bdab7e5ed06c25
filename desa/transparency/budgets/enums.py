from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """The stages of a village budget (Permendagri 20/2018 Ps 31-42, 68, 70)."""

    DRAFT = "rancangan", _("Rancangan")
    ENACTED = "ditetapkan", _("Ditetapkan")
    DETAIL_CHANGE = "perubahan_penjabaran", _("Perubahan penjabaran (Perkades)")
    CHANGE = "perubahan", _("Perubahan (Perdes)")
    REALISATION = "realisasi", _("Realisasi")


class VersionState(TextChoices):
    PREPARED = "disiapkan", _("Disiapkan")
    PUBLISHING = "diterbitkan", _("Sedang diterbitkan")
    PUBLISHED = "terbit", _("Terbit")


class Axis(TextChoices):
    """Two code lists that look alike: 4.1.01 is a kegiatan, 4.1.1.01 an account."""

    KEGIATAN = "kegiatan", _("Kegiatan")
    AKUN = "akun", _("Rekening")


class Severity(TextChoices):
    ERROR = "error", _("Salah")
    WARNING = "warning", _("Perlu dilihat")


class Medium(TextChoices):
    """What one act of publishing makes; the page itself is not a file."""

    CSV = "csv", _("Tabel CSV")
    PACKAGE = "datapackage", _("Paket data")
    BOARD = "papan", _("Papan A3")
    BOARD_PLAIN = "papan-hemat", _("Papan A3 hemat tinta")
    BANNER = "baliho", _("Baliho 3 x 1 meter")
    PICTURE = "gambar", _("Gambar untuk WhatsApp")
    HANDOUT = "lembar", _("Lembar rapat")
    SPEECH = "suara", _("Teks pengeras suara")


class WorkState(TextChoices):
    """How far an activity is at the date of a realisation (Permendagri 20/2018 Ps 72)."""

    DONE = "selesai", _("Selesai")
    RUNNING = "berjalan", _("Belum selesai")
    NOT_STARTED = "belum", _("Belum dilaksanakan")


PUBLISH_TASK = "budgets.publish"


class BudgetsPermission(StrEnum):
    BUDGET_VIEW = "budgets.budget_view"
    BUDGET_IMPORT = "budgets.budget_import"
    BUDGET_PUBLISH = "budgets.budget_publish"
