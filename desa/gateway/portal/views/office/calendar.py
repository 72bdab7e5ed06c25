"""Hours and holidays: what every promised time is counted with."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.core import clock
from desa.foundation.servicelevels.actions import propose_holidays, remove_holiday, set_holiday
from desa.foundation.servicelevels.published import hours as hours_today
from desa.foundation.tenancy.actions import drop_period
from desa.foundation.tenancy.models import Holiday
from desa.foundation.tenancy.scope import current_village
from desa.gateway.portal.forms.calendar import HolidayForm, HoursForm, listed_years
from desa.gateway.portal.queries import coming_hours
from desa.gateway.portal.views.office.pages import SETTINGS, page, saved


@SETTINGS
@require_http_methods(["GET", "POST"])
def hours(request: HttpRequest) -> HttpResponse:
    form = HoursForm(hours_today(), request.POST or None)
    if request.method == "POST" and form.is_valid() and form.decide(official(request)):
        return saved("portal:hours")
    return page(request, "portal/office/hours.html", form, coming=coming_hours())


@SETTINGS
@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """A dated period that was entered wrongly."""
    try:
        begins = date.fromisoformat(request.POST.get("valid_from", ""))
    except ValueError:
        raise Http404 from None
    drop_period(by=official(request), valid_from=begins)
    return saved("portal:hours")


@SETTINGS
@require_http_methods(["GET", "POST"])
def holidays(request: HttpRequest, year: int = 0) -> HttpResponse:
    """A day that is there already gets the new name, and counts as confirmed."""
    this_year = clock.today(current_village()).year
    shown = year or this_year
    if shown not in listed_years():
        raise Http404
    form = HolidayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day: date = form.cleaned_data["day"]
        set_holiday(by=official(request), day=day, name=form.cleaned_data["name"])
        return saved("portal:holidays_of", day.year)
    found = Holiday.objects.filter(day__year=shown)
    years = range(this_year, this_year + 3)
    return page(
        request, "portal/office/holidays.html", form, holidays=found, year=shown, years=years
    )


@SETTINGS
@require_POST
def propose(request: HttpRequest, year: int) -> HttpResponse:
    if year not in listed_years():
        raise Http404
    propose_holidays(by=official(request), year=year)
    return redirect("portal:holidays_of", year)


@SETTINGS
@require_POST
def remove(request: HttpRequest, holiday_id: int) -> HttpResponse:
    holiday = get_object_or_404(Holiday, pk=holiday_id)
    remove_holiday(by=official(request), holiday=holiday)
    return saved("portal:holidays_of", holiday.day.year)
