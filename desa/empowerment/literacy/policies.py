"""What the village counts by: who has a digital duty, how long a resident may still say yes."""

from datetime import timedelta

from desa.foundation.accounts.enums import Office

DIGITAL_DUTY = (
    Office.KADES,
    Office.SEKDES,
    Office.KAUR_KEUANGAN,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.OPERATOR,
    Office.KEPALA_DUSUN,
)
"""Officials whose work this system holds; cadres, RT and BPD serve beside their own work."""

NO_WORK = ("accounts.",)
"""Events of signing in and of one's own account are no finished work."""

MAY_CONFIRM = timedelta(days=30)
ASSISTS_COUNT = timedelta(days=30)
WATCHED = timedelta(days=60)
"""How long after a class or help the first request alone is looked for."""

LEAST_SHOWN = 10
"""Figures of fewer people are hidden (indicators.md 1)."""
