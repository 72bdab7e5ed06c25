import ast

from tests.house.sizes import (
    LEAST_TESTS,
    LONGEST_FILE,
    LONGEST_FUNCTION,
    LONGEST_VIEW,
    MEDIAN_FUNCTION,
    NINE_IN_TEN,
    Size,
    code_lines,
    functions,
    shape,
    too_long,
)
from tests.house.tree import PRODUCT, ROOT, files, short, syntax, text

KINDS = ("*.py", "*.css", "*.js", "*.html")


def _functions(*folders: str) -> list[Size]:
    return [
        size for path in files("*.py", *folders) for size in functions(syntax(path), short(path))
    ]


def test_no_function_is_too_long() -> None:
    assert too_long(_functions(*PRODUCT, "tests"), LONGEST_FUNCTION) == []


def test_views_fetch_act_and_answer_only() -> None:
    views = [
        size
        for path in files("*.py", "desa")
        if "views" in path.relative_to(ROOT).with_suffix("").parts
        for size in functions(syntax(path), short(path))
    ]
    assert views
    assert too_long(views, LONGEST_VIEW) == []


def test_functions_are_short_as_a_rule() -> None:
    middle, ninth = shape(_functions(*PRODUCT))
    assert middle <= MEDIAN_FUNCTION
    assert ninth <= NINE_IN_TEN


def test_no_file_is_too_long() -> None:
    sizes = [
        Size(short(path), len(text(path).splitlines()))
        for kind in KINDS
        for path in files(kind, *PRODUCT, "tests")
    ]
    assert too_long(sizes, LONGEST_FILE) == []


def test_there_is_more_test_than_code() -> None:
    code = sum(code_lines(text(path)) for path in files("*.py", *PRODUCT))
    tests = sum(code_lines(text(path)) for path in files("*.py", "tests"))
    print(f"test lines to code lines: {tests / code:.2f}")
    assert tests / code >= LEAST_TESTS


def test_guard_notices_a_long_function() -> None:
    source = "def short():\n    pass\n\ndef long():\n" + "    pass\n" * LONGEST_FUNCTION
    assert too_long(functions(ast.parse(source), "x"), LONGEST_FUNCTION) == ["x:4 long: 46 lines"]


def test_guard_notices_a_house_of_middling_functions() -> None:
    middle, ninth = shape([Size("f", 12)] * 8 + [Size("g", 40)] * 2)
    assert middle > MEDIAN_FUNCTION
    assert ninth > NINE_IN_TEN


def test_guard_counts_lines_that_say_something() -> None:
    assert code_lines("a = 1\n\n\nb = 2\n") == 2
