"""One link → one result: fetch, judge, answer the judge's questions."""

from perenne.checking.check import Checker, Postponed
from perenne.checking.readings import LONGEST_TRUST

__all__ = ["LONGEST_TRUST", "Checker", "Postponed"]
