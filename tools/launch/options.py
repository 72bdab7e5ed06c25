"""What ./run and ./manage may be told."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from tools.launch.environment import ROOT
from tools.launch.refusal import Refusal


@dataclass(frozen=True)
class RunOptions:
    port: int
    host: str
    data: str | None
    real: bool
    behind_proxy: bool


def run_options(arguments: list[str]) -> RunOptions:
    parser = argparse.ArgumentParser(
        prog="./run",
        description="Menjalankan desa digital: tanpa --kosong sebagai desa contoh. "
        "/ Runs the digital village: without --kosong as an example village.",
    )
    parser.add_argument("--port", type=port_number, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--data", metavar="DIR", help="folder data desa / the village's data")
    parser.add_argument(
        "--kosong", action="store_true", dest="real", help="desa sungguhan / a real village"
    )
    parser.add_argument(
        "--di-belakang-proxy",
        action="store_true",
        dest="behind_proxy",
        help="proxy di depan memberi HTTPS / a proxy in front gives HTTPS",
    )
    return RunOptions(**vars(parser.parse_args(arguments)))


def port_number(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError("1-65535")
    return number


def split_data_option(arguments: list[str]) -> tuple[str | None, list[str]]:
    """./manage's own --data, before or after the command; the rest belongs to the command."""
    parser = argparse.ArgumentParser(prog="./manage", add_help=False, allow_abbrev=False)
    parser.add_argument("--data", metavar="FOLDER")
    options, command = parser.parse_known_args(arguments)
    return options.data, command


def data_path(option: str | None, environ: Mapping[str, str]) -> Path:
    """--data beats DESA_DATA beats ./data of the project's folder."""
    return Path(option or environ.get("DESA_DATA") or ROOT / "data").resolve()


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def check_host(options: RunOptions, environ: Mapping[str, str]) -> None:
    """Passwords and residents' data never cross a network in clear."""
    if is_loopback(options.host) or options.behind_proxy or environ.get("DESA_HTTPS") == "true":
        return
    raise Refusal(
        f"--host {options.host} terbuka ke jaringan tanpa HTTPS. Pasang proxy HTTPS di depannya lalu tambah "
        "--di-belakang-proxy (atau DESA_HTTPS=true), atau hapus --host.",
        f"--host {options.host} is open to the network without HTTPS. Put an HTTPS proxy in front and add "
        "--di-belakang-proxy (or DESA_HTTPS=true), or leave --host out.",
    )
