"""The office's map, and its plans of new points."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.jobs.models import Job
from desa.infrastructure.connectivity.actions import (
    keep_walk,
    show_plan,
)
from desa.infrastructure.connectivity.models import (
    CandidateSite,
    MapShape,
    RtPlace,
    SitePlan,
)
from desa.infrastructure.connectivity.rules.walks import Place
from tests.factories import enter
from tests.infrastructure.connectivity.conftest import (
    BY,
    NOON,
    Officials,
    hamlet,
    point,
    rt,
)
from tests.infrastructure.connectivity.table import plan_made, site


@pytest.fixture
def office(hall: Officials) -> Client:
    return enter(hall[Office.SEKDES])


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def _map(*features: object) -> SimpleUploadedFile:
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    return SimpleUploadedFile("peta.geojson", content)


RING = [[112.70, -7.64], [112.71, -7.64], [112.71, -7.63], [112.70, -7.64]]


def _feature(kind: str, where: object, **facts: object) -> dict[str, object]:
    shape = {"type": kind, "coordinates": where}
    return {"type": "Feature", "properties": facts, "geometry": shape}


def test_map_is_drawn_and_places_the_rts_it_names(office: Client) -> None:
    placed = rt("001")
    rt("001", "Winog")
    features = [
        _feature("Polygon", [RING], nama="Rajeg"),
        _feature("Polygon", [RING], nama="Rajeg"),
        _feature("Point", [112.705, -7.635], dusun="RAJEG", rt=1),
        _feature("Point", [112.705, -7.635], rt="001"),
        _feature("Point", [112.705, -7.635], dusun="Rajeg", rt="099"),
    ]
    answer = office.post("/kantor/wifi/peta/", {"file": _map(*features)})
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "1 RT diletakkan." in text
    assert "Rajeg RT 099" in text
    assert RtPlace.objects.get().area == placed
    assert sorted(MapShape.objects.values_list("name", flat=True)) == ["Rajeg", "Rajeg (2)"]
    assert '<svg class="map"' in page(Client(), "/wifi/")
    again = office.post("/kantor/wifi/peta/", {"file": _map(features[0])})
    assert again.status_code == 200
    assert MapShape.objects.count() == 1


def test_file_that_is_no_map_is_refused(office: Client) -> None:
    answer = office.post("/kantor/wifi/peta/", {"file": SimpleUploadedFile("peta.kml", b"<kml/>")})
    assert answer.status_code == 422
    assert "bukan GeoJSON" in answer.content.decode()


def test_rt_is_placed_by_hand(office: Client) -> None:
    area = rt("001")
    path = f"/kantor/wifi/peta/rt/{area.public_id}/"
    assert office.post(path, {"latitude": "-7,64", "longitude": "112,70"}).status_code == 302
    assert office.post(path, {"latitude": "112,70", "longitude": "-7,64"}).status_code == 422
    office.post(path, {"latitude": "-7,65", "longitude": "112,70"})
    assert RtPlace.objects.get().latitude == -7_650_000
    assert office.get(f"/kantor/wifi/peta/rt/{hamlet().public_id}/").status_code == 404


def test_site_that_hangs_on_another_goes_with_it(office: Client) -> None:
    first = site()
    site("Warung Sendi", uplink=first)
    office.post(f"/kantor/wifi/rencana/calon/{first.public_id}/hapus/")
    assert not CandidateSite.objects.exists()


def test_plan_is_calculated_by_a_job(office: Client) -> None:
    typed = {"budget": "8.000.000", "upkeep": "1.400.000", "floor_percent": "0"}
    answer = office.post("/kantor/wifi/rencana/", typed)
    plan = SitePlan.objects.get()
    assert answer.headers["Location"].endswith(f"/{plan.public_id}/")
    assert Job.objects.get().args == {"plan": plan.pk}
    assert "Sedang dihitung." in page(office, answer.headers["Location"])
    assert office.post("/kantor/wifi/rencana/", typed | {"budget": "8,5 juta"}).status_code == 422


def test_plan_is_shown_to_residents_and_hidden_again(office: Client) -> None:
    path = f"/kantor/wifi/rencana/{plan_made().public_id}/"
    show_plan(by=BY, plan=plan_made(), note="lama")
    office.post(path, {"note": "Diusulkan ke Musrenbangdes"})
    assert SitePlan.objects.filter(public=True).count() == 1
    assert "Diusulkan ke Musrenbangdes" in page(Client(), "/wifi/rencana/")
    office.post(path, {"note": "", "aksi": "sembunyikan"})
    assert page(Client(), "/wifi/rencana/?", 404)


def test_year_of_a_point_is_drawn_with_its_table(office: Client) -> None:
    of = point()
    keep_walk(by=BY, point=of, walked_on=NOON.date(), places=(Place(20, -40),) * 4)
    text = page(office, f"/kantor/wifi/titik/{of.public_id}/")
    assert text.count("<details>") == 1
    assert "Minggu mulai" in text
