"""The words of the minutes by which an asset is written off; in Indonesian whatever the screen speaks."""

from django.utils.translation import override

from desa.foundation.accounts.models import Officeholder
from desa.foundation.core.values.dates import format_long
from desa.foundation.papers.queries import emblem_digest, letterhead, place_and_date, signature_of
from desa.foundation.papers.rules.blocks import Paragraph, Row, Run, Table
from desa.foundation.papers.rules.document import Document
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets.models import Asset, Disposal

REGISTER = "berita_acara_aset"
CLASSIFICATION = "000.3.4"
UNKNOWN = "tidak diketahui"


def minutes_document(asset: Asset, disposal: Disposal, signer: Officeholder) -> Document:
    """Number and check code come when it is numbered."""
    village = current_village()
    opening = (
        f"Pada hari ini, {format_long(disposal.on, 'id')}, aset Desa {village.name} di bawah ini "
        "dinyatakan dihapus dari daftar inventaris:"
    )
    closing = (
        "Sejak tanggal tersebut aset ini tidak dihitung lagi sebagai kekayaan yang dipakai. "
        "Berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
    )
    return Document(
        letterhead=letterhead(),
        title="BERITA ACARA PENGHAPUSAN ASET",
        body=(_words(opening), Table(_facts(asset, disposal)), _words(closing)),
        place_and_date=place_and_date(),
        signature=signature_of(signer),
        emblem=emblem_digest(),
    )


def _words(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _facts(asset: Asset, disposal: Disposal) -> tuple[Row, ...]:
    with override("id"):
        bought = format_long(asset.bought_on, "id") if asset.bought_on else UNKNOWN
        if asset.bought_on and asset.bought_year_only:
            bought = str(asset.bought_on.year)
        facts = {
            "Kode": asset.code,
            "Jenis": asset.kind_data.name,
            "Nama dan merek": asset.name,
            "Nomor seri": asset.serial or UNKNOWN,
            "Dibeli": bought,
            "Harga": str(asset.price) if asset.price is not None else UNKNOWN,
            "Sebab dihapus": disposal.get_reason_display(),
            "Keterangan": disposal.words,
        }
    return tuple(Row(label, (Run(value),)) for label, value in facts.items())
