"""./run: prepares what is missing, then serves the village until Ctrl+C."""

import os
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from desa.foundation.core.folder import DEMO, REAL
from tools.launch.codes import show_first_codes
from tools.launch.environment import ROOT
from tools.launch.options import RunOptions, check_host, data_path, run_options
from tools.launch.prepare import Failed, django_environment, prepare, prepare_folder
from tools.launch.refusal import Refusal, show
from tools.launch.services import Service, Supervisor, answers
from tools.launch.state import only_one

THREADS = 8
WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}


def check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise Refusal(
                f"{host}:{port} tidak dapat dipakai ({problem.strerror}). Mungkin program lain memakainya: hentikan itu, "
                f"atau pilih nomor lain, misalnya ./run --port {other_port(port)}",
                f"{host}:{port} cannot be used ({problem.strerror}). Another program may be using it: stop that one, or "
                f"choose another number, for example ./run --port {other_port(port)}",
            ) from problem


def other_port(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else 8000


def has_command(name: str, root: Path = ROOT) -> bool:
    """Asked of the files, because loading Django for it would cost a warm start half a second."""
    return any(root.glob(f"desa/*/*/management/commands/{name}.py"))


def services(options: RunOptions, environment: dict[str, str]) -> list[Service]:
    python = [sys.executable, "-P", "-m"]
    web = [*python, "granian", "--interface", "wsgi", "--host", options.host]
    web += ["--port", str(options.port), "--workers", "1", "--blocking-threads", str(THREADS)]
    web += ["--no-ws", "--log-level", "error", "config.wsgi:application"]
    found = [Service("web", web, environment)]
    if has_command("worker"):
        found.append(Service("worker", [*python, "django", "worker"], environment))
    return found


def serving_environment(options: RunOptions, data: Path) -> dict[str, str]:
    environment = django_environment(data, os.environ)
    if options.behind_proxy:
        environment["DESA_HTTPS"] = environment["DESA_PROXY"] = "true"
    return environment


def address(options: RunOptions) -> str:
    host = WILDCARDS.get(options.host, options.host)
    return f"http://[{host}]:{options.port}/" if ":" in host else f"http://{host}:{options.port}/"


def announce(options: RunOptions, environment: dict[str, str]) -> None:
    print(f"Desa digital siap / is ready: {address(options)}", flush=True)
    command = "setup_code" if options.real else "demo_links"
    if has_command(command):
        arguments = [sys.executable, "-P", "-m", "django", command, "--address", address(options)]
        subprocess.run(arguments, env=environment, check=False)
    print("Hentikan dengan Ctrl+C / Stop with Ctrl+C", flush=True)


def serve(options: RunOptions, data: Path) -> int:
    environment = serving_environment(options, data)
    supervisor = Supervisor(services(options, environment))
    host = WILDCARDS.get(options.host, options.host)
    supervisor.start()
    try:
        if supervisor.wait_until(lambda: answers(host, options.port)):
            announce(options, environment)
        return supervisor.wait()
    finally:
        supervisor.stop()


def start(options: RunOptions) -> int:
    check_host(options, os.environ)
    check_port(options.host, options.port)
    data = data_path(options.data, os.environ)
    folder = prepare_folder(data, REAL if options.real else DEMO)
    if not options.real:
        # The papers of the example carry it, those made while it is prepared too.
        os.environ.setdefault("DESA_DEMO_ADDRESS", address(options).rstrip("/"))
        show_first_codes(folder, os.environ)
    with only_one(data):
        prepare(data, locked=True)
        return serve(options, data)


def main(arguments: list[str]) -> int:
    try:
        return start(run_options(arguments))
    except Refusal as refusal:
        return show(refusal)
    except Failed as failed:
        return failed.code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
