"""Finished bytes are shared by visitors, so nothing that one visitor sent may be in them."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from desa.foundation.core import clock
from desa.foundation.core.http.finished import FinishedPages, keep

WROTE = "ditulis-tamu-pertama"


def _page(request: HttpRequest) -> HttpResponse:
    """Names its own address, as the small forms in the frame of every page do."""
    page = HttpResponse(f"halaman {request.get_full_path()}")
    return keep(page, until=clock.now() + timedelta(seconds=30))


def test_words_in_an_address_reach_no_other_visitor(rf: RequestFactory) -> None:
    pages = FinishedPages(_page)
    assert WROTE in pages(rf.get(f"/?{WROTE}")).content.decode()
    assert pages(rf.get("/")).content == b"halaman /"
    assert WROTE in pages(rf.get(f"/?{WROTE}")).content.decode()


def test_made_up_cookies_push_no_page_out(rf: RequestFactory) -> None:
    made = []

    def make(request: HttpRequest) -> HttpResponse:
        made.append(request)
        return _page(request)

    pages = FinishedPages(make)
    for number in range(20):
        request = rf.get("/")
        request.COOKIES["tampilan"] = f"gelap.{number}"
        assert pages(request).content == b"halaman /"
    assert len(made) == 1
