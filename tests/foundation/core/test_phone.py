import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.phone import Phone

mobile = st.from_regex(r"812[0-9]{6,8}", fullmatch=True)


@pytest.mark.parametrize(
    "typed",
    [
        "0812-3456-7890",
        "0812 3456 7890",
        "081234567890",
        "+62 812 3456 7890",
        "+62812-3456-7890",
        "6281234567890",
        "62 812 34567890",
        "81234567890",
        "(0812) 3456.7890",
        "0062 812 3456 7890",
    ],
)
def test_one_number_typed_in_many_ways_is_one_number(typed: str) -> None:
    phone = Phone.parse(typed)
    assert phone.e164 == "+6281234567890"
    assert phone.display == "0812-3456-7890"
    assert phone.wa_digits == "6281234567890"


@given(mobile)
def test_what_is_shown_can_be_typed_again(national: str) -> None:
    phone = Phone.parse("0" + national)
    assert Phone.parse(phone.display) == phone
    assert Phone.parse(phone.wa_digits) == phone
    assert Phone.parse(phone.e164) == phone
    assert Phone.parse(national) == phone


@pytest.mark.parametrize(
    ("typed", "e164", "display"),
    [
        ("0812 3456 789", "+628123456789", "0812-3456-789"),
        ("0812 3456 78901", "+62812345678901", "0812-3456-78901"),
        ("(0343) 421001", "+62343421001", "0343-421001"),
        ("+886 912 345 678", "+886912345678", "+886 912 345 678"),
    ],
)
def test_other_lengths_landlines_and_foreign_numbers(typed: str, e164: str, display: str) -> None:
    assert (Phone.parse(typed).e164, Phone.parse(typed).display) == (e164, display)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        (" - ", "empty"),
        ("0812345", "invalid"),
        ("081234567890123456", "invalid"),
        ("+0", "invalid"),
        ("0812-3456-789O", "not_digits"),
        ("tidak ada", "not_digits"),
    ],
)
def test_a_wrong_number_is_refused_with_an_example(typed: str, code: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        Phone.parse(typed)
    assert caught.value.code == code
    assert typed.strip(" -") == "" or typed not in str(caught.value)


def test_a_phone_is_built_from_e164_only() -> None:
    with pytest.raises(ValueProblem, match="0812-3456-7890"):
        Phone("081234567890")


def test_text_forms_hide_the_middle() -> None:
    phone = Phone("+6281234567890")
    assert str(phone) == "+6281•••••90"
    assert repr(phone) == "Phone(+6281•••••90)"
