"""Abstract bases; core itself has no tables."""

from django.db import models

from desa.foundation.core.ids import new_id, public_id


class Row(models.Model):
    """A row whose key is made by the application: time-ordered, mergeable between nodes."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True

    @property
    def public_id(self) -> str:
        return public_id(self.pk)
