"""A process of its own that does what the web server does, and says which modules it holds then.

`prepare` fills desa contoh in the folder of DESA_DATA; `visit` walks the main pages on it; `load` only loads.
"""

import json
import os
import sys
from importlib import import_module
from uuid import uuid4

KIND = "keterangan-domisili"
# One white pixel as PNG.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def load() -> None:
    from django.urls import get_resolver

    import_module("config.wsgi")
    assert get_resolver().url_patterns


def prepare() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from tools.bench.village import demo_village

    with demo_village():
        return


def visit() -> None:
    load()
    from desa.foundation.accounts.enums import Office
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from tools.bench.village import ANSWERS, people, signed_in, visitor

    village = Village.objects.get()
    with village_scope(village):
        clerk, kades = signed_in(Office.OPERATOR), signed_in(Office.KADES)
        letter = f"/kantor/surat/warga/{people(1)[0].public_id}/{KIND}/"
        for path in ("/", "/surat/", "/v/"):
            visitor().get(path)
        clerk.post("/kantor/cari/", {"q": "suwarni"})
        clerk.get(letter)
        clerk.post(f"{letter}pratinjau/", ANSWERS)
        clerk.post(letter, {**ANSWERS, "kirim_id": str(uuid4())})
        kades.get("/kantor/surat/setuju/")
        report_with_photo()


def report_with_photo() -> None:
    """The photo is opened by a child; it comes in parts, as upload.js sends it."""
    from desa.foundation.intake.actions import append_part, begin_upload
    from tools.bench.village import visitor

    key = begin_upload(purpose="complaints.photo", size=len(PIXEL)).value
    append_part(key=key, offset=0, content=PIXEL)
    resident = visitor()
    place = resident.post("/pengaduan/lapor/", {"jenis": "pju"}).location
    story = place.replace("/tempat/", "/cerita/")
    resident.post(story, {"cerita": "Lampu mati", "foto_kunci": key, "aksi": "tambah"})
    assert b"buang-" in resident.get(story).body


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    {"load": load, "prepare": prepare, "visit": visit}[sys.argv[1]]()
    sys.stdout.write(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
