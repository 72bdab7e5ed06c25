import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from desa.insight.surveys.rules.answers import Fault, RawAnswers, read_answers
from desa.insight.surveys.rules.skm import (
    ELEMENTS,
    NoAnswers,
    SkmResult,
    oddities,
    rounded,
    skm,
    without,
)

FEW = 30
SENTENCES = {
    "no_elements": "Tidak ada kolom U1 sampai U9. Tulis nama unsur di baris pertama.",
    "element_twice": "Kolom {column} ada dua kali. Hapus salah satunya.",
    "not_a_number": "Jawaban {value!r} bukan angka; tidak dihitung. Periksa formulirnya.",
    "out_of_range": "Jawaban {value} di luar 1 sampai 4. Periksa formulirnya: angka ini belum layak dipakai.",
    "element_without_answers": "Unsur {column} tidak dijawab siapa pun; indeks tidak dihitung.",
    "same_answers": "Semua jawaban sama. Periksa cara pengisiannya.",
    "few_respondents": "Baru {value} responden; gunakan sebagai petunjuk saja.",
    "fewer_elements": "Baru {value} dari 9 unsur; ini bukan IKM lengkap.",
}


class Command(BaseCommand):
    help = (
        "Menghitung SKM (PermenPANRB 14/2017) dari jawaban mentah, bobot tepat 1/n. "
        "/ Computes the SKM from raw answers with exact weights."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="cetak jawaban JSON / print JSON")

    def handle(self, *args: object, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"Berkas {path} tidak ada. / No such file.")
        try:
            raw = read_answers(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError as problem:
            raise CommandError("Berkas ini bukan CSV UTF-8. / Not a UTF-8 CSV.") from problem
        result = _result(raw)
        answer = _answer(raw, result)
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            self._tell(answer)
        if result is None:
            raise CommandError(
                "Tidak ada jawaban yang bisa dihitung. / There is nothing to compute."
            )

    def _tell(self, answer: dict[str, Any]) -> None:
        self.stdout.write(f"Responden: {answer['n']}")
        for element in answer["elements"]:
            mean = "-" if element["mean"] is None else f"{element['mean']:.4f}"
            self.stdout.write(f"{element['code']} {element['name']}: {mean} (n={element['n']})")
        index = "belum dapat dihitung" if answer["index"] is None else f"{answer['index']:.2f}"
        self.stdout.write(f"IKM: {index} {answer['grade'] or ''}".rstrip())
        for finding in answer["findings"]:
            where = f"baris {finding['row']} {finding['column']}: " if finding["row"] else ""
            self.stdout.write(f"{finding['severity']}: {where}{finding['message']}")


def _result(raw: RawAnswers) -> SkmResult | None:
    try:
        return skm(raw.answers, raw.elements)
    except NoAnswers:
        return None


def _answer(raw: RawAnswers, result: SkmResult | None) -> dict[str, Any]:
    odd = oddities(raw.answers)
    faults = [*raw.faults, *_of_result(raw, result)]
    faults += [
        Fault("error", "out_of_range", raw.rows[item.respondent - 1], item.element, item.answer)
        for item in odd
    ]
    clean = skm(without(raw.answers, odd), raw.elements) if odd and result else None
    return {
        "n": len(raw.answers),
        "elements": [_element(item) for item in result.elements] if result else [],
        "index": _number(result),
        "grade": result.grade if result else None,
        "index_without_flagged": _number(clean),
        "findings": [_finding(fault) for fault in faults],
    }


def _element(item: Any) -> dict[str, Any]:
    mean = None if item.mean is None else float(item.mean)
    name = ELEMENTS.get(item.element, item.element)
    return {"code": item.element, "name": name, "n": item.n, "mean": mean, "grade": item.grade}


def _number(result: SkmResult | None) -> float | None:
    return None if result is None or result.index is None else float(rounded(result.index))


def _of_result(raw: RawAnswers, result: SkmResult | None) -> list[Fault]:
    if result is None:
        return []
    found = [
        Fault("error", "element_without_answers", 0, item.element, "")
        for item in result.elements
        if not item.n
    ]
    given = {value for row in raw.answers for value in row.values() if value is not None}
    if len(given) == 1 and len(raw.answers) > 1:
        found.append(Fault("warning", "same_answers", 0, "", ""))
    if len(raw.answers) < FEW:
        found.append(Fault("warning", "few_respondents", 0, "", str(len(raw.answers))))
    if len(raw.elements) < len(ELEMENTS):
        found.append(Fault("warning", "fewer_elements", 0, "", str(len(raw.elements))))
    return found


def _finding(fault: Fault) -> dict[str, Any]:
    words = SENTENCES[fault.code].format(column=fault.column, value=fault.value)
    return {
        "severity": fault.severity,
        "code": fault.code,
        "row": fault.row,
        "column": fault.column,
        "message": words,
    }
