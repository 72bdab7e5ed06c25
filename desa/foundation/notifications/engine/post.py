"""Handing one letter to the mail server of the installation."""

from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage

TEMPORARY = range(400, 500)


class AddressRefused(Exception):
    """The server will never take a letter to this address; trying again is no use."""


def post(*, to: str, subject: str, text: str, identity: str) -> None:
    """Raises AddressRefused, or OSError (smtplib's errors are OSErrors) for what may pass by itself.

    The same `identity` gives the same Message-ID, so a letter that went twice is shown once.
    """
    domain = settings.EMAIL_FROM.rpartition("@")[2]
    headers = {"Message-ID": f"<{identity}@{domain}>", "Auto-Submitted": "auto-generated"}
    letter = EmailMessage(subject, text, settings.EMAIL_FROM, [to], headers=headers)
    try:
        letter.send()
    except SMTPRecipientsRefused as refusal:
        if all(code not in TEMPORARY for code, _reply in refusal.recipients.values()):
            raise AddressRefused from None
        raise
    except SMTPResponseException as refusal:
        if refusal.smtp_code == 550:
            raise AddressRefused from None
        raise
