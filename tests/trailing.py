"""What tests ask of the trail."""

from desa.foundation.trail.queries import broken_link


def first_broken() -> int | None:
    """Sequence number of the first missing or changed row of the open village's chain; None when whole."""
    finding = broken_link()
    return finding.sequence if finding else None
