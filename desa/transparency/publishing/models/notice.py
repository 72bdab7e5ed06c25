from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.files.models import StoredFile
from desa.transparency.publishing.enums import NoticeKind
from desa.transparency.publishing.models.post import Post


class Notice(Post):
    """An announcement or news. `html` is made from `source` and cleaned when it is saved."""

    kind = models.CharField(_("jenis"), max_length=10, choices=NoticeKind.choices)
    source = models.TextField(_("isi"), max_length=6000)
    html = models.TextField(_("isi yang sudah dibersihkan"), editable=False)
    urgent = models.BooleanField(_("mendesak"), default=False)
    ends_on = models.DateField(_("tayang sampai"))
    picture = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    preview = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    picture_words = models.CharField(
        _("isi gambar dengan kata"), max_length=140, blank=True, editable=False
    )

    personal: ClassVar[dict[str, str]] = {
        "source": "free text",
        "html": "free text",
        "changed_by_label": "official",
        "published_by_label": "official",
        "removed_by_label": "official",
    }
    retention: ClassVar[str] = "on the pages until its last day, then in the archive"

    class Meta(Post.Meta):
        constraints = [
            *Post.Meta.constraints,
            models.CheckConstraint(
                condition=Q(urgent=False) | Q(kind=NoticeKind.ANNOUNCEMENT),
                name="only_an_announcement_is_urgent",
            ),
            models.CheckConstraint(
                condition=Q(picture__isnull=True, preview__isnull=True, picture_words="")
                | (Q(picture__isnull=False, preview__isnull=False) & ~Q(picture_words="")),
                name="notice_picture_has_its_words",
            ),
        ]
        indexes = [models.Index(fields=["village", "ends_on"], name="notice_by_end")]
