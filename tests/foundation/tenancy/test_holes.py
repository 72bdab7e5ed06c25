"""Ways around the village's scope that were found by trying; each stays closed."""

from collections.abc import Callable

import pytest
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import connection
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.exceptions import ScopeError
from desa.foundation.tenancy.middleware import VillageScope
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.tenancy.scope import current_village_or_none, village_scope

pytestmark = pytest.mark.postgres
Answer = Callable[[HttpRequest], HttpResponseBase]


class ChooseArea(forms.Form):
    """Its rows are asked for when the form is shown, not when this module is read."""

    area = forms.ModelChoiceField(Area.objects.all())


def _area(village: Village, name: str) -> Area:
    with village_scope(village):
        return Area.objects.create(kind=AreaKind.DUSUN, name=name)


def _open(answer: Answer, rf: RequestFactory) -> HttpResponse:
    return VillageScope(answer)(rf.get("/"))


def test_page_may_not_stream_after_its_village_is_closed(
    village: Village, rf: RequestFactory
) -> None:
    def stream(request: HttpRequest) -> HttpResponseBase:
        return StreamingHttpResponse(area.name for area in Area.objects.iterator())

    with pytest.raises(ScopeError, match="may not stream"):
        _open(stream, rf)


def test_village_is_closed_after_a_page_and_after_a_failure(
    village: Village, rf: RequestFactory
) -> None:
    def fail(request: HttpRequest) -> HttpResponseBase:
        assert current_village_or_none() == village
        raise ValueError("mati listrik")

    with pytest.raises(ValueError, match="mati listrik"):
        _open(fail, rf)
    assert current_village_or_none() is None


def test_host_of_no_village_finds_nothing(
    village: Village, other_village: Village, rf: RequestFactory
) -> None:
    answer = VillageScope(lambda request: HttpResponse("isi"))(rf.get("/"))
    assert answer.status_code == 404
    assert answer.content != b"isi"


def test_form_made_at_import_offers_rows_of_the_open_village_only(
    village: Village, other_village: Village
) -> None:
    mine, theirs = _area(village, "Sendi"), _area(other_village, "Krajan")
    with village_scope(village):
        assert ChooseArea({"area": mine.pk}).is_valid()
        assert not ChooseArea({"area": theirs.pk}).is_valid()
        assert "Krajan" not in str(ChooseArea())


def test_form_shown_outside_any_village_raises(village: Village) -> None:
    with pytest.raises(ScopeError):
        str(ChooseArea())


def test_dump_of_the_database_outside_a_village_raises(village: Village) -> None:
    _area(village, "Sendi")
    with pytest.raises(ScopeError):
        connection.creation.serialize_db_to_string()


def test_serializing_follows_the_open_village(village: Village, other_village: Village) -> None:
    _area(village, "Sendi")
    _area(other_village, "Krajan")
    with village_scope(village):
        text = serializers.serialize("json", Area.objects.all())
    assert "Sendi" in text
    assert "Krajan" not in text


def test_row_of_another_village_cannot_be_fetched_by_its_content_type(
    village: Village, other_village: Village
) -> None:
    theirs = _area(other_village, "Krajan")
    kind = ContentType.objects.get_for_model(Area)
    with village_scope(village), pytest.raises(Area.DoesNotExist):
        kind.get_object_for_this_type(pk=theirs.pk)


def test_related_rows_of_another_village_do_not_exist(
    village: Village, other_village: Village
) -> None:
    parent = _area(other_village, "Krajan")
    with village_scope(other_village):
        Area.objects.create(kind=AreaKind.RW, name="001", parent=parent)
    with village_scope(village):
        assert list(parent.children.all()) == []


def test_rows_of_another_village_are_neither_updated_nor_deleted(
    village: Village, other_village: Village
) -> None:
    theirs = _area(other_village, "Krajan")
    with village_scope(village):
        assert Area.objects.filter(pk=theirs.pk).update(name="Lain") == 0
        assert Area.objects.filter(pk=theirs.pk).delete()[0] == 0
        with pytest.raises(ScopeError):
            theirs.save()
    with village_scope(other_village):
        assert Area.objects.get(pk=theirs.pk).name == "Krajan"


def test_counting_and_existence_see_one_village(village: Village, other_village: Village) -> None:
    _area(other_village, "Krajan")
    with village_scope(village):
        assert Area.objects.count() == 0
        assert not Area.objects.exists()
        assert Area.objects.in_bulk() == {}
