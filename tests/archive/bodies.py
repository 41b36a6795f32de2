"""What an archive may have been shown in the place of a page."""

from __future__ import annotations

_PAGE = "<!DOCTYPE html><html lang='fr'><head><title>{}</title></head><body>{}</body></html>"


def page(title: str, text: str = "") -> bytes:
    """Return an article under that title."""
    words = text or "Le centre de documentation présente ici ses travaux et ses ressources. " * 12
    return _PAGE.format(title, f"<h1>{title}</h1><p>{words}</p>").encode()


SOFT_404 = page("Page introuvable", "La page que vous demandez n’existe pas ou plus.")
CONSENT_WALL = page(
    "Avant de continuer",
    "Nous utilisons des cookies. Tout accepter. Tout refuser.",
)
BOT_WALL = _PAGE.format(
    "Vérification", "<div id='anubis_challenge'>Un instant, nous vérifions votre navigateur.</div>"
).encode()
