"""One link → one result: fetch, judge, answer the judge's questions."""

from perenne.checking.check import Checker, Postponed

__all__ = ["Checker", "Postponed"]
