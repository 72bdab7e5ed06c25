from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import Removable


class Post(Removable):
    """What events and notices share: a draft until someone publishes it, at the server's own time.

    `revision` counts changes: it refuses to write over a colleague's work, and is the SEQUENCE of
    an event in other people's calendars.
    """

    title = models.CharField(_("judul"), max_length=140)
    revision = models.PositiveIntegerField(_("perubahan ke"), default=0, editable=False)
    changed_at = models.DateTimeField(_("diubah pada"), editable=False)
    changed_by_label = models.CharField(_("diubah oleh"), max_length=120, editable=False)
    published_at = models.DateTimeField(_("tayang pada"), null=True, blank=True, editable=False)
    published_by_label = models.CharField(
        _("ditayangkan oleh"), max_length=120, blank=True, editable=False
    )

    class Meta(Removable.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by_label="")
                | (Q(published_at__isnull=False) & ~Q(published_by_label="")),
                name="%(class)s_published_has_moment_and_person",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_published(self) -> bool:
        return self.published_at is not None
