"""The courses of the simulated FUN MOOC."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Course:
    """A course and its last session. `until`: the last night on which it is published."""

    code: str
    slug: str
    title: str
    organisation: str
    session: str
    start: str
    end: str
    until: int | None = None

    @property
    def path(self) -> str:
        """Return the address of the course's page."""
        return f"/fr/cours/{self.slug}/"

    @property
    def properties(self) -> str:
        """Return the data-props of the list of sessions, as Richie serialises them."""
        run = {
            "resource_link": f"https://lms.fun-mooc.fr/courses/course-v1:{self.session}/info",
            "start": f"{self.start}T09:00:00Z",
            "end": f"{self.end}T22:00:00Z",
            "enrollment_start": f"{self.start}T09:00:00Z",
            "enrollment_end": f"{self.end}T22:00:00Z",
            "languages": ["fr"],
        }
        return json.dumps({"course": {"code": self.code}, "courseRuns": [run]})


# The end of an open course lies far beyond the years this simulation may be played in.
COURSES = (
    Course(
        "87016",
        "innovation-publique-territoriale",
        "Innovation publique territoriale",
        "cnfpt",
        "CNFPT+87016+session06",
        "2019-03-04",
        "2099-12-31",
    ),
    Course(
        "04014",
        "innover-et-entreprendre-dans-un-monde-numerique",
        "Innover et entreprendre dans un monde numérique",
        "imt",
        "MinesTelecom+04014+session13",
        "2019-02-11",
        "2099-12-31",
    ),
    Course(
        "28002",
        "de-la-creativite-a-linnovation",
        "De la créativité à l’innovation",
        "universite-de-bordeaux",
        "ubordeaux+28002+session04",
        "2019-05-06",
        "2099-12-31",
    ),
    Course(
        "01023",
        "fabriquer-linnovation",
        "Fabriquer l’innovation",
        "cnam",
        "CNAM+01023+session08",
        "2019-04-01",
        "2099-12-31",
        until=2,
    ),
    Course(
        "87027",
        "creer-des-services-publics-numeriques-innovants",
        "Créer des services publics numériques innovants",
        "cnfpt",
        "CNFPT+87027+session03",
        "2018-10-01",
        "2018-11-30",
    ),
    Course(
        "92004",
        "innovation-et-societe",
        "Innovation et société",
        "universite-grenoble-alpes",
        "grenoblealpes+92004+session05",
        "2018-01-15",
        "2018-03-31",
    ),
)
ORGANISATIONS = {
    "USPC": "universite-sorbonne-paris-cite",
    "CNAM": "cnam",
    "CNFPT": "cnfpt",
}
