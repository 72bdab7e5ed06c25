"""What has to happen before a part can be measured, in the words of the people who wait for it. Pure."""

WAITING = {
    "assets": "Perangkat desa belum dicatat.",
    "connectivity": "Titik internet belum dicatat dan dipantau.",
    "duties": "Kewajiban dan laporan desa belum dicatat di sini.",
    "readiness": "Perlindungan data desa belum dinilai.",
    "safekeeping": "Uji pemulihan cadangan belum dicatat.",
    "surveys": "Survei warga belum dilakukan.",
}
OTHERWISE = "Catatannya belum ada di sistem ini."
SWITCHED_OFF = "Desa ini tidak memakai fitur yang mencatatnya."


def waiting_for(room: str) -> str:
    """Never the name of a room: a resident does not know our rooms."""
    return WAITING.get(room, OTHERWISE)
