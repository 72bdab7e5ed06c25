"""Forms of the counter: a letter's own questions, and who came along."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import Officeholder
from desa.foundation.core.formfields import InlineChecks, InlineRadio
from desa.foundation.intake.forms import IdempotentForm
from desa.people.residents.models import Person
from desa.services.letters.actions import Application
from desa.services.letters.engine.catalogue import shipped
from desa.services.letters.enums import Channel, Helper
from desa.services.letters.models import Letter
from desa.services.letters.queries import signers, valid_letters_of
from desa.services.letters.rules.kinds import LetterField, LetterKind

TWIN = _("Sudah ada permohonan yang sama hari ini. Buka yang itu, atau centang “Tetap buat”.")


class SuggestionInput(forms.TextInput):
    """A text box with a list of usual answers; the list is the browser's own, no script."""

    template_name = "letters/office/suggestion_input.html"

    def __init__(self, suggestions: tuple[str, ...]) -> None:
        super().__init__(attrs={"autocomplete": "off"})
        self.suggestions = suggestions

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        if self.suggestions:
            context["suggestions"] = self.suggestions
            context["widget"]["attrs"]["list"] = f"usul_{name}"
        return context


def _question(item: LetterField) -> forms.CharField:
    return forms.CharField(
        label=shipped(item.label),
        help_text=shipped(item.hint),
        required=item.required,
        max_length=item.max_length,
        widget=SuggestionInput(item.suggestions),
        error_messages={"required": _("Isian ini masih kosong. Tanyakan kepada warga.")},
    )


class LetterForm(IdempotentForm):
    """What the register cannot know, for one kind of letter.

    With a `twin`, the same letter taken for the same person today, a second one wants its own tick.
    """

    def __init__(
        self, kind: LetterKind, *args: Any, twin: Letter | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.twin = kind, twin
        for item in kind.fields:
            self.fields[item.name] = _question(item)
        self.fields["helper"] = forms.ChoiceField(
            label=_("Siapa yang mendampingi?"),
            choices=Helper.choices,
            required=False,
            widget=InlineRadio,
        )
        self.fields["helper_name"] = forms.CharField(
            label=_("Nama pendamping"),
            required=False,
            max_length=100,
            widget=forms.TextInput({"autocomplete": "off"}),
        )
        self.fields["seen"] = forms.MultipleChoiceField(
            label=_("Syarat yang sudah dilihat aslinya"),
            choices=[(name, shipped(name)) for name in kind.requirements],
            required=False,
            widget=InlineChecks,
        )
        self.fields["read_back"] = forms.BooleanField(
            label=_("Isi surat sudah dibacakan kepada warga"), required=False
        )
        if twin:
            self.fields["again"] = forms.BooleanField(
                label=_("Tetap buat satu surat lagi"), error_messages={"required": TWIN}
            )

    @property
    def must_fields(self) -> list[forms.BoundField]:
        return [self[item.name] for item in self.kind.fields if item.required]

    @property
    def may_fields(self) -> list[forms.BoundField]:
        return [self[item.name] for item in self.kind.fields if not item.required]

    def answers(self) -> dict[str, str]:
        """What is typed so far, also when the form is not complete: for the preview.

        Cut where the form would refuse it: two million letters set as a paper fill the memory.
        """
        return {
            item.name: str(self[item.name].value() or "")[: item.max_length]
            for item in self.kind.fields
        }

    def point_at_gap(self) -> None:
        """The cursor stands in the first question that is wrong, or else empty."""
        empty = [name for name, answer in self.answers().items() if not answer]
        wrong = [name for name in self.kind.questions if name in self.errors]
        for name in (wrong or empty)[:1]:
            self.fields[name].widget.attrs["autofocus"] = True

    def application(self, person: Person) -> Application:
        data = self.cleaned_data
        helped = data["helper"] != Helper.NONE
        return Application(
            kind=self.kind,
            person=person,
            answers={name: data[name] for name in self.kind.questions},
            channel=Channel.ASSISTED if helped else Channel.COUNTER,
            helper=Helper(data["helper"]),
            helper_name=data["helper_name"] if helped else "",
            seen=data["seen"],
            read_back=data["read_back"],
        )


class OnTheSpotForm(forms.Form):
    """Which official is present and signs the print."""

    signer = forms.ModelChoiceField(
        label=_("Ditandatangani di tempat oleh"),
        queryset=Officeholder.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Pilih pejabat yang hadir."),
            "invalid_choice": _("Pejabat ini tidak menjabat."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["signer"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Officeholder.objects.filter(pk__in=[holder.pk for holder in signers()])


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Tulis alasannya, agar warga tahu.")},
    )


class LetterChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Letter) -> str:
        return f"{obj.kind_data.name} {obj.paper.number_text if obj.paper else ''}"


class ReplaceForm(ReasonForm):
    """Which corrected letter of the same person takes the place of this one."""

    replacement = LetterChoice(
        label=_("Surat yang benar"),
        queryset=Letter.objects.none(),
        empty_label=None,
        help_text=_("Buat dulu surat yang benar untuk orang yang sama, sampai bernomor."),
        error_messages={"required": _("Belum ada surat yang benar. Buat dulu surat penggantinya.")},
    )
    field_order = ["replacement", "reason"]

    def __init__(self, letter: Letter, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["replacement"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = valid_letters_of(letter.person).exclude(pk=letter.pk)


class HandOverForm(forms.Form):
    received_by = forms.CharField(
        label=_("Diambil oleh"),
        max_length=100,
        error_messages={"required": _("Tulis nama orang yang mengambil surat.")},
    )
    signed = forms.BooleanField(
        label=_("Surat sudah ditandatangani dan dicap"),
        error_messages={"required": _("Surat diserahkan setelah ditandatangani dan dicap.")},
    )
