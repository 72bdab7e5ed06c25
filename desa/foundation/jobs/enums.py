from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JobState(TextChoices):
    WAITING = "waiting", _("menunggu")
    RUNNING = "running", _("sedang dikerjakan")
    DONE = "done", _("selesai")
    DEAD = "dead", _("gagal, perlu dilihat")


UNFINISHED = (JobState.WAITING, JobState.RUNNING)
