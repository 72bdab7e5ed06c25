# Sourced by run, manage, test and bench: starts the launcher with the first Python that is new enough.
# Needs: $here (the project's folder). A plain sh file, because Python may be missing or too old.
for candidate in python3 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$candidate" -P "$here/tools/launch/start.py" "$@"
    fi
done
cat >&2 <<'END'
Python 3.11 atau yang lebih baru tidak ditemukan. Di Debian 12: apt-get install python3 python3-venv
Python 3.11 or newer was not found. On Debian 12: apt-get install python3 python3-venv
END
exit 3
