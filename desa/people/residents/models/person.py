from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.values.dates import age_on
from desa.foundation.core.values.names import BULLETS
from desa.foundation.core.values.nik import MASK
from desa.foundation.tenancy.models import Removable
from desa.people.residents.enums import Sex, Status
from desa.people.residents.rules import codes

NUMBER_LENGTH = 16
NAME_LENGTH = 100


class Person(Removable):
    """A resident as the register knows them. Family, address and events are dated tables of their own.

    Coded fields hold the number of rules/codes.csv; None means not filled in. A NIK that starts with 0
    is temporary: given by the village until the real one is known.
    """

    nik = models.CharField(_("NIK"), max_length=NUMBER_LENGTH)
    name = models.CharField(_("nama lengkap"), max_length=NAME_LENGTH)
    sex = models.PositiveSmallIntegerField(_("jenis kelamin"), choices=Sex.choices, null=True)
    birth_place = models.CharField(_("tempat lahir"), max_length=100, blank=True)
    birth_date = models.DateField(_("tanggal lahir"), null=True, blank=True)
    status = models.PositiveSmallIntegerField(
        _("status dasar"), choices=Status.choices, default=Status.ALIVE
    )
    religion = models.PositiveSmallIntegerField(_("agama"), null=True, blank=True)
    education = models.PositiveSmallIntegerField(_("pendidikan dalam KK"), null=True, blank=True)
    schooling = models.PositiveSmallIntegerField(
        _("pendidikan sedang ditempuh"), null=True, blank=True
    )
    occupation = models.PositiveSmallIntegerField(_("pekerjaan"), null=True, blank=True)
    marital_status = models.PositiveSmallIntegerField(_("status kawin"), null=True, blank=True)
    citizenship = models.PositiveSmallIntegerField(_("kewarganegaraan"), null=True, blank=True)
    blood_type = models.PositiveSmallIntegerField(_("golongan darah"), null=True, blank=True)
    father_nik = models.CharField(_("NIK ayah"), max_length=NUMBER_LENGTH, blank=True)
    father_name = models.CharField(_("nama ayah"), max_length=NAME_LENGTH, blank=True)
    mother_nik = models.CharField(_("NIK ibu"), max_length=NUMBER_LENGTH, blank=True)
    mother_name = models.CharField(_("nama ibu"), max_length=NAME_LENGTH, blank=True)
    ethnicity = models.CharField(_("suku"), max_length=60, blank=True)
    birth_certificate = models.CharField(_("nomor akta lahir"), max_length=60, blank=True)
    passport = models.CharField(_("nomor paspor"), max_length=60, blank=True)
    passport_expiry = models.DateField(_("akhir paspor"), null=True, blank=True)
    kitas = models.CharField(_("nomor KITAS"), max_length=60, blank=True)
    marriage_certificate = models.CharField(_("nomor akta kawin"), max_length=60, blank=True)
    marriage_date = models.DateField(_("tanggal kawin"), null=True, blank=True)
    divorce_certificate = models.CharField(_("nomor akta cerai"), max_length=60, blank=True)
    divorce_date = models.DateField(_("tanggal cerai"), null=True, blank=True)
    identity_card = models.PositiveSmallIntegerField(_("KTP-el"), null=True, blank=True)
    card_status = models.PositiveSmallIntegerField(_("status rekam KTP"), null=True, blank=True)
    card_tag = models.CharField(_("tag kartu"), max_length=17, blank=True)
    disability = models.PositiveSmallIntegerField(_("disabilitas"), null=True, blank=True)
    contraception = models.PositiveSmallIntegerField(_("cara KB"), null=True, blank=True)
    pregnant = models.PositiveSmallIntegerField(_("hamil"), null=True, blank=True)
    insurance = models.PositiveSmallIntegerField(_("asuransi kesehatan"), null=True, blank=True)
    insurance_number = models.CharField(_("nomor asuransi"), max_length=60, blank=True)
    present_address = models.CharField(_("alamat sekarang"), max_length=200, blank=True)
    latitude = models.CharField(_("lintang"), max_length=24, blank=True)
    longitude = models.CharField(_("bujur"), max_length=24, blank=True)
    search_text = models.CharField(max_length=200, editable=False)

    personal: ClassVar[dict[str, str]] = {
        **dict.fromkeys(
            ("nik", "name", "sex", "birth_place", "birth_date", "status", "citizenship",
             "father_nik", "father_name", "mother_nik", "mother_name", "birth_certificate",
             "passport", "passport_expiry", "kitas", "marriage_certificate", "marriage_date",
             "divorce_certificate", "divorce_date", "identity_card", "card_status", "card_tag",
             "insurance_number", "education", "schooling", "occupation", "marital_status",
             "search_text"),
            "identity",
        ),
        **dict.fromkeys(
            ("religion", "ethnicity", "blood_type", "disability", "contraception", "pregnant",
             "insurance"),
            "specific",
        ),
        **dict.fromkeys(("present_address", "latitude", "longitude"), "contact"),
        "removed_by_label": "official",
    }  # fmt: skip
    retention: ClassVar[str] = "permanent register; a removed row 1 year after its removal"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "nik"],
                condition=Q(removed_at__isnull=True),
                name="person_nik_once",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(
                condition=Q(sex__in=Sex.values) | Q(sex__isnull=True), name="person_sex_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="person_status_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["village", "search_text"],
                name="person_search_prefix",
                opclasses=["int8_ops", "text_pattern_ops"],
            )
        ]

    def __str__(self) -> str:
        return " ".join(f"{word[0]}{BULLETS}" for word in self.name.split())

    @property
    def masked_nik(self) -> str:
        return self.nik[:4] + MASK

    @property
    def has_temporary_nik(self) -> bool:
        return self.nik.startswith("0")

    @property
    def is_alive(self) -> bool:
        return self.status == Status.ALIVE

    def age(self, day: date) -> int | None:
        return age_on(self.birth_date, day) if self.birth_date else None

    def label(self, field: str) -> str:
        """The words of a coded field, as screens and letters show them."""
        return codes.label(CODE_LISTS[field], getattr(self, field))


CODE_LISTS = {
    "sex": "jenis_kelamin",
    "status": "status_dasar",
    "religion": "agama",
    "education": "pendidikan_kk",
    "schooling": "pendidikan_sedang",
    "occupation": "pekerjaan",
    "marital_status": "status_kawin",
    "citizenship": "warganegara",
    "blood_type": "golongan_darah",
    "identity_card": "ktp_el",
    "card_status": "status_rekam_ktp",
    "disability": "disabilitas",
    "contraception": "cara_kb",
    "pregnant": "hamil",
    "insurance": "asuransi",
}
