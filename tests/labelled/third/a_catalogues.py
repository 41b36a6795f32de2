"""Library catalogues and repositories: records there or withdrawn."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import STATE, page
from tests.labelled.third.a_templates import drupal
from tests.labelled.third.a_templates_apps import koha
from tests.labelled.third.a_templates_filler import anything, sane
from tests.labelled.wire import beside, looks, seen

_KOHA = "https://opac.bibliotheques-du-val.fr/cgi-bin/koha/opac-detail.pl?biblionumber=55102"
_KOHA_LOST = koha(
    "Bibliothèques du Val",
    "Bibliothèques du Val catalogue › Enregistrement introuvable",
    "<h1>Une erreur est survenue</h1><p>Désolé, la notice demandée n'existe pas (ou plus) dans le "
    "catalogue.</p>",
)
_PMB = "http://doc.ecole-paysage-blois.fr/opac_css/index.php?lvl=notice_display&id=8123"
_SESSION = "http://portail.bm-cognac-ville.fr/Default/doc/SYRACUSE/88213/?_lg=fr-FR&session=a81f"
_DSPACE = "https://depot.universite-grand-ouest.fr/handle/20.500.12345/771"
_DSPACE_LOST = page(
    "Item withdrawn",
    paragraphs=("L'item demandé a été retiré du dépôt : il n'est plus accessible.",),
    dress=STATE,
    kb=20,
)

CASES: tuple[Labelled, ...] = (
    Labelled(
        "a Koha catalogue does not know the record any more",
        "french-web 2f: la notice demandée n'existe pas, in a short main text",
        _KOHA,
        VerdictKind.SOFT_404,
        seen(_KOHA, _KOHA_LOST),
        ("Le design des politiques publiques",),
        anything(_KOHA, _KOHA_LOST),
    ),
    Labelled(
        "a Koha record is little more than its shelf mark",
        "issue 3: a short page is alive; a login box in a modal is on every page",
        _KOHA,
        VerdictKind.OK,
        seen(
            _KOHA,
            koha(
                "Bibliothèques du Val",
                "Le design des politiques publiques › Bibliothèques du Val catalogue",
                "<h1 class='title'>Le design des politiques publiques / La 27e Région</h1><p>Paris "
                ": La Documentation française, 2010. ISBN 978-2-11-008123-4</p>",
            ),
        ),
        ("Design des politiques publiques",),
        anything(_KOHA, _KOHA_LOST),
    ),
    Labelled(
        "a PMB catalogue shows its search form in place of the record",
        "french-web 2f: aucune notice trouvée, short text, nothing of the title left",
        _PMB,
        VerdictKind.SOFT_404,
        seen(
            _PMB,
            drupal(
                "Centre de documentation",
                "Catalogue en ligne",
                "<p>La notice demandée n'est pas disponible ou a été supprimée.</p><form><input "
                "name='user_query'></form>",
                h1="Catalogue en ligne",
                entries=25,
            ),
        ),
        ("Paysages en chantier",),
        looks(sibling=seen(beside(_PMB), b"<h1>Not Found</h1>", 404)),
    ),
    Labelled(
        "a PMB catalogue shows the record under its generic title",
        "issue 3: the reference's title stands in the text",
        _PMB,
        VerdictKind.OK,
        seen(
            _PMB,
            drupal(
                "Centre de documentation",
                "Catalogue en ligne",
                "<table class='descr_notice'><tr><th>Titre :</th><td>Paysages en chantier</td></tr>"
                "<tr><th>Type :</th><td>texte imprimé</td></tr><tr><th>Année :</th><td>2016</td>"
                "</tr></table><p>Connectez-vous pour réserver.</p>",
                h1="Catalogue en ligne",
                entries=25,
            ),
        ),
        ("Paysages en chantier",),
        looks(sibling=seen(beside(_PMB), b"<h1>Not Found</h1>", 404)),
    ),
    Labelled(
        "a portal's session address has run out",
        "design 2: it answers, but may not be the cited page; the record may still exist",
        _SESSION,
        VerdictKind.DOUBTFUL,
        seen(
            _SESSION,
            koha(
                "Médiathèques",
                "Portail des médiathèques",
                "<h1>Votre session a expiré</h1><p>Veuillez recommencer votre recherche.</p>",
            ),
        ),
        ("Histoires de quais",),
        accepted=also(VerdictKind.SOFT_404, VerdictKind.RESTRICTED),
    ),
    Labelled(
        "a repository says that the item was withdrawn",
        "french-web 2f: n'est plus accessible, in a short main text",
        _DSPACE,
        VerdictKind.SOFT_404,
        seen(_DSPACE, _DSPACE_LOST),
        ("Les agents face au changement : mémoire de master",),
        sane(_DSPACE),
        also(VerdictKind.GONE),
    ),
    Labelled(
        "a repository keeps the record while its file is under embargo",
        "issue 3: the record cited is there and free; only a file is closed",
        _DSPACE,
        VerdictKind.OK,
        seen(
            _DSPACE,
            page(
                "Les agents face au changement",
                paragraphs=(
                    "Mémoire de master, 2018, 94 p.",
                    "Fichier sous embargo jusqu'au 1er janvier 2030.",
                    "Cette recherche suit six agents d'une intercommunalité pendant un an.",
                ),
                dress=STATE,
                kb=20,
            ),
        ),
        ("Les agents face au changement : mémoire de master",),
        sane(_DSPACE),
        also(VerdictKind.RESTRICTED),
    ),
)
