"""Steps 2 and 3 of a paper: its file is made and stored outside any transaction, then attached."""

import logging

from django.db import DatabaseError

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor, action, record
from desa.foundation.core.typesetting import RenderingFailed
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.exceptions import StoredFileError
from desa.foundation.papers.engine.signers import Signer, WetSigner
from desa.foundation.papers.enums import PaperState, Signing
from desa.foundation.papers.models import Paper
from desa.foundation.papers.queries import render_paper

SIGNERS: dict[Signing, Signer] = {Signing.WET: WetSigner()}
ACTOR = SystemActor("papers.attach")
PASSING = (RenderingFailed, StoredFileError, OSError, DatabaseError)

logger = logging.getLogger(__name__)


def attach(*, paper_id: int) -> Paper:
    """Make, store and attach the file of a numbered paper; may be repeated, the first file stays."""
    paper = Paper.objects.select_related("template").get(pk=paper_id)
    if paper.state != PaperState.NUMBERED:
        return paper
    pdf = SIGNERS[Signing(paper.signing)].finish(render_paper(paper))
    return _attach(paper_id=paper_id, digest=put_content(pdf), size=len(pdf))


def attach_if_possible(*, paper_id: int) -> bool:
    """For a page: the number is given already, so a full disk must not turn it into an error.

    False when the file is left to the job that was queued with the number.
    """
    try:
        attach(paper_id=paper_id)
    except PASSING as problem:
        # Without the traceback: its text may quote what the paper says.
        logger.error(
            "the file of paper %s waits for the worker: %s", paper_id, type(problem).__name__
        )
        return False
    return True


@action
def _attach(*, paper_id: int, digest: str, size: int) -> Paper:
    paper = Paper.objects.select_for_update().get(pk=paper_id)
    if paper.state != PaperState.NUMBERED:
        return paper
    paper.print_file = register_file(digest=digest, size=size, media_type="application/pdf")
    paper.state, paper.issued_at = PaperState.ISSUED, clock.now()
    paper.full_clean()
    paper.save(update_fields=["print_file", "state", "issued_at"])
    record("papers.paper.issued", paper, ACTOR, digest=digest)
    return paper
