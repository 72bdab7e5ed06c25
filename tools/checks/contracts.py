"""Layers for import-linter that also hold while some wings are still empty."""

from typing import Any

from grimp import ImportGraph
from importlinter.contracts.layers import LayersContract
from importlinter.domain import fields
from importlinter.domain.contract import ContractCheck
from importlinter.domain.helpers import module_expressions_to_modules
from importlinter.domain.imports import ModuleExpression


class FloorsContract(LayersContract):
    """Layers whose containers may be missing (a wing not built yet) or `free` of slots (core)."""

    type_name = "floors"
    free = fields.SetField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        options: Any = self
        named = {m.name for m in module_expressions_to_modules(graph, options.containers)}
        present = (named & graph.modules) - (options.free or set())
        options.containers = [ModuleExpression(name) for name in sorted(present)]
        return super().check(graph, verbose)
