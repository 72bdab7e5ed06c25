"""What a value says when it cannot be read. Pure Python: the form layer translates the templates."""

from dataclasses import dataclass, field


def mark(text: str) -> str:
    """Marks a template for the translation catalogue (imported as `_`); returns it unchanged."""
    return text


Params = dict[str, str | int]


class ValueProblem(ValueError):
    """A text that is not the value it should be.

    `template` is Indonesian with %(name)s places. Params never hold personal data, so that a
    problem may be logged. The three arguments are positional: the error crosses process borders.
    """

    def __init__(self, code: str, template: str, params: Params | None = None) -> None:
        super().__init__(code, template, params)
        self.code = code
        self.template = template
        self.params = params or {}

    def __str__(self) -> str:
        return self.template % self.params if self.params else self.template


@dataclass(frozen=True)
class ValueWarning:
    """Something to look at; never a reason to refuse."""

    code: str
    template: str
    params: Params = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.template % self.params if self.params else self.template
