import random

import pytest

from desa.insight.readiness.engine.raking import EmptyCell, rake


def _share(
    people: list[dict[str, str]], weights: tuple[float, ...], margin: str, value: str
) -> float:
    held = sum(w for w, person in zip(weights, people, strict=True) if person[margin] == value)
    return held / sum(weights)


def test_one_margin_by_hand() -> None:
    """Three women and one man where the village has half and half: 2/3 each, and 2."""
    people = [{"sex": "P"}] * 3 + [{"sex": "L"}]
    found = rake(people, {"sex": {"P": 50, "L": 50}})
    assert found.weights == pytest.approx((2 / 3, 2 / 3, 2 / 3, 2))
    assert found.converged
    assert found.deff == pytest.approx(4 / 3)


def test_every_margin_of_the_register_is_met() -> None:
    dice = random.Random(7)
    people = [
        {
            "dusun": f"d{dice.randrange(13)}",
            "age": dice.choice(["13-18", "19-34", "35-54", "55+"]),
            "sex": dice.choice("LP"),
        }
        for _ in range(600)
    ]
    margins = {
        "dusun": {f"d{i}": 300 + 20.0 * i for i in range(13)},
        "age": {"13-18": 700.0, "19-34": 1900.0, "35-54": 2100.0, "55+": 1300.0},
        "sex": {"L": 2990.0, "P": 3010.0},
    }
    found = rake(people, margins)
    assert found.converged
    assert found.deff >= 1
    for margin, values in margins.items():
        for value, count in values.items():
            share = _share(people, found.weights, margin, value)
            assert share == pytest.approx(count / sum(values.values()), abs=1e-5)


def test_sample_that_is_already_right_keeps_its_weights() -> None:
    people = [{"sex": "P"}, {"sex": "L"}]
    found = rake(people, {"sex": {"P": 10, "L": 10}})
    assert (found.weights, found.deff) == ((1, 1), 1)


def test_cell_without_respondents_is_named() -> None:
    with pytest.raises(EmptyCell) as refusal:
        rake([{"dusun": "Sendi"}], {"dusun": {"Sendi": 10, "Rajeg": 5}})
    assert (refusal.value.margin, refusal.value.value) == ("dusun", "Rajeg")


def test_dusun_without_people_asks_for_nobody() -> None:
    assert rake([{"dusun": "Sendi"}], {"dusun": {"Sendi": 10, "Kosong": 0}}).converged


def test_margins_that_contradict_do_not_converge_and_say_so() -> None:
    people = [{"sex": "P", "age": "tua"}] * 5 + [{"sex": "L", "age": "muda"}] * 5
    found = rake(people, {"sex": {"P": 90, "L": 10}, "age": {"tua": 10, "muda": 90}})
    assert not found.converged
    assert found.off > 0.1


def test_nobody_speaks_for_a_whole_village() -> None:
    people = [{"sex": "P"}] * 99 + [{"sex": "L"}]
    found = rake(people, {"sex": {"P": 50, "L": 50}})
    assert max(found.weights) <= 10.001
    assert not found.converged


def test_no_respondents_no_weights() -> None:
    with pytest.raises(ValueError, match="no respondents"):
        rake([], {"sex": {"P": 1}})
