"""Steps 2 and 3 of a paper: its file is made and stored outside any transaction, then attached."""

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor, action, record
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.papers.engine.signers import Signer, WetSigner
from desa.foundation.papers.enums import PaperState, Signing
from desa.foundation.papers.models import Paper
from desa.foundation.papers.queries import render_paper

SIGNERS: dict[Signing, Signer] = {Signing.WET: WetSigner()}
ACTOR = SystemActor("papers.attach")


def attach(*, paper_id: int) -> Paper:
    """Make, store and attach the file of a numbered paper; may be repeated, the first file stays."""
    paper = Paper.objects.select_related("template").get(pk=paper_id)
    if paper.state != PaperState.NUMBERED:
        return paper
    pdf = SIGNERS[Signing(paper.signing)].finish(render_paper(paper))
    return _attach(paper_id=paper_id, digest=put_content(pdf), size=len(pdf))


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
