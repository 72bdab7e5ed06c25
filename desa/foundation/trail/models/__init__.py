from desa.foundation.trail.models.event import TrailEvent
from desa.foundation.trail.models.head import TrailHead
from desa.foundation.trail.models.look import Look

__all__ = ["Look", "TrailEvent", "TrailHead"]
