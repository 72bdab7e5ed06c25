class DraftRefused(Exception):
    """A draft that is too large, or one too many: it is not kept."""
