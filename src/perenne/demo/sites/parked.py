"""Names that were let go, and that somebody offers for sale."""

from __future__ import annotations

from perenne.demo.answers import Answer, Site, Visit, html

_FOR_SALE = """<!DOCTYPE html>
<html data-adblockkey="MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBANDrp2lz7AOmADaN8tA50LsWcjLFyQFc_b2T">
<head><meta charset="utf-8"><title>{host}</title><meta name="robots" content="noindex">
<style>body{{font-family:arial;text-align:center;background:#f6f8fb}}
.offer{{margin:3em auto}}</style>
<script src="https://img.sedoparking.com/js/jquery-1.11.3.custom.min.js"></script></head><body>
<div class="offer"><h1>{host}</h1><p>Ce nom de domaine est à vendre !</p>
<p><a href="https://sedo.com/search/details/?domain={host}">Acheter ce domaine</a></p></div>
<div class="links"><h2>Recherches associées</h2><ul><li>Mutuelle santé senior</li>
<li>Formation à distance</li><li>Rachat de crédit</li><li>Voyance gratuite</li></ul></div>
<iframe src="https://www.sedoparking.com/{host}" width="1" height="1"></iframe>
<footer>La page est mise à disposition par le détenteur du domaine au parking de Sedo.</footer>
</body></html>"""


def _parked(visit: Visit) -> Answer:
    return html(_FOR_SALE.format(host=visit.host).encode())


PARKED = (
    Site("www.horizonpublics.fr", _parked),
    Site("www.performance-en-sante.fr", _parked, secure=False),
)
