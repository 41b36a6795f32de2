"""Course pages of other platforms."""

from __future__ import annotations

from perenne.domain.verdicts import VerdictKind as V
from tests.labelled.labelled import Labelled, also
from tests.labelled.pages import bare, page
from tests.labelled.prose import prose
from tests.labelled.second.templates_other import shell
from tests.labelled.second.templates_other_old import webforms
from tests.labelled.wire import absent, looks, seen

_MOODLE = "https://moodle.univ-valdaure.fr"


_ENROL = """<div id="page-content"><div id="region-main"><h2>Options d'inscription</h2>
<div class="box generalbox info"><h3 class="coursename">
<a href="/course/view.php?id=812">{title}</a></h3><div class="summary"><p>{text}</p></div></div>
<div class="box py-3 generalbox">Auto-inscription (Étudiant) <a class="btn" href="/login/index.php">
Connexion</a></div></div></div>"""


_LOGIN = """<div id="page-login-index"><h1>Val d'Aure — plateforme pédagogique</h1>
<form method="post" action="/login/index.php"><label>Nom d'utilisateur
<input name="username"></label><label>Mot de passe
<input type="password" name="password"></label><button>Connexion</button></form><p>Vous avez oublié
votre nom d'utilisateur et/ou votre mot de passe ?</p></div>"""


_LOST = shell(
    "Page introuvable | LearnHub",
    root="<div class='rc-error'><h1>Oups, ce cours est introuvable</h1><p>La page que vous "
    "recherchez n’existe plus ou a été déplacée.</p></div>",
    kb=80,
)


CASES: tuple[Labelled, ...] = (
    Labelled(
        name="a living course on a shell with all in its metadata",
        fact="issue: right title in og:title and h1; a course platform rendered on the server",
        url="https://fr.learnhub.org/learn/politiques-de-la-ville",
        expected=V.OK,
        plain=seen(
            "https://fr.learnhub.org/learn/politiques-de-la-ville",
            shell(
                "Politiques de la ville | LearnHub",
                head='<meta property="og:title" content="Politiques de la ville">',
                root="<div class='rc-banner'><h1>Politiques de la ville</h1><p>Inscrivez-vous "
                "gratuitement — Commence le 3 mars</p></div>"
                + "".join(f"<p>{p}</p>" for p in prose("learnhub", 4)),
                kb=90,
            ),
        ),
        titles=("Politiques de la ville",),
        answers=looks(sibling=seen("https://fr.learnhub.org/learn/kqzvwtjx", _LOST)),
    ),
    Labelled(
        name="a course platform answers 200 to say that the course is no more offered",
        fact="french-web 2f: a whole sentence in the h1 of a short page",
        url="https://fr.learnhub.org/learn/smart-city-2014",
        expected=V.SOFT_404,
        plain=seen("https://fr.learnhub.org/learn/smart-city-2014", _LOST),
        titles=("Smart city : mythes et réalités",),
        answers=looks(sibling=seen("https://fr.learnhub.org/learn/kqzvwtjx", _LOST)),
    ),
    Labelled(
        name="a course page of Moodle offers enrolment and a way to log in",
        fact="issue: weak phrases never decide alone; the course is presented with its summary",
        url=f"{_MOODLE}/enrol/index.php?id=812",
        expected=V.OK,
        plain=seen(
            f"{_MOODLE}/enrol/index.php?id=812",
            page(
                "Concertation et aménagement",
                after=_ENROL.format(
                    title="Concertation et aménagement", text=" ".join(prose("moodle", 2))
                ),
                suffix=" : options d'inscription",
                kb=30,
            ),
        ),
        titles=("Concertation et aménagement",),
        answers=looks(sibling=absent(f"{_MOODLE}/enrol/index.php?id=812")),
        accepted=also(V.RESTRICTED),
    ),
    Labelled(
        name="a course page of Moodle redirects to its login",
        fact="french-web 2e: login redirect, another path that matches /login/",
        url=f"{_MOODLE}/course/view.php?id=977",
        expected=V.RESTRICTED,
        plain=seen(
            f"{_MOODLE}/login/index.php",
            page("Val d'Aure : se connecter au site", h1="", before=_LOGIN, suffix="", kb=12),
            via=((f"{_MOODLE}/course/view.php?id=977", 303),),
            headers={"set-cookie": "MoodleSession=9k2; path=/; secure"},
        ),
        titles=("Atelier d'urbanisme, semestre 2",),
        answers=looks(sibling=absent(f"{_MOODLE}/course/view.php?id=977")),
    ),
    Labelled(
        name="Moodle cannot find the course and says so with a 404",
        fact="issue: a 404 is not_found",
        url=f"{_MOODLE}/course/view.php?id=1",
        expected=V.NOT_FOUND,
        plain=seen(
            f"{_MOODLE}/course/view.php?id=1",
            bare("Erreur", "<p>Impossible de trouver l'enregistrement dans la table course</p>"),
            404,
        ),
        titles=("Droit de l'eau",),
    ),
    Labelled(
        name="a training organisation's page in one large form announces a full session",
        fact="issue: only MOOC states are course_closed; a full classroom is a living page",
        url="https://www.cfpt-ouest.fr/Stages/Fiche.aspx?id=2207",
        expected=V.OK,
        plain=seen(
            "https://www.cfpt-ouest.fr/Stages/Fiche.aspx?id=2207",
            webforms(
                "Animer une réunion publique",
                ("Session de mars : complet. Session de juin : à programmer.", *prose("stage", 4)),
                site="Centre de formation de l'Ouest",
            ),
        ),
        titles=("Animer une réunion publique",),
        answers=looks(sibling=absent("https://www.cfpt-ouest.fr/Stages/Fiche.aspx?id=2207")),
        accepted=also(V.COURSE_CLOSED),
    ),
)
