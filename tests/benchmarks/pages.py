"""Pages of a given size, each of its own text."""

from perenne.demo.sites.prose import paragraphs

_HEAD = (
    "<!doctype html><html lang=fr><head><meta charset=utf-8><title>Une page vivante, {name}</title>"
    "</head><body><nav><a href=/>Accueil</a></nav><main><h1>Une page vivante, {name}</h1>"
)
_FOOT = "</main><footer>Mentions légales</footer></body></html>"


def living_page(size: int, name: str = "") -> bytes:
    """Return an ordinary living page of about `size` bytes; another name gives another text."""
    page = _HEAD.format(name=name).encode()
    for text in paragraphs(1 + size // 500, name):
        page += f"<p>{text}</p>\n".encode()
        if len(page) >= size:
            break
    return page + _FOOT.encode()
