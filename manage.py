import os
import sys

from django.core.management import execute_from_command_line

from config.early import run

if __name__ == "__main__":
    done = run(sys.argv[1:])
    if done is not None:
        sys.exit(done)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(sys.argv)
