"""The forms in which commands write their outcome."""

from enum import StrEnum


class CheckFormat(StrEnum):
    """How the outcome of a check is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    JUNIT = "junit"


class ReadFormat(StrEnum):
    """How the references of a dossier are written."""

    TABLE = "table"
    JSON = "json"


class ReportFormat(StrEnum):
    """How a report is written."""

    TEXT = "text"
    HTML = "html"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


class ExportFormat(StrEnum):
    """How a dossier is given with the states of its links."""

    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"
    RIS = "ris"
    BIBTEX = "bibtex"
    CSL = "csl"


class PreviewFormat(StrEnum):
    """How the mails to come are written: one after the other."""

    TEXT = "text"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


class StatusFormat(StrEnum):
    """How the state of the service is written."""

    TEXT = "text"
    JSON = "json"
