"""The words above a signature."""

from desa.foundation.papers.rules.document import Signature

PREFIXES = {"plt": "Plt.", "plh": "Plh.", "pj": "Pj."}


def capacity_lines(*, title: str, standing: str, on_behalf_of: str = "") -> tuple[str, ...]:
    """("Plh. Kepala Desa Sumbergedang",) or ("a.n. Kepala Desa Sumbergedang", "Sekretaris Desa")."""
    prefix = PREFIXES.get(standing, "")
    already = title.casefold().startswith(prefix.casefold())
    own = title if not prefix or already else f"{prefix} {title}"
    return (f"a.n. {on_behalf_of}", own) if on_behalf_of else (own,)


def signature(
    *, name: str, nip: str, title: str, standing: str, on_behalf_of: str = ""
) -> Signature:
    lines = capacity_lines(title=title, standing=standing, on_behalf_of=on_behalf_of)
    return Signature(capacity=lines, name=name, nip=nip)
