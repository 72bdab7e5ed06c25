import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desa.foundation.core.ids import ALPHABET
from desa.foundation.core.keys import new_key, read_key, write_key
from desa.foundation.core.recovery import (
    DamagedRecovery,
    MistypedCode,
    RecoveryCode,
    WrongCode,
    make_codes,
    unwrap,
    write_recovery,
)


def test_either_code_opens_the_same_key() -> None:
    key = new_key()
    codes, document = make_codes(key)
    assert list(codes) == ["kades", "sekdes"]
    for holder, code in codes.items():
        assert unwrap(document, RecoveryCode.parse(str(code))) == (holder, key)


def test_neither_key_nor_codes_lie_in_the_document() -> None:
    key = new_key()
    codes, document = make_codes(key)
    for secret in (key.material.hex(), *(code.value for code in codes.values())):
        assert secret.lower() not in document.lower()


def test_foreign_code_is_wrong_not_mistyped() -> None:
    with pytest.raises(WrongCode):
        unwrap(make_codes(new_key())[1], RecoveryCode.new())


def test_two_calls_never_give_the_same_code() -> None:
    assert len({RecoveryCode.new().value for _round in range(200)}) == 200


def test_code_is_read_in_any_spelling() -> None:
    code = RecoveryCode.new()
    spelt = str(code).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert RecoveryCode.parse(f" {spelt}\n") == code


def test_code_hides_itself_in_tracebacks() -> None:
    code = RecoveryCode.new()
    assert code.value not in repr(code)


@given(place=st.integers(0, 31), step=st.integers(1, 31))
@settings(max_examples=60)
def test_one_wrong_character_is_called_mistyped(place: int, step: int) -> None:
    value = RecoveryCode.new().value
    other = ALPHABET[(ALPHABET.index(value[place]) + step) % 32]
    with pytest.raises(MistypedCode):
        RecoveryCode.parse(value[:place] + other + value[place + 1 :])


@given(place=st.integers(0, 28))
def test_two_swapped_neighbours_are_called_mistyped(place: int) -> None:
    value = RecoveryCode.new().value
    swapped = value[:place] + value[place + 1] + value[place] + value[place + 2 :]
    if swapped != value:
        with pytest.raises(MistypedCode):
            RecoveryCode.parse(swapped)


@pytest.mark.parametrize("text", ["", "ABCD", "A" * 31, "A" * 33, "U" * 32, "é" * 32])
def test_impossible_code_is_called_mistyped(text: str) -> None:
    with pytest.raises(MistypedCode):
        RecoveryCode.parse(text)


def test_wrapped_key_of_another_holder_is_refused() -> None:
    codes, document = make_codes(new_key())
    changed = document.replace('"kades"', '"camat"')
    with pytest.raises(WrongCode):
        unwrap(changed, codes["kades"])


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"keys": [{}]}', '{"keys": 3}'])
def test_damaged_document_says_so(damage: str) -> None:
    with pytest.raises(DamagedRecovery):
        unwrap(damage, RecoveryCode.new())


def test_document_cannot_ask_for_endless_memory() -> None:
    codes, document = make_codes(new_key())
    content = json.loads(document)
    content["keys"][0]["n"] = 2**30
    with pytest.raises(DamagedRecovery):
        unwrap(json.dumps(content), codes["kades"])


def test_new_codes_replace_the_old_ones(tmp_path: Path) -> None:
    key, path = new_key(), tmp_path / "recovery.json"
    old = write_recovery(path, key)
    new = write_recovery(path, key)
    assert unwrap(path.read_text(), new["sekdes"]) == ("sekdes", key)
    with pytest.raises(WrongCode):
        unwrap(path.read_text(), old["sekdes"])
    assert [file.name for file in tmp_path.iterdir()] == ["recovery.json"]
    assert path.stat().st_mode & 0o077 == 0


def test_key_is_written_once_and_privately(tmp_path: Path) -> None:
    path, key = tmp_path / "state" / "a.key", new_key()
    write_key(path, key)
    assert read_key(path) == key
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(FileExistsError):
        write_key(path, new_key())
    assert read_key(path) == key


def test_file_that_is_not_a_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    path.write_text("abcd")
    with pytest.raises(ValueError, match="not a working key"):
        read_key(path)


def test_purposes_do_not_share_a_key() -> None:
    key = new_key()
    assert key.derive("database") != key.derive("files")
    assert key.derive("database") == key.derive("database")
    assert key.material.hex() not in repr(key)


def test_codes_of_one_page_are_the_same_until_it_is_left() -> None:
    key = new_key()
    code = RecoveryCode.derived(key, "halaman", "kades")
    assert RecoveryCode.parse(str(code)) == code == RecoveryCode.derived(key, "halaman", "kades")
    others = {
        RecoveryCode.derived(key, "halaman", "sekdes"),
        RecoveryCode.derived(key, "lain", "kades"),
        RecoveryCode.derived(new_key(), "halaman", "kades"),
    }
    assert len(others | {code}) == 4


def test_given_codes_are_the_ones_that_open(tmp_path: Path) -> None:
    key, path = new_key(), tmp_path / "recovery.json"
    given = {"kades": RecoveryCode.new(), "sekdes": RecoveryCode.new()}
    assert write_recovery(path, key, given) == given
    for holder, code in given.items():
        assert unwrap(path.read_text(), code) == (holder, key)
