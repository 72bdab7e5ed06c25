from desa.transparency.publishing.models.board import BoardNote
from desa.transparency.publishing.models.event import Event
from desa.transparency.publishing.models.notice import Notice
from desa.transparency.publishing.models.post import Post
from desa.transparency.publishing.models.profile import ProfileText

__all__ = ["BoardNote", "Event", "Notice", "Post", "ProfileText"]
