"""Words of the front page."""

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.values.dates import format_weekday
from desa.foundation.servicelevels.published import OfficeNow
from desa.foundation.tenancy.scope import current_village
from desa.gateway.portal.presenters import address_of

register = template.Library()


@register.inclusion_tag("portal/public/office_sentence.html")
def office_sentence(office: OfficeNow) -> dict[str, object]:
    """Buka sampai 15.00. / Tutup. Buka lagi Senin, 30 November 2026 pukul 08.00."""
    if office.changes_at is None:
        return {"state": "", "words": _("Tanyakan jam layanan di kantor desa.")}
    hour, day = office.changes_at.strftime("%H.%M"), office.changes_at.date()
    if office.is_open:
        return {"state": _("Buka"), "words": _("sampai %(hour)s.") % {"hour": hour}}
    if day == clock.today(current_village()):
        return {"state": _("Tutup."), "words": _("Buka pukul %(hour)s.") % {"hour": hour}}
    values = {"day": format_weekday(day, get_language() or "id"), "hour": hour}
    return {"state": _("Tutup."), "words": _("Buka lagi %(day)s pukul %(hour)s.") % values}


@register.simple_tag
def village_address() -> str:
    return address_of(current_village())
