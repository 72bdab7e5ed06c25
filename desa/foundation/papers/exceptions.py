class PaperTemplateError(ValueError):
    """The text of a letter kind cannot be used: it names an unknown placeholder or is malformed."""


class PaperStateError(Exception):
    """The paper is not in a state from which this step may be taken."""


class EmblemRefused(ValueError):
    """The file offered as emblem is not a picture that can be printed; the text says why."""
