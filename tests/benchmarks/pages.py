"""Pages of a given size."""

PARAGRAPH = (
    "<p>Une collectivité raconte comment ses agents ont repensé l'accueil du public, "
    "pas à pas, avec celles et ceux qui y viennent chaque jour.</p>\n"
)


def living_page(size: int) -> bytes:
    """Return an ordinary living page of about `size` bytes."""
    head = (
        "<!doctype html><html lang=fr><head><meta charset=utf-8><title>Une page vivante</title>"
        "</head><body><nav><a href=/>Accueil</a></nav><main><h1>Une page vivante</h1>"
    )
    paragraphs = PARAGRAPH * ((size - len(head)) // len(PARAGRAPH.encode()))
    return f"{head}{paragraphs}</main><footer>Mentions légales</footer></body></html>".encode()
