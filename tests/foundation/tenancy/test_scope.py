"""Each hole through which one village's rows could reach another, found by trying, is closed."""

import pytest
from django.db.models import Q

from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.exceptions import ScopeError
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.tenancy.scope import village_scope

pytestmark = pytest.mark.postgres


def _dusun(name: str) -> Area:
    return Area.objects.create(kind=AreaKind.DUSUN, name=name)


def test_query_outside_any_village_raises(village: Village) -> None:
    with pytest.raises(ScopeError):
        Area.objects.count()


def test_create_outside_any_village_raises(village: Village) -> None:
    with pytest.raises(ScopeError):
        Area.objects.create(kind=AreaKind.DUSUN, name="Sendi")


def test_bulk_create_outside_any_village_raises(village: Village) -> None:
    with pytest.raises(ScopeError):
        Area.objects.bulk_create([Area(kind=AreaKind.DUSUN, name="Sendi")])


def test_rows_of_another_village_do_not_exist(village: Village, other_village: Village) -> None:
    with village_scope(other_village):
        hidden = _dusun("Jauh")
    with village_scope(village):
        _dusun("Sendi")
        assert [area.name for area in Area.objects.all()] == ["Sendi"]
        assert not Area.base_objects.filter(Q(pk=hidden.pk) | Q(name="Jauh")).exists()
        assert Area.objects.filter(pk=hidden.pk).update(name="Dekat") == 0
        assert Area.objects.filter(pk=hidden.pk).delete()[0] == 0


def test_queryset_built_in_one_village_refuses_to_run_in_another(
    village: Village, other_village: Village
) -> None:
    with village_scope(village):
        rows = Area.objects.filter(kind=AreaKind.DUSUN)
    with village_scope(other_village), pytest.raises(ScopeError):
        list(rows)


def test_queryset_built_at_import_time_follows_the_open_village(
    village: Village, other_village: Village
) -> None:
    rows = Area.objects.filter(kind=AreaKind.DUSUN)
    with village_scope(other_village):
        _dusun("Jauh")
    with village_scope(village):
        assert list(rows.all()) == []
    with village_scope(other_village):
        assert [area.name for area in rows.all()] == ["Jauh"]


def test_foreign_key_to_another_village_is_refused(
    village: Village, other_village: Village
) -> None:
    with village_scope(other_village):
        foreign = _dusun("Jauh")
    with village_scope(village):
        with pytest.raises(ScopeError):
            Area.objects.create(kind=AreaKind.RW, name="001", parent=foreign)
        with pytest.raises(ScopeError):
            Area.objects.create(kind=AreaKind.RW, name="001", parent_id=foreign.pk)
        with pytest.raises(ScopeError):
            Area.objects.bulk_create([Area(kind=AreaKind.RW, name="001", parent_id=foreign.pk)])


def test_row_does_not_change_its_village(village: Village, other_village: Village) -> None:
    with village_scope(village):
        area = _dusun("Sendi")
        with pytest.raises(ScopeError):
            Area.objects.update(village=other_village)
        area.village = other_village
        with pytest.raises(ScopeError):
            area.save()


def test_scope_of_another_village_cannot_be_opened_inside(
    village: Village, other_village: Village
) -> None:
    with village_scope(village), pytest.raises(ScopeError), village_scope(other_village):
        pass


def test_rows_inserted_in_bulk_keep_the_same_rules(
    village: Village, other_village: Village
) -> None:
    with pytest.raises(ScopeError):
        Area.objects.insert_new([Area(kind=AreaKind.DUSUN, name="Sendi")])
    with village_scope(other_village):
        foreign = _dusun("Jauh")
    with village_scope(village):
        with pytest.raises(ScopeError):
            Area.objects.insert_new([Area(kind=AreaKind.RW, name="001", parent_id=foreign.pk)])
        (area,) = Area.objects.insert_new([Area(kind=AreaKind.DUSUN, name="Sendi")])
        assert Area.objects.get() == area
        assert not area._state.adding
        assert Area.objects.insert_new([]) == []
