import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.codes import LinkCode, SetupCode, StatusCode, VerifyCode
from desa.foundation.core.values.errors import ValueProblem

status_codes = st.text(st.sampled_from(StatusCode.alphabet), min_size=6, max_size=6).map(StatusCode)
verify_codes = st.text(st.sampled_from(VerifyCode.alphabet), min_size=16, max_size=16).map(
    VerifyCode
)
codes = st.one_of(status_codes, verify_codes)


@given(codes)
def test_a_code_is_read_back_however_it_is_typed(code: StatusCode | VerifyCode) -> None:
    kind = type(code)
    for typed in (code.value, code.display, code.display.lower(), f"  {' '.join(code.value)} "):
        assert kind.parse(typed) == code


def test_new_codes_have_their_form_and_differ() -> None:
    status, verify = StatusCode.new(), VerifyCode.new()
    assert [len(part) for part in str(status).split("-")] == [3, 3]
    assert [len(part) for part in str(verify).split("-")] == [4, 4, 4, 4]
    assert len({VerifyCode.new() for _time in range(200)}) == 200
    assert len({LinkCode.new() for _time in range(200)}) == 200


def test_codes_are_as_hard_to_guess_as_promised() -> None:
    assert VerifyCode.length * math.log2(len(set(VerifyCode.alphabet))) >= 80
    assert len(LinkCode.new().value) * 6 >= 128


def test_a_status_code_has_no_lookalikes_and_no_vowels() -> None:
    assert not set(StatusCode.alphabet) & set("0O1ILAEU")


def test_lookalikes_in_a_verify_code_are_forgiven() -> None:
    assert VerifyCode.parse("oil0-OIL0-2222-3333") == VerifyCode("0110011022223333")


@pytest.mark.parametrize("typed", ["", "K7M4Q", "K7M4QXX", "K7M4Q0", "K7M4QA", "K7M/QX"])
def test_a_wrong_status_code_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem, match="6 huruf dan angka"):
        StatusCode.parse(typed)


@pytest.mark.parametrize("typed", ["", "K7M4QX", "U" * 16, "é" * 16, "2" * 17])
def test_a_wrong_verify_code_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem, match="16 huruf dan angka"):
        VerifyCode.parse(typed)


@pytest.mark.parametrize("typed", ["", "abc", "a" * 33, "a" * 31 + "/"])
def test_a_cut_link_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem, match="tautan baru"):
        LinkCode.parse(typed)


def test_a_link_code_is_kept_as_a_digest_and_never_shown() -> None:
    code = LinkCode.new()
    assert LinkCode.parse(f" {code.value}\n").digest == code.digest
    assert LinkCode.new().digest != code.digest
    for shown in (str(code), repr(code), code.digest):
        assert code.value not in shown


def test_a_set_up_code_is_made_from_the_key_and_read_aloud() -> None:
    code = SetupCode.derived(b"\x01" * 32)
    assert code == SetupCode.derived(b"\x01" * 32)
    assert code != SetupCode.derived(b"\x02" * 32)
    assert SetupCode.parse(code.display.lower().replace("-", " ")) == code
    assert SetupCode.length * math.log2(len(set(SetupCode.alphabet))) > 38
