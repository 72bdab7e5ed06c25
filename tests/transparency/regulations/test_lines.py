"""Lines of a plan as people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.errors import ValueProblem
from desa.transparency.regulations.rules.lines import PLANS, PlanLine, parse_line, parse_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026 · 1.4.08", PlanLine("apbdes", 2026, "1.4.08")),
        ("2026 1.4.8", PlanLine("apbdes", 2026, "1.4.08")),
        ("2026: 01.04.08", PlanLine("apbdes", 2026, "1.4.08")),
        ("  2026-2.6.03. ", PlanLine("apbdes", 2026, "2.6.03")),
        ("APBDes 2026 · 1.4.08", PlanLine("apbdes", 2026, "1.4.08")),
        ("rkpdes 2027 / 2.3", PlanLine("rkpdes", 2027, "2.3")),
        ("RPJMDes 2020 · 2.6.03", PlanLine("rpjmdes", 2020, "2.6.03")),
        ("2026 · 1.4.08.02", PlanLine("apbdes", 2026, "1.4.08.02")),
    ],
)
def test_line_is_read_as_people_write_it(text: str, expected: PlanLine) -> None:
    assert parse_line(text) == expected


@pytest.mark.parametrize("text", ["1.4.08", "2026", "2026 · 1", "1926 · 1.4.08", "2026 · 1.4.x"])
def test_line_of_another_shape_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueProblem, match=r"2026 · 1\.4\.08"):
        parse_line(text)


def test_unknown_plan_is_named() -> None:
    with pytest.raises(ValueProblem, match="apbn"):
        parse_line("APBN 2026 · 1.4.08")


def test_several_lines_count_once_each_in_their_order() -> None:
    text = "2026 · 2.6.03\n\n2026 · 1.4.08\nAPBDes 2026 2.6.3\n"
    assert [line.code for line in parse_lines(text)] == ["2.6.03", "1.4.08"]


LINES = st.builds(
    lambda plan, year, parts: PlanLine(
        plan, year, ".".join([*map(str, parts[:2]), *(f"{part:02d}" for part in parts[2:])])
    ),
    st.sampled_from(PLANS),
    st.integers(2000, 2099),
    st.lists(st.integers(1, 99), min_size=2, max_size=4),
)


@given(LINES)
def test_line_that_is_shown_can_be_typed_again(line: PlanLine) -> None:
    assert parse_line(f"{line.plan} {line}") == line


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_words(text: str) -> None:
    with suppress(ValueProblem):
        line = parse_line(text)
        assert line.plan in PLANS
        assert parse_line(f"{line.plan} {line}") == line
