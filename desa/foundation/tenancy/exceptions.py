class ScopeError(RuntimeError):
    """A village row was touched outside any village, or from inside another one."""
