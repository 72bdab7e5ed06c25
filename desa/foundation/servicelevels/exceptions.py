class PauseError(ValueError):
    """A clock was paused twice, resumed while running, or paused after its end."""
