"""Who the village is: its words, its officials, its hamlets, its office. No NIP."""

from dataclasses import dataclass
from datetime import date

from desa.foundation.accounts.enums import Standing
from desa.foundation.accounts.models import Officeholder
from desa.foundation.tenancy.scope import current_village
from desa.transparency.publishing import queries
from desa.transparency.publishing.enums import Section


@dataclass(frozen=True)
class PublishedSection:
    key: str
    title: str
    html: str
    since: date


@dataclass(frozen=True)
class PublishedOfficial:
    title: str
    name: str
    since: date
    until: date | None


@dataclass(frozen=True)
class PublishedProfile:
    sections: tuple[PublishedSection, ...]
    officials: tuple[PublishedOfficial, ...]
    dusun: tuple[str, ...]
    kecamatan: str
    kabupaten: str
    provinsi: str
    code: str
    address: str
    phone: str
    email: str


def profile() -> PublishedProfile:
    village = current_village()
    return PublishedProfile(
        sections=_sections(),
        officials=tuple(_official(holder) for holder in queries.village_officials()),
        dusun=tuple(area.name for area in queries.dusun()),
        kecamatan=village.kecamatan,
        kabupaten=village.kabupaten,
        provinsi=village.provinsi,
        code=village.code,
        address=" ".join(filter(None, [village.address, village.postcode])),
        phone=village.phone,
        email=village.email,
    )


def _sections() -> tuple[PublishedSection, ...]:
    texts = queries.profile_in_force()
    return tuple(
        PublishedSection(
            section.value,
            str(section.label),
            texts[section].html,
            queries.local(texts[section].at).date(),
        )
        for section in Section
        if section in texts
    )


def _official(holder: Officeholder) -> PublishedOfficial:
    acting = holder.standing != Standing.DEFINITIF
    prefix = f"{Standing(holder.standing).label.split()[0]} " if acting else ""
    return PublishedOfficial(
        f"{prefix}{holder.title}", holder.name, holder.term_from, holder.term_to
    )
