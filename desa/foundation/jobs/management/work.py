"""The loop of one worker: claim, keep the lease alive, run, settle."""

import logging
import os
import secrets
import socket
import threading
import time
from types import TracebackType

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.utils import translation

from desa.foundation.core.registry import tasks
from desa.foundation.jobs.actions.claiming import claim, fail, finish, release, renew
from desa.foundation.jobs.actions.schedules import complete_schedules, enqueue_due
from desa.foundation.jobs.engine.child import run_child
from desa.foundation.jobs.exceptions import WorkInterrupted
from desa.foundation.jobs.models import Job
from desa.foundation.jobs.rules import describe
from desa.foundation.tenancy.scope import village_scope

logger = logging.getLogger(__name__)
POLL_SECONDS = 0.5
ROUNDS_PER_CENSUS = 120


class Heartbeat:
    """Renews the lease from a thread of its own while the job runs."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        try:
            while not self._over.wait(settings.JOB_LEASE_SECONDS / 3):
                self._renew()
        finally:
            connection.close()

    def _renew(self) -> None:
        try:
            if not renew(self._job):
                logger.warning("job %s was taken over by another worker", self._job.pk)
                self._over.set()
        except DatabaseError as error:
            logger.warning("no heartbeat for job %s: %s", self._job.pk, type(error).__name__)


def run_here(job: Job) -> None:
    """Do the work in this process, in the job's village and the office's language."""
    task = tasks.get(job.task)
    with translation.override(settings.LANGUAGE_CODE):
        if job.village is None:
            task.run(job.args)
            return
        with village_scope(job.village):
            task.run(job.args)


class Worker:
    """One thread of work. stop() may be called from a signal handler."""

    def __init__(self) -> None:
        self.owner = f"{socket.gethostname()[:16]}:{os.getpid()}:{secrets.token_hex(4)}"
        # A plain flag: an Event set by a signal handler while this very thread waits on it deadlocks.
        self._stopping = False

    def stop(self) -> None:
        self._stopping = True

    def is_stopping(self) -> bool:
        return self._stopping

    def work(self) -> None:
        """Until stop(); a database that is away is waited for."""
        rounds = 0
        while not self._stopping:
            try:
                self.round(census=rounds % ROUNDS_PER_CENSUS == 0)
            except DatabaseError as error:
                logger.error("the queue cannot be reached: %s", type(error).__name__)
            rounds += 1
            close_old_connections()
            time.sleep(POLL_SECONDS)

    def round(self, *, census: bool = True) -> int:
        """Schedules, then every job that is due until none is left; gives how many were run."""
        if census:
            complete_schedules()
        enqueue_due()
        count = 0
        while not self._stopping and (job := claim(self.owner)):
            self._settle(job)
            count += 1
        return count

    def _settle(self, job: Job) -> None:
        try:
            with Heartbeat(job):
                self._run(job)
        except WorkInterrupted:
            release(job)
        except Exception as error:
            # Without the traceback: its text may quote a person's data, and logs must not.
            reason = describe(error)
            logger.error("job %s (%s) failed: %s", job.pk, job.task, reason)
            fail(job, reason)
        else:
            finish(job)

    def _run(self, job: Job) -> None:
        if tasks.get(job.task).heavy:
            run_child(settings.BASE_DIR / "manage.py", job.pk, self.is_stopping)
        else:
            run_here(job)
