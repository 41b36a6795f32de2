"""French sentences of our own, and paragraphs made of them: the flesh of living pages."""

from __future__ import annotations

import random
import zlib

_SENTENCES = """
La directrice générale des services a d'abord réuni les agents d'accueil, qui connaissent mieux que quiconque les questions posées au guichet.
Le budget tient en une page, et personne ne s'en plaint.
Pendant six mois, trois agents ont consacré leur vendredi à observer les files d'attente de l'état civil.
Les élus ont voulu comprendre avant de décider, ce qui a rallongé le calendrier d'un trimestre.
« On nous avait promis un outil, on a surtout gagné une méthode », résume une responsable de médiathèque.
La commune compte un peu moins de neuf mille habitants, répartis entre le bourg et quatre hameaux.
Les premiers essais ont échoué, faute de mobilier adapté et de temps pour écouter.
L'équipe tient un carnet de bord où chaque visite est racontée en quelques lignes.
Un plan dessiné au feutre a remplacé le diaporama habituel lors de la réunion publique.
Les usagers ont été invités à déplacer eux-mêmes les panneaux de la maquette.
Il a fallu convaincre la trésorerie, puis le service juridique, puis les parents d'élèves.
Le département finance la moitié de l'opération, la région un quart, le reste vient d'économies de papier.
À l'heure du bilan, le délai moyen de réponse est passé de douze à cinq jours.
Les agents techniques ont demandé que les horaires de collecte soient affichés en plus gros caractères.
Une convention lie désormais l'intercommunalité et l'université voisine pour trois ans.
Les étudiants en design logent sur place, dans l'ancienne gendarmerie.
Chaque lundi, un quart d'heure suffit à décider de ce que l'on essaiera dans la semaine.
Rien n'oblige une petite collectivité à copier la métropole, rappelle le maire.
La bibliothèque départementale prête des mallettes pour animer ces ateliers.
Les données sont publiées tous les mois, avec une notice que chacun peut lire.
Le syndicat mixte a recruté une cheffe de projet, ancienne infirmière.
On y croise des retraités, des lycéens et quelques entrepreneurs venus par curiosité.
Le questionnaire, distribué au marché, a recueilli quatre cent douze réponses.
Deux communes voisines ont repris la démarche en l'adaptant à leurs écoles.
La préfecture suit l'expérience de loin, mais avec bienveillance.
Les critiques portent surtout sur le temps passé en réunion.
Un guide de trente pages rassemble les fiches que les équipes ont jugées utiles.
La formation dure deux jours et se conclut par une visite de terrain.
Les économies annoncées ne sont pas au rendez-vous, mais le climat social s'est apaisé.
Pour les plus petites structures, le principal obstacle reste l'ingénierie.
Le prototype tenait dans une caravane prêtée par le comité des fêtes.
Un comité de douze habitants tirés au sort relit chaque courrier type.
Le transport à la demande a trouvé son public auprès des apprentis.
La restauration scolaire achète maintenant quarante pour cent de ses légumes dans le canton.
Les urbanistes ont appris à se taire, disent-ils en souriant.
Il reste à savoir ce que deviendra l'équipe après les élections.
Le tribunal administratif n'a pas été saisi, et le marché a pu être signé en juin.
Le rapport recommande de nommer un référent dans chaque direction.
Un tableau de bord partagé a mis fin aux relances par téléphone.
Les cadres intermédiaires, d'abord réticents, animent aujourd'hui la moitié des séances.
La salle des mariages accueille désormais des permanences le mercredi.
Ce choix a un coût, que la chambre régionale évalue à deux euros par habitant.
Les archives municipales ont ouvert leurs registres aux généalogistes amateurs.
Une charte rappelle que nul ne doit repartir sans réponse.
Au printemps, la crue a retardé les travaux de la maison de santé.
Les médecins libéraux partagent un secrétariat et une salle d'attente.
Le conservatoire prête ses instruments aux écoles rurales.
L'évaluation sera confiée à un laboratoire de sciences sociales.
""".strip().splitlines()


def prose(seed: str, paragraphs: int = 6, sentences: int = 5) -> tuple[str, ...]:
    """Return paragraphs that are always the same for the same seed."""
    dice = random.Random(zlib.crc32(seed.encode()))
    return tuple(" ".join(dice.sample(_SENTENCES, sentences)) for _ in range(paragraphs))
