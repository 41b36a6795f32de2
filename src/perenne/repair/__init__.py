"""Better addresses for links that are broken: thought of, looked at, and only then proposed."""

from perenne.repair.candidates import Candidate, Kind, candidates, of_permalinks
from perenne.repair.proposing import proposals

__all__ = ["Candidate", "Kind", "candidates", "of_permalinks", "proposals"]
