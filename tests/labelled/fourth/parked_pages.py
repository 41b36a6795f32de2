"""What sellers, squatters and hosting companies serve."""

from __future__ import annotations

from tests.labelled.fourth import skins, skins_other
from tests.labelled.fourth.filler import js
from tests.labelled.fourth.skins_other import bare

SEDO = bare(
    "performance-territoires.example",
    "<div id='main'><h1>performance-territoires.example</h1><p>Ce nom de domaine est à vendre ! "
    "Le propriétaire accepte les offres.</p><ul><li>Related searches</li><li>Formation</li>"
    "<li>Crédit</li></ul></div><script src='https://img.sedoparking.com/js/jquery.js'></script>",
)
LANDER = (
    b"<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href="
    b'"/lander"}</script></head></html>'
)
ADBLOCK = (
    '<!doctype html>\n<html data-adblockkey="MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKrfx7_hQ" lang="fr" '
    'style="background: #2B2B2B;"><head><meta charset="utf-8"><title></title></head><body>'
    '<div id="target" style="opacity: 0"></div>' + js(2) + "</body></html>"
).encode()
OVH = bare(
    "Site en construction",
    "<h1>Félicitations !</h1><p>Votre domaine a bien été créé chez OVH. Remplacez cette page par "
    "votre site en déposant vos fichiers dans le dossier www.</p><p><a href='https://www.ovh"
    "cloud.com/fr/'>Découvrir nos hébergements</a></p>",
    "<meta charset='utf-8'>",
)
GANDI = bare(
    "Domaine enregistré",
    "<p>Ce nom de domaine est enregistré chez Gandi. <a href='https://www."
    "gandi.net'>Voir le whois</a></p>",
    "<meta charset='utf-8'>",
)
IONOS = bare(
    "Bienvenue",
    "<h1>Ce domaine vient d'être enregistré.</h1><p>IONOS vous accompagne dans la "
    "création de votre site.</p>",
    "<meta charset='utf-8'>",
)
NGINX = bare(
    "Welcome to nginx!",
    "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server "
    "is successfully installed and working. Further configuration is required.</p>",
)
APACHE = bare(
    "Apache2 Debian Default Page: It works",
    "<div class='main_page'><span>Apache2 Debian Default "
    "Page</span><p>This is the default welcome page used to test the correct operation of the "
    "server.</p></div>",
)
SUSPENDED = bare(
    "Account Suspended",
    "<h1>Ce compte a été suspendu</h1><p>Account suspended. Contact your "
    "hosting provider for more information.</p>",
    "<meta charset='utf-8'>",
)
CASINO = skins.wordpress(
    "Casino en ligne : les meilleurs bonus sans dépôt",
    "<p>Machines à sous, roulette en direct, paris sportifs : notre comparatif des casinos fiables "
    "et des bonus de bienvenue. Tours gratuits sur les jackpots progressifs.</p>" * 8,
    site="Meilleurs Casinos",
    comments=False,
)
SLOT = skins_other.english_site(
    "Situs Slot Gacor Terpercaya Hari Ini",
    "<p>Daftar situs judi slot online gacor, deposit pulsa tanpa potongan, bonus new member, "
    "togel dan casino live. Link alternatif resmi.</p>" * 9,
    site="SLOT88",
)
EXPIRED = bare(
    "Domaine expiré",
    "<p>Ce domaine a expiré. Si vous en êtes le titulaire, connectez-vous à "
    "votre espace client pour le renouveler.</p>",
    "<meta charset='utf-8'>",
)
