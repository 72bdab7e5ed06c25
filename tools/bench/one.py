"""One measurement in this process: its number goes to the file named second, as JSON."""

import json
import sys
from pathlib import Path

from tools.bench.measurement import registered
from tools.bench.workspace import workspace

if __name__ == "__main__":
    with workspace() as place:
        value = registered()[sys.argv[1]].measure(place)
    Path(sys.argv[2]).write_text(json.dumps(value), encoding="utf-8")
