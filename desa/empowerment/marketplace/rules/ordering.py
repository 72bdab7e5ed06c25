"""The words of an order, as the buyer sends them by WhatsApp; no cart, no payment."""

from desa.foundation.core.values.rupiah import Rupiah

MOST_PIECES = 999


def pieces(text: str) -> int:
    """From 1 to 999; anything else that was typed counts as one."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal()) or len(typed) > 6:
        return 1
    return min(max(int(typed), 1), MOST_PIECES)


def order_text(
    *, seller: str, product: str, unit: str, count: int, price: Rupiah, village: str
) -> str:
    """Product, quantity and price, so that both sides mean the same."""
    total = Rupiah(price.sen * count)
    lines = [
        f"Halo {seller}, saya mau pesan {product}.",
        f"Jumlah: {count} x {unit}.",
        f"Harga: {price} per {unit}, semuanya {total}.",
        f"Apakah masih ada? Saya melihatnya di Lapak Desa {village}.",
    ]
    return "\n".join(lines)
