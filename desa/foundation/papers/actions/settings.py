"""What the village decides about its papers."""

from desa.foundation.core.actions import Actor, action, record
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.models import StoredFile
from desa.foundation.papers.actions.guards import authorise
from desa.foundation.papers.engine.emblem import shrink_emblem
from desa.foundation.papers.enums import PapersPermission
from desa.foundation.papers.models import PaperPolicy


@action
def save_policy(*, by: Actor, policy: PaperPolicy) -> PaperPolicy:
    """Add a decision; earlier ones stay as they were, so that it can be told who set what and when."""
    authorise(by, PapersPermission.SETTINGS_MANAGE)
    policy.author_label = by.actor_label
    policy.full_clean()
    policy.save(force_insert=True)
    record("papers.policy.decided", policy, by, valid_from=policy.valid_from.isoformat())
    return policy


def store_emblem(*, by: Actor, content: bytes) -> StoredFile:
    """Check and shrink an uploaded emblem, outside any transaction. Raises EmblemRefused."""
    authorise(by, PapersPermission.SETTINGS_MANAGE)
    picture = shrink_emblem(content)
    return _register_emblem(by=by, digest=put_content(picture), size=len(picture))


@action
def _register_emblem(*, by: Actor, digest: str, size: int) -> StoredFile:
    file = register_file(digest=digest, size=size, media_type="image/png")
    record("papers.emblem.stored", file, by, digest=digest)
    return file
