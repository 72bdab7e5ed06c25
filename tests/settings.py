"""Settings for tools that load Django themselves (mypy's plugin, makemessages) without a data folder."""

import tests.environment  # noqa: F401
from config.settings import *  # noqa: F403
