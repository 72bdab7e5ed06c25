from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import IndonesianDateField
from desa.foundation.files.actions import put_content, register_file, shrink_photo
from desa.foundation.files.exceptions import PhotoRefused
from desa.foundation.files.models import StoredFile
from desa.insight.readiness.actions import Found
from desa.insight.readiness.presenters import STEPS, ItemLine

PDF, JPEG = "application/pdf", "image/jpeg"
PDF_MARK, LARGEST_PDF = b"%PDF-", 5 * 2**20


class ItemForm(forms.Form):
    """An item of the first evening; its names carry the code of the item, for many stand on one page."""

    level = forms.TypedChoiceField(
        label=_("Keadaannya"),
        coerce=int,
        choices=list(STEPS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu keadaan.")},
    )
    document = forms.CharField(
        label=_("Dokumen atau keterangan"),
        max_length=200,
        required=False,
        help_text=_("Dibaca umum. Jangan tulis nama warga atau NIK."),
    )
    on = IndonesianDateField(label=_("Dilihat pada"))
    proof = forms.FileField(
        label=_("Foto atau PDF (boleh kosong)"),
        required=False,
        widget=forms.FileInput({"accept": "image/*,application/pdf"}),
        help_text=_("Hanya untuk kantor. PDF paling besar 5 MB."),
    )

    @classmethod
    def of(cls, line: ItemLine, today: date) -> "ItemForm":
        row = line.answer
        begun = {"level": row.level, "document": row.document} if row else {}
        return cls(prefix=line.item.code, initial={**begun, "on": today})

    def clean_proof(self) -> tuple[bytes, str] | None:
        """The content as it is kept: a PDF unchanged, a photo small and without its hidden data."""
        upload = self.cleaned_data["proof"]
        if upload is None:
            return None
        content = upload.read()
        if not content.startswith(PDF_MARK):
            try:
                return shrink_photo(content).content, JPEG
            except PhotoRefused as problem:
                raise forms.ValidationError(str(problem)) from None
        if len(content) > LARGEST_PDF:
            raise forms.ValidationError(_("PDF paling besar 5 MB. Pindai ulang lebih kecil."))
        return content, PDF

    def found(self) -> Found:
        data = self.cleaned_data
        return Found(data["level"], data["document"], data["on"], _stored(data["proof"]))


def _stored(proof: tuple[bytes, str] | None) -> StoredFile | None:
    if proof is None:
        return None
    content, kind = proof
    return register_file(digest=put_content(content), size=len(content), media_type=kind)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=300,
        error_messages={"required": _("Alasannya belum ditulis. Orang lain membacanya.")},
    )


class EndForm(forms.Form):
    done = forms.TypedChoiceField(
        label=_("Bagaimana berakhirnya"),
        choices=[("ya", _("Selesai dikerjakan")), ("tidak", _("Dibatalkan"))],
        coerce=lambda value: value == "ya",
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih selesai atau dibatalkan.")},
    )
    reason = forms.CharField(label=_("Hasil atau alasan"), max_length=300)
