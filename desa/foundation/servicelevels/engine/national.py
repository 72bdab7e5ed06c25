"""Indonesia's public holidays and cuti bersama, as the kept library knows them."""

from datetime import date


def national_holidays(year: int) -> list[tuple[date, str]]:
    """Days and Indonesian names; days of the Islamic calendar may be marked as an estimate."""
    from holidays import country_holidays  # 20 MB of calendars: only when a year is proposed

    days = country_holidays("ID", years=year, categories=("public", "government"), language="id")
    return sorted((day, str(name)) for day, name in days.items())
