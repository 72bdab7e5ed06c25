"""A question on a budget figure, until its asker says that it is answered."""

from tests.journeys.budget import ask
from tests.journeys.complaint import CODE
from tests.journeys.journey import Village
from tests.journeys.screens import Screen

FIRST_ANSWER = "Dikerjakan sesudah panen."
MISSING = "Bulan apa tepatnya?"
SECOND_ANSWER = "Bulan Desember 2026, minggu kedua."


def asked(people: Village) -> str:
    """From the figure that the resident looks at to the code."""
    ask(people)
    found = CODE.search(people.resident.text())
    assert found, people.resident.text()
    return found.group()


def answer(people: Village, words: str) -> None:
    screen = people.sekdes
    screen.open("/kantor/tanya/")
    screen.page.locator("main table a, main ul.list a").first.click()
    screen.look()
    people.walk.texts[f"office before {words}"] = screen.text()
    screen.fill("Jawaban untuk umum", words)
    screen.click("Terbitkan jawaban")


def look_up(people: Village, code: str) -> Screen:
    screen = people.resident
    screen.open(f"/tanya/status/{code.replace('-', '')}/")
    return screen


def judge(people: Village, code: str, button: str, words: str = "") -> None:
    screen = look_up(people, code)
    people.walk.texts[f"before {button}"] = screen.text()
    if words:
        screen.page.locator("textarea, input[name=follow_up]").last.fill(words)
    screen.click(button)
    people.walk.texts[f"after {button}"] = screen.text()


def whole(people: Village) -> None:
    """After the resident has opened a figure of the budget."""
    code = asked(people)
    answer(people, FIRST_ANSWER)
    judge(people, code, "Belum", MISSING)
    answer(people, SECOND_ANSWER)
    judge(people, code, "Sudah terjawab")
    people.resident.open("/tanya/")
    people.walk.texts["public questions"] = people.resident.text()
