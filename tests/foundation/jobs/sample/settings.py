"""Settings of worker processes in tests: the test run's own database, and the sample tasks."""

import os

from config.settings import *  # noqa: F403
from config.settings import DATABASES, INSTALLED_APPS

DATABASES["default"]["NAME"] = os.environ["DESA_TEST_DATABASE"]
INSTALLED_APPS = [*INSTALLED_APPS, "tests.foundation.jobs.sample"]
