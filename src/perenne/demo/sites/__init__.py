"""Every site that the sample dossier leads to, directly or by redirects."""

from __future__ import annotations

from perenne.demo.sites.acteurs import ACTEURS
from perenne.demo.sites.agencies import AGENCIES
from perenne.demo.sites.associations import ASSOCIATIONS
from perenne.demo.sites.fun import FUN
from perenne.demo.sites.gazette import GAZETTE
from perenne.demo.sites.gazette_archive import GAZETTE_ARCHIVE
from perenne.demo.sites.magazines import MAGAZINES
from perenne.demo.sites.ministries import MINISTRIES
from perenne.demo.sites.parked import PARKED
from perenne.demo.sites.reviews import REVIEWS
from perenne.demo.sites.video import VIDEO

SITES = (
    *GAZETTE,
    *GAZETTE_ARCHIVE,
    *ACTEURS,
    *MAGAZINES,
    *REVIEWS,
    *MINISTRIES,
    *AGENCIES,
    *ASSOCIATIONS,
    *FUN,
    *VIDEO,
    *PARKED,
)
CANARIES = ("https://www.service-public.fr/", "https://www.bnf.fr/")
ABSENT_HOSTS = ("www.lgazettedescommunes.com", "www.lelab.pole-emploi.fr")
"""Names that do not exist: one mistyped, one given up with the renaming of its owner."""
