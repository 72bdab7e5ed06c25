from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.urls import path

from desa.foundation.core.http.access import public
from desa.foundation.tenancy.models import Village
from tests.house.browsing import PageFault, noticing_undefined
from tests.house.pages import answer_faults, page_faults

GOOD = (
    '<!doctype html><html lang="id"><head><title>Surat</title></head>'
    "<body><h1>Surat</h1>{}</body></html>"
)
POLICY = "default-src 'none'; style-src 'self'"


@public
def _planted(request: HttpRequest) -> HttpResponse:
    return HttpResponse(GOOD.format("<h1>Dua</h1>"))


@public
def _sweet(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(GOOD.format(""))
    response.set_cookie("jejak", "1")
    return response


@public
def _gap(request: HttpRequest) -> HttpResponse:
    template: Any = engines["django"].from_string(GOOD.format("{{ forgotten }}"))
    return HttpResponse(template.render())


urlpatterns = [
    path("planted/", _planted, name="planted"),
    path("sweet/", _sweet, name="sweet"),
    path("gap/", _gap, name="gap"),
]


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("/planted/", "2 h1 instead of one"),
        ("/sweet/", "set jejak"),
        ("/gap/", "forgotten, which nobody gave"),
    ],
)
@pytest.mark.urls("tests.house.test_pages")
def test_guard_notices_a_fault_while_a_test_opens_a_page(
    client: Client, village: Village, address: str, fault: str
) -> None:
    with pytest.raises(PageFault, match=fault):
        client.get(address)


def test_a_good_page_has_no_fault() -> None:
    boxes = (
        '<form method="post"><label for="a">Nama</label><input id="a" name="a">'
        '<label><input type="checkbox" name="b">Setuju</label>'
        '<input type="hidden" name="c"><button>Kirim</button></form>'
    )
    assert page_faults(GOOD.format(boxes)) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p><div></p>", "not valid HTML"),
        ("<h1>Lagi</h1>", "2 h1"),
        ('<input name="nik">', "no label for input nik"),
        ('<p id="a"></p><p id="a"></p>', "id a stands 2 times"),
        ('<p aria-describedby="b"></p>', "names b"),
        ('<p style="color:red"></p>', "style on p"),
        ("<style>p{}</style>", "inline style"),
        ("<script>1</script>", "inline script"),
        ('<button onclick="x()">Ya</button>', "onclick on button"),
        ("<form><button>Ya</button></form>", "a form goes nowhere"),
        ('<img src="/a.png">', "no words for the picture"),
        ('<a href="">Buka</a>', "leads nowhere"),
        ('<a href="/x/"></a>', "has no words"),
        ("<form method=post><button></button></form>", "a button has no words"),
    ],
)
def test_guard_notices_a_fault_in_the_page(body: str, fault: str) -> None:
    assert any(fault in found for found in page_faults(GOOD.format(body)))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<title>Surat</title>", "<title></title>", "title"),
        ('lang="id"', "", "language"),
        ("<h1>Surat</h1>", "<h1></h1>", "h1 is empty"),
        ("<h1>Surat</h1>", "", "0 h1"),
    ],
)
def test_guard_notices_a_page_without_a_name(old: str, new: str, fault: str) -> None:
    assert any(fault in found for found in page_faults(GOOD.format("").replace(old, new)))


def test_guard_notices_a_weak_policy() -> None:
    assert list(answer_faults("", "", [], public_get=False))
    assert list(answer_faults("", POLICY + " 'unsafe-inline'", [], public_get=False))
    assert list(answer_faults("", POLICY, [], public_get=False)) == []


def test_guard_notices_traces_of_a_public_page() -> None:
    assert list(answer_faults("", POLICY, ["kantor"], public_get=True))
    assert list(answer_faults("csrfmiddlewaretoken", POLICY, [], public_get=True))
    assert list(answer_faults("csrfmiddlewaretoken", POLICY, ["kantor"], public_get=False)) == []


def test_undefined_names_are_noticed_only_where_they_are_shown() -> None:
    source = "{% if a %}{% endif %}{% for x in b %}{% endfor %}{{ c.d }}"
    template: Any = engines["django"].from_string(source)
    with noticing_undefined() as undefined:
        template.render({"c": {}})
    assert undefined.names == ["c.d"]
